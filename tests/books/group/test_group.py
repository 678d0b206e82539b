"""The group, its businesses, its accounts and its choices."""

from __future__ import annotations

from datetime import date

import pytest

from kubebuku.app.office import Office
from kubebuku.books.cash.commands import CountBox, GeneralPayment, MoveMoney
from kubebuku.books.group.commands import (
    AddAccount,
    CloseAccount,
    CloseUnit,
    DeleteAccount,
    OpenUnit,
    RenameAccount,
    RenameUnit,
    ReopenAccount,
    ReopenUnit,
    SetBoxDefaults,
    SetChoices,
    SetGroup,
)
from kubebuku.books.group.queries import AccountBook, Accounts, AttentionList, Group, GroupChoices, Units
from kubebuku.books.members.commands import AddMember
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.trading import CATERING, SAVINGS_LOAN, TENTS, Trade, day


@pytest.fixture
def trade(office: Office) -> Trade:
    return Trade(office)


# ---- the group


def test_a_group_says_who_it_is(trade: Trade) -> None:
    trade.run(SetGroup(group="Kube Contoh Bersama", founded=2007, city="Banjarmasin", phone=" 0511  123 "))
    group = trade.answer(Group())
    assert (group.name, group.founded, group.city, group.phone, group.village) == (
        "Kube Contoh Bersama",
        2007,
        "Banjarmasin",
        "0511 123",
        None,
    )
    assert (group.opened, group.practice, group.members) == (date(2026, 1, 1), False, 0)
    trade.run(AddMember(full_name="Ani Contoh", joined=date(2026, 1, 4)), SetGroup(group="Kube Contoh"))
    group = trade.answer(Group())
    assert (group.name, group.founded, group.members) == ("Kube Contoh", None, 1)


@pytest.mark.parametrize("year", [1981, 2027])
def test_a_group_begins_within_the_programme(trade: Trade, year: int) -> None:
    trade.refused(SetGroup(group="Kube Contoh", founded=year), "year-founded-wrong", "founded")


def test_a_group_has_a_name(trade: Trade) -> None:
    trade.refused(SetGroup(group=" "), "name-missing")


# ---- choices


def test_the_usual_boxes_are_open_ones(trade: Trade) -> None:
    trade.run(AddAccount(parent="1101", label="Kas kios"))
    trade.run(SetBoxDefaults(usaha="1101.01", savings_loan="1101", solidarity="1103"))
    choices = trade.answer(GroupChoices())
    assert (choices.box_usaha, choices.box_savings_loan, choices.box_solidarity) == ("1101.01", "1101", "1103")
    trade.refused(SetBoxDefaults(usaha="5102"), "not-a-box", "usaha")
    trade.refused(CloseAccount(account="1101.01"), "account-in-use", "account")
    trade.refused(DeleteAccount(account="1101.01"), "account-in-use", "account")
    trade.run(CloseAccount(account="1102"))
    trade.refused(SetBoxDefaults(), "closed-account", "account")


def test_choices_are_kept_one_by_one(trade: Trade) -> None:
    trade.run(SetChoices(count_days=7, paper="a4"), SetChoices(village_head_signs=True, general_costs="by_income"))
    choices = trade.answer(GroupChoices())
    assert (choices.count_days, choices.paper, choices.village_head_signs, choices.general_costs) == (7, "a4", True, "by_income")


def test_choices_have_known_values(trade: Trade) -> None:
    trade.refused(SetChoices(count_days=0), "choice-unknown", "count_days")
    trade.refused(SetChoices(paper="letter"), "choice-unknown", "paper")
    trade.refused(SetChoices(general_costs="none"), "choice-unknown", "general_costs")


def test_a_group_that_counts_every_week_is_told_after_a_week(trade: Trade) -> None:
    trade.money()
    trade.run(CountBox(on=day("12/11"), counted=Rupiah(10_000_000)))
    assert "count" not in [line.key for line in trade.answer(AttentionList())]
    trade.run(SetChoices(count_days=7))
    assert "count" in [line.key for line in trade.answer(AttentionList())]


# ---- businesses


