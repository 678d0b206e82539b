"""IKS: dues month by month or year by year, what is set aside of the profit, and what the fund gives to those in need."""

from __future__ import annotations

from datetime import date

import pytest

from kubebuku.app.office import Moment, Office
from kubebuku.books.cash.commands import GeneralPayment, MoveMoney
from kubebuku.books.closing.commands import BoxCounted, CloseMonth, CloseYear, ReopenYear
from kubebuku.books.enterprise.commands import Sale
from kubebuku.books.group.commands import RecordDecision
from kubebuku.books.mending.commands import Amend, CorrectEarlier, Undo
from kubebuku.books.opening.commands import OpenBook, OpeningBox, OpeningDues, OpeningLine
from kubebuku.books.places import Unit
from kubebuku.books.solidarity.commands import (
    EndBenefit,
    Every,
    GiveBenefit,
    SetAside,
    SetBenefit,
    SetSolidarityRule,
    Source,
    TakeDues,
)
from kubebuku.books.solidarity.queries import (
    BenefitKinds,
    Benefits,
    DuesDue,
    DuesGrid,
    SetAsideSources,
    SolidarityBook,
    SolidarityFund,
    SolidarityRule,
    SolidarityRules,
)
from kubebuku.books.solidarity.reading import behind_with_dues, fund_elsewhere, rows
from kubebuku.books.solidarity.sources import shared_too_much
from kubebuku.books.spec import Attention
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import State
from kubebuku.domain.entries import DecisionId, PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import Sentence
from kubebuku.i18n import say
from tests.books.saving import Group, month
from tests.books.trading import CATERING, SAVINGS_LOAN, TENTS, day


@pytest.fixture
def group(office: Office) -> Group:
    return Group(office)


@pytest.fixture
def eka(group: Group) -> PersonId:
    return group.member("Eka Contoh")


def asked(amount: int = 2_000, since: Month | None = None, every: Every = Every.MONTH) -> SetSolidarityRule:
    return SetSolidarityRule(since=since or month(1), amount=Rupiah(amount), every=every)


def dues(person: PersonId, on: str = "8/11", *months: int, amount: int | None = None) -> TakeDues:
    paid = None if amount is None else Rupiah(amount)
    return TakeDues(on=day(on), person=person, months=tuple(month(number) for number in months), amount=paid)


def sale(amount: int, on: str = "5/11", unit: UnitId = TENTS) -> Sale:
    return Sale(on=day(on), description="Sewa tenda", amount=Rupiah(amount), unit=unit)


def aside(amount: int, on: str = "20/11", **more: object) -> SetAside:
    values = {"on": day(on), "description": "Sisihan IKS", "amount": Rupiah(amount), "unit": TENTS, **more}
    return SetAside(**values)  # type: ignore[arg-type]


@pytest.fixture
def illness(group: Group) -> int:
    command = SetBenefit(event="Sakit", since=day("1/1"), ceiling=Rupiah(100_000))
    return group.run(command).made["benefit"]


def benefit(rule: int, person: PersonId, amount: int = 50_000, on: str = "15/11", **more: object) -> GiveBenefit:
    values = {"on": day(on), "amount": Rupiah(amount), "person": person, "rule": rule, "decided": "Rapat 8 November", **more}
    return GiveBenefit(**values)  # type: ignore[arg-type]


# ---- dues


def test_several_months_are_paid_at_once(group: Group, eka: PersonId) -> None:
    group.run(asked())
    entry = group.entry(dues(eka, "8/11", 9, 10, 11))
    assert group.lines(entry) == [("1103", 6_000), ("2120", -6_000)]
    assert group.holds("2120", person=eka) == -6_000
    (row,) = group.answer(DuesGrid(2026)).rows
    assert [cell.month.number for cell in row.cells if cell.state is State.PAID] == [9, 10, 11]
    assert (row.late, row.late_months) == (16_000, 8)
    assert group.findings() == {}


def test_an_amount_pays_the_oldest_months(group: Group, eka: PersonId) -> None:
    group.run(asked(), dues(eka, amount=5_000))
    assert [cell.paid for cell in group.answer(DuesGrid(2026)).rows[0].cells[:4]] == [2_000, 2_000, 1_000, 0]
    due = group.answer(DuesDue(eka))
    assert (due.late, due.due, due.lacking[0].lacking) == (15_000, 17_000, 1_000)


