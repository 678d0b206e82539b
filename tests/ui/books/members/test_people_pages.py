"""Anggota: everybody in lists, one person's page, and writing people down."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine

from kubebuku.books.members.queries import Members, Officers, PersonBalances, PersonEntries
from kubebuku.domain.money import Rupiah
from kubebuku.ui import places
from kubebuku.ui.books.members.form import PersonFormPage
from kubebuku.ui.books.members.people import PeoplePage
from kubebuku.ui.books.members.person import PersonPage
from kubebuku.ui.widgets import FieldBox
from tests.builders import NOW
from tests.ui.hands.dialogs import filling, refused_then_left
from tests.ui.hands.door import RecordingDoor
from tests.ui.hands.laptop import Laptop
from tests.ui.hands.tables import choose, column
from tests.ui.written.hunafa import write_book


def people(hunafa: Laptop, **wanted: Any) -> PeoplePage:
    hunafa.window.go(places.People(**wanted))
    hunafa.settle()
    assert isinstance(hunafa.page, PeoplePage)
    return hunafa.page


def form(hunafa: Laptop, **wanted: Any) -> PersonFormPage:
    hunafa.window.go(places.PersonForm(**wanted))
    hunafa.settle()
    assert isinstance(hunafa.page, PersonFormPage)
    return hunafa.page


def write(page: PersonFormPage, **values: object) -> None:
    for entry in page.entries:
        if entry.spec.name in values:
            entry.put(values[entry.spec.name])


@pytest.fixture(scope="session")
def large_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same book with thirty-three members."""
    with time_machine.travel(NOW, tick=False):
        return write_book(tmp_path_factory.mktemp("large") / "besar.kubebuku", members=33)


def test_members_stand_by_number_with_their_offices(hunafa: Laptop) -> None:
    page = people(hunafa)
    table = page.tables["members"]
    assert column(table, "number")[:3] == ["1", "2", "3"]
    assert column(table, "roles")[:4] == ["Ketua", "Sekretaris", "Bendahara", ""]
    assert "12 anggota · 1 orang luar" in hunafa.reads()


def test_two_people_of_one_name_are_told_apart_by_number(laptop: Laptop, large_book: Path, tmp_path: Path) -> None:
    laptop.window.open_book(Path(shutil.copyfile(large_book, tmp_path / "besar.kubebuku")))
    laptop.settle()
    page = people(laptop)
    table = page.tables["members"]
    assert len(column(table, "name")) == 33
    page.search.setText("budi contoh")
    laptop.settle()
    assert column(table, "number") == ["2", "13", "24"]
    table.select_at(1)
    assert page.foot.words.text() == "13 · Budi Contoh"


def test_search_without_a_hit_can_be_emptied(hunafa: Laptop) -> None:
    page = people(hunafa)
    page.search.setText("zulkifli")
    hunafa.settle()
    assert "Tidak ada yang cocok dengan “zulkifli”" in hunafa.reads()
    hunafa.press("Kosongkan pencarian")
    assert len(column(page.tables["members"], "name")) == 12


def test_new_member_is_written_with_the_keyboard(hunafa: Laptop) -> None:
    people(hunafa)
    hunafa.press("Anggota baru")
    page = form(hunafa, kind="member")
    hunafa.type("Lia Contoh")
    write(page, joined=date(2026, 11, 1), sex="P", birth_date=date(1990, 5, 17), neighbourhood="RT 03/02")
    hunafa.save()
    assert hunafa.window.key == "person"
    assert "Lia Contoh" in hunafa.reads()
    assert "Anggota nomor 13" in hunafa.reads()
    added = hunafa.ask(Members())[-1]
    assert (added.name, added.number, added.sex, added.neighbourhood) == ("Lia Contoh", 13, "P", "RT 03/02")
    hunafa.press("Tulis satu lagi")
    assert hunafa.window.key == "person_form"


