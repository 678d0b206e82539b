"""A plausible year of Kube Hunafa Bersama: tents hired out, food cooked, the bank, advances, and mistakes mended.

Every figure is made up but for the aid (domain.md 1.8) and the group's own. Day by day, so that a date is never written
before it came.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from kubebuku.app.sample.chance import Chance
from kubebuku.books.cash.commands import (
    BankFee,
    BankInterest,
    GeneralPayment,
    GiveAdvance,
    MoveMoney,
    PaidByPerson,
    RepayPerson,
    SettleAdvance,
)
from kubebuku.books.enterprise.commands import BuyMaterials, CollectReceivable, PayUnitCost, Sale, TakeDeposit
from kubebuku.books.inventory.commands import BuyEquipment, Condition, Depreciate, RepairEquipment
from kubebuku.books.spec import Command
from kubebuku.domain.accounts import BANK, CASH, REFRESHMENTS, STATIONERY, TRANSPORT, WAGES
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import ItemId, PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying

_TENT_PLACES = (
    "hajatan RT 02",
    "hajatan RT 04",
    "Bu RW",
    "Pak RT 02",
    "kantor kelurahan",
    "langgar",
    "arisan RT 05",
    "langganan",
)
_MEALS = ("kotak arisan", "kotak rapat kelurahan", "kotak hajatan", "kotak pengajian")


@dataclass(frozen=True, kw_only=True)
class Mended:
    """A slip and its mending: `wrong` is written, then `right` takes its place."""

    wrong: Command
    right: Command


Act = Command | Mended


def is_meeting(day: date) -> bool:
    """Every second Sunday (domain.md 1.11): the boxes are counted and refreshments paid."""
    return day.isoweekday() == 7 and day.isocalendar().week % 2 == 0


@dataclass
class Year:
    """The acts of each day. `customers` and `members` are people of the book."""

    tents: UnitId
    catering: UnitId
    tent: ItemId
    customers: list[PersonId]
    members: list[PersonId]
    chance: Chance
    _later: dict[date, list[Act]] = field(default_factory=dict)

    def acts(self, day: date) -> Iterator[Act]:
        """What is written on `day`, receipts first."""
        yield from self._later.pop(day, ())
        yield from self._tents(day)
        yield from self._catering(day)
        yield from self._goods(day)
        yield from self._office(day)
        yield from self._bank(day)
        yield from self._people(day)

    def _later_on(self, day: date, act: Act) -> None:
        self._later.setdefault(day, []).append(act)

    def _tents(self, day: date) -> Iterator[Act]:
        if day.isoweekday() not in (4, 6) or not self.chance.happens(26, "tent", day):
            return
        size = self.chance.number(1, 3, "plong", day)
        price = Rupiah(750_000 * size - (50_000 if size > 1 else 0))
        where = self.chance.one(_TENT_PLACES, "where", day)
        words = f"Sewa tenda {size} plong, {where}"
        nota = f"ST-{day:%m%d}"
        if self.chance.happens(16, "credit", day):
            customer = self.chance.one(self.customers, "customer", day)
            yield Sale(on=day, description=words, amount=price, unit=self.tents, paying=Paying.LATER, person=customer, nota=nota)
            paid_on = day + timedelta(days=self.chance.number(9, 34, "paid", day))
            self._later_on(
                paid_on, CollectReceivable(on=paid_on, description=f"Pelunasan tenda, {where}", amount=price, person=customer)
            )
        else:
            yield Sale(on=day, description=words, amount=price, unit=self.tents, nota=nota)
        wage = Rupiah(100_000 * size)
        cost = PayUnitCost(
            on=day,
            description=f"Ongkos pasang tenda, {2 * size} orang",
            amount=wage,
            unit=self.tents,
            account=WAGES,
            nota=f"U-{day:%m%d}",
        )
        if self.chance.happens(6, "slip", day):
            slip = PayUnitCost(
                on=day, description=cost.description, amount=wage * 10, unit=self.tents, account=WAGES, nota=cost.nota
            )
            yield Mended(wrong=slip, right=cost)
        else:
            yield cost
        if self.chance.happens(45, "transport", day):
            yield PayUnitCost(
                on=day,
                description="Transport antar tenda",
                amount=Rupiah(75_000 * size),
                unit=self.tents,
                account=TRANSPORT,
                nota=f"T-{day:%m%d}" if self.chance.happens(85, "nota", day) else None,
            )

    def _catering(self, day: date) -> Iterator[Act]:
        if day.isoweekday() not in (2, 5, 7) or not self.chance.happens(28, "cook", day):
            return
        boxes = self.chance.number(2, 12, "boxes", day) * 10
        price = Rupiah(boxes * 22_000)
        meal = f"{boxes} {self.chance.one(_MEALS, 'meal', day)}"
        nota = f"CT-{day:%m%d}"
        if boxes < 100:
            yield Sale(on=day, description=f"Catering {meal}", amount=price, unit=self.catering, nota=nota)
            yield from self._cooking(day, boxes)
            return
        customer = self.chance.one(self.customers, "eater", day)
        deposit = Rupiah(int(price) // 200_000 * 100_000)
        served = day + timedelta(days=4)
        yield TakeDeposit(on=day, description=f"Uang muka catering {meal}", amount=deposit, person=customer, nota=nota)
        self._later_on(
            served,
            Sale(
                on=served,
                description=f"Pelunasan catering {meal}",
                amount=price,
                unit=self.catering,
                deposit=deposit,
                person=customer,
                nota=f"{nota}-2",
            ),
        )
        for cost in self._cooking(served, boxes):
            self._later_on(served, cost)

    def _cooking(self, day: date, boxes: int) -> Iterator[Act]:
        materials = Rupiah(-(-boxes * 12_500 // 5_000) * 5_000)
        cooks = max(2, boxes // 40)
        yield BuyMaterials(
            on=day, description="Belanja bahan catering", amount=materials, unit=self.catering, nota=f"B-{day:%m%d}"
        )
        yield PayUnitCost(
            on=day,
            description=f"Upah masak {cooks} orang",
            amount=Rupiah(50_000 * cooks),
            unit=self.catering,
            account=WAGES,
            nota=f"UM-{day:%m%d}",
        )

    def _office(self, day: date) -> Iterator[Act]:
        if is_meeting(day):
            yield GeneralPayment(
                on=day,
                description="Konsumsi rapat",
                amount=self.chance.amount(60_000, 95_000, 5_000, "snack", day),
                account=REFRESHMENTS,
                nota=f"K-{day:%m%d}",
            )
        if day.day in (3, 17):
            yield GeneralPayment(
                on=day,
                description="Fotokopi dan alat tulis",
                amount=self.chance.amount(12_000, 35_000, 1_000, "paper", day),
                account=STATIONERY,
            )
        if (day + timedelta(days=1)).day == 1:
            yield Depreciate(month=Month.of(day))

    def _goods(self, day: date) -> Iterator[Act]:
        if day.day == 12 and day.month % 3 == 0:
            mended = self.chance.amount(180_000, 390_000, 5_000, "mend", day)
            yield RepairEquipment(
                on=day,
                description="Jahit terpal dan tali tenda",
                amount=mended,
                item=self.tent,
                condition=Condition.GOOD,
                nota=f"P-{day:%m%d}",
            )
        if day.day == 20 and day.month == 5:
            yield BuyEquipment(
                on=day,
                description="Beli tenda plong baru",
                amount=Rupiah(6_500_000),
                label="Tenda plong, beli sendiri",
                number=f"INV-{day.year % 100}05",
                measure="set",
                unit=self.tents,
                place="Rumah bendahara",
                for_hire=True,
                life_months=96,
                nota=f"TB-{day:%m%d}",
            )

    def _bank(self, day: date) -> Iterator[Act]:
        if day.day == 16:
            amount = self.chance.amount(2_000_000, 3_500_000, 500_000, "deposit", day)
            yield MoveMoney(on=day, description="Setor ke bank", amount=amount, box=CASH, to_box=BANK)
        if (day + timedelta(days=1)).day == 1:
            interest = self.chance.amount(9_000, 24_000, 250, "interest", day)
            yield BankInterest(on=day, description="Jasa bank", amount=interest, tax=Rupiah(int(interest) // 5))
            yield BankFee(on=day, description="Administrasi bank", amount=Rupiah(5_000))

    def _people(self, day: date) -> Iterator[Act]:
        if day.day == 9:
            member = self.chance.one(self.members[3:12], "advance", day)
            taken = Rupiah(300_000)
            yield GiveAdvance(on=day, description="Panjar belanja gas dan air", amount=taken, person=member)
            spent = self.chance.amount(210_000, 290_000, 5_000, "spent", day)
            back = day + timedelta(days=2)
            self._later_on(
                back,
                SettleAdvance(
                    on=back,
                    description="Gas dan air, sisa panjar kembali",
                    person=member,
                    amount=spent,
                    account="5101",
                    unit=self.catering,
                    returned=taken - spent,
                    nota=f"G-{day:%m%d}",
                ),
            )
        if day.day == 21 and day.month % 2 == 0:
            member = self.chance.one(self.members[3:], "laid out", day)
            paid = self.chance.amount(40_000, 110_000, 5_000, "own money", day)
            yield PaidByPerson(
                on=day,
                description="Bensin mobil angkut, dibayar dulu",
                amount=paid,
                account=TRANSPORT,
                person=member,
                unit=self.tents,
                nota=f"BB-{day:%m%d}",
            )
            back = day + timedelta(days=4)
            self._later_on(back, RepayPerson(on=back, description="Ganti uang bensin", amount=paid, person=member))
