"""Asks what was counted: an amount that may be nought, for an empty box is counted too."""

from __future__ import annotations

from kubebuku.domain.money import Rupiah
from kubebuku.ui.widgets import AmountField


class CountField(AmountField):
    """Like an `AmountField`, but 0 is an answer."""

    def __init__(self, label: str, *, name: str = "counted", big: bool = False, accessible: str = "") -> None:
        super().__init__(label, name=name, big=big, accessible=accessible)

    def value(self) -> Rupiah:
        """The amount, nought included; raises RuleBroken."""
        text = self.line.text().strip()
        if text and not text.strip("0"):
            return Rupiah(0)
        found = super().value()
        return Rupiah(0) if found is None else found
