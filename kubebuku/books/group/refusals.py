"""What is refused about businesses, accounts and choices of a group."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence

# ---- businesses


class UnknownUnit(RuleBroken):
    """No business of that id."""

    code = "unknown-unit"

    def __init__(self, unit: int) -> None:
        super().__init__(
            Sentence(N_("There is no business {unit} in this book."), {"unit": str(unit)}),
            remedy=Sentence(N_("Choose a business from the list.")),
            field="unit",
        )


class UnitNameTaken(RuleBroken):
    """Two businesses would have one name."""

    code = "unit-name-taken"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("There is already a business {label}."), {"label": label}),
            remedy=Sentence(N_("Choose another name, or open the old one again.")),
            field="label",
        )


class UnitBuiltIn(RuleBroken):
    """Savings and loan is part of every book."""

    code = "unit-built-in"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("{label} is part of every book and stays open."), {"label": label}),
            remedy=Sentence(N_("Choose a business of the group.")),
            field="unit",
        )


class UnitEndedAlready(RuleBroken):
    """Ended before."""

    code = "unit-ended-already"

    def __init__(self, label: str, closed: date) -> None:
        super().__init__(
            Sentence(N_("{label} ended on {day}."), {"label": label, "day": closed}),
            remedy=Sentence(N_("Choose a business that is still running.")),
            field="unit",
        )


class UnitStillOpen(RuleBroken):
    """Nothing to open again."""

    code = "unit-still-open"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("{label} is running."), {"label": label}),
            remedy=Sentence(N_("Choose a business that has ended.")),
            field="unit",
        )


class UnitEndsTooEarly(RuleBroken):
    """Before it began, or before its last entry."""

    code = "unit-ends-too-early"

    def __init__(self, label: str, on: date, last: date) -> None:
        super().__init__(
            Sentence(N_("{label} cannot end on {on}."), {"label": label, "on": on}),
            Sentence(N_("Something is written for it on {last}."), {"last": last}),
            Sentence(N_("Choose {last} or later."), {"last": last}),
            field="on",
        )


class UnitHoldsGoods(RuleBroken):
    """Stock or livestock is left."""

    code = "unit-holds-goods"

    def __init__(self, label: str, account: str, amount: Rupiah) -> None:
        super().__init__(
            Sentence(N_("{label} still has goods."), {"label": label}),
            Sentence(N_("{account}: {amount}."), {"account": account, "amount": amount}),
            Sentence(N_("Count, sell or move them first.")),
            field="unit",
        )


# ---- accounts


class AccountTooDeep(RuleBroken):
    """An own account lies under one of the chart, not under another own account."""

    code = "account-too-deep"

    def __init__(self, account: str) -> None:
        super().__init__(
            Sentence(N_("{account} is itself an account of the group."), {"account": account}),
            remedy=Sentence(N_("Choose the account of the chart above it.")),
            field="parent",
        )


class AccountUnderHeading(RuleBroken):
    """Headings have the accounts of the chart only."""

    code = "account-under-heading"

    def __init__(self, account: str) -> None:
        super().__init__(
            Sentence(N_("{account} is a heading."), {"account": account}),
            remedy=Sentence(N_("Choose one of the accounts under it.")),
            field="parent",
        )


class AccountsFull(RuleBroken):
    """Ninety-nine own accounts under one."""

    code = "accounts-full"

    def __init__(self, account: str) -> None:
        super().__init__(
            Sentence(N_("{account} has 99 accounts under it; there is no room for more."), {"account": account}),
            remedy=Sentence(N_("Use one that is there, or delete one that was never used.")),
            field="parent",
        )


class AccountNameTaken(RuleBroken):
    """Two accounts would have one name."""

    code = "account-name-taken"

    def __init__(self, label: str, account: str) -> None:
        super().__init__(
            Sentence(N_("{account} is already called {label}."), {"account": account, "label": label}),
            remedy=Sentence(N_("Choose another name.")),
            field="label",
        )


class AccountHoldsMoney(RuleBroken):
    """Closed only once it is empty."""

    code = "account-not-empty"

    def __init__(self, account: str, amount: Rupiah) -> None:
        super().__init__(
            Sentence(N_("{account} is not empty: {amount}."), {"account": account, "amount": amount}),
            remedy=Sentence(N_("Move what it holds first; income and costs are emptied by closing the year.")),
            field="account",
        )


class AccountInUse(RuleBroken):
    """A default box stays open."""

    code = "account-in-use"

    def __init__(self, account: str) -> None:
        super().__init__(
            Sentence(N_("{account} is the usual place for entries of this group."), {"account": account}),
            remedy=Sentence(N_("Choose another usual place in the settings first.")),
            field="account",
        )


class AccountKept(RuleBroken):
    """Of the chart, or with entries: never deleted."""

    code = "account-kept"

    def __init__(self, account: str, *, shipped: bool) -> None:
        found = N_("It belongs to the chart of every book.") if shipped else N_("Entries are written on it.")
        super().__init__(
            Sentence(N_("{account} cannot be deleted."), {"account": account}),
            Sentence(found),
            Sentence(N_("Rename it, or close it once it is empty.")),
            field="account",
        )


# ---- choices


class YearFoundedWrong(RuleBroken):
    """A Kube is not older than the programme's forerunners."""

    code = "year-founded-wrong"

    def __init__(self, year: int, first: int, last: int) -> None:
        super().__init__(
            Sentence(N_("{year} is not a year in which the group can have begun."), {"year": str(year)}),
            Sentence(N_("Between {first} and {last}."), {"first": str(first), "last": str(last)}),
            Sentence(N_("Correct the year, or leave it empty.")),
            field="founded",
        )


class ChoiceUnknown(RuleBroken):
    """A value no choice has."""

    code = "choice-unknown"

    def __init__(self, field: str, found: str, known: Sequence[str]) -> None:
        super().__init__(
            Sentence(N_("“{found}” cannot be chosen here."), {"found": found}),
            Sentence(N_("Possible are: {known}."), {"known": list(known)}),
            Sentence(N_("Choose one of these.")),
            field=field,
        )
