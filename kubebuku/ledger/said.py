"""What the person is told when an entry is saved: what moved, and what the place of money holds now."""

from __future__ import annotations

from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import balances
from kubebuku.ledger.work import Work


def saved_in(work: Work, description: str, amount: Rupiah, box: str) -> Sentence:
    """After an entry that brought `amount` into `box`; what the box holds is read now, all days counted."""
    return Sentence(
        N_("Saved: {description}, {amount} into {box}. {box} now holds {held}."), _values(work, description, amount, box)
    )


def saved_out(work: Work, description: str, amount: Rupiah, box: str) -> Sentence:
    """After an entry that took `amount` out of `box`; what the box holds is read now, all days counted."""
    return Sentence(
        N_("Saved: {description}, {amount} from {box}. {box} now holds {held}."), _values(work, description, amount, box)
    )


def saved_still(description: str, amount: Rupiah) -> Sentence:
    """After an entry that moved no money."""
    return Sentence(N_("Saved: {description}, {amount}. No money moved."), {"description": description, "amount": amount})


def _values(work: Work, description: str, amount: Rupiah, box: str) -> dict[str, object]:
    held = balances.of(work.connection, box)
    return {"description": description, "amount": amount, "box": work.chart[box].called, "held": held}
