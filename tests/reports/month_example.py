"""A practice group's October 2026, small enough to be reckoned by hand: every kind of thing that a report must show."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import insert, update

from kubebuku.app.office import Moment, Office
from kubebuku.books.cash.commands import GiveAdvance, MoveMoney
from kubebuku.books.enterprise.aid_commands import ReceiveAid
from kubebuku.books.enterprise.commands import BuyMaterials, PayUnitCost, Sale
from kubebuku.books.inventory.commands import Condition, ListEquipment, Source
from kubebuku.books.inventory.tables import equipment
from kubebuku.books.members.commands import AddMember, AddOutsider, AppointOfficer
from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying
from kubebuku.ledger import settings, tables
from kubebuku.ledger.book import NewBook, create_book
from kubebuku.ledger.closings import Count
from kubebuku.ledger.work import Work
from tests.builders import Books

SAVINGS_LOAN, TENTS, CATERING = UnitId(1), UnitId(2), UnitId(3)
OCTOBER = Month(2026, 10)


class Example(Books):
    """A book whose clock stands where the story is."""

    people: dict[str, PersonId]
    struck: EntryId

    def at(self, day: date) -> None:
        """It is noon in Banjarmasin on that day."""
        self.office.moment = Moment(day, f"{day.isoformat()}T04:00:00Z")

    def run(self, command: Command, *, written: date | None = None) -> EntryId:
        """Carry out a command on its own day, or on the day it was `written`."""
        self.at(written or command.on)  # type: ignore[attr-defined]
        outcome = self.office.run(command)
        return EntryId(outcome.entry or 0)

    def replace(self, entry: EntryId, reason: str, command: Command, *, on: date | None = None) -> EntryId:
        """*Ubah*: the old entry struck out, another written in its place."""

        def act(work: Work) -> int:
            work.strike_out(entry, reason, on=on)
            new = work.carry_out(command).entry
            work.connection.execute(update(tables.act).where(tables.act.c.entry == new).values(replaces=entry))
            return int(new)

        return EntryId(self.office.write(act))


@contextmanager
def october(folder: Path, *, closed: bool = True, practice: bool = True, members: int = 10) -> Iterator[Example]:
    """Hunafa Bersama, begun on 1 September 2026, with an October full of things; September is closed, October if asked."""
    new = NewBook(
        name="Hunafa Bersama", opened=date(2026, 9, 1), units=("Sewa tenda", "Catering"), practice=practice, book_id="ab" * 16
    )
    path = create_book(folder / "hunafa", new)
    with Office.open(path, who="Citra Contoh") as office:
        book = Example(office)
        book.at(date(2026, 9, 1))
        identity(book, members)
        september(book)
        book.at(date(2026, 10, 2))
        book.close("2026-09", counts={"1101": Count(Rupiah(6_330_000), Rupiah(6_330_000))})
        written_in_october(book)
        book.at(date(2026, 11, 3))
        if closed:
            book.close(
                "2026-10",
                counts={
                    "1101": Count(Rupiah(5_733_000), Rupiah(5_733_000)),
                    "1102": Count(Rupiah(8_210_000), Rupiah(8_200_000), "Uang kembalian Rp10.000 belum dicatat"),
                    "1110": Count(Rupiah(31_000_000), None, "Buku tabungan sedang di bank"),
                },
            )
        yield book


def identity(book: Example, members: int) -> None:
    """Who the group is, its officers and members."""
    values = {
        "founded": 2007,
        "neighbourhood": "RT 04",
        "village": "Kelurahan Contoh",
        "district": "Kecamatan Contoh",
        "city": "Kota Banjarmasin",
        "bank_name": "BRI",
        "bank_account": "0021-01-000000-00-0",
        "companion": "Wawan Contoh",
        "icon": "tenda",
    }

    def write(work: Work) -> None:
        work.connection.execute(update(tables.kube).values(values))
        settings.write(work.connection, "village_head_signs", value=True)

    book.office.write(write)
    book.people = {}
    names = ("Ani", "Budi", "Citra", "Dedi", "Eka", "Fitri", "Gita", "Hana", "Ida", "Jaya")
    for number in range(1, members + 1):
        first = names[number - 1] if number <= len(names) else f"Nur Rahmawati Putri Kusumawardhini {number}"
        outcome = book.office.run(AddMember(full_name=f"{first} Contoh", joined=date(2026, 9, 1)))
        book.people[first] = PersonId(outcome.made["person"])
    for role, name in (("ketua", "Ani"), ("sekretaris", "Budi"), ("bendahara", "Citra")):
        book.office.run(AppointOfficer(person=book.people[name], role=role, since=date(2026, 9, 1)))
    for name in ("Toko Contoh", "Pak RT Contoh"):
        outcome = book.office.run(AddOutsider(full_name=name))
        book.people[name.split(" Contoh")[0]] = PersonId(outcome.made["person"])


def september(book: Example) -> None:
    """The opening, and one month of little work."""
    people = book.people
    loan = book.loan("PJ-1", people["Eka"], 300_000)
    item = book.item("Tenda 4 x 6", 12_000_000)
    assert (loan, item) == (1, 1)
    tent = {"item": item, "unit": TENTS, "source": "opening", "place": "Rumah Ani", "life_months": 60, "for_hire": 1}
    book.office.write(lambda work: work.connection.execute(insert(equipment).values(tent)))
    book.post(
        "2026-09-01 | Saldo awal | 1101 6.000.000 | 1102 8.000.000 | 1103 1.300.000 | 1130 300.000 &eka #PJ-1"
        " | 1201 12.000.000 !Tenda | 1209 -2.400.000 !Tenda | 2110 -1.500.000 &ani | 2120 -1.318.000"
        " | 3101 -500.000 &ani | 3102 -2.200.000 &budi | 3110 -15.000.000 @Simpan | 3120 -4.000.000 @tenda | 3190 -682.000",
        kind="opening",
    )
    day = date(2026, 9, 12)
    book.run(Sale(on=day, description="Sewa tenda 1 plong, RT 02", amount=Rupiah(750_000), unit=TENTS))
    book.run(
        PayUnitCost(on=day, description="Ongkos pasang tenda", amount=Rupiah(200_000), unit=TENTS, account="5102", nota="17")
    )
    day = date(2026, 9, 20)
    book.run(BuyMaterials(on=day, description="Belanja ayam dan beras", amount=Rupiah(220_000), unit=CATERING, nota="A-31"))
    book.at(day)
    book.post("2026-09-20 | Angsuran Eka | 1102 110.000 | 1130 -100.000 &eka #PJ-1 | 4102 -10.000 @Simpan", kind="instalment")


def written_in_october(book: Example) -> None:
    """Sales, costs, a move, a loan, aid, a struck entry with its replacement, a late one, and a correction of September."""
    people, run = book.people, book.run

    def sale(day: int, what: str, amount: int, unit: UnitId, **more: Any) -> Command:
        return Sale(on=date(2026, 10, day), description=what, amount=Rupiah(amount), unit=unit, **more)

    def cost(day: int, what: str, amount: int, unit: UnitId, account: str, **more: Any) -> Command:
        return PayUnitCost(on=date(2026, 10, day), description=what, amount=Rupiah(amount), unit=unit, account=account, **more)

    run(sale(1, "Sewa tenda 1 plong, RT 02", 750_000, TENTS))
    run(sale(1, "Sewa kursi 50 buah, Bu RW", 150_000, TENTS))
    book.at(date(2026, 10, 2))
    book.post("2026-10-02 | Fotokopi dan alat tulis | 5104 27.000 | 1101 -27.000", kind="payment")
    run(sale(3, "Catering arisan, kantor", 640_000, CATERING, paying=Paying.PART, paid=Rupiah(400_000), person=people["Pak RT"]))
    run(
        BuyMaterials(
            on=date(2026, 10, 4), description="Belanja ayam dan beras", amount=Rupiah(590_000), unit=CATERING, nota="A-44"
        )
    )
    run(cost(5, "Upah masak", 150_000, CATERING, "5102", nota="18"))
    run(
        ReceiveAid(
            on=date(2026, 10, 7),
            description="Bantuan BLPS diterima lewat BRI",
            amount=Rupiah(30_000_000),
            programme="BLPS",
            unit=TENTS,
            half_to_savings_loan=True,
            box="1110",
            giver=people["Toko"],
        )
    )
    book.at(date(2026, 10, 9))
    book.post("2026-10-09 | Simpanan wajib rapat | 1102 100.000 | 3102 -60.000 &ani | 3102 -40.000 &budi", kind="savings")
    book.post("2026-10-09 | Iuran IKS rapat | 1103 66.000 | 2120 -66.000 &ani", kind="dues")
    run(
        BuyMaterials(
            on=date(2026, 10, 10),
            description="Gas dan bumbu, belum dibayar",
            amount=Rupiah(180_000),
            unit=CATERING,
            paying=Paying.LATER,
            person=people["Toko"],
        )
    )
    run(GiveAdvance(on=date(2026, 10, 12), description="Panjar belanja terpal", amount=Rupiah(300_000), person=people["Dedi"]))
    run(MoveMoney(on=date(2026, 10, 14), description="Setor ke bank", amount=Rupiah(1_000_000), box="1101", to_box="1110"))
    book.struck = run(cost(16, "Upah masak", 1_500_000, CATERING, "5102", nota="19"))
    book.at(date(2026, 10, 17))
    book.replace(book.struck, "Salah nol", cost(16, "Upah masak", 150_000, CATERING, "5102", nota="19"))
    run(cost(6, "Transport antar tenda", 75_000, TENTS, "5103"), written=date(2026, 10, 20))
    book.at(date(2026, 10, 21))
    correct_september(book)
    book.at(date(2026, 10, 23))
    book.office.run(
        ListEquipment(
            on=date(2026, 10, 23),
            label="Kursi plastik",
            quantity=50,
            measure="buah",
            unit=TENTS,
            price=Rupiah(2_500_000),
            source=Source.GIVEN,
            condition=Condition.LIGHT,
            place="Balai RW",
        )
    )
    run(sale(28, "Sewa tenda 1 plong, kantor", 375_000, TENTS))


def correct_september(book: Example) -> None:
    """The materials of 20 September had cost 20.000 less; September is closed, so both stand in October."""
    wrong = EntryId(4)
    right = BuyMaterials(
        on=date(2026, 10, 21),
        description="Belanja ayam dan beras 20/9, yang benar",
        amount=Rupiah(200_000),
        unit=CATERING,
        nota="A-31",
    )
    book.replace(wrong, "Koreksi BKK/2026/0002: harga salah", right, on=date(2026, 10, 21))
