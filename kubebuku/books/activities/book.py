"""The activity book as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_HANDLERS = "kubebuku.books.activities.handlers"
_READING = "kubebuku.books.activities.reading"

ACTIVITIES = BookSpec(
    name="activities",
    title=N_("Activity book"),
    commands={
        "commands.WriteActivity": f"{_HANDLERS}:write_activity",
        "commands.ChangeActivity": f"{_HANDLERS}:change_activity",
        "commands.StrikeActivity": f"{_HANDLERS}:strike_activity",
    },
    queries={"queries.Activities": f"{_READING}:activities", "queries.Activity": f"{_READING}:one_activity"},
    checks={"activities": f"{_READING}:numbers_gapless"},
    forms=("kubebuku.books.activities.forms:FORMS",),
    rows=f"{_READING}:rows",
)
