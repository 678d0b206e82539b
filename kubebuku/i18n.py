"""Sentences, rupiah, dates and words in the reader's language; and reading what people type.

The language is "id" or "en". Figures and dates keep the Indonesian form (1.500.000, 22/11/26) in both, whatever the system's
locale says; the names of months and days follow the language. Nothing here needs Babel: a test holds every form against it.
"""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Sequence
from datetime import date, datetime, time
from fractions import Fraction
from functools import cached_property

from kubebuku import resources
from kubebuku.domain.calendar import Month
from kubebuku.domain.date_names import DAYS, MONTHS, SHORT_DAYS
from kubebuku.domain.errors import Trouble
from kubebuku.domain.money import Rupiah
from kubebuku.domain.terbilang import terbilang
from kubebuku.domain.text import InLanguages, Particular, Sentence

__all__ = [
    "LANGUAGES",
    "_",
    "clock",
    "day_month",
    "explain",
    "field_date",
    "figure",
    "full_date",
    "joined",
    "language",
    "long_date",
    "month_name",
    "month_word",
    "ngettext",
    "percent",
    "pgettext",
    "read_amount",
    "read_date",
    "read_month",
    "rupiah",
    "say",
    "set_language",
    "short_date",
    "terbilang",
]

#: The languages there are, the first being the one at start. English is what the code itself says, and has no catalogue.
LANGUAGES = ("id", "en")
MINUS = "\u2212"


class _Speech:
    """The language in use; the Indonesian catalogue is read when its first word is spoken."""

    def __init__(self) -> None:
        self.code = LANGUAGES[0]
        #: Says each message as the code has it, "one" for 1 and "many" for every other number.
        self.english = _gettext.NullTranslations()

    @property
    def catalogue(self) -> _gettext.NullTranslations:
        return self.english if self.code == "en" else self.indonesian

    @cached_property
    def indonesian(self) -> _gettext.NullTranslations:
        path = resources.path("locale", "id", "LC_MESSAGES", "kubebuku.mo")
        if not path.is_file():  # a checkout whose catalogue is not built yet
            return self.english
        with path.open("rb") as file:
            return _gettext.GNUTranslations(file)


_speech = _Speech()


def set_language(code: str) -> None:
    """Speak `code` from now on, in every thread; raises ValueError for a language that is not there."""
    if code not in LANGUAGES:
        raise ValueError(f"no such language: {code}")
    _speech.code = code


def language() -> str:
    """The language in use: "id" or "en"."""
    return _speech.code


# -------------------------------------------------------------------------------------------------------------- words


def _(message: str) -> str:
    """`message` in the reader's language; an empty one stays empty."""
    return _speech.catalogue.gettext(message) if message else ""


def pgettext(context: str, message: str) -> str:
    """`message` in the reader's language, where it means what `context` says."""
    return _speech.catalogue.pgettext(context, message)


def ngettext(one: str, many: str, number: int) -> str:
    """`one` or `many` in the reader's language, as `number` asks; Indonesian has a single form."""
    return _speech.catalogue.ngettext(one, many, number)


def say(sentence: Sentence | str | Particular) -> str:
    """A marked sentence in the reader's language, its gaps filled.

    Rupiah become Rp1.500.000, dates 22 November 2026, months November 2026, fractions per cent, whole numbers 1.500 (so a
    year is handed in as text), sentences are spoken, a sequence is joined by "dan"; text is left as it is.
    """
    if isinstance(sentence, Particular):
        return pgettext(sentence.context, sentence.message)
    if isinstance(sentence, str):
        return _(sentence)
    message = say(sentence.message)
    return message.format_map({name: _spoken(value) for name, value in sentence.values.items()}) if sentence.values else message


def explain(trouble: Trouble) -> str:
    """All that a refusal has to say, in one line: what is wrong, what was found, what to do."""
    return " ".join(say(part) for part in trouble.sentences)


