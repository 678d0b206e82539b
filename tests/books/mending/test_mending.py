"""Urungkan, Ubah, Koreksi bulan lalu; an entry's story; notes that wait."""

from __future__ import annotations

from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.cash.commands import CountBox, GeneralPayment, MoveMoney, OtherReceipt, Purpose
from kubebuku.books.cash.queries import CashBook, Mark, MarkedEntries
from kubebuku.books.closing.commands import ReopenMonths
from kubebuku.books.group.queries import AttentionList
from kubebuku.books.mending.commands import Amend, CorrectEarlier, DropPending, KeepPending, PostPending, Undo
from kubebuku.books.mending.queries import DroppedNotes, EntryStory, FormFor, PendingNotes
from kubebuku.books.opening.commands import OpenBook, OpeningBox
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from kubebuku.ledger import tables
from kubebuku.ledger.journal import read_entry
from tests.books.trading import CATERING, Trade, day, insert_rows

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


@pytest.fixture
def trade(office: Office) -> Trade:
    return Trade(office)


def received(on: str = "1/11", amount: int = 1_000_000, words: str = "Sewa tenda", **more: Any) -> OtherReceipt:
    return OtherReceipt(**{"on": day(on), "description": words, "amount": Rupiah(amount), **more})


def paid(on: str = "8/11", amount: int = 500_000, words: str = "Upah masak", **more: Any) -> GeneralPayment:
    return GeneralPayment(**{"on": day(on), "description": words, "amount": Rupiah(amount), "account": "5102", **more})


def close_until(trade: Trade, last: int) -> None:
    trade.close(*[f"2026-{month:02d}" for month in range(1, last + 1)])


# ---- urungkan


def test_undo_strikes_out_and_deletes_nothing(trade: Trade) -> None:
    trade.run(received())
    entry = trade.entry(paid())
    assert trade.said(Undo(entry=entry)) == "Diurungkan: BKK/2026/0001 dicoret. Isi Kas kembali Rp1.000.000."
    assert trade.count() == 3
    mirror = trade.office.read(lambda reading: read_entry(reading.connection, 3))
    assert (mirror.on, mirror.reverses, mirror.description) == (day("8/11"), entry, "Dicoret: BKK/2026/0001 Upah masak")


def test_undo_of_what_touched_no_box(trade: Trade) -> None:
    entry = trade.post("2026-11-01 | Penyusutan | 5106 5.000 @tenda | 1209 -5.000").id
    assert trade.said(Undo(entry=entry)) == "Diurungkan: BM/2026/0001 dicoret."


def test_an_entry_is_undone_once(trade: Trade) -> None:
    entry = trade.entry(received())
    trade.run(Undo(entry=entry))
    trade.refused(Undo(entry=entry), "already-undone")
    trade.refused(Undo(entry=EntryId(2)), "is-reversal")
    trade.refused(Undo(entry=EntryId(9)), "unknown-entry")


def test_money_already_spent_is_not_taken_back(trade: Trade) -> None:
    entry = trade.entry(received())
    trade.run(paid())
    refused = trade.refused(Undo(entry=entry), "box-short", "amount")
    assert say(refused.sentences[0]) == "Isi Kas menjadi kurang pada 8 November 2026, saat “Upah masak”."


def test_a_closed_month_is_not_undone(trade: Trade) -> None:
    entry = trade.entry(received("1/10"))
    close_until(trade, 10)
    trade.refused(Undo(entry=entry), "month-closed", "on")
    trade.refused(Amend(entry=entry, replacement=received("1/11")), "month-closed", "on")


def test_a_long_description_is_cut_with_a_mark(trade: Trade) -> None:
    entry = trade.entry(received(words="x" * 200))
    trade.run(Undo(entry=entry))
    mirror = trade.office.read(lambda reading: read_entry(reading.connection, 2))
    assert (len(mirror.description), mirror.description[-1]) == (200, "…")


# ---- ubah


