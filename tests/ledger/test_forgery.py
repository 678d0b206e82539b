"""The forger: plain sqlite3 on the file of a book. What must never be is refused by the database itself or found by the proof.

Against a forger who takes the guards away, rewrites every hash and puts the guards back only the codes on paper stand; the
last tests show that they do.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing as closing_it
from functools import partial
from pathlib import Path

import pytest

from kubebuku.app.office import Office
from kubebuku.ledger import journal, record_form
from kubebuku.ledger.chain import check_code
from kubebuku.ledger.codes import find_code
from kubebuku.ledger.refusals import BookDamaged, BookForeign, BookNewer, CodeUnknown
from tests.builders import Books, findings_of, forger, plainly
from tests.ledger.forge import insert, seal_again, transaction, unguarded, value, write_closing, write_entry

Attack = Callable[[sqlite3.Connection], object]


def sql(*statements: str) -> Attack:
    def run(book: sqlite3.Connection) -> None:
        with transaction(book):
            for statement in statements:
                book.execute(statement)

    return run


def entry(*args: object, **changes: object) -> Attack:
    return partial(write_entry, **{**({"lines": args} if args else {}), **changes})  # type: ignore[arg-type]


def month(**changes: object) -> Attack:
    return partial(write_closing, **changes)  # type: ignore[arg-type]


def on(number: int, account: str, amount: object, **points: int) -> tuple[object, ...]:
    return number, account, amount, points.get("unit"), points.get("person"), points.get("loan"), points.get("item")


def same_hash_as_the_first(book: sqlite3.Connection, table: str, write: Callable[..., None]) -> None:
    write(book, verb="INSERT OR REPLACE", hash=value(book, f"SELECT hash FROM {table} WHERE id = 1"))


def upsert(book: sqlite3.Connection, then: str) -> None:
    names = "id, series, year, seq, date, description, kind, who, recorded, form, previous, hash"
    book.execute(
        f"INSERT INTO entry ({names}) SELECT {names} FROM entry WHERE id = 2 ON CONFLICT (id) DO {then}",
    )


REFUSED: dict[str, Attack] = {
    "an entry that does not sum to zero": entry(on(1, "1101", 40_000), on(2, "4101", -39_999, unit=2)),
    "an entry of one line": entry(on(1, "1101", 40_000)),
    "an entry without lines": entry(lines=()),
    "an id further on": entry(id=99),
    "an id before the first": entry(id=-1),
    "an id of another kind": sql("INSERT INTO entry (id) VALUES ('satu')"),
    "no id": sql("INSERT INTO entry (id) VALUES (NULL)"),
    "an id that is taken": entry(id=2),
    "an entry put in another's place": entry(id=2, verb="INSERT OR REPLACE", posting_entry=10),
    "an entry that pushes another out by its hash": partial(same_hash_as_the_first, table="entry", write=write_entry),
    "an entry behind another link": entry(previous="0" * 64),
    "31 February": entry(date="2026-02-31"),
    "29 February of a plain year": entry(date="2027-02-29"),
    "month 13": entry(date="2026-13-01"),
    "a date without noughts": entry(date="2026-3-9"),
    "a date with a time": entry(date="2026-03-09 10:00"),
    "no date": entry(date=""),
    "the word now": entry(date="now"),
    "a day before the book": entry(date="2025-12-31"),
    "a day of a closed month": entry(date="2026-01-15"),
    "lines of a closed month under an open date": entry(posting_date="2026-01-15"),
    "a number left out": entry(seq=9),
    "a number used twice": entry(seq=1),
    "a number of another year": entry(year=2025),
    "a series of one's own": entry(series="XYZ"),
    "lines that are not numbered from one": entry(on(1, "1101", 40_000), on(3, "4101", -40_000, unit=2)),
    "an account that is not there": entry(on(1, "1101", 40_000), on(2, "9999", -40_000)),
    "a heading": entry(on(1, "1101", 40_000), on(2, "4000", -40_000)),
    "income without a business": entry(on(1, "1101", 40_000), on(2, "4101", -40_000)),
    "savings without a name": entry(on(1, "1101", 40_000), on(2, "2110", -40_000)),
    "a loan without a loan": entry(on(1, "1130", 40_000, person=2), on(2, "1102", -40_000)),
    "a business that is not there": entry(on(1, "1101", 40_000), on(2, "4101", -40_000, unit=99)),
    "a person who is not there": entry(on(1, "1101", 40_000), on(2, "2110", -40_000, person=99)),
    "a loan that is not there": entry(on(1, "1101", 40_000), on(2, "4102", -40_000, loan=99)),
    "a thing that is not there": entry(on(1, "1201", 40_000, item=99), on(2, "1101", -40_000)),
    "an amount of nil": entry(on(1, "1101", 0), on(2, "4101", 0, unit=2)),
    "an amount above the limit": entry(on(1, "1101", 10**12), on(2, "4101", -(10**12), unit=2)),
    "an amount with sen": entry(on(1, "1101", 0.5), on(2, "4101", -0.5, unit=2)),
    "an amount in words": entry(on(1, "1101", "seribu"), on(2, "4101", -40_000, unit=2)),
    "a second reversal": entry(on(1, "5103", -20_000, unit=2), on(2, "1101", 20_000), reverses=5),
    "a reversal of nothing": entry(reverses=99),
    "a form of one's own": entry(form=2),
    "a description too long": entry(description="x" * 201),
    "no description": entry(description=""),
    "an upsert": partial(upsert, then="UPDATE SET description = 'lain'"),
    "an upsert that does nothing": partial(upsert, then="NOTHING"),
    "a changed amount": sql("UPDATE posting SET amount = amount * 2 WHERE entry = 2"),
    "a changed line, conflicts ignored": sql("UPDATE OR IGNORE posting SET line = line + 1 WHERE entry = 2"),
    "a changed line, conflicts replaced": sql("UPDATE OR REPLACE posting SET line = 1 WHERE entry = 2"),
    "a changed description": sql("UPDATE entry SET description = 'Sewa kursi' WHERE id = 2"),
    "a changed id, conflicts replaced": sql("UPDATE OR REPLACE entry SET id = 1 WHERE id = 2"),
    "a new seal": sql("UPDATE entry SET hash = previous WHERE id = 2"),
    "an entry deleted": sql("DELETE FROM posting WHERE entry = 9", "DELETE FROM entry WHERE id = 9"),
    "the last entry deleted, lines left": sql("DELETE FROM entry WHERE id = (SELECT MAX(id) FROM entry)"),
    "everything deleted": sql("DELETE FROM entry"),
    "all lines deleted": sql("DELETE FROM posting"),
    "a line added to an old entry": sql(
        "INSERT INTO posting (entry, line, account, amount, date) VALUES (2, 3, '1101', 1, '2026-01-05')",
    ),
    "two lines added to an old entry": sql(
        "INSERT INTO posting (entry, line, account, amount, date) VALUES (2, 3, '1101', -9000, '2026-01-05'),"
        " (2, 4, '1110', 9000, '2026-01-05')",
    ),
    "a line put in another's place": sql(
        "INSERT OR REPLACE INTO posting SELECT entry, line, account, amount * 10, date, unit, person, loan, item FROM posting"
    ),
    "a month closed out of order": month(month="2026-03"),
    "a month closed twice": month(month="2026-01"),
    "month 13 closed": month(month="2026-13"),
    "a month opened that is not the last": month(month="2026-02", act="reopen", reason="Nota tertinggal"),
    "a month opened without a reason": month(month="2026-01", act="reopen", reason="  "),
    "a closing behind another link": month(previous="0" * 64),
    "a closing further back in the chain": month(after_entry=3),
    "a closing number left out": month(serial=5),
    "a closing id further on": month(id=9),
    "a closing put in another's place": month(id=1, verb="INSERT OR REPLACE"),
    "a closing that pushes another out by its hash": partial(same_hash_as_the_first, table="closing", write=write_closing),
    "a closing changed": sql("UPDATE closing SET reason = 'lain' WHERE id = 1"),
    "a closing deleted": sql("DELETE FROM closing WHERE id = 3"),
    "a closing's balance changed": sql("UPDATE closing_balance SET amount = amount + 1 WHERE closing = 1"),
    "a closing's balance deleted": sql("DELETE FROM closing_balance WHERE closing = 1"),
    "a closing's balance put in another's place": sql(
        "INSERT OR REPLACE INTO closing_balance"
        " SELECT closing, line, account, person, unit, loan, amount + 1 FROM closing_balance"
    ),
    "a balance added to an old closing": sql("INSERT INTO closing_balance VALUES (1, 99, '1101', NULL, NULL, NULL, 5000)"),
    "counted cash changed": sql("UPDATE closing_count SET counted = book WHERE closing = 1"),
    "counted cash deleted": sql("DELETE FROM closing_count WHERE closing = 1"),
    "counted cash put in its place": sql(
        "INSERT OR REPLACE INTO closing_count SELECT closing, account, 1, 1, NULL FROM closing_count"
    ),
    "counted cash added to an old closing": sql("INSERT INTO closing_count VALUES (1, '1102', 5000, 5000, NULL)"),
    "another person under the same number": sql("INSERT OR REPLACE INTO person VALUES (1, 'Orang Lain', 'member')"),
    "a person's number changed": sql("UPDATE person SET id = 77 WHERE id = 1"),
    "a person of the books deleted": sql("DELETE FROM person WHERE id = 1"),
    "another business under the same number": sql(
        "INSERT OR REPLACE INTO unit (id, label, kind, opened) VALUES (2, 'X', 'usaha', '2026-01-01')"
    ),
    "a business of the books deleted": sql("DELETE FROM unit WHERE id = 2"),
    "a business made the savings-loan unit": sql("UPDATE unit SET kind = 'simpan_pinjam' WHERE id = 2"),
    "a second savings-loan unit": sql("INSERT INTO unit (label, kind, opened) VALUES ('X', 'simpan_pinjam', '2026-01-01')"),
    "the savings-loan unit deleted": sql("DELETE FROM unit WHERE id = 1"),
    "another borrower": sql("UPDATE loan SET person = 1"),
    "another loan under the same number": sql("INSERT OR REPLACE INTO loan VALUES (1, 'P-001', 1, 1, '2026-01-01', 'running')"),
    "a loan of the books deleted": sql("DELETE FROM loan"),
    "another thing under the same number": sql("INSERT OR REPLACE INTO item VALUES (1, 'Tenda', NULL, 1, '2026-01-01', 'held')"),
    "a thing of the books deleted": sql("DELETE FROM item"),
    "an account made a place of money": sql("UPDATE account SET box = 1 WHERE code = '1120'"),
    "a cost made an asset": sql("UPDATE account SET kind = 'asset' WHERE code = '5101'"),
    "an account put in another's place": sql(
        "INSERT OR REPLACE INTO account SELECT code, parent, 'cost', label, 0, '', NULL, 0 FROM account"
    ),
    "an account of the chart deleted": sql("DELETE FROM account WHERE code = '5190'"),
    "another group": sql("UPDATE kube SET book_id = 'lain'"),
    "another beginning of the chain": sql("UPDATE kube SET genesis = 'f' || substr(genesis, 2)"),
    "a practice book made a real one": sql("UPDATE kube SET practice = 1"),
    "another first day": sql("UPDATE kube SET opened = '2025-01-01'"),
    "the group deleted": sql("DELETE FROM kube"),
    "the group replaced": sql(
        "INSERT OR REPLACE INTO kube (id, book_id, genesis, name, opened, practice)"
        " SELECT 1, 'x', genesis, name, opened, 0 FROM kube"
    ),
}

#: How the other program opened the file. Nothing of it may matter.
MANNERS = ("PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = ON", "PRAGMA recursive_triggers = ON")


def test_what_is_well_made_is_taken_from_another_program_too(worked: Path) -> None:
    """The forger's tools are right: unchanged, they write what stands every check, but for balances a closing does not keep."""
    with closing_it(forger(worked)) as book:
        write_entry(book)
        assert not findings_of(worked)
        write_closing(book)
    assert list(findings_of(worked)) == ["closings"]


