"""Funds against boxes: whose the money of savings and loan and of IKS is, and how much of it lies in its own box."""

from __future__ import annotations

from dataclasses import dataclass

from kubebuku.books.enterprise.queries import CapitalByUnit
from kubebuku.domain.accounts import (
    LOAN_ALLOWANCE,
    LOAN_CASH,
    MEMBER_LOANS,
    OBLIGATORY_SAVINGS,
    OUTSIDE_LOAN,
    OUTSIDER_LOANS,
    PRINCIPAL_SAVINGS,
    REVOLVING_AID,
    SOLIDARITY_CASH,
    SOLIDARITY_FUND,
    VOLUNTARY_SAVINGS,
)
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _
from kubebuku.ledger import balances
from kubebuku.reports.frame import SAVINGS_LOAN, Frame


@dataclass(frozen=True, slots=True)
class Fund:
    """A fund and its box at the end of the month, in rupiah. `parts` sum to `amount`."""

    key: str
    label: str
    box: str
    parts: tuple[tuple[str, Rupiah], ...]
    held: Rupiah

    @property
    def amount(self) -> Rupiah:
        """The fund itself."""
        return Rupiah(sum(amount for _label, amount in self.parts))

    @property
    def elsewhere(self) -> Rupiah:
        """What of it lies outside its box (*dititipkan di tempat lain*); negative where other money lies in the box."""
        return self.amount - self.held


def funds(frame: Frame) -> tuple[Fund, ...]:
    """The solidarity fund, and the money of savings and loan that is not lent out."""
    return solidarity(frame), savings_loan(frame)


def solidarity(frame: Frame) -> Fund:
    """2120 against 1103."""
    label = frame.label(SOLIDARITY_FUND)
    return Fund(
        "solidarity",
        label,
        frame.label(SOLIDARITY_CASH),
        ((label, -_held(frame, SOLIDARITY_FUND)),),
        _held(frame, SOLIDARITY_CASH),
    )


def savings_loan(frame: Frame) -> Fund:
    """Savings, capital and result of simpan pinjam, less what is lent out, against 1102."""
    parts = [(frame.label(code), -_held(frame, code)) for code in (PRINCIPAL_SAVINGS, OBLIGATORY_SAVINGS, VOLUNTARY_SAVINGS)]
    for line in frame.ask(CapitalByUnit(frame.until)):
        if line.savings_loan:
            parts.append((_("Capital of savings and loan"), line.aid + line.reserve + line.borrowed))
            parts.append((_("Result of savings and loan, not yet shared"), line.kept + line.running))
    own = next((unit.id for unit in frame.units if unit.kind == SAVINGS_LOAN), 0)
    codes = [account.code for account in frame.reading.chart.under(REVOLVING_AID, OUTSIDE_LOAN)]
    outside = balances.of(frame.reading.connection, *codes, at=frame.until, unit=own)
    parts.append((_("Revolving aid and outside loans for savings and loan"), -outside))
    parts.append(
        (_("Less: lent out"), -(_held(frame, MEMBER_LOANS) + _held(frame, OUTSIDER_LOANS) + _held(frame, LOAN_ALLOWANCE)))
    )
    shown = tuple((label, amount) for label, amount in parts if amount)
    return Fund("savings_loan", _("Savings and loan"), frame.label(LOAN_CASH), shown, _held(frame, LOAN_CASH))


def _held(frame: Frame, base: str) -> Rupiah:
    return Rupiah(sum(frame.at_end.get(account.code, 0) for account in frame.reading.chart.under(base)))
