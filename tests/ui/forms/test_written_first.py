"""What a form lacks is written from where it is refused: the amount of dues, what benefits are given for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kubebuku.books.members.commands import AddMember
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId
from tests.ui.hands.dialogs import filling
from tests.ui.hands.door import RecordingDoor
from tests.ui.hands.laptop import Laptop, Opener, written_today

ANI = PersonId(1)


@pytest.fixture
def young(open_book: Opener, empty_book: Path, tmp_path: Path, door: RecordingDoor) -> Laptop:
    """Kube Contoh with one member and no rules."""
    (tmp_path / "young").mkdir()
    return open_book(written_today(empty_book, tmp_path / "young", AddMember(full_name="Ani Contoh", joined=date(2026, 1, 1))))


def test_dues_that_were_never_decided_are_written_where_they_are_wanted(young: Laptop, door: RecordingDoor) -> None:
    young.begin("dues", amount=5_000, person=ANI)
    young.save()
    assert "Untuk November 2026 belum ada yang harus dibayar anggota." in young.reads()
    door.acts.append(filling(amount=5_000, since=Month(2026, 11)))
    young.press("Tulis sekarang")
    assert young.entry("amount").read() == 5_000, "what was written stays"
    assert young.entry("person").read() == ANI
    young.save()
    assert "Tersimpan" in young.reads()
    assert [row.received for row in young.cash_book("1103").rows] == [5_000]


def test_an_empty_list_says_so_and_how_it_is_filled(young: Laptop, door: RecordingDoor) -> None:
    young.begin("benefit", amount=50_000, person=ANI)
    young.save()
    assert "Belum ada yang bisa dipilih di “Untuk apa?”" in young.reads()
    door.acts.append(filling(event="Sakit"))
    young.press("Tulis sekarang")
    assert young.entry("amount").read() == 50_000
    assert young.entry("rule").read() is not None, "the only one is chosen"


def test_a_list_without_a_way_to_fill_it_here_says_so_alone(young: Laptop) -> None:
    young.begin("instalment", amount=50_000)
    young.save()
    assert "Belum ada yang bisa dipilih" in young.reads()
    assert "Tulis sekarang" not in young.words_of_buttons()