@pytest.mark.parametrize("attack", REFUSED)
def test_the_database_refuses(worked: Path, worked_once: Path, attack: str) -> None:
    for manner in MANNERS:
        with closing_it(forger(worked)) as book:
            book.execute(manner)
            with pytest.raises(sqlite3.Error) as refused:
                REFUSED[attack](book)
            assert "no such function" not in str(refused.value)
    assert worked.read_bytes() == worked_once.read_bytes()


@pytest.mark.parametrize("attack", REFUSED)
def test_a_program_that_knows_nothing_of_books_is_refused_at_once(worked: Path, worked_once: Path, attack: str) -> None:
    with closing_it(plainly(worked)) as book, pytest.raises(sqlite3.OperationalError, match="no such function: kubebuku_kept"):
        REFUSED[attack](book)
    assert worked.read_bytes() == worked_once.read_bytes()


@pytest.mark.parametrize("attack", ["a changed amount", "an entry put in another's place", "a line added to an old entry"])
def test_the_guards_hold_in_an_attached_book_too(worked: Path, tmp_path: Path, attack: str) -> None:
    """Attached to another database under another name, beside temporary tables and triggers of the forger's own."""
    statements = {
        "a changed amount": "UPDATE b.posting SET amount = 1 WHERE entry = 2",
        "an entry put in another's place": "INSERT OR REPLACE INTO b.entry SELECT * FROM b.entry WHERE id = 2",
        "a line added to an old entry": "INSERT INTO b.posting VALUES (2, 3, '1101', 1, '2026-01-05', NULL, NULL, NULL, NULL)",
    }
    with closing_it(sqlite3.connect(tmp_path / "other.db", isolation_level=None)) as other:
        other.execute("ATTACH ? AS b", (str(worked),))
        other.execute("CREATE TEMP TABLE entry (id INTEGER)")
        other.execute("CREATE TEMP TABLE posting (entry INTEGER, line INTEGER)")
        with pytest.raises(sqlite3.OperationalError, match="no such function"):
            other.execute(statements[attack])
        record_form.define(other)
        with pytest.raises(sqlite3.IntegrityError):
            other.execute(statements[attack])
    assert not findings_of(worked)


