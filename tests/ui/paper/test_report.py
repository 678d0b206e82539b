"""Laporan: contents, pages as they will be printed, paper and files."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from kubebuku.books.group.queries import GroupChoices
from kubebuku.ui import places, theme
from kubebuku.ui.paper import printing
from kubebuku.ui.paper.jobs import Request, Sheets
from kubebuku.ui.paper.report import ReportPage
from kubebuku.ui.refusals import NoPrinter
from kubebuku.ui.upkeep.closing import ClosingPage
from tests.ui.hands.door import RecordingDoor
from tests.ui.hands.laptop import Laptop
from tests.ui.hands.tables import choose
from tests.ui.written.hunafa import NOVEMBER, OCTOBER


def report(hunafa: Laptop, **wanted: Any) -> ReportPage:
    hunafa.window.go(places.Report(**wanted))
    hunafa.settle()
    assert isinstance(hunafa.page, ReportPage)
    return hunafa.page


@pytest.fixture
def printed(tmp_path: Path) -> Iterator[list[Path]]:
    """A printer that prints into files; the pages asked for are the first two."""
    files: list[Path] = []

    def choose_printer(_window: object, _title: str, pages: int) -> tuple[Any, int, int]:
        support = importlib.import_module("PySide6.QtPrintSupport")
        printer = support.QPrinter()
        files.append(tmp_path / f"print-{len(files)}.pdf")
        printer.setOutputFormat(support.QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(files[-1]))
        return printer, 1, min(2, pages)

    before = printing.set_chooser(choose_printer)
    yield files
    printing.set_chooser(before)


@pytest.fixture
def no_printer() -> Iterator[None]:
    def none(_window: object, _title: str, _pages: int) -> None:
        raise NoPrinter

    before = printing.set_chooser(none)
    yield
    printing.set_chooser(before)


def test_begins_with_the_last_closed_month_and_its_code(hunafa: Laptop) -> None:
    page = report(hunafa)
    assert page.month.value() == OCTOBER
    assert "Oktober 2026 sudah ditutup 31 Oktober 2026. Kode cek " in hunafa.reads()
    assert page.parts.pages["cover"].text() == "1"
    assert page.made is not None
    total = page.made.printed.pages.total
    assert page.print.words == f"Cetak {total} halaman"
    assert page.where.text() == f"Halaman 1 dan 2 dari {total}"


def test_open_month_says_that_its_code_is_for_now(hunafa: Laptop) -> None:
    report(hunafa, month=NOVEMBER)
    assert "November 2026 belum ditutup. Kode cek sementara " in hunafa.reads()


def test_unticked_part_is_not_printed_and_stays_so_for_the_book(hunafa: Laptop) -> None:
    page = report(hunafa)
    assert page.made is not None
    before = page.made.printed.pages.total
    page.parts.ticks["statements"].click()
    hunafa.until(lambda: not page._pause.isActive())
    hunafa.settle()
    assert page.made is not None
    assert page.made.printed.pages.total < before
    assert page.parts.pages["statements"].text() == "tidak ikut"
    hunafa.window.forget_pages()
    assert not report(hunafa).parts.ticks["statements"].value()


def test_without_any_part_the_refusal_stands_in_place_of_the_pages(hunafa: Laptop) -> None:
    page = report(hunafa)
    for tick in page.parts.ticks.values():
        if tick.value():
            tick.click()
    hunafa.until(lambda: not page._pause.isActive())
    hunafa.settle()
    assert page.made is None
    assert "Belum ada yang dipilih" in page.preview.sheets.words or "dipilih" in page.preview.sheets.words


def test_paper_is_remembered_in_the_book(hunafa: Laptop) -> None:
    page = report(hunafa)
    hunafa.press("A4")
    assert page.made is not None
    width, height = page.made.shapes[0]
    assert (round(width), round(height)) == (595, 842)
    assert hunafa.ask(GroupChoices()).paper == "a4"


def test_pages_turn_and_grow(hunafa: Laptop) -> None:
    page = report(hunafa)
    sheets = page.preview.sheets
    page.preview.setFocus()
    hunafa.key(Qt.Key.Key_PageDown)
    assert sheets.numbers() == (2, 3)
    page.earlier.click()
    hunafa.settle()
    assert sheets.numbers() == (0, 1)
    narrow = sheets.page_size(0).width()
    hunafa.press("Perbesar")
    assert sheets.numbers() == (0,)
    assert sheets.page_size(0).width() > 2 * narrow
    hunafa.press("Perkecil")
    assert sheets.numbers() == (0, 1)


def test_pictures_are_asked_for_in_the_size_they_are_shown(hunafa: Laptop) -> None:
    sheets = report(hunafa).preview.sheets
    assert {number for number, _width in sheets._pictures} == {0, 1}
    image = next(iter(sheets._pictures.values()))
    assert image.width() == sheets.page_size(0).width()


def test_chosen_pages_go_to_the_printer(hunafa: Laptop, printed: list[Path]) -> None:
    page = report(hunafa)
    assert page.made is not None
    hunafa.press(page.print.words)
    on_paper = PdfReader(printed[0])
    assert len(on_paper.pages) == 2
    box = on_paper.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (609, 935)
    assert "2 halaman dikirim ke printer." in hunafa.reads()


def test_ctrl_p_prints_what_is_shown(hunafa: Laptop, printed: list[Path]) -> None:
    report(hunafa)
    hunafa.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(printed) == 1


def test_without_a_printer_it_can_be_saved_instead(hunafa: Laptop, door: RecordingDoor, no_printer: None, tmp_path: Path) -> None:
    page = report(hunafa)
    target = tmp_path / "laporan.pdf"
    door.answers += ["save", target]
    hunafa.press(page.print.words)
    assert door.said[-2:] == ["Tidak ada printer.", "Simpan PDF"]
    assert target.read_bytes().startswith(b"%PDF")


def test_system_without_printers_is_told_so(hunafa: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    support = importlib.import_module("PySide6.QtPrintSupport")
    monkeypatch.setattr(support.QPrinterInfo, "availablePrinterNames", staticmethod(list))
    with pytest.raises(NoPrinter) as told:
        printing.system_printer(hunafa.window, "Laporan", 3)
    assert told.value.code == "no-printer"


def test_report_is_saved_as_pdf_and_as_sheet(hunafa: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    report(hunafa)
    door.answers += [tmp_path / "oktober", tmp_path / "oktober.xlsx"]
    hunafa.press("Simpan PDF")
    assert "Tersimpan: oktober.pdf" in hunafa.reads()
    hunafa.press("Simpan XLSX")
    assert (tmp_path / "oktober.xlsx").read_bytes().startswith(b"PK")
    assert len(PdfReader(tmp_path / "oktober.pdf").pages) > 5


def test_saving_may_be_left_alone(hunafa: Laptop, tmp_path: Path) -> None:
    report(hunafa)
    hunafa.press("Simpan PDF")
    assert "Tersimpan" not in hunafa.reads()


def test_folder_that_is_gone_is_told_with_a_way_out(hunafa: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    report(hunafa)
    door.answers += [tmp_path / "tercabut" / "oktober.pdf", False]
    hunafa.press("Simpan PDF")
    assert "tercabut" in door.said[-1]


def test_file_names_are_ones_every_system_takes() -> None:
    assert printing.file_name("Laporan Oktober 2026 Kube: A/B", ".pdf") == "Laporan Oktober 2026 Kube A B.pdf"


def test_making_the_pages_can_be_stopped_and_begun_again(hunafa: Laptop) -> None:
    page = report(hunafa)
    page.build()
    page._stop()
    hunafa.settle()
    assert page.made is None
    assert page.preview.sheets.words == "Dihentikan."
    hunafa.press("Susun halaman")
    assert page.made is not None


def test_part_leads_to_its_first_page(hunafa: Laptop) -> None:
    page = report(hunafa)
    page.show_part("statements")
    assert page.made is not None
    found = page.made.ranges["statements"]
    assert found is not None
    assert page.preview.sheets.first == found[0] - 1


def test_cash_book_of_the_month_is_printed_from_its_page(hunafa: Laptop, printed: list[Path]) -> None:
    hunafa.window.go(places.CashBook(box="1110"))
    hunafa.settle()
    hunafa.press("Cetak")
    text = PdfReader(printed[0]).pages[0]
    assert float(text.mediabox.width) > 0
    hunafa.window.go(places.CashBook(box="1101", month="all"))
    hunafa.settle()
    hunafa.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(printed) == 2


def test_lying_page_keeps_its_shape() -> None:
    canvas = importlib.import_module("reportlab.pdfgen.canvas")
    import io

    out = io.BytesIO()
    sheet = canvas.Canvas(out)
    sheet.setPageSize((842, 595))
    sheet.showPage()
    sheet.save()
    with Sheets(out.getvalue()) as sheets:
        image = sheets.picture(0, 421)
        assert sheets.size(0) == (842.0, 595.0)
    assert (image.width(), image.height()) in {(421, 297), (421, 298)}


def test_request_without_paper_takes_the_choice_of_the_group(hunafa: Laptop, printed: list[Path]) -> None:
    request = Request("kubebuku.reports.cash_book:document", {"box": "1101", "first": OCTOBER, "last": OCTOBER})
    printing.print_document(hunafa.window, hunafa.window, request)
    hunafa.settle()
    assert round(float(PdfReader(printed[0]).pages[0].mediabox.height)) == 935


def test_ways_to_paper_stand_above_the_contents_in_one_column(hunafa: Laptop) -> None:
    page = report(hunafa)
    assert page.body.indexOf(page.foot) == page.body.count() - 1
    hunafa.window.resize(1024, 600)
    theme.use(theme.Theme("light", 1.5))
    hunafa.settle()
    assert page.body.indexOf(page.foot) == 1


def test_closed_month_printed_from_history(hunafa: Laptop, printed: list[Path]) -> None:
    hunafa.window.go(places.Closings())
    hunafa.settle()
    page = hunafa.page
    assert isinstance(page, ClosingPage)
    choose(page.history.table, "September 2026")
    hunafa.press("Cetak")
    assert "Kode" in PdfReader(printed[0]).pages[0].extract_text() or len(PdfReader(printed[0]).pages) >= 1


def test_printer_that_takes_no_page_is_told(hunafa: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    def broken(_window: object, _title: str, _pages: int) -> tuple[Any, int, int]:
        support = importlib.import_module("PySide6.QtPrintSupport")
        printer = support.QPrinter()
        printer.setOutputFormat(support.QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "tidak" / "ada" / "kertas.pdf"))
        return printer, 1, 1

    before = printing.set_chooser(broken)
    page = report(hunafa)
    hunafa.press(page.print.words)
    printing.set_chooser(before)
    assert door.said[-1] == "Printer tidak mau mencetak."


def test_all_places_are_printed_one_after_the_other(hunafa: Laptop, printed: list[Path]) -> None:
    hunafa.window.go(places.CashBook(box=""))
    hunafa.settle()
    hunafa.press("Cetak")
    assert len(printed) == 1


def test_ctrl_p_after_another_book_was_opened_asks_only_the_page_that_is_there(
    hunafa: Laptop, door: RecordingDoor, printed: list[Path]
) -> None:
    report(hunafa)
    hunafa.window.forget_pages()
    hunafa.window.go(places.Home())
    hunafa.settle()
    hunafa.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert printed == []
    assert "bug" not in door.said
