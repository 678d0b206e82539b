"""Short ways to speak on paper: a marked sentence with its gaps filled, a month's last day, a name list."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.calendar import Month
from kubebuku.domain.text import Particular, Sentence
from kubebuku.i18n import day_month, month_name, month_word, say


def phrase(message: str | Particular, **values: object) -> str:
    """The marked `message` in the reader's language, its gaps filled as `i18n.say` fills them."""
    return say(Sentence(message, values))


def span_name(first: date, last: date) -> str:
    """A stretch of days as heads of books name it: November 2026, Januari–Maret 2026, 2026, else day to day."""
    start, end = Month.of(first), Month.of(last)
    if first != start.first or last != end.last:
        return f"{day_month(first)}/{first.year}–{day_month(last)}/{last.year}"
    if start == end:
        return month_name(start)
    if start.year == end.year:
        return str(start.year) if (start.number, end.number) == (1, 12) else f"{month_word(start)}–{month_name(end)}"
    return f"{month_name(start)}–{month_name(end)}"