# ---- with the guards taken away and put back, the proof finds what was done

FOUND: dict[str, tuple[str, Attack]] = {
    "amounts changed on both sides": ("chain", sql("UPDATE posting SET amount = amount * 2 WHERE entry = 2")),
    "an amount changed on one side": ("entries", sql("UPDATE posting SET amount = amount + 1 WHERE entry = 2 AND line = 1")),
    "a line deleted": ("entries", sql("DELETE FROM posting WHERE entry = 2 AND line = 2")),
    "all lines of an entry deleted": ("entries", sql("DELETE FROM posting WHERE entry = 2")),
    "a pair of lines added": (
        "chain",
        sql(
            "INSERT INTO posting (entry, line, account, amount, date)"
            " VALUES (2, 3, '1101', -9, '2026-01-05'), (2, 4, '1110', 9, '2026-01-05')"
        ),
    ),
    "a line on another account": ("chain", sql("UPDATE posting SET account = '4190' WHERE entry = 2 AND line = 2")),
    "a line for another business": ("chain", sql("UPDATE posting SET unit = 3 WHERE entry = 2 AND line = 2")),
    "savings of another person": ("chain", sql("UPDATE posting SET person = 2 WHERE entry = 1 AND person = 1")),
    "a line of another day": ("entries", sql("UPDATE posting SET date = '2026-01-06' WHERE entry = 2 AND line = 1")),
    "another day": (
        "chain",
        sql("UPDATE posting SET date = '2026-01-06' WHERE entry = 2", "UPDATE entry SET date = '2026-01-06' WHERE id = 2"),
    ),
    "another description": ("chain", sql("UPDATE entry SET description = 'Sewa kursi' WHERE id = 2")),
    "a letter written another way": ("chain", sql("UPDATE entry SET description = 'Sewa tendá' WHERE id = 2")),
    "another paper number": ("chain", sql("UPDATE entry SET nota = 'A-1' WHERE id = 2")),
    "another kind": ("chain", sql("UPDATE entry SET kind = 'sale' WHERE id = 2")),
    "another writer": ("chain", sql("UPDATE entry SET who = 'Budi Contoh' WHERE id = 2")),
    "another time": ("chain", sql("UPDATE entry SET recorded = '2026-01-05T00:00:00Z' WHERE id = 2")),
    "a reversal made an entry of its own": ("chain", sql("UPDATE entry SET reverses = NULL WHERE id = 6")),
    "another seal": ("chain", sql("UPDATE entry SET hash = 'f' || substr(hash, 2) WHERE id = 2")),
    "another link before": ("chain", sql("UPDATE entry SET previous = 'f' || substr(previous, 2) WHERE id = 2")),
    "another bukti number": ("numbers", sql("UPDATE entry SET seq = 77 WHERE id = 2")),
    "an entry deleted in the middle": ("chain", sql("DELETE FROM posting WHERE entry = 3", "DELETE FROM entry WHERE id = 3")),
    "two entries that changed places": (
        "chain",
        sql(
            "UPDATE posting SET entry = 999 WHERE entry = 2",
            "UPDATE posting SET entry = 2 WHERE entry = 3",
            "UPDATE posting SET entry = 3 WHERE entry = 999",
        ),
    ),
    "a closing's balance changed": (
        "closings",
        sql("UPDATE closing_balance SET amount = amount + 1 WHERE closing = 1 AND line = 1"),
    ),
    "a closing's balance, only the seal tells": (
        "chain",
        sql("UPDATE closing_balance SET amount = amount + 1 WHERE closing = 2"),
    ),
    "a closing's balance added": ("chain", sql("INSERT INTO closing_balance VALUES (2, 999, '1101', NULL, NULL, NULL, 5)")),
    "balances of a closing that is not there": (
        "foreign_keys",
        sql("INSERT INTO closing_balance VALUES (9, 1, '1101', NULL, NULL, NULL, 5)"),
    ),
    "counted cash changed": ("chain", sql("UPDATE closing_count SET counted = 0 WHERE closing = 1")),
    "counted cash deleted": ("chain", sql("DELETE FROM closing_count WHERE closing = 1")),
    "a closing's reason changed": ("chain", sql("UPDATE closing SET reason = 'lain' WHERE id = 3")),
    "a closing deleted": ("chain", sql("DELETE FROM closing_balance WHERE closing = 2", "DELETE FROM closing WHERE id = 2")),
    "a closing moved in the chain": ("chain", sql("UPDATE closing SET after_entry = 3 WHERE id = 1")),
    "a closing behind an entry that is not there": ("chain", sql("UPDATE closing SET after_entry = 99 WHERE id = 3")),
    "a month left open under a closed one": (
        "closings",
        sql("UPDATE closing SET month = '2026-05' WHERE id = 3", "UPDATE closing SET act = 'close' WHERE id = 3"),
    ),
    "another group": ("chain", sql("UPDATE kube SET book_id = 'lain'")),
    "another first day": ("chain", sql("UPDATE kube SET opened = '2025-01-01'")),
    "another beginning of the chain": ("chain", sql("UPDATE kube SET genesis = 'f' || substr(genesis, 2)")),
    "a person of the books deleted": ("foreign_keys", sql("DELETE FROM person WHERE id = 1")),
    "an account of the books deleted": ("foreign_keys", sql("DELETE FROM account WHERE code = '5103'")),
    "an account nobody used deleted": ("accounts", sql("DELETE FROM account WHERE code = '5190'")),
    "a cost made an asset": ("accounts", sql("UPDATE account SET kind = 'asset' WHERE code = '5101'")),
    "a place of money made none": ("accounts", sql("UPDATE account SET box = 0 WHERE code = '1102'")),
    "an account moved in the cash flow": ("accounts", sql("UPDATE account SET cashflow = 'trust' WHERE code = '3110'")),
    "savings that need no name": ("accounts", sql("UPDATE account SET needs = '' WHERE code = '2110'")),
    "an account of one's own that is none": (
        "accounts",
        sql("INSERT INTO account SELECT '6666', NULL, kind, 'Lain', box, needs, cashflow, 0 FROM account WHERE code = '5190'"),
    ),
    "an account under another one": (
        "accounts",
        sql("INSERT INTO account SELECT '5190.01', '1101', 'asset', 'Lain', 1, '', NULL, 0 FROM account WHERE code = '5190'"),
    ),
    "an unbalanced entry, rightly sealed": ("entries", entry(on(1, "1101", 40_000), on(2, "4101", -39_999, unit=2))),
    "an entry of one line, rightly sealed": ("entries", entry(on(1, "1101", 40_000))),
    "an entry in a closed month, rightly sealed": ("closings", entry(date="2026-01-15")),
    "an id further on": ("chain", entry(id=99)),
    "a line on an account whose name goes on unseen": (
        "accounts",
        sql(
            "INSERT INTO account SELECT '4101' || char(0, 65), '4101', kind, 'Lain', box, needs, cashflow, 0 FROM account"
            " WHERE code = '4101'",
            "UPDATE posting SET account = '4101' || char(0, 65) WHERE account = '4101'",
        ),
    ),
    "an entry before the book began, rightly sealed": ("opening", entry(date="2025-12-31", seq=1)),
}


