"""Panjar, talangan, wages owed, money that is missing: what stands between the group and a person."""

from __future__ import annotations

from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.cash.commands import (
    Bearer,
    CollectClaim,
    Cost,
    CountBox,
    Excess,
    GiveAdvance,
    PaidByPerson,
    PayWages,
    RepayPerson,
    SettleAdvance,
    Shortage,
    Surplus,
    WagesOwed,
)
from kubebuku.books.cash.queries import Advances, CountHistory, OwedToPeople
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from tests.books.trading import CATERING, Trade, day


@pytest.fixture
def trade(office: Office) -> Trade:
    trade = Trade(office)
    trade.money()
    return trade


@pytest.fixture
def eka(trade: Trade) -> PersonId:
    return trade.person("Eka Contoh")


def advance(person: PersonId, amount: int = 300_000, on: str = "5/11") -> GiveAdvance:
    return GiveAdvance(on=day(on), description="Uang belanja", amount=Rupiah(amount), person=person)


def settlement(person: PersonId, spent: int = 0, returned: int = 0, **more: Any) -> SettleAdvance:
    values = {"on": day("6/11"), "description": "Belanja pasar", "person": person, "amount": Rupiah(spent), "account": "5105"}
    return SettleAdvance(**{**values, "returned": Rupiah(returned), **more})


# ---- panjar


def test_an_advance_is_a_claim_until_the_nota_comes(trade: Trade, eka: PersonId) -> None:
    entry = trade.entry(advance(eka))
    assert trade.lines(entry) == [("1121", 300_000), ("1101", -300_000)]
    (claim,) = trade.answer(Advances())
    assert (claim.name, claim.amount, claim.since) == ("Eka Contoh", 300_000, day("5/11"))


def test_nota_and_rest_settle_it_in_one_entry(trade: Trade, eka: PersonId) -> None:
    trade.run(advance(eka))
    entry = trade.entry(settlement(eka, 270_000, 30_000, unit=CATERING))
    assert trade.lines(entry) == [("5105", 270_000), ("1121", -300_000), ("1101", 30_000)]
    assert trade.holds("5105", unit=CATERING) == 270_000
    assert trade.answer(Advances()) == ()


def test_several_kinds_of_cost_in_one_settlement(trade: Trade, eka: PersonId) -> None:
    trade.run(advance(eka))
    entry = trade.entry(settlement(eka, 200_000, more=(Cost(account="5103", amount=Rupiah(100_000), unit=CATERING),)))
    assert trade.lines(entry) == [("5105", 200_000), ("5103", 100_000), ("1121", -300_000)]


def test_what_is_neither_spent_nor_returned_stays_with_the_person(trade: Trade, eka: PersonId) -> None:
    trade.run(advance(eka))
    said = trade.said(settlement(eka, 100_000, 50_000))
    assert said == "Tersimpan: Eka Contoh membelanjakan Rp100.000, mengembalikan Rp50.000, masih memegang Rp150.000."
    assert trade.holds("1121", person=eka) == 150_000


def test_everything_comes_back(trade: Trade, eka: PersonId) -> None:
    trade.run(advance(eka))
    entry = trade.entry(settlement(eka, returned=300_000, account=None))
    assert trade.lines(entry) == [("1121", -300_000), ("1101", 300_000)]


def test_more_spent_than_advanced_is_owed_to_the_person(trade: Trade, eka: PersonId) -> None:
    trade.run(advance(eka))
    entry = trade.entry(settlement(eka, 350_000))
    assert trade.lines(entry) == [("5105", 350_000), ("1121", -300_000), ("2103", -50_000)]
    (owed,) = trade.answer(OwedToPeople())
    assert (owed.person, owed.amount) == (eka, 50_000)


def test_or_the_difference_is_paid_at_once(trade: Trade, eka: PersonId) -> None:
    trade.run(advance(eka))
    entry = trade.entry(settlement(eka, 350_000, excess=Excess.PAID))
    assert trade.lines(entry) == [("5105", 350_000), ("1121", -300_000), ("1101", -50_000)]


def test_nobody_settles_without_an_advance(trade: Trade, eka: PersonId) -> None:
    trade.refused(settlement(eka, 100_000), "no-advance", "person")
    trade.run(advance(eka, on="7/11"))
    trade.refused(settlement(eka, 100_000), "no-advance", "person")


def test_a_settlement_settles_something(trade: Trade, eka: PersonId) -> None:
    trade.run(advance(eka))
    trade.refused(settlement(eka), "nothing-settled", "amount")


