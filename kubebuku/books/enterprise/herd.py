"""Animals: bought, sold, gone, born, counted. The ledger holds their value by business, the list of animals their number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import delete, func, insert, select

from kubebuku.books.enterprise.handlers import deposit_used, done, post
from kubebuku.books.enterprise.livestock_commands import (
    BuyLivestock,
    CountLivestock,
    Fate,
    LivestockBorn,
    LivestockGone,
    SellLivestock,
    StrikeHerdRow,
)
from kubebuku.books.enterprise.recount import promise_heads_stand, until_counted
from kubebuku.books.enterprise.refusals import (
    AnimalMissing,
    CostNeeded,
    CostTooLarge,
    HerdRowNeeded,
    HerdRowUnknown,
    LastAnimalsCost,
    NotSoManyAnimals,
    NumberNotPositive,
    ValueWithoutAnimals,
)
from kubebuku.books.enterprise.rules import FATE_ACCOUNTS, SOLD_ACCOUNT, herd_cost
from kubebuku.books.enterprise.stock import cleaned, count_undone, struck_same_day, write_count
from kubebuku.books.enterprise.tables import livestock
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import LIVESTOCK, PAYABLE, RECEIVABLE, SALES
from kubebuku.domain.aid import AidRole
from kubebuku.domain.ends import ends_from
from kubebuku.domain.entries import EntryId, UnitId, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import clean_name, clean_text, name_key
from kubebuku.domain.text import N_, Sentence
from kubebuku.domain.text_refusals import NameMissing
from kubebuku.ledger.aid import mark
from kubebuku.ledger.demands import UnitFacts, lowest, need_unit, promise_not_short
from kubebuku.ledger.journal import read_entry
from kubebuku.ledger.said import saved_still
from kubebuku.ledger.settling import paid_by, promise_debt, received_for, said_paid, said_received, settled_price
from kubebuku.ledger.tables import posting
from kubebuku.ledger.work import Reading, Work

HERD = Changed.ENTRIES | Changed.COUNTS

#: Causes of rows that may stand without an entry and are then taken out by hand.
UNPOSTED = ("born", *(fate.value for fate in Fate))


def buy_livestock(work: Work, command: BuyLivestock) -> Outcome:
    """1141 of the business, against box and 2101; the herd grows."""
    unit = need_unit(work.connection, command.unit, command.on, business=True)
    animal, number = need_animals(work, unit.id, command.animal, command.number)
    parts = settled_price(work, command)
    posted = post(work, command, "livestock", debit(LIVESTOCK, command.amount, unit=unit.id), *paid_by(parts, command))
    mark(work.connection, posted.id, command.aid, AidRole.USED)
    note_animals(work, unit.id, command.on, animal, number, "bought", posted.id)
    return done(posted, said_paid(work, parts, command), HERD)


def buy_livestock_undone(work: Work, entry: EntryId, command: BuyLivestock) -> None:
    """Refused where the animals have left the herd, or their cost the book, meanwhile."""
    promise_debt(work, PAYABLE, command)
    herd_grown_undone(work, entry, command.unit, command.on)


def sell_livestock(work: Work, command: SellLivestock) -> Outcome:
    """4101 of the business for the price; what the animals cost goes from 1141 to cost of goods."""
    unit = need_unit(work.connection, command.unit, command.on, business=True)
    animal, number = need_animals(work, unit.id, command.animal, command.number)
    parts = settled_price(work, command, command.deposit)
    cost = leaving_cost(work, unit, command.on, animal, number, command.cost)
    lines = [*received_for(parts, command), *deposit_used(work, command.on, parts.deposit, command.person)]
    lines.append(credit(SALES, command.amount, unit=unit.id))
    if cost:
        lines += [debit(SOLD_ACCOUNT, cost, unit=unit.id), credit(LIVESTOCK, cost, unit=unit.id)]
    posted = post(work, command, "livestock_sale", *lines)
    note_animals(work, unit.id, command.on, animal, -number, "sold", posted.id)
    return done(posted, said_received(work, parts, command), HERD)


def sell_livestock_undone(work: Work, entry: EntryId, command: SellLivestock) -> None:
    """What the customer has paid since must still have been owed; the animals are back."""
    promise_debt(work, RECEIVABLE, command)
    take_back_animals(work, entry)


def livestock_gone(work: Work, command: LivestockGone) -> Outcome:
    """The cost of animals that are gone without a sale; where they cost nothing, only the list of animals changes."""
    unit = need_unit(work.connection, command.unit, command.on, business=True)
    animal, number = need_animals(work, unit.id, command.animal, command.number)
    work.journal.check_date(command.on)
    cost = leaving_cost(work, unit, command.on, animal, number, command.cost)
    values = {"animal": animal, "number": number, "unit": unit.label}
    if not cost:
        note_animals(
            work, unit.id, command.on, animal, -number, command.fate.value, None, clean_text(command.description, most=200)
        )
        return Outcome(
            Changed.COUNTS, said=Sentence(N_("Saved: {number} less of {animal} in {unit}. They stood for no money."), values)
        )
    lines = (debit(FATE_ACCOUNTS[command.fate.value], cost, unit=unit.id), credit(LIVESTOCK, cost, unit=unit.id))
    posted = post(work, command, "livestock_gone", *lines)
    note_animals(work, unit.id, command.on, animal, -number, command.fate.value, posted.id)
    return done(posted, saved_still(command.description, cost), HERD)


def livestock_gone_undone(work: Work, entry: EntryId, _command: LivestockGone) -> None:
    """The animals are back."""
    take_back_animals(work, entry)


def livestock_born(work: Work, command: LivestockBorn) -> Outcome:
    """More animals, nothing posted."""
    unit = need_unit(work.connection, command.unit, command.on, business=True)
    animal, number = need_animals(work, unit.id, command.animal, command.number)
    work.journal.check_date(command.on)
    note = clean_text(command.note or "", most=200) or None
    birth = note_animals(work, unit.id, command.on, animal, number, "born", None, note)
    values = {"animal": animal, "number": number, "unit": unit.label, "kept": kept_from(work, unit.id, animal, command.on)[0]}
    said = Sentence(N_("Saved: {number} more of {animal} in {unit}. There are {kept} now."), values)
    return Outcome(Changed.COUNTS, said=said, made={"birth": birth})


def strike_herd_row(work: Work, command: StrikeHerdRow) -> Outcome:
    """Take a row without an entry out again; raises HerdRowUnknown, HerdRowNeeded and, in a closed month, MonthClosed."""
    row = work.connection.execute(
        select(livestock).where(livestock.c.id == command.row, livestock.c.entry.is_(None), livestock.c.cause.in_(UNPOSTED))
    ).first()
    if row is None:
        raise HerdRowUnknown(command.row)
    on = date.fromisoformat(row.on_date)
    work.journal.check_date(on)
    work.connection.execute(delete(livestock).where(livestock.c.id == row.id))
    if min(kept_from(work, UnitId(row.unit), row.animal, on)) < 0:
        raise HerdRowNeeded(row.animal)
    promise_heads_stand(work, UnitId(row.unit), on)
    promise_animals_for_value(work, UnitId(row.unit), on)
    values = {"number": abs(row.change), "animal": row.animal, "day": on}
    return Outcome(Changed.COUNTS, said=Sentence(N_("Taken out of the list: {number} of {animal} on {day}."), values))


def count_livestock(work: Work, command: CountLivestock) -> Outcome:
    """Bring number and value of the herd to what was counted; the difference is cost of goods."""
    unit = need_unit(work.connection, command.unit, command.on, business=True)
    if any(line.number < 0 for line in command.lines):
        raise NumberNotPositive(min(line.number for line in command.lines))
    lines = cleaned([(line.animal, line.number * 1000, line.price, None) for line in command.lines])
    posted, said, _ = write_count(work, unit, LIVESTOCK, command.on, lines, command.description)
    counted = {known_animal(work, unit.id, line.name): line.quantity_milli // 1000 for line in lines}
    before = herd(work, unit.id, command.on)
    for animal in sorted(counted.keys() | before.keys()):
        change = counted.get(animal, 0) - before.get(animal, 0)
        if change:
            note_animals(work, unit.id, command.on, animal, change, "counted", posted.id if posted else None)
    return Outcome(HERD if posted else Changed.COUNTS, posted.id if posted else None, posted.number if posted else None, said)


def count_livestock_undone(work: Work, entry: EntryId, command: CountLivestock) -> None:
    """Number and value are those of before the count."""
    count_undone(work, entry, command)
    take_back_animals(work, entry)


# ------------------------------------------------------------------------------------------------------- the animals


def need_animals(reading: Reading, unit: UnitId, animal: str, number: int) -> tuple[str, int]:
    """The kind as it is already written in this business, and a number of at least one."""
    if number <= 0:
        raise NumberNotPositive(number)
    try:
        return known_animal(reading, unit, clean_name(animal, field="animal")), number
    except NameMissing as error:
        raise AnimalMissing from error


def known_animal(reading: Reading, unit: UnitId, animal: str) -> str:
    """The spelling under which that kind already stands in this business."""
    known = reading.connection.execute(select(livestock.c.animal).where(livestock.c.unit == unit).distinct()).scalars()
    return next((name for name in known if name_key(name) == name_key(animal)), animal)


def note_animals(
    work: Work, unit: UnitId, on: date, animal: str, change: int, cause: str, entry: EntryId | None, note: str | None = None
) -> int:
    """Write how the herd changed, and let the whole act be judged: at no day's end fewer than none."""
    values = {
        "unit": unit,
        "on_date": on.isoformat(),
        "animal": animal,
        "change": change,
        "cause": cause,
        "note": note,
        "entry": entry,
    }
    id_ = int(work.connection.execute(insert(livestock).values(values).returning(livestock.c.id)).scalar_one())
    if cause != "counted":
        promise_heads_stand(work, unit, on)
    if change < 0:
        promise_kept(work, unit, animal, on)
        promise_animals_for_value(work, unit, on)
    return id_


