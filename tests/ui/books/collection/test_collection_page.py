"""Lembar setoran by keys: typed from top to bottom, billed with F8, counted, saved in one act, undone in one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kubebuku.books.cash.queries import CountHistory
from kubebuku.books.collection.commands import Part
from kubebuku.books.collection.queries import CollectionSheet, SheetPage
from kubebuku.books.group.queries import Accounts
from kubebuku.ui import places, theme
from kubebuku.ui.books.collection.count import WhyDifferent
from kubebuku.ui.books.collection.draft import from_text
from kubebuku.ui.books.collection.rows import SheetRow
from kubebuku.ui.books.collection.sheet import CollectionPage
from kubebuku.ui.paper import printing
from kubebuku.ui.widgets import DateField, Dialog
from tests.ui.hands.door import RecordingDoor
from tests.ui.hands.laptop import Laptop, Opener
from tests.ui.written.hunafa import on

F8, TAB, DOWN, UP, ESC = (Qt.Key[f"Key_{name}"] for name in ("F8", "Tab", "Down", "Up", "Escape"))
SUNDAY = on("22/11")


@pytest.fixture
def sheet(open_book: Opener, sunday_book: Path) -> Laptop:
    """The laptop with the sheet on it, the keyboard in the first amount."""
    laptop = open_book(sunday_book)
    laptop.window.go(places.Collection(on=SUNDAY))
    laptop.settle()
    return laptop


def page(laptop: Laptop) -> CollectionPage:
    assert isinstance(laptop.page, CollectionPage)
    return laptop.page


def row(laptop: Laptop, number: int) -> SheetRow:
    return page(laptop).sheet.rows[number - 1]


def book(laptop: Laptop) -> SheetPage:
    return laptop.ask(CollectionSheet(SUNDAY))


def holds(laptop: Laptop, code: str) -> int:
    return sum(int(one.balance) for one in laptop.ask(Accounts()) if one.code == code)


def count(laptop: Laptop, *, less: int = 0) -> None:
    """Type what is written into each counted field; `less` of the first."""
    for field in page(laptop).count.fields.values():
        if not field.isHidden():
            field.line.setFocus()
            laptop.type(str(int(field.written) - less))
            less = 0


def test_the_sheet_opens_with_the_bills_in_grey(sheet: Laptop) -> None:
    three, four, five, two = (row(sheet, number) for number in (3, 4, 5, 2))
    assert (three.shown(Part.OBLIGATORY), three.grey(Part.OBLIGATORY), three.total) == (20_000, True, None)
    assert four.shown(Part.FINE) == 1_000
    assert four.presence is not None
    assert four.presence.text == "Terlambat"
    assert (five.presence.text if five.presence else "") == "Izin"
    assert two.shown(Part.PRINCIPAL) > 0
    assert page(sheet).sheet.cell.hasFocus()
    assert "Rapat Minggu, 22 November 2026, 12 anggota" in sheet.reads()
    assert "0 dari 12 sudah diisi" in sheet.reads()
    assert page(sheet).save_button.isEnabled()  # never grey: it says what is missing


def test_enter_goes_down_tab_to_the_right_and_sums_follow_while_typing(sheet: Laptop) -> None:
    it = page(sheet).sheet
    sheet.type("10000")
    assert it.cell.text() == "10.000"
    assert (row(sheet, 1).total, it.table.foot.cells["total"]) == (10_000, 10_000)
    sheet.enter()
    assert (it.current(), it.part) == (row(sheet, 2), Part.OBLIGATORY)
    sheet.key(TAB)
    assert it.part is Part.VOLUNTARY
    sheet.type("15.000")
    sheet.key(DOWN)
    assert (it.current(), it.part) == (row(sheet, 3), Part.VOLUNTARY)
    sheet.key(UP)
    sheet.type("0")
    sheet.enter()
    assert not row(sheet, 2).touched
    assert row(sheet, 1).typed == {Part.OBLIGATORY: 10_000}


def test_tab_skips_what_nobody_can_pay_there(sheet: Laptop) -> None:
    it = page(sheet).sheet
    for _ in range(3):
        sheet.key(TAB)
    assert (it.current(), it.part) == (row(sheet, 2), Part.OBLIGATORY)  # Ani has no loan and no fine
    sheet.key(Qt.Key.Key_Backtab)
    assert (it.current(), it.part) == (row(sheet, 1), Part.DUES)


def test_f8_pays_the_bill_and_goes_on(sheet: Laptop) -> None:
    for _ in range(4):
        sheet.key(F8)
    assert [row(sheet, number).total for number in (1, 3)] == [None, 24_000]
    assert row(sheet, 2).typed[Part.PRINCIPAL] == row(sheet, 2).line.due(Part.PRINCIPAL)
    assert row(sheet, 4).typed == {Part.DUES: 6_000, Part.FINE: 1_000}
    assert page(sheet).sheet.current() is row(sheet, 5)
    assert "3 dari 12 sudah diisi" in sheet.reads()


def test_what_cannot_be_read_stays_in_its_cell(sheet: Laptop) -> None:
    sheet.type("1,500")
    sheet.enter()
    it = page(sheet).sheet
    assert (it.current(), it.cell.text()) == (row(sheet, 1), "1,500")
    assert page(sheet).strip.isVisible()
    sheet.key(ESC)
    assert (it.cell.text(), row(sheet, 1).touched) == ("", False)
    sheet.enter()
    assert it.current() is row(sheet, 2)


def test_a_click_opens_a_cell(sheet: Laptop) -> None:
    it = page(sheet).sheet
    view = it.table.view
    box = view.visualRect(it.table.model.index(3, next(at for at, one in enumerate(it.table.model.columns) if one.key == "fine")))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(box.center()))
    sheet.settle()
    assert (it.current(), it.part, it.cell.hasFocus()) == (row(sheet, 4), Part.FINE, True)


def test_a_filled_sheet_is_counted_saved_and_undone(sheet: Laptop, door: RecordingDoor) -> None:
    before = {code: holds(sheet, code) for code in ("1101", "1102", "1103")}
    for _ in range(4):
        sheet.key(F8)
    written = {code: int(field.written) for code, field in page(sheet).count.fields.items()}
    assert (written["1103"], written["1101"]) == (10_000, 1_000)
    count(sheet)
    assert page(sheet).count.difference.text() == "Sama dengan yang tertulis"
    sheet.save()
    assert {code: holds(sheet, code) - before[code] for code in before} == written
    assert door.said == []
    assert "Lembar tersimpan: Rp" in sheet.reads()
    assert "bukti: BKM/2026/" in sheet.reads()
    assert (row(sheet, 3).touched, row(sheet, 3).line.paid.total) == (False, 24_000)
    assert page(sheet).leave()
    door.answers.append(True)
    sheet.press("Urungkan seluruh lembar")
    assert {code: holds(sheet, code) for code in before} == before
    assert row(sheet, 3).shown(Part.OBLIGATORY) == 20_000
    assert book(sheet).written == ()


def test_a_difference_is_asked_about_and_kept_with_its_reason(sheet: Laptop, door: RecordingDoor) -> None:
    for _ in range(4):
        sheet.key(F8)
    count(sheet, less=5_000)
    assert page(sheet).count.difference.text() == "Kurang Rp5.000"
    door.acts.append(lambda dialog: dialog.buttons["cancel"].click())
    sheet.save()
    assert book(sheet).written == ()

    def explain(dialog: WhyDifferent) -> None:
        dialog.buttons["main"].click()  # not without a reason
        assert dialog.isVisible()
        dialog.field.line.setText("Uang kembali dipinjam dulu")
        dialog.buttons["main"].click()

    door.acts.append(explain)
    sheet.save()
    assert len(book(sheet).written) == 1
    (counted,) = [one for one in sheet.ask(CountHistory("1102", open_only=True)) if one.on == SUNDAY]
    assert counted.difference == -5_000
    assert "Uang kembali dipinjam dulu" in (counted.note or "")


def test_it_asks_before_saving_what_was_not_counted(sheet: Laptop, door: RecordingDoor) -> None:
    sheet.type("10000")
    sheet.save()
    assert door.said == ["Simpan tanpa menghitung uang?"]
    assert book(sheet).written == ()
    door.answers.append(True)
    sheet.save()
    assert len(book(sheet).written) == 1


def test_a_refusal_names_the_member_and_puts_the_cell_there(sheet: Laptop, door: RecordingDoor) -> None:
    before = holds(sheet, "1102")
    page(sheet).sheet.open_at(2, Part.PRINCIPAL)
    sheet.type("900000")
    sheet.key(F8)  # the bill goes over it
    page(sheet).sheet.open_at(2, Part.PRINCIPAL)
    sheet.type("900000")
    door.answers.append(True)
    sheet.save()
    assert "Budi Contoh, Angsuran pokok: " in sheet.reads()
    it = page(sheet).sheet
    assert (it.current(), it.part, it.cell.text()) == (row(sheet, 2), Part.PRINCIPAL, "900.000")
    assert holds(sheet, "1102") == before


def test_nothing_typed_is_lost_on_leaving(sheet: Laptop, door: RecordingDoor) -> None:
    sheet.type("10000")
    assert not sheet.window.go(places.CashBook())
    assert door.said == ["Tinggalkan tanpa menyimpan?"]
    assert row(sheet, 1).typed == {Part.OBLIGATORY: 10_000}
    page(sheet).refresh()
    sheet.settle()
    assert row(sheet, 1).typed == {Part.OBLIGATORY: 10_000}
    door.answers.append(True)
    assert sheet.window.go(places.CashBook())
    sheet.settle()
    sheet.window.go(places.Collection(on=SUNDAY))
    sheet.settle()
    assert not row(sheet, 1).touched


def test_a_day_without_a_meeting_and_a_sheet_that_was_saved_before(sheet: Laptop, door: RecordingDoor) -> None:
    sheet.type("10000")
    door.answers.append(True)
    sheet.save()
    sheet.window.go(places.Collection(on=on("21/11")))
    sheet.settle()
    assert "Sabtu, 21 November 2026, 12 anggota" in sheet.reads()
    assert row(sheet, 1).presence is None
    sheet.window.go(places.Collection(on=SUNDAY))
    sheet.settle()
    assert "Lembar hari ini sudah disimpan: Rp10.000" in sheet.reads()


def test_catat_leads_to_todays_sheet(sheet: Laptop) -> None:
    sheet.window.go(places.Doors())
    sheet.settle()
    sheet.press("Lembar setoran")
    assert "Rapat Minggu, 22 November 2026" in sheet.reads()
    assert page(sheet).shown is not None


def test_the_list_at_a_row_pays_and_empties_it(sheet: Laptop) -> None:
    it = page(sheet)
    it.sheet.open_at(3, Part.OBLIGATORY)
    sheet.settle()
    assert [words for words, _press, _icon in it._row_acts()] == ["Bayar sesuai tagihan (F8)"]
    sheet.press("Bayar sesuai tagihan (F8)")
    assert row(sheet, 3).total == 24_000
    it.sheet.open_at(3, Part.OBLIGATORY)
    sheet.settle()
    sheet.press("Kosongkan baris")
    assert not row(sheet, 3).touched


def test_a_power_cut_takes_nothing_that_was_typed(sheet: Laptop) -> None:
    sheet.type("10000")
    sheet.enter()
    sheet.key(F8)
    it = page(sheet)
    it.count.fields["1102"].line.setFocus()
    sheet.type("75000")
    it.keeper.keep()
    sheet.settle()
    typed = [dict(one.typed) for one in it.sheet.rows]
    it._begin(SUNDAY, None)  # as a window that knows nothing
    it.refresh()
    sheet.settle()
    assert [dict(one.typed) for one in it.sheet.rows] == typed
    assert row(sheet, 1).total == 10_000
    assert it.count.fields["1102"].line.text() == "75.000"
    assert "Tulisan yang belum tersimpan tadi masih ada" in sheet.reads()
    sheet.press("Mulai dari awal")
    assert not it.typed()
    assert book(sheet).draft == ""


def test_a_saved_sheet_leaves_no_draft(sheet: Laptop, door: RecordingDoor) -> None:
    sheet.type("10000")
    page(sheet).keeper.keep()
    sheet.settle()
    assert book(sheet).draft != ""
    door.answers.append(True)
    sheet.save()
    assert book(sheet).draft == ""


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"lines": {"1": {"gone": 5}}, "counted": {}}'])
def test_a_draft_that_cannot_be_read_is_none(text: str) -> None:
    assert from_text(text) is None


def test_enter_goes_from_the_last_line_through_the_counted_money_to_the_button(sheet: Laptop) -> None:
    it = page(sheet)
    for _ in range(12):
        sheet.key(F8)
    shown = [field.line for field in it.count.fields.values() if not field.isHidden()]
    assert shown[0].hasFocus()
    for line in shown[1:]:
        sheet.enter()
        assert line.hasFocus()
    sheet.enter()
    assert it.save_button.hasFocus()


def test_esc_takes_the_cell_back_then_leaves(sheet: Laptop, door: RecordingDoor) -> None:
    sheet.window.go(places.Meetings())
    sheet.window.go(places.Collection(on=SUNDAY))
    sheet.settle()
    sheet.type("5000")
    sheet.key(ESC)
    assert (page(sheet).sheet.cell.text(), sheet.window.key) == ("", "collection")
    sheet.key(ESC)
    assert sheet.window.key == "meetings"
    assert door.said == []


def test_an_empty_sheet_says_what_is_missing(sheet: Laptop) -> None:
    sheet.press("Simpan lembar")
    assert page(sheet).strip.isVisible()
    assert book(sheet).written == ()


def test_a_sheet_for_a_day_to_come_is_only_printed(sheet: Laptop) -> None:
    sheet.window.go(places.Collection(on=on("29/11")))
    sheet.settle()
    assert "Lembar ini untuk 29 November 2026" in sheet.reads()


def test_another_day_is_chosen(sheet: Laptop, door: RecordingDoor) -> None:
    def choose(dialog: Dialog) -> None:
        field = dialog.findChild(DateField)
        assert field is not None
        field.set_value(on("15/11"))
        dialog.buttons["main"].click()

    door.acts.append(choose)
    sheet.press("Hari lain")
    assert "Minggu, 15 November 2026, 12 anggota" in sheet.reads()


def test_sheet_and_strips_are_printed(sheet: Laptop, door: RecordingDoor) -> None:
    titles: list[str] = []

    def choose(_window: object, title: str, _pages: int) -> None:
        titles.append(title)

    before = printing.set_chooser(choose)
    try:
        page(sheet).print_shown()
        sheet.settle()
        page(sheet).print_strips()
        sheet.settle()
    finally:
        printing.set_chooser(before)
    assert titles == ["Lembar setoran 22 November 2026", "Strip anggota 22 November 2026"]


@pytest.mark.parametrize(("size", "text"), [((1366, 768), 1.0), ((1024, 600), 1.0), ((1024, 600), 2.0)])
def test_nothing_goes_off_the_page(sheet: Laptop, size: tuple[int, int], text: float) -> None:
    before = theme.current()
    try:
        theme.use(theme.Theme("light", text))
        sheet.window.resize(*size)
        sheet.settle()
        it = page(sheet)
        assert it.area.widget().width() <= it.area.viewport().width()
        for _ in range(7):
            sheet.key(DOWN)
            cell = it.sheet.cell
            assert cell.visibleRegion().boundingRect() == cell.rect()
        for _ in range(3):
            sheet.key(TAB)
            assert it.sheet.cell.visibleRegion().boundingRect() == it.sheet.cell.rect()
    finally:
        theme.use(before)
