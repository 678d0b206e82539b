"""What books that record what happened without money (guests, letters, activities) are asked for. Light; see `record_book`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from kubebuku.books.spec import Query
from kubebuku.domain.calendar import Month

T = TypeVar("T")


@dataclass(frozen=True)
class Recorded(Query[tuple[T, ...]]):
    """Rows by year and number, of a month, of a year, or all. `search` looks into every text."""

    month: Month | None = None
    year: int | None = None
    search: str = ""
    show_struck: bool = True
