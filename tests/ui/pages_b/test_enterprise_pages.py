"""Usaha: the list, one business, what is owed, and the use of aid."""

from __future__ import annotations

from datetime import date

from kubebuku.books.enterprise.aid_commands import BorrowOutside
from kubebuku.books.enterprise.commands import BuyStock, CollectReceivable
from kubebuku.books.group.queries import Units
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ui.books.cash.owed import OwedPage
from kubebuku.ui.books.enterprise.aid import AidPage
from kubebuku.ui.books.enterprise.businesses import EnterprisesPage
from kubebuku.ui.books.enterprise.unit import UnitPage
from tests.ui.pages.laptop import Laptop
from tests.ui.pages_b.hands import ActingDoor, choose, column, filling, line_of, refused_then_left
from tests.ui.pages_b.written import CATERING, OCTOBER, TENTS, on, rp

SHOP = PersonId(13)


def businesses(desk: Laptop) -> EnterprisesPage:
    desk.window.go("enterprise")
    desk.settle()
    assert isinstance(desk.page, EnterprisesPage)
    return desk.page


def unit(desk: Laptop, id_: int | None) -> UnitPage:
    desk.window.go("unit", unit=id_)
    desk.settle()
    assert isinstance(desk.page, UnitPage)
    return desk.page


def owed(desk: Laptop, **wanted: object) -> OwedPage:
    desk.window.go("owed", **wanted)
    desk.settle()
    assert isinstance(desk.page, OwedPage)
    return desk.page


def test_list_shows_month_and_year_and_what_belongs_to_no_business(desk: Laptop) -> None:
    table = businesses(desk).table
    assert column(table, "sign") == ["Sewa tenda", "Catering", "Umum", "Simpan pinjam"]
    assert column(table, "profit")[:3] == ["1.715.000", "2.425.000", "−52.200"]
    assert column(table, "year")[:2] == ["4.285.000", "2.590.000"]
    assert table.foot.cells["profit"] == 4_087_800
    assert table.foot.cells["capital"] == 78_602_800


def test_an_earlier_month_shows_its_own_figures(desk: Laptop) -> None:
    page = businesses(desk)
    page.month.step(-1)
    desk.settle()
    assert page.month.value() == OCTOBER
    assert column(page.table, "profit")[:2] == ["1.620.000", "565.000"]
    assert "Sewa tenda Rp1.620.000" in page.charts["month"][1].accessibleDescription()


def test_business_begins_gets_another_name_ends_and_goes_on(desk: Laptop, door: ActingDoor) -> None:
    page = businesses(desk)
    door.acts.append(filling(label="Warung", opened=date(2026, 11, 1)))
    desk.press("Usaha baru")
    assert "Warung" in column(page.table, "sign")
    choose(page.table, "Warung")
    door.acts.append(filling(label="Warung kopi"))
    desk.press("Ganti nama")
    choose(page.table, "Warung kopi")
    door.acts.append(filling(on=date(2026, 11, 20)))
    desk.press("Akhiri usaha")
    assert "Warung kopi" in column(page.table, "sign")  # in the month of its end it still stands there
    choose(page.table, "Warung kopi")
    desk.press("Lanjutkan usaha")
    assert next(one for one in desk.ask(Units()) if one.label == "Warung kopi").closed is None


def test_name_of_another_business_is_refused_in_the_dialog(desk: Laptop, door: ActingDoor) -> None:
    businesses(desk)
    seen: list[str] = []
    door.acts.append(refused_then_left(seen, label="catering", opened=date(2026, 11, 1)))
    desk.press("Usaha baru")
    assert "Catering" in seen[0]
    assert len(desk.ask(Units())) == 2


def test_enter_opens_the_business(desk: Laptop) -> None:
    page = businesses(desk)
    choose(page.table, "Catering")
    page.table.setFocus()
    desk.enter()
    assert isinstance(desk.page, UnitPage)
    assert desk.page.head.title.text() == "Catering"


def test_business_shows_its_year_its_months_and_its_book(desk: Laptop) -> None:
    page = unit(desk, CATERING)
    read = desk.reads()
    for words in ("Pendapatan 2026", "Rp7.755.000", "Rp5.165.000", "Rp2.590.000"):
        assert words in read
    assert "November 2026 Rp5.075.000" in page.chart.accessibleDescription()
    assert column(page.table, "description")[0] == "Hasil sampai Oktober 2026"
    assert column(page.table, "balance")[-1] == "2.590.000"
    assert page.table.foot.cells["materials"] == 2_150_000
    choose(page.table, "Belanja bahan catering")
    assert "Dipilih: BKK/2026/0005" in page.foot.words.text()


