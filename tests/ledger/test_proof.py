"""The proof itself: its parts, what it cuts short, and what it does not take for damage."""

from __future__ import annotations

import sqlite3
from contextlib import closing as closing_it
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from kubebuku.app.office import Office
from kubebuku.domain.entries import Draft, UnitId, credit, debit
from kubebuku.i18n import say, set_language
from kubebuku.ledger import chain, checks
from kubebuku.ledger.db import Database
from kubebuku.ledger.findings import MOST_FOUND, Finding, finding
from kubebuku.ledger.refusals import BookDamaged, BookReadOnly
from tests.builders import Books, findings_of, forger
from tests.ledger.forge import unguarded


def test_the_parts_of_the_proof_and_the_checks_by_name(books: Books) -> None:
    names = [one.name for one in books.office.check()]
    assert names[:14] == [
        *("header", "schema", "integrity", "foreign_keys", "entries", "chain"),
        *("accounts", "records", "values", "numbers", "zero_rule", "opening", "reversals", "closings"),
    ]
    assert len(set(names)) == len(names)
    assert set(names[:14]) <= set(checks.TITLES)


def test_a_header_that_was_changed_while_the_book_was_open_is_found(worked: Path) -> None:
    with Office.open(worked, write=False) as office:
        with closing_it(forger(worked)) as book:
            book.execute("PRAGMA application_id = 7")
            book.execute("PRAGMA user_version = 77")
        set_language("id")
        said = [say(line) for one in office.prove() if one.name == "header" for line in one.found]
    assert said[0] == "Tanda buku KubeBuku tidak ada di berkas ini."
    assert said[1].startswith("Bentuk berkas tertulis 77; seharusnya ")


def test_a_thousand_faults_are_told_in_a_few_lines(worked: Path) -> None:
    with closing_it(forger(worked)) as book, unguarded(book):
        book.execute("UPDATE entry SET description = description || '!'")
        book.execute("UPDATE closing SET who = 'Orang lain'")
    found = findings_of(worked)["chain"].found
    assert len(found) == MOST_FOUND + 1
    set_language("id")
    assert say(found[0]) == "Catatan 1 tidak sama lagi dengan waktu ditulis."
    assert say(found[-1]) == "Dan masih ada lagi yang serupa."


def test_every_link_of_a_book_is_put_into_its_form_by_sql(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Signs that JSON writes in another way among them; who would look at each link again would take twice as long."""
    lines = (debit("1101", 25_000), credit("4101", 25_000, unit=UnitId(2)))
    odd = Draft(date(2026, 11, 20), 'Sewa "tenda\\besar" é/€ 🎪', "sale", lines, nota='A"17\\')
    with Office.open(worked, who='Ani "Nani" Contoh') as office:
        office.write(lambda work: work.journal.post(odd))
    monkeypatch.delattr(chain, "entry_text")
    monkeypatch.delattr(chain, "closing_text")
    assert findings_of(worked) == {}


def test_what_is_missing_is_named(worked: Path) -> None:
    with closing_it(forger(worked)) as book, unguarded(book):
        book.execute("DELETE FROM posting WHERE entry = 3")
        book.execute("DELETE FROM entry WHERE id = 3")
        book.execute("DELETE FROM closing_balance WHERE closing = 2")
        book.execute("DELETE FROM closing WHERE id = 2")
    set_language("id")
    assert [say(line) for line in findings_of(worked)["chain"].found] == [
        "Catatan 3 hilang.",
        "Catatan 4 tidak menyambung dengan yang ditulis sebelumnya.",
        "Penutupan 2 hilang.",
        "Penutupan 3 tidak menyambung dengan yang ditulis sebelumnya.",
    ]


def test_a_book_without_its_group_does_not_open(worked: Path) -> None:
    with Office.open(worked, write=False) as office:
        with closing_it(forger(worked)) as book, unguarded(book):
            book.execute("DELETE FROM kube")
        assert "chain" in {one.name for one in office.prove() if not one.ok}
    with pytest.raises(BookDamaged):
        Office.open(worked)


@pytest.mark.parametrize("change", ["UPDATE entry SET who = 'x' WHERE id = 9", "UPDATE posting SET unit = 3 WHERE entry = 9"])
def test_what_another_program_did_since_the_proof_is_proved_before_the_next_answer(worked: Path, change: str) -> None:
    with Office.open(worked, write=False) as office:
        office.require_proof()
        with closing_it(forger(worked)) as book, unguarded(book):
            book.execute(change)
        with pytest.raises(BookDamaged) as refused:
            office.require_proof()
    set_language("id")
    assert say(refused.value.sentences[1]) == "Yang ditemukan: Catatan 9 tidak sama lagi dengan waktu ditulis."


def test_a_disk_that_fails_or_a_person_who_stops_is_no_finding() -> None:
    def raises(error: Exception) -> Finding:
        def look() -> list[str]:
            raise error

        return finding("chain", look)

    with closing_it(sqlite3.connect(":memory:")) as other:
        other.set_progress_handler(lambda: 1, 1)
        with pytest.raises(sqlite3.OperationalError) as stopped:
            other.execute("SELECT 1 UNION SELECT 2 UNION SELECT 3").fetchall()
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        raises(stopped.value)
    with pytest.raises(DBAPIError):
        raises(DBAPIError("SELECT 1", None, stopped.value))
    assert not raises(ValueError("year 20266 is out of range")).ok
    assert not raises(LookupError("5101")).ok
    with pytest.raises(AssertionError):
        raises(AssertionError("a fault of our own"))


def test_a_database_opened_for_reading_takes_no_act(worked: Path) -> None:
    database = Database(worked, writable=False)
    try:
        with pytest.raises(BookReadOnly), database.writing():
            pass
    finally:
        database.close()
