"""What the ledger refuses, a class each: what is wrong, what was expected and found, what to do."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.text import N_, PN_, Name, Sentence

#: The dimensions' names as a person reads them.
DIMENSION_NAMES = {
    "unit": PN_("dimension", "business"),
    "person": PN_("dimension", "person"),
    "loan": PN_("dimension", "loan"),
    "item": PN_("dimension", "item"),
}


class Unbalanced(RuleBroken):
    """The lines do not sum to zero."""

    wrong = N_("Debit and credit are not equal.")
    why = N_("The debit side is larger by {amount}.")
    remedy = N_("Add the missing line or mend an amount.")
    field = "postings"

    difference: Rupiah

    def __post_init__(self) -> None:
        self.said = {"amount": abs(self.difference)}
        if self.difference < 0:
            self.why = N_("The credit side is larger by {amount}.")


class TooFewLines(RuleBroken):
    """An entry has at least two lines."""

    wrong = N_("This entry has too few lines: {found}.")
    why = N_("An entry says where the money came from and where it went: two lines at least.")
    remedy = N_("Add the missing line.")
    field = "postings"

    found: int


class TooManyLines(RuleBroken):
    """An entry has at most 200 lines."""

    wrong = N_("This entry has too many lines: {found}.")
    why = N_("At most {most} lines fit one entry.")
    remedy = N_("Split it into several entries.")
    field = "postings"

    found: int
    most: int


class NoEffect(RuleBroken):
    """Every line is taken back by another of the same entry."""

    wrong = N_("This entry changes nothing.")
    why = N_("The same account stands on both sides with the same amount.")
    remedy = N_("Choose another account on one side.")
    field = "postings"


class ZeroLine(RuleBroken):
    """A line of nil rupiah."""

    code = "zero-amount"
    wrong = N_("The amount for {account} is zero.")
    why = N_("An amount is at least Rp1.")
    remedy = N_("Write the amount or remove the line.")
    field = "amount"

    account: Name


class AmountTooLarge(RuleBroken):
    """Above 999.999.999.999 rupiah."""

    wrong = N_("The amount is too large: {digits} digits.")
    why = N_("At most {most}.")
    remedy = N_("Check the zeros.")
    field = "amount"
    most = Rupiah(LARGEST_AMOUNT)

    digits: int


class UnknownAccount(RuleBroken):
    """No account of that code."""

    wrong = N_("Account {account} is not in this book.")
    remedy = N_("Choose an account from the list.")
    field = "account"

    account: str


class AccountIsHeading(RuleBroken):
    """A heading groups accounts and takes no posting."""

    code = "heading-account"
    wrong = N_("{account} {label} is a heading.")
    why = N_("Amounts are written on the accounts under a heading.")
    remedy = N_("Choose one of the accounts under it.")
    field = "account"

    account: str
    label: Name


class AccountClosed(RuleBroken):
    """The group has closed this account."""

    code = "closed-account"
    wrong = N_("{account} {label} has been closed.")
    remedy = N_("Choose another account, or open it again.")
    field = "account"

    account: str
    label: Name


class DimensionMissing(RuleBroken):
    """The account needs a person, loan or business (accounting.md 2)."""

    wrong = N_("{account} needs a name: {dimension}.")
    remedy = N_("Choose it from the list.")

    account: Name
    dimension: str

    def __post_init__(self) -> None:
        self.field = self.dimension
        self.said = {"dimension": Sentence(DIMENSION_NAMES[self.dimension])}


class DimensionUnknown(RuleBroken):
    """A posting points at something that is not in this book."""

    wrong = N_("There is no {dimension} {value} in this book.")
    remedy = N_("Add it first, or choose another.")

    dimension: str
    value: int | str

    def __post_init__(self) -> None:
        self.field = self.dimension
        self.said = {"dimension": Sentence(DIMENSION_NAMES[self.dimension]), "value": str(self.value)}


class BeforeOpening(RuleBroken):
    """The date lies before the day the book begins."""

    wrong = N_("The date {found} lies before the book begins, {opened}.")
    remedy = N_("What happened earlier belongs to the opening balances.")
    field = "on"

    found: date
    opened: date


class NotYet(RuleBroken):
    """More than one day ahead of today."""

    wrong = N_("The date {found} has not come yet.")
    why = N_("Tomorrow at the latest, {latest}.")
    remedy = N_("Write it down when the money has really moved.")
    field = "on"

    found: date
    latest: date


class MonthClosed(RuleBroken):
    """The month is closed (accounting.md 7)."""

    wrong = N_("{month} has been closed.")
    remedy = N_("Write it in the open month with a description, or ask the chairperson to open {month} with a reason.")
    field = "on"

    month: Month


#: An undo of what a later entry has used: that one comes first, and is named.
TAKEN = N_("This money has already been taken ({number}).")
USED = N_("This has already been used or paid ({number}).")
UNDO_FIRST = N_("Undo that first.")


class BoxShort(RuleBroken):
    """A box would hold less than nothing at the end of a day (accounting.md 3).

    `least` must come in where less is written than before; `number` took what an undo takes back.
    """

    wrong = N_("{box} would run short on {day}, at {culprit}.")
    why = N_("Short by {short}.")
    remedy = N_(
        "Has money come in that is not written yet? Write that first, keep this as a pending note, or pay from another place."
    )
    field = "amount"

    box: Name
    day: date
    short: Rupiah
    most: Rupiah
    culprit: str | None
    wanted: Rupiah
    least: Rupiah | None = None
    number: str | None = None
    in_the_way: int | None = None

    def __post_init__(self) -> None:
        if self.number is not None:
            self.remedy = N_("Undo {number} first, or write the money that came in and is not written yet.")
            if self.culprit is None:
                self.wrong = TAKEN
                self.explain(None)
        elif self.least is not None:
            self.wrong = N_("{box} would run short on {day}.")
            self.remedy = N_("Write at least {least}.")
        elif self.culprit is None:
            self.wrong = N_("There is not enough money in {box}.")
            self.why = N_("At most {most} can be paid. Written: {wanted}. Short by {short}.")


class BalanceShort(RuleBroken):
    """Savings, a share, the solidarity fund, a debt or a loan would cross zero (accounting.md 3).

    `least` must be written where less is than before; `number` took what an undo takes back.
    """

    wrong = N_("{account} of {whose} would fall below zero on {day}.")
    why = N_("At most {most} is there. Short by {short}.")
    remedy = N_("Write at most {most}.")
    field = "amount"

    whose: str
    account: Name
    day: date
    short: Rupiah
    most: Rupiah
    least: Rupiah | None = None
    number: str | None = None
    in_the_way: int | None = None
    money: bool = True

    def __post_init__(self) -> None:
        if self.number is not None:
            self.why, self.remedy = USED, UNDO_FIRST
            if self.money:
                self.wrong = TAKEN
                self.explain(None)
        elif self.least is not None:
            self.why = N_("What was used since must stay. Short by {short}.")
            self.remedy = N_("Write at least {least}.")


class AlreadyUndone(RuleBroken):
    """An entry is reversed once only."""

    wrong = N_("{number} has already been struck out by {by}.")
    remedy = N_("Look at its story to see what replaced it.")

    number: str
    by: str


class IsReversal(RuleBroken):
    """A reversal is not undone; what it struck out is written anew."""

    wrong = N_("{number} is itself a striking-out and cannot be struck out.")
    remedy = N_("Write the entry anew.")

    number: str


class UnknownEntry(RuleBroken):
    """No entry of that id."""

    wrong = N_("There is no entry {entry} in this book.")

    entry: Numeral


class OpeningMisplaced(RuleBroken):
    """The opening stands on the day the book begins, once (accounting.md 6)."""

    wrong = N_("The opening balances stand on the day the book begins, {opened}, and only once.")
    remedy = N_("Mend the opening balances that are there.")
    field = "on"

    opened: date
