"""Sharing a result: lines in order, every share exact, and laws that hold for any rule."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import LARGEST_AMOUNT
from kubebuku.domain.sharing import COINS, EQUAL, Kind, Part, Sharer, Sharing, share
from kubebuku.domain.sharing_refusals import (
    BaseBelowListed,
    BaseOfNobody,
    CoinUnknown,
    NameTwice,
    NobodyToShare,
    PercentsDoNotFit,
    RemainderUnknown,
    RestMisplaced,
    RestMissing,
    SourceEmpty,
    WeightsDoNotFit,
)

ANI, BUDI, CITRA = (Sharer(name, {"savings": Fraction(has)}) for name, has in (("Ani", 3), ("Budi", 2), ("Citra", 1)))
THREE = (ANI, BUDI, CITRA)


def percent(name: str, of: str, *bases: tuple[str, str]) -> Part:
    return Part(name, Kind.PERCENT, Fraction(of) / 100, tuple((base, Fraction(weight) / 100) for base, weight in bases))


def amount(name: str, rupiah: int) -> Part:
    return Part(name, Kind.AMOUNT, Fraction(rupiah))


def rest(name: str, *bases: tuple[str, str]) -> Part:
    return Part(name, Kind.REST, bases=tuple((base, Fraction(weight) / 100) for base, weight in bases))


def amounts(found: Sharing) -> dict[str, int]:
    return {line.name: int(line.amount) for line in found.parts}


def gets(found: Sharing) -> dict[str, int]:
    return {name: int(amount_) for name, amount_ in found.members}


def test_the_cooperative_shares_jasa_modal_by_savings() -> None:
    """The published example: 40 % of Rp90.000.000 by savings; who holds 6,5 of 78 million gets Rp3.000.000."""
    found = share(
        90_000_000,
        [percent("Jasa modal", "40", ("savings", "100")), rest("Dana cadangan")],
        [Sharer("A", {"savings": Fraction(6_500_000)})],
        totals={"savings": Fraction(78_000_000)},
    )
    assert (gets(found), int(found.parts[0].others), int(found.remainder)) == ({"A": 3_000_000}, 33_000_000, 0)


def test_amounts_come_first_then_percents_then_shares_of_what_is_left() -> None:
    of_rest = Part("Usaha", Kind.PERCENT_OF_REST, Fraction(1, 4))
    found = share(1_000_000, [of_rest, percent("Kas", "20"), amount("Alat", 200_000), rest("Anggota", (EQUAL, "100"))], THREE)
    assert amounts(found) == {"Usaha": 150_000, "Kas": 200_000, "Alat": 200_000, "Anggota": 450_000}
    assert gets(found) == {"Ani": 150_000, "Budi": 150_000, "Citra": 150_000}


def test_a_line_takes_at_most_what_is_left_and_says_what_it_lacks() -> None:
    found = share(100_000, [amount("Alat", 80_000), percent("Kas", "50"), rest("Anggota", (EQUAL, "100"))], THREE)
    assert [(line.name, int(line.amount), int(line.short)) for line in found.parts] == [
        ("Alat", 80_000, 0),
        ("Kas", 20_000, 30_000),
        ("Anggota", 0, 0),
    ]


def test_shares_are_floored_to_the_coin_and_the_rest_stays_over() -> None:
    """Rp100.000 in three at the five hundred: Rp33.000 each, Rp1.000 over."""
    found = share(100_000, [percent("Anggota", "100", (EQUAL, "100"))], THREE, coin=500)
    assert (gets(found), int(found.remainder)) == ({"Ani": 33_000, "Budi": 33_000, "Citra": 33_000}, 1_000)


def test_two_bases_are_floored_each_by_itself() -> None:
    found = share(1_000, [percent("Anggota", "100", (EQUAL, "50"), ("savings", "50"))], THREE)
    assert (gets(found), int(found.remainder)) == ({"Ani": 416, "Budi": 332, "Citra": 249}, 3)


@pytest.mark.parametrize(
    ("source", "parts", "members", "more", "refusal"),
    [
        (0, [percent("Kas", "100")], (), {}, SourceEmpty),
        (-1, [percent("Kas", "100")], (), {}, SourceEmpty),
        (LARGEST_AMOUNT + 1, [percent("Kas", "100")], (), {}, SourceEmpty),
        (1, [percent("Kas", "99")], (), {}, PercentsDoNotFit),
        (1, [percent("Kas", "101")], (), {}, PercentsDoNotFit),
        (1, [percent("Kas", "100"), rest("Sisa")], (), {}, PercentsDoNotFit),
        (1, [Part("A", Kind.PERCENT_OF_REST, Fraction(101, 100)), rest("Sisa")], (), {}, PercentsDoNotFit),
        (1, [amount("Alat", 1)], (), {}, RestMissing),
        (1, [Part("A", Kind.PERCENT_OF_REST, Fraction(1))], (), {}, RestMissing),
        (1, [rest("Sisa"), percent("Kas", "50")], (), {}, RestMisplaced),
        (1, [percent("A", "50"), percent("A", "50")], (), {}, NameTwice),
        (1, [percent("A", "100")], (ANI, ANI), {}, NameTwice),
        (1, [percent("A", "100", (EQUAL, "99"))], THREE, {}, WeightsDoNotFit),
        (1, [percent("A", "100", (EQUAL, "100"))], (), {}, NobodyToShare),
        (1, [percent("A", "100", ("days", "100"))], THREE, {}, BaseOfNobody),
        (1, [percent("A", "100", ("savings", "100"))], THREE, {"totals": {"savings": Fraction(5)}}, BaseBelowListed),
        (1, [percent("A", "100")], (), {"coin": 250}, CoinUnknown),
        (1, [percent("A", "100", (EQUAL, "100"))], THREE, {"remainder": "A"}, RemainderUnknown),
    ],
)
def test_what_is_no_rule_is_refused(
    source: int, parts: list[Part], members: tuple[Sharer, ...], more: dict[str, object], refusal: type[RuleBroken]
) -> None:
    with pytest.raises(refusal):
        share(source, parts, members, **more)  # type: ignore[arg-type]


MEMBERS = st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 365)), min_size=1, max_size=12)


@given(
    st.integers(1, LARGEST_AMOUNT),
    MEMBERS,
    st.integers(0, 99),
    st.integers(0, 100),
    st.sampled_from(COINS),
    st.integers(0, 10**9),
)
def test_amounts_and_remainder_are_the_source_whoever_shares(
    source: int, has: list[tuple[int, int]], fund: int, weight: int, coin: int, fixed: int
) -> None:
    members = [Sharer(str(at), {"savings": Fraction(saved + 1), "days": Fraction(days)}) for at, (saved, days) in enumerate(has)]
    if not any(days for _saved, days in has):
        weight = 100
    bases = tuple((base, Fraction(w, 100)) for base, w in (("savings", weight), ("days", 100 - weight)) if w)
    parts = [amount("Alat", fixed), percent("Kas", str(fund)), Part("Anggota", Kind.REST, bases=bases)]
    found = share(source, parts, members, coin=coin)
    assert sum(int(line.amount) for line in found.parts) + int(found.remainder) == source
    assert min(int(found.remainder), *(min(int(line.amount), int(line.short)) for line in found.parts)) >= 0
    assert all(got % coin == 0 for got in gets(found).values())
    turned = share(source, parts, members[::-1], coin=coin)
    assert gets(turned) == gets(found), "the order of members does not matter"
    for one, other in pairwise(members):
        mine, theirs = gets(found)[one.name], gets(found)[other.name]
        if all(one.has[base] >= other.has[base] for base, _weight in bases):
            assert mine >= theirs, "nobody gets less by having more"
        if all(one.has[base] == other.has[base] for base, _weight in bases):
            assert mine == theirs, "equal bases get equal shares"
