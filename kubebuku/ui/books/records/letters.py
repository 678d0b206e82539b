"""Buku agenda surat masuk dan keluar: numbers that never shift, what still waits for an answer, the papers beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from kubebuku.books.attachments.commands import Owner
from kubebuku.books.letters.commands import FollowUp, Way
from kubebuku.books.letters.forms import CHANGES, FORMS, SETTLE, STRIKE
from kubebuku.books.letters.queries import Agenda, Letter, LetterRow, Letters, NextAgenda
from kubebuku.books.spec import Query
from kubebuku.domain.text import N_, PN_, Particular
from kubebuku.i18n import _, full_date, long_date, ngettext, pgettext, say
from kubebuku.ui import places
from kubebuku.ui.books.records.list_page import ALL, RecordBook, Row, changes, strike_out
from kubebuku.ui.books.records.row_page import OneRecord
from kubebuku.ui.forms.dialog import ask_form
from kubebuku.ui.parts import open_book
from kubebuku.ui.widgets import Act, CheckBox, ChipSpec, ColumnSpec, MessageStrip
from kubebuku.ui.window import Window

_STATES: Mapping[FollowUp, Particular] = {
    FollowUp.NONE: PN_("letter", "nothing to do"),
    FollowUp.OPEN: PN_("letter", "waits"),
    FollowUp.DONE: PN_("letter", "done"),
}
_FIELDS = ("on", "letter_date", "party", "subject", "number", "enclosures", "follow_up", "follow_up_note")


class LettersPage(RecordBook):
    """``go("letters")``; with `row` that letter is chosen, with ``waiting=True`` only those that wait are shown."""

    book = "letters"
    one = places.Letter
    owner = Owner.LETTER
    words = N_("Letters in and out")
    icon = "surat"
    seek = N_("Search subject, sender, number")
    nothing = N_("No letter is written yet")
    about = N_("Letters that come and go get an agenda number, which begins at 1 each year and never shifts.")
    spare = (("forwarded", 1060), ("copies", 1060), ("enclosures", 1060), ("letter_date", 960), ("number", 780))

    def __init__(self, window: Window) -> None:
        self.strip = MessageStrip()
        self.waiting = CheckBox(_("Only those that wait"))
        sheets = [
            (Way.IN.value, _("Letters that came"), _CAME),
            (Way.OUT.value, _("Letters that went"), _WENT),
        ]
        new: list[Act] = [
            (_("Write a letter that came"), partial(self.write, Way.IN), "masuk"),
            (_("Write a letter that goes out"), partial(self.write, Way.OUT), "keluar"),
        ]
        super().__init__(window, sheets, new)
        self.tools.add(self.waiting)
        self.waiting.toggled.connect(lambda _on: self.redraw())

    def above(self) -> Sequence[QWidget]:
        """What waits."""
        return (self.strip,)

    def arrive(self, place: places.Letters) -> None:
        """Show what waits, or the letter asked for."""
        super().arrive(place)
        if place.waiting:
            self.show_waiting()

    def show_waiting(self) -> None:
        """Only what waits, of all years."""
        self.waiting.set_value(True)
        self.span.set_value(ALL)
        ways = [row.way for row in self.rows if isinstance(row, LetterRow) and self.kept(row)]
        if ways:
            self.tabs.set_value(ways[0].value)
        self.redraw()

    def query(self) -> Query[tuple[LetterRow, ...]]:
        """All letters."""
        return Letters()

    def sheet_of(self, row: LetterRow) -> str:
        """Came or went."""
        return row.way.value

    def kept(self, row: LetterRow) -> bool:
        """Only those that wait, if that is wished."""
        return not self.waiting.value() or (row.follow_up is FollowUp.OPEN and row.struck is None)

    def texts(self, row: LetterRow) -> Sequence[object]:
        """Every text and the number."""
        return (
            row.agenda, row.number, row.party, row.subject, row.enclosures, row.forwarded, row.copies, row.follow_up_note,
        )  # fmt: skip

    def called(self, row: LetterRow) -> str:
        """Agenda number and subject."""
        return f"{row.agenda} · {row.subject}"

    def acts(self, row: LetterRow) -> list[Act]:
        """Look, done, change, strike out."""
        return [self.look(row), *acts(self.main, row)]

    def show_rows(self, rows: tuple[Row, ...], photos: Mapping[int, int]) -> None:
        """Also how many wait."""
        wanted = next((row for row in rows if row.id == self.wanted), None)
        if isinstance(wanted, LetterRow):
            self.tabs.set_value(wanted.way.value)
        super().show_rows(rows, photos)
        waits = [row for row in rows if isinstance(row, LetterRow) and row.follow_up is FollowUp.OPEN and row.struck is None]
        self.waiting.setVisible(bool(waits) or self.waiting.value())
        if not waits or self.waiting.value():
            self.strip.clear()
            return
        oldest = min(waits, key=lambda row: row.on)
        title = ngettext(
            "{count} letter waits for something to be done", "{count} letters wait for something to be done", len(waits)
        )
        text = _("The oldest: {subject}, {party}, {day}.").format(
            subject=oldest.subject, party=oldest.party, day=long_date(oldest.on)
        )
        self.strip.show_message("warn", title.format(count=len(waits)), text, [(_("Show them"), self._only_waiting, "surat")])

    def _only_waiting(self) -> None:
        self.strip.clear()
        self.show_waiting()

    def write(self, way: Way) -> None:
        """Ask for a letter; one that goes out is offered the group's next number."""
        today = open_book.today(self.main)
        known = {
            name: list(dict.fromkeys(text for row in reversed(self.rows) if (text := getattr(row, name, None))))
            for name in ("party", "forwarded" if way is Way.IN else "copies")
        }

        def ask(agenda: Agenda) -> None:
            values: dict[str, object] = {"on": today, "letter_date": today}
            if way is Way.OUT:
                values["number"] = agenda.number
            text = _("It gets agenda number {number}.").format(number=agenda.agenda)
            form = next(form for form in FORMS if form.fixed["way"] is way)
            ask_form(self.main, form, values, text=text, done=self.written, suggestions=known)

        self.main.session.ask(self.main, NextAgenda(way, today), ask)


