"""What somebody meets who sees the window for the first time: where the keyboard is, what an empty list says, what is shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kubebuku.app.office import Office
from kubebuku.app.settings import Settings
from kubebuku.books.members.commands import AddMember, MemberLeaves
from kubebuku.books.opening.commands import OpenBook, OpeningBox, OpeningSavings
from kubebuku.books.personal_savings.commands import WithdrawSavings
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ui import theme
from kubebuku.ui.books.cash.owed import OwedPage
from kubebuku.ui.books.inventory.inventory import InventoryPage
from kubebuku.ui.books.inventory.opname_count import OpnameCountPage
from kubebuku.ui.books.personal_savings.savings import SavingsPage
from kubebuku.ui.books.solidarity.fund import SolidarityFundPage
from kubebuku.ui.parts.dues_table import DuesTable
from kubebuku.ui.start.opening import OpeningPage
from kubebuku.ui.start.start import StartPage
from kubebuku.ui.widgets import Button, Label
from kubebuku.ui.widgets.table import BookTable
from tests.ui.hands.laptop import PLACES, Laptop, Opener


@pytest.fixture
def empty_book(book_path: Path) -> Path:
    """Kube Contoh, in which nothing is written."""
    return book_path.rename(book_path.with_name("kosong.kubebuku"))


def held() -> str:
    """The words of the button that has the keyboard."""
    piece = QApplication.focusWidget()
    return piece.words if isinstance(piece, Button) else ""


def see(laptop: Laptop, page: str, **wanted: Any) -> None:
    laptop.window.go(PLACES[page](**wanted))
    laptop.settle()


def shown(table: BookTable[Any]) -> list[str]:
    """The columns that can be seen."""
    return [spec.key for at, spec in enumerate(table.model.columns) if not table.view.isColumnHidden(at)]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("cash_book", "Catat uang masuk"),
        ("people", "Anggota baru"),
        ("savings", "Anggota"),
        ("inventory", "Barang baru"),
        ("aid", "Catat bantuan masuk"),
    ],
)
def test_the_keyboard_is_on_the_act_of_an_empty_list(open_book: Opener, empty_book: Path, page: str, words: str) -> None:
    laptop = open_book(empty_book)
    see(laptop, page)
    assert held() == words


@pytest.mark.parametrize("page", ["take_savings", "take_dues"])
def test_without_members_the_way_to_the_first_one_is_shown(open_book: Opener, empty_book: Path, page: str) -> None:
    laptop = open_book(empty_book)
    see(laptop, page)
    assert "Belum ada anggota yang ditulis" in laptop.reads()
    assert held() == "Anggota baru"
    laptop.press("Anggota baru")
    assert laptop.window.key == "person_form"


def test_after_a_member_the_keyboard_waits_for_the_next_one(open_book: Opener, empty_book: Path) -> None:
    laptop = open_book(empty_book)
    see(laptop, "person_form")
    laptop.type("Zahra Contoh")
    laptop.save()
    assert held() == "Tulis satu lagi"
    laptop.press("Terima simpanan")
    assert laptop.window.key == "take_savings"


def test_an_empty_list_of_debts_is_read_whole(open_book: Opener, empty_book: Path) -> None:
    laptop = open_book(empty_book)
    see(laptop, "owed")
    page = laptop.page
    assert isinstance(page, OwedPage)
    assert "Tidak ada yang berutang" in laptop.reads()
    said = [label for label in page.list.empty.findChildren(Label) if label.isVisible()]
    assert said
    assert all(label.height() >= label.heightForWidth(label.width()) for label in said)
    layout = page.list.empty.layout()
    assert layout is not None
    assert page.list.empty.height() >= layout.totalHeightForWidth(page.list.empty.width())
    held = laptop.window.focusWidget()
    assert page.tabs.isAncestorOf(held)


def test_debts_open_at_the_first_list_that_has_lines(open_book: Opener, plain_book: Path) -> None:
    laptop = open_book(plain_book)
    see(laptop, "owed")
    page = laptop.page
    assert isinstance(page, OwedPage)
    assert page.lines[page.kind.key]
    see(laptop, "owed", tab="loans")
    assert page.kind.key == "loans"


def test_who_left_still_stands_in_the_opening(open_book: Opener, empty_book: Path) -> None:
    begin = date(2026, 1, 1)
    with Office.open(empty_book, who="Citra Contoh, bendahara") as office:
        person = PersonId(office.run(AddMember(full_name="Eka Contoh", joined=begin)).made["person"])
        kept = OpeningSavings(person=person, principal=Rupiah(0), obligatory=Rupiah(0), voluntary=Rupiah(20_000))
        office.run(OpenBook(boxes=(OpeningBox(box="1102", amount=Rupiah(500_000)),), savings=(kept,)))
        office.run(WithdrawSavings(on=date(2026, 2, 1), person=person, amount=Rupiah(20_000)))
        office.run(MemberLeaves(person=person, on=date(2026, 2, 1), reason="pindah"))
    laptop = open_book(empty_book)
    see(laptop, "opening")
    page = laptop.page
    assert isinstance(page, OpeningPage)
    assert page.rest.text() == "Rp480.000"


def test_the_opening_says_where_it_is_saved_and_leads_there(open_book: Opener, empty_book: Path) -> None:
    laptop = open_book(empty_book)
    see(laptop, "opening")
    assert "Tombol simpan ada di paling bawah" in laptop.reads()
    laptop.press("Ke bawah")
    assert held() == "Simpan saldo awal"


def test_a_count_of_nothing_is_answered_with_what_to_do(open_book: Opener, goods_book: Path) -> None:
    laptop = open_book(goods_book)
    see(laptop, "opname_count")
    page = laptop.page
    assert isinstance(page, OpnameCountPage)
    laptop.press("Simpan hitungan")
    assert "Belum ada yang dihitung" in laptop.reads()
    assert QApplication.focusWidget() is page.found.focus_target()


def test_quantities_of_the_inventory_are_read_whole(open_book: Opener, goods_book: Path) -> None:
    laptop = open_book(goods_book)
    see(laptop, "inventory")
    page = laptop.page
    assert isinstance(page, InventoryPage)
    assert {"quantity", "place", "condition", "value", "book_value"} <= set(shown(page.table))
    at = [spec.key for spec in page.table.model.columns].index("quantity")
    assert page.table.view.columnWidth(at) > theme.current().metrics("body").horizontalAdvance("1.148 buah")


def test_large_text_leaves_name_sum_and_arrears_of_savings(open_book: Opener, savings_book: Path) -> None:
    laptop = open_book(savings_book)
    laptop.window.resize(1024, 600)
    theme.use(theme.Theme(text=1.5))
    see(laptop, "savings")
    page = laptop.page
    assert isinstance(page, SavingsPage)
    keys = shown(page.table)
    assert {"name", "total"} <= set(keys)
    assert page.table.view.horizontalScrollBar().maximum() == 0


def test_a_narrow_chart_of_dues_keeps_the_latest_months(open_book: Opener, savings_book: Path) -> None:
    laptop = open_book(savings_book)
    laptop.window.resize(1024, 600)
    see(laptop, "solidarity")
    chart = next(one for one in laptop.page.findChildren(DuesTable) if one.isVisible())
    assert {"name", "late", "month10", "month9", "month8"} <= set(shown(chart))
    assert "number" not in shown(chart)
    assert chart.view.horizontalScrollBar().maximum() == 0


def test_one_known_book_stands_beside_the_welcome(laptop: Laptop, empty_book: Path) -> None:
    laptop.window.remember(Settings().opened(empty_book, "Kube Contoh"))
    see(laptop, "start")
    page = laptop.page
    assert isinstance(page, StartPage)
    middle = page.recent.mapTo(page, page.recent.rect().center()).y()
    welcome = page.practice_button.mapTo(page, page.practice_button.rect().center()).y()
    assert abs(middle - welcome) < 160


def test_tab_goes_on_from_the_sentence_of_an_empty_list(open_book: Opener, empty_book: Path) -> None:
    laptop = open_book(empty_book)
    see(laptop, "cash_book")
    laptop.key(Qt.Key.Key_Tab)
    assert held() == "Catat uang keluar"


@pytest.mark.parametrize("tab", ["grid", "book"])
def test_the_fund_opens_with_the_keyboard_on_its_list(open_book: Opener, savings_book: Path, tab: str) -> None:
    laptop = open_book(savings_book)
    see(laptop, "solidarity", tab=tab)
    page = laptop.page
    assert isinstance(page, SolidarityFundPage)
    assert QApplication.focusWidget() is (page.chart if tab == "grid" else page.book).view
