"""What books that run on a balance share on paper: how the first line and struck lines read, and the two lines at the foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Protocol

from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, month_word
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Row, Sum, total


class Written(Protocol):
    """A line of a book that may be struck out or stand in place of another; both are named by bukti number."""

    @property
    def description(self) -> str: ...
    @property
    def struck(self) -> bool: ...
    @property
    def replaces(self) -> str | None: ...
    @property
    def replaced_by(self) -> str | None: ...


def balance_before(first: date, *, begins: bool) -> str:
    """The words of the first line of a book from the day `first`; `begins`: the group's book was opened there."""
    if begins:
        return _("Balance on opening the book")
    return phrase(N_("Balance from {month}"), month=month_word(Month.of(first).plus(-1)))


def described(row: Written, places: Mapping[str, int] = MappingProxyType({})) -> str:
    """The description with what it was replaced by or replaces: a line number where `places` has it in the same table."""
    what = row.description
    if row.struck:
        if row.replaced_by is None:
            return phrase(N_("{what}, struck out"), what=what)
        if row.replaced_by in places:
            return phrase(N_("{what}, struck out: see no. {place}"), what=what, place=places[row.replaced_by])
        return phrase(N_("{what}, struck out: see {number}"), what=what, number=row.replaced_by)
    if row.replaces is None:
        return what
    if row.replaces in places:
        return phrase(N_("{what}, in place of no. {place}"), what=what, place=places[row.replaces])
    return phrase(N_("{what}, in place of {number}"), what=what, number=row.replaces)


def closing_lines(
    span: str, until: date, sums: Sequence[Rupiah], balance: Rupiah, *, words: int = 4, after: int = 0
) -> tuple[Row, Row]:
    """The sums of the months `span`, then the balance at the end of `until`.

    The table has `words` columns before those of the sums, the balance after them, and `after` more behind it.
    """
    left: tuple[None, ...] = (None,) * words
    right: tuple[None, ...] = (None,) * after
    return (
        total(phrase(N_("Total {span}"), span=span), (*left, *sums, None, *right), summed=Sum()),
        total(phrase(N_("Balance on {day}"), day=until), (*left, *(None for _sum in sums), balance, *right), summed=Sum()),
    )