# many a program ends a text at a NUL; what stands behind it is under the seal all the same
FOUND |= {
    f"what stands behind the end of {table}.{column}": (
        "chain",
        sql(f"UPDATE {table} SET {column} = {column} || char(0, 65) WHERE {column} IS NOT NULL"),
    )
    for table, columns in {
        "entry": ("date", "description", "kind", "who", "recorded", "previous"),
        "closing": ("month", "reason", "who", "recorded", "previous"),
    }.items()
    for column in columns
}


@pytest.mark.parametrize("attack", FOUND)
def test_the_proof_finds_what_was_done_without_guards(worked: Path, attack: str) -> None:
    name, deed = FOUND[attack]
    with closing_it(forger(worked)) as book, unguarded(book):
        deed(book)
    found = findings_of(worked)
    assert name in found
    assert "schema" not in found


# ---- what the database cannot know, the checks find


def test_a_box_that_another_program_emptied_is_found(worked: Path) -> None:
    with closing_it(forger(worked)) as book:
        write_entry(
            book,
            ((1, "5190", 99_000_000, None, None, None, None), (2, "1101", -99_000_000, None, None, None, None)),
            series="BKK",
        )
    assert list(findings_of(worked)) == ["zero_rule"]


def test_a_reversal_that_takes_back_something_else_is_found(worked: Path) -> None:
    with closing_it(forger(worked)) as book:
        write_entry(book, series="BM", reverses=2)
    assert list(findings_of(worked)) == ["reversals"]


