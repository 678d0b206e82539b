"""What was left to be done is carried to the next meeting and settled; minutes and decisions are mended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtTest import QTest

from kubebuku.books.meetings.queries import (
    FollowUps,
    MeetingDecisions,
)
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.mending.queries import EntryStory
from kubebuku.books.savings_loan.commands import LendMoney
from kubebuku.domain.entries import DecisionId, PersonId
from kubebuku.ui.books.meetings.meeting import OneMeeting
from tests.ui.books.meetings.hands import HELD, PLANNED, book_page, listed, mark, meeting, states, write
from tests.ui.hands.dialogs import filling
from tests.ui.hands.laptop import Laptop
from tests.ui.hands.tables import choose, column, rows_of
from tests.ui.written.hunafa import on, rp


def changing(laptop: Laptop) -> bool:
    """Whether the minutes of the meeting shown are being changed."""
    assert isinstance(laptop.page, OneMeeting)
    return laptop.page.changing


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
