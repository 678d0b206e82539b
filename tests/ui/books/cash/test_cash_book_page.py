"""Buku kas on screen: places, months, search, struck lines, what can be done with a line."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from kubebuku.books.cash.queries import CashBookPage as BookPage
from kubebuku.books.cash.queries import CashRow
from kubebuku.books.closing.commands import ReopenMonths
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.ui import places, theme
from kubebuku.ui.books.cash.cash_book import CashBookPage, Shown
from tests.ui.hands.door import RecordingDoor
from tests.ui.hands.laptop import Laptop
from tests.ui.hands.tables import choose, column, line_of
from tests.ui.written.hunafa import NOVEMBER, OCTOBER


def book(hunafa: Laptop, **wanted: Any) -> CashBookPage:
    hunafa.window.go(places.CashBook(**wanted))
    hunafa.settle()
    assert isinstance(hunafa.page, CashBookPage)
    return hunafa.page


def find(hunafa: Laptop, page: CashBookPage, words: str) -> None:
    """Ctrl+F, then the words; the book is asked once the letters have come to rest."""
    hunafa.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    hunafa.type(words)
    hunafa.until(lambda: not page._pause.isActive())
    hunafa.settle()


def test_opens_at_today_with_the_last_line_chosen(hunafa: Laptop) -> None:
    page = book(hunafa)
    assert page.month.value() == NOVEMBER
    assert column(page.table, "on")[:2] == ["01/11", "02/11"]
    assert column(page.table, "description")[0] == "Saldo dari bulan Oktober"
    assert column(page.table, "balance")[0] == "9.215.000"
    assert column(page.table, "balance")[-1] == "11.820.000"
    line = page.table.current()
    assert isinstance(line, CashRow)
    assert line.description == "Panjar belanja gas"
    assert page.table.view.hasFocus()


def test_totals_leave_the_struck_line_out(hunafa: Laptop) -> None:
    cells = book(hunafa).table.foot.cells
    assert cells["description"] == "Jumlah November 2026, 13 catatan"
    assert (cells["received"], cells["paid"], cells["balance"]) == (7_475_000, 4_870_000, 11_820_000)


def test_struck_pair_stands_crossed_out_above_its_replacement(hunafa: Laptop) -> None:
    page = book(hunafa)
    beside, balances = column(page.table, "unit"), column(page.table, "balance")
    old = beside.index("Dicoret")
    assert page.table.model.style(page.table.model.rows[old]).struck
    assert balances[old] == ""
    assert beside[old + 1] == "Gantinya 0006"
    page.struck.click()
    hunafa.settle()
    assert "Dicoret" not in column(page.table, "unit")
    assert "Gantinya 0006" in column(page.table, "unit")


def test_tabs_show_each_place_and_all_together(hunafa: Laptop) -> None:
    page = book(hunafa)
    hunafa.press("Bank")
    assert column(page.table, "description")[-1] == "Bantuan kota"
    assert column(page.table, "balance")[-1] == "57.532.800"
    hunafa.press("Semua")
    moved = line_of(page.table, "Pindah ke Bank")
    assert column(page.table, "unit")[moved] == "1.000.000"
    assert (column(page.table, "received")[moved], column(page.table, "paid")[moved]) == ("", "")
    assert page.table.foot.cells["balance"] == 79_002_800


def test_search_finds_amounts_and_offers_all_months(hunafa: Laptop) -> None:
    page = book(hunafa)
    find(hunafa, page, "385.000")
    assert column(page.table, "description") == ["Beli tali dan terpal cadangan"]
    assert "1 catatan cocok dengan “385.000” di November 2026." in hunafa.reads()
    hunafa.press("Semua bulan")
    assert page.whole
    assert column(page.table, "on") == ["12/11/26"]
    hunafa.press("November 2026")
    assert not page.whole


def test_search_without_a_hit_names_the_words_and_the_way_out(hunafa: Laptop) -> None:
    page = book(hunafa)
    find(hunafa, page, "terpal biru")
    read = hunafa.reads()
    assert "Tidak ada yang cocok dengan “terpal biru”" in read
    assert "Coba kata yang lebih pendek, atau lihat semua bulan." in read
    hunafa.press("Cari di semua bulan")
    assert "Coba kata yang lebih pendek." in hunafa.reads()
    hunafa.press("Kosongkan pencarian")
    hunafa.until(lambda: page.stack.currentIndex() == 0)
    assert page.search.text() == ""


def test_all_months_begin_with_the_balance_at_opening(hunafa: Laptop) -> None:
    page = book(hunafa, box="1101", month="all")
    assert column(page.table, "description")[0] == "Saldo awal buku"
    assert column(page.table, "balance")[0] == "6.480.000"
    assert column(page.table, "on")[1] == "09/09/26"


def test_month_without_money_says_what_was_left(hunafa: Laptop) -> None:
    page = book(hunafa, box="1103", month=NOVEMBER)
    read = hunafa.reads()
    assert "Buku kas ini masih kosong" in read
    assert "Belum ada uang masuk atau keluar di bulan November 2026." in read
    assert "Saldo dari Oktober: Rp1.250.000" in read
    hunafa.press("Lihat bulan Oktober")
    assert page.month.value() == OCTOBER
    assert "Catat uang masuk" not in hunafa.words_of_buttons()  # October is closed


def test_alt_left_goes_to_the_closed_month_with_lock_and_correction(hunafa: Laptop) -> None:
    page = book(hunafa)
    hunafa.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.month.value() == OCTOBER
    assert "Oktober 2026 sudah ditutup" in hunafa.reads()
    choose(page.table, "Catering arisan 40 kotak")
    assert "Urungkan" not in hunafa.words_of_buttons()
    assert "Koreksi" in hunafa.words_of_buttons()
    assert "koreksi ditulis di bulan yang terbuka" in hunafa.reads()
    hunafa.press("Koreksi")
    assert hunafa.window.key == "amend"


def test_foot_says_who_wrote_the_line_and_offers_the_three_acts(hunafa: Laptop) -> None:
    page = book(hunafa)
    choose(page.table, "Catering arisan 41 kotak")
    assert "Dipilih: BKM/2026/0010, ditulis Citra Contoh, bendahara 19/11 pukul " in page.foot.words.text()
    assert [act[0] for act in page.foot.acts()] == ["Ubah", "Urungkan", "Cerita"]
    choose(page.table, "Dicoret")
    assert [act[0] for act in page.foot.acts()] == ["Cerita"]
    page.table.select_at(0)
    assert page.foot.acts() == []


def test_enter_on_a_line_tells_its_story(hunafa: Laptop) -> None:
    book(hunafa)
    hunafa.enter()
    assert hunafa.window.key == "story"


def test_undoing_a_line_strikes_it_and_the_balance_follows(hunafa: Laptop, door: RecordingDoor) -> None:
    page = book(hunafa)
    choose(page.table, "Transport antar tenda")
    door.acts.append(lambda dialog: dialog.buttons["main"].click())
    door.answers.append(True)
    hunafa.press("Urungkan")
    hunafa.until(lambda: page.table.foot.cells["balance"] == 11_970_000)
    assert column(page.table, "unit").count("Dicoret") == 2


def test_a_record_made_elsewhere_shows_when_one_comes_back(hunafa: Laptop) -> None:
    page = book(hunafa)
    hunafa.window.go(places.Doors())
    hunafa.settle()
    hunafa.window.session.run(hunafa.window, ReopenMonths(month=OCTOBER, reason="Nota tertinggal"))
    hunafa.settle()
    hunafa.window.go(places.CashBook())
    hunafa.settle()
    page.month.step(-1)
    hunafa.settle()
    choose(page.table, "Catering arisan 40 kotak")
    assert "Urungkan" in hunafa.words_of_buttons()


def test_twenty_four_thousand_lines_are_shown_without_being_copied(hunafa: Laptop) -> None:
    page = book(hunafa)
    rows = tuple(
        CashRow(
            entry=number,
            on=date(2026, 1, 1),
            number=f"BKM/2026/{number:04d}",
            description="Sewa tenda",
            unit="Sewa tenda",
            received=Rupiah(1_000),
            paid=Rupiah(0),
            moved=Rupiah(0),
            balance=Rupiah(1_000 * number),
            struck=False,
            replaces=None,
            replaced_by=None,
            corrects=None,
            nota=None,
            kind="sale",
            who="Ani Contoh",
            recorded="2026-01-01T01:00:00Z",
        )
        for number in range(1, 24_001)
    )
    whole = BookPage(
        "1101", "Kas", None, Rupiah(0), rows, Rupiah(24_000_000), Rupiah(0), Rupiah(24_000_000), len(rows), 0, opens_book=True
    )
    page.whole = True
    page._show(Shown(page.shown.boxes if page.shown else (), whole, None))
    assert page.table.model.rowCount() == 24_001
    assert page.table.model.rows[24_000] is rows[-1]
    assert page.table.model.text(24_000, 6) == "24.000.000"
    assert page.table.foot.cells["description"] == "Jumlah semua bulan, 24.000 catatan"


def test_narrow_window_with_large_text_keeps_every_figure(hunafa: Laptop) -> None:
    page = book(hunafa)
    theme.use(theme.Theme("light", 1.5))
    hunafa.window.resize(1366, 768)
    hunafa.settle()
    at = [spec.key for spec in page.table.model.columns].index("unit")
    assert page.table.view.isColumnHidden(at)
    assert "Upah masak 5 orang (Dicoret)" in column(page.table, "description")
    widths = [page.table.view.columnWidth(number) for number in range(page.table.model.columnCount()) if number != at]
    assert sum(widths) <= page.table.view.viewport().width()


def test_f2_records_from_here(hunafa: Laptop) -> None:
    book(hunafa)
    hunafa.key(Qt.Key.Key_F2)
    assert hunafa.window.key == "catat"


def test_months_reach_from_the_first_to_today(hunafa: Laptop) -> None:
    page = book(hunafa)
    assert not page.month.later.isEnabled()
    for _ in range(5):
        page.month.step(-1)
    hunafa.settle()
    assert page.month.value() == Month(2026, 9)
    assert column(page.table, "description")[0] == "Saldo awal buku"
