"""Amounts as treasurers type them, paste them, and get them wrong."""

# ruff: noqa: RUF001 - digits of other scripts are the point here
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kubebuku.domain.amount_refusals import (
    AmountDoubtful,
    AmountGroups,
    AmountInWords,
    AmountMissing,
    AmountNegative,
    AmountRefused,
    AmountUnclear,
    AmountWithSen,
    AmountZero,
)
from kubebuku.domain.amounts import read_amount
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.refusals import AmountTooLarge

LAW = settings(max_examples=200)


@pytest.mark.parametrize(
    "text",
    [
        "1.500.000",
        "1500000",
        "1 500 000",
        "Rp1.500.000",
        "Rp 1.500.000",
        "Rp. 1.500.000,-",
        "Rp1.500.000,-",
        "rp1.500.000,--",
        "Rp1.500.000,=",
        "1.500.000.-",
        "1.500.000,00",
        "1.500.000,0",
        "Rp1.500.000,00",
        "IDR 1.500.000",
        "1.500.000 rupiah",
        "+1.500.000",
        "01500000",
        "1,5 jt",
        "1,50 juta",
        "1,5jt",
        "1,5 JT.",
        "Rp1,5 juta,-",
        "1500 ribu",
        "1500rb",
        "1 juta 500 ribu",
        "0,0015 miliar",
        "0,0015 milyar",
        "0,0000015 triliun",
        "1\u00a0500\u00a0000",
        "1\u202f500\u202f000",
        "1\u2009500 000",
        "1500000\n",
        "\t1500000\r\n",
        "\ufeff1500000",
        "\u200b1.500.000\u200e",
        "  1.500.000  ",
        "１５０００００",
        "Ｒｐ１．５００．０００",
        "١٥٠٠٠٠٠",
        "١٬٥٠٠٬٠٠٠",
        "𝟏𝟓𝟎𝟎𝟎𝟎𝟎",
    ],
)
def test_all_these_are_one_and_a_half_million(text: str) -> None:
    amount = read_amount(text)
    assert amount == 1_500_000
    assert type(amount) is Rupiah


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1", 1),
        ("2 juta", 2_000_000),
        ("500rb", 500_000),
        ("500 ribu", 500_000),
        ("0,5 jt", 500_000),
        ("1,25 rb", 1_250),
        ("1.500,00 juta", 1_500_000_000),
        ("2 miliar 500 juta 250 ribu", 2_500_250_000),
        ("999.999.999.999", LARGEST_AMOUNT),
        ("999999999999,00", LARGEST_AMOUNT),
    ],
)
def test_amounts_in_words_of_the_market(text: str, amount: int) -> None:
    assert read_amount(text) == amount


@pytest.mark.parametrize("text", ["", "   ", "\n", "\u00a0", "\ufeff", "Rp", "Rp. ,-"])
def test_nothing_written(text: str) -> None:
    with pytest.raises(AmountMissing):
        read_amount(text)


@pytest.mark.parametrize("text", ["0", "000", "Rp0", "0,00", "-0", "0 jt"])
def test_nought_moves_nothing(text: str) -> None:
    with pytest.raises(AmountZero):
        read_amount(text)


@pytest.mark.parametrize(
    "text", ["-50000", "(50.000)", "50000-", "Rp-50.000", "\u2212Rp50.000", "–50.000", "(Rp 50.000)", "- 50 ribu"]
)
def test_a_minus_belongs_to_the_other_side(text: str) -> None:
    with pytest.raises(AmountNegative) as refused:
        read_amount(text)
    assert refused.value.readings == (50_000,)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1,500", (1_500, 1)),
        ("1,000", (1_000, 1)),
        ("12,500", (12_500, 12)),
        ("1.500,250", (1_500_250, 1_500)),
        ("1500,000", (1_500_000, 1_500)),
        ("1,500 jt", (1_500_000_000, 1_500_000)),
        ("1.500 jt", (1_500_000_000, 1_500_000)),
        ("1.500 ribu", (1_500_000, 1_500)),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked_about(text: str, readings: tuple[int, int]) -> None:
    with pytest.raises(AmountDoubtful) as refused:
        read_amount(text)
    assert refused.value.readings == readings
    assert all(type(reading) is Rupiah for reading in refused.value.readings)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1.000,50", (1_000, 1_001)),
        ("1.000.000,50", (1_000_000, 1_000_001)),
        ("0,5", (1,)),
        ("0,500", (1,)),
        ("1,2345 rb", (1_234, 1_235)),
        ("999.999.999.999,50", (LARGEST_AMOUNT,)),
    ],
)
def test_there_are_no_sen_here(text: str, readings: tuple[int, ...]) -> None:
    with pytest.raises(AmountWithSen) as refused:
        read_amount(text)
    assert refused.value.readings == readings


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1.00", ()),
        ("1.0000", ()),
        ("1.00.000", ()),
        ("1.000.00", ()),
        ("1.5", ()),
        ("12.34.567", ()),
        ("1000.000", ()),
        ("0.500", ()),
        ("007.500", ()),
        ("500.", ()),
        (".500", ()),
        (",5", ()),
        ("5,", ()),
        ("1 000 00", ()),
        ("1 000.000", ()),
        ("1,0000", ()),
        ("1,5,5", ()),
        ("1..000", ()),
        ("1,500,000", (1_500_000,)),
        ("1,500.00", (1_500,)),
        ("1,500,000.0", (1_500_000,)),
        ("1,500.50", ()),
        ("9,999,999,999,999", ()),
        ("1" + ",000" * 2000, ()),
        ("1.5 jt", (1_500_000,)),
        ("1.1234 rb", ()),
        ("1.5.5 jt", ()),
        ("5, jt", ()),
        ("500 rb 1 jt", ()),
        ("1 jt 1500 rb", ()),
        ("1 jt 0,5 rb", ()),
        ("9.999.999 jt", ()),
        ("999999.500 jt", (999_999_500_000,)),
    ],
)
def test_separators_stand_at_the_thousands(text: str, readings: tuple[int, ...]) -> None:
    with pytest.raises(AmountGroups) as refused:
        read_amount(text)
    assert refused.value.readings == readings


