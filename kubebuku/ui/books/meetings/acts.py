"""What can be done around a meeting, from its list and from its own page alike; how its states are said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from kubebuku.books import catalog
from kubebuku.books.meetings.commands import AddDecision, ChangeDecision, SettleFollowUp
from kubebuku.books.meetings.queries import FineRow, FollowUpRow, MeetingDecision, MeetingRow, MeetingRules
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.meetings.words import PRESENCES
from kubebuku.books.spec import Command
from kubebuku.domain.entries import DecisionId
from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import _, full_date, long_date, rupiah, say
from kubebuku.ui import messages, places
from kubebuku.ui.forms.dialog import CommandDialog, ask_form, tell
from kubebuku.ui.paper.book_print import print_paper
from kubebuku.ui.parts import open_book
from kubebuku.ui.widgets import Act, ChipSpec, ParagraphField, Verb
from kubebuku.ui.widgets.labels import ChipKind
from kubebuku.ui.window import Window

#: Letter of the schoolbook, look and icon of each way to stand to a meeting.
SIGNS: Mapping[Presence, tuple[str, ChipKind, str]] = {
    Presence.PRESENT: ("H", "inn", "benar"),
    Presence.LATE: ("T", "warn", "jam"),
    Presence.EXCUSED: ("I", "info", "surat"),
    Presence.ILL: ("S", "info", "tambah"),
    Presence.ABSENT: ("A", "out", "kurang"),
}


def presence(state: Presence) -> str:
    """Hadir, Terlambat, Izin, Sakit, Tanpa kabar."""
    return say(PRESENCES[state]).capitalize()


def presence_chip(state: Presence, *, short: bool) -> ChipSpec:
    """The chip of a member's attendance; `short` is the letter alone."""
    letter, kind, icon = SIGNS[state]
    return ChipSpec(kind, letter if short else presence(state), icon)


def standing_chip(row: MeetingRow) -> ChipSpec:
    """Planned, cancelled, or whether enough came."""
    if row.standing == "planned":
        return ChipSpec("info", _("Planned"), "kalender")
    if row.standing == "cancelled":
        return ChipSpec("soft", _("Cancelled"), "")
    return ChipSpec("inn", _("Quorum")) if row.quorate else ChipSpec("warn", _("Below quorum"))


def hour(kept: str | None) -> str:
    """15.30 of ``15:30``."""
    return (kept or "").replace(":", ".")


def when(row: MeetingRow) -> str:
    """Minggu, 29 November 2026, pukul 15.30."""
    day = full_date(row.on)
    return _("{day}, {hour} o'clock").format(day=day, hour=hour(row.starts)) if row.starts else day


def print_of(window: Window, owner: QObject, paper: str, meeting: int) -> None:
    """Print `invitation`, `attendance_list` or `minutes` of a meeting."""
    print_paper(window, owner, f"kubebuku.reports.meetings:{paper}", meeting=meeting)


def prints(window: Window, owner: QObject, row: MeetingRow) -> list[Act]:
    """The papers a meeting has: to be sent and signed before it, to be kept after it."""
    papers = {
        "planned": (("invitation", _("Print the invitation")), ("attendance_list", _("Print the attendance list"))),
        "held": (("minutes", _("Print the minutes")), ("attendance_list", _("Print the attendance list"))),
    }.get(row.standing, ())
    return [(words, partial(print_of, window, owner, paper, row.id), "cetak") for paper, words in papers]


def plan_acts(window: Window, row: MeetingRow) -> list[Act]:
    """What can be done with a meeting to come, beside holding it."""
    if row.standing != "planned" or not open_book.writable(window):
        return []
    return [
        (_("Change"), partial(window.go, places.MeetingPlan(meeting=row.id)), "catat"),
        (_("Cancel the meeting"), partial(cancel, window, row), None),
    ]


def _ask(window: Window, form: str, values: Mapping[str, object], *, text: str = "", main: str = "") -> None:
    ask_form(window, catalog.forms()[form], values, text=text, main=main)


def cancel(window: Window, row: MeetingRow) -> None:
    """It does not take place; the reason is asked."""
    _ask(window, "cancel_meeting", {"meeting": row.id}, text=when(row))


# ---------------------------------------------------------------------------------------------------- what is to be done


def task_acts(window: Window, row: FollowUpRow, *, look: bool) -> list[Act]:
    """Settle, open again, change; `look` goes to the meeting it comes from."""
    found: list[Act] = []
    if open_book.writable(window):
        if row.done is None:
            found += [
                (_("It has been done"), partial(settle, window, row), "benar"),
                (_("Change"), partial(change_task, window, row), "catat"),
            ]
        else:
            found.append((_("Not done after all"), partial(reopen, window, row), "urungkan"))
    if look:
        found.append((_("Look at the meeting"), partial(window.go, places.Meeting(row.meeting, "decisions")), "rapat"))
    return found


