"""How pages say moments, places and numbers of records in few words."""

from __future__ import annotations

from datetime import date, datetime

from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_
from kubebuku.i18n import _, clock, day_month, language, long_date, month_word, short_date, terbilang


def local(recorded: str) -> datetime:
    """The moment, on this computer's clock, of a time recorded in UTC."""
    return datetime.fromisoformat(recorded).astimezone()


def written(recorded: str, *, today: date) -> str:
    """When something was written: "19/11 pukul 16.20", with the year where it is another one."""
    moment = local(recorded)
    day = day_month(moment.date()) if moment.year == today.year else short_date(moment.date())
    return _("{day} at {time}").format(day=day, time=clock(moment))


def brief_day(day: date, *, today: date) -> str:
    """8 Nov, or 8 Nov 2025 where the year is another one."""
    words = f"{day.day} {month_word(Month.of(day))[:3]}"
    return words if day.year == today.year else f"{words} {day.year}"


def long_day(recorded: str) -> str:
    """3 November 2026, of a time recorded in UTC."""
    return long_date(local(recorded).date())


def short_number(number: str) -> str:
    """The running number of a bukti: 0143 of BKK/2026/0143."""
    return number.rsplit("/", 1)[-1]


_GREETINGS = ((11, N_("Good morning, {name}")), (15, N_("Good day, {name}")), (18, N_("Good afternoon, {name}")))
_PLAIN_GREETINGS = ((11, N_("Good morning")), (15, N_("Good day")), (18, N_("Good afternoon")))


def greeting(hour: int, holder: str) -> str:
    """Selamat pagi, Citra: by the hour, with the name in front of the comma of "Citra, bendahara"."""
    name = holder.partition(",")[0].strip()
    choices, last = (_GREETINGS, N_("Good evening, {name}")) if name else (_PLAIN_GREETINGS, N_("Good evening"))
    words = next((message for until, message in choices if hour < until), last)
    return _(words).format(name=name) if name else _(words)


def in_words(count: int) -> str:
    """A small number as a word, "empat"; in English as figures."""
    return terbilang(count).removesuffix(" rupiah").casefold() if language() == "id" else str(count)
