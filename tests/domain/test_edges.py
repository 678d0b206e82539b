"""What a refusal names, what a chart's line says, the first and the last month: small things that a typing slip would turn."""

from __future__ import annotations

import pytest

from kubebuku.domain import statements
from kubebuku.domain.accounts import CashflowClass, Dimension, Kind, read_chart
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import Payer, Period, Terms, told
from kubebuku.domain.entries import MOST_LINES, Posting, check_lines
from kubebuku.domain.errors import Trouble
from kubebuku.domain.identity_numbers import IdentityDay, read_family_card, read_nik
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import LONGEST_DESCRIPTION, clean_description
from kubebuku.domain.refusals import TooManyLines
from kubebuku.domain.statements import CashFigures
from kubebuku.domain.text import InLanguages, Sentence
from kubebuku.domain.text_refusals import DescriptionTooLong
from kubebuku.resources import read_text

JAN, FEB, MAR, APR = (Month(2026, number) for number in (1, 2, 3, 4))
CHART = read_chart(read_text("charts", "kube.toml"))


def values(refusal: Trouble) -> dict[str, object]:
    """Every figure and name that its sentences show."""
    return {name: value for sentence in refusal.sentences for name, value in sentence.values.items()}


# ---------------------------------------------------------------------------------------------------------------- chart


def test_every_word_of_a_chart_is_read() -> None:
    bank, debt = read_chart("""
        [[account]]
        code = "1110"
        kind = "asset"
        label = {id = "Bank", en = "Bank"}
        box = true
        [[account]]
        code = "2101"
        kind = "liability"
        label = {id = "Utang Usaha"}
        needs = ["person"]
        cashflow = "operating"
        """)
    assert (bank.kind, bank.box, bank.needs, bank.cashflow) == (Kind.ASSET, True, frozenset(), None)
    assert (debt.kind, debt.box, debt.needs, debt.cashflow) == (
        Kind.LIABILITY,
        False,
        frozenset({Dimension.PERSON}),
        CashflowClass.OPERATING,
    )
    assert (bank.label("en"), debt.label("en")) == ("Bank", "Utang Usaha"), "Indonesian where English has none"


def test_a_name_without_a_form_in_the_language_is_said_in_indonesian() -> None:
    name = InLanguages({"id": "Kas", "en": "Cash"})
    assert (name.spoken("en"), name.spoken("id"), name.spoken("fr"), str(name)) == ("Cash", "Kas", "Kas", "Kas")


# ------------------------------------------------------------------------------------------------------------- refusals


def test_too_many_lines_names_how_many_fit() -> None:
    lines = [Posting("5102" if number else "1101", Rupiah(1 if number else -MOST_LINES)) for number in range(MOST_LINES + 1)]
    with pytest.raises(TooManyLines) as refused:
        check_lines(lines, CHART)
    assert (values(refused.value), refused.value.field) == ({"found": MOST_LINES + 1, "most": MOST_LINES}, "postings")


def test_too_long_a_description_names_how_much_fits() -> None:
    assert clean_description("x" * LONGEST_DESCRIPTION) == "x" * LONGEST_DESCRIPTION
    with pytest.raises(DescriptionTooLong) as refused:
        clean_description("x" * (LONGEST_DESCRIPTION + 1))
    assert {LONGEST_DESCRIPTION, LONGEST_DESCRIPTION + 1} <= set(values(refused.value).values())


def test_the_days_of_women_are_told_only_of_a_persons_number() -> None:
    told_of = []
    for read in (read_nik, read_family_card):
        with pytest.raises(IdentityDay) as refused:
            read("3602043211870001")
        assert refused.value.why is not None
        told_of.append("71" in str(refused.value.filled(refused.value.why).message))
    assert told_of == [True, False]


def test_money_is_not_divided() -> None:
    with pytest.raises(TypeError, match=r"^money is split, not divided"):
        Rupiah(5) / 2


# ------------------------------------------------------------------------------------------------------- first and last


def test_a_period_holds_its_first_and_its_last_month() -> None:
    period = Period(FEB, MAR, Rupiah(2_000))
    assert [month in period for month in (JAN, FEB, MAR, APR)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("first", "last", "asked"), [(JAN, JAN, False), (JAN, FEB, True), (FEB, FEB, True), (MAR, APR, True), (APR, APR, False)]
)
def test_a_member_is_asked_from_the_month_of_joining_to_that_of_leaving(first: Month, last: Month, *, asked: bool) -> None:
    payer = Payer(1, joined=FEB, left=MAR, begins=FEB)
    assert payer.asked_for(Period(first, last, Rupiah(2_000))) is asked


def test_a_month_paid_under_a_yearly_amount_is_told_as_its_year() -> None:
    yearly = (Terms(JAN, Rupiah(24_000), yearly=True),)
    (stretch,) = told(yearly, [MAR])
    assert isinstance(stretch, Sentence)
    assert stretch.values == {"first": JAN, "last": Month(2026, 12)}
    assert told((Terms(JAN, Rupiah(2_000)),), [MAR]) == [MAR]


# ----------------------------------------------------------------------------------------------------------- statements


def test_a_flow_is_said_with_its_own_sign_and_in_the_language_asked_for() -> None:
    flows = {"2026": CashFigures(Rupiah(0), {"4101": 500_000, "5102": -80_000}, Rupiah(420_000))}
    rows = {row.code: row for row in statements.cashflow(CHART, flows, language="en")}
    assert (rows["4101"].amounts["2026"], rows["5102"].amounts["2026"]) == (500_000, -80_000)
    assert rows["5102"].label == "Wages"
    assert {row.code: row for row in statements.cashflow(CHART, flows)}["5102"].label == "Upah"


def test_a_debt_of_one_rupiah_is_netted_and_what_came_to_nothing_is_not() -> None:
    assert statements.netting([("1201", 1), ("2101", -1)], CHART) == {"2101": -1, "1201": 1}
    back = [("1201", 5), ("1201", -5), ("1140", 3), ("2101", -3)]
    assert statements.netting(back, CHART) == {"2101": -3, "1140": 3}
    assert statements.netting([("2101", 4), ("2101", -4), ("1201", 3), ("1101", -3)], CHART) == {}
