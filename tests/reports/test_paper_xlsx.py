from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kubebuku.domain.errors import Cancelled
from kubebuku.domain.money import Rupiah
from kubebuku.reports.document import Block, Document, Gap, PageBreak, Pairs, Paragraph, Part, Signatures
from kubebuku.reports.render.formulas import formula, sheet_names
from kubebuku.reports.render.xlsx import render_xlsx
from kubebuku.reports.sums import Calculation, SumDisagrees
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, total
from tests.reports import paper_examples as examples


def written(document: Document) -> bytes:
    out = io.BytesIO()
    render_xlsx(document, out)
    return out.getvalue()


def opened(document: Document, *, values: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(written(document)), data_only=values)


def one_part(*blocks: Block) -> Document:
    return Document("Uji", "Oktober 2026", examples.GROUP, (Part("part", "Uji", blocks),))


def sheet(document: Document, title: str, *, values: bool = False) -> Worksheet:
    found = opened(document, values=values)[title]
    assert isinstance(found, Worksheet)
    return found


def row_of(worksheet: Worksheet, text: str) -> int:
    return next(int(cell.row) for cell in worksheet["A"] if cell.value == text)


def reckoned(worksheet: Worksheet, said: str) -> int:
    """The value of a formula of ours: SUM over ranges, cells added and taken away."""
    result = 0
    for sign, sums, cell in re.findall(r"([+=-])(?:SUM\(([^)]*)\)|([A-Z]+\d+))", said):
        places = sums.split(",") if sums else [cell]
        amount = 0
        for place in places:
            found = worksheet[place]
            cells = [one for line in found for one in line] if isinstance(found, tuple) else [found]
            amount += sum(int(one.value) for one in cells if isinstance(one.value, int))
        result += -amount if sign == "-" else amount
    return result


def test_each_part_has_a_sheet_of_its_name() -> None:
    assert opened(examples.report()).sheetnames == ["Sampul", "Buku kas", "Posisi keuangan", "Buku IKS"]


def test_every_declared_sum_is_a_formula_that_shows_its_figure() -> None:
    document = examples.report()
    formulas, shown = opened(document), opened(document, values=True)
    count = 0
    for worksheet in formulas.worksheets:
        figures = shown[worksheet.title]
        assert isinstance(figures, Worksheet)
        for line in worksheet.iter_rows():
            for cell in line:
                if cell.data_type == "f":
                    count += 1
                    assert isinstance(figures[cell.coordinate].value, int)
                    assert reckoned(figures, str(cell.value)) == figures[cell.coordinate].value
    assert count > 90


def test_the_cash_book_runs_by_formulas() -> None:
    worksheet = sheet(examples.report(), "Buku kas")
    head = row_of(worksheet, "No")
    opening = head + 2
    assert worksheet.cell(opening, 7).value == 6_480_000
    assert worksheet.cell(opening + 1, 7).value == f"=G{opening}+E{opening + 1}-F{opening + 1}"
    struck = opening + examples.STRUCK
    assert worksheet.cell(struck, 7).value is None
    assert worksheet.cell(struck + 1, 7).value == f"=G{struck - 1}+E{struck + 1}-F{struck + 1}"
    sums = row_of(worksheet, "Jumlah Oktober 2026")
    assert worksheet.cell(sums, 5).value == f"=SUM(E{opening + 1}:E{sums - 1})"
    assert worksheet.cell(sums + 1, 7).value == f"=G{sums - 1}"


def test_a_struck_amount_is_text_and_counts_nothing() -> None:
    worksheet = sheet(examples.report(), "Buku kas")
    cell = next(one for one in worksheet["F"] if one.value == "1.500.000")
    assert cell.data_type == "s"
    assert cell.font.strike


def test_days_are_days_and_money_is_whole_numbers() -> None:
    worksheet = sheet(examples.report(), "Buku kas")
    first = row_of(worksheet, "No") + 3
    day, amount = worksheet.cell(first, 2), worksheet.cell(first, 5)
    assert day.value == datetime(2026, 10, 1)
    assert day.number_format == "dd/mm/yy"
    assert amount.value == 750_000
    assert amount.number_format == '#,##0;"−"#,##0;"–"'


