"""What is looked at before a command reaches the book: numbers no row can have, sums far beyond the usual."""

from __future__ import annotations

from datetime import date

import pytest

from kubebuku.app.doubts import is_far_beyond, largest_in
from kubebuku.app.ids import NumberTooLarge
from kubebuku.app.office import Office
from kubebuku.books.journal.commands import GeneralJournal, JournalLine
from kubebuku.books.members.commands import AddOutsider
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah


def journal(person: int) -> GeneralJournal:
    lines = (
        JournalLine(account="1101", amount=Rupiah(50_000)),
        JournalLine(account="2110", amount=Rupiah(-70_000), person=PersonId(person)),
    )
    return GeneralJournal(on=date(2026, 1, 5), description="Setoran", lines=lines)


@pytest.mark.parametrize("number", [2**63, -(2**63), 10**40])
def test_a_number_that_no_row_can_have_is_refused_and_not_stumbled_over(office: Office, number: int) -> None:
    for act in (office.run, office.preview):
        with pytest.raises(NumberTooLarge) as refused:
            act(journal(number))
        assert refused.value.field == "person"


def test_the_largest_sum_of_a_command_is_that_of_any_line() -> None:
    assert largest_in(journal(1)) == 70_000
    assert largest_in(AddOutsider(full_name="Toko Contoh")) == 0
    assert not is_far_beyond(10**9, 0)
    assert not is_far_beyond(100, 1)
    assert is_far_beyond(101, 1)
