"""What helps while writing: likely doubles, descriptions used before, forms often used."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from typing import Any

from sqlalchemy import select

from kubebuku.books.cash.queries import EntryRow
from kubebuku.books.cash.reading import entry_rows
from kubebuku.books.catalog import command_from, form_key, form_named
from kubebuku.books.journal.queries import DescriptionsUsed, FrequentForm, FrequentForms, SimilarEntries
from kubebuku.books.spec import to_data
from kubebuku.ledger import struck
from kubebuku.ledger.tables import act, entry
from kubebuku.ledger.work import Reading

#: So many of the newest entries tell what a group does often.
NEWEST = 300


def similar_entries(reading: Reading, query: SimilarEntries) -> tuple[EntryRow, ...]:
    """Acts of the same name with the same date and amount; none where the act has neither."""
    wanted = json.loads(to_data(query.command))
    if "on" not in wanted or "amount" not in wanted:
        return ()
    rows = reading.connection.execute(
        select(entry.c.id, act.c.data)
        .join(act, act.c.entry == entry.c.id)
        .where(entry.c.date == wanted["on"], act.c.command == query.command.name, entry.c.id.not_in(struck.ids()))
        .order_by(entry.c.id)
    )
    return entry_rows(reading, tuple(id_ for id_, data in rows if json.loads(data).get("amount") == wanted["amount"]))


def _newest(reading: Reading, command: str | None = None) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Command, description and data of the newest standing entries."""
    wanted = (
        select(act.c.command, entry.c.description, act.c.data)
        .join(entry, entry.c.id == act.c.entry)
        .where(entry.c.reverses.is_(None), entry.c.id.not_in(struck.ids()))
        .order_by(entry.c.id.desc())
        .limit(NEWEST)
    )
    if command is not None:
        wanted = wanted.where(act.c.command == command)
    for name, description, data in reading.connection.execute(wanted):
        yield name, description, json.loads(data)


def descriptions_used(reading: Reading, query: DescriptionsUsed) -> tuple[str, ...]:
    """Each once, as it was last written."""
    form = form_named(query.form)
    if form is None:
        return ()
    fixed = {name: value.value if isinstance(value, Enum) else value for name, value in form.fixed.items()}
    prefix = query.prefix.casefold().strip()
    found: dict[str, str] = {}
    for _, description, data in _newest(reading, form.command.name):
        fits = all(data.get(name) == value for name, value in fixed.items())
        if fits and (query.unit is None or data.get("unit") == query.unit) and prefix in description.casefold():
            found.setdefault(description.casefold(), description)
    ordered = sorted(found.items(), key=lambda one: not one[0].startswith(prefix))
    return tuple(description for _, description in ordered[: query.most])


def frequent_forms(reading: Reading, query: FrequentForms) -> tuple[FrequentForm, ...]:
    """Counted by form and unit."""
    counted: Counter[tuple[str, int | None]] = Counter()
    for name, _, data in _newest(reading):
        command = command_from(name, json.dumps(data))
        key = form_key(command) if command else None
        if key is not None:
            unit = data.get("unit")
            counted[key, unit if isinstance(unit, int) else None] += 1
    return tuple(FrequentForm(key, unit, count) for (key, unit), count in counted.most_common(query.most))
