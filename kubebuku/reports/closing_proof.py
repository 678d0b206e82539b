"""Bukti penutupan: the counted cash (*berita acara hitung kas*), every balance and the check code of one closing.

A second closing also prints what changed since the one before, and by which entries; both are kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from kubebuku.domain.accounts import Kind
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import BuktiNumber
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import _, joined, long_date, month_name
from kubebuku.ledger import closings
from kubebuku.ledger.closings import BalanceKey, Closing
from kubebuku.ledger.tables import entry, posting
from kubebuku.ledger.work import Reading
from kubebuku.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Formula,
    Heading,
    Note,
    Pairs,
    Paper,
    Paragraph,
    Part,
    Row,
    Sum,
    Table,
    Value,
    group,
    subtotal,
    total,
)
from kubebuku.reports.frame import Frame, local_day
from kubebuku.reports.phrases import phrase


class NeverClosed(RuleBroken):
    """There is no closing of that month to prove."""

    code = "never-closed"

    def __init__(self, month: Month) -> None:
        super().__init__(
            Sentence(N_("{month} has not been closed."), {"month": month}),
            remedy=Sentence(N_("Close the month first.")),
            field="month",
        )


def build(reading: Reading, month: Month, *, serial: int | None = None, paper: Paper = "f4") -> Document:
    """The proof of the newest closing of `month`, or of *penutupan ke-*`serial`; raises NeverClosed."""
    made = [one for one in closings.history(reading.connection, month) if one.act == "close"]
    wanted = [one for one in made if serial in (None, one.serial)]
    if not wanted:
        raise NeverClosed(month)
    closing = wanted[-1]
    before = next((one for one in reversed(made) if one.serial < closing.serial), None)
    frame = Frame(reading, month)
    blocks: list[Block] = [Pairs(_facts(frame, closing), label_width=48)]
    if before is not None:
        blocks.append(
            Note(phrase(N_("Replaces the check code {code} of {day}."), code=before.code, day=local_day(before.recorded)))
        )
    blocks += [Heading(_("Minutes of the cash count")), *_counts(frame, closing)]
    if before is not None:
        blocks += _changes(frame, before, closing)
    blocks += [Heading(_("Balance of every account")), balances_table(frame, closing)]
    blocks.append(frame.group.signatures(local_day(closing.recorded)))
    title = _("Proof of closing")
    part = Part("closing", title, tuple(blocks), captions=(phrase(N_("Closing no. {serial}"), serial=closing.serial),))
    return frame.document(title, month_name(month), (part,), paper=paper, closing=closing)


def _facts(frame: Frame, closing: Closing) -> tuple[tuple[str, Value], ...]:
    facts: list[tuple[str, Value]] = [
        (_("Month"), month_name(closing.month)),
        (_("Closed on"), long_date(local_day(closing.recorded))),
        (_("Closed by"), closing.who or "–"),
        (_("Check code"), closing.code),
        (_("Newest entry"), _newest(frame.reading, closing)),
    ]
    if closing.reason:
        facts.append((_("Reason"), closing.reason))
    return tuple(facts)


def _newest(reading: Reading, closing: Closing) -> str:
    found = reading.connection.execute(
        select(entry.c.series, entry.c.year, entry.c.seq).where(entry.c.id == closing.after_entry)
    ).first()
    return "–" if found is None else str(BuktiNumber(*found))


# --------------------------------------------------------------------------------------------------------------- counts


def _counts(frame: Frame, closing: Closing) -> list[Block]:
    kept = closings.kept_counts(frame.reading.connection, closing.id)
    if not kept:
        return [Paragraph(_("No money was counted at this closing."))]
    columns = (
        Column("box", _("Place of money"), width=38),
        Column("book", _("By the book\n(Rp)"), "money", 27, zero="0"),
        Column("counted", _("Counted\n(Rp)"), "money", 27, zero="0"),
        Column("difference", _("Difference\n(Rp)"), "money", 25, across=Formula(plus=("counted",), minus=("book",))),
        Column("why", _("Explanation"), width=63, lines=4),
    )
    rows = []
    for code, count in kept.items():
        skipped = count.counted is None
        difference = None if count.counted is None else count.counted - count.book
        why = count.explanation or (_("not counted") if skipped else "")
        rows.append(Row((frame.label(code), count.book, count.counted, difference, why)))
    return [Table(columns, tuple(rows), numbered=False)]


# -------------------------------------------------------------------------------------------------------------- balances


def balances_table(frame: Frame, closing: Closing) -> Table:
    """Each account as the closing wrote it down, signed for reading; the two sides sum to the same."""
    held = _by_account(closings.kept_balances(frame.reading.connection, closing.id))
    columns = (
        Column("code", _("Code"), width=18),
        Column("what", _("Account"), width=112),
        Column("amount", _("Balance\n(Rp)"), "money", 50),
    )
    kinds = (
        (Kind.ASSET, _("Assets"), _("Total assets")),
        (Kind.LIABILITY, _("Liabilities"), _("Total liabilities")),
        (Kind.EQUITY, _("Equity"), _("Total equity")),
        (Kind.INCOME, _("Income of the year not yet closed"), _("Total income")),
        (Kind.COST, _("Costs of the year not yet closed"), _("Total costs")),
    )
    rows: list[Row] = []
    sums: dict[Kind, Rupiah] = {}
    chart = frame.reading.chart
    for kind, title, summed in kinds:
        lines = [
            (account, Rupiah(kind.sign * held[account.code]))
            for account in chart
            if account.kind is kind and account.code in held
        ]
        if not lines:
            continue
        rows.append(group(title))
        rows += [Row((account.code, frame.label(account), amount)) for account, amount in lines]
        sums[kind] = Rupiah(sum(amount for _account, amount in lines))
        rows.append(subtotal(summed, (None, None, sums[kind]), key=kind.value))
    right = Rupiah(sum(sums.get(kind, 0) for kind in (Kind.LIABILITY, Kind.EQUITY, Kind.INCOME)) - sums.get(Kind.COST, Rupiah(0)))
    both = total(
        _("Liabilities, equity and income less costs"),
        (None, None, right),
        sum=Sum(of=(Kind.LIABILITY.value, Kind.EQUITY.value, Kind.INCOME.value), minus=(Kind.COST.value,)),
    )
    return Table(columns, tuple(rows), totals=(both,), style="statement")


def _by_account(kept: dict[BalanceKey, Rupiah]) -> dict[str, int]:
    held: dict[str, int] = {}
    for (code, _person, _unit, _loan), amount in kept.items():
        held[code] = held.get(code, 0) + amount
    return held


# --------------------------------------------------------------------------------------------------------------- changes


@dataclass(frozen=True, slots=True)
class Change:
    """An account whose balance is not what the closing before wrote down, signed for reading."""

    code: str
    was: Rupiah
    now: Rupiah
    numbers: tuple[str, ...]


def changes(reading: Reading, before: Closing, after: Closing) -> tuple[Change, ...]:
    """What two closings of a month wrote down differently, and the entries written between them that did it."""
    was = _by_account(closings.kept_balances(reading.connection, before.id))
    now = _by_account(closings.kept_balances(reading.connection, after.id))
    numbers = _entries_between(reading, before, after)
    return tuple(
        Change(code, Rupiah(sign * was.get(code, 0)), Rupiah(sign * now.get(code, 0)), tuple(numbers.get(code, ())))
        for code in sorted(was.keys() | now.keys())
        for sign in (reading.chart[code].kind.sign,)
        if was.get(code, 0) != now.get(code, 0)
    )


def _entries_between(reading: Reading, before: Closing, after: Closing) -> dict[str, list[str]]:
    rows = reading.connection.execute(
        select(posting.c.account, entry.c.series, entry.c.year, entry.c.seq)
        .distinct()
        .join(entry, entry.c.id == posting.c.entry)
        .where(entry.c.id > before.after_entry, entry.c.id <= after.after_entry, entry.c.date <= after.month.last.isoformat())
        .order_by(entry.c.id)
    )
    found: dict[str, list[str]] = {}
    for code, series, year, seq in rows:
        found.setdefault(code, []).append(str(BuktiNumber(series, year, seq)))
    return found


def _changes(frame: Frame, before: Closing, closing: Closing) -> list[Block]:
    title = Heading(phrase(N_("What changed since closing no. {serial}"), serial=before.serial))
    found = changes(frame.reading, before, closing)
    if not found:
        return [title, Paragraph(_("No balance changed."))]
    columns = (
        Column("what", _("Account"), width=56),
        Column("was", _("It was\n(Rp)"), "money", 28, zero="0"),
        Column("now", _("It is\n(Rp)"), "money", 28, zero="0"),
        Column("by", _("By the entries"), width=68, lines=4),
    )
    rows = [Row(_change_cells(frame, one)) for one in found]
    return [title, Table(columns, tuple(rows), numbered=False)]


def _change_cells(frame: Frame, change: Change) -> tuple[Cell, ...]:
    return (frame.label(change.code), change.was, change.now, joined(change.numbers))
