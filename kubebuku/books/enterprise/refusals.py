"""What the books of the businesses refuse."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence


class MoreThanOwed(RuleBroken):
    """More is written than stands between the group and somebody; `otherwise` is the remedy where nothing does."""

    why = N_("Owed {owed}, written {written}: {more} too much.")
    field = "amount"
    otherwise: ClassVar[str]

    name: str
    owed: Rupiah
    written: Rupiah

    def __post_init__(self) -> None:
        self.said = {"more": self.written - self.owed}
        if not self.owed:
            self.remedy = self.otherwise


class MoreThanReceivable(MoreThanOwed):
    """A customer pays more than is owed."""

    wrong = N_("{name} does not owe that much.")
    remedy = N_("Write {owed}, and the rest as a deposit or another sale.")
    otherwise = N_("Write it as a sale or a deposit, or choose another person.")


class MoreThanPayable(MoreThanOwed):
    """A shop or lender would get more than it is owed."""

    wrong = N_("The group does not owe {name} that much.")
    remedy = N_("Write at most {owed}.")
    otherwise = N_("Write it as a purchase or a cost, or choose another name.")


class MoreThanDeposit(MoreThanOwed):
    """More of a deposit is used, returned or kept than was paid ahead."""

    wrong = N_("{name} has not paid that much ahead.")
    why = N_("Paid ahead {owed}, written {written}: {more} too much.")
    remedy = N_("Write at most {owed}.")
    otherwise = N_("Write the deposit first, or choose another person.")

    field: str = "amount"


class NotAUnitCost(RuleBroken):
    """The account is no cost that a business simply pays."""

    wrong = N_("{account} is not a cost that is written here.")
    why = N_("Materials, depreciation, losses and fees each have a form of their own.")
    remedy = N_("Choose one of the costs from the list.")
    field = "account"

    account: str


class NumberNotPositive(RuleBroken):
    """No animals, or fewer."""

    wrong = N_("The number must be more than zero.")
    why = N_("What was written is {found}.")
    remedy = N_("Write how many there are.")
    field = "number"

    found: int


class AnimalMissing(RuleBroken):
    """Livestock without its kind."""

    wrong = N_("The kind of animal is not written yet.")
    remedy = N_("Write it, for example pig, goat or cow.")
    field = "animal"


class NotSoManyAnimals(RuleBroken):
    """More animals leave than the business keeps."""

    wrong = N_("There are not so many animals: {animal}.")
    why = N_("On {day} there are {kept}, written {written}.")
    remedy = N_("Were some born or bought that are not written yet? Write that first.")
    field = "number"

    animal: str
    day: date
    kept: int
    written: int


class CostNeeded(RuleBroken):
    """Several kinds of animals share the value of a business, so no average tells what one of them cost."""

    wrong = N_("What the animals cost when they were bought is not written yet.")
    why = N_("{label} keeps several kinds of animals, so it cannot be worked out.")
    remedy = N_("Write what they were bought for; 0 for animals born in the herd.")
    field = "cost"

    label: str


class CostTooLarge(RuleBroken):
    """More cost than the herd or the stock stands in the book for."""

    wrong = N_("That is more than {label} has in the book.")
    why = N_("In the book {held}, written {written}.")
    remedy = N_("Write at most {held}.")

    label: str
    held: Rupiah
    written: Rupiah
    field: str = "cost"


class LastAnimalsCost(RuleBroken):
    """With the last animals of a business goes all that the book holds for them."""

    wrong = N_("These are the last animals of {label}: with them goes all that the book holds for them.")
    why = N_("In the book {held}, written {written}.")
    remedy = N_("Write {held}. Are they worth something else? Count them at their price first.")

    label: str
    held: Rupiah
    written: Rupiah
    field: str = "cost"


class ValueWithoutAnimals(RuleBroken):
    """The book would hold a value of animals of a business that keeps none."""

    wrong = N_("On {day} {label} keeps no animals, and the book would hold {held} for them.")
    remedy = N_("Buy, count and sell animals at the business: their number is written together with their value.")
    field = "unit"

    label: str
    day: date
    held: Rupiah


class HerdRowUnknown(RuleBroken):
    """No such row, or one that belongs to an entry."""

    wrong = N_("Row {row} of the list of animals cannot be taken out.")
    why = N_("Only births and losses that cost nothing stand there without an entry.")
    remedy = N_("Undo the sale, purchase or count in its own entry.")
    field = "row"

    row: Numeral


class HerdRowNeeded(RuleBroken):
    """Animals that were sold or died later would never have been there."""

    wrong = N_("This row cannot be taken out: {animal} that left the herd later were counted on it.")
    remedy = N_("Strike out the later sale or death first.")
    field = "row"

    animal: str


class CountedLater(RuleBroken):
    """A count stands on what came before it, so none is put in front of another."""

    wrong = N_("{label} has already been counted on {later}.")
    why = N_("An earlier count would no longer fit what was counted then.")
    remedy = N_("Count on {later} or afterwards.")
    field = "on"

    label: str
    later: date


class CountBuildsOnIt(RuleBroken):
    """A later count took this one for granted."""

    wrong = N_("This count of {label} cannot be struck out: the count of {later} builds on it.")
    remedy = N_("Strike out the later count first.")

    label: str
    later: date


class CountedBelowZero(RuleBroken):
    """Less than nothing counted, or a price below nothing."""

    code = "stock-below-zero"
    wrong = N_("The number or price of {name} is less than zero.")
    remedy = N_("Write what was counted and what one of it costs; 0 if there is none.")
    field = "lines"

    name: str


class CountedTwice(RuleBroken):
    """The same goods on two lines."""

    wrong = N_("{name} stands on two lines.")
    remedy = N_("Write it once, with the whole number.")
    field = "lines"

    name: str


class SameUnit(RuleBroken):
    """Capital moved from a business to itself."""

    wrong = N_("Both sides name the same business.")
    remedy = N_("Choose another business on one side.")
    field = "to_unit"


class OneBoxOnly(RuleBroken):
    """Money leaves one place without coming into another, or stays where it is."""

    wrong = N_("If the money moves too, it goes from one place to another.")
    remedy = N_("Choose two different places, or none if the money stays where it is.")
    field = "to_box"


class NotCapital(RuleBroken):
    """Only aid capital and reserves move between businesses."""

    wrong = N_("{account} is no capital of a business.")
    remedy = N_("Choose the capital from aid or the capital saved up.")
    field = "account"

    account: str


class MoreThanCapital(RuleBroken):
    """A business gives away more capital than it has."""

    wrong = N_("{whose} does not have that much capital of this kind.")
    why = N_("It has {held}, written {written}.")
    remedy = N_("Write at most {held}, or lend it instead of moving it.")
    field = "amount"

    whose: str | Sentence
    held: Rupiah
    written: Rupiah


class MoreThanLent(RuleBroken):
    """More is given back between businesses than was lent."""

    wrong = N_("{borrower} has not borrowed that much from {lender}.")
    why = N_("Still lent {lent}, written {written}.")
    remedy = N_("Write at most {most}.")
    field = "amount"

    borrower: str
    lender: str
    lent: Rupiah
    written: Rupiah

    def __post_init__(self) -> None:
        self.said = {"most": self.lent}


class NotRevolving(RuleBroken):
    """Only revolving aid is passed on."""

    wrong = N_("{label} is not revolving aid.")
    why = N_("Only revolving aid is passed on to others.")
    remedy = N_("Choose a revolving aid, or write this as a loan or a cost.")
    field = "aid"

    label: str


class UsedUpGoods(RuleBroken):
    """What was used up cannot be handed on."""

    wrong = N_("Materials that were used up cannot be passed on.")
    remedy = N_("Choose stock or animals, or pass on money.")
    field = "goods"


class FeeTooLarge(RuleBroken):
    """More jasa than money paid."""

    wrong = N_("The service fee does not fit into what was paid.")
    why = N_("Paid {paid}, of it service fee {fee}.")
    remedy = N_("Write the fee as part of the money paid: 0 or more, at most {paid}.")
    field = "fee"

    paid: Rupiah
    fee: Rupiah


class WhichUnitsLoan(RuleBroken):
    """One lender has lent to several businesses."""

    wrong = N_("{name} has lent to several businesses of the group.")
    remedy = N_("Choose the business whose loan is paid back.")
    field = "unit"

    name: str
