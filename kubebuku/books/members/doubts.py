"""What is unusual about a member and is kept all the same: each a sentence, never a refusal."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select

from kubebuku.books.members.commands import AddMember, ChangeMember
from kubebuku.books.members.rules import MOST_MEMBERS, USUAL_AGES, age_on
from kubebuku.books.members.tables import member
from kubebuku.domain.identity_numbers import read_family_card, read_nik
from kubebuku.domain.names import disguised, name_key
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.tables import person
from kubebuku.ledger.work import Reading


def doubts(reading: Reading, command: AddMember | ChangeMember) -> tuple[Sentence, ...]:
    """Every warning about the member as written; raises a subclass of IdentityRefused for an impossible NIK or No. KK."""
    return (*_name(reading, command), *_numbers(reading, command), *_fits(reading, command))


def _name(reading: Reading, command: AddMember | ChangeMember) -> Iterator[Sentence]:
    key = name_key(command.full_name)
    rows = reading.connection.execute(
        select(person.c.id, person.c.name, member.c.number)
        .join(member, member.c.person == person.c.id)
        .where(person.c.id != (command.person or 0))
        .order_by(member.c.number)
    )
    for _, name, number in rows:
        if name_key(name) == key:
            values = {"name": name, "number": number}
            yield Sentence(N_("There is already a {name}, number {number}; the numbers tell them apart."), values)
    foreign = disguised(command.full_name)
    if foreign:
        yield Sentence(
            N_("The name has letters of another script that look like ours: {letters}."), {"letters": " ".join(foreign)}
        )


def _numbers(reading: Reading, command: AddMember | ChangeMember) -> Iterator[Sentence]:
    nik = read_nik(command.nik) if command.nik and command.nik.strip() else None
    card = read_family_card(command.family_card, nik=nik) if command.family_card and command.family_card.strip() else None
    if nik is not None:
        woman = None if command.sex is None else command.sex == "P"
        for doubt in nik.doubts(today=reading.today, born=command.birth_date, woman=woman):
            yield doubt.sentence
    if card is not None:
        rows = reading.connection.execute(
            select(person.c.name, member.c.number)
            .join(member, member.c.person == person.c.id)
            .where(member.c.family_card == card.digits, member.c.left_on.is_(None), person.c.id != (command.person or 0))
            .order_by(member.c.number)
        )
        for name, number in rows:
            values = {"name": name, "number": number}
            yield Sentence(
                N_("{name}, number {number}, has the same family card; usually one member comes from a family."), values
            )


def _fits(reading: Reading, command: AddMember | ChangeMember) -> Iterator[Sentence]:
    if command.birth_date is not None:
        age = age_on(command.birth_date, reading.today)
        if age not in USUAL_AGES:
            values = {"age": age, "least": USUAL_AGES.start, "most": USUAL_AGES.stop - 1}
            yield Sentence(N_("Age {age}: members are usually {least} to {most} years old."), values)
    if isinstance(command, AddMember):
        present = reading.connection.execute(
            select(func.count()).select_from(member).where(member.c.left_on.is_(None))
        ).scalar_one()
        if present + 1 > MOST_MEMBERS:
            values = {"number": present + 1, "most": MOST_MEMBERS}
            yield Sentence(N_("The group now has {number} members; usual are at most {most}."), values)
