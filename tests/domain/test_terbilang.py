"""Amounts in words, by KBBI usage: sepuluh, sebelas, seratus, seribu, but satu juta and satu miliar."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kubebuku.domain.terbilang import in_words, terbilang

LAW = settings(max_examples=200)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (9, "sembilan"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (101, "seratus satu"),
        (110, "seratus sepuluh"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (1_000, "seribu"),
        (1_001, "seribu satu"),
        (1_100, "seribu seratus"),
        (2_000, "dua ribu"),
        (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (111_000, "seratus sebelas ribu"),
        (120_492, "seratus dua puluh ribu empat ratus sembilan puluh dua"),
        (424_563, "empat ratus dua puluh empat ribu lima ratus enam puluh tiga"),
        (436_547, "empat ratus tiga puluh enam ribu lima ratus empat puluh tujuh"),
        (616_097, "enam ratus enam belas ribu sembilan puluh tujuh"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (4_017_000, "empat juta tujuh belas ribu"),
        (22_657_000, "dua puluh dua juta enam ratus lima puluh tujuh ribu"),
        (1_000_000_000, "satu miliar"),
        (1_000_001_000, "satu miliar seribu"),
        (1_000_000_000_000, "satu triliun"),
        (
            999_999_999_999,
            (
                "sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta "
                "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan"
            ),
        ),
        (10**15, "satu kuadriliun"),
        (
            2**63 - 1,
            (
                "sembilan kuintiliun dua ratus dua puluh tiga kuadriliun tiga ratus tujuh puluh dua triliun tiga puluh enam "
                "miliar delapan ratus lima puluh empat juta tujuh ratus tujuh puluh lima ribu delapan ratus tujuh"
            ),
        ),
        (-250_000, "minus dua ratus lima puluh ribu"),
        (-(2**63), in_words(2**63).replace("sembilan", "minus sembilan", 1)),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


def test_as_it_stands_on_a_kwitansi() -> None:
    assert terbilang(500_000) == "Lima ratus ribu rupiah"
    assert terbilang(1_500_000) == "Satu juta lima ratus ribu rupiah"
    assert terbilang(0) == "Nol rupiah"
    assert terbilang(-5_000) == "Minus lima ribu rupiah"


@pytest.mark.parametrize("number", [2**63 + 1, -(2**63) - 1])
def test_there_are_no_words_beyond_64_bits(number: int) -> None:
    with pytest.raises(OverflowError):
        in_words(number)


_VALUES = {"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9}
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15, "kuintiliun": 10**18}


def _value_of(words: str) -> int:
    """Read the words back by the grammar of the language, not by the way they were made."""
    total = group = unit = 0
    for word in words.split():
        if word in _VALUES:
            unit = _VALUES[word]
        elif word in {"sepuluh", "sebelas", "seratus"}:
            group += {"sepuluh": 10, "sebelas": 11, "seratus": 100}[word]
        elif word == "seribu":
            total += 1000
        elif word in _SCALES:
            total += (group + unit) * _SCALES[word]
            group = unit = 0
        else:
            group += {"belas": unit + 10, "puluh": unit * 10, "ratus": unit * 100}[word]
            unit = 0
    return total + group + unit


@LAW
@given(st.integers(1, 2**63))
def test_the_words_mean_the_number(number: int) -> None:
    words = in_words(number)
    assert _value_of(words) == number
    assert "satu ratus" not in words
    assert "satu puluh" not in words
    assert "satu belas" not in words