class LetterPage(OneRecord):
    """``go("letter", row=3)``."""

    back_to = places.Letters
    owner = Owner.LETTER
    words = N_("A letter")
    icon = "surat"

    def query(self, row: int) -> Query[LetterRow]:
        """The letter."""
        return Letter(row)

    def title_of(self, row: LetterRow) -> tuple[str, str]:
        """The subject; which way, number and day."""
        words = _("Came on {day}, agenda {number}") if row.way is Way.IN else _("Went on {day}, agenda {number}")
        return row.subject, words.format(day=full_date(row.on), number=row.agenda)

    def facts_of(self, row: LetterRow) -> Sequence[tuple[str, str | None]]:
        """The columns of the paper book."""
        came = row.way is Way.IN
        return (
            (pgettext("letter", "From") if came else pgettext("letter", "To"), row.party),
            (_("Number on the letter"), row.number),
            (_("Date on the letter"), long_date(row.letter_date)),
            (_("Enclosures"), row.enclosures),
            (_("Passed on to"), row.forwarded) if came else (_("Copies to"), row.copies),
            (_("Follow-up"), ": ".join(part for part in (say(_STATES[row.follow_up]), row.follow_up_note) if part)),
            (_("Written by"), row.who),
        )

    def state_of(self, row: LetterRow) -> ChipSpec | None:
        """Struck out, or whether it waits."""
        return super().state_of(row) or _state(row) or None

    def acts(self, row: LetterRow) -> Sequence[Act]:
        """Done, change, strike out."""
        return acts(self.main, row)


def acts(window: Window, row: LetterRow) -> list[Act]:
    """What can be written about a letter; nothing where it was struck out or the book is only read."""
    strike = partial(strike_out, window, STRIKE, {"letter": row.id}, row.agenda, row.subject)
    found = changes(window, row, partial(_change, window, row), strike)
    done: list[Act] = [(_("It is done"), partial(_settle, window, row), "benar")] if row.follow_up is FollowUp.OPEN else []
    return [*done, *found] if found else []


def _change(window: Window, row: LetterRow) -> None:
    form = CHANGES[row.way]
    own = "forwarded" if row.way is Way.IN else "copies"
    values = {"letter": row.id, **{name: getattr(row, name) for name in (*_FIELDS, own)}}
    ask_form(window, form, values, text=_("The number {number} stays.").format(number=row.agenda))


def _settle(window: Window, row: LetterRow) -> None:
    text = f"{row.party}: {row.subject}"
    ask_form(window, SETTLE, {"letter": row.id, "note": row.follow_up_note}, text=text, main=_("It is done"))


def _state(row: LetterRow) -> ChipSpec | None:
    """Nothing where nothing is to be done."""
    if row.follow_up is FollowUp.NONE:
        return None
    return ChipSpec("warn" if row.follow_up is FollowUp.OPEN else "inn", say(_STATES[row.follow_up]))


_CAME: list[ColumnSpec[LetterRow]] = [
    ColumnSpec("agenda", N_("No."), "number", 48),
    ColumnSpec("letter_date", N_("Date of the letter"), "date"),
    ColumnSpec("on", N_("Received on"), "date"),
    ColumnSpec("number", N_("Number on the letter"), "soft", 124),
    ColumnSpec("party", N_("Sender"), width=150),
    ColumnSpec("subject", N_("What it is about"), stretch=True),
    ColumnSpec("enclosures", N_("Enclosures"), "soft", 90),
    ColumnSpec("forwarded", N_("Passed on to"), "soft", 100),
    ColumnSpec("follow_up", N_("Follow-up"), width=104, read=_state),
]


_WENT: list[ColumnSpec[LetterRow]] = [
    ColumnSpec("agenda", N_("No."), "number", 48),
    ColumnSpec("number", N_("Number on the letter"), "soft", 160),
    ColumnSpec("letter_date", N_("Date of the letter"), "date"),
    ColumnSpec("on", N_("Sent on"), "date"),
    ColumnSpec("party", N_("Recipient"), width=150),
    ColumnSpec("subject", N_("What it is about"), stretch=True),
    ColumnSpec("enclosures", N_("Enclosures"), "soft", 90),
    ColumnSpec("copies", N_("Copies to"), "soft", 130),
    ColumnSpec("follow_up", N_("Follow-up"), width=104, read=_state),
]
