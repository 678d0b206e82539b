"""The cash book as it is read: order, balances, struck lines, search, totals; and what wants attention."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.cash.commands import CountBox, GeneralPayment, GiveAdvance, MoveMoney, OtherReceipt
from kubebuku.books.cash.queries import (
    BoxBalances,
    CashBook,
    CashBookPage,
    CountHistory,
    Flow,
    LastEntries,
    Mark,
    MarkedEntries,
    MonthInOut,
)
from kubebuku.books.group.queries import AttentionList
from kubebuku.books.mending.commands import Amend, Undo
from kubebuku.books.opening.commands import OpenBook, OpeningBox
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.trading import CATERING, TENTS, Trade, day

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


@pytest.fixture
def trade(office: Office) -> Trade:
    return Trade(office)


def received(on: str, amount: int, words: str = "Sewa tenda", **more: Any) -> OtherReceipt:
    return OtherReceipt(**{"on": day(on), "description": words, "amount": Rupiah(amount), **more})


def paid(on: str, amount: int, words: str = "Upah masak", **more: Any) -> GeneralPayment:
    values = {"on": day(on), "description": words, "amount": Rupiah(amount), "account": "5102", **more}
    return GeneralPayment(**values)


def november(trade: Trade, **more: Any) -> CashBookPage:
    page: CashBookPage = trade.answer(CashBook(**{"box": "1101", "month": NOVEMBER, **more}))
    return page


def lines(page: CashBookPage) -> list[tuple[str, int, int, int | None]]:
    return [(row.description, row.received, row.paid, row.balance) for row in page.rows]


def test_a_month_begins_with_what_october_left(trade: Trade) -> None:
    trade.run(received("20/10", 900_000), received("2/11", 100_000), paid("3/11", 40_000))
    page = november(trade)
    assert page.opening == 900_000
    assert lines(page) == [("Sewa tenda", 100_000, 0, 1_000_000), ("Upah masak", 0, 40_000, 960_000)]
    assert (page.received, page.paid, page.closing, page.count) == (100_000, 40_000, 960_000, 2)


def test_within_a_day_receipts_come_before_payments(trade: Trade) -> None:
    trade.run(received("1/11", 10_000))
    trade.post(
        "2026-11-02 | Belanja | 5101 30.000 @catering | 1101 -10.000 | 1110 -20.000",
        "2026-11-02 | Modal | 1110 20.000 | 3190 -20.000",
    )
    trade.run(received("2/11", 50_000, "Hasil kue"))
    assert [row.description for row in november(trade).rows] == ["Sewa tenda", "Hasil kue", "Belanja"]
    assert all(row.balance is not None and row.balance >= 0 for row in november(trade).rows)


def test_the_book_of_an_empty_month_has_its_opening_line(trade: Trade) -> None:
    trade.run(received("20/10", 900_000))
    page = november(trade)
    assert (page.opening, page.rows, page.closing, page.count) == (900_000, (), 900_000, 0)


def test_opening_balances_are_the_first_line_and_never_received(trade: Trade) -> None:
    opening = OpenBook(boxes=(OpeningBox(box="1101", amount=Rupiah(500_000)),))
    first = trade.entry(opening)
    trade.run(Amend(entry=first, replacement=OpenBook(boxes=(OpeningBox(box="1101", amount=Rupiah(650_000)),))))
    page = trade.answer(CashBook(box="1101", month=Month(2026, 1)))
    assert (page.opening, page.rows, page.received, page.opens_book) == (650_000, (), 0, True)
    assert trade.answer(MonthInOut(Month(2026, 1))).received == 0


def test_a_struck_line_counts_nothing_and_its_mirror_is_not_seen(trade: Trade) -> None:
    trade.run(received("1/11", 1_000_000))
    wrong = trade.entry(paid("8/11", 500_000))
    trade.run(Undo(entry=wrong))
    page = november(trade)
    assert lines(page) == [("Sewa tenda", 1_000_000, 0, 1_000_000), ("Upah masak", 0, 500_000, None)]
    assert (page.paid, page.closing, page.count, page.struck) == (0, 1_000_000, 1, 1)
    assert [row.struck for row in page.rows] == [False, True]


def test_struck_lines_can_be_hidden(trade: Trade) -> None:
    wrong = trade.entry(received("1/11", 1_000))
    trade.run(Undo(entry=wrong))
    page = november(trade, show_struck=False)
    assert (page.rows, page.struck) == ((), 1)


def test_a_replacement_and_what_it_replaces_name_each_other(trade: Trade) -> None:
    trade.run(received("1/11", 9_000_000))
    wrong = trade.entry(paid("8/11", 5_000_000))
    trade.run(Amend(entry=wrong, replacement=paid("8/11", 500_000)))
    old, new = november(trade).rows[1:]
    assert (old.number, old.replaced_by) == ("BKK/2026/0001", "BKK/2026/0002")
    assert (new.replaces, new.paid, new.balance) == ("BKK/2026/0001", 500_000, 8_500_000)


def test_all_boxes_together_show_a_move_that_changes_nothing(trade: Trade) -> None:
    trade.run(received("1/11", 1_000_000), MoveMoney(on=day("16/11"), description="Setor", amount=Rupiah(300_000)))
    page = trade.answer(CashBook(month=NOVEMBER))
    assert page.label == "Semua tempat"
    move = page.rows[1]
    assert (move.received, move.paid, move.moved, move.balance) == (0, 0, 300_000, 1_000_000)
    assert (page.received, page.paid, page.closing) == (1_000_000, 0, 1_000_000)


def test_the_whole_book_from_the_beginning(trade: Trade) -> None:
    trade.run(received("20/10", 900_000), received("2/11", 100_000))
    page = trade.answer(CashBook(box="1101"))
    assert (page.opening, len(page.rows), page.closing) == (0, 2, 1_000_000)


def test_a_box_that_is_none_has_no_book(trade: Trade) -> None:
    with pytest.raises(Exception, match="no place where money lies"):
        trade.answer(CashBook(box="5102"))


@pytest.mark.parametrize("search", ["catering", "0417", "40.000", "40000", "BKK/2026/0001", "  UPAH  masak ", "eka"])
def test_search_finds_by_what_a_line_says(trade: Trade, search: str) -> None:
    eka = trade.person("Eka Contoh")
    trade.run(received("1/11", 500_000, unit=TENTS), paid("3/11", 40_000, unit=CATERING, nota="0417"))
    trade.run(GiveAdvance(on=day("4/11"), description="Belanja", amount=Rupiah(1_000), person=eka))
    page = november(trade, search=search)
    wanted = "Belanja" if search == "eka" else "Upah masak"
    assert [row.description for row in page.rows] == [wanted]
    assert page.count == 1
    assert page.rows[0].balance in (460_000, 459_000)


def test_search_that_finds_nothing(trade: Trade) -> None:
    trade.run(received("1/11", 500_000))
    assert november(trade, search="terpal biru").rows == ()


# ---- short lists


def test_boxes_with_their_last_count(trade: Trade) -> None:
    trade.run(received("1/11", 500_000), CountBox(on=day("8/11"), counted=Rupiah(500_000)))
    kas, _, _, bank = trade.answer(BoxBalances())
    assert (kas.label, kas.balance, kas.days) == ("Kas", 500_000, 14)
    assert kas.last_count is not None
    assert kas.last_count.agrees
    assert (bank.last_count, bank.days) == (None, None)
    assert trade.answer(BoxBalances(at=day("31/10")))[0].balance == 0


def test_a_closed_box_is_left_out_once_it_is_empty(trade: Trade) -> None:
    trade.account("1110.01", "Bank kedua")
    trade.office.write(lambda work: work.connection.exec_driver_sql("UPDATE account SET closed = 1 WHERE code = '1110.01'"))
    assert [box.code for box in trade.answer(BoxBalances())] == ["1101", "1102", "1103", "1110"]


def test_a_month_in_and_out_leaves_moves_and_struck_pairs_aside(trade: Trade) -> None:
    trade.run(received("1/11", 1_000_000), paid("2/11", 300_000))
    trade.run(MoveMoney(on=day("3/11"), description="Setor", amount=Rupiah(100_000)))
    trade.run(Undo(entry=trade.entry(paid("4/11", 99_000))))
    moved = trade.answer(MonthInOut(NOVEMBER))
    assert (moved.received, moved.paid, moved.surplus) == (1_000_000, 300_000, 700_000)


def test_the_last_entries_newest_first(trade: Trade) -> None:
    trade.run(received("5/11", 1_000_000), paid("6/11", 300_000))
    trade.run(MoveMoney(on=day("7/11"), description="Setor", amount=Rupiah(100_000)))
    trade.post("2026-11-07 | Penyusutan | 5106 5.000 @tenda | 1209 -5.000")
    trade.run(Undo(entry=trade.entry(paid("8/11", 99_000))))
    rows = trade.answer(LastEntries(4))
    assert [(row.flow, row.amount) for row in rows] == [
        (Flow.NONE, 5_000),
        (Flow.MOVE, 100_000),
        (Flow.OUT, 300_000),
        (Flow.IN, 1_000_000),
    ]


def test_payments_without_nota_are_found(trade: Trade) -> None:
    trade.run(received("1/11", 9_000_000), paid("2/11", 10_000), paid("3/11", 20_000, nota="0417"))
    trade.run(MoveMoney(on=day("4/11"), description="Setor", amount=Rupiah(5_000)))
    assert [row.amount for row in trade.answer(MarkedEntries(Mark.WITHOUT_NOTA))] == [10_000]
    assert trade.answer(MarkedEntries(Mark.WITHOUT_NOTA, OCTOBER)) == ()


def test_late_struck_and_corrected_entries_are_found(trade: Trade) -> None:
    trade.run(received("14/11", 1_000), received("15/11", 2_000))
    late = trade.answer(MarkedEntries(Mark.LATE))
    assert [row.amount for row in late] == [1_000]
    trade.run(Undo(entry=EntryId(late[0].entry)))
    assert [row.amount for row in trade.answer(MarkedEntries(Mark.STRUCK))] == [1_000]
    assert trade.answer(MarkedEntries(Mark.LATE)) == ()
    assert trade.answer(MarkedEntries(Mark.CORRECTED)) == ()


# ---- attention


def attention(trade: Trade) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in trade.answer(AttentionList()):
        found.setdefault(line.key, []).append(say(line.title))
    return found


def test_a_box_with_money_is_counted_every_fortnight(trade: Trade) -> None:
    trade.run(received("1/11", 500_000))
    assert attention(trade)["count"] == ["Kas perlu dihitung"]
    trade.run(CountBox(on=day("8/11"), counted=Rupiah(500_000)))
    assert "count" not in attention(trade)


def test_the_bank_is_compared_not_counted(trade: Trade) -> None:
    trade.run(
        received("1/11", 500_000),
        MoveMoney(on=day("1/11"), description="Setor", amount=Rupiah(500_000)),
    )
    assert attention(trade)["count"] == ["Bank perlu dicocokkan dengan buku bank"]


def test_a_box_counted_too_long_ago(trade: Trade) -> None:
    trade.run(received("1/11", 500_000), CountBox(on=day("7/11"), counted=Rupiah(500_000)))
    assert attention(trade)["count"] == ["Kas perlu dihitung"]


def test_a_difference_waits_for_its_entry(trade: Trade) -> None:
    trade.run(received("1/11", 500_000), CountBox(on=day("22/11"), counted=Rupiah(495_000), note="Ani dan Budi"))
    trade.run(CountBox(on=day("22/11"), counted=Rupiah(505_000), note="Ani dan Budi"))
    assert attention(trade)["count_difference"] == ["Selisih hitungan belum dijelaskan"] * 2
    assert len(trade.answer(CountHistory())) == 2


def test_an_advance_older_than_a_fortnight(trade: Trade) -> None:
    eka = trade.person("Eka Contoh")
    trade.run(received("1/11", 500_000))
    trade.run(GiveAdvance(on=day("7/11"), description="Belanja", amount=Rupiah(90_000), person=eka))
    assert attention(trade)["advance"] == ["Eka Contoh masih memegang Rp90.000"]


def test_payments_without_nota_and_late_entries(trade: Trade) -> None:
    trade.run(received("1/11", 500_000), paid("2/11", 1_000))
    found = attention(trade)
    assert found["nota"] == ["1 pembayaran tanpa nomor nota"]
    assert found["late"] == ["2 catatan terlambat ditulis"]


def test_all_is_well_in_a_new_book(office: Office) -> None:
    """A book that begins today has nothing to attend to but what is not there yet."""
    assert [line.key for line in office.ask(AttentionList()) if line.key in ("count", "nota", "late", "advance", "pending")] == []
    assert office.today == date(2026, 11, 22)
