"""The number on a letter of the group, as Indonesian offices write it."""

from __future__ import annotations

from datetime import date

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def letter_number(agenda: int, on: date) -> str:
    """``012/KUBE/XI/2026``: agenda number, sender, month in Roman figures, year."""
    return f"{agenda:03d}/KUBE/{_ROMAN[on.month - 1]}/{on.year}"
