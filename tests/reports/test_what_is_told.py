"""Sentences that a paper says only now and then: each where it belongs, none where it does not."""

from __future__ import annotations

from datetime import date

import pytest

from kubebuku.app.office import Moment, Office
from kubebuku.books.enterprise.queries import Result
from kubebuku.books.inventory.commands import BuyEquipment, CountedThing, CountInventory, ListEquipment
from kubebuku.books.solidarity.commands import SetSolidarityRule, TakeDues
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import ItemId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.closings import Count
from kubebuku.reports import closing_proof, monthly, notes, opname, savings
from kubebuku.reports.document import Document, Note, Pairs
from kubebuku.reports.frame import Frame
from kubebuku.reports.render.sheet import as_text
from kubebuku.reports.sums import prove, prove_table
from kubebuku.reports.table import Column, Formula, Row, Table
from kubebuku.reports.unit_results import UnitResult
from tests.books.saving import Group, month
from tests.books.savings_loan.lender import Lender
from tests.books.trading import Trade, day

JANUARY, OCTOBER, NOVEMBER = Month(2026, 1), Month(2026, 10), Month(2026, 11)


@pytest.fixture
def trade(office: Office) -> Trade:
    made = Trade(office)
    made.money()
    return made


def told(trade: Trade, of: Month, key: str) -> str:
    document: Document = trade.office.read(lambda reading: monthly.build(reading, of, parts=frozenset({key})))
    prove(document)
    return as_text(document)


# ---------------------------------------------------------------------------------------------------------------- notes


def doubts(trade: Trade, of: Month) -> str:
    part = trade.office.read(lambda reading: notes.build(Frame(reading, of))[0])
    return "\n".join(block.text for block in part.blocks if isinstance(block, Note))


def test_a_closed_and_counted_month_leaves_no_doubt(trade: Trade) -> None:
    trade.post("2026-01-05 | Dari dinas | 3190 10.000.000 | 3110 -10.000.000 @tenda")
    assert "Januari 2026 belum ditutup" in doubts(trade, JANUARY)
    trade.close("2026-01", counts={"1101": Count(Rupiah(10_000_000), Rupiah(10_000_000))})
    assert doubts(trade, JANUARY) == ""


def test_what_was_not_counted_is_named(trade: Trade) -> None:
    trade.close("2026-01", counts={"1101": Count(Rupiah(10_000_000), None)})
    assert "Tidak dihitung saat tutup buku: Kas." in doubts(trade, JANUARY)


def test_opening_balances_nobody_explained_are_a_doubt_of_every_month(trade: Trade) -> None:
    assert "Rp10.000.000" in doubts(trade, OCTOBER)


def test_the_result_of_a_year_that_was_not_closed_is_told_in_the_next(trade: Trade) -> None:
    trade.post("2026-03-05 | Sewa tenda | 1101 700.000 | 4101 -700.000 @tenda")
    trade.office.moment = Moment(date(2027, 1, 31), "2027-01-31T04:00:00Z")
    assert "Rp700.000" not in doubts(trade, Month(2026, 12))
    assert "Rp700.000" in doubts(trade, Month(2027, 1))


# -------------------------------------------------------------------------------------------------------------- closing


def test_a_second_closing_names_the_code_it_replaces_and_why(trade: Trade) -> None:
    first = trade.close("2026-01").code
    trade.reopen("2026-01", reason="Nota bensin tertinggal")
    trade.close("2026-01")
    document = trade.office.read(lambda reading: closing_proof.build(reading, JANUARY))
    (note,) = [block for block in document.parts[0].blocks if isinstance(block, Note)]
    assert first in note.text
    assert note.text.endswith("Nota bensin tertinggal")
    before = trade.office.read(lambda reading: closing_proof.build(reading, JANUARY, serial=1))
    assert not any(isinstance(block, Note) for block in before.parts[0].blocks)


# --------------------------------------------------------------------------------------------------------------- opname


def test_an_opname_tells_what_was_left_out_and_the_remark(trade: Trade) -> None:
    for label in ("Kursi", "Meja"):
        trade.run(BuyEquipment(on=day("5/1"), description=label, amount=Rupiah(500_000), label=label, quantity=10))
    trade.run(ListEquipment(on=day("7/1"), label="Ember", quantity=8))
    lines = (CountedThing(item=ItemId(1), found=9), CountedThing(item=ItemId(3), found=8))
    trade.run(CountInventory(on=day("8/11"), lines=lines, note="Gudang gelap"))
    document = trade.office.read(opname.document)
    (facts,) = [block for block in document.parts[0].blocks if isinstance(block, Pairs)]
    assert [value for _, value in facts.items] == ["2 barang", "1 barang", "1 barang", "1 barang", "Gudang gelap"]


