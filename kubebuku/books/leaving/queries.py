"""What would be settled if a member left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.spec import Query
from kubebuku.domain.money import Rupiah


@dataclass(frozen=True, slots=True)
class LeavingLine:
    """One open balance. `owes`: the member owes it to the group, else it is the member's own. `loan` is the loan's label.

    On an account of income or of the solidarity fund it is jasa, denda or a meeting fine that is due and unpaid.
    """

    account: str
    label: str
    loan: str | None
    amount: Rupiah
    owes: bool


@dataclass(frozen=True, slots=True)
class LeavingPlan:
    """What leaving would settle and pay out; `pays_out` is negative where the member owes more than is saved.

    `in_the_way` are balances that another act settles first (money lent to the group, goods on credit, aid to be passed on).
    """

    name: str
    lines: tuple[LeavingLine, ...]
    pays_out: Rupiah
    in_the_way: tuple[LeavingLine, ...]


@dataclass(frozen=True)
class Leaving(Query[LeavingPlan]):
    """Look before a member leaves on that day (today if None); raises UnknownMember."""

    person: int
    on: date | None = None
