"""Writing in the ledger: numbers, days, mending, and that a refused act leaves nothing behind."""

from __future__ import annotations

import unicodedata
from contextlib import closing as closing_it
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.domain.entries import OPENING, EntryId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.refusals import (
    AlreadyUndone,
    BeforeOpening,
    DimensionUnknown,
    IsReversal,
    MonthClosed,
    NotYet,
    OpeningMisplaced,
    Unbalanced,
    UnknownEntry,
)
from kubebuku.domain.text import Sentence
from kubebuku.domain.text_refusals import DescriptionMissing, TextTooLong
from kubebuku.ledger import balances, record_links
from kubebuku.ledger.journal import Written, read_entry, standing
from kubebuku.ledger.work import Work
from tests.builders import Books, draft, findings_of, forger
from tests.ledger.forge import unguarded, write_entry

SALE = "2026-03-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"
BUYING = "2026-03-06 | Belanja bahan catering | 5101 250.000 @catering | 1101 -250.000"
MOVE = "2026-03-07 | Setor ke bank | 1110 100.000 | 1101 -100.000"


def written(books: Books, id_: int) -> Written:
    return books.office.read(lambda reading: read_entry(reading.connection, id_))


def test_an_entry_is_read_back_as_it_was_written(books: Books) -> None:
    books.person("Ani Contoh")
    posted = books.post("2026-03-05 | Titipan Ani | 1101 50.000 | 2110 -50.000 &Ani", nota="A-17")
    entry = written(books, posted.id)
    assert (entry.number, entry.on, entry.description, entry.nota) == (posted.number, date(2026, 3, 5), "Titipan Ani", "A-17")
    assert (entry.kind, entry.who, entry.recorded) == ("journal", "Ani Contoh", "2026-11-22T02:00:00Z")
    assert (entry.reverses, entry.reversed_by, entry.decision, entry.hash) == (None, None, None, posted.hash)
    assert [(line.account, int(line.amount), line.person) for line in entry.postings] == [
        ("1101", 50_000, None),
        ("2110", -50_000, 1),
    ]


# ---- numbers


def test_each_series_is_numbered_by_itself_in_the_order_of_recording(books: Books) -> None:
    earlier = SALE.replace("03-05", "01-02")
    numbers = [books.post(line).number for line in (SALE, BUYING, SALE, MOVE, BUYING, earlier)]
    assert numbers == ["BKM/2026/0001", "BKK/2026/0001", "BKM/2026/0002", "BM/2026/0001", "BKK/2026/0002", "BKM/2026/0003"]


def test_the_year_of_a_number_is_that_of_the_day(tmp_path: Path, frozen_clock: None) -> None:
    from tests.builders import new_book

    with Office.open(new_book(tmp_path, opened=date(2025, 12, 1)), who="Ani Contoh") as office:
        books = Books(office)
        days = ("2026-01-02", "2025-12-30", "2026-01-01", "2025-12-31")
        numbers = [books.post(f"{day} | Sewa tenda | 1101 1 | 4101 -1 @tenda").number for day in days]
        assert numbers == ["BKM/2026/0001", "BKM/2025/0001", "BKM/2026/0002", "BKM/2025/0002"]
        assert not books.findings()


@pytest.mark.parametrize(
    "refused",
    [
        "2026-03-05 | Tidak sama | 1101 2 | 4190 -1",
        "2026-03-05 | Terlalu banyak | 5190 900.000.000 | 1101 -900.000.000",
        "2026-12-24 | Belum tiba | 1101 1 | 4190 -1",
        "2025-12-31 | Sebelum buku | 1101 1 | 4190 -1",
    ],
)
def test_a_refused_act_uses_no_number_and_leaves_the_file_as_it_was(books: Books, refused: str) -> None:
    books.post(SALE)
    before = books.path.read_bytes()
    with pytest.raises(RuleBroken):
        books.post(refused)
    with pytest.raises(RuleBroken):
        books.post(SALE, BUYING, refused)
    assert books.path.read_bytes() == before
    assert books.post(SALE).number == "BKM/2026/0002"
    assert not books.findings()


