"""Whole rupiah, and splits that lose none of them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NoReturn, Self

#: The largest amount a person may write, in rupiah (1 to 999.999.999.999).
LARGEST_AMOUNT = 999_999_999_999


class Rupiah(int):
    """A sum of money in whole rupiah, signed. Adds to rupiah, multiplies by whole numbers, never meets a float.

    An int underneath, so that a row from the database costs nothing to read and `json` writes it as it is.
    """

    __slots__ = ()

    def __new__(cls, amount: int = 0) -> Self:
        """Take a whole number of rupiah; raises TypeError for anything else (float, str, bool)."""
        if type(amount) is not int and (isinstance(amount, bool) or not isinstance(amount, int)):
            raise TypeError(f"rupiah are whole numbers, not {type(amount).__name__}")
        return int.__new__(cls, amount)

    def __add__(self, other: int) -> Rupiah:
        return Rupiah(int(self) + _whole(other))

    __radd__ = __add__

    def __sub__(self, other: int) -> Rupiah:
        return Rupiah(int(self) - _whole(other))

    def __rsub__(self, other: int) -> Rupiah:
        return Rupiah(_whole(other) - int(self))

    def __mul__(self, times: int) -> Rupiah:
        return Rupiah(int(self) * _whole(times))

    __rmul__ = __mul__

    def __neg__(self) -> Rupiah:
        return Rupiah(-int(self))

    def __pos__(self) -> Rupiah:
        return self

    def __abs__(self) -> Rupiah:
        return Rupiah(abs(int(self)))

    def __truediv__(self, other: object) -> NoReturn:
        """Refuse: dividing money makes fractions of a rupiah; use `split` or `portion`."""
        raise TypeError("money is split, not divided: use split() or portion()")

    def __repr__(self) -> str:
        return f"Rupiah({int(self)})"


def _whole(value: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"rupiah do not mix with {type(value).__name__}")
    return int(value)


def portion(total: Rupiah, share: Fraction) -> Rupiah:
    """The part `share` of `total`, rounded down towards zero to a whole rupiah (the rest is the caller's to place)."""
    exact = abs(Fraction(int(total))) * share
    part = exact.numerator // exact.denominator
    return Rupiah(part if total >= 0 else -part)


def split(total: Rupiah, weights: Sequence[int | Fraction]) -> tuple[Rupiah, ...]:
    """Share `total` by `weights` so that the parts sum to it exactly.

    Each part is rounded down; the rupiah left over go one each to the largest remainders, the later part first among
    equals (100.000 among three is 33.333, 33.333, 33.334). Raises ValueError for no weights, a negative weight or all zero.
    """
    shares = [Fraction(weight) for weight in weights]
    whole = sum(shares, Fraction(0))
    if whole <= 0 or min(shares) < 0:
        raise ValueError("weights must not be negative and must not all be zero")
    sign = 1 if total >= 0 else -1
    exact = [abs(int(total)) * share / whole for share in shares]
    parts = [part.numerator // part.denominator for part in exact]
    left = abs(int(total)) - sum(parts)
    by_remainder = sorted(range(len(parts)), key=lambda i: (exact[i] - parts[i], i), reverse=True)
    for i in by_remainder[:left]:
        parts[i] += 1
    return tuple(Rupiah(sign * part) for part in parts)
