"""Whatever members pay in and take out, in any order: their books sum to the ledger, nothing is below nothing, undoing undoes."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from fractions import Fraction
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kubebuku.app.office import Moment, Office
from kubebuku.books.cash.commands import GiveAdvance, MoveMoney
from kubebuku.books.enterprise.commands import Sale
from kubebuku.books.leaving.commands import LeaveGroup
from kubebuku.books.members.commands import MemberReturns
from kubebuku.books.members.queries import Members
from kubebuku.books.personal_savings.commands import DepositSavings, GiveSavingsFee, WithdrawSavings
from kubebuku.books.personal_savings.queries import ObligatoryGrid, PassBook, Savers
from kubebuku.books.personal_savings.rules import FeeBase
from kubebuku.books.solidarity.commands import GiveBenefit, SetAside, SetBenefit, SetSolidarityRule, TakeDues
from kubebuku.books.solidarity.queries import Benefits, DuesGrid, SolidarityBook
from kubebuku.books.spec import Command, from_data, to_data
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from tests.books.saving import Group, month
from tests.books.trading import CATERING, TENTS
from tests.builders import new_book

EXAMPLES = int(os.environ.get("KUBEBUKU_EXAMPLES", "12"))
DAYS = st.dates(date(2026, 1, 1), date(2026, 6, 30))
AMOUNTS = st.integers(1, 60_000).map(Rupiah)
SOME = st.sampled_from([Rupiah(0), Rupiah(0), Rupiah(10_000), Rupiah(25_000)])
MONTHS = st.lists(st.integers(1, 9).map(month), max_size=3).map(tuple)
PEOPLE = st.sampled_from([PersonId(1), PersonId(2), PersonId(3)])
WHO = {"on": DAYS, "person": PEOPLE}

ACTS: st.SearchStrategy[Command] = st.one_of(
    st.builds(DepositSavings, **WHO, voluntary=SOME, obligatory=SOME, months=MONTHS),
    st.builds(DepositSavings, **WHO, principal=st.just(Rupiah(50_000)), voluntary=SOME),
    st.builds(WithdrawSavings, **WHO, amount=AMOUNTS),
    st.builds(GiveSavingsFee, month=st.integers(1, 6).map(month)),
    st.builds(TakeDues, **WHO, months=MONTHS, amount=st.none() | AMOUNTS),
    st.builds(SetAside, on=DAYS, description=st.just("Sisihan"), amount=AMOUNTS, unit=st.sampled_from([TENTS, CATERING])),
    st.builds(GiveBenefit, **WHO, amount=AMOUNTS, rule=st.just(1), decided=st.just("Rapat")),
    st.builds(GiveAdvance, **WHO, description=st.just("Panjar"), amount=AMOUNTS),
    st.builds(LeaveGroup, **WHO, reason=st.just("Pindah")),
    st.builds(MemberReturns, **WHO),
    st.builds(
        MoveMoney,
        on=DAYS,
        description=st.just("Pindah"),
        amount=AMOUNTS,
        box=st.sampled_from(["1101", "1102", "1103"]),
        to_box=st.sampled_from(["1101", "1102", "1103"]),
    ),
)


def begin(office: Office) -> Group:
    office.moment = Moment(date(2026, 7, 1), "2026-07-01T08:00:00Z")
    group = Group(office)
    group.rule(rate=Fraction(12, 100), base=FeeBase.AVERAGE)
    group.run(SetSolidarityRule(since=month(1), amount=Rupiah(2_000)))
    group.run(SetBenefit(event="Sakit", since=date(2026, 1, 1), ceiling=Rupiah(40_000)))
    for name in ("Ani Contoh", "Budi Contoh"):
        group.member(name)
    group.member("Citra Contoh", "10/3")
    group.run(Sale(on=date(2026, 1, 5), description="Sewa", amount=Rupiah(200_000), unit=TENTS))
    return group


def picture(group: Group) -> dict[str, object]:
    """All that an undo must bring back."""
    asked = (Savers(), ObligatoryGrid(2026), DuesGrid(2026), Benefits(), Members(with_left=True))
    books = [group.answer(PassBook(person, show_struck=False)) for person in (1, 2, 3)]
    return {"balances": group.balances(), "answers": [group.answer(query) for query in asked], "books": books}


def judge(group: Group) -> None:
    """Members' totals are the control accounts; no running balance is below nothing; months are what was paid for them."""
    page = group.answer(Savers())
    assert (page.principal, page.obligatory, page.voluntary) == tuple(-group.holds(code) for code in ("3101", "3102", "2110"))
    closings = 0
    for person in (1, 2, 3):
        book = group.answer(PassBook(person))
        assert all(row.balance is None or row.balance >= 0 for row in book.rows)
        assert (book.held_principal, book.held_obligatory, book.held_voluntary) == group.saved(PersonId(person))
        closings += book.closing
    assert closings == page.total
    fund = group.answer(SolidarityBook())
    assert all(row.balance is None or row.balance >= 0 for row in fund.rows)
    assert fund.closing == fund.opening + fund.dues + fund.set_aside - fund.paid == -group.holds("2120")
    assert fund.dues == sum(group.answer(DuesGrid(year)).paid for year in (2026, 2027, 2028))
    assert fund.paid == sum(row.amount for row in group.answer(Benefits()))


@given(ACTS)
def test_an_act_is_kept_as_it_was_written(command: Command) -> None:
    assert from_data(type(command), to_data(command)) == command


@given(st.lists(st.tuples(ACTS, st.booleans()), min_size=5, max_size=25))
@settings(max_examples=EXAMPLES)
def test_savings_and_the_fund_tie_whatever_happens(acts: list[tuple[Command, bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Office.open(new_book(Path(folder)), who="Ani Contoh") as office:
        group = begin(office)
        for command, and_back in acts:
            before = picture(group) if and_back else {}
            try:
                outcome = office.run(command)
            except RuleBroken:
                continue
            if and_back and outcome.entry is not None:
                group.undo(EntryId(outcome.entry))
                assert picture(group) == before
        judge(group)
        assert group.findings() == {}


def test_the_month_of_a_command_comes_back_from_its_data() -> None:
    command = DepositSavings(on=date(2026, 1, 5), person=PersonId(1), months=(Month(2026, 1), Month(2027, 12)))
    assert from_data(DepositSavings, to_data(command)) == command
