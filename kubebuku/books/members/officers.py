"""Who holds which office."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import insert, or_, select, update

from kubebuku.books.members import refusals
from kubebuku.books.members.commands import AppointOfficer, EndTerm
from kubebuku.books.members.people import member_row
from kubebuku.books.members.rules import SINGLE_ROLES
from kubebuku.books.members.tables import officer_term
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.names import clean_text
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import _
from kubebuku.ledger.records import not_ahead
from kubebuku.ledger.signed_months import begins_open
from kubebuku.ledger.tables import person
from kubebuku.ledger.work import Work

#: The three offices of every Kube as people say them.
ROLE_NAMES = {"ketua": N_("Chair"), "sekretaris": N_("Secretary"), "bendahara": N_("Treasurer")}


def role_label(role: str) -> str:
    """The office in the reader's language; others are as the group wrote them."""
    return _(ROLE_NAMES[role]) if role in ROLE_NAMES else role


def appoint(work: Work, command: AppointOfficer) -> Outcome:
    """A term begins."""
    row = member_row(work, command.person)
    if row.left_on is not None:
        raise refusals.AlreadyLeft(row.name, date.fromisoformat(row.left_on))
    role = clean_text(command.role, most=60, field="role")
    if not role:
        raise refusals.RoleMissing
    role = role.casefold() if role.casefold() in SINGLE_ROLES else role
    not_ahead(work, command.since, "since")
    begins_open(work, command.since, "since")
    since = command.since.isoformat()
    if role in SINGLE_ROLES:
        _make_room(work, role, command)
    values = {"person": command.person, "role": role, "since": since}
    term = work.connection.execute(insert(officer_term).values(values).returning(officer_term.c.id)).scalar_one()
    said = Sentence(
        N_("{name} holds the office from {since}: {role}."), {"name": row.name, "since": command.since, "role": role_label(role)}
    )
    return Outcome(Changed.PEOPLE, said=said, made={"term": term})


def _make_room(work: Work, role: str, command: AppointOfficer) -> None:
    lasting = or_(officer_term.c.until.is_(None), officer_term.c.until >= command.since.isoformat())
    present = work.connection.execute(
        select(officer_term.c.id, officer_term.c.since, person.c.name)
        .join(person, person.c.id == officer_term.c.person)
        .where(officer_term.c.role == role, lasting)
    ).first()
    if present is None:
        return
    before = command.since - timedelta(days=1)
    if not command.in_place_of_present:
        raise refusals.RoleHeld(role_label(role), present.name, date.fromisoformat(present.since))
    if before.isoformat() < present.since:
        raise refusals.TermEndsBeforeStart(date.fromisoformat(present.since), before)
    work.connection.execute(update(officer_term).where(officer_term.c.id == present.id).values(until=before.isoformat()))


def end_term(work: Work, command: EndTerm) -> Outcome:
    """A term ends."""
    row = work.connection.execute(
        select(officer_term.c.since, officer_term.c.role, person.c.name)
        .join(person, person.c.id == officer_term.c.person)
        .where(officer_term.c.id == command.term, officer_term.c.until.is_(None))
    ).first()
    if row is None:
        raise refusals.UnknownTerm(command.term)
    not_ahead(work, command.until, "until")
    begins_open(work, command.until, "until")
    if command.until.isoformat() < row.since:
        raise refusals.TermEndsBeforeStart(date.fromisoformat(row.since), command.until)
    work.connection.execute(
        update(officer_term)
        .where(officer_term.c.id == command.term)
        .values(until=command.until.isoformat(), reason=clean_text(command.reason or "", most=200) or None)
    )
    values = {"name": row.name, "role": role_label(row.role), "until": command.until}
    return Outcome(Changed.PEOPLE, said=Sentence(N_("{name} held the office until {until}: {role}."), values))
