"""What the activity book refuses."""

from __future__ import annotations

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_, Sentence


class RowOfMeeting(RuleBroken):
    """A row that the minutes of a meeting wrote."""

    code = "row-of-meeting"

    def __init__(self, no: int) -> None:
        super().__init__(
            Sentence(N_("Number {no} comes from the minutes of a meeting."), {"no": no}),
            remedy=Sentence(N_("Change the minutes; this row follows them.")),
            field="activity",
        )
