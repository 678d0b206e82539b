"""Records beside the ledger: every change is a link of the chain, and no other program changes one unseen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing as closing_it
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, update

from kubebuku.app.office import Office
from kubebuku.domain.text import Sentence
from kubebuku.ledger import proof, record_form, record_links, tables
from kubebuku.ledger.record_links import Change
from kubebuku.ledger.refusals import BookDamaged
from kubebuku.ledger.schema import shipped_schema
from kubebuku.ledger.work import Work
from tests.builders import Books, copy_of, findings_of, forger, plainly
from tests.ledger.forge import unguarded, value, write_entry

SALE = "2026-01-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"


def changes(books: Books, since: int = 0, *records: str) -> list[Change]:
    return books.office.read(lambda reading: list(record_links.changes_since(reading.raw, since, *records)))


def words(sentence: Sentence | str) -> str:
    return str(sentence.message).format(**sentence.values) if isinstance(sentence, Sentence) else sentence


def newest(books: Books) -> int:
    return books.office.read(lambda reading: record_links.newest(reading.raw))


# ---- one link an act


def test_the_first_act_seals_all_that_stands_there(books: Books) -> None:
    assert newest(books) == 0
    books.post(SALE)
    assert newest(books) == 1
    sealed = books.office.read(lambda reading: reading.raw.execute("SELECT record, key FROM record_change").fetchall())
    assert {("kube", "1"), ("unit", "2"), ("account", "1101")} <= set(sealed)
    assert changes(books) == []  # what stood there is no change
    assert not books.findings()


def test_a_link_says_who_when_and_what_was_and_is(books: Books) -> None:
    books.post(SALE)
    siti = books.person("Siti Contoh", "outsider")
    books.office.write(
        lambda work: work.connection.execute(update(tables.person).where(tables.person.c.id == siti).values(name="Siti Aminah"))
    )
    books.office.write(lambda work: work.connection.execute(delete(tables.person).where(tables.person.c.id == siti)))
    made, changed, struck = changes(books, 1, "person")
    assert (made.was, made.now) == (None, {"id": siti, "name": "Siti Contoh", "standing": "outsider"})
    assert changed.fields == {"name": ("Siti Contoh", "Siti Aminah")}
    assert (struck.was, struck.now) == ({"id": siti, "name": "Siti Aminah", "standing": "outsider"}, None)
    assert {(one.who, one.recorded, one.key) for one in (made, changed, struck)} == {
        ("Ani Contoh", "2026-11-22T02:00:00Z", str(siti))
    }
    assert [one.link for one in (made, changed, struck)] == [2, 3, 4]


def test_what_comes_to_nothing_within_an_act_is_no_change(books: Books) -> None:
    books.post(SALE)

    def back_and_forth(work: Work) -> None:
        work.connection.execute(insert(tables.setting).values(key="paper", value='"a4"'))
        with work.connection.begin_nested() as tried:
            work.connection.execute(insert(tables.person).values(id=77, name="Tamu", standing="outsider"))
            tried.rollback()
        work.connection.execute(delete(tables.setting))

    books.office.write(back_and_forth)
    assert newest(books) == 1
    assert not books.findings()


def test_a_part_of_an_act_that_stays_is_told_and_one_taken_back_is_not(books: Books) -> None:
    books.post(SALE)

    def parts(work: Work) -> None:
        with work.connection.begin_nested():
            work.connection.execute(insert(tables.person).values(id=77, name="Siti Contoh", standing="outsider"))
        with work.connection.begin_nested() as tried:
            work.connection.execute(insert(tables.person).values(id=78, name="Tamu", standing="outsider"))
            tried.rollback()

    books.office.write(parts)
    assert [(one.record, one.key) for one in changes(books, 1)] == [("person", "77")]
    assert not books.findings()


def test_what_is_only_being_written_is_no_record(books: Books) -> None:
    books.post(SALE)
    books.office.write(
        lambda work: work.connection.execute(insert(tables.setting).values(key="meetings.draft.new", value='"Pembukaan"'))
    )
    assert newest(books) == 1
    assert not books.findings()


def test_what_was_changed_since_a_closing_is_told(books: Books) -> None:
    books.post(SALE)
    closed = books.close("2026-01")
    before = books.office.read(lambda reading: record_links.at_closing(reading.raw, closed.id))
    assert changes(books, before) == []
    books.person("Siti Contoh", "outsider")
    assert [(one.record, one.was) for one in changes(books, before)] == [("person", None)]


def test_an_act_that_fails_leaves_nothing_for_the_next(books: Books) -> None:
    books.post(SALE)

    def fails(work: Work) -> None:
        work.connection.execute(insert(tables.person).values(id=77, name="Tamu", standing="outsider"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        books.office.write(fails)
    books.person("Siti Contoh", "outsider")
    assert [one.now["name"] for one in changes(books) if one.now] == ["Siti Contoh"]


# ---- what a closing seals


def test_a_closing_seals_the_state_of_the_records_and_a_reopening_none(books: Books) -> None:
    books.person("Siti Contoh", "outsider")
    before = books.office.read(lambda reading: record_links.digest(reading.raw))
    books.post(SALE)
    books.close("2026-01")
    books.reopen("2026-01")
    books.person("Budi Contoh", "outsider")
    books.close("2026-01")
    first, second = books.office.read(
        lambda reading: reading.raw.execute("SELECT closing, digest FROM closing_state ORDER BY closing").fetchall()
    )
    assert (first[0], second[0]) == (1, 3)
    assert len({before, first[1], second[1]}) == 2  # an entry without a form changes no record, a person does
    assert not books.findings()


def test_the_digest_is_made_of_one_line_a_record() -> None:
    """Frozen: papers of closed months stand on it."""
    with closing_it(sqlite3.connect(":memory:")) as raw:
        raw.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, note TEXT)")
        raw.execute("CREATE TABLE attendance (meeting INTEGER, person INTEGER, state TEXT, PRIMARY KEY (person, meeting))")
        raw.execute("CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT)")
        raw.executemany("INSERT INTO person VALUES (?, ?, ?)", [(10, "Ani", None), (9, 'Siti "Contoh" ⛺\n2', "x")])
        raw.execute("INSERT INTO attendance VALUES (1, 9, 'late')")
        raw.executemany("INSERT INTO setting VALUES (?, ?)", [("paper", '"f4"'), ("sheet.draft.2026-01-05", '"x"')])
        assert [" ".join(one) for one in record_links.state(raw)] == [
            'attendance 9/1 {"meeting":1,"person":9,"state":"late"}',
            'person 10 {"id":10,"name":"Ani"}',
            'person 9 {"id":9,"name":"Siti \\"Contoh\\" ⛺\\n2","note":"x"}',
            'setting paper {"key":"paper","value":"\\"f4\\""}',
        ]
        assert record_links.digest(raw) == "fcaa77e237840f6a4821102dea07257db55c526822b467282095af8fa462e504"


# ---- another program


def test_every_table_has_its_guards_and_they_name_all_its_columns() -> None:
    with closing_it(sqlite3.connect(":memory:")) as raw:
        record_form.define(raw)
        made = {name: " ".join(text.split()) for (kind, name), text in shipped_schema().items() if kind == "trigger"}
        for (kind, _), text in shipped_schema().items():
            if kind == "table":
                raw.execute(text)
        for kind, table in shipped_schema():
            for name, text in record_form.guards(raw, table) if kind == "table" else ():
                assert made[name] == " ".join(text.split())


def rows(raw: sqlite3.Connection) -> Iterator[tuple[str, list[tuple[str, str, int]]]]:
    """Every table that holds something, with its columns: name, kind, place in the key."""
    for (table,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'").fetchall():
        if raw.execute(f"SELECT 1 FROM {table}").fetchone():
            yield table, raw.execute(f"SELECT name, type, pk FROM pragma_table_info('{table}')").fetchall()


def test_plain_sqlite_changes_no_row_of_any_table(practice_book: Path, tmp_path: Path) -> None:
    book = copy_of(practice_book, tmp_path)
    before = book.read_bytes()
    with closing_it(plainly(book)) as raw:
        for table, columns in rows(raw):
            for statement in (
                f"DELETE FROM {table}",
                f"INSERT INTO {table} SELECT * FROM {table}",
                f"REPLACE INTO {table} SELECT * FROM {table}",
                *(f"UPDATE {table} SET {name} = {name}" for name, *_ in columns),
            ):
                with pytest.raises(sqlite3.OperationalError, match="no such function: kubebuku_kept"):
                    raw.execute(statement)
        raw.execute("PRAGMA integrity_check")
        raw.execute("VACUUM")
    book.write_bytes(before)
    assert not findings_of(book)


@contextmanager
def tampered(raw: sqlite3.Connection, statement: str) -> Iterator[None]:
    """The deed done for as long as the block lasts."""
    raw.execute("PRAGMA ignore_check_constraints = ON")
    raw.execute("SAVEPOINT deed")
    raw.execute(statement)
    yield
    raw.execute("ROLLBACK TO deed")
    raw.execute("RELEASE deed")


#: Columns that another program may change without a word of `check`, and why.
FREE: dict[tuple[str, str], str] = {
    ("attachment", "data"): "the check `attachments` holds it against the size and SHA-256 in the same row, which are sealed",
}
#: The parts of the proof that are asked of each deed; the first two name the record.
ASKED = ("records", "chain", "entries", "header", "foreign_keys", "integrity")


def found(raw: sqlite3.Connection) -> list[str]:
    """What the first part of the proof that finds something says."""
    for part in ASKED:
        raw.execute("PRAGMA ignore_check_constraints = OFF")  # which integrity_check would leave out
        if sentences := [words(sentence) for sentence in proof.PARTS[part](raw)]:
            return sentences
    return []


def test_what_is_done_to_any_field_of_any_record_is_named(practice_book: Path, tmp_path: Path) -> None:
    """By a program that takes the guards away: each column of each table in one row, and the row taken away and doubled."""
    silent = set()
    with closing_it(forger(copy_of(practice_book, tmp_path))) as raw:
        for name, _ in raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("BEGIN")
        for table, columns in rows(raw):
            record = table not in record_form.LEDGER and table != record_form.ALEMBIC
            keys = [name for name, _, place in columns if place]
            drafts = record_form.DRAFTS.get(table, "1")
            first = " AND ".join(
                f"{name} IS {raw.execute(f'SELECT quote({name}) FROM {table} WHERE {drafts} LIMIT 1').fetchone()[0]}"
                for name in keys
            )
            key = "/".join(str(raw.execute(f"SELECT {name} FROM {table} WHERE {drafts} LIMIT 1").fetchone()[0]) for name in keys)
            for name, kind, _ in columns:
                other = {"INTEGER": f"coalesce({name}, 0) + 100000", "BLOB": "x'00'"}.get(kind, f"coalesce({name}, '') || 'x'")
                with tampered(raw, f"UPDATE {table} SET {name} = {other} WHERE {first}"):
                    told = found(raw)
                    if not told:
                        silent.add((table, name))
                    elif record:
                        assert any(f"{table} {key} " in one for one in told), (table, name, told)
            with tampered(raw, f"DELETE FROM {table} WHERE {first}"):
                told = found(raw)
                assert any(f"{table} {key} " in one for one in told) if record else told, table
    assert silent <= set(FREE)


def test_an_entry_in_a_book_whose_records_nobody_sealed_is_found(book_path: Path) -> None:
    with closing_it(forger(book_path)) as raw:
        write_entry(raw)
    assert [words(one) for one in findings_of(book_path)["records"].found] == ["The records of the book are not sealed."]


def test_a_record_put_into_any_table_is_named(practice_book: Path, tmp_path: Path) -> None:
    """Also into one that holds nothing yet."""
    with closing_it(forger(copy_of(practice_book, tmp_path))) as raw:
        for name, _ in raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("BEGIN")
        for table in record_form.tables(raw):
            columns = raw.execute(f"SELECT type, pk FROM pragma_table_info('{table}')").fetchall()
            values = ", ".join({"INTEGER": "900001", "BLOB": "x'00'"}.get(kind, "'900001'") for kind, _ in columns)
            key = "/".join("900001" for _, place in columns if place)
            with tampered(raw, f"INSERT INTO {table} VALUES ({values})"):
                assert f"{table} {key} was written by another program." in found(raw), table


def test_a_record_put_in_by_a_program_that_answers_the_guards_is_named(worked: Path) -> None:
    with closing_it(forger(worked)) as raw:
        raw.execute("INSERT INTO savings_rule VALUES (1, '2026-01-01', 0, 99000, '0', 'lowest', NULL, 'x', 'x')")
        raw.execute("UPDATE item SET acquired = '2025-01-01'")
    assert [words(one) for one in findings_of(worked)["records"].found] == [
        "item 1 was changed by another program.",
        "savings_rule 1 was written by another program.",
    ]


def test_links_are_never_changed_and_a_forged_one_does_not_fit(worked: Path) -> None:
    with closing_it(forger(worked)) as raw:
        for statement in (
            "UPDATE record_change SET now = was",
            "DELETE FROM record_change",
            "UPDATE record_link SET who = 'Budi'",
            "DELETE FROM record_link",
            "UPDATE closing_state SET digest = digest",
            "DELETE FROM closing_state",
            "INSERT INTO closing_state VALUES (1, 1, (SELECT digest FROM closing_state))",
            "INSERT INTO record_change VALUES (1, 999, 'person', '1', NULL, '{}')",
            "INSERT INTO record_link SELECT record_link.id + 9, who, recorded, 9, 9, 1, hash, genesis FROM record_link, kube",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                raw.execute(statement)
    assert not findings_of(worked)


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE record_link SET who = 'Budi' WHERE id = 2",
        "UPDATE record_change SET now = replace(now, 'Budi', 'Badu') WHERE link = 2",
        "UPDATE closing_state SET digest = hex(zeroblob(32)) WHERE closing = 1",
        "DELETE FROM closing_state WHERE closing = 1",
        "DELETE FROM record_change WHERE link = 2",
    ],
)
def test_links_changed_without_guards_are_found(worked: Path, deed: str) -> None:
    with closing_it(forger(worked)) as raw, unguarded(raw):
        assert value(raw, "SELECT COUNT(*) FROM record_link") >= 2
        raw.execute(deed)
    assert "chain" in findings_of(worked)


def test_nothing_is_written_in_a_book_whose_guards_call_what_they_should_not(worked: Path) -> None:
    """The guards are trusted once their text was proved; another program's change makes them be read again."""
    with Office.open(worked, who="Ani Contoh") as office:
        office.require_proof()
        with closing_it(forger(worked)) as raw:
            raw.execute("CREATE TRIGGER diam AFTER INSERT ON entry BEGIN SELECT kubebuku_kept('person', 1, NULL, '{}'); END")
        with pytest.raises(BookDamaged):
            Books(office).post("2026-03-08 | Sewa tenda | 1101 1.000 | 4101 -1.000 @tenda")
