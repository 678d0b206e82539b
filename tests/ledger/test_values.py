"""What cannot be read cannot be printed: `check` names it, and no copy counts that holds it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing as closing_it
from pathlib import Path

import pytest

from kubebuku.app import backup
from kubebuku.app.office import Office
from kubebuku.i18n import say, set_language
from kubebuku.ledger import record_form, settings, values
from kubebuku.ledger.refusals import BookDamaged
from tests.builders import findings_of, forger, new_book
from tests.ledger.forge import unguarded

NO_TEXT = "CAST(X'4AFF' AS TEXT)"
AT = "'2026-01-05T01:00:00Z'"
GUEST = "INSERT INTO guest VALUES (1, 2026, 1, '2026-01-05', {name}, NULL, NULL, 'Lihat', NULL, NULL, 'A', {at})"


def columns_with_rows(raw: sqlite3.Connection) -> list[tuple[str, str]]:
    return [
        (table, column)
        for (table,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        if table not in record_form.LEDGER
        for column, kind in raw.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall()
        if kind == "TEXT" and raw.execute(f"SELECT 1 FROM {table}").fetchone()
    ]


def test_a_text_of_any_column_that_is_no_text_is_named(practice_book: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(practice_book, tmp_path / "latihan.kubebuku"))
    set_language("id")
    with closing_it(forger(path)) as raw, unguarded(raw):
        raw.execute("PRAGMA ignore_check_constraints = ON")
        assert not list(values.unreadable(raw))
        columns = columns_with_rows(raw)
        assert {"guest", "letter", "person", "setting", "member", "attachment"} & {table for table, _ in columns}
        for table, column in columns:
            raw.execute("BEGIN")
            limit = f"(SELECT {column} FROM {table} LIMIT 1)"
            raw.execute(f"UPDATE OR IGNORE {table} SET {column} = {NO_TEXT} WHERE {column} IS {limit}")
            found = [say(one) for one in values.unreadable(raw)]
            assert found, (table, column)
            assert all(f"Di {table}, baris " in one and f"isi {column} tidak terbaca" in one for one in found), found
            raw.execute("ROLLBACK")
        assert raw.text_factory is str


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ("INSERT INTO setting VALUES ('paper', 'f4')", "value"),
        ("INSERT INTO setting VALUES ('paper', '\"f4\"\x1b')", "value"),
        (f"INSERT INTO setting VALUES ({NO_TEXT}, '1')", "key"),
        (GUEST.format(name="'Wawan\x1b[2J'", at=AT), "name"),
        (GUEST.format(name="'Wawan'", at="'kemarin'"), "recorded"),
        (f"INSERT INTO savings_rule VALUES (1, '2026-01-01', 1, 1, '1/0', 'lowest', NULL, 'A', {AT})", "fee_rate"),
        (f"INSERT INTO savings_rule VALUES (1, '2026-01-01', 1, 1, 'nol', 'lowest', NULL, 'A', {AT})", "fee_rate"),
    ],
)  # fmt: skip
def test_no_copy_counts_that_holds_what_cannot_be_read(tmp_path: Path, change: str, column: str) -> None:
    path = new_book(tmp_path)
    with closing_it(forger(path)) as raw, unguarded(raw):
        raw.execute(change)
    found = findings_of(path)
    assert set(found) == {"values"}
    assert say(found["values"].found[0]).count(column) == 1
    with Office.open(path, write=False) as office, pytest.raises(BookDamaged):
        backup.backup(office, tmp_path / "salinan.kubebuku")
    assert not (tmp_path / "salinan.kubebuku").exists()


@pytest.mark.parametrize("value", ["rusak", "[1]", "17", '{"a": ' * 5000])
def test_a_choice_that_is_none_is_damage_and_no_crash(tmp_path: Path, value: str) -> None:
    path = new_book(tmp_path)
    with closing_it(forger(path)) as raw:
        raw.execute("INSERT INTO setting VALUES ('general_costs', ?)", (value,))
    with Office.open(path, write=False) as office, pytest.raises(BookDamaged):
        office.read(lambda reading: settings.read(reading.connection))
