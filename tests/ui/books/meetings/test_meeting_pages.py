"""Rapat with keys and clicks: planned, held by H T I S A, decided, settled at the next one, fined, mended, withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from kubebuku.books.activities.queries import Activities
from kubebuku.books.attachments.commands import Owner
from kubebuku.books.attachments.queries import AttachmentsOf
from kubebuku.books.meetings.queries import (
    Draft,
    FollowUps,
    Meeting,
    MeetingDecisions,
    MeetingPage,
    MeetingRulesNow,
    Meetings,
    UnpaidFines,
)
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.mending.queries import EntryStory
from kubebuku.books.savings_loan.commands import LendMoney
from kubebuku.domain.entries import DecisionId, PersonId
from kubebuku.ui import places, theme
from kubebuku.ui.books.meetings.acts import SIGNS
from kubebuku.ui.books.meetings.draft import from_text
from kubebuku.ui.books.meetings.meeting import STEPS, OneMeeting
from kubebuku.ui.books.meetings.meetings import TABS, MeetingsPage
from kubebuku.ui.books.meetings.plan import MeetingPlanPage
from kubebuku.ui.home.home import HomePage
from kubebuku.ui.widgets import BookTable, ParagraphField
from tests.ui.hands.dialogs import filling
from tests.ui.hands.laptop import PLACES, Laptop, Opener
from tests.ui.hands.tables import choose, column, rows_of
from tests.ui.written.hunafa import on, rp
from tests.ui.written.papers import photo

HELD, PLANNED = 1, 2


def listed(laptop: Laptop, **wanted: Any) -> MeetingsPage:
    laptop.window.go(places.Meetings(**wanted))
    laptop.settle()
    assert isinstance(laptop.page, MeetingsPage)
    return laptop.page


def meeting(laptop: Laptop, **wanted: Any) -> OneMeeting:
    laptop.window.go(places.Meeting(**wanted))
    laptop.settle()
    assert isinstance(laptop.page, OneMeeting)
    return laptop.page


def book_page(laptop: Laptop, id_: int) -> MeetingPage:
    return laptop.ask(Meeting(id_))


def mark(laptop: Laptop, letters: str) -> None:
    """From the first member on, one key each."""
    page = laptop.page
    assert isinstance(page, OneMeeting)
    page.written.roll.table.select_at(0)
    page.written.roll.table.view.setFocus()
    QTest.keyClicks(page.written.roll.table.view, letters)
    laptop.settle()


def changing(laptop: Laptop) -> bool:
    """Whether the minutes of the meeting shown are being changed."""
    assert isinstance(laptop.page, OneMeeting)
    return laptop.page.changing


def states(laptop: Laptop) -> str:
    """H T I S A of everybody, as the page has it now."""
    page = laptop.page
    assert isinstance(page, OneMeeting)
    return "".join(SIGNS[line.state][0] for line in page.written.roll.lines)


def write(laptop: Laptop, field: ParagraphField, text: str) -> None:
    """Into a field of several lines, as it is typed."""
    paper = field.paper
    assert isinstance(paper, QPlainTextEdit)
    paper.setFocus()
    laptop.settle()
    laptop.type(text)


# ------------------------------------------------------------------------------------------------------------ to come


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


# --------------------------------------------------------------------------------------------------------------- held


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


# ------------------------------------------------------------------------------------------------- carried and settled


def test_what_was_left_is_settled_at_the_next_meeting(group: Laptop) -> None:
    page = meeting(group, meeting=PLANNED, step="decisions")
    table = page.written.decided.carried.table
    assert column(table, "text") == ["Menjahit terpal yang sobek", "Menagih Toko Maju Contoh"]
    mark(group, "t")
    page.show_step("decisions")
    choose(table, "Menjahit")
    group.door.acts += [filling(on=on("22/11"), note="Dijahit Dedi")]
    group.press("Sudah selesai")
    assert page.written.roll.lines[0].state is Presence.LATE, "what is written stays while something else is saved"
    done = next(one for one in group.ask(FollowUps(settled=True)) if one.text.startswith("Menjahit"))
    assert (done.done, done.note) == (on("22/11"), "Dijahit Dedi")
    group.save()
    assert [one.text for one in group.ask(FollowUps())] == ["Menagih Toko Maju Contoh"]
    assert [one.done for one in book_page(group, PLANNED).carried] == [on("22/11"), None]


def test_open_tasks_are_settled_and_opened_again_from_the_list(group: Laptop) -> None:
    page = listed(group, tab="follow_ups")
    choose(page.tasks.table, "Menagih")
    group.door.acts += [filling(note="Lunas")]
    group.press("Sudah selesai")
    assert column(page.tasks.table, "text") == ["Menjahit terpal yang sobek"]
    group.press("Juga yang sudah selesai")
    choose(page.tasks.table, "Menagih")
    group.press("Ternyata belum selesai")
    assert len(group.ask(FollowUps())) == 2


def test_a_task_is_changed_and_another_added(group: Laptop) -> None:
    page = meeting(group, meeting=HELD, step="decisions")
    left = page.written.decided.left
    choose(left.table, "Menagih")
    group.door.acts += [filling(text="Menagih Toko Maju Contoh lagi", person=3), filling(text="Membeli buku kas")]
    left.foot.button("Ubah").click()
    group.settle()
    assert [(one.text, one.name) for one in group.ask(FollowUps())] == [
        ("Menjahit terpal yang sobek", "Dedi Contoh"),
        ("Menagih Toko Maju Contoh lagi", "Citra Contoh"),
    ]
    group.press("Tambah tindak lanjut")
    assert [one.text for one in group.ask(FollowUps())][-1] == "Membeli buku kas"


# ------------------------------------------------------------------------------------------------------------ mending


def test_minutes_are_changed_and_fines_follow(group: Laptop) -> None:
    page = meeting(group, meeting=HELD)
    assert column(page.written.roll.table, "fine") == ["–", "–", "–", "1.000", "2.000", *["–"] * 7]
    group.press("Ubah notulen")
    page.written.roll.table.select_at(4)
    page.written.roll.table.view.setFocus()
    QTest.keyClicks(page.written.roll.table.view, "s")
    page.show_step("minutes")
    write(group, page.written.fields.ending, "Ditutup dengan doa")
    group.press("Simpan notulen")
    kept = book_page(group, HELD)
    assert kept.ending == "Ditutup dengan doa"
    assert (kept.attendance[4].state, kept.attendance[4].fine) == (Presence.ILL, 0)
    assert not changing(group)
    assert "Ditutup dengan doa" in group.reads()


def test_changing_is_given_up(group: Laptop) -> None:
    meeting(group, meeting=HELD)
    group.press("Ubah notulen")
    mark(group, "a")
    group.press("Batal")
    assert group.door.said == ["Tinggalkan tanpa menyimpan?"]
    assert changing(group)
    group.door.answers.append(True)
    group.press("Batal")
    assert not changing(group)
    assert states(group)[0] == "H"


def test_a_decision_is_reworded_added_and_withdrawn(group: Laptop) -> None:
    page = meeting(group, meeting=HELD, step="decisions")

    def words(text: str) -> Callable[[Any], None]:
        def act(dialog: Any) -> None:
            dialog.words.set_value(text)
            dialog.buttons["main"].click()

        return act

    choose(page.written.decided.decided.table, "Iuran")
    group.door.acts += [words("Iuran IKS tetap Rp2.000"), words("Rapat berikutnya di Balai RT 04"), filling(reason="Salah tulis")]
    group.press("Ubah")
    group.press("Tambah keputusan")
    assert [(one.no, one.text) for one in book_page(group, HELD).decisions] == [
        (1, "Sewa tenda naik menjadi Rp600.000"),
        (2, "Iuran IKS tetap Rp2.000"),
        (3, "Rapat berikutnya di Balai RT 04"),
    ]
    choose(page.written.decided.decided.table, "Balai")
    group.press("Cabut")
    assert book_page(group, HELD).decisions[2].withdrawn == "Salah tulis"
    assert column(page.written.decided.decided.table, "entries")[2] == "dicabut: Salah tulis"


def test_decisions_are_searched(group: Laptop) -> None:
    page = listed(group, tab="decisions")
    assert len(rows_of(page.decisions.table)) == 2
    page.search.setFocus()
    group.type("tenda")
    assert column(page.decisions.table, "text") == ["Sewa tenda naik menjadi Rp600.000"]
    group.type("xyz")
    assert "Tidak ada yang cocok" in group.reads()
    page.search.clear()
    group.settle()
    group.press("Lihat rapatnya")
    assert isinstance(group.page, OneMeeting)
    assert group.page.step == "decisions"


# -------------------------------------------------------------------------------------------------------------- fines


def test_a_fine_is_taken_and_another_forgiven(group: Laptop) -> None:
    page = listed(group, tab="rules")
    assert column(page.fines.table, "name") == ["Dedi Contoh", "Eka Contoh"]
    assert page.fines.table.foot.cells["rest"] == 3_000
    choose(page.fines.table, "Dedi")
    group.press("Terima denda")
    assert group.entry("amount").widget.value() == 1_000
    group.save()
    if group.window.key == "record":  # an unusual amount is asked about once
        group.save()
    assert [row.name for row in group.ask(UnpaidFines())] == ["Eka Contoh"]
    page = listed(group, tab="rules")
    group.door.acts += [filling(reason="Anaknya sakit")]
    group.press("Bebaskan")
    assert group.ask(UnpaidFines()) == ()
    assert "Semua denda sudah dibayar" in group.reads()


def test_the_rules_are_changed(group: Laptop) -> None:
    listed(group, tab="rules")
    group.door.acts += [filling(fine_late=rp("2.500"))]
    group.press("Ubah aturan")
    rules = group.ask(MeetingRulesNow())
    assert (rules.fines[Presence.LATE], rules.fines[Presence.ABSENT]) == (2_500, 2_000)
    assert "Rp2.500" in group.reads()


def test_the_year_counts_everybody(group: Laptop) -> None:
    page = listed(group, tab="attendance")
    assert column(page.years.table, "number") == [str(number) for number in range(1, 13)]
    assert column(page.years.table, "late") == ["–", "–", "–", "1", *["–"] * 8]
    assert column(page.years.table, "absent")[4] == "1"
    page.year.step(1)
    group.settle()
    assert "Belum ada rapat yang dicatat tahun ini." in group.reads()


# ------------------------------------------------------------------------------------------------ nothing typed is lost


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


# ----------------------------------------------------------------------------------------------------- by the keyboard


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


def test_a_decision_leads_to_what_was_paid_on_it(group: Laptop) -> None:
    decided = group.ask(MeetingDecisions())[-1]
    lent = LendMoney(
        on=on("22/11"),
        amount=rp("50.000"),
        person=PersonId(2),
        box="1101",
        decision=DecisionId(decided.decision),
        purpose="Modal",
    )
    group.window.session.run(group.window, lent, lambda _outcome: None)
    group.settle()
    page = listed(group, tab="decisions")
    number, entry = group.ask(MeetingDecisions())[-1].entries[0], group.ask(MeetingDecisions())[-1].entry_ids[0]
    choose(page.decisions.table, number)
    group.settle()
    group.press(f"Cerita {number}")
    assert group.window.key == "story"
    assert number in group.reads()
    assert group.ask(EntryStory(entry)).asked == 0


# ---------------------------------------------------------------------------------------------------- from the outside


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
