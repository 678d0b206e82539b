"""The results of the businesses for a month and for the year so far, as the enterprise book tells them."""

from __future__ import annotations

from dataclasses import dataclass

from kubebuku.books.enterprise.queries import CapitalByUnit, CapitalLine, Result, UepRecap
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _
from kubebuku.reports.frame import SAVINGS_LOAN, Frame


@dataclass(frozen=True, slots=True)
class UnitResult:
    """A business in a month; `unit` None is *Umum*, what belongs to the group as a whole. Rupiah."""

    unit: int | None
    label: str
    savings_loan: bool
    month: Result
    year: Result
    capital: CapitalLine | None

    @property
    def worth(self) -> Rupiah:
        """Its capital at the end of the month."""
        return self.capital.total if self.capital else Rupiah(0)


def first_month(frame: Frame) -> Month:
    """January, or the month in which the book begins."""
    return max(Month(frame.month.year, 1), Month.of(frame.reading.facts.opened))


def results(frame: Frame) -> tuple[UnitResult, ...]:
    """The businesses in their order, then *Umum*, then simpan pinjam."""
    month = {line.unit: line for line in frame.ask(UepRecap(frame.month, frame.month)).lines}
    year = {line.unit: line for line in frame.ask(UepRecap(first_month(frame), frame.month)).lines}
    capital = {line.unit: line for line in frame.ask(CapitalByUnit(frame.month.last))}
    found = {**year, **month}
    order = [unit.id for unit in frame.units if unit.kind != SAVINGS_LOAN]
    order_of: dict[int | None, int] = {unit: place for place, unit in enumerate(order)}
    lines = sorted(found.values(), key=lambda line: (line.savings_loan, order_of.get(line.unit, len(order))))
    return tuple(
        UnitResult(
            line.unit,
            unit_label(line.label),
            line.savings_loan,
            month[line.unit].result if line.unit in month else Result(),
            year[line.unit].result if line.unit in year else Result(),
            capital.get(line.unit),
        )
        for line in lines
    )


def unit_label(label: str | None) -> str:
    """The name of a business, *Umum* for the group as a whole."""
    return _("General") if label is None else label
