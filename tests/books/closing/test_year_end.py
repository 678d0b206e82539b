"""31 December and 1 January: on which day a year is over, and to which year a day belongs."""

from __future__ import annotations

from datetime import date

import pytest

from kubebuku.app.office import Moment, Office
from kubebuku.books.cash.commands import GeneralPayment
from kubebuku.books.closing.commands import CloseYear, ReopenYear
from kubebuku.books.mending.commands import DropPending, KeepPending
from kubebuku.domain.accounts import RESULT_UNSHARED
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.trading import Trade, day

UNTIL_NOVEMBER = [str(month) for month in Month(2026, 1).until(Month(2026, 11))]


@pytest.fixture
def trade(office: Office) -> Trade:
    """Rp900.000 of income in March, Rp50.000 on 31 December; January to November are closed."""
    trade = Trade(office)
    at(trade, date(2026, 12, 31))
    trade.post("2026-03-05 | Sewa tenda | 1101 900.000 | 4101 -900.000 @tenda")
    trade.post("2026-12-31 | Sewa tenda | 1101 50.000 | 4101 -50.000 @tenda")
    trade.close(*UNTIL_NOVEMBER)
    return trade


def at(trade: Trade, today: date) -> None:
    trade.office.moment = Moment(today, f"{today.isoformat()}T02:00:00Z")


def test_a_year_is_not_over_on_its_last_day_but_on_the_next(trade: Trade) -> None:
    trade.refused(CloseYear(year=2026), "year-not-over", "year")
    at(trade, date(2027, 1, 1))
    trade.run(CloseYear(year=2026))
    assert trade.holds(RESULT_UNSHARED) == -950_000, "the rent of the last day too"


def test_a_note_that_waits_holds_the_year_up_as_it_does_a_month(trade: Trade) -> None:
    payment = GeneralPayment(on=day("30/12"), description="Upah masak", amount=Rupiah(5_000_000), account="5102")
    note = trade.run(KeepPending(command=payment)).made["note"]
    at(trade, date(2027, 1, 1))
    refused = trade.refused(CloseYear(year=2026), "pending-notes-left", "year")
    assert "Desember 2026" in say(refused.sentences[0])
    trade.run(DropPending(note=note, reason="Batal"))
    trade.run(CloseYear(year=2026))


def test_a_note_of_the_new_year_does_not_hold_the_old_one_up(trade: Trade) -> None:
    at(trade, date(2027, 1, 1))
    payment = GeneralPayment(on=date(2027, 1, 1), description="Upah masak", amount=Rupiah(5_000_000), account="5102")
    trade.run(KeepPending(command=payment), CloseYear(year=2026))


def test_what_is_written_on_new_years_day_stays_in_the_new_year(trade: Trade) -> None:
    at(trade, date(2027, 1, 1))
    trade.post("2027-01-01 | Sewa tenda | 1101 70.000 | 4101 -70.000 @tenda")
    entry = trade.entry(CloseYear(year=2026))
    assert trade.lines(entry) == [("4101", 950_000), ("3130", -950_000)]
    assert trade.holds("4101") == -70_000
    assert trade.holds("4101", "2026-12-31") == 0


def test_a_year_opened_again_on_new_years_day_is_mirrored_on_its_own_last_day(trade: Trade) -> None:
    at(trade, date(2027, 1, 1))
    trade.run(CloseYear(year=2026), ReopenYear(year=2026, reason="Nota tertinggal"))
    assert trade.holds("4101", "2026-12-31") == -950_000
    trade.refused(ReopenYear(year=2026, reason="Lagi"), "year-not-closed", "year")
    trade.run(CloseYear(year=2026))
    trade.close("2026-12")
    assert trade.findings() == {}
