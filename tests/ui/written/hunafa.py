"""The book that the tests of the pages look at: Hunafa Contoh, begun on 1 September 2026, two months closed, written up to today.

It is 22 November 2026. Written once in a session with the real commands, then copied for each test.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kubebuku.app.office import Moment, Office
from kubebuku.books.cash.commands import BankInterest, CountBox, GeneralPayment, GiveAdvance, MoveMoney
from kubebuku.books.closing.commands import BoxCounted, CloseMonth
from kubebuku.books.enterprise.aid_commands import ReceiveAid
from kubebuku.books.enterprise.commands import BuyMaterials, PayUnitCost, Sale, TakeDeposit
from kubebuku.books.group.commands import SetGroup
from kubebuku.books.members.commands import AddMember, AddOutsider, AppointOfficer
from kubebuku.books.mending.commands import Amend, KeepPending
from kubebuku.books.opening.commands import OpenBook, OpeningBox, OpeningLine, OpeningSavings
from kubebuku.books.spec import Command, Outcome
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying
from kubebuku.ledger.book import NewBook, create_book

TENTS, CATERING = UnitId(2), UnitId(3)
SEPTEMBER, OCTOBER, NOVEMBER = Month(2026, 9), Month(2026, 10), Month(2026, 11)

_FIRST = ("Ani", "Budi", "Citra", "Dedi", "Eka", "Fitri", "Galih", "Hasna", "Irfan", "Juwita", "Kamal")
_LONG = "Siti Nurhaliza Rahmawati Putri Kusumaningtyas Contoh Panjang Sekali"


class Hand:
    """A treasurer's hand: each act on its own day, recorded in the afternoon."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.minute = 0

    def do(self, day: str, command: Command) -> Outcome:
        """Carry out `command` on ``12/11`` of 2026, as today."""
        number, month = day.split("/")
        today = date(2026, int(month), int(number))
        self.minute = (self.minute + 7) % 60
        self.office.moment = Moment(today, f"{today.isoformat()}T08:{self.minute:02d}:00Z")
        return self.office.run(command)


def on(day: str) -> date:
    """``12/11`` of 2026."""
    number, month = day.split("/")
    return date(2026, int(month), int(number))


def rp(text: str) -> Rupiah:
    """``1.500.000``."""
    return Rupiah(int(text.replace(".", "")))


def write_book(
    path: Path, *, members: int = 12, practice: bool = False, decided: Callable[[Hand], object] = lambda _hand: None
) -> Path:
    """Write the whole book to `path`; with `members` 33 long names and two people of one name are among them.

    `decided` writes the rules of the group, on its first day.
    """
    new = NewBook("Hunafa Contoh", date(2026, 9, 1), ("Sewa tenda", "Catering"), practice, "0123456789abcdef0123456789abcdef")
    made = create_book(path, new)
    with Office.open(made, who="Citra Contoh, bendahara") as office:
        hand = Hand(office)
        people = _people(hand, members)
        _opening(hand, people)
        decided(hand)
        _september(hand)
        _october(hand)
        _november(hand, people)
    return made


def further(book: Path, folder: Path, write: Callable[[Hand], object]) -> Path:
    """A copy of `book` in which more was written."""
    copy = Path(shutil.copyfile(book, folder / "buku.kubebuku"))
    with Office.open(copy, who="Citra Contoh, bendahara") as office:
        write(Hand(office))
    return copy


def _people(hand: Hand, members: int) -> list[PersonId]:
    found = []
    for number in range(1, members + 1):
        name = f"{_FIRST[(number - 1) % 11]} Contoh" if number != 7 else _LONG
        command = AddMember(
            full_name=name,
            joined=on("1/9"),
            sex="P" if number % 2 else "L",
            birth_place="Banjarmasin",
            birth_date=date(1975 + number % 20, 1 + number % 12, 1 + number % 28),
            occupation="Pedagang",
            neighbourhood=f"RT {number % 5 + 1:02d}/02",
            phone=f"0812 3456 {7000 + number}",
        )
        found.append(PersonId(hand.do("1/9", command).made["person"]))
    for role, person in zip(("ketua", "sekretaris", "bendahara"), found, strict=False):
        hand.do("1/9", AppointOfficer(person=person, role=role, since=on("1/9")))
    found.append(PersonId(hand.do("1/9", AddOutsider(full_name="Toko Maju Contoh", address="Pasar Lama")).made["person"]))
    hand.do("1/9", SetGroup(group="Hunafa Contoh", city="Banjarmasin", village="Kelurahan Contoh", companion="Wawan Contoh"))
    return found


def _opening(hand: Hand, people: list[PersonId]) -> None:
    savings = tuple(OpeningSavings(person=one, principal=rp("50.000"), voluntary=rp("120.000")) for one in people[:5])
    boxes = (
        OpeningBox(box="1101", amount=rp("6.480.000")),
        OpeningBox(box="1102", amount=rp("8.400.000")),
        OpeningBox(box="1103", amount=rp("1.250.000")),
        OpeningBox(box="1110", amount=rp("51.500.000")),
    )
    lines = (
        OpeningLine(account="3110", amount=rp("30.000.000"), unit=TENTS),
        OpeningLine(account="3120", amount=rp("36.780.000")),
    )
    hand.do("1/9", OpenBook(boxes=boxes, savings=savings, lines=lines))


