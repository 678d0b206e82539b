"""The group of `written.savings`, on the Sunday on which it meets: Dedi comes late, Eka is excused."""

from __future__ import annotations

from pathlib import Path

import pytest

from kubebuku.books.meetings.commands import Attended, HoldMeeting, SetMeetingRules
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.savings_loan.commands import LendMoney
from kubebuku.books.savings_loan.schedules import Every
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from tests.ui.written.hunafa import Hand, further, on, rp

_STOOD = {PersonId(4): Presence.LATE, PersonId(5): Presence.EXCUSED}


def write_meeting(hand: Hand) -> None:
    """Budi owes Rp60.000 in three weeks; coming late costs Rp1.000."""
    loan = LendMoney(on=on("9/11"), amount=rp("60.000"), person=PersonId(2), months=3, every=Every.WEEK, decided="Rapat")
    hand.do("9/11", SetMeetingRules(fine_late=Rupiah(1_000)))
    hand.do("9/11", loan)
    roll = tuple(Attended(person=PersonId(at), state=_STOOD.get(PersonId(at), Presence.PRESENT)) for at in range(1, 13))
    hand.do("22/11", HoldMeeting(on=on("22/11"), attendance=roll))


@pytest.fixture(scope="session")
def sunday_book(savings_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book of these tests."""
    return further(savings_book, tmp_path_factory.mktemp("sunday"), write_meeting)
