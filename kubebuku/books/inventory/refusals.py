"""What the inventory refuses."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_


class ItemUnknown(RuleBroken):
    """No thing of that number in the list."""

    wrong = N_("There is no item {item} in the inventory.")
    remedy = N_("Choose it from the list.")
    field = "item"

    item: Numeral


class ItemGone(RuleBroken):
    """Sold, lost or replaced already."""

    wrong = N_("{label} is not in the inventory any more.")
    remedy = N_("Choose another item, or undo what was written then.")
    field = "item"

    label: str
    ended: date | None

    def __post_init__(self) -> None:
        if self.ended is not None:
            self.why = N_("It left on {ended}.")


class ItemStillHere(RuleBroken):
    """Nothing to bring back, or its own entry must be undone."""

    wrong = N_("{label} cannot be brought back this way.")
    why = N_("Only items without book value that were written off are brought back here.")
    remedy = N_("Undo the sale or loss in its own entry.")
    field = "item"

    label: str


class NumberTaken(RuleBroken):
    """Two things with one inventory number."""

    code = "item-number-taken"
    wrong = N_("The number {number} already belongs to {label}.")
    remedy = N_("Write another number, or leave it empty for the next free one.")
    field = "number"

    number: str
    label: str


class PiecesNotPositive(RuleBroken):
    """No pieces, or fewer."""

    wrong = N_("The number of pieces must be more than zero.")
    why = N_("What was written is {found}.")
    remedy = N_("Write how many there are.")
    field = "quantity"

    found: int


class NotSoManyPieces(RuleBroken):
    """More pieces go than there are."""

    wrong = N_("There are not so many pieces of {label}.")
    why = N_("There are {here}, written {written}.")
    remedy = N_("Write at most {here}.")
    field = "quantity"

    label: str
    here: int
    written: int


class QuantityStandsForMoney(RuleBroken):
    """Pieces with book value come and go by entries."""

    wrong = N_("The number of pieces of {label} stands for money.")
    why = N_("There are {here}.")
    remedy = N_("Write what is missing as lost or sold, what is new as bought or received.")
    field = "quantity"

    label: str
    here: int


class LifeUnlikely(RuleBroken):
    """Outside 1 to 600 months."""

    wrong = N_("An item does not last {found} months.")
    why = N_("From 1 to {longest} months.")
    remedy = N_("Write how many months it will last, or leave it empty.")
    field = "life_months"

    found: int
    longest: int


class ResidualTooLarge(RuleBroken):
    """Worth as much at the end as at the beginning, or less than nothing."""

    wrong = N_("What it will be worth at the end does not fit its value.")
    why = N_("Value {value}, at the end {residual}.")
    remedy = N_("Write 0, or less than its value.")
    field = "residual"

    value: Rupiah
    residual: Rupiah


class NotASmallGoodsCost(RuleBroken):
    """Small goods go on costs for small things."""

    wrong = N_("{account} is not a cost for small goods.")
    remedy = N_("Choose one of the costs from the list.")
    field = "account"

    account: str


class BeforeItCame(RuleBroken):
    """A thing goes, or is mended, before it came."""

    wrong = N_("{label} was not there yet on {found}.")
    why = N_("It came on {acquired}.")
    remedy = N_("Write a later date.")
    field = "on"

    label: str
    acquired: date
    found: date


class BeforeItsDepreciation(RuleBroken):
    """A thing goes on a day before some of its depreciation, which goes with it."""

    wrong = N_("{label} was depreciated on {last}, after {found}.")
    why = N_("What goes takes all of its depreciation with it.")
    remedy = N_("Write a date from {last} on, or undo that depreciation first.")
    field = "on"

    label: str
    last: date
    found: date


class NothingToDepreciate(RuleBroken):
    """All that wears out has its share for that month, or nothing wears out."""

    wrong = N_("There is nothing to depreciate in {month}.")
    why = N_("Each item that has a life in months is depreciated once a month.")
    remedy = N_("Look at the list: does an item lack its life in months?")
    field = "month"

    month: Month


class NotInThatMonth(RuleBroken):
    """Depreciation of one month dated in another."""

    wrong = N_("{on} does not lie in {month}.")
    remedy = N_("Choose a day of that month, or leave the day empty.")
    field = "on"

    on: date
    month: Month


class ItemNeeded(RuleBroken):
    """Later entries stand on what is to be taken back."""

    wrong = N_("This cannot be taken back: later entries build on it, for {label}.")
    why = N_("What the list says and what the ledger says of an item must agree.")
    remedy = N_("Undo its later depreciation, sale or loss first.")
    field = "item"

    label: str


class ItemAidDiffers(RuleBroken):
    """Only a thing that came as revolving aid is passed on as such."""

    code = "item-not-revolving"
    wrong = N_("{label} did not come as this revolving aid.")
    why = N_("Only what came as revolving aid is passed on.")
    remedy = N_("Choose the aid with which it came, or write it as sold or lost.")
    field = "aid"

    label: str


class NothingCounted(RuleBroken):
    """A count without a line."""

    wrong = N_("Nothing is counted yet.")
    remedy = N_("Write how many there are of one thing at least.")
    field = "lines"


class ThingCountedTwice(RuleBroken):
    """Two lines about one thing."""

    wrong = N_("{label} stands twice in the count.")
    remedy = N_("Keep one line of it.")
    field = "lines"

    label: str


class FoundBelowZero(RuleBroken):
    """Fewer than none."""

    wrong = N_("There cannot be {found} of {label}.")
    remedy = N_("Write 0 where nothing was found.")
    field = "found"

    label: str
    found: Numeral


class GoodsCountedLater(RuleBroken):
    """A later count stands already."""

    wrong = N_("The goods were counted on {later} already.")
    why = N_("This count is of {found}.")
    remedy = N_("Count again with a day after {later}, or on it.")
    field = "on"

    later: date
    found: date


class NothingMissing(RuleBroken):
    """Written off though all is there."""

    wrong = N_("Nothing of {label} is missing.")
    remedy = N_("Take the tick away from writing it off.")
    field = "write_off"

    label: str


class LossUndecided(RuleBroken):
    """Given up without a word about who decided it."""

    wrong = N_("{missing} of {label} would be written off without a decision.")
    why = N_("What the group gives up is decided by the group.")
    remedy = N_("Write what was decided and when, or leave it as a difference for now.")
    field = "decided"

    label: str
    missing: int


class CountUnknown(RuleBroken):
    """No count of that number."""

    wrong = N_("There is no such count of the goods.")
    remedy = N_("Choose it from the list.")
    field = "count"
