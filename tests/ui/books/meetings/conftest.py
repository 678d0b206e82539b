"""A book of twelve members, two of them called Ani Contoh, that has met once and will meet again on 22 November 2026."""

from __future__ import annotations

from pathlib import Path

import pytest

from kubebuku.books.meetings.commands import Attended, HoldMeeting, PlanMeeting, SetMeetingRules, Task
from kubebuku.books.meetings.rules import Presence
from kubebuku.domain.entries import PersonId
from tests.ui.hands.laptop import Laptop, Opener
from tests.ui.written.hunafa import Hand, further, on, rp

MEMBERS = tuple(PersonId(number) for number in range(1, 13))
#: Dedi came late, Eka stayed away without word.
_ON_THE_EIGHTH = {PersonId(4): Presence.LATE, PersonId(5): Presence.ABSENT}


def write_meetings(hand: Hand) -> None:
    """Fines are 1.000 and 2.000; on 8 November two decisions and two tasks; 22 November is planned."""
    hand.do("1/11", SetMeetingRules(fine_late=rp("1.000"), fine_absent=rp("2.000")))
    hand.do(
        "8/11",
        HoldMeeting(
            on=on("8/11"),
            attendance=tuple(Attended(person=one, state=_ON_THE_EIGHTH.get(one, Presence.PRESENT)) for one in MEMBERS),
            starts="15.30",
            place="Rumah ketua",
            chair=MEMBERS[0],
            minutes_by=MEMBERS[1],
            agenda="1. Laporan kas\n2. Tenda",
            conclusion="Kas cocok dengan buku.",
            decisions=("Sewa tenda naik menjadi Rp600.000", "Iuran IKS tetap"),
            follow_ups=(
                Task(text="Menjahit terpal yang sobek", person=MEMBERS[3], due=on("15/11")),
                Task(text="Menagih Toko Maju Contoh"),
            ),
        ),
    )
    hand.do("9/11", PlanMeeting(on=on("22/11"), starts="15.30", place="Balai RT 04", agenda="1. Laporan kas", chair=MEMBERS[0]))


@pytest.fixture(scope="session")
def meetings_book(plain_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book of these tests."""
    return further(plain_book, tmp_path_factory.mktemp("meetings"), write_meetings)


@pytest.fixture
def group(open_book: Opener, meetings_book: Path) -> Laptop:
    """The laptop with that book on it."""
    return open_book(meetings_book)
