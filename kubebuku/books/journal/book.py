"""The journal as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_BOOK = "kubebuku.books.journal"

JOURNAL = BookSpec(
    name="journal",
    title=N_("General journal"),
    commands={"commands.GeneralJournal": f"{_BOOK}.handlers:general_journal"},
    queries={
        "queries.SimilarEntries": f"{_BOOK}.reading:similar_entries",
        "queries.DescriptionsUsed": f"{_BOOK}.reading:descriptions_used",
        "queries.FrequentForms": f"{_BOOK}.reading:frequent_forms",
        "queries.NamelessEntries": f"{_BOOK}.nameless:nameless_entries",
    },
    attention=(f"{_BOOK}.watching:names_missing",),
)
