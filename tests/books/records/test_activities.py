"""What the group did: numbered through the year, with who was in charge and their office on that day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.activities.commands import ChangeActivity, StrikeActivity, WriteActivity
from kubebuku.books.activities.queries import Activities, Activity
from kubebuku.books.activities.reading import rows
from kubebuku.books.members.commands import AddMember, AppointOfficer, DeletePerson
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId
from kubebuku.i18n import say
from tests.books.trading import Trade, day


@pytest.fixture
def trade(office: Office) -> Trade:
    return Trade(office)


def done(on: str | date = "12/11", title: str = "Gotong royong", **more: Any) -> WriteActivity:
    return WriteActivity(**{"on": on if isinstance(on, date) else day(on), "title": title, **more})


def activity(trade: Trade, command: WriteActivity) -> int:
    return trade.run(command).made["activity"]


def test_activities_are_numbered_through_the_year(trade: Trade) -> None:
    activity(trade, done())
    activity(trade, done("3/11", "Pelatihan pembukuan"))
    activity(trade, done(on=date(2025, 5, 1)))
    assert [(row.year, row.no, row.title) for row in trade.answer(Activities())] == [
        (2025, 1, "Gotong royong"),
        (2026, 1, "Gotong royong"),
        (2026, 2, "Pelatihan pembukuan"),
    ]
    assert trade.said(done()) == "Tercatat di buku kegiatan: Gotong royong, nomor 3."


def test_who_was_in_charge_is_named_with_the_office_of_that_day(trade: Trade) -> None:
    person = PersonId(trade.run(AddMember(full_name="Budi Contoh", joined=date(2026, 1, 4))).made["person"])
    trade.run(AppointOfficer(person=person, role="ketua", since=date(2026, 11, 1)))
    before = activity(trade, done("31/10", person=person))
    since = activity(trade, done("2/11", person=person, place="Balai RT 04", story="Parit dibersihkan."))
    assert trade.answer(Activity(before)).roles == ()
    row = trade.answer(Activity(since))
    assert (row.name, row.roles, row.place, row.story) == ("Budi Contoh", ("ketua",), "Balai RT 04", "Parit dibersihkan.")
    trade.refused(DeletePerson(person=person), "person-in-books", "person")


def test_a_row_is_changed_and_struck_out_under_its_number(trade: Trade) -> None:
    id_ = activity(trade, done())
    trade.run(ChangeActivity(activity=id_, on=day("13/11"), title="Kerja bakti"))
    assert trade.answer(Activity(id_)).title == "Kerja bakti"
    trade.run(StrikeActivity(activity=id_, reason="Batal hujan"))
    activity(trade, done("14/11"))
    assert [(row.no, row.struck) for row in trade.answer(Activities(Month(2026, 11)))] == [(1, "Batal hujan"), (2, None)]
    assert [row.no for row in trade.answer(Activities(show_struck=False, search="gotong"))] == [2]
    trade.refused(StrikeActivity(activity=id_, reason="Lagi"), "row-struck", "activity")
    trade.refused(ChangeActivity(activity=id_, on=day("13/11"), title="Kerja"), "row-struck", "activity")


def test_what_an_activity_needs(trade: Trade) -> None:
    trade.refused(done(title=""), "field-empty", "title")
    trade.refused(done("24/11"), "day-ahead", "on")
    trade.refused(done(person=PersonId(77)), "dimension-unknown", "person")
    id_ = activity(trade, done())
    trade.refused(ChangeActivity(activity=id_, on=date(2025, 1, 1), title="Kerja"), "other-year", "on")
    trade.refused(StrikeActivity(activity=id_, reason=" "), "reason-missing", "reason")
    trade.refused(StrikeActivity(activity=9, reason="x"), "row-unknown", "activity")


def test_a_missing_number_is_found_and_rows_are_plain(trade: Trade) -> None:
    first = activity(trade, done())
    activity(trade, done("13/11", place="Balai"))
    (_, row) = trade.office.read(lambda reading: rows(reading, None))
    assert (row["no"], row["date"], row["title"], row["place"], row["roles"]) == (2, "2026-11-13", "Gotong royong", "Balai", [])
    trade.forge(f"DELETE FROM activity WHERE id = {first}")
    assert tuple(say(line) for line in trade.findings()["activities"].found) == (
        "Buku kegiatan 2026: ada nomor 2, seharusnya 1.",
    )
