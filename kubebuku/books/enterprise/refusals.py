"""What the books of the businesses refuse."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence


class MoreThanReceivable(RuleBroken):
    """A customer pays more than is owed."""

    code = "more-than-receivable"

    def __init__(self, name: str, owed: Rupiah, written: Rupiah) -> None:
        super().__init__(
            Sentence(N_("{name} does not owe that much."), {"name": name}),
            Sentence(N_("Owed {owed}, written {written}: {more} too much."), _figures(owed, written)),
            Sentence(N_("Write {owed}, and the rest as a deposit or another sale."), {"owed": owed})
            if owed
            else Sentence(N_("Write it as a sale or a deposit, or choose another person.")),
            field="amount",
        )


class MoreThanPayable(RuleBroken):
    """A shop or lender would get more than it is owed."""

    code = "more-than-payable"

    def __init__(self, name: str, owed: Rupiah, written: Rupiah) -> None:
        super().__init__(
            Sentence(N_("The group does not owe {name} that much."), {"name": name}),
            Sentence(N_("Owed {owed}, written {written}: {more} too much."), _figures(owed, written)),
            Sentence(N_("Write at most {owed}."), {"owed": owed})
            if owed
            else Sentence(N_("Write it as a purchase or a cost, or choose another name.")),
            field="amount",
        )


class MoreThanDeposit(RuleBroken):
    """More of a deposit is used, returned or kept than was paid ahead."""

    code = "more-than-deposit"

    def __init__(self, name: str, held: Rupiah, written: Rupiah, *, field: str = "amount") -> None:
        super().__init__(
            Sentence(N_("{name} has not paid that much ahead."), {"name": name}),
            Sentence(N_("Paid ahead {owed}, written {written}: {more} too much."), _figures(held, written)),
            Sentence(N_("Write at most {owed}."), {"owed": held})
            if held
            else Sentence(N_("Write the deposit first, or choose another person.")),
            field=field,
        )


def _figures(owed: Rupiah, written: Rupiah) -> dict[str, object]:
    return {"owed": owed, "written": written, "more": written - owed}


class NotAUnitCost(RuleBroken):
    """The account is no cost that a business simply pays."""

    code = "not-a-unit-cost"

    def __init__(self, account: str) -> None:
        super().__init__(
            Sentence(N_("{account} is not a cost that is written here."), {"account": account}),
            Sentence(N_("Materials, depreciation, losses and fees each have a form of their own.")),
            Sentence(N_("Choose one of the costs from the list.")),
            field="account",
        )


class NumberNotPositive(RuleBroken):
    """No animals, or fewer."""

    code = "number-not-positive"

    def __init__(self, found: int) -> None:
        super().__init__(
            Sentence(N_("The number must be more than zero.")),
            Sentence(N_("What was written is {found}."), {"found": found}),
            Sentence(N_("Write how many there are.")),
            field="number",
        )


class AnimalMissing(RuleBroken):
    """Livestock without its kind."""

    code = "animal-missing"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The kind of animal is not written yet.")),
            remedy=Sentence(N_("Write it, for example pig, goat or cow.")),
            field="animal",
        )


class NotSoManyAnimals(RuleBroken):
    """More animals leave than the business keeps."""

    code = "not-so-many-animals"

    def __init__(self, animal: str, day: date, kept: int, written: int) -> None:
        super().__init__(
            Sentence(N_("There are not so many animals: {animal}."), {"animal": animal}),
            Sentence(
                N_("On {day} there are {kept}, written {written}."),
                {"day": day, "kept": kept, "written": written},
            ),
            Sentence(N_("Were some born or bought that are not written yet? Write that first.")),
            field="number",
        )


class CostNeeded(RuleBroken):
    """Several kinds of animals share the value of a business, so no average tells what one of them cost."""

    code = "cost-needed"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("What the animals cost when they were bought is not written yet.")),
            Sentence(N_("{label} keeps several kinds of animals, so it cannot be worked out."), {"label": label}),
            Sentence(N_("Write what they were bought for; 0 for animals born in the herd.")),
            field="cost",
        )


class CostTooLarge(RuleBroken):
    """More cost than the herd or the stock stands in the book for."""

    code = "cost-too-large"

    def __init__(self, label: str, held: Rupiah, written: Rupiah, *, field: str = "cost") -> None:
        super().__init__(
            Sentence(N_("That is more than {label} has in the book."), {"label": label}),
            Sentence(N_("In the book {held}, written {written}."), {"held": held, "written": written}),
            Sentence(N_("Write at most {held}."), {"held": held}),
            field=field,
        )


class HerdRowUnknown(RuleBroken):
    """No such row, or one that belongs to an entry."""

    code = "herd-row-unknown"

    def __init__(self, row: int) -> None:
        super().__init__(
            Sentence(N_("Row {row} of the list of animals cannot be taken out."), {"row": str(row)}),
            Sentence(N_("Only births and losses that cost nothing stand there without an entry.")),
            Sentence(N_("Undo the sale, purchase or count in its own entry.")),
            field="row",
        )


class HerdRowNeeded(RuleBroken):
    """Animals that were sold or died later would never have been there."""

    code = "herd-row-needed"

    def __init__(self, animal: str) -> None:
        super().__init__(
            Sentence(
                N_("This row cannot be taken out: {animal} that left the herd later were counted on it."), {"animal": animal}
            ),
            remedy=Sentence(N_("Strike out the later sale or death first.")),
            field="row",
        )


class CountedLater(RuleBroken):
    """A count stands on what came before it, so none is put in front of another."""

    code = "counted-later"

    def __init__(self, label: str, later: date) -> None:
        super().__init__(
            Sentence(N_("{label} has already been counted on {later}."), {"label": label, "later": later}),
            Sentence(N_("An earlier count would no longer fit what was counted then.")),
            Sentence(N_("Count on {later} or afterwards."), {"later": later}),
            field="on",
        )


class CountBuildsOnIt(RuleBroken):
    """A later count took this one for granted."""

    code = "count-builds-on-it"

    def __init__(self, label: str, later: date) -> None:
        super().__init__(
            Sentence(
                N_("This count of {label} cannot be struck out: the count of {later} builds on it."),
                {"label": label, "later": later},
            ),
            remedy=Sentence(N_("Strike out the later count first.")),
        )


class CountedBelowZero(RuleBroken):
    """Less than nothing counted, or a price below nothing."""

    code = "stock-below-zero"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("The number or price of {name} is less than zero."), {"name": name}),
            remedy=Sentence(N_("Write what was counted and what one of it costs; 0 if there is none.")),
            field="lines",
        )


class CountedTwice(RuleBroken):
    """The same goods on two lines."""

    code = "counted-twice"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("{name} stands on two lines."), {"name": name}),
            remedy=Sentence(N_("Write it once, with the whole number.")),
            field="lines",
        )


class SameUnit(RuleBroken):
    """Capital moved from a business to itself."""

    code = "same-unit"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("Both sides name the same business.")),
            remedy=Sentence(N_("Choose another business on one side.")),
            field="to_unit",
        )


class OneBoxOnly(RuleBroken):
    """Money leaves one place without coming into another, or stays where it is."""

    code = "one-box-only"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("If the money moves too, it goes from one place to another.")),
            remedy=Sentence(N_("Choose two different places, or none if the money stays where it is.")),
            field="to_box",
        )


class NotCapital(RuleBroken):
    """Only aid capital and reserves move between businesses."""

    code = "not-capital"

    def __init__(self, account: str) -> None:
        super().__init__(
            Sentence(N_("{account} is no capital of a business."), {"account": account}),
            remedy=Sentence(N_("Choose the capital from aid or the capital saved up.")),
            field="account",
        )


class MoreThanCapital(RuleBroken):
    """A business gives away more capital than it has."""

    code = "more-than-capital"

    def __init__(self, whose: str | Sentence, held: Rupiah, written: Rupiah) -> None:
        super().__init__(
            Sentence(N_("{whose} does not have that much capital of this kind."), {"whose": whose}),
            Sentence(N_("It has {held}, written {written}."), {"held": held, "written": written}),
            Sentence(N_("Write at most {held}, or lend it instead of moving it."), {"held": held}),
            field="amount",
        )


class MoreThanLent(RuleBroken):
    """More is given back between businesses than was lent."""

    code = "more-than-lent"

    def __init__(self, borrower: str, lender: str, lent: Rupiah, written: Rupiah) -> None:
        super().__init__(
            Sentence(N_("{borrower} has not borrowed that much from {lender}."), {"borrower": borrower, "lender": lender}),
            Sentence(N_("Still lent {lent}, written {written}."), {"lent": lent, "written": written}),
            Sentence(N_("Write at most {most}."), {"most": lent}),
            field="amount",
        )


class NotRevolving(RuleBroken):
    """Only revolving aid is passed on."""

    code = "not-revolving"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("{label} is not revolving aid."), {"label": label}),
            Sentence(N_("Only revolving aid is passed on to others.")),
            Sentence(N_("Choose a revolving aid, or write this as a loan or a cost.")),
            field="aid",
        )


class UsedUpGoods(RuleBroken):
    """What was used up cannot be handed on."""

    code = "used-up-goods"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("Materials that were used up cannot be passed on.")),
            remedy=Sentence(N_("Choose stock or animals, or pass on money.")),
            field="goods",
        )


class FeeTooLarge(RuleBroken):
    """More jasa than money paid."""

    code = "fee-too-large"

    def __init__(self, paid: Rupiah, fee: Rupiah) -> None:
        super().__init__(
            Sentence(N_("The service fee does not fit into what was paid.")),
            Sentence(N_("Paid {paid}, of it service fee {fee}."), {"paid": paid, "fee": fee}),
            Sentence(N_("Write the fee as part of the money paid: 0 or more, at most {paid}."), {"paid": paid}),
            field="fee",
        )


class WhichUnitsLoan(RuleBroken):
    """One lender has lent to several businesses."""

    code = "which-units-loan"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("{name} has lent to several businesses of the group."), {"name": name}),
            remedy=Sentence(N_("Choose the business whose loan is paid back.")),
            field="unit",
        )