def _september(hand: Hand) -> None:
    hand.do("9/9", _hire("9/9", "Sewa tenda 1 plong, kantor lurah", "1.350.000"))
    hand.do("12/9", _pay("12/9", "Ongkos pasang tenda", "400.000", TENTS, "5102"))
    hand.do("20/9", _sell("20/9", "Catering kantor 60 kotak", "1.500.000"))
    hand.do("20/9", _materials("20/9", "Belanja bahan catering", "1.900.000"))
    _close(hand, "30/9", SEPTEMBER, {"1101": "7.030.000", "1102": "8.400.000", "1103": "1.250.000", "1110": "51.500.000"})


def _october(hand: Hand) -> None:
    hand.do("3/10", _hire("3/10", "Sewa tenda dan 50 kursi, Bu RW", "1.620.000"))
    hand.do("10/10", _sell("10/10", "Catering arisan 40 kotak", "1.180.000"))
    hand.do("12/10", _materials("12/10", "Belanja ayam dan beras", "615.000"))
    _close(hand, "31/10", OCTOBER, {"1101": "9.215.000", "1102": "8.400.000", "1103": "1.250.000", "1110": "51.500.000"})


def _november(hand: Hand, people: list[PersonId]) -> None:
    hand.do("2/11", _hire("2/11", "Sewa tenda 2 plong, hajatan RT 04", "1.500.000"))
    hand.do("3/11", _pay("3/11", "Ongkos pasang tenda, 4 orang", "400.000", TENTS, "5102"))
    hand.do(
        "5/11", TakeDeposit(on=on("5/11"), description="Uang muka catering 150 kotak", amount=rp("1.800.000"), person=people[4])
    )
    hand.do("6/11", _materials("6/11", "Belanja bahan catering", "2.150.000"))
    deposit, whole = rp("1.800.000"), rp("4.050.000")
    served = Sale(
        on=on("7/11"), description="Pelunasan catering 150 kotak", amount=whole, unit=CATERING, deposit=deposit, person=people[4]
    )
    hand.do("7/11", served)
    wrong = hand.do("8/11", _pay("8/11", "Upah masak 5 orang", "5.000.000", CATERING, "5102"))
    right = _pay("8/11", "Upah masak 5 orang", "500.000", CATERING, "5102")
    hand.do("8/11", Amend(entry=EntryId(wrong.entry or 0), replacement=right))
    for box, amount in (("1101", "11.715.000"), ("1102", "8.400.000"), ("1110", "51.500.000")):
        hand.do("8/11", CountBox(on=on("8/11"), counted=rp(amount), box=box))
    hand.do("10/11", _hire("10/11", "Sewa tenda 1 plong dan 100 kursi", "900.000"))
    hand.do("12/11", _pay("12/11", "Beli tali dan terpal cadangan", "385.000", TENTS, "5108"))
    hand.do("14/11", _pay("14/11", "Transport antar tenda", "150.000", TENTS, "5103"))
    hand.do("16/11", MoveMoney(on=on("16/11"), description="Pindah ke Bank", amount=rp("1.000.000")))
    hand.do("17/11", BankInterest(on=on("17/11"), description="Jasa bank Oktober", amount=rp("41.000"), tax=rp("8.200")))
    credit = Sale(
        on=on("18/11"),
        description="Sewa kursi, dibayar bulan depan",
        amount=rp("250.000"),
        unit=TENTS,
        paying=Paying.LATER,
        person=people[-1],
    )
    hand.do("18/11", credit)
    hand.do("19/11", _sell("19/11", "Catering arisan 41 kotak", "1.025.000"))
    aid = ReceiveAid(
        on=on("19/11"), description="Bantuan kota", amount=rp("5.000.000"), programme="BLPS", unit=TENTS, year=2026, box="1110"
    )
    hand.do("19/11", aid)
    hand.do("20/11", _general("20/11", "Konsumsi rapat 22 November", "85.000"))
    advance = GiveAdvance(on=on("20/11"), description="Panjar belanja gas", amount=rp("200.000"), person=people[3])
    hand.do("20/11", advance)
    too_much = _general("21/11", "Beli genset", "95.000.000")
    hand.do("21/11", KeepPending(command=too_much))


def _hire(day: str, what: str, amount: str) -> Sale:
    return Sale(on=on(day), description=what, amount=rp(amount), unit=TENTS)


def _sell(day: str, what: str, amount: str) -> Sale:
    return Sale(on=on(day), description=what, amount=rp(amount), unit=CATERING)


def _materials(day: str, what: str, amount: str) -> BuyMaterials:
    return BuyMaterials(on=on(day), description=what, amount=rp(amount), unit=CATERING, nota="17/A")


def _pay(day: str, what: str, amount: str, unit: UnitId, account: str) -> PayUnitCost:
    return PayUnitCost(on=on(day), description=what, amount=rp(amount), unit=unit, account=account)


def _general(day: str, what: str, amount: str) -> GeneralPayment:
    return GeneralPayment(on=on(day), description=what, amount=rp(amount), account="5105")


def _close(hand: Hand, day: str, month: Month, counts: dict[str, str]) -> None:
    counted = tuple(BoxCounted(box=box, counted=rp(amount)) for box, amount in counts.items())
    hand.do(day, CloseMonth(month=month, counts=counted))
