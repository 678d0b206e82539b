"""IKS: the fund beside its box, who has paid, dues for several months, santunan under their ceiling, rules with their history."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kubebuku.books.group.queries import Accounts
from kubebuku.books.solidarity.queries import BenefitKinds, Benefits, DuesDue, SolidarityFund
from kubebuku.domain.calendar import Month
from kubebuku.ui import places
from kubebuku.ui.books.personal_savings.take_dues import TakeDuesPage
from kubebuku.ui.books.solidarity.fund import SolidarityFundPage
from tests.ui.hands.laptop import Laptop, Opener
from tests.ui.hands.tables import rows_of


@pytest.fixture
def fund(open_book: Opener, savings_book: Path) -> Laptop:
    """The laptop with the fund on it."""
    laptop = open_book(savings_book)
    laptop.window.go(places.SolidarityFund())
    laptop.settle()
    return laptop


def page(laptop: Laptop) -> SolidarityFundPage:
    assert isinstance(laptop.page, SolidarityFundPage)
    return laptop.page


def balance(laptop: Laptop, account: str) -> int:
    return sum(abs(int(row.balance)) for row in laptop.ask(Accounts()) if row.code[:4] == account)


def test_the_fund_stands_beside_its_box(fund: Laptop) -> None:
    state = fund.ask(SolidarityFund())
    assert state.fund == balance(fund, "2120") == 12_000
    assert state.box == balance(fund, "1103")
    read = fund.reads()
    assert "Rp12.000" in read
    assert "uang lain ada di tempat uang IKS" in read


def test_other_money_in_the_box_can_be_moved_out(fund: Laptop) -> None:
    fund.press("Pindahkan")
    assert fund.entry("amount").widget.value() == 1_250_000
    assert (fund.entry("box").widget.value(), fund.entry("to_box").widget.value()) == ("1103", "1101")
    fund.at("description")
    fund.type("Uang lama kembali ke Kas")
    fund.save()
    fund.window.go(places.SolidarityFund())
    fund.settle()
    assert fund.ask(SolidarityFund()).elsewhere == 0
    assert "uang lain ada" not in fund.reads()


def test_the_chart_names_who_is_behind(fund: Laptop) -> None:
    fund.press("Hanya yang menunggak")
    rows = rows_of(page(fund).chart)
    assert [(row.number, row.late) for row in rows] == [(3, 2_000), (4, 4_000), (6, 2_000), (8, 4_000), (9, 2_000), (12, 4_000)]
    assert page(fund).chart.foot.cells["late"] == 18_000


def test_dues_of_several_months_in_one_go(fund: Laptop) -> None:
    page(fund).chart.select_at(3)
    fund.press("Terima iuran")
    taking = fund.page
    assert isinstance(taking, TakeDuesPage)
    assert taking.member.value() == 4
    assert taking.months.value() == (Month(2026, 9), Month(2026, 10), Month(2026, 11))
    fund.click("Desember 2026")
    assert "Delapan ribu rupiah" in fund.reads()
    fund.save()
    due = fund.ask(DuesDue(4))
    assert due.late == 0
    assert due.lacking[0].period.first == Month(2027, 1)
    assert balance(fund, "2120") == 20_000


def test_the_next_member_follows_at_once(fund: Laptop) -> None:
    fund.window.go(places.TakeDues(person=3))
    fund.settle()
    fund.save()
    taking = fund.page
    assert isinstance(taking, TakeDuesPage)
    assert taking.member.value() is None
    assert "Urungkan" in fund.words_of_buttons()
    taking.member.set_value(8)
    taking.member.changed.emit(8)
    fund.settle()
    fund.save()
    assert balance(fund, "2120") == 12_000 + 4_000 + 6_000


def test_leaving_a_half_written_form_asks(fund: Laptop) -> None:
    fund.window.go(places.TakeDues(person=8))
    fund.settle()
    fund.click("Desember 2026")
    fund.key(Qt.Key.Key_Escape)
    assert fund.door.said == ["Tinggalkan tanpa menyimpan?"]
    assert isinstance(fund.page, TakeDuesPage)


def test_the_book_of_the_fund_ties(fund: Laptop) -> None:
    fund.press("Buku IKS")
    cells = page(fund).book.foot.cells
    assert (cells["dues"], cells["paid"], cells["balance"]) == (42_000, 30_000, 12_000)


def test_a_benefit_keeps_to_its_ceiling(fund: Laptop) -> None:
    fund.press("Beri santunan")
    fund.at("amount")
    fund.type("200000")
    fund.entry("person").widget.set_value(5)
    fund.entry("rule").widget.set_value(1)
    fund.at("decided")
    fund.type("Rapat 22 November")
    fund.save()
    assert "Rp150.000" in fund.reads()
    assert len(fund.ask(Benefits())) == 1


def test_what_was_given_is_listed_and_opens_its_story(fund: Laptop) -> None:
    fund.press("Santunan")
    rows = rows_of(page(fund).given)
    assert [(row.name, row.event, row.amount) for row in rows] == [("Dedi Contoh", "Sakit", 30_000)]
    page(fund).given.select_at(0)
    page(fund).given.view.setFocus()
    fund.enter()
    assert fund.window.key == "story"


def test_an_event_gets_another_ceiling(fund: Laptop) -> None:
    fund.press("Aturan")
    kinds = page(fund).kinds
    kinds.table.select_at([row.event for row in rows_of(kinds.table)].index("Sakit"))
    fund.settle()
    fund.press("Ubah")
    assert fund.entry("ceiling").widget.value() == 150_000
    fund.at("ceiling")
    fund.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    fund.type("200000")
    fund.save()
    assert {kind.event: kind.ceiling for kind in fund.ask(BenefitKinds())} == {"Sakit": 200_000, "Meninggal": 500_000}


def test_a_group_without_dues_is_asked_for_them(open_book: Opener, plain_book: Path) -> None:
    laptop = open_book(plain_book)
    laptop.window.go(places.Home())
    laptop.settle()
    laptop.click("IKS")
    assert "Iurannya belum ditulis" in laptop.reads()
    laptop.press("Tulis iurannya")
    assert laptop.record.asked is not None
    assert laptop.record.asked.form.key == "solidarity_rule"