def test_an_opening_of_another_day_is_found(worked: Path) -> None:
    with closing_it(forger(worked)) as book:
        write_entry(book, series="BM", kind="opening")
    assert list(findings_of(worked)) == ["opening"]


def test_lines_left_without_an_entry_are_found(worked: Path) -> None:
    """With foreign keys off the database lets two lines of the next entry in."""
    with closing_it(forger(worked)) as book:
        next_ = value(book, "SELECT MAX(id) + 1 FROM entry")
        for line, amount in ((1, 5_000), (2, -5_000)):
            row = {"entry": next_, "line": line, "account": "1101", "amount": amount, "date": "2026-03-09"}
            insert(book, "posting", row)
    assert list(findings_of(worked)) == ["foreign_keys"]


def test_rows_that_evade_the_checks_of_their_columns_are_found(worked: Path) -> None:
    with closing_it(forger(worked)) as book:
        book.execute("PRAGMA ignore_check_constraints = ON")
        write_entry(book, form=2)
    assert list(findings_of(worked)) == ["integrity"]


# ---- a book whose guards were touched says so, whatever else was done in it

STRUCTURE: dict[str, tuple[str, Attack]] = {
    "a guard dropped": ("posting_no_update", sql("DROP TRIGGER posting_no_update")),
    "a guard that guards nothing": (
        "entry_no_delete",
        sql("DROP TRIGGER entry_no_delete", "CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT 1; END"),
    ),
    "a guard of the forger's own": (
        "diam",
        sql("CREATE TRIGGER diam AFTER INSERT ON entry BEGIN UPDATE setting SET value = 'x'; END"),
    ),
    "a guard named almost as SQLite's own things": (
        "sqlitextra",
        sql("CREATE TRIGGER sqlitextra AFTER INSERT ON person BEGIN UPDATE person SET name = 'x'; END"),
    ),
    "an index dropped": ("posting_account", sql("DROP INDEX posting_account")),
    "a table of the forger's own": ("catatan", sql("CREATE TABLE catatan (x)")),
    "a view of the forger's own": ("lihat", sql("CREATE VIEW lihat AS SELECT 1")),
    "a column added": ("person", sql("ALTER TABLE person ADD COLUMN rahasia TEXT")),
    "a check of a column taken out": (
        "posting",
        sql(
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_schema SET sql = replace(sql, 'amount <> 0 AND ', '') WHERE name = 'posting'",
        ),
    ),
    "a guard's words changed": (
        "entry_after_insert",
        sql(
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_schema SET sql = replace(sql, '< 2', '< 1') WHERE name = 'entry_after_insert'",
        ),
    ),
}


