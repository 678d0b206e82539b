"""A book of ten years: 24,000 entries, 72,000 postings, a closing every month. The unit of thought for speed.

Written through the journal as everything is, a month an act, and kept under build/ until the form of books or this file changes.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sqlalchemy import insert

from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import OPENING, Draft, PersonId, UnitId, credit, debit
from kubebuku.ledger import closings, tables
from kubebuku.ledger.book import NewBook, create_book, read_chart_of
from kubebuku.ledger.db import Database
from kubebuku.ledger.journal import Journal
from kubebuku.ledger.schema import schema_text

ENTRIES_A_MONTH = 200
YEARS = range(2016, 2026)
MEMBERS = 30
TENT, CATERING = UnitId(2), UnitId(3)


def month_of_work(month: Month, chance: random.Random) -> Iterator[Draft]:
    """Two hundred entries of three lines: hire and catering (some of it on credit), purchases, savings, trips to the bank."""
    days = sorted(chance.randint(1, month.last.day) for _ in range(ENTRIES_A_MONTH))
    for number, day in enumerate(days):
        on, amount = date(month.year, month.number, day), chance.randrange(10, 400) * 5_000
        person = PersonId(chance.randint(1, MEMBERS))
        unit = TENT if number % 3 else CATERING
        what = number % 20
        if what < 11:
            lines = (debit("1101", amount), debit("1120", 5_000, person=person), credit("4101", amount + 5_000, unit=unit))
            yield Draft(on, f"Sewa tenda dan kursi {number}", "sale", lines)
        elif what < 17:
            spent = amount // 3 // 500 * 500
            lines = (debit("5101", spent, unit=unit), debit("5103", 2_500, unit=unit), credit("1101", spent + 2_500))
            yield Draft(on, f"Belanja bahan dan ongkos {number}", "purchase", lines, nota=f"A-{number}")
        elif what < 19:
            lines = (debit("1102", 30_000), credit("2110", 20_000, person=person), credit("3102", 10_000, person=person))
            yield Draft(on, f"Simpanan anggota {number}", "deposit", lines)
        else:
            yield Draft(on, "Setor ke bank", "move", (debit("1110", 97_500), debit("5107", 2_500), credit("1101", 100_000)))


def build(path: Path) -> Path:
    create_book(
        path, NewBook(name="Kube Sepuluh Tahun", opened=date(YEARS[0], 1, 1), units=("Sewa tenda", "Catering"), book_id="0" * 32)
    )
    database = Database(path, writable=True)
    database.raw.execute("PRAGMA synchronous = OFF")
    chance = random.Random(10)
    with database.writing() as connection:
        connection.execute(
            insert(tables.person), [{"name": f"Anggota Contoh {n}", "standing": "member"} for n in range(1, MEMBERS + 1)]
        )
        chart = read_chart_of(connection)
        journal = Journal(connection, chart, today=date(YEARS[0], 1, 1), who="Ani Contoh", recorded=f"{YEARS[0]}-01-01T01:00:00Z")
        opening = (debit("1101", 50_000_000), debit("1102", 5_000_000), credit("3190", 55_000_000))
        journal.post(Draft(date(YEARS[0], 1, 1), "Saldo awal", OPENING, opening))
    for year in YEARS:
        for month in Month(year, 1).until(Month(year, 12)):
            recorded = f"{month.last}T10:00:00Z"
            with database.writing() as connection:
                journal = Journal(connection, chart, today=month.last, who="Ani Contoh", recorded=recorded)
                for draft in month_of_work(month, chance):
                    journal.post(draft)
                journal.settle()
                if month < Month(YEARS[-1], 12):
                    closings.write(
                        connection,
                        month=month,
                        act="close",
                        who="Ani Contoh",
                        recorded=recorded,
                        reason=None,
                        counts={},
                    )
    database.close()
    return path


def ten_years() -> Path:
    """The book, built once; never written in. About half a minute the first time."""
    form = hashlib.sha256((schema_text() + Path(__file__).read_text("utf-8")).encode()).hexdigest()[:12]
    path = Path(__file__).resolve().parents[2] / "build" / "benchmarks" / f"ten-years-{form}.kubebuku"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        for older in path.parent.glob("ten-years-*"):
            older.unlink()
        build(path.with_name(path.name.replace("ten-years", "making"))).replace(path)
    return path


def copy_to(folder: Path) -> Path:
    """The book, to be written in."""
    return Path(shutil.copyfile(ten_years(), folder / "sepuluh-tahun.kubebuku"))


if __name__ == "__main__":
    started = time.perf_counter()
    print(ten_years(), f"{time.perf_counter() - started:.1f} s", file=sys.stderr)