def test_a_new_business(trade: Trade) -> None:
    unit = trade.run(OpenUnit(label=" Jahit  pesanan ", opened=day("1/6"), icon="usaha")).made["unit"]
    rows = trade.answer(Units())
    assert [row.label for row in rows] == ["Sewa tenda", "Catering", "Jahit pesanan"]
    assert (rows[2].id, rows[2].icon, rows[2].opened) == (unit, "usaha", day("1/6"))
    assert [row.kind for row in trade.answer(Units(with_savings_loan=True))][-1] == "simpan_pinjam"


def test_one_name_one_business(trade: Trade) -> None:
    trade.refused(OpenUnit(label="SEWA TENDA", opened=day("1/6")), "unit-name-taken", "label")
    trade.refused(RenameUnit(unit=CATERING, label="Sewa Tenda"), "unit-name-taken", "label")
    trade.refused(OpenUnit(label="x" * 61, opened=day("1/6")), "name-too-long", "label")
    trade.refused(OpenUnit(label=" ", opened=day("1/6")), "name-missing", "label")


def test_a_business_gets_another_name(trade: Trade) -> None:
    trade.run(RenameUnit(unit=TENTS, label="Sewa Tenda", icon="tenda"), RenameUnit(unit=SAVINGS_LOAN, label="Simpan-pinjam"))
    assert [row.label for row in trade.answer(Units(with_savings_loan=True))] == ["Sewa Tenda", "Catering", "Simpan-pinjam"]
    trade.refused(RenameUnit(unit=UnitId(9), label="Lain"), "unknown-unit", "unit")


def test_a_business_ends_once_its_goods_are_gone(trade: Trade) -> None:
    trade.post("2026-03-01 | Beras | 1140 50.000 @catering | 1101 -50.000", "2026-03-01 | Modal | 1101 50.000 | 3190 -50.000")
    trade.refused(CloseUnit(unit=CATERING, on=day("1/4")), "unit-holds-goods", "unit")
    trade.post("2026-03-05 | Dipakai | 5101 50.000 @catering | 1140 -50.000 @catering")
    trade.refused(CloseUnit(unit=CATERING, on=day("4/3")), "unit-ends-too-early", "on")
    trade.run(CloseUnit(unit=CATERING, on=day("5/3")))
    assert [row.label for row in trade.answer(Units())] == ["Sewa tenda"]
    assert len(trade.answer(Units(with_closed=True))) == 2
    trade.refused(CloseUnit(unit=CATERING, on=day("6/3")), "unit-ended-already", "unit")
    trade.run(ReopenUnit(unit=CATERING))
    trade.refused(ReopenUnit(unit=CATERING), "unit-still-open", "unit")


def test_savings_and_loan_stays(trade: Trade) -> None:
    trade.refused(CloseUnit(unit=SAVINGS_LOAN, on=day("5/3")), "unit-built-in", "unit")
    trade.refused(CloseUnit(unit=UnitId(9), on=day("5/3")), "unknown-unit", "unit")


def test_a_business_does_not_end_before_it_began(trade: Trade) -> None:
    unit = UnitId(trade.run(OpenUnit(label="Jahit", opened=day("1/6"))).made["unit"])
    trade.refused(CloseUnit(unit=unit, on=day("31/5")), "unit-ends-too-early", "on")


# ---- accounts


def test_an_own_account_inherits_its_nature(trade: Trade) -> None:
    assert trade.said(AddAccount(parent="1110", label="Bank kedua")) == "Perkiraan baru: 1110.01 Bank kedua."
    trade.run(AddAccount(parent="1110", label="Bank ketiga"))
    rows = {row.code: row for row in trade.answer(Accounts())}
    assert (rows["1110.02"].label, rows["1110.02"].box, rows["1110.02"].own, rows["1110.02"].parent) == (
        "Bank ketiga",
        True,
        True,
        "1110",
    )
    trade.money()
    trade.run(MoveMoney(on=day("2/1"), description="Setor", amount=Rupiah(5_000), to_box="1110.02"))
    rows = {row.code: row for row in trade.answer(Accounts())}
    assert (rows["1110.02"].balance, rows["1110.02"].used, rows["3190"].balance) == (5_000, True, 10_000_000)


