"""Who is chosen among those who owe, or are owed, brings along how much: it stands in the amount until another is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from kubebuku.domain.money import Rupiah
from kubebuku.ui.forms.choices import Offered
from kubebuku.ui.forms.fields import Entry
from kubebuku.ui.widgets import AmountField


class OwedAmount:
    """Watches the fields of a form that have `spec.Field.owing`; `offered` tells what is open as things stand."""

    def __init__(self, entries: Sequence[Entry], offered: Callable[[], Offered]) -> None:
        self._offered = offered
        self._filled: Rupiah | None = None
        by_name = {entry.spec.name: entry.widget for entry in entries}
        for entry in entries:
            target = by_name.get(entry.spec.owing[1]) if entry.spec.owing else None
            if isinstance(target, AmountField):
                entry.changed(partial(self._chosen, entry, target))

    def _chosen(self, entry: Entry, amount: AmountField, person: object) -> None:
        """Fill the amount in, unless the person has written one."""
        if entry.spec.owing is None or (amount.line.text().strip() and amount.peek() != self._filled):
            return
        owing = self._offered().owing.get(entry.spec.owing[0], {})
        rest = owing.get(person) if isinstance(person, int) else None
        self._filled = rest
        amount.set_value(rest or None)
