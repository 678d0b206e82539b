"""Cerita: an entry, what it replaced, what replaced it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from sqlalchemy import Connection, Row, select

from kubebuku.books.cash.common import label
from kubebuku.books.catalog import command_from, form_key
from kubebuku.books.mending.queries import Change, EntryStory, FormFor, OpenedForm, Story, StoryLine, Version
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import CLOSING
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import long_date, rupiah
from kubebuku.ledger import closings
from kubebuku.ledger.journal import Written, read_entry
from kubebuku.ledger.tables import act, decision, item, loan, person, unit
from kubebuku.ledger.work import Reading


def entry_story(reading: Reading, query: EntryStory) -> Story:
    """The chain of replacements around an entry, oldest first; raises UnknownEntry."""
    connection = reading.connection
    asked = read_entry(connection, query.entry)
    if asked.reverses is not None:
        asked = read_entry(connection, asked.reverses)
    ids = [asked.id]
    while (before := _replaced(connection, ids[0])) is not None:
        ids.insert(0, read_entry(connection, before).id)
    while (after := _replacing(connection, ids[-1])) is not None:
        ids.append(read_entry(connection, after).id)
    written = [read_entry(connection, id_) for id_ in ids]
    versions = tuple(_version(reading, one) for one in written)
    closed = closings.closed_until(connection)
    in_closed = closed is not None and Month.of(asked.on) <= closed
    mendable = asked.reversed_by is None and asked.kind != CLOSING
    return Story(
        versions,
        tuple(tuple(_changes(old, new)) for old, new in pairwise(versions)),
        ids.index(asked.id),
        may_amend=mendable and not in_closed,
        may_correct=mendable and in_closed,
    )


def _replaced(connection: Connection, id_: int) -> int | None:
    return connection.execute(select(act.c.replaces).where(act.c.entry == id_)).scalar()


def _replacing(connection: Connection, id_: int) -> int | None:
    return connection.execute(select(act.c.entry).where(act.c.replaces == id_).order_by(act.c.entry)).scalar()


def _version(reading: Reading, one: Written) -> Version:
    connection = reading.connection
    mirror = read_entry(connection, one.reversed_by) if one.reversed_by else None
    reason = connection.execute(select(act.c.reason).where(act.c.entry == mirror.id)).scalar() if mirror else None
    decided = connection.execute(select(decision.c.label).where(decision.c.id == one.decision)).scalar() if one.decision else None
    boxes = [line.amount for line in one.postings if reading.chart[line.account].box]
    gross = sum(line.amount for line in one.postings if line.amount > 0)
    return Version(
        entry=one.id,
        number=one.number,
        on=one.on,
        description=one.description,
        nota=one.nota,
        kind=one.kind,
        who=one.who,
        recorded=one.recorded,
        late=max(0, (date.fromisoformat(one.recorded[:10]) - one.on).days),
        decision=decided,
        amount=Rupiah(abs(sum(boxes)) or gross),
        lines=tuple(
            StoryLine(
                line.account,
                label(reading.chart[line.account]),
                line.amount,
                _label(connection.execute(select(unit.c.label).where(unit.c.id == line.unit)).first()),
                _label(connection.execute(select(person.c.name).where(person.c.id == line.person)).first()),
                _label(connection.execute(select(loan.c.label).where(loan.c.id == line.loan)).first()),
                _label(connection.execute(select(item.c.label).where(item.c.id == line.item)).first()),
            )
            for line in one.postings
        ),
        struck_by=mirror.number if mirror else None,
        struck_at=mirror.recorded if mirror else None,
        struck_who=mirror.who if mirror else None,
        why=reason,
    )


def _label(row: Row[str] | None) -> str | None:
    return row[0] if row else None


def _changes(old: Version, new: Version) -> list[Change]:
    pairs = (
        (N_("Date"), long_date(old.on), long_date(new.on)),
        (N_("Description"), old.description, new.description),
        (N_("Amount"), rupiah(old.amount), rupiah(new.amount)),
        (N_("Nota number"), old.nota or "–", new.nota or "–"),
        (N_("Accounts"), _accounts(old), _accounts(new)),
        (N_("Business"), _units(old), _units(new)),
        (N_("Person"), _people(old), _people(new)),
    )
    return [Change(Sentence(what), was, now) for what, was, now in pairs if was != now]


def _accounts(one: Version) -> str:
    return ", ".join(dict.fromkeys(line.label for line in one.lines))


def _units(one: Version) -> str:
    return ", ".join(dict.fromkeys(line.unit for line in one.lines if line.unit)) or "–"


def _people(one: Version) -> str:
    return ", ".join(dict.fromkeys(line.person for line in one.lines if line.person)) or "–"


def form_for(reading: Reading, query: FormFor) -> OpenedForm:
    """The command kept beside the entry, and the form that asks for it."""
    row = reading.connection.execute(select(act.c.command, act.c.data).where(act.c.entry == query.entry)).first()
    command = command_from(row.command, row.data) if row else None
    return OpenedForm(form_key(command) if command else None, command)
