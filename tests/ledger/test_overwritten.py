"""Somebody copies a file over the open book: the same file, with other content. Nothing is answered from it or written in it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing as closing_it
from pathlib import Path

import pytest

from kubebuku.app.office import Office
from kubebuku.ledger import rollback
from kubebuku.ledger.refusals import BookReplaced, JournalStrange
from tests.builders import Books, copy_of, forger, new_book
from tests.ledger.crash import PAGE, changed_pages, cut, journal_of
from tests.ledger.forge import unguarded
from tests.ledger.test_leftovers import counted_like, written

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there an open book cannot be written over")

SALE = "2026-03-08 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"


@pytest.fixture(params=[True, False], ids=["writing", "reading"])
def opened(worked: Path, request: pytest.FixtureRequest) -> Iterator[Office]:
    """The book in a window that has just shown what is in the cash box."""
    with Office.open(worked, who="Ani Contoh", write=request.param) as office:
        assert Books(office).holds("1101") == 2_375_000
        yield office


def overwrite(path: Path, content: bytes) -> None:
    with path.open("r+b") as file:
        file.write(content)
        file.truncate()


def nothing_goes_on(office: Office, content: bytes) -> None:
    for _ in range(2):
        with pytest.raises(BookReplaced):
            Books(office).holds("1101")
        if office.writable:
            with pytest.raises(BookReplaced):
                Books(office).post(SALE)
    assert office.path.read_bytes() == content


def test_another_groups_book(opened: Office, tmp_path: Path) -> None:
    content = new_book(tmp_path, "lain", book_id=None).read_bytes()
    overwrite(opened.path, content)
    nothing_goes_on(opened, content)


def test_another_groups_book_with_as_many_acts(opened: Office, tmp_path: Path) -> None:
    """Nothing in its head tells SQLite that the pages it remembers are of another file."""
    there = opened.path.read_bytes()
    content = new_book(tmp_path, "lain", book_id=None).read_bytes()
    content = counted_like(content + bytes(max(0, len(there) - len(content))), there)
    content = content[:28] + there[28:40] + content[40:]
    overwrite(opened.path, content)
    nothing_goes_on(opened, content)


def test_an_older_copy(worked: Path) -> None:
    older = worked.read_bytes()
    with Office.open(worked, who="Ani Contoh") as office:
        Books(office).post(SALE)
        overwrite(worked, older)
        nothing_goes_on(office, older)


def test_an_older_copy_that_lacks_a_member_only(worked: Path) -> None:
    older = worked.read_bytes()
    with Office.open(worked, who="Ani Contoh") as office:
        Books(office).person("Siti Contoh")
        overwrite(worked, older)
        nothing_goes_on(office, older)


def test_no_database_at_all(opened: Office) -> None:
    overwrite(opened.path, bytes(8192))
    with pytest.raises(Exception, match=r"damaged|Another"):
        Books(opened).holds("1101")


def test_a_book_without_its_name(opened: Office, tmp_path: Path) -> None:
    twin = copy_of(opened.path, tmp_path)
    with closing_it(forger(twin)) as raw, unguarded(raw):
        raw.execute("DELETE FROM kube")
    content = twin.read_bytes()
    overwrite(opened.path, content)
    nothing_goes_on(opened, content)


def test_a_later_copy_of_the_same_book_goes_on(worked: Path, tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    twin = tmp_path / "lain" / "buku.kubebuku"
    twin.write_bytes(worked.read_bytes())
    later = written(twin, SALE)
    with Office.open(worked, who="Ani Contoh") as office:
        assert Books(office).holds("1101") == 2_375_000
        overwrite(worked, later)
        assert Books(office).holds("1101") == 3_125_000
        Books(office).post(SALE)
        assert Books(office).holds("1101") == 3_875_000
        assert not Books(office).findings()


def test_damage_beneath_an_open_book_is_found_before_the_next_answer(opened: Office) -> None:
    content = opened.path.read_bytes().replace(b"Beli tenda", b"Beli tanda")
    overwrite(opened.path, content)
    Books(opened).holds("1101")
    assert opened.damaged
    assert not opened.writable


def test_a_strange_journal_laid_beside_the_open_book(worked: Path, tmp_path: Path) -> None:
    foreign = counted_like(new_book(tmp_path, "lain", book_id=None).read_bytes(), worked.read_bytes())
    with Office.open(worked, who="Ani Contoh") as office:
        Books(office).post(SALE)
        there, journal = worked.read_bytes(), rollback.journal_path(worked)
        strange = journal_of(counted_like(foreign, there), range(1, len(foreign) // PAGE + 1))
        overwrite(journal, strange)
        for act in (lambda: Books(office).holds("1101"), lambda: Books(office).post(SALE)):
            with pytest.raises(JournalStrange):
                act()
        assert (worked.read_bytes(), journal.read_bytes()) == (there, strange)
        overwrite(journal, b"")
        assert Books(office).holds("1101") == 3_125_000


def test_the_journal_of_the_last_act_laid_beside_the_open_book(worked: Path) -> None:
    with Office.open(worked, who="Ani Contoh") as office:
        before = worked.read_bytes()
        Books(office).post(SALE)
        after = worked.read_bytes()
        overwrite(rollback.journal_path(worked), journal_of(before, changed_pages(before, after)))
        assert Books(office).holds("1101") == 3_125_000
        assert worked.read_bytes() == after
        Books(office).post(SALE)
        assert not Books(office).findings()


def test_an_act_half_written_by_another_program_is_taken_back_beneath_the_open_book(worked: Path, tmp_path: Path) -> None:
    before = worked.read_bytes()
    after = written(copy_of(worked, tmp_path), SALE)
    pages = changed_pages(before, after)
    with Office.open(worked, who="Ani Contoh") as office:
        assert Books(office).holds("1101") == 2_375_000
        rollback.journal_path(worked).write_bytes(journal_of(before, pages))
        overwrite(worked, cut(before, after, pages[:2]))
        assert Books(office).holds("1101") == 2_375_000
        assert not rollback.is_hot(worked)
        assert worked.read_bytes() == before


def test_a_half_written_act_of_a_damaged_book_is_not_carried_out_beneath_the_open_book(worked: Path, tmp_path: Path) -> None:
    before = worked.read_bytes()
    after = written(copy_of(worked, tmp_path), SALE)
    pages = changed_pages(before, after)
    broken, broken_after = (book.replace(b"Beli tenda", b"Beli tanda") for book in (before, after))
    journal, half = journal_of(broken, pages), cut(broken, broken_after, pages[:2])
    with Office.open(worked, who="Ani Contoh") as office:
        assert Books(office).holds("1101") == 2_375_000
        rollback.journal_path(worked).write_bytes(journal)
        overwrite(worked, half)
        for act in (lambda: Books(office).holds("1101"), lambda: Books(office).post(SALE)):
            with pytest.raises(JournalStrange):
                act()
        assert (worked.read_bytes(), rollback.journal_path(worked).read_bytes()) == (half, journal)
