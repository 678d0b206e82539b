"""A plausible year of savings and IKS: what members bring to the meeting, what they take out, whom the fund helps.

Every figure is made up. Some members skip a meeting and bring double at the next one, so that there is somebody to remind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from kubebuku.app.sample.chance import Chance
from kubebuku.app.sample.decided import Decided
from kubebuku.app.sample.hunafa import is_meeting
from kubebuku.books.personal_savings.commands import DepositSavings, GiveSavingsFee, SetSavingsRule, WithdrawSavings
from kubebuku.books.solidarity.commands import GiveBenefit, SetAside, SetBenefit, SetSolidarityRule, TakeDues
from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah

PRINCIPAL, OBLIGATORY, DUES = Rupiah(50_000), Rupiah(10_000), Rupiah(2_000)
#: Jasa a year on the lowest balance of each month.
RATE = Fraction(3, 100)
#: Events for which the fund gives, with the most of each and whether outsiders may have it.
EVENTS = (("Sakit", 75_000, False), ("Melahirkan", 100_000, False), ("Meninggal", 150_000, True), ("Musibah", 100_000, True))
#: Savings are brought to the meeting in the first half of the month.
LAST_COLLECTING_DAY = 14
#: Months of work after which the profit surely carries a set-aside.
SETTLED = 2


def rules(opened: date) -> Iterator[Command]:
    """What the group has decided before the first day: savings, dues, and for which events it gives."""
    since = Month.of(opened)
    yield SetSavingsRule(since=since, principal=PRINCIPAL, obligatory=OBLIGATORY, fee_rate=RATE)
    yield SetSolidarityRule(since=since, amount=DUES)
    for event, ceiling, outsiders in EVENTS:
        yield SetBenefit(event=event, since=opened, ceiling=Rupiah(ceiling), outsiders=outsiders)


@dataclass
class SavingsYear:
    """The acts of each day. `outsider` is somebody of the neighbourhood; `events` are the kinds of benefits, as `EVENTS`."""

    opened: date
    members: list[PersonId]
    outsider: PersonId
    tents: UnitId
    chance: Chance
    decided: Decided
    events: tuple[int, ...] = (1, 2, 3, 4)
    #: months that each member owes
    _savings: dict[PersonId, int] = field(default_factory=dict)
    _dues: dict[PersonId, int] = field(default_factory=dict)
    _voluntary: dict[PersonId, int] = field(default_factory=dict)
    #: what of it was there at the beginning of the month and still is
    _kept: dict[PersonId, int] = field(default_factory=dict)
    _fund: int = 0

    def acts(self, day: date) -> Iterator[Command]:
        """What is written on `day`, receipts first."""
        if day.day == 1 or day == self.opened + timedelta(days=1):
            self._month_begins()
        if is_meeting(day) and day.day <= LAST_COLLECTING_DAY:
            yield from self._meeting(day)
            yield from self._set_aside(day)
        if day.day == 21:
            yield from self._benefit(day)
        if day.day == 24:
            yield from self._withdrawals(day)
        if (day + timedelta(days=1)).day == 1 and any(self._kept.get(member, 0) >= 1_000 for member in self.members):
            yield GiveSavingsFee(month=Month.of(day))

    def _month_begins(self) -> None:
        for owed in (self._savings, self._dues):
            for member in self.members:
                owed[member] = owed.get(member, 0) + 1
        self._kept = dict(self._voluntary)

    def _meeting(self, day: date) -> Iterator[Command]:
        for number, member in enumerate(self.members, start=1):
            # the last two come rarely
            if not self.chance.happens(35 if number > len(self.members) - 2 else 90, "comes", day, number):
                continue
            voluntary = Rupiah(0)
            if self.chance.happens(30, "saves", day, number):
                voluntary = self.chance.amount(5_000, 60_000, 5_000, "voluntary", day, number)
                self._voluntary[member] = self._voluntary.get(member, 0) + int(voluntary)
            months, self._savings[member] = self._savings[member], 0
            if months or voluntary:
                yield DepositSavings(on=day, person=member, obligatory=OBLIGATORY * months, voluntary=voluntary)
            if self._dues[member] and self.chance.happens(94, "dues", day, number):
                amount = DUES * self._dues[member]
                self._dues[member] = 0
                self._fund += int(amount)
                yield TakeDues(on=day, person=member, amount=amount)

    def _set_aside(self, day: date) -> Iterator[Command]:
        worked = day >= Month.of(self.opened).plus(SETTLED).first
        if worked and day.month % 3 == 0:
            yield SetAside(on=day, description="Sisihan hasil sewa tenda untuk IKS", amount=Rupiah(75_000), unit=self.tents)

    def _benefit(self, day: date) -> Iterator[Command]:
        if not self.chance.happens(55, "event", day):
            return
        which = self.chance.number(0, len(EVENTS) - 1, "which", day)
        _event, ceiling, outsiders = EVENTS[which]
        amount = self.chance.amount(50_000, ceiling, 25_000, "benefit", day)
        if self._fund < amount:
            return
        self._fund -= int(amount)
        person = (
            self.outsider if outsiders and self.chance.happens(40, "outsider", day) else self.chance.one(self.members, "who", day)
        )
        yield GiveBenefit(
            on=day,
            amount=amount,
            person=person,
            rule=self.events[which],
            decided=f"Musyawarah pengurus {day:%d/%m/%Y}",
            nota=f"TT-{day:%m%d}",
        )
        self.decided.one()

    def _withdrawals(self, day: date) -> Iterator[Command]:
        for number, member in enumerate(self.members, start=1):
            held = self._voluntary.get(member, 0)
            if held >= 40_000 and self.chance.happens(15, "takes out", day, number):
                amount = Rupiah(held // 2 // 5_000 * 5_000)
                self._voluntary[member] = held - int(amount)
                self._kept[member] = min(self._kept.get(member, 0), self._voluntary[member])
                yield WithdrawSavings(on=day, person=member, amount=amount)