def take_back_animals(work: Work, entry: EntryId) -> None:
    """Undo what a struck entry did to the herd: gone if it is struck on its own day, a mirror on the day it is corrected."""
    rows = work.connection.execute(select(livestock).where(livestock.c.entry == entry)).all()
    if struck_same_day(work, entry):
        work.connection.execute(delete(livestock).where(livestock.c.entry == entry))
        for row in rows:
            promise_heads_stand(work, UnitId(row.unit), date.fromisoformat(row.on_date))
            promise_kept(work, UnitId(row.unit), row.animal, date.fromisoformat(row.on_date))
            promise_animals_for_value(work, UnitId(row.unit), date.fromisoformat(row.on_date))
        return
    by = read_entry(work.connection, entry).reversed_by
    on = work.today if by is None else read_entry(work.connection, by).on
    for row in rows:
        note_animals(work, UnitId(row.unit), on, row.animal, -row.change, row.cause, by)


def herd_grown_undone(work: Work, entry: EntryId, unit: UnitId, on: date) -> None:
    """Animals that came in are taken out again, with their value."""
    promise_not_short(work, LIVESTOCK, on, unit=unit)
    take_back_animals(work, entry)


def promise_kept(work: Work, unit: UnitId, animal: str, on: date) -> None:
    """At the end of the act there must be no day with fewer animals than none; else NotSoManyAnimals."""

    def check() -> None:
        kept = kept_from(work, unit, animal, on)
        if min(kept) < 0:
            raise NotSoManyAnimals(animal, on, max(0, kept[0]), kept[0] - min(kept))

    work.journal.promise(check)


