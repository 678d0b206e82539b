"""The chart: what each account is, which of them hold money, and what a posting on them must say."""

from __future__ import annotations

import pytest

from kubebuku import resources
from kubebuku.domain import accounts
from kubebuku.domain.accounts import Account, CashflowClass, Chart, Dimension, Kind, read_chart

CHART = read_chart(resources.read_text("charts", "kube.toml"))


def codes(*, needing: Dimension) -> set[str]:
    return {account.code for account in CHART if needing in account.needs}


def test_the_chart_is_that_of_the_rules() -> None:
    """Every code of accounting.md 1, each of the kind its first figure says."""
    expected = [
        *("1101", "1102", "1103", "1110", "1120", "1121", "1130", "1131", "1139", "1140", "1141", "1150", "1201", "1209"),
        *("2101", "2102", "2103", "2110", "2120", "2121", "2122", "2129", "2130", "2140", "2201"),
        *("3101", "3102", "3110", "3120", "3130", "3131", "3190"),
        *("4101", "4102", "4103", "4104", "4105", "4190", "4191"),
        *("5101", "5102", "5103", "5104", "5105", "5106", "5107", "5108", "5109", "5110", "5111", "5112", "5113", "5114", "5190"),
    ]
    assert [account.code for account in CHART if account.kind is not Kind.HEADING] == expected
    kinds = {"1": Kind.ASSET, "2": Kind.LIABILITY, "3": Kind.EQUITY, "4": Kind.INCOME, "5": Kind.COST}
    assert all(CHART[code].kind is kinds[code[0]] for code in expected)
    assert [account.code for account in CHART if account.kind is Kind.HEADING] == ["1000", "2000", "3000", "4000", "5000"]


def test_money_lies_in_four_places() -> None:
    assert [account.code for account in CHART.boxes] == ["1101", "1102", "1103", "1110"]


def test_accounts_of_people_loans_and_businesses_insist_on_their_name() -> None:
    assert codes(needing=Dimension.PERSON) == {"1121", "1130", "1131", "2103", "2110", "2130", "3101", "3102"}
    assert codes(needing=Dimension.LOAN) == {"1130", "1131"}
    assert codes(needing=Dimension.UNIT) == {"4101"}
    assert not codes(needing=Dimension.ITEM)


def test_every_account_but_the_places_of_money_has_a_class_in_the_cash_flow() -> None:
    without = {account.code for account in CHART if account.cashflow is None and account.kind is not Kind.HEADING}
    assert without == {"1101", "1102", "1103", "1110"}
    trust = [account.code for account in CHART if account.cashflow is CashflowClass.TRUST]
    assert trust == ["2120", "2121", "2122", "2129"]
    investing = {account.code for account in CHART if account.cashflow is CashflowClass.INVESTING}
    assert {"1201", "1209"} <= investing


def test_the_accounts_that_acts_name_are_in_the_chart() -> None:
    named = {value for name, value in vars(accounts).items() if name.isupper() and isinstance(value, str)}
    assert named == {account.code for account in CHART if account.kind is not Kind.HEADING}
    groups = (
        accounts.SAVINGS_LOAN_RESULT,
        accounts.NEVER_NEGATIVE,
        accounts.NEVER_NEGATIVE_BY_LOAN,
        accounts.NEVER_NEGATIVE_BY_PERSON,
    )
    assert all(code in CHART for group in groups for code in group)


@pytest.mark.parametrize(
    ("kind", "sign", "is_result"),
    [
        (Kind.ASSET, 1, False),
        (Kind.COST, 1, True),
        (Kind.HEADING, 1, False),
        (Kind.LIABILITY, -1, False),
        (Kind.EQUITY, -1, False),
        (Kind.INCOME, -1, True),
    ],
)
def test_the_side_on_which_a_kind_grows(kind: Kind, sign: int, *, is_result: bool) -> None:
    assert kind.sign == sign
    assert kind.is_result is is_result


def test_a_second_bank_account_is_found_under_the_bank() -> None:
    second = Account("1110.01", Kind.ASSET, {"id": "Bank Kalsel"}, box=True, parent="1110")
    chart = Chart([*CHART, second])
    assert second.base == "1110"
    assert [account.code for account in chart.under("1110", "1103")] == ["1103", "1110", "1110.01"]
    assert second in chart.boxes
    assert "1110.01" in chart
    assert chart.get("1110.02") is None
    assert "1110.02" not in chart


def test_a_label_is_indonesian_where_the_other_language_has_none() -> None:
    assert CHART["1101"].label() == "Kas"
    assert CHART["1101"].label("en") == "Cash"
    tin = Account("1101.01", Kind.ASSET, {"id": "Kaleng di kios"}, box=True, parent="1101")
    assert tin.label("en") == "Kaleng di kios"


@pytest.mark.parametrize("text", ['[[account]]\ncode = "1101"', '[[account]]\ncode = "1101"\nkind = "money"\nlabel = {}'])
def test_a_chart_that_is_wrong_is_not_read(text: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        read_chart(text)
