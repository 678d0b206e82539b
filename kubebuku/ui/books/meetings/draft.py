"""What is being written of a meeting, as text and back: kept every few seconds while one writes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kubebuku.books.meetings.commands import MeetingKind, Task
from kubebuku.books.meetings.rules import Presence
from kubebuku.domain.entries import PersonId


@dataclass(frozen=True)
class Draft:
    """Fields by name as they stood, marks by person, decisions and tasks."""

    fields: Mapping[str, object]
    marks: Mapping[int, tuple[Presence, str | None]]
    decisions: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = field(default=())


def to_text(draft: Draft) -> str:
    """As JSON."""
    return json.dumps(
        {
            "fields": {name: _plain(value) for name, value in draft.fields.items()},
            "marks": {str(person): [state.value, note] for person, (state, note) in draft.marks.items()},
            "decisions": list(draft.decisions),
            "tasks": [[task.text, task.person, task.due.isoformat() if task.due else None] for task in draft.tasks],
        },
        ensure_ascii=False,
    )


def from_text(text: str) -> Draft | None:
    """None for what cannot be read."""
    try:
        data: dict[str, Any] = json.loads(text)
        return Draft(
            {name: _read(name, value) for name, value in data["fields"].items()},
            {int(person): (Presence(state), note) for person, (state, note) in data["marks"].items()},
            tuple(str(one) for one in data["decisions"]),
            tuple(
                Task(
                    text=words,
                    person=PersonId(person) if person is not None else None,
                    due=date.fromisoformat(due) if due else None,
                )
                for words, person, due in data["tasks"]
            ),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, MeetingKind) else value


def _read(name: str, value: object) -> object:
    if name == "on" and isinstance(value, str):
        return date.fromisoformat(value)
    return MeetingKind(value) if name == "kind" and value is not None else value
