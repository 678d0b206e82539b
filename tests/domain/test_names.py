"""Names and descriptions: kept as typed, unseen signs gone, what no file can hold refused."""

# ruff: noqa: RUF001 - look-alike letters are the point here
from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kubebuku.domain.names import clean_description, clean_name, clean_text, disguised, fit_description, name_key, name_order
from kubebuku.domain.text_refusals import (
    ControlSign,
    DescriptionMissing,
    DescriptionTooLong,
    NameMissing,
    NameTooLong,
    TextRefused,
    TextTooLong,
)

LAW = settings(max_examples=200)
TYPED = st.text(st.one_of(st.characters(), st.sampled_from(" \t\n\r\u200b\u200d\u202e\u0301\u3164\u0430a")), max_size=30)


@pytest.mark.parametrize(
    "name",
    [
        "Ani",
        "Ani Contoh",
        "Ma'ruf Contoh",
        "Nur Aini binti H. Contoh, S.Pd.",
        "محمد",
        "Ñusa-Contoh",
        "阿妮",
        "Ani 😀",
        "😀",
        "Tenda 2",
        "=1+1",
        "'; DROP TABLE entry;--",
        "<b>Ani</b>",
        "A" * 120,
    ],
)
def test_a_name_is_kept_as_it_is(name: str) -> None:
    assert clean_name(name) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Ani   Contoh ", "Ani Contoh"),
        ("Ani\tContoh", "Ani Contoh"),
        ("Ani\nContoh\r\n", "Ani Contoh"),
        ("Ani\u00a0Contoh", "Ani Contoh"),
        ("Ani\u2028Contoh", "Ani Contoh"),
        ("Jose\u0301", "José"),
        ("Jos\u200be\u200d\u0301", "José"),
        ("\u202eAni\u202c", "Ani"),
        ("\ufeffAni\u3164\u2800", "Ani"),
        ("\u2066محمد\u2069", "محمد"),
    ],
)
def test_what_is_not_seen_goes(typed: str, name: str) -> None:
    assert clean_name(typed) == name


@pytest.mark.parametrize("typed", ["", "   ", "\u200b", "\u3164", "...", "-", "\u0301"])
def test_a_name_needs_something_to_be_called(typed: str) -> None:
    with pytest.raises(NameMissing):
        clean_name(typed)


def test_a_name_has_at_most_120_signs() -> None:
    with pytest.raises(NameTooLong) as refused:
        clean_name("A" * 121)
    assert refused.value.sentences[0].values == {"length": 121}


@pytest.mark.parametrize(
    ("typed", "place"), [("Ani\x00", 3), ("\x1b[31mAni", 0), ("Ani \ud800", 4), ("A\x7f", 1), ("\r\nA\x1c", 3)]
)
def test_control_signs_are_pointed_at(typed: str, place: int) -> None:
    for clean in (clean_name, clean_description, clean_text):
        with pytest.raises(ControlSign) as refused:
            clean(typed)
        assert refused.value.place == place


def test_a_description_says_something() -> None:
    assert clean_description(" upah  masak 5 orang ") == "upah masak 5 orang"
    assert clean_description("x" * 200) == "x" * 200
    for typed in ("", "  \n", "😀😀", "---", "\u200b"):
        with pytest.raises(DescriptionMissing):
            clean_description(typed)


def test_words_put_together_are_cut_with_a_mark_where_a_description_ends() -> None:
    assert fit_description("x" * 200) == "x" * 200
    assert fit_description("x" * 201) == "x" * 199 + "…"
    assert fit_description("x" * 198 + " yz") == "x" * 198 + "…"


def test_a_description_has_at_most_200_signs() -> None:
    with pytest.raises(DescriptionTooLong) as refused:
        clean_description("x" * 512)
    assert refused.value.sentences[0].values == {"length": 512}


def test_what_goes_on_and_on_is_refused_before_it_is_cleaned() -> None:
    for clean, refusal in ((clean_name, NameTooLong), (clean_description, DescriptionTooLong), (clean_text, TextTooLong)):
        with pytest.raises(refusal):
            clean("\x07" * 1_000_000)  # a control sign would be pointed at, were it looked at


def test_other_text_may_be_empty_and_have_lines() -> None:
    assert clean_text("  ") == ""
    assert clean_text("RT 04\nRW 02") == "RT 04 RW 02"
    assert clean_text("\r\n Hadir 15 orang.\r\n\r\nIzin:   dua.\r \n", lines=True) == "Hadir 15 orang.\n\nIzin: dua."
    with pytest.raises(TextTooLong):
        clean_text("x" * 21, most=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ani Contoh", "ani  contoh"),
        ("Ani Contoh", "\u0410ni C\u043ent\u043eh"),
        ("Ma'ruf", "Ma\u2019ruf"),
        ("Ma'ruf", "Maruf"),
        ("José", "Jose"),
        ("ΑΝΙ", "ani"),
        ("Ａｎｉ", "Ani"),
        ("H. Ani", "H Ani"),
    ],
)
def test_names_that_look_alike_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Ani", "Eni"), ("Tenda 1", "Tenda 2"), ("Ani Contoh", "Ani Misal"), ("محمد", "احمد"), ("😀", "😁")]
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_foreign_letters_in_disguise_are_shown() -> None:
    assert disguised("\u0410ni C\u043entoh") == ("\u0410", "\u043e")
    assert disguised("Ani Contoh") == ()
    assert disguised("\u0410\u043d\u0438 Contoh") == ()  # a word all in Cyrillic hides nothing
    assert disguised("محمد") == ()


def test_lists_are_sorted_as_people_look_names_up() -> None:
    names = ["Zul", "élan", "ani", "Ani", "Eka", "محمد"]
    assert sorted(names, key=name_order) == ["Ani", "ani", "Eka", "élan", "Zul", "محمد"]


@LAW
@given(TYPED)
def test_cleaning_twice_changes_nothing(typed: str) -> None:
    for clean in (clean_name, clean_description, clean_text, _lines):
        try:
            cleaned = clean(typed)
        except TextRefused:
            continue
        assert clean(cleaned) == cleaned
        assert unicodedata.is_normalized("NFC", cleaned)
        cleaned.encode("utf-8")
        assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Cs"} for sign in cleaned.replace("\n", ""))


@LAW
@given(TYPED)
def test_every_name_has_a_key(typed: str) -> None:
    try:
        name = clean_name(typed)
    except TextRefused:
        return
    assert name_key(name) == name_key(f" {name.upper()} ") or not name.isascii()
    assert name_key(name)


def _lines(text: str) -> str:
    return clean_text(text, lines=True)
