"""What the activity book refuses."""

from __future__ import annotations

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_


class RowOfMeeting(RuleBroken):
    """A row that the minutes of a meeting wrote."""

    wrong = N_("Number {no} comes from the minutes of a meeting.")
    remedy = N_("Change the minutes; this row follows them.")
    field = "activity"

    no: int