def test_numbers_go_on_after_9999(book_path: Path, frozen_clock: None) -> None:
    with Office.open(book_path, who="Ani Contoh") as office:
        Books(office).person("Ani Contoh")
    with closing_it(forger(book_path)) as book, unguarded(book):
        write_entry(book, seq=9_999)
    with Office.open(book_path, who="Ani Contoh") as office:
        books = Books(office)
        assert [books.post(SALE).number for _ in range(2)] == ["BKM/2026/10000", "BKM/2026/10001"]
        found = books.findings()
        assert list(found) == ["numbers"]
        assert found["numbers"].found == (
            Sentence("{found} stands where {expected} was expected.", {"found": "BKM/2026/9999", "expected": "BKM/2026/0001"}),
        )


# ---- words


def test_descriptions_are_kept_as_they_are_seen(books: Books) -> None:
    typed = "Upah masak\t5 orang,\u200b Ma'ruf \u202e& =1+1; DROP TABLE entry;-- "
    posted = books.post(f"2026-03-05 |  {typed} | 1101 1 | 4190 -1", nota=" A\u00a017 ")
    entry = written(books, posted.id)
    assert entry.description == "Upah masak 5 orang, Ma'ruf & =1+1; DROP TABLE entry;--"
    assert entry.nota == "A 17"
    assert not books.findings()


def test_what_is_sealed_is_in_one_form_of_letters(book_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "André Contoh")
    with Office.open(book_path, who=f" {decomposed} ") as office:
        books = Books(office)
        posted = books.post(f"2026-03-05 | Titipan {decomposed} | 1101 1 | 4190 -1")
        entry = written(books, posted.id)
        closing = books.close("2026-01", reason=decomposed)
    assert entry.who == "André Contoh"
    assert entry.description == "Titipan André Contoh"
    assert (closing.who, closing.reason) == ("André Contoh", "André Contoh")
    assert not findings_of(book_path)


@pytest.mark.parametrize(("line", "refusal"), [("2026-03-05 | ... | 1101 1 | 4190 -1", DescriptionMissing), (SALE, TextTooLong)])
def test_words_that_are_refused(books: Books, line: str, refusal: type[RuleBroken]) -> None:
    with pytest.raises(refusal):
        books.post(line, nota="9" * 61)


# ---- days


def test_an_entry_may_be_dated_tomorrow_and_no_later(books: Books) -> None:
    books.post("2026-11-23 | Sewa tenda | 1101 1 | 4101 -1 @tenda")
    with pytest.raises(NotYet) as refused:
        books.post("2026-11-24 | Sewa tenda | 1101 1 | 4101 -1 @tenda")
    assert refused.value.field == "on"


def test_nothing_is_written_before_the_book_begins(books: Books) -> None:
    books.post("2026-01-01 | Sewa tenda | 1101 1 | 4101 -1 @tenda")
    with pytest.raises(BeforeOpening):
        books.post("2025-12-31 | Sewa tenda | 1101 1 | 4101 -1 @tenda")


def test_a_closed_month_takes_nothing_until_it_is_opened(books: Books) -> None:
    line = "2026-01-31 | Sewa tenda | 1101 1 | 4101 -1 @tenda"
    books.close("2026-01", "2026-02")
    for day in ("2026-01-31", "2026-02-28"):
        with pytest.raises(MonthClosed):
            books.office.write(lambda work, day=day: work.journal.check_date(date.fromisoformat(day)))  # type: ignore[misc]
    with pytest.raises(MonthClosed) as refused:
        books.post(line)
    assert str(refused.value.month) == "2026-01"
    books.reopen("2026-02", "2026-01")
    assert books.post(line).number == "BKM/2026/0001"


# ---- what lines point at


@pytest.mark.parametrize("points", [{"unit": 99}, {"person": 99}, {"loan": 99}, {"item": 99}])
def test_lines_point_at_what_is_in_the_book(books: Books, points: dict[str, Any]) -> None:
    def act(work: Work) -> object:
        entry = draft(work.connection, "2026-03-05 | Lain-lain | 1101 1 | 4190 -1")
        return work.journal.post(replace(entry, postings=(replace(entry.postings[0], **points), entry.postings[1])))

    with pytest.raises(DimensionUnknown) as refused:
        books.office.write(act)
    assert refused.value.field == next(iter(points))


# ---- the opening


def test_the_opening_stands_once_on_the_first_day(books: Books) -> None:
    opening = "2026-01-01 | Saldo awal | 1101 500.000 | 3190 -500.000"
    with pytest.raises(OpeningMisplaced):
        books.post(opening.replace("01-01", "01-02"), kind=OPENING)
    first = books.post(opening, kind=OPENING)
    with pytest.raises(OpeningMisplaced):
        books.post(opening, kind=OPENING)
    books.strike(first.id)
    second = books.post(opening, kind=OPENING)
    assert (first.number, second.number) == ("BM/2026/0001", "BM/2026/0003")
    assert not books.findings()


