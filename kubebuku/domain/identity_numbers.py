"""NIK and No. KK: only the impossible is refused, all else is a warning that a person may set aside (domain.md 4.4).

A NIK is two digits each of province, kabupaten or kota and kecamatan of the first registration, the birthday as DDMMYY
(women: day + 40) and a running number from 0001. It never changes, also where the birthday in it is wrong, and has no
check digit. A No. KK has the day of registration instead of the birthday, without the 40.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_, Sentence
from kubebuku.domain.typed import plain

_SCIENTIFIC = re.compile(r"[0-9]+(?:[.,][0-9]+)?e\+?[0-9]+", re.IGNORECASE)
_PROVINCES = frozenset(
    {*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 97)}
)


class IdentityRefused(RuleBroken):
    """Any NIK or No. KK that cannot be one."""

    code = "identity"


class IdentityLetters(IdentityRefused):
    """Something other than digits. `place` counts from 0 in the text without its spaces, points and dashes."""

    wrong = N_('The {label} has "{sign}" at place {place}.')
    why = N_("It has 16 digits and nothing else.")
    remedy = N_("Copy it from the card, or leave it empty until the card is there.")

    label: str
    sign: str
    place: int

    def __post_init__(self) -> None:
        self.said = {"place": self.place + 1}


class IdentityLength(IdentityRefused):
    """Not 16 digits."""

    wrong = N_("The {label} has {digits} digits.")
    why = N_("It has 16 digits and nothing else.")
    remedy = N_("Copy it from the card, or leave it empty until the card is there.")

    label: str
    digits: int


class IdentityRounded(IdentityRefused):
    """A number that a spreadsheet has rounded, such as 3,17501E+15: the last digits are already lost."""

    wrong = N_("The {label} came from a sheet that has rounded it: {written}.")
    why = N_("Its last digits are lost.")
    remedy = N_("Make the column Text in the sheet and type the number again.")

    label: str
    written: str


class IdentityDay(IdentityRefused):
    """A day part that neither a man's, a woman's nor a family card's number can have."""

    wrong = N_("The {label} cannot be right: digits 7 and 8 are {part}.")
    why = N_("They are a day: 01 to 31, for women 41 to 71.")
    remedy = N_("Copy it from the card, or leave it empty until the card is there.")

    label: str
    part: str
    women: bool

    def __post_init__(self) -> None:
        if not self.women:
            self.why = N_("They are a day: 01 to 31.")


class IdentityMonth(IdentityRefused):
    """A month part of 00 or above 12."""

    wrong = N_("The {label} cannot be right: digits 9 and 10 are {part}.")
    why = N_("They are a month: 01 to 12.")
    remedy = N_("Copy it from the card, or leave it empty until the card is there.")

    label: str
    part: str


class IdentitySerial(IdentityRefused):
    """A running number of 0000; it begins with 0001."""

    wrong = N_("The {label} cannot be right: it ends in 0000.")
    why = N_("Its last four digits begin with 0001.")
    remedy = N_("Copy it from the card, or leave it empty until the card is there.")

    label: str


