"""Mawar Contoh, begun on 1 September 2026, with five million rupiah to lend. It is 22 November."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from kubebuku.app.office import Office
from kubebuku.books.closing.commands import BoxCounted, CloseMonth
from kubebuku.books.members.commands import AddMember, AddOutsider, AppointOfficer, MemberLeaves
from kubebuku.books.opening.commands import OpenBook, OpeningBox, OpeningLine, OpeningLoan
from kubebuku.books.savings_loan.commands import ApplyForLoan, LendMoney, PayInstalment, SetLendingRules, WriteOffLoan
from kubebuku.books.savings_loan.schedules import Method
from kubebuku.domain.entries import LoanId, PersonId
from kubebuku.ledger.book import NewBook, create_book
from tests.ui.written.hunafa import SEPTEMBER, Hand, on, rp

ANI, BUDI, GALIH, DEDI, EKA, FITRI = (PersonId(number) for number in range(1, 7))
LONG = "Siti Nurhaliza Rahmawati Putri Kusumaningtyas Contoh Panjang Sekali"
_NAMES = ("Ani Contoh", "Budi Contoh", "Galih Contoh", "Dedi Contoh", "Eka Contoh", LONG)
#: Loans of Budi (two of three instalments paid), Dedi (late since 20 October), of Warga (given up), and what Eka asks for.
OF_BUDI, OF_DEDI, OF_WARGA, OF_EKA = (LoanId(number) for number in range(1, 5))


def write_lender(path: Path, *, members: int = 6, lent: bool = True, crowd: bool = False, carried: bool = False) -> Path:
    """Members 1 to 6 (Galih has left), Warga Contoh from outside, 1 % jasa a month, three months."""
    made = create_book(path, NewBook("Mawar Contoh", on("1/9").replace(day=1), (), False, "0123456789abcdef0123456789abcdef"))
    with Office.open(made, who="Citra Contoh, bendahara") as office:
        hand = Hand(office)
        warga = _people(hand, members)
        boxes = (OpeningBox(box="1101", amount=rp("1.000.000")), OpeningBox(box="1102", amount=rp("5.000.000")))
        older = OpeningLoan(
            person=EKA, principal=rp("500.000"), rest=rp("333.000"), opened=on("15/8"), instalments_left=2, next_due=on("15/11")
        )
        lines = (OpeningLine(account="3120", amount=rp("6.000.000")),)
        hand.do("1/9", OpenBook(boxes=boxes, lines=lines, loans=(older,) if carried else ()))
        rules = SetLendingRules(
            since=on("1/9"), most=rp("600.000"), months=3, method=Method.FLAT, rate=Fraction(1, 100), decided="Rapat 1 September"
        )
        hand.do("1/9", rules)
        if lent:
            _lend(hand, warga)
        if crowd:
            for person in range(1, members + 1):
                if person != GALIH:
                    hand.do("2/11", LendMoney(on=on("2/11"), amount=rp("100.000"), person=PersonId(person)))
    return made


def _people(hand: Hand, members: int) -> PersonId:
    for number in range(1, members + 1):
        name = _NAMES[number - 1] if number <= len(_NAMES) else f"Anggota {number} Contoh"
        hand.do("1/9", AddMember(full_name=name, joined=on("1/9")))
    for role, person in (("ketua", ANI), ("bendahara", BUDI)):
        hand.do("1/9", AppointOfficer(person=person, role=role, since=on("1/9")))
    outsider = AddOutsider(full_name="Warga Contoh", address="RT 05")
    warga = PersonId(hand.do("1/9", outsider).made["person"])
    hand.do("2/9", MemberLeaves(person=GALIH, on=on("2/9"), reason="Pindah"))
    return warga


def _lend(hand: Hand, warga: PersonId) -> None:
    hand.do("3/9", LendMoney(on=on("3/9"), amount=rp("300.000"), person=BUDI, purpose="Modal warung"))
    hand.do("20/9", LendMoney(on=on("20/9"), amount=rp("600.000"), person=DEDI, purpose="Obat"))
    hand.do("21/9", LendMoney(on=on("21/9"), amount=rp("200.000"), person=warga, months=1))
    close = CloseMonth(
        month=SEPTEMBER,
        counts=(BoxCounted(box="1101", counted=rp("1.000.000")), BoxCounted(box="1102", counted=rp("3.900.000"))),
    )
    hand.do("30/9", close)
    for day in ("3/10", "3/11"):
        hand.do(day, PayInstalment(on=on(day), amount=rp("103.000"), loan=OF_BUDI))
    gone = WriteOffLoan(on=on("10/11"), loan=OF_WARGA, reason="Pindah tanpa kabar", decided="Rapat 8 November")
    hand.do("10/11", gone)
    asked = ApplyForLoan(on=on("15/11"), amount=rp("450.000"), person=EKA, purpose="Beli mesin jahit")
    hand.do("15/11", asked)