def test_the_opening_says_until_when_each_had_paid(group: Group) -> None:
    eka, dedi = (group.member(name, "1/1") for name in ("Eka Contoh", "Dedi Contoh"))
    group.run(asked(since=Month(2025, 1)))
    group.run(
        OpenBook(
            boxes=(OpeningBox(box="1103", amount=Rupiah(100_000)),),
            lines=(OpeningLine(account="2120", amount=Rupiah(100_000)),),
            dues=(OpeningDues(person=eka, paid_until=month(3)),),
        )
    )
    rows_ = group.answer(DuesGrid(2026)).rows
    assert [cell.state for cell in rows_[0].cells[:4]] == [State.BEFORE] * 3 + [State.LATE]
    assert rows_[1].cells[0].state is State.LATE
    assert [row.late_months for row in rows_] == [7, 10]
    group.refused(dues(eka, "8/11", 3), "dues-paid-already", "months")
    group.run(dues(eka, amount=2_000))
    assert group.answer(DuesGrid(2026)).rows[0].cells[3].paid == 2_000
    assert group.answer(DuesDue(eka)).paid_until == month(3)
    assert group.answer(DuesDue(dedi)).paid_until is None


def test_months_missed_before_the_book_began_are_asked_for(group: Group) -> None:
    eka = group.member("Eka Contoh", day("1/1").replace(year=2024))
    group.run(asked(since=Month(2024, 1)))
    boxes = (OpeningBox(box="1103", amount=Rupiah(10_000)),)
    group.run(OpenBook(boxes=boxes, dues=(OpeningDues(person=eka, paid_until=Month(2025, 10)),)))
    assert group.answer(DuesDue(eka)).lacking[0].period.first == Month(2025, 11)
    group.run(dues(eka, amount=4_000))
    assert [cell.paid for cell in group.answer(DuesGrid(2025)).rows[0].cells[10:]] == [2_000, 2_000]


def test_a_month_before_joining_a_paid_one_and_too_much_money_are_refused(group: Group) -> None:
    group.run(asked())
    dedi = group.member("Dedi Contoh", "20/8")
    group.refused(dues(dedi, "8/11", 7), "dues-before-joining", "months")
    group.run(dues(dedi, "8/11", 8))
    group.refused(dues(dedi, "8/11", 8, 9), "dues-paid-already", "months")
    group.refused(dues(dedi, "8/11", 9, amount=3_000), "dues-too-much", "amount")
    group.refused(dues(dedi), "no-dues-written", "amount")
    group.refused(dues(dedi, amount=0), "amount-zero", "amount")


def test_dues_nobody_asked_for_are_refused(group: Group, eka: PersonId) -> None:
    group.refused(dues(eka, "8/11", 11), "dues-not-asked", "months")
    group.refused(dues(eka, amount=2_000), "dues-not-asked", "amount")
    group.refused(SetSolidarityRule(since=Month(2062, 1), amount=Rupiah(2_000)), "solidarity-rule-too-far", "since")


def test_dues_of_a_whole_year(group: Group, eka: PersonId) -> None:
    group.run(asked(24_000, every=Every.YEAR))
    group.run(dues(eka, "8/11", 11, amount=10_000))
    grid = group.answer(DuesGrid(2026))
    assert grid.yearly
    assert (grid.rows[0].cells[0].paid, grid.rows[0].cells[0].lacking, grid.rows[0].late) == (10_000, 14_000, 0)
    group.run(dues(eka, "9/11", 3))
    assert all(cell.state is State.PAID for cell in group.answer(DuesGrid(2026)).rows[0].cells)
    assert group.holds("2120") == -24_000
    assert group.findings() == {}


def test_two_months_of_one_year_are_one_payment(group: Group, eka: PersonId) -> None:
    group.run(asked(24_000, every=Every.YEAR))
    group.run(dues(eka, "8/11", 3, 4))
    assert group.holds("2120") == -24_000