def test_where_an_own_account_cannot_lie(trade: Trade) -> None:
    trade.run(AddAccount(parent="1110", label="Bank kedua"))
    trade.refused(AddAccount(parent="1110.01", label="Lebih dalam"), "account-too-deep", "parent")
    trade.refused(AddAccount(parent="1000", label="Judul"), "account-under-heading", "parent")
    trade.refused(AddAccount(parent="7777", label="Tidak ada"), "unknown-account", "account")
    trade.refused(AddAccount(parent="1110", label="bank KEDUA"), "account-name-taken", "label")
    trade.refused(AddAccount(parent="1110", label="  "), "name-missing")


def test_ninety_nine_accounts_are_enough(trade: Trade) -> None:
    for number in range(1, 100):
        trade.account(f"5190.{number:02d}", f"Biaya {number}")
    trade.refused(AddAccount(parent="5190", label="Satu lagi"), "accounts-full", "parent")


def test_a_name_changes_and_its_history_stays(trade: Trade) -> None:
    trade.money()
    trade.run(RenameAccount(account="1101", label="Kas besar"))
    assert trade.answer(Accounts())[1].label == "Kas besar"
    assert trade.holds("1101") == 10_000_000
    trade.run(RenameAccount(account="1101", label=""))
    assert trade.answer(Accounts())[1].label == "Kas"
    trade.run(AddAccount(parent="1110", label="Bank kedua"))
    trade.refused(RenameAccount(account="1110.01", label=" "), "name-missing")
    trade.refused(RenameAccount(account="1110.01", label="Kas"), "account-name-taken", "label")


def test_an_account_is_closed_once_it_is_empty(trade: Trade) -> None:
    trade.money("1110")
    trade.refused(CloseAccount(account="1110"), "account-not-empty", "account")
    trade.refused(CloseAccount(account="1101"), "account-in-use", "account")
    trade.refused(CloseAccount(account="1000"), "account-kept", "account")
    trade.run(CloseAccount(account="5105"))
    snacks = GeneralPayment(on=day("2/1"), description="Kue", amount=Rupiah(5_000), account="5105", box="1110")
    trade.refused(snacks, "closed-account", "account")
    trade.run(ReopenAccount(account="5105"), snacks)


def test_only_own_accounts_that_were_never_used_are_deleted(trade: Trade) -> None:
    trade.refused(DeleteAccount(account="5105"), "account-kept", "account")
    trade.run(AddAccount(parent="1110", label="Bank kedua"), AddAccount(parent="1110", label="Bank ketiga"))
    trade.money("1110.01")
    trade.refused(DeleteAccount(account="1110.01"), "account-kept", "account")
    trade.run(CountBox(on=day("2/1"), counted=Rupiah(0), box="1110.02"))
    trade.refused(DeleteAccount(account="1110.02"), "account-kept", "account")
    trade.run(AddAccount(parent="1110", label="Bank keempat"), DeleteAccount(account="1110.03"))
    assert "1110.03" not in {row.code for row in trade.answer(Accounts())}


def test_the_book_of_an_account(trade: Trade) -> None:
    trade.money()
    eka = trade.person("Eka Contoh")
    trade.post("2026-02-01 | Pokok | 1102 50.000 | 3101 -50.000 &eka", "2026-03-01 | Pokok | 1102 10.000 | 3101 -10.000 &eka")
    trade.strike(3)
    page = trade.answer(AccountBook("3101"))
    assert (page.label, page.opening, page.closing) == ("Simpanan Pokok", 0, 50_000)
    assert [(line.amount, line.balance, line.person) for line in page.lines] == [(50_000, 50_000, "Eka Contoh")]
    march = trade.answer(AccountBook("3101", Month(2026, 3), person=eka))
    assert (march.opening, march.lines, march.closing) == (50_000, (), 50_000)


def test_lines_that_should_name_somebody_are_told(trade: Trade) -> None:
    trade.post(
        "2026-02-01 | Bon | 1120 50.000 | 4101 -50.000 @tenda",
        "2026-02-01 | Beras | 1140 10.000 | 2101 -10.000",
        "2026-02-01 | Tenda | 1201 10.000 | 3110 -10.000",
    )
    told = next(line for line in trade.answer(AttentionList()) if line.key == "names")
    assert say(told.title) == "4 baris catatan tanpa nama"
