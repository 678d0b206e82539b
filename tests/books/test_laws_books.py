"""Laws that hold whatever a treasurer does: entries sum to zero, checks stay green, what is undone is as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kubebuku.app.office import Moment, Office
from kubebuku.books.cash.commands import (
    CollectClaim,
    GeneralPayment,
    GiveAdvance,
    MoveMoney,
    OtherReceipt,
    PaidByPerson,
    RepayPerson,
    SettleAdvance,
)
from kubebuku.books.cash.queries import CashBook, MonthInOut
from kubebuku.books.cash.rules import settle
from kubebuku.books.closing.commands import BoxCounted, CloseMonth, ReopenMonths
from kubebuku.books.closing.queries import ClosingPreview, ClosingState
from kubebuku.books.mending.commands import Amend, CorrectEarlier, KeepPending, PostPending, Undo
from kubebuku.books.spec import Command, from_data, to_data
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.ledger import balances
from tests.builders import Books

EXAMPLES = int(os.environ.get("KUBEBUKU_EXAMPLES", "12"))
#: Two people of the book, ids as the first two persons get them.
PEOPLE = (PersonId(1), PersonId(2))

days = st.dates(date(2026, 1, 1), date(2026, 3, 31))
amounts = st.integers(1, 900_000).map(Rupiah)
boxes = st.sampled_from(["1101", "1102", "1103", "1110"])
people = st.sampled_from(PEOPLE)
costs = st.sampled_from(["5102", "5103", "5105", "5190"])
words = st.sampled_from(["Sewa tenda", "Upah masak", "Belanja"])


def acts(**more: Any) -> dict[str, st.SearchStrategy[Any]]:
    return {"on": days, "description": words, "amount": amounts, **more}


postings: st.SearchStrategy[Command] = st.one_of(
    st.builds(OtherReceipt, **acts(box=boxes)),
    st.builds(GeneralPayment, **acts(box=boxes, account=costs)),
    st.builds(MoveMoney, **acts(box=boxes, to_box=boxes)),
    st.builds(GiveAdvance, **acts(box=boxes, person=people)),
    st.builds(SettleAdvance, **acts(person=people, account=costs, returned=st.integers(0, 300_000).map(Rupiah), box=boxes)),
    st.builds(CollectClaim, **acts(person=people, box=boxes)),
    st.builds(PaidByPerson, **acts(person=people, account=costs)),
    st.builds(RepayPerson, **acts(person=people, box=boxes)),
)
entries = st.integers(1, 12).map(EntryId)
mendings: st.SearchStrategy[Command] = st.one_of(
    st.builds(Undo, entry=entries),
    st.builds(Amend, entry=entries, replacement=postings),
    st.builds(CorrectEarlier, entry=entries, on=days, reason=words, replacement=st.none() | postings),
    st.builds(KeepPending, command=postings),
    st.builds(PostPending, note=st.integers(1, 3)),
    st.builds(ReopenMonths, month=st.sampled_from([Month(2026, 1), Month(2026, 2)]), reason=words),
    st.builds(CloseMonth, month=st.sampled_from([Month(2026, 1), Month(2026, 2)])),
)
rich = OtherReceipt(on=date(2026, 1, 1), description="Hibah", amount=Rupiah(3_000_000))
some = settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def with_book(empty: Path, work: Callable[[Books], None]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(shutil.copyfile(empty, Path(folder) / "buku.kubebuku"))
        with Office.open(path, who="Ani Contoh") as office:
            office.moment = Moment(date(2026, 4, 1), "2026-04-01T02:00:00Z")
            books = Books(office)
            assert (books.person("Ani Contoh"), books.person("Budi Contoh")) == PEOPLE
            office.run(rich)
            work(books)


def attempt(books: Books, command: Command) -> int | None:
    """Carry a command out; the entry it wrote, None where it was refused or wrote none."""
    before = books.count()
    if isinstance(command, CloseMonth):
        preview = books.office.ask(ClosingPreview(command.month))
        command = replace(command, counts=tuple(BoxCounted(box=box.code, counted=box.book) for box in preview.boxes))
    try:
        return books.office.run(command).entry
    except RuleBroken:
        assert books.count() == before
        return None


def held(books: Books) -> dict[str, int]:
    found = books.office.read(lambda reading: balances.by_account(reading.connection))
    return {code: int(amount) for code, amount in found.items() if amount}


@some
@given(commands=st.lists(postings | mendings, max_size=14))
def test_any_sequence_of_acts_keeps_every_check_green(empty_book: Path, commands: list[Command]) -> None:
    def work(books: Books) -> None:
        for command in commands:
            attempt(books, command)
        assert books.findings() == {}

    with_book(empty_book, work)


@some
@given(commands=st.lists(postings, max_size=8), last=postings)
def test_what_is_undone_is_as_it_was(empty_book: Path, commands: list[Command], last: Command) -> None:
    def work(books: Books) -> None:
        for command in commands:
            attempt(books, command)
        before = held(books)
        entry = attempt(books, last)
        if entry is not None and attempt(books, Undo(entry=EntryId(entry))) is not None:
            assert held(books) == before

    with_book(empty_book, work)


@some
@given(commands=st.lists(postings | mendings, max_size=12))
def test_the_cash_books_tell_one_story(empty_book: Path, commands: list[Command]) -> None:
    """Every box's closing is its balance, the months add up, and no running balance is below zero."""

    def work(books: Books) -> None:
        for command in commands:
            attempt(books, command)
        ask = books.office.ask
        every = ask(CashBook())
        assert every.closing == sum(books.holds(box) for box in ("1101", "1102", "1103", "1110"))
        for box in ("1101", "1102", "1103", "1110"):
            page = ask(CashBook(box=box))
            assert page.closing == books.holds(box)
            assert page.opening + page.received - page.paid == page.closing
            assert all(row.balance is None or row.balance >= 0 for row in page.rows)
            months = [ask(CashBook(box=box, month=month)) for month in Month(2026, 1).until(Month(2026, 3))]
            assert [month.opening for month in months[1:]] == [month.closing for month in months[:-1]]
            assert months[-1].closing == page.closing
        moved = [ask(MonthInOut(month)) for month in Month(2026, 1).until(Month(2026, 3))]
        assert sum(month.surplus for month in moved) == every.closing

    with_book(empty_book, work)


@some
@given(commands=st.lists(postings, max_size=6))
def test_a_closed_month_stays_as_it_was(empty_book: Path, commands: list[Command]) -> None:
    january = Month(2026, 1)

    def work(books: Books) -> None:
        attempt(books, CloseMonth(month=january))
        assert books.office.ask(ClosingState(january)).closed
        before = books.office.ask(CashBook(month=january))
        for command in commands:
            attempt(books, command)
            attempt(books, CorrectEarlier(entry=EntryId(1), on=date(2026, 3, 31), reason="Salah"))
        assert books.office.ask(CashBook(month=january)) == before

    with_book(empty_book, work)


@given(postings)
def test_a_command_comes_back_from_its_data(command: Command) -> None:
    assert from_data(type(command), to_data(command)) == command


@given(st.integers(0, 10**12), st.integers(0, 10**12), st.integers(0, 10**12))
def test_a_settlement_loses_no_rupiah(advanced: int, spent: int, returned: int) -> None:
    try:
        made = settle(Rupiah(advanced), Rupiah(spent), Rupiah(returned))
    except ValueError:
        assert returned > max(0, advanced - spent)
    else:
        assert made.covered + made.returned + made.kept == advanced
        assert made.covered + made.beyond == spent
        assert min(made.covered, made.beyond, made.kept) >= 0
