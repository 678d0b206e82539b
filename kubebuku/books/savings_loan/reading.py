"""Loans in lists, as they stand at the end of a day: who owes what, what is due, what is late."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import func, select

from kubebuku.books import places
from kubebuku.books.savings_loan.loan import Found
from kubebuku.books.savings_loan.queries import (
    ApplicationRow,
    Applications,
    Arrears,
    ArrearsRow,
    BorrowerRow,
    Borrowers,
    DueOn,
    DueRow,
    LendingRule,
    LendingRules,
    LoanList,
    LoanRow,
    Loans,
)
from kubebuku.books.savings_loan.reckoning import Reckoning
from kubebuku.books.savings_loan.rules import Bands, Rule, in_force, quality
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.books.savings_loan.standing import KEPT
from kubebuku.books.savings_loan.stored_loans import loans, rules
from kubebuku.books.savings_loan.tables import loan_terms
from kubebuku.books.spec import Attention
from kubebuku.domain.accounts import MEMBER_LOANS, OUTSIDER_LOANS
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.tables import loan, posting
from kubebuku.ledger.work import Reading

_LOAN_ACCOUNTS = (MEMBER_LOANS, OUTSIDER_LOANS)
#: Loans on which something may be owed now; for an earlier day all are asked.
_OPEN = ("running",)
#: Applications that wait longer are brought to mind.
WAITING_DAYS = 30


def lending_rules(reading: Reading, _query: LendingRules) -> tuple[Rule, ...]:
    """See `LendingRules`."""
    return rules(reading)


def lending_rule(reading: Reading, query: LendingRule) -> Rule:
    """See `LendingRule`."""
    return in_force(rules(reading), query.at or reading.today)


def bands_at(reading: Reading, at: date) -> Bands:
    """How days late become a class: as the rules of that day say, for old loans too."""
    return in_force(rules(reading), at).bands


# ---------------------------------------------------------------------------------------------------------------- lists


def row_of(found: Found, reckoned: Reckoning | None, at: date, bands: Bands) -> LoanRow:
    """A loan as a line of the list."""
    rest = found.rest(at)
    gone = found.written_off(at)
    next_ = reckoned.next_line if reckoned else None
    days = reckoned.days_late if reckoned else 0
    every = reckoned.plan.every if reckoned else Every.MONTH
    method = reckoned.plan.method if reckoned else found.agreed.method if found.agreed else Method.NONE
    return LoanRow(
        found.id,
        found.label,
        found.person,
        found.name,
        found.account == MEMBER_LOANS,
        found.principal,
        found.opened,
        found.agreed.months if found.agreed else None,
        method,
        rest,
        reckoned.late_principal if reckoned else Rupiah(0),
        reckoned.late_fee if reckoned else Rupiah(0),
        reckoned.fine if reckoned and not gone else Rupiah(0),
        days,
        quality(days, bands, every),
        next_.due if next_ else None,
        next_.unpaid if next_ else None,
        found.standing_on(at, reckoned),
        reckoned.owed - reckoned.rest if reckoned and not reckoned.given_up else Rupiah(0),
    )


def _standing_at(reading: Reading, at: date, *, closed: bool) -> list[tuple[Found, Reckoning | None]]:
    """Loans that were handed over by then, with what is owed on them; those with nothing owed only if `closed`."""
    now = at >= reading.today and not closed
    newest = reading.connection.execute(select(func.max(posting.c.date)).where(posting.c.loan.is_not(None))).scalar()
    now = now and (newest is None or newest <= at.isoformat())
    found = loans(reading, standings=_OPEN if now else KEPT)
    pairs = [(one, one.reckon(at)) for one in found if one.moves and one.moves[0].on <= at]
    return [(one, reckoned) for one, reckoned in pairs if closed or _running(one, reckoned, at)]


def _running(found: Found, reckoned: Reckoning | None, at: date) -> bool:
    """What is closed and not touched after the day was closed on it."""
    if found.standing not in _OPEN and found.last_moved <= at:
        return False
    return found.standing_on(at, reckoned) == "running"


def loan_list(reading: Reading, query: Loans) -> LoanList:
    """See `Loans`."""
    at = query.at or reading.today
    bands = bands_at(reading, at)
    rows = tuple(
        row_of(found, reckoned, at, bands)
        for found, reckoned in _standing_at(reading, at, closed=query.with_closed)
        if query.person is None or found.person == query.person
    )
    return LoanList(at, rows, Rupiah(sum(row.rest for row in rows)), Rupiah(sum(row.late for row in rows)))


def applications(reading: Reading, query: Applications) -> tuple[ApplicationRow, ...]:
    """See `Applications`."""
    wanted = ("applied", "refused", "withdrawn") if query.with_closed else ("applied",)
    rows = []
    for found in loans(reading, standings=wanted):
        agreed = found.agreed
        if agreed is None:
            continue
        state = found.standing if found.standing != "applied" else "granted" if agreed.decision is not None else "waiting"
        rows.append(
            ApplicationRow(
                found.id,
                found.label,
                found.person,
                found.name,
                found.principal,
                agreed.applied,
                agreed.months,
                agreed.method,
                agreed.rate,
                agreed.per,
                agreed.purpose,
                agreed.guarantee,
                state,
                agreed.decision,
                agreed.decided,
                agreed.decision_label,
                agreed.refused_reason or agreed.exception,
            )
        )
    return tuple(rows)


def borrowers(reading: Reading, query: Borrowers) -> tuple[BorrowerRow, ...]:
    """See `Borrowers`."""
    by_person: dict[int, list[LoanRow]] = {}
    for row in loan_list(reading, Loans(query.at, with_closed=True)).rows:
        by_person.setdefault(row.person, []).append(row)
    found = [
        BorrowerRow(
            rows[0].person,
            rows[0].name,
            rows[-1].member,
            sum(1 for row in rows if row.standing == "running"),
            Rupiah(sum(row.rest for row in rows)),
            Rupiah(sum(row.late for row in rows)),
            max(row.days_late for row in rows),
            len(rows),
        )
        for rows in by_person.values()
    ]
    return tuple(sorted(found, key=lambda row: (row.name.casefold(), row.person)))


# -------------------------------------------------------------------------------------------------- what is due and late


def due_on(reading: Reading, query: DueOn) -> tuple[DueRow, ...]:
    """See `DueOn`."""
    rows = []
    for found, reckoned in _standing_at(reading, query.on, closed=False):
        lines = reckoned.due_lines if reckoned else ()
        if reckoned is None or not (lines or reckoned.fine_open):
            continue
        rows.append(
            DueRow(
                found.id,
                found.label,
                found.person,
                found.name,
                found.account == MEMBER_LOANS,
                lines[0].no if lines else None,
                lines[0].due if lines else None,
                Rupiah(sum(line.principal - line.principal_paid for line in lines)),
                Rupiah(sum(line.interest - line.interest_paid for line in lines)),
                reckoned.fine_open,
                reckoned.days_late,
                reckoned.rest,
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.loan)))


def arrears(reading: Reading, query: Arrears) -> tuple[ArrearsRow, ...]:
    """See `Arrears`."""
    at = query.at or reading.today
    bands = bands_at(reading, at)
    rows = [
        ArrearsRow(
            found.id,
            found.label,
            found.person,
            found.name,
            found.account == MEMBER_LOANS,
            line.no,
            line.due,
            line.principal - line.principal_paid,
            line.interest - line.interest_paid,
            line.days_late,
            quality(reckoned.days_late, bands, reckoned.plan.every),
        )
        for found, reckoned in _standing_at(reading, at, closed=False)
        if reckoned is not None
        for line in reckoned.late_lines
    ]
    return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.loan, row.due)))


# ------------------------------------------------------------------------------------------------- what wants attention


def late_loans(reading: Reading) -> Iterable[Attention]:
    """One line for all loans that are late."""
    late = [row for row in loan_list(reading, Loans()).rows if row.days_late]
    if not late:
        return
    worst = max(late, key=lambda row: row.days_late)
    title = Sentence(N_("{count} loans are late"), {"count": len(late)})
    detail = Sentence(
        N_("{amount} in arrears; {name} for {days} days"),
        {"amount": Rupiah(sum(row.late for row in late)), "name": worst.name, "days": worst.days_late},
    )
    yield Attention("late_loans", title, detail, "pinjaman", places.Loans(loan=worst.loan))


def waiting_applications(reading: Reading) -> Iterable[Attention]:
    """Applications nobody decided on, and granted ones whose money was not handed over."""
    since = (reading.today - timedelta(days=WAITING_DAYS)).isoformat()
    rows = reading.connection.execute(
        select(loan.c.id, loan.c.label).where(loan.c.standing == "applied", loan.c.opened < since).order_by(loan.c.id)
    )
    for id_, label in rows:
        title = Sentence(N_("{label} has been waiting for more than {days} days"), {"label": label, "days": WAITING_DAYS})
        detail = Sentence(N_("Decide on it, hand it over or take it back"))
        yield Attention("application", title, detail, "pinjaman", places.Loans(loan=id_))


def undecided_loans(reading: Reading) -> Iterable[Attention]:
    """One line for running loans whose money was handed over without a decision of the group."""
    rows = reading.connection.execute(
        select(loan.c.id, loan.c.label)
        .join(loan_terms, loan_terms.c.loan == loan.c.id)
        .where(loan.c.standing == "running", loan_terms.c.decision.is_(None))
        .order_by(loan.c.id.desc())
    ).all()
    if rows:
        title = Sentence(N_("{count} loans were handed over without a decision"), {"count": len(rows)})
        detail = Sentence(N_("The newest is {label}; the meeting may still decide"), {"label": rows[0].label})
        yield Attention("undecided", title, detail, "pinjaman", places.Loans(loan=rows[0].id))