def test_the_amount_has_a_history(group: Group, eka: PersonId) -> None:
    group.run(asked(1_000), asked(2_000, month(7)))
    assert [rule.amount for rule in group.answer(SolidarityRules())] == [2_000, 1_000]
    assert group.answer(SolidarityRule(month(6))).amount == 1_000
    group.run(dues(eka, "8/11", 6, 7))
    assert group.holds("2120") == -3_000


def test_undone_and_changed_dues_free_their_months(group: Group, eka: PersonId) -> None:
    group.run(asked())
    entry = group.entry(dues(eka, "8/11", 9, 10))
    outcome = group.run(Amend(entry=entry, replacement=dues(eka, "8/11", 10, 11)))
    paid = [cell.month.number for cell in group.answer(DuesGrid(2026)).rows[0].cells if cell.paid]
    assert paid == [10, 11]
    group.run(Undo(entry=outcome.entry))  # type: ignore[arg-type]
    assert group.answer(DuesGrid(2026)).paid == 0
    assert group.findings() == {}


def test_dues_taken_back_in_a_later_month_do_not_count_from_then_on(group: Group, eka: PersonId) -> None:
    group.run(asked())
    entry = group.entry(dues(eka, "8/10", 9, 10))
    group.close(*(f"2026-{number:02d}" for number in range(1, 11)))
    group.run(CorrectEarlier(entry=entry, on=day("5/11"), reason="Bukan Eka"))
    assert (group.answer(DuesGrid(2026, day("31/10"))).paid, group.answer(DuesGrid(2026)).paid) == (4_000, 0)


def test_who_has_left_is_not_behind(group: Group, eka: PersonId) -> None:
    group.run(asked(), dues(eka, "8/1", 1))
    group.office.write(lambda work: work.connection.exec_driver_sql("UPDATE member SET left_on = '2026-05-10'"))
    (row,) = group.answer(DuesGrid(2026)).rows
    assert (row.left, row.late) == (True, 0)
    assert row.cells[6].state is State.NONE
    assert group.answer(DuesGrid(2027)).rows == ()


# ---- set aside


def test_a_part_of_the_profit_goes_into_the_fund_and_its_box(group: Group) -> None:
    group.run(sale(750_000))
    entry = group.entry(aside(50_000))
    assert group.lines(entry) == [("3131", 50_000), ("2120", -50_000), ("1103", 50_000), ("1101", -50_000)]
    assert group.holds("3131", unit=TENTS) == 50_000
    assert group.answer(SolidarityFund()).elsewhere == 0
    assert group.findings() == {}


def test_money_that_stays_where_it_is_lies_elsewhere_for_the_fund(group: Group) -> None:
    group.run(sale(750_000), aside(50_000, moves=False))
    assert group.answer(SolidarityFund()).elsewhere == 50_000
    assert [line.key for line in group.office.read(lambda reading: list(fund_elsewhere(reading)))] == ["fund_elsewhere"]
    group.run(MoveMoney(on=day("21/11"), description="Ke Kas IKS", amount=Rupiah(50_000), box="1101", to_box="1103"))
    assert group.office.read(lambda reading: list(fund_elsewhere(reading))) == []


def test_no_more_is_set_aside_than_the_business_has_earned(group: Group) -> None:
    group.run(
        sale(300_000), GeneralPayment(on=day("6/11"), description="Upah", amount=Rupiah(200_000), account="5102", unit=TENTS)
    )
    group.refused(aside(150_000), "set-aside-too-much", "amount")
    group.run(aside(60_000))
    refused = group.refused(aside(60_000), "set-aside-too-much", "amount")
    assert "Rp40.000" in say(refused.sentences[1])
    group.refused(aside(1_000, on="4/11"), "set-aside-too-much", "amount")
    group.refused(aside(1_000, unit=CATERING), "set-aside-too-much", "amount")
    group.refused(aside(1_000, unit=None), "unit-missing", "unit")


