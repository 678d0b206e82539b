"""All loans together: their figures, their risk, the money of simpan pinjam by month, and what must hold of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from sqlalchemy import func, select

from kubebuku.books.savings_loan.instalments import Plan
from kubebuku.books.savings_loan.lending import terms_of
from kubebuku.books.savings_loan.loan import LENT, LET_GO, WRITTEN_OFF, Found
from kubebuku.books.savings_loan.portfolio_queries import (
    BookPage,
    BookRow,
    Portfolio,
    PortfolioData,
    Risk,
    RiskLine,
    RiskMemo,
    SavingsLoanBook,
)
from kubebuku.books.savings_loan.queries import LoanRow, Loans
from kubebuku.books.savings_loan.reading import loan_list
from kubebuku.books.savings_loan.rules import PROVISIONS, Quality, provision
from kubebuku.books.savings_loan.schedules import schedule
from kubebuku.books.savings_loan.stored_loans import loans
from kubebuku.domain.accounts import (
    FINE,
    LOAN_ALLOWANCE,
    LOAN_CASH,
    LOAN_FEE,
    MEMBER_LOANS,
    OBLIGATORY_SAVINGS,
    OUTSIDER_LOANS,
    PRINCIPAL_SAVINGS,
    RECOVERED_LOAN,
    VOLUNTARY_SAVINGS,
)
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import OPENING, BuktiNumber, EntryId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import balances, struck
from kubebuku.ledger.struck import Struck
from kubebuku.ledger.tables import entry, posting
from kubebuku.ledger.work import Reading

_LOAN_ACCOUNTS = (MEMBER_LOANS, OUTSIDER_LOANS)
_SAVINGS = (VOLUNTARY_SAVINGS, PRINCIPAL_SAVINGS, OBLIGATORY_SAVINGS)
#: Days late that count as three instalments of a month.
THREE_MONTHS = 90


def portfolio(reading: Reading, query: Portfolio) -> PortfolioData:
    """See `Portfolio`."""
    at = query.at or reading.today
    rows = loan_list(reading, Loans(at)).rows
    late = [row for row in rows if row.days_late]
    rest = Rupiah(sum(row.rest for row in rows))
    old = [row for row in late if row.days_late > THREE_MONTHS]
    borrowers = {row.person for row in rows}
    due, repaid = _fallen_due(reading, at)
    first = date(at.year, 1, 1)
    year = _year(reading, first, at)
    return PortfolioData(
        at,
        len(rows),
        len(borrowers),
        Rupiah(sum(row.rest for row in rows if row.member)),
        Rupiah(sum(row.rest for row in rows if not row.member)),
        Rupiah(sum(row.late_principal for row in late)),
        Rupiah(sum(row.late_fee for row in late)),
        len(late),
        _par(rows),
        Fraction(repaid, due) if due else None,
        Fraction(int(rest - sum(row.late_principal for row in old)), int(rest)) if rest else None,
        Fraction(len({row.person for row in old}), len(borrowers)) if borrowers else None,
        tuple(
            (one, sum(1 for row in rows if row.quality is one), Rupiah(sum(row.rest for row in rows if row.quality is one)))
            for one in Quality
        ),
        *year,
    )


def _par(rows: Sequence[LoanRow]) -> tuple[Rupiah, Rupiah, Rupiah]:
    month, later, latest = (Rupiah(sum(row.rest for row in rows if row.days_late > days)) for days in (0, 30, 90))
    return month, later, latest


def _fallen_due(reading: Reading, at: date) -> tuple[int, int]:
    """Principal of all loans that has fallen due, and what of it was repaid."""
    due = repaid = 0
    for found in loans(reading):
        reckoned = found.reckon(at)
        if reckoned is None:
            continue
        lines = [line for line in reckoned.lines if line.due <= at]
        due += sum(int(line.principal) for line in lines)
        repaid += sum(int(line.principal_paid) for line in lines)
    return due, repaid


def _year(reading: Reading, first: date, at: date) -> tuple[Rupiah, Rupiah, Rupiah, Rupiah, Rupiah, Rupiah]:
    """Lent, repaid, jasa, denda, written off, recovered from the first day of the year on."""
    lent = repaid = fee = fine = gone = recovered = 0
    for found in loans(reading):
        for move in found.moves:
            if not first <= move.on <= at or move.kind == LET_GO:
                continue
            base = move.account[:4]
            if base in _LOAN_ACCOUNTS and move.kind == LENT:
                lent += move.amount
            elif base in _LOAN_ACCOUNTS and move.kind == WRITTEN_OFF:
                gone -= move.amount
            elif base in _LOAN_ACCOUNTS and move.kind != OPENING:
                repaid -= move.amount
            elif base == LOAN_FEE:
                fee -= move.amount
            elif base == FINE:
                fine -= move.amount
            elif base == RECOVERED_LOAN:
                recovered -= move.amount
    return Rupiah(lent), Rupiah(repaid), Rupiah(fee), Rupiah(fine), Rupiah(gone), Rupiah(recovered)


def risk_memo(reading: Reading, query: RiskMemo) -> Risk:
    """See `RiskMemo`."""
    at = query.at or reading.today
    rows = loan_list(reading, Loans(at)).rows
    sums = {one: Rupiah(sum(row.rest for row in rows if row.quality is one)) for one in Quality}
    wanted = provision(sums.items(), query.kind)
    share = dict(zip(Quality, PROVISIONS[query.kind], strict=True))
    lines = tuple(
        RiskLine(one, sum(1 for row in rows if row.quality is one), sums[one], share[one], wanted[one])
        for one in Quality
        if sums[one]
    )
    held = -balances.of(reading.connection, *(box.code for box in reading.chart.under(LOAN_ALLOWANCE)), at=at)
    return Risk(at, query.kind, lines, Rupiah(sum(line.provision for line in lines)), held)


# ------------------------------------------------------------------------------------------------- buku kas simpan pinjam


def savings_loan_book(reading: Reading, query: SavingsLoanBook) -> BookPage:
    """See `SavingsLoanBook`."""
    month = query.month
    boxes = [box.code for box in reading.chart.under(LOAN_CASH) if box.box]
    opening = balance = _before(reading, boxes, month)
    opens_book = Month.of(reading.facts.opened) == month
    pairs = struck.pairs(reading.connection)
    found, elsewhere_in, elsewhere_out = _entries(reading, boxes, query, pairs)
    # receipts of a day before its payments, as in the cash book of the same box
    found.sort(
        key=lambda told: (told[1], told[4] != OPENING, sum(amount for code, amount in told[5] if code in boxes) < 0, told[0])
    )
    numbers = {id_: number for id_, _, number, *_ in found}
    replaced = {pair.replaced_by: numbers.get(id_) for id_, pair in pairs.items()}
    rows = []
    for id_, on, number, description, kind, lines in found:
        moved, gone = sum(amount for code, amount in lines if code in boxes), pairs.get(id_)
        if gone is None:
            balance = balance + moved
        if kind == OPENING:
            opening = balance
        elif moved:
            row = _row(id_, on, number, description, moved, lines, balance)
            if gone is not None:
                row = replace(row, balance=None, struck=True, replaced_by=gone.replaced_by_number)
            rows.append(replace(row, replaces=replaced.get(id_)))
    return BookPage(month, opening, opens_book, tuple(rows), balance, elsewhere_in, elsewhere_out)


def _before(reading: Reading, boxes: list[str], month: Month) -> Rupiah:
    total = select(func.coalesce(func.sum(posting.c.amount), 0)).where(
        posting.c.account.in_(boxes), posting.c.date < month.first.isoformat()
    )
    return Rupiah(int(reading.connection.execute(total).scalar_one()))


Told = tuple[EntryId, date, str, str, str, list[tuple[str, int]]]


def _entries(
    reading: Reading, boxes: list[str], query: SavingsLoanBook, pairs: Mapping[EntryId, Struck]
) -> tuple[list[Told], Rupiah, Rupiah]:
    """Entries of the month that moved these boxes, and what went for loans through other ones."""
    month, left_out = query.month, {pair.mirror for pair in pairs.values()}
    if not query.show_struck:
        left_out |= pairs.keys()
    mine = select(posting.c.entry).where(
        posting.c.date >= month.first.isoformat(),
        posting.c.date <= month.last.isoformat(),
        posting.c.account.in_(boxes) | posting.c.loan.is_not(None),
    )
    rows = (
        select(entry.c.id, entry.c.series, entry.c.year, entry.c.seq, entry.c.date, entry.c.description, entry.c.kind)
        .add_columns(posting.c.account, posting.c.amount)
        .join(posting, posting.c.entry == entry.c.id)
        .where(entry.c.id.in_(mine))
        .order_by(entry.c.date, (entry.c.kind != OPENING), entry.c.id, posting.c.line)
    )
    told: dict[int, Told] = {}
    for id_, series, year, seq, on, description, kind, account, amount in reading.connection.execute(rows):
        if id_ in left_out:
            continue
        number = str(BuktiNumber(series, year, seq))
        told.setdefault(id_, (EntryId(id_), date.fromisoformat(on), number, description, kind, []))[5].append((account, amount))
    kept, came, went = [], 0, 0
    for one in told.values():
        if any(code in boxes for code, _ in one[5]):
            kept.append(one)
            continue
        moved = sum(amount for code, amount in one[5] if reading.chart[code].box)
        if one[4] != OPENING and one[0] not in pairs:
            came, went = came + max(0, moved), went + max(0, -moved)
    return kept, Rupiah(came), Rupiah(went)


def _row(id_: EntryId, on: date, number: str, said: str, moved: int, lines: list[tuple[str, int]], balance: Rupiah) -> BookRow:
    """The parts of an entry as far as they are money of the box; what is neither savings nor loan is other."""
    saved = -sum(amount for code, amount in lines if code[:4] in _SAVINGS)
    lent = sum(amount for code, amount in lines if code[:4] in _LOAN_ACCOUNTS)
    fee = -sum(amount for code, amount in lines if code[:4] in (LOAN_FEE, FINE, RECOVERED_LOAN))
    other = moved - saved + lent - fee
    return BookRow(
        id_,
        on,
        number,
        said,
        Rupiah(max(0, saved)),
        Rupiah(max(0, -lent)),
        Rupiah(fee),
        Rupiah(max(0, other)),
        Rupiah(max(0, lent)),
        Rupiah(max(0, -saved)),
        Rupiah(max(0, -other)),
        balance,
    )


# ---------------------------------------------------------------------------------------------------------------- check


def ties(reading: Reading) -> Iterator[Sentence]:
    """Loans stand on their accounts, plans repay what was lent, and on closed loans nothing is owed."""
    found = loans(reading)
    for account in _LOAN_ACCOUNTS:
        held = balances.of(reading.connection, *(one.code for one in reading.chart.under(account)))
        named = sum(move.amount for one in found for move in one.moves if move.account[:4] == account)
        if held != named:
            values = {"account": reading.chart[account].called, "held": held, "named": Rupiah(named)}
            yield Sentence(N_("{account} holds {held}, the loans together {named}."), values)
    for one in found:
        yield from _sound(one, max(reading.today, one.last_moved))


def _sound(found: Found, at: date) -> Iterator[Sentence]:
    rest, reckoned = found.rest(date.max), found.reckon(at)
    if found.standing != "running" and rest:
        yield Sentence(N_("{label} is closed and still has a rest of {rest}."), {"label": found.label, "rest": rest})
    if found.standing == "written_off" and not found.written_off():
        yield Sentence(N_("{label} is called written off, and nothing was."), {"label": found.label})
    if found.standing == "paid" and not rest and reckoned is not None and reckoned.owed:
        values = {"label": found.label, "owed": reckoned.owed}
        yield Sentence(N_("{label} is called paid off, and {owed} of jasa or denda is still owed."), values)
    if found.standing == "running" and found.plans and found.standing_on(at, reckoned) != "running":
        yield Sentence(N_("{label} is called running, and nothing of it is left."), {"label": found.label})
    if not _as_agreed(found):
        yield Sentence(N_("The plan of {label} is not what its terms make."), {"label": found.label})
    for place, plan in enumerate(found.plans):
        wanted = found.principal
        if plan.version > 1:
            after = found.after[place]
            wanted = Rupiah(sum(m.amount for m in found.moves if m.entry <= after and m.account[:4] in _LOAN_ACCOUNTS))
        elif found.agreed is None:  # of an opening: its rest
            wanted = Rupiah(sum(m.amount for m in found.moves if m.kind == OPENING and m.account[:4] in _LOAN_ACCOUNTS))
        if plan.total != wanted:
            values = {"label": found.label, "plan": plan.total, "wanted": wanted}
            yield Sentence(N_("The plan of {label} repays {plan} instead of {wanted}."), values)


def _as_agreed(found: Found) -> bool:
    """Whether a loan that was lent from this book has the instalments its terms make, from the day it was handed over."""
    if found.agreed is None or not found.plans:
        return True
    plan = found.plans[0]
    terms = terms_of(found.agreed, found.principal, found.opened)
    made = Plan(1, found.opened, terms.method, terms.rate, terms.every, schedule(terms))
    return plan == made
