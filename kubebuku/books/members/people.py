"""Writing down members and outsiders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, func, insert, or_, select, update

from kubebuku.books.members import refusals, tables
from kubebuku.books.members.commands import (
    AddMember,
    AddOutsider,
    ChangeMember,
    ChangeOutsider,
    DeletePerson,
    MemberLeaves,
    MemberReturns,
)
from kubebuku.books.members.doubts import doubts
from kubebuku.books.members.tables import member, officer_term, outsider
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import (
    AID_CAPITAL,
    EDUCATION_FUND,
    OFFICERS_FUND,
    OTHER_FUND,
    RESERVE,
    RESULT_SHARED,
    RESULT_UNSHARED,
    SOLIDARITY_FUND,
    Kind,
)
from kubebuku.domain.entries import PersonId
from kubebuku.domain.identity_numbers import IdentityRefused, Nik, read_family_card, read_nik
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import clean_name, clean_text
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import language
from kubebuku.ledger.away import note_time_away
from kubebuku.ledger.records import not_ahead
from kubebuku.ledger.signed_months import begins_open
from kubebuku.ledger.tables import loan, pending, person, posting
from kubebuku.ledger.work import Reading, Work

#: Funds and capital of the whole group: a name on them says who paid, not whose it is.
OF_THE_GROUP = frozenset(
    {SOLIDARITY_FUND, OFFICERS_FUND, EDUCATION_FUND, OTHER_FUND, AID_CAPITAL, RESERVE, RESULT_UNSHARED, RESULT_SHARED}
)


def add_member(work: Work, command: AddMember) -> Outcome:
    """A row beside the person; an outsider who joins keeps the id under which the books know them."""
    name = clean_name(command.full_name, field="full_name")
    values = _member_values(work, command)
    begins_open(work, command.joined, "joined")
    warned = doubts(work, command)
    number = values["number"] = _free_number(work, command.number)
    if command.person is None:
        id_ = _new_person(work, name, "member")
    else:
        id_ = command.person
        standing = work.connection.execute(select(person.c.standing).where(person.c.id == id_)).scalar()
        if standing is None:
            raise refusals.UnknownOutsider(id_)
        if standing != "outsider":
            raise refusals.StillMember(name)
        work.connection.execute(update(person).where(person.c.id == id_).values(name=name, standing="member"))
    work.connection.execute(insert(member).values(person=id_, **values))
    said = Sentence(N_("{name} is member number {number}."), {"name": name, "number": number})
    return Outcome(Changed.PEOPLE, said=said, made={"person": id_}, warned=warned)


def change_member(work: Work, command: ChangeMember) -> Outcome:
    """The row written anew; joining and leaving days keep their order."""
    row = member_row(work, command.person)
    name = clean_name(command.full_name, field="full_name")
    values = _member_values(work, command)
    joined = date.fromisoformat(row.joined)
    if command.joined != joined:  # neither from a closed month away nor into one
        begins_open(work, min(joined, command.joined), "joined")
    warned = doubts(work, command)
    if row.left_on is not None and command.joined > date.fromisoformat(row.left_on):
        raise refusals.LeavesBeforeJoining(name, command.joined, date.fromisoformat(row.left_on))
    values["number"] = _free_number(work, command.number, command.person)
    work.connection.execute(update(person).where(person.c.id == command.person).values(name=name))
    work.connection.execute(update(member).where(member.c.person == command.person).values(**values))
    return Outcome(Changed.PEOPLE, said=Sentence(N_("Saved: {name}."), {"name": name}), warned=warned)


def member_leaves(work: Work, command: MemberLeaves) -> Outcome:
    """Left, with offices ended, once nothing is open."""
    row = member_row(work, command.person)
    if row.left_on is not None:
        raise refusals.AlreadyLeft(row.name, date.fromisoformat(row.left_on))
    reason = clean_text(command.reason, most=200)
    if not reason:
        raise refusals.LeavingReasonMissing
    not_ahead(work, command.on, "on")
    if command.on < date.fromisoformat(row.joined):
        raise refusals.LeavesBeforeJoining(row.name, date.fromisoformat(row.joined), command.on)
    begins_open(work, command.on, "on")
    open_ = open_balances(work, command.person)
    if open_:
        raise refusals.MemberHasBalances(row.name, open_)
    left = command.on.isoformat()
    work.connection.execute(update(member).where(member.c.person == command.person).values(left_on=left, left_reason=reason))
    work.connection.execute(update(person).where(person.c.id == command.person).values(standing="left"))
    held = (officer_term.c.person == command.person, officer_term.c.until.is_(None))
    work.connection.execute(update(officer_term).where(*held).values(until=func.max(officer_term.c.since, left), reason=reason))
    return Outcome(Changed.PEOPLE, said=Sentence(N_("{name} has left the group."), {"name": row.name}))


def member_returns(work: Work, command: MemberReturns) -> Outcome:
    """A member again since the first joining; the time in between is remembered, for no dues are asked of it."""
    row = member_row(work, command.person)
    if row.left_on is None:
        raise refusals.StillMember(row.name)
    not_ahead(work, command.on, "on")
    if command.on < date.fromisoformat(row.left_on):
        raise refusals.LeavesBeforeJoining(row.name, command.on, date.fromisoformat(row.left_on))
    begins_open(work, command.on, "on")
    note_time_away(work.connection, command.person, date.fromisoformat(row.left_on), command.on)
    work.connection.execute(update(member).where(member.c.person == command.person).values(left_on=None, left_reason=None))
    work.connection.execute(update(person).where(person.c.id == command.person).values(standing="member"))
    said = Sentence(N_("{name} is a member again, number {number}."), {"name": row.name, "number": row.number})
    return Outcome(Changed.PEOPLE, said=said)


def add_outsider(work: Work, command: AddOutsider) -> Outcome:
    """A person of standing outsider."""
    name = clean_name(command.full_name, field="full_name")
    values = _outsider_values(command)
    id_ = _new_person(work, name, "outsider")
    work.connection.execute(insert(outsider).values(person=id_, **values))
    return Outcome(Changed.PEOPLE, said=Sentence(N_("Saved: {name}."), {"name": name}), made={"person": id_})


def change_outsider(work: Work, command: ChangeOutsider) -> Outcome:
    """The row written anew; one that the command line made without a row gets it now."""
    standing = work.connection.execute(select(person.c.standing).where(person.c.id == command.person)).scalar()
    if standing != "outsider":
        raise refusals.UnknownOutsider(command.person)
    name = clean_name(command.full_name, field="full_name")
    values = _outsider_values(command)
    work.connection.execute(delete(outsider).where(outsider.c.person == command.person))
    work.connection.execute(insert(outsider).values(person=command.person, **values))
    work.connection.execute(update(person).where(person.c.id == command.person).values(name=name))
    return Outcome(Changed.PEOPLE, said=Sentence(N_("Saved: {name}."), {"name": name}))


def delete_person(work: Work, command: DeletePerson) -> Outcome:
    """Only where no row of any book names the person."""
    name = work.connection.execute(select(person.c.name).where(person.c.id == command.person)).scalar()
    if name is None:
        raise refusals.UnknownMember(command.person)
    named_in = (
        select(posting.c.entry).where(posting.c.person == command.person),
        select(loan.c.id).where(loan.c.person == command.person),
        select(officer_term.c.id).where(officer_term.c.person == command.person),
        select(tables.aid.c.giver).where(tables.aid.c.giver == command.person),
        select(tables.equipment.c.keeper).where(tables.equipment.c.keeper == command.person),
        select(tables.activity.c.person).where(tables.activity.c.person == command.person),
        select(tables.attendance.c.person).where(tables.attendance.c.person == command.person),
        select(tables.meeting.c.chair).where(
            or_(tables.meeting.c.chair == command.person, tables.meeting.c.minutes_by == command.person)
        ),
        select(tables.follow_up.c.person).where(tables.follow_up.c.person == command.person),
        select(tables.attachment.c.owner_id).where(
            tables.attachment.c.owner == "person", tables.attachment.c.owner_id == command.person
        ),
        select(pending.c.id).where(
            pending.c.settled.is_(None),
            or_(
                func.json_extract(pending.c.data, "$.person") == command.person,
                func.json_extract(pending.c.data, "$.customer") == command.person,
                func.json_extract(pending.c.data, "$.supplier") == command.person,
            ),
        ),
    )
    if any(work.connection.execute(asked.limit(1)).first() is not None for asked in named_in):
        raise refusals.PersonInBooks(name)
    work.connection.execute(delete(member).where(member.c.person == command.person))
    work.connection.execute(delete(outsider).where(outsider.c.person == command.person))
    work.connection.execute(delete(person).where(person.c.id == command.person))
    return Outcome(Changed.PEOPLE, said=Sentence(N_("Deleted: {name}."), {"name": name}))


# ---- asked by several


@dataclass(frozen=True, slots=True)
class MemberFound:
    """A member's name, number, and days as ISO text."""

    name: str
    number: int
    joined: str
    left_on: str | None


