"""Why a line of `kubebuku post` is no entry, before the ledger even sees it."""

from __future__ import annotations

from kubebuku.domain.errors import RuleBroken, Surroundings
from kubebuku.domain.text import N_, Sentence

#: One entry as `kubebuku post` reads it.
EXAMPLE = (
    '{"date": "2026-01-31", "description": "Sewa tenda", "postings": '
    '[{"account": "1101", "amount": 50000}, {"account": "4101", "amount": -50000, "unit": "Usaha"}]}'
)


class NotAnObject(RuleBroken):
    """The line is no JSON object."""

    code = "json"
    wrong = N_("This line is not a JSON object.")
    remedy = N_("Write one entry a line, such as {example}.")

    def __post_init__(self) -> None:
        self.said = {"example": EXAMPLE}


class LineTooLong(RuleBroken):
    """Longer than any entry can be: it is thrown away before it is read."""

    wrong = N_("This line is longer than {most} million signs.")
    remedy = N_("Write one entry a line.")

    most: int


class ClockBehind(Surroundings):
    """The clock of the computer lies behind the last recording of the book."""

    wrong = N_("The clock of this computer is behind by {days} days.")
    why = N_("Perhaps its battery is empty; the entries would be recorded with the day of the last record.")
    remedy = N_("Set the clock right, or run the command again with --clock-ok.")

    days: int


class UnknownKey(RuleBroken):
    """A key that means nothing here, mostly a slip of the finger."""

    wrong = N_("The key {key} is not known.")
    why = N_("Known are {keys}.")

    key: str
    keys: tuple[str, ...]


class DoubledKey(RuleBroken):
    """A key that stands twice in one object, so that nobody knows which of the two is meant."""

    wrong = N_("The key {key} stands twice.")
    remedy = N_("Write it once.")

    key: str


class MissingKey(RuleBroken):
    """A key that every entry or posting has."""

    wrong = N_("The key {key} is missing.")
    remedy = N_("An entry has date, description and postings; each posting has account and amount.")

    key: str


class WrongType(RuleBroken):
    """A value of another JSON type than the key takes."""

    wrong = N_("The value of {key} must be {expected}.")

    key: str
    expected: str

    def __post_init__(self) -> None:
        self.said = {"expected": Sentence(self.expected)}


class AmountNotWhole(RuleBroken):
    """An amount that is no JSON integer: a text, a decimal, true."""

    code = "amount-not-integer"
    wrong = N_("An amount is a whole number of rupiah, without quotes, point or exponent.")
    remedy = N_("Write for example 50000, or -50000 for the credit side.")
    field = "amount"


class BadDate(RuleBroken):
    """A date that is not written 2026-01-31, or that does not exist."""

    wrong = N_("There is no date {written}.")
    why = N_("A date is written year, month, day, as in 2026-01-31.")
    field = "on"

    written: str
