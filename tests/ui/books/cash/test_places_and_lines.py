"""Places of money and lines, one line with its balance, and records that bear a mark."""

from __future__ import annotations

from typing import Any

import pytest

from kubebuku.books.cash.commands import MoveMoney
from kubebuku.books.cash.queries import Mark
from kubebuku.books.group.queries import Accounts, AttentionList
from kubebuku.books.journal.commands import GeneralJournal, JournalLine
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.ui import places
from kubebuku.ui.books.cash.accounts import AccountsPage
from kubebuku.ui.books.cash.entries import EntriesPage
from kubebuku.ui.books.cash.register import RegisterPage
from kubebuku.ui.home.attention import act_of
from tests.ui.hands.dialogs import filling, refused_then_left
from tests.ui.hands.door import RecordingDoor
from tests.ui.hands.laptop import Laptop
from tests.ui.hands.tables import choose, column
from tests.ui.written.hunafa import on, rp


def accounts(hunafa: Laptop, **wanted: Any) -> AccountsPage:
    hunafa.window.go(places.Accounts(**wanted))
    hunafa.settle()
    assert isinstance(hunafa.page, AccountsPage)
    return hunafa.page


def entries(hunafa: Laptop, mark: Mark) -> EntriesPage:
    hunafa.window.go(places.Marked(mark.value))
    hunafa.settle()
    assert isinstance(hunafa.page, EntriesPage)
    return hunafa.page


def test_places_of_money_stand_with_what_they_hold(hunafa: Laptop) -> None:
    page = accounts(hunafa)
    assert column(page.table, "sign") == ["Kas", "Kas Simpan Pinjam", "Kas IKS", "Bank"]
    assert page.table.foot.cells["balance"] == 79_002_800


def test_second_bank_account_is_added_renamed_and_closed(hunafa: Laptop, door: RecordingDoor) -> None:
    page = accounts(hunafa)
    door.acts.append(filling(label="Bank BRI", parent="1110"))
    hunafa.press("Tempat uang baru")
    choose(page.table, "Bank BRI")
    door.acts.append(filling(label="Bank BRI kelompok"))
    hunafa.press("Ganti nama")
    choose(page.table, "Bank BRI kelompok")
    hunafa.press("Hapus")
    assert "Bank BRI kelompok" not in column(page.table, "sign")


def test_account_with_money_is_not_closed(hunafa: Laptop, door: RecordingDoor) -> None:
    page = accounts(hunafa, tab="boxes")
    door.acts.append(filling(label="Kaleng kios", parent="1101"))
    hunafa.press("Tempat uang baru")
    tin = next(one.code for one in hunafa.ask(Accounts()) if one.label == "Kaleng kios")
    hunafa.window.session.run(
        hunafa.window, MoveMoney(on=on("21/11"), description="Uang kembalian", amount=rp("50.000"), box="1101", to_box=tin)
    )
    hunafa.settle()
    choose(page.table, "Kaleng kios")
    door.answers.append(True)
    hunafa.press("Tutup")
    assert "Kaleng kios" in door.said[-1]
    assert not next(one for one in hunafa.ask(Accounts()) if one.code == tin).closed


def test_the_usual_places_of_money_are_never_closed(hunafa: Laptop) -> None:
    page = accounts(hunafa, tab="boxes")
    choose(page.table, "Bank")
    assert "Tutup" not in hunafa.words_of_buttons()
    assert "Hitung" in hunafa.words_of_buttons()


def test_used_line_is_closed_and_opened_again(hunafa: Laptop, door: RecordingDoor) -> None:
    page = accounts(hunafa, tab="boxes")
    door.acts.append(filling(label="Kaleng kios", parent="1101"))
    hunafa.press("Tempat uang baru")
    hunafa.press("Biaya")
    page.unused.click()
    hunafa.settle()
    choose(page.table, "Honor Pengurus")
    door.answers.append(True)
    hunafa.press("Tutup")
    choose(page.table, "Honor Pengurus")
    hunafa.press("Buka lagi")
    assert not next(one for one in hunafa.ask(Accounts()) if one.code == "5114").closed


def test_kind_of_cost_lies_under_the_chosen_line(hunafa: Laptop, door: RecordingDoor) -> None:
    page = accounts(hunafa, tab="cost")
    choose(page.table, "Upah")
    door.acts.append(filling(label="Upah masak"))
    hunafa.press("Jenis biaya baru")
    added = next(one for one in hunafa.ask(Accounts()) if one.label == "Upah masak")
    assert added.parent == "5102"
    seen: list[str] = []
    door.acts.append(refused_then_left(seen, label="Upah masak"))
    hunafa.press("Jenis biaya baru")
    assert "Upah masak" in seen[0]


def test_search_finds_a_line_by_name_or_code(hunafa: Laptop) -> None:
    page = accounts(hunafa, tab="cost")
    page.search.setText("5102")
    hunafa.settle()
    assert column(page.table, "sign") == ["Upah"]


def test_counting_starts_from_the_place(hunafa: Laptop) -> None:
    page = accounts(hunafa)
    choose(page.table, "Kas IKS")
    hunafa.press("Hitung")
    assert hunafa.window.key == "count"


def test_line_shows_its_records_and_their_sum(hunafa: Laptop) -> None:
    page = accounts(hunafa, tab="cost")
    choose(page.table, "Upah")
    page.table.setFocus()
    hunafa.enter()
    assert isinstance(hunafa.page, RegisterPage)
    assert hunafa.page.head.title.text() == "Upah"
    assert column(hunafa.page.table, "balance") == ["400.000", "800.000", "1.300.000"]
    hunafa.press("Satu bulan")
    assert column(hunafa.page.table, "description")[0] == "Saldo dari bulan Oktober 2026"
    assert column(hunafa.page.table, "balance")[0] == "400.000"
    assert hunafa.page.month.value() == Month(2026, 11)
    hunafa.page.table.select_at(1)
    hunafa.page.table.setFocus()
    hunafa.enter()
    assert hunafa.window.key == "story"


def test_payments_without_nota_can_be_given_one(hunafa: Laptop) -> None:
    page = entries(hunafa, Mark.WITHOUT_NOTA)
    assert column(page.table, "description")[0] == "Ongkos pasang tenda, 4 orang"
    assert "Pilih satu, tekan Ubah, lalu tulis nomornya." in hunafa.reads()
    hunafa.press("Ubah")
    assert hunafa.window.key == "amend"


@pytest.mark.parametrize(("words", "count"), [("Dicoret", 1), ("Terlambat ditulis", 0), ("Dikoreksi kemudian", 0)])
def test_marks_are_tabs(hunafa: Laptop, words: str, count: int) -> None:
    page = entries(hunafa, Mark.WITHOUT_NOTA)
    hunafa.press(words)
    assert page.table.model.rowCount() == count
    assert page.stack.currentIndex() == (0 if count else 1)


def test_line_without_a_name_leads_to_its_record(hunafa: Laptop) -> None:
    lines = (
        JournalLine(account="1120", amount=rp("100.000")),
        JournalLine(account="4190", amount=Rupiah(-100_000)),
    )
    journal = GeneralJournal(on=on("21/11"), description="Piutang lama", lines=lines)
    hunafa.window.session.run(hunafa.window, journal)
    hunafa.settle()
    attention = hunafa.ask(AttentionList())
    line = next(one for one in attention if one.key == "names")
    act_of(hunafa.window, line)[1]()
    hunafa.settle()
    assert isinstance(hunafa.page, EntriesPage)
    assert column(hunafa.page.table, "description") == ["Piutang lama"]
