"""The frame of a month's paper: a closed month is told of as it was sealed, so that a reprint equals what was signed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from kubebuku.domain.calendar import Month
from kubebuku.ledger import closings
from kubebuku.ledger.as_closed import as_closed
from kubebuku.ledger.work import Reading
from kubebuku.reports.frame import Frame


@contextlib.contextmanager
def frame_of(reading: Reading, month: Month) -> Iterator[Frame]:
    """Within the block, the frame of `month`: over the book as its standing closing sealed it, over today's while it is open."""
    with as_closed(reading, closings.standing(reading.connection, month)) as then:
        yield Frame(then, month)


@contextlib.contextmanager
def frame_of_closing(reading: Reading, month: Month, serial: int | None) -> Iterator[Frame]:
    """The same over the book as *penutupan ke-*`serial` sealed it, the newest for None; over today's where there is none."""
    made = (one for one in reversed(closings.history(reading.connection, month)) if one.act == "close")
    with as_closed(reading, next((one for one in made if serial in (None, one.serial)), None)) as then:
        yield Frame(then, month)