def test_a_change_is_one_act_judged_by_its_net_effect(trade: Trade) -> None:
    entry = trade.entry(received(amount=1_000_000))
    trade.run(paid(amount=900_000))
    said = trade.said(Amend(entry=entry, replacement=received(amount=950_000)))
    assert said == "Diubah: BKM/2026/0002 menggantikan BKM/2026/0001."
    assert trade.holds("1101") == 50_000


def test_a_change_that_no_longer_fits_is_refused_whole(trade: Trade) -> None:
    entry = trade.entry(received(amount=1_000_000))
    trade.run(paid(amount=900_000))
    trade.refused(Amend(entry=entry, replacement=received(amount=800_000)), "box-short", "amount")


def test_a_change_changes_something(trade: Trade) -> None:
    entry = trade.entry(received())
    trade.refused(Amend(entry=entry, replacement=received()), "nothing-amended")


@pytest.mark.parametrize("replacement", [Undo(entry=EntryId(1)), CountBox(on=day("1/11"), counted=Rupiah(0))])
def test_only_an_entry_replaces_an_entry(trade: Trade, replacement: Any) -> None:
    entry = trade.entry(received())
    trade.post("2026-11-01 | Modal | 1102 5 | 3190 -5")
    trade.refused(Amend(entry=entry, replacement=replacement), "no-replacement")


def test_an_entry_without_a_form_is_changed_as_well(trade: Trade) -> None:
    entry = trade.post("2026-11-01 | Sewa | 1101 750.000 | 4101 -750.000 @tenda").id
    trade.run(Amend(entry=entry, replacement=received(amount=700_000)))
    assert trade.holds("1101") == 700_000


# ---- koreksi bulan lalu


def test_a_closed_month_is_corrected_in_the_open_one(trade: Trade) -> None:
    trade.run(received("1/10", 6_000_000))
    entry = trade.entry(paid("9/10", 5_000_000))
    close_until(trade, 10)
    correction = CorrectEarlier(entry=entry, on=day("3/11"), reason="Salah hitung", replacement=paid("9/10", 500_000))
    said = trade.said(correction)
    assert said == "Dikoreksi: BM/2026/0001 membalik BKK/2026/0001, gantinya BKK/2026/0002."
    page = trade.answer(CashBook(box="1101", month=NOVEMBER))
    assert [(row.description, row.received, row.paid, row.balance, row.struck) for row in page.rows] == [
        ("Koreksi BKK/2026/0001 tanggal 9 Oktober 2026: Salah hitung", 5_000_000, 0, 6_000_000, False),
        ("Upah masak (koreksi BKK/2026/0001: Salah hitung)", 0, 500_000, 5_500_000, False),
    ]
    assert [row.corrects for row in page.rows] == ["BKK/2026/0001", None]
    assert trade.answer(CashBook(box="1101", month=OCTOBER)).closing == 1_000_000
    assert [row.number for row in trade.answer(MarkedEntries(Mark.CORRECTED, OCTOBER))] == ["BKK/2026/0001"]
    assert trade.findings() == {}


def test_a_correction_may_only_take_back(trade: Trade) -> None:
    entry = trade.entry(received("1/10"))
    close_until(trade, 10)
    said = trade.said(CorrectEarlier(entry=entry, on=day("3/11"), reason="Tidak pernah terjadi"))
    assert said == "Dikoreksi: BM/2026/0001 membalik BKM/2026/0001."
    assert trade.holds("1101") == 0


def test_a_correction_has_a_reason_and_a_closed_month(trade: Trade) -> None:
    entry = trade.entry(received("1/10"))
    wrong = CorrectEarlier(entry=entry, on=day("3/11"), reason="Salah")
    trade.refused(wrong, "month-still-open", "entry")
    close_until(trade, 9)
    trade.refused(wrong, "month-still-open", "entry")
    trade.close("2026-10")
    trade.refused(CorrectEarlier(entry=entry, on=day("3/11"), reason=" "), "change-reason-missing", "reason")
    trade.refused(CorrectEarlier(entry=entry, on=day("31/10"), reason="Salah"), "month-closed", "on")
    count = CountBox(on=day("3/11"), counted=Rupiah(0), note="Ani dan Budi")
    trade.refused(CorrectEarlier(entry=entry, on=day("3/11"), reason="Salah", replacement=count), "no-replacement")


