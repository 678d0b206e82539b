"""A member with a loan in arrears leaves: jasa and denda stand beside the loan before anything is written."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

from kubebuku.books.members.queries import PersonBalances
from kubebuku.books.savings_loan.commands import LendMoney, SetLendingRules
from kubebuku.books.savings_loan.rules import FineKind
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ui import places
from kubebuku.ui.books.members.leaving import LeavingPage
from tests.ui.hands.laptop import Opener

ANI = PersonId(1)


def test_unpaid_jasa_and_denda_are_seen_and_kept_back(open_book: Opener, savings_book: Path) -> None:
    laptop = open_book(savings_book)
    rules = SetLendingRules(
        since=date(2026, 11, 9),
        most=Rupiah(100_000),
        months=3,
        method=Method.FLAT,
        rate=Fraction(4, 100),
        every=Every.WEEK,
        fine=FineKind.FIXED,
        fine_amount=Rupiah(500),
        decided="Rapat 8 November",
    )
    lent = LendMoney(on=date(2026, 11, 9), amount=Rupiah(20_000), person=ANI, months=1, decided="Rapat 8 November")
    for command in (rules, lent):
        laptop.window.session.run(laptop.window, command, lambda _outcome: None)
        laptop.settle()
    laptop.window.go(places.Leaving(person=1))
    laptop.settle()
    assert isinstance(laptop.page, LeavingPage)
    words = laptop.reads()
    assert "P/2026/001\nRp20.000" in words
    assert "Jasa Pinjaman, P/2026/001" in words
    assert "Denda, P/2026/001\nRp500" in words
    laptop.press("Selesaikan dan keluar")
    laptop.at("reason")
    laptop.type("Pindah ke Barabai")
    laptop.save()
    assert laptop.ask(PersonBalances(1)) == ()
