"""Every book of a full group by itself on paper, and the whole report of a month, for ten years of work."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from kubebuku.app.office import Office
from kubebuku.domain.calendar import Month
from kubebuku.reports import books, monthly
from kubebuku.reports.catalog import BOOKS_ALONE
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.render.xlsx import render_xlsx
from tests.benchmarks.fullbook import full_book

MONTH = Month(2026, 10)
ROUNDS = 5


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    with Office.open(full_book(), write=False) as opened:
        yield opened


@pytest.mark.benchmark(group="one book of a full group as PDF (aim 0.5 s)")
@pytest.mark.parametrize("name", BOOKS_ALONE)
def test_book(benchmark: BenchmarkFixture, office: Office, name: str) -> None:
    def draw() -> int:
        document = office.read(lambda reading: books.build(reading, MONTH, name))
        return render_pdf(document, io.BytesIO()).total

    assert benchmark.pedantic(draw, rounds=ROUNDS, warmup_rounds=1) > 0  # type: ignore[no-untyped-call]


@pytest.mark.benchmark(group="the whole report of a month")
def test_report_asked(benchmark: BenchmarkFixture, office: Office) -> None:
    """Only the questions to the books: what is on the pages, not drawn."""
    asked = benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: office.read(lambda reading: monthly.build(reading, MONTH)), rounds=ROUNDS, warmup_rounds=1
    )
    assert len(asked.parts) > 10


@pytest.mark.benchmark(group="the whole report of a month")
@pytest.mark.parametrize("form", ["pdf", "xlsx"])
def test_report(benchmark: BenchmarkFixture, office: Office, form: str) -> None:
    def draw() -> int:
        document = office.read(lambda reading: monthly.build(reading, MONTH))
        out = io.BytesIO()
        if form == "pdf":
            render_pdf(document, out)
        else:
            render_xlsx(document, out)
        return len(out.getvalue())

    assert benchmark.pedantic(draw, rounds=ROUNDS, warmup_rounds=1) > 10_000  # type: ignore[no-untyped-call]
