"""A check code typed from paper: which row it names, and what came after."""

from __future__ import annotations

import pytest

from kubebuku.i18n import explain, say, set_language
from kubebuku.ledger import journal
from kubebuku.ledger.chain import check_code
from kubebuku.ledger.codes import FoundCode, find_code
from kubebuku.ledger.refusals import CodeMistyped, CodeUnknown
from tests.builders import Books

JANUARY = "2026-01-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"
FEBRUARY = "2026-02-07 | Belanja bahan catering | 5101 250.000 @catering | 1101 -250.000"


@pytest.fixture(autouse=True)
def indonesian() -> None:
    set_language("id")


def find(books: Books, code: str) -> FoundCode:
    return books.office.read(lambda reading: find_code(reading.connection, code))


def said(found: FoundCode) -> list[str]:
    return [say(sentence) for sentence in found.sentences]


def test_the_code_of_a_closing_that_stands(books: Books) -> None:
    books.post(JANUARY)
    closing = books.close("2026-01")
    found = find(books, closing.code)
    assert (found.link, found.id, found.number, found.hash) == ("closing", 1, "2026-01", closing.hash)
    assert found.closing == closing
    assert found.replaced_by is None
    assert said(found) == [
        f"{closing.code} adalah penutupan ke-1 bulan Januari 2026, dibuat Ani Contoh pada 22 November 2026.",
        "Sesudah itu belum ada yang ditulis.",
    ]


def test_the_code_is_found_as_it_is_typed(books: Books) -> None:
    closing = books.close("2026-01")
    assert find(books, closing.code.lower().replace("-", " ")).id == closing.id


def test_what_came_after_is_counted(books: Books) -> None:
    books.post(JANUARY)
    closing = books.close("2026-01")
    books.post(FEBRUARY)
    books.close("2026-02")
    found = find(books, closing.code)
    assert (found.entries_after, [one.month.number for one in found.closings_after]) == (1, [2])
    assert found.replaced_by is None
    assert said(found)[1:] == ["Yang ditulis sesudahnya: 1 catatan, 1 penutupan atau pembukaan bulan."]


def test_a_paper_of_a_month_that_was_opened_again_no_longer_counts(books: Books) -> None:
    first = books.close("2026-01")
    reopening = books.reopen("2026-01")
    found = find(books, first.code)
    assert found.replaced_by == reopening
    assert said(found)[-1] == (
        "Januari 2026 dibuka lagi pada 22 November 2026 dan masih terbuka; kertas dengan kode ini tidak berlaku lagi."
    )
    assert said(find(books, reopening.code))[0] == (
        f"{reopening.code} adalah pembukaan kembali Januari 2026, dibuat Ani Contoh pada 22 November 2026."
    )


def test_a_paper_of_a_month_that_was_closed_again_names_the_code_that_counts(books: Books) -> None:
    first = books.close("2026-01")
    books.reopen("2026-01")
    books.post(JANUARY)
    second = books.close("2026-01")
    found = find(books, first.code)
    assert found.replaced_by == second
    assert said(found)[-1] == (f"Januari 2026 ditutup lagi pada 22 November 2026; kode yang berlaku sekarang {second.code}.")
    assert find(books, second.code).closing == second


def test_the_code_of_an_open_month_is_that_of_its_last_entry(books: Books) -> None:
    first = books.post(JANUARY)
    books.post(FEBRUARY)
    books.close("2026-01")
    found = find(books, check_code(first.hash))
    assert (found.link, found.id, found.number, found.closing) == ("entry", 1, "BKM/2026/0001", None)
    assert (found.entries_after, len(found.closings_after)) == (1, 1)
    assert said(found)[0] == (f"{check_code(first.hash)} adalah catatan BKM/2026/0001, ditulis Ani Contoh pada 22 November 2026.")


def test_the_code_of_a_change_of_the_records(books: Books) -> None:
    books.post(JANUARY)
    books.person("Siti Contoh", "outsider")
    changed = check_code(books.office.read(lambda reading: journal.head(reading.connection)))
    books.post(FEBRUARY)
    books.close("2026-01")
    found = find(books, changed)
    assert (found.link, found.id, found.number, found.closing) == ("record", 2, "2", None)
    assert (found.entries_after, len(found.closings_after), found.replaced_by) == (1, 1, None)
    assert said(found)[0] == f"{changed} adalah perubahan catatan no. 2, ditulis Ani Contoh pada 22 November 2026."


def test_the_code_of_an_empty_book_is_that_of_its_beginning(books: Books) -> None:
    beginning = check_code(books.office.read(lambda reading: journal.head(reading.connection)))
    assert said(find(books, beginning)) == [f"{beginning} adalah awal buku ini.", "Sesudah itu belum ada yang ditulis."]
    books.post(JANUARY)
    assert find(books, beginning).entries_after == 1


def test_a_code_of_another_book_is_found_nowhere(books: Books) -> None:
    books.post(JANUARY)
    with pytest.raises(CodeUnknown) as refused:
        find(books, "ABCD-EFGH")
    assert explain(refused.value) == (
        "Tidak ada yang berkode ABCD-EFGH di buku ini. "
        "Kertas itu dari buku lain, atau buku ini diubah sesudah kertas dicetak. "
        "Baca kodenya sekali lagi; kalau sudah benar, cocokkan kertas dengan buku baris demi baris."
    )


def test_what_is_no_code_is_said_so(books: Books) -> None:
    with pytest.raises(CodeMistyped) as refused:
        find(books, "BKM/2026/0001")
    assert explain(refused.value) == (
        "BKM/2026/0001 bukan kode cek. Kode cek terdiri dari delapan huruf dan angka, misalnya ABCD-EFGH, "
        "tanpa 0, 1, O, dan I. Salin dari bagian bawah kertas."
    )
