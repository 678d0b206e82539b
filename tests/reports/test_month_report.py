"""The report of a small practice group: what it says is kept as text, and every figure is reckoned anew from the postings."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pypdf
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kubebuku.books.enterprise.aid_commands import ReceiveAid
from kubebuku.books.enterprise.commands import LendCapital
from kubebuku.books.group.commands import OpenUnit
from kubebuku.books.inventory.commands import ListEquipment, Source
from kubebuku.books.inventory.queries import EquipmentList
from kubebuku.books.mending.commands import Undo
from kubebuku.domain.aid import AidKind
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import explain, figure, set_language
from kubebuku.reports import aid, catalog, choices, debts, inventory, monthly
from kubebuku.reports.document import BarChart, Document, Paper, Paragraph, Part, Side, Signatures
from kubebuku.reports.frame import Frame
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.render.sheet import as_text
from kubebuku.reports.render.xlsx import render_xlsx
from kubebuku.reports.sums import prove
from kubebuku.reports.table import Row, Table
from kubebuku.reports.write import TargetExists
from tests.builders import Books
from tests.golden_files import matches_golden
from tests.reports.month_example import CATERING, OCTOBER, TENTS, Example, october
from tests.reports.test_paper_xlsx import reckoned

ALL = frozenset(part.key for part in catalog.PARTS)


@dataclass(frozen=True)
class Printed:
    """A report and the file of the book behind it."""

    document: Document
    book: Path

    def part(self, key: str) -> Part:
        return next(part for part in self.document.parts if part.key == key)

    def tables(self, key: str) -> list[Table]:
        return [block for block in self.part(key).blocks if isinstance(block, Table)]

    def sum_of(self, where: str, values: tuple[object, ...] = ()) -> int:
        """The sum of the postings that a condition names, asked of the file with plain SQL."""
        with closing(sqlite3.connect(self.book)) as connection:
            query = f"SELECT COALESCE(SUM(amount), 0) FROM posting JOIN entry ON entry.id = posting.entry WHERE {where}"
            return int(connection.execute(query, values).fetchone()[0])


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    with october(tmp_path_factory.mktemp("october")) as book:
        yield book


@pytest.fixture(scope="module")
def printed(example: Example) -> Printed:
    return Printed(report(example), example.path)


def report(book: Books, month: Month = OCTOBER, paper: Paper = "f4") -> Document:
    return book.office.read(lambda reading: monthly.build(reading, month, paper=paper, parts=ALL))


def amounts(row: Row) -> list[int]:
    return [int(cell) for cell in row.cells if isinstance(cell, Rupiah)]


def line(table: Table, first: str) -> list[int]:
    """The figures of the line that begins with these words, or bears them as its label."""
    return amounts(
        next(row for row in table.lines if first in {row.label, *(cell for cell in row.cells if isinstance(cell, str))})
    )


# ------------------------------------------------------------------------------------------------------------ the whole


def test_the_report_of_a_closed_month_says_what_it_said_before(printed: Printed) -> None:
    matches_golden(__file__, "month_closed", as_text(printed.document).replace(printed.document.check_code, "ABCD-EFGH"))


def test_every_declared_sum_is_the_sum_of_what_stands_above_it(printed: Printed) -> None:
    prove(printed.document)


#: Books in which nothing was written in the example month: they print no page.
NOTHING_WRITTEN = {"activities", "letters", "guests", "meetings"}


def test_the_parts_stand_in_the_order_of_the_catalogue(printed: Printed) -> None:
    order = [part.key for part in catalog.PARTS]
    places = [
        next(order.index(key) for key in order if part.key == key or part.key.startswith(f"{key}-"))
        for part in printed.document.parts
    ]
    assert places == sorted(places)
    assert {order[place] for place in places} == set(order) - NOTHING_WRITTEN


def test_an_open_month_says_so_and_bears_the_present_head(tmp_path: Path) -> None:
    with october(tmp_path, closed=False, practice=False) as book:
        document = report(book)
        text = as_text(document)
    assert document.not_closed
    assert not document.practice
    assert "Belum ditutup" in text
    assert f"Kode cek {document.check_code} (belum ditutup)" in text
    assert "Oktober 2026 belum ditutup: catatannya masih bisa dibetulkan." in text
    assert "Banjarmasin, 3 November 2026" in text, "signed today"


# ------------------------------------------------------------------------------------- figures, reckoned from the postings

COUNTED = """entry.id NOT IN (SELECT old.id FROM entry AS old JOIN entry AS new ON new.reverses = old.id AND new.date = old.date)
    AND entry.id NOT IN (SELECT new.id FROM entry AS old JOIN entry AS new ON new.reverses = old.id AND new.date = old.date)"""
IN_OCTOBER = "entry.date BETWEEN '2026-10-01' AND '2026-10-31'"
BY_THE_END = "entry.date <= '2026-10-31'"


def parts_of(book: Books, *chosen: str) -> list[str]:
    wanted = frozenset(chosen)
    made = book.office.read(lambda reading: monthly.build(reading, OCTOBER, parts=wanted))
    return [part.key for part in made.parts if part.key.startswith(("cash", "loans", "solidarity"))]


def test_each_place_of_money_has_one_book_in_a_report(tmp_path: Path) -> None:
    """Kas Simpan Pinjam and Kas IKS stand in their own books, which say more; without these, among the cash books."""
    with october(tmp_path) as book:
        assert parts_of(book, "cash", "loans", "solidarity") == ["cash-1101", "cash-1110", "loans", "loans-list", "solidarity"]
        assert parts_of(book, "cash") == ["cash-1101", "cash-1102", "cash-1103", "cash-1110"]
        assert parts_of(book, "cash", "loans")[1] == "cash-1103"
        # a loan of the box IKS to the kiosk is no matter of the fund: then its cash book tells what the fund's does not
        book.post("2026-11-01 | Dipinjam untuk usaha | 1101 50.000 | 1103 -50.000")
        november = book.office.read(lambda reading: monthly.build(reading, Month(2026, 11), parts=ALL))
        assert "cash-1103" in [part.key for part in november.parts]


def test_a_struck_line_of_simpan_pinjam_is_crossed_out_in_its_own_book(tmp_path: Path) -> None:
    with october(tmp_path) as book:
        wrong = book.post("2026-11-02 | Setoran Ani | 1102 20.000 | 2110 -20.000 &ani", kind="savings")
        book.office.run(Undo(entry=wrong.id))
        book.post("2026-11-03 | Setoran Budi | 1102 30.000 | 2110 -30.000 &budi", kind="savings")
        table = Printed(report(book, Month(2026, 11)), book.path).tables("loans")[0]
    assert [(row.cells[0], row.cells[3], row.cells[4], row.struck) for row in table.rows] == [
        (1, "Setoran Ani, dicoret", 20_000, True),
        (2, "Setoran Budi", 30_000, False),
    ]
    assert (amounts(table.totals[0])[0], amounts(table.totals[1])) == (30_000, [8_240_000])


@pytest.mark.parametrize(
    ("box", "label"), [("1101", "Kas"), ("1102", "Kas Simpan Pinjam"), ("1103", "Kas IKS"), ("1110", "Bank")]
)
def test_each_box_from_its_first_to_its_last_rupiah(printed: Printed, box: str, label: str) -> None:
    before = printed.sum_of("account = ? AND entry.date < '2026-10-01'", (box,))
    received = printed.sum_of(f"account = ? AND amount > 0 AND {IN_OCTOBER} AND {COUNTED}", (box,))
    paid = -printed.sum_of(f"account = ? AND amount < 0 AND {IN_OCTOBER} AND {COUNTED}", (box,))
    after = printed.sum_of(f"account = ? AND {BY_THE_END}", (box,))
    (cover,) = printed.tables("cover")
    assert line(cover, label) == [before, received, paid, after]
    recap = line(printed.tables("recap")[0], label)
    assert [recap[0], recap[1] + recap[3], recap[2] + recap[4], recap[5]] == [before, received, paid, after]
    own = {"1102": "loans", "1103": "solidarity"}.get(box)
    assert [part.key for part in printed.document.parts].count(f"cash-{box}") == (own is None)
    book = printed.tables(own or f"cash-{box}")[0]
    moved = amounts(book.totals[0])
    ins = {"loans": 4, "solidarity": 2}.get(own or "", 1)
    assert (sum(moved[:ins]), sum(moved[ins:])) == (received, paid)
    fund = -printed.sum_of(f"account = '2120' AND {BY_THE_END}")
    assert amounts(book.totals[1]) == [fund if own == "solidarity" else after]


def test_what_only_moved_is_told_apart_and_comes_to_the_same_on_both_sides(printed: Printed) -> None:
    together = line(printed.tables("recap")[0], "Jumlah")
    assert together == [15_740_000, 32_061_000, 1_492_000, 1_000_000, 1_000_000, 46_309_000]


def test_the_struck_entry_is_one_crossed_line_that_names_its_replacement(printed: Printed) -> None:
    (book,) = printed.tables("cash-1101")
    struck = [row for row in book.rows if row.struck]
    assert [row.cells[3] for row in struck] == ["Upah masak, dicoret: lihat no 11"]
    assert struck[0].cells[6] is None
    assert book.rows[10].cells[3] == "Upah masak, gantinya no 10"


def test_the_group_may_leave_struck_lines_out(tmp_path: Path) -> None:
    with october(tmp_path) as book:
        book.office.write(lambda work: choices.remember_struck(work, shown=False))
        (table,) = Printed(report(book), book.path).tables("cash-1101")
    assert not [row for row in table.rows if row.struck]
    assert [row.cells[0] for row in table.rows] == list(range(1, 14))
    assert table.rows[9].cells[3] == "Upah masak, gantinya BKK/2026/0007"


def test_each_business_and_the_recap_tie_to_the_income_statement(printed: Printed) -> None:
    income = -printed.sum_of(f"account LIKE '4%' AND {IN_OCTOBER} AND {COUNTED}")
    costs = printed.sum_of(f"account LIKE '5%' AND {IN_OCTOBER} AND {COUNTED}")
    (statement,) = printed.tables("statements-income")
    assert line(statement, "Jumlah pendapatan")[0] == income
    assert line(statement, "Jumlah beban")[0] == costs
    assert line(statement, "Hasil usaha")[0] == income - costs == 763_000
    (recap,) = printed.tables("enterprise-recap")
    assert line(recap, "Jumlah semua")[:4] == [income, 750_000, 402_000, income - costs]
    assert [row.cells[0] for row in recap.rows] == ["Sewa tenda", "Catering", "Umum", "Simpan pinjam"]
    (units,) = printed.tables("statements-units")
    assert line(units, "Hasil usaha") == [1_200_000, -410_000, -27_000, 763_000]
    for unit, label in ((2, "Sewa tenda"), (3, "Catering")):
        (book,) = printed.tables(f"enterprise-{unit}")[:1]
        earned = -printed.sum_of(f"account LIKE '4%' AND unit = ? AND {IN_OCTOBER} AND {COUNTED}", (unit,))
        spent = printed.sum_of(f"account LIKE '5%' AND unit = ? AND {IN_OCTOBER} AND {COUNTED}", (unit,))
        year = -printed.sum_of(f"account GLOB '[45]*' AND unit = ? AND {BY_THE_END}", (unit,))
        sums = amounts(book.totals[0])
        assert (sums[0], sums[1] + sums[2]) == (earned, spent)
        assert amounts(book.totals[1]) == [year]
        assert line(recap, label)[3:5] == [earned - spent, year]


def test_the_capital_of_a_business_is_what_was_put_in_and_what_was_left_there(printed: Printed) -> None:
    capital = printed.tables("enterprise-2")[1]
    held = -printed.sum_of(f"unit = 2 AND (account LIKE '3%' OR account GLOB '[45]*') AND {BY_THE_END}")
    assert line(capital, "Modal") == [4_550_000, held]
    assert held == 20_750_000


def test_what_there_is_equals_whose_it_is(printed: Printed) -> None:
    (position,) = printed.tables("statements-position")
    assets = printed.sum_of(f"account LIKE '1%' AND {BY_THE_END}")
    before = printed.sum_of("account LIKE '1%' AND entry.date <= '2026-09-30'")
    assert line(position, "Jumlah aset") == [assets, before] == line(position, "Jumlah liabilitas dan ekuitas")
    equity = -printed.sum_of(f"account GLOB '[345]*' AND {BY_THE_END}")
    (changes,) = printed.tables("statements-equity")
    start, more, less, end = line(changes, "Jumlah ekuitas")
    assert end == equity == line(position, "Jumlah ekuitas")[0]
    assert start + more - less == end


def test_the_cash_flow_begins_and_ends_with_all_boxes(printed: Printed) -> None:
    (flow,) = printed.tables("statements-cashflow")
    boxes = "account IN ('1101', '1102', '1103', '1110')"
    start = printed.sum_of(f"{boxes} AND entry.date < '2026-10-01'")
    opened = printed.sum_of(f"{boxes} AND kind = 'opening'")
    end = printed.sum_of(f"{boxes} AND {BY_THE_END}")
    assert line(flow, "Semua tempat uang di awal") == [start, opened]
    assert line(flow, "Semua tempat uang di akhir") == [end, end]
    assert line(flow, "Kenaikan atau penurunan semua tempat uang") == [end - start, end - opened]


def test_what_is_owed_stands_with_name_and_age(printed: Printed) -> None:
    owed_us, advances, owed = printed.tables("debts")
    assert line(owed_us, "Pak RT Contoh") == [240_000, 0, 0, 0, 240_000]
    assert advances.rows[0].cells[1:] == ("Dedi Contoh", date(2026, 10, 12), 19, 300_000)
    assert line(owed, "Toko Contoh")[-1] == printed.sum_of("account = '2101'") * -1 == 180_000
    assert printed.part("debts").new_page


def test_a_single_debt_needs_no_page_of_its_own(books: Books) -> None:
    books.person("Kantor", "outsider")
    books.post("2026-01-05 | Kotak rapat | 1120 240.000 &Kantor | 4101 -240.000 @Catering")
    (part,) = books.office.read(lambda reading: debts.build(Frame(reading, Month(2026, 1))))
    assert not part.new_page


def test_the_inventory_ties_to_the_accounts_and_lists_what_has_no_book_value(printed: Printed) -> None:
    things, changes = printed.tables("inventory")
    value, written_off = printed.sum_of("account = '1201'"), -printed.sum_of("account = '1209'")
    assert line(things, "Jumlah") == [value, written_off, value - written_off] == [12_000_000, 2_400_000, 9_600_000]
    assert things.rows[1].cells[8:] == (None, None, None, "tanpa nilai buku, harganya Rp2.500.000")
    assert [(row.cells[1], row.cells[3]) for row in changes.rows] == [("Kursi plastik", "datang: pemberian")]


def test_a_thing_that_cost_nothing_is_not_said_to_have_a_price(tmp_path: Path) -> None:
    with october(tmp_path, closed=False) as book:
        on, place = date(2026, 10, 30), "Rumah bendahara, di belakang lemari besi yang lama, Citra Contoh"
        book.office.run(ListEquipment(on=on, label="Papan nama", source=Source.GIVEN, place=place))
        listed = book.office.ask(EquipmentList(on))
        document = book.office.read(lambda reading: monthly.build(reading, OCTOBER, parts=frozenset({"inventory"})))
    (row,) = (row for row in inventory.things_table(listed).rows if row.cells[1] == "Papan nama")
    assert row.cells[-1] == "tanpa nilai buku"
    out = io.BytesIO()
    render_pdf(document, out)
    text = " ".join(pypdf.PdfReader(out).pages[0].extract_text().split())
    assert "…" not in text, "where it is kept is not cut off"
    assert "Papan nama" in text


def test_aid_that_did_not_move_stands_in_the_summary_only(tmp_path: Path) -> None:
    with october(tmp_path) as book:
        (moved,) = book.office.read(lambda reading: aid.build(Frame(reading, Month(2026, 10))))
        (rested,) = book.office.read(lambda reading: aid.build(Frame(reading, Month(2026, 11))))
    tables = [[block for block in part.blocks if isinstance(block, Table)] for part in (moved, rested)]
    assert [len(found) for found in tables] == [2, 1]
    assert tables[0][0].rows == tables[1][0].rows
    assert Paragraph("Bulan ini tidak ada bantuan yang diterima, dipakai, atau digulirkan.") in rested.blocks


def test_equipment_that_names_no_thing_is_pointed_at(tmp_path: Path) -> None:
    with october(tmp_path, closed=False) as book:
        book.post("2026-10-30 | Beli terpal | 1201 450.000 | 1101 -450.000")
        text = as_text(report(book))
    assert "Di akun ada peralatan Rp450.000 yang belum menyebut barangnya" in text


def test_funds_stand_against_the_boxes_they_should_lie_in(printed: Printed) -> None:
    funds = printed.tables("recap")[1]
    said = [(row.label or row.cells[0], *amounts(row)) for row in funds.lines]
    assert ("Isi Kas IKS", 1_366_000) in said
    assert ("Dititipkan di tempat lain", 18_000) in said
    assert -printed.sum_of("account = '2120'") - printed.sum_of("account = '1103'") == 18_000


def test_the_chart_shows_each_business_and_what_the_group_spent_by_itself(printed: Printed) -> None:
    side = next(block for block in printed.part("cover").blocks if isinstance(block, Side))
    chart = next(block for block in side.right if isinstance(block, BarChart))
    assert [(bar.label, int(bar.amount)) for bar in chart.bars] == [
        ("Sewa tenda", 1_200_000),
        ("Umum", -27_000),
        ("Catering", -410_000),
    ]


def test_those_who_sign_and_a_dotted_line_for_the_lurah(printed: Printed) -> None:
    signed = next(block for block in printed.part("cash-1101").blocks if isinstance(block, Signatures))
    assert (signed.place, signed.on) == ("Banjarmasin", "3 November 2026")
    assert [(party.role, party.name) for party in (*signed.parties, *signed.witnesses)] == [
        ("Ketua", "Ani Contoh"),
        ("Sekretaris", "Budi Contoh"),
        ("Bendahara", "Citra Contoh"),
        ("Pendamping", "Wawan Contoh"),
        ("Lurah", ""),
    ]
    assert signed.witnesses[1].nip == ""


# ------------------------------------------------------------------------------------------------------- paper and sheet


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


# ------------------------------------------------------------------------------------------------- unusual groups and months


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
    with october(tmp_path, members=33) as book:
        long = "Penyewaan tenda, kursi, panggung, dan pengeras suara keliling"[:60]
        book.office.write(lambda work: work.connection.exec_driver_sql("UPDATE unit SET label = ? WHERE id = 2", (long,)))
        document = report(book, paper="a4")
        pages = render_pdf(document, io.BytesIO())
        text = as_text(document)
    assert "Anggota: 33 orang" in text
    assert long in text
    assert pages.of("cover").first == pages.of("cover").last == 1


def test_costs_of_the_group_may_be_shared_out_by_income(tmp_path: Path) -> None:
    with october(tmp_path) as book:
        from kubebuku.ledger import settings

        book.office.write(lambda work: settings.write(work.connection, "general_costs", "by_income"))
        printed = Printed(report(book), book.path)
    (units,) = printed.tables("statements-units")
    assert [column.title for column in units.columns[1:]] == ["Sewa tenda\n(Rp)", "Catering\n(Rp)", "Jumlah\n(Rp)"]
    assert line(units, "Alat Tulis, Fotokopi, Meterai") == [17_977, 9_023, 27_000], "27.000 by 1.275.000 and 640.000"
    assert "dibagi menurut pendapatan tiap usaha: Sewa tenda Rp1.275.000 dan Catering Rp640.000" in as_text(printed.document)


# ----------------------------------------------------------------------------------------------------- choices and refusals


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
