"""What helps while writing: likely doubles, words and forms used before; free lines and the decisions they point at."""

from __future__ import annotations

from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.cash.commands import GeneralPayment, OtherReceipt
from kubebuku.books.group.commands import RecordDecision
from kubebuku.books.group.queries import Decisions
from kubebuku.books.journal.commands import GeneralJournal, JournalLine
from kubebuku.books.journal.queries import DescriptionsUsed, FrequentForms, SimilarEntries
from kubebuku.books.mending.commands import Undo
from kubebuku.books.mending.queries import EntryStory
from kubebuku.domain.entries import DecisionId, EntryId, UnitId
from kubebuku.domain.money import Rupiah
from tests.books.trading import CATERING, TENTS, Trade, day


@pytest.fixture
def trade(office: Office) -> Trade:
    return Trade(office)


def received(on: str = "1/11", amount: int = 1_000_000, words: str = "Sewa tenda", **more: Any) -> OtherReceipt:
    return OtherReceipt(**{"on": day(on), "description": words, "amount": Rupiah(amount), **more})


def paid(on: str = "8/11", amount: int = 500_000, words: str = "Upah masak", **more: Any) -> GeneralPayment:
    return GeneralPayment(**{"on": day(on), "description": words, "amount": Rupiah(amount), "account": "5102", **more})


def test_a_likely_double_is_found(trade: Trade) -> None:
    trade.run(received(), paid())
    assert [row.number for row in trade.answer(SimilarEntries(paid(words="Upah lagi")))] == ["BKK/2026/0001"]
    assert trade.answer(SimilarEntries(paid(amount=1))) == ()
    assert trade.answer(SimilarEntries(paid("9/11"))) == ()
    assert trade.answer(SimilarEntries(Undo(entry=EntryId(1)))) == ()
    trade.run(Undo(entry=EntryId(2)))
    assert trade.answer(SimilarEntries(paid())) == ()


def test_descriptions_used_with_a_form_come_back(trade: Trade) -> None:
    trade.run(received(amount=9_000_000))
    trade.run(paid(words="Upah masak", unit=CATERING), paid(words="Masak besar"), paid(words="UPAH MASAK", unit=CATERING))
    trade.run(paid(words="Masak bensin", account="5103"))
    assert trade.answer(DescriptionsUsed("wages", "masak")) == ("Masak besar", "UPAH MASAK")
    assert trade.answer(DescriptionsUsed("wages", unit=CATERING)) == ("UPAH MASAK",)
    assert trade.answer(DescriptionsUsed("other_in")) == ("Sewa tenda",)
    assert trade.answer(DescriptionsUsed("no such form")) == ()


def test_forms_used_often(trade: Trade) -> None:
    trade.run(received(amount=9_000_000), paid(unit=CATERING), paid(unit=CATERING), paid(unit=TENTS))
    trade.post("2026-11-01 | Modal | 1102 5 | 3190 -5")
    often = trade.answer(FrequentForms(2))
    assert [(one.form, one.unit, one.count) for one in often] == [("wages", CATERING, 2), ("wages", TENTS, 1)]


# ---- jurnal umum and decisions


def journal(*lines: tuple[str, int], **more: Any) -> GeneralJournal:
    made = tuple(JournalLine(account=account, amount=Rupiah(amount), unit=more.get("unit")) for account, amount in lines)
    return GeneralJournal(on=day("20/11"), description="Koreksi pendamping", lines=made)


def test_the_pendamping_writes_free_lines(trade: Trade) -> None:
    entry = trade.entry(journal(("1101", 15_000), ("3190", -15_000)))
    assert trade.lines(entry) == [("1101", 15_000), ("3190", -15_000)]


@pytest.mark.parametrize(
    ("lines", "code", "field"),
    [
        ((("1101", 100_000), ("3190", -99_999)), "unbalanced", "postings"),
        ((("1101", 100_000),), "too-few-lines", "postings"),
        ((("1101", 5), ("1101", -5)), "no-effect", "postings"),
        ((("1000", 5), ("1101", -5)), "heading-account", "account"),
        ((("4101", -5), ("1101", 5)), "dimension-missing", "unit"),
        (tuple(("1101", 1) for _ in range(201)), "too-many-lines", "postings"),
    ],
)
def test_free_lines_are_judged(trade: Trade, lines: tuple[tuple[str, int], ...], code: str, field: str) -> None:
    trade.refused(journal(*lines), code, field)


def test_free_lines_point_at_their_unit(trade: Trade) -> None:
    entry = trade.entry(journal(("1101", 5_000), ("4101", -5_000), unit=UnitId(2)))
    assert trade.holds("4101", unit=2) == -5_000
    assert entry


def test_a_decision_is_written_down_and_pointed_at(trade: Trade) -> None:
    trade.refused(RecordDecision(words="  ", decided=day("8/11")), "decision-missing", "decision")
    made = trade.run(RecordDecision(words="Rapat 8 November: kas lama disahkan", decided=day("8/11"))).made["decision"]
    (decided,) = trade.answer(Decisions())
    assert (decided.id, decided.words, decided.decided) == (made, "Rapat 8 November: kas lama disahkan", day("8/11"))
    entry = trade.entry(
        GeneralJournal(
            on=day("8/11"),
            description="Kas lama",
            lines=(JournalLine(account="1101", amount=Rupiah(5)), JournalLine(account="3190", amount=Rupiah(-5))),
            decision=DecisionId(made),
        )
    )
    (version,) = trade.answer(EntryStory(entry)).versions
    assert version.decision == "Rapat 8 November: kas lama disahkan"
