"""Documents as PDF: pages, heads and feet, figures that are never cut, signs that the fonts lack, long books, cancelling."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from kubebuku import i18n
from kubebuku.domain.errors import Cancelled
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import figure
from kubebuku.reports.document import (
    Bar,
    BarChart,
    Block,
    Document,
    Gap,
    Heading,
    KwitansiSlip,
    Letterhead,
    Note,
    PageBreak,
    Pages,
    Pairs,
    Paragraph,
    Part,
    Party,
    Side,
    Signatures,
)
from kubebuku.reports.render import frame as frames
from kubebuku.reports.render.fonts import Faces
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.render.signing import lay_signatures
from kubebuku.reports.sums import SumDisagrees
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, group, subtotal, total
from tests.golden_files import matches_golden
from tests.reports import paper_examples as examples

MM = 72 / 25.4
BIGGEST = 999_999_999_999
LONG_NAME = "Raden Ajeng Siti Nurhaliza Kusumawardhani Prawirodirjo binti Haji Abdurrahman Sosrokusumo dari Kampung Melayu"


def printed(document: Document) -> tuple[list[str], Pages, PdfReader]:
    out = io.BytesIO()
    pages = render_pdf(document, out)
    reader = PdfReader(io.BytesIO(out.getvalue()))
    return [page.extract_text() for page in reader.pages], pages, reader


def one_part(*blocks: Block, landscape: bool = False, not_closed: bool = False) -> Document:
    part = Part("part", "Uji", blocks, landscape=landscape)
    return Document("Uji", "Oktober 2026", examples.GROUP, (part,), check_code="7K4M-Q2XD", not_closed=not_closed)


def plain(text: str) -> str:
    """Text without its line breaks, for words that wrap."""
    return " ".join(text.split())


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


@pytest.mark.parametrize("rows", [1, 2, 3, 20, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 60, 75])
def test_signatures_stand_with_the_last_line_of_their_table(rows: int) -> None:
    book = examples.long_book(rows).parts[0].blocks[0]
    signatures = Signatures("Banjarmasin", "31 Oktober 2026", examples.OFFICERS, examples.WITNESSES)
    texts, _, _ = printed(one_part(book, Paragraph("Terbilang: seratus rupiah"), signatures))
    last = texts[-1]
    assert "Bendahara" in last
    assert "Terbilang: seratus rupiah" in last
    assert f"Bu RW {rows}" in plain(last)
    assert all("Bendahara" not in text for text in texts[:-1])


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    for lines in range(40, 58):
        above = Paragraph("\n".join("Baris" for _ in range(lines)))
        texts, _, _ = printed(one_part(above, Heading("Judul"), Paragraph("Isinya.")))
        page = next(text for text in texts if "Judul" in text)
        assert "Isinya." in page


def test_the_widest_amount_is_never_cut() -> None:
    months = tuple(Column(f"m{index}", f"Bulan {index}", "money", 10) for index in range(12))
    amounts = (Rupiah(BIGGEST),) * 12
    table = Table(
        (Column("name", "Nama"), *months),
        (Row(("Ani Contoh", *amounts)),),
        totals=(total("Jumlah", (None, *amounts), summed=Sum()),),
        carry=tuple(column.key for column in months),
    )
    for landscape in (False, True):
        texts, _, _ = printed(one_part(table, landscape=landscape))
        assert re.sub(r"\s", "", texts[0]).count("999.999.999.999") == 24


def test_a_long_name_is_printed_whole_over_as_many_lines_as_it_needs() -> None:
    rows = tuple(Row((number, LONG_NAME, Rupiah(BIGGEST))) for number in range(1, 34))
    columns = (Column("no", "No", "number", 9), Column("name", "Nama anggota", width=40), Column("sum", "Jumlah", "money", 40))
    texts, _, _ = printed(one_part(Table(columns, rows)))
    assert plain(" ".join(texts)).count(LONG_NAME) == 33
    assert "…" not in " ".join(texts)
    assert " ".join(texts).count("999.999.999.999") == 33


def test_signs_without_a_letter_in_the_font_become_boxes() -> None:
    names = ("محمد", "Ani 🎉 Contoh", "Ma'ruf \\(x)", "\u202eterbalik", "baris\nbaru\ttab", "Nguyễn Văn")
    columns = (Column("name", "Nama"), Column("sum", "Jumlah", "money"))
    texts, _, _ = printed(one_part(Table(columns, tuple(Row((name, Rupiah(1))) for name in names))))
    text = texts[0]
    for shown in ("□□□□", "Ani □ Contoh", "Ma'ruf \\(x)", "terbalik", "baris baru tab", "Nguyen Văn"):
        assert shown in text
    assert "\u202e" not in text


def test_more_kinds_of_letters_than_one_font_subset_holds() -> None:
    signs = [chr(point) for point in (*range(0xC0, 0x24F), *range(0x2190, 0x2194), 0x25A0, 0x2611)]
    rows = tuple(Row(("".join(signs[start : start + 12]), Rupiah(start))) for start in range(0, len(signs), 12))
    table = Table((Column("name", "Huruf", width=60), Column("sum", "Nomor", "money")), rows)
    texts, _, _ = printed(one_part(table, Paragraph("Ā ț")))
    assert "ÀÁÂÃÄÅÆÇÈÉÊË" in texts[0]
    assert "Ā ț" in " ".join(texts)


def test_groups_subtotals_and_two_storeys_of_captions() -> None:
    columns = (
        Column("what", "Uraian", width=60),
        Column("good", "Baik", "integer", over="Keadaan", width=15),
        Column("bad", "Rusak", "integer", over="Keadaan", width=15),
        Column("all", "Jumlah", "integer", across=Formula(("good", "bad"))),
    )
    table = Table(
        columns,
        (
            group("Tenda"),
            Row(("Tenda 1 plong", 3, 0, 3), level=1),
            subtotal("Jumlah tenda", (None, 3, 0, 3)),
            Row(("Kursi", 40, 2, 42)),
        ),
        totals=(total("Jumlah seluruh barang milik kelompok menurut hitungan bersama", (None, 43, 2, 45), summed=Sum()),),
    )
    texts, _, _ = printed(one_part(table))
    for words in ("Keadaan", "Tenda 1 plong", "Jumlah tenda", "menurut hitungan bersama"):
        assert words in plain(texts[0])


def test_an_empty_book_says_so() -> None:
    book = replace(examples.long_book(1).parts[0], blocks=(Table(examples.CASH_COLUMNS, (), empty="Buku kas ini masih kosong."),))
    texts, _, _ = printed(replace(examples.long_book(1), parts=(book,)))
    assert "Buku kas ini masih kosong." in texts[0]


def test_bars_to_the_left_are_named_a_loss() -> None:
    bars = (Bar("Catering", Rupiah(90), "catering"), Bar("Tenda", Rupiah(-40)), Bar("Lain", Rupiah(0), "tak_ada"))
    chart = BarChart("Hasil", bars)
    texts, _, _ = printed(one_part(chart))
    assert "rugi Rp40" in texts[0]
    assert "Rp90" in texts[0]


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


def test_any_number_of_people_sign() -> None:
    names = tuple(Party(f"Peran {number}", f"Nama Contoh {number}", "") for number in range(1, 6))
    for count in range(6):
        signatures = Signatures("Banjarmasin", "1 Mei 2026", names[:count], (Party("Camat", LONG_NAME),), heading="Menyetujui,")
        texts, _, _ = printed(one_part(signatures))
        assert all(party.name in texts[0] for party in names[:count])
        assert "Menyetujui," in texts[0]


def test_on_a_sheet_that_lies_down_all_sign_in_one_row() -> None:
    block = Signatures("Banjarmasin", "1 Mei 2026", examples.OFFICERS, examples.WITNESSES)
    faces = Faces.of(Canvas(io.BytesIO())._doc)
    upright, lying = (lay_signatures(block, width * MM, faces, 1.0).height for width in (180, 262))
    assert upright - lying > 25 * MM
    texts, _, _ = printed(one_part(block, landscape=True))
    assert all(party.name in texts[0] for party in (*examples.OFFICERS, *examples.WITNESSES))
    assert "Mengetahui," in texts[0]
    alone = Signatures("Banjarmasin", "1 Mei 2026", examples.OFFICERS)
    assert lying - lay_signatures(alone, 262 * MM, faces, 1.0).height == pytest.approx(3.8 * MM), "the line of the lurah's NIP"


def test_a_group_without_a_place_writes_it_by_hand() -> None:
    texts, _, _ = printed(one_part(Signatures("", "1 Mei 2026", examples.OFFICERS)))
    assert "..., 1 Mei 2026" in texts[0]


def test_signatures_never_stand_with_a_single_line() -> None:
    for lines in range(30, 56):
        above = Paragraph("\n".join("Baris" for _ in range(lines)))
        figures = Pairs(tuple((f"Angka {number}", Rupiah(number)) for number in range(1, 6)))
        texts, _, _ = printed(one_part(above, figures, Note("Bicarakan."), Signatures("Kupang", "1 Mei 2026", examples.OFFICERS)))
        assert "Bicarakan." in texts[-1]
        assert "Angka 5" in texts[-1]


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


def test_a_kwitansi_above_five_million_asks_for_a_meterai() -> None:
    texts, _, reader = printed(examples.receipts(examples.kwitansi(5_000_000), examples.kwitansi(5_000_001), paper="slip"))
    assert "meterai" not in texts[0]
    assert "meterai" in texts[1]
    assert "# Lima juta rupiah #" in texts[0]
    box = reader.pages[0].mediabox
    assert (round(box.width / MM), round(box.height / MM)) == (215, 110)


@pytest.mark.parametrize("paper", ["a4", "f4"])
def test_three_kwitansi_stand_on_a_page(paper: str) -> None:
    long = examples.kwitansi(BIGGEST, "Sewa tenda dan kursi untuk hajatan " * 4, LONG_NAME)
    document = examples.receipts(*(long,) * 4, paper="a4" if paper == "a4" else "f4")
    texts, pages, _ = printed(document)
    assert pages.total == 2
    assert texts[0].count("KWITANSI") == 3
    assert texts[0].count("Rp999.999.999.999") == 3
    assert plain(texts[0]).count("sembilan puluh sembilan rupiah #") == 3


def test_a_group_named_kube_is_not_called_so_twice() -> None:
    document = replace(examples.receipts(examples.kwitansi()), letterhead=Letterhead("Kube Melati"))
    texts, _, _ = printed(document)
    assert "KUBE MELATI" in texts[0]
    assert "KUBE KUBE" not in texts[0]


def test_eight_strips_stand_on_a_page() -> None:
    texts, pages, _ = printed(examples.strips())
    assert pages.total == 1
    assert texts[0].count("Dibayar hari ini") == 8
    assert "Tidak cocok? Tanya bendahara" in texts[0]


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


def test_the_paper_speaks_english_too() -> None:
    i18n.set_language("en")
    try:
        texts, _, _ = printed(examples.report())
    finally:
        i18n.set_language("id")
    assert "Page 1 of 6" in texts[0]
    assert "Carried forward" in texts[1]


def test_a_receipt_may_be_told_not_to_ask_for_a_meterai() -> None:
    slip = replace(examples.kwitansi(9_000_000), duty=False)
    assert isinstance(slip, KwitansiSlip)
    assert not slip.needs_duty


@pytest.mark.parametrize(("rows", "expected"), [(25, 1), (26, 1), (33, 1), (34, 2)])
def test_a_few_lines_too_many_are_drawn_closer_instead_of_on_another_page(rows: int, expected: int) -> None:
    book = examples.long_book(rows).parts[0].blocks[0]
    signatures = Signatures("Banjarmasin", "31 Oktober 2026", examples.OFFICERS, examples.WITNESSES)
    texts, pages, _ = printed(one_part(book, signatures))
    assert pages.total == expected
    assert f"Bu RW {rows}" in plain(texts[-1])


def test_the_place_of_the_meterai_is_not_drawn_closer() -> None:
    faces = Faces.of(Canvas(io.BytesIO())._doc)
    chair, borrower = Party("Ketua", "Ani Contoh"), Party("Peminjam", "Eka Contoh")
    plain_ones = Signatures("Banjarmasin", "1 Mei 2026", (chair, borrower))
    stamped = replace(plain_ones, parties=(chair, replace(borrower, duty=True)))
    wordy = replace(plain_ones, parties=(Party("Pihak pertama, Ketua", "Ani Contoh"), borrower))
    loose, close = (lay_signatures(plain_ones, 480, faces, tight).height for tight in (1.0, 0.82))
    assert close < loose
    assert lay_signatures(stamped, 480, faces, 0.82).height > close
    assert lay_signatures(wordy, 480, faces, 0.82).height > close


def test_a_letter_begins_under_the_line_of_the_kop() -> None:
    letter = replace(one_part(Pairs((("Nomor", "014/KUBE/X/2026"),))).parts[0], heading=False)
    document = replace(one_part(), parts=(letter,))
    frame = frames.Frame(document, Faces.of(Canvas(io.BytesIO())._doc))
    cover = examples.cover_part()
    assert frame.body_top(frames.SIZES["f4"], letter) < frame.body_top(frames.SIZES["f4"], cover) - 6 * MM
    assert "014/KUBE/X/2026" in printed(document)[0][0]
