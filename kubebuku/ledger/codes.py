"""A check code from paper, looked up: which link of the chain it names and what came after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from kubebuku.domain.entries import BuktiNumber
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import chain, closings
from kubebuku.ledger.closings import Closing
from kubebuku.ledger.refusals import CodeMistyped, CodeUnknown
from kubebuku.ledger.tables import entry, kube, record_link


@dataclass(frozen=True, slots=True)
class FoundCode:
    """The link of the chain that a code names.

    `link` is "entry", "closing", "record" or "genesis" (a book in which nothing was written yet,
    whose id is 0 and whose texts are empty).
    """

    code: str
    link: str
    id: int
    #: the bukti number of an entry, the month of a closing, the number of a link of records
    number: str
    #: UTC
    recorded: str
    who: str
    hash: str
    #: the closing or reopening itself, where the code names one
    closing: Closing | None
    #: how many entries were written after it
    entries_after: int
    #: closings and reopenings of any month after it, oldest first
    closings_after: tuple[Closing, ...]

    @property
    def replaced_by(self) -> Closing | None:
        """The last act on the same month after it, None where the closing still stands or the code names none."""
        month = self.closing.month if self.closing else None
        return next((later for later in reversed(self.closings_after) if later.month == month), None)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """What it is and what came after, for a person to read."""
        return tuple(one for one in (self._what(), self._after(), self._standing()) if one is not None)

    def _what(self) -> Sentence:
        if self.link == "genesis":
            return Sentence(N_("{code} is the beginning of this book."), {"code": self.code})
        values = {"code": self.code, "number": self.number, "who": self.who, "day": _day(self.recorded)}
        if self.link == "record":
            return Sentence(N_("{code} is the change no. {number} of the records, written by {who} on {day}."), values)
        if self.closing is None:
            return Sentence(N_("{code} is the entry {number}, written by {who} on {day}."), values)
        values |= {"month": self.closing.month, "serial": self.closing.serial}
        if self.closing.act == "close":
            return Sentence(N_("{code} is closing no. {serial} of {month}, made by {who} on {day}."), values)
        return Sentence(N_("{code} is the reopening of {month}, made by {who} on {day}."), values)

    def _after(self) -> Sentence:
        if not self.entries_after and not self.closings_after:
            return Sentence(N_("Nothing was written after it."))
        counted = {"entries": self.entries_after, "closings": len(self.closings_after)}
        return Sentence(N_("Written after it: entries {entries}, closings and reopenings {closings}."), counted)

    def _standing(self) -> Sentence | None:
        now = self.replaced_by
        if now is None:
            return None
        values = {"month": now.month, "day": _day(now.recorded), "code": now.code}
        if now.act == "close":
            return Sentence(N_("{month} was closed again on {day}; the code that counts now is {code}."), values)
        return Sentence(N_("{month} was opened again on {day} and is open; a paper with this code no longer counts."), values)


def _day(recorded: str) -> object:
    return datetime.fromisoformat(recorded).astimezone().date()


def find_code(connection: Connection, code: str) -> FoundCode:
    """The link with that check code; raises CodeMistyped or, where no link of this book has it, CodeUnknown."""
    try:
        start = chain.code_start(code)
    except ValueError as error:
        raise CodeMistyped(code) from error
    code = chain.check_code(start)
    history = tuple(closings.history(connection))
    for one in history:
        if one.hash.startswith(start):
            later = tuple(each for each in history if each.id > one.id)
            after = _entries_after(connection, one.after_entry)
            return FoundCode(code, "closing", one.id, str(one.month), one.recorded, one.who, one.hash, one, after, later)
    row = connection.execute(select(entry).where(entry.c.hash.between(start, f"{start}g"))).first()
    if row is not None:
        number = str(BuktiNumber(row.series, row.year, row.seq))
        later = tuple(one for one in history if one.after_entry >= row.id)
        after = _entries_after(connection, row.id)
        return FoundCode(code, "entry", row.id, number, row.recorded, row.who, row.hash, None, after, later)
    changed = connection.execute(select(record_link).where(record_link.c.hash.between(start, f"{start}g"))).first()
    if changed is not None:
        later = tuple(one for one in history if one.id > changed.after_closing)
        after = _entries_after(connection, changed.after_entry)
        return FoundCode(
            code, "record", changed.id, str(changed.id), changed.recorded, changed.who, changed.hash, None, after, later
        )
    genesis = connection.execute(select(kube.c.genesis)).scalar_one()
    if genesis.startswith(start):
        return FoundCode(code, "genesis", 0, "", "", "", genesis, None, _entries_after(connection, 0), history)
    raise CodeUnknown(code)


def _entries_after(connection: Connection, id_: int) -> int:
    return connection.execute(select(func.count()).select_from(entry).where(entry.c.id > id_)).scalar_one()
