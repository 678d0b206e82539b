"""Why a date or month cannot be taken as it was typed: one class a reason."""

from __future__ import annotations

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_, Sentence


class DateRefused(RuleBroken):
    """Any date or month that cannot be taken."""

    code = "date"


class DateMissing(DateRefused):
    """Empty, or only spaces."""

    code = "date-missing"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The date is not written yet.")),
            remedy=Sentence(N_("Write day and month, for example 22/11.")),
        )


class DateUnreadable(DateRefused):
    """Nothing that looks like a date."""

    code = "date-unreadable"

    def __init__(self, written: str) -> None:
        super().__init__(
            Sentence(N_('The date "{written}" cannot be read.'), {"written": written}),
            Sentence(N_("A date is day, month, year, as in 22/11/2026 or 22 November 2026.")),
            Sentence(N_("Write it again.")),
        )


class NoSuchDay(DateRefused):
    """A day that its month does not have, such as 31/02."""

    code = "date-no-such-day"

    def __init__(self, written: str, month: Month) -> None:
        super().__init__(
            Sentence(N_("There is no date {written}."), {"written": written}),
            Sentence(N_("{month} goes up to day {last}."), {"month": month, "last": month.last.day}),
            Sentence(N_("Write another date.")),
        )
        self.month = month


class NoSuchMonth(DateRefused):
    """A month above 12 or nought; often the month was typed before the day."""

    code = "date-no-such-month"

    def __init__(self, number: int) -> None:
        super().__init__(
            Sentence(N_("There is no month {number}."), {"number": number}),
            Sentence(N_("A year has the months 1 to 12.")),
            Sentence(N_("Write the day first, then the month, for example 22/11.")),
        )


class YearOutside(DateRefused):
    """A year before 1990 or later than the coming one, mostly a slip of the finger such as 20226."""

    code = "date-year-outside"

    def __init__(self, year: str, first: int, last: int) -> None:
        super().__init__(
            Sentence(N_("The year {year} cannot be right."), {"year": year}),
            Sentence(N_("Years from {first} to {last} can be written."), {"first": str(first), "last": str(last)}),
            Sentence(N_("Write the year with two or four digits.")),
        )


class MonthUnreadable(DateRefused):
    """Nothing that looks like a month."""

    code = "month-unreadable"

    def __init__(self, written: str) -> None:
        super().__init__(
            Sentence(N_('The month "{written}" cannot be read.'), {"written": written}),
            Sentence(N_("A month is month and year, as in 11/2026 or November 2026.")),
            Sentence(N_("Write it again.")),
        )


class MonthMissing(DateRefused):
    """Empty, or only spaces."""

    code = "month-missing"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The month is not written yet.")),
            remedy=Sentence(N_("Write month and year, for example 11/2026.")),
        )
