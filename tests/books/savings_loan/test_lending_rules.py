"""Which rules hold on a day, and what should be set against loans at risk. Pure."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kubebuku.books.savings_loan.rules import BANJARMASIN, Provision, Quality, Rule, in_force, provision
from kubebuku.books.savings_loan.schedules import Method
from kubebuku.domain.money import Rupiah

MARCH = date(2026, 3, 1)


def rule(id_: int, since: date, most: int = 1_000_000) -> Rule:
    return Rule(id_, since, Rupiah(most), 10)


def test_rules_hold_from_their_own_day_on() -> None:
    history = [rule(1, date(2026, 1, 1)), rule(2, MARCH)]
    assert in_force(history, date(2025, 12, 31)) is BANJARMASIN
    assert [in_force(history, MARCH + timedelta(days)).id for days in (-1, 0, 1)] == [1, 2, 2]
    assert in_force(reversed(history), MARCH).id == 2


def test_of_one_day_the_rules_written_last_hold() -> None:
    assert in_force([rule(3, MARCH), rule(2, MARCH), rule(5, date(2026, 1, 1))], MARCH).id == 3


def test_before_any_rules_half_a_million_is_lent_for_three_months_without_jasa() -> None:
    assert (BANJARMASIN.most, BANJARMASIN.months, BANJARMASIN.method) == (500_000, 3, Method.NONE)
    assert BANJARMASIN.id is None


@pytest.mark.parametrize(
    ("kind", "shares"),
    [
        (Provision.COOPERATIVE, (5, 5, 100, 500, 1_000)),
        (Provision.BANK, (10, 50, 150, 500, 1_000)),
        (Provision.PROGRAMME, (10, 100, 250, 500, 1_000)),
    ],
)
def test_each_class_has_its_share_of_a_thousand(kind: Provision, shares: tuple[int, ...]) -> None:
    assert tuple(provision(((one, Rupiah(1_000)) for one in Quality), kind).values()) == shares


def test_half_a_rupiah_is_rounded_up() -> None:
    assert provision([(Quality.CURRENT, Rupiah(100)), (Quality.WATCH, Rupiah(99))], Provision.COOPERATIVE) == {
        Quality.CURRENT: 1,
        Quality.WATCH: 0,
    }
