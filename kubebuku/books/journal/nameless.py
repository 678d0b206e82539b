"""Lines that should say whose or for what they are, and do not (accounting.md 2)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, or_, select

from kubebuku.books.cash.queries import EntryRow
from kubebuku.books.cash.reading import entry_rows
from kubebuku.books.journal.queries import NamelessEntries
from kubebuku.books.savings_loan.loan import LET_GO
from kubebuku.domain.accounts import (
    CUSTOMER_DEPOSIT,
    DEPRECIATION_HELD,
    EQUIPMENT,
    FINE,
    LIVESTOCK,
    LOAN_FEE,
    LOAN_LOSS,
    OUTSIDE_LOAN,
    PAYABLE,
    RECEIVABLE,
    RECOVERED_LOAN,
    RESERVE,
    RESULT_SHARED,
    RESULT_UNSHARED,
    REVOLVING_AID,
    SOLIDARITY_FUND,
    STOCK,
)
from kubebuku.domain.entries import CLOSING, OPENING
from kubebuku.i18n import figure
from kubebuku.ledger import struck
from kubebuku.ledger.tables import entry, posting
from kubebuku.ledger.work import Reading


def lines_without_name(reading: Reading) -> Iterable[str]:
    """Entry, account and amount of each such line."""
    for id_, code, amount in _nameless(reading):
        yield f"{id_}: {code} {figure(amount)}"


def nameless_entries(reading: Reading, query: NamelessEntries) -> tuple[EntryRow, ...]:
    """Each entry once."""
    return entry_rows(reading, tuple(dict.fromkeys(id_ for id_, _code, _amount in _nameless(reading))))


def _nameless(reading: Reading) -> list[tuple[int, str, int]]:
    chart = reading.chart
    by_person = tuple(one.code for one in chart.under(RECEIVABLE, PAYABLE, CUSTOMER_DEPOSIT, REVOLVING_AID, OUTSIDE_LOAN))
    by_item = tuple(one.code for one in chart.under(EQUIPMENT, DEPRECIATION_HELD))
    by_unit = tuple(one.code for one in chart.under(STOCK, LIVESTOCK))
    by_loan = tuple(one.code for one in chart.under(LOAN_FEE, RECOVERED_LOAN, LOAN_LOSS))
    fines = tuple(one.code for one in chart.under(FINE))
    fund = tuple(one.code for one in chart.under(SOLIDARITY_FUND))
    # what is set aside out of profit is nobody's; a payment or a receipt of the fund is somebody's
    profit = [one.code for one in chart.under(RESULT_SHARED, RESULT_UNSHARED, RESERVE)]
    beside = posting.alias("beside")
    set_aside = select(beside.c.entry).where(beside.c.account.in_(profit))
    # what is let go of a loan is taken off it and put to no loan; its correction the other way round
    origin = entry.alias("origin")
    kind = func.coalesce(origin.c.kind, entry.c.kind)
    summed = kind.in_((OPENING, CLOSING, LET_GO))
    rows = reading.connection.execute(
        select(posting.c.entry, posting.c.account, posting.c.amount)
        .join(entry, entry.c.id == posting.c.entry)
        .outerjoin(origin, origin.c.id == entry.c.reverses)
        .where(
            or_(
                posting.c.account.in_(by_person) & posting.c.person.is_(None),
                posting.c.account.in_(by_item) & posting.c.item.is_(None),
                posting.c.account.in_(by_unit) & posting.c.unit.is_(None),
                posting.c.account.in_(by_loan) & posting.c.loan.is_(None) & ~summed,
                posting.c.account.in_(fines) & posting.c.loan.is_(None) & posting.c.person.is_(None) & ~summed,
                posting.c.account.in_(fund) & posting.c.person.is_(None) & ~summed & posting.c.entry.not_in(set_aside),
            ),
            posting.c.entry.not_in(struck.ids()),
        )
        .order_by(posting.c.entry, posting.c.line)
    )
    return [(id_, code, amount) for id_, code, amount in rows]
