"""What the inventory refuses."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence


class ItemUnknown(RuleBroken):
    """No thing of that number in the list."""

    code = "item-unknown"

    def __init__(self, item: int) -> None:
        super().__init__(
            Sentence(N_("There is no item {item} in the inventory."), {"item": str(item)}),
            remedy=Sentence(N_("Choose it from the list.")),
            field="item",
        )


class ItemGone(RuleBroken):
    """Sold, lost or replaced already."""

    code = "item-gone"

    def __init__(self, label: str, ended: date | None) -> None:
        super().__init__(
            Sentence(N_("{label} is not in the inventory any more."), {"label": label}),
            Sentence(N_("It left on {ended}."), {"ended": ended}) if ended is not None else None,
            Sentence(N_("Choose another item, or undo what was written then.")),
            field="item",
        )


class ItemStillHere(RuleBroken):
    """Nothing to bring back, or its own entry must be undone."""

    code = "item-still-here"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("{label} cannot be brought back this way."), {"label": label}),
            Sentence(N_("Only items without book value that were written off are brought back here.")),
            Sentence(N_("Undo the sale or loss in its own entry.")),
            field="item",
        )


class NumberTaken(RuleBroken):
    """Two things with one inventory number."""

    code = "item-number-taken"

    def __init__(self, number: str, label: str) -> None:
        super().__init__(
            Sentence(N_("The number {number} already belongs to {label}."), {"number": number, "label": label}),
            remedy=Sentence(N_("Write another number, or leave it empty for the next free one.")),
            field="number",
        )


class PiecesNotPositive(RuleBroken):
    """No pieces, or fewer."""

    code = "pieces-not-positive"

    def __init__(self, found: int) -> None:
        super().__init__(
            Sentence(N_("The number of pieces must be more than zero.")),
            Sentence(N_("What was written is {found}."), {"found": found}),
            Sentence(N_("Write how many there are.")),
            field="quantity",
        )


class NotSoManyPieces(RuleBroken):
    """More pieces go than there are."""

    code = "not-so-many-pieces"

    def __init__(self, label: str, here: int, written: int) -> None:
        super().__init__(
            Sentence(N_("There are not so many pieces of {label}."), {"label": label}),
            Sentence(N_("There are {here}, written {written}."), {"here": here, "written": written}),
            Sentence(N_("Write at most {here}."), {"here": here}),
            field="quantity",
        )


class QuantityStandsForMoney(RuleBroken):
    """Pieces with book value come and go by entries."""

    code = "quantity-stands-for-money"

    def __init__(self, label: str, here: int) -> None:
        super().__init__(
            Sentence(N_("The number of pieces of {label} stands for money."), {"label": label}),
            Sentence(N_("There are {here}."), {"here": here}),
            Sentence(N_("Write what is missing as lost or sold, what is new as bought or received.")),
            field="quantity",
        )


class LifeUnlikely(RuleBroken):
    """Outside 1 to 600 months."""

    code = "life-unlikely"

    def __init__(self, found: int, longest: int) -> None:
        super().__init__(
            Sentence(N_("An item does not last {found} months."), {"found": found}),
            Sentence(N_("From 1 to {longest} months."), {"longest": longest}),
            Sentence(N_("Write how many months it will last, or leave it empty.")),
            field="life_months",
        )


class ResidualTooLarge(RuleBroken):
    """Worth as much at the end as at the beginning, or less than nothing."""

    code = "residual-too-large"

    def __init__(self, value: Rupiah, residual: Rupiah) -> None:
        super().__init__(
            Sentence(N_("What it will be worth at the end does not fit its value.")),
            Sentence(N_("Value {value}, at the end {residual}."), {"value": value, "residual": residual}),
            Sentence(N_("Write 0, or less than its value.")),
            field="residual",
        )


class NotASmallGoodsCost(RuleBroken):
    """Small goods go on costs for small things."""

    code = "not-a-small-goods-cost"

    def __init__(self, account: str) -> None:
        super().__init__(
            Sentence(N_("{account} is not a cost for small goods."), {"account": account}),
            remedy=Sentence(N_("Choose one of the costs from the list.")),
            field="account",
        )


class BeforeItCame(RuleBroken):
    """A thing goes, or is mended, before it came."""

    code = "before-it-came"

    def __init__(self, label: str, acquired: date, found: date) -> None:
        super().__init__(
            Sentence(N_("{label} was not there yet on {found}."), {"label": label, "found": found}),
            Sentence(N_("It came on {acquired}."), {"acquired": acquired}),
            Sentence(N_("Write a later date.")),
            field="on",
        )


class NothingToDepreciate(RuleBroken):
    """All that wears out has its share for that month, or nothing wears out."""

    code = "nothing-to-depreciate"

    def __init__(self, month: Month) -> None:
        super().__init__(
            Sentence(N_("There is nothing to depreciate in {month}."), {"month": month}),
            Sentence(N_("Each item that has a life in months is depreciated once a month.")),
            Sentence(N_("Look at the list: does an item lack its life in months?")),
            field="month",
        )


class NotInThatMonth(RuleBroken):
    """Depreciation of one month dated in another."""

    code = "not-in-that-month"

    def __init__(self, on: date, month: Month) -> None:
        super().__init__(
            Sentence(N_("{on} does not lie in {month}."), {"on": on, "month": month}),
            remedy=Sentence(N_("Choose a day of that month, or leave the day empty.")),
            field="on",
        )


class ItemNeeded(RuleBroken):
    """Later entries stand on what is to be taken back."""

    code = "item-needed"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("This cannot be taken back: later entries build on it, for {label}."), {"label": label}),
            Sentence(N_("What the list says and what the ledger says of an item must agree.")),
            Sentence(N_("Undo its later depreciation, sale or loss first.")),
            field="item",
        )


class ItemAidDiffers(RuleBroken):
    """Only a thing that came as revolving aid is passed on as such."""

    code = "item-not-revolving"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("{label} did not come as this revolving aid."), {"label": label}),
            Sentence(N_("Only what came as revolving aid is passed on.")),
            Sentence(N_("Choose the aid with which it came, or write it as sold or lost.")),
            field="aid",
        )


class NothingCounted(RuleBroken):
    """A count without a line."""

    code = "nothing-counted"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("Nothing is counted yet.")),
            remedy=Sentence(N_("Write how many there are of one thing at least.")),
            field="lines",
        )


class ThingCountedTwice(RuleBroken):
    """Two lines about one thing."""

    code = "thing-counted-twice"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("{label} stands twice in the count."), {"label": label}),
            remedy=Sentence(N_("Keep one line of it.")),
            field="lines",
        )


class FoundBelowZero(RuleBroken):
    """Fewer than none."""

    code = "found-below-zero"

    def __init__(self, label: str, found: int) -> None:
        super().__init__(
            Sentence(N_("There cannot be {found} of {label}."), {"label": label, "found": str(found)}),
            remedy=Sentence(N_("Write 0 where nothing was found.")),
            field="found",
        )


class GoodsCountedLater(RuleBroken):
    """A later count stands already."""

    code = "goods-counted-later"

    def __init__(self, later: date, found: date) -> None:
        super().__init__(
            Sentence(N_("The goods were counted on {later} already."), {"later": later}),
            Sentence(N_("This count is of {found}."), {"found": found}),
            Sentence(N_("Count again with a day after {later}, or on it."), {"later": later}),
            field="on",
        )


class NothingMissing(RuleBroken):
    """Written off though all is there."""

    code = "nothing-missing"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("Nothing of {label} is missing."), {"label": label}),
            remedy=Sentence(N_("Take the tick away from writing it off.")),
            field="write_off",
        )


class LossUndecided(RuleBroken):
    """Given up without a word about who decided it."""

    code = "loss-undecided"

    def __init__(self, label: str, missing: int) -> None:
        super().__init__(
            Sentence(N_("{missing} of {label} would be written off without a decision."), {"missing": missing, "label": label}),
            Sentence(N_("What the group gives up is decided by the group.")),
            Sentence(N_("Write what was decided and when, or leave it as a difference for now.")),
            field="decided",
        )


class CountUnknown(RuleBroken):
    """No count of that number."""

    code = "count-unknown"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("There is no such count of the goods.")), remedy=Sentence(N_("Choose it from the list.")), field="count"
        )