def test_a_count_is_told_in_the_month_of_its_day(trade: Trade) -> None:
    trade.run(BuyEquipment(on=day("5/1"), description="Kursi", amount=Rupiah(500_000), label="Kursi", quantity=10))
    for on in ("30/9", "1/10", "31/10", "1/11"):
        trade.run(CountInventory(on=day(on), lines=(CountedThing(item=ItemId(1), found=10),)))
    said = [line.split(":")[0] for line in told(trade, OCTOBER, "inventory").splitlines() if line.startswith("Dihitung ")]
    assert sorted(said) == ["Dihitung 1 Oktober 2026", "Dihitung 31 Oktober 2026"]


# ---------------------------------------------------------------------------------------------------------------- loans


@pytest.fixture
def lender(office: Office) -> Lender:
    made = Lender(office)
    made.money("1101", 1_000_000)
    made.money("1102", 2_000_000)
    made.people()
    return made


def test_loans_through_another_place_of_money_are_told_beneath_the_book(lender: Lender) -> None:
    made = lender.lend("Budi", 300_000, "1/10", months=3, box="1101")
    lender.lend("Ani", 100_000, "31/10", months=1)
    lender.pay(made, 100_000, "1/11", box="1101")
    assert "uang lain" not in told(lender, Month(2026, 9), "loans")
    october, november = told(lender, OCTOBER, "loans"), told(lender, NOVEMBER, "loans")
    (note,) = [line for line in october.splitlines() if "tempat uang lain" in line]
    assert "Rp300.000" in note
    assert "Rp100.000" not in note
    (note,) = [line for line in november.splitlines() if "tempat uang lain" in line]
    assert "Rp100.000" in note
    assert "Rp300.000" not in note


@pytest.mark.parametrize(("due", "stuck"), [("2/8", False), ("1/8", True)])
def test_what_is_more_than_ninety_days_late_is_to_be_talked_about(lender: Lender, due: str, *, stuck: bool) -> None:
    """On 31 October it is ninety days since the second of August, ninety-one since the first."""
    lent_on = due.replace("/8", "/7")
    lender.lend("Budi", 300_000, lent_on, months=1)
    text = told(lender, OCTOBER, "loans")
    assert ("bicarakan" in text.lower()) is stuck


# ------------------------------------------------------------------------------------------------------- savings and IKS


def test_the_pass_book_of_somebody_who_is_no_member_bears_no_number(office: Office) -> None:
    group = Group(office)
    group.money()
    warga = group.person("Warga Contoh", "outsider")
    group.post("2026-10-05 | Titipan | 1101 50.000 | 2110 -50.000 &warga")
    document = office.read(lambda reading: savings.pass_book(reading, warga, OCTOBER, OCTOBER))
    assert len(document.parts[0].captions) == 1
    eka = group.member("Eka Contoh")
    document = office.read(lambda reading: savings.pass_book(reading, eka, OCTOBER, OCTOBER))
    assert len(document.parts[0].captions) == 2


def test_more_in_the_box_than_the_fund_is_other_money(office: Office) -> None:
    group = Group(office)
    eka = group.member("Eka Contoh")
    group.run(SetSolidarityRule(since=month(1), amount=Rupiah(2_000)), TakeDues(on=day("4/10"), person=eka, amount=Rupiah(2_000)))
    text = told(group, OCTOBER, "solidarity")
    assert "Uang lain" not in text
    assert "Dititipkan" not in text
    group.money("1103", 30_000)
    assert "Rp30.000" in next(line for line in told(group, OCTOBER, "solidarity").splitlines() if line.startswith("Uang lain"))


def test_a_fund_that_asks_nothing_any_more_still_shows_who_paid(office: Office) -> None:
    group = Group(office)
    eka = group.member("Eka Contoh")
    group.run(
        SetSolidarityRule(since=month(1), amount=Rupiah(2_000)),
        TakeDues(on=day("4/10"), person=eka, months=(month(1),)),
        SetSolidarityRule(since=month(10), amount=Rupiah(0)),
    )
    text = told(group, OCTOBER, "solidarity")
    assert "Eka Contoh" in text
    assert "sebulan" not in text


# ------------------------------------------------------------------------------------------------------------ arithmetic


def test_a_line_without_a_balance_is_stepped_over() -> None:
    columns = (Column("in", "Masuk", "money"), Column("saldo", "Saldo", "money", running=Formula(("in",))))
    prove_table(Table(columns, (Row((Rupiah(5), Rupiah(5))), Row((Rupiah(7), None)), Row((Rupiah(3), Rupiah(8))))))


def test_a_business_without_capital_is_worth_nothing() -> None:
    nothing = Result()
    assert UnitResult(None, "Umum", False, nothing, nothing, None).worth == 0
