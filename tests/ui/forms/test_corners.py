"""Corners of the forms: who owes, what is folded away, fields that come and go, the group's places, words that fit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kubebuku.app.settings import Settings
from kubebuku.books.cash.commands import GiveAdvance
from kubebuku.books.cash.queries import BoxBalances
from kubebuku.books.enterprise.commands import CollectReceivable, Sale
from kubebuku.books.group.commands import SetBoxDefaults
from kubebuku.books.members.commands import AddOutsider
from kubebuku.books.opening.commands import OpenBook, OpeningBox
from kubebuku.books.spec import Command
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying
from kubebuku.ui import places
from kubebuku.ui.mending.pending import PendingPage
from kubebuku.ui.upkeep.closing import ClosingPage
from kubebuku.ui.widgets import AmountField, ChoiceField, Dialog, FieldBox, Verb
from tests.builders import new_book
from tests.ui.hands.dialogs import filling, refused_then_left
from tests.ui.hands.door import RecordingDoor
from tests.ui.hands.laptop import Laptop, Opener, written_today

TENTS = UnitId(2)
BUDI, DEWI, EKA = PersonId(1), PersonId(2), PersonId(3)


def run(laptop: Laptop, *commands: Command) -> None:
    for command in commands:
        laptop.window.session.run(laptop.window, command)
        laptop.settle()


@pytest.fixture(scope="module")
def till_book(empty_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Money in the box, three outsiders; Budi owes 250.000 for a tent, Dewi holds an advance of 100.000."""
    return written_today(
        empty_book,
        tmp_path_factory.mktemp("till"),
        OpenBook(boxes=(OpeningBox(box="1101", amount=Rupiah(2_000_000)),)),
        *(AddOutsider(full_name=name) for name in ("Budi Contoh", "Dewi Contoh", "Eka Contoh")),
        Sale(
            on=date(2026, 11, 2),
            description="Sewa tenda",
            amount=Rupiah(250_000),
            unit=TENTS,
            paying=Paying.LATER,
            person=BUDI,
        ),
        GiveAdvance(on=date(2026, 11, 3), description="Belanja", amount=Rupiah(100_000), person=DEWI, box="1101"),
    )


@pytest.fixture
def till(open_book: Opener, till_book: Path) -> Laptop:
    return open_book(till_book)


def choices(laptop: Laptop, name: str) -> list[tuple[str, str]]:
    widget = laptop.entry(name).widget
    assert isinstance(widget, ChoiceField)
    return [(choice.words, choice.note) for choice in widget.choices()]


def amount(laptop: Laptop, name: str = "amount") -> object:
    widget = laptop.entry(name).widget
    assert isinstance(widget, AmountField)
    return widget.peek()


def choose(laptop: Laptop, name: str, letters: str) -> None:
    laptop.at(name)
    laptop.type(letters)
    laptop.enter()


# ---- who owes


def test_only_who_owes_is_offered_and_the_rest_fills_the_amount_in(till: Laptop) -> None:
    till.begin("collect")
    assert choices(till, "person") == [("Budi Contoh", "Rp250.000")]
    choose(till, "person", "budi")
    assert amount(till) == 250_000
    till.at("description")
    till.type("Sisa sewa tenda")
    till.save()
    assert "Tersimpan" in till.reads()
    till.begin("collect")
    assert len(choices(till, "person")) == 3, "nobody owes: everybody can be chosen, and it is said"
    assert "Tidak ada yang berutang" in till.reads()


def test_an_amount_that_was_written_stays(till: Laptop) -> None:
    till.begin("collect")
    till.at("amount")
    till.type("100.000")
    choose(till, "person", "budi")
    assert amount(till) == 100_000


def test_who_holds_an_advance_is_offered_where_it_comes_back(till: Laptop) -> None:
    till.begin("collect_claim")
    assert choices(till, "person") == [("Dewi Contoh", "Rp100.000")]
    till.begin("settle_advance")
    assert choices(till, "person") == [("Dewi Contoh", "Rp100.000")]
    choose(till, "person", "dewi")
    assert amount(till) is None, "what was spent stands on the nota"


def test_a_payment_that_settled_everything_can_still_be_changed(till: Laptop) -> None:
    sale = Sale(on=date(2026, 11, 5), description="Kursi", amount=Rupiah(50_000), unit=TENTS, paying=Paying.LATER, person=EKA)
    paid = CollectReceivable(on=date(2026, 11, 4), description="Lunas", amount=Rupiah(250_000), person=BUDI)
    run(till, sale, paid)
    entry = till.cash_book().rows[0].entry
    till.window.go(places.Amend(entry=next(row.entry for row in till.cash_book().rows if row.description == "Lunas")))
    till.settle()
    assert entry
    assert till.entry("person").widget.value() == BUDI


# ---- folded and hidden fields


def test_what_is_seldom_needed_is_folded_and_the_keyboard_unfolds_it(till: Laptop) -> None:
    till.begin("buy_equipment")
    fold = till.record.fold
    assert fold is not None
    assert till.entry("keeper").widget.isHidden()
    assert len([one for one in till.record.entries if one.widget.isVisible()]) <= 10
    till.at("amount")
    for _ in range(60):
        if QApplication.focusWidget() is fold:
            break
        till.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is fold, "Tab comes to it"
    till.key(Qt.Key.Key_Space)
    assert till.entry("keeper").widget.isVisible()


def test_a_refusal_unfolds_the_field_it_speaks_of_and_what_is_folded_is_kept(till: Laptop) -> None:
    till.begin("buy_equipment")
    for name, text in (("amount", "300.000"), ("label", "Kompor"), ("description", "Beli kompor")):
        till.at(name)
        till.type(text)
    fold = till.record.fold
    assert fold is not None
    fold.click()
    till.at("place")
    till.type("x" * 201)
    fold.click()
    till.settle()
    assert till.entry("place").widget.isHidden()
    till.save()
    place = till.entry("place").widget
    assert isinstance(place, FieldBox)
    assert place.isVisible()
    assert place.refused()
    assert "terlalu panjang" in till.reads()


