"""Ages, sizes and offices: what is unusual is told, not forbidden (domain.md 1.4, 5 no. 11)."""

from __future__ import annotations

from datetime import date

#: Ages found and called productive; others are members all the same.
USUAL_AGES = range(18, 60)
#: A Kube has ten members; up to thirty-three were found.
FEWEST_MEMBERS, MOST_MEMBERS = 10, 33
#: Offices of which a group has one at a time, in the order of signing.
SINGLE_ROLES = ("ketua", "sekretaris", "bendahara")


def age_on(born: date, day: date) -> int:
    """Full years on `day`."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def role_order(role: str) -> tuple[int, str]:
    """Offices in the order in which they sign, others after them by name."""
    return (SINGLE_ROLES.index(role) if role in SINGLE_ROLES else len(SINGLE_ROLES), role)
