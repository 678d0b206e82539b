"""Realisasi bantuan: what each programme brought, what it paid, what is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kubebuku.books.enterprise.aid_queries import AidChoice, AidChoices, AidLine, AidRealisation, AidUse
from kubebuku.domain.aid import AidKind, AidRole
from kubebuku.domain.entries import BuktiNumber, EntryId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import language
from kubebuku.ledger import struck
from kubebuku.ledger.aid import aid, aid_entry
from kubebuku.ledger.tables import entry, person, posting
from kubebuku.ledger.work import Reading

#: Where aid stands once it was received.
SOURCES = tuple(kind.account for kind in AidKind)


@dataclass
class _Entry:
    aid: int
    on: date
    number: str
    description: str
    role: str
    postings: list[tuple[str, int]]


def aid_realisation(reading: Reading, query: AidRealisation) -> tuple[AidUse, ...]:
    """See `AidRealisation`."""
    at = query.at or reading.today
    entries = _marked(reading, at)
    uses = []
    rows = (
        select(aid, person.c.name.label("giver_name"))
        .outerjoin(person, person.c.id == aid.c.giver)
        .order_by(aid.c.year, aid.c.id)
    )
    for row in reading.connection.execute(rows):
        lines: list[AidLine] = []
        sums = dict.fromkeys(AidRole, Rupiah(0))
        for id_, one in entries.items():
            if one.aid != row.id:
                continue
            for role, amount, what in _parts(reading, one):
                sums[role] = sums[role] + amount
                lines.append(AidLine(EntryId(id_), one.on, one.number, one.description, role.value, what, amount))
        if lines:
            uses.append(
                AidUse(
                    row.id,
                    row.label,
                    row.year,
                    row.kind,
                    row.form,
                    row.giver_name,
                    row.note,
                    sums[AidRole.RECEIVED],
                    sums[AidRole.USED],
                    sums[AidRole.PASSED_ON],
                    sums[AidRole.RETURNED],
                    tuple(lines),
                )
            )
    return tuple(uses)


def _marked(reading: Reading, at: date) -> dict[int, _Entry]:
    """Entries with a mark, and corrections of such entries in a later month, each with its postings."""
    mirror = entry.alias("mirror")
    marks: dict[int, tuple[int, str]] = {}
    for id_, by, aid_, role in reading.connection.execute(
        select(aid_entry.c.entry, mirror.c.id, aid_entry.c.aid, aid_entry.c.role).outerjoin(
            mirror, mirror.c.reverses == aid_entry.c.entry
        )
    ):
        marks[id_] = (aid_, role)
        if by is not None:
            marks[by] = (aid_, role)
    rows = (
        select(entry.c.id, entry.c.date, entry.c.series, entry.c.year, entry.c.seq, entry.c.description)
        .add_columns(posting.c.account, posting.c.amount)
        .join(posting, posting.c.entry == entry.c.id)
        .where(entry.c.id.in_(sorted(marks)), entry.c.date <= at.isoformat(), entry.c.id.not_in(struck.ids()))
        .order_by(entry.c.date, entry.c.id, posting.c.line)
    )
    found: dict[int, _Entry] = {}
    for id_, when, series, year, seq, description, account, amount in reading.connection.execute(rows):
        one = found.get(id_)
        if one is None:
            aid_, role = marks[id_]
            one = found[id_] = _Entry(aid_, date.fromisoformat(when), str(BuktiNumber(series, year, seq)), description, role, [])
        one.postings.append((account, amount))
    return found


def _parts(reading: Reading, one: _Entry) -> list[tuple[AidRole, Rupiah, tuple[str, ...]]]:
    """What the entry does with the aid: goods received are received and used at once."""
    boxes = Rupiah(sum(amount for account, amount in one.postings if reading.chart[account].box))
    sources = Rupiah(sum(amount for account, amount in one.postings if account[:4] in SOURCES))
    others = [
        (account, amount) for account, amount in one.postings if not reading.chart[account].box and account[:4] not in SOURCES
    ]
    what = _labels(reading, [account for account, _ in others])
    places = _labels(reading, [account for account, _ in one.postings if reading.chart[account].box])
    role = AidRole(one.role)
    match role:
        case AidRole.RECEIVED:
            parts: list[tuple[AidRole, Rupiah, tuple[str, ...]]] = [
                (role, -sources, places or what),
                (AidRole.USED, -sources - boxes, what),
            ]
        case AidRole.USED:  # what was bought on credit is used when it is paid
            parts = [(role, -boxes, what)]
        case _:
            parts = [(role, sources, what or places)]
    return [part for part in parts if part[1]]


def _labels(reading: Reading, accounts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reading.chart[account].label(language()) for account in accounts))


def aid_choices(reading: Reading, _query: AidChoices) -> tuple[AidChoice, ...]:
    """See `AidChoices`."""
    received = select(aid_entry.c.aid).where(aid_entry.c.role == AidRole.RECEIVED.value, aid_entry.c.entry.not_in(struck.ids()))
    rows = select(aid).where(aid.c.id.in_(received)).order_by(aid.c.year.desc(), aid.c.id.desc())
    return tuple(AidChoice(row.id, row.label, row.year, row.kind) for row in reading.connection.execute(rows))
