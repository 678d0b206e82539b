"""A meeting is held by keys: H T I S A in one column, decisions and tasks, one act; what is refused is said at its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kubebuku.books.activities.queries import Activities
from kubebuku.books.meetings.queries import (
    Meetings,
)
from kubebuku.books.meetings.rules import Presence
from kubebuku.ui.books.meetings.meeting import OneMeeting
from tests.ui.books.meetings.hands import PLANNED, book_page, listed, mark, meeting, write
from tests.ui.hands.laptop import Laptop
from tests.ui.hands.tables import column
from tests.ui.written.hunafa import on


def test_a_meeting_is_held_by_keys_in_one_act(group: Laptop) -> None:
    listed(group)
    group.press("Mulai rapat")
    page = group.page
    assert isinstance(page, OneMeeting)
    assert "Kuorum tercapai: hadir 12, perlu 7." in group.reads()
    mark(group, "htisaaaaa")
    assert "Rapat ini belum kuorum: hadir 5, perlu 7. Boleh diteruskan; akan tertulis di notulen." in group.reads()
    page.written.roll.table.select_at(5)
    page.written.roll.table.view.setFocus()
    QTest.keyClicks(page.written.roll.table.view, "HHH")
    group.settle()
    assert "Kuorum tercapai: hadir 8, perlu 7." in group.reads()
    page.written.roll.table.select_at(3)
    page.written.roll.note.setFocus()
    group.type("demam")
    group.enter()
    group.press("Langkah berikutnya")
    assert page.step == "minutes"
    assert page.written.fields.place.value() == "Balai RT 04"
    write(group, page.written.fields.course, "Kas dihitung bersama.")
    write(group, page.written.fields.conclusion, "Kas cocok.")
    group.press("Langkah berikutnya")
    write(group, page.written.decided.decisions.lines[0].words, "Beli terpal baru")
    group.press("Tambah keputusan")
    group.type("Simpanan wajib tetap")
    tasks = page.written.decided.tasks
    assert tasks is not None
    tasks.setFocus()
    group.settle()
    group.type("Mencari harga terpal")
    group.save()
    kept = book_page(group, PLANNED)
    assert (kept.row.standing, kept.row.present, kept.row.needed, kept.activity) == ("held", 8, 7, 2)
    assert [one.state for one in kept.attendance[:6]] == [
        Presence.PRESENT, Presence.LATE, Presence.EXCUSED, Presence.ILL, Presence.ABSENT, Presence.PRESENT,
    ]  # fmt: skip
    assert kept.attendance[3].note == "demam"
    assert (kept.course, kept.conclusion, kept.agenda) == ("Kas dihitung bersama.", "Kas cocok.", "1. Laporan kas")
    assert [(one.no, one.text) for one in kept.decisions] == [(1, "Beli terpal baru"), (2, "Simpanan wajib tetap")]
    assert [one.text for one in kept.follow_ups] == ["Mencari harga terpal"]
    assert group.ask(Activities())[-1].meeting == PLANNED
    assert {"Cetak notulen", "Cetak daftar hadir", "Ubah notulen"} <= set(group.words_of_buttons())
    assert page.foot.isHidden()


def test_clicks_mark_like_keys(group: Laptop) -> None:
    page = meeting(group, meeting=PLANNED)
    page.written.roll.table.select_at(11)
    group.settle()
    group.click("I  Izin")
    group.window.resize(1024, 600)
    group.settle()
    page.written.roll.table.select_at(0)
    group.click("T")
    assert [line.state for line in page.written.roll.lines if line.name == "Ani Contoh"] == [Presence.LATE, Presence.EXCUSED]
    assert column(page.written.roll.table, "state")[::11] == ["T", "I"]
    page.let_go()


def test_a_meeting_nobody_planned_goes_by_the_last_one(group: Laptop) -> None:
    listed(group)
    group.press("Catat rapat tanpa rencana")
    page = group.page
    assert isinstance(page, OneMeeting)
    assert page.written.fields.on.value() == on("22/11")
    assert page.written.fields.place.value() == "Rumah ketua"
    group.save()
    found = group.ask(Meetings(standing="held"))
    assert [(row.on, row.present) for row in found] == [(on("8/11"), 11), (on("22/11"), 12)]
    assert page.meeting == found[-1].id


def test_a_meeting_in_the_future_is_refused_at_the_day(group: Laptop) -> None:
    page = meeting(group, meeting=PLANNED)
    page.show_step("minutes")
    page.written.fields.on.line.setFocus()
    group.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    group.type("29/11")
    page.show_step("attendance")
    group.save()
    assert page.step == "minutes", "the refusal is shown where the day stands"
    assert page.written.fields.on.refused()
    assert "Rapat 29 November 2026 belum berlangsung." in group.reads()
    assert book_page(group, PLANNED).row.standing == "planned"
    page.let_go()


def test_nobody_came_is_said_above_the_list(group: Laptop) -> None:
    page = meeting(group, meeting=PLANNED)
    mark(group, "a" * 12)
    page.show_step("decisions")
    group.save()
    assert page.step == "attendance"
    assert not page.strip.isHidden()
    page.let_go()


def test_below_quorum_it_goes_on_and_the_minutes_say_so(group: Laptop) -> None:
    page = meeting(group, meeting=PLANNED)
    mark(group, "a" * 8)
    group.save()
    row = book_page(group, PLANNED).row
    assert (row.present, row.needed, row.quorate) == (4, 7, False)
    assert "Rapat ini tidak mencapai kuorum" in group.reads()
    assert page.strip.isVisible()


def test_a_task_before_its_meeting_is_refused_at_the_tasks(group: Laptop) -> None:
    page = meeting(group, meeting=PLANNED, step="decisions")
    tasks = page.written.decided.tasks
    assert tasks is not None
    tasks.setFocus()
    group.type("Memanggil tukang")
    group.enter()
    group.enter()
    group.type("20/11")
    group.save()
    assert tasks.refused()
    assert book_page(group, PLANNED).row.standing == "planned"
    page.let_go()
