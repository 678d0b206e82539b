"""The guest book as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_HANDLERS = "kubebuku.books.guests.handlers"
_READING = "kubebuku.books.guests.reading"

GUESTS = BookSpec(
    name="guests",
    title=N_("Guest book"),
    commands={
        "commands.WriteGuest": f"{_HANDLERS}:write_guest",
        "commands.ChangeGuest": f"{_HANDLERS}:change_guest",
        "commands.StrikeGuest": f"{_HANDLERS}:strike_guest",
    },
    queries={"queries.Guests": f"{_READING}:guests", "queries.Guest": f"{_READING}:one_guest"},
    checks={"guests": f"{_READING}:numbers_gapless"},
    forms=("kubebuku.books.guests.forms:FORMS",),
    rows=f"{_READING}:rows",
)
