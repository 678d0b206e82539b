from __future__ import annotations

from dataclasses import replace

import pytest

from kubebuku.domain.money import Rupiah
from kubebuku.reports.document import Document, Letterhead, Part
from kubebuku.reports.sums import Misshapen, SumDisagrees, calculations, prove, prove_table
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, opening, subtotal, total
from tests.reports import paper_examples as examples

COLUMNS = (
    Column("what", "Uraian"),
    Column("in", "Masuk", "money"),
    Column("out", "Keluar", "money"),
    Column("saldo", "Saldo", "money", running=Formula(("in",), ("out",))),
)


def line(what: str, received: int, paid: int, saldo: int | None, *, struck: bool = False) -> Row:
    return Row((what, Rupiah(received), Rupiah(paid), None if saldo is None else Rupiah(saldo)), struck=struck)


def test_a_cash_book_that_adds_up_is_proved() -> None:
    prove(examples.report())


def test_a_total_that_is_a_rupiah_off_is_found() -> None:
    book = examples.cash_book()
    wrong = replace(book.totals[0], cells=(*book.totals[0].cells[:4], Rupiah(8_022_001), Rupiah(5_287_000), None))
    with pytest.raises(SumDisagrees) as caught:
        prove_table(replace(book, totals=(wrong,)))
    assert (caught.value.given, caught.value.reckoned) == (8_022_001, 8_022_000)


def test_a_wrong_balance_is_found_where_it_stands() -> None:
    table = Table(COLUMNS, (line("Sewa tenda", 750_000, 0, 750_000), line("Upah", 0, 150_000, 650_000)))
    with pytest.raises(SumDisagrees, match="Upah"):
        prove_table(table)


def test_the_balance_goes_on_from_the_opening_line() -> None:
    table = Table(
        COLUMNS,
        (line("Sewa tenda", 750_000, 0, 850_000),),
        opening=opening(("Saldo bulan lalu", None, None, Rupiah(100_000))),
        totals=(total("Saldo akhir", (None, None, None, Rupiah(850_000)), summed=Sum()),),
    )
    prove_table(table)


def test_a_struck_line_counts_nothing() -> None:
    table = Table(
        COLUMNS,
        (line("Upah", 0, 1_500_000, None, struck=True), line("Upah", 0, 150_000, -150_000)),
        totals=(total("Jumlah", (None, Rupiah(0), Rupiah(150_000), None), summed=Sum()),),
    )
    prove_table(table)


def test_subtotals_count_their_own_group_and_the_total_counts_every_record_once() -> None:
    columns = COLUMNS[:2]

    def record(what: str, amount: int) -> Row:
        return Row((what, Rupiah(amount)))

    table = Table(
        columns,
        (
            record("Sewa tenda", 100),
            record("Catering", 50),
            subtotal("Jumlah usaha", (None, Rupiah(150))),
            record("Jasa bank", 7),
            subtotal("Jumlah lain", (None, Rupiah(7))),
        ),
        totals=(total("Semua", (None, Rupiah(157)), summed=Sum()),),
    )
    prove_table(table)


def test_lines_named_by_key_are_added_and_taken_away() -> None:
    prove_table(examples.statement())
    wrong = replace(examples.statement(), totals=(total("Ekuitas", (None, Rupiah(1), None), summed=Sum(of=("assets",))),))
    with pytest.raises(SumDisagrees):
        prove_table(wrong)


def test_the_opening_line_counts_when_it_is_asked_to() -> None:
    table = Table(
        COLUMNS[:2],
        (Row(("Iuran", Rupiah(5))),),
        opening=opening(("Awal", Rupiah(10))),
        totals=(total("Akhir", (None, Rupiah(15)), summed=Sum(opening=True)),),
    )
    prove_table(table)
    assert [one.plus for one in calculations(table)] == [((0, 1), (1, 1))]


def test_a_column_reckoned_across_is_proved_in_every_line() -> None:
    table = examples.boxes()
    wrong = Row(("Kas", Rupiah(1), Rupiah(1), Rupiah(1), Rupiah(2)))
    with pytest.raises(SumDisagrees):
        prove_table(replace(table, rows=(wrong,), totals=()))


def test_words_in_a_column_of_money_count_nothing() -> None:
    table = Table(
        COLUMNS[:2],
        (Row(("Pinjaman", "LUNAS")), Row(("Pinjaman", Rupiah(5)))),
        totals=(total("Jumlah", (None, Rupiah(5)), summed=Sum()),),
    )
    prove_table(table)


def test_a_word_where_a_sum_would_stand_is_no_sum() -> None:
    columns = (Column("in", "Masuk", "money"), Column("saldo", "Saldo", "money", across=Formula(("in",))))
    prove_table(Table(columns, (Row((Rupiah(5), "LUNAS")), Row((Rupiah(7), Rupiah(7))))))
    with pytest.raises(SumDisagrees):
        prove_table(Table(columns, (Row((Rupiah(5), "LUNAS")), Row((Rupiah(7), Rupiah(8))))))


def test_a_line_with_a_cell_too_few_is_a_fault_of_the_report() -> None:
    with pytest.raises(Misshapen, match="3 cells for 4 columns"):
        prove_table(Table(COLUMNS, (Row(("Upah", None, None)),)))


def test_two_parts_of_one_key_are_a_fault_of_the_report() -> None:
    part = Part("a", "A", ())
    with pytest.raises(Misshapen):
        prove(Document("Uji", "", Letterhead("Contoh"), (part, part)))


def test_a_column_that_is_not_there_has_no_place() -> None:
    assert examples.cash_book().place("saldo") == 6
    with pytest.raises(KeyError):
        examples.cash_book().place("laba")
