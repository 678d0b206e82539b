"""Buku kegiatan: what the group did; rows of meetings follow their minutes and lead to them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from kubebuku.books.activities.forms import CHANGE, FORMS, STRIKE
from kubebuku.books.activities.queries import Activities, Activity, ActivityRow
from kubebuku.books.attachments.commands import Owner
from kubebuku.books.spec import Query
from kubebuku.domain.text import N_
from kubebuku.i18n import _, full_date
from kubebuku.ui import places
from kubebuku.ui.books.members.acts import role_words
from kubebuku.ui.books.records.list_page import RecordBook, changes, strike_out
from kubebuku.ui.books.records.row_page import OneRecord
from kubebuku.ui.forms.dialog import ask_record
from kubebuku.ui.parts import open_book
from kubebuku.ui.widgets import Act, ChipSpec, ColumnSpec, Sign
from kubebuku.ui.window import Window

_FIELDS = ("on", "title", "person", "place", "story")


class ActivitiesPage(RecordBook):
    """``go("activities")``; with `row` that activity is chosen."""

    book = "activities"
    one = places.Activity
    owner = Owner.ACTIVITY
    words = N_("Activity book")
    icon = "kalender"
    seek = N_("Search activity, name, place")
    nothing = N_("No activity is written yet")
    about = N_("Training, communal work and visits are written here; meetings come by themselves from their minutes.")
    spare = (("roles", 880), ("place", 780))

    def __init__(self, window: Window) -> None:
        new = [(_("Write an activity"), self._write, "tambah")]
        super().__init__(window, [("", _("Activity book"), _COLUMNS)], new)

    def query(self) -> Query[tuple[ActivityRow, ...]]:
        """All activities."""
        return Activities()

    def texts(self, row: ActivityRow) -> Sequence[object]:
        """Every text and the number."""
        return (row.no, row.title, row.name, row.place, row.story)

    def called(self, row: ActivityRow) -> str:
        """Number and what was done."""
        return f"{row.no} · {row.title}"

    def acts(self, row: ActivityRow) -> list[Act]:
        """Look, the meeting behind it, change, strike out."""
        return [self.look(row), *acts(self.main, row)]

    def _write(self) -> None:
        known = {
            name: [text for row in reversed(self.rows) if (text := getattr(row, name)) and getattr(row, "meeting", None) is None]
            for name in ("title", "place")
        }

        ask_record(self.main, FORMS[0], "story", {"on": open_book.today(self.main)}, done=self.written, suggestions=known)


class ActivityPage(OneRecord):
    """``go("activity", row=3)``."""

    back_to = places.Activities
    owner = Owner.ACTIVITY
    words = N_("An activity")
    icon = "kalender"

    def query(self, row: int) -> Query[ActivityRow]:
        """The activity."""
        return Activity(row)

    def title_of(self, row: ActivityRow) -> tuple[str, str]:
        """What was done; number and day."""
        return row.title, _("No. {number}, {day}").format(number=row.no, day=full_date(row.on))

    def facts_of(self, row: ActivityRow) -> Sequence[tuple[str, str | None]]:
        """The columns of the paper book."""
        return (
            (_("In charge"), row.name),
            (_("Position"), _roles(row)),
            (_("Place"), row.place),
            (_("How it went"), row.story),
            (_("Written by"), row.who),
        )

    def state_of(self, row: ActivityRow) -> ChipSpec | None:
        """Struck out, or from a meeting."""
        if row.struck is None and row.meeting is not None:
            return ChipSpec("info", _("From the minutes of a meeting"), "rapat")
        return super().state_of(row)

    def acts(self, row: ActivityRow) -> Sequence[Act]:
        """The meeting behind it, change, strike out."""
        return acts(self.main, row)


def acts(window: Window, row: ActivityRow) -> list[Act]:
    """What can be done with an activity; that of a meeting is changed in its minutes only."""
    if row.meeting is not None:
        there = any(page.key == "meeting" for page in window.pages)
        return [(_("Look at the meeting"), partial(window.go, places.Meeting(meeting=row.meeting)), "rapat")] if there else []
    strike = partial(strike_out, window, STRIKE, {"activity": row.id}, row.no, row.title)
    return changes(window, row, partial(_change, window, row), strike)


def _change(window: Window, row: ActivityRow) -> None:
    values = {"activity": row.id, **{name: getattr(row, name) for name in _FIELDS}}
    ask_record(window, CHANGE, "story", values, text=_("The number {number} stays.").format(number=row.no))


def _roles(row: ActivityRow) -> str:
    return ", ".join(role_words(role) for role in row.roles)


def _story(row: ActivityRow) -> object:
    words = f"{row.title}: {' '.join(row.story.split())}" if row.story else row.title
    return Sign("rapat", words, "ink") if row.meeting is not None else words


_COLUMNS: list[ColumnSpec[ActivityRow]] = [
    ColumnSpec("no", N_("No."), "number", 48),
    ColumnSpec("on", N_("Date"), "date"),
    ColumnSpec("name", N_("Name"), width=170),
    ColumnSpec("roles", N_("Position"), "soft", 110, read=_roles),
    ColumnSpec("place", N_("Place"), "soft", 150),
    ColumnSpec("title", N_("What the group did"), stretch=True, read=_story),
]
