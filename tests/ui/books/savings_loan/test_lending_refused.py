"""What cannot be lent or repaid is said at its field, with the ways out."""

from __future__ import annotations

from datetime import date

from kubebuku.books.members.commands import MemberLeaves
from kubebuku.books.savings_loan.commands import Excess
from kubebuku.books.savings_loan.queries import Loans
from kubebuku.domain.entries import LoanId
from kubebuku.ui import places
from tests.ui.books.savings_loan.hands import card, look, pick, refused_at, split, write
from tests.ui.hands.laptop import Laptop
from tests.ui.hands.tables import column
from tests.ui.written.lending import ANI, DEDI, EKA, GALIH, OF_BUDI, OF_EKA, OF_WARGA


def lend(laptop: Laptop, amount: str, person: int) -> None:
    laptop.press("Beri pinjaman")
    laptop.type(amount)
    pick(laptop, "person", person)


def test_nobody_who_left_borrows(lending: Laptop) -> None:
    lending.window.go(places.LoanForm(form="lend", values={"person": GALIH}))
    lending.settle()
    lending.type("100000")
    lending.save()
    assert refused_at(lending) == "person", "who left stands in no list of borrowers"
    assert len(lending.ask(Loans()).rows) == 2


def test_who_asked_and_then_left_gets_no_loan(lending: Laptop) -> None:
    lending.window.session.run(lending.window, MemberLeaves(person=EKA, on=date(2026, 11, 20), reason="Pindah"))
    lending.settle()
    look(lending, OF_EKA)
    lending.press("Setujui")
    write(lending, "decided", "Rapat 22 November")
    lending.save()
    lending.press("Serahkan uang")
    lending.save()
    assert "Eka Contoh sudah keluar" in lending.reads()
    assert refused_at(lending) == "loan"


def test_more_than_the_highest_loan_is_refused_at_the_amount_with_two_ways_out(lending: Laptop) -> None:
    lend(lending, "900000", ANI)
    lending.save()
    assert refused_at(lending) == "amount"
    assert "Pinjaman tertinggi Rp600.000" in lending.reads()
    lending.press("Rapat memutuskan lain")
    assert lending.entry("exception").widget.isVisible(), "the field that was folded away"
    lending.at("amount")
    lending.save()
    lending.press("Tulis Rp600.000")
    lending.save()
    assert card(lending, LoanId(5)).row.principal == 600_000


def test_the_meeting_may_lend_more(lending: Laptop) -> None:
    lend(lending, "900000", ANI)
    lending.save()
    lending.press("Rapat memutuskan lain")
    write(lending, "exception", "Biaya rumah sakit")
    write(lending, "decided", "Rapat 22 November")
    lending.save()
    assert card(lending, LoanId(5)).exception == "Biaya rumah sakit"
    assert "Menyimpang dari aturan karena: Biaya rumah sakit" in lending.reads()


def test_a_second_loan_is_refused_at_the_borrower(lending: Laptop) -> None:
    lend(lending, "100000", DEDI)
    lending.save()
    assert refused_at(lending) == "person"


def test_more_than_lies_in_the_box_is_refused_at_the_box(lending: Laptop) -> None:
    lend(lending, "9000000", ANI)
    lending.entry("exception").put("Beli perahu bersama")
    write(lending, "decided", "Rapat 22 November")
    lending.save()
    if "Tetap simpan" in lending.words_of_buttons():
        lending.press("Tetap simpan")
    assert refused_at(lending) in ("box", "amount")
    assert "tidak cukup" in lending.reads()
    assert len(lending.ask(Loans()).rows) == 2


def test_an_instalment_on_a_loan_that_is_paid_off(lending: Laptop) -> None:
    look(lending, OF_BUDI)
    lending.press("Terima angsuran")
    split(lending)
    lending.save()
    lending.window.go(places.LoanForm(form="instalment", values={"loan": OF_BUDI}))
    lending.settle()
    write(lending, "amount", "50000")
    lending.save()
    assert refused_at(lending) == "loan"
    assert "lunas pada 22 November 2026" in lending.reads()


def test_too_much_is_refused_and_may_go_into_savings(lending: Laptop) -> None:
    look(lending, OF_BUDI)
    lending.press("Terima angsuran")
    split(lending)
    write(lending, "amount", "200000")
    lending.save()
    assert refused_at(lending) == "amount"
    lending.press("Masukkan lebihnya ke simpanan")
    assert lending.entry("excess").read() is Excess.SAVINGS
    lending.save()
    assert card(lending, OF_BUDI).state == "paid"


def test_too_much_of_a_neighbour_is_written_as_what_is_owed(lending: Laptop) -> None:
    page = look(lending, OF_WARGA)
    assert column(page.plan, "state") == ["Dihapus"]
    assert "Sejak itu belum ada yang masuk." in lending.reads()
    lending.press("Terima uangnya")
    write(lending, "amount", "500000")
    lending.save()
    assert refused_at(lending) == "amount"
    write(lending, "amount", "80000")
    lending.save()
    assert "Sesudah itu masih masuk Rp80.000." in lending.reads()


def test_nothing_is_paid_before_the_money_was_handed_over(lending: Laptop) -> None:
    look(lending, OF_BUDI)
    lending.press("Terima angsuran")
    split(lending)
    lending.entry("on").widget.set_value(date(2026, 9, 2))
    lending.save()
    assert refused_at(lending) == "on"