@pytest.mark.parametrize("attack", STRUCTURE)
def test_a_changed_structure_is_found(worked: Path, attack: str) -> None:
    name, deed = STRUCTURE[attack]
    with closing_it(forger(worked)) as book:
        deed(book)
    found = findings_of(worked)["schema"].found
    assert any(name in str(sentence) for sentence in found)


def test_a_guard_hidden_under_a_name_of_sqlites_own_shuts_the_book(worked: Path) -> None:
    with closing_it(forger(worked)) as book:
        book.execute("CREATE TRIGGER diam AFTER INSERT ON person BEGIN UPDATE person SET name = 'x'; END")
        book.execute("PRAGMA writable_schema = ON")
        book.execute("UPDATE sqlite_schema SET name = 'sqlite_autoindex_x' WHERE name = 'diam'")
    with pytest.raises(BookDamaged):
        Office.open(worked)


def test_statistics_are_no_forgery(worked: Path) -> None:
    with closing_it(forger(worked)) as book:
        book.execute("ANALYZE")
    assert not findings_of(worked)


def test_a_book_with_another_mark_is_no_book_of_ours(worked: Path) -> None:
    with closing_it(forger(worked)) as book:
        book.execute("PRAGMA application_id = 1")
    with pytest.raises(BookForeign):
        Office.open(worked)
    with closing_it(forger(worked)) as book:
        book.execute("PRAGMA application_id = 0x4B554245")
        book.execute("PRAGMA user_version = 99")
    with pytest.raises(BookNewer):
        Office.open(worked)