def test_doubts_are_told_quietly_while_writing_and_do_not_hinder(hunafa: Laptop) -> None:
    page = form(hunafa, kind="member")
    hunafa.type("Ani Contoh")
    write(page, birth_date=date(2015, 1, 1), joined=date(2026, 11, 1))
    page._look()
    hunafa.settle()
    read = hunafa.reads()
    assert "Tolong dilihat" in read
    assert "Sudah ada Ani Contoh, nomor 1" in read
    assert "Umur 11" in read
    hunafa.save()
    assert hunafa.ask(Members())[-1].name == "Ani Contoh"


def test_impossible_nik_is_refused_at_its_field(hunafa: Laptop) -> None:
    page = form(hunafa, kind="member")
    hunafa.type("Lia Contoh")
    write(page, nik="12345")
    hunafa.save()
    field = next(entry.widget for entry in page.entries if entry.spec.name == "nik")
    assert isinstance(field, FieldBox)
    assert field.refused()
    assert len(hunafa.ask(Members())) == 12


def test_change_begins_with_what_is_known_and_keeps_it(hunafa: Laptop) -> None:
    page = form(hunafa, kind="member", person=4)
    values = {entry.spec.name: entry.read() for entry in page.entries}
    assert (values["full_name"], values["number"], values["birth_date"]) == ("Dedi Contoh", 4, date(1979, 5, 5))
    write(page, occupation="Tukang kayu")
    hunafa.save()
    changed = next(one for one in hunafa.ask(Members()) if one.number == 4)
    assert (changed.name, changed.occupation, changed.phone) == ("Dedi Contoh", "Tukang kayu", "0812 3456 7004")


def test_leaving_the_form_asks_when_something_was_typed(hunafa: Laptop, door: RecordingDoor) -> None:
    form(hunafa, kind="outsider")
    hunafa.type("Toko")
    assert not hunafa.window.go(places.Home())
    assert hunafa.window.key == "person_form"
    door.answers.append(True)
    assert hunafa.window.go(places.Home())


def test_outsider_joins_and_keeps_what_the_books_know(hunafa: Laptop) -> None:
    page = people(hunafa, tab="outsiders")
    choose(page.tables["outsiders"], "Toko Maju")
    hunafa.press("Jadikan anggota")
    assert isinstance(hunafa.page, PersonFormPage)
    hunafa.save()
    assert hunafa.window.key == "person"
    assert "Rp250.000" in hunafa.reads()  # what the shop owes for the chairs
    assert hunafa.ask(Members())[-1].name == "Toko Maju Contoh"


def test_officer_is_appointed_in_place_of_the_present_one(hunafa: Laptop, door: RecordingDoor) -> None:
    page = people(hunafa, tab="officers")
    assert column(page.tables["officers"], "role") == ["Ketua", "Sekretaris", "Bendahara"]
    door.acts.append(filling(person=6, role="ketua", since=date(2026, 11, 10), in_place_of_present=True))
    hunafa.press("Angkat pengurus")
    assert column(page.tables["officers"], "name")[0] == "Fitri Contoh"
    page.past.click()
    hunafa.settle()
    assert column(page.tables["officers"], "name")[:2] == ["Fitri Contoh", "Ani Contoh"]
    assert "memegang" in hunafa.reads() or "jabatan" in hunafa.reads()


def test_a_held_office_is_refused_with_the_name_of_who_holds_it(hunafa: Laptop, door: RecordingDoor) -> None:
    people(hunafa, tab="officers")
    seen: list[str] = []
    door.acts.append(refused_then_left(seen, person=6, role="ketua", since=date(2026, 11, 10)))
    hunafa.press("Angkat pengurus")
    assert "Ani Contoh" in seen[0]
    assert len(hunafa.ask(Officers())) == 3


def test_office_ends_on_its_last_day(hunafa: Laptop, door: RecordingDoor) -> None:
    page = people(hunafa, tab="officers")
    choose(page.tables["officers"], "Sekretaris")
    door.acts.append(filling(until=date(2026, 11, 20), reason="Pindah kota"))
    hunafa.press("Akhiri jabatan")
    assert column(page.tables["officers"], "role") == ["Ketua", "Bendahara"]


