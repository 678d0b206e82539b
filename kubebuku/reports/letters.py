"""Buku agenda surat masuk and surat keluar of the month, in the columns of domain.md 2.9."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kubebuku.books.letters.commands import FollowUp, Way
from kubebuku.books.letters.queries import LetterRow, Letters
from kubebuku.domain.text import PN_, Particular
from kubebuku.i18n import _, pgettext, say
from kubebuku.reports.document import Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.table import Cell, Column, Row, Table

STATES: dict[FollowUp, Particular] = {
    FollowUp.NONE: PN_("letter", "nothing to do"),
    FollowUp.OPEN: PN_("letter", "waits"),
    FollowUp.DONE: PN_("letter", "done"),
}


def build(frame: Frame) -> tuple[Part, ...]:
    """A part for each way that had a letter in the month."""
    return _parts(frame, {way: rows for way in Way if (rows := _rows(frame, way))})


def book(frame: Frame) -> tuple[Part, ...]:
    """Both parts of the month, also where no letter came or went."""
    return _parts(frame, {way: _rows(frame, way) for way in Way})


def _rows(frame: Frame, way: Way) -> list[LetterRow]:
    found = frame.ask(Letters(way=way, month=frame.month))
    return [row for row in found if frame.shows_struck or row.struck is None]


def _parts(frame: Frame, found: Mapping[Way, list[LetterRow]]) -> tuple[Part, ...]:
    """One under the other while there is room, signed once at the end."""
    parts: list[Part] = []
    for way, rows in found.items():
        table = _came(rows) if way is Way.IN else _went(rows)
        title = _("Agenda of letters that came") if way is Way.IN else _("Agenda of letters that went")
        parts.append(Part(f"letters-{way.value}", title, (table,), landscape=True, new_page=not parts))
    signed = frame.group.signatures(frame.signed_on, witnesses=False)
    return (*parts[:-1], replace(parts[-1], blocks=(*parts[-1].blocks, signed))) if parts else ()


def _came(found: list[LetterRow]) -> Table:
    columns = (
        Column("no", _("No."), "number", 8),
        Column("dated", _("Date of\nthe letter"), "date", 20),
        Column("on", _("Date\nreceived"), "date", 20),
        Column("number", _("Number of the\nletter received"), width=36, small=True),
        Column("party", pgettext("letter", "From"), width=44),
        Column("subject", _("Subject"), width=60),
        Column("enclosures", _("Enclosures"), width=22),
        Column("forwarded", _("Passed on to"), width=28),
        Column("state", _("Follow-up"), width=40),
    )
    rows = (
        (row.agenda, row.letter_date, row.on, row.number, row.party, row.subject, row.enclosures, row.forwarded, _state(row))
        for row in found
    )
    return _drawn(columns, found, rows)


def _went(found: list[LetterRow]) -> Table:
    columns = (
        Column("no", _("No."), "number", 8),
        Column("number", _("Number of\nthe letter"), width=38, small=True),
        Column("dated", _("Date of\nthe letter"), "date", 20),
        Column("party", pgettext("letter", "To"), width=54),
        Column("subject", _("Subject"), width=74),
        Column("enclosures", _("Enclosures"), width=26),
        Column("copies", _("Copies to"), width=48),
    )
    rows = ((row.agenda, row.number, row.letter_date, row.party, row.subject, row.enclosures, row.copies) for row in found)
    return _drawn(columns, found, rows)


def _drawn(columns: tuple[Column, ...], found: list[LetterRow], cells: Iterable[tuple[Cell, ...]]) -> Table:
    rows = tuple(Row(line, struck=row.struck is not None) for line, row in zip(cells, found, strict=True))
    return Table(columns, rows, empty=_("No letter in this month."))


def _state(row: LetterRow) -> str:
    return ": ".join(part for part in (say(STATES[row.follow_up]), row.follow_up_note) if part)
