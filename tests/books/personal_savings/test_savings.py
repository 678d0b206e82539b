"""Pokok once, wajib month by month, sukarela as one likes: what members save and what the ledger holds are one thing."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from kubebuku.app.office import Office
from kubebuku.books.journal.commands import GeneralJournal, JournalLine
from kubebuku.books.members.commands import MemberLeaves
from kubebuku.books.mending.commands import Amend, CorrectEarlier, Undo
from kubebuku.books.opening.commands import OpenBook, OpeningSavings
from kubebuku.books.personal_savings.commands import DepositSavings, SetSavingsRule, WithdrawSavings
from kubebuku.books.personal_savings.passbook import rows
from kubebuku.books.personal_savings.queries import (
    ObligatoryGrid,
    PassBook,
    Savers,
    SavingsDue,
    SavingsRule,
    SavingsRules,
)
from kubebuku.books.personal_savings.reading import behind_with_savings
from kubebuku.books.personal_savings.rules import SavingsKind
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import State
from kubebuku.domain.entries import DecisionId, EntryId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.saving import Group, deposit, month, withdrawal
from tests.books.trading import day


@pytest.fixture
def group(office: Office) -> Group:
    group = Group(office)
    group.rule()
    return group


@pytest.fixture
def eka(group: Group) -> PersonId:
    return group.member("Eka Contoh")


def test_all_three_kinds_are_paid_in_one_entry(group: Group, eka: PersonId) -> None:
    entry = group.entry(deposit(eka, "12/11", 10, 11, principal=50_000, voluntary=25_000))
    assert group.lines(entry) == [("1102", 95_000), ("3101", -50_000), ("3102", -20_000), ("2110", -25_000)]
    assert group.saved(eka) == (50_000, 20_000, 25_000)
    assert group.findings() == {}


def test_without_words_the_entry_says_whose_savings_they_are(group: Group, eka: PersonId) -> None:
    said = group.said(deposit(eka, "12/11", 9, 10, 12, voluntary=5_000))
    assert "Eka Contoh" in said
    assert "September 2026" in said
    assert "Desember 2026" in said


def test_the_oldest_months_come_first_and_the_rest_of_one_is_filled_later(group: Group, eka: PersonId) -> None:
    group.run(deposit(eka, obligatory=25_000))
    grid = group.answer(ObligatoryGrid(2026))
    (row,) = grid.rows
    assert [cell.paid for cell in row.cells[:4]] == [10_000, 10_000, 5_000, 0]
    assert (row.late, row.late_months) == (75_000, 8)
    group.run(deposit(eka, "13/11", obligatory=5_000))
    assert [cell.paid for cell in group.answer(ObligatoryGrid(2026)).rows[0].cells[:4]] == [10_000, 10_000, 10_000, 0]
    assert group.findings() == {}


def test_months_ahead_may_be_paid(group: Group, eka: PersonId) -> None:
    group.run(deposit(eka, "12/11", 11, 12), DepositSavings(on=day("12/11"), person=eka, months=(month(1, 2027),)))
    assert group.answer(ObligatoryGrid(2027)).rows[0].paid == 10_000
    assert group.saved(eka) == (0, 30_000, 0)


def test_a_second_pokok_is_refused(group: Group, eka: PersonId) -> None:
    group.run(deposit(eka, principal=50_000))
    refused = group.refused(deposit(eka, "13/11", principal=50_000), "principal-paid-already", "principal")
    assert "Rp50.000" in say(refused.sentences[1])


def test_a_pokok_paid_before_the_book_began_is_not_paid_again(group: Group, eka: PersonId) -> None:
    group.run(OpenBook(savings=(OpeningSavings(person=eka, principal=Rupiah(50_000), obligatory=Rupiah(120_000)),)))
    group.refused(deposit(eka, principal=50_000), "principal-paid-already", "principal")


def test_another_pokok_than_the_groups_is_refused(group: Group, eka: PersonId) -> None:
    group.refused(deposit(eka, principal=40_000), "principal-differs", "principal")


def test_wajib_before_joining_is_refused(group: Group) -> None:
    dedi = group.member("Dedi Contoh", "20/8")
    refused = group.refused(deposit(dedi, "12/11", 7, 8), "dues-before-joining", "months")
    assert "Agustus 2026" in say(refused.sentences[1])
    group.run(deposit(dedi, "12/11", 8))


def test_a_month_already_paid_is_refused_by_name(group: Group, eka: PersonId) -> None:
    group.run(deposit(eka, "12/11", 9, 10))
    refused = group.refused(deposit(eka, "13/11", 10, 11), "dues-paid-already", "months")
    assert "Oktober 2026" in say(refused.sentences[0])


def test_more_than_the_months_cost_is_refused(group: Group, eka: PersonId) -> None:
    refused = group.refused(deposit(eka, "12/11", 11, obligatory=15_000), "dues-too-much", "obligatory")
    assert "Rp5.000" in say(refused.sentences[1])


def test_wajib_is_not_taken_for_a_month_of_the_distant_future(group: Group, eka: PersonId) -> None:
    group.refused(DepositSavings(on=day("12/11"), person=eka, months=(Month(2062, 11),)), "dues-too-far-ahead", "months")


def test_wajib_that_nobody_asked_for_is_refused(office: Office) -> None:
    group = Group(office)
    eka = group.member("Eka Contoh")
    group.refused(deposit(eka, "12/11", 11), "dues-not-asked", "months")
    group.refused(deposit(eka, obligatory=10_000), "dues-not-asked", "obligatory")
    group.run(deposit(eka, principal=30_000, voluntary=1_000))
    assert group.saved(eka) == (30_000, 0, 1_000)


def test_nothing_paid_in_is_refused(group: Group, eka: PersonId) -> None:
    group.refused(deposit(eka), "nothing-deposited", "obligatory")
    group.refused(deposit(eka, voluntary=-5_000), "amount-negative", "voluntary")


def test_who_is_no_member_does_not_save(group: Group) -> None:
    warga = group.person("Warga Contoh", "outsider")
    group.refused(deposit(warga, voluntary=10_000), "unknown-member", "person")
    fitri = group.member("Fitri Contoh", "1/10")
    group.refused(deposit(fitri, "12/9", voluntary=10_000), "no-member-then", "person")
    group.run(MemberLeaves(person=fitri, on=day("1/11"), reason="Pindah"))
    group.refused(deposit(fitri, voluntary=10_000), "no-member-then", "person")


def test_sukarela_is_taken_out_down_to_nothing_and_no_further(group: Group, eka: PersonId) -> None:
    group.money("1102", 1_000_000)
    group.run(deposit(eka, "12/11", voluntary=120_000))
    refused = group.refused(withdrawal(eka, 150_000), "balance-short", "amount")
    assert "Rp120.000" in say(refused.sentences[1])
    assert group.lines(group.entry(withdrawal(eka, 120_000))) == [("2110", 120_000), ("1102", -120_000)]
    assert group.saved(eka) == (0, 0, 0)


def test_a_withdrawal_before_the_deposit_is_refused(group: Group, eka: PersonId) -> None:
    group.money("1102", 1_000_000)
    group.run(deposit(eka, "12/11", voluntary=120_000))
    group.refused(withdrawal(eka, 50_000, "11/11"), "balance-short", "amount")


def test_pokok_and_wajib_stay_while_one_is_a_member(group: Group, eka: PersonId) -> None:
    group.run(deposit(eka, "12/11", 11, principal=50_000))
    for kind, held in ((SavingsKind.PRINCIPAL, "Rp50.000"), (SavingsKind.OBLIGATORY, "Rp10.000")):
        command = WithdrawSavings(on=day("15/11"), person=eka, amount=Rupiah(5_000), kind=kind)
        assert held in say(group.refused(command, "savings-locked", "kind").sentences[0])


def test_a_deposit_that_was_taken_out_again_is_not_undone(group: Group, eka: PersonId) -> None:
    group.money("1102", 1_000_000)
    entry = group.entry(deposit(eka, "12/11", voluntary=120_000))
    group.run(withdrawal(eka, 100_000))
    group.undo_refused(entry, "balance-short")


def test_an_undone_deposit_frees_its_months(group: Group, eka: PersonId) -> None:
    entry = group.entry(deposit(eka, "12/11", 10, 11))
    group.run(Undo(entry=entry))
    assert group.answer(ObligatoryGrid(2026)).paid == 0
    group.run(deposit(eka, "12/11", 10, 11))
    assert group.saved(eka) == (0, 20_000, 0)
    assert group.findings() == {}


def test_a_changed_deposit_pays_the_months_of_its_replacement(group: Group, eka: PersonId) -> None:
    entry = group.entry(deposit(eka, "12/11", 9, 10))
    group.run(Amend(entry=entry, replacement=deposit(eka, "12/11", 10, 11)))
    row = group.answer(ObligatoryGrid(2026)).rows[0]
    assert [cell.month.number for cell in row.cells if cell.paid] == [10, 11]


def test_a_correction_in_a_later_month_frees_the_months_from_then_on(group: Group, eka: PersonId) -> None:
    entry = group.entry(deposit(eka, "12/10", 9, 10))
    group.close(*(f"2026-{number:02d}" for number in range(1, 11)))
    group.run(CorrectEarlier(entry=entry, on=day("5/11"), reason="Bukan Eka"))
    assert group.answer(ObligatoryGrid(2026, day("31/10"))).paid == 20_000
    assert group.answer(ObligatoryGrid(2026)).paid == 0
    assert [row.withdrawn for row in group.answer(PassBook(eka)).rows] == [0, 20_000]
    assert group.findings() == {}


def test_rules_have_a_history_and_each_month_its_own(group: Group, eka: PersonId) -> None:
    group.rule(month(7), obligatory=15_000)
    assert group.answer(SavingsRule(month(6))).obligatory == 10_000
    assert group.answer(SavingsRule(month(7))).obligatory == 15_000
    assert [rule.since.number for rule in group.answer(SavingsRules())] == [7, 1]
    group.run(deposit(eka, "12/11", 6, 7))
    assert group.saved(eka) == (0, 25_000, 0)


def test_of_two_rules_from_one_month_the_later_written_counts(group: Group) -> None:
    group.rule(obligatory=20_000)
    assert group.answer(SavingsRule(month(1))).obligatory == 20_000
    assert len(group.answer(SavingsRules())) == 2


def test_rules_that_cannot_be_are_refused(group: Group) -> None:
    group.refused(SetSavingsRule(since=Month(2062, 1)), "savings-rule-too-far", "since")
    group.refused(SetSavingsRule(since=month(1), fee_rate=Fraction(3, 2)), "savings-rate-unlikely", "fee_rate")
    group.refused(SetSavingsRule(since=month(1), obligatory=Rupiah(-1)), "amount-negative", "obligatory")
    group.refused(SetSavingsRule(since=month(1), decision=DecisionId(7)), "decision-unknown", "decision")


def test_the_list_of_all_members_ties_to_the_ledger(group: Group, eka: PersonId) -> None:
    dedi = group.member("Dedi Contoh", "1/10")
    group.run(deposit(eka, "12/11", 1, 2, principal=50_000, voluntary=30_000), deposit(dedi, "12/11", 10, 11, principal=50_000))
    page = group.answer(Savers())
    assert [(row.name, row.total, row.late_months) for row in page.rows] == [
        ("Eka Contoh", 100_000, 8),
        ("Dedi Contoh", 70_000, 0),
    ]
    held = (page.principal, page.obligatory, page.voluntary)
    assert held == tuple(-group.holds(account) for account in ("3101", "3102", "2110"))
    assert (page.total, page.late, page.behind) == (170_000, 80_000, 1)
    assert [(row.due, row.principal_due) for row in page.rows] == [(90_000, 0), (0, 0)]


def test_the_list_of_an_earlier_day_shows_that_day(group: Group, eka: PersonId) -> None:
    group.run(deposit(eka, "12/5", 1, 2, 3, 4, 5), deposit(eka, "12/11", voluntary=30_000))
    page = group.answer(Savers(day("31/5")))
    assert (page.total, page.late) == (50_000, 0)


def test_before_joining_nobody_is_behind(group: Group) -> None:
    group.member("Gani Contoh", "3/11")
    (row,) = group.answer(ObligatoryGrid(2026)).rows
    assert [cell.state for cell in row.cells[8:]] == [State.NONE, State.NONE, State.DUE, State.AHEAD]
    assert (row.late, group.answer(Savers()).rows[0].due) == (0, 10_000)


def test_months_before_the_book_began_are_not_asked_for(office: Office) -> None:
    group = Group(office)
    group.rule(Month(2024, 1))
    eka = group.member("Eka Contoh", date(2024, 3, 1))
    assert all(cell.state is State.NONE for cell in group.answer(ObligatoryGrid(2025)).rows[0].cells)
    assert group.answer(SavingsDue(eka)).lacking[0].period.first == month(1)


def test_the_form_knows_what_a_member_still_pays(group: Group, eka: PersonId) -> None:
    group.run(deposit(eka, "12/11", *range(1, 10), voluntary=7_000))
    due = group.answer(SavingsDue(eka))
    assert (due.principal_due, due.late, due.due, due.voluntary) == (50_000, 10_000, 20_000, 7_000)
    assert [one.period.first for one in due.lacking][:2] == [month(10), month(11)]
    assert due.lacking[-1].period.first == month(11, 2027)


def test_one_members_book_runs_to_what_is_saved(group: Group, eka: PersonId) -> None:
    wrong = group.entry(deposit(eka, "12/10", voluntary=250_000))
    group.run(Amend(entry=wrong, replacement=deposit(eka, "12/10", voluntary=25_000)))
    group.run(deposit(eka, "12/10", 9, 10, principal=50_000), withdrawal(eka, 5_000, "15/11"))
    page = group.answer(PassBook(eka))
    assert [(row.struck, row.balance) for row in page.rows] == [(True, None), (False, 25_000), (False, 95_000), (False, 90_000)]
    assert page.rows[0].replaced_by == page.rows[1].number
    assert page.rows[1].replaces == page.rows[0].number
    assert page.rows[2].months == (month(9), month(10))
    assert (page.principal, page.obligatory, page.voluntary, page.withdrawn) == (50_000, 20_000, 25_000, 5_000)
    assert page.closing == sum(group.saved(eka))
    november = group.answer(PassBook(eka, month(11), month(11)))
    assert (november.opening, len(november.rows), november.closing) == (95_000, 1, 90_000)
    assert len(group.answer(PassBook(eka, show_struck=False)).rows) == 3


def test_what_came_in_on_a_day_stands_before_what_went_out(group: Group, eka: PersonId) -> None:
    group.money("1102", 1_000_000)

    def act(work):  # type: ignore[no-untyped-def]
        work.carry_out(withdrawal(eka, 5_000, "12/11"))
        work.carry_out(deposit(eka, "12/11", voluntary=5_000))

    group.office.write(act)
    assert [row.balance for row in group.answer(PassBook(eka)).rows] == [5_000, 0]


def test_the_book_of_an_opening_begins_with_it(group: Group, eka: PersonId) -> None:
    group.run(OpenBook(savings=(OpeningSavings(person=eka, principal=Rupiah(50_000), voluntary=Rupiah(30_000)),)))
    (row,) = group.answer(PassBook(eka)).rows
    assert (row.principal, row.voluntary, row.balance) == (50_000, 30_000, 80_000)


def test_who_is_behind_stands_on_the_home_page(group: Group, eka: PersonId) -> None:
    lines = group.office.read(lambda reading: list(behind_with_savings(reading)))
    assert [line.key for line in lines] == ["savings_late", "savings_principal"]
    group.run(deposit(eka, "12/11", *range(1, 12), principal=50_000))
    assert group.office.read(lambda reading: list(behind_with_savings(reading))) == []


def test_savings_without_a_member_still_stand_in_the_list(group: Group) -> None:
    old = group.person("Warga Contoh", "outsider")
    group.run(
        GeneralJournal(
            on=day("1/11"),
            description="Tabungan lama",
            lines=(
                JournalLine(account="1102", amount=Rupiah(10_000)),
                JournalLine(account="2110", amount=Rupiah(-10_000), person=old),
            ),
        )
    )
    (row,) = group.answer(Savers()).rows
    assert (row.number, row.name, row.voluntary) == (None, "Warga Contoh", 10_000)
    assert group.findings() == {}


def test_a_member_who_left_with_savings_is_found(group: Group, eka: PersonId) -> None:
    group.run(deposit(eka, "12/11", voluntary=10_000))
    group.office.write(
        lambda work: work.connection.exec_driver_sql(f"UPDATE member SET left_on = '2026-11-20' WHERE person = {eka}")
    )
    assert set(group.findings()) == {"personal_savings"}


def test_months_that_do_not_make_their_entry_are_found(group: Group, eka: PersonId) -> None:
    entry = group.entry(deposit(eka, "12/11", 10, 11))
    group.forge(f"UPDATE dues_month SET amount = 9000 WHERE entry = {entry} AND month = '2026-11'")
    found = group.findings()["personal_savings"].found
    assert [say(line) if not isinstance(line, str) else line for line in found] != []


def test_the_lines_are_read_out_as_plain_values(group: Group, eka: PersonId) -> None:
    group.run(deposit(eka, "12/10", 10), deposit(eka, "12/11", voluntary=40_000), withdrawal(eka, 15_000))
    whole = group.office.read(lambda reading: rows(reading, None))
    assert [(row["balance"], row["withdrawn"]) for row in whole] == [(10_000, 0), (50_000, 0), (35_000, 15_000)]
    november = group.office.read(lambda reading: rows(reading, month(11)))
    assert november == whole[1:]
    assert whole[0] | {"number": None, "description": None} == {
        "date": "2026-10-12",
        "number": None,
        "description": None,
        "member": 1,
        "person": "Eka Contoh",
        "principal": 0,
        "obligatory": 10_000,
        "voluntary": 0,
        "withdrawn": 0,
        "balance": 10_000,
    }


def test_a_struck_entry_is_in_nobodys_lines(group: Group, eka: PersonId) -> None:
    entry = group.entry(deposit(eka, "12/11", voluntary=40_000))
    group.undo(EntryId(entry))
    assert group.office.read(lambda reading: rows(reading, None)) == []


def test_wajib_paid_ahead_reaches_further_when_the_amount_falls(office: Office) -> None:
    """Eka paid 10.000 for November, December and January; from December on the group asks 5.000."""
    group = Group(office)
    group.rule(month(11), principal=0)
    eka = group.member("Eka Contoh", "1/11")
    group.run(deposit(eka, "12/11", 11, 12), DepositSavings(on=day("12/11"), person=eka, months=(month(1, 2027),)))
    group.rule(month(12), principal=0, obligatory=5_000)
    assert [cell.paid for cell in group.answer(ObligatoryGrid(2027)).rows[0].cells[:4]] == [5_000, 5_000, 5_000, 0]
    assert group.answer(SavingsDue(eka)).lacking[0].period.first == month(4, 2027)
    assert group.findings() == {}
