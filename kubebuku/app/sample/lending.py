"""A plausible year of loans: members and neighbours borrow at the meeting, most pay on the day, some late, one hardly at all.

Every figure is made up. The first rules are stricter; after half a year the group lends more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from kubebuku.app.sample.chance import Chance
from kubebuku.app.sample.hunafa import is_meeting
from kubebuku.books.savings_loan.commands import ApplyForLoan, LendMoney, PayInstalment, SetLendingRules
from kubebuku.books.savings_loan.schedules import Method, Terms, schedule
from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import LoanId, PersonId
from kubebuku.domain.money import Rupiah

RATE, COIN = Fraction(1, 100), 1000
#: Months after which the group lends more, and what it lends then.
RICHER_AFTER = 6
FIRST_MOST, FIRST_MONTHS, LATER_MOST, LATER_MONTHS = Rupiah(500_000), 3, Rupiah(750_000), 5
#: Loans that run at once, so that there is money for others.
MOST_RUNNING = 8
_PURPOSES = ("Modal jual kue", "Biaya sekolah", "Beli bibit ikan", "Modal warung", "Perbaikan rumah", "Obat keluarga")


def lending_rules(since: date, most: Rupiah, months: int) -> SetLendingRules:
    """The rules from that day on: jasa 1 % a month, flat, instalments of whole thousands."""
    return SetLendingRules(
        since=since,
        most=most,
        months=months,
        method=Method.FLAT,
        rate=RATE,
        round_to=COIN,
        decided=f"Rapat anggota {since:%d/%m/%Y}: peraturan peminjaman",
    )


@dataclass
class LendingYear:
    """The acts of each day. Loans of an otherwise empty book are numbered from 1."""

    opened: date
    members: list[PersonId]
    neighbours: list[PersonId]
    chance: Chance
    #: what is paid when, by loan
    _payments: dict[date, list[tuple[LoanId, Rupiah]]] = field(default_factory=dict)
    #: until when a borrower is busy with a loan; None: for good
    _busy: dict[PersonId, date | None] = field(default_factory=dict)
    _count: int = 0

    def acts(self, day: date) -> Iterator[Command]:
        """What is written on `day`, receipts first."""
        for loan, amount in self._payments.pop(day, ()):
            yield PayInstalment(on=day, amount=amount, loan=loan, nota=f"A-{day:%m%d}-{loan}")
        richer = Month.of(self.opened).plus(RICHER_AFTER).first
        if day == self.opened + timedelta(days=1):
            yield lending_rules(day, FIRST_MOST, FIRST_MONTHS)
        if day == richer:
            yield lending_rules(day, LATER_MOST, LATER_MONTHS)
        if is_meeting(day) and self.chance.happens(50, "lends", day):
            yield from self._lend(day, later=day >= richer)

    def _lend(self, day: date, *, later: bool) -> Iterator[Command]:
        running = [person for person, until in self._busy.items() if until is None or until >= day]
        free = [person for person in (*self.members[3:], *self.neighbours * 3) if person not in running]
        if len(running) >= MOST_RUNNING or not free:
            return
        person = self.chance.one(free, "borrower", day)
        amount = self.chance.amount(200_000, LATER_MOST if later else FIRST_MOST, 50_000, "amount", day)
        months = self.chance.number(2, LATER_MONTHS if later else FIRST_MONTHS, "months", day)
        self._count += 1
        yield LendMoney(
            on=day,
            amount=amount,
            person=person,
            months=months,
            purpose=self.chance.one(_PURPOSES, "purpose", day),
            decided=f"Rapat {day:%d/%m/%Y}: pinjaman disetujui",
            nota=f"PJ-{day:%m%d}",
        )
        self._plan(LoanId(self._count), person, Terms(amount, months, day, Method.FLAT, RATE, round_to=COIN))

    def _plan(self, loan: LoanId, person: PersonId, terms: Terms) -> None:
        """When it is paid: every fourth borrower some weeks late, every sixth stops after the first instalment."""
        stops, late = loan % 6 == 5, loan % 4 == 3
        lines = schedule(terms)
        for line in lines[:1] if stops else lines:
            paid = line.due + timedelta(days=self.chance.number(9, 40, "late", loan, line.no) if late else 0)
            self._payments.setdefault(paid, []).append((loan, line.payment))
            self._busy[person] = max(paid, self._busy.get(person) or paid)
        if stops:
            self._busy[person] = None

    def waiting(self, until: date) -> Command:
        """An application that waits for the next meeting."""
        person = next(one for one in reversed(self.members) if one not in self._busy)
        return ApplyForLoan(on=until, amount=Rupiah(400_000), person=person, months=3, purpose="Modal jahit")
