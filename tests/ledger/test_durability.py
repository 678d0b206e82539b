"""What was acknowledged is there: a process that posts is killed at random moments, again and again."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing as closing_it
from pathlib import Path

import pytest

from kubebuku.app.office import Office
from kubebuku.domain.entries import BuktiNumber
from kubebuku.ledger import rollback
from kubebuku.ledger.work import Reading, Work
from tests.builders import Books, draft, forger

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="fork and SIGKILL: Linux only"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]

RUNS = 40


def child(work: Callable[[int], None]) -> tuple[int, int]:
    """Run `work` in a process of its own, which inherits everything that is loaded already; its id and what it writes."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            work(writing)
        finally:
            os._exit(0)
    os.close(writing)
    return pid, reading


Acknowledge = Callable[[str], object]


def killed(book: Path, after: float | None, work: Callable[[Office, Acknowledge], None]) -> list[str]:
    """Let `work` run on the book in a process of its own; what it acknowledged until it was killed.

    That is `after` seconds from its first word, or by its own hand.
    """

    def run(writing: int) -> None:
        with Office.open(book, who="Ani Contoh") as office:
            work(office, lambda line: os.write(writing, f"{line}\n".encode()))

    pid, reading = child(run)
    said = os.read(reading, 1 << 16)
    if after is not None:
        time.sleep(after)
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    while more := os.read(reading, 1 << 16):
        said += more
    os.close(reading)
    return said.decode().splitlines()


def post_for_ever(office: Office, acknowledge: Acknowledge) -> None:
    books = Books(office)
    n = 0
    while True:
        n += 1
        if n % 7 == 0:  # a large act now and then, which does not fit one page
            posted = books.post(*[f"2026-03-05 | Sewa tenda {n} | 1101 1.000 | 4101 -1.000 @tenda"] * 20)
        else:
            posted = books.post(f"2026-03-05 | Sewa tenda {n} | 1101 1.000 | 4101 -1.000 @tenda")
        acknowledge(f"{posted.number} {posted.hash}")


def numbers_and_hashes(reading: Reading) -> dict[str, str]:
    rows = reading.connection.exec_driver_sql("SELECT series, year, seq, hash FROM entry")
    return {str(BuktiNumber(series, year, seq)): hash_ for series, year, seq, hash_ in rows}


def test_no_acknowledged_entry_is_lost_when_the_process_is_killed(empty_book: Path, tmp_path: Path) -> None:
    chance = random.Random(73)
    with Office.open(Path(shutil.copyfile(empty_book, tmp_path / "lain.kubebuku")), who="Ani Contoh") as office:
        Books(office).post("2026-03-05 | Sewa tenda | 1101 1.000 | 4101 -1.000 @tenda")
        office.check()  # everything that posting and checking need is loaded before the first fork
    book = Path(shutil.copyfile(empty_book, tmp_path / "buku.kubebuku"))
    acknowledged: dict[str, str] = {}
    for _ in range(RUNS):
        said = killed(book, chance.random() * 0.02, post_for_ever)
        assert said, "nothing was acknowledged"
        acknowledged |= dict(line.split(" ") for line in said)
        with Office.open(book, who="Budi Contoh") as office:  # at once, no lock left
            rows = office.read(
                lambda reading: reading.connection.exec_driver_sql("SELECT series, year, seq, hash FROM entry").all()
            )
            kept = {f"{series}/{year}/{seq:04d}": hash_ for series, year, seq, hash_ in rows}
            assert acknowledged.items() <= kept.items()
            assert all(finding.ok for finding in office.prove())
            assert Books(office).holds("1101") == 1_000 * len(kept)
    with Office.open(book, write=False) as office:
        assert not Books(office).findings()
    assert len(acknowledged) > RUNS


def test_an_act_killed_in_its_middle_leaves_nothing(book_path: Path) -> None:
    """The process dies with the entry written and not yet committed."""

    def die(office: Office, acknowledge: Acknowledge) -> None:
        books = Books(office)
        first = books.post("2026-03-05 | Sewa tenda | 1101 1.000 | 4101 -1.000 @tenda")
        acknowledge(first.number)

        def act(work: Work) -> None:
            office.raw.execute("PRAGMA cache_size = 1")
            for n in range(300):
                work.journal.post(draft(work.connection, f"2026-03-05 | Sewa {n} | 1101 1.000 | 4101 -1.000 @tenda"))
            os.kill(os.getpid(), signal.SIGKILL)

        office.write(act)

    assert killed(book_path, None, die) == ["BKM/2026/0001"]
    assert rollback.is_hot(book_path)
    with Office.open(book_path, who="Budi Contoh") as office:
        assert Books(office).count() == 1
        assert not Books(office).findings()


def test_every_commit_reaches_the_disk(book_path: Path) -> None:
    """The journal is emptied, not kept, and every commit waits for the disk."""
    with Office.open(book_path, who="Ani Contoh") as office:
        raw = office.raw
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("truncate",)
        assert raw.execute("PRAGMA synchronous").fetchone() == (2,)
        assert raw.execute("PRAGMA foreign_keys").fetchone() == (1,)
        Books(office).post("2026-03-05 | Sewa tenda | 1101 1.000 | 4101 -1.000 @tenda")
        assert rollback.journal_path(book_path).stat().st_size == 0
    assert not rollback.journal_path(book_path).exists()


def test_a_book_that_another_program_turned_to_wal_becomes_one_file_again(book_path: Path) -> None:
    with closing_it(forger(book_path)) as book:
        assert book.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    with Office.open(book_path, who="Ani Contoh") as office:
        Books(office).post("2026-03-05 | Sewa tenda | 1101 1.000 | 4101 -1.000 @tenda")
        assert [path.name for path in book_path.parent.glob("*-wal")] == []
    assert [path.name for path in book_path.parent.iterdir()] == [book_path.name]
