"""What would be settled if a member left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from kubebuku.books.cash.common import label
from kubebuku.books.leaving.queries import Leaving, LeavingLine, LeavingPlan
from kubebuku.books.leaving.unsettled import Open, fine_account, fines_until, loan_dues, open_balances, world_of
from kubebuku.books.members.people import member_row
from kubebuku.domain.accounts import (
    FINE,
    LOAN_FEE,
)
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _
from kubebuku.ledger.tables import loan
from kubebuku.ledger.work import Reading


def leaving(reading: Reading, query: Leaving) -> LeavingPlan:
    """See `Leaving`."""
    who, on = PersonId(query.person), query.on or reading.today
    name = member_row(reading, who).name
    labels = {row[0]: row[1] for row in reading.connection.execute(select(loan.c.id, loan.c.label).where(loan.c.person == who))}

    def line(one: Open) -> LeavingLine:
        account = reading.chart[one.account]
        return LeavingLine(one.account, label(account), labels.get(one.loan or 0), abs(one.amount), owes=one.amount > 0)

    found = open_balances(reading, who)
    settled = [one for one in found if world_of(reading, one) is not None]
    others = tuple(line(one) for one in found if world_of(reading, one) is None)
    unpaid = tuple(_unpaid_lines(reading, who, on))
    pays_out = -sum(one.amount for one in settled) - sum(one.amount for one in unpaid)
    return LeavingPlan(name, (*map(line, settled), *unpaid), Rupiah(pays_out), others)


def _unpaid_lines(reading: Reading, who: PersonId, on: date) -> Iterator[LeavingLine]:
    for due in loan_dues(reading, who, on):
        for account, amount in ((LOAN_FEE, due.fee), (FINE, due.fine)):
            if amount:
                yield LeavingLine(account, label(reading.chart[account]), due.label, amount, owes=True)
    fines = Rupiah(sum(row.rest for row in fines_until(reading, who, on)))
    if fines:
        yield LeavingLine(fine_account(reading), _("Meeting fines"), None, fines, owes=True)
