"""The group, its businesses, accounts and decisions, and all that wants attention."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from sqlalchemy import func, or_, select

from kubebuku.books import catalog
from kubebuku.books.cash.common import account_of, label
from kubebuku.books.group.queries import (
    AccountBook,
    AccountLine,
    AccountPage,
    AccountRow,
    Accounts,
    AttentionList,
    Choices,
    ClosedUntil,
    DecisionRow,
    Decisions,
    Group,
    GroupChoices,
    GroupFacts,
    UnitRow,
    Units,
)
from kubebuku.books.spec import Attention
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.ledger import balances, closings, settings, struck
from kubebuku.ledger.tables import decision, kube, person, posting, unit
from kubebuku.ledger.work import Reading


def group(reading: Reading, query: Group) -> GroupFacts:
    """One row and the number of members."""
    row = reading.connection.execute(select(kube)).one()
    present = select(func.count()).select_from(person).where(person.c.standing == "member")
    return GroupFacts(
        name=row.name,
        book_id=row.book_id,
        opened=date.fromisoformat(row.opened),
        practice=bool(row.practice),
        members=reading.connection.execute(present).scalar_one(),
        founded=row.founded,
        business=row.business,
        address=row.address,
        neighbourhood=row.neighbourhood,
        village=row.village,
        district=row.district,
        city=row.city,
        province=row.province,
        phone=row.phone,
        decree=row.decree,
        bank_name=row.bank_name,
        bank_account=row.bank_account,
        companion=row.companion,
        village_head=row.village_head,
        village_head_nip=row.village_head_nip,
        icon=row.icon,
    )


def closed_until(reading: Reading, query: ClosedUntil) -> Month | None:
    """Months close in order: all before it are closed too."""
    return closings.closed_until(reading.connection)


def choices(reading: Reading, query: GroupChoices) -> Choices:
    """The settings."""
    return Choices(**asdict(settings.read(reading.connection)))


def units(reading: Reading, query: Units) -> tuple[UnitRow, ...]:
    """In the order they began."""
    wanted = select(unit).order_by(unit.c.kind == "simpan_pinjam", unit.c.opened, unit.c.id)
    if not query.with_closed:
        wanted = wanted.where(or_(unit.c.closed.is_(None), unit.c.closed >= reading.today.isoformat()))
    if not query.with_savings_loan:
        wanted = wanted.where(unit.c.kind == "usaha")
    return tuple(
        UnitRow(
            row.id,
            row.label,
            row.kind,
            row.icon,
            date.fromisoformat(row.opened),
            date.fromisoformat(row.closed) if row.closed else None,
        )
        for row in reading.connection.execute(wanted)
    )


def accounts(reading: Reading, query: Accounts) -> tuple[AccountRow, ...]:
    """The chart in code order."""
    held = balances.by_account(reading.connection, at=query.at)
    used = {code for (code,) in reading.connection.execute(select(posting.c.account).distinct())}
    return tuple(
        AccountRow(
            one.code,
            label(one),
            one.kind.value,
            one.parent,
            Rupiah(held.get(one.code, Rupiah(0)) * one.kind.sign),
            one.box,
            one.closed,
            one.parent is not None,
            one.code in used,
        )
        for one in reading.chart
    )


def account_book(reading: Reading, query: AccountBook) -> AccountPage:
    """Lines of one account, struck pairs left out."""
    account = account_of(reading, query.account)
    first = query.month.first if query.month else None
    last = query.month.last if query.month else None
    opening, lines = balances.register(
        reading.connection, (account.code,), first=first, last=last, person=query.person, unit=query.unit
    )
    out = {row[0] for row in reading.connection.execute(struck.ids())}
    unit_names: dict[int, str] = {row.id: row.label for row in reading.connection.execute(select(unit))}
    names: dict[int, str] = {row.id: row.name for row in reading.connection.execute(select(person))}
    sign = account.kind.sign
    running = opening
    rows = []
    for line in lines:
        if line.id in out:
            continue
        running += line.amount
        rows.append(
            AccountLine(
                line.id,
                line.number,
                date.fromisoformat(line.date),
                line.description,
                Rupiah(line.amount * sign),
                Rupiah(running * sign),
                unit_names.get(line.unit or 0),
                names.get(line.person or 0),
            )
        )
    return AccountPage(account.code, label(account), Rupiah(opening * sign), tuple(rows), Rupiah(running * sign))


def decisions(reading: Reading, query: Decisions) -> tuple[DecisionRow, ...]:
    """Newest first."""
    rows = reading.connection.execute(
        select(decision).where(decision.c.standing == "valid").order_by(decision.c.decided.desc(), decision.c.id.desc())
    )
    return tuple(DecisionRow(row.id, row.label, date.fromisoformat(row.decided)) for row in rows)


def attention_list(reading: Reading, query: AttentionList) -> tuple[Attention, ...]:
    """Each book's lines, in the order of the books."""
    found: list[Attention] = []
    for book in catalog.books():
        for watch in book.attention():
            found.extend(watch(reading))
    return tuple(found)