def test_the_shop_is_asked_only_if_something_stays_to_be_paid_and_no_hole_is_left(till: Laptop) -> None:
    till.begin("buy_materials")
    assert till.entry("person").widget.isHidden()
    before = till.entry("on").widget.y()
    assert till.entry("on").widget.y() == till.entry("box").widget.y(), "the two close up"
    till.press("sebagian sekarang")
    assert till.entry("person").widget.isVisible()
    assert till.entry("paid").widget.isVisible()
    assert till.entry("paid").widget.y() == till.entry("person").widget.y(), "side by side"
    till.press("semuanya sekarang")
    assert till.entry("on").widget.y() == before


# ---- the group's own choices


def test_forms_begin_with_the_places_the_group_has_chosen(till: Laptop) -> None:
    run(till, SetBoxDefaults(usaha="1110", savings_loan="1101", solidarity="1102"))
    for form, box in (("wages", "1110"), ("savings", "1101"), ("dues", "1102"), ("bank_fee", "1110")):
        till.begin(form)
        assert till.entry("box").widget.value() == box, form
    till.begin("move")
    assert (till.entry("box").widget.value(), till.entry("to_box").widget.value()) == ("1101", "1110"), "never to itself"


def test_simpan_pinjam_is_offered_where_it_can_be_meant(till: Laptop) -> None:
    for form, offered in (("set_aside", True), ("stationery", True), ("receive_aid", True), ("buy_materials", False)):
        till.begin(form)
        assert any(words == "Simpan pinjam" for words, _note in choices(till, "unit")) is offered, form


# ---- words


@pytest.mark.parametrize(
    ("form", "typed", "said"),
    [
        ("other_in", "-50000", "Untuk uang yang dibayar, pilih Uang keluar."),
        ("wages", "-50000", "Tulis tanpa tanda kurang: 50.000."),
        (
            "wages",
            "lima ribu",
            "Jumlah belum ditulis dengan angka. Yang ditulis lima ribu. Tulis dengan angka, misalnya 750.000.",
        ),
        ("wages", "abc", "Jumlah belum ditulis dengan angka. Yang ditulis abc."),
    ],
)
def test_a_refused_amount_says_what_was_found_and_fits_the_form(till: Laptop, form: str, typed: str, said: str) -> None:
    till.begin(form)
    till.at("amount")
    till.type(typed)
    till.save()
    widget = till.entry("amount").widget
    assert isinstance(widget, FieldBox)
    assert widget.error is not None
    assert said in f"{widget.error.title.text()} {widget.error.text.text()}"


def test_a_pending_note_opened_again_is_not_kept_a_second_time(till: Laptop) -> None:
    till.begin("wages")
    for name, text in (("amount", "15.000.000"), ("description", "Upah")):
        till.at(name)
        till.type(text)
    till.save()
    till.press("Simpan sebagai catatan tertunda")
    till.window.go(places.Pending())
    till.settle()
    assert isinstance(till.page, PendingPage)
    till.press("Ubah dulu")
    till.save()
    assert "Catat dulu, atau bayar dari tempat lain." in till.reads()
    assert "Simpan sebagai catatan tertunda" not in till.words_of_buttons()
    assert next(int(box.balance) for box in till.ask(BoxBalances()) if box.code == "1101") == 1_900_000
    till.record.let_go()


# ---- Ctrl+Enter


def test_ctrl_enter_does_the_main_act_of_a_dialog(till: Laptop) -> None:
    dialog = Dialog(till.window, "Batalkan?", "", (Verb("cancel", "Batal"), Verb("main", "Ya")))
    dialog.open()
    till.settle()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    till.settle()
    assert (dialog.isVisible(), dialog.answer) == (False, "main")
    dialog.deleteLater()


def test_ctrl_enter_closes_the_month(till: Laptop) -> None:
    till.window.go(places.Closings())
    till.settle()
    till.save()
    assert isinstance(till.page, ClosingPage)
    assert [box.box.label for box in till.page.boxes if box.counted.refused()] == ["Kas"], "the money is counted first"


def test_a_note_is_dropped_in_a_dialog_that_wants_the_reason(till: Laptop, door: RecordingDoor) -> None:
    till.begin("wages")
    for name, text in (("amount", "15.000.000"), ("description", "Upah")):
        till.at(name)
        till.type(text)
    till.save()
    till.press("Simpan sebagai catatan tertunda")
    till.window.go(places.Pending())
    till.settle()
    seen: list[str] = []
    door.acts += [refused_then_left(seen), filling(reason="Sudah dibayar Budi")]
    till.press("Batalkan")
    assert seen
    assert len(till.pending()) == 1
    till.press("Batalkan")
    till.settle()
    assert till.pending() == ()
    assert "Sudah dibayar Budi" in till.reads()


def test_a_day_of_this_year_that_has_not_come_is_said_so(laptop: Laptop, tmp_path: Path) -> None:
    laptop.window.remember(Settings(holder="Citra Contoh, bendahara"))
    laptop.window.open_book(new_book(tmp_path, "muda.kubebuku", opened=date(2026, 11, 1)))
    laptop.settle()
    laptop.begin("other_in")
    for name, text in (("amount", "100.000"), ("description", "Hadiah")):
        laptop.at(name)
        laptop.type(text)
    laptop.at("on")
    laptop.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    laptop.type("25/11")
    laptop.save()
    assert "25 November 2026 belum tiba" in laptop.reads()
    laptop.record.let_go()
