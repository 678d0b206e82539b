"""What begins on a day begins in an open month: the papers of closed ones are signed as they stand (accounting.md 7)."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_
from kubebuku.ledger import closings
from kubebuku.ledger.work import Reading


class BeginsInClosedMonth(RuleBroken):
    """A rule, a joining, an office or a business from a day on whose month, or a later one, is closed."""

    wrong = N_("{found} lies before the first open day, {first}.")
    why = N_("{last} has been closed, and its paper was signed as it stands.")
    remedy = N_("Choose {first} or later. What belongs to a closed month is a correction: open it again with a reason.")

    found: date | Month
    first: date
    last: Month
    field: str


def begins_open(reading: Reading, begins: date | Month, field: str) -> None:
    """Refuse what would begin, or end, in a closed month or before one (BeginsInClosedMonth)."""
    last = closings.closed_until(reading.connection)
    if last is not None and (begins if isinstance(begins, Month) else Month.of(begins)) <= last:
        raise BeginsInClosedMonth(begins, last.plus(1).first, last, field)
