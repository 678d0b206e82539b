"""Rows about people, one to one beside the ledger's person."""

from __future__ import annotations

from sqlalchemy import Named, Table, TypedColumns, column, table

from kubebuku.ledger.tables import metadata


class MemberColumns(TypedColumns):
    """The columns of the members' book (domain.md 2.7) with NIK and No. KK. Dates are ISO text."""

    person: Named[int]
    number: Named[int]
    sex: Named[str | None]
    birth_place: Named[str | None]
    birth_date: Named[str | None]
    education: Named[str | None]
    occupation: Named[str | None]
    address: Named[str | None]
    neighbourhood: Named[str | None]
    phone: Named[str | None]
    marital: Named[str | None]
    nik: Named[str | None]
    family_card: Named[str | None]
    joined: Named[str]
    left_on: Named[str | None]
    left_reason: Named[str | None]
    note: Named[str | None]


class OutsiderColumns(TypedColumns):
    """Those who deal with the group without belonging to it."""

    person: Named[int]
    address: Named[str | None]
    phone: Named[str | None]
    nik: Named[str | None]
    note: Named[str | None]


class OfficerTermColumns(TypedColumns):
    """Who held which office from when to when."""

    id: Named[int]
    person: Named[int]
    role: Named[str]
    since: Named[str]
    until: Named[str | None]
    reason: Named[str | None]


member = Table("member", metadata, MemberColumns)
outsider = Table("outsider", metadata, OutsiderColumns)
officer_term = Table("officer_term", metadata, OfficerTermColumns)

#: Rows of other books that name a person.
aid = table("aid", column("giver"))
equipment = table("equipment", column("keeper"))
activity = table("activity", column("person"))
attendance = table("attendance", column("person"))
meeting = table("meeting", column("chair"), column("minutes_by"))
follow_up = table("follow_up", column("person"))
attachment = table("attachment", column("owner"), column("owner_id"))
