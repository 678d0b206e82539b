"""A thing goes on a day before some of its depreciation was written: those months are written anew without it."""

from __future__ import annotations

from typing import Any

from kubebuku.books.inventory.commands import LoseEquipment
from kubebuku.books.inventory.queries import DepreciationPreview
from kubebuku.books.mending.commands import Amend, Undo
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import ItemId
from kubebuku.i18n import say
from tests.books.inventory.things import chairs, depreciate, made, ok, sell, tent
from tests.books.trading import Trade, day


def lost(item: ItemId, on: str, quantity: int | None = None) -> LoseEquipment:
    return LoseEquipment(on=day(on), description="Hilang", item=item, quantity=quantity, decided="Rapat")


def stove(trade: Trade) -> ItemId:
    return made(trade, tent("1/1", 1_200_000, 12, label="Kompor", description="Kompor"))


def costs(trade: Trade, *months: str) -> list[int]:
    """Depreciation and losses of each month, from the beginning of the year."""
    ends = [sum(trade.holds(account, Month.parse(one).last.isoformat()) for account in ("5106", "5113")) for one in months]
    return [end - before for before, end in zip([0, *ends], ends, strict=False)]


def test_the_month_of_the_loss_bears_all_that_was_left(trade: Trade) -> None:
    """Lost on 15 January, and nobody said so until April."""
    item = stove(trade)
    depreciate(trade, "2026-01", "2026-02", "2026-03")
    outcome = trade.run(lost(item, "15/1"))
    assert "Januari 2026 sampai Maret 2026" in say(outcome.warned[0])
    assert costs(trade, "2026-01", "2026-02", "2026-03") == [1_200_000, 0, 0]
    for account in ("1201", "1209"):
        assert [trade.holds(account, f"2026-0{month}-28") for month in (1, 2, 3)] == [0, 0, 0]
    assert ok(trade)


def test_other_things_keep_their_depreciation(trade: Trade) -> None:
    item, other = stove(trade), made(trade, tent())
    depreciate(trade, "2026-01", "2026-02")
    trade.run(sell(item, 500_000, on="10/2"))
    assert [trade.holds("1209", day, item=other) for day in ("2026-01-31", "2026-02-28")] == [-100_000, -200_000]
    assert (trade.holds("5113"), trade.holds("5106")) == (600_000, 300_000)
    assert trade.answer(DepreciationPreview(Month(2026, 2))).lines == ()
    assert ok(trade)


def test_pieces_that_stay_are_depreciated_by_what_they_are_worth(trade: Trade) -> None:
    item = made(trade, chairs("1/1", 1_200_000, 100, life_months=12))
    depreciate(trade, "2026-01", "2026-02")
    trade.run(lost(item, "10/2", 25))
    assert costs(trade, "2026-01", "2026-02") == [100_000, 275_000 + 75_000]
    assert (trade.holds("1201"), trade.holds("1209")) == (900_000, -150_000)
    assert ok(trade)


def test_a_loss_taken_back_gives_every_month_its_share_again(trade: Trade) -> None:
    item, other = stove(trade), made(trade, tent())
    depreciate(trade, "2026-01", "2026-02", "2026-03")
    before = trade.balances()
    entry = trade.entry(lost(item, "15/1"))
    later = lost(item, "20/2")
    trade.run(Amend(entry=entry, replacement=later))
    assert costs(trade, "2026-01", "2026-02", "2026-03") == [200_000, 1_200_000, 100_000]
    trade.run(Undo(entry=_newest(trade, later)))
    assert (trade.balances(), costs(trade, "2026-01", "2026-02", "2026-03")) == (before, [200_000] * 3)
    assert trade.holds("1209", item=other) == -300_000
    assert ok(trade)


def _newest(trade: Trade, command: Any) -> Any:
    from sqlalchemy import func, select

    from kubebuku.ledger.tables import act

    newest = select(func.max(act.c.entry)).where(act.c.command == command.name)
    return trade.office.read(lambda reading: reading.connection.execute(newest).scalar_one())
