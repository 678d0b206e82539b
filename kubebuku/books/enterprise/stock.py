"""Counting stock: the difference to the book is what was used (periodic method)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select

from kubebuku.books.enterprise.commands import CountStock
from kubebuku.books.enterprise.refusals import CountBuildsOnIt, CountedBelowZero, CountedLater, CountedTwice
from kubebuku.books.enterprise.rules import value_of
from kubebuku.books.enterprise.tables import stock_count, stock_line
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import MATERIALS, STOCK
from kubebuku.domain.entries import Draft, EntryId, Posting, UnitId, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import clean_name, clean_text, name_key
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import say
from kubebuku.ledger import balances
from kubebuku.ledger.demands import UnitFacts, need_unit, promise_not_short
from kubebuku.ledger.journal import Posted, read_entry
from kubebuku.ledger.tables import unit as unit_table
from kubebuku.ledger.work import Work


@dataclass(frozen=True, slots=True)
class Counted:
    """One line of a count, cleaned."""

    name: str
    quantity_milli: int
    price: Rupiah
    measure: str | None

    @property
    def value(self) -> Rupiah:
        """At purchase price, in rupiah."""
        return value_of(self.quantity_milli, self.price)


def count_stock(work: Work, command: CountStock) -> Outcome:
    """Bring 1140 of the business to what was counted; the difference is cost of goods."""
    unit = need_unit(work.connection, command.unit, command.on, business=True)
    lines = cleaned([(one.name, one.quantity_milli, one.price, one.measure) for one in command.lines])
    posted, said, _ = write_count(work, unit, STOCK, command.on, lines, command.description)
    return Outcome(
        Changed.COUNTS | Changed.ENTRIES if posted else Changed.COUNTS,
        posted.id if posted else None,
        posted.number if posted else None,
        said,
    )


def cleaned(lines: Sequence[tuple[str, int, Rupiah, str | None]]) -> tuple[Counted, ...]:
    """The lines with clean names; raises CountedBelowZero, CountedTwice and the refusals of names."""
    found: dict[str, Counted] = {}
    for name, quantity, price, measure in lines:
        one = Counted(clean_name(name), quantity, price, clean_text(measure or "", most=20) or None)
        if quantity < 0 or price < 0:
            raise CountedBelowZero(one.name)
        if name_key(one.name) in found:
            raise CountedTwice(one.name)
        found[name_key(one.name)] = one
    return tuple(found.values())


def write_count(
    work: Work, unit: UnitFacts, account: str, on: date, lines: Sequence[Counted], description: str
) -> tuple[Posted | None, Sentence, int]:
    """Write the count and post its difference to the book, if there is one; raises CountedLater.

    Returns the entry, what to tell the person, and the number of the count.
    """
    work.journal.check_date(on)
    _check_order(work, unit, account, on)
    counted = sum((line.value for line in lines), Rupiah(0))
    book = balances.of(work.connection, account, at=on, unit=unit.id)
    difference = counted - book
    posted = None
    if difference:
        words = description or count_words(work, unit.id)
        posted = work.journal.post(Draft(on, words, "stock_count", difference_lines(account, unit.id, difference)))
    if difference < 0:
        promise_not_short(work, account, on, unit=unit.id)
    count = _write_rows(work, unit.id, account, on, lines, posted.id if posted else None)
    values = {"unit": unit.label, "counted": counted, "book": book, "difference": abs(difference)}
    if difference < 0:
        said = Sentence(N_("Counted: {unit} has {counted}. The book said {book}; {difference} has been used."), values)
    elif difference > 0:
        said = Sentence(N_("Counted: {unit} has {counted}. The book said {book}; {difference} more was found."), values)
    else:
        said = Sentence(N_("Counted: {unit} has {counted}, as the book says."), values)
    return posted, said, count


def count_words(work: Work, unit: UnitId) -> str:
    """How a count is called that was given no words."""
    label = work.connection.execute(select(unit_table.c.label).where(unit_table.c.id == unit)).scalar_one()
    return say(Sentence(N_("Count of {unit}"), {"unit": label}))


def difference_lines(account: str, unit: UnitId, difference: Rupiah) -> tuple[Posting, Posting]:
    """What was counted more than the book says is less cost of goods, what is missing was used."""
    if difference < 0:
        return debit(MATERIALS, -difference, unit=unit), credit(account, -difference, unit=unit)
    return debit(account, difference, unit=unit), credit(MATERIALS, difference, unit=unit)


def _check_order(work: Work, unit: UnitFacts, account: str, on: date) -> None:
    later = _later(work, unit.id, account, on)
    if later is not None:
        raise CountedLater(unit.label, later)


def _later(work: Work, unit: int, account: str, on: date) -> date | None:
    found = work.connection.execute(
        select(stock_count.c.on_date)
        .where(stock_count.c.unit == unit, stock_count.c.account == account, stock_count.c.on_date > on.isoformat())
        .order_by(stock_count.c.on_date.desc())
        .limit(1)
    ).scalar()
    return None if found is None else date.fromisoformat(found)


def _write_rows(work: Work, unit: UnitId, account: str, on: date, lines: Sequence[Counted], entry: EntryId | None) -> int:
    values = {
        "unit": unit,
        "account": account,
        "on_date": on.isoformat(),
        "who": work.who,
        "recorded": work.recorded,
        "entry": entry,
    }
    count = int(work.connection.execute(insert(stock_count).values(values).returning(stock_count.c.id)).scalar_one())
    for number, line in enumerate(lines, start=1):
        row = {"stock_count": count, "line": number, "name": line.name, "quantity_milli": line.quantity_milli}
        work.connection.execute(insert(stock_line).values({**row, "measure": line.measure, "price": int(line.price)}))
    return count


def count_undone(work: Work, entry: EntryId, _command: object) -> None:
    """A count struck out on its own day is gone; one corrected in a later month stays as it was printed.

    What was found more must not have been sold or passed on since.
    """
    count = work.connection.execute(select(stock_count).where(stock_count.c.entry == entry)).one()
    if any(line.account == count.account and line.amount > 0 for line in read_entry(work.connection, entry).postings):
        promise_not_short(work, count.account, date.fromisoformat(count.on_date), unit=UnitId(count.unit))
    if not struck_same_day(work, entry):
        return
    later = _later(work, count.unit, count.account, date.fromisoformat(count.on_date))
    if later is not None:
        label = work.connection.execute(select(unit_table.c.label).where(unit_table.c.id == count.unit)).scalar_one()
        raise CountBuildsOnIt(label, later)
    work.connection.execute(delete(stock_line).where(stock_line.c.stock_count == count.id))
    work.connection.execute(delete(stock_count).where(stock_count.c.id == count.id))


def struck_same_day(work: Work, entry: EntryId) -> bool:
    """Whether the mirror of a struck entry has its date: else it is a correction of a closed month."""
    old = read_entry(work.connection, entry)
    return old.reversed_by is not None and read_entry(work.connection, old.reversed_by).on == old.on
