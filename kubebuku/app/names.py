"""The names under which scripts and exports know units and people: the name itself, with a number where two share it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from kubebuku.books.members.tables import member
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.names import clean_name
from kubebuku.domain.text import N_
from kubebuku.ledger.tables import person, unit


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


def read_names(connection: Connection) -> Names:
    """All names of the book. Of two people with one name, members show their number, others their place in the list."""
    numbers = {id_: f"#{number}" for id_, number in connection.execute(select(member.c.person, member.c.number))}
    rows = connection.execute(select(person.c.id, person.c.name).order_by(person.c.id)).all()
    often = Counter(name for _, name in rows)
    people = {id_: name if often[name] == 1 else f"{name} {numbers.get(id_, f'#L{id_}')}" for id_, name in rows}
    doubles = {name: tuple(id_ for id_, other in rows if other == name) for name, times in often.items() if times > 1}
    units = {row.id: row.label for row in connection.execute(select(unit.c.id, unit.c.label))}
    return Names(units, people, doubles)
