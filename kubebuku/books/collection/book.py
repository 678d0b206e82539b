"""The collection sheet as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_BOOK = "kubebuku.books.collection"

COLLECTION = BookSpec(
    name="collection",
    title=N_("Collection sheet"),
    commands={
        "commands.Collect": f"{_BOOK}.handlers:collect",
        "commands.KeepSheet": f"{_BOOK}.draft:keep_sheet",
        "commands.UndoCollection": f"{_BOOK}.handlers:undo_collection",
    },
    queries={"queries.CollectionSheet": f"{_BOOK}.reading:collection_sheet"},
)
