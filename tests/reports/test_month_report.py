"""The report of a small practice group: what it says is kept as text, and every figure is reckoned anew from the postings."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pypdf
import pytest

from kubebuku.books.inventory.commands import ListEquipment, Source
from kubebuku.books.inventory.queries import EquipmentList
from kubebuku.books.mending.commands import Undo
from kubebuku.domain.calendar import Month
from kubebuku.reports import aid, catalog, choices, debts, inventory, monthly
from kubebuku.reports.document import BarChart, Paragraph, Side, Signatures
from kubebuku.reports.frame import Frame
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.render.sheet import as_text
from kubebuku.reports.sums import prove
from kubebuku.reports.table import Table
from tests.builders import Books
from tests.golden_files import matches_golden
from tests.reports.month_example import OCTOBER, october
from tests.reports.month_printed import ALL, Printed, amounts, line, report


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
    with october(tmp_path, closed=False) as book:
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