class FamilyCardIsPerson(IdentityRefused):
    """The same number given as NIK and as No. KK."""

    code = "identity-same"
    wrong = N_("NIK and No. KK are the same number.")
    why = N_("The NIK stands on the KTP, the No. KK at the top of the family card.")
    remedy = N_("Correct one of the two, or leave it empty until the card is there.")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something unusual about a number that is kept as it is; `code` is its stable name."""

    code: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class IdentityNumber:
    """Sixteen digits that were read by `read_nik` or `read_family_card`."""

    digits: str
    label: ClassVar[str] = ""

    @property
    def region(self) -> str:
        """Province, kabupaten or kota, and kecamatan of the first registration, two digits each."""
        return self.digits[:6]

    def __str__(self) -> str:
        return self.digits


@dataclass(frozen=True, slots=True)
class Nik(IdentityNumber):
    """A person's number."""

    label: ClassVar[str] = "NIK"

    @property
    def is_woman(self) -> bool:
        return int(self.digits[6:8]) > 40

    def birthday(self, *, today: date) -> date | None:
        """The day of birth in it, in the century that makes an age of 0 to 99; None if there is no such day."""
        day, month, year = int(self.digits[6:8]) % 40, int(self.digits[8:10]), int(self.digits[10:12])
        century = 2000 if year <= today.year % 100 else 1900
        try:
            return date(century + year, month, day)
        except ValueError:
            return None

    def doubts(self, *, today: date, born: date | None = None, woman: bool | None = None, region: str = "") -> tuple[Doubt, ...]:
        """What does not fit together: with the day of birth, the sex and the region code (2 to 6 digits), where given."""
        return tuple(self._doubts(today, born, woman, region))

    def _doubts(self, today: date, born: date | None, woman: bool | None, region: str) -> Iterator[Doubt]:  # noqa: FBT001 - three answers
        if int(self.digits[:2]) not in _PROVINCES:
            yield Doubt(
                "province",
                Sentence(N_("No province has the code {code}, with which this NIK begins."), {"code": self.digits[:2]}),
            )
        elif region and not self.digits.startswith(region):
            yield Doubt(
                "region", Sentence(N_("This NIK was first registered in another region, as it is for people who moved here."))
            )
        inside = self.birthday(today=today)
        if inside is None:
            yield Doubt("no_such_day", Sentence(N_("The day of birth in this NIK does not exist.")))
        elif born is not None and (inside.day, inside.month, inside.year % 100) != (born.day, born.month, born.year % 100):
            values = {"inside": inside, "born": born}
            yield Doubt("birthday", Sentence(N_("The day of birth in this NIK is {inside}; written is {born}."), values))
        if woman is not None and woman != self.is_woman:
            message = N_("This NIK is a man's; written is a woman.") if woman else N_("This NIK is a woman's; written is a man.")
            yield Doubt("sex", Sentence(message))


@dataclass(frozen=True, slots=True)
class FamilyCard(IdentityNumber):
    """A family card's number, No. KK."""

    label: ClassVar[str] = "No. KK"


def read_nik(text: str) -> Nik:
    """The NIK in `text`; spaces, points and dashes between digits are let go. Raises a subclass of `IdentityRefused`.

    "Not there yet" is an empty field, which the caller does not pass on.
    """
    digits = _sixteen(text, Nik.label)
    if not (1 <= int(digits[6:8]) <= 31 or 41 <= int(digits[6:8]) <= 71):
        raise IdentityDay(Nik.label, digits[6:8], women=True)
    _check_rest(digits, Nik.label)
    return Nik(digits)


def read_family_card(text: str, *, nik: Nik | None = None) -> FamilyCard:
    """The No. KK in `text`, which cannot be the person's own `nik`. Raises a subclass of `IdentityRefused`."""
    digits = _sixteen(text, FamilyCard.label)
    if nik is not None and digits == nik.digits:
        raise FamilyCardIsPerson
    if not 1 <= int(digits[6:8]) <= 31:
        raise IdentityDay(FamilyCard.label, digits[6:8], women=False)
    _check_rest(digits, FamilyCard.label)
    return FamilyCard(digits)


def _sixteen(text: str, label: str) -> str:
    typed = plain(text)
    if _SCIENTIFIC.fullmatch(typed.text):
        raise IdentityRounded(label, typed.shown)
    digits = "".join(sign for sign in typed.text if sign not in " .-")
    for place, sign in enumerate(digits):
        if not sign.isdecimal():
            raise IdentityLetters(label, sign, place)
    if len(digits) != 16:
        raise IdentityLength(label, len(digits))
    return digits


def _check_rest(digits: str, label: str) -> None:
    if not 1 <= int(digits[8:10]) <= 12:
        raise IdentityMonth(label, digits[8:10])
    if digits[12:] == "0000":
        raise IdentitySerial(label)
