"""The card of a loan: every instalment with how it stands, its papers, its borrower, its agreement."""

from __future__ import annotations

from pathlib import Path

import pytest

from kubebuku.books.attachments.commands import Owner
from kubebuku.books.attachments.queries import AttachmentsOf
from kubebuku.domain.entries import LoanId
from kubebuku.ui import theme
from tests.ui.books.savings_loan.hands import card, look, pick, refused_at, shown, split, write
from tests.ui.hands.laptop import PLACES, Laptop, Opener
from tests.ui.hands.tables import choose, column
from tests.ui.written.lending import ANI, OF_BUDI, OF_DEDI, OF_EKA, write_lender
from tests.ui.written.papers import photo


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
