"""What is written down about people. A person who stands in the books is never deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kubebuku.books.spec import Command
from kubebuku.domain.entries import PersonId


@dataclass(frozen=True, kw_only=True)
class AddMember(Command):
    """A new member, or an outsider (`person`) who joins. `number` None takes the next free one; `sex` is "L" or "P"."""

    name: ClassVar[str] = "members.add"
    full_name: str
    joined: date
    number: int | None = None
    sex: str | None = None
    birth_place: str | None = None
    birth_date: date | None = None
    education: str | None = None
    occupation: str | None = None
    address: str | None = None
    neighbourhood: str | None = None
    phone: str | None = None
    marital: str | None = None
    nik: str | None = None
    family_card: str | None = None
    note: str | None = None
    person: PersonId | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeMember(Command):
    """Everything about a member written anew: what is not given is empty from then on."""

    name: ClassVar[str] = "members.change"
    person: PersonId
    full_name: str
    joined: date
    number: int
    sex: str | None = None
    birth_place: str | None = None
    birth_date: date | None = None
    education: str | None = None
    occupation: str | None = None
    address: str | None = None
    neighbourhood: str | None = None
    phone: str | None = None
    marital: str | None = None
    nik: str | None = None
    family_card: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class MemberLeaves(Command):
    """A member stops; offices held end on the same day. Refused while anything is open between the group and the member."""

    name: ClassVar[str] = "members.leaves"
    person: PersonId
    on: date
    reason: str


@dataclass(frozen=True, kw_only=True)
class MemberReturns(Command):
    """One who had left is a member again, with the old number."""

    name: ClassVar[str] = "members.returns"
    person: PersonId
    on: date


@dataclass(frozen=True, kw_only=True)
class AddOutsider(Command):
    """A customer, supplier, borrower or giver who does not belong to the group."""

    name: ClassVar[str] = "members.add_outsider"
    full_name: str
    address: str | None = None
    phone: str | None = None
    nik: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeOutsider(Command):
    """Everything about an outsider written anew."""

    name: ClassVar[str] = "members.change_outsider"
    person: PersonId
    full_name: str
    address: str | None = None
    phone: str | None = None
    nik: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class DeletePerson(Command):
    """Only for one who was added by mistake and never appeared in the books."""

    name: ClassVar[str] = "members.delete"
    person: PersonId


@dataclass(frozen=True, kw_only=True)
class AppointOfficer(Command):
    """A member takes an office: "ketua", "sekretaris", "bendahara", or any other name.

    Of the first three there is one at a time; `in_place_of_present` ends the present term on the day before `since`.
    """

    name: ClassVar[str] = "members.appoint"
    person: PersonId
    role: str
    since: date
    in_place_of_present: bool = False


@dataclass(frozen=True, kw_only=True)
class EndTerm(Command):
    """An office ends; `until` is its last day."""

    name: ClassVar[str] = "members.end_term"
    term: int
    until: date
    reason: str | None = None
