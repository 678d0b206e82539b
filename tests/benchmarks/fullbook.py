"""All eleven books of a full group over ten years: 33 members, 24,000 entries, every book in use, every month closed.

The practice story told for 120 months, with the till of a busy shop between its days. Kept under build/ until the form of
books or this file changes; made the first time in some minutes, by `make bench` before the first figure.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import time
from datetime import date
from pathlib import Path

from kubebuku.app.office import Office
from kubebuku.app.sample import STORY, _moment, _Writer
from kubebuku.app.sample.chance import Chance
from kubebuku.app.sample.hunafa import Act
from kubebuku.app.sample.kubes import find, units_of
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import Draft, UnitId, credit, debit
from kubebuku.ledger.book import NewBook, create_book
from kubebuku.ledger.schema import schema_text
from kubebuku.ledger.work import Work

MONTHS = 120
ENTRIES = 24_000
UNTIL = date(2026, 11, 22)
#: Entries of the till on each day; with those of the story they make 24,000 in ten years.
_A_DAY = 3.4


class _Busy(_Writer):
    """The story, and the till of every day."""

    def _day(self, day: date, acts: list[Act]) -> None:
        super()._day(day, acts)
        day_number = (day - self.opened).days
        count = int((day_number + 1) * _A_DAY) - int(day_number * _A_DAY)
        self.office.moment = _moment(day, 50)
        self.office.write(lambda work: self._till(work, day, count))

    def _till(self, work: Work, day: date, count: int) -> None:
        for number in range(count):
            tent = number % 2 == 0
            unit = UnitId(self.units["Sewa tenda" if tent else "Catering"])
            amount = self.chance.amount(20_000, 300_000, 5_000, "till", day, number)
            if number % 3 == 2:
                spent = amount // 4 // 500 * 500
                lines = (debit("5103", spent, unit=unit), credit("1101", spent))
                work.journal.post(Draft(day, f"Ongkos angkut {number}", "unit_cost", lines))
            else:
                lines = (debit("1101", amount), credit("4101", amount, unit=unit))
                work.journal.post(Draft(day, f"Sewa kursi {number}", "sale", lines, nota=f"K-{day:%d%m}-{number}"))


def build(path: Path) -> Path:
    kube = find(STORY)
    opened = Month.of(UNTIL).plus(1 - MONTHS).first
    create_book(path, NewBook("Kube Sepuluh Tahun", opened, units_of(kube), practice=True, book_id="1" * 32))
    with Office.open(path, who="Citra Contoh") as office:
        _Busy(office, kube, Chance("full"), opened).write(UNTIL)
    return path


def full_book() -> Path:
    """The book, built once; never written in."""
    form = hashlib.sha256((schema_text() + Path(__file__).read_text("utf-8")).encode()).hexdigest()[:12]
    path = Path(__file__).resolve().parents[2] / "build" / "benchmarks" / f"full-{form}.kubebuku"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        for older in (*path.parent.glob("full-*"), *path.parent.glob("filling-*")):
            older.unlink()
        build(path.with_name(path.name.replace("full", "filling"))).replace(path)
    return path


def copy_to(folder: Path) -> Path:
    """The book, to be opened for writing."""
    return Path(shutil.copyfile(full_book(), folder / "sepuluh-tahun.kubebuku"))


if __name__ == "__main__":
    started = time.perf_counter()
    print(full_book(), f"{time.perf_counter() - started:.1f} s", file=sys.stderr)
