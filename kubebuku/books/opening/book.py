"""The opening as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_BOOK = "kubebuku.books.opening"

OPENING = BookSpec(
    name="opening",
    title=N_("Opening balances"),
    commands={
        "commands.ExplainOpening": f"{_BOOK}.explaining:explain_opening",
        "commands.OpenBook": f"{_BOOK}.handlers:open_book",
    },
    undo={"commands.OpenBook": f"{_BOOK}.handlers:opening_undone"},
    queries={"queries.Opening": f"{_BOOK}.reading:opening"},
    attention=(f"{_BOOK}.watching:opening_unexplained",),
    forms=("kubebuku.books.opening.forms:FORMS",),
)
