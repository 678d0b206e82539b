"""Numbers that no row of a book can have: refused before SQLite stumbles over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_

_LARGEST = 2**63 - 1


class NumberTooLarge(RuleBroken):
    """Above what a book can hold: not typed by anybody, but by a script or a slip of one."""

    wrong = N_("The number in {field} is too large: {digits} digits.")
    remedy = N_("Choose one that is in the book.")

    field: str
    digits: int


def require_ids(asked: object, field: str = "") -> None:
    """Raise NumberTooLarge for a whole number, anywhere in a command or a query, that no row can have. Sums are judged later."""
    if type(asked) is int:
        if abs(asked) > _LARGEST:
            raise NumberTooLarge(field, len(str(abs(asked))))
    elif is_dataclass(asked):
        for one in fields(asked):
            require_ids(getattr(asked, one.name), one.name)
    elif isinstance(asked, Mapping):
        for key, value in asked.items():
            require_ids(key, field)
            require_ids(value, field)
    elif isinstance(asked, tuple | list):
        for part in asked:
            require_ids(part, field)
