"""Fines follow who came; they are taken or forgiven, and the year counts everybody."""

from __future__ import annotations

from kubebuku.books.meetings.queries import (
    MeetingRulesNow,
    UnpaidFines,
)
from kubebuku.books.meetings.rules import Presence
from tests.ui.books.meetings.hands import listed
from tests.ui.hands.dialogs import filling
from tests.ui.hands.laptop import Laptop
from tests.ui.hands.tables import choose, column
from tests.ui.written.hunafa import rp


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
