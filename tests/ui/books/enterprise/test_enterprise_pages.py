"""Usaha: the list, one business, what is owed, and the use of aid."""

from __future__ import annotations

from datetime import date
from typing import Any

from kubebuku.books.enterprise.aid_commands import BorrowOutside
from kubebuku.books.enterprise.commands import BuyStock, CollectReceivable
from kubebuku.books.group.queries import Units
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ui import places
from kubebuku.ui.books.cash.owed import OwedPage
from kubebuku.ui.books.enterprise.aid import AidPage
from kubebuku.ui.books.enterprise.businesses import EnterprisesPage
from kubebuku.ui.books.enterprise.unit import UnitPage
from tests.ui.hands.dialogs import filling, refused_then_left
from tests.ui.hands.door import RecordingDoor
from tests.ui.hands.laptop import Laptop
from tests.ui.hands.tables import choose, column, line_of
from tests.ui.written.hunafa import CATERING, OCTOBER, TENTS, on, rp

SHOP = PersonId(13)


def businesses(hunafa: Laptop) -> EnterprisesPage:
    hunafa.window.go(places.Businesses())
    hunafa.settle()
    assert isinstance(hunafa.page, EnterprisesPage)
    return hunafa.page


def unit(hunafa: Laptop, id_: int | None) -> UnitPage:
    hunafa.window.go(places.Unit(unit=id_))
    hunafa.settle()
    assert isinstance(hunafa.page, UnitPage)
    return hunafa.page


def owed(hunafa: Laptop, **wanted: Any) -> OwedPage:
    hunafa.window.go(places.Owed(**wanted))
    hunafa.settle()
    assert isinstance(hunafa.page, OwedPage)
    return hunafa.page


def test_list_shows_month_and_year_and_what_belongs_to_no_business(hunafa: Laptop) -> None:
    table = businesses(hunafa).table
    assert column(table, "sign") == ["Sewa tenda", "Catering", "Umum", "Simpan pinjam"]
    assert column(table, "profit")[:3] == ["1.715.000", "2.425.000", "−52.200"]
    assert column(table, "year")[:2] == ["4.285.000", "2.590.000"]
    assert table.foot.cells["profit"] == 4_087_800
    assert table.foot.cells["capital"] == 78_602_800


def test_an_earlier_month_shows_its_own_figures(hunafa: Laptop) -> None:
    page = businesses(hunafa)
    page.month.step(-1)
    hunafa.settle()
    assert page.month.value() == OCTOBER
    assert column(page.table, "profit")[:2] == ["1.620.000", "565.000"]
    assert "Sewa tenda Rp1.620.000" in page.charts["month"][1].accessibleDescription()


def test_business_begins_gets_another_name_ends_and_goes_on(hunafa: Laptop, door: RecordingDoor) -> None:
    page = businesses(hunafa)
    door.acts.append(filling(label="Warung", opened=date(2026, 11, 1)))
    hunafa.press("Usaha baru")
    assert "Warung" in column(page.table, "sign")
    choose(page.table, "Warung")
    door.acts.append(filling(label="Warung kopi"))
    hunafa.press("Ganti nama")
    choose(page.table, "Warung kopi")
    door.acts.append(filling(on=date(2026, 11, 20)))
    hunafa.press("Akhiri usaha")
    assert "Warung kopi" in column(page.table, "sign")  # in the month of its end it still stands there
    choose(page.table, "Warung kopi")
    hunafa.press("Lanjutkan usaha")
    assert next(one for one in hunafa.ask(Units()) if one.label == "Warung kopi").closed is None


def test_name_of_another_business_is_refused_in_the_dialog(hunafa: Laptop, door: RecordingDoor) -> None:
    businesses(hunafa)
    seen: list[str] = []
    door.acts.append(refused_then_left(seen, label="catering", opened=date(2026, 11, 1)))
    hunafa.press("Usaha baru")
    assert "Catering" in seen[0]
    assert len(hunafa.ask(Units())) == 2


def test_enter_opens_the_business(hunafa: Laptop) -> None:
    page = businesses(hunafa)
    choose(page.table, "Catering")
    page.table.setFocus()
    hunafa.enter()
    assert isinstance(hunafa.page, UnitPage)
    assert hunafa.page.head.title.text() == "Catering"


def test_business_shows_its_year_its_months_and_its_book(hunafa: Laptop) -> None:
    page = unit(hunafa, CATERING)
    read = hunafa.reads()
    for words in ("Pendapatan 2026", "Rp7.755.000", "Rp5.165.000", "Rp2.590.000"):
        assert words in read
    assert "November 2026 Rp5.075.000" in page.chart.accessibleDescription()
    assert column(page.table, "description")[0] == "Hasil sampai Oktober 2026"
    assert column(page.table, "balance")[-1] == "2.590.000"
    assert page.table.foot.cells["materials"] == 2_150_000
    choose(page.table, "Belanja bahan catering")
    assert "Dipilih: BKK/2026/0005" in page.foot.words.text()