def test_business_records_income_and_costs_for_itself(desk: Laptop) -> None:
    unit(desk, TENTS)
    desk.press("Catat pendapatan")
    assert desk.window.key == "record"
    assert desk.entry("unit").widget.value() == TENTS
    unit(desk, TENTS)
    desk.press("Catat biaya")
    assert desk.entry("unit").widget.value() == TENTS


def test_capital_is_told_by_where_it_comes_from(desk: Laptop) -> None:
    unit(desk, TENTS)
    read = desk.reads()
    assert "Dari bantuan" in read
    assert "Rp35.000.000" in read
    assert "Rp39.285.000" in read


def test_stock_stands_beside_its_count(desk: Laptop) -> None:
    stock = BuyStock(on=on("20/11"), description="Beras untuk stok", amount=rp("300.000"), unit=CATERING)
    desk.window.session.run(desk.window, stock)
    desk.settle()
    unit(desk, CATERING)
    assert "Persediaan menurut buku" in desk.reads()
    desk.press("Hitung")
    assert desk.window.key == "record"
    assert desk.entry("unit").widget.value() == CATERING


def test_what_belongs_to_no_business_has_its_own_book(desk: Laptop) -> None:
    page = unit(desk, None)
    assert page.head.title.text() == "Umum"
    assert not page.trend.isVisible()
    assert "Konsumsi rapat 22 November" in column(page.table, "description")
    assert "Catat pendapatan" not in desk.words_of_buttons()


def test_receivable_shows_its_age_and_is_collected(desk: Laptop) -> None:
    page = owed(desk)
    assert column(page.table, "name") == ["Toko Maju Contoh"]
    assert column(page.table, "age0") == ["250.000"]
    assert column(page.table, "days") == ["4 hari"]
    assert column(page.details, "description") == ["Sewa kursi, dibayar bulan depan"]
    desk.press("Catat pembayarannya")
    assert desk.window.key == "record"
    assert desk.entry("person").widget.value() == SHOP
    assert desk.entry("amount").widget.value() == Rupiah(250_000)


def test_a_settled_debt_leaves_the_list(desk: Laptop) -> None:
    page = owed(desk)
    collect = CollectReceivable(on=on("22/11"), description="Lunas", amount=rp("250.000"), person=SHOP)
    desk.window.session.run(desk.window, collect)
    desk.settle()
    assert page.sheets.currentIndex() == 1
    assert "Tidak ada yang berutang penjualan atau sewa." in desk.reads()


def test_advance_waits_for_its_nota_or_for_the_money(desk: Laptop) -> None:
    page = owed(desk, tab="advances", person=4)
    assert column(page.table, "name") == ["Dedi Contoh"]
    assert "Notanya sudah ada" in desk.words_of_buttons()
    desk.press("Uangnya kembali")
    assert desk.entry("amount").widget.value() == Rupiah(200_000)


def test_lender_outside_is_listed_with_what_is_still_owed(desk: Laptop) -> None:
    loan = BorrowOutside(on=on("20/11"), description="Pinjaman", amount=rp("2.000.000"), person=SHOP)
    desk.window.session.run(desk.window, loan)
    desk.settle()
    page = owed(desk, tab="loans")
    assert column(page.table, "amount") == ["2.000.000"]
    page.table.setFocus()
    desk.enter()
    assert desk.window.key == "person"


def test_aid_shows_what_came_and_what_is_left(desk: Laptop, door: ActingDoor) -> None:
    desk.window.go("aid")
    desk.settle()
    assert isinstance(desk.page, AidPage)
    card = desk.page.cards[0]
    assert card.title.text() == "BLPS 2026"
    assert card.accessibleDescription() == "Diterima Rp5.000.000, sisa Rp5.000.000"
    assert column(card.table, "description") == ["Bantuan kota"]
    door.acts.append(filling(label="BLPS kota"))
    desk.press("Perbaiki nama")
    assert desk.page.cards[0].title.text() == "BLPS kota 2026"
    desk.page.cards[0].table.select_at(0)
    desk.page.cards[0].table.setFocus()
    desk.enter()
    assert desk.window.key == "story"


def test_book_without_aid_says_what_it_is_for(laptop: Laptop, book_path: object) -> None:
    laptop.window.open_book(book_path)  # type: ignore[arg-type]
    laptop.settle()
    laptop.window.go("aid")
    laptop.settle()
    assert "Belum ada bantuan yang ditulis" in laptop.reads()
    laptop.press("Catat bantuan masuk")
    assert laptop.window.key == "record"


def test_chosen_line_stays_chosen_after_a_change_elsewhere(desk: Laptop) -> None:
    page = businesses(desk)
    choose(page.table, "Umum")
    sale = BuyStock(on=on("21/11"), description="Gula", amount=rp("50.000"), unit=CATERING)
    desk.window.session.run(desk.window, sale)
    desk.settle()
    assert page.table.view.currentIndex().row() == line_of(page.table, "Umum")
