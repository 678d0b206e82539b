"""What is refused about businesses, accounts and choices of a group."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_

# ---- businesses


class UnknownUnit(RuleBroken):
    """No business of that id."""

    wrong = N_("There is no business {unit} in this book.")
    remedy = N_("Choose a business from the list.")
    field = "unit"

    unit: Numeral


class UnitNameTaken(RuleBroken):
    """Two businesses would have one name."""

    wrong = N_("There is already a business {label}.")
    remedy = N_("Choose another name, or open the old one again.")
    field = "label"

    label: str


class UnitBuiltIn(RuleBroken):
    """Savings and loan is part of every book."""

    wrong = N_("{label} is part of every book and stays open.")
    remedy = N_("Choose a business of the group.")
    field = "unit"

    label: str


class UnitEndedAlready(RuleBroken):
    """Ended before."""

    wrong = N_("{label} ended on {day}.")
    remedy = N_("Choose a business that is still running.")
    field = "unit"

    label: str
    day: date


class UnitStillOpen(RuleBroken):
    """Nothing to open again."""

    wrong = N_("{label} is running.")
    remedy = N_("Choose a business that has ended.")
    field = "unit"

    label: str


class UnitEndsTooEarly(RuleBroken):
    """Before it began, or before its last entry."""

    wrong = N_("{label} cannot end on {on}.")
    why = N_("Something is written for it on {last}.")
    remedy = N_("Choose {last} or later.")
    field = "on"

    label: str
    on: date
    last: date


class UnitHoldsGoods(RuleBroken):
    """Stock or livestock is left."""

    wrong = N_("{label} still has goods.")
    why = N_("{account}: {amount}.")
    remedy = N_("Count, sell or move them first.")
    field = "unit"

    label: str
    account: str
    amount: Rupiah


# ---- accounts


class AccountTooDeep(RuleBroken):
    """An own account lies under one of the chart, not under another own account."""

    wrong = N_("{account} is itself an account of the group.")
    remedy = N_("Choose the account of the chart above it.")
    field = "parent"

    account: str


class AccountUnderHeading(RuleBroken):
    """Headings have the accounts of the chart only."""

    wrong = N_("{account} is a heading.")
    remedy = N_("Choose one of the accounts under it.")
    field = "parent"

    account: str


class AccountsFull(RuleBroken):
    """Ninety-nine own accounts under one."""

    wrong = N_("{account} has 99 accounts under it; there is no room for more.")
    remedy = N_("Use one that is there, or delete one that was never used.")
    field = "parent"

    account: str


class AccountNameTaken(RuleBroken):
    """Two accounts would have one name."""

    wrong = N_("{account} is already called {label}.")
    remedy = N_("Choose another name.")
    field = "label"

    label: str
    account: str


class AccountHoldsMoney(RuleBroken):
    """Closed only once it is empty."""

    code = "account-not-empty"
    wrong = N_("{account} is not empty: {amount}.")
    remedy = N_("Move what it holds first; income and costs are emptied by closing the year.")
    field = "account"

    account: str
    amount: Rupiah


class AccountInUse(RuleBroken):
    """A default box stays open."""

    wrong = N_("{account} is the usual place for entries of this group.")
    remedy = N_("Choose another usual place in the settings first.")
    field = "account"

    account: str


class AccountKept(RuleBroken):
    """Of the chart, or with entries: never deleted."""

    wrong = N_("{account} cannot be deleted.")
    why = N_("Entries are written on it.")
    remedy = N_("Rename it, or close it once it is empty.")
    field = "account"

    account: str
    shipped: bool

    def __post_init__(self) -> None:
        if self.shipped:
            self.why = N_("It belongs to the chart of every book.")


# ---- choices


class YearFoundedWrong(RuleBroken):
    """A Kube is not older than the programme's forerunners."""

    wrong = N_("{year} is not a year in which the group can have begun.")
    why = N_("Between {first} and {last}.")
    remedy = N_("Correct the year, or leave it empty.")
    field = "founded"

    year: Numeral
    first: Numeral
    last: Numeral


class ChoiceUnknown(RuleBroken):
    """A value no choice has."""

    wrong = N_("“{found}” cannot be chosen here.")
    why = N_("Possible are: {known}.")
    remedy = N_("Choose one of these.")

    field: str
    found: str
    known: tuple[str, ...]
