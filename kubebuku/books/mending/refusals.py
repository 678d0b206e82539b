"""What is refused when entries are mended and pending notes kept."""

from __future__ import annotations

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_, Sentence


class ReasonMissing(RuleBroken):
    """What others have signed is only changed with a reason."""

    code = "change-reason-missing"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The reason is not written yet.")),
            remedy=Sentence(N_("Write in a few words why.")),
            field="reason",
        )


class ClosingIsReopened(RuleBroken):
    """A year's closing is taken back by opening the year again."""

    code = "closing-is-reopened"

    def __init__(self, number: str, year: int) -> None:
        super().__init__(
            Sentence(N_("{number} closes the year {year} and cannot be struck out."), {"number": number, "year": str(year)}),
            remedy=Sentence(N_("Open the year again with a reason.")),
            field="entry",
        )


class NothingAmended(RuleBroken):
    """The replacement says the same."""

    code = "nothing-amended"

    def __init__(self, number: str) -> None:
        super().__init__(
            Sentence(N_("Nothing has been changed in {number}."), {"number": number}),
            remedy=Sentence(N_("Change what is wrong, or leave the form.")),
        )


class NoReplacement(RuleBroken):
    """Only an act that writes an entry stands in the place of one."""

    code = "no-replacement"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("This act writes no entry.")),
            Sentence(N_("An entry is replaced, or kept for later, by the form of another entry.")),
            Sentence(N_("Choose a form that writes an entry.")),
        )


class MonthStillOpen(RuleBroken):
    """An entry of an open month is simply amended or undone."""

    code = "month-still-open"

    def __init__(self, number: str, month: Month) -> None:
        super().__init__(
            Sentence(N_("{number} stands in {month}, which is still open."), {"number": number, "month": month}),
            remedy=Sentence(N_("Change it or undo it; no correction is needed.")),
            field="entry",
        )


class OpeningNeedsReopening(RuleBroken):
    """The opening stands on one day only."""

    code = "opening-needs-reopening"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The opening balances cannot move to another month.")),
            remedy=Sentence(N_("Open the closed months again with a reason and change the opening balances there.")),
            field="entry",
        )


class FitsAlready(RuleBroken):
    """A pending note is only for what the zero rule refuses."""

    code = "fits-already"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("Nothing stands in the way of this entry.")),
            remedy=Sentence(N_("Save it as usual.")),
        )


class UnknownNote(RuleBroken):
    """No pending note of that number, or it is settled."""

    code = "unknown-note"

    def __init__(self, note: int) -> None:
        super().__init__(
            Sentence(N_("There is no pending note {note}."), {"note": str(note)}),
            remedy=Sentence(N_("Choose one from the list of pending notes.")),
            field="note",
        )
