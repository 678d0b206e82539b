"""Places of money and lines, one line with its balance, and records that bear a mark."""

from __future__ import annotations

import pytest

from kubebuku.books.cash.commands import MoveMoney
from kubebuku.books.cash.queries import Mark
from kubebuku.books.group.queries import Accounts, AttentionList
from kubebuku.books.journal.commands import GeneralJournal, JournalLine
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.ui.books.cash.accounts import AccountsPage
from kubebuku.ui.books.cash.entries import EntriesPage
from kubebuku.ui.books.cash.register import RegisterPage
from kubebuku.ui.home.attention import act_of
from tests.ui.pages.laptop import Laptop
from tests.ui.pages_b.hands import ActingDoor, choose, column, filling, refused_then_left
from tests.ui.pages_b.written import on, rp


def accounts(desk: Laptop, **wanted: object) -> AccountsPage:
    desk.window.go("accounts", **wanted)
    desk.settle()
    assert isinstance(desk.page, AccountsPage)
    return desk.page


def entries(desk: Laptop, mark: Mark) -> EntriesPage:
    desk.window.go("entries", mark=mark)
    desk.settle()
    assert isinstance(desk.page, EntriesPage)
    return desk.page


def test_places_of_money_stand_with_what_they_hold(desk: Laptop) -> None:
    page = accounts(desk)
    assert column(page.table, "sign") == ["Kas", "Kas Simpan Pinjam", "Kas IKS", "Bank"]
    assert page.table.foot.cells["balance"] == 79_002_800


def test_second_bank_account_is_added_renamed_and_closed(desk: Laptop, door: ActingDoor) -> None:
    page = accounts(desk)
    door.acts.append(filling(label="Bank BRI", parent="1110"))
    desk.press("Tempat uang baru")
    choose(page.table, "Bank BRI")
    door.acts.append(filling(label="Bank BRI kelompok"))
    desk.press("Ganti nama")
    choose(page.table, "Bank BRI kelompok")
    desk.press("Hapus")
    assert "Bank BRI kelompok" not in column(page.table, "sign")


def test_account_with_money_is_not_closed(desk: Laptop, door: ActingDoor) -> None:
    page = accounts(desk, tab="boxes")
    door.acts.append(filling(label="Kaleng kios", parent="1101"))
    desk.press("Tempat uang baru")
    tin = next(one.code for one in desk.ask(Accounts()) if one.label == "Kaleng kios")
    desk.window.session.run(
        desk.window, MoveMoney(on=on("21/11"), description="Uang kembalian", amount=rp("50.000"), box="1101", to_box=tin)
    )
    desk.settle()
    choose(page.table, "Kaleng kios")
    door.answers.append(True)
    desk.press("Tutup")
    assert "Kaleng kios" in door.said[-1]
    assert not next(one for one in desk.ask(Accounts()) if one.code == tin).closed


def test_the_usual_places_of_money_are_never_closed(desk: Laptop) -> None:
    page = accounts(desk, tab="boxes")
    choose(page.table, "Bank")
    assert "Tutup" not in desk.words_of_buttons()
    assert "Hitung" in desk.words_of_buttons()


def test_used_line_is_closed_and_opened_again(desk: Laptop, door: ActingDoor) -> None:
    page = accounts(desk, tab="boxes")
    door.acts.append(filling(label="Kaleng kios", parent="1101"))
    desk.press("Tempat uang baru")
    desk.press("Biaya")
    page.unused.click()
    desk.settle()
    choose(page.table, "Honor Pengurus")
    door.answers.append(True)
    desk.press("Tutup")
    choose(page.table, "Honor Pengurus")
    desk.press("Buka lagi")
    assert not next(one for one in desk.ask(Accounts()) if one.code == "5114").closed


def test_kind_of_cost_lies_under_the_chosen_line(desk: Laptop, door: ActingDoor) -> None:
    page = accounts(desk, tab="cost")
    choose(page.table, "Upah")
    door.acts.append(filling(label="Upah masak"))
    desk.press("Jenis biaya baru")
    added = next(one for one in desk.ask(Accounts()) if one.label == "Upah masak")
    assert added.parent == "5102"
    seen: list[str] = []
    door.acts.append(refused_then_left(seen, label="Upah masak"))
    desk.press("Jenis biaya baru")
    assert "Upah masak" in seen[0]


def test_search_finds_a_line_by_name_or_code(desk: Laptop) -> None:
    page = accounts(desk, tab="cost")
    page.search.setText("5102")
    desk.settle()
    assert column(page.table, "sign") == ["Upah"]


def test_counting_starts_from_the_place(desk: Laptop) -> None:
    page = accounts(desk)
    choose(page.table, "Kas IKS")
    desk.press("Hitung")
    assert desk.window.key == "count"


def test_line_shows_its_records_and_their_sum(desk: Laptop) -> None:
    page = accounts(desk, tab="cost")
    choose(page.table, "Upah")
    page.table.setFocus()
    desk.enter()
    assert isinstance(desk.page, RegisterPage)
    assert desk.page.head.title.text() == "Upah"
    assert column(desk.page.table, "balance") == ["400.000", "800.000", "1.300.000"]
    desk.press("Satu bulan")
    assert column(desk.page.table, "description")[0] == "Saldo dari bulan Oktober 2026"
    assert column(desk.page.table, "balance")[0] == "400.000"
    assert desk.page.month.value() == Month(2026, 11)
    desk.page.table.select_at(1)
    desk.page.table.setFocus()
    desk.enter()
    assert desk.window.key == "story"


def test_payments_without_nota_can_be_given_one(desk: Laptop) -> None:
    page = entries(desk, Mark.WITHOUT_NOTA)
    assert column(page.table, "description")[0] == "Ongkos pasang tenda, 4 orang"
    assert "Pilih satu, tekan Ubah, lalu tulis nomornya." in desk.reads()
    desk.press("Ubah")
    assert desk.window.key == "amend"


@pytest.mark.parametrize(("words", "count"), [("Dicoret", 1), ("Terlambat ditulis", 0), ("Dikoreksi kemudian", 0)])
def test_marks_are_tabs(desk: Laptop, words: str, count: int) -> None:
    page = entries(desk, Mark.WITHOUT_NOTA)
    desk.press(words)
    assert page.table.model.rowCount() == count
    assert page.stack.currentIndex() == (0 if count else 1)


def test_line_without_a_name_leads_to_its_record(desk: Laptop) -> None:
    lines = (
        JournalLine(account="1120", amount=rp("100.000")),
        JournalLine(account="4190", amount=Rupiah(-100_000)),
    )
    journal = GeneralJournal(on=on("21/11"), description="Piutang lama", lines=lines)
    desk.window.session.run(desk.window, journal)
    desk.settle()
    attention = desk.ask(AttentionList())
    line = next(one for one in attention if one.key == "names")
    act_of(desk.window, line)[1]()
    desk.settle()
    assert isinstance(desk.page, EntriesPage)
    assert column(desk.page.table, "description") == ["Piutang lama"]
