"""Anggota: everybody in lists, one person's page, and writing people down."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
import time_machine

from kubebuku.books.members.queries import Members, Officers, PersonBalances, PersonEntries
from kubebuku.domain.money import Rupiah
from kubebuku.ui.books.members.form import PersonFormPage
from kubebuku.ui.books.members.people import PeoplePage
from kubebuku.ui.books.members.person import PersonPage
from kubebuku.ui.widgets import FieldBox
from tests.builders import NOW
from tests.ui.pages.laptop import Laptop
from tests.ui.pages_b.hands import ActingDoor, choose, column, filling, refused_then_left
from tests.ui.pages_b.written import write_book


def people(desk: Laptop, **wanted: object) -> PeoplePage:
    desk.window.go("people", **wanted)
    desk.settle()
    assert isinstance(desk.page, PeoplePage)
    return desk.page


def form(desk: Laptop, **wanted: object) -> PersonFormPage:
    desk.window.go("person_form", **wanted)
    desk.settle()
    assert isinstance(desk.page, PersonFormPage)
    return desk.page


def write(page: PersonFormPage, **values: object) -> None:
    for entry in page.entries:
        if entry.spec.name in values:
            entry.put(values[entry.spec.name])


@pytest.fixture(scope="session")
def large_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same book with thirty-three members."""
    with time_machine.travel(NOW, tick=False):
        return write_book(tmp_path_factory.mktemp("large") / "besar.kubebuku", members=33)


def test_members_stand_by_number_with_their_offices(desk: Laptop) -> None:
    page = people(desk)
    table = page.tables["members"]
    assert column(table, "number")[:3] == ["1", "2", "3"]
    assert column(table, "roles")[:4] == ["Ketua", "Sekretaris", "Bendahara", ""]
    assert "12 anggota · 1 orang luar" in desk.reads()


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


def test_search_without_a_hit_can_be_emptied(desk: Laptop) -> None:
    page = people(desk)
    page.search.setText("zulkifli")
    desk.settle()
    assert "Tidak ada yang cocok dengan “zulkifli”" in desk.reads()
    desk.press("Kosongkan pencarian")
    assert len(column(page.tables["members"], "name")) == 12


def test_new_member_is_written_with_the_keyboard(desk: Laptop) -> None:
    people(desk)
    desk.press("Anggota baru")
    page = form(desk, kind="member")
    desk.type("Lia Contoh")
    write(page, joined=date(2026, 11, 1), sex="P", birth_date=date(1990, 5, 17), neighbourhood="RT 03/02")
    desk.save()
    assert desk.window.key == "person"
    assert "Lia Contoh" in desk.reads()
    assert "Anggota nomor 13" in desk.reads()
    added = desk.ask(Members())[-1]
    assert (added.name, added.number, added.sex, added.neighbourhood) == ("Lia Contoh", 13, "P", "RT 03/02")
    desk.press("Tulis satu lagi")
    assert desk.window.key == "person_form"


def test_doubts_are_told_quietly_while_writing_and_do_not_hinder(desk: Laptop) -> None:
    page = form(desk, kind="member")
    desk.type("Ani Contoh")
    write(page, birth_date=date(2015, 1, 1), joined=date(2026, 11, 1))
    page._look()
    desk.settle()
    read = desk.reads()
    assert "Tolong dilihat" in read
    assert "Sudah ada Ani Contoh, nomor 1" in read
    assert "Umur 11" in read
    desk.save()
    assert desk.ask(Members())[-1].name == "Ani Contoh"


def test_impossible_nik_is_refused_at_its_field(desk: Laptop) -> None:
    page = form(desk, kind="member")
    desk.type("Lia Contoh")
    write(page, nik="12345")
    desk.save()
    field = next(entry.widget for entry in page.entries if entry.spec.name == "nik")
    assert isinstance(field, FieldBox)
    assert field.refused()
    assert len(desk.ask(Members())) == 12


def test_change_begins_with_what_is_known_and_keeps_it(desk: Laptop) -> None:
    page = form(desk, kind="member", person=4)
    values = {entry.spec.name: entry.read() for entry in page.entries}
    assert (values["full_name"], values["number"], values["birth_date"]) == ("Dedi Contoh", 4, date(1979, 5, 5))
    write(page, occupation="Tukang kayu")
    desk.save()
    changed = next(one for one in desk.ask(Members()) if one.number == 4)
    assert (changed.name, changed.occupation, changed.phone) == ("Dedi Contoh", "Tukang kayu", "0812 3456 7004")


def test_leaving_the_form_asks_when_something_was_typed(desk: Laptop, door: ActingDoor) -> None:
    form(desk, kind="outsider")
    desk.type("Toko")
    assert not desk.window.go("home")
    assert desk.window.key == "person_form"
    door.answers.append(True)
    assert desk.window.go("home")