# ---- the forger who knows everything: only paper stands against him


def heads(path: Path) -> list[str]:
    """The codes that stood on paper: of each closing, and of the book as it was."""
    with Office.open(path, write=False) as office:
        closings = office.read(
            lambda reading: reading.connection.exec_driver_sql("SELECT hash FROM closing ORDER BY id").scalars().all()
        )
        return [check_code(hash_) for hash_ in (*closings, office.read(lambda reading: journal.head(reading.connection)))]


def known(path: Path, code: str) -> bool:
    with Office.open(path, write=False) as office:
        try:
            office.read(lambda reading: find_code(reading.connection, code))
        except CodeUnknown:
            return False
    return True


def test_a_chain_rewritten_from_the_first_change_on_is_betrayed_by_every_later_code(worked: Path) -> None:
    codes = heads(worked)
    with closing_it(forger(worked)) as book:
        with unguarded(book):
            book.execute("UPDATE entry SET description = 'Sewa kursi' WHERE id = 8")
        seal_again(book, 8)
    assert not findings_of(worked)
    assert [known(worked, code) for code in codes] == [True, False, False, False]


def test_an_end_cut_off_is_betrayed_by_the_code_of_what_was_there(worked: Path) -> None:
    codes = heads(worked)
    with closing_it(forger(worked)) as book, unguarded(book):
        last = value(book, "SELECT MAX(id) FROM entry")
        book.execute("DELETE FROM posting WHERE entry = ?", (last,))
        book.execute("DELETE FROM entry WHERE id = ?", (last,))
    assert not findings_of(worked)
    assert [known(worked, code) for code in codes] == [True, True, True, False]


def test_a_damaged_book_is_only_read(worked: Path) -> None:
    """The first act has the book proved; it is not written in, and reading goes on."""
    with closing_it(forger(worked)) as book, unguarded(book):
        book.execute("UPDATE entry SET description = 'Sewa kursi' WHERE id = 2")
    before = worked.read_bytes()
    with Office.open(worked, who="Ani Contoh") as office:
        thought_writable = office.writable
        with pytest.raises(BookDamaged):
            Books(office).post("2026-03-09 | Sewa tenda | 1101 40.000 | 4101 -40.000 @tenda")
        assert thought_writable
        assert not office.writable
        assert Books(office).holds("1101") == 2_375_000
        with pytest.raises(BookDamaged):
            office.require_proof()
    assert worked.read_bytes() == before


def test_copies_of_the_untouched_book_are_whole(worked: Path, tmp_path: Path) -> None:
    assert not findings_of(Path(shutil.copyfile(worked, tmp_path / "x.kubebuku")))
