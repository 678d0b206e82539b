"""Fines for coming late or not at all: paid, forgiven, still to be paid."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, insert, select, update

from kubebuku.books.meetings.attending import paid_fines
from kubebuku.books.meetings.commands import FineTo, TakeFine, WaiveFine
from kubebuku.books.meetings.finding import find_meeting
from kubebuku.books.meetings.queries import FineRow, UnpaidFines
from kubebuku.books.meetings.refusals import FineTooMuch, NoFineOpen
from kubebuku.books.meetings.rule_keeping import in_force, usual_box
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.meetings.tables import attendance, meeting, meeting_fine
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import FINE, SOLIDARITY_FUND
from kubebuku.domain.entries import Draft, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.demands import need_amount, need_box, need_person
from kubebuku.ledger.records import need_reason
from kubebuku.ledger.said import saved_in
from kubebuku.ledger.tables import person, posting
from kubebuku.ledger.work import Reading, Work


def take_fine(work: Work, command: TakeFine) -> Outcome:
    """Income (4103) or solidarity fund (2120), as the group's rules say; the oldest fines are paid first."""
    amount = need_amount(command.amount)
    name = need_person(work.connection, command.person)
    if command.meeting is not None:
        find_meeting(work, command.meeting)
    unpaid = [
        row
        for row in unpaid_fines(work, UnpaidFines(command.person))
        if row.on <= command.on and command.meeting in (None, row.meeting)
    ]
    owed = Rupiah(sum(row.rest for row in unpaid))
    if not owed:
        raise NoFineOpen(name)
    if amount > owed:
        raise FineTooMuch(name, amount, owed)
    rules = in_force(work.connection)
    box = need_box(work.chart, command.box or usual_box(work.connection, rules.fine_to))
    account = SOLIDARITY_FUND if rules.fine_to is FineTo.SOLIDARITY else FINE
    postings = (debit(box, amount), credit(account, amount, person=command.person))
    posted = work.journal.post(Draft(command.on, command.description, "fine", postings, nota=command.nota))
    rest = amount
    for row in unpaid:
        part = Rupiah(min(rest, row.rest))
        if part:
            values = {"entry": posted.id, "meeting": row.meeting, "person": command.person, "amount": int(part)}
            work.connection.execute(insert(meeting_fine).values(values))
        rest = Rupiah(rest - part)
    said = saved_in(work, command.description, amount, box)
    return Outcome(Changed.ENTRIES | Changed.MEETINGS, posted.id, posted.number, said)


def waive_fine(work: Work, command: WaiveFine) -> Outcome:
    """The fine becomes what was paid of it, with the reason beside it."""
    name = need_person(work.connection, command.person)
    reason = need_reason(command.reason)
    found = [row for row in unpaid_fines(work, UnpaidFines(command.person)) if row.meeting == command.meeting]
    if not found:
        raise NoFineOpen(name)
    here = (attendance.c.meeting == command.meeting, attendance.c.person == command.person)
    work.connection.execute(update(attendance).where(*here).values(fine=int(found[0].paid), waived=reason))
    said = Sentence(N_("Forgiven: {amount} of {name}."), {"amount": found[0].rest, "name": name})
    return Outcome(Changed.MEETINGS, said=said)


def unpaid_fines(reading: Reading, query: UnpaidFines) -> tuple[FineRow, ...]:
    """Oldest meeting first."""
    connection = reading.connection
    wanted = (
        select(meeting.c.id, meeting.c.on_date, attendance.c.person, person.c.name, attendance.c.state, attendance.c.fine)
        .join(attendance, attendance.c.meeting == meeting.c.id)
        .join(person, person.c.id == attendance.c.person)
        .where(attendance.c.fine > 0, meeting.c.standing == "held")
        .order_by(meeting.c.on_date, meeting.c.id, attendance.c.person)
    )
    if query.person is not None:
        wanted = wanted.where(attendance.c.person == query.person)
    paid = paid_fines(connection)
    nothing = Rupiah(0)
    return tuple(
        FineRow(id_, date.fromisoformat(on), who, name, Presence(state), Rupiah(fine), given)
        for id_, on, who, name, state, fine in connection.execute(wanted)
        if (given := paid.get((id_, who), nothing)) < fine
    )


def fines_tie(reading: Reading) -> Iterable[Sentence]:
    """No fine is paid above what was laid on, and what an entry says it paid is what it posted."""
    connection = reading.connection
    laid_on = {(row.meeting, row.person): row.fine for row in connection.execute(select(attendance))}
    for key, amount in paid_fines(connection).items():
        if amount > laid_on[key]:
            values = {"paid": amount, "fine": Rupiah(laid_on[key]), "day": find_meeting(reading, key[0]).on}
            yield Sentence(N_("{paid} was paid for a fine of {fine}, meeting of {day}."), values)
    fined = [one.code for one in reading.chart.under(FINE, SOLIDARITY_FUND)]
    said = select(meeting_fine.c.entry, func.sum(meeting_fine.c.amount)).group_by(meeting_fine.c.entry)
    posted = (
        select(posting.c.entry, func.sum(posting.c.amount))
        .where(posting.c.account.in_(fined), posting.c.person.is_not(None), posting.c.loan.is_(None), posting.c.amount < 0)
        .where(posting.c.entry.in_(select(meeting_fine.c.entry)))
        .group_by(posting.c.entry)
    )
    credited = {id_: -int(amount) for id_, amount in connection.execute(posted)}
    for entry, told in connection.execute(said):
        if credited.get(entry) != told:
            yield Sentence(N_("Entry {entry} paid other fines than it says."), {"entry": str(entry)})
