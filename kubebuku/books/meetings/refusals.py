"""What meetings refuse."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_


class MeetingUnknown(RuleBroken):
    """No meeting of that number."""

    wrong = N_("There is no meeting {id} in this book.")
    remedy = N_("Choose it from the list.")
    field = "meeting"

    id: Numeral


class MeetingNotPlanned(RuleBroken):
    """Held or cancelled already."""

    wrong = N_("The meeting of {day} has been held.")
    remedy = N_("Change its minutes instead.")
    field = "meeting"

    day: date
    held: bool

    def __post_init__(self) -> None:
        if not self.held:
            self.wrong = N_("The meeting of {day} was cancelled.")
            self.remedy = N_("Plan a new meeting.")


class MeetingNotHeld(RuleBroken):
    """Minutes belong to a meeting that was held."""

    wrong = N_("The meeting of {day} has not been held.")
    remedy = N_("Write who came first.")
    field = "meeting"

    day: date


class MeetingAhead(RuleBroken):
    """A meeting in the future cannot be held."""

    wrong = N_("The meeting of {day} has not taken place yet.")
    why = N_("Today is {today}.")
    remedy = N_("Write who came on the day itself or after it.")
    field = "on"

    day: date
    today: date


class AttendanceIncomplete(RuleBroken):
    """Each member of the day has a line, and nobody else."""

    wrong = N_("The attendance of {name} is not written.")
    why = N_("Every member of that day has one line.")
    remedy = N_("Open the attendance again; guests are written under guests.")
    field = "attendance"

    missing: tuple[str, ...]
    strange: tuple[str, ...]

    def __post_init__(self) -> None:
        self.said = {"name": ", ".join(self.missing or self.strange)}
        if not self.missing:
            self.wrong = N_("{name} was no member on that day, or stands twice.")


class NobodyCame(RuleBroken):
    """A meeting without anybody is none."""

    wrong = N_("Nobody is marked as present.")
    remedy = N_("Mark who came, or cancel the meeting with its reason.")
    field = "attendance"


class ClockUnclear(RuleBroken):
    """An hour that no clock shows."""

    wrong = N_("There is no time {written}.")
    remedy = N_("Write it as 15.30.")

    written: str
    field: str


class EndsBeforeItStarts(RuleBroken):
    """The two hours are turned round."""

    code = "ends-before-start"
    wrong = N_("The meeting ends at {ends}, before it starts at {starts}.")
    remedy = N_("Correct one of the two times.")
    field = "ends"

    starts: str
    ends: str


class DecisionOfNoMeeting(RuleBroken):
    """Written down by another act, or withdrawn already."""

    wrong = N_("Decision {id} is not a standing decision of a meeting.")
    remedy = N_("Choose it from the minutes.")
    field = "decision"

    id: Numeral


class DecisionInUse(RuleBroken):
    """Entries or rules rest on it."""

    wrong = N_("Decision {no} cannot be withdrawn.")
    why = N_("It is the ground of {used}.")
    remedy = N_("Let the next meeting decide otherwise, and write that down.")
    field = "decision"

    no: int
    used: str

    def __post_init__(self) -> None:
        if not self.used:
            self.why = N_("Rules or loans of the group rest on it.")


class DecisionSealed(RuleBroken):
    """Entries of closed months rest on it: what was printed with them keeps its words and its day."""

    wrong = N_("This decision keeps its words and its day.")
    why = N_("{used} of a closed month rest on it.")
    remedy = N_("Let the next meeting decide otherwise, and write that down.")

    used: str
    field: str


class DueTooEarly(RuleBroken):
    """To be done before the meeting that asked for it."""

    wrong = N_("{due} lies before the meeting of {day}.")
    remedy = N_("Write a later day, or none.")
    field = "due"

    due: date
    day: date


class FollowUpUnknown(RuleBroken):
    """No such line."""

    wrong = N_("There is no line {id} in the list of what is to be done.")
    remedy = N_("Choose it from the list.")
    field = "follow_up"

    id: Numeral


class FineNegative(RuleBroken):
    """A fine of less than nothing."""

    wrong = N_("A fine is never less than zero.")
    remedy = N_("Write 0 where nothing is paid.")

    field: str


class NoFineOpen(RuleBroken):
    """Nothing to pay."""

    code = "no-fine"
    wrong = N_("{name} has no meeting fine to pay.")
    remedy = N_("Choose another person or another meeting.")
    field = "person"

    name: str


class FineTooMuch(RuleBroken):
    """More than is owed."""

    wrong = N_("{name} owes {rest} of meeting fines, not {amount}.")
    remedy = N_("Write at most {most}.")
    field = "amount"

    name: str
    amount: Rupiah
    rest: Rupiah

    def __post_init__(self) -> None:
        self.said = {"most": self.rest}


class FineAlreadyPaid(RuleBroken):
    """The attendance cannot be changed below what was paid for it."""

    code = "fine-paid"
    wrong = N_("{name} has already paid {paid} for this attendance.")
    remedy = N_("Undo that payment first, then change the attendance.")
    field = "attendance"

    name: str
    paid: Rupiah
