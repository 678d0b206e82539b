"""The book of officers and members as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_PEOPLE = "kubebuku.books.members.people"
_OFFICERS = "kubebuku.books.members.officers"
_READING = "kubebuku.books.members.reading"

MEMBERS = BookSpec(
    name="members",
    title=N_("Officers and members"),
    commands={
        "commands.AddMember": f"{_PEOPLE}:add_member",
        "commands.ChangeMember": f"{_PEOPLE}:change_member",
        "commands.MemberLeaves": f"{_PEOPLE}:member_leaves",
        "commands.MemberReturns": f"{_PEOPLE}:member_returns",
        "commands.AddOutsider": f"{_PEOPLE}:add_outsider",
        "commands.ChangeOutsider": f"{_PEOPLE}:change_outsider",
        "commands.DeletePerson": f"{_PEOPLE}:delete_person",
        "commands.AppointOfficer": f"{_OFFICERS}:appoint",
        "commands.EndTerm": f"{_OFFICERS}:end_term",
    },
    queries={
        "queries.Members": f"{_READING}:members",
        "queries.Member": f"{_READING}:one_member",
        "queries.Outsiders": f"{_READING}:outsiders",
        "queries.People": f"{_READING}:people",
        "queries.Officers": f"{_READING}:officers",
        "queries.DoubtsAbout": f"{_READING}:doubts_about",
        "queries.PersonBalances": "kubebuku.books.members.standing:person_balances",
        "queries.PersonEntries": "kubebuku.books.members.standing:person_entries",
    },
    attention=(f"{_READING}:size_of_group", f"{_READING}:offices_empty"),
    forms=("kubebuku.books.members.forms:FORMS",),
    rows="kubebuku.books.members.read_out:rows",
)