def joined(parts: Sequence[str]) -> str:
    """The parts in one phrase: Kas, Bank dan Kas IKS."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{earlier} and {last}").format(earlier=", ".join(parts[:-1]), last=parts[-1])


def _spoken(value: object) -> str:  # noqa: PLR0911 (one return a kind of value)
    match value:
        case str():
            return value
        case Rupiah():
            return rupiah(value)
        case int():
            return figure(value)
        case date():
            return long_date(value)
        case Month():
            return month_name(value)
        case Sentence() | Particular():
            return say(value)
        case InLanguages():
            return value.spoken(language())
        case Fraction():
            return percent(value)
        case list() | tuple():
            return joined([_spoken(part) for part in value])
        case _:
            raise TypeError(f"no way to say a {type(value).__name__}")


# ------------------------------------------------------------------------------------------------------------ figures


def figure(amount: int) -> str:
    """A whole number as tables write it: 1.500.000, −250.000."""
    digits = f"{abs(int(amount)):,}".replace(",", ".")
    return MINUS + digits if amount < 0 else digits


def rupiah(amount: int, *, sign: bool = False) -> str:
    """An amount of money as sentences write it: Rp1.500.000, −Rp250.000; with `sign` +Rp1.500.000."""
    digits = f"{abs(int(amount)):,}".replace(",", ".")
    before = MINUS if amount < 0 else "+" if sign and amount > 0 else ""
    return f"{before}Rp{digits}"


def percent(share: Fraction | int, places: int = 2) -> str:
    """A share as per cent with at most `places` digits after the comma, halves rounded up: 12,5 %."""
    scale = 10**places
    rounded = (abs(Fraction(share)) * 100 * scale + Fraction(1, 2)).__floor__()
    whole, part = divmod(rounded, scale)
    tail = f"{part:0{places}d}".rstrip("0") if part else ""
    text = figure(whole) + (f",{tail}" if tail else "")
    return f"{MINUS if share < 0 and rounded else ''}{text} %"


# -------------------------------------------------------------------------------------------------------------- dates


def long_date(day: date) -> str:
    """22 November 2026."""
    return f"{day.day} {_month_names()[day.month - 1]} {day.year}"


def full_date(day: date) -> str:
    """Minggu, 22 November 2026."""
    return f"{DAYS[_speech.code][day.weekday()]}, {long_date(day)}"


def field_date(day: date) -> str:
    """Min, 22 November 2026."""
    return f"{SHORT_DAYS[_speech.code][day.weekday()]}, {long_date(day)}"


def short_date(day: date) -> str:
    """22/11/26."""
    return f"{day.day:02d}/{day.month:02d}/{day.year % 100:02d}"


def day_month(day: date) -> str:
    """22/11, for tables within one month or year."""
    return f"{day.day:02d}/{day.month:02d}"


def month_name(month: Month) -> str:
    """November 2026."""
    return f"{month_word(month)} {month.year}"


def month_word(month: Month) -> str:
    """November, where the year is plain."""
    return _month_names()[month.number - 1]


def clock(moment: datetime | time) -> str:
    """15.30."""
    return f"{moment.hour:02d}.{moment.minute:02d}"


def _month_names() -> Sequence[str]:
    return MONTHS[_speech.code]


# ------------------------------------------------------------------------------------------------------------- reading
# The readers come with their patterns and refusals when the first thing is typed, not before the first window.


def read_amount(text: str) -> Rupiah:
    """What `text` means as an amount, 1 to 999.999.999.999; raises as `kubebuku.domain.amounts.read_amount` does."""
    from kubebuku.domain import amounts

    return amounts.read_amount(text)


def read_date(text: str, *, today: date, since: date | None = None, nearest: bool = False) -> date:
    """What `text` means as a day; raises as `kubebuku.domain.dates.read_date` does."""
    from kubebuku.domain import dates

    return dates.read_date(text, today=today, since=since, nearest=nearest)


def read_month(text: str, *, today: date | None = None) -> Month:
    """What `text` means as a month; raises as `kubebuku.domain.dates.read_month` does."""
    from kubebuku.domain import dates

    return dates.read_month(text, today=today)
