"""What lies beside a book is tried before it touches it: no other book's figures, no lost entry, nothing half."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing as closing_it
from dataclasses import dataclass
from pathlib import Path

import pytest

from kubebuku.app.office import Office
from kubebuku.ledger import file as bookfile
from kubebuku.ledger import leftovers, rollback
from kubebuku.ledger.refusals import BookDamaged, BookNewer, DiskFull, JournalStrange
from tests.builders import Books, copy_of, findings_of, forger, new_book
from tests.ledger.crash import FILL, PAGE, changed_pages, crashed, cut, journal_of

SALE = "2026-03-08 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"
OTHER = "2026-03-09 | Belanja bahan catering | 5101 40.000 @catering | 1101 -40.000"


@dataclass(frozen=True)
class Sold:
    """The book before and after one sale."""

    path: Path
    before: bytes
    after: bytes

    def lies(self, book: bytes, journal: bytes, *, died: bool = False) -> Path:
        """Put the book and a journal there; `died` leaves the lock of a writer that died with them."""
        self.path.write_bytes(book)
        rollback.journal_path(self.path).write_bytes(journal)
        if died:
            bookfile.lock_path(self.path).write_text("Ani Contoh\n09.00\n")
        else:
            bookfile.lock_path(self.path).unlink(missing_ok=True)
        return self.path


def written(path: Path, *lines: str) -> bytes:
    with Office.open(path, who="Ani Contoh") as office:
        Books(office).post(*lines)
    return path.read_bytes()


@pytest.fixture
def sold(worked: Path) -> Sold:
    return Sold(worked, worked.read_bytes(), written(worked, SALE))


def entries(path: Path, *, write: bool) -> int:
    with Office.open(path, who="Ani Contoh", write=write) as office:
        return Books(office).count()


def refused_untouched(path: Path) -> None:
    there = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    for write in (False, True):
        with pytest.raises(JournalStrange):
            entries(path, write=write)
    assert {file: file.read_bytes() for file in there if file.suffix != ".lock"} == {
        file: content for file, content in there.items() if file.suffix != ".lock"
    }


def acts(book: bytes) -> bytes:
    return book[24:28]


def counted_like(book: bytes, other: bytes) -> bytes:
    """The book with as many acts behind it as the other: nothing in its head tells them apart."""
    return book[:24] + other[24:28] + book[28:92] + other[92:96] + book[96:]


def test_journal_with_every_page_of_another_book_is_refused(sold: Sold, tmp_path: Path) -> None:
    foreign = counted_like(new_book(tmp_path, "lain", book_id=None).read_bytes(), sold.after)
    pages = range(1, len(foreign) // PAGE + 1)
    refused_untouched(sold.lies(sold.after, journal_of(foreign, pages)))


def test_journal_with_some_pages_of_another_book_is_refused(sold: Sold, tmp_path: Path) -> None:
    foreign = counted_like(new_book(tmp_path, "lain", book_id=None).read_bytes(), sold.after)
    refused_untouched(sold.lies(sold.after, journal_of(foreign, range(1, 9))))


@pytest.mark.parametrize("write", [False, True])
def test_journal_of_the_last_act_does_not_take_the_act_away(sold: Sold, *, write: bool) -> None:
    """Somebody's copy of the folder, made in the middle of the act, was put back over the journal."""
    path = sold.lies(sold.after, journal_of(sold.before, changed_pages(sold.before, sold.after)))
    assert entries(path, write=write) == 10
    assert path.read_bytes() == sold.after
    assert not rollback.is_hot(path)
    assert not findings_of(path)


@pytest.mark.parametrize("write", [False, True])
def test_journal_of_the_last_act_does_not_take_a_new_member_away(worked: Path, *, write: bool) -> None:
    """An act that posts nothing is as safe as an entry."""
    before = worked.read_bytes()
    with Office.open(worked, who="Ani Contoh") as office:
        Books(office).person("Siti Contoh")
    joined = Sold(worked, before, worked.read_bytes())
    pages = changed_pages(joined.before, joined.after)
    with Office.open(joined.lies(joined.after, journal_of(before, pages)), who="Ani Contoh", write=write) as office:
        assert Books(office).count("person") == 3
    same = next(number for number in range(2, 99) if number not in pages)
    refused_untouched(joined.lies(joined.after, journal_of(before, [*pages, same])))


