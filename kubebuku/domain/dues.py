"""Dues: what is asked of each member for a month or a year, and on which months a payment falls.

Simpanan wajib and IKS are reckoned alike: a history of terms, months that were paid, and for each member the months in which
something was asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence

#: Months ahead of the present one for which dues are taken.
FARTHEST_AHEAD = 24


class DuesFund(Enum):
    """Whose dues: simpanan wajib (3102) or the solidarity fund (2120)."""

    OBLIGATORY = "obligatory"
    SOLIDARITY = "solidarity"


@dataclass(frozen=True, slots=True)
class Terms:
    """What is asked from a month on: an amount for each month, or for each calendar year. Nil asks nothing."""

    since: Month
    amount: Rupiah
    yearly: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The months that one payment covers, both ends included, and what is asked for them together."""

    first: Month
    last: Month
    amount: Rupiah

    def __contains__(self, month: Month) -> bool:
        return self.first <= month <= self.last


def in_force(history: Sequence[Terms], month: Month) -> Terms | None:
    """The terms of that month: the last of `history` (oldest first) that had begun; None before the first."""
    return next((terms for terms in reversed(history) if terms.since <= month), None)


def period_of(history: Sequence[Terms], month: Month) -> Period | None:
    """The period in which `month` lies, None where nothing is asked.

    A year under yearly terms runs from January, or from the month in which they began, to December or the month before
    monthly ones begin; what is asked for it is what was asked in its first month.
    """
    terms = in_force(history, month)
    if terms is None or not terms.amount:
        return None
    if not terms.yearly:
        return Period(month, month, terms.amount)
    first = last = month
    while first.number > 1 and _yearly(history, first.plus(-1)):
        first = first.plus(-1)
    while last.number < 12 and _yearly(history, last.plus(1)):
        last = last.plus(1)
    begun = in_force(history, first)
    return Period(first, last, begun.amount if begun else terms.amount)


def _yearly(history: Sequence[Terms], month: Month) -> bool:
    terms = in_force(history, month)
    return terms is not None and terms.yearly and bool(terms.amount)


def periods(history: Sequence[Terms], first: Month, last: Month) -> Iterator[Period]:
    """Every period that begins, or has begun, in the months from `first` to `last`."""
    month = first
    while month <= last:
        period = period_of(history, month)
        if period is not None:
            yield period
        month = month.plus(1) if period is None else period.last.plus(1)


@dataclass(frozen=True, slots=True)
class Payer:
    """Whose dues are reckoned. `paid_until` is what the opening of the book says; `begins` the first month that is asked for.

    `away` are whole months between leaving and coming back, of which nothing is asked.
    """

    person: int
    joined: Month
    left: Month | None
    begins: Month
    paid_until: Month | None = None
    away: frozenset[Month] = frozenset()

    def asked_for(self, period: Period) -> bool:
        """Whether anything of the period lies in the time for which this member is asked."""
        if period.last < self.begins or (self.left is not None and period.first > self.left):
            return False
        return not self.away or any(month not in self.away for month in period.first.until(period.last))

    def settled(self, period: Period) -> bool:
        """Whether it had been paid when the book was opened."""
        return self.paid_until is not None and period.first <= self.paid_until


class State(Enum):
    """How a period stands for a member."""

    #: paid in full
    PAID = "paid"
    #: had been paid when the book was opened
    BEFORE = "before"
    #: over and not paid, or only in part
    LATE = "late"
    #: of the present month or year
    DUE = "due"
    #: still to come
    AHEAD = "ahead"
    #: not asked of this member
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Due:
    """One period of one member: what was paid on it and what it still lacks."""

    period: Period
    paid: Rupiah
    state: State

    @property
    def lacking(self) -> Rupiah:
        """What is still to be paid of it; nil where it was settled before the book began."""
        return Rupiah(0) if self.state is State.BEFORE else max(Rupiah(0), self.period.amount - self.paid)


def due(payer: Payer, period: Period, paid: Mapping[Month, Rupiah], now: Month) -> Due:
    """How `period` stands for `payer` in the month `now`; `paid` is by month."""
    given = paid.get(period.first, Rupiah(0))
    if period.first != period.last:
        given = Rupiah(sum(amount for month, amount in paid.items() if month in period))
    if payer.settled(period):
        state = State.BEFORE
    elif given >= period.amount:
        state = State.PAID
    elif not payer.asked_for(period):
        state = State.NONE
    elif period.last < now:
        state = State.LATE
    elif period.first <= now:
        state = State.DUE
    else:
        state = State.AHEAD
    return Due(period, given, state)


def dues(payer: Payer, asked: Iterable[Period], paid: Mapping[Month, Rupiah], now: Month) -> tuple[Due, ...]:
    """How each period of `asked` stands in the month `now`, in the order given; `paid` is rupiah by month, as in `due`."""
    return tuple(due(payer, period, paid, now) for period in asked)


