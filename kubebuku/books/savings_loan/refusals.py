"""What is refused of a loan there is: payments, new plans, giving up. Others: `lending_refusals`, `schedule_refusals`."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Name, Sentence


class LoanUnknown(RuleBroken):
    """No loan of that number."""

    wrong = N_("This book has no loan {id}.")
    remedy = N_("Choose it from the list.")
    field = "loan"

    id: Numeral


# --------------------------------------------------------------------------------------------------------------- paying


class LoanPaid(RuleBroken):
    """Nothing is owed any more."""

    wrong = N_("The loan {label} was paid off on {day}.")
    remedy = N_("Choose another loan.")
    field = "loan"

    label: str
    day: date | None

    def __post_init__(self) -> None:
        if not self.day:
            self.wrong = N_("Nothing is owed on the loan {label}.")


class OnlyDuesOwed(RuleBroken):
    """There is no principal to plan anew or to write off."""

    wrong = N_("The principal of the loan {label} is repaid; owed is {owed} of service fee and fine.")
    remedy = N_("Receive it as an instalment, or let it go by decision.")
    field = "loan"

    label: str
    owed: Rupiah


class NoDuesOwed(RuleBroken):
    """Neither jasa nor denda to let go."""

    wrong = N_("No service fee and no fine is owed on the loan {label} on {day}.")
    remedy = N_("Choose another loan or a later day.")
    field = "loan"

    label: str
    day: date


class LoanNotRunning(RuleBroken):
    """Applied for, refused or withdrawn: no money was handed over."""

    wrong = N_("The loan {label} is not running: no money was handed over.")
    remedy = N_("Choose a running loan.")
    field = "loan"

    label: str


class LoanWrittenOff(RuleBroken):
    """What comes in on a loan that was given up is a recovery."""

    wrong = N_("The loan {label} was written off.")
    remedy = N_("Money that comes in on it is written as a recovery.")
    field = "loan"

    label: str


class RepaidTooMuch(RuleBroken):
    """More than is owed; the rest is for the borrower to take back or save. `owed` is what settles the loan on that day."""

    wrong = N_("The instalment is more than is owed.")
    why = N_("Owed is {owed}, written is {found}: {over} too much.")
    remedy = N_("Write {owed}, or put what is too much into the borrower's savings.")
    field = "amount"

    owed: Rupiah
    found: Rupiah
    may_save: bool

    def __post_init__(self) -> None:
        self.excess = self.found - self.owed
        self.said = {"over": self.excess}
        if not self.may_save:
            self.remedy = N_("Write {owed} and give the rest back.")


class ExcessNotSaved(RuleBroken):
    """Only members save with the group."""

    wrong = N_("{name} is no member and has no savings into which {excess} could go.")
    remedy = N_("Write what is owed and give the rest back.")
    field = "excess"

    name: str
    excess: Rupiah


class PartTooLarge(RuleBroken):
    """Jasa or denda set by hand beyond what is owed of it, or beyond the payment."""

    code = "due-part-too-large"
    wrong = N_("{part}: {found} is too much.")
    why = N_("It is {most} at most.")
    remedy = N_("Write a smaller amount, or leave it empty.")

    part: str
    found: Rupiah
    most: Rupiah
    field: str

    def __post_init__(self) -> None:
        self.said = {"part": Sentence(self.part)}


class BeforeLoan(RuleBroken):
    """Nothing is paid before the money was handed over."""

    wrong = N_("The loan {label} was handed over on {opened}.")
    why = N_("The date that was written is {found}.")
    remedy = N_("Write that day or a later one.")
    field = "on"

    label: str
    found: date
    opened: date


class BeforePlan(RuleBroken):
    """A loan was rescheduled by what was owed on that day; nothing is written into the time before it."""

    wrong = N_("The loan {label} was rescheduled on {since}.")
    why = N_("The date that was written is {found}.")
    remedy = N_("Take the rescheduling back first, or write a later day.")
    field = "on"

    label: str
    found: date
    since: date


class LaterMoves(RuleBroken):
    """A plan begins with what is owed on its day, so nothing may be written after it yet."""

    code = "later-than-plan"
    wrong = N_("On the loan {label} something is already written for {later}.")
    remedy = N_("Let the new plan begin on that day or later.")
    field = "on"

    label: str
    later: date


# ------------------------------------------------------------------------------------------------------- mending, giving up


class Replanned(RuleBroken):
    """An entry on which a later rescheduling rests."""

    code = "loan-replanned"
    wrong = N_("The loan {label} was rescheduled on {since}, after this.")
    remedy = N_("Take the rescheduling back first.")
    field = "entry"

    label: str
    since: date


class LoanHasPayments(RuleBroken):
    """A disbursement on which something was paid."""

    wrong = N_("Something was already paid on the loan {label}.")
    remedy = N_("Undo the payments first.")
    field = "entry"

    label: str


class OwedOnLeaving(RuleBroken):
    """Who left the group had settled every loan; nothing is written that leaves one open on that day."""

    wrong = N_("{name} left the group on {left}, with every loan settled.")
    remedy = N_("Undo the leaving first, write this, and then let {name} leave anew.")
    field = "on"

    name: str
    left: date


class WrittenOffSince(RuleBroken):
    """A loan was written off by what was owed; that does not change afterwards."""

    wrong = N_("The loan {label} was written off, and {rest} would be left open.")
    remedy = N_("Undo the writing-off first.")
    field = "entry"

    label: str
    rest: Rupiah

    def __post_init__(self) -> None:
        self.said = {"rest": abs(self.rest)}


class RecoveredSince(RuleBroken):
    """More came in on a loan than was given up."""

    wrong = N_("On the loan {label} came in {recovered}, and {written_off} was written off.")
    remedy = N_("Undo the recovery first.")
    field = "entry"

    label: str
    recovered: Rupiah
    written_off: Rupiah


class RecoveredTooMuch(RuleBroken):
    """More than was given up."""

    wrong = N_("Of what was written off {left} is still open.")
    why = N_("What was written is {found}.")
    remedy = N_("Write {left} at most.")
    field = "amount"

    left: Rupiah
    found: Rupiah


class NotWrittenOff(RuleBroken):
    """Money on a running loan is an instalment."""

    wrong = N_("The loan {label} was not written off.")
    remedy = N_("Money that comes in on it is written as an instalment.")
    field = "loan"

    label: str


# -------------------------------------------------------------------------------------------------------------- by hand


class LoanOfAnother(RuleBroken):
    """A line names a loan and somebody who did not borrow it."""

    wrong = N_("The loan {label} was lent to {borrower}, not to {found}.")
    remedy = N_("Write {borrower}, or another loan.")
    field = "person"

    label: str
    borrower: str
    found: str


class LoanStandsElsewhere(RuleBroken):
    """A loan stays on the account of the day it was handed over."""

    wrong = N_("The loan {label} stands on {expected}, not on {found}.")
    remedy = N_("Write {expected}.")
    field = "account"

    label: str
    expected: Name
    found: Name


class LentByHand(RuleBroken):
    """What is lent has instalments, and a line by hand makes none."""

    wrong = N_("No more can be lent on the loan {label} by hand: {more} would have no instalments.")
    remedy = N_("Lend it under Savings and loan, as a new loan, or reschedule this one.")
    field = "loan"

    label: str
    more: Rupiah


class WrittenOffByHand(RuleBroken):
    """A loan is given up by a decision, so that what comes back of it later is known."""

    wrong = N_("The loan {label} cannot be given up by hand.")
    remedy = N_("Write it off under Savings and loan, with the decision.")
    field = "loan"

    label: str


class RecoveredByHand(RuleBroken):
    """4104 takes what comes back of a loan that was written off in this book."""

    wrong = N_("{account} takes only what comes back of a loan that was written off, and none is named.")
    remedy = N_("Name the loan. What comes back from the time before this book is other income (4190).")
    field = "loan"

    account: Name


class NotRescheduled(RuleBroken):
    """There is no newer plan to take back."""

    wrong = N_("The loan {label} was not rescheduled.")
    remedy = N_("Choose another loan.")
    field = "loan"

    label: str


class ReschedulePosted(RuleBroken):
    """A rescheduling that added jasa to the principal is undone with its entry."""

    wrong = N_("When {label} was rescheduled, {number} added the service fee to it.")
    remedy = N_("Undo {number}; the earlier plan holds again.")
    field = "loan"

    label: str
    number: str