def test_act_that_left_a_page_as_it_was_is_refused_without_a_dead_writer_and_taken_back_with_one(sold: Sold) -> None:
    changed = changed_pages(sold.before, sold.after)
    same = next(page for page in range(2, len(sold.before) // PAGE) if page not in changed)
    journal = journal_of(sold.before, [*changed, same])
    refused_untouched(sold.lies(sold.after, journal))
    assert entries(sold.lies(sold.after, journal, died=True), write=True) == 9
    assert entries(sold.lies(sold.after, journal, died=True), write=False) == 9


def test_an_act_cut_anywhere_is_there_or_not_there(sold: Sold) -> None:
    pages = changed_pages(sold.before, sold.after)
    new = list(range(len(sold.before) // PAGE + 1, len(sold.after) // PAGE + 1))
    journal, chance = journal_of(sold.before, pages), random.Random(9)
    every = [*pages, *new]
    states = [every[:count] for count in range(len(every) + 1)]
    states += [sorted(chance.sample(every, chance.randrange(len(every)))) for _ in range(12)]
    for state in states:
        path = sold.lies(cut(sold.before, sold.after, state), journal, died=True)
        assert entries(path, write=True) == (10 if state == every else 9), state
        assert path.read_bytes() == (sold.after if state == every else sold.before)
    path = sold.lies(sold.before, journal[:700], died=True)
    assert entries(path, write=False) == 9


def test_journal_of_the_other_branch_of_a_copied_book_is_refused(sold: Sold, tmp_path: Path) -> None:
    """Two copies, one sale in this, two purchases in that: both tell the same number of acts."""
    (tmp_path / "lain").mkdir()
    twin = tmp_path / "lain" / "buku.kubebuku"
    twin.write_bytes(sold.before)
    other = written(twin, OTHER)
    assert acts(other) == acts(sold.after)
    refused_untouched(sold.lies(sold.after, journal_of(other, range(1, len(other) // PAGE + 1))))


def test_damaged_book_is_looked_at_in_a_copy_and_its_journal_left_alone(sold: Sold) -> None:
    pages = changed_pages(sold.before, sold.after)
    broken, after = (book.replace(b"Beli tenda", b"Beli tanda") for book in (sold.before, sold.after))
    path = sold.lies(cut(broken, after, pages[:2]), journal_of(broken, pages), died=True)
    there = path.read_bytes()
    with Office.open(path, who="Ani Contoh") as office:
        with pytest.raises(BookDamaged):
            office.require_proof()
        assert not office.writable
    assert path.read_bytes() == there
    assert rollback.is_hot(path)


def test_the_form_is_known_only_after_a_crash_is_settled(sold: Sold) -> None:
    newer = bytearray(sold.before)
    newer[60:64] = (bookfile.SCHEMA + 1).to_bytes(4, "big")
    newer[24:28] = newer[92:96] = sold.after[24:28]
    assert entries(sold.lies(bytes(newer), journal_of(sold.before, [1, 2]), died=True), write=False) == 9
    sold.path.write_bytes(newer)
    with pytest.raises(BookNewer):
        entries(sold.path, write=False)


def of_a_newer_program(book: bytes) -> bytes:
    return book[:60] + (bookfile.SCHEMA + 1).to_bytes(4, "big") + book[64:]


@pytest.mark.parametrize("write", [False, True])
def test_a_crash_of_a_newer_program_is_taken_back_and_the_book_left_to_it(sold: Sold, *, write: bool) -> None:
    before, after = of_a_newer_program(sold.before), of_a_newer_program(sold.after)
    pages = changed_pages(before, after)
    path = sold.lies(cut(before, after, pages[:2]), journal_of(before, pages), died=True)
    with pytest.raises(BookNewer) as refused:
        entries(path, write=write)
    assert (refused.value.found, refused.value.ours) == (str(bookfile.SCHEMA + 1), str(bookfile.SCHEMA))
    assert path.read_bytes() == before


def test_the_journal_of_a_program_that_does_not_count_its_pages(sold: Sold) -> None:
    """So SQLite writes it where it need not wait for the disk."""
    pages = changed_pages(sold.before, sold.after)
    journal = journal_of(sold.before, pages)
    uncounted = journal[:8] + b"\xff\xff\xff\xff" + journal[12:]
    assert entries(sold.lies(sold.after, uncounted), write=True) == 10
    assert entries(sold.lies(cut(sold.before, sold.after, pages[:-1]), uncounted, died=True), write=True) == 9


def test_a_journal_ends_at_page_nought(sold: Sold) -> None:
    """SQLite reads no further: what stands behind it is no page of the book."""
    pages = changed_pages(sold.before, sold.after)
    journal = journal_of(sold.before, pages) + bytes(PAGE + 8)
    path = sold.lies(sold.after, journal[:8] + (len(pages) + 1).to_bytes(4, "big") + journal[12:])
    assert entries(path, write=True) == 10
    assert path.read_bytes() == sold.after


def test_an_act_that_gave_pages_back_to_the_disk_is_not_taken_away(worked: Path) -> None:
    with closing_it(forger(worked)) as raw:
        raw.execute(FILL)
        raw.execute("DELETE FROM setting")
        before = worked.read_bytes()
        raw.execute("VACUUM")
    after = worked.read_bytes()
    assert len(after) < len(before)
    rollback.journal_path(worked).write_bytes(journal_of(before, changed_pages(before, after)))
    assert rollback.is_written_out(worked)
    assert entries(worked, write=True) == 9
    assert worked.read_bytes() == after


def test_a_journal_that_changes_at_every_look_is_given_up(sold: Sold, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sold.lies(sold.after, journal_of(sold.after, [1]))
    looks = []

    def still_written(*given: object, **named: object) -> leftovers.Tried:
        with rollback.journal_path(path).open("ab") as journal:
            journal.write(b"more")
        looks.append(given)
        raise FileNotFoundError

    monkeypatch.setattr(leftovers, "_judged", still_written)
    with pytest.raises(JournalStrange) as refused:
        entries(path, write=False)
    assert refused.value.name == "buku.kubebuku-journal"
    assert len(looks) == 3


def test_a_full_disk_while_a_leftover_is_tried_is_no_verdict_on_the_book(sold: Sold, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = changed_pages(sold.before, sold.after)
    path = sold.lies(cut(sold.before, sold.after, pages[:2]), journal_of(sold.before, pages), died=True)
    there = path.read_bytes()
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL

    def read(raw: sqlite3.Connection) -> None:
        raise full

    with monkeypatch.context() as patched:
        patched.setattr(leftovers, "_read", read)
        with pytest.raises(DiskFull):
            entries(path, write=True)
    assert path.read_bytes() == there
    assert rollback.is_hot(path)
    bookfile.lock_path(path).write_text("Ani Contoh\n09.00\n")
    assert entries(path, write=True) == 9


def test_journal_that_another_program_settles_meanwhile_is_judged_anew(sold: Sold, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sold.lies(sold.after, journal_of(sold.after, [1]) + b"more")

    def too_late(*given: object, **named: object) -> leftovers.Tried:
        os.truncate(rollback.journal_path(path), 0)
        raise JournalStrange("buku.kubebuku-journal")

    monkeypatch.setattr(leftovers, "_judged", too_late)
    assert entries(path, write=False) == 10


def test_a_living_writer_is_not_disturbed(worked: Path) -> None:
    """Another program is in the middle of a long act: its journal is at work, and reading goes on when it is done."""
    program = (
        "import sqlite3, sys\n"
        "book = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "book.create_function('kubebuku_kept', 4, lambda *_: None)\n"
        "book.execute('PRAGMA cache_size = 1')\n"
        "book.execute('BEGIN IMMEDIATE')\n"
        "book.execute(sys.argv[2])\n"
        "print('begun', flush=True)\n"
        "sys.stdin.read()\n"
        "book.execute('ROLLBACK')\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(worked), FILL], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "begun\n"
        assert rollback.is_hot(worked)
        assert not leftovers.lies_beside(worked)
        other.stdin.close()
    assert entries(worked, write=True) == 9


def logged(book: Path, act: str) -> tuple[bytes, bytes]:
    """The book and its log after an act of a program that works with a write-ahead log and dies."""
    with closing_it(forger(book)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA wal_autocheckpoint = 0")
        raw.execute(act)
        return book.read_bytes(), rollback.log_path(book).read_bytes()


PHONE = "UPDATE kube SET phone = '0812'"


def test_write_ahead_log_of_another_book_is_refused(sold: Sold, tmp_path: Path) -> None:
    other = new_book(tmp_path, "lain", book_id=None)
    with closing_it(forger(other)) as raw:
        for _ in range(4):
            raw.execute("UPDATE kube SET phone = hex(randomblob(4))")
    _, log = logged(other, PHONE)
    rollback.log_path(sold.path).write_bytes(log)
    there = sold.path.read_bytes()
    for write in (False, True):
        with pytest.raises(JournalStrange):
            entries(sold.path, write=write)
    assert sold.path.read_bytes() == there
    assert rollback.log_path(sold.path).read_bytes() == log


def test_write_ahead_log_of_the_book_itself_is_read(worked: Path, tmp_path: Path) -> None:
    twin = copy_of(worked, tmp_path)
    content, log = logged(twin, "INSERT INTO setting VALUES ('sheet.draft.2026-03-05', 'separuh')")
    worked.write_bytes(content)
    rollback.log_path(worked).write_bytes(log)
    with Office.open(worked, write=False) as office:
        assert office.raw.execute("SELECT value FROM setting").fetchone() == ("separuh",)
        assert Books(office).count() == 9


def test_write_ahead_log_of_an_older_day_is_refused(worked: Path, tmp_path: Path) -> None:
    """The log holds every page of the book as it was before the sale."""
    twin = copy_of(worked, tmp_path)
    content, log = logged(twin, "VACUUM")
    written(worked, SALE)
    with closing_it(forger(worked)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
    assert content[18:20] == worked.read_bytes()[18:20]
    rollback.log_path(worked).write_bytes(log)
    with pytest.raises(JournalStrange):
        entries(worked, write=True)
    rollback.log_path(worked).unlink()
    assert entries(worked, write=True) == 10


def test_what_cannot_be_read_at_all_is_no_book(worked: Path, tmp_path: Path) -> None:
    with crashed(worked, FILL):
        journal = rollback.journal_path(worked).read_bytes()
    rubbish = worked.read_bytes()[:100] + random.Random(1).randbytes(50_000)
    worked.write_bytes(rubbish)
    rollback.journal_path(worked).write_bytes(journal[:2000])
    with pytest.raises(BookDamaged):
        entries(worked, write=True)
    assert worked.read_bytes() == rubbish
