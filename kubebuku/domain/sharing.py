"""Sharing what was earned: lines taken in order, the members' part split by bases, exact to the rupiah. Pure.

Fixed amounts come first, then percents of the source, then percents of what these leave, then the rest; each takes at most
what is left (accounting.md 8, domain.md 3.4). A line to a fund is floored to the rupiah; each member's share of each basis is
floored to the coin from the exact pool. What flooring and unlisted lines leave is the remainder: amounts and remainder
together are the source, always.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
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

#: Coins a share is floored to (domain.md 3.7).
COINS = (1, 100, 500, 1000)
#: The base of which every member has the same.
EQUAL = "equal"
_WHOLE = Fraction(1)


class Kind(Enum):
    """How much a line takes, in the order in which lines are served."""

    AMOUNT = "amount"
    PERCENT = "percent"
    PERCENT_OF_REST = "percent_of_rest"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Part:
    """A line: `value` is rupiah for an amount, an exact share of 1 for percents, of no account for the rest.

    With `bases` (name and weight, an exact share of 1, together 1) it is shared among the members, else it goes to a fund.
    """

    name: str
    kind: Kind
    value: Fraction = Fraction(0)
    bases: tuple[tuple[str, Fraction], ...] = ()


@dataclass(frozen=True, slots=True)
class Sharer:
    """A member, and how much of each base the member has (exact, not negative; what is not named is nought)."""

    name: str
    has: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Share:
    """What a line came to: `amount` in rupiah, what it lacked, and per member where it is shared (`others`: not listed)."""

    name: str
    amount: Rupiah
    short: Rupiah
    shares: tuple[tuple[str, Rupiah], ...] | None = None
    others: Rupiah = Rupiah(0)


@dataclass(frozen=True, slots=True)
class Sharing:
    """Every line, every listed member's sum over all lines, and what is left unshared."""

    source: Rupiah
    parts: tuple[Share, ...]
    members: tuple[tuple[str, Rupiah], ...]
    remainder: Rupiah


def share(
    source: int,
    parts: Sequence[Part],
    members: Sequence[Sharer] = (),
    *,
    coin: int = 1,
    totals: Mapping[str, Fraction] | None = None,
    remainder: str | None = None,
) -> Sharing:
    """Share `source` (rupiah, 1 to 999.999.999.999). `totals` is the whole of a base where only some members are listed.

    `remainder` names the fund that takes what flooring leaves; its amount here is without it. Raises the refusals of
    `sharing_refusals` for a source of nothing, percents or weights that do not fit, a rest that is missing or stands wrong,
    a base that nobody has, a shared line without members, a name that stands twice, another coin, an unknown remainder.
    """
    _check(source, parts, members, coin, remainder)
    totals = totals or {}
    taken = [
        _split(part, wanted, given, members, totals, coin)
        for part, (wanted, given) in zip(parts, _taken(source, parts), strict=True)
    ]
    sums = tuple(
        (one.name, Rupiah(sum(shares[at][1] for line in taken if (shares := line.shares) is not None)))
        for at, one in enumerate(members)
    )
    return Sharing(Rupiah(source), tuple(taken), sums, Rupiah(source - sum(int(line.amount) for line in taken)))


def _taken(source: int, parts: Sequence[Part]) -> list[tuple[Fraction, Fraction]]:
    """What each line wants and gets: kind after kind, within a kind in the order of the lines."""
    left, found = Fraction(source), [(Fraction(0), Fraction(0))] * len(parts)
    for kind in Kind:
        before = left
        for at, part in enumerate(parts):
            if part.kind is not kind:
                continue
            base = {Kind.AMOUNT: _WHOLE, Kind.PERCENT: Fraction(source), Kind.PERCENT_OF_REST: before, Kind.REST: left}[kind]
            wanted = base if kind is Kind.REST else part.value * base
            given = min(wanted, left)
            found[at] = (wanted, given)
            left -= given
    return found


def _split(
    part: Part, wanted: Fraction, given: Fraction, members: Sequence[Sharer], totals: Mapping[str, Fraction], coin: int
) -> Share:
    short = Rupiah(int(wanted) - int(given))
    if not part.bases:
        return Share(part.name, Rupiah(int(given)), short)
    shares, others = [0] * len(members), 0
    for base, weight in part.bases:
        has = [_WHOLE if base == EQUAL else one.has.get(base, Fraction(0)) for one in members]
        listed = sum(has, Fraction(0))
        whole = totals.get(base, listed)
        if whole < listed:
            raise BaseBelowListed(base, _said(listed), _said(whole))
        if whole == 0:
            raise BaseOfNobody(base)
        pool = given * weight
        for at, one in enumerate(has):
            shares[at] += _floored(pool * one / whole, coin)
        others += _floored(pool * (whole - listed) / whole, coin)
    named = tuple((one.name, Rupiah(amount)) for one, amount in zip(members, shares, strict=True))
    return Share(part.name, Rupiah(sum(shares) + others), short, named, Rupiah(others))


def _floored(exact: Fraction, coin: int) -> int:
    return exact.numerator // (exact.denominator * coin) * coin


def _said(exact: Fraction) -> str:
    return str(int(exact)) if exact.denominator == 1 else f"{float(exact):.6f}".rstrip("0").rstrip(".")


def _check(source: int, parts: Sequence[Part], members: Sequence[Sharer], coin: int, remainder: str | None) -> None:
    if not 1 <= source <= LARGEST_AMOUNT:
        raise SourceEmpty(Rupiah(source))
    if coin not in COINS:
        raise CoinUnknown(coin, COINS)
    for names in ([part.name for part in parts], [one.name for one in members]):
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise NameTwice(twice)
    _check_lines(parts)
    for part in parts:
        if part.bases and sum((weight for _base, weight in part.bases), Fraction(0)) != 1:
            raise WeightsDoNotFit(part.name, sum((weight for _base, weight in part.bases), Fraction(0)))
        if part.bases and not members:
            raise NobodyToShare(part.name)
    funds = [part.name for part in parts if not part.bases]
    if remainder is not None and remainder not in funds:
        raise RemainderUnknown(remainder)


def _check_lines(parts: Sequence[Part]) -> None:
    """The rest once and last; percents that leave something for it, or make exactly 100 without it."""
    kinds = [part.kind for part in parts]
    if Kind.REST in kinds[:-1]:
        raise RestMisplaced
    percents = sum((part.value for part in parts if part.kind is Kind.PERCENT), Fraction(0))
    of_rest = sum((part.value for part in parts if part.kind is Kind.PERCENT_OF_REST), Fraction(0))
    for sum_ in (percents, of_rest):
        if sum_ > 1:
            raise PercentsDoNotFit(sum_)
    if Kind.REST in kinds:
        if percents == 1:
            raise PercentsDoNotFit(percents)
    elif Kind.AMOUNT in kinds or Kind.PERCENT_OF_REST in kinds:
        raise RestMissing
    elif percents != 1:
        raise PercentsDoNotFit(percents)
