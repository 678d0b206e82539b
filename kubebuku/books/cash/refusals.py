"""What the cash book refuses."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_


class SamePlace(RuleBroken):
    """Moved from a box into itself."""

    code = "same-box"
    wrong = N_("The money stays in {box}.")
    why = N_("A move goes from one place to another.")
    remedy = N_("Choose another place on one side.")
    field = "to_box"

    box: str


class NotACostPaidHere(RuleBroken):
    """Accounts which other acts write (materials, depreciation, losses) or which are no cost."""

    code = "not-a-general-cost"
    wrong = N_("{account} is not written by this form.")
    why = N_("This form writes wages, transport, stationery, refreshments, maintenance, honorarium and other costs.")
    remedy = N_("Choose one of these, or the form for that event.")
    field = "account"

    account: str


class TaxAboveInterest(RuleBroken):
    """The bank cannot keep back more than it gives."""

    wrong = N_("The tax is not smaller than what the bank gave.")
    why = N_("Given {amount}, tax {tax}.")
    remedy = N_("Copy both figures from the bank's book.")
    field = "tax"

    amount: Rupiah
    tax: Rupiah


class NoOpenAdvance(RuleBroken):
    """Nothing is with that person."""

    code = "no-advance"
    wrong = N_("{name} holds no money of the group on {day}.")
    remedy = N_("Was it paid from own money? Then choose “Paid from own money”.")
    field = "person"

    name: str
    day: date


class NothingSettled(RuleBroken):
    """Neither a cost nor money returned."""

    wrong = N_("Nothing was spent and nothing was returned.")
    remedy = N_("Write what was bought, what came back, or both.")
    field = "amount"


class CostAccountMissing(RuleBroken):
    """Money spent without saying for what."""

    wrong = N_("What the money was spent on is not chosen yet.")
    remedy = N_("Choose the kind of cost.")
    field = "account"


class ReturnedTooMuch(RuleBroken):
    """Spent and returned exceed the advance."""

    wrong = N_("{name} cannot return so much.")
    why = N_("Handed out {advanced}, spent {spent}, returned {returned}: too much by {more}.")
    remedy = N_("Write at most {most} as returned.")
    field = "returned"

    name: str
    advanced: Rupiah
    spent: Rupiah
    returned: Rupiah

    def __post_init__(self) -> None:
        self.said = {"more": self.spent + self.returned - self.advanced, "most": max(Rupiah(0), self.advanced - self.spent)}


class PersonMissing(RuleBroken):
    """Who makes the shortage good is not named."""

    wrong = N_("Who makes up for the missing money is not chosen yet.")
    remedy = N_("Choose the person, or let the group bear it by a decision.")
    field = "person"


class DecisionMissing(RuleBroken):
    """A loss the group bears needs a decision (accounting.md 8)."""

    wrong = N_("The decision is not written yet.")
    why = N_("Money that the group gives up needs a decision of the meeting.")
    remedy = N_("Write what was decided and when, for example: meeting of 8 November, borne by the group.")
    field = "decision"


class CountedBelowZero(RuleBroken):
    """A box holds nothing or more."""

    wrong = N_("Counted money is never less than zero.")
    remedy = N_("Write what was counted; 0 if the place is empty.")
    field = "counted"


class CountDiffers(RuleBroken):
    """Counted and written differ, and nobody said why."""

    wrong = N_("The counted money is {amount} more than the book says.")
    why = N_("The book says {book}, counted was {counted}.")
    remedy = N_("Count again, or write the reason with the names of two people.")
    field = "note"

    book: Rupiah
    counted: Rupiah

    def __post_init__(self) -> None:
        self.difference = self.counted - self.book
        self.said = {"amount": abs(self.difference)}
        if self.difference < 0:
            self.wrong = N_("The counted money is {amount} less than the book says.")


class UnknownCount(RuleBroken):
    """No count of that number, or it was explained already."""

    wrong = N_("There is no open count {count} in this book.")
    remedy = N_("Choose a count whose difference is not explained yet.")
    field = "count"

    count: Numeral
