"""What is refused when entries are mended and pending notes kept."""

from __future__ import annotations

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.text import N_


class ReasonMissing(RuleBroken):
    """What others have signed is only changed with a reason."""

    code = "change-reason-missing"
    wrong = N_("The reason is not written yet.")
    remedy = N_("Write in a few words why.")
    field = "reason"


class ClosingIsReopened(RuleBroken):
    """A year's closing is taken back by opening the year again."""

    wrong = N_("{number} closes the year {year} and cannot be struck out.")
    remedy = N_("Open the year again with a reason.")
    field = "entry"

    number: str
    year: Numeral


class NothingAmended(RuleBroken):
    """The replacement says the same."""

    wrong = N_("Nothing has been changed in {number}.")
    remedy = N_("Change what is wrong, or leave the form.")

    number: str


class NoReplacement(RuleBroken):
    """Only an act that writes an entry stands in the place of one."""

    wrong = N_("This act writes no entry.")
    why = N_("An entry is replaced, or kept for later, by the form of another entry.")
    remedy = N_("Choose a form that writes an entry.")


class MonthStillOpen(RuleBroken):
    """An entry of an open month is simply amended or undone."""

    wrong = N_("{number} stands in {month}, which is still open.")
    remedy = N_("Change it or undo it; no correction is needed.")
    field = "entry"

    number: str
    month: Month


class OpeningNeedsReopening(RuleBroken):
    """The opening stands on one day only."""

    wrong = N_("The opening balances cannot move to another month.")
    remedy = N_("Open the closed months again with a reason and change the opening balances there.")
    field = "entry"


class FitsAlready(RuleBroken):
    """A pending note is only for what the zero rule refuses."""

    wrong = N_("Nothing stands in the way of this entry.")
    remedy = N_("Save it as usual.")


class UnknownNote(RuleBroken):
    """No pending note of that number, or it is settled."""

    wrong = N_("There is no pending note {note}.")
    remedy = N_("Choose one from the list of pending notes.")
    field = "note"

    note: Numeral