@pytest.mark.parametrize(
    ("text", "sign", "place"),
    [
        ("1e6", "e", 1),
        ("0x10", "x", 1),
        ("1_000", "_", 1),
        ("½", "½", 0),
        ("10²", "²", 2),
        ("①", "①", 0),
        ("∞", "∞", 0),
        ("1 jt 500", "j", 2),
        ("=1+1", "=", 0),
        ("1\n000", "\n", 1),
        ("1\x00000", "\x00", 1),
        ("Rp 1.0O0", "O", 6),
        ("\ufeff 1.OOO", "O", 4),
        ("(5", "(", 0),
        ("5)", ")", 1),
        ("-", "-", 0),
        ("Rp -", "-", 3),
        ("()", "(", 0),
        ("50%", "%", 2),
    ],
)
def test_the_finger_points_at_the_sign_that_does_not_belong(text: str, sign: str, place: int) -> None:
    with pytest.raises(AmountUnclear) as refused:
        read_amount(text)
    assert (refused.value.sign, refused.value.place) == (sign, place)
    assert text[refused.value.place] == sign


@pytest.mark.parametrize(("text", "digit"), [("1.OOO.OOO", "0"), ("l00", "1"), ("1o0", "0"), ("5S0", "5")])
def test_a_letter_that_looks_like_a_digit_is_named(text: str, digit: str) -> None:
    with pytest.raises(AmountUnclear) as refused:
        read_amount(text)
    assert refused.value.remedy is not None
    assert refused.value.sentences[-1].values == {"digit": digit}


@pytest.mark.parametrize("text", ["satu", "satu juta", "lima ribu", "seribu😀", "NaN"])
def test_words_are_not_taken_for_slips_of_the_finger(text: str) -> None:
    with pytest.raises(AmountInWords) as refused:
        read_amount(text)
    assert refused.value.sentences[1].values == {"written": text}


def test_a_sign_that_cannot_be_seen_is_named_by_its_number() -> None:
    with pytest.raises(AmountUnclear) as refused:
        read_amount("1\x00")
    assert refused.value.sentences[0].values == {"sign": "U+0000", "place": 2}


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("1000000000000000", 16),
        ("1.000.000.000.000", 13),
        ("9223372036854775807", 19),
        ("9223372036854775808", 19),
        ("1" + "0" * 30, 31),
        ("9" * 5000, 5000),
        ("1 triliun", 13),
        ("1000 miliar", 13),
        ("9" * 40 + " jt", 46),
        ("-1000000000000", 13),
        ("999.999.999.999,500", 15),
    ],
)
def test_too_many_digits_are_counted(text: str, digits: int) -> None:
    with pytest.raises(AmountTooLarge) as refused:
        read_amount(text)
    assert refused.value.sentences[0].values == {"digits": digits}


def test_a_long_paste_is_quoted_in_one_line() -> None:
    with pytest.raises(AmountGroups) as refused:
        read_amount("1,5," * 100 + "5")
    written = str(refused.value.sentences[0].values["written"])
    assert written == ("1,5," * 10) + "…"


@LAW
@given(st.text(st.sampled_from("0123456789., \u00a0RpjtribuO-()+½\n１٥"), max_size=24))
def test_any_text_is_an_amount_within_the_limits_or_refused_with_a_remedy(text: str) -> None:
    try:
        amount = read_amount(text)
    except RuleBroken as refused:
        assert refused.remedy is not None  # noqa: PT017 - any refusal will do, but none without a way out
        assert isinstance(refused, AmountRefused | AmountTooLarge)  # noqa: PT017
        assert all(1 <= reading <= LARGEST_AMOUNT for reading in getattr(refused, "readings", ()))  # noqa: PT017
    else:
        assert 1 <= amount <= LARGEST_AMOUNT


@LAW
@given(st.text(max_size=30))
def test_no_text_whatever_breaks_it(text: str) -> None:
    try:
        assert read_amount(text) >= 1
    except RuleBroken as refused:
        assert refused.code.startswith("amount-")  # noqa: PT017