def member_row(reading: Reading, id_: PersonId) -> MemberFound:
    """The member of that id; raises UnknownMember."""
    row = reading.connection.execute(
        select(person.c.name, member.c.number, member.c.joined, member.c.left_on)
        .join(member, member.c.person == person.c.id)
        .where(person.c.id == id_)
    ).first()
    if row is None:
        raise refusals.UnknownMember(id_)
    return MemberFound(row[0], row[1], row[2], row[3])


def open_balances(reading: Reading, id_: PersonId) -> list[tuple[str, Rupiah]]:
    """What is open between the group and a person, by account, each as a positive amount."""
    total = func.sum(posting.c.amount)
    rows = reading.connection.execute(
        select(posting.c.account, total).where(posting.c.person == id_).group_by(posting.c.account).having(total != 0)
    )
    return [
        (reading.chart[code].label(language()), Rupiah(abs(int(amount))))
        for code, amount in rows
        if reading.chart[code].base not in OF_THE_GROUP and reading.chart[code].kind in (Kind.ASSET, Kind.LIABILITY, Kind.EQUITY)
    ]


def _new_person(work: Work, name: str, standing: str) -> int:
    return work.connection.execute(insert(person).values(name=name, standing=standing).returning(person.c.id)).scalar_one()


def _free_number(work: Work, number: int | None, own: int | None = None) -> int:
    if number is None:
        return int(work.connection.execute(select(func.coalesce(func.max(member.c.number), 0))).scalar_one()) + 1
    if number < 1:
        raise refusals.MemberNumberWrong(number)
    holder = work.connection.execute(
        select(person.c.name)
        .join(member, member.c.person == person.c.id)
        .where(member.c.number == number, member.c.person != (own or 0))
    ).scalar()
    if holder is not None:
        raise refusals.MemberNumberTaken(number, holder)
    return number


