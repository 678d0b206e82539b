"""The ledger on the book of ten years, each figure beside plain sqlite3 doing the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from kubebuku.app.office import Office
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import Draft, UnitId, credit, debit
from kubebuku.ledger import balances
from kubebuku.ledger.db import Database
from kubebuku.ledger.findings import Finding
from kubebuku.ledger.opened import BookFile
from kubebuku.ledger.proved import ProvedBooks
from kubebuku.ledger.work import Work
from tests.benchmarks.tenyears import copy_to, ten_years

ON = date(2025, 12, 15)
MONTH = Month(2021, 6)
YEARS = (Month(2016, 1), Month(2025, 12))
INCOME = ("4101", "4102", "4190", "5101", "5103", "5107")


@pytest.fixture(scope="module")
def book() -> Path:
    return ten_years()


@pytest.fixture(scope="module")
def raw(book: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(book)) as connection:
        yield connection


@pytest.fixture(scope="module")
def database(book: Path) -> Iterator[Database]:
    opened = Database(book, writable=False)
    yield opened
    opened.close()


# ---- writing


@pytest.mark.benchmark(group="post an entry, durable (aim: raw + 4 ms)")
def test_yardstick_insert(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """The same rows into the same tables without guards, TRUNCATE and FULL."""
    with closing(sqlite3.connect(copy_to(tmp_path), isolation_level=None)) as plain:
        for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            plain.execute(f"DROP TRIGGER {name}")
        plain.execute("PRAGMA journal_mode = TRUNCATE")
        plain.execute("PRAGMA synchronous = FULL")
        numbers = count(1)

        def post() -> None:
            n = 100_000 + next(numbers)
            lines = [(n, 1, "5101", 1_000, 3), (n, 2, "1101", -1_000, None)]
            plain.execute("BEGIN IMMEDIATE")
            plain.executemany(
                "INSERT INTO posting (entry, line, account, amount, date, unit) VALUES (?, ?, ?, ?, '2025-12-15', ?)", lines
            )
            plain.execute(
                "INSERT INTO entry (id, series, year, seq, date, description, kind, who, recorded, form, previous, hash)"
                " VALUES (?, 'BKK', 2025, ?, '2025-12-15', 'Belanja', 'purchase', 'Ani', '2025-12-15T01:00:00Z', 1, '', ?)",
                (n, n, f"{n:064d}"),
            )
            plain.execute("COMMIT")

        benchmark.pedantic(post, rounds=100, warmup_rounds=5)  # type: ignore[no-untyped-call]


@pytest.mark.benchmark(group="post an entry, durable (aim: raw + 4 ms)")
def test_post(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """A payment: number, chain and zero rule of the cash box over ten years included."""

    def act(work: Work) -> object:
        lines = (debit("5101", 1_000, unit=UnitId(3)), credit("1101", 1_000))
        return work.journal.post(Draft(ON, "Belanja", "purchase", lines))

    with Office.open(copy_to(tmp_path), who="Ani Contoh") as office:
        benchmark.pedantic(lambda: office.write(act), rounds=100, warmup_rounds=5)  # type: ignore[no-untyped-call]


# ---- reading


@pytest.mark.benchmark(group="trial balance (aim: 2 x raw)")
def test_yardstick_trial_balance(benchmark: BenchmarkFixture, raw: sqlite3.Connection) -> None:
    sums = benchmark(lambda: raw.execute("SELECT account, SUM(amount) FROM posting GROUP BY account").fetchall())
    assert sum(amount for _, amount in sums) == 0


@pytest.mark.benchmark(group="trial balance (aim: 2 x raw)")
def test_trial_balance(benchmark: BenchmarkFixture, database: Database) -> None:
    with database.reading() as connection:
        assert sum(benchmark(lambda: balances.by_account(connection)).values()) == 0


def plain_register(raw: sqlite3.Connection, first: date, last: date) -> list[tuple[object, ...]]:
    span = {"first": str(first), "last": str(last)}
    before = raw.execute("SELECT SUM(amount) FROM posting WHERE account = '1101' AND date < :first", span).fetchall()
    rows = raw.execute(
        "SELECT e.id, e.series, e.year, e.seq, p.date, e.description, e.kind, p.amount, p.unit, p.person, p.loan, p.item"
        " FROM posting AS p JOIN entry AS e ON e.id = p.entry WHERE p.account = '1101' AND p.date BETWEEN :first AND :last"
        " ORDER BY p.date, e.kind <> 'opening', p.entry, p.line",
        span,
    ).fetchall()
    return before + rows


@pytest.mark.benchmark(group="one month of one register (aim: 2 x raw)")
def test_yardstick_register(benchmark: BenchmarkFixture, raw: sqlite3.Connection) -> None:
    assert len(benchmark(lambda: plain_register(raw, MONTH.first, MONTH.last))) > 150


@pytest.mark.benchmark(group="one month of one register (aim: 2 x raw)")
def test_register(benchmark: BenchmarkFixture, database: Database) -> None:
    with database.reading() as connection:
        _, lines = benchmark(lambda: balances.register(connection, ("1101",), first=MONTH.first, last=MONTH.last))
    assert len(lines) > 150


@pytest.mark.benchmark(group="ten years of monthly income (aim: 2 x raw)")
def test_yardstick_income(benchmark: BenchmarkFixture, raw: sqlite3.Connection) -> None:
    codes = ", ".join(f"'{code}'" for code in INCOME)
    rows = benchmark(
        lambda: raw.execute(
            f"SELECT account, substr(date, 1, 7) AS month, SUM(amount) FROM posting WHERE account IN ({codes})"
            " AND date BETWEEN '2016-01-01' AND '2025-12-31' GROUP BY account, month"
        ).fetchall()
    )
    assert len(rows) == 480


@pytest.mark.benchmark(group="ten years of monthly income (aim: 2 x raw)")
def test_income(benchmark: BenchmarkFixture, database: Database) -> None:
    with database.reading() as connection:
        assert len(benchmark(lambda: balances.monthly(connection, INCOME, YEARS))) == 480


HALF_A_YEAR = (date(2021, 1, 1), date(2021, 6, 30))


@pytest.mark.benchmark(group="a thousand rows of a register")
def test_yardstick_rows(benchmark: BenchmarkFixture, raw: sqlite3.Connection) -> None:
    assert len(benchmark(lambda: plain_register(raw, *HALF_A_YEAR))) > 1_000


@pytest.mark.benchmark(group="a thousand rows of a register")
def test_rows(benchmark: BenchmarkFixture, database: Database) -> None:
    """As frozen rows with a running balance."""
    first, last = HALF_A_YEAR
    with database.reading() as connection:
        _, lines = benchmark(lambda: balances.register(connection, ("1101",), first=first, last=last))
    assert len(lines) > 1_000


# ---- proving


@pytest.mark.benchmark(group="the whole book proved (aim 2.2 x integrity_check)")
def test_yardstick_integrity_check(benchmark: BenchmarkFixture, raw: sqlite3.Connection) -> None:
    """SQLite's own check, which lets one in seven damages pass and knows of no change."""
    assert benchmark(lambda: raw.execute("PRAGMA integrity_check").fetchone()) == ("ok",)


