"""One loan from the application to the last instalment, by keys and clicks; how it is decided, changed, given up."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kubebuku.books.savings_loan.queries import Applications
from kubebuku.i18n import rupiah
from kubebuku.ui.books.savings_loan.form_page import LoanFormPage
from kubebuku.ui.books.savings_loan.preview import NewPlanCard, ScheduleCard, SplitCard
from tests.ui.books.savings_loan.hands import card, look, pick, refused_at, shown, split, write
from tests.ui.hands.laptop import Laptop
from tests.ui.hands.tables import choose, column
from tests.ui.written.lending import ANI, EKA, OF_BUDI, OF_DEDI, OF_EKA


def schedule(laptop: Laptop) -> ScheduleCard:
    """The instalments beside the form, once they are reckoned."""
    found = laptop.page.findChild(ScheduleCard)
    assert isinstance(found, ScheduleCard)
    laptop.until(lambda: found.shown is not None)
    laptop.settle()
    return found


def test_a_loan_from_the_application_to_the_last_instalment(lending: Laptop) -> None:
    lending.press("Permohonan pinjaman")
    lending.type("300000")
    pick(lending, "person", ANI)
    beside = schedule(lending)
    assert beside.shown is not None
    assert beside.shown.total == 309_000
    assert "3 kali Rp103.000" in lending.reads()
    write(lending, "purpose", "Modal kue")
    lending.save()
    assert "Ani Contoh" in lending.reads()
    assert "Rapat belum memutuskan permohonan ini" in lending.reads()
    asked = next(row for row in lending.ask(Applications()) if row.name == "Ani Contoh")

    lending.press("Setujui")
    write(lending, "decided", "Rapat 22 November, semua setuju")
    lending.save()
    assert "Disetujui pada 22 November 2026" in lending.reads()

    assert lending.window.focusWidget() is lending.button("Serahkan uang"), "the next step is at hand"
    lending.enter()
    lending.save()
    assert "Urungkan" in lending.words_of_buttons()
    assert "Cetak kwitansi" in lending.words_of_buttons()
    assert card(lending, asked.loan).state == "running"
    assert column(shown(lending).plan, "due") == ["22/12/26", "22/01/27", "22/02/27"]

    lending.press("Terima angsuran")
    assert split(lending).shown is not None
    assert lending.entry("amount").read() == 103_000, "the next instalment is filled in"
    lending.type("300000")
    assert lending.entry("amount").read() == 300_000, "what is typed takes the place of what was filled in"
    lending.until(lambda: "Rp0" in lending.reads())
    lending.save()
    assert card(lending, asked.loan).state == "paid", "paid off on the day it was lent: no jasa"
    assert "Lunas" in [chip.spec.text for chip in (shown(lending).chip,)]
    assert "Terima angsuran" not in lending.words_of_buttons()


def test_an_instalment_begins_with_what_is_due_and_shows_where_it_goes(lending: Laptop) -> None:
    look(lending, OF_DEDI)
    assert "Angsuran ke-1 lewat 33 hari" in lending.reads()
    assert "Tagihan sekarang Rp412.000: pokok Rp400.000 dan jasa Rp12.000." in lending.reads()
    lending.press("Terima angsuran")
    assert isinstance(lending.page, LoanFormPage)
    found = split(lending).shown
    assert found is not None
    assert (lending.entry("amount").read(), found.fee, found.principal, found.rest) == (412_000, 12_000, 400_000, 200_000)
    write(lending, "amount", "6000")
    beside = split(lending)
    lending.until(lambda: beside.shown is not None and beside.shown.fee == 6_000 and beside.shown.principal == 0)
    lending.key(Qt.Key.Key_Escape)
    assert lending.door.said[-1] == "Tinggalkan tanpa menyimpan?"


def test_an_amount_somebody_wrote_stays_when_the_loan_is_chosen(lending: Laptop) -> None:
    lending.press("Terima angsuran")
    lending.type("50000")
    pick(lending, "loan", OF_DEDI)
    assert split(lending).shown is not None
    assert lending.entry("amount").read() == 50_000
    lending.save()
    assert card(lending, OF_DEDI).row.rest == 562_000, "12.000 of it were jasa"


def test_a_payment_is_undone_from_the_strip(lending: Laptop) -> None:
    look(lending, OF_BUDI)
    lending.press("Terima angsuran")
    split(lending)
    lending.save()
    assert card(lending, OF_BUDI).row.rest == 0
    lending.door.answers.append(True)
    lending.press("Urungkan")
    assert card(lending, OF_BUDI).row.rest == 100_000
    assert "Sisa Rp100.000" in lending.reads()


def test_a_loan_is_given_on_the_spot_by_a_decision(lending: Laptop) -> None:
    lending.press("Beri pinjaman")
    lending.type("600000")
    pick(lending, "person", ANI)
    write(lending, "months", "2")
    beside = schedule(lending)
    lending.until(lambda: beside.shown is not None and len(beside.shown.lines) == 2)
    write(lending, "decided", "Rapat 22 November")
    lending.save()
    assert "Ani Contoh" in lending.reads()
    assert "Diputus: Rapat 22 November" in lending.reads()  # its day is not said twice
    assert column(shown(lending).plan, "principal") == ["300.000", "300.000"]


def test_refusing_asks_why_and_deciding_anew_takes_it_back(lending: Laptop) -> None:
    look(lending, OF_EKA)
    lending.press("Tolak")
    lending.save()
    assert refused_at(lending) == "reason"
    write(lending, "reason", "Kas sedang tipis")
    write(lending, "decided", "Rapat 22 November")
    lending.save()
    assert "Permohonan ini ditolak" in lending.reads()
    assert "Kas sedang tipis" in lending.reads()
    lending.door.answers.append(True)
    lending.press("Putuskan lagi")
    assert "Rapat belum memutuskan permohonan ini" in lending.reads()


def test_an_application_is_taken_back_after_asking(lending: Laptop) -> None:
    look(lending, OF_EKA)
    lending.press("Tarik kembali")
    assert lending.ask(Applications())[0].state == "waiting", "nobody agreed"
    lending.door.answers.append(True)
    lending.press("Tarik kembali")
    assert not lending.ask(Applications())
    assert "Permohonan ini ditarik kembali" in lending.reads()


def test_rescheduling_shows_the_new_instalments_and_can_be_taken_back(lending: Laptop) -> None:
    look(lending, OF_DEDI)
    lending.press("Ubah jadwal")
    assert "Tulis berapa bulan sisanya dibayar" in lending.reads()
    write(lending, "months", "6")
    found = lending.page.findChild(NewPlanCard)
    assert isinstance(found, NewPlanCard)
    lending.until(lambda: found.shown is not None)
    assert found.shown is not None
    assert [line.principal for line in found.shown.lines] == [100_000] * 6
    unpaid, first = card(lending, OF_DEDI).fee_open, found.shown.lines[0].interest
    assert f"Bersama angsuran pertama dibayar juga jasa yang belum dibayar, {rupiah(unpaid)}." in lending.reads()
    write(lending, "reason", "Sakit lama")
    lending.save()
    assert card(lending, OF_DEDI).lines[0].interest == first + unpaid
    assert len(card(lending, OF_DEDI).lines) == 6
    assert "Jadwal angsuran diubah pada 22 November 2026: Sakit lama" in lending.reads()
    lending.door.answers.append(True)
    lending.press("Kembalikan jadwal lama")
    assert len(card(lending, OF_DEDI).lines) == 3
    assert "Kembalikan jadwal lama" not in lending.words_of_buttons()


def test_an_instalment_that_is_changed_is_filled_in_as_it_was(lending: Laptop) -> None:
    look(lending, OF_BUDI)
    choose(shown(lending).table, "03/11/26")
    lending.press("Ubah")
    assert lending.entry("amount").read() == 103_000
    assert lending.page.findChild(SplitCard) is None, "it would be counted twice"
    write(lending, "amount", "53000")
    lending.save()
    assert card(lending, OF_BUDI).row.rest == 150_000
    assert lending.window.key == "loan"


def test_eka_borrows_what_she_asked_for(lending: Laptop) -> None:
    assert lending.ask(Applications())[0].person == EKA
    page = look(lending, OF_EKA)
    assert column(page.plan, "principal") == ["150.000"] * 3
    assert "Begini jadinya kalau uangnya diserahkan hari ini." in lending.reads()
