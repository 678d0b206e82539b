"""Nothing typed is lost: leaving asks, and a draft survives a power cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kubebuku.books.meetings.queries import (
    Draft,
)
from kubebuku.books.meetings.rules import Presence
from kubebuku.ui.books.meetings.draft import from_text
from tests.ui.books.meetings.hands import PLANNED, book_page, mark, meeting, states, write
from tests.ui.hands.laptop import Laptop


def test_leaving_what_was_typed_asks(group: Laptop) -> None:
    page = meeting(group, meeting=PLANNED)
    mark(group, "t")
    group.key(Qt.Key.Key_Escape)
    assert group.door.said == ["Tinggalkan tanpa menyimpan?"]
    assert group.page is page
    group.door.answers.append(True)
    group.key(Qt.Key.Key_Escape)
    assert group.window.key == "meetings"
    assert meeting(group, meeting=PLANNED).written.roll.lines[0].state is Presence.PRESENT


def test_what_was_typed_survives_a_power_cut(group: Laptop) -> None:
    page = meeting(group, meeting=PLANNED)
    mark(group, "ti")
    page.show_step("minutes")
    write(group, page.written.fields.course, "Kas dihitung")
    page.show_step("decisions")
    write(group, page.written.decided.decisions.lines[0].words, "Beli terpal")
    tasks = page.written.decided.tasks
    assert tasks is not None
    tasks.setFocus()
    group.type("Cari harga")
    page._pause.setInterval(0)
    page._edited()
    group.until(lambda: bool(group.ask(Draft(PLANNED))))
    assert group.window.session.book is not None
    path = group.window.session.book.path
    page._pause.stop()
    group.window.forget_pages()
    group.window.open_book(path)
    group.settle()
    back = meeting(group, meeting=PLANNED)
    assert [line.state for line in back.written.roll.lines[:3]] == [Presence.LATE, Presence.EXCUSED, Presence.PRESENT]
    assert back.written.fields.course.value() == "Kas dihitung"
    assert "Tulisan yang belum tersimpan tadi masih ada" in group.reads()
    assert back.typed()
    group.save()
    kept = book_page(group, PLANNED)
    assert ([one.text for one in kept.decisions], [one.text for one in kept.follow_ups]) == (["Beli terpal"], ["Cari harga"])
    assert group.ask(Draft(PLANNED)) == ""


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"fields": {}, "marks": {"1": ["gone", null]}, "decisions": [], "tasks": []}']
)
def test_a_draft_that_cannot_be_read_is_none(text: str) -> None:
    assert from_text(text) is None


def test_a_draft_can_be_let_go(group: Laptop) -> None:
    page = meeting(group, meeting=PLANNED)
    mark(group, "t")
    page._keep_draft()
    group.settle()
    page.let_go()
    meeting(group, meeting=PLANNED)
    assert states(group)[0] == "T"
    group.press("Mulai dari awal")
    assert states(group)[0] == "H"
    assert group.ask(Draft(PLANNED)) == ""


def test_the_collection_sheet_and_back_keeps_what_is_written(group: Laptop) -> None:
    meeting(group, meeting=PLANNED)
    mark(group, "ti")
    group.press("Lembar setoran")
    assert group.window.key == "collection"
    assert not group.door.said, "nothing is lost, so nothing is asked"
    assert group.ask(Draft(PLANNED)), "and it lies in the book should the power go"
    group.window.back()
    group.settle()
    assert states(group).startswith("TIH")
    group.save()
    assert book_page(group, PLANNED).row.present == 11
