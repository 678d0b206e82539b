"""Reading dates and months as they are typed in Indonesia: day first, two digits of a year are of this century."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kubebuku.domain.calendar import Month
from kubebuku.domain.date_names import DAYS, MONTHS, SHORT_DAYS, SHORT_MONTHS
from kubebuku.domain.date_refusals import (
    DateMissing,
    DateUnreadable,
    MonthMissing,
    MonthUnreadable,
    NoSuchDay,
    NoSuchMonth,
    YearOutside,
)
from kubebuku.domain.typed import Typed, plain, shorten

#: The first year that can be written; the last is the one after today's.
FIRST_YEAR = 1990

_MONTH_WORDS = {
    name.lower(): number for names in (*MONTHS.values(), *SHORT_MONTHS.values()) for number, name in enumerate(names, start=1)
} | {"pebruari": 2, "peb": 2, "agt": 8, "ags": 8, "agust": 8, "sept": 9, "nopember": 11, "nop": 11}
_DAY_WORDS = {name.lower() for names in (*DAYS.values(), *SHORT_DAYS.values()) for name in names} | {"jum'at", "ahad"}
_NEAR = {"hari ini": 0, "today": 0, "kemarin": -1, "yesterday": -1, "besok": 1, "tomorrow": 1}

_HALF_A_YEAR = 183

_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_FIGURES = re.compile(r"(?P<day>\d{1,2})\s?[-/. ]\s?(?P<month>\d{1,2})(?:\s?[-/. ]\s?(?P<year>\d+))?")
_SOLID = re.compile(r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d{4}|\d\d)?")
_WORDS = re.compile(r"(?P<day>\d{1,2})\s?[-/. ]?\s?(?P<month>[a-z]+)\.?,?\s?[-/ ]?\s?(?P<year>\d+)?")
_MONTH_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})")
_MONTH_FIGURES = re.compile(r"(?P<month>\d{1,2})\s?[-/. ]\s?(?P<year>\d+)|(?P<month2>\d\d)(?P<year2>\d{4})")
_MONTH_WORD = re.compile(r"(?P<month>[a-z]+)\.?\s?[-/ ]?\s?(?P<year>\d+)")


def read_date(text: str, *, today: date, since: date | None = None, nearest: bool = False) -> date:
    """The day `text` means: ``22/11``, ``22-11-26``, ``2211``, ``22 nov 2026``, ``2026-11-22``, ``kemarin``.

    Without a year it is the latest such day up to tomorrow; a day that this year's month lacks (29/02) is refused, not
    looked for in earlier years. Where last year's lies before `since`, the day the book begins, this year's is meant although
    it has not come yet, if it is the nearer of the two. With `nearest` (a meeting to come) it is the nearest such
    day, past or to come. A weekday's name is not judged. Raises a subclass of `DateRefused`.
    """
    typed = plain(text)
    words = typed.text.lower()
    if not words:
        raise DateMissing
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    weekday, _, rest = words.partition(" ")
    if weekday.rstrip(".,") in _DAY_WORDS:
        words = rest
    found = _ISO.fullmatch(words) or _FIGURES.fullmatch(words) or _SOLID.fullmatch(words) or _WORDS.fullmatch(words)
    if found is None:
        raise DateUnreadable(typed.shown)
    number = _month_number(found["month"])
    if number is None:
        raise DateUnreadable(typed.shown)
    day = int(found["day"])
    if found["year"] is None and nearest:
        ahead = (number - today.month) * 31 + day - today.day
        year = today.year + (ahead < -_HALF_A_YEAR) - (ahead > _HALF_A_YEAR)
    elif found["year"] is None:
        latest = today + timedelta(days=1)
        year = latest.year if (number, day) <= (latest.month, latest.day) else latest.year - 1
        if since is not None and (year, number, day) < (since.year, since.month, since.day):
            ahead = (number - latest.month) * 31 + day - latest.day
            year = latest.year if ahead < _HALF_A_YEAR else year
    else:
        year = _year(found["year"], last=today.year + 1)
    return _day_of(Month(year, number), day, typed)


def read_month(text: str, *, today: date | None = None) -> Month:
    """The month that `text` means: ``11/2026``, ``11-26``, ``112026``, ``2026-11``, ``November 2026``, ``nov 26``.

    Years run from 1990 to the one after `today`'s, or to 2099 where no day is given. Raises a subclass of `DateRefused`.
    """
    typed = plain(text)
    words = typed.text.lower()
    if not words:
        raise MonthMissing
    found = _MONTH_ISO.fullmatch(words) or _MONTH_FIGURES.fullmatch(words) or _MONTH_WORD.fullmatch(words)
    if found is None:
        raise MonthUnreadable(typed.shown)
    parts = found.groupdict()
    number = _month_number(parts["month"] or parts["month2"])
    if number is None:
        raise MonthUnreadable(typed.shown)
    return Month(_year(parts["year"] or parts["year2"], last=today.year + 1 if today else 2099), number)


def _month_number(word: str) -> int | None:
    """The number of a month by name or figure; None for a name that is none. Raises `NoSuchMonth` for 0 and 13 to 99."""
    if not word.isdecimal():
        return _MONTH_WORDS.get(word)
    number = int(word)
    if not 1 <= number <= 12:
        raise NoSuchMonth(number)
    return number


def _year(figures: str, *, last: int) -> int:
    if len(figures) not in {2, 4}:
        raise YearOutside(shorten(figures), FIRST_YEAR, last)
    year = int(figures) + (2000 if len(figures) == 2 else 0)
    if not FIRST_YEAR <= year <= last:
        raise YearOutside(str(year), FIRST_YEAR, last)
    return year


def _day_of(month: Month, day: int, typed: Typed) -> date:
    if not 1 <= day <= month.last.day:
        raise NoSuchDay(typed.shown, month)
    return date(month.year, month.number, day)
