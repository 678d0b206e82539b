"""What is asked about before it is written: an amount far beyond the usual, mostly zeros too many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from kubebuku.app.office import Office
from kubebuku.books.cash.queries import LastEntries
from kubebuku.domain.money import Rupiah

#: So many of the newest records tell what is usual.
USUAL = 200
#: Times the largest of them is asked about.
FAR_BEYOND = 100


def largest_of_late(office: Office) -> Rupiah:
    """The largest amount of the newest records, nil in a new book."""
    return max((one.amount for one in office.ask(LastEntries(USUAL))), default=Rupiah(0))


def largest_in(command: object) -> Rupiah:
    """The largest sum of money in a command, whatever its sign, nil where it has none."""
    if isinstance(command, Rupiah):
        return abs(command)
    parts: list[object] = []
    if is_dataclass(command):
        parts = [getattr(command, field.name) for field in fields(command)]
    elif isinstance(command, Mapping):
        parts = list(command.values())
    elif isinstance(command, tuple | list):
        parts = list(command)
    return max((largest_in(part) for part in parts), default=Rupiah(0))


def is_far_beyond(amount: int, largest: int) -> bool:
    """Whether the amount is asked about where `largest` is the largest of late."""
    return bool(largest) and amount > largest * FAR_BEYOND