def identity(command: AddMember | ChangeMember | AddOutsider | ChangeOutsider) -> tuple[Nik | None, str | None]:
    """NIK and digits of No. KK, None where empty; raises a subclass of IdentityRefused with its field named."""
    nik = None
    field = "nik"
    try:
        if (command.nik or "").strip():
            nik = read_nik(command.nik or "")
        field = "family_card"
        card = command.family_card if isinstance(command, AddMember | ChangeMember) else None
        return nik, read_family_card(card, nik=nik).digits if (card or "").strip() and card else None
    except IdentityRefused as refused:
        refused.field = field
        raise


def _member_values(work: Work, command: AddMember | ChangeMember) -> dict[str, object]:
    nik, card = identity(command)
    own = command.person or 0
    if nik is not None:
        holder = work.connection.execute(
            select(person.c.name, member.c.number)
            .join(member, member.c.person == person.c.id)
            .where(member.c.nik == nik.digits, member.c.person != own)
        ).first()
        if holder is not None:
            raise refusals.NikTaken(holder[0], holder[1])
    if command.sex not in (None, "L", "P"):
        raise refusals.SexUnknown(command.sex)
    not_ahead(work, command.joined, "joined")
    if command.birth_date is not None and command.birth_date >= command.joined:
        raise refusals.BornTooLate(command.birth_date, command.joined)
    return {
        "sex": command.sex,
        "birth_place": _text(command.birth_place, "birth_place"),
        "birth_date": command.birth_date.isoformat() if command.birth_date else None,
        "education": _text(command.education, "education"),
        "occupation": _text(command.occupation, "occupation"),
        "address": _text(command.address, "address", 200),
        "neighbourhood": _text(command.neighbourhood, "neighbourhood"),
        "phone": _text(command.phone, "phone", 60),
        "marital": _text(command.marital, "marital", 60),
        "nik": nik.digits if nik else None,
        "family_card": card,
        "joined": command.joined.isoformat(),
        "note": _text(command.note, "note", 500),
    }


def _outsider_values(command: AddOutsider | ChangeOutsider) -> dict[str, str | None]:
    nik, _ = identity(command)
    return {
        "address": _text(command.address, "address", 200),
        "phone": _text(command.phone, "phone", 60),
        "nik": nik.digits if nik else None,
        "note": _text(command.note, "note", 500),
    }


def _text(text: str | None, field: str, most: int = 120) -> str | None:
    return clean_text(text or "", most=most, field=field) or None
