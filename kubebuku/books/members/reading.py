"""Answers about people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Row, func, or_, select

from kubebuku.books import places
from kubebuku.books.members.doubts import doubts
from kubebuku.books.members.officers import role_label
from kubebuku.books.members.people import identity
from kubebuku.books.members.queries import (
    DoubtsAbout,
    Member,
    MemberRow,
    Members,
    Officers,
    OutsiderRow,
    Outsiders,
    People,
    PersonRow,
    Term,
)
from kubebuku.books.members.refusals import UnknownMember
from kubebuku.books.members.rules import FEWEST_MEMBERS, MOST_MEMBERS, SINGLE_ROLES, age_on, role_order
from kubebuku.books.members.tables import member, officer_term, outsider
from kubebuku.books.spec import Attention
from kubebuku.domain.names import name_order
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import _
from kubebuku.ledger.tables import person
from kubebuku.ledger.work import Reading


def members(reading: Reading, query: Members) -> tuple[MemberRow, ...]:
    """By number."""
    wanted = select(member, person.c.name).join(person, person.c.id == member.c.person).order_by(member.c.number)
    if query.at is not None:
        day = query.at.isoformat()
        wanted = wanted.where(member.c.joined <= day, or_(member.c.left_on.is_(None), member.c.left_on > day))
    elif not query.with_left:
        wanted = wanted.where(member.c.left_on.is_(None))
    return _members(reading, reading.connection.execute(wanted), query.at or reading.today)


def one_member(reading: Reading, query: Member) -> MemberRow:
    """One member, whether present or past."""
    wanted = select(member, person.c.name).join(person, person.c.id == member.c.person).where(member.c.person == query.person)
    found = _members(reading, reading.connection.execute(wanted), reading.today)
    if not found:
        raise UnknownMember(query.person)
    return found[0]


def _members(reading: Reading, rows: Iterable[Row[*tuple[Any, ...]]], at: date) -> tuple[MemberRow, ...]:
    held: dict[int, list[str]] = {}
    for term in officers(reading, Officers(at)):
        held.setdefault(term.person, []).append(role_label(term.role))
    return tuple(
        MemberRow(
            person=row.person,
            number=row.number,
            name=row.name,
            sex=row.sex,
            birth_place=row.birth_place,
            birth_date=_day(row.birth_date),
            age=age_on(date.fromisoformat(row.birth_date), at) if row.birth_date else None,
            education=row.education,
            occupation=row.occupation,
            address=row.address,
            neighbourhood=row.neighbourhood,
            phone=row.phone,
            marital=row.marital,
            nik=row.nik,
            family_card=row.family_card,
            joined=date.fromisoformat(row.joined),
            left_on=_day(row.left_on),
            left_reason=row.left_reason,
            note=row.note,
            roles=tuple(held.get(row.person, ())),
        )
        for row in rows
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def outsiders(reading: Reading, query: Outsiders) -> tuple[OutsiderRow, ...]:
    """By name."""
    rows = reading.connection.execute(
        select(person.c.id, person.c.name, outsider.c.address, outsider.c.phone, outsider.c.nik, outsider.c.note)
        .outerjoin(outsider, outsider.c.person == person.c.id)
        .where(person.c.standing == "outsider")
    )
    found = (OutsiderRow(*row) for row in rows)
    return tuple(sorted(found, key=lambda row: (name_order(row.name), row.person)))


def people(reading: Reading, query: People) -> tuple[PersonRow, ...]:
    """Everybody who can be chosen, each with what tells them apart."""
    rows = reading.connection.execute(
        select(person.c.id, person.c.name, person.c.standing, member.c.number, member.c.neighbourhood, outsider.c.address)
        .outerjoin(member, member.c.person == person.c.id)
        .outerjoin(outsider, outsider.c.person == person.c.id)
    )
    found = []
    for id_, name, standing, number, neighbourhood, address in rows:
        if (standing == "left" and not query.with_left) or (standing == "outsider" and query.members_only):
            continue
        number_tag = _("no. {number}").format(number=number) if number else ""
        tag = ", ".join(part for part in (number_tag, neighbourhood if number else address) if part)
        found.append(PersonRow(id_, name, standing, number, tag))
    return tuple(sorted(found, key=lambda row: (row.number is None, row.number or 0, name_order(row.name), row.person)))


def officers(reading: Reading, query: Officers) -> tuple[Term, ...]:
    """In the order of signing; the whole history newest first within an office."""
    wanted = select(officer_term, person.c.name).join(person, person.c.id == officer_term.c.person)
    if not query.history:
        day = (query.at or reading.today).isoformat()
        wanted = wanted.where(officer_term.c.since <= day, or_(officer_term.c.until.is_(None), officer_term.c.until >= day))
    rows = reading.connection.execute(wanted.order_by(officer_term.c.since.desc(), officer_term.c.id.desc()))
    found = [
        Term(row.id, row.person, row.name, row.role, date.fromisoformat(row.since), _day(row.until), row.reason) for row in rows
    ]
    return tuple(sorted(found, key=lambda term: role_order(term.role)))


def doubts_about(reading: Reading, query: DoubtsAbout) -> tuple[Sentence, ...]:
    """Warnings before saving."""
    identity(query.command)
    return doubts(reading, query.command)


# ---- attention


def size_of_group(reading: Reading) -> Iterable[Attention]:
    """Fewer than ten or more than thirty-three members, once there are any."""
    present = reading.connection.execute(select(func.count()).select_from(member).where(member.c.left_on.is_(None))).scalar_one()
    values = {"number": present, "least": FEWEST_MEMBERS, "most": MOST_MEMBERS}
    if 0 < present < FEWEST_MEMBERS or present > MOST_MEMBERS:
        title = Sentence(N_("The group has {number} members"), values)
        yield Attention("size", title, Sentence(N_("Usual are {least} to {most}."), values), "anggota", places.People())


def offices_empty(reading: Reading) -> Iterable[Attention]:
    """Nobody signs as chair, secretary or treasurer."""
    held = {term.role for term in officers(reading, Officers())}
    present = reading.connection.execute(select(func.count()).select_from(member)).scalar_one()
    empty = [role_label(role) for role in SINGLE_ROLES if role not in held]
    if empty and present:
        detail = Sentence(N_("Still empty: {roles}."), {"roles": empty})
        yield Attention("officers", Sentence(N_("An office is empty")), detail, "anggota", places.People())
