"""What stands between the group and one person, read from the postings that name them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from kubebuku.books.members.people import OF_THE_GROUP
from kubebuku.books.members.queries import PersonBalance, PersonBalances, PersonEntries, PersonEntry
from kubebuku.domain.accounts import Account, Kind
from kubebuku.domain.entries import BuktiNumber
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import language
from kubebuku.ledger import struck
from kubebuku.ledger.tables import entry, posting
from kubebuku.ledger.work import Reading


def _personal(account: Account) -> bool:
    return account.base not in OF_THE_GROUP and account.kind in (Kind.ASSET, Kind.LIABILITY, Kind.EQUITY)


def person_balances(reading: Reading, query: PersonBalances) -> tuple[PersonBalance, ...]:
    """By account; a debt paid beyond its rest stands on the other side."""
    total = func.sum(posting.c.amount)
    wanted = select(posting.c.account, total).where(posting.c.person == query.person)
    if query.at is not None:
        wanted = wanted.where(posting.c.date <= query.at.isoformat())
    rows = reading.connection.execute(wanted.group_by(posting.c.account).having(total != 0).order_by(posting.c.account))
    return tuple(
        PersonBalance(code, reading.chart[code].label(language()), Rupiah(abs(int(amount))), owes=int(amount) > 0)
        for code, amount in rows
        if _personal(reading.chart[code])
    )


def person_entries(reading: Reading, query: PersonEntries) -> tuple[PersonEntry, ...]:
    """Newest first; an entry that touches two of the person's accounts names both and shows their sum."""
    codes = [account.code for account in reading.chart if _personal(account)]
    rows = reading.connection.execute(
        select(
            entry.c.id,
            entry.c.series,
            entry.c.year,
            entry.c.seq,
            entry.c.date,
            entry.c.description,
            func.group_concat(posting.c.account.distinct()),
            func.sum(posting.c.amount),
        )
        .join(posting, posting.c.entry == entry.c.id)
        .where(posting.c.person == query.person, posting.c.account.in_(codes), entry.c.id.not_in(struck.ids()))
        .group_by(entry.c.id)
        .order_by(entry.c.date.desc(), entry.c.id.desc())
        .limit(query.most)
    )
    found = []
    for id_, series, year, seq, on, description, accounts, total in rows:
        label = ", ".join(reading.chart[code].label(language()) for code in sorted(str(accounts).split(",")))
        number = str(BuktiNumber(series, year, seq))
        found.append(PersonEntry(id_, number, date.fromisoformat(on), description, label, Rupiah(-int(total))))
    return tuple(found)
