"""Whatever is written on loans, in any order: loans tie to their accounts, boxes hold, and undoing undoes."""

from __future__ import annotations

import tempfile
from datetime import date
from fractions import Fraction
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kubebuku.app.office import Moment, Office
from kubebuku.books.savings_loan import commands
from kubebuku.books.savings_loan.queries import Applications, Loans
from kubebuku.books.savings_loan.schedules import ROUNDINGS, Every, Method
from kubebuku.books.spec import Command, from_data, to_data
from kubebuku.domain.entries import EntryId, LoanId, PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from tests.books.savings_loan.lender import Lender
from tests.builders import new_book

DAYS = st.dates(date(2026, 1, 1), date(2026, 6, 30))
AMOUNTS = st.integers(1, 600).map(lambda thousands: Rupiah(thousands * 1_000))
PEOPLE = st.sampled_from([PersonId(n) for n in range(1, 6)])
LOANS = st.sampled_from([LoanId(n) for n in range(1, 5)])
RATES = st.sampled_from([Fraction(1, 100), Fraction(2, 100), Fraction(35, 1000)])
DECIDED = st.sampled_from([None, "Rapat contoh"])
TERMS = {
    "months": st.integers(1, 5),
    "method": st.sampled_from(Method),
    "rate": RATES,
    "every": st.sampled_from(Every),
    "round_to": st.sampled_from(ROUNDINGS),
}

ACTS: st.SearchStrategy[Command] = st.one_of(
    st.builds(commands.LendMoney, on=DAYS, amount=AMOUNTS, person=PEOPLE, **TERMS),
    st.builds(
        commands.LendMoney, on=DAYS, amount=AMOUNTS, person=PEOPLE, decided=DECIDED, exception=st.sampled_from([None, "Mendesak"])
    ),
    st.builds(commands.ApplyForLoan, on=DAYS, amount=AMOUNTS, person=PEOPLE, **TERMS),
    st.builds(commands.ApproveLoan, on=DAYS, loan=LOANS, decided=DECIDED),
    st.builds(commands.DisburseLoan, on=DAYS, loan=LOANS),
    st.builds(
        commands.PayInstalment,
        on=DAYS,
        amount=AMOUNTS,
        loan=LOANS,
        fee=st.none() | st.just(Rupiah(0)) | AMOUNTS,
        excess=st.sampled_from(commands.Excess),
    ),
    st.builds(commands.PayInstalment, on=DAYS, amount=AMOUNTS, loan=LOANS, excess=st.just(commands.Excess.SAVINGS)),
    st.builds(
        commands.RescheduleLoan,
        on=DAYS,
        loan=LOANS,
        months=st.integers(1, 6),
        reason=st.just("Panen gagal"),
        unpaid_fee=st.sampled_from(commands.UnpaidFee),
        decided=DECIDED,
    ),
    st.builds(commands.CancelReschedule, loan=LOANS),
    st.builds(commands.WriteOffLoan, on=DAYS, loan=LOANS, reason=st.just("Pindah"), decided=DECIDED),
    st.builds(commands.RecoverLoan, on=DAYS, amount=AMOUNTS, loan=LOANS),
)


def picture(lender: Lender) -> dict[str, object]:
    """All that an undo must bring back."""
    at = date(2026, 6, 30)
    cards = []
    for row in lender.answer(Loans(at, with_closed=True)).rows:
        card = lender.card(row.loan, "30/6")
        cards.append((row, card.lines, card.plans, card.state))
    return {"balances": lender.balances(), "loans": cards, "waiting": lender.answer(Applications())}


@given(ACTS)
def test_an_act_on_a_loan_is_kept_as_it_was_written(command: Command) -> None:
    assert from_data(type(command), to_data(command)) == command


@given(st.lists(st.tuples(ACTS, st.booleans()), min_size=8, max_size=30))
@settings(max_examples=12)
def test_loans_tie_and_every_undo_restores(acts: list[tuple[Command, bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Office.open(new_book(Path(folder)), who="Ani Contoh") as office:
        office.moment = Moment(date(2026, 7, 1), "2026-07-01T08:00:00Z")
        lender = Lender(office)
        lender.money("1102", 1_500_000)
        lender.people()
        lender.rules(most=Rupiah(600_000), months=5, at_once=2)
        for command, and_back in acts:
            before = picture(lender) if and_back else {}
            try:
                outcome = office.run(command)
            except RuleBroken:
                continue
            if and_back and outcome.entry is not None:
                lender.undo(EntryId(outcome.entry))
                assert picture(lender) == before
        assert lender.findings() == {}
        rows = lender.answer(Loans(date(2026, 6, 30))).rows
        assert sum(row.rest for row in rows if row.member) == lender.holds("1130")
        assert sum(row.rest for row in rows if not row.member) == lender.holds("1131")
        assert lender.holds("1102") >= 0
        assert all(row.rest >= 0 for row in rows)
