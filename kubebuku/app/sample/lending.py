"""A plausible year of loans: members and neighbours borrow at the meeting, most pay on the day, some late, one hardly at all.

Every figure is made up. The first rules are stricter; after half a year the group lends more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction

from kubebuku.app.sample.chance import Chance
from kubebuku.app.sample.decided import Decided
from kubebuku.app.sample.hunafa import is_meeting
from kubebuku.books.savings_loan.commands import ApplyForLoan, LendMoney, PayInstalment, SetLendingRules
from kubebuku.books.savings_loan.schedules import Method, Terms, schedule
from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import DecisionId, LoanId, PersonId
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


def _written(amount: Rupiah) -> str:
    """As it stands in Indonesian minutes, whatever language the program speaks: the same book each time."""
    return f"Rp{int(amount):,}".replace(",", ".")


@dataclass
class LendingYear:
    """The acts of each day. Loans of an otherwise empty book are numbered from 1."""

    opened: date
    members: list[PersonId]
    neighbours: list[PersonId]
    chance: Chance
    decided: Decided
    #: agreed by the last meeting, handed over the day after
    _agreed: dict[date, list[LendMoney]] = field(default_factory=dict)
    #: what is paid when, by loan
    _payments: dict[date, list[tuple[LoanId, Rupiah]]] = field(default_factory=dict)
    #: until when a borrower is busy with a loan; None: for good
    _busy: dict[PersonId, date | None] = field(default_factory=dict)
    _count: int = 0

    def acts(self, day: date) -> Iterator[Command]:
        """What is written on `day`, receipts first."""
        for loan, amount in self._payments.pop(day, ()):
            yield PayInstalment(on=day, amount=amount, loan=loan, nota=f"A-{day:%m%d}-{loan}")
        for lent in self._agreed.pop(day, ()):
            yield lent
            self._count += 1
            terms = Terms(lent.amount, lent.months or 1, day, Method.FLAT, RATE, round_to=COIN)
            self._plan(LoanId(self._count), lent.person, terms)
        richer = Month.of(self.opened).plus(RICHER_AFTER).first
        if day == self.opened + timedelta(days=1):
            yield lending_rules(day, FIRST_MOST, FIRST_MONTHS)
            self.decided.one()
        if day == richer:
            yield lending_rules(day, LATER_MOST, LATER_MONTHS)
            self.decided.one()
        if is_meeting(day) and self.chance.happens(62, "lends", day):
            self._propose(day, later=day >= richer)

    def borrowed(self, person: PersonId) -> bool:
        """Whether this member ever asked for a loan."""
        return person in self._busy

    def _propose(self, day: date, *, later: bool) -> None:
        """The meeting of the day agrees to a loan, which is handed over tomorrow."""
        running = [person for person, until in self._busy.items() if until is None or until >= day]
        free = [person for person in (*self.members[3:], *self.neighbours * 3) if person not in running]
        if len(running) >= MOST_RUNNING or not free:
            return
        person = self.chance.one(free, "borrower", day)
        amount = self.chance.amount(200_000, LATER_MOST if later else FIRST_MOST, 50_000, "amount", day)
        months = self.chance.number(2, LATER_MONTHS if later else FIRST_MONTHS, "months", day)
        after = day + timedelta(days=1)
        lent = LendMoney(
            on=after,
            amount=amount,
            person=person,
            months=months,
            purpose=self.chance.one(_PURPOSES, "purpose", day),
            nota=f"PJ-{after:%m%d}",
        )
        self._busy[person] = None

        def agreed(decision: DecisionId) -> None:
            self._agreed.setdefault(after, []).append(replace(lent, decision=decision))

        self.decided.propose(f"Pinjaman {_written(amount)} untuk {months} bulan disetujui: {lent.purpose}", agreed)

    def _plan(self, loan: LoanId, person: PersonId, terms: Terms) -> None:
        """When it is paid: every fourth borrower some weeks late, every sixth stops after the first instalment."""
        stops, late = loan % 6 == 5, loan % 4 == 3
        last = terms.start
        lines = schedule(terms)
        for line in lines[:1] if stops else lines:
            paid = line.due + timedelta(days=self.chance.number(9, 40, "late", loan, line.no) if late else 0)
            self._payments.setdefault(paid, []).append((loan, line.payment))
            last = max(last, paid)
        self._busy[person] = None if stops else last

    def waiting(self, until: date) -> Command:
        """An application that waits for the next meeting."""
        person = next(one for one in reversed(self.members) if one not in self._busy)
        return ApplyForLoan(on=until, amount=Rupiah(400_000), person=person, months=3, purpose="Modal jahit")