def test_member_with_savings_cannot_leave_yet(hunafa: Laptop, door: RecordingDoor) -> None:
    page = people(hunafa)
    choose(page.tables["members"], "Eka Contoh")
    seen: list[str] = []
    door.acts.append(refused_then_left(seen, on=date(2026, 11, 20), reason="Pindah kota"))
    hunafa.press("Keluar dari kelompok")
    assert "Eka Contoh" in seen[0]
    assert len(hunafa.ask(Members())) == 12


def test_member_leaves_and_comes_back_with_the_old_number(hunafa: Laptop, door: RecordingDoor) -> None:
    page = people(hunafa)
    choose(page.tables["members"], "Hasna Contoh")
    door.acts.append(filling(on=date(2026, 11, 20), reason="Pindah kota"))
    hunafa.press("Keluar dari kelompok")
    assert "Hasna Contoh" not in column(page.tables["members"], "name")
    page.past.click()
    hunafa.settle()
    choose(page.tables["members"], "Hasna Contoh")
    door.acts.append(filling(on=date(2026, 11, 21)))
    hunafa.press("Kembali jadi anggota")
    assert next(one for one in hunafa.ask(Members()) if one.name == "Hasna Contoh").number == 8


def test_name_in_the_books_is_not_deleted_and_a_mistake_is(hunafa: Laptop, door: RecordingDoor) -> None:
    page = people(hunafa, tab="outsiders")
    choose(page.tables["outsiders"], "Toko Maju")
    door.answers.append(True)
    hunafa.press("Hapus")
    assert "Toko Maju Contoh" in door.said[-1]
    hunafa.press("Orang baru")
    hunafa.type("Toko Salah")
    hunafa.save()
    people(hunafa, tab="outsiders")
    choose(page.tables["outsiders"], "Toko Salah")
    door.answers.append(True)
    hunafa.press("Hapus")
    assert column(page.tables["outsiders"], "name") == ["Toko Maju Contoh"]


def test_person_page_shows_own_money_debts_and_records(hunafa: Laptop) -> None:
    page = people(hunafa)
    choose(page.tables["members"], "Dedi Contoh")
    page.tables["members"].setFocus()
    hunafa.enter()
    assert isinstance(hunafa.page, PersonPage)
    read = hunafa.reads()
    assert "Anggota nomor 4" in read
    assert "Rp170.000" in read  # pokok and sukarela together
    assert "Rp200.000" in read  # the advance for gas
    assert column(hunafa.page.table, "description")[0] == "Panjar belanja gas"
    hunafa.page.table.select_at(0)
    hunafa.page.table.setFocus()
    hunafa.enter()
    assert hunafa.window.key == "story"


def test_what_stands_between_group_and_person_is_asked_by_account(hunafa: Laptop) -> None:
    found = hunafa.ask(PersonBalances(4))
    assert [(one.account, one.amount, one.owes) for one in found] == [
        ("1121", Rupiah(200_000), True),
        ("2110", Rupiah(120_000), False),
        ("3101", Rupiah(50_000), False),
    ]
    assert hunafa.ask(PersonBalances(4, date(2026, 9, 30)))[0].account == "2110"
    entries = hunafa.ask(PersonEntries(4))
    assert [(one.description, one.amount) for one in entries] == [
        ("Panjar belanja gas", Rupiah(-200_000)),
        ("Saldo awal", Rupiah(170_000)),
    ]


def test_book_without_people_says_how_to_begin(laptop: Laptop, book_path: Path) -> None:
    laptop.window.open_book(book_path)
    laptop.settle()
    people(laptop)
    assert "Belum ada anggota yang ditulis" in laptop.reads()
    laptop.press("Orang luar")
    assert "Belum ada orang luar yang ditulis" in laptop.reads()
    laptop.press("Pengurus")
    assert "Belum ada pengurus yang ditulis" in laptop.reads()
    assert "Angkat pengurus" not in laptop.words_of_buttons()