def test_the_opening_is_not_corrected_elsewhere(trade: Trade) -> None:
    opening = trade.entry(OpenBook(boxes=(OpeningBox(box="1101", amount=Rupiah(1_000)),)))
    close_until(trade, 1)
    trade.refused(CorrectEarlier(entry=opening, on=day("3/11"), reason="Salah"), "opening-needs-reopening", "entry")


# ---- cerita


def test_the_story_tells_every_version(trade: Trade) -> None:
    trade.run(received(amount=9_000_000))
    first = trade.entry(paid(amount=5_000_000))
    second = trade.entry(
        Amend(entry=first, replacement=paid(amount=500_000, unit=CATERING, nota="12"), reason="Nol terlalu banyak")
    )
    trade.run(Undo(entry=second, reason="Belum dibayar"))
    told_of = [trade.answer(EntryStory(asked)) for asked in (first, EntryId(3), second)]
    assert [story.asked for story in told_of] == [0, 0, 1]
    assert [story.versions for story in told_of] == [told_of[0].versions] * 3
    story = told_of[2]
    assert [(version.number, version.amount) for version in story.versions] == [
        ("BKK/2026/0001", 5_000_000),
        ("BKK/2026/0002", 500_000),
    ]
    old, new = story.versions
    assert (old.struck_by, old.why, old.struck_who) == ("BM/2026/0001", "Nol terlalu banyak", "Ani Contoh")
    assert (new.struck_by, new.why, new.late) == ("BM/2026/0002", "Belum dibayar", 14)
    told = [(say(change.what), change.was, change.now) for change in story.changes[0]]
    assert told == [("Jumlah", "Rp5.000.000", "Rp500.000"), ("Nomor nota", "–", "12"), ("Usaha", "–", "Catering")]
    assert [(line.label, line.amount, line.unit) for line in new.lines] == [
        ("Upah", 500_000, "Catering"),
        ("Kas", -500_000, None),
    ]
    assert (story.may_amend, story.may_correct) == (False, False)


def test_the_story_says_how_an_entry_can_be_mended(trade: Trade) -> None:
    old, new = trade.entry(received("1/10")), trade.entry(received("1/11"))
    close_until(trade, 10)
    closed, open_ = trade.answer(EntryStory(old)), trade.answer(EntryStory(new))
    assert (closed.may_amend, closed.may_correct) == (False, True)
    assert (open_.may_amend, open_.may_correct) == (True, False)


def test_a_form_is_opened_again_with_what_it_wrote(trade: Trade) -> None:
    trade.run(received(amount=5_000_000))
    opened = trade.answer(FormFor(trade.entry(paid())))
    assert (opened.key, opened.command) == ("wages", paid())
    assert trade.answer(FormFor(trade.entry(paid(account="5190")))).key == "other_out"
    gift = trade.entry(received(purpose=Purpose.CAPITAL))
    assert trade.answer(FormFor(gift)).key == "gift"
    unknown = trade.post("2026-11-01 | Modal | 1102 5 | 3190 -5").id
    assert trade.answer(FormFor(unknown)) == trade.answer(FormFor(99))


# ---- catatan tertunda


def test_what_does_not_fit_yet_waits_without_number(trade: Trade) -> None:
    said = trade.said(KeepPending(command=paid()))
    assert said == "Disimpan sebagai catatan tertunda: Upah masak, Rp500.000. Belum bernomor dan belum dihitung."
    assert trade.count() == 0
    (note,) = trade.answer(PendingNotes())
    assert (note.form, note.command, note.on, note.amount) == ("wages", paid(), day("8/11"), 500_000)
    assert note.reason.startswith("Uang di Kas tidak cukup.")
    assert say(next(line.title for line in trade.answer(AttentionList()) if line.key == "pending")) == "1 catatan tertunda"


