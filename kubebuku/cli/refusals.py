"""Why a line of `kubebuku post` is no entry, before the ledger even sees it."""

from __future__ import annotations

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_, Sentence

#: One entry as `kubebuku post` reads it.
EXAMPLE = (
    '{"date": "2026-01-31", "description": "Sewa tenda", "postings": '
    '[{"account": "1101", "amount": 50000}, {"account": "4101", "amount": -50000, "unit": "Usaha"}]}'
)


class NotAnObject(RuleBroken):
    """The line is no JSON object."""

    code = "json"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("This line is not a JSON object.")),
            remedy=Sentence(N_("Write one entry a line, such as {example}."), {"example": EXAMPLE}),
        )


class UnknownKey(RuleBroken):
    """A key that means nothing here, mostly a slip of the finger."""

    code = "unknown-key"

    def __init__(self, key: str, known: tuple[str, ...]) -> None:
        super().__init__(
            Sentence(N_("The key {key} is not known."), {"key": key}),
            Sentence(N_("Known are {keys}."), {"keys": known}),
        )


class DoubledKey(RuleBroken):
    """A key that stands twice in one object, so that nobody knows which of the two is meant."""

    code = "doubled-key"

    def __init__(self, key: str) -> None:
        super().__init__(
            Sentence(N_("The key {key} stands twice."), {"key": key}),
            remedy=Sentence(N_("Write it once.")),
        )


class MissingKey(RuleBroken):
    """A key that every entry or posting has."""

    code = "missing-key"

    def __init__(self, key: str) -> None:
        super().__init__(
            Sentence(N_("The key {key} is missing."), {"key": key}),
            remedy=Sentence(N_("An entry has date, description and postings; each posting has account and amount.")),
        )


class WrongType(RuleBroken):
    """A value of another JSON type than the key takes."""

    code = "wrong-type"

    def __init__(self, key: str, expected: str) -> None:
        super().__init__(Sentence(N_("The value of {key} must be {expected}."), {"key": key, "expected": Sentence(expected)}))


class AmountNotWhole(RuleBroken):
    """An amount that is no JSON integer: a text, a decimal, true."""

    code = "amount-not-integer"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("An amount is a whole number of rupiah, without quotes, point or exponent.")),
            remedy=Sentence(N_("Write for example 50000, or -50000 for the credit side.")),
            field="amount",
        )


class BadDate(RuleBroken):
    """A date that is not written 2026-01-31, or that does not exist."""

    code = "bad-date"

    def __init__(self, written: str) -> None:
        super().__init__(
            Sentence(N_("There is no date {written}."), {"written": written}),
            Sentence(N_("A date is written year, month, day, as in 2026-01-31.")),
            field="on",
        )
