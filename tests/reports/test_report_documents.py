"""The other papers: bukti penutupan, a book by itself, kwitansi, the card of an account, and the arithmetic behind them."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from kubebuku.app.office import Moment
from kubebuku.books.cash.queries import CashBookPage, CashRow
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import explain
from kubebuku.ledger.closings import Count
from kubebuku.reports import cash_book, closing_proof, monthly, receipt, register
from kubebuku.reports.cash_recap import movements
from kubebuku.reports.document import Document, KwitansiSlip
from kubebuku.reports.phrases import span_name
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.render.sheet import as_text
from kubebuku.reports.sums import prove
from kubebuku.reports.table import Row, Table
from tests.builders import Books
from tests.golden_files import matches_golden
from tests.reports.month_example import OCTOBER, Example, october

SEPTEMBER = Month(2026, 9)


def tables(document: Document) -> list[Table]:
    return [block for part in document.parts for block in part.blocks if isinstance(block, Table)]


def drawn(document: Document) -> int:
    """How many pages it comes to; every sum proved on the way."""
    return render_pdf(document, io.BytesIO()).total


# --------------------------------------------------------------------------------------------------------- closing proof


def reclosed(book: Example) -> None:
    """October opened again for a nota that was left behind, and closed a second time."""
    book.at(date(2026, 11, 4))
    book.reopen("2026-10", reason="Nota bensin tertinggal")
    book.post("2026-10-30 | Bensin antar tenda | 5103 30.000 @tenda | 1101 -30.000", kind="payment")
    book.at(date(2026, 11, 5))
    book.close("2026-10", counts={"1101": Count(Rupiah(5_703_000), Rupiah(5_703_000))})


def test_a_closing_is_proved_with_counts_balances_and_code(tmp_path: Path) -> None:
    with october(tmp_path) as book:
        document = book.office.read(lambda reading: closing_proof.build(reading, OCTOBER))
        code = book.office.read(lambda reading: monthly.build(reading, OCTOBER)).check_code
    text = as_text(document)
    assert document.check_code == code
    assert not document.not_closed
    assert "Menggantikan" not in text
    counted, balances = tables(document)
    assert [row.cells for row in counted.rows] == [
        ("Kas", 5_733_000, 5_733_000, 0, ""),
        ("Kas Simpan Pinjam", 8_210_000, 8_200_000, -10_000, "Uang kembalian Rp10.000 belum dicatat"),
        ("Bank", 31_000_000, None, None, "Buku tabungan sedang di bank"),
    ]
    assets = next(row for row in balances.rows if row.label == "Jumlah aset")
    assert assets.cells[2] == balances.totals[0].cells[2] == 56_649_000
    assert drawn(document) <= 2


def test_a_second_closing_prints_what_changed_and_replaces_the_code(tmp_path: Path) -> None:
    with october(tmp_path) as book:
        first = book.office.read(lambda reading: closing_proof.build(reading, OCTOBER))
        reclosed(book)
        second = book.office.read(lambda reading: closing_proof.build(reading, OCTOBER))
        old = book.office.read(lambda reading: closing_proof.build(reading, OCTOBER, serial=1))
        report = book.office.read(lambda reading: monthly.build(reading, OCTOBER))
    text = as_text(second)
    assert first.check_code != second.check_code == report.check_code
    assert old.check_code == first.check_code, "both are kept"
    assert as_text(old) == as_text(first)
    assert "Penutupan ke-2" in text
    assert f"Menggantikan kode cek {first.check_code}." in text
    assert "Bulan ini dibuka kembali: Nota bensin tertinggal" in text
    changed = tables(second)[1]
    assert [row.cells for row in changed.rows] == [
        ("Kas", 5_733_000, 5_703_000, "BKK/2026/0011"),
        ("Transport", 75_000, 105_000, "BKK/2026/0011"),
    ]
    assert "Ditutup 5 November 2026, penutupan ke-2" in as_text(report)
    matches_golden(
        __file__, "closing_second", text.replace(first.check_code, "ABCD-EFGH").replace(second.check_code, "JKLM-NPQR")
    )


def test_a_second_closing_without_any_change_says_so(tmp_path: Path) -> None:
    with october(tmp_path) as book:
        book.reopen("2026-10", reason="Mau diperiksa")
        book.close("2026-10")
        text = as_text(book.office.read(lambda reading: closing_proof.build(reading, OCTOBER)))
    assert "Tidak ada saldo yang berubah." in text
    assert "Uang tidak dihitung pada penutupan ini." in text


def test_a_month_that_was_never_closed_has_no_proof(books: Books) -> None:
    with pytest.raises(RuleBroken) as refused:
        books.office.read(lambda reading: closing_proof.build(reading, Month(2026, 1)))
    assert refused.value.code == "no-such-closing"
    assert "Januari 2026" in explain(refused.value)


# ----------------------------------------------------------------------------------------------------- one book by itself


def test_a_book_over_two_months_runs_through(tmp_path: Path) -> None:
    with october(tmp_path) as book:
        document = book.office.read(lambda reading: cash_book.document(reading, "1101", SEPTEMBER, OCTOBER, paper="a4"))
    (table,) = tables(document)
    prove(document)
    assert document.period == "September–Oktober 2026"
    assert table.opening is not None
    assert table.opening.cells[6] == 6_000_000
    assert table.totals[0].cells[4:6] == (750_000 + 1_895_000, 420_000 + 2_492_000)
    assert table.totals[1].cells[6] == 5_733_000
    assert table.rows[-2].cells[3] == "Belanja ayam dan beras 20/9, yang benar, gantinya no 3"


def test_the_whole_book_of_the_bank_names_the_account_and_the_cheques(tmp_path: Path) -> None:
    with october(tmp_path, closed=False) as book:
        book.post("2026-10-30 | Tarik untuk belanja | 1101 500.000 | 1110 -500.000", kind="move", nota="Cek 000123")
        document = book.office.read(lambda reading: cash_book.document(reading, "1110", SEPTEMBER, Month(2026, 12)))
    (table,) = tables(document)
    assert document.parts[0].title == "Buku bank"
    assert document.parts[0].captions == ("Tempat uang: Bank", "Rekening: BRI 0021-01-000000-00-0")
    assert table.rows[-1].cells[2] == "BM/2026/0006\nCek 000123"
    assert drawn(document) == 1


def test_a_book_before_the_first_month_is_empty(books: Books) -> None:
    document = books.office.read(lambda reading: cash_book.document(reading, "1101", Month(2025, 1), Month(2025, 2)))
    (table,) = tables(document)
    assert not table.rows
    assert "Tidak ada uang masuk atau keluar." in as_text(document)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 10, 1), date(2026, 10, 31), "Oktober 2026"),
        (date(2026, 1, 1), date(2026, 12, 31), "2026"),
        (date(2026, 2, 1), date(2026, 4, 30), "Februari–April 2026"),
        (date(2025, 12, 1), date(2026, 1, 31), "Desember 2025–Januari 2026"),
        (date(2026, 10, 5), date(2026, 10, 20), "05/10/2026–20/10/2026"),
    ],
)
def test_a_stretch_of_days_has_a_name(first: date, last: date, said: str) -> None:
    assert span_name(first, last) == said


# ---------------------------------------------------------------------------------------------------------------- moves


def page(box: str, opening: int, *nets: tuple[int, int]) -> CashBookPage:
    """A box in which entries (by id) gained or lost so much."""
    rows = tuple(
        CashRow(
            entry=entry,
            on=date(2026, 10, entry),
            number=f"BM/2026/{entry:04d}",
            description="",
            unit="",
            received=Rupiah(max(net, 0)),
            paid=Rupiah(max(-net, 0)),
            moved=Rupiah(0),
            balance=None,
            struck=False,
            replaces=None,
            replaced_by=None,
            corrects=None,
            nota=None,
            kind="move",
            who="",
            recorded="",
        )
        for entry, net in nets
    )
    received, paid = Rupiah(sum(row.received for row in rows)), Rupiah(sum(row.paid for row in rows))
    return CashBookPage(
        box, box, None, Rupiah(opening), rows, received, paid, Rupiah(opening) + received - paid, len(rows), 0, opens_book=False
    )


def test_an_entry_that_fills_one_box_and_empties_another_moves_the_smaller_sum() -> None:
    # 1: 100 from outside into cash. 2: 60 from cash to the bank. 3: 90 comes in, 50 of it into the bank beside 40 from cash.
    cash, bank, third = movements(
        (page("1101", 0, (1, 100), (2, -60), (3, -40)), page("1110", 0, (2, 60), (3, 90)), page("1103", 0, (3, 40)))
    )
    assert (cash.received, cash.paid, cash.moved_in, cash.moved_out, cash.closing) == (100, 0, 0, 100, 0)
    assert (bank.received, bank.moved_in) == (62, 60 + 28), "of 130 gained 40 only moved, shared by 90 and 40"
    assert (third.received, third.moved_in) == (28, 12)
    assert sum(one.moved_in for one in (cash, bank, third)) == cash.moved_out


# -------------------------------------------------------------------------------------------------------------- kwitansi


def slip(book: Books, entry: int, *, payer: str = "", receiver: str = "") -> KwitansiSlip:
    document = book.office.read(lambda reading: receipt.build(reading, EntryId(entry), payer=payer, receiver=receiver))
    (block,) = document.parts[0].blocks
    assert isinstance(block, KwitansiSlip)
    return block


def test_a_kwitansi_names_who_paid_and_who_received(tmp_path: Path) -> None:
    with october(tmp_path) as book:
        hire = slip(book, 6, payer="Bu RT 02")
        named = slip(book, 9)
        wages = slip(book, 11, receiver="Bu Masak")
        aid = slip(book, 12)
        document = book.office.read(lambda reading: receipt.build(reading, EntryId(6)))
    assert (hire.number, hire.payer, hire.amount, hire.receiver, hire.role) == (
        "BKM/2026/0003",
        "Bu RT 02",
        750_000,
        "Citra Contoh",
        "Bendahara",
    )
    assert hire.words == "Tujuh ratus lima puluh ribu rupiah"
    assert hire.purpose == "Sewa tenda 1 plong, RT 02, 1 Oktober 2026"
    assert (named.payer, named.amount) == ("Pak RT Contoh", 400_000), "what was paid at once, not the price"
    assert (wages.payer, wages.receiver, wages.role) == ("Kube Hunafa Bersama", "Bu Masak", "")
    assert aid.needs_duty
    assert not hire.needs_duty
    assert (document.paper, drawn(document)) == ("slip", 1)


def test_a_kwitansi_is_refused_where_no_money_moved_or_the_entry_was_struck(tmp_path: Path) -> None:
    with october(tmp_path) as book:
        for entry, code in ((1, "no-receipt"), (15, "no-receipt"), (int(book.struck), "struck-receipt")):
            with pytest.raises(RuleBroken) as refused:
                slip(book, entry)
            assert refused.value.code == code
            assert "{" not in explain(refused.value)


# -------------------------------------------------------------------------------------------------------- account cards


def test_the_card_of_an_account_holds_every_posting_of_it(tmp_path: Path) -> None:
    with october(tmp_path) as book:
        wages = book.office.read(lambda reading: register.build(reading, "5102", SEPTEMBER, OCTOBER))
        savings = book.office.read(lambda reading: register.build(reading, "3102", OCTOBER, OCTOBER))
    rows: list[Row] = list(tables(wages)[0].rows)
    assert [(row.cells[4], row.cells[5], row.cells[6]) for row in rows] == [
        (200_000, None, 200_000),
        (150_000, None, 350_000),
        (1_500_000, None, 1_850_000),
        (None, 1_500_000, 350_000),
        (150_000, None, 500_000),
    ], "both halves of the struck pair stand in it"
    (card,) = tables(savings)
    assert card.opening is not None
    assert card.opening.cells[6] == 2_200_000, "what members own is positive"
    assert [(row.cells[3], row.cells[6]) for row in card.rows] == [
        ("Simpanan wajib rapat (Ani Contoh)", 2_260_000),
        ("Simpanan wajib rapat (Budi Contoh)", 2_300_000),
    ]
    assert drawn(wages) == drawn(savings) == 1


def test_an_account_that_is_not_there_has_no_card(books: Books) -> None:
    with pytest.raises(RuleBroken):
        books.office.read(lambda reading: register.build(reading, "9999", Month(2026, 1), Month(2026, 1)))


# ------------------------------------------------------------------------------------------------------------ the year


def test_the_years_closing_moves_the_result_and_januarys_report_begins_anew(books: Books) -> None:
    books.post("2026-01-01 | Saldo awal | 1101 1.000.000 | 3110 -1.000.000 @tenda", kind="opening")
    books.post("2026-03-05 | Sewa tenda | 1101 700.000 | 4101 -700.000 @tenda")
    books.office.moment = Moment(date(2027, 1, 31), "2027-01-31T04:00:00Z")
    books.post("2026-12-10 | Upah | 5102 100.000 @tenda | 1101 -100.000")
    books.post("2026-12-31 | Tutup buku 2026 | 4101 700.000 @tenda | 5102 -100.000 @tenda | 3130 -600.000 @tenda", kind="closing")
    books.post("2027-01-05 | Sewa tenda | 1101 250.000 | 4101 -250.000 @tenda")

    def equity(month: Month) -> dict[str, tuple[int, ...]]:
        document = books.office.read(lambda reading: monthly.build(reading, month))
        part = next(one for one in document.parts if one.key == "statements-equity")
        (table,) = (block for block in part.blocks if isinstance(block, Table))
        prove(document)
        return {str(row.cells[0]): tuple(int(cell) for cell in row.cells[1:] if isinstance(cell, int)) for row in table.rows}

    december = equity(Month(2026, 12))
    assert december["Hasil usaha tahun berjalan"] == (700_000, 0, 700_000, 0)
    assert december["Hasil Usaha Belum Dibagi"] == (0, 600_000, 0, 600_000)
    january = equity(Month(2027, 1))
    assert january["Hasil usaha tahun berjalan"] == (0, 250_000, 0, 250_000)
    assert january["Hasil Usaha Belum Dibagi"] == (600_000, 0, 0, 600_000)
