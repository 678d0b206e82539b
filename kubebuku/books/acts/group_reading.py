"""The group, its businesses, accounts and decisions, and all that wants attention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from sqlalchemy import func, or_, select

from kubebuku.books import catalog
from kubebuku.books.acts.group_queries import (
    AccountBook,
    AccountLine,
    AccountPage,
    AccountRow,
    Accounts,
    Choices,
    DecisionRow,
    Decisions,
    Group,
    GroupChoices,
    GroupFacts,
    UnitRow,
    Units,
)
from kubebuku.books.acts.queries import AttentionList, NamelessEntries, PendingNotes
from kubebuku.books.acts.suggestions import pending_notes
from kubebuku.books.acts.years import closing_entries, results
from kubebuku.books.cash.common import account_of, label
from kubebuku.books.cash.queries import EntryRow
from kubebuku.books.cash.reading import entry_rows
from kubebuku.books.spec import Attention
from kubebuku.domain.accounts import (
    CUSTOMER_DEPOSIT,
    DEPRECIATION_HELD,
    EQUIPMENT,
    FINE,
    LIVESTOCK,
    LOAN_FEE,
    LOAN_LOSS,
    OUTSIDE_LOAN,
    PAYABLE,
    RECEIVABLE,
    RECOVERED_LOAN,
    RESERVE,
    RESULT_SHARED,
    RESULT_UNSHARED,
    REVOLVING_AID,
    SOLIDARITY_FUND,
    STOCK,
    UNEXPLAINED,
)
from kubebuku.domain.entries import CLOSING, OPENING
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import figure
from kubebuku.ledger import balances, closings, settings, struck
from kubebuku.ledger.tables import decision, entry, kube, person, posting, unit
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


# ---- attention


def attention_list(reading: Reading, query: AttentionList) -> tuple[Attention, ...]:
    """Each book's lines, in the order of the books."""
    found: list[Attention] = []
    for spec in catalog.books():
        for dotted in spec.attention:
            found.extend(catalog.named(dotted)(reading))
    return tuple(found)


def notes_waiting(reading: Reading) -> Iterable[Attention]:
    """Pending notes block the closing."""
    notes = pending_notes(reading, PendingNotes())
    if notes:
        title = Sentence(N_("{number} pending notes"), {"number": len(notes)})
        values = {"description": notes[0].description, "amount": notes[0].amount}
        yield Attention("pending", title, Sentence(N_("{description}, {amount}"), values), "jam", "pending")


def month_to_close(reading: Reading) -> Iterable[Attention]:
    """A month that is over and open."""
    following = closings.next_month(reading.connection)
    if following.last < reading.today:
        title = Sentence(N_("{month} is not closed yet"), {"month": following})
        detail = Sentence(N_("Count the money, then close the month."))
        yield Attention("closing", title, detail, "kunci", "closing", {"month": following})


def year_to_close(reading: Reading) -> Iterable[Attention]:
    """A year that is over, whose other months are closed."""
    following = closings.next_month(reading.connection)
    over = following.number == 12 and following.last < reading.today
    if over and not closing_entries(reading.connection, following.year) and results(reading, following.year):
        title = Sentence(N_("The year {year} is not closed yet"), {"year": str(following.year)})
        detail = Sentence(N_("Close it before {month}, so that its result can be shared."), {"month": following})
        yield Attention("year", title, detail, "kunci", "closing", {"year": following.year})


def opening_unexplained(reading: Reading) -> Iterable[Attention]:
    """3190 is not empty."""
    held = balances.of(reading.connection, *(one.code for one in reading.chart.under(UNEXPLAINED)))
    if held:
        title = Sentence(N_("Part of the opening balance is not explained"))
        detail = Sentence(N_("{amount}; the meeting decides what it is."), {"amount": abs(held)})
        yield Attention("unexplained", title, detail, "info", "opening")


def names_missing(reading: Reading) -> Iterable[Attention]:
    """Lines that should say whose or for what they are, and do not (accounting.md 2)."""
    number = sum(1 for _ in lines_without_name(reading))
    if number:
        title = Sentence(N_("{number} lines without a name"), {"number": number})
        detail = Sentence(N_("Debts, dues and santunan without a person, jasa without its loan, goods without a business."))
        yield Attention("names", title, detail, "orang", "entries", {"nameless": True})


def lines_without_name(reading: Reading) -> Iterable[str]:
    """Entry, account and amount of each such line."""
    for id_, code, amount in _nameless(reading):
        yield f"{id_}: {code} {figure(amount)}"


def nameless_entries(reading: Reading, query: NamelessEntries) -> tuple[EntryRow, ...]:
    """Each entry once."""
    return entry_rows(reading, tuple(dict.fromkeys(id_ for id_, _code, _amount in _nameless(reading))))


def _nameless(reading: Reading) -> list[tuple[int, str, int]]:
    chart = reading.chart
    by_person = tuple(one.code for one in chart.under(RECEIVABLE, PAYABLE, CUSTOMER_DEPOSIT, REVOLVING_AID, OUTSIDE_LOAN))
    by_item = tuple(one.code for one in chart.under(EQUIPMENT, DEPRECIATION_HELD))
    by_unit = tuple(one.code for one in chart.under(STOCK, LIVESTOCK))
    by_loan = tuple(one.code for one in chart.under(LOAN_FEE, RECOVERED_LOAN, LOAN_LOSS))
    fines = tuple(one.code for one in chart.under(FINE))
    fund = tuple(one.code for one in chart.under(SOLIDARITY_FUND))
    # what is set aside out of profit is nobody's; a payment or a receipt of the fund is somebody's
    profit = [one.code for one in chart.under(RESULT_SHARED, RESULT_UNSHARED, RESERVE)]
    beside = posting.alias("beside")
    set_aside = select(beside.c.entry).where(beside.c.account.in_(profit))
    summed = entry.c.kind.in_((OPENING, CLOSING))
    rows = reading.connection.execute(
        select(posting.c.entry, posting.c.account, posting.c.amount)
        .join(entry, entry.c.id == posting.c.entry)
        .where(
            or_(
                posting.c.account.in_(by_person) & posting.c.person.is_(None),
                posting.c.account.in_(by_item) & posting.c.item.is_(None),
                posting.c.account.in_(by_unit) & posting.c.unit.is_(None),
                posting.c.account.in_(by_loan) & posting.c.loan.is_(None) & ~summed,
                posting.c.account.in_(fines) & posting.c.loan.is_(None) & posting.c.person.is_(None) & ~summed,
                posting.c.account.in_(fund) & posting.c.person.is_(None) & ~summed & posting.c.entry.not_in(set_aside),
            ),
            posting.c.entry.not_in(struck.ids()),
        )
        .order_by(posting.c.entry, posting.c.line)
    )
    return [(id_, code, amount) for id_, code, amount in rows]


# ---- checks


def years_closed_whole(reading: Reading) -> Iterable[Sentence]:
    """A closed year has no income or cost left at its end (accounting.md 7)."""
    left = N_("The year {year} is closed, but {account} still holds {amount} of {unit}.")
    unassigned = N_("The year {year} is closed, but {account} still holds {amount} without a business.")
    names = dict(reading.connection.execute(select(unit.c.id, unit.c.label)).all())
    for year in range(reading.facts.opened.year, reading.today.year + 1):
        if closing_entries(reading.connection, year):
            for (account, unit_), amount in results(reading, year).items():
                values = {"year": str(year), "account": label(reading.chart[account]), "amount": amount}
                yield (
                    Sentence(unassigned, values)
                    if unit_ is None
                    else Sentence(left, {**values, "unit": names.get(unit_, str(unit_))})
                )
