"""The names under which scripts and exports know units and people: the name itself, with a number where two share it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.names import clean_name
from kubebuku.domain.text import N_


class NameUnknown(RuleBroken):
    """Nobody and nothing of that name."""

    wrong = N_("There is no {written} in this book.")
    remedy = N_("Write the name as it stands in the book, or add it first.")

    written: str
    field: str


class NameAmbiguous(RuleBroken):
    """Two people have this name; a name alone never finds one of them."""

    wrong = N_("{written} is the name of several people.")
    remedy = N_("Write which one: {choices}.")
    field = "person"

    written: str
    choices: list[str]

    def __post_init__(self) -> None:
        self.said = {"choices": ", ".join(self.choices)}


@dataclass(frozen=True, slots=True)
class Names:
    """Units and people by id. Each name finds its owner again through `person_id` and `unit_id`."""

    units: Mapping[int, str]
    people: Mapping[int, str]
    #: the ids behind a name that several people have
    doubles: Mapping[str, tuple[int, ...]]

    def unit_id(self, name: str) -> int:
        """The unit of that name; raises NameUnknown."""
        wanted = _clean(name)
        for id_, label in self.units.items():
            if label == wanted:
                return id_
        raise NameUnknown(name, "unit")

    def person_id(self, name: str) -> int:
        """The person of that name, or of ``Name #3`` where several have it; raises NameUnknown or NameAmbiguous."""
        wanted = _clean(name)
        if wanted in self.doubles:
            raise NameAmbiguous(wanted, [self.people[id_] for id_ in self.doubles[wanted]])
        found = [id_ for id_, shown in self.people.items() if shown == wanted]
        if not found:
            raise NameUnknown(name, "person")
        return found[0]


def _clean(name: str) -> str:
    try:
        return clean_name(name)
    except RuleBroken:
        return name


def read_names(raw: sqlite3.Connection) -> Names:
    """All names of the book. Of two people with one name, members show their number, others their place in the list."""
    numbers = {id_: f"#{number}" for id_, number in raw.execute("SELECT person, number FROM member")}
    rows = raw.execute("SELECT id, name FROM person ORDER BY id").fetchall()
    often = Counter(name for _, name in rows)
    people = {id_: name if often[name] == 1 else f"{name} {numbers.get(id_, f'#L{id_}')}" for id_, name in rows}
    doubles = {name: tuple(id_ for id_, other in rows if other == name) for name, times in often.items() if times > 1}
    return Names(dict(raw.execute("SELECT id, label FROM unit")), people, doubles)
