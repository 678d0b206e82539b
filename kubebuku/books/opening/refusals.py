"""What is refused when a book is opened, and of what is decided about its unexplained rest."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_


class OpeningEmpty(RuleBroken):
    """Nothing to open the book with."""

    wrong = N_("No opening balance is written yet.")
    remedy = N_("Write what there was on the first day; a group that begins with nothing needs no opening.")
    field = "boxes"


class OpeningLineElsewhere(RuleBroken):
    """Money, equipment, loans, savings and the unexplained rest have places of their own."""

    wrong = N_("{account} is not written in this list.")
    why = N_("Money, equipment, loans, livestock and savings have lists of their own; the rest is reckoned.")
    remedy = N_("Write it in its own list.")
    field = "lines"

    account: str


class OpeningBelowZero(RuleBroken):
    """Balances of the opening are counted, not reckoned."""

    wrong = N_("{what} would be {amount}.")
    why = N_("An opening balance is zero or more; only reserve and unshared result may be less.")
    remedy = N_("Write the amount without minus, on the account on the other side if need be.")
    field = "lines"

    what: str
    amount: Rupiah


class ResultAtNewYear(RuleBroken):
    """A book that begins with the year has earned nothing yet."""

    wrong = N_("{account} is nil on {opened}.")
    why = N_("Income and costs so far are only written for a book that begins within the year.")
    remedy = N_("Write what is left of earlier years as unshared result.")
    field = "lines"

    account: str
    opened: date


class WrittenOffTooMuch(RuleBroken):
    """Depreciation above the value, or the residual value above it."""

    wrong = N_("{item} cost {value}; {off} cannot be written off.")
    remedy = N_("Write at most {value}.")
    field = "items"

    item: str
    value: Rupiah
    off: Rupiah


class ItemNumberTaken(RuleBroken):
    """Two things would have one number."""

    code = "opening-number-taken"
    wrong = N_("The number {number} is on another thing already.")
    remedy = N_("Choose another number, or leave it empty.")
    field = "items"

    number: str


class ItemStillUsed(RuleBroken):
    """A later entry (depreciation, sale) still stands on a thing of the opening."""

    wrong = N_("Later entries still stand on {item}.")
    remedy = N_("Undo those entries first, or keep the thing with its name in the opening.")
    field = "items"

    item: str


class LoanRestTooLarge(RuleBroken):
    """More to be repaid than was lent."""

    wrong = N_("{name} was lent {principal} and cannot owe {rest}.")
    remedy = N_("Write at most {most}.")
    field = "loans"

    name: str
    principal: Rupiah
    rest: Rupiah

    def __post_init__(self) -> None:
        self.said = {"most": self.principal}


class LoanMethodMissing(RuleBroken):
    """A rate of jasa, and not how it is reckoned."""

    code = "opening-loan-method-missing"
    wrong = N_("How the service fee of the loan of {name} is reckoned is not written.")
    remedy = N_("Choose it beside the rate, or leave the rate empty.")
    field = "loans"

    name: str


class NothingUnexplained(RuleBroken):
    """3190 is empty."""

    wrong = N_("Every opening balance is explained already.")
    remedy = N_("There is nothing to decide here.")


class ExplainedTooMuch(RuleBroken):
    """More than 3190 holds."""

    wrong = N_("Only {left} is not explained yet.")
    why = N_("Written is {found}, too much by {more}.")
    remedy = N_("Write at most {most}.")
    field = "amount"

    left: Rupiah
    found: Rupiah

    def __post_init__(self) -> None:
        self.said = {"more": self.found - self.left, "most": self.left}


class NotACapitalAccount(RuleBroken):
    """Unexplained balances become aid capital, reserve or unshared result."""

    wrong = N_("{account} cannot take it.")
    why = N_("It becomes aid capital, reserve, or unshared result.")
    remedy = N_("Choose one of these three.")
    field = "account"

    account: str


class LoanLabelTaken(RuleBroken):
    """Two loans of the opening, or a later one, would have one number."""

    code = "opening-loan-number-taken"
    wrong = N_("The number {label} is on another loan already.")
    remedy = N_("Write the number on its paper, or leave it empty.")
    field = "loans"

    label: str
