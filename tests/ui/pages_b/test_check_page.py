"""Periksa buku, copies, the group and its choices, and help."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kubebuku.books.closing.queries import Closings
from kubebuku.books.group.queries import Group, GroupChoices
from kubebuku.ui.help.page import CHAPTERS, HelpPage
from kubebuku.ui.keys import KEYS
from kubebuku.ui.upkeep import copies
from kubebuku.ui.upkeep.check import CheckPage
from kubebuku.ui.upkeep.group import GroupPage
from kubebuku.ui.widgets import FieldBox
from tests.ui.pages.laptop import Laptop
from tests.ui.pages_b.hands import ActingDoor


def check(desk: Laptop, **wanted: object) -> CheckPage:
    desk.window.go("check", **wanted)
    desk.settle()
    assert isinstance(desk.page, CheckPage)
    return desk.page


def group(desk: Laptop, **wanted: object) -> GroupPage:
    desk.window.go("group", **wanted)
    desk.settle()
    assert isinstance(desk.page, GroupPage)
    return desk.page


def test_whole_book_says_so_and_every_check_has_plain_words(desk: Laptop) -> None:
    page = check(desk)
    assert page.state.title.text() == "Buku utuh"
    assert len(page.checked) > 15
    assert all(one.ok for one in page.checked)
    assert all(" " in one.words for one in page.checked)
    assert len({one.words for one in page.checked}) == len(page.checked)


def test_book_changed_by_another_program_is_found(desk: Laptop) -> None:
    book = desk.window.session.book
    assert book is not None
    page = check(desk)
    forger = sqlite3.connect(book.path, isolation_level=None)
    for (name,) in forger.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        forger.execute(f"DROP TRIGGER {name}")
    forger.execute("UPDATE entry SET description = 'Sewa kursi' WHERE id = 3")
    forger.close()
    desk.press("Periksa semuanya")
    assert page.state.title.text() == "Buku tidak utuh"
    wrong = {one.name for one in page.checked if not one.ok}
    assert {"chain", "schema"} <= wrong
    assert "Buka salinan" in desk.words_of_buttons()


def test_code_from_paper_is_looked_up(desk: Laptop) -> None:
    closed = desk.ask(Closings())[-1]
    page = check(desk)
    page.code.field.focus_target().setFocus()
    desk.type(closed.code.lower())
    desk.enter()
    read = desk.reads()
    assert closed.code in read
    assert "September 2026" in read
    desk.press("Cari kodenya")
    assert closed.code in desk.reads()


@pytest.mark.parametrize("code", ["AAAA-AAAA", "bukan kode"])
def test_unknown_code_is_refused_at_its_field(desk: Laptop, code: str) -> None:
    page = check(desk)
    page.code.field.set_value(code)
    desk.press("Cari kodenya")
    assert page.code.field.refused()


def test_copy_goes_to_the_chosen_folder_and_is_remembered(desk: Laptop, door: ActingDoor, tmp_path: Path) -> None:
    page = check(desk, part="backup")
    assert page.backup.main.hasFocus()
    assert "Belum pernah disalin di laptop ini." in desk.reads()
    stick = tmp_path / "FLASHDISK"
    stick.mkdir()
    door.answers.append(stick)
    desk.press("Salin ke flashdisk atau folder")
    assert [one.name for one in stick.iterdir()] == ["buku 2026-11-22.kubebuku"]
    assert "Salinan terakhir dibuat 22 November 2026." in desk.reads()
    assert copies.last_copy(desk.window) is not None
    door.answers.append(stick)
    desk.press("Salin ke flashdisk atau folder")
    assert "Tersalin: buku 2026-11-22.kubebuku" in desk.reads()


def test_copy_beside_the_books_needs_no_question(desk: Laptop, tmp_path: Path) -> None:
    check(desk)
    desk.press("Salin ke folder Salinan")
    assert list((tmp_path / "home" / "KubeBuku" / "Salinan").glob("*.kubebuku"))


def test_copy_may_be_left_alone_and_a_hand_edited_day_counts_as_none(desk: Laptop) -> None:
    check(desk)
    desk.press("Salin ke flashdisk atau folder")
    book = desk.window.session.book
    assert book is not None
    assert copies.last_copy(desk.window) is None
    desk.window.remember(desk.window.settings.copied(book.path.absolute(), "kemarin"))
    assert copies.last_copy(desk.window) is None


def test_what_is_sealed_and_what_is_not_is_said(desk: Laptop) -> None:
    check(desk)
    read = desk.reads()
    assert "Yang disegel" in read
    assert "Tidak disegel supaya bisa diperbaiki" in read


# ---- the group


def test_group_begins_with_what_is_known_and_is_saved(desk: Laptop) -> None:
    page = group(desk)
    assert page.entries["city"].read() == "Banjarmasin"
    page.entries["village_head"].put("Lurah Contoh")
    page.entries["founded"].put("2007")
    page.entries["group"].widget.setFocus()
    desk.save()
    saved = desk.ask(Group())
    assert (saved.village_head, saved.founded, saved.city) == ("Lurah Contoh", 2007, "Banjarmasin")


def test_year_before_the_programme_is_refused(desk: Laptop) -> None:
    page = group(desk)
    page.entries["founded"].put("1907")
    page.entries["group"].widget.setFocus()
    desk.save()
    widget = page.entries["founded"].widget
    assert isinstance(widget, FieldBox)
    assert widget.refused()


def test_choices_act_at_once_and_travel_with_the_book(desk: Laptop) -> None:
    page = group(desk, tab="choices")
    assert "Tempat uang yang biasa" in desk.reads()
    desk.press("30 hari")
    desk.press("A4")
    desk.press("dibagi menurut pendapatan")
    desk.press("Lurah ikut menandatangani laporan")
    page.choices.boxes["usaha"].button.setFocus()
    page.choices.boxes["usaha"]._taken(page.choices.boxes["usaha"].choices()[1])
    desk.settle()
    chosen = desk.ask(GroupChoices())
    assert (chosen.count_days, chosen.paper, chosen.general_costs, chosen.village_head_signs, chosen.box_usaha) == (
        30,
        "a4",
        "by_income",
        True,
        "1102",
    )
    page.choices.struck.click()
    desk.settle()
    desk.window.forget_pages()
    again = group(desk, tab="choices")
    assert not again.choices.struck.value()


def test_writing_about_the_group_is_not_lost_by_a_wrong_key(desk: Laptop, door: ActingDoor) -> None:
    group(desk)
    desk.type("x")
    assert not desk.window.go("home")
    door.answers.append(True)
    assert desk.window.go("home")


def test_help_says_how_and_lists_every_key(desk: Laptop) -> None:
    desk.window.go("help")
    desk.settle()
    assert isinstance(desk.page, HelpPage)
    read = desk.reads()
    assert "Memperbaiki" in read
    assert all(key.keys in read for key in KEYS)
    assert len(CHAPTERS) == 5


def test_f1_is_brief_and_leads_to_the_whole_page(desk: Laptop, door: ActingDoor) -> None:
    door.acts.append(lambda dialog: dialog.buttons["more"].click())
    desk.key(Qt.Key.Key_F1)
    assert desk.window.key == "help"
