"""What of the opening is not explained."""

from __future__ import annotations

from collections.abc import Iterable

from kubebuku.books import places
from kubebuku.books.spec import Attention
from kubebuku.domain.accounts import (
    UNEXPLAINED,
)
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import balances
from kubebuku.ledger.work import Reading


def opening_unexplained(reading: Reading) -> Iterable[Attention]:
    """3190 is not empty."""
    held = balances.of(reading.connection, *(one.code for one in reading.chart.under(UNEXPLAINED)))
    if held:
        title = Sentence(N_("Part of the opening balance is not explained"))
        detail = Sentence(N_("{amount}; the meeting decides what it is."), {"amount": abs(held)})
        yield Attention("unexplained", title, detail, "info", places.Opening())
