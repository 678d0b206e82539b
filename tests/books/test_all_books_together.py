"""Savings, loans, the fund, meetings and goods of one group in any order: members' totals are the control accounts, no box is
below nothing on any day, bukti have no gap, and an undo that is not refused restores everything.
"""

from __future__ import annotations

import os
import tempfile
from datetime import date
from fractions import Fraction
from itertools import groupby
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kubebuku.app.office import Moment, Office
from kubebuku.books.group.queries import Decisions
from kubebuku.books.inventory.commands import (
    BuyEquipment,
    Condition,
    CountedThing,
    CountInventory,
    Depreciate,
    ListEquipment,
    LoseEquipment,
)
from kubebuku.books.inventory.queries import CountsOfGoods, EquipmentList
from kubebuku.books.leaving.commands import LeaveGroup
from kubebuku.books.leaving.queries import Leaving
from kubebuku.books.meetings.commands import Attended, FineTo, HoldMeeting, SetMeetingRules, TakeFine
from kubebuku.books.meetings.queries import UnpaidFines
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.members.commands import MemberReturns
from kubebuku.books.members.queries import Members
from kubebuku.books.personal_savings.commands import DepositSavings, WithdrawSavings
from kubebuku.books.personal_savings.queries import ObligatoryGrid, Savers
from kubebuku.books.savings_loan.commands import LendMoney, PayInstalment, SetLendingRules, WriteOffLoan
from kubebuku.books.savings_loan.queries import Loans
from kubebuku.books.savings_loan.rules import FineKind
from kubebuku.books.savings_loan.schedules import Method
from kubebuku.books.solidarity.commands import GiveBenefit, SetBenefit, SetSolidarityRule, TakeDues
from kubebuku.books.solidarity.queries import DuesGrid
from kubebuku.books.spec import Command, from_data, to_data
from kubebuku.domain.entries import EntryId, ItemId, LoanId, PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from tests.books.saving import Group, month
from tests.books.trading import TENTS
from tests.builders import new_book

EXAMPLES = int(os.environ.get("KUBEBUKU_EXAMPLES", "12"))
END = date(2026, 6, 30)
DAYS = st.dates(date(2026, 1, 1), END)
AMOUNTS = st.integers(1, 300).map(lambda thousands: Rupiah(thousands * 1_000))
PEOPLE = st.sampled_from([PersonId(1), PersonId(2), PersonId(3)])
LOANS = st.sampled_from([LoanId(1), LoanId(2), LoanId(3)])
ITEMS = st.sampled_from([ItemId(1), ItemId(2), ItemId(3)])
PRESENCE = st.sampled_from([Presence.PRESENT, Presence.LATE, Presence.ABSENT])
SOME = st.sampled_from([Rupiah(0), Rupiah(20_000), Rupiah(150_000)])
WHO = {"on": DAYS, "person": PEOPLE}

ACTS: st.SearchStrategy[Command] = st.one_of(
    st.builds(DepositSavings, **WHO, voluntary=SOME, months=st.lists(st.integers(1, 8).map(month), max_size=2).map(tuple)),
    st.builds(DepositSavings, **WHO, principal=st.just(Rupiah(50_000)), voluntary=SOME),
    st.builds(WithdrawSavings, **WHO, amount=AMOUNTS),
    st.builds(LendMoney, **WHO, amount=AMOUNTS, months=st.integers(1, 3), decided=st.just("Rapat")),
    st.builds(PayInstalment, on=DAYS, amount=AMOUNTS, loan=LOANS),
    st.builds(WriteOffLoan, on=DAYS, loan=LOANS, reason=st.just("Pindah"), decided=st.just("Rapat")),
    st.builds(TakeDues, **WHO, months=st.lists(st.integers(1, 8).map(month), max_size=2).map(tuple)),
    st.builds(GiveBenefit, **WHO, amount=AMOUNTS, rule=st.just(1), decided=st.just("Rapat")),
    st.builds(
        HoldMeeting,
        on=DAYS,
        attendance=st.tuples(PRESENCE, PRESENCE, PRESENCE).map(
            lambda states: tuple(Attended(person=PersonId(number), state=state) for number, state in enumerate(states, 1))
        ),
    ),
    st.builds(TakeFine, **WHO, description=st.just("Denda rapat"), amount=st.sampled_from([Rupiah(1_000), Rupiah(3_000)])),
    st.builds(LeaveGroup, **WHO, reason=st.just("Pindah"), keep_back=st.booleans()),
    st.builds(MemberReturns, **WHO),
    st.builds(
        BuyEquipment,
        on=DAYS,
        description=st.just("Kursi"),
        amount=AMOUNTS,
        label=st.just("Kursi"),
        quantity=st.integers(1, 5),
        unit=st.just(TENTS),
        life_months=st.integers(1, 12),
    ),
    st.builds(ListEquipment, on=DAYS, label=st.just("Ember"), quantity=st.integers(1, 5)),
    st.builds(Depreciate, month=st.integers(1, 6).map(month)),
    st.builds(LoseEquipment, on=DAYS, description=st.just("Hilang"), item=ITEMS, quantity=st.none() | st.integers(1, 4)),
    st.builds(
        CountInventory,
        on=DAYS,
        lines=st.lists(
            st.builds(
                CountedThing,
                item=ITEMS,
                found=st.integers(0, 5),
                condition=st.sampled_from(Condition),
                write_off=st.booleans(),
            ),
            max_size=2,
        ).map(tuple),
        decided=st.sampled_from([None, "Rapat"]),
    ),
)