@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("http://contoh.id","klik")', "+1", "-1", "@SUM(A1)", "=1+1", "\t=1", "\r=1", "http://contoh.id", "007", "{=1}"],
)
def test_text_is_never_a_formula_a_link_or_a_number(text: str) -> None:
    table = Table(
        (Column("name", "Nama"), Column("sum", "Jumlah", "money")), (Row((text, Rupiah(1))),), totals=(total(text, (None, None)),)
    )
    document = replace(one_part(table, Paragraph(text), Pairs(((text, text),))), foot=text)
    content = zipfile.ZipFile(io.BytesIO(written(document))).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in content
    assert "hyperlink" not in content
    worksheet = sheet(document, "Uji")
    kept = [cell for line in worksheet.iter_rows() for cell in line if isinstance(cell.value, str) and text.strip() in cell.value]
    assert len(kept) >= 4
    assert all(cell.data_type == "s" for cell in kept)


def test_signs_that_break_a_workbook_are_left_out() -> None:
    table = Table((Column("name", "Nama"),), (Row(("Ani\x00\x07 \u202eContoh 🎉",)), Row(("x" * 40_000,))))
    worksheet = sheet(one_part(table), "Uji")
    values = [cell.value for cell in worksheet["A"]]
    assert "Ani Contoh 🎉" in values
    assert max(len(str(value)) for value in values) == 32_767


def test_a_figure_longer_than_excel_keeps_is_written_out() -> None:
    big = Rupiah(1_234_567_890_123_456)
    table = Table(
        (Column("name", "Nama"), Column("sum", "Jumlah", "money")),
        (Row(("Ani", big)),),
        totals=(total("Jumlah", (None, big), summed=Sum()),),
    )
    worksheet = sheet(one_part(table, Pairs((("Semua", big),))), "Uji")
    texts = [cell.value for cell in worksheet["B"] if isinstance(cell.value, str)]
    assert texts.count("1.234.567.890.123.456") == 2
    assert "Rp1.234.567.890.123.456" in texts


def test_the_biggest_amount_fits_its_column() -> None:
    table = Table(
        (Column("name", "Nama", width=90), Column("sum", "Jumlah", "money", 5)), (Row(("Ani", Rupiah(999_999_999_999))),)
    )
    worksheet = sheet(one_part(table), "Uji")
    assert worksheet.column_dimensions["B"].width >= 17


def test_the_sheet_is_ready_to_print() -> None:
    worksheet = sheet(examples.report("a4"), "Buku IKS")
    assert worksheet.page_setup.paperSize == 9
    assert worksheet.page_setup.orientation == "landscape"
    assert worksheet.oddFooter.center.text == "&BKode cek 7K4M-Q2XD&B"
    assert worksheet.oddFooter.right.text == "Halaman &P dari &N"
    assert "BUKU LATIHAN" in worksheet.oddHeader.center.text
    head = row_of(worksheet, "No")
    assert worksheet.freeze_panes == f"A{head + 2}"
    assert worksheet.print_title_rows == f"${head - 1}:${head + 1}"
    assert sheet(examples.report("f4"), "Buku kas").page_setup.paperSize == 14


def test_an_ampersand_in_the_foot_is_no_command() -> None:
    document = replace(one_part(Paragraph("Isi.")), foot="Kube Kue & Nasi", check_code="7K4M-Q2XD", not_closed=True)
    content = zipfile.ZipFile(io.BytesIO(written(document))).read("xl/worksheets/sheet1.xml").decode()
    assert "&amp;LKube Kue &amp;&amp; Nasi&amp;C" in content
    assert "belum ditutup" in content


def test_the_same_document_gives_the_same_bytes() -> None:
    assert written(examples.report()) == written(examples.report())


