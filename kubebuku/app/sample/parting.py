"""One member moves away towards the end of the practice year: savings are paid out, the number stays theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kubebuku.app.sample.lending import LendingYear
from kubebuku.books.leaving.commands import LeaveGroup
from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId

#: Months after which somebody leaves, and the day of that month: nothing laid out or handed out is open then.
LEAVES_AFTER, LEAVING_DAY = 8, 27


@dataclass
class Parting:
    """`members` is the list that all of the story shares: who has left is in it no longer."""

    opened: date
    members: list[PersonId]
    lending: LendingYear

    def acts(self, day: date) -> Iterator[Command]:
        """What is written on `day`: the last member without a loan says goodbye."""
        if day == Month.of(self.opened).plus(LEAVES_AFTER).first + timedelta(days=LEAVING_DAY - 1):
            person = next(one for one in reversed(self.members) if not self.lending.borrowed(one))
            self.members.remove(person)
            yield LeaveGroup(person=person, on=day, reason="Pindah ke kota lain")
