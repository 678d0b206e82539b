"""Questions about people and their frozen answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.members.commands import AddMember, ChangeMember
from kubebuku.books.spec import Query
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import Sentence


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member. `age` in full years today; `roles` are offices held today; NIK and No. KK are whole, mask them on paper."""

    person: int
    number: int
    name: str
    sex: str | None
    birth_place: str | None
    birth_date: date | None
    age: int | None
    education: str | None
    occupation: str | None
    address: str | None
    neighbourhood: str | None
    phone: str | None
    marital: str | None
    nik: str | None
    family_card: str | None
    joined: date
    left_on: date | None
    left_reason: str | None
    note: str | None
    roles: tuple[str, ...]

    @property
    def active(self) -> bool:
        """True while a member."""
        return self.left_on is None


@dataclass(frozen=True)
class Members(Query[tuple[MemberRow, ...]]):
    """Members by number; `at` asks who was one on that day, `with_left` adds those who left."""

    at: date | None = None
    with_left: bool = False


@dataclass(frozen=True)
class Member(Query[MemberRow]):
    """One member, present or past; raises UnknownMember."""

    person: int


@dataclass(frozen=True, slots=True)
class OutsiderRow:
    """One who deals with the group without belonging to it."""

    person: int
    name: str
    address: str | None
    phone: str | None
    nik: str | None
    note: str | None


@dataclass(frozen=True)
class Outsiders(Query[tuple[OutsiderRow, ...]]):
    """Outsiders by name."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Anybody who can be chosen in a form. `tag` tells people of one name apart: member number, or address of an outsider."""

    person: int
    name: str
    standing: str
    number: int | None
    tag: str


@dataclass(frozen=True)
class People(Query[tuple[PersonRow, ...]]):
    """Members by number, then outsiders by name; those who left only `with_left`."""

    with_left: bool = False
    members_only: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """An office held: `until` None while it lasts."""

    id: int
    person: int
    name: str
    role: str
    since: date
    until: date | None
    reason: str | None


@dataclass(frozen=True)
class Officers(Query[tuple[Term, ...]]):
    """Offices held on `at` (today if None): ketua, sekretaris, bendahara, then others; `history` gives every term."""

    at: date | None = None
    history: bool = False


@dataclass(frozen=True)
class DoubtsAbout(Query[tuple[Sentence, ...]]):
    """What is unusual about a member as the form has it now, before saving: warnings that a person may set aside.

    Raises the refusals that saving would raise for NIK and No. KK.
    """

    command: AddMember | ChangeMember


@dataclass(frozen=True, slots=True)
class PersonBalance:
    """What is open between the group and a person on one account. `owes`: the person owes it, else it is the person's own."""

    account: str
    label: str
    amount: Rupiah
    owes: bool


@dataclass(frozen=True)
class PersonBalances(Query[tuple[PersonBalance, ...]]):
    """Savings, shares, debts and claims of one person at the end of `at` (now if None), by account; nil ones are left out."""

    person: int
    at: date | None = None


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """An entry that names a person. `amount` is what it added to the person's own or took from a debt, else negative."""

    entry: int
    number: str
    on: date
    description: str
    label: str
    amount: Rupiah


@dataclass(frozen=True)
class PersonEntries(Query[tuple[PersonEntry, ...]]):
    """The newest standing entries that name one person, newest first."""

    person: int
    most: int = 50
