from __future__ import annotations

from dataclasses import replace

from kubebuku.domain.money import Rupiah
from kubebuku.reports.document import Document, Gap, Note, PageBreak, Paragraph, Part
from kubebuku.reports.render.sheet import as_text, read
from kubebuku.reports.table import Column, Row, Table, total
from tests.golden_files import matches_golden
from tests.reports import paper_examples as examples


def test_the_report_as_text() -> None:
    matches_golden(__file__, "report", as_text(examples.report()))


def test_a_receipt_as_text() -> None:
    matches_golden(__file__, "receipt", as_text(examples.receipts(examples.kwitansi(5_000_001))))


def test_strips_as_text() -> None:
    matches_golden(__file__, "strips", as_text(examples.strips()))


def test_the_screen_reads_every_part_in_lines_of_strings() -> None:
    cover, cash, _, _ = read(examples.report())
    assert (cash.key, cash.title, cash.period, cash.captions) == ("cash-1101", "Buku kas", "Oktober 2026", ("Tempat uang: Kas",))
    kinds = [line.kind for line in cash.lines]
    assert kinds[:4] == ["head", "numbers", "opening", "row"]
    assert kinds.count("struck") == 1
    struck = next(line for line in cash.lines if line.kind == "struck")
    assert struck.cells[3] == "Upah masak, dicoret: lihat no 38"
    assert struck.tabular
    assert not cover.lines[0].tabular
    sums = [line.cells for line in cash.lines if line.kind == "total"]
    assert sums == [
        ("Jumlah Oktober 2026", "", "", "", "8.022.000", "5.287.000", ""),
        ("Saldo akhir 31 Oktober 2026", "", "", "", "", "", "9.215.000"),
    ]


def test_an_empty_table_and_notes_as_text() -> None:
    table = Table(
        (Column("name", ""), Column("sum", "", "money")),
        (),
        totals=(total("Jumlah", (None, Rupiah(0))),),
        style="open",
        empty="Belum ada.",
    )
    blocks = (table, Note("Periksa lagi."), PageBreak(), Gap(), Paragraph("Satu.\nDua."))
    document = Document("Uji", "", replace(examples.GROUP, address=""), (Part("a", "Uji", blocks, period=""),))
    text = as_text(document)
    assert "== Uji ==\nBelum ada.\n= Jumlah | –\n! Periksa lagi.\n\n\nSatu.\nDua.\n" in text
    assert "Kode cek" not in text


def test_levels_are_indented() -> None:
    table = Table((Column("what", "Uraian"),), (Row(("Kas",), level=2), Row(("Bank\nBaru",))), style="statement")
    lines = read(Document("Uji", "", examples.GROUP, (Part("a", "A", (table,)),)))[0].lines
    assert [line.cells[0] for line in lines] == ["Uraian", "    Kas", "Bank Baru"]
