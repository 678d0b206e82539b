"""NIK and No. KK: the impossible is refused, the unusual is told (domain.md 4.4)."""

# ruff: noqa: RUF001 - digits of other scripts are the point here
from __future__ import annotations

from datetime import date

import pytest

from kubebuku.domain.identity_numbers import (
    FamilyCardIsPerson,
    IdentityDay,
    IdentityLength,
    IdentityLetters,
    IdentityMonth,
    IdentityRefused,
    IdentityRounded,
    IdentitySerial,
    read_family_card,
    read_nik,
)

TODAY = date(2026, 11, 22)
MAN = "3602041211870001"
WOMAN = "3515144508680002"


@pytest.mark.parametrize(
    ("digits", "woman", "born"),
    [
        ("3602041211870001", False, date(1987, 11, 12)),
        ("3273056010900009", True, date(1990, 10, 20)),
        ("3515140508680001", False, date(1968, 8, 5)),
        ("3515144508680002", True, date(1968, 8, 5)),
        ("3311120411870003", False, date(1987, 11, 4)),
        ("6371011701260001", False, date(2026, 1, 17)),
        ("6371017112270001", True, date(1927, 12, 31)),
    ],
)
def test_published_samples(digits: str, woman: bool, born: date) -> None:  # noqa: FBT001 - a column of the table
    nik = read_nik(digits)
    assert str(nik) == digits
    assert nik.is_woman is woman
    assert nik.birthday(today=TODAY) == born
    assert nik.region == digits[:6]
    assert nik.doubts(today=TODAY) == ()


@pytest.mark.parametrize(
    "typed",
    [
        "3602 0412 1187 0001",
        "3602.0412.1187.0001",
        " 360204-121187-0001\n",
        "３６０２０４１２１１８７０００１",
        "\ufeff3602041211870001",
    ],
)
def test_spaces_points_and_dashes_are_let_go(typed: str) -> None:
    assert str(read_nik(typed)) == MAN


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("123456789123456", IdentityLength),
        ("36020412118700011", IdentityLength),
        ("", IdentityLength),
        ("360204121187000O", IdentityLetters),
        ("belum ada", IdentityLetters),
        ("360204121187000²", IdentityLetters),
        ("0000000000000000", IdentityDay),
        ("3602040011870001", IdentityDay),
        ("3602043211870001", IdentityDay),
        ("3602044011870001", IdentityDay),
        ("3602047211870001", IdentityDay),
        ("3602041200870001", IdentityMonth),
        ("3602041213870001", IdentityMonth),
        ("3602041211870000", IdentitySerial),
        ("3,17501E+15", IdentityRounded),
        ("3.17501e15", IdentityRounded),
    ],
)
def test_only_the_impossible_is_refused(typed: str, refusal: type[IdentityRefused]) -> None:
    with pytest.raises(refusal) as refused:
        read_nik(typed)
    assert refused.value.remedy is not None
    assert refused.value.sentences[0].values["label"] == "NIK"


def test_the_letter_is_pointed_at() -> None:
    with pytest.raises(IdentityLetters) as refused:
        read_nik("3602 0412 1187 000O")
    assert refused.value.place == 15


def test_what_does_not_fit_is_told_and_kept() -> None:
    nik = read_nik(MAN)

    def doubts(**known: object) -> list[str]:
        return [doubt.code for doubt in nik.doubts(today=TODAY, **known)]  # type: ignore[arg-type]

    assert doubts(born=date(1987, 11, 12), woman=False, region="3602") == []
    assert doubts(born=date(1987, 12, 11)) == ["birthday"]
    assert doubts(woman=True) == ["sex"]
    assert doubts(region="6371") == ["region"]
    assert [doubt.code for doubt in read_nik(WOMAN).doubts(today=TODAY, woman=False)] == ["sex"]
    assert [doubt.code for doubt in read_nik("9902041211870001").doubts(today=TODAY, region="6371")] == ["province"]


def test_an_old_number_with_an_impossible_birthday_is_kept() -> None:
    nik = read_nik("3602043102870001")
    assert nik.birthday(today=TODAY) is None
    assert [doubt.code for doubt in nik.doubts(today=TODAY, born=date(1987, 2, 28))] == ["no_such_day"]


def test_a_family_card_has_the_day_of_registration() -> None:
    card = read_family_card("6371011505120003", nik=read_nik(MAN))
    assert (str(card), card.region, card.label) == ("6371011505120003", "637101", "No. KK")
    assert str(read_family_card("6371 0115 0512 0003")) == "6371011505120003"
    with pytest.raises(IdentityDay):
        read_family_card("6371015505120003")
    with pytest.raises(IdentityMonth):
        read_family_card("6371011513120003")
    with pytest.raises(IdentitySerial):
        read_family_card("6371011505120000")
    with pytest.raises(IdentityLength):
        read_family_card("637101150512003")
    with pytest.raises(FamilyCardIsPerson):
        read_family_card(MAN, nik=read_nik(MAN))