def test_a_waiting_note_is_posted_when_it_fits(trade: Trade) -> None:
    note = trade.run(KeepPending(command=paid())).made["note"]
    trade.refused(PostPending(note=note), "box-short", "amount")
    trade.run(received())
    outcome = trade.run(PostPending(note=note))
    assert (outcome.number, trade.holds("5102")) == ("BKK/2026/0001", 500_000)
    assert trade.answer(PendingNotes()) == ()
    trade.refused(PostPending(note=note), "unknown-note", "note")


def test_a_waiting_note_is_dropped(trade: Trade) -> None:
    note = trade.run(KeepPending(command=paid())).made["note"]
    trade.refused(DropPending(note=note), "change-reason-missing", "reason")
    trade.refused(DropPending(note=note, reason="   "), "change-reason-missing", "reason")
    assert trade.said(DropPending(note=note, reason="Sudah dibayar Budi")) == "Dibatalkan: Upah masak."
    trade.refused(DropPending(note=note, reason="Sudah dibayar Budi"), "unknown-note", "note")
    assert trade.answer(PendingNotes()) == ()


def test_a_dropped_note_keeps_who_dropped_it_and_why(trade: Trade) -> None:
    note = trade.run(KeepPending(command=paid())).made["note"]
    trade.run(DropPending(note=note, reason="Sudah dibayar Budi"))
    (dropped,) = trade.answer(DroppedNotes())
    assert (dropped.description, dropped.amount) == ("Upah masak", 500_000)
    assert dropped.why == "Dibatalkan Ani Contoh, 22 November 2026: Sudah dibayar Budi"


def test_a_note_that_was_written_anew_points_at_its_record(trade: Trade) -> None:
    note = trade.run(KeepPending(command=paid())).made["note"]
    trade.run(received())
    entry = trade.entry(paid(amount=Rupiah(400_000)))
    assert trade.said(DropPending(note=note, entry=entry)) == "Ditulis sebagai BKK/2026/0001: Upah masak."
    assert (trade.answer(PendingNotes()), trade.answer(DroppedNotes())) == ((), ())


def test_a_waiting_note_does_not_advise_to_keep_it_as_a_waiting_note(trade: Trade) -> None:
    trade.run(KeepPending(command=paid()))
    (note,) = trade.answer(PendingNotes())
    assert note.reason.startswith("Uang di Kas tidak cukup.")
    assert "tertunda" not in note.reason


def test_only_what_the_zero_rule_refuses_waits(trade: Trade) -> None:
    trade.run(received())
    trade.refused(KeepPending(command=paid()), "fits-already")
    trade.refused(KeepPending(command=paid(account="5106")), "not-a-general-cost", "account")
    trade.refused(KeepPending(command=CountBox(on=day("1/11"), counted=Rupiah(1_000_000))), "no-replacement")
    trade.refused(KeepPending(command=Undo(entry=EntryId(1))), "no-replacement")
    assert trade.answer(PendingNotes()) == ()


def test_a_note_of_an_act_this_program_does_not_know_is_left_alone(trade: Trade) -> None:
    row = {
        "date": "2026-11-08",
        "description": "Lain",
        "amount": 1,
        "reason": "",
        "who": "Ani",
        "recorded": "2026-11-08T00:00:00Z",
    }
    insert_rows(
        trade, tables.pending, {**row, "command": "acts.unheard_of", "data": "{}"}, {**row, "command": "cash.move", "data": "{}"}
    )
    assert trade.answer(PendingNotes()) == ()
    trade.refused(PostPending(note=1), "unknown-note", "note")
    trade.refused(PostPending(note=2), "unknown-note", "note")


def test_an_undone_move_is_undone_in_both_boxes(trade: Trade) -> None:
    trade.run(received())
    entry = trade.entry(MoveMoney(on=day("2/11"), description="Setor", amount=Rupiah(300_000)))
    trade.run(Undo(entry=entry))
    assert (trade.holds("1101"), trade.holds("1110")) == (1_000_000, 0)


def test_reopened_months_are_mended_as_usual(trade: Trade) -> None:
    entry = trade.entry(received("1/10"))
    close_until(trade, 10)
    trade.run(ReopenMonths(month=OCTOBER, reason="Nota tertinggal"))
    trade.run(Undo(entry=entry))
    assert trade.holds("1101") == 0
