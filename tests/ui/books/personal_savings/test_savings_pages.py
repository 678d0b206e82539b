"""Simpanan: the list ties to the accounts, the wall chart says who is behind, months are ticked, a member's book is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kubebuku.books.group.queries import Accounts
from kubebuku.books.personal_savings.queries import PassBook, Savers, SavingsDue
from kubebuku.domain.calendar import Month
from kubebuku.ui import places, theme
from kubebuku.ui.books.members.leaving import LeavingPage
from kubebuku.ui.books.personal_savings.fee import SavingsFeePage
from kubebuku.ui.books.personal_savings.pass_book import SavingsBookPage
from kubebuku.ui.books.personal_savings.savings import SavingsPage
from kubebuku.ui.books.personal_savings.take_dues import TakeSavingsPage
from kubebuku.ui.widgets import ChipSpec
from tests.ui.hands.laptop import Laptop, Opener
from tests.ui.hands.tables import rows_of


@pytest.fixture
def savers(open_book: Opener, savings_book: Path) -> Laptop:
    """The laptop with the list of savings on it."""
    laptop = open_book(savings_book)
    laptop.window.go(places.Savings())
    laptop.settle()
    return laptop


def page(laptop: Laptop) -> SavingsPage:
    assert isinstance(laptop.page, SavingsPage)
    return laptop.page


def choose(laptop: Laptop, row: int) -> None:
    page(laptop).table.select_at(row)
    laptop.settle()


def held(laptop: Laptop, account: str) -> int:
    return sum(abs(int(row.balance)) for row in laptop.ask(Accounts()) if row.code[:4] == account)


def test_the_sums_are_those_of_the_accounts(savers: Laptop) -> None:
    cells = page(savers).table.foot.cells
    assert cells["principal"] == held(savers, "3101") == 600_000
    assert cells["obligatory"] == held(savers, "3102") == 280_000
    assert cells["voluntary"] == held(savers, "2110") == 660_000
    assert cells["total"] == 1_540_000
    assert cells["late"] == "4 orang menunggak"


def test_savings_stand_in_the_navigation(savers: Laptop) -> None:
    savers.window.go(places.Home())
    savers.settle()
    savers.click("Simpanan")
    assert savers.window.key == "savings"


def test_only_those_who_are_behind(savers: Laptop) -> None:
    savers.press("Hanya yang menunggak")
    assert [row.number for row in rows_of(page(savers).table)] == [3, 6, 9, 12]
    assert page(savers).table.model.text(0, 6) == "1 bulan, Rp10.000"


def test_a_member_is_found_by_name(savers: Laptop) -> None:
    page(savers).search.setFocus()
    savers.type("nurhaliza")
    savers.until(lambda: len(rows_of(page(savers).table)) == 1)


def test_the_wall_chart_says_each_month_in_words(savers: Laptop) -> None:
    savers.press("Simpanan wajib")
    model = page(savers).chart.model
    third = [model.text(2, column) for column in range(model.columnCount())]
    assert third[10:13] == [
        "September: sudah dibayar, Rp10.000",
        "Oktober: belum dibayar, Rp10.000",
        "November: waktunya sekarang, Rp10.000",
    ]
    assert third[2:10] == [""] * 8
    kinds = [value.kind for column in (10, 11, 12) if isinstance(value := model.value(2, column), ChipSpec)]
    assert kinds == ["inn", "warn", "soft"]
    assert page(savers).chart.foot.cells["paid"] == 280_000


def test_the_next_year_is_a_page_of_its_own(savers: Laptop) -> None:
    savers.press("Simpanan wajib")
    savers.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page(savers).year.value() == 2027
    assert page(savers).chart.foot.cells["paid"] == 0


def test_months_behind_are_ticked_and_paid(savers: Laptop) -> None:
    choose(savers, 2)
    savers.press("Terima simpanan")
    taking = savers.page
    assert isinstance(taking, TakeSavingsPage)
    assert taking.months.value() == (Month(2026, 10), Month(2026, 11))
    assert "Rp20.000" in savers.reads()
    taking.amounts["voluntary"].setFocus()
    savers.type("15000")
    assert "Rp35.000" in savers.reads()
    assert "Tiga puluh lima ribu rupiah" in savers.reads()
    savers.save()
    assert "Urungkan" in savers.words_of_buttons()
    due = savers.ask(SavingsDue(3))
    assert due.late == 0
    assert savers.ask(PassBook(3)).rows[-1].obligatory == 20_000
    assert savers.ask(PassBook(3)).rows[-1].voluntary == 15_000
    assert taking.member.value() is None, "the next member can be written"


def test_fewer_months_can_be_ticked(savers: Laptop) -> None:
    savers.window.go(places.TakeSavings(person=6))
    savers.settle()
    savers.click("November 2026")
    savers.save()
    assert savers.ask(PassBook(6)).rows[-1].months == (Month(2026, 10),)


def test_saving_without_a_member_is_said_at_the_field(savers: Laptop) -> None:
    savers.press("Terima simpanan")
    savers.save()
    assert "Belum ada yang dipilih" in savers.reads()


def test_nothing_ticked_and_nothing_written_is_refused(savers: Laptop) -> None:
    before = savers.ask(Savers()).total
    savers.window.go(places.TakeSavings(person=1))
    savers.settle()
    savers.save()
    assert savers.ask(Savers()).total == before
    assert isinstance(savers.page, TakeSavingsPage)
    assert savers.page.form.strip.isVisible() or any(
        field.refused() for field in savers.page.form.fields if hasattr(field, "refused")
    )


def test_a_received_deposit_is_undone_on_the_spot(savers: Laptop) -> None:
    before = savers.ask(Savers()).total
    savers.window.go(places.TakeSavings(person=3))
    savers.settle()
    savers.save()
    savers.door.answers.append(True)
    savers.press("Urungkan")
    assert savers.ask(Savers()).total == before
    assert "Urungkan" not in savers.words_of_buttons()


def test_a_members_book_reads_like_the_paper_one(savers: Laptop) -> None:
    page(savers).table.select_at(1)
    page(savers).table.view.setFocus()
    savers.enter()
    book = savers.page
    assert isinstance(book, SavingsBookPage)
    assert [(int(row.principal), int(row.obligatory), int(row.voluntary), int(row.withdrawn)) for row in rows_of(book.table)] == [
        (50_000, 0, 120_000, 0),
        (0, 30_000, 10_000, 0),
        (0, 0, 0, 30_000),
    ]
    assert book.table.foot.cells["balance"] == 180_000
    assert "Rp100.000" in savers.reads(), "what is left of the voluntary savings"


def test_what_is_behind_stands_above_the_book(savers: Laptop) -> None:
    savers.window.go(places.PassBook(person=3))
    savers.settle()
    assert "Simpanan wajib menunggak Rp10.000" in savers.reads()


def test_more_than_is_saved_is_not_paid_out(savers: Laptop) -> None:
    savers.window.go(places.PassBook(person=2))
    savers.settle()
    savers.press("Ambil simpanan")
    savers.at("amount")
    savers.type("150000")
    savers.save()
    assert "Rp100.000" in savers.reads()
    assert savers.ask(PassBook(2)).held_voluntary == 100_000


def test_jasa_is_looked_at_then_given_to_all(savers: Laptop) -> None:
    savers.press("Jasa simpanan")
    fee = savers.page
    assert isinstance(fee, SavingsFeePage)
    assert fee.month.value() == Month(2026, 10)
    assert [int(row.amount) for row in rows_of(fee.table)] == [600] * 5
    before = held(savers, "2110")
    savers.press("Tulis Rp3.000")
    assert held(savers, "2110") == before + 3_000


def test_leaving_shows_what_is_paid_out_before_it_is_written(savers: Laptop) -> None:
    savers.window.go(places.PassBook(person=2))
    savers.settle()
    savers.press("Keluar dari kelompok")
    assert isinstance(savers.page, LeavingPage)
    assert "Rp180.000" in savers.reads()
    savers.press("Selesaikan dan keluar")
    savers.at("reason")
    savers.type("Pindah ke Barabai")
    savers.save()
    assert 2 not in [row.person for row in savers.ask(Savers()).rows]


def test_rules_are_kept_with_their_history(savers: Laptop) -> None:
    savers.press("Aturan")
    assert page(savers).rules.table.model.text(0, 2) == "10.000"
    savers.press("Aturan baru")
    savers.at("since")
    savers.type("Januari 2027")
    savers.at("obligatory")
    savers.type("15000")
    savers.save()
    savers.window.go(places.Savings(tab="rules"))
    savers.settle()
    model = page(savers).rules.table.model
    assert [model.text(row, 0) for row in range(2)] == ["Januari 2027", "September 2026"]
    assert [model.style(row).bold for row in model.rows] == [False, True], "the new one does not hold yet"


def test_rules_fit_beside_each_other_at_the_largest_text(savers: Laptop) -> None:
    theme.use(theme.Theme("light", 2.0))
    savers.window.resize(1024, 600)
    savers.window.go(places.Savings(tab="rules"))
    savers.settle()
    view = page(savers).rules.table.view
    assert view.viewport().width() > 900
    assert view.horizontalScrollBar().maximum() == 0


def test_a_group_without_rules_is_asked_for_them(open_book: Opener, plain_book: Path) -> None:
    laptop = open_book(plain_book)
    laptop.window.go(places.Savings())
    laptop.settle()
    laptop.press("Tulis aturannya")
    assert laptop.record.asked is not None
    assert laptop.record.asked.form.key == "savings_rule"
