"""Businesses of a book that is about to be made are told apart by their names, as in a book that is there."""

from __future__ import annotations

from collections.abc import Iterable

from kubebuku.books.acts.group_refusals import UnitNameTaken
from kubebuku.domain.names import SAVINGS_LOAN_UNIT, name_key


def require_apart(labels: Iterable[str]) -> None:
    """Raise UnitNameTaken for a business that nobody could tell from another, or from simpan pinjam, which every book has."""
    taken = {name_key(SAVINGS_LOAN_UNIT): SAVINGS_LOAN_UNIT}
    for label in labels:
        key = name_key(label)
        if key in taken:
            raise UnitNameTaken(taken[key])
        taken[key] = label
