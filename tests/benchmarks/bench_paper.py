"""A dense cash book of 4,000 rows on paper (aim 0.35 s) and on a sheet; the yardstick is ReportLab's own drawString."""

from __future__ import annotations

import io

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from kubebuku.i18n import figure, short_date
from kubebuku.reports.document import Document
from kubebuku.reports.render.fonts import first_face
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.render.xlsx import render_xlsx
from kubebuku.reports.table import Table
from tests.reports.paper_examples import long_book

ROWS = 4_000


@pytest.fixture(scope="module")
def book() -> Document:
    return long_book(ROWS)


@pytest.mark.benchmark(group="dense cash book, 4,000 rows")
def test_yardstick_drawn_with_draw_string(benchmark: BenchmarkFixture, book: Document) -> None:
    table = book.parts[0].blocks[0]
    assert isinstance(table, Table)
    lines = table.rows

    def draw() -> int:
        out = io.BytesIO()
        canvas = Canvas(out, pageCompression=1, invariant=1)
        face = first_face()
        for start in range(0, ROWS, 42):
            canvas.setFont(face, 8.2)
            for index, line in enumerate(lines[start : start + 42]):
                y = 800 - index * 18
                number, day, bukti, what, received, paid, saldo = line.cells
                for x, text in ((60, str(number)), (90, short_date(day)), (130, str(bukti)), (200, str(what))):  # type: ignore[arg-type]
                    canvas.drawString(x, y, text)
                for x, amount in ((420, received), (490, paid), (560, saldo)):
                    if isinstance(amount, int):
                        text = figure(amount)
                        canvas.drawString(x - pdfmetrics.stringWidth(text, face, 8.2), y, text)
                canvas.line(56, y - 4, 567, y - 4)
            canvas.showPage()
        canvas.save()
        return len(out.getvalue())

    assert benchmark(draw) > 100_000


@pytest.mark.benchmark(group="dense cash book, 4,000 rows")
def test_pdf(benchmark: BenchmarkFixture, book: Document) -> None:
    pages = benchmark(lambda: render_pdf(book, io.BytesIO()))
    assert pages.total > 90


@pytest.mark.benchmark(group="dense cash book, 4,000 rows")
def test_xlsx(benchmark: BenchmarkFixture, book: Document) -> None:
    out = io.BytesIO()
    benchmark(lambda: render_xlsx(book, out))
    assert out.getvalue()[:2] == b"PK"