def test_the_result_of_closed_years_can_be_set_aside(group: Group) -> None:
    group.run(sale(500_000, "5/11"))
    group.office.moment = Moment(date(2027, 1, 5), "2027-01-05T02:00:00Z")
    for number in range(1, 13):
        if number == 12:
            group.run(CloseYear(year=2026))
        held = group.holds("1101", f"2026-{number:02d}-28")
        group.run(CloseMonth(month=month(number), counts=(BoxCounted(box="1101", counted=Rupiah(held)),)))
    sources = {(source.source, source.label): source.most for source in group.answer(SetAsideSources())}
    assert sources == {(Source.KEPT, "Sewa tenda"): 500_000}
    command = SetAside(
        on=date(2027, 1, 5),
        description="Sisihan tahun lalu",
        amount=Rupiah(100_000),
        source=Source.KEPT,
        unit=TENTS,
    )
    assert group.lines(group.entry(command))[0] == ("3130", 100_000)
    assert group.answer(SetAsideSources())[0].most == 400_000
    assert group.findings() == {}


def test_nothing_of_a_year_that_was_closed_is_set_aside_a_second_time(group: Group) -> None:
    """The year is closed, its December is still open: the profit stands on 3130 and nowhere else."""
    group.run(sale(500_000, "5/11"), aside(300_000, "6/11"))
    group.office.moment = Moment(date(2027, 1, 5), "2027-01-05T02:00:00Z")
    boxes = ("1101", "1103")
    for number in range(1, 12):
        held = {box: group.holds(box, f"2026-{number:02d}-28") for box in boxes}
        counts = tuple(BoxCounted(box=box, counted=Rupiah(amount)) for box, amount in held.items())
        group.run(CloseMonth(month=month(number), counts=counts))
    group.run(CloseYear(year=2026))
    group.refused(aside(1_000, "15/12"), "set-aside-too-much", "amount")
    sources = group.answer(SetAsideSources(day("31/12")))
    assert [(source.source, source.most) for source in sources] == [(Source.KEPT, 200_000)]
    group.run(ReopenYear(year=2026, reason="Nota tertinggal"))
    assert group.answer(SetAsideSources(day("31/12")))[0].source is Source.RUNNING
    assert group.findings() == {}


def test_a_loss_of_closed_years_is_made_good_first(group: Group) -> None:
    group.post("2026-01-01 | Rugi tahun lalu | 3130 80000 | 3190 -80000")
    group.run(sale(100_000))
    (source,) = group.answer(SetAsideSources())
    assert (source.source, source.most) == (Source.RUNNING, 20_000)


def test_simpan_pinjam_has_a_result_of_its_own(group: Group) -> None:
    group.post("2026-11-01 | Jasa pinjaman | 1102 30000 | 4102 -30000")
    (source,) = group.answer(SetAsideSources())
    assert (source.unit, source.most) == (SAVINGS_LOAN, 30_000)


# ---- benefits


@pytest.fixture
def fund(group: Group) -> Group:
    group.run(sale(750_000), aside(200_000, "6/11"))
    return group


def test_the_fund_gives_by_decision(fund: Group, eka: PersonId, illness: int) -> None:
    entry = fund.entry(benefit(illness, eka))
    assert fund.lines(entry) == [("2120", 50_000), ("1103", -50_000)]
    (row,) = fund.answer(Benefits())
    assert (row.name, row.event, row.amount, row.decision, row.member) == (
        "Eka Contoh",
        "Sakit",
        50_000,
        "Rapat 8 November",
        True,
    )
    assert fund.findings() == {}


def test_a_decision_of_a_meeting_can_be_named(fund: Group, eka: PersonId, illness: int) -> None:
    made = DecisionId(fund.run(RecordDecision(words="Keputusan 3/2026", decided=day("8/11"))).made["decision"])
    fund.run(benefit(illness, eka, decision=made, decided=None))
    assert fund.answer(Benefits())[0].decision == "Keputusan 3/2026"
    fund.refused(benefit(illness, eka, decision=DecisionId(99)), "decision-unknown", "decision")
    fund.refused(benefit(illness, eka, decided=" "), "benefit-without-decision", "decision")


def test_never_more_than_the_ceiling_the_fund_and_the_box(fund: Group, eka: PersonId, illness: int) -> None:
    refused = fund.refused(benefit(illness, eka, 150_000), "benefit-above-ceiling", "amount")
    assert "Rp50.000" in say(refused.sentences[1])
    fund.run(benefit(illness, eka, 90_000), benefit(illness, eka, 90_000))
    fund.money("1103", 500_000)
    refused = fund.refused(benefit(illness, eka, 90_000), "balance-short", "amount")
    assert "Rp20.000" in say(refused.sentences[1])


