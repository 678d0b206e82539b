"""Where the keyboard is on the pages of meetings, and that they fit; which pages lead here."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kubebuku.books.attachments.commands import Owner
from kubebuku.books.attachments.queries import AttachmentsOf
from kubebuku.books.meetings.queries import (
    Meetings,
)
from kubebuku.ui import places, theme
from kubebuku.ui.books.meetings.meeting import STEPS, OneMeeting
from kubebuku.ui.books.meetings.meetings import TABS, MeetingsPage
from kubebuku.ui.books.meetings.plan import MeetingPlanPage
from kubebuku.ui.home.home import HomePage
from kubebuku.ui.widgets import BookTable
from tests.ui.books.meetings.hands import HELD, PLANNED, book_page, listed, meeting
from tests.ui.hands.laptop import PLACES, Laptop, Opener
from tests.ui.hands.tables import column
from tests.ui.written.hunafa import on
from tests.ui.written.papers import photo


def test_a_meeting_nobody_planned_is_never_the_one_looked_at_before(group: Laptop) -> None:
    meeting(group, meeting=PLANNED)
    group.press("Kembali")
    group.press("Catat rapat tanpa rencana")
    page = group.page
    assert isinstance(page, OneMeeting)
    assert (page.meeting, page.row, page.head.title.text()) == (None, None, "Catat rapat")
    assert page.step == "attendance"


def test_tab_goes_through_decisions_as_they_are_read(group: Laptop) -> None:
    page = meeting(group, step="decisions")
    lines = page.written.decided.decisions
    group.press("Tambah keputusan")
    first, second = lines.lines
    first.words.focus_target().setFocus()
    passed = []
    for _ in range(4):
        group.key(Qt.Key.Key_Tab)
        passed.append(group.window.focusWidget())
    assert passed == [first.remove, second.words.focus_target(), second.remove, lines.more]


def test_a_meeting_to_come_says_so_before_a_list_is_marked(group: Laptop) -> None:
    page = meeting(group)
    assert "Kuorum tercapai" in group.reads()
    page.written.fields.on.set_value(on("29/11"))
    page.written.fields.on.changed.emit(on("29/11"))
    group.settle()
    assert "Rapat ini tanggal 29 November 2026. Daftar hadir disimpan pada harinya" in group.reads()


def test_the_keyboard_lands_on_the_list_once_its_rows_have_come(group: Laptop) -> None:
    page = listed(group, tab="decisions")
    assert page.decisions.table.view.hasFocus()


def test_large_text_keeps_every_mark_of_the_year_in_sight(group: Laptop) -> None:
    before = theme.current()
    try:
        theme.use(theme.Theme("light", 1.5))
        group.window.resize(1024, 600)
        page = listed(group, tab="attendance")
        view = page.years.table.view
        assert view.horizontalScrollBar().maximum() == 0
        shown = [one.key for at, one in enumerate(page.years.table.model.columns) if not view.isColumnHidden(at)]
        assert shown == ["number", "name", "present", "late", "excused", "ill", "absent"]
    finally:
        theme.use(before)


def test_after_saving_the_keyboard_is_on_the_next_act(group: Laptop) -> None:
    meeting(group, meeting=PLANNED)
    group.save()
    focused = group.window.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert getattr(focused, "words", "") == "Cetak notulen"


@pytest.mark.parametrize(("words", "tab"), [("tindak lanjut rapat", "follow_ups"), ("Denda rapat", "rules")])
def test_what_wants_attention_leads_to_its_place(group: Laptop, words: str, tab: str) -> None:
    group.window.go(places.Home())
    group.settle()
    home = group.page
    assert isinstance(home, HomePage)
    home.attention._unfold()
    next(line.button for line in home.attention.lines if words in line.button.accessibleDescription()).click()
    group.settle()
    assert isinstance(group.page, MeetingsPage)
    assert group.page.tab == tab


def test_an_empty_book_asks_for_the_first_meeting(open_book: Opener, plain_book: Path) -> None:
    laptop = open_book(plain_book)
    page = listed(laptop)
    assert "Belum ada rapat yang direncanakan" in laptop.reads()
    for tab in ("decisions", "follow_ups", "attendance", "rules"):
        listed(laptop, tab=tab)
        assert page.tab == tab
    listed(laptop, tab="meetings")
    laptop.press("Rencanakan rapat")
    assert isinstance(laptop.page, MeetingPlanPage)
    assert laptop.page.fields.on.value() == on("22/11")


def test_a_book_that_is_only_read_offers_nothing_to_write(group: Laptop) -> None:
    assert group.window.session.book is not None
    path = group.window.session.book.path
    group.window.open_book(path, write=False)
    group.settle()
    listed(group)
    assert not {"Mulai rapat", "Rencanakan rapat", "Batalkan rapat", "Catat rapat tanpa rencana"} & set(group.words_of_buttons())
    page = meeting(group, meeting=PLANNED)
    assert page.foot.isHidden()
    assert column(page.written.roll.table, "state") == [""] * 12
    page = meeting(group, meeting=HELD, step="decisions")
    assert not {"Ubah notulen", "Tambah keputusan", "Sudah selesai"} & set(group.words_of_buttons())


@pytest.mark.parametrize(("width", "height", "text"), [(1024, 600, 1.0), (1366, 768, 1.5), (1024, 600, 2.0)])
def test_the_pages_fit(group: Laptop, width: int, height: int, text: float) -> None:
    theme.use(theme.Theme("light", text))
    group.window.resize(width, height)
    pages: list[tuple[str, dict[str, object]]] = [("meeting_plan", {})]
    for tab, _words in TABS:
        pages.append(("meetings", {"tab": tab}))
    for step, _words in STEPS:
        pages += [("meeting", {"meeting": HELD, "step": step}), ("meeting", {"meeting": PLANNED, "step": step})]
    for key, wanted in pages:
        group.window.go(PLACES[key](**wanted))
        group.settle()
        sheet, room = group.page.area.widget(), group.page.area.viewport().width()
        assert sheet.minimumSizeHint().width() <= room, (key, wanted)
        for table in group.page.findChildren(BookTable):
            if text < 2 and table.isVisible() and table.model.rowCount():
                shown = sum(table.view.columnWidth(at) for at in range(table.model.columnCount()))
                assert shown <= table.view.viewport().width() + 1, (key, wanted)
        for button in group.page.findChildren(QAbstractButton):
            assert not button.isVisible() or button.accessibleName(), (key, wanted)


def test_save_is_reached_with_tab_at_the_largest_text(group: Laptop) -> None:
    theme.use(theme.Theme("light", 2.0))
    group.window.resize(1024, 600)
    page = meeting(group, meeting=PLANNED)
    for _step in range(40):
        if page.foot.save.hasFocus():
            break
        group.key(Qt.Key.Key_Tab)
    assert page.foot.save.hasFocus()
    group.until(lambda: page.foot.save.visibleRegion().boundingRect().height() >= page.foot.save.height() - 1)
    group.enter()
    assert book_page(group, PLANNED).row.standing == "held"


def test_the_home_page_names_the_next_meeting(group: Laptop) -> None:
    group.window.go(places.Home())
    group.settle()
    assert "Hari ini, pukul 15.30" in group.reads()
    assert "Minggu, 22 November 2026, Balai RT 04. 12 orang diundang." in group.reads()
    group.press("Siapkan")
    assert isinstance(group.page, OneMeeting)
    assert group.page.meeting == PLANNED
    group.save()
    group.window.go(places.Home())
    group.settle()
    assert "Rapat berikutnya" not in group.reads()


def test_a_photo_of_the_signed_list_is_kept_with_its_meeting(group: Laptop, tmp_path: Path) -> None:
    held = next(row.id for row in group.ask(Meetings(standing="held")))
    meeting(group, meeting=held)
    assert "Tambah foto atau PDF" not in group.words_of_buttons(), "the list of those who came needs the room"
    meeting(group, meeting=held, step="minutes")
    group.door.answers.append(photo(tmp_path / "daftar hadir.jpg", 800, 600))
    group.press("Tambah foto atau PDF")
    assert [row.name for row in group.ask(AttachmentsOf(Owner.MEETING, held))] == ["daftar hadir.jpg"]
    meeting(group)
    assert "Tambah foto atau PDF" not in group.reads(), "a meeting that is not written down yet has none"
