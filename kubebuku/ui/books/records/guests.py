"""Buku tamu: who came, what for, and what was left behind; in the columns of the paper book."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from kubebuku.books.attachments.commands import Owner
from kubebuku.books.guests.forms import CHANGE, FORMS, STRIKE
from kubebuku.books.guests.queries import Guest, GuestRow, Guests
from kubebuku.books.spec import Query
from kubebuku.domain.text import N_
from kubebuku.i18n import _, full_date
from kubebuku.ui import places
from kubebuku.ui.books.records.list_page import RecordBook, changes, strike_out
from kubebuku.ui.books.records.row_page import OneRecord
from kubebuku.ui.forms.dialog import ask_record
from kubebuku.ui.parts import open_book
from kubebuku.ui.widgets import Act, ColumnSpec
from kubebuku.ui.window import Window

_FIELDS = ("on", "purpose", "agency", "position", "impression")


class GuestsPage(RecordBook):
    """``go("guests")``; with `row` that visit is chosen."""

    book = "guests"
    one = places.Guest
    owner = Owner.GUEST
    words = N_("Guest book")
    icon = "tamu"
    seek = N_("Search name, office, purpose")
    nothing = N_("Nobody has come yet")
    about = N_("The companion, the village office, partners and neighbours who visit the group are written here.")
    spare = (("position", 960), ("impression", 880), ("agency", 780))

    def __init__(self, window: Window) -> None:
        super().__init__(window, [("", _("Guest book"), _COLUMNS)], [(_("A guest came"), self._write, "tambah")])

    def query(self) -> Query[tuple[GuestRow, ...]]:
        """All visits."""
        return Guests()

    def texts(self, row: GuestRow) -> Sequence[object]:
        """Every text and the number."""
        return (row.no, row.name, row.agency, row.position, row.purpose, row.impression)

    def called(self, row: GuestRow) -> str:
        """Number and name."""
        return f"{row.no} · {row.name}"

    def acts(self, row: GuestRow) -> list[Act]:
        """Look, change, strike out."""
        return [self.look(row), *acts(self.main, row)]

    def _write(self) -> None:
        known = {"full_name": [row.name for row in reversed(self.rows) if isinstance(row, GuestRow)]}
        known["agency"] = [row.agency for row in reversed(self.rows) if isinstance(row, GuestRow) and row.agency]

        ask_record(self.main, FORMS[0], "impression", {"on": open_book.today(self.main)}, done=self.written, suggestions=known)


class GuestPage(OneRecord):
    """``go("guest", row=3)``."""

    back_to = places.Guests
    owner = Owner.GUEST
    words = N_("A visit")
    icon = "tamu"

    def query(self, row: int) -> Query[GuestRow]:
        """The visit."""
        return Guest(row)

    def title_of(self, row: GuestRow) -> tuple[str, str]:
        """The name; number and day."""
        return row.name, _("No. {number}, {day}").format(number=row.no, day=full_date(row.on))

    def facts_of(self, row: GuestRow) -> Sequence[tuple[str, str | None]]:
        """The columns of the paper book."""
        return (
            (_("Office or address"), row.agency),
            (_("Position"), row.position),
            (_("Purpose of the visit"), row.purpose),
            (_("Impressions, advice, messages"), row.impression),
            (_("Written by"), row.who),
        )

    def acts(self, row: GuestRow) -> Sequence[Act]:
        """Change, strike out."""
        return acts(self.main, row)


def acts(window: Window, row: GuestRow) -> list[Act]:
    """What can be written about a visit; nothing where it was struck out or the book is only read."""
    strike = partial(strike_out, window, STRIKE, {"guest": row.id}, row.no, row.name)
    return changes(window, row, partial(_change, window, row), strike)


def _change(window: Window, row: GuestRow) -> None:
    values = {"guest": row.id, "full_name": row.name, **{name: getattr(row, name) for name in _FIELDS}}
    ask_record(window, CHANGE, "impression", values, text=_("The number {number} stays.").format(number=row.no))


def _one_line(row: GuestRow) -> str:
    return " ".join((row.impression or "").split())


_COLUMNS: list[ColumnSpec[GuestRow]] = [
    ColumnSpec("no", N_("No."), "number", 48),
    ColumnSpec("on", N_("Date"), "date"),
    ColumnSpec("name", N_("Name"), width=180),
    ColumnSpec("agency", N_("Office or address"), "soft", 150),
    ColumnSpec("position", N_("Position"), "soft", 110),
    ColumnSpec("purpose", N_("Purpose of the visit"), stretch=True),
    ColumnSpec("impression", N_("Impressions, advice, messages"), "soft", 210, read=_one_line),
]