def begin(office: Office) -> Group:
    office.moment = Moment(date(2026, 7, 1), "2026-07-01T08:00:00Z")
    group = Group(office)
    group.rule()
    group.money("1101", 1_000_000)
    group.money("1102", 1_000_000)
    group.run(
        SetSolidarityRule(since=month(1), amount=Rupiah(2_000)),
        SetBenefit(event="Sakit", since=date(2026, 1, 1), ceiling=Rupiah(40_000)),
        SetMeetingRules(fine_late=Rupiah(1_000), fine_absent=Rupiah(2_000), fine_to=FineTo.SOLIDARITY),
        SetLendingRules(
            since=date(2026, 1, 1),
            most=Rupiah(500_000),
            months=3,
            method=Method.FLAT,
            rate=Fraction(2, 100),
            fine=FineKind.FIXED,
            fine_amount=Rupiah(1_000),
        ),
    )
    for name in ("Ani Contoh", "Budi Contoh", "Citra Contoh"):
        group.member(name)
    return group


def picture(group: Group) -> dict[str, object]:
    """All that an undo must bring back."""
    asked = (
        Savers(),
        Loans(END, with_closed=True),
        ObligatoryGrid(2026),
        DuesGrid(2026),
        UnpaidFines(),
        Members(with_left=True),
        EquipmentList(END, with_gone=True),
        *(Leaving(person, END) for person in (1, 2, 3)),
    )
    answers = [group.answer(query) for query in asked]
    decisions = len(group.answer(Decisions()))
    return {"balances": group.balances(), "answers": answers, "decisions": decisions}


def judge(group: Group) -> None:
    page = group.answer(Savers())
    assert (page.principal, page.obligatory, page.voluntary) == tuple(-group.holds(code) for code in ("3101", "3102", "2110"))
    rows = group.answer(Loans(END, with_closed=True)).rows
    assert sum(row.rest for row in rows) == group.holds("1130") + group.holds("1131")
    things = group.answer(EquipmentList())
    valued = [row for row in things if not row.without_value]
    assert sum(row.value for row in valued) == group.holds("1201")
    assert sum(row.written_off for row in valued) == -group.holds("1209")
    for count in group.answer(CountsOfGoods()):
        assert 0 <= count.open <= count.things
    held: dict[str, int] = {}
    numbers: dict[tuple[str, int], list[int]] = {}
    for on, box, amount in group.office.read(
        lambda reading: reading.connection.exec_driver_sql(
            "SELECT date, account, SUM(amount) FROM posting WHERE account IN ('1101', '1102', '1103') GROUP BY 1, 2 ORDER BY 1"
        ).all()
    ):
        held[box] = held.get(box, 0) + amount
        assert held[box] >= 0, (on, box)
    entries = group.office.read(
        lambda reading: reading.connection.exec_driver_sql("SELECT series, year, seq FROM entry ORDER BY 1, 2, 3").all()
    )
    for key, found in groupby(entries, key=lambda row: (row.series, row.year)):
        numbers[key] = [row.seq for row in found]
    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())


@given(ACTS)
def test_an_act_is_kept_as_it_was_written(command: Command) -> None:
    assert from_data(type(command), to_data(command)) == command


@given(st.lists(st.tuples(ACTS, st.booleans()), min_size=8, max_size=30))
@settings(max_examples=EXAMPLES)
def test_one_group_in_any_order(acts: list[tuple[Command, bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Office.open(new_book(Path(folder)), who="Ani Contoh") as office:
        group = begin(office)
        for command, and_back in acts:
            before = picture(group) if and_back else {}
            try:
                outcome = office.run(command)
            except RuleBroken:
                continue
            if and_back and outcome.entry is not None:
                try:
                    group.undo(EntryId(outcome.entry))
                except RuleBroken:
                    continue
                after = picture(group)
                assert {**after, "decisions": 0} == {**before, "decisions": 0}
        judge(group)
        assert group.findings() == {}
