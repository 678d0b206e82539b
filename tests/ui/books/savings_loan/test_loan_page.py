"""One loan from the application to the last instalment, by keys and clicks; what is refused is said at its field."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kubebuku.books.attachments.commands import Owner
from kubebuku.books.attachments.queries import AttachmentsOf
from kubebuku.books.members.commands import MemberLeaves
from kubebuku.books.savings_loan.commands import Excess
from kubebuku.books.savings_loan.queries import Applications, LoanCard, LoanCardData, Loans
from kubebuku.domain.entries import LoanId
from kubebuku.i18n import rupiah
from kubebuku.ui import places, theme
from kubebuku.ui.books.savings_loan.card import LoanPage
from kubebuku.ui.books.savings_loan.form_page import LoanFormPage
from kubebuku.ui.books.savings_loan.preview import NewPlanCard, ScheduleCard, SplitCard
from kubebuku.ui.widgets import FieldBox
from tests.ui.hands.laptop import PLACES, Laptop, Opener
from tests.ui.hands.tables import choose, column
from tests.ui.written.lending import ANI, DEDI, EKA, GALIH, OF_BUDI, OF_DEDI, OF_EKA, OF_WARGA, write_lender
from tests.ui.written.papers import photo


@pytest.fixture
def lending(open_book: Opener, lending_book: Path) -> Laptop:
    """The laptop with the list of running loans on it."""
    laptop = open_book(lending_book)
    laptop.window.go(places.Loans())
    laptop.settle()
    return laptop


def look(laptop: Laptop, loan: LoanId) -> LoanPage:
    laptop.window.go(places.LoanCard(loan=loan))
    laptop.settle()
    return shown(laptop)


def shown(laptop: Laptop) -> LoanPage:
    assert isinstance(laptop.page, LoanPage)
    return laptop.page


def card(laptop: Laptop, loan: LoanId) -> LoanCardData:
    return laptop.ask(LoanCard(loan))


def write(laptop: Laptop, name: str, text: str) -> None:
    """Into an empty field."""
    laptop.at(name)
    laptop.entry(name).widget.set_value(None if name == "amount" else "")
    laptop.type(text)


def pick(laptop: Laptop, name: str, value: object) -> None:
    """From a list, as its own line does."""
    widget = laptop.entry(name).widget
    widget.set_value(value)
    assert isinstance(widget, FieldBox)
    widget.changed.emit(value)
    laptop.settle()


def refused_at(laptop: Laptop) -> str:
    """The field that bears a refusal."""
    fields = [entry for entry in laptop.record.entries if isinstance(entry.widget, FieldBox) and entry.widget.refused()]
    assert len(fields) == 1, laptop.reads()
    return fields[0].spec.name


def schedule(laptop: Laptop) -> ScheduleCard:
    """The instalments beside the form, once they are reckoned."""
    found = laptop.page.findChild(ScheduleCard)
    assert isinstance(found, ScheduleCard)
    laptop.until(lambda: found.shown is not None)
    laptop.settle()
    return found


def split(laptop: Laptop) -> SplitCard:
    """How the payment is used, beside the form."""
    found = laptop.page.findChild(SplitCard)
    assert isinstance(found, SplitCard)
    laptop.until(lambda: found.shown is not None)
    laptop.settle()
    return found


# from asking to paying off


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


# what is refused


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


# deciding, changing, giving up


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


def test_the_card_tells_the_day_of_the_decision(lending: Laptop) -> None:
    lending.press("Beri pinjaman")
    lending.type("500000")
    pick(lending, "person", ANI)
    write(lending, "decided", "Semua setuju")
    lending.save()
    assert "Diputus: 22 November 2026, Semua setuju" in lending.reads()


def test_large_text_puts_the_chosen_payment_above_its_buttons(lending: Laptop) -> None:
    before = theme.current()
    try:
        theme.use(theme.Theme("light", 2.0))
        lending.window.resize(1024, 600)
        page = look(lending, OF_BUDI)
        words, buttons = page.foot.words, page.foot.story.parentWidget()
        assert buttons is not None
        assert words.geometry().bottom() <= buttons.geometry().top()
        assert words.width() >= page.foot.width() * 3 // 4
    finally:
        theme.use(before)


def test_giving_a_loan_up_needs_a_decision(lending: Laptop) -> None:
    look(lending, OF_DEDI)
    lending.press("Hapus pinjaman")
    write(lending, "reason", "Pindah tanpa kabar")
    lending.save()
    assert refused_at(lending) == "decision"
    write(lending, "decided", "Rapat 22 November")
    lending.save()
    assert "Rp600.000 dihapus karena tidak tertagih" in lending.reads()
    assert "Terima uangnya" in lending.words_of_buttons()


# the card itself


def test_the_card_shows_every_instalment_with_how_it_stands(lending: Laptop) -> None:
    look(lending, OF_BUDI)
    assert column(shown(lending).plan, "state") == ["Lunas", "Lunas", "Belum waktunya"]
    assert column(shown(lending).plan, "rest") == ["200.000", "100.000", "0"]
    assert column(shown(lending).table, "balance") == ["300.000", "200.000", "100.000"]
    assert "Sudah dibayar Rp200.000" in lending.reads()
    assert "1 % per bulan, tetap" in lending.reads()
    look(lending, OF_DEDI)
    assert column(shown(lending).plan, "state") == ["Telat 33 hari", "Telat 2 hari", "Belum waktunya"]


def test_a_payment_tells_its_story_and_prints_its_receipt(lending: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr("kubebuku.ui.mending.mend.print_receipt", lambda _window, entry: asked.append(entry))
    look(lending, OF_BUDI)
    choose(shown(lending).table, "03/10/26")
    entry = card(lending, OF_BUDI).rows[1].entry
    lending.press("Cetak kwitansi")
    assert asked == [entry]
    lending.press("Cerita")
    assert lending.window.key == "story"
    lending.press("Kembali")
    assert lending.window.key == "loan"


def test_what_stands_in_a_closed_month_is_corrected_not_undone(lending: Laptop) -> None:
    look(lending, OF_BUDI)
    choose(shown(lending).table, "03/09/26")
    words = lending.words_of_buttons()
    assert "Koreksi" in words
    assert "Urungkan" not in words


def test_the_papers_of_a_loan(lending: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "kubebuku.ui.paper.book_print.print_document", lambda _window, _owner, request: asked.append(request.maker)
    )
    page = look(lending, OF_DEDI)
    menu = page.papers.menu()
    words = [action.text() for action in menu.actions()]
    assert words == ["Kartu Pinjaman", "Surat Perjanjian Pinjaman", "Surat Teguran"]
    lending.door.answers.append("1")
    for action in menu.actions():
        action.trigger()
    assert asked == [f"kubebuku.reports.{name}:document" for name in ("loan_card", "loan_agreement", "loan_letter")]
    waiting = look(lending, OF_EKA)
    assert [action.text() for action in waiting.papers.menu().actions()] == ["Kartu Pinjaman"]


def test_the_borrower_is_one_click_away(lending: Laptop) -> None:
    look(lending, OF_BUDI)
    lending.press("Data orangnya")
    assert lending.window.key == "person"


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_a_small_window_never_scrolls_sideways(lending: Laptop, text: float) -> None:
    theme.use(theme.Theme(text=text))
    lending.window.resize(1024, 600)
    lending.settle()
    for key, wanted in (("loans", {}), ("loans", {"tab": "figures"}), ("loan", {"loan": OF_DEDI})):
        lending.window.go(PLACES[key](**wanted))
        lending.settle()
        assert lending.page.area.widget().width() <= lending.page.area.viewport().width(), (key, wanted)
    lending.press("Terima angsuran")
    split(lending)
    lending.at("on")
    bar = lending.page.area.viewport()
    line = lending.entry("on").widget
    top = line.mapTo(bar, line.rect().topLeft()).y()
    lending.until(lambda: line.mapTo(bar, line.rect().topLeft()).y() >= 0 or top >= 0)


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


def test_a_loan_from_before_the_book_shows_what_was_repaid_before(open_book: Opener, tmp_path: Path) -> None:
    laptop = open_book(write_lender(tmp_path / "older.kubebuku", lent=False, carried=True))
    page = look(laptop, LoanId(1))
    assert "Sudah dibayar Rp167.000" in laptop.reads()
    assert column(page.plan, "state") == ["Telat 7 hari", "Belum waktunya"]
    assert "Angsuran ke-1 lewat 7 hari" in laptop.reads()
    laptop.press("Terima angsuran")
    assert split(laptop).shown is not None
    assert laptop.entry("amount").read() == 166_500
    laptop.save()
    assert column(page.plan, "state") == ["Lunas", "Belum waktunya"]


def test_the_signed_agreement_is_kept_with_its_loan(open_book: Opener, lending_book: Path, tmp_path: Path) -> None:
    laptop = open_book(lending_book)
    look(laptop, OF_BUDI)
    laptop.door.answers.append(photo(tmp_path / "perjanjian.jpg", 800, 600))
    laptop.press("Tambah foto atau PDF")
    assert [row.name for row in laptop.ask(AttachmentsOf(Owner.LOAN, int(OF_BUDI)))] == ["perjanjian.jpg"]
    assert "perjanjian.jpg" in laptop.reads()
