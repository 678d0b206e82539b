"""Leaving the group as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_BOOK = "kubebuku.books.leaving"

LEAVING = BookSpec(
    name="leaving",
    title=N_("A member leaves"),
    commands={"commands.LeaveGroup": f"{_BOOK}.handlers:leave_group"},
    undo={"commands.LeaveGroup": f"{_BOOK}.handlers:leaving_undone"},
    queries={"queries.Leaving": f"{_BOOK}.reading:leaving"},
    forms=("kubebuku.books.leaving.forms:FORMS",),
)
