"""Why a date or month cannot be taken as it was typed: one class a reason."""

from __future__ import annotations

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.text import N_


class DateRefused(RuleBroken):
    """Any date or month that cannot be taken."""

    code = "date"


class DateMissing(DateRefused):
    """Empty, or only spaces."""

    wrong = N_("The date is not written yet.")
    remedy = N_("Write day and month, for example 22/11.")


class DateUnreadable(DateRefused):
    """Nothing that looks like a date."""

    wrong = N_('The date "{written}" cannot be read.')
    why = N_("A date is day, month, year, as in 22/11/2026 or 22 November 2026.")
    remedy = N_("Write it again.")

    written: str


class NoSuchDay(DateRefused):
    """A day that its month does not have, such as 31/02."""

    code = "date-no-such-day"
    wrong = N_("There is no date {written}.")
    why = N_("{month} goes up to day {last}.")
    remedy = N_("Write another date.")

    written: str
    month: Month

    def __post_init__(self) -> None:
        self.said = {"last": self.month.last.day}


class NoSuchMonth(DateRefused):
    """A month above 12 or nought; often the month was typed before the day."""

    code = "date-no-such-month"
    wrong = N_("There is no month {number}.")
    why = N_("A year has the months 1 to 12.")
    remedy = N_("Write the day first, then the month, for example 22/11.")

    number: int


class YearOutside(DateRefused):
    """A year before 1990 or later than the coming one, mostly a slip of the finger such as 20226."""

    code = "date-year-outside"
    wrong = N_("The year {year} cannot be right.")
    why = N_("Years from {first} to {last} can be written.")
    remedy = N_("Write the year with two or four digits.")

    year: str
    first: Numeral
    last: Numeral


class MonthUnreadable(DateRefused):
    """Nothing that looks like a month."""

    wrong = N_('The month "{written}" cannot be read.')
    why = N_("A month is month and year, as in 11/2026 or November 2026.")
    remedy = N_("Write it again.")

    written: str


class MonthMissing(DateRefused):
    """Empty, or only spaces."""

    wrong = N_("The month is not written yet.")
    remedy = N_("Write month and year, for example 11/2026.")
