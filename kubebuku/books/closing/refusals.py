"""What is refused when months and years are closed and opened again."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence

# ---- months


class MonthNotBegun(RuleBroken):
    """A month is closed once it has begun."""

    wrong = N_("{month} has not begun yet.")
    remedy = N_("Close it when all its entries are written.")
    field = "month"

    month: Month


class MonthBeforeBook(RuleBroken):
    """The book begins later."""

    wrong = N_("The book begins on {opened}; {month} is not in it.")
    remedy = N_("Choose a later month.")
    field = "month"

    month: Month
    opened: date


class MonthClosedAlready(RuleBroken):
    """A second closing changes nothing."""

    wrong = N_("{month} is closed already: closing no. {serial}, check code {code}.")
    remedy = N_("Print its closing proof, or open it again with a reason.")
    field = "month"

    month: Month
    serial: int
    check_code: str

    def __post_init__(self) -> None:
        self.said = {"code": self.check_code}


class EarlierMonthOpen(RuleBroken):
    """Months close in order."""

    wrong = N_("{month} cannot be closed yet.")
    why = N_("{first} is still open.")
    remedy = N_("Close {first} first.")
    field = "month"

    month: Month
    first: Month


class PendingNotesLeft(RuleBroken):
    """Pending notes block the closing."""

    wrong = N_("{month} still has pending notes: {number}.")
    why = N_("Pending: {notes}.")
    remedy = N_("Save or drop them first.")
    field = "month"

    month: Month
    notes: tuple[tuple[date, str, Rupiah], ...]

    def __post_init__(self) -> None:
        line = N_("{day} {description} {amount}")
        first = [Sentence(line, {"day": day, "description": text, "amount": amount}) for day, text, amount in self.notes[:5]]
        self.said = {"number": len(self.notes), "notes": first}


class BoxesNotCounted(RuleBroken):
    """Every box with money is counted at a closing."""

    wrong = N_("Not counted yet: {boxes}.")
    remedy = N_("Count the money, or write why it was not counted.")
    field = "counts"

    boxes: tuple[str, ...]


class SkippedWithoutReason(RuleBroken):
    """Skipping stands on the report with its reason."""

    wrong = N_("{box} was not counted and the reason is not written.")
    remedy = N_("Count the money, or write why it was not counted.")
    field = "counts"

    box: str


class DifferenceUnexplained(RuleBroken):
    """A difference is closed only with its explanation."""

    wrong = N_("{box} differs by {amount}.")
    why = N_("The book says {book}, counted was {counted}.")
    remedy = N_("Write which entries explain it, or the reason with the names of two people.")
    field = "counts"

    box: str
    book: Rupiah
    counted: Rupiah

    def __post_init__(self) -> None:
        self.said = {"amount": abs(self.counted - self.book)}


class MonthNotClosed(RuleBroken):
    """Nothing to open again."""

    wrong = N_("{month} is open.")
    remedy = N_("Write in it as usual.")
    field = "month"

    month: Month


class NoSuchClosing(RuleBroken):
    """The month was never closed, or not so often."""

    wrong = N_("{month} has no closing no. {serial}.")
    remedy = N_("Choose a closing from the list.")
    field = "month"

    month: Month
    serial: int | None

    def __post_init__(self) -> None:
        if self.serial is None:
            self.wrong = N_("{month} has never been closed.")


# ---- years


class YearNotOver(RuleBroken):
    """A year is closed after 31 December."""

    wrong = N_("The year {year} is not over.")
    remedy = N_("Close it in January, when December is complete.")
    field = "year"

    year: Numeral


class YearClosedAlready(RuleBroken):
    """A year is closed once."""

    wrong = N_("The year {year} has been closed by {number}.")
    remedy = N_("Open the year again if something is wrong.")
    field = "year"

    year: Numeral
    number: str


class DecemberClosed(RuleBroken):
    """The year's closing is written on 31 December."""

    wrong = N_("{month} has been closed.")
    why = N_("The year is closed or opened again by an entry of 31 December.")
    remedy = N_("Open {month} again with a reason, then close it after that entry.")
    field = "year"

    year: int

    def __post_init__(self) -> None:
        self.said = {"month": Month(self.year, 12)}


class EarlierYearOpen(RuleBroken):
    """Years close in order."""

    wrong = N_("The year {year} has not been closed.")
    remedy = N_("Close {year} first.")
    field = "year"

    year: Numeral


class NoResult(RuleBroken):
    """No income, no cost, nothing to empty."""

    wrong = N_("The year {year} has neither income nor costs.")
    remedy = N_("There is nothing to close; close its months.")
    field = "year"

    year: Numeral


class YearNotClosed(RuleBroken):
    """Nothing to open again."""

    wrong = N_("The year {year} has not been closed.")
    remedy = N_("Write in its open months as usual.")
    field = "year"

    year: Numeral


class LaterYearClosed(RuleBroken):
    """Years open from the last backwards."""

    wrong = N_("The year {year} cannot be opened: {later} is closed.")
    remedy = N_("Open {later} first.")
    field = "year"

    year: Numeral
    later: Numeral


class YearShared(RuleBroken):
    """A result that was shared stays closed (accounting.md 7)."""

    wrong = N_("The result of {year} was shared on {day} by {number}.")
    why = N_("A year whose result has been shared is not opened again.")
    remedy = N_("Write a correction in the open month.")
    field = "year"

    year: Numeral
    number: str
    day: date


class YearResultLeft(RuleBroken):
    """Something was written in a year after its closing entry."""

    wrong = N_("After the closing of {year}, {amount} was still written in it.")
    remedy = N_("Open the year again and close it anew, then close December.")
    field = "month"

    year: Numeral
    amount: Rupiah
