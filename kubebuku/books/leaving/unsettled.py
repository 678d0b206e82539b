"""What is open between the group and a person, and what is due but in no balance yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from kubebuku.books.meetings.commands import FineTo
from kubebuku.books.meetings.fines import unpaid_fines
from kubebuku.books.meetings.queries import FineRow, UnpaidFines
from kubebuku.books.meetings.rule_keeping import in_force
from kubebuku.books.members.people import OF_THE_GROUP
from kubebuku.books.savings_loan.stored_loans import loans as loans_of
from kubebuku.domain.accounts import (
    ADVANCE,
    FINE,
    MEMBER_LOANS,
    OBLIGATORY_SAVINGS,
    OUTSIDER_LOANS,
    OWED_TO_PEOPLE,
    PRINCIPAL_SAVINGS,
    RECEIVABLE,
    SHARE_UNPAID,
    SOLIDARITY_FUND,
    VOLUNTARY_SAVINGS,
    Kind,
)
from kubebuku.domain.entries import LoanId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.tables import posting
from kubebuku.ledger.work import Reading

#: Money of savings and loan, and everything else that is settled on leaving.
SAVINGS = frozenset({PRINCIPAL_SAVINGS, OBLIGATORY_SAVINGS, VOLUNTARY_SAVINGS, MEMBER_LOANS, OUTSIDER_LOANS})
OTHER = frozenset({RECEIVABLE, ADVANCE, OWED_TO_PEOPLE, SHARE_UNPAID})
LOANS = (MEMBER_LOANS, OUTSIDER_LOANS)


@dataclass(frozen=True, slots=True)
class Open:
    """One open balance of a person, debit positive."""

    account: str
    loan: LoanId | None
    amount: Rupiah


def open_balances(reading: Reading, who: PersonId) -> list[Open]:
    """Everything open between the group and a person, by account and loan."""
    total = func.sum(posting.c.amount)
    rows = reading.connection.execute(
        select(posting.c.account, posting.c.loan, total)
        .where(posting.c.person == who)
        .group_by(posting.c.account, posting.c.loan)
        .having(total != 0)
        .order_by(posting.c.account.desc(), posting.c.loan)
    )
    found = [Open(code, None if of is None else LoanId(of), Rupiah(int(amount))) for code, of, amount in rows]
    return [one for one in found if _personal(reading, one.account)]


def _personal(reading: Reading, code: str) -> bool:
    account = reading.chart[code]
    return account.base not in OF_THE_GROUP and account.kind in (Kind.ASSET, Kind.LIABILITY, Kind.EQUITY)


# ------------------------------------------------------------------------------- due and unpaid, which is in no balance yet


@dataclass(frozen=True, slots=True)
class Due:
    """Jasa and denda of one running loan on the day; `most` is all jasa to come, None without a plan that asks any."""

    loan: LoanId
    label: str
    fee: Rupiah
    fine: Rupiah
    most: Rupiah | None


def loan_dues(reading: Reading, who: PersonId, on: date) -> list[Due]:
    """What the cards of the person's running loans say is unpaid at the end of the day."""
    dues = []
    for found in loans_of(reading, of=who, standings=("running",)):
        reckoned = found.reckon(on)
        if reckoned is None:
            dues.append(Due(found.id, found.label, Rupiah(0), Rupiah(0), None))
        else:
            most = reckoned.fee_ahead if any(reckoned.interests) else None
            dues.append(Due(found.id, found.label, reckoned.fee_open, reckoned.fine_open, most))
    return dues


def fines_until(reading: Reading, who: PersonId, on: date) -> list[FineRow]:
    return [row for row in unpaid_fines(reading, UnpaidFines(who)) if row.on <= on]


def fine_account(reading: Reading) -> str:
    return SOLIDARITY_FUND if in_force(reading.connection).fine_to is FineTo.SOLIDARITY else FINE


def world_of(reading: Reading, one: Open) -> frozenset[str] | None:
    base = reading.chart[one.account].base
    return next((world for world in (SAVINGS, OTHER) if base in world), None)
