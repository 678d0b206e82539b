"""The tick of a form behind which seldom needed fields (`spec.Field.more`) are folded away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kubebuku.i18n import _
from kubebuku.ui.forms.fields import Entry, needed
from kubebuku.ui.widgets import CheckBox


class Fold(CheckBox):
    """Open from the beginning where `values` holds something for a field behind it. What is folded away is read all the same."""

    def __init__(self, entries: Sequence[Entry], values: Mapping[str, object]) -> None:
        self._entries = entries
        self.seldom = [entry for entry in entries if entry.spec.more]
        written = any(values.get(one.spec.name) not in (None, "", one.spec.default) for one in self.seldom)
        super().__init__(_("Show more fields"), name="more", checked=written)

    def fit(self) -> None:
        """Show what is behind it, or hide it; a field that another one calls for is shown only then."""
        called = needed(self._entries)
        for entry in self.seldom:
            entry.widget.setVisible(self.value() and entry in called)

    def folded(self, entry: Entry) -> bool:
        """Whether `entry` is out of sight because of this tick alone."""
        return entry.spec.more and not self.value()

    def show_field(self, name: str | None) -> None:
        """Unfold where the field of that name lies behind it: a refusal speaks of it."""
        if not self.value() and any(entry.spec.name == name for entry in self.seldom):
            self.set_value(True)
