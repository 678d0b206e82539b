"""Arithmetic of the cash book."""

from __future__ import annotations

from dataclasses import dataclass

from kubebuku.domain.accounts import HONORARIUM, MAINTENANCE, MATERIALS, OTHER_COST, REFRESHMENTS, STATIONERY, TRANSPORT, WAGES
from kubebuku.domain.money import Rupiah

#: Costs that are simply paid; the others belong to acts of their own (purchases, bank, depreciation, losses).
GENERAL_COSTS = (WAGES, TRANSPORT, STATIONERY, REFRESHMENTS, MAINTENANCE, HONORARIUM, OTHER_COST)

#: What a person brings a nota for, from an advance or own money: materials above all.
NOTA_COSTS = (MATERIALS, *GENERAL_COSTS)


@dataclass(frozen=True, slots=True)
class Settlement:
    """How an advance is settled: what it covers, what comes back, what was spent beyond it, what stays with the person."""

    covered: Rupiah
    returned: Rupiah
    beyond: Rupiah
    kept: Rupiah


def settle(advanced: Rupiah, spent: Rupiah, returned: Rupiah) -> Settlement:
    """Settle `advanced` by `spent` and `returned`; raises ValueError where more comes back than is left."""
    covered = min(advanced, spent)
    if returned > advanced - covered:
        raise ValueError("more returned than was left")
    return Settlement(covered, returned, spent - covered, advanced - covered - returned)
