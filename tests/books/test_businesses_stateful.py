"""Whatever a treasurer writes in the businesses and the inventory, in any order: every check holds, and undoing undoes."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kubebuku.app.office import Moment, Office
from kubebuku.books.enterprise import commands as selling
from kubebuku.books.enterprise.livestock_commands import BuyLivestock, Fate, LivestockBorn, LivestockGone, SellLivestock
from kubebuku.books.enterprise.queries import CapitalByUnit, Payables, ProfitByMonth, Receivables, UepRecap
from kubebuku.books.enterprise.stock_queries import Herds, StockValues
from kubebuku.books.inventory.commands import BuyEquipment, Depreciate, LoseEquipment, SellEquipment
from kubebuku.books.inventory.queries import EquipmentList
from kubebuku.books.spec import Command, from_data, to_data
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, ItemId, PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying
from tests.books.trading import CATERING, TENTS, Trade
from tests.builders import new_book

DAYS = st.dates(date(2026, 1, 1), date(2026, 6, 30))
AMOUNTS = st.integers(1, 3_000_000).map(Rupiah)
UNITS = st.sampled_from([TENTS, CATERING])
PEOPLE = st.sampled_from([PersonId(1), PersonId(2)])
SOME = st.integers(1, 5)
PAYING = st.sampled_from(Paying)
WORDS = {"description": st.just("Catatan contoh"), "on": DAYS}

ACTS: st.SearchStrategy[Command] = st.one_of(
    st.builds(selling.Sale, **WORDS, amount=AMOUNTS, unit=UNITS, paying=PAYING, paid=AMOUNTS, person=PEOPLE),
    st.builds(selling.CollectReceivable, **WORDS, amount=AMOUNTS, person=PEOPLE),
    st.builds(selling.BuyMaterials, **WORDS, amount=AMOUNTS, unit=UNITS, paying=PAYING, paid=AMOUNTS, person=PEOPLE),
    st.builds(selling.BuyStock, **WORDS, amount=AMOUNTS, unit=UNITS),
    st.builds(selling.PayPayable, **WORDS, amount=AMOUNTS, person=PEOPLE),
    st.builds(
        selling.CountStock,
        on=DAYS,
        unit=UNITS,
        lines=st.lists(
            st.builds(
                selling.StockLine, name=st.sampled_from(["Mi", "Gula"]), quantity_milli=st.integers(0, 9_000), price=AMOUNTS
            ),
            max_size=2,
        ).map(tuple),
    ),
    st.builds(BuyLivestock, **WORDS, amount=AMOUNTS, unit=UNITS, animal=st.just("Babi"), number=SOME),
    st.builds(LivestockBorn, on=DAYS, unit=UNITS, animal=st.just("Babi"), number=SOME),
    st.builds(SellLivestock, **WORDS, amount=AMOUNTS, unit=UNITS, animal=st.just("Babi"), number=SOME, person=PEOPLE),
    st.builds(LivestockGone, **WORDS, unit=UNITS, animal=st.just("Babi"), number=SOME, fate=st.sampled_from(Fate)),
    st.builds(
        BuyEquipment, **WORDS, amount=AMOUNTS, label=st.just("Kursi"), quantity=SOME, unit=UNITS, life_months=st.integers(1, 24)
    ),
    st.builds(Depreciate, month=st.integers(1, 6).map(lambda number: Month(2026, number))),
    st.builds(SellEquipment, **WORDS, amount=AMOUNTS, item=st.integers(1, 3).map(ItemId), quantity=st.none() | SOME),
    st.builds(LoseEquipment, **WORDS, item=st.integers(1, 3).map(ItemId), quantity=st.none() | SOME),
)


def picture(trade: Trade) -> dict[str, object]:
    """All that an undo must bring back."""
    at = date(2026, 6, 30)
    things = [
        (row.item, row.quantity, row.value, row.written_off, row.standing)
        for row in trade.answer(EquipmentList(at, with_gone=True))
    ]
    asked = (Receivables(at), Payables(at), Herds(at), CapitalByUnit(at), ProfitByMonth(Month(2026, 1), Month(2026, 6)))
    return {"balances": trade.balances(), "things": things, "answers": [trade.answer(query) for query in asked]}


@given(ACTS)
def test_an_act_is_kept_as_it_was_written(command: Command) -> None:
    assert from_data(type(command), to_data(command)) == command


@given(st.lists(st.tuples(ACTS, st.booleans()), min_size=5, max_size=30))
@settings(max_examples=12)
def test_every_check_holds_and_every_undo_restores(acts: list[tuple[Command, bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Office.open(new_book(Path(folder)), who="Ani Contoh") as office:
        office.moment = Moment(date(2026, 7, 1), "2026-07-01T08:00:00Z")
        trade = Trade(office)
        trade.money(amount=5_000_000)
        trade.person("Ani Contoh")
        trade.person("Toko Contoh", "outsider")
        for command, and_back in acts:
            before = picture(trade) if and_back else {}
            try:
                outcome = office.run(command)
            except RuleBroken:
                continue
            if and_back and outcome.entry is not None:
                trade.undo(EntryId(outcome.entry))
                assert picture(trade) == before
        assert trade.findings() == {}
        whole = trade.answer(UepRecap(Month(2026, 1), Month(2026, 6)))
        results = {code: amount for code, amount in trade.balances().items() if code[0] in "45"}
        assert whole.total.profit == -sum(results.values())
        assert sum(row.value for row in trade.answer(StockValues())) == trade.holds("1140") + trade.holds("1141")
        assert sum(row.value for row in trade.answer(EquipmentList())) == trade.holds("1201")
