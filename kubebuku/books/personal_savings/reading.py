"""All members' savings, one member's book, and who is behind with simpanan wajib."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select

from kubebuku.books import places
from kubebuku.books.members.payers import PayingMember, grid, month_at
from kubebuku.books.members.refusals import UnknownMember
from kubebuku.books.personal_savings.handlers import codes
from kubebuku.books.personal_savings.queries import (
    ObligatoryGrid,
    SaverRow,
    Savers,
    SaversPage,
    SavingsDue,
    SavingsDuePage,
    SavingsRule,
    SavingsRules,
    SavingsTerms,
)
from kubebuku.books.personal_savings.rules import SavingsKind
from kubebuku.books.personal_savings.standing import history, rule_of, rules, savers
from kubebuku.books.spec import Attention
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import DuesFund, Grid, Period, State, dues, follow, overdue, periods
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import balances
from kubebuku.ledger import dues as book_of_dues
from kubebuku.ledger.tables import person, posting
from kubebuku.ledger.work import Reading

#: Months ahead of the present one that the deposit form offers.
SHOWN_AHEAD = 12


def rule_in_force(reading: Reading, query: SavingsRule) -> SavingsTerms | None:
    """See `SavingsRule`."""
    return rule_of(rules(reading), query.month or Month.of(reading.today))


def all_rules(reading: Reading, query: SavingsRules) -> tuple[SavingsTerms, ...]:
    """See `SavingsRules`."""
    return tuple(reversed(rules(reading)))


# ---- all members


def held(reading: Reading, at: date) -> dict[int, dict[SavingsKind, Rupiah]]:
    """What each person has saved at the end of `at`, by kind."""
    kinds = {code: kind for kind in SavingsKind for code in codes(reading, kind)}
    rows = reading.connection.execute(
        select(posting.c.person, posting.c.account, func.sum(posting.c.amount))
        .where(posting.c.account.in_(tuple(kinds)), posting.c.date <= at.isoformat(), posting.c.person.is_not(None))
        .group_by(posting.c.person, posting.c.account)
    )
    found: dict[int, dict[SavingsKind, Rupiah]] = {}
    for who, code, amount in rows:
        if who is not None:
            of = found.setdefault(who, dict.fromkeys(SavingsKind, Rupiah(0)))
            of[kinds[code]] = of[kinds[code]] - int(amount)
    return found


def all_savers(reading: Reading, query: Savers) -> SaversPage:
    """See `Savers`."""
    at, now = query.at or reading.today, month_at(reading, query.at)
    versions = rules(reading)
    rule = rule_of(versions, Month.of(at))
    principal = rule.principal if rule else Rupiah(0)
    saved = held(reading, at)
    paid = book_of_dues.paid(reading.connection, DuesFund.OBLIGATORY, at=at)
    members = [one for one in savers(reading) if one.payer.joined <= Month.of(at)]
    asked = _asked(versions, members, now)
    nothing = dict.fromkeys(SavingsKind, Rupiah(0))
    rows = []
    for one in members:
        of = saved.pop(one.payer.person, nothing)
        gone = one.left is not None and one.left <= at
        if gone and not any(of.values()):
            continue
        given = {} if gone else follow(asked, one.payer, paid.get(one.payer.person, {}))
        open_ = [] if gone else list(overdue(one.payer, asked, given, now))
        late = [due for due in open_ if due.state is State.LATE]
        rows.append(
            SaverRow(
                one.payer.person,
                one.number,
                one.name,
                one.left,
                principal=of[SavingsKind.PRINCIPAL],
                obligatory=of[SavingsKind.OBLIGATORY],
                voluntary=of[SavingsKind.VOLUNTARY],
                principal_due=principal if not of[SavingsKind.PRINCIPAL] and not gone else Rupiah(0),
                due=Rupiah(sum(due.lacking for due in open_)),
                late=Rupiah(sum(due.lacking for due in late)),
                late_months=len(late),
            )
        )
    rows += _others(reading, saved)
    behind = [row for row in rows if row.late]
    return SaversPage(
        at,
        tuple(rows),
        principal=Rupiah(sum(row.principal for row in rows)),
        obligatory=Rupiah(sum(row.obligatory for row in rows)),
        voluntary=Rupiah(sum(row.voluntary for row in rows)),
        late=Rupiah(sum(row.late for row in behind)),
        behind=len(behind),
    )


def _others(reading: Reading, saved: dict[int, dict[SavingsKind, Rupiah]]) -> list[SaverRow]:
    """Who has savings and no row in the members' book: only a general journal or a script writes such."""
    names = select(person.c.id, person.c.name).where(person.c.id.in_(tuple(saved))).order_by(person.c.id)
    none = Rupiah(0)
    found = []
    for id_, name in reading.connection.execute(names):
        principal, obligatory, voluntary = (saved[id_][kind] for kind in SavingsKind)
        if principal or obligatory or voluntary:
            found.append(SaverRow(id_, None, name, None, principal, obligatory, voluntary, none, none, none, 0))
    return found


