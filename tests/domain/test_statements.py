"""The three statements from plain figures: signs, sections, the result in two lines, and money by class."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubebuku.domain import statements
from kubebuku.domain.accounts import Account, Chart, Dimension, Kind, read_chart
from kubebuku.domain.statements import CashFigures, PositionFigures, Role, amounts_of
from kubebuku.domain.text import Sentence
from kubebuku.resources import read_text

SHIPPED = read_chart(read_text("charts", "kube.toml"))
SECOND_BANK = Account("1110.01", Kind.ASSET, {"id": "Bank Contoh"}, box=True, parent="1110")
CHART = Chart([*SHIPPED, SECOND_BANK])


def january(figures: dict[str, int], year_before: dict[str, int] | None = None) -> dict[str, PositionFigures]:
    return {"2026-01": PositionFigures(figures, year_before or {})}


def shown(rows: list[statements.Row[str]]) -> dict[str, int]:
    return {row.code: int(row.amounts["2026-01"]) for row in rows if row.role is not Role.HEADING}


def test_position_is_positive_on_both_sides() -> None:
    rows = statements.position(CHART, january({"1101": 700_000, "2110": -200_000, "3110": -500_000}))
    assert shown(rows) == {
        "1101": 700_000,
        "assets": 700_000,
        "2110": 200_000,
        "liabilities": 200_000,
        "3110": 500_000,
        "result_earlier": 0,
        "result_current": 0,
        "equity": 500_000,
        "liabilities_and_equity": 700_000,
    }


def test_result_not_yet_closed_stands_in_two_lines_less_what_was_shared() -> None:
    last_year = {"4101": -900_000, "5101": 300_000}
    now = {"1101": 650_000, "4101": -1_100_000, "5101": 400_000, "3131": 50_000}
    rows = statements.position(CHART, january(now, last_year))
    assert amounts_of(rows, "result_earlier") == {"2026-01": 600_000}
    assert amounts_of(rows, "result_current") == {"2026-01": 50_000}
    assert "3131" not in shown(rows)
    assert (shown(rows)["result_current_earned"], shown(rows)["result_current_shared"]) == (100_000, -50_000)
    assert amounts_of(rows, "assets") == amounts_of(rows, "liabilities_and_equity")


def test_sections_have_headings_and_own_accounts_lie_a_step_deeper() -> None:
    rows = statements.position(CHART, january({"1110": 0, "1110.01": 40_000, "3190": -40_000}), language="en")
    first = [(row.code, row.label, row.level, row.role) for row in rows[:3]]
    assert first == [
        ("1000", "Assets", 0, Role.HEADING),
        ("1110", "Bank", 1, Role.ACCOUNT),
        ("1110.01", "Bank Contoh", 2, Role.ACCOUNT),
    ]
    assert rows[0].amounts == {}
    assert isinstance(rows[3].label, Sentence)


def test_income_statement_of_two_columns() -> None:
    columns: dict[str, dict[str, int]] = {"2026-01": {"4101": -500_000, "5102": 200_000}, "2026-02": {"5102": 50_000}}
    rows = statements.income(CHART, columns)
    assert amounts_of(rows, "4101") == {"2026-01": 500_000, "2026-02": 0}
    assert amounts_of(rows, "costs") == {"2026-01": 200_000, "2026-02": 50_000}
    assert amounts_of(rows, "result") == {"2026-01": 300_000, "2026-02": -50_000}


def test_row_that_is_not_there_and_heading_have_no_figures() -> None:
    rows = statements.income(CHART, {"2026-01": {}})
    with pytest.raises(KeyError, match="4101"):
        amounts_of(rows, "4101")
    with pytest.raises(KeyError, match="4000"):
        amounts_of(rows, "4000")


def test_common_costs_are_spread_by_the_groups_key_to_the_rupiah() -> None:
    units = {1: {"4101": -900}, 2: {"4101": -500}, None: {"5104": 100, "4105": -30}}
    shared = statements.spread(units, {1: 2, 2: 1}, CHART)
    assert shared == {1: {"4101": -900, "5104": 67}, 2: {"4101": -500, "5104": 33}, None: {"4105": -30}}
    assert units[None] == {"5104": 100, "4105": -30}


def test_spread_leaves_no_empty_column_and_no_empty_part() -> None:
    assert statements.spread({1: {"5104": 10}, None: {"5104": 1}}, {1: 1, 2: 0}, CHART) == {1: {"5104": 11}}
    assert statements.spread({1: {"5104": 10}}, {1: 1}, CHART) == {1: {"5104": 10}}
    with pytest.raises(ValueError, match="weights"):
        statements.spread({None: {"5104": 1}}, {1: 0}, CHART)


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=5), st.lists(st.integers(0, 9), min_size=2, max_size=4))
def test_spreading_keeps_the_sum(costs: list[int], weights: list[int]) -> None:
    codes = [account.code for account in CHART if account.kind is Kind.COST]
    key = dict(enumerate([*weights, 1], start=1))
    units: dict[int | None, dict[str, int]] = {None: dict(zip(codes, costs, strict=False))}
    shared = statements.spread(units, key, CHART)
    assert sum(sum(figures.values()) for figures in shared.values()) == sum(costs)


# ----------------------------------------------------------------------------------------------------------- cash flow


def flows_of(lines: list[tuple[str, int]]) -> dict[str, int]:
    """What one entry brought in or paid out, by the account it was for; empty where the boxes together did not change."""
    if not sum(amount for code, amount in lines if CHART[code].box):
        return {}
    flows: dict[str, int] = {}
    for code, amount in lines:
        if not CHART[code].box:
            flows[code] = flows.get(code, 0) - amount
    for code, amount in statements.netting(lines, CHART).items():
        flows[code] += amount
    return flows


def test_move_between_boxes_is_no_flow() -> None:
    assert flows_of([("1110", 300_000), ("1101", -300_000)]) == {}


def test_sale_and_purchase_flow_with_the_sign_turned() -> None:
    assert flows_of([("1101", 500_000), ("4101", -500_000)]) == {"4101": 500_000}
    assert flows_of([("5101", 80_000), ("5103", 20_000), ("1101", -100_000)]) == {
        "5101": -80_000,
        "5103": -20_000,
    }


def test_debt_made_with_a_purchase_is_netted_against_it() -> None:
    tent = [("1201", 1_000_000), ("1101", -400_000), ("2101", -600_000)]
    assert flows_of(tent) == {"1201": -400_000, "2101": 0}


def test_loan_taken_partly_as_goods_counts_only_the_money() -> None:
    loan = [("1101", 500_000), ("1140", 100_000), ("2201", -600_000)]
    assert flows_of(loan) == {"1140": 0, "2201": 500_000}


def test_debt_for_two_purchases_is_shared_by_their_weight() -> None:
    bought = [("1201", 300), ("5101", 100), ("1101", -200), ("2101", -200)]
    assert flows_of(bought) == {"1201": -150, "5101": -50, "2101": 0}


def test_claim_made_with_a_sale_is_netted_against_it() -> None:
    old_tent = [("1101", 400), ("1120", 600), ("1209", 200), ("1201", -1_000), ("4191", -200)]
    assert flows_of(old_tent) == {"1120": 0, "1209": -200, "1201": 500, "4191": 100}


def test_deposit_paid_back_or_used_is_not_netted() -> None:
    assert flows_of([("2102", 300), ("1101", 700), ("4101", -1_000)]) == {"2102": -300, "4101": 1_000}


def test_cash_flow_by_class_leads_from_opening_to_closing() -> None:
    flows = {"4101": 500, "5101": -200, "1201": -1_000, "3110": 2_000, "2120": 50}
    rows = statements.cashflow(CHART, {"2026-01": CashFigures(100, flows, 1_450)})
    figures = shown(rows)
    totals = [figures[code] for code in ("operating", "investing", "financing", "trust", "change", "opening", "closing")]
    assert totals == [300, -1_000, 2_000, 50, 1_350, 100, 1_450]
    order = [row.code for row in rows if row.role is Role.ACCOUNT]
    assert order == ["4101", "5101", "1201", "3110", "2120"]


def test_account_without_class_flows_with_the_business() -> None:
    odd = Chart([*SHIPPED, Account("1160", Kind.ASSET, {"id": "Contoh"}, needs=frozenset({Dimension.UNIT}))])
    rows = statements.cashflow(odd, {"2026-01": CashFigures(0, {"1160": -70}, -70)})
    assert amounts_of(rows, "operating") == {"2026-01": -70}


LINES = st.lists(
    st.tuples(st.sampled_from([a.code for a in CHART if a.kind is not Kind.HEADING]), st.integers(-999, 999)), max_size=6
)


@given(LINES)
def test_flows_of_any_balanced_entry_equal_what_the_boxes_gained(lines: list[tuple[str, int]]) -> None:
    entry = [*lines, ("1101", -sum(amount for _, amount in lines))]
    assert sum(flows_of(entry).values()) == sum(amount for code, amount in entry if CHART[code].box)
