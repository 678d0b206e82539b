"""The collection sheet on paper: bills to be written beside, what was paid as it stands in the ledger, strips to be cut."""

from __future__ import annotations

import io
from dataclasses import replace
from fractions import Fraction

import pytest

from kubebuku.app.office import Office
from kubebuku.books.collection.commands import Collect, Part
from kubebuku.books.collection.queries import CollectionSheet
from kubebuku.books.collection.rules import line_of
from kubebuku.books.meetings.commands import Attended, HoldMeeting
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.savings_loan.commands import LendMoney
from kubebuku.books.savings_loan.schedules import Method
from kubebuku.books.solidarity.commands import SetSolidarityRule
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.work import Reading
from kubebuku.reports import collection
from kubebuku.reports.document import Document, Strip
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.render.sheet import as_text
from kubebuku.reports.render.xlsx import render_xlsx
from kubebuku.reports.sums import prove
from kubebuku.reports.table import Table
from tests.books.saving import Group, deposit, month
from tests.books.trading import day

SUNDAY = day("8/11")


@pytest.fixture
def group(office: Office) -> Group:
    """Ani, Budi with a loan of Rp100.000 that is due, Citra who is excused."""
    group = Group(office)
    group.rule(month(11), principal=0)
    group.run(SetSolidarityRule(since=month(11), amount=Rupiah(2_000)))
    ani, budi, citra = (group.member(f"{name} Contoh") for name in ("Ani", "Budi", "Citra"))
    group.run(deposit(budi, "1/10", voluntary=400_000))
    group.run(LendMoney(on=day("2/10"), amount=Rupiah(100_000), person=budi, months=1, decided="Rapat 1 Oktober"))
    roll = tuple(Attended(person=one, state=Presence.EXCUSED if one == citra else Presence.PRESENT) for one in (ani, budi, citra))
    group.run(HoldMeeting(on=SUNDAY, attendance=roll))
    return group


def made(group: Group, make: object) -> Document:
    def build(reading: Reading) -> Document:
        document: Document = make(reading, SUNDAY)  # type: ignore[operator]
        return document

    document = group.office.read(build)
    prove(document)
    render_xlsx(document, io.BytesIO())
    return document


def pay(group: Group) -> None:
    lines = group.answer(CollectionSheet(SUNDAY)).lines
    paid = [line_of(line, {part: line.due(part) for part in Part}) for line in lines if line.name != "Citra Contoh"]
    group.run(Collect(on=SUNDAY, lines=tuple(paid)))


def table(document: Document) -> Table:
    return next(block for block in document.parts[0].blocks if isinstance(block, Table))


def strips(document: Document) -> list[Strip]:
    return [block for block in document.parts[0].blocks if isinstance(block, Strip)]


def test_the_blank_sheet_prints_the_bills_and_leaves_room(group: Group) -> None:
    document = made(group, collection.sheet)
    bills = table(document)
    assert [row.cells[:7] for row in bills.rows] == [
        (1, "Ani Contoh", "H", 10_000, 2_000, 0, 0),
        (2, "Budi Contoh", "H", 10_000, 2_000, 100_000, 0),
        (3, "Citra Contoh", "I", 10_000, 2_000, 0, 0),
    ]
    assert all(cell is None for row in bills.rows for cell in row.cells[7:])
    assert bills.totals[0].cells[3:7] == (30_000, 6_000, 100_000, 0)
    text = as_text(document)
    assert "Rapat Minggu, 8 November 2026" in text
    assert "Uang dihitung" in text


def test_the_sheet_that_was_saved_prints_what_the_ledger_holds(group: Group) -> None:
    pay(group)
    paid = table(made(group, collection.sheet))
    assert [row.cells[3:10] for row in paid.rows] == [
        (10_000, 0, 2_000, 0, 0, 0, 12_000),
        (10_000, 0, 2_000, 100_000, 0, 0, 112_000),
        (0, 0, 0, 0, 0, 0, 0),
    ]
    assert paid.totals[0].cells[3:10] == (20_000, 0, 4_000, 100_000, 0, 0, 124_000)
    assert [row.cells[2] for row in paid.rows] == ["Hadir", "Hadir", "Izin"]
    assert all(cell is None for cell in table(made(group, collection.blank)).rows[0].cells[7:])


def test_each_member_has_a_strip(group: Group) -> None:
    before = strips(made(group, collection.strips))
    assert before[1].boxes == (("Simpanan sekarang", 400_000), ("Sisa pinjaman", 100_000))
    pay(group)
    document = made(group, collection.strips)
    ani, budi, citra = strips(document)
    assert ani.lines == (("Simpanan wajib", 10_000), ("Iuran IKS", 2_000))
    assert (ani.total, ani.boxes) == (("Jumlah", 12_000), (("Simpanan sekarang", 10_000), ("Sisa pinjaman", "tidak ada")))
    assert budi.lines[-1] == ("Angsuran pokok", 100_000)
    assert budi.boxes == (("Simpanan sekarang", 410_000), ("Sisa pinjaman", "LUNAS"))
    assert citra.lines == (("Izin, tidak membayar", "–"),)
    assert ani.caption.endswith("rapat 8 November 2026")


def test_eight_strips_fill_a_page(group: Group) -> None:
    for number in range(6):
        group.member(f"Anggota {number} Contoh")
    document = made(group, collection.strips)
    assert len(strips(document)) == 9
    assert render_pdf(document, io.BytesIO()).total == 2


def test_instalment_and_jasa_are_one_line_of_the_strip(office: Office) -> None:
    """Rp300.000 for three months at 2 % flat: Rp100.000 and Rp6.000, of which Budi pays Rp60.000 and Rp6.000."""
    group = Group(office)
    budi = group.member("Budi Contoh")
    group.run(deposit(budi, "1/10", voluntary=400_000))
    lent = LendMoney(on=day("2/10"), amount=Rupiah(300_000), person=budi, months=3, method=Method.FLAT, rate=Fraction(2, 100))
    group.run(replace(lent, decided="Rapat 2 Oktober", exception="Disetujui rapat"))
    (line,) = group.answer(CollectionSheet(SUNDAY)).lines
    assert (line.due(Part.PRINCIPAL), line.due(Part.FEE)) == (100_000, 6_000)
    assert table(made(group, collection.blank)).rows[0].cells[5] == 106_000
    group.run(Collect(on=SUNDAY, lines=(line_of(line, {Part.PRINCIPAL: Rupiah(60_000), Part.FEE: Rupiah(6_000)}),)))
    (strip,) = strips(made(group, collection.strips))
    assert strip.lines == (("Angsuran dan jasa", 66_000),)
    assert (strip.total, strip.boxes[1]) == (("Jumlah", 66_000), ("Sisa pinjaman", 240_000))
    assert table(made(group, collection.sheet)).rows[0].cells[6:8] == (60_000, 6_000)


def test_what_was_paid_without_a_sheet_is_shown_without_vouchers_of_one(group: Group) -> None:
    ani = next(line.person for line in group.answer(CollectionSheet(SUNDAY)).lines if line.name == "Ani Contoh")
    group.run(deposit(ani, "8/11", voluntary=15_000))
    document = made(group, collection.sheet)
    assert [row.cells[4] for row in table(document).rows] == [15_000, 0, 0]
    assert "Bukti" not in as_text(document)
    pay(group)
    assert "Bukti" in as_text(made(group, collection.sheet))
