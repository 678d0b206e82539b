"""Aid in goods is undone only while what it brought is still there, on every later day: not one rupiah below nothing."""

from __future__ import annotations

import pytest

from kubebuku.app.office import Office
from kubebuku.books.enterprise.aid_commands import Goods, PassOnRevolving, ReceiveAidGoods
from kubebuku.books.enterprise.commands import MoveCapital
from kubebuku.books.enterprise.livestock_commands import SellLivestock
from kubebuku.domain.aid import AidKind
from kubebuku.domain.entries import EntryId, PersonId
from kubebuku.domain.money import Rupiah
from tests.books.trading import CATERING, TENTS, Trade, day


@pytest.fixture
def trade(office: Office) -> Trade:
    return Trade(office)


@pytest.fixture
def dinas(trade: Trade) -> PersonId:
    return trade.person("Dinas Sosial", "outsider")


def flour(goods: Goods = Goods.STOCK, **more: object) -> ReceiveAidGoods:
    values = {"on": day("10/1"), "description": "Tepung", "amount": Rupiah(4_000_000), "programme": "Stimulan", "unit": CATERING}
    return ReceiveAidGoods(**{**values, "goods": goods, **more})  # type: ignore[arg-type]


def used(trade: Trade, amount: int, on: str = "2026-02-01") -> EntryId:
    return trade.post(f"{on} | Tepung terpakai | 5101 {amount} @catering | 1140 -{amount} @catering").id


def test_flour_that_was_used_since_is_not_undone_until_the_use_is(trade: Trade) -> None:
    entry = trade.entry(flour())
    use = used(trade, 1)
    trade.undo_refused(entry, "balance-short")
    trade.undo(use)
    trade.undo(entry)
    assert trade.balances() == {}


def test_flour_bought_before_pays_for_what_was_used(trade: Trade) -> None:
    trade.money()
    trade.post("2026-01-05 | Tepung | 1140 1.000.000 @catering | 1101 -1.000.000")
    entry = trade.entry(flour())
    use = used(trade, 1_000_001)
    trade.undo_refused(entry, "balance-short")
    trade.undo(use)
    used(trade, 1_000_000)
    trade.undo(entry)
    assert trade.holds("1140") == 0


def test_capital_of_aid_that_went_to_another_business_is_not_undone(trade: Trade) -> None:
    entry = trade.entry(flour(Goods.MATERIALS))
    moved = MoveCapital(on=day("1/2"), description="Rapat", amount=Rupiah(1), unit=CATERING, to_unit=TENTS, account="3110")
    move = trade.entry(moved)
    trade.undo_refused(entry, "balance-short")
    trade.undo(move)
    trade.undo(entry)


def test_revolving_animals_that_went_on_are_not_undone(trade: Trade, dinas: PersonId) -> None:
    revolving = {"kind": AidKind.REVOLVING, "giver": dinas, "animal": "Babi", "number": 10, "amount": Rupiah(5_000_000)}
    outcome = trade.run(flour(Goods.LIVESTOCK, **revolving))
    assert outcome.entry is not None
    passed = PassOnRevolving(
        on=day("1/3"),
        description="Digulirkan",
        amount=Rupiah(500_000),
        aid=outcome.made["aid"],
        unit=CATERING,
        recipient=trade.person("Kube Lain", "outsider"),
        goods=Goods.LIVESTOCK,
        animal="Babi",
        number=1,
    )
    on = trade.entry(passed)
    trade.undo_refused(outcome.entry, "balance-short")
    trade.undo(on)
    trade.undo(outcome.entry)
    assert trade.balances() == {}


def test_animals_of_which_one_was_sold_are_not_undone(trade: Trade) -> None:
    entry = trade.entry(flour(Goods.LIVESTOCK, animal="Babi", number=10, amount=Rupiah(5_000_000)))
    sold = SellLivestock(on=day("1/3"), description="Dijual", amount=Rupiah(900_000), unit=CATERING, animal="Babi", number=1)
    sale = trade.entry(sold)
    trade.undo_refused(entry, "balance-short")
    trade.undo(sale)
    trade.undo(entry)
