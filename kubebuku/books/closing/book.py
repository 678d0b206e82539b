"""Closing as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_BOOK = "kubebuku.books.closing"

CLOSING = BookSpec(
    name="closing",
    title=N_("Closing the books"),
    commands={
        "commands.CloseMonth": f"{_BOOK}.months:close_month",
        "commands.ReopenMonths": f"{_BOOK}.months:reopen_months",
        "commands.CloseYear": f"{_BOOK}.years:close_year",
        "commands.ReopenYear": f"{_BOOK}.years:reopen_year",
    },
    queries={
        "queries.Closings": f"{_BOOK}.reading:all_closings",
        "queries.ClosingState": f"{_BOOK}.reading:closing_state",
        "queries.ClosingPreview": f"{_BOOK}.reading:closing_preview",
        "queries.ClosingProof": f"{_BOOK}.reading:closing_proof",
        "queries.Years": f"{_BOOK}.reading:years",
        "queries.ClosedUntil": f"{_BOOK}.closed:closed_until",
    },
    checks={"years": f"{_BOOK}.watching:years_closed_whole"},
    attention=(f"{_BOOK}.watching:month_to_close", f"{_BOOK}.watching:year_to_close"),
)