# ---- mending


def test_a_striking_out_mirrors_the_entry_on_its_day(books: Books) -> None:
    sale = books.post(SALE)
    mirror = written(books, books.strike(sale.id).id)
    assert (mirror.number, mirror.on, mirror.kind, mirror.reverses) == ("BM/2026/0001", date(2026, 3, 5), "reversal", sale.id)
    assert written(books, sale.id).reversed_by == mirror.id
    assert (books.holds("1101"), books.holds("4101", unit=2)) == (0, 0)
    assert not books.findings()


def test_an_entry_is_struck_out_once_and_a_striking_out_never(books: Books) -> None:
    sale = books.post(SALE)
    mirror = books.strike(sale.id)
    with pytest.raises(AlreadyUndone) as undone:
        books.strike(sale.id)
    assert undone.value.sentences[0].values == {"number": sale.number, "by": mirror.number}
    with pytest.raises(IsReversal):
        books.strike(mirror.id)
    with pytest.raises(UnknownEntry):
        books.strike(99)


def test_an_entry_of_a_closed_month_is_corrected_in_the_open_one(books: Books) -> None:
    sale = books.post("2026-01-31 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda")
    books.close("2026-01")
    with pytest.raises(MonthClosed):
        books.strike(sale.id)

    def correct(work: Work) -> object:
        return work.journal.reverse(EntryId(sale.id), description="Koreksi BKM/2026/0001", on=date(2026, 2, 3))

    books.office.write(correct)
    assert (books.holds("1101", at="2026-01-31"), books.holds("1101", at="2026-02-28")) == (750_000, 0)
    assert not books.findings()


def test_an_account_that_was_closed_meanwhile_can_still_be_struck_out(books: Books) -> None:
    tin = books.account("1101.01", "Kaleng di kios")
    sale = books.post("2026-03-05 | Jual kue | 1101.01 20.000 | 4101 -20.000 @catering")
    books.office.write(lambda work: work.connection.exec_driver_sql(f"UPDATE account SET closed = 1 WHERE code = '{tin}'"))
    books.strike(sale.id)
    assert books.holds(tin) == 0


# ---- acts


def test_the_lines_of_one_act_stand_or_fall_together(books: Books) -> None:
    with pytest.raises(Unbalanced):
        books.post(SALE, "2026-03-05 | Tidak sama | 1101 2 | 4190 -1")
    assert books.count() == 0
    assert books.count("posting") == 0


def test_a_book_may_judge_the_whole_act_by_its_net_effect(books: Books) -> None:
    """What a book promises is judged once, after everything the act wrote, and a refusal takes all of it back."""

    class TooMuch(RuleBroken):
        wrong = "Terlalu banyak."

    def act(*lines: str) -> None:
        def run(work: Work) -> None:
            def check() -> None:
                if balances.of(work.connection, "1101") > 800_000:
                    raise TooMuch

            work.journal.promise(check)
            for line in lines:
                work.journal.post(draft(work.connection, line))

        books.office.write(run)

    act(SALE, SALE, "2026-03-05 | Setor ke bank | 1110 750.000 | 1101 -750.000")
    with pytest.raises(TooMuch):
        act(SALE)
    assert books.holds("1101") == 750_000
    books.post(SALE)  # another act promised nothing


def test_where_the_book_stands(books: Books) -> None:
    now = books.office.read(lambda reading: standing(reading.connection))
    assert (now.opened, now.closed, now.last_id) == (date(2026, 1, 1), None, 0)
    books.person("Ani Contoh")
    assert books.office.read(lambda reading: standing(reading.connection).head == record_links.head(reading.raw))
    sale = books.post("2026-02-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda")
    assert books.office.read(lambda reading: standing(reading.connection)).head == sale.hash
    closing = books.close("2026-01")
    now = books.office.read(lambda reading: standing(reading.connection))
    assert (now.head, str(now.closed), now.last_id) == (closing.hash, "2026-01", 1)
    mirror = books.strike(sale.id)
    assert books.office.read(lambda reading: standing(reading.connection)).head == mirror.hash
    reopening = books.reopen("2026-01")
    now = books.office.read(lambda reading: standing(reading.connection))
    assert (now.head, now.closed, now.last_id) == (reopening.hash, None, 2)
