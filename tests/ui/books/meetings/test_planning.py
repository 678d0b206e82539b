"""Meetings to come: planned by keys, changed, cancelled with a reason; an empty book asks for the first one."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kubebuku.books.meetings.queries import (
    Meetings,
)
from kubebuku.ui import places
from kubebuku.ui.books.meetings.plan import MeetingPlanPage
from tests.ui.books.meetings.hands import PLANNED, book_page, listed, meeting, write
from tests.ui.hands.dialogs import filling
from tests.ui.hands.laptop import Laptop
from tests.ui.hands.tables import column
from tests.ui.written.hunafa import on


def test_the_next_meeting_stands_on_top_with_its_invitation(group: Laptop) -> None:
    page = listed(group)
    assert "Minggu, 22 November 2026, pukul 15.30" in group.reads()
    assert "Balai RT 04 · 1. Laporan kas" in group.reads()
    assert {"Mulai rapat", "Cetak undangan", "Batalkan rapat"} <= set(group.words_of_buttons())
    assert column(page.of_year.table, "present") == ["", "11 dari 12"]
    assert column(page.of_year.table, "open") == ["", "2"]


def test_a_meeting_is_planned_by_keys(group: Laptop) -> None:
    listed(group)
    group.press("Rencanakan rapat")
    plan = group.page
    assert isinstance(plan, MeetingPlanPage)
    assert plan.fields.on.value() == on("22/11"), "two weeks after the last one"
    assert (plan.fields.starts.value(), plan.fields.place.value()) == ("15.30", "Rumah ketua")
    plan.fields.on.line.setFocus()
    group.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    group.type("6/12")
    group.enter()
    group.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    group.type("16")
    write(group, plan.fields.agenda, "1. Laporan kas")
    group.enter()
    group.type("2. Pembagian tugas")
    group.save()
    assert group.window.key == "meetings"
    planned = group.ask(Meetings(standing="planned"))
    assert [(row.on, row.starts, row.place) for row in planned] == [
        (on("22/11"), "15:30", "Balai RT 04"),
        (on("6/12"), "16:00", "Rumah ketua"),
    ]
    assert book_page(group, planned[1].id).agenda == "1. Laporan kas\n2. Pembagian tugas"
    assert "Rapat 6 Desember 2026 sudah direncanakan." in group.reads()


def test_an_hour_that_no_clock_shows_is_refused_at_its_field(group: Laptop) -> None:
    group.window.go(places.MeetingPlan())
    group.settle()
    plan = group.page
    assert isinstance(plan, MeetingPlanPage)
    plan.fields.starts.line.setFocus()
    group.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    group.type("jam 4")
    group.save()
    assert plan.fields.starts.refused()
    assert "15.30" in group.reads()
    assert len(group.ask(Meetings())) == 2


def test_a_plan_is_changed_and_cancelled_with_its_reason(group: Laptop) -> None:
    listed(group)
    group.press("Ubah")
    plan = group.page
    assert isinstance(plan, MeetingPlanPage)
    plan.fields.place.line.setFocus()
    group.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    group.type("Rumah Citra")
    group.save()
    assert book_page(group, PLANNED).row.place == "Rumah Citra"
    group.door.acts += [filling(reason="Hujan besar")]
    group.press("Batalkan rapat")
    row = book_page(group, PLANNED).row
    assert (row.standing, row.reason) == ("cancelled", "Hujan besar")
    assert "Belum ada rapat yang direncanakan" in group.reads()
    page = meeting(group, meeting=PLANNED)
    assert "Hujan besar" in group.reads()
    assert page.foot.isHidden()
    assert not page.written.roll.editable