@pytest.mark.benchmark(group="the whole book proved (aim 2.2 x integrity_check)")
def test_proof(benchmark: BenchmarkFixture, database: Database) -> None:
    assert all(finding.ok for finding in benchmark(lambda: database.file.prove(wholly=True)))


@pytest.mark.benchmark(group="the whole book proved (aim 2.2 x integrity_check)")
def test_known_as_proved(benchmark: BenchmarkFixture, book: Path, tmp_path: Path) -> None:
    """The same book a second time: the hash of its file, looked up in the list."""
    listed = ProvedBooks(tmp_path / "proved-books")

    def prove() -> list[Finding]:
        opened = BookFile(book, writable=False, proved=listed)
        found = opened.prove()
        opened.close()
        return found

    assert all(finding.ok for finding in prove())
    assert all(finding.ok for finding in benchmark(prove))


@pytest.mark.benchmark(group="open a book")
def test_yardstick_connect(benchmark: BenchmarkFixture, book: Path) -> None:
    def connect() -> object:
        with closing(sqlite3.connect(book)) as connection:
            return connection.execute("SELECT name FROM kube").fetchone()

    assert benchmark(connect)


@pytest.mark.benchmark(group="open a book")
def test_open(benchmark: BenchmarkFixture, book: Path) -> None:
    def open_it() -> str:
        with Office.open(book, write=False) as office:
            return office.facts.name

    assert benchmark(open_it)
