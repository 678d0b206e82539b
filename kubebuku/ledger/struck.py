"""Struck pairs: an entry and its mirror of the same date stay readable and count nowhere (accounting.md 5).

A mirror of another date is a correction of an earlier month: both it and what it corrects are ordinary rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sqlalchemy import ColumnElement, CompoundSelect, Connection, FromClause, select, union_all

from kubebuku.domain.entries import BuktiNumber, EntryId
from kubebuku.ledger.tables import act, entry


@dataclass(frozen=True, slots=True)
class Struck:
    """One struck pair: the entry, its mirror, and the entry written in its place if there is one."""

    entry: EntryId
    mirror: EntryId
    replaced_by: EntryId | None
    replaced_by_number: str | None


_TAKING_BACK = entry.alias("taking_back")
_OLD, _MIRROR = entry.alias("struck_entry"), entry.alias("struck_mirror")
#: Outer joined, so that each of its columns may be empty.
_NEW: FromClause = entry.alias("struck_replacement")
#: With "> 0" SQLite begins at the few reversals by their index, instead of looking through every entry.
_MIRRORS = (
    _MIRROR.c.reverses > 0,
    select(_OLD.c.id).where(_OLD.c.id == _MIRROR.c.reverses, _OLD.c.date == _MIRROR.c.date).exists(),
)


@cache
def ids() -> CompoundSelect[int]:
    """Both halves of every struck pair, for ``posting.c.entry.not_in(struck.ids())``."""
    return union_all(select(_MIRROR.c.reverses).where(*_MIRRORS), select(_MIRROR.c.id).where(*_MIRRORS))


def standing(of: ColumnElement[int] = entry.c.id, *, at: ColumnElement[str] | None = None) -> ColumnElement[bool]:
    """That no mirror, of its own date or a later one, takes back the entry `of` names: that of the question, unless another.

    With `at`, an ISO day, as it was at that day's end.
    """
    taken_back = select(_TAKING_BACK.c.reverses).where(_TAKING_BACK.c.reverses > 0)  # the few of them once, by their index
    return of.not_in(taken_back if at is None else taken_back.where(_TAKING_BACK.c.date <= at))


def pairs(connection: Connection) -> dict[EntryId, Struck]:
    """Every struck pair by the id of the entry that was struck out."""
    mirror, new = _MIRROR, _NEW
    rows = connection.execute(
        select(mirror.c.reverses, mirror.c.id, new.c.id, new.c.series, new.c.year, new.c.seq)
        .outerjoin(act, act.c.replaces == mirror.c.reverses)
        .outerjoin(new, new.c.id == act.c.entry)
        .where(*_MIRRORS)
        .order_by(mirror.c.reverses)
    )
    return {
        EntryId(id_): Struck(
            EntryId(id_),
            EntryId(mirror_id),
            None if new_id is None else EntryId(new_id),
            None if new_id is None else str(BuktiNumber(series, year, seq)),
        )
        for id_, mirror_id, new_id, series, year, seq in rows
    }
