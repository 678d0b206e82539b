"""What is refused before money is lent: by the group's lending rules, by its decisions, and rules that cannot be."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.text import N_


class BorrowerLeft(RuleBroken):
    """Nobody who has left the group borrows from it; no decision changes that."""

    wrong = N_("{name} has left the group and cannot borrow.")
    remedy = N_("Choose another borrower, or take {name} into the group again.")
    field = "person"

    name: str
    left: date | None

    def __post_init__(self) -> None:
        if self.left:
            self.why = N_("{name} left on {left}.")


class OutsidersNotAllowed(RuleBroken):
    """The rules lend to members only."""

    wrong = N_("By the lending rules only members may borrow, and {name} is none.")
    remedy = N_("If the meeting decided otherwise, write why and by which decision.")
    field = "person"

    name: str


class AboveHighest(RuleBroken):
    """More than the rules lend."""

    code = "above-highest-loan"
    wrong = N_("The highest loan is {most}.")
    why = N_("What was written is {found}, {over} more.")
    remedy = N_("Lend less, or if the meeting decided otherwise, write why and by which decision.")
    field = "amount"

    found: Rupiah
    most: Rupiah

    def __post_init__(self) -> None:
        self.said = {"over": self.found - self.most}


class TermTooLong(RuleBroken):
    """Longer than the rules lend."""

    code = "above-longest-term"
    wrong = N_("The longest term is {most} months.")
    why = N_("What was written is {found} months.")
    remedy = N_("Write a shorter term, or if the meeting decided otherwise, write why and by which decision.")
    field = "months"

    found: int
    most: int


class TooManyLoans(RuleBroken):
    """The person already has as many loans running as the rules allow."""

    wrong = N_("{name} still has {running} loans running.")
    why = N_("By the lending rules at most {most} run at once.")
    remedy = N_("Wait until one is paid off, or if the meeting decided otherwise, write why and by which decision.")
    field = "person"

    name: str
    running: int
    most: int


class DecisionNeeded(RuleBroken):
    """What goes against the rules, or gives something up, is decided by a meeting."""

    wrong = N_("This needs a decision of the meeting.")
    remedy = N_("Choose it from the list, or write what was decided and when.")
    field = "decision"


class NotAnApplication(RuleBroken):
    """Only what waits for a decision can be decided."""

    code = "no-application"
    wrong = N_("{label} is not waiting for a decision.")
    remedy = N_("Choose an application from the list.")
    field = "loan"

    label: str


class LoanNotGranted(RuleBroken):
    """Nothing is handed over before it was granted."""

    wrong = N_("{label} was not granted.")
    remedy = N_("Write the decision of the meeting first.")
    field = "loan"

    label: str


class DecidedLater(RuleBroken):
    """Money is handed over on the day of the application or later."""

    code = "before-application"
    wrong = N_("{label} was only applied for on {applied}.")
    why = N_("The date that was written is {found}.")
    remedy = N_("Write that day or a later one.")
    field = "on"

    label: str
    found: date
    applied: date


# ---------------------------------------------------------------------------------------------------------------- rules


class HighestOutOfRange(RuleBroken):
    """A highest loan of nothing."""

    code = "rule-highest"
    wrong = N_("A highest loan of {found} cannot be written.")
    why = N_("It is Rp1 at least and {most} at most.")
    remedy = N_("Write how much the group lends at most.")
    field = "most"
    most = Rupiah(LARGEST_AMOUNT)

    found: Rupiah


class AtOnceOutOfRange(RuleBroken):
    """Everybody may have at least one loan."""

    code = "rule-at-once"
    wrong = N_("{found} loans at once cannot be written.")
    why = N_("A person may have 1 to {most} loans at once.")
    remedy = N_("Write such a number.")
    field = "at_once"

    found: int
    most: int


class OrderIncomplete(RuleBroken):
    """Denda, jasa and pokok each stand once in the order."""

    code = "rule-order"
    wrong = N_("Fine, service fee and principal must each stand once in the order of payment.")
    remedy = N_("Choose one of the orders.")
    field = "order"


class FineMissing(RuleBroken):
    """A kind of denda without its figure, or a figure that cannot be right."""

    code = "rule-fine"
    wrong = N_("The fine has no figure that can be right.")
    why = N_("A fixed one is more than Rp0; a share is more than 0 % and at most 100 %.")
    remedy = N_("Write it, or choose no fine.")

    field: str


class RuleTooFarAhead(RuleBroken):
    """A rule for a year nobody plans."""

    code = "rule-too-far"
    wrong = N_("Lending rules from {found} on lie too far ahead.")
    why = N_("They begin on {latest} at the latest.")
    remedy = N_("Write the day from which they hold.")
    field = "since"

    found: date
    latest: date