def test_outsider_joins_and_keeps_what_the_books_know(desk: Laptop) -> None:
    page = people(desk, tab="outsiders")
    choose(page.tables["outsiders"], "Toko Maju")
    desk.press("Jadikan anggota")
    assert isinstance(desk.page, PersonFormPage)
    desk.save()
    assert desk.window.key == "person"
    assert "Rp250.000" in desk.reads()  # what the shop owes for the chairs
    assert desk.ask(Members())[-1].name == "Toko Maju Contoh"


def test_officer_is_appointed_in_place_of_the_present_one(desk: Laptop, door: ActingDoor) -> None:
    page = people(desk, tab="officers")
    assert column(page.tables["officers"], "role") == ["Ketua", "Sekretaris", "Bendahara"]
    door.acts.append(filling(person=6, role="ketua", since=date(2026, 11, 10), in_place_of_present=True))
    desk.press("Angkat pengurus")
    assert column(page.tables["officers"], "name")[0] == "Fitri Contoh"
    page.past.click()
    desk.settle()
    assert column(page.tables["officers"], "name")[:2] == ["Fitri Contoh", "Ani Contoh"]
    assert "memegang" in desk.reads() or "jabatan" in desk.reads()


def test_a_held_office_is_refused_with_the_name_of_who_holds_it(desk: Laptop, door: ActingDoor) -> None:
    people(desk, tab="officers")
    seen: list[str] = []
    door.acts.append(refused_then_left(seen, person=6, role="ketua", since=date(2026, 11, 10)))
    desk.press("Angkat pengurus")
    assert "Ani Contoh" in seen[0]
    assert len(desk.ask(Officers())) == 3


def test_office_ends_on_its_last_day(desk: Laptop, door: ActingDoor) -> None:
    page = people(desk, tab="officers")
    choose(page.tables["officers"], "Sekretaris")
    door.acts.append(filling(until=date(2026, 11, 20), reason="Pindah kota"))
    desk.press("Akhiri jabatan")
    assert column(page.tables["officers"], "role") == ["Ketua", "Bendahara"]


def test_member_with_savings_cannot_leave_yet(desk: Laptop, door: ActingDoor) -> None:
    page = people(desk)
    choose(page.tables["members"], "Eka Contoh")
    seen: list[str] = []
    door.acts.append(refused_then_left(seen, on=date(2026, 11, 20), reason="Pindah kota"))
    desk.press("Keluar dari kelompok")
    assert "Eka Contoh" in seen[0]
    assert len(desk.ask(Members())) == 12


def test_member_leaves_and_comes_back_with_the_old_number(desk: Laptop, door: ActingDoor) -> None:
    page = people(desk)
    choose(page.tables["members"], "Hasna Contoh")
    door.acts.append(filling(on=date(2026, 11, 20), reason="Pindah kota"))
    desk.press("Keluar dari kelompok")
    assert "Hasna Contoh" not in column(page.tables["members"], "name")
    page.past.click()
    desk.settle()
    choose(page.tables["members"], "Hasna Contoh")
    door.acts.append(filling(on=date(2026, 11, 21)))
    desk.press("Kembali jadi anggota")
    assert next(one for one in desk.ask(Members()) if one.name == "Hasna Contoh").number == 8


def test_name_in_the_books_is_not_deleted_and_a_mistake_is(desk: Laptop, door: ActingDoor) -> None:
    page = people(desk, tab="outsiders")
    choose(page.tables["outsiders"], "Toko Maju")
    door.answers.append(True)
    desk.press("Hapus")
    assert "Toko Maju Contoh" in door.said[-1]
    desk.press("Orang baru")
    desk.type("Toko Salah")
    desk.save()
    people(desk, tab="outsiders")
    choose(page.tables["outsiders"], "Toko Salah")
    door.answers.append(True)
    desk.press("Hapus")
    assert column(page.tables["outsiders"], "name") == ["Toko Maju Contoh"]


def test_person_page_shows_own_money_debts_and_records(desk: Laptop) -> None:
    page = people(desk)
    choose(page.tables["members"], "Dedi Contoh")
    page.tables["members"].setFocus()
    desk.enter()
    assert isinstance(desk.page, PersonPage)
    read = desk.reads()
    assert "Anggota nomor 4" in read
    assert "Rp170.000" in read  # pokok and sukarela together
    assert "Rp200.000" in read  # the advance for gas
    assert column(desk.page.table, "description")[0] == "Panjar belanja gas"
    desk.page.table.select_at(0)
    desk.page.table.setFocus()
    desk.enter()
    assert desk.window.key == "story"


def test_what_stands_between_group_and_person_is_asked_by_account(desk: Laptop) -> None:
    found = desk.ask(PersonBalances(4))
    assert [(one.account, one.amount, one.owes) for one in found] == [
        ("1121", Rupiah(200_000), True),
        ("2110", Rupiah(120_000), False),
        ("3101", Rupiah(50_000), False),
    ]
    assert desk.ask(PersonBalances(4, date(2026, 9, 30)))[0].account == "2110"
    entries = desk.ask(PersonEntries(4))
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
