"""What meetings refuse."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence


class MeetingUnknown(RuleBroken):
    """No meeting of that number."""

    code = "meeting-unknown"

    def __init__(self, id_: int) -> None:
        super().__init__(
            Sentence(N_("There is no meeting {id} in this book."), {"id": str(id_)}),
            remedy=Sentence(N_("Choose it from the list.")),
            field="meeting",
        )


class MeetingNotPlanned(RuleBroken):
    """Held or cancelled already."""

    code = "meeting-not-planned"

    def __init__(self, on: date, *, held: bool) -> None:
        super().__init__(
            Sentence(N_("The meeting of {day} has been held."), {"day": on})
            if held
            else Sentence(N_("The meeting of {day} was cancelled."), {"day": on}),
            remedy=Sentence(N_("Change its minutes instead.")) if held else Sentence(N_("Plan a new meeting.")),
            field="meeting",
        )


class MeetingNotHeld(RuleBroken):
    """Minutes belong to a meeting that was held."""

    code = "meeting-not-held"

    def __init__(self, on: date) -> None:
        super().__init__(
            Sentence(N_("The meeting of {day} has not been held."), {"day": on}),
            remedy=Sentence(N_("Write who came first.")),
            field="meeting",
        )


class MeetingAhead(RuleBroken):
    """A meeting in the future cannot be held."""

    code = "meeting-ahead"

    def __init__(self, on: date, today: date) -> None:
        super().__init__(
            Sentence(N_("The meeting of {day} has not taken place yet."), {"day": on}),
            Sentence(N_("Today is {today}."), {"today": today}),
            Sentence(N_("Write who came on the day itself or after it.")),
            field="on",
        )


class AttendanceIncomplete(RuleBroken):
    """Each member of the day has a line, and nobody else."""

    code = "attendance-incomplete"

    def __init__(self, missing: tuple[str, ...], strange: tuple[str, ...]) -> None:
        if missing:
            wrong = Sentence(N_("The attendance of {name} is not written."), {"name": ", ".join(missing)})
        else:
            wrong = Sentence(N_("{name} was no member on that day, or stands twice."), {"name": ", ".join(strange)})
        super().__init__(
            wrong,
            Sentence(N_("Every member of that day has one line.")),
            Sentence(N_("Open the attendance again; guests are written under guests.")),
            field="attendance",
        )


class NobodyCame(RuleBroken):
    """A meeting without anybody is none."""

    code = "nobody-came"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("Nobody is marked as present.")),
            remedy=Sentence(N_("Mark who came, or cancel the meeting with its reason.")),
            field="attendance",
        )


class ClockUnclear(RuleBroken):
    """An hour that no clock shows."""

    code = "clock-unclear"

    def __init__(self, written: str, field: str) -> None:
        super().__init__(
            Sentence(N_("There is no time {written}."), {"written": written}),
            remedy=Sentence(N_("Write it as 15.30.")),
            field=field,
        )


class EndsBeforeItStarts(RuleBroken):
    """The two hours are turned round."""

    code = "ends-before-start"

    def __init__(self, starts: str, ends: str) -> None:
        super().__init__(
            Sentence(N_("The meeting ends at {ends}, before it starts at {starts}."), {"starts": starts, "ends": ends}),
            remedy=Sentence(N_("Correct one of the two times.")),
            field="ends",
        )


class DecisionOfNoMeeting(RuleBroken):
    """Written down by another act, or withdrawn already."""

    code = "decision-of-no-meeting"

    def __init__(self, id_: int) -> None:
        super().__init__(
            Sentence(N_("Decision {id} is not a standing decision of a meeting."), {"id": str(id_)}),
            remedy=Sentence(N_("Choose it from the minutes.")),
            field="decision",
        )


class DecisionInUse(RuleBroken):
    """Entries or rules rest on it."""

    code = "decision-in-use"

    def __init__(self, no: int, used: str) -> None:
        super().__init__(
            Sentence(N_("Decision {no} cannot be withdrawn."), {"no": no}),
            Sentence(N_("It is the ground of {used}."), {"used": used})
            if used
            else Sentence(N_("Rules or loans of the group rest on it.")),
            Sentence(N_("Let the next meeting decide otherwise, and write that down.")),
            field="decision",
        )


class DecisionSealed(RuleBroken):
    """Entries of closed months rest on it: what was printed with them keeps its words and its day."""

    code = "decision-sealed"

    def __init__(self, used: str, field: str) -> None:
        super().__init__(
            Sentence(N_("This decision keeps its words and its day.")),
            Sentence(N_("{used} of a closed month rest on it."), {"used": used}),
            Sentence(N_("Let the next meeting decide otherwise, and write that down.")),
            field=field,
        )


class DueTooEarly(RuleBroken):
    """To be done before the meeting that asked for it."""

    code = "due-too-early"

    def __init__(self, due: date, on: date) -> None:
        super().__init__(
            Sentence(N_("{due} lies before the meeting of {day}."), {"due": due, "day": on}),
            remedy=Sentence(N_("Write a later day, or none.")),
            field="due",
        )


class FollowUpUnknown(RuleBroken):
    """No such line."""

    code = "follow-up-unknown"

    def __init__(self, id_: int) -> None:
        super().__init__(
            Sentence(N_("There is no line {id} in the list of what is to be done."), {"id": str(id_)}),
            remedy=Sentence(N_("Choose it from the list.")),
            field="follow_up",
        )


class FineNegative(RuleBroken):
    """A fine of less than nothing."""

    code = "fine-negative"

    def __init__(self, field: str) -> None:
        super().__init__(
            Sentence(N_("A fine is never less than zero.")), remedy=Sentence(N_("Write 0 where nothing is paid.")), field=field
        )


class NoFineOpen(RuleBroken):
    """Nothing to pay."""

    code = "no-fine"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("{name} has no meeting fine to pay."), {"name": name}),
            remedy=Sentence(N_("Choose another person or another meeting.")),
            field="person",
        )


class FineTooMuch(RuleBroken):
    """More than is owed."""

    code = "fine-too-much"

    def __init__(self, name: str, amount: Rupiah, rest: Rupiah) -> None:
        super().__init__(
            Sentence(N_("{name} owes {rest} of meeting fines, not {amount}."), {"name": name, "rest": rest, "amount": amount}),
            remedy=Sentence(N_("Write at most {most}."), {"most": rest}),
            field="amount",
        )


class FineAlreadyPaid(RuleBroken):
    """The attendance cannot be changed below what was paid for it."""

    code = "fine-paid"

    def __init__(self, name: str, paid: Rupiah) -> None:
        super().__init__(
            Sentence(N_("{name} has already paid {paid} for this attendance."), {"name": name, "paid": paid}),
            remedy=Sentence(N_("Undo that payment first, then change the attendance.")),
            field="attendance",
        )