def follow(asked: Iterable[Period], payer: Payer, paid: Mapping[Month, Rupiah]) -> Mapping[Month, Rupiah]:
    """What was paid, by month, as it counts now: what lies on a period beyond what is asked for it follows the member.

    Who paid ahead under an earlier rule has paid more on a period than today's rule asks; the rest lies on the periods of
    `asked` after it, each filled before the next, and what is left behind the last. No rupiah is made or lost.
    """
    ahead, end = Rupiah(0), None
    laid = dict(paid)
    for period in asked:
        end = period.last
        one = period.first == period.last
        months = [period.first] if one else [month for month in paid if month in period]
        given = Rupiah(sum(paid.get(month, 0) for month in months))
        if not ahead and given <= period.amount:
            continue
        if payer.settled(period) or not payer.asked_for(period):
            continue
        put = min(period.amount, given + ahead)
        for month in months:
            laid.pop(month, None)
        laid[period.first] = put
        ahead = given + ahead - put
    if ahead and end is not None:
        laid[end.plus(1)] = laid.get(end.plus(1), Rupiah(0)) + ahead
    return laid


def overdue(payer: Payer, asked: Iterable[Period], paid: Mapping[Month, Rupiah], now: Month) -> Iterator[Due]:
    """What is due by the month `now` and not paid in full, in its turn. Over ten years nearly all is paid and passed over."""
    nothing = Rupiah(0)
    for period in asked:
        if paid.get(period.first, nothing) >= period.amount:  # also of a year: what its first month holds is enough
            continue
        one = due(payer, period, paid, now)
        if one.state in (State.LATE, State.DUE) and one.lacking:
            yield one


def allot(lacking: Iterable[Due], amount: Rupiah) -> tuple[tuple[tuple[Month, Rupiah], ...], Rupiah]:
    """Lay `amount` on the periods in their order, each filled before the next; the months with their parts, and what is left."""
    parts = []
    for one in lacking:
        part = min(amount, one.lacking)
        if part > 0:
            parts.append((one.period.first, part))
            amount = amount - part
    return tuple(parts), amount


def spans(history: Sequence[Terms], months: Iterable[Month]) -> tuple[tuple[Month, Month], ...]:
    """The stretches of months that were paid, a whole period for each month, neighbours joined."""
    joined: list[tuple[Month, Month]] = []
    for month in sorted(set(months)):
        period = period_of(history, month)
        first, last = (period.first, period.last) if period else (month, month)
        if joined and first <= joined[-1][1].plus(1):
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return tuple(joined)


def told(history: Sequence[Terms], months: Iterable[Month]) -> list[object]:
    """The same for the gap of a sentence: months by name, stretches from the first to the last."""
    return [
        first if first == last else Sentence(N_("{first} to {last}"), {"first": first, "last": last})
        for first, last in spans(history, months)
    ]


# ------------------------------------------------------------------------------------------------------------ the grid


@dataclass(frozen=True, slots=True)
class GridCell:
    """A month of a member. A yearly period shows its figures in its first month and its state in all of them."""

    month: Month
    state: State
    paid: Rupiah
    lacking: Rupiah


@dataclass(frozen=True, slots=True)
class GridRow:
    """A member's year. `late` and `late_months` count everything that is over and not paid, of earlier years too."""

    person: int
    number: int
    name: str
    left: bool
    cells: tuple[GridCell, ...]
    paid: Rupiah
    late: Rupiah
    late_months: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The wall chart: twelve months of every member, and what each month brought in."""

    year: int
    yearly: bool
    rows: tuple[GridRow, ...]
    months: tuple[Rupiah, ...]
    paid: Rupiah
    late: Rupiah

    @property
    def behind(self) -> tuple[GridRow, ...]:
        """Who is behind, most first."""
        return tuple(sorted((row for row in self.rows if row.late), key=lambda row: (-row.late, row.number)))


def grid_cells(year: int, found: Iterable[Due], paid: Mapping[Month, Rupiah]) -> tuple[GridCell, ...]:
    """The twelve months of a year from the dues that touch it; money on a month for which nothing is asked now stays seen."""
    cells: dict[Month, GridCell] = {}
    for one in found:
        for month in one.period.first.until(one.period.last):
            if month.year == year:
                shown = month == one.period.first
                given, lacking = (one.paid, one.lacking) if shown else (Rupiah(0), Rupiah(0))
                cells[month] = GridCell(month, one.state, given, lacking)
    for month in Month(year, 1).until(Month(year, 12)):
        if month not in cells:
            given = paid.get(month, Rupiah(0))
            cells[month] = GridCell(month, State.PAID if given else State.NONE, given, Rupiah(0))
    return tuple(cells[month] for month in Month(year, 1).until(Month(year, 12)))
