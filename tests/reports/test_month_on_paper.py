"""The month's report on paper and in workbooks; unusual groups and months; parts that are chosen."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pypdf
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kubebuku.books.enterprise.aid_commands import ReceiveAid
from kubebuku.books.enterprise.commands import LendCapital
from kubebuku.books.group.commands import OpenUnit
from kubebuku.domain.aid import AidKind
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import explain, figure, set_language
from kubebuku.reports import choices, monthly
from kubebuku.reports.document import Paper
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.render.sheet import as_text
from kubebuku.reports.render.xlsx import render_xlsx
from kubebuku.reports.table import Table
from kubebuku.reports.write import TargetExists
from tests.builders import Books
from tests.reports.month_example import CATERING, TENTS, Example, october
from tests.reports.month_printed import ALL, Printed, amounts, line, report
from tests.reports.test_paper_xlsx import reckoned


@pytest.mark.parametrize("paper", ["f4", "a4"])
def test_on_both_papers_every_total_stands_and_the_pendamping_has_one_page(example: Example, paper: Paper) -> None:
    document = report(example, paper=paper)
    out = io.BytesIO()
    pages = render_pdf(document, out)
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(out).pages)
    for part in document.parts:
        for block in part.blocks:
            for row in block.totals if isinstance(block, Table) else ():
                for amount in amounts(row):
                    assert figure(amount) in text or amount == 0
    assert text.count(f"Kode cek {document.check_code}") == pages.total
    assert text.count("BUKU LATIHAN: ") == pages.total
    for key in ("cover", "companion", "notes", "recap", "statements-position"):
        assert pages.of(key).first == pages.of(key).last, key
    first, last = pages.range_of("cash") or (0, 0)
    assert (first, last) == (pages.of("cash-1101").first, pages.of("cash-1110").last)
    assert pages.range_of("letters") is None


def test_every_sum_of_the_workbook_is_a_formula_that_shows_its_figure(printed: Printed) -> None:
    out = io.BytesIO()
    render_xlsx(printed.document, out)
    formulas, values = load_workbook(io.BytesIO(out.getvalue())), load_workbook(io.BytesIO(out.getvalue()), data_only=True)
    found = 0
    for name in formulas.sheetnames:
        sheet, shown = formulas[name], values[name]
        assert isinstance(sheet, Worksheet)
        assert isinstance(shown, Worksheet)
        for cells in sheet.iter_rows():
            for cell in cells:
                if cell.data_type == "f":
                    found += 1
                    assert reckoned(shown, str(cell.value)) == shown[cell.coordinate].value
    assert found > 150


def test_a_month_in_which_nothing_happened(books: Books) -> None:
    document = report(books, Month(2026, 11))
    out = io.BytesIO()
    pages = render_pdf(document, out)
    text = as_text(document)
    assert "Uang kelompok pada 22 November 2026: Rp0" in text, "the month still runs"
    assert "Nol rupiah" in text
    assert "Belum ada yang ditulis di buku ini." in text
    assert "Tidak ada yang berutang kepada kelompok" in text
    assert pages.range_of("aid") is None
    assert pages.range_of("cash") is None


def test_the_first_month_begins_with_the_opening_balances(example: Example) -> None:
    printed = Printed(report(example, Month(2026, 9)), example.path)
    (book,) = printed.tables("cash-1101")
    assert book.opening is not None
    assert book.opening.cells[3:] == ("Saldo awal buku", None, None, 6_000_000)
    for box in (part.key for part in printed.document.parts if part.key.startswith("cash-")):
        opened = printed.tables(box)[0].opening
        assert opened is not None
        assert opened.cells[3] == "Saldo awal buku", "no month stands before the first"
    (position,) = printed.tables("statements-position")
    assert "Saldo awal" in position.columns[2].title
    assert line(position, "Jumlah aset")[1] == 6_000_000 + 8_000_000 + 1_300_000 + 300_000 + 12_000_000 - 2_400_000
    things, *changes = printed.tables("inventory")
    assert things.rows
    assert not any("sudah ada" in str(row.cells[3]) for table in changes for row in table.rows), "what was there did not come"
    (income,) = printed.tables("statements-income")
    assert [column.title for column in income.columns] == ["", "September 2026\n(Rp)"], "the year so far is this month"


def test_thirty_three_members_with_long_names_and_long_businesses(tmp_path: Path) -> None:
    with october(tmp_path, members=33, closed=False) as book:
        long = "Penyewaan tenda, kursi, panggung, dan pengeras suara keliling"[:60]
        book.office.write(lambda work: work.connection.exec_driver_sql("UPDATE unit SET label = ? WHERE id = 2", (long,)))
        document = report(book, paper="a4")
        pages = render_pdf(document, io.BytesIO())
        text = as_text(document)
    assert "Anggota: 33 orang" in text
    assert long in text
    assert pages.of("cover").first == pages.of("cover").last == 1


def test_costs_of_the_group_may_be_shared_out_by_income(tmp_path: Path) -> None:
    with october(tmp_path, closed=False) as book:
        from kubebuku.ledger import settings

        book.office.write(lambda work: settings.write(work.connection, "general_costs", "by_income"))
        printed = Printed(report(book), book.path)
    (units,) = printed.tables("statements-units")
    assert [column.title for column in units.columns[1:]] == ["Sewa tenda\n(Rp)", "Catering\n(Rp)", "Jumlah\n(Rp)"]
    assert line(units, "Alat Tulis, Fotokopi, Meterai") == [17_977, 9_023, 27_000], "27.000 by 1.275.000 and 640.000"
    assert "dibagi menurut pendapatan tiap usaha: Sewa tenda Rp1.275.000 dan Catering Rp640.000" in as_text(printed.document)


def test_the_choice_of_parts_is_remembered(books: Books) -> None:
    def chosen() -> frozenset[str]:
        return books.office.read(lambda reading: choices.chosen_parts(reading.connection))

    assert chosen() == ALL
    books.office.write(lambda work: choices.remember_parts(work, {"cover", "recap"}))
    assert chosen() == {"cover", "recap"}
    document = books.office.read(lambda reading: monthly.build(reading, Month(2026, 11)))
    assert [part.key for part in document.parts] == ["cover", "recap"]


def test_a_part_that_a_later_version_brings_is_printed_unless_it_is_off_by_itself(books: Books) -> None:
    def keep_old(work: object) -> None:
        from kubebuku.ledger import settings

        settings.write(work.connection, choices.PARTS_KEY, {"cover": False})  # type: ignore[attr-defined]

    books.office.write(keep_old)
    assert books.office.read(lambda reading: choices.chosen_parts(reading.connection)) == ALL - {"cover"}


@pytest.mark.parametrize(("month", "code"), [(Month(2025, 12), "month-not-there"), (Month(2026, 12), "month-not-there")])
def test_a_month_outside_the_book_is_refused(books: Books, month: Month, code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        report(books, month)
    assert refused.value.code == code
    assert "Buku dimulai Januari 2026, dan sekarang November 2026." in explain(refused.value)


def test_a_report_without_any_part_is_refused(books: Books) -> None:
    with pytest.raises(RuleBroken) as refused:
        books.office.read(lambda reading: monthly.build(reading, Month(2026, 11), parts=frozenset()))
    assert (refused.value.code, refused.value.field) == ("report-empty", "parts")


def test_a_report_is_written_as_its_name_ends(books: Books, tmp_path: Path) -> None:
    month = Month(2026, 11)
    pages = monthly.write_report(books.office, month, tmp_path / "Laporan.PDF")
    assert pages is not None
    assert pages.total == len(pypdf.PdfReader(tmp_path / "Laporan.PDF").pages)
    assert monthly.write_report(books.office, month, tmp_path / "laporan.xlsx", parts=frozenset({"cover"})) is None
    assert load_workbook(tmp_path / "laporan.xlsx").sheetnames == ["Sampul"]
    with pytest.raises(TargetExists):
        monthly.write_report(books.office, month, tmp_path / "laporan.xlsx")
    monthly.write_report(books.office, month, tmp_path / "laporan.xlsx", replace=True)
    with pytest.raises(RuleBroken) as refused:
        monthly.write_report(books.office, month, tmp_path / "laporan.doc")
    assert (refused.value.code, refused.value.field) == ("report-suffix", "out")
    assert not (tmp_path / "laporan.doc").exists()


def test_the_report_speaks_english_too(example: Example) -> None:
    set_language("en")
    try:
        document = report(example)
        text = as_text(document)
        render_pdf(document, io.BytesIO())
    finally:
        set_language("id")
    assert "MONTHLY REPORT" in text
    assert "Upah masak, struck out: see no. 11" in text
    assert "Empat puluh enam juta" in text, "amounts in words stay Indonesian"


def test_a_group_with_nine_businesses_and_much_to_look_at(tmp_path: Path) -> None:
    with october(tmp_path, closed=False) as book:
        book.at(date(2026, 10, 30))
        for number in range(3, 10):
            label = f"Usaha contoh nomor {number}"
            book.office.run(OpenUnit(label=label, opened=date(2026, 10, 1)))
            book.post(f"2026-10-25 | Penjualan {number} | 1101 {number}0.000 | 4101 -{number}0.000 @{number}")
            book.post(f"2026-10-26 | Belanja {number} | 5101 {number}.000 @{number} | 1101 -{number}.000")
        book.strike(book.post("2026-10-27 | Dua kali tertulis | 5105 42.000 | 1101 -42.000").id)
        book.post("2026-10-28 | Cadangan risiko | 5111 15.000 @Simpan | 1139 -15.000")
        book.run(
            LendCapital(
                on=date(2026, 10, 29), description="Pinjam antar usaha", amount=Rupiah(500_000), unit=TENTS, to_unit=CATERING
            )
        )
        for kind, programme in ((AidKind.LOAN, "LKM"), (AidKind.REVOLVING, "Bergulir")):
            book.run(
                ReceiveAid(
                    on=date(2026, 10, 29),
                    description=f"Bantuan {programme}",
                    amount=Rupiah(1_000_000),
                    programme=programme,
                    unit=TENTS,
                    kind=kind,
                    giver=book.people["Toko"],
                )
            )
        printed = Printed(report(book, paper="a4"), book.path)
    text = as_text(printed.document)
    first, second = printed.tables("statements-units")
    assert second.columns[-1].title == "Jumlah semua\n(Rp)"
    assert len(first.columns) + len(second.columns) == 2 + 11 + 1, "eleven bearers of results, and all together"
    (income,) = printed.tables("statements-income")
    assert line(second, "Hasil usaha")[-1] == line(income, "Hasil usaha")[0]
    assert "dan 3 lagi" in text, "nine payments without a nota, six shown"
    assert "dicoret 30/10/26: Salah tulis" in text
    assert "Catering masih harus mengembalikan Rp500.000 kepada Sewa tenda." in text
    assert "pinjaman, dikembalikan, dari Toko Contoh" in text
    assert "dana bergulir, digulirkan lagi, dari Toko Contoh" in text
    assert "Menurut keputusan kelompok disisihkan cadangan risiko pinjaman." in text
    assert "Usaha: Sewa tenda, Catering, Usaha contoh nomor 3, Usaha contoh nomor 4, dan 6 lagi" in text
    pages = render_pdf(printed.document, io.BytesIO())
    assert pages.of("cover").last == 1


def test_what_was_set_aside_stands_between_the_result_and_equity(tmp_path: Path) -> None:
    with october(tmp_path, closed=False) as book:
        before = Printed(report(book), book.path)
        book.post("2026-10-30 | Sisihan IKS dari hasil Sewa tenda | 3131 75.000 @Sewa | 2120 -75.000")
        printed = Printed(report(book), book.path)
    (income,), (position,) = printed.tables("statements-income"), printed.tables("statements-position")
    result = line(income, "Hasil usaha")[-1]
    assert line(position, "Hasil usaha tahun berjalan menurut laba rugi")[0] == result
    assert line(position, "Sudah disisihkan/dibagi tahun ini") == [-75_000, 0]
    (was,) = before.tables("statements-position")
    assert line(position, "Jumlah ekuitas")[0] == line(was, "Jumlah ekuitas")[0] - 75_000
    (changes,) = printed.tables("statements-equity")
    assert line(changes, "Sudah disisihkan/dibagi tahun ini") == [0, 0, 75_000, -75_000]
    capital = printed.tables("enterprise-2")[1]
    assert line(capital, "Sudah disisihkan/dibagi tahun ini") == [0, -75_000]
    text = as_text(printed.document)
    assert "Sudah disisihkan/dibagi tahun ini" in text