def test_the_box_is_judged_too(fund: Group, eka: PersonId, illness: int) -> None:
    fund.run(MoveMoney(on=day("21/11"), description="Dipinjam", amount=Rupiah(190_000), box="1103", to_box="1101"))
    fund.refused(benefit(illness, eka, 50_000, "22/11"), "box-short", "amount")


def test_people_outside_the_group_only_where_the_group_says_so(fund: Group, illness: int) -> None:
    warga = fund.person("Warga Contoh", "outsider")
    fund.refused(benefit(illness, warga), "benefit-members-only", "person")
    disaster = fund.run(SetBenefit(event="Musibah", since=day("1/1"), outsiders=True)).made["benefit"]
    fund.run(benefit(disaster, warga, 120_000))
    assert not fund.answer(Benefits())[0].member


def test_kinds_of_events_have_a_history(fund: Group, eka: PersonId, illness: int) -> None:
    fund.run(benefit(illness, eka, 100_000))
    fund.refused(SetBenefit(event="sakit", since=day("1/11")), "benefit-event-taken", "event")
    command = SetBenefit(event="Sakit", since=day("15/11"), ceiling=Rupiah(150_000), rule=illness)
    fund.refused(command, "benefit-ends-too-early", "since")
    higher = fund.run(SetBenefit(event="Sakit", since=day("16/11"), ceiling=Rupiah(150_000), rule=illness)).made["benefit"]
    assert [kind.ceiling for kind in fund.answer(BenefitKinds())] == [150_000]
    assert len(fund.answer(BenefitKinds(with_ended=True))) == 2
    fund.refused(benefit(illness, eka, on="18/11"), "benefit-not-in-force", "rule")
    fund.refused(benefit(higher, eka, on="14/11"), "benefit-not-in-force", "rule")
    fund.refused(benefit(99, eka), "benefit-unknown", "rule")
    fund.refused(EndBenefit(rule=higher, on=day("15/11")), "benefit-ends-too-early", "on")
    fund.run(EndBenefit(rule=higher, on=day("20/11")))
    assert fund.answer(BenefitKinds()) == ()
    fund.refused(EndBenefit(rule=higher, on=day("21/11")), "benefit-unknown", "rule")
    assert fund.findings() == {}


def test_an_undone_benefit_is_given_no_more(fund: Group, eka: PersonId, illness: int) -> None:
    entry = fund.entry(benefit(illness, eka))
    fund.run(Undo(entry=entry))
    assert fund.answer(Benefits()) == ()
    assert fund.holds("2120") == -200_000
    fund.run(SetBenefit(event="Sakit", since=day("10/11"), rule=illness))
    assert fund.findings() == {}


def test_a_set_aside_that_was_given_away_is_not_undone(group: Group, eka: PersonId, illness: int) -> None:
    group.run(sale(750_000))
    group.money("1103", 500_000)
    entry = group.entry(aside(80_000))
    group.run(benefit(illness, eka, 60_000, "21/11"))
    group.undo_refused(entry, "balance-short")


def test_income_struck_out_behind_a_set_aside_wants_attention(group: Group) -> None:
    group.money("1101", 1_000_000)
    income = group.entry(sale(750_000))
    set_aside = group.entry(aside(80_000))
    assert shared_beyond(group) == []
    # the tents were never let: what is not true is struck out, and the group hears what that leaves
    group.run(Undo(entry=income))
    (found,) = shared_beyond(group)
    assert isinstance(found.title, Sentence)
    assert isinstance(found.detail, Sentence)
    assert say(found.title) == "Yang dibagi dari Sewa tenda lebih Rp80.000 daripada hasilnya"
    assert say(found.detail).startswith("Untuk tahun 2026 sudah disisihkan atau dibagi Rp80.000, sedangkan hasilnya Rp0.")
    assert found.place == Unit(TENTS)
    group.run(sale(50_000, "21/11"))
    assert [say(one.title) for one in shared_beyond(group)] == ["Yang dibagi dari Sewa tenda lebih Rp30.000 daripada hasilnya"]
    group.run(Undo(entry=set_aside))
    assert shared_beyond(group) == []
    assert group.findings() == {}


