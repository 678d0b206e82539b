"""The members as plain rows, for the command line."""

from __future__ import annotations

from typing import Any

from kubebuku.books.members.queries import Members, Officers
from kubebuku.books.members.reading import members, officers
from kubebuku.domain.calendar import Month
from kubebuku.ledger.work import Reading


def rows(reading: Reading, month: Month | None) -> list[dict[str, Any]]:
    """One object a member: who belonged at the end of the month, without a month everybody who ever did."""
    at = min(month.last, reading.today) if month is not None else None
    roles: dict[int, list[str]] = {}
    for term in officers(reading, Officers(at)):
        roles.setdefault(term.person, []).append(term.role)
    return [
        {
            "no": row.number,
            "name": row.name,
            "sex": row.sex,
            "birth_place": row.birth_place,
            "birth_date": row.birth_date.isoformat() if row.birth_date else None,
            "age": row.age,
            "education": row.education,
            "occupation": row.occupation,
            "address": row.address,
            "neighbourhood": row.neighbourhood,
            "phone": row.phone,
            "marital": row.marital,
            "roles": roles.get(row.person, []),
            "nik": row.nik,
            "family_card": row.family_card,
            "joined": row.joined.isoformat(),
            "left_on": row.left_on.isoformat() if row.left_on else None,
            "left_reason": row.left_reason,
            "note": row.note,
        }
        for row in members(reading, Members(at, with_left=True))
    ]
