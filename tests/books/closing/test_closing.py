"""Tutup buku: months in order, with counted boxes; opened again from the last; years emptied into 3130."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kubebuku.app.office import Moment, Office
from kubebuku.books import places
from kubebuku.books.cash.commands import CountBox, GeneralPayment, OtherReceipt
from kubebuku.books.closing.commands import BoxCounted, CloseMonth, CloseYear, ReopenMonths, ReopenYear
from kubebuku.books.closing.queries import ClosingPreview, ClosingProof, Closings, ClosingState, Years
from kubebuku.books.closing.years import closing_lines
from kubebuku.books.group.queries import AttentionList
from kubebuku.books.mending.commands import KeepPending, Undo
from kubebuku.books.mending.queries import EntryStory
from kubebuku.books.opening.commands import OpenBook, OpeningBox
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from kubebuku.ledger.refusals import BookDamaged
from tests.books.trading import CATERING, TENTS, Trade, day
from tests.builders import new_book

JANUARY, FEBRUARY, NOVEMBER, DECEMBER = (Month(2026, number) for number in (1, 2, 11, 12))


@pytest.fixture
def trade(office: Office) -> Trade:
    return Trade(office)


def received(on: str = "5/1", amount: int = 1_000_000, **more: Any) -> OtherReceipt:
    return OtherReceipt(**{"on": day(on), "description": "Sewa tenda", "amount": Rupiah(amount), **more})


def paid(on: str = "8/1", amount: int = 400_000, **more: Any) -> GeneralPayment:
    values = {"on": day(on), "description": "Upah masak", "amount": Rupiah(amount), "account": "5102"}
    return GeneralPayment(**{**values, **more})


def counted(amount: int | None = 600_000, explanation: str | None = None, box: str = "1101") -> tuple[BoxCounted, ...]:
    return (BoxCounted(box=box, counted=None if amount is None else Rupiah(amount), explanation=explanation),)


def close(trade: Trade, month: Month, counts: tuple[BoxCounted, ...] | None = None) -> str:
    """Close a month with its boxes counted as the book has them; its code."""
    if counts is None:
        preview = trade.answer(ClosingPreview(month))
        counts = tuple(BoxCounted(box=box.code, counted=box.book) for box in preview.boxes)
    trade.run(CloseMonth(month=month, counts=counts))
    proof = trade.answer(ClosingProof(month))
    return str(proof.code)


# ---- months


def test_a_month_is_closed_with_its_counted_cash(trade: Trade) -> None:
    trade.run(received(), paid())
    outcome = trade.run(CloseMonth(month=JANUARY, counts=counted()))
    proof = trade.answer(ClosingProof(JANUARY))
    assert outcome.said is not None
    assert say(outcome.said) == f"Januari 2026 sudah ditutup: penutupan ke-1, kode cek {proof.code}."
    assert (proof.serial, proof.entries, proof.last_number, proof.standing, proof.replaces) == (1, 2, "BKK/2026/0001", True, None)
    assert [(box.label, box.book, box.counted) for box in proof.boxes] == [("Kas", 600_000, 600_000)]
    assert {row.code: row.amount for row in proof.accounts} == {"1101": 600_000, "4190": 1_000_000, "5102": 400_000}
    assert trade.findings() == {}


def test_nothing_is_written_in_a_closed_month(trade: Trade) -> None:
    close(trade, JANUARY)
    trade.refused(received(), "month-closed", "on")


def test_every_box_that_moved_is_counted(trade: Trade) -> None:
    trade.run(received(), received(box="1110", amount=5_000))
    refused = trade.refused(CloseMonth(month=JANUARY, counts=counted(1_000_000)), "boxes-not-counted", "counts")
    assert getattr(refused, "boxes") == ("Bank",)  # noqa: B009 - a value of this refusal only


def test_skipping_a_count_needs_a_reason_that_stands_on_the_report(trade: Trade) -> None:
    trade.run(received(), paid())
    trade.refused(CloseMonth(month=JANUARY, counts=counted(None)), "skipped-without-reason", "counts")
    close(trade, JANUARY, counted(None, "Bendahara sakit"))
    (box,) = trade.answer(ClosingProof(JANUARY)).boxes
    assert (box.counted, box.explanation) == (None, "Bendahara sakit")


def test_a_difference_needs_its_explanation(trade: Trade) -> None:
    trade.run(received(), paid())
    trade.refused(CloseMonth(month=JANUARY, counts=counted(595_000)), "difference-unexplained", "counts")
    trade.refused(CloseMonth(month=JANUARY, counts=counted(-1)), "counted-below-zero", "counts")
    trade.refused(CloseMonth(month=JANUARY, counts=counted(1, box="5102")), "not-a-box", "counts")
    close(trade, JANUARY, counted(595_000, "Kembalian, dihitung Ani dan Budi"))


def test_months_close_in_order_and_once(trade: Trade) -> None:
    refused = trade.refused(CloseMonth(month=FEBRUARY), "earlier-month-open", "month")
    assert getattr(refused, "first") == JANUARY  # noqa: B009 - a value of this refusal only
    close(trade, JANUARY)
    trade.refused(CloseMonth(month=JANUARY), "month-closed-already", "month")
    trade.refused(CloseMonth(month=Month(2025, 12)), "month-before-book", "month")


def test_the_running_month_may_be_closed_but_none_that_has_not_begun(trade: Trade) -> None:
    for month in JANUARY.until(NOVEMBER):
        assert trade.answer(ClosingState(month)).hindrance is None
        close(trade, month)
    trade.refused(CloseMonth(month=DECEMBER), "month-not-begun", "month")


def test_pending_notes_stand_in_the_way_and_are_listed(trade: Trade) -> None:
    trade.run(KeepPending(command=paid()), KeepPending(command=paid("3/2")))
    refused = trade.refused(CloseMonth(month=JANUARY), "pending-notes-left", "month")
    assert getattr(refused, "notes") == ((day("8/1"), "Upah masak", 400_000),)  # noqa: B009 - a value of this refusal only


def test_the_preview_tells_what_is_sealed(trade: Trade) -> None:
    trade.run(received(), paid())
    trade.post("2026-01-09 | Beli beras | 1140 100.000 @catering | 1101 -100.000")
    preview = trade.answer(ClosingPreview(JANUARY))
    assert (preview.entries, preview.received, preview.paid, preview.running) == (3, 1_000_000, 500_000, False)
    assert preview.uncounted_goods == ("Catering",)
    assert preview.pending == ()
    (box,) = preview.boxes
    assert (box.book, box.counted, box.bank) == (500_000, None, False)


def test_a_count_of_the_last_days_serves_for_the_closing(trade: Trade) -> None:
    trade.run(received(), CountBox(on=day("29/1"), counted=Rupiah(1_000_000)))
    assert trade.answer(ClosingPreview(JANUARY)).boxes[0].counted == 1_000_000
    trade.run(paid("30/1"))
    assert trade.answer(ClosingPreview(JANUARY)).boxes[0].counted is None


def test_the_running_month_is_told(trade: Trade) -> None:
    assert trade.answer(ClosingPreview(NOVEMBER)).running


def test_a_damaged_book_is_not_closed(trade: Trade) -> None:
    trade.run(received())
    trade.office.raw.execute("PRAGMA writable_schema = ON")
    trade.office.write(lambda work: work.connection.exec_driver_sql("DROP TRIGGER posting_no_delete"))
    with pytest.raises(BookDamaged):
        trade.office.run(CloseMonth(month=JANUARY, counts=counted(1_000_000)))
    assert not trade.answer(ClosingState(JANUARY)).closed


# ---- opening again


def test_months_open_again_from_the_last_with_one_reason(trade: Trade) -> None:
    for month in JANUARY.until(Month(2026, 3)):
        close(trade, month)
    trade.refused(ReopenMonths(month=FEBRUARY, reason=" "), "change-reason-missing", "reason")
    trade.refused(ReopenMonths(month=Month(2026, 4), reason="Nota"), "month-not-closed", "month")
    said = trade.said(ReopenMonths(month=FEBRUARY, reason="Nota tertinggal"))
    assert said == "Dibuka kembali: Februari 2026 dan Maret 2026."
    rows = trade.answer(Closings())
    assert [(row.act, row.month.number, row.reason) for row in rows[:2]] == [
        ("reopen", 2, "Nota tertinggal"),
        ("reopen", 3, "Nota tertinggal"),
    ]
    assert trade.answer(ClosingState(JANUARY)).closed
    assert not trade.answer(ClosingState(FEBRUARY)).closed
    assert trade.findings() == {}


def test_an_open_book_has_nothing_to_open_again(trade: Trade) -> None:
    trade.refused(ReopenMonths(month=JANUARY, reason="Nota"), "month-not-closed", "month")
    close(trade, JANUARY)
    trade.refused(ReopenMonths(month=Month(2025, 12), reason="Nota"), "month-not-closed", "month")


def test_a_second_closing_says_what_changed_and_replaces_the_first(trade: Trade) -> None:
    trade.run(received())
    first = close(trade, JANUARY)
    trade.run(ReopenMonths(month=JANUARY, reason="Nota tertinggal"), paid())
    second = close(trade, JANUARY)
    proof = trade.answer(ClosingProof(JANUARY))
    assert (proof.code, proof.serial, proof.replaces, proof.reopened_because) == (second, 2, first, "Nota tertinggal")
    assert [(row.label, row.was, row.now, row.entries) for row in proof.changed] == [
        ("Kas", 1_000_000, 600_000, ("BKK/2026/0001",)),
        ("Upah", 0, 400_000, ("BKK/2026/0001",)),
    ]
    old = trade.answer(ClosingProof(JANUARY, 1))
    assert (old.code, old.standing, old.changed) == (first, False, ())


def test_a_closing_that_never_was_has_no_proof(trade: Trade) -> None:
    for query, code in ((ClosingProof(JANUARY), "no-such-closing"), (ClosingProof(JANUARY, 2), "no-such-closing")):
        with pytest.raises(RuleBroken) as caught:
            trade.answer(query)
        assert caught.value.code == code
        assert "{" not in say(caught.value.sentences[0])


def test_a_month_that_is_over_wants_closing(trade: Trade) -> None:
    told = next(line for line in trade.answer(AttentionList()) if line.key == "closing")
    assert (say(told.title), told.place) == ("Januari 2026 belum ditutup", places.Closings())


# ---- years


@pytest.fixture
def new_year(tmp_path: Path) -> Iterator[Trade]:
    """A book of 2026 in January 2027, every month open."""
    with Office.open(new_book(tmp_path, "tahun"), who="Ani Contoh") as office:
        office.moment = Moment(date(2027, 1, 10), "2027-01-10T02:00:00Z")
        yield Trade(office)


def a_years_work(trade: Trade) -> None:
    trade.run(received("5/3", 900_000, unit=TENTS), received("6/3", 500_000, unit=CATERING), paid("7/3", 350_000, unit=CATERING))
    trade.run(paid("8/3", 50_000))
    trade.post("2026-12-05 | Bagi hasil | 3131 100.000 @tenda | 3120 -100.000 @tenda")


def close_until(trade: Trade, last: Month) -> None:
    for month in JANUARY.until(last):
        if not trade.answer(ClosingState(month)).closed:
            close(trade, month)


def test_a_years_closing_empties_income_costs_and_what_was_shared(new_year: Trade) -> None:
    a_years_work(new_year)
    close_until(new_year, NOVEMBER)
    said = new_year.said(CloseYear(year=2026))
    assert said == "Tahun 2026 ditutup, Rp900.000 bisa dibagi. Sekarang tutup Desember 2026."
    assert all(not new_year.holds(account) for account in ("4190", "5102", "3131"))
    assert new_year.holds("3130") == -900_000
    by_unit = {unit: new_year.holds("3130", unit=unit) for unit in (TENTS, CATERING)}
    assert by_unit == {TENTS: -800_000, CATERING: -150_000}
    close(new_year, DECEMBER)
    assert new_year.findings() == {}
    (year,) = [year for year in new_year.answer(Years()) if year.year == 2026]
    assert (year.number, year.result, year.over) == ("BM/2026/0002", 1_000_000, True)


def test_a_year_with_a_loss(new_year: Trade) -> None:
    new_year.run(OpenBook(boxes=(OpeningBox(box="1101", amount=Rupiah(500_000)),)), paid("7/3", 350_000))
    close_until(new_year, NOVEMBER)
    assert new_year.said(CloseYear(year=2026)) == "Tahun 2026 ditutup dengan rugi Rp350.000. Sekarang tutup Desember 2026."
    assert new_year.holds("3130") == 350_000


def test_a_year_that_is_not_over(trade: Trade) -> None:
    trade.refused(CloseYear(year=2026), "year-not-over", "year")


def test_the_months_before_december_are_closed_first(new_year: Trade) -> None:
    a_years_work(new_year)
    new_year.refused(CloseYear(year=2026), "earlier-month-open", "month")
    close_until(new_year, DECEMBER)
    new_year.refused(CloseYear(year=2026), "december-closed", "year")
    new_year.run(ReopenMonths(month=DECEMBER, reason="Tutup tahun"), CloseYear(year=2026))
    close(new_year, DECEMBER)


def test_a_year_without_result_is_not_closed(new_year: Trade) -> None:
    close_until(new_year, NOVEMBER)
    new_year.refused(CloseYear(year=2026), "no-result", "year")


def test_a_year_is_closed_once(new_year: Trade) -> None:
    a_years_work(new_year)
    close_until(new_year, NOVEMBER)
    entry = new_year.entry(CloseYear(year=2026))
    new_year.refused(CloseYear(year=2026), "year-closed-already", "year")
    new_year.refused(Undo(entry=entry), "closing-is-reopened", "entry")
    assert not new_year.answer(EntryStory(entry)).may_amend


def test_a_year_wants_closing_before_its_december(new_year: Trade) -> None:
    a_years_work(new_year)
    assert "year" not in [line.key for line in new_year.answer(AttentionList())]
    close_until(new_year, NOVEMBER)
    told = next(line for line in new_year.answer(AttentionList()) if line.key == "year")
    assert say(told.title) == "Tahun 2026 belum ditutup"


def test_what_is_written_after_the_closing_shows(new_year: Trade) -> None:
    a_years_work(new_year)
    close_until(new_year, NOVEMBER)
    new_year.run(CloseYear(year=2026), received("20/12", 5_000))
    new_year.refused(CloseMonth(month=DECEMBER), "year-result-left", "month")
    assert list(new_year.findings()) == ["years"]


def test_a_year_is_opened_again_with_a_reason(new_year: Trade) -> None:
    a_years_work(new_year)
    new_year.refused(ReopenYear(year=2026, reason="Salah"), "year-not-closed", "year")
    close_until(new_year, NOVEMBER)
    new_year.run(CloseYear(year=2026))
    close(new_year, DECEMBER)
    new_year.refused(ReopenYear(year=2026, reason=" "), "change-reason-missing", "reason")
    new_year.refused(ReopenYear(year=2026, reason="Salah"), "december-closed", "year")
    new_year.run(ReopenMonths(month=DECEMBER, reason="Salah"), ReopenYear(year=2026, reason="Nota tertinggal"))
    assert (new_year.holds("3130"), new_year.holds("4190")) == (0, -1_400_000)
    new_year.run(CloseYear(year=2026))
    close(new_year, DECEMBER)
    assert new_year.findings() == {}


def test_a_result_that_was_shared_is_not_opened_again(new_year: Trade) -> None:
    a_years_work(new_year)
    close_until(new_year, NOVEMBER)
    new_year.run(CloseYear(year=2026))
    new_year.post("2027-01-05 | Bagi hasil tahun lalu | 3130 200.000 | 3120 -200.000")
    new_year.refused(ReopenYear(year=2026, reason="Salah"), "year-shared", "year")
    new_year.undo(EntryId(7))
    new_year.run(ReopenYear(year=2026, reason="Salah"))


def test_years_close_in_order_and_open_backwards(new_year: Trade) -> None:
    a_years_work(new_year)
    new_year.office.moment = Moment(date(2028, 1, 10), "2028-01-10T02:00:00Z")
    new_year.refused(CloseYear(year=2027), "earlier-year-open", "year")
    close_until(new_year, NOVEMBER)
    new_year.run(CloseYear(year=2026))
    close(new_year, DECEMBER)
    new_year.run(OtherReceipt(on=date(2027, 3, 1), description="Sewa", amount=Rupiah(7_000)))
    for month in Month(2027, 1).until(Month(2027, 11)):
        close(new_year, month)
    new_year.run(CloseYear(year=2027))
    new_year.refused(ReopenYear(year=2026, reason="Salah"), "later-year-closed", "year")


def test_a_year_of_many_units_fits_as_few_entries_as_hold_it() -> None:
    left: dict[tuple[str, int | None], Rupiah] = {
        (f"5{number:03d}", unit): Rupiah(10) for unit in range(1, 6) for number in range(101, 150)
    }
    entries = closing_lines(left)
    assert [len(lines) for lines in entries] == [200, 50]
    assert all(sum(line.amount for line in lines) == 0 for lines in entries)
    assert closing_lines({("4101", 2): Rupiah(-5), ("5101", 2): Rupiah(5)})[0][-1].account == "5101"
