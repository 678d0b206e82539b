"""One act, one transaction: what an act is given, what it leaves behind, and what the clock may say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from time_machine import TimeMachineFixture

from kubebuku.app.office import BoxChange, Moment, Office
from kubebuku.books.cash.commands import MoveMoney
from kubebuku.books.spec import Changed
from kubebuku.domain.money import Rupiah
from kubebuku.domain.refusals import BoxShort, NotYet
from kubebuku.domain.text_refusals import ControlSign, TextRefused
from kubebuku.ledger.refusals import BookReadOnly
from kubebuku.ledger.work import Work
from tests.builders import TODAY, Books, draft

TO_BANK = MoveMoney(on=date(2026, 3, 7), description="Setor ke bank", amount=Rupiah(500_000))


@pytest.fixture
def cash(books: Books) -> Books:
    books.post("2026-03-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda")
    return books


def test_saving_twice_writes_once(cash: Books) -> None:
    first = cash.office.run(TO_BANK, key="formulir-1")
    again = cash.office.run(TO_BANK, key="formulir-1")
    assert first.changed is Changed.ENTRIES
    assert (again.changed, again.entry, again.number) == (Changed.NOTHING, first.entry, first.number)
    assert (cash.count(), cash.holds("1110")) == (2, 500_000)
    with pytest.raises(BoxShort):
        cash.office.run(TO_BANK, key="formulir-2")


def test_an_act_is_tried_without_being_done(cash: Books) -> None:
    before = cash.path.read_bytes()
    assert cash.office.preview(TO_BANK) == [
        BoxChange("1101", Rupiah(750_000), Rupiah(250_000)),
        BoxChange("1110", Rupiah(0), Rupiah(500_000)),
    ]
    with pytest.raises(BoxShort):
        cash.office.preview(MoveMoney(on=date(2026, 3, 7), description="Setor", amount=Rupiah(750_001)))
    assert cash.path.read_bytes() == before


def test_a_book_that_is_only_read_takes_no_act(book_path: Path) -> None:
    with Office.open(book_path, write=False) as office, pytest.raises(BookReadOnly):
        office.run(TO_BANK)


@pytest.mark.parametrize(("who", "refusal"), [("Ani\x00Contoh", ControlSign), ("x" * 121, TextRefused)])
def test_who_writes_is_a_name(book_path: Path, who: str, refusal: type[TextRefused]) -> None:
    with pytest.raises(refusal):
        Office.open(book_path, who=who)
    with Office.open(book_path, who=" Ani \n Contoh ") as office:
        assert office.who == "Ani Contoh"


def test_a_fault_in_the_middle_of_an_act_takes_all_of_it_back(cash: Books) -> None:
    def act(work: Work) -> None:
        work.journal.post(draft(work.connection, "2026-03-06 | Beli gas | 5101 25.000 @catering | 1101 -25.000"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        cash.office.write(act)
    assert cash.count() == 1
    cash.office.run(TO_BANK)


# ---- the clock


def test_an_empty_book_believes_the_clock(office: Office) -> None:
    assert (office.today, office.last_day, office.clock_behind) == (TODAY, None, 0)


def test_a_clock_set_back_is_noticed_and_time_does_not_run_backwards(cash: Books, time_machine: TimeMachineFixture) -> None:
    office = cash.office
    time_machine.move_to("2026-11-21T12:00:00Z")
    assert (office.today, office.clock_behind) == (TODAY, 0)  # a day is forgiven
    time_machine.move_to("1970-01-01T12:00:00Z")
    assert office.today == TODAY
    assert office.clock_behind == (TODAY - date(1970, 1, 1)).days
    cash.post("2026-11-22 | Sewa tenda | 1101 1 | 4101 -1 @tenda")
    with pytest.raises(NotYet):
        cash.post("2026-11-24 | Sewa tenda | 1101 1 | 4101 -1 @tenda")
    recorded = cash.office.read(
        lambda reading: reading.connection.exec_driver_sql("SELECT recorded FROM entry ORDER BY id").scalars().all()
    )
    assert recorded == sorted(recorded)


def test_a_closing_is_a_recording_too(books: Books, time_machine: TimeMachineFixture) -> None:
    books.close("2026-01")
    time_machine.move_to("2026-10-01T02:00:00Z")
    assert books.office.today == TODAY
    with Office.open(books.path, write=False) as again:
        assert again.today == TODAY


def test_a_clock_that_runs_on_is_believed(cash: Books, time_machine: TimeMachineFixture) -> None:
    time_machine.move_to("2026-12-24T02:00:00Z")
    assert (cash.office.today, cash.office.clock_behind) == (date(2026, 12, 24), 0)


def test_practice_books_have_a_moment_of_their_own(office: Office) -> None:
    office.moment = Moment(date(2026, 5, 5), "2026-05-05T08:00:00Z")
    books = Books(office)
    books.post("2026-05-06 | Sewa tenda | 1101 1 | 4101 -1 @tenda")
    with pytest.raises(NotYet):
        books.post("2026-05-07 | Sewa tenda | 1101 1 | 4101 -1 @tenda")
    assert (office.facts.last_recorded, office.clock_behind) == ("2026-05-05T08:00:00Z", 0)
