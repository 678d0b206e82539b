"""What an entry by hand cannot say, since no book could read it."""

from __future__ import annotations

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Name


class NotOfThatUnit(RuleBroken):
    """Jasa and losses of loans and savings belong to simpan pinjam by their nature (accounting.md 2)."""

    wrong = N_("{account} belongs to {expected}, not to {found}.")
    remedy = N_("Choose {expected}.")
    field = "unit"

    account: Name
    expected: str
    found: str


class SharedResultCredited(RuleBroken):
    """3131 is debited by what is shared; only striking out and the closing of a year take from it."""

    wrong = N_("{account} takes no credit by hand: {found} is written.")
    why = N_("It holds what was set aside or shared this year.")
    remedy = N_("Was too much shared? Undo the entry that shared it, and write it anew.")
    field = "account"

    account: Name
    found: Rupiah


class UnsharedResultCredited(RuleBroken):
    """3130 grows by closing a year, by explaining 3190, and by reserves that cover a loss."""

    wrong = N_("{account} cannot grow by {found} here; at most {most} is covered.")
    why = N_("It grows when a year is closed, when the opening balance is explained, and when reserves (3120) cover a loss.")
    remedy = N_("Choose another account: income of this year stands on 4190.")
    field = "account"

    account: Name
    found: Rupiah
    most: Rupiah