def promise_animals_for_value(work: Work, unit: UnitId, on: date) -> None:
    """At the end of the act there must be no day from `on` with a value of animals and no animal; else ValueWithoutAnimals."""

    def check() -> None:
        for day, held in value_without_animals(work, unit):
            if day >= on:
                raise ValueWithoutAnimals(need_unit(work.connection, unit, day).label, day, held)

    work.journal.promise(check)


def value_without_animals(reading: Reading, unit: UnitId) -> Iterator[tuple[date, Rupiah]]:
    """Each day at whose end the business has a value of animals and keeps none, of the days that change either."""
    codes = [one.code for one in reading.chart.under(LIVESTOCK)]
    values = select(posting.c.date, func.sum(posting.c.amount)).where(posting.c.account.in_(codes), posting.c.unit == unit)
    numbers = select(livestock.c.on_date, func.sum(livestock.c.change)).where(livestock.c.unit == unit)
    worth: dict[str, int] = dict(reading.connection.execute(values.group_by(posting.c.date)).all())
    heads: dict[str, int] = dict(reading.connection.execute(numbers.group_by(livestock.c.on_date)).all())
    held = kept = 0
    for day in sorted(worth.keys() | heads.keys()):
        held, kept = held + worth.get(day, 0), kept + heads.get(day, 0)
        if held and not kept:
            yield date.fromisoformat(day), Rupiah(held)


def herd(reading: Reading, unit: UnitId, at: date) -> dict[str, int]:
    """How many of each kind the business keeps at the end of `at`, none left out."""
    found: dict[str, int] = {}
    rows = select(livestock.c.animal, livestock.c.change).where(livestock.c.unit == unit, livestock.c.on_date <= at.isoformat())
    for animal, change in reading.connection.execute(rows):
        found[animal] = found.get(animal, 0) + change
    return {animal: number for animal, number in found.items() if number}


def kept_from(reading: Reading, unit: UnitId, animal: str, on: date) -> list[int]:
    """How many of one kind the business keeps at the end of `on` and of each later day that changes it."""
    moved = select(livestock.c.on_date, livestock.c.change).where(livestock.c.unit == unit, livestock.c.animal == animal)
    return ends_from(((day, change) for day, change in reading.connection.execute(moved)), on.isoformat())


def leaving_cost(
    work: Work, unit: UnitFacts, on: date, animal: str, number: int, cost: Rupiah | None, field: str = "cost"
) -> Rupiah:
    """What animals that leave cost: as written in `field`, or the average of a herd of one kind.

    Raises NotSoManyAnimals, CostNeeded where the herd has several kinds, CostTooLarge where the book holds less, LastAnimalsCost
    where it holds more and nothing is left of the herd.
    """
    now = herd(work, unit.id, on)
    here = now.get(animal, 0)
    if number > min(kept_from(work, unit.id, animal, on)):
        raise NotSoManyAnimals(animal, on, max(0, here), number)
    value = max(Rupiah(0), lowest(work, LIVESTOCK, on, *until_counted(work, LIVESTOCK, unit.id, on), unit=unit.id))
    if cost is None:
        if len(now) > 1:
            raise CostNeeded(unit.label)
        return herd_cost(value, here, number)
    if cost < 0 or cost > value:
        raise CostTooLarge(unit.label, value, cost, field)
    if cost < value and sum(now.values()) == number:
        raise LastAnimalsCost(unit.label, value, cost, field)
    return cost
