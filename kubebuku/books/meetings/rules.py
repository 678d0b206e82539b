"""Quorum, hours and fines of meetings."""

from __future__ import annotations

import re
from enum import Enum

_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?", re.ASCII)


class Quorum(Enum):
    """How many of those invited must come: more than half, at least two thirds, or as many as there are."""

    MORE_THAN_HALF = "more_than_half"
    TWO_THIRDS = "two_thirds"
    NONE = "none"


class Presence(Enum):
    """How a member stood to a meeting: hadir, terlambat, izin, sakit, tanpa kabar."""

    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ILL = "ill"
    ABSENT = "absent"

    @property
    def came(self) -> bool:
        """Whether the member was there, late or not."""
        return self in {Presence.PRESENT, Presence.LATE}


def needed(quorum: Quorum, invited: int) -> int:
    """How many must be there; one at least."""
    if quorum is Quorum.MORE_THAN_HALF:
        return invited // 2 + 1
    return max(1, -(-2 * invited // 3)) if quorum is Quorum.TWO_THIRDS else 1


def read_clock(text: str) -> str:
    """``15:30`` from 15.30, 15:30 or 15; raises ValueError for what is no time of day."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour > 23 or minute > 59:
        raise ValueError(text)
    return f"{hour:02d}:{minute:02d}"
