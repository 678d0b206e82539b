"""What the books of letters refuse."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_, Sentence


class LetterLaterThanDay(RuleBroken):
    """A letter is written before it is received or sent."""

    code = "letter-later"

    def __init__(self, letter_date: date, on: date) -> None:
        super().__init__(
            Sentence(N_("The letter is dated {letter_date}, later than {on}."), {"letter_date": letter_date, "on": on}),
            Sentence(N_("A letter is written before it is received or sent.")),
            Sentence(N_("Correct one of the two dates.")),
            field="letter_date",
        )


class NothingToSettle(RuleBroken):
    """The letter asks for nothing, or it was done already."""

    code = "letter-settled"

    def __init__(self, agenda: int) -> None:
        super().__init__(
            Sentence(N_("Letter {agenda} does not wait for anything."), {"agenda": agenda}),
            remedy=Sentence(N_("Choose a letter that still waits for an answer.")),
            field="letter",
        )