def test_business_records_income_and_costs_for_itself(hunafa: Laptop) -> None:
    unit(hunafa, TENTS)
    hunafa.press("Catat pendapatan")
    assert hunafa.window.key == "record"
    assert hunafa.entry("unit").widget.value() == TENTS
    unit(hunafa, TENTS)
    hunafa.press("Catat biaya")
    assert hunafa.entry("unit").widget.value() == TENTS


def test_capital_is_told_by_where_it_comes_from(hunafa: Laptop) -> None:
    unit(hunafa, TENTS)
    read = hunafa.reads()
    assert "Dari bantuan" in read
    assert "Rp35.000.000" in read
    assert "Rp39.285.000" in read


def test_stock_stands_beside_its_count(hunafa: Laptop) -> None:
    stock = BuyStock(on=on("20/11"), description="Beras untuk stok", amount=rp("300.000"), unit=CATERING)
    hunafa.window.session.run(hunafa.window, stock)
    hunafa.settle()
    unit(hunafa, CATERING)
    assert "Persediaan menurut buku" in hunafa.reads()
    hunafa.press("Hitung")
    assert hunafa.window.key == "record"
    assert hunafa.entry("unit").widget.value() == CATERING


def test_what_belongs_to_no_business_has_its_own_book(hunafa: Laptop) -> None:
    page = unit(hunafa, None)
    assert page.head.title.text() == "Umum"
    assert not page.trend.isVisible()
    assert "Konsumsi rapat 22 November" in column(page.table, "description")
    assert "Catat pendapatan" not in hunafa.words_of_buttons()


def test_receivable_shows_its_age_and_is_collected(hunafa: Laptop) -> None:
    page = owed(hunafa)
    assert column(page.table, "name") == ["Toko Maju Contoh"]
    assert column(page.table, "age0") == ["250.000"]
    assert column(page.table, "days") == ["4 hari"]
    assert column(page.details, "description") == ["Sewa kursi, dibayar bulan depan"]
    hunafa.press("Catat pembayarannya")
    assert hunafa.window.key == "record"
    assert hunafa.entry("person").widget.value() == SHOP
    assert hunafa.entry("amount").widget.value() == Rupiah(250_000)


def test_a_settled_debt_leaves_the_list(hunafa: Laptop) -> None:
    page = owed(hunafa)
    collect = CollectReceivable(on=on("22/11"), description="Lunas", amount=rp("250.000"), person=SHOP)
    hunafa.window.session.run(hunafa.window, collect)
    hunafa.settle()
    assert not page.list.filled
    assert "Tidak ada yang berutang penjualan atau sewa." in hunafa.reads()


def test_advance_waits_for_its_nota_or_for_the_money(hunafa: Laptop) -> None:
    page = owed(hunafa, tab="advances", person=4)
    assert column(page.table, "name") == ["Dedi Contoh"]
    assert "Notanya sudah ada" in hunafa.words_of_buttons()
    hunafa.press("Uangnya kembali")
    assert hunafa.entry("amount").widget.value() == Rupiah(200_000)


def test_lender_outside_is_listed_with_what_is_still_owed(hunafa: Laptop) -> None:
    loan = BorrowOutside(on=on("20/11"), description="Pinjaman", amount=rp("2.000.000"), person=SHOP)
    hunafa.window.session.run(hunafa.window, loan)
    hunafa.settle()
    page = owed(hunafa, tab="loans")
    assert column(page.table, "amount") == ["2.000.000"]
    page.table.setFocus()
    hunafa.enter()
    assert hunafa.window.key == "person"


def test_aid_shows_what_came_and_what_is_left(hunafa: Laptop, door: RecordingDoor) -> None:
    hunafa.window.go(places.Aid())
    hunafa.settle()
    assert isinstance(hunafa.page, AidPage)
    card = hunafa.page.cards[0]
    assert card.title.text() == "BLPS 2026"
    assert card.accessibleDescription() == "Diterima Rp5.000.000, sisa Rp5.000.000"
    assert column(card.table, "description") == ["Bantuan kota"]
    door.acts.append(filling(label="BLPS kota"))
    hunafa.press("Perbaiki nama")
    assert hunafa.page.cards[0].title.text() == "BLPS kota 2026"
    hunafa.page.cards[0].table.select_at(0)
    hunafa.page.cards[0].table.setFocus()
    hunafa.enter()
    assert hunafa.window.key == "story"


def test_book_without_aid_says_what_it_is_for(laptop: Laptop, book_path: object) -> None:
    laptop.window.open_book(book_path)  # type: ignore[arg-type]
    laptop.settle()
    laptop.window.go(places.Aid())
    laptop.settle()
    assert "Belum ada bantuan yang ditulis" in laptop.reads()
    laptop.press("Catat bantuan masuk")
    assert laptop.window.key == "record"


def test_chosen_line_stays_chosen_after_a_change_elsewhere(hunafa: Laptop) -> None:
    page = businesses(hunafa)
    choose(page.table, "Umum")
    sale = BuyStock(on=on("21/11"), description="Gula", amount=rp("50.000"), unit=CATERING)
    hunafa.window.session.run(hunafa.window, sale)
    hunafa.settle()
    assert page.table.view.currentIndex().row() == line_of(page.table, "Umum")
