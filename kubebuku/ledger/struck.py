"""Struck pairs: an entry and its mirror of the same date stay readable and count nowhere (accounting.md 5).

A mirror of another date is a correction of an earlier month: both it and what it corrects are ordinary rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sqlalchemy import CompoundSelect, Connection, FromClause, select, union_all

from kubebuku.domain.entries import BuktiNumber, EntryId
from kubebuku.ledger.tables import act, entry


@dataclass(frozen=True, slots=True)
class Struck:
    """One struck pair: the entry, its mirror, and the entry written in its place if there is one."""

    entry: EntryId
    mirror: EntryId
    replaced_by: EntryId | None
    replaced_by_number: str | None


_OLD, _MIRROR = entry.alias("struck_entry"), entry.alias("struck_mirror")
#: Outer joined, so that each of its columns may be empty.
_NEW: FromClause = entry.alias("struck_replacement")


@cache
def ids() -> CompoundSelect[int]:
    """Both halves of every struck pair, for ``posting.c.entry.not_in(struck.ids())``."""
    old, mirror = _OLD, _MIRROR
    same_day = select(old.c.id).where(old.c.id == mirror.c.reverses, old.c.date == mirror.c.date).exists()
    # with "> 0" SQLite begins at the few reversals by their index, instead of looking through every entry
    mirrors = (mirror.c.reverses > 0, same_day)
    return union_all(select(mirror.c.reverses).where(*mirrors), select(mirror.c.id).where(*mirrors))


def pairs(connection: Connection) -> dict[EntryId, Struck]:
    """Every struck pair by the id of the entry that was struck out."""
    old, mirror, new = _OLD, _MIRROR, _NEW
    rows = connection.execute(
        select(old.c.id, mirror.c.id, new.c.id, new.c.series, new.c.year, new.c.seq)
        .join(mirror, (old.c.id == mirror.c.reverses) & (old.c.date == mirror.c.date))
        .outerjoin(act, act.c.replaces == old.c.id)
        .outerjoin(new, new.c.id == act.c.entry)
        .order_by(old.c.id)
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