def test_money_spent_is_spent_on_something(trade: Trade, eka: PersonId) -> None:
    trade.run(advance(eka))
    trade.refused(settlement(eka, 100_000, account=None), "cost-account-missing", "account")


def test_no_more_comes_back_than_was_left(trade: Trade, eka: PersonId) -> None:
    trade.run(advance(eka))
    trade.refused(settlement(eka, 250_000, 60_000), "returned-too-much", "returned")


def test_returned_is_no_minus(trade: Trade, eka: PersonId) -> None:
    trade.run(advance(eka))
    trade.refused(settlement(eka, 100_000, -5), "amount-negative", "returned")


def test_an_advance_that_was_settled_is_not_undone(trade: Trade, eka: PersonId) -> None:
    given = trade.entry(advance(eka))
    settled = trade.entry(settlement(eka, 300_000))
    trade.undo_refused(given, "balance-short")
    trade.undo(settled)
    trade.undo(given)
    assert trade.holds("1121") == 0


def test_a_settlement_dated_before_a_later_one_must_still_fit(trade: Trade, eka: PersonId) -> None:
    trade.run(advance(eka), settlement(eka, 300_000))
    trade.refused(settlement(eka, 1_000, on=day("5/11")), "no-advance", "person")


# ---- talangan and wages


def laid_out(person: PersonId, amount: int = 85_000) -> PaidByPerson:
    return PaidByPerson(on=day("20/11"), description="Konsumsi rapat", amount=Rupiah(amount), account="5105", person=person)


def paid_back(person: PersonId, amount: int = 85_000, on: str = "21/11") -> RepayPerson:
    return RepayPerson(on=day(on), description="Ganti talangan", amount=Rupiah(amount), person=person)


def test_what_a_member_pays_for_the_group_is_owed_and_paid_back(trade: Trade, eka: PersonId) -> None:
    first, second = trade.entry(laid_out(eka)), trade.entry(paid_back(eka))
    assert trade.lines(first) == [("5105", 85_000), ("2103", -85_000)]
    assert trade.lines(second) == [("2103", 85_000), ("1101", -85_000)]
    assert trade.answer(OwedToPeople()) == ()


def test_no_more_is_paid_back_than_is_owed(trade: Trade, eka: PersonId) -> None:
    trade.run(laid_out(eka))
    trade.refused(paid_back(eka, 90_000), "balance-short", "amount")
    trade.refused(paid_back(eka, on="19/11"), "balance-short", "amount")


def test_talangan_that_was_paid_back_is_not_undone(trade: Trade, eka: PersonId) -> None:
    first = trade.entry(laid_out(eka))
    second = trade.entry(paid_back(eka))
    trade.undo_refused(first, "balance-short")
    trade.undo(second)
    trade.undo(first)
    assert trade.holds("5105") == 0


def test_wages_are_a_cost_when_earned_and_money_when_paid(trade: Trade, eka: PersonId) -> None:
    earned = trade.entry(WagesOwed(on=day("8/11"), description="Upah masak", amount=Rupiah(100_000), person=eka, unit=CATERING))
    paid = trade.entry(PayWages(on=day("15/11"), description="Bayar upah", amount=Rupiah(100_000), person=eka))
    assert trade.lines(earned) == [("5102", 100_000), ("2103", -100_000)]
    assert trade.lines(paid) == [("2103", 100_000), ("1101", -100_000)]
    trade.undo_refused(earned, "balance-short")


def test_no_more_wages_are_paid_than_were_earned(trade: Trade, eka: PersonId) -> None:
    trade.refused(PayWages(on=day("15/11"), description="Bayar upah", amount=Rupiah(1), person=eka), "balance-short", "amount")


# ---- missing and found money


def missing(person: PersonId | None = None, amount: int = 5_000, **more: Any) -> Shortage:
    values = {"on": day("8/11"), "description": "Kurang waktu dihitung", "amount": Rupiah(amount), "person": person, **more}
    return Shortage(**values)


def test_missing_money_becomes_a_claim_and_is_made_good(trade: Trade, eka: PersonId) -> None:
    entry = trade.entry(missing(eka))
    assert trade.lines(entry) == [("1121", 5_000), ("1101", -5_000)]
    trade.run(CollectClaim(on=day("9/11"), description="Ganti uang kurang", amount=Rupiah(5_000), person=eka))
    assert (trade.holds("1121"), trade.holds("1101")) == (0, 10_000_000)
    trade.undo_refused(entry, "balance-short")


