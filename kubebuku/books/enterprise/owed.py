"""Who owes the group and whom it owes, with age: each payment settles the oldest first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select

from kubebuku.books import places
from kubebuku.books.enterprise.queries import Debt, DebtOf, Deposits, OutsideLoans, Payables, Receivables
from kubebuku.books.enterprise.rules import Movement, by_age, still_open
from kubebuku.books.spec import Attention
from kubebuku.domain.accounts import CUSTOMER_DEPOSIT, OUTSIDE_LOAN, PAYABLE, RECEIVABLE
from kubebuku.domain.entries import OPENING, BuktiNumber, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import name_order
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import struck
from kubebuku.ledger.tables import entry, person, posting
from kubebuku.ledger.work import Reading

#: Days after which an unpaid sale stands on the home page.
LATE_DAYS = 30


def receivables(reading: Reading, query: Receivables) -> tuple[DebtOf, ...]:
    """See `Receivables`."""
    return debts(reading, RECEIVABLE, query.at or reading.today)


def payables(reading: Reading, query: Payables) -> tuple[DebtOf, ...]:
    """See `Payables`."""
    return debts(reading, PAYABLE, query.at or reading.today)


def deposits(reading: Reading, query: Deposits) -> tuple[DebtOf, ...]:
    """See `Deposits`."""
    return debts(reading, CUSTOMER_DEPOSIT, query.at or reading.today)


def outside_loans(reading: Reading, query: OutsideLoans) -> tuple[DebtOf, ...]:
    """See `OutsideLoans`."""
    return debts(reading, OUTSIDE_LOAN, query.at or reading.today)


def debts(reading: Reading, account: str, at: date) -> tuple[DebtOf, ...]:
    """What is open on an account at the end of `at`, by person, the oldest first; its own side is positive."""
    sign = reading.chart[account].kind.sign
    rows = (
        select(
            posting.c.person,
            person.c.name,
            posting.c.date,
            func.sum(posting.c.amount),
            entry.c.description,
            entry.c.series,
            entry.c.year,
            entry.c.seq,
        )
        .join(entry, entry.c.id == posting.c.entry)
        .outerjoin(person, person.c.id == posting.c.person)
        .where(posting.c.account.in_([one.code for one in reading.chart.under(account)]), posting.c.date <= at.isoformat())
        .where(posting.c.entry.not_in(struck.ids()))
        .group_by(posting.c.entry, posting.c.person)
        .order_by(posting.c.date, entry.c.kind != OPENING, posting.c.entry)
    )
    names: dict[int | None, str | None] = {}
    movements: dict[int | None, list[Movement]] = {}
    for who, name, when, amount, description, series, year, seq in reading.connection.execute(rows):
        names[who] = name
        movement = Movement(date.fromisoformat(when), Rupiah(amount * sign), description, str(BuktiNumber(series, year, seq)))
        movements.setdefault(who, []).append(movement)
    found = [_debt_of(who, names[who], moved, at) for who, moved in movements.items()]
    return tuple(sorted((one for one in found if one.debts), key=lambda one: (-one.days, name_order(one.name or ""))))


def _debt_of(who: int | None, name: str | None, moved: Iterable[Movement], at: date) -> DebtOf:
    left = still_open(moved)
    lines = tuple(Debt(one.on, one.amount, one.description, one.number, (at - one.on).days) for one in left)
    total = sum((one.amount for one in left), Rupiah(0))
    days = max((line.days for line in lines), default=0)
    return DebtOf(None if who is None else PersonId(who), name, total, days, by_age(left, at), lines)


# ------------------------------------------------------------------------------------------------- what wants attention


def late_receivables(reading: Reading) -> Iterable[Attention]:
    """Customers whose oldest unpaid sale is older than 30 days, and what was paid beyond what is owed."""
    for one in debts(reading, RECEIVABLE, reading.today):
        if one.person is None:
            yield _nameless(one, RECEIVABLE)
        elif one.total < 0:
            yield _overpaid(one, Sentence(N_("{name} has paid more than was owed"), {"name": one.name}))
        elif one.days > LATE_DAYS:
            title = Sentence(N_("{name} has not paid yet"), {"name": one.name})
            detail = Sentence(N_("{amount}, the oldest for {days} days"), {"amount": one.total, "days": one.days})
            yield Attention("receivable", title, detail, "jam", places.Owed("receivables", one.person))


def late_payables(reading: Reading) -> Iterable[Attention]:
    """Shops that have waited for more than 30 days, and what was paid beyond what is owed."""
    for one in debts(reading, PAYABLE, reading.today):
        if one.person is None:
            yield _nameless(one, PAYABLE)
        elif one.total < 0:
            yield _overpaid(one, Sentence(N_("{name} was paid more than was owed"), {"name": one.name}))
        elif one.days > LATE_DAYS:
            title = Sentence(N_("{name} is still waiting for money"), {"name": one.name})
            detail = Sentence(N_("{amount}, the oldest for {days} days"), {"amount": one.total, "days": one.days})
            yield Attention("payable", title, detail, "jam", places.Owed("payables", one.person))


def _overpaid(one: DebtOf, title: Sentence) -> Attention:
    detail = Sentence(N_("{amount} too much; look at the sale or purchase it belongs to"), {"amount": abs(one.total)})
    return Attention("overpaid", title, detail, "awas", places.Owed("payables", one.person))


def _nameless(one: DebtOf, account: str) -> Attention:
    title = (
        Sentence(N_("Somebody owes the group, but no name is written"))
        if account == RECEIVABLE
        else Sentence(N_("The group owes somebody, but no name is written"))
    )
    return Attention("nameless", title, Sentence(N_("{amount} in all"), {"amount": one.total}), "awas", places.Register(account))
