"""The times between leaving and coming back, kept with the group's settings: no dues are asked of them, nobody pays in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId
from kubebuku.ledger import settings
from kubebuku.ledger.tables import setting

_KEY = "members.away."


@dataclass(frozen=True, slots=True)
class TimeAway:
    """From the last day as a member to the first day as one again; no dues are asked for the whole months between."""

    left: date
    back: date

    def __contains__(self, day: date) -> bool:
        """Whether the person was no member on that day; both its ends were days of a member."""
        return self.left < day < self.back

    @property
    def months(self) -> tuple[Month, ...]:
        """The whole months in between, for which nothing is asked."""
        first, last = Month.of(self.left).plus(1), Month.of(self.back).plus(-1)
        return tuple(first.until(last)) if first <= last else ()


def times_away(connection: Connection, of: PersonId | None = None) -> dict[int, tuple[TimeAway, ...]]:
    """By person, oldest first; all who ever came back, or one of them."""
    wanted = select(setting.c.key, setting.c.value)
    wanted = wanted.where(setting.c.key.startswith(_KEY, autoescape=True) if of is None else setting.c.key == f"{_KEY}{of}")
    return {int(key.removeprefix(_KEY)): _read(settings.parsed(key, value)) for key, value in connection.execute(wanted)}


def _read(times: Iterable[tuple[str, str]]) -> tuple[TimeAway, ...]:
    return tuple(TimeAway(date.fromisoformat(left), date.fromisoformat(back)) for left, back in times)


def _write(connection: Connection, of: PersonId, times: Iterable[TimeAway]) -> None:
    settings.write(connection, f"{_KEY}{of}", [[one.left.isoformat(), one.back.isoformat()] for one in times])


def note_time_away(connection: Connection, of: PersonId, left: date, back: date) -> None:
    """Remember, among the settings, that a member who left on the one day is back since the other."""
    _write(connection, of, (*times_away(connection, of).get(of, ()), TimeAway(left, back)))


def forget_time_away(connection: Connection, of: PersonId, left: date) -> None:
    """Take back what `note_time_away` wrote of that leaving; nothing happens where it wrote none."""
    times = times_away(connection, of).get(of, ())
    if any(one.left == left for one in times):
        _write(connection, of, (one for one in times if one.left != left))
