"""How many pieces of a thing there were on a day: every change of its number, dated, and what an undo must give back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select

from kubebuku.books.inventory.tables import equipment_move
from kubebuku.domain.entries import EntryId, ItemId
from kubebuku.ledger.work import Reading, Work

#: The number was only written anew: by hand, or by a count that found more.
LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Moved:
    """Pieces that went (below nil) or came back on a day, and how. `entry` is absent where nothing was posted.

    A number written anew by an entry is that of a thing whose arrival, in a month that is closed, was corrected on that day.

    `residual` is what the thing will be worth at the end, less because of the pieces that went.
    """

    on: date
    pieces: int
    residual: int
    how: str
    entry: EntryId | None

    @property
    def corrected(self) -> bool:
        """Whether this is the correction of an arrival."""
        return self.how == LISTED and self.entry is not None


def moves(reading: Reading, of: ItemId | None = None) -> dict[ItemId, tuple[Moved, ...]]:
    """Every change of number by thing, oldest day first; of one thing if `of` is given."""
    wanted = select(equipment_move).order_by(equipment_move.c.on_date, equipment_move.c.id)
    if of is not None:
        wanted = wanted.where(equipment_move.c.item == of)
    found: dict[ItemId, list[Moved]] = {}
    for row in reading.connection.execute(wanted):
        entry = None if row.entry is None else EntryId(row.entry)
        move = Moved(date.fromisoformat(row.on_date), row.pieces, row.residual, row.how, entry)
        found.setdefault(ItemId(row.item), []).append(move)
    return {item: tuple(rows) for item, rows in found.items()}


def pieces_on(now: int, story: Iterable[Moved], day: date) -> int:
    """How many there were at the end of `day`, of which there are `now`."""
    return now - sum(move.pieces for move in story if move.on > day)


def gone_by(story: Iterable[Moved], day: date) -> Moved | None:
    """The last time pieces went until the end of `day`."""
    return next((move for move in reversed([*story]) if move.on <= day and move.pieces < 0), None)


def note(work: Work, item: ItemId, moved: Moved) -> None:
    """Keep a change of number; none of no pieces."""
    if moved.pieces:
        work.connection.execute(
            insert(equipment_move).values(
                item=item,
                on_date=moved.on.isoformat(),
                pieces=moved.pieces,
                residual=moved.residual,
                how=moved.how,
                entry=moved.entry,
            )
        )


def forget(work: Work, item: ItemId) -> None:
    """A thing that never came has no story."""
    work.connection.execute(delete(equipment_move).where(equipment_move.c.item == item))