def _asked(versions: tuple[SavingsTerms, ...], members: Iterable[PayingMember], last: Month) -> tuple[Period, ...]:
    first = min((one.payer.begins for one in members), default=last)
    return tuple(periods(history(versions), first, last))


def savings_due(reading: Reading, query: SavingsDue) -> SavingsDuePage:
    """See `SavingsDue`."""
    id_, now = PersonId(query.person), Month.of(query.on or reading.today)
    found = savers(reading, id_)
    if not found:
        raise UnknownMember(id_)
    one, versions = found[0], rules(reading)
    rule = rule_of(versions, now)
    given = book_of_dues.paid(reading.connection, DuesFund.OBLIGATORY, of=id_).get(id_, {})
    asked = tuple(periods(history(versions), one.payer.begins, now.plus(SHOWN_AHEAD)))
    given = follow(asked, one.payer, given)
    lacking = tuple(due for due in dues(one.payer, asked, given, now) if due.lacking and due.state is not State.NONE)
    of = held(reading, date.max).get(id_, dict.fromkeys(SavingsKind, Rupiah(0)))
    late = Rupiah(sum(due.lacking for due in lacking if due.state is State.LATE))
    present = Rupiah(sum(due.lacking for due in lacking if due.state is State.DUE))
    principal_due = rule.principal if rule and not of[SavingsKind.PRINCIPAL] else Rupiah(0)
    return SavingsDuePage(id_, one.name, principal_due, lacking, late, late + present, of[SavingsKind.VOLUNTARY])


# ---- the wall chart


def obligatory_grid(reading: Reading, query: ObligatoryGrid) -> Grid:
    """See `ObligatoryGrid`."""
    at = query.at or reading.today
    paid = book_of_dues.paid(reading.connection, DuesFund.OBLIGATORY, at=at)
    return grid(query.year, history(rules(reading)), savers(reading), paid, month_at(reading, query.at))


# ---- checks and attention


def savings_tie(reading: Reading) -> Iterable[Sentence]:
    """What all people have saved sums to 3101, 3102 and 2110; who left has none; months tie to what was paid for them."""
    saved = held(reading, date.max)
    for kind in SavingsKind:
        accounts = codes(reading, kind)
        parts = Rupiah(sum(of[kind] for of in saved.values()))
        whole = -balances.of(reading.connection, *accounts)
        if whole != parts:
            values = {"account": reading.chart[accounts[0]].called, "whole": whole, "parts": parts}
            yield Sentence(N_("{account} holds {whole}, the savings of all members together {parts}."), values)
    for one in savers(reading):
        amount = Rupiah(sum(saved.get(one.payer.person, {}).values()))
        if one.left is not None and amount:
            yield Sentence(N_("{name} has left and still has savings of {amount}."), {"name": one.name, "amount": amount})
    yield from book_of_dues.ties(reading, DuesFund.OBLIGATORY)


def behind_with_savings(reading: Reading) -> Iterable[Attention]:
    """Members who have not paid simpanan wajib of months that are over."""
    page = all_savers(reading, Savers())
    if page.behind:
        values = {"number": page.behind, "amount": page.late}
        title = Sentence(N_("{number} members are behind with obligatory savings"), values)
        yield Attention("savings_late", title, Sentence(N_("{amount} together"), values), "simpanan", places.Savings("grid"))
    lacking = sum(1 for row in page.rows if row.principal_due)
    if lacking:
        values = {"number": lacking}
        title = Sentence(N_("{number} members have not paid the principal savings"), values)
        yield Attention("savings_principal", title, None, "simpanan", places.Savings())
