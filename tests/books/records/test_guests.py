"""Who came to see the group: numbered through the year, changed, struck out, never renumbered."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.guests.book import GUESTS
from kubebuku.books.guests.commands import ChangeGuest, StrikeGuest, WriteGuest
from kubebuku.books.guests.queries import Guest, Guests
from kubebuku.books.guests.reading import rows
from kubebuku.domain.calendar import Month
from kubebuku.i18n import say
from tests.books.trading import Trade, day


@pytest.fixture
def trade(office: Office) -> Trade:
    return Trade(office)


def visit(on: str | date = "12/11", name: str = "Wawan Contoh", **more: Any) -> WriteGuest:
    return WriteGuest(
        **{"on": on if isinstance(on, date) else day(on), "full_name": name, "purpose": "Melihat pembukuan", **more}
    )


def guest(trade: Trade, command: WriteGuest) -> int:
    return trade.run(command).made["guest"]


def test_visits_are_numbered_through_the_year_in_the_order_of_writing(trade: Trade) -> None:
    guest(trade, visit("12/11", "Wawan Contoh"))
    guest(trade, visit("3/11", "Lurah Contoh"))
    guest(trade, visit(date(2025, 12, 30), "Tamu Lama"))
    found = [(row.year, row.no, row.name) for row in trade.answer(Guests())]
    assert found == [(2025, 1, "Tamu Lama"), (2026, 1, "Wawan Contoh"), (2026, 2, "Lurah Contoh")]


def test_everything_about_a_visit_is_kept(trade: Trade) -> None:
    said = "Nota sudah lengkap.\nIuran Oktober belum semua."
    id_ = guest(trade, visit(agency="Dinas Sosial", position="Pendamping", impression=f"\n{said}\n"))
    row = trade.answer(Guest(id_))
    assert (row.name, row.agency, row.position, row.purpose) == (
        "Wawan Contoh",
        "Dinas Sosial",
        "Pendamping",
        "Melihat pembukuan",
    )
    assert row.impression == said
    assert (row.who, row.struck) == ("Ani Contoh", None)


def test_the_act_says_its_number(trade: Trade) -> None:
    assert trade.said(visit()) == "Tercatat di buku tamu: Wawan Contoh, nomor 1."


def test_a_struck_row_keeps_its_number(trade: Trade) -> None:
    first = guest(trade, visit())
    guest(trade, visit("13/11", "Lurah Contoh"))
    assert trade.said(StrikeGuest(guest=first, reason="Tertulis dua kali")) == "Dicoret: nomor 1, Wawan Contoh."
    guest(trade, visit("14/11", "Mitra Contoh"))
    assert [(row.no, row.struck) for row in trade.answer(Guests())] == [(1, "Tertulis dua kali"), (2, None), (3, None)]
    assert [row.no for row in trade.answer(Guests(show_struck=False))] == [2, 3]
    assert "guests" not in trade.findings()


def test_a_row_is_written_anew_under_its_number(trade: Trade) -> None:
    id_ = guest(trade, visit())
    trade.run(ChangeGuest(guest=id_, on=day("11/11"), full_name="Wawan C.", purpose="Rapat"))
    row = trade.answer(Guest(id_))
    assert (row.no, row.on, row.name, row.purpose, row.agency) == (1, day("11/11"), "Wawan C.", "Rapat", None)


def test_the_book_is_asked_by_month_year_and_words(trade: Trade) -> None:
    guest(trade, visit("12/10", "Lurah Contoh", agency="Kelurahan"))
    guest(trade, visit("12/11"))
    assert [row.name for row in trade.answer(Guests(Month(2026, 10)))] == ["Lurah Contoh"]
    assert trade.answer(Guests(year=2025)) == ()
    assert [row.no for row in trade.answer(Guests(search="KELURAHAN"))] == [1]


def test_a_guest_without_a_name_is_refused(trade: Trade) -> None:
    trade.refused(visit(name="  "), "name-missing", "full_name")
    trade.refused(visit(name="x" * 121), "name-too-long", "full_name")
    assert trade.count("guest") == 0


def test_a_visit_needs_a_purpose_and_a_day_that_has_come(trade: Trade) -> None:
    trade.refused(visit(purpose=" - "), "field-empty", "purpose")
    trade.refused(visit(purpose="x" * 201), "text-too-long", "purpose")
    trade.refused(visit("24/11"), "day-ahead", "on")
    guest(trade, visit("23/11"))


def test_a_number_stays_in_its_year(trade: Trade) -> None:
    id_ = guest(trade, visit())
    moved = ChangeGuest(guest=id_, on=date(2025, 11, 12), full_name="Wawan Contoh", purpose="Rapat")
    trade.refused(moved, "other-year", "on")


def test_what_was_struck_out_stays(trade: Trade) -> None:
    id_ = guest(trade, visit())
    trade.refused(StrikeGuest(guest=id_, reason=""), "reason-missing", "reason")
    trade.run(StrikeGuest(guest=id_, reason="Keliru"))
    trade.refused(StrikeGuest(guest=id_, reason="Keliru"), "row-struck", "guest")
    trade.refused(ChangeGuest(guest=id_, on=day("1/11"), full_name="A", purpose="B"), "row-struck", "guest")
    trade.refused(StrikeGuest(guest=99, reason="Keliru"), "row-unknown", "guest")


def test_a_missing_number_is_found(trade: Trade) -> None:
    first = guest(trade, visit())
    guest(trade, visit("13/11"))
    trade.forge(f"DELETE FROM guest WHERE id = {first}")
    assert tuple(say(line) for line in trade.findings()["guests"].found) == ("Buku tamu 2026: ada nomor 2, seharusnya 1.",)


def test_rows_are_plain(trade: Trade) -> None:
    guest(trade, visit(agency="Dinas Sosial"))
    read = trade.office.read(lambda reading: rows(reading, Month(2026, 11)))
    assert read == [
        {
            "no": 1,
            "year": 2026,
            "date": "2026-11-12",
            "name": "Wawan Contoh",
            "agency": "Dinas Sosial",
            "position": None,
            "purpose": "Melihat pembukuan",
            "impression": None,
            "struck": None,
        }
    ]
    assert GUESTS.rows() is rows
