"""Figures, dates and sentences as they are written; Babel is the judge."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from subprocess import run

import pytest
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from kubebuku import i18n, resources
from kubebuku.domain.amount_refusals import AmountDoubtful, AmountWithSen
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import Trouble
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.text import PN_, Sentence

LAW = settings(max_examples=100)
DAYS = st.dates(date(1990, 1, 1), date(2027, 12, 31))
AMOUNTS = st.one_of(st.integers(1, LARGEST_AMOUNT), st.integers(0, 12).map(lambda n: min(10**n, LARGEST_AMOUNT)))
SUNDAY = date(2026, 11, 22)
THOUSANDS = "Pemisah ribuan ditulis dengan titik"
PLAIN = "Jumlah ditulis dengan angka dan titik saja"


@pytest.fixture(autouse=True)
def indonesian() -> Iterator[None]:
    i18n.set_language("id")
    yield
    i18n.set_language("id")


@pytest.fixture(params=i18n.LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> str:
    i18n.set_language(str(request.param))
    return str(request.param)


# ------------------------------------------------------------------------------------------------------------ figures


def test_figures_are_indonesian_in_both_languages(spoken: str) -> None:
    assert i18n.language() == spoken
    assert i18n.figure(1_500_000) == "1.500.000"
    assert i18n.figure(0) == "0"
    assert i18n.figure(-250_000) == "−250.000"
    assert i18n.rupiah(1_500_000) == "Rp1.500.000"
    assert i18n.rupiah(-250_000) == "−Rp250.000"
    assert i18n.rupiah(Rupiah(0)) == "Rp0"
    assert i18n.percent(Fraction(1, 8)) == "12,5 %"
    assert i18n.terbilang(1_500_000) == "Satu juta lima ratus ribu rupiah"


def test_a_plus_only_where_it_is_asked_for() -> None:
    assert i18n.rupiah(750_000, sign=True) == "+Rp750.000"
    assert i18n.rupiah(-750_000, sign=True) == "−Rp750.000"
    assert i18n.rupiah(0, sign=True) == "Rp0"


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(1, 2), "50 %"),
        (Fraction(1, 3), "33,33 %"),
        (Fraction(2, 3), "66,67 %"),
        (Fraction(105, 100), "105 %"),
        (Fraction(1, 20000), "0,01 %"),
        (Fraction(1, 30000), "0 %"),
        (Fraction(-1, 30000), "0 %"),
        (Fraction(-5, 100), "−5 %"),
        (1, "100 %"),
        (12, "1.200 %"),
    ],
)
def test_per_cent(share: Fraction | int, text: str) -> None:
    assert i18n.percent(share) == text


def test_per_cent_in_whole_numbers() -> None:
    assert i18n.percent(Fraction(125, 1000), 0) == "13 %"
    assert i18n.percent(Fraction(995, 1000), 0) == "100 %"
    assert i18n.percent(Fraction(1, 8), 1) == "12,5 %"


@LAW
@given(st.integers(-(2**63), 2**63 - 1))
def test_babel_writes_the_same_figures(amount: int) -> None:
    figure = format_decimal(amount, format="#,##0", locale="id_ID")
    money = format_currency(amount, "IDR", "¤#,##0", locale="id_ID", currency_digits=False)
    assert i18n.figure(amount) == figure.replace("-", "−")
    assert i18n.rupiah(amount) == money.replace("-", "−")


@LAW
@given(st.integers(-100_000, 1_000_000))
def test_babel_writes_the_same_per_cent(hundredths: int) -> None:
    babel = format_decimal(Decimal(hundredths) / 100, format="#,##0.##", locale="id_ID")
    assert i18n.percent(Fraction(hundredths, 10_000)) == f"{babel} %".replace("-", "−")


# -------------------------------------------------------------------------------------------------------------- dates


def test_dates_are_written_so() -> None:
    assert i18n.long_date(SUNDAY) == "22 November 2026"
    assert i18n.full_date(SUNDAY) == "Minggu, 22 November 2026"
    assert i18n.field_date(SUNDAY) == "Min, 22 November 2026"
    assert i18n.short_date(SUNDAY) == "22/11/26"
    assert i18n.short_date(date(2005, 4, 5)) == "05/04/05"
    assert i18n.day_month(date(2026, 4, 5)) == "05/04"
    assert i18n.month_name(Month(2026, 10)) == "Oktober 2026"
    assert i18n.month_word(Month(2026, 5)) == "Mei"
    assert i18n.clock(datetime(2026, 11, 22, 15, 30)) == "15.30"


def test_only_the_names_follow_the_language() -> None:
    i18n.set_language("en")
    assert i18n.full_date(SUNDAY) == "Sunday, 22 November 2026"
    assert i18n.field_date(SUNDAY) == "Sun, 22 November 2026"
    assert i18n.month_name(Month(2026, 10)) == "October 2026"
    assert i18n.short_date(SUNDAY) == "22/11/26"


@LAW
@given(day=DAYS, code=st.sampled_from(i18n.LANGUAGES))
def test_babel_writes_the_same_dates(day: date, code: str) -> None:
    i18n.set_language(code)
    locale = {"id": "id_ID", "en": "en_GB"}[code]
    assert i18n.long_date(day) == format_date(day, "d MMMM y", locale)
    assert i18n.full_date(day) == format_date(day, "EEEE, d MMMM y", locale)
    assert i18n.field_date(day) == format_date(day, "EEE, d MMMM y", locale)
    assert i18n.short_date(day) == format_date(day, "dd/MM/yy", locale)
    assert i18n.day_month(day) == format_date(day, "dd/MM", locale)
    assert i18n.month_name(Month.of(day)) == format_date(day, "MMMM y", locale)


@pytest.mark.parametrize("form", ["full", "long", "short"])
def test_these_are_the_forms_of_the_indonesian_locale(form: str) -> None:
    ours = {"full": i18n.full_date, "long": i18n.long_date, "short": i18n.short_date}[form]
    assert ours(SUNDAY) == format_date(SUNDAY, form, "id_ID")


# ------------------------------------------------------------------------------------------------------- there and back


@LAW
@given(AMOUNTS)
def test_an_amount_that_was_written_is_read_again(amount: int) -> None:
    assert i18n.read_amount(i18n.rupiah(amount)) == amount
    assert i18n.read_amount(i18n.rupiah(amount, sign=True)) == amount
    assert i18n.read_amount(i18n.figure(amount)) == amount
    assert i18n.read_amount(str(amount)) == amount
    assert i18n.read_amount(f"Rp. {i18n.figure(amount)},-") == amount
    assert i18n.read_amount(f"{i18n.figure(amount)},00") == amount


@LAW
@given(day=DAYS, code=st.sampled_from(i18n.LANGUAGES))
def test_a_date_that_was_written_is_read_again(day: date, code: str) -> None:
    i18n.set_language(code)
    for form in (i18n.long_date, i18n.full_date, i18n.field_date, str):
        assert i18n.read_date(form(day), today=SUNDAY) == day
    assert i18n.read_month(i18n.month_name(Month.of(day)), today=SUNDAY) == Month.of(day)
    assert i18n.read_month(str(Month.of(day))) == Month.of(day)
    if day.year >= 2000:
        assert i18n.read_date(i18n.short_date(day), today=SUNDAY) == day


# ---------------------------------------------------------------------------------------------------------- sentences


def test_a_sentence_is_spoken_with_its_values() -> None:
    inner = Sentence("Write another date.")
    values = {
        "amount": Rupiah(750_000),
        "day": SUNDAY,
        "month": Month(2026, 10),
        "count": 1_500,
        "share": Fraction(1, 8),
        "name": "Ani {Contoh}",
        "inner": inner,
        "verb": PN_("qt", "Open"),
        "boxes": ("Kas", "Bank", Rupiah(5)),
        "one": ["Kas"],
    }
    message = "{amount} | {day} | {month} | {count} | {share} | {name} | {inner} | {verb} | {boxes} | {one}"
    assert i18n.say(Sentence(message, values)) == (
        "Rp750.000 | 22 November 2026 | Oktober 2026 | 1.500 | 12,5 % | Ani {Contoh} | Tulis tanggal lain. | Buka"
        " | Kas, Bank dan Rp5 | Kas"
    )


def test_a_value_nobody_can_say_is_a_fault_of_the_program() -> None:
    with pytest.raises(TypeError, match="float"):
        i18n.say(Sentence("{rate}", {"rate": 0.125}))


def test_words_can_be_spoken_alone() -> None:
    assert i18n.say("Write another date.") == "Tulis tanggal lain."
    assert i18n.say(PN_("qt", "Cancel")) == "Batal"
    assert i18n.say(Sentence(PN_("qt", "Cancel"))) == "Batal"
    assert i18n._("") == ""
    assert i18n._("100 {percent} unheard of") == "100 {percent} unheard of"
    assert i18n.pgettext("qt", "Save") == "Simpan"
    assert i18n.joined([]) == ""
    assert i18n.joined(["Kas"]) == "Kas"


def test_the_second_language() -> None:
    i18n.set_language("en")
    assert i18n._("Write another date.") == "Write another date."
    assert i18n.pgettext("qt", "Cancel") == "Cancel"
    assert i18n.joined(["Kas", "Bank"]) == "Kas and Bank"


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (11, "11 days"), (21, "21 days"), (101, "101 days")]
)
def test_english_says_one_of_one_and_many_of_every_other_number(number: int, said: str) -> None:
    assert i18n.ngettext("{count} day", "{count} days", number).format(count=number) == f"{number} hari"
    i18n.set_language("en")
    assert i18n.ngettext("{count} day", "{count} days", number).format(count=number) == said


def test_other_languages_are_not_there() -> None:
    with pytest.raises(ValueError, match="no such language"):
        i18n.set_language("de")
    assert i18n.language() == "id"


def test_without_a_built_catalogue_it_speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "path", lambda *parts: resources.root() / "nowhere" / parts[-1])
    monkeypatch.setattr(i18n, "_speech", i18n._Speech())
    assert i18n._("Write another date.") == "Write another date."
    assert i18n.ngettext("one", "many", 2) == "many"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,500", f'Jumlah "1,500" bisa dibaca dua cara. {THOUSANDS}, seperti 1.500. Mana yang benar: Rp1.500 atau Rp1?'),
        ("1.000,50", "Jumlah memakai sen: 1.000,50. Rupiah ditulis bulat. Tulis 1.000 atau 1.001."),
        ("0", "Jumlah harus lebih dari nol. Yang ditulis 0. Tulis berapa uang yang berpindah, misalnya 750.000."),
        ("(50.000)", "Jumlah harus lebih dari nol. Yang ditulis (50.000). Tulis tanpa tanda kurang: 50.000."),
        ("", "Jumlah belum ditulis. Tulis dengan angka, misalnya 750.000."),
        ("1.OOO", f'Ada "O" di tempat ke-3 dari jumlah. {PLAIN}, seperti 1.500.000. Mungkin maksudnya angka 0.'),
    ],
)
def test_a_refused_amount_is_explained_as_a_neighbour_would(text: str, words: str) -> None:
    with pytest.raises(Trouble) as refused:
        i18n.read_amount(text)
    assert i18n.explain(refused.value) == words


def test_a_refused_date_is_explained() -> None:
    with pytest.raises(Trouble) as refused:
        i18n.read_date("31/02", today=SUNDAY)
    assert i18n.explain(refused.value) == "Tanggal 31/02 tidak ada. Februari 2026 sampai tanggal 28. Tulis tanggal lain."


def test_the_readings_on_offer_are_taken_when_picked() -> None:
    for text, refusal in (("1,500", AmountDoubtful), ("1.000,50", AmountWithSen)):
        with pytest.raises(refusal) as refused:
            i18n.read_amount(text)
        for reading in refused.value.readings:
            assert i18n.read_amount(i18n.figure(reading)) == reading


# -------------------------------------------------------------------------------------------------------------- weight


def test_it_brings_nothing_heavy_along() -> None:
    program = (
        "import sys, kubebuku.i18n as i18n; i18n.say('Write another date.');"
        "heavy = ('babel', 'sqlalchemy', 'PySide6', 'reportlab', 'polib', 'zoneinfo', 'kubebuku.domain.amounts');"
        "print([name for name in heavy if name in sys.modules])"
    )
    assert run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_the_systems_locale_changes_nothing() -> None:
    program = (
        "import locale; locale.setlocale(locale.LC_ALL, ''); import datetime, kubebuku.i18n as i18n;"
        "print(i18n.rupiah(-1500000), i18n.full_date(datetime.date(2026, 11, 22)), i18n.read_amount('1.500.000'))"
    )
    expected = "−Rp1.500.000 Minggu, 22 November 2026 Rupiah(1500000)"
    for name in ("C", "C.UTF-8", "POSIX"):
        environment = os.environ | {"LC_ALL": name, "LANG": "de_DE.UTF-8", "LANGUAGE": "ar", "PYTHONIOENCODING": "utf-8"}
        done = run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True, env=environment)
        assert done.stdout.strip() == expected