def settle(window: Window, row: FollowUpRow) -> None:
    """Ask for the day and what came of it."""
    _ask(window, "settle_follow_up", {"follow_up": row.id, "on": open_book.today(window)}, text=row.text)


def reopen(window: Window, row: FollowUpRow) -> None:
    """To be done again."""
    window.session.run(window, SettleFollowUp(follow_up=row.id, on=None), partial(tell, window))


def change_task(window: Window, row: FollowUpRow) -> None:
    """Other words, another person, another day."""
    values = {"follow_up": row.id, "text": row.text, "person": row.person, "due": row.due}
    _ask(window, "change_follow_up", values, text=long_date(row.meeting_on))


def add_task(window: Window, row: MeetingRow) -> None:
    """One more thing to be done after a meeting that was held."""
    _ask(window, "add_follow_up", {"meeting": row.id}, text=long_date(row.on))


# ------------------------------------------------------------------------------------------------------------- decisions


#: Entries of one decision that have a button of their own, the newest ones.
_STORIES = 3


class DecisionDialog(CommandDialog):
    """A decision in as many lines as it needs."""

    def __init__(self, window: Window, title: str, text: str, written: str, command: Callable[[str], Command]) -> None:
        super().__init__(window, title, text, (Verb("cancel", _("Cancel")), Verb("main", _("Save"))), icon="rapat")
        self.session = window.session
        self._command = command
        self.words = ParagraphField(_("What was decided?"), name="text", lines=5)
        self.words.set_value(written)
        self.add(self.words)

    def command(self) -> Command:
        """The decision in the words written."""
        return self._command(self.words.value())

    def refuse(self, refusal: RuleBroken) -> None:
        """At the words."""
        self.words.show_refusal(refusal)


def _decide(window: Window, title: str, text: str, written: str, command: Callable[[str], Command]) -> None:
    dialog = DecisionDialog(window, title, text, written, command)
    messages.door().show(dialog)
    if dialog.outcome is not None:
        tell(window, dialog.outcome)


def add_decision(window: Window, row: MeetingRow) -> None:
    """One more, with the next number."""
    _decide(window, _("One more decision"), long_date(row.on), "", lambda words: AddDecision(meeting=row.id, text=words))


def change_decision(window: Window, row: MeetingDecision) -> None:
    """Other words for it."""
    title = _("Decision {no}").format(no=row.no)
    _decide(
        window, title, long_date(row.on), row.text,
        lambda words: ChangeDecision(decision=DecisionId(row.decision), text=words),
    )  # fmt: skip


def withdraw_decision(window: Window, row: MeetingDecision) -> None:
    """The reason is asked; what rests on it is refused."""
    _ask(window, "withdraw_decision", {"decision": DecisionId(row.decision)}, text=row.text, main=_("Withdraw it"))


def decision_acts(window: Window, row: MeetingDecision, *, look: bool) -> list[Act]:
    """Read what was paid or changed on it; change and withdraw what stands; `look` goes to its meeting."""
    found: list[Act] = [
        (_("Story of {number}").format(number=number), partial(window.go, places.Story(entry=entry)), "cerita")
        for number, entry in tuple(zip(row.entries, row.entry_ids, strict=True))[-_STORIES:]
    ]
    if open_book.writable(window) and row.withdrawn is None:
        found += [
            (_("Change"), partial(change_decision, window, row), "catat"),
            (_("Withdraw it"), partial(withdraw_decision, window, row), None),
        ]
    if look:
        found.append((_("Look at the meeting"), partial(window.go, places.Meeting(row.meeting, "decisions")), "rapat"))
    return found


# ----------------------------------------------------------------------------------------------------------------- fines


def fine_acts(window: Window, row: FineRow, rules: MeetingRules | None) -> list[Act]:
    """Take what is owed, or forgive it."""
    if rules is None or not open_book.writable(window):
        return []
    values = {
        "person": row.person,
        "amount": row.rest,
        "meeting": row.meeting,
        "box": rules.box,
        "description": _("Fine, meeting of {day}").format(day=long_date(row.on)),
    }
    return [
        (_("Take the fine"), partial(window.go, places.Form(form="take_fine", values=values)), "masuk"),
        (_("Forgive it"), partial(waive, window, row), None),
    ]


def waive(window: Window, row: FineRow) -> None:
    """Forgive what is unpaid; the reason is asked."""
    words = _("{name}, {amount}, meeting of {day}")
    text = words.format(name=row.name, amount=rupiah(row.rest), day=long_date(row.on))
    _ask(window, "waive_fine", {"meeting": row.meeting, "person": row.person}, text=text, main=_("Forgive it"))


def set_rules(window: Window, rules: MeetingRules) -> None:
    """Quorum and fines, filled in as they are."""
    fines = {f"fine_{state.value}": rules.fines[state] for state in Presence if state is not Presence.PRESENT}
    _ask(window, "meeting_rules", {"quorum": rules.quorum, "fine_to": rules.fine_to, **fines})