def test_the_group_bears_missing_money_only_by_decision(trade: Trade) -> None:
    trade.refused(missing(borne_by=Bearer.GROUP), "decision-missing", "decision")
    trade.refused(missing(borne_by=Bearer.GROUP, decision="  "), "decision-missing", "decision")
    entry = trade.entry(missing(borne_by=Bearer.GROUP, decision="Rapat 8 November: ditanggung kelompok"))
    assert trade.lines(entry) == [("5109", 5_000), ("1101", -5_000)]
    assert trade.count("decision") == 1


def test_missing_money_needs_a_name(trade: Trade) -> None:
    trade.refused(missing(), "person-missing", "person")


def test_nobody_pays_more_than_is_claimed(trade: Trade, eka: PersonId) -> None:
    trade.run(missing(eka))
    claim = CollectClaim(on=day("9/11"), description="Ganti", amount=Rupiah(6_000), person=eka)
    trade.refused(claim, "balance-short", "amount")


def test_found_money_is_other_income(trade: Trade) -> None:
    entry = trade.entry(Surplus(on=day("8/11"), description="Lebih waktu dihitung", amount=Rupiah(2_000)))
    assert trade.lines(entry) == [("1101", 2_000), ("4190", -2_000)]


# ---- counting


def counted(amount: int, note: str | None = None, on: str = "8/11", box: str = "1101") -> CountBox:
    return CountBox(on=day(on), counted=Rupiah(amount), note=note, box=box)


def test_a_count_that_agrees_needs_no_words(trade: Trade) -> None:
    assert trade.said(counted(10_000_000)) == "Sudah dihitung: isi Kas Rp10.000.000, cocok dengan buku."


def test_a_count_that_differs_needs_its_reason(trade: Trade) -> None:
    refused = trade.refused(counted(9_995_000), "count-differs", "note")
    assert getattr(refused, "difference") == -5_000  # noqa: B009 - a value of this refusal only
    trade.refused(counted(10_005_000), "count-differs", "note")
    trade.run(counted(9_995_000, "Kembalian salah, dihitung Ani dan Budi"))
    (row,) = trade.answer(CountHistory(open_only=True))
    assert (row.difference, row.note) == (-5_000, "Kembalian salah, dihitung Ani dan Budi")


def test_a_count_is_no_minus(trade: Trade) -> None:
    trade.refused(counted(-1), "counted-below-zero", "counted")


def test_a_count_lies_within_the_book_and_not_ahead(trade: Trade) -> None:
    trade.refused(counted(0, on="24/11"), "not-yet", "on")
    early = CountBox(on=day("1/1").replace(year=2025), counted=Rupiah(0))
    trade.refused(early, "before-opening", "on")


def test_an_entry_explains_a_count_once(trade: Trade, eka: PersonId) -> None:
    count = trade.run(counted(9_995_000, "Belum jelas, Ani dan Budi")).made["count"]
    entry = trade.entry(missing(eka, count=count))
    assert trade.answer(CountHistory(open_only=True)) == ()
    (row,) = trade.answer(CountHistory(box="1101"))
    assert row.entry == "BKK/2026/0001"
    trade.refused(missing(eka, count=count), "unknown-count", "count")
    trade.undo(entry)
    assert len(trade.answer(CountHistory(open_only=True))) == 1


def test_a_count_that_agrees_is_explained_by_nothing(trade: Trade) -> None:
    count = trade.run(counted(10_000_000)).made["count"]
    trade.refused(Surplus(on=day("8/11"), description="Lebih", amount=Rupiah(1), count=count), "unknown-count", "count")


def test_found_money_explains_a_count_until_it_is_struck_out(trade: Trade) -> None:
    count = trade.run(counted(10_002_000, "Lebih, dihitung Ani dan Budi")).made["count"]
    entry = trade.entry(Surplus(on=day("8/11"), description="Lebih", amount=Rupiah(2_000), count=count))
    assert trade.answer(CountHistory(open_only=True)) == ()
    trade.undo(entry)
    assert [row.id for row in trade.answer(CountHistory(open_only=True))] == [count]


def test_a_nota_of_an_earlier_day_settles_only_what_no_later_one_has(trade: Trade, eka: PersonId) -> None:
    """Given on the 1st and settled on the 10th; what was given on the 20th was not there on the 5th."""
    trade.run(advance(eka, 300_000, "1/11"), settlement(eka, 300_000, on=day("10/11")), advance(eka, 200_000, "20/11"))
    trade.refused(settlement(eka, 200_000, on=day("5/11")), "no-advance", "person")
