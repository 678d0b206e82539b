"""Documents as PDF: pages, heads and feet, sums carried over, long books, cancelling."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from kubebuku.domain.errors import Cancelled
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import figure
from kubebuku.reports.document import (
    Document,
    Gap,
    Letterhead,
    Note,
    PageBreak,
    Pairs,
    Paragraph,
    Part,
    Side,
    Signatures,
)
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.sums import SumDisagrees
from kubebuku.reports.table import Sum, Table, total
from tests.golden_files import matches_golden
from tests.reports import paper_examples as examples
from tests.reports.paper_printed import LONG_NAME, MM, one_part, plain, printed


def test_the_report_reads_as_the_golden_text() -> None:
    texts, pages, _ = printed(examples.report())
    assert pages.total == len(texts) == 6
    matches_golden(__file__, "report_pages", "\n\f\n".join(texts) + "\n")


def test_the_same_document_gives_the_same_bytes() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    render_pdf(examples.report(), first)
    render_pdf(examples.report(), second)
    assert first.getvalue() == second.getvalue()


def test_no_path_of_this_computer_is_in_the_file() -> None:
    out = io.BytesIO()
    render_pdf(examples.report(), out)
    assert b"/resources/" not in out.getvalue()
    assert b"/fonts" not in out.getvalue()


@pytest.mark.parametrize(("paper", "size"), [("f4", (215, 330)), ("a4", (210, 297))])
def test_pages_have_the_size_of_the_paper_and_wide_books_lie_down(paper: str, size: tuple[int, int]) -> None:
    _, pages, reader = printed(examples.report("a4" if paper == "a4" else "f4"))
    width, height = size
    boxes = [(round(page.mediabox.width / MM), round(page.mediabox.height / MM)) for page in reader.pages]
    lying = pages.of("dues")
    assert set(boxes[lying.first - 1 : lying.last]) == {(height, width)}
    assert set(boxes[: lying.first - 1]) == {(width, height)}


def test_every_page_has_kop_foot_check_code_and_number() -> None:
    texts, pages, _ = printed(examples.report())
    for number, text in enumerate(texts, 1):
        assert "KELOMPOK USAHA BERSAMA (KUBE)" in text
        assert "HUNAFA BERSAMA" in text
        assert "Kode cek 7K4M-Q2XD" in text
        assert f"Halaman {number} dari {pages.total}" in text
        assert "BUKU LATIHAN: angka dan nama di halaman ini bukan yang sebenarnya" in text


def test_an_open_month_says_so_beside_its_code() -> None:
    texts, _, _ = printed(one_part(Paragraph("Isi."), not_closed=True))
    assert "Kode cek 7K4M-Q2XD (belum ditutup)" in texts[0]
    texts, _, _ = printed(replace(one_part(Paragraph("Isi."), not_closed=True), check_code=""))
    assert "Belum ditutup" in texts[0]


def test_a_real_book_has_no_practice_line() -> None:
    texts, _, _ = printed(examples.report(practice=False))
    assert not any("LATIHAN" in text for text in texts)


def test_parts_have_bookmarks_and_page_ranges() -> None:
    texts, pages, reader = printed(examples.report())
    titles = [str(entry["/Title"]) for entry in reader.outline if not isinstance(entry, list)]
    assert titles == ["Sampul", "Buku kas", "Posisi keuangan", "Buku IKS"]
    cash = pages.of("cash-1101")
    assert (cash.first, cash.last) == (2, 3)
    assert all("BUKU KAS" in text for text in texts[cash.first - 1 : cash.last])
    with pytest.raises(KeyError):
        pages.of("nothing")


def test_the_file_says_what_it_is() -> None:
    _, _, reader = printed(examples.report())
    about = reader.metadata
    assert about is not None
    assert (about.title, about.author) == ("Laporan Bulanan Oktober 2026", "Hunafa Bersama")
    assert about.subject == "Laporan Oktober 2026, Kube Hunafa Bersama"


def test_sums_are_carried_from_page_to_page() -> None:
    document = examples.long_book(150)
    table = document.parts[0].blocks[0]
    assert isinstance(table, Table)
    texts, pages, _ = printed(document)
    assert pages.total >= 4
    for text, following in pairwise(texts):
        carried = re.search(r"Jumlah dipindahkan\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)", text)
        brought = re.search(r"Pindahan dari halaman sebelumnya\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)", following)
        assert carried is not None
        assert brought is not None
        assert carried.groups() == brought.groups()
        last = max(int(number) for number in re.findall(r"^(\d+) \d\d/\d\d/\d\d ", text, re.MULTILINE))
        lines = table.rows[:last]
        received = sum(int(line.cells[4]) for line in lines if isinstance(line.cells[4], int))
        paid = sum(int(line.cells[5]) for line in lines if isinstance(line.cells[5], int))
        saldo = lines[-1].cells[6]
        assert isinstance(saldo, int)
        assert carried.groups() == (figure(received), figure(paid), figure(saldo))
    assert "Pindahan" not in texts[0]
    assert "Jumlah dipindahkan" not in texts[-1]


def test_a_struck_line_is_readable_and_not_carried() -> None:
    texts, _, _ = printed(examples.report())
    assert "Upah masak, dicoret: lihat no 38" in texts[2]
    assert "1.500.000" in texts[2]
    assert "Jumlah Oktober 2026" in texts[2]
    assert "5.287.000" in texts[2]


def test_small_parts_may_share_a_page() -> None:
    first = Part("a", "Piutang", (Paragraph("Satu."),))
    second = Part("b", "Utang", (Paragraph("Dua."),), new_page=False)
    document = Document("Uji", "2026", examples.GROUP, (first, second))
    _, pages, _ = printed(document)
    assert [(one.first, one.last) for one in pages.parts] == [(1, 1), (1, 1)]
    lying = replace(second, landscape=True)
    _, pages, _ = printed(replace(document, parts=(first, lying)))
    assert pages.of("b").first == 2


def test_what_follows_a_page_break_stands_on_a_new_page() -> None:
    texts, _, _ = printed(one_part(Paragraph("Satu."), PageBreak(), PageBreak(), Paragraph("Dua."), Gap(3)))
    assert len(texts) == 2
    assert "Dua." in texts[1]


def test_two_columns_too_high_for_a_page_follow_each_other() -> None:
    pairs = Pairs(tuple((f"Nomor {number}", date(2026, 1, 1)) for number in range(80)))
    texts, _, _ = printed(one_part(Side((pairs,), (Note("Ini catatan.", "Lihat"), Note("Tanpa judul.")))))
    assert "Nomor 79" in " ".join(texts)
    assert "Ini catatan." in texts[-1]


def test_a_long_kop_is_cut_with_a_mark_and_keeps_off_the_body() -> None:
    head = Letterhead(LONG_NAME, "Kelurahan Contoh yang panjang, " * 8, "tenda")
    texts, _, _ = printed(replace(one_part(Paragraph("Isi.")), letterhead=head))
    assert "RADEN AJENG SITI" in texts[0]
    assert "Isi." in texts[0]


def test_a_cover_that_fills_more_than_a_page_goes_on_to_the_next() -> None:
    cover = examples.cover_part()
    many = Pairs(tuple((f"Usaha {number}", "Sewa tenda") for number in range(30)))
    longer = replace(cover, blocks=(*cover.blocks[:3], many, cover.blocks[-1]))
    _, pages, _ = printed(replace(examples.report(), parts=(longer,)))
    assert pages.total == 2


def test_progress_is_told_page_by_page_and_may_stop_the_work() -> None:
    seen: list[tuple[int, int]] = []
    pages = render_pdf(examples.long_book(150), io.BytesIO(), progress=lambda made, about: seen.append((made, about)))
    assert [made for made, _ in seen] == list(range(1, pages.total + 1))
    assert all(made <= about for made, about in seen)

    def stop(made: int, about: int) -> None:
        raise Cancelled

    out = io.BytesIO()
    with pytest.raises(Cancelled):
        render_pdf(examples.long_book(150), out, progress=stop)
    assert out.getvalue() == b""


def test_a_wrong_sum_is_never_printed() -> None:
    wrong = replace(examples.boxes(), totals=(total("Jumlah", (None, Rupiah(1), None, None, None), summed=Sum()),))
    out = io.BytesIO()
    with pytest.raises(SumDisagrees):
        render_pdf(one_part(wrong), out)
    assert out.getvalue() == b""


def test_a_slip_among_other_blocks_is_a_fault_of_the_report() -> None:
    with pytest.raises(TypeError, match="KwitansiSlip"):
        printed(one_part(Paragraph("Isi."), examples.kwitansi()))


@pytest.mark.parametrize(("rows", "expected"), [(25, 1), (26, 1), (33, 1), (34, 2)])
def test_a_few_lines_too_many_are_drawn_closer_instead_of_on_another_page(rows: int, expected: int) -> None:
    book = examples.long_book(rows).parts[0].blocks[0]
    signatures = Signatures("Banjarmasin", "31 Oktober 2026", examples.OFFICERS, examples.WITNESSES)
    texts, pages, _ = printed(one_part(book, signatures))
    assert pages.total == expected
    assert f"Bu RW {rows}" in plain(texts[-1])
