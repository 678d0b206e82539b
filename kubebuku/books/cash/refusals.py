"""What the cash book refuses."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence


class SamePlace(RuleBroken):
    """Moved from a box into itself."""

    code = "same-box"

    def __init__(self, box: str) -> None:
        super().__init__(
            Sentence(N_("The money stays in {box}."), {"box": box}),
            Sentence(N_("A move goes from one place to another.")),
            Sentence(N_("Choose another place on one side.")),
            field="to_box",
        )


class NotACostPaidHere(RuleBroken):
    """Accounts which other acts write (materials, depreciation, losses) or which are no cost."""

    code = "not-a-general-cost"

    def __init__(self, account: str) -> None:
        super().__init__(
            Sentence(N_("{account} is not written by this form."), {"account": account}),
            Sentence(N_("This form writes wages, transport, stationery, refreshments, maintenance, honorarium and other costs.")),
            Sentence(N_("Choose one of these, or the form for that event.")),
            field="account",
        )


class TaxAboveInterest(RuleBroken):
    """The bank cannot keep back more than it gives."""

    code = "tax-above-interest"

    def __init__(self, amount: Rupiah, tax: Rupiah) -> None:
        super().__init__(
            Sentence(N_("The tax is not smaller than what the bank gave.")),
            Sentence(N_("Given {amount}, tax {tax}."), {"amount": amount, "tax": tax}),
            Sentence(N_("Copy both figures from the bank's book.")),
            field="tax",
        )


class NoOpenAdvance(RuleBroken):
    """Nothing is with that person."""

    code = "no-advance"

    def __init__(self, name: str, on: date) -> None:
        super().__init__(
            Sentence(N_("{name} holds no money of the group on {day}."), {"name": name, "day": on}),
            remedy=Sentence(N_("Was it paid from own money? Then choose “Paid from own money”.")),
            field="person",
        )


class NothingSettled(RuleBroken):
    """Neither a cost nor money returned."""

    code = "nothing-settled"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("Nothing was spent and nothing was returned.")),
            remedy=Sentence(N_("Write what was bought, what came back, or both.")),
            field="amount",
        )


class CostAccountMissing(RuleBroken):
    """Money spent without saying for what."""

    code = "cost-account-missing"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("What the money was spent on is not chosen yet.")),
            remedy=Sentence(N_("Choose the kind of cost.")),
            field="account",
        )


class ReturnedTooMuch(RuleBroken):
    """Spent and returned exceed the advance."""

    code = "returned-too-much"

    def __init__(self, name: str, advanced: Rupiah, spent: Rupiah, returned: Rupiah) -> None:
        super().__init__(
            Sentence(N_("{name} cannot return so much."), {"name": name}),
            Sentence(
                N_("Handed out {advanced}, spent {spent}, returned {returned}: too much by {more}."),
                {"advanced": advanced, "spent": spent, "returned": returned, "more": spent + returned - advanced},
            ),
            Sentence(N_("Write at most {most} as returned."), {"most": max(Rupiah(0), advanced - spent)}),
            field="returned",
        )


class PersonMissing(RuleBroken):
    """Who makes the shortage good is not named."""

    code = "person-missing"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("Who makes up for the missing money is not chosen yet.")),
            remedy=Sentence(N_("Choose the person, or let the group bear it by a decision.")),
            field="person",
        )


class DecisionMissing(RuleBroken):
    """A loss the group bears needs a decision (accounting.md 8)."""

    code = "decision-missing"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The decision is not written yet.")),
            Sentence(N_("Money that the group gives up needs a decision of the meeting.")),
            Sentence(N_("Write what was decided and when, for example: meeting of 8 November, borne by the group.")),
            field="decision",
        )


class CountedBelowZero(RuleBroken):
    """A box holds nothing or more."""

    code = "counted-below-zero"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("Counted money is never less than zero.")),
            remedy=Sentence(N_("Write what was counted; 0 if the place is empty.")),
            field="counted",
        )


class CountDiffers(RuleBroken):
    """Counted and written differ, and nobody said why."""

    code = "count-differs"

    def __init__(self, book: Rupiah, counted: Rupiah) -> None:
        self.difference = counted - book
        message = (
            N_("The counted money is {amount} less than the book says.")
            if counted < book
            else N_("The counted money is {amount} more than the book says.")
        )
        super().__init__(
            Sentence(message, {"amount": abs(counted - book)}),
            Sentence(N_("The book says {book}, counted was {counted}."), {"book": book, "counted": counted}),
            Sentence(N_("Count again, or write the reason with the names of two people.")),
            field="note",
        )


class UnknownCount(RuleBroken):
    """No count of that number, or it was explained already."""

    code = "unknown-count"

    def __init__(self, count: int) -> None:
        super().__init__(
            Sentence(N_("There is no open count {count} in this book."), {"count": str(count)}),
            remedy=Sentence(N_("Choose a count whose difference is not explained yet.")),
            field="count",
        )
