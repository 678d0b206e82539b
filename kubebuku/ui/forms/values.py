"""What stands in the fields of a form, as the values of its command."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kubebuku.books.spec import FieldKind
from kubebuku.domain.errors import RuleBroken
from kubebuku.ui.forms.fields import Entry, words
from kubebuku.ui.forms.request import Asked


def values_of(asked: Asked, entries: Sequence[Entry], shown: Iterable[Entry], *, trial: bool) -> dict[str, Any]:
    """Of what is `shown` among the entries, beside what was given and the form fixes.

    Raises RuleBroken, naming the field, for what cannot be read. A trial takes the form's name for a missing description.
    """
    named = {entry.spec.name for entry in entries}
    found: dict[str, Any] = {name: value for name, value in asked.values.items() if name not in named and value is not None}
    found |= asked.form.fixed
    for entry in shown:
        try:
            value = entry.read()
        except RuleBroken as refusal:
            if trial and entry.spec.kind is FieldKind.DESCRIPTION:
                found[entry.spec.name] = words(asked.form.title)
                continue
            refusal.field = entry.spec.name
            raise
        if value is not None:
            found[entry.spec.name] = value
    return found


def written_of(asked: Asked | None, entries: Iterable[Entry]) -> dict[str, object]:
    """As far as it can be read: for coming back to it later."""
    found: dict[str, object] = dict(asked.values) if asked is not None else {}
    for entry in entries:
        try:
            found[entry.spec.name] = entry.read()
        except RuleBroken:
            found.pop(entry.spec.name, None)
    return found
