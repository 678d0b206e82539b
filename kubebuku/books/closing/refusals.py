"""What is refused when months and years are closed and opened again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence

# ---- months


class MonthNotBegun(RuleBroken):
    """A month is closed once it has begun."""

    code = "month-not-begun"

    def __init__(self, month: Month) -> None:
        super().__init__(
            Sentence(N_("{month} has not begun yet."), {"month": month}),
            remedy=Sentence(N_("Close it when all its entries are written.")),
            field="month",
        )


class MonthBeforeBook(RuleBroken):
    """The book begins later."""

    code = "month-before-book"

    def __init__(self, month: Month, opened: date) -> None:
        super().__init__(
            Sentence(N_("The book begins on {opened}; {month} is not in it."), {"opened": opened, "month": month}),
            remedy=Sentence(N_("Choose a later month.")),
            field="month",
        )


class MonthClosedAlready(RuleBroken):
    """A second closing changes nothing."""

    code = "month-closed-already"

    def __init__(self, month: Month, serial: int, code: str) -> None:
        values = {"month": month, "serial": serial, "code": code}
        super().__init__(
            Sentence(N_("{month} is closed already: closing no. {serial}, check code {code}."), values),
            remedy=Sentence(N_("Print its closing proof, or open it again with a reason.")),
            field="month",
        )


class EarlierMonthOpen(RuleBroken):
    """Months close in order."""

    code = "earlier-month-open"

    def __init__(self, month: Month, first: Month) -> None:
        self.first = first
        super().__init__(
            Sentence(N_("{month} cannot be closed yet."), {"month": month}),
            Sentence(N_("{first} is still open."), {"first": first}),
            Sentence(N_("Close {first} first."), {"first": first}),
            field="month",
        )


class PendingNotesLeft(RuleBroken):
    """Pending notes block the closing."""

    code = "pending-notes-left"

    def __init__(self, month: Month, notes: Sequence[tuple[date, str, Rupiah]]) -> None:
        self.notes = tuple(notes)
        listed = [
            Sentence(N_("{day} {description} {amount}"), {"day": d, "description": t, "amount": a}) for d, t, a in notes[:5]
        ]
        super().__init__(
            Sentence(N_("{month} still has pending notes: {number}."), {"month": month, "number": len(notes)}),
            Sentence(N_("Pending: {notes}."), {"notes": listed}),
            Sentence(N_("Save or drop them first.")),
            field="month",
        )


class BoxesNotCounted(RuleBroken):
    """Every box with money is counted at a closing."""

    code = "boxes-not-counted"

    def __init__(self, boxes: Sequence[str]) -> None:
        self.boxes = tuple(boxes)
        super().__init__(
            Sentence(N_("Not counted yet: {boxes}."), {"boxes": list(boxes)}),
            remedy=Sentence(N_("Count the money, or write why it was not counted.")),
            field="counts",
        )


class SkippedWithoutReason(RuleBroken):
    """Skipping stands on the report with its reason."""

    code = "skipped-without-reason"

    def __init__(self, box: str) -> None:
        super().__init__(
            Sentence(N_("{box} was not counted and the reason is not written."), {"box": box}),
            remedy=Sentence(N_("Count the money, or write why it was not counted.")),
            field="counts",
        )


class DifferenceUnexplained(RuleBroken):
    """A difference is closed only with its explanation."""

    code = "difference-unexplained"

    def __init__(self, box: str, book: Rupiah, counted: Rupiah) -> None:
        super().__init__(
            Sentence(N_("{box} differs by {amount}."), {"box": box, "amount": abs(counted - book)}),
            Sentence(N_("The book says {book}, counted was {counted}."), {"book": book, "counted": counted}),
            Sentence(N_("Write which entries explain it, or the reason with the names of two people.")),
            field="counts",
        )


class MonthNotClosed(RuleBroken):
    """Nothing to open again."""

    code = "month-not-closed"

    def __init__(self, month: Month) -> None:
        super().__init__(
            Sentence(N_("{month} is open."), {"month": month}),
            remedy=Sentence(N_("Write in it as usual.")),
            field="month",
        )


class NoSuchClosing(RuleBroken):
    """The month was never closed, or not so often."""

    code = "no-such-closing"

    def __init__(self, month: Month, serial: int | None) -> None:
        message = N_("{month} has never been closed.") if serial is None else N_("{month} has no closing no. {serial}.")
        super().__init__(
            Sentence(message, {"month": month, "serial": serial or 0}),
            remedy=Sentence(N_("Choose a closing from the list.")),
            field="month",
        )


# ---- years


class YearNotOver(RuleBroken):
    """A year is closed after 31 December."""

    code = "year-not-over"

    def __init__(self, year: int) -> None:
        super().__init__(
            Sentence(N_("The year {year} is not over."), {"year": str(year)}),
            remedy=Sentence(N_("Close it in January, when December is complete.")),
            field="year",
        )


class YearClosedAlready(RuleBroken):
    """A year is closed once."""

    code = "year-closed-already"

    def __init__(self, year: int, number: str) -> None:
        super().__init__(
            Sentence(N_("The year {year} has been closed by {number}."), {"year": str(year), "number": number}),
            remedy=Sentence(N_("Open the year again if something is wrong.")),
            field="year",
        )


class DecemberClosed(RuleBroken):
    """The year's closing is written on 31 December."""

    code = "december-closed"

    def __init__(self, year: int) -> None:
        month = Month(year, 12)
        super().__init__(
            Sentence(N_("{month} has been closed."), {"month": month}),
            Sentence(N_("The year is closed or opened again by an entry of 31 December.")),
            Sentence(N_("Open {month} again with a reason, then close it after that entry."), {"month": month}),
            field="year",
        )


