"""Letters in and out: agenda numbers by way and year, what they ask for, strikes that shift nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kubebuku.app.office import Office
from kubebuku.books.group.queries import AttentionList
from kubebuku.books.letters.commands import ChangeLetter, FollowUp, SettleLetter, StrikeLetter, Way, WriteLetter
from kubebuku.books.letters.queries import Letter, LetterRow, Letters, NextAgenda
from kubebuku.books.letters.reading import rows
from kubebuku.domain.calendar import Month
from kubebuku.i18n import say
from tests.books.trading import Trade, day


@pytest.fixture
def trade(office: Office) -> Trade:
    return Trade(office)


def came(on: str | date = "12/11", subject: str = "Undangan", **more: Any) -> WriteLetter:
    when = on if isinstance(on, date) else day(on)
    values = {"way": Way.IN, "on": when, "letter_date": when, "party": "Kelurahan Contoh", "subject": subject}
    return WriteLetter(**{**values, **more})


def went(on: str | date = "12/11", subject: str = "Laporan bulanan", **more: Any) -> WriteLetter:
    return came(on, subject, **{"way": Way.OUT, "party": "Dinas Sosial", **more})


def letter(trade: Trade, command: WriteLetter) -> int:
    return trade.run(command).made["letter"]


def numbers(trade: Trade, **asked: Any) -> list[tuple[str, int, int]]:
    found: tuple[LetterRow, ...] = trade.answer(Letters(**asked))
    return [(row.way.value, row.year, row.agenda) for row in found]


def test_each_way_has_its_own_agenda_that_begins_anew_each_year(trade: Trade) -> None:
    letter(trade, came(on=date(2025, 12, 29), letter_date=date(2025, 12, 27)))
    for command in (came(), went(), came("13/11"), went("14/11")):
        letter(trade, command)
    assert numbers(trade) == [("in", 2025, 1), ("in", 2026, 1), ("in", 2026, 2), ("out", 2026, 1), ("out", 2026, 2)]
    assert numbers(trade, way=Way.OUT, year=2026) == [("out", 2026, 1), ("out", 2026, 2)]
    assert numbers(trade, month=Month(2025, 12)) == [("in", 2025, 1)]


def test_everything_about_a_letter_is_kept(trade: Trade) -> None:
    id_ = letter(trade, came(number="005/KEL/XI", enclosures="1 lembar", forwarded="Ketua", follow_up=FollowUp.OPEN))
    row = trade.answer(Letter(id_))
    assert (row.number, row.enclosures, row.forwarded, row.copies) == ("005/KEL/XI", "1 lembar", "Ketua", None)
    assert (row.party, row.subject, row.follow_up) == ("Kelurahan Contoh", "Undangan", FollowUp.OPEN)
    sent = trade.answer(Letter(letter(trade, went(copies="Lurah Contoh", forwarded="tidak ada"))))
    assert (sent.copies, sent.forwarded) == ("Lurah Contoh", None)


def test_the_act_says_its_agenda_number(trade: Trade) -> None:
    assert trade.said(came()) == "Tercatat di surat masuk: nomor agenda 1, Undangan."
    assert trade.said(went()) == "Tercatat di surat keluar: nomor agenda 1, Laporan bulanan."


def test_the_next_letter_is_offered_its_number(trade: Trade) -> None:
    letter(trade, went())
    offered = trade.answer(NextAgenda(Way.OUT, day("22/11")))
    assert (offered.agenda, offered.number) == (2, "002/KUBE/XI/2026")


def test_what_a_letter_asks_for_is_brought_up_until_it_is_done(trade: Trade) -> None:
    id_ = letter(trade, came("2/11", "Permintaan data", follow_up=FollowUp.OPEN, follow_up_note="Kirim daftar anggota"))
    letter(trade, came("20/11", "Undangan", follow_up=FollowUp.OPEN))
    lines = [line for line in trade.answer(AttentionList()) if line.key == "letters"]
    assert [say(line.title) for line in lines] == ["1 surat menunggu tindak lanjut"]
    assert lines[0].detail is not None
    assert say(lines[0].detail) == "Yang paling lama: Permintaan data, Kelurahan Contoh, 20 hari yang lalu."
    trade.run(SettleLetter(letter=id_))
    row = trade.answer(Letter(id_))
    assert (row.follow_up, row.follow_up_note) == (FollowUp.DONE, "Kirim daftar anggota")
    assert "letters" not in [line.key for line in trade.answer(AttentionList())]
    trade.refused(SettleLetter(letter=id_), "letter-settled", "letter")


def test_a_letter_is_written_anew_under_its_number(trade: Trade) -> None:
    id_ = letter(trade, came())
    trade.run(ChangeLetter(letter=id_, on=day("11/11"), letter_date=day("9/11"), party="Camat", subject="Rapat"))
    row = trade.answer(Letter(id_))
    assert (row.agenda, row.on, row.letter_date, row.party, row.subject) == (1, day("11/11"), day("9/11"), "Camat", "Rapat")
    moved = ChangeLetter(letter=id_, on=date(2025, 11, 11), letter_date=day("9/11"), party="Camat", subject="Rapat")
    trade.refused(moved, "letter-later", "letter_date")
    trade.refused(
        ChangeLetter(letter=id_, on=date(2025, 11, 11), letter_date=date(2025, 1, 1), party="Camat", subject="Rapat"),
        "other-year",
        "on",
    )


def test_a_letter_names_its_party_and_what_it_is_about(trade: Trade) -> None:
    trade.refused(came(party=""), "field-empty", "party")
    trade.refused(went(subject=" "), "field-empty", "subject")
    trade.refused(came(number="9" * 121), "text-too-long", "number")
    trade.refused(came("24/11"), "day-ahead", "on")
    refused = trade.refused(came("12/11", letter_date=day("13/11")), "letter-later", "letter_date")
    assert say(refused.sentences[0]) == "Surat bertanggal 13 November 2026, sesudah 12 November 2026."


def test_a_struck_letter_keeps_its_number_and_stays_as_it_is(trade: Trade) -> None:
    id_ = letter(trade, came(follow_up=FollowUp.OPEN))
    trade.run(StrikeLetter(letter=id_, reason="Salah buku"))
    letter(trade, came("13/11"))
    assert numbers(trade, show_struck=False) == [("in", 2026, 2)]
    assert numbers(trade, open_only=True) == []
    trade.refused(StrikeLetter(letter=id_, reason="Lagi"), "row-struck", "letter")
    trade.refused(SettleLetter(letter=id_), "row-struck", "letter")
    trade.refused(SettleLetter(letter=44), "row-unknown", "letter")


def test_rows_are_plain(trade: Trade) -> None:
    letter(trade, came("12/11", number="7/A"))
    (row,) = trade.office.read(lambda reading: rows(reading, None))
    assert (row["way"], row["agenda"], row["date"], row["number"], row["follow_up"]) == ("in", 1, "2026-11-12", "7/A", "none")
    assert row["struck"] is None


def test_a_missing_agenda_number_is_found(trade: Trade) -> None:
    for way in (came, went):
        letter(trade, way())
        letter(trade, way())
        letter(trade, way())
    trade.forge("DELETE FROM letter WHERE agenda = 2")
    assert tuple(say(line) for line in trade.findings()["letters"].found) == (
        "Surat masuk 2026: ada nomor agenda 3, seharusnya 2.",
        "Surat keluar 2026: ada nomor agenda 3, seharusnya 2.",
    )


Steps = st.lists(st.tuples(st.sampled_from(["in", "out", "strike"]), st.integers(0, 7), st.booleans()), max_size=14)


@settings(max_examples=12)
@given(steps=Steps)
def test_agenda_numbers_are_gapless_and_never_shift(
    empty_book: Any, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, bool]]
) -> None:
    from tests.builders import copy_of

    with Office.open(copy_of(empty_book, tmp_path_factory.mktemp("surat")), who="Ani Contoh") as office:
        trade = Trade(office)
        given_numbers: dict[int, tuple[str, int, int]] = {}
        for what, pick, earlier in steps:
            year = 2025 if earlier else 2026
            if what == "strike":
                standing = trade.answer(Letters(show_struck=False))
                if standing:
                    trade.run(StrikeLetter(letter=standing[pick % len(standing)].id, reason="Keliru"))
                continue
            on = date(year, 1 + pick, 5)
            id_ = letter(trade, came(way=Way(what), on=on, letter_date=on))
            row = trade.answer(Letter(id_))
            given_numbers[id_] = (what, year, row.agenda)
        found = {row.id: (row.way.value, row.year, row.agenda) for row in trade.answer(Letters())}
        assert found == given_numbers
        for key in {(way, year) for way, year, _ in found.values()}:
            agendas = sorted(no for way, year, no in found.values() if (way, year) == key)
            assert agendas == list(range(1, len(agendas) + 1))
        assert "letters" not in trade.findings()
