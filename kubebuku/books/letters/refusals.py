"""What the books of letters refuse."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_


class LetterLaterThanDay(RuleBroken):
    """A letter is written before it is received or sent."""

    code = "letter-later"
    wrong = N_("The letter is dated {letter_date}, later than {on}.")
    why = N_("A letter is written before it is received or sent.")
    remedy = N_("Correct one of the two dates.")
    field = "letter_date"

    letter_date: date
    on: date


class NothingToSettle(RuleBroken):
    """The letter asks for nothing, or it was done already."""

    code = "letter-settled"
    wrong = N_("Letter {agenda} does not wait for anything.")
    remedy = N_("Choose a letter that still waits for an answer.")
    field = "letter"

    agenda: int