class EarlierYearOpen(RuleBroken):
    """Years close in order."""

    code = "earlier-year-open"

    def __init__(self, year: int) -> None:
        super().__init__(
            Sentence(N_("The year {year} has not been closed."), {"year": str(year)}),
            remedy=Sentence(N_("Close {year} first."), {"year": str(year)}),
            field="year",
        )


class NoResult(RuleBroken):
    """No income, no cost, nothing to empty."""

    code = "no-result"

    def __init__(self, year: int) -> None:
        super().__init__(
            Sentence(N_("The year {year} has neither income nor costs."), {"year": str(year)}),
            remedy=Sentence(N_("There is nothing to close; close its months.")),
            field="year",
        )


class YearNotClosed(RuleBroken):
    """Nothing to open again."""

    code = "year-not-closed"

    def __init__(self, year: int) -> None:
        super().__init__(
            Sentence(N_("The year {year} has not been closed."), {"year": str(year)}),
            remedy=Sentence(N_("Write in its open months as usual.")),
            field="year",
        )


class LaterYearClosed(RuleBroken):
    """Years open from the last backwards."""

    code = "later-year-closed"

    def __init__(self, year: int, later: int) -> None:
        super().__init__(
            Sentence(N_("The year {year} cannot be opened: {later} is closed."), {"year": str(year), "later": str(later)}),
            remedy=Sentence(N_("Open {later} first."), {"later": str(later)}),
            field="year",
        )


class YearShared(RuleBroken):
    """A result that was shared stays closed (accounting.md 7)."""

    code = "year-shared"

    def __init__(self, year: int, number: str, on: date) -> None:
        values = {"year": str(year), "number": number, "day": on}
        super().__init__(
            Sentence(N_("The result of {year} was shared on {day} by {number}."), values),
            Sentence(N_("A year whose result has been shared is not opened again.")),
            Sentence(N_("Write a correction in the open month.")),
            field="year",
        )


class YearResultLeft(RuleBroken):
    """Something was written in a year after its closing entry."""

    code = "year-result-left"

    def __init__(self, year: int, amount: Rupiah) -> None:
        super().__init__(
            Sentence(N_("After the closing of {year}, {amount} was still written in it."), {"year": str(year), "amount": amount}),
            remedy=Sentence(N_("Open the year again and close it anew, then close December.")),
            field="month",
        )
