"""What the group chose for its reports, kept in its book: which parts are printed, and whether struck lines are shown."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from kubebuku.ledger import settings
from kubebuku.ledger.work import Work
from kubebuku.reports import catalog

PARTS_KEY = "report.parts"
STRUCK_KEY = "report.struck"


def chosen_parts(connection: Connection) -> frozenset[str]:
    """The parts that were printed last, those that are on in every new book if nothing was chosen yet.

    A part that a later version brings is on or off by itself: what is kept is each part's own yes or no.
    """
    kept = settings.kept(connection, PARTS_KEY)
    said = kept if isinstance(kept, dict) else {}
    return frozenset(part.key for part in catalog.PARTS if said.get(part.key, part.on))


def remember_parts(work: Work, parts: Iterable[str]) -> None:
    """Keep the choice for the next report; called inside ``office.write``."""
    wanted = frozenset(parts)
    settings.write(work.connection, PARTS_KEY, {part.key: part.key in wanted for part in catalog.PARTS})


def shows_struck(connection: Connection) -> bool:
    """Whether struck lines stand in printed books, crossed out."""
    return settings.kept(connection, STRUCK_KEY) is not False


def remember_struck(work: Work, shown: bool) -> None:  # noqa: FBT001 (the choice itself)
    """Keep whether struck lines are printed."""
    settings.write(work.connection, STRUCK_KEY, shown)