def test_costs_that_come_after_a_set_aside_want_attention_too(group: Group) -> None:
    group.run(sale(300_000), aside(100_000))
    group.run(GeneralPayment(on=day("21/11"), description="Upah", amount=Rupiah(150_000), account="5102", unit=TENTS))
    assert shared_beyond(group) == []
    group.run(sale(200_000, unit=CATERING))
    wage = GeneralPayment(on=day("22/11"), description="Upah", amount=Rupiah(190_000), account="5102", unit=TENTS)
    group.run(wage)
    (found,) = shared_beyond(group)
    assert say(found.title) == "Yang dibagi dari Sewa tenda lebih Rp100.000 daripada hasilnya"


def shared_beyond(group: Group) -> list[Attention]:
    return group.office.read(lambda reading: list(shared_too_much(reading)))


def test_a_benefit_beyond_its_bounds_is_found(fund: Group, eka: PersonId, illness: int) -> None:
    fund.run(benefit(illness, eka))
    fund.forge("UPDATE benefit_rule SET ceiling = 10000, since = '2026-12-01'")
    assert set(fund.findings()) == {"solidarity"}
    fund.forge("UPDATE benefit_rule SET ceiling = NULL")
    assert set(fund.findings()) == {"solidarity"}


# ---- the book


def test_the_book_of_the_fund_runs_to_what_it_holds(fund: Group, eka: PersonId, illness: int) -> None:
    fund.run(asked(), dues(eka, "8/10", 1, 2, 3), benefit(illness, eka, on="21/11"))
    page = fund.answer(SolidarityBook())
    assert [(row.dues, row.set_aside, row.paid, row.balance) for row in page.rows] == [
        (6_000, 0, 0, 6_000),
        (0, 200_000, 0, 206_000),
        (0, 0, 50_000, 156_000),
    ]
    assert (page.dues, page.set_aside, page.paid, page.closing) == (6_000, 200_000, 50_000, -fund.holds("2120"))


def test_a_month_of_the_book_begins_with_what_was_there(group: Group, eka: PersonId) -> None:
    boxes = (OpeningBox(box="1103", amount=Rupiah(140_000)),)
    group.run(asked(), OpenBook(boxes=boxes, lines=(OpeningLine(account="2120", amount=Rupiah(140_000)),)))
    wrong = group.entry(dues(eka, "8/10", 1, 2))
    group.run(Amend(entry=wrong, replacement=dues(eka, "8/10", 1)), dues(eka, "8/11", 2))
    october = group.answer(SolidarityBook(month(10), month(10)))
    assert (october.opening, october.dues, october.closing) == (140_000, 2_000, 142_000)
    assert [(row.struck, row.balance) for row in october.rows] == [(True, None), (False, 142_000)]
    assert october.rows[1].replaces == october.rows[0].number
    assert october.rows[0].replaced_by == october.rows[1].number
    november = group.answer(SolidarityBook(month(11), month(11)))
    assert (november.opening, [row.name for row in november.rows]) == (142_000, ["Eka Contoh"])
    whole = group.answer(SolidarityBook(show_struck=False))
    assert (whole.opening, len(whole.rows), whole.closing) == (140_000, 2, 144_000)


def test_the_lines_are_read_out_as_plain_values(group: Group, eka: PersonId) -> None:
    group.run(asked(), dues(eka, "8/10", 1), dues(eka, "8/11", 2))
    (line,) = group.office.read(lambda reading: rows(reading, month(11)))
    assert line | {"number": None, "description": None} == {
        "date": "2026-11-08",
        "number": None,
        "description": None,
        "person": "Eka Contoh",
        "dues": 2_000,
        "set_aside": 0,
        "paid": 0,
        "balance": 4_000,
    }


def test_who_is_behind_stands_on_the_home_page(group: Group, eka: PersonId) -> None:
    assert group.office.read(lambda reading: list(behind_with_dues(reading))) == []
    group.run(asked())
    (line,) = group.office.read(lambda reading: list(behind_with_dues(reading)))
    assert "Rp20.000" in say(line.detail or "")
    group.run(dues(eka, amount=20_000))
    assert group.office.read(lambda reading: list(behind_with_dues(reading))) == []