def test_an_empty_book_says_so_and_keeps_its_totals() -> None:
    table = Table(
        examples.CASH_COLUMNS,
        (),
        opening=examples.cash_book().opening,
        totals=(total("Saldo akhir", (None,) * 6 + (Rupiah(6_480_000),), summed=Sum()),),
        empty="Buku kas ini masih kosong.",
    )
    worksheet = sheet(one_part(table), "Uji", values=True)
    line = row_of(worksheet, "Buku kas ini masih kosong.")
    assert worksheet.cell(line - 1, 7).value == 6_480_000
    assert worksheet.cell(line + 1, 7).value == 6_480_000
    assert sheet(one_part(table), "Uji").cell(line + 1, 7).value == f"=G{line - 1}"


def test_slips_strips_signatures_and_the_rest_are_written_too() -> None:
    receipts = sheet(examples.receipts(examples.kwitansi()), "Kwitansi")
    values = {cell.value for line in receipts.iter_rows() for cell in line}
    assert {"KWITANSI BKM/2026/0193", "Pak RT 02", 750_000, "Tujuh ratus lima puluh ribu rupiah"} <= values
    strips = {cell.value for line in sheet(examples.strips(), "Strip anggota").iter_rows() for cell in line}
    assert {"1. Ani Contoh", 10_000, "tidak ada"} <= strips
    document = one_part(
        Paragraph("Satu.\nDua."),
        PageBreak(),
        Gap(2),
        Pairs((("Hari", date(2026, 10, 3)),)),
        Signatures("Banjarmasin", "1 Mei 2026", (), ()),
        Signatures("Banjarmasin", "1 Mei 2026", examples.OFFICERS, examples.WITNESSES, heading="Menyetujui,"),
    )
    worksheet = sheet(document, "Uji")
    values = {cell.value for line in worksheet.iter_rows() for cell in line}
    assert {"Satu.\nDua.", datetime(2026, 10, 3), "Banjarmasin, 1 Mei 2026", "Menyetujui,", "Citra Contoh", "NIP"} <= values
    assert len(worksheet.row_breaks.brk) == 1


def test_two_storeys_of_captions_are_merged() -> None:
    worksheet = sheet(examples.report(), "Buku IKS")
    assert any(str(merged).startswith("C") for merged in worksheet.merged_cells.ranges)


def test_names_of_sheets_are_short_single_and_allowed() -> None:
    names = sheet_names(["Buku kas", "buku KAS", "Kas: [RT/02] *?", "'History'", "history", "", "x" * 40, "x" * 40])
    assert names == ["Buku kas", "buku KAS 2", "Kas RT 02", "History 2", "history 3", "Lembar", "x" * 31, "x" * 29 + " 2"]


def test_formulas_step_over_what_does_not_count() -> None:
    down = Calculation((9, 4), tuple((line, 4) for line in (0, 1, 3, 6)))
    assert formula(down, 10, {2}) == "=SUM(E11:E14,E17)"
    assert formula(Calculation((9, 4), ()), 10) == "=0"
    assert formula(Calculation((9, 4), ((3, 4),), ((5, 4),)), 10) == "=E14-E16"
    assert formula(Calculation((2, 6), tuple((2, column) for column in range(5))), 10) == "=SUM(A13:E13)"
    many = Calculation((900, 0), tuple((line, 0) for line in range(0, 500, 2)))
    assert formula(many, 0).count("SUM(") == 2


def test_progress_counts_parts_and_may_stop_the_work() -> None:
    seen: list[tuple[int, int]] = []
    render_xlsx(examples.report(), io.BytesIO(), progress=lambda done, every: seen.append((done, every)))
    assert seen == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]

    def stop(done: int, every: int) -> None:
        raise Cancelled

    out = io.BytesIO()
    with pytest.raises(Cancelled):
        render_xlsx(examples.report(), out, progress=stop)
    assert out.getvalue() == b""


def test_a_wrong_sum_is_never_written() -> None:
    columns = (Column("a", "A", "money"), Column("b", "B", "money", across=Formula(("a",))))
    with pytest.raises(SumDisagrees):
        written(one_part(Table(columns, (Row((Rupiah(1), Rupiah(2))),))))
