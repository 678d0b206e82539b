"""Words and figures on paper: never cut, signs that the fonts lack, signatures, kwitansi and strips."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from reportlab.pdfgen.canvas import Canvas

from kubebuku import i18n
from kubebuku.domain.money import Rupiah
from kubebuku.reports.document import (
    Bar,
    BarChart,
    Heading,
    KwitansiSlip,
    Letterhead,
    Note,
    Pairs,
    Paragraph,
    Party,
    Signatures,
)
from kubebuku.reports.render import frame as frames
from kubebuku.reports.render.fonts import Faces
from kubebuku.reports.render.signing import lay_signatures
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, group, subtotal, total
from tests.reports import paper_examples as examples
from tests.reports.paper_printed import LONG_NAME, MM, one_part, plain, printed

BIGGEST = 999_999_999_999


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
