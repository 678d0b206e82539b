"""What was counted stands: a nota found later, or an undo, beneath a count moves the difference, never the count."""

from __future__ import annotations

from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.enterprise.commands import BuyStock, CountStock, StockLine
from kubebuku.books.enterprise.livestock_commands import (
    AnimalLine,
    BuyLivestock,
    CountLivestock,
    LivestockBorn,
    SellLivestock,
)
from kubebuku.books.enterprise.stock_queries import Herds
from kubebuku.books.journal.commands import GeneralJournal, JournalLine
from kubebuku.books.mending.commands import Amend, Undo
from kubebuku.domain.entries import EntryId
from kubebuku.domain.money import Rupiah
from tests.books.trading import CATERING, TENTS, Trade, day


@pytest.fixture
def trade(office: Office) -> Trade:
    trade = Trade(office)
    trade.money()
    return trade


def bought(on: str, amount: int, **more: Any) -> BuyStock:
    return BuyStock(on=day(on), description="Beras", amount=Rupiah(amount), unit=CATERING, **more)


def counted(on: str, value: int) -> CountStock:
    return CountStock(on=day(on), unit=CATERING, lines=(StockLine(name="Beras", quantity_milli=1000, price=Rupiah(value)),))


def figures(trade: Trade, on: str = "2026-01-31") -> tuple[int, int]:
    """Stock and used goods at the end of a day."""
    return trade.holds("1140", on), trade.holds("5101", on)


def test_a_nota_found_later_was_used_before_the_count(trade: Trade) -> None:
    trade.run(bought("10/1", 1_000_000), counted("31/1", 900_000))
    assert figures(trade) == (900_000, 100_000)
    trade.run(bought("15/1", 400_000))
    assert figures(trade) == (900_000, 500_000)
    assert trade.findings() == {}


def test_a_count_that_fitted_gets_a_difference(trade: Trade) -> None:
    trade.run(bought("10/1", 1_000_000), counted("31/1", 1_000_000), counted("28/2", 700_000))
    nota = trade.entry(bought("15/1", 400_000))
    assert (figures(trade), figures(trade, "2026-02-28")) == ((1_000_000, 400_000), (700_000, 700_000))
    trade.run(Undo(entry=nota))
    assert (figures(trade), figures(trade, "2026-02-28")) == ((1_000_000, 0), (700_000, 300_000))


def test_an_undo_beneath_a_count_leaves_the_count(trade: Trade) -> None:
    nota = trade.entry(bought("10/1", 1_000_000))
    trade.run(bought("12/1", 300_000), counted("31/1", 900_000))
    assert figures(trade) == (900_000, 400_000)
    trade.run(Amend(entry=nota, replacement=bought("10/1", 1_200_000)))
    assert figures(trade) == (900_000, 600_000)
    trade.run(Undo(entry=EntryId(3)))
    assert figures(trade) == (900_000, 300_000)


def test_a_count_whose_difference_moved_can_still_be_undone(trade: Trade) -> None:
    trade.run(bought("10/1", 1_000_000), counted("31/1", 900_000), bought("15/1", 400_000))
    trade.run(Undo(entry=_last(trade)))
    assert (figures(trade), trade.count("stock_count"), trade.findings()) == ((1_400_000, 0), 0, {})


def test_the_second_count_stays_as_the_first_moves(trade: Trade) -> None:
    trade.run(bought("10/1", 1_000_000), counted("31/1", 900_000), counted("28/2", 500_000))
    lines = (
        JournalLine(account="1140", amount=Rupiah(-50_000), unit=CATERING),
        JournalLine(account="5101", amount=Rupiah(50_000), unit=CATERING),
    )
    trade.run(GeneralJournal(on=day("15/1"), description="Dimakan tikus", lines=lines))
    assert (figures(trade), figures(trade, "2026-02-28")) == ((900_000, 100_000), (500_000, 500_000))


def test_animals_sold_before_a_count_and_written_after_it(trade: Trade) -> None:
    """Five goats at 300.000; three were counted on 31 January, and a sale of two on the 15th was found later."""
    goats: dict[str, Any] = {"unit": TENTS, "animal": "Kambing"}
    trade.run(BuyLivestock(on=day("5/1"), description="Kambing", number=5, amount=Rupiah(1_500_000), **goats))
    line = AnimalLine(animal="Kambing", number=3, price=Rupiah(300_000))
    trade.run(CountLivestock(on=day("31/1"), unit=TENTS, lines=(line,)))
    assert (trade.holds("1141"), trade.holds("5101")) == (900_000, 600_000)
    trade.run(SellLivestock(on=day("15/1"), description="Dua", number=2, amount=Rupiah(900_000), **goats))
    assert (trade.holds("1141", "2026-01-15"), trade.holds("1141"), trade.holds("5101")) == (900_000, 900_000, 600_000)
    trade.run(LivestockBorn(on=day("20/1"), number=1, **goats))
    assert [(row.animal, row.number) for row in trade.answer(Herds())] == [("Kambing", 3)]
    assert trade.findings() == {}


def _last(trade: Trade) -> EntryId:
    from sqlalchemy import select

    from kubebuku.books.enterprise.tables import stock_count

    found = trade.office.read(lambda reading: reading.connection.execute(select(stock_count.c.entry)).scalar_one())
    return EntryId(found or 0)
