"""Periksa buku, copies, the group and its choices, and help."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from kubebuku.books.closing.queries import Closings
from kubebuku.books.group.queries import Group, GroupChoices
from kubebuku.ui import places
from kubebuku.ui.help.page import CHAPTERS, HelpPage
from kubebuku.ui.keys import KEYS
from kubebuku.ui.upkeep import copies
from kubebuku.ui.upkeep.check import CheckPage
from kubebuku.ui.upkeep.group import GroupPage
from kubebuku.ui.widgets import FieldBox
from tests.ui.hands.door import RecordingDoor
from tests.ui.hands.laptop import Laptop


def check(hunafa: Laptop, **wanted: Any) -> CheckPage:
    hunafa.window.go(places.Check(**wanted))
    hunafa.settle()
    assert isinstance(hunafa.page, CheckPage)
    return hunafa.page


def group(hunafa: Laptop, **wanted: Any) -> GroupPage:
    hunafa.window.go(places.Group(**wanted))
    hunafa.settle()
    assert isinstance(hunafa.page, GroupPage)
    return hunafa.page


def test_whole_book_says_so_and_every_check_has_plain_words(hunafa: Laptop) -> None:
    page = check(hunafa)
    assert page.state.title.text() == "Buku utuh"
    assert len(page.checked) > 15
    assert all(one.ok for one in page.checked)
    assert all(" " in one.words for one in page.checked)
    assert len({one.words for one in page.checked}) == len(page.checked)


def test_book_changed_by_another_program_is_found(hunafa: Laptop) -> None:
    book = hunafa.window.session.book
    assert book is not None
    page = check(hunafa)
    forger = sqlite3.connect(book.path, isolation_level=None)
    for (name,) in forger.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        forger.execute(f"DROP TRIGGER {name}")
    forger.execute("UPDATE entry SET description = 'Sewa kursi' WHERE id = 3")
    forger.close()
    hunafa.press("Periksa semuanya")
    assert page.state.title.text() == "Buku tidak utuh"
    wrong = {one.name for one in page.checked if not one.ok}
    assert {"chain", "schema"} <= wrong
    assert "Buka salinan" in hunafa.words_of_buttons()


def test_code_from_paper_is_looked_up(hunafa: Laptop) -> None:
    closed = hunafa.ask(Closings())[-1]
    page = check(hunafa)
    page.code.field.focus_target().setFocus()
    hunafa.type(closed.code.lower())
    hunafa.enter()
    read = hunafa.reads()
    assert closed.code in read
    assert "September 2026" in read
    hunafa.press("Cari kodenya")
    assert closed.code in hunafa.reads()


@pytest.mark.parametrize("code", ["AAAA-AAAA", "bukan kode"])
def test_unknown_code_is_refused_at_its_field(hunafa: Laptop, code: str) -> None:
    page = check(hunafa)
    page.code.field.set_value(code)
    hunafa.press("Cari kodenya")
    assert page.code.field.refused()


def test_copy_goes_to_the_chosen_folder_and_is_remembered(hunafa: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    page = check(hunafa, part="backup")
    assert page.backup.main.hasFocus()
    assert "Belum pernah disalin di laptop ini." in hunafa.reads()
    stick = tmp_path / "FLASHDISK"
    stick.mkdir()
    door.answers.append(stick)
    hunafa.press("Salin ke flashdisk atau folder")
    assert [one.name for one in stick.iterdir()] == ["buku 2026-11-22.kubebuku"]
    assert "Salinan terakhir dibuat 22 November 2026." in hunafa.reads()
    assert copies.last_copy(hunafa.window) is not None
    door.answers.append(stick)
    hunafa.press("Salin ke flashdisk atau folder")
    assert "Tersalin: buku 2026-11-22.kubebuku" in hunafa.reads()


def test_copy_beside_the_books_needs_no_question(hunafa: Laptop, tmp_path: Path) -> None:
    check(hunafa)
    hunafa.press("Salin ke folder Salinan")
    assert list((tmp_path / "home" / "KubeBuku" / "Salinan").glob("*.kubebuku"))


def test_copy_may_be_left_alone_and_a_hand_edited_day_counts_as_none(hunafa: Laptop) -> None:
    check(hunafa)
    hunafa.press("Salin ke flashdisk atau folder")
    book = hunafa.window.session.book
    assert book is not None
    assert copies.last_copy(hunafa.window) is None
    hunafa.window.remember(hunafa.window.settings.copied(book.path.absolute(), "kemarin"))
    assert copies.last_copy(hunafa.window) is None


def test_what_is_sealed_and_what_is_not_is_said(hunafa: Laptop) -> None:
    check(hunafa)
    read = hunafa.reads()
    assert "Yang disegel" in read
    assert "Setiap perubahan nama, anggota, rapat" in read


# ---- the group


def test_group_begins_with_what_is_known_and_is_saved(hunafa: Laptop) -> None:
    page = group(hunafa)
    assert page.entries["city"].read() == "Banjarmasin"
    page.entries["village_head"].put("Lurah Contoh")
    page.entries["founded"].put("2007")
    page.entries["group"].widget.setFocus()
    hunafa.save()
    saved = hunafa.ask(Group())
    assert (saved.village_head, saved.founded, saved.city) == ("Lurah Contoh", 2007, "Banjarmasin")


def test_year_before_the_programme_is_refused(hunafa: Laptop) -> None:
    page = group(hunafa)
    page.entries["founded"].put("1907")
    page.entries["group"].widget.setFocus()
    hunafa.save()
    widget = page.entries["founded"].widget
    assert isinstance(widget, FieldBox)
    assert widget.refused()


def test_choices_act_at_once_and_travel_with_the_book(hunafa: Laptop) -> None:
    page = group(hunafa, tab="choices")
    assert "Tempat uang yang biasa" in hunafa.reads()
    hunafa.press("30 hari")
    hunafa.press("A4")
    hunafa.press("dibagi menurut pendapatan")
    hunafa.press("Lurah ikut menandatangani laporan")
    page.choices.boxes["usaha"].button.setFocus()
    page.choices.boxes["usaha"]._taken(page.choices.boxes["usaha"].choices()[1])
    hunafa.settle()
    chosen = hunafa.ask(GroupChoices())
    assert (chosen.count_days, chosen.paper, chosen.general_costs, chosen.village_head_signs, chosen.box_usaha) == (
        30,
        "a4",
        "by_income",
        True,
        "1102",
    )
    page.choices.struck.click()
    hunafa.settle()
    hunafa.window.forget_pages()
    again = group(hunafa, tab="choices")
    assert not again.choices.struck.value()


def test_writing_about_the_group_is_not_lost_by_a_wrong_key(hunafa: Laptop, door: RecordingDoor) -> None:
    group(hunafa)
    hunafa.type("x")
    assert not hunafa.window.go(places.Home())
    door.answers.append(True)
    assert hunafa.window.go(places.Home())


def test_help_says_how_and_lists_every_key(hunafa: Laptop) -> None:
    hunafa.window.go(places.Help())
    hunafa.settle()
    assert isinstance(hunafa.page, HelpPage)
    read = hunafa.reads()
    assert "Memperbaiki" in read
    assert all(key.keys in read for key in KEYS)
    assert len(CHAPTERS) == 5


def test_f1_is_brief_and_leads_to_the_whole_page(hunafa: Laptop, door: RecordingDoor) -> None:
    door.acts.append(lambda dialog: dialog.buttons["more"].click())
    hunafa.key(Qt.Key.Key_F1)
    assert hunafa.window.key == "help"
