"""A refusal tells what was there before the act, from which day it is missing, and which record has used it."""

from __future__ import annotations

from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.cash.commands import CollectClaim, GiveAdvance, PayWages, WagesOwed
from kubebuku.books.journal.commands import GeneralJournal, JournalLine
from kubebuku.books.mending.commands import Amend, Undo
from kubebuku.books.personal_savings.commands import DepositSavings, WithdrawSavings
from kubebuku.domain.entries import EntryId, PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say, set_language
from tests.books.savings_loan.lender import Lender
from tests.books.trading import day


@pytest.fixture
def group(office: Office) -> Lender:
    set_language("id")
    group = Lender(office)
    group.people()
    group.money()
    group.money("1102")
    return group


def told(refusal: RuleBroken) -> list[str]:
    return [say(sentence) for sentence in refusal.sentences]


def deposit(person: PersonId, amount: int, on: str) -> DepositSavings:
    return DepositSavings(on=day(on), description="Tabungan", person=person, voluntary=Rupiah(amount))


def withdrawal(person: PersonId, amount: int, on: str) -> WithdrawSavings:
    return WithdrawSavings(on=day(on), description="Ambil", person=person, amount=Rupiah(amount))


def test_of_an_unpaid_share_at_most_what_is_there_is_paid(group: Lender) -> None:
    ani = group.named["Ani"]
    group.post("2026-01-05 | Bagian Ani | 3130 30.000 | 2130 -30.000 &ani")
    lines = (
        JournalLine(account="2130", amount=Rupiah(100_000), person=ani),
        JournalLine(account="1101", amount=Rupiah(-100_000)),
    )
    refused = group.refused(GeneralJournal(on=day("10/1"), description="Bagian", lines=lines), "balance-short", "amount")
    assert told(refused)[1:] == ["Yang ada paling banyak Rp30.000. Kurang Rp70.000.", "Tulis paling banyak Rp30.000."]


def test_a_claim_is_collected_and_wages_are_paid_up_to_what_is_owed(group: Lender) -> None:
    of: dict[str, Any] = {"person": group.named["Ani"], "description": "x"}
    group.run(GiveAdvance(on=day("1/1"), amount=Rupiah(30_000), **of))
    refused = group.refused(CollectClaim(on=day("5/1"), amount=Rupiah(100_000), **of), "balance-short", "amount")
    assert "Tulis paling banyak Rp30.000." in told(refused)
    group.run(WagesOwed(on=day("2/1"), amount=Rupiah(50_000), **of))
    refused = group.refused(PayWages(on=day("5/1"), amount=Rupiah(80_000), **of), "balance-short", "amount")
    assert "Tulis paling banyak Rp50.000." in told(refused)


def test_the_day_is_that_on_which_it_is_missing(group: Lender) -> None:
    of: dict[str, Any] = {"person": group.named["Ani"], "description": "x"}
    group.run(GiveAdvance(on=day("1/1"), amount=Rupiah(100_000), **of), CollectClaim(on=day("31/1"), amount=Rupiah(80_000), **of))
    refused = group.refused(CollectClaim(on=day("5/1"), amount=Rupiah(50_000), **of), "balance-short", "amount")
    assert "31 Januari 2026" in told(refused)[0]
    assert "Tulis paling banyak Rp20.000." in told(refused)


def test_a_withdrawal_is_raised_up_to_what_was_saved(group: Lender) -> None:
    ani = group.named["Ani"]
    group.run(deposit(ani, 100_000, "1/2"))
    entry = group.entry(withdrawal(ani, 40_000, "5/2"))
    refused = group.refused(Amend(entry=entry, replacement=withdrawal(ani, 120_000, "5/2")), "balance-short", "amount")
    assert "Tulis paling banyak Rp100.000." in told(refused)


def test_what_was_withdrawn_since_is_named(group: Lender) -> None:
    ani = group.named["Ani"]
    entry = group.entry(deposit(ani, 100_000, "1/2"))
    group.run(withdrawal(ani, 30_000, "3/2"))
    outcome = group.run(withdrawal(ani, 70_000, "5/2"))
    refused: Any = group.refused(Undo(entry=entry), "balance-short", "amount")
    assert told(refused) == ["Uang ini sudah diambil (BKK/2026/0001).", "Urungkan itu dulu."]
    group.run(Undo(entry=refused.in_the_way))
    refused = group.refused(Undo(entry=entry), "balance-short", "amount")
    assert (told(refused)[0], refused.in_the_way) == ("Uang ini sudah diambil (BKK/2026/0002).", outcome.entry)


def test_a_deposit_stays_as_high_as_what_was_withdrawn(group: Lender) -> None:
    ani = group.named["Ani"]
    entry = group.entry(deposit(ani, 100_000, "1/2"))
    group.run(withdrawal(ani, 80_000, "5/2"))
    refused = group.refused(Amend(entry=entry, replacement=deposit(ani, 30_000, "1/2")), "balance-short", "amount")
    assert "Tulis paling sedikit Rp80.000." in told(refused)
    group.run(Amend(entry=entry, replacement=deposit(ani, 80_000, "1/2")))


def test_a_disbursement_stays_as_high_as_what_was_repaid(group: Lender) -> None:
    loan = group.lend("Ani", 400_000, "5/1")
    entry = EntryId(group.lent_entry())
    group.pay(loan, 150_000, "5/2")
    refused = group.refused(Amend(entry=entry, replacement=group.new_loan("Ani", 100_000, "5/1")), "balance-short", "amount")
    assert "Tulis paling sedikit Rp150.000." in told(refused)
