"""IKS: dues month by month or year by year, from whom and since when; what the book of the fund shows."""

from __future__ import annotations

from kubebuku.books.mending.commands import Amend, CorrectEarlier, Undo
from kubebuku.books.opening.commands import OpenBook, OpeningBox, OpeningDues, OpeningLine
from kubebuku.books.solidarity.commands import (
    Every,
    SetSolidarityRule,
    TakeDues,
)
from kubebuku.books.solidarity.queries import (
    DuesDue,
    DuesGrid,
    SolidarityBook,
    SolidarityRule,
    SolidarityRules,
)
from kubebuku.books.solidarity.reading import behind_with_dues, rows
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import State
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.saving import Group, month
from tests.books.solidarity.fund import benefit
from tests.books.trading import day


def asked(amount: int = 2_000, since: Month | None = None, every: Every = Every.MONTH) -> SetSolidarityRule:
    return SetSolidarityRule(since=since or month(1), amount=Rupiah(amount), every=every)


def dues(person: PersonId, on: str = "8/11", *months: int, amount: int | None = None) -> TakeDues:
    paid = None if amount is None else Rupiah(amount)
    return TakeDues(on=day(on), person=person, months=tuple(month(number) for number in months), amount=paid)


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
    assert group.office.read(lambda reading: list(behind_with_dues(reading))) == []


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


def test_the_home_page_says_what_the_wall_chart_says(group: Group, eka: PersonId) -> None:
    dedi = group.member("Dedi Contoh", "1/3")
    group.run(asked(since=Month(2025, 1), every=Every.YEAR, amount=24_000), asked(3_000, month(7)))
    group.run(dues(eka, "8/11", 1), dues(dedi, "8/11", 1, amount=10_000), dues(eka, "8/11", 7, 8))
    (line,) = group.office.read(lambda reading: list(behind_with_dues(reading)))
    chart = group.answer(DuesGrid(2026))
    assert (len(chart.behind), chart.late) == (2, 2 * 3_000 + 14_000 + 4 * 3_000)
    assert (say(line.title)[:1], say(line.detail or "")[:8]) == ("2", "Rp32.000")


def test_a_year_paid_ahead_counts_on_when_dues_become_monthly(group: Group, eka: PersonId) -> None:
    """24.000 for 2027 was paid by the year; from January on the group asks 2.500 a month."""
    group.run(asked(24_000, every=Every.YEAR), dues(eka, "8/11", 1))
    ahead = Month(2027, 1)
    group.run(TakeDues(on=day("8/11"), person=eka, months=(ahead,)))
    group.run(asked(2_500, ahead))
    (row,) = group.answer(DuesGrid(2027)).rows
    assert [cell.paid for cell in row.cells] == [2_500] * 9 + [1_500, 0, 0]
    assert [cell.state for cell in row.cells][:9] == [State.PAID] * 9
    lacking = group.answer(DuesDue(eka)).lacking
    assert [(due.period.first, due.lacking) for due in lacking] == [(Month(2027, 10), 1_000), (Month(2027, 11), 2_500)]
    group.refused(TakeDues(on=day("9/11"), person=eka, months=(Month(2027, 3),)), "dues-paid-already", "months")
    group.run(TakeDues(on=day("9/11"), person=eka, amount=Rupiah(3_500)))
    assert [cell.paid for cell in group.answer(DuesGrid(2027)).rows[0].cells[9:]] == [2_500, 2_500, 0]
    assert group.findings() == {}
