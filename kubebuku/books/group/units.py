"""Businesses: opened, renamed, ended, and gone on with."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, insert, select, update

from kubebuku.books.cash.common import label
from kubebuku.books.group.commands import CloseUnit, OpenUnit, RenameUnit, ReopenUnit
from kubebuku.books.group.refusals import (
    UnitBuiltIn,
    UnitEndedAlready,
    UnitEndsTooEarly,
    UnitHoldsGoods,
    UnitNameTaken,
    UnitStillOpen,
    UnknownUnit,
)
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import LIVESTOCK, STOCK
from kubebuku.domain.names import LONGEST_UNIT_NAME, clean_name, clean_text, name_key
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import balances, struck
from kubebuku.ledger.signed_months import begins_open
from kubebuku.ledger.tables import posting, unit
from kubebuku.ledger.work import Work


def open_unit(work: Work, command: OpenUnit) -> Outcome:
    """A row of kind usaha."""
    name = _free_name(work, command.label)
    begins_open(work, command.opened, "opened")
    icon = clean_text(command.icon or "", most=40) or None
    values = {"label": name, "kind": "usaha", "icon": icon, "opened": command.opened.isoformat()}
    id_ = work.connection.execute(insert(unit).values(values).returning(unit.c.id)).scalar_one()
    return Outcome(Changed.UNITS, said=Sentence(N_("The business {label} has begun."), {"label": name}), made={"unit": id_})


def rename_unit(work: Work, command: RenameUnit) -> Outcome:
    """Also the built-in one may have another name."""
    _found(work, command.unit)
    name = _free_name(work, command.label, command.unit)
    icon = clean_text(command.icon or "", most=40)
    values = {"label": name, **({"icon": icon} if icon else {})}
    work.connection.execute(update(unit).where(unit.c.id == command.unit).values(values))
    return Outcome(Changed.UNITS, said=Sentence(N_("Saved: {name}."), {"name": name}))


def close_unit(work: Work, command: CloseUnit) -> Outcome:
    """Its goods are gone and nothing is written for it later."""
    name, kind, opened, closed = _found(work, command.unit)
    if kind != "usaha":
        raise UnitBuiltIn(name)
    if closed is not None:
        raise UnitEndedAlready(name, closed)
    for account in work.chart.under(STOCK, LIVESTOCK):
        held = balances.of(work.connection, account.code, unit=command.unit)
        if held:
            raise UnitHoldsGoods(name, label(account), held)
    last = work.connection.execute(
        select(func.max(posting.c.date)).where(posting.c.unit == command.unit, posting.c.entry.not_in(struck.ids()))
    ).scalar()
    earliest = max(opened, date.fromisoformat(last)) if last else opened
    if command.on < earliest:
        raise UnitEndsTooEarly(name, command.on, earliest)
    begins_open(work, command.on, "on")
    work.connection.execute(update(unit).where(unit.c.id == command.unit).values(closed=command.on.isoformat()))
    said = Sentence(N_("The business {label} has ended; its books stay."), {"label": name})
    return Outcome(Changed.UNITS, said=said)


def reopen_unit(work: Work, command: ReopenUnit) -> Outcome:
    """The end is taken back."""
    name, _kind, _opened, closed = _found(work, command.unit)
    if closed is None:
        raise UnitStillOpen(name)
    work.connection.execute(update(unit).where(unit.c.id == command.unit).values(closed=None))
    return Outcome(Changed.UNITS, said=Sentence(N_("The business {label} goes on."), {"label": name}))


def _found(work: Work, id_: int) -> tuple[str, str, date, date | None]:
    row = work.connection.execute(select(unit.c.label, unit.c.kind, unit.c.opened, unit.c.closed).where(unit.c.id == id_)).first()
    if row is None:
        raise UnknownUnit(id_)
    return row.label, row.kind, date.fromisoformat(row.opened), date.fromisoformat(row.closed) if row.closed else None


def _free_name(work: Work, text: str, own: int | None = None) -> str:
    name = clean_name(text, field="label", most=LONGEST_UNIT_NAME)
    for id_, other in work.connection.execute(select(unit.c.id, unit.c.label)):
        if id_ != own and name_key(other) == name_key(name):
            raise UnitNameTaken(other)
    return name
