"""Opening a book for a command, and closing it whatever happens."""

from __future__ import annotations

import getpass
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kubebuku.app import paths
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.names import clean_name
from kubebuku.ledger.file import read_header, real_place, require_current
from kubebuku.ledger.opened import BookFile
from kubebuku.ledger.proved import ProvedBooks
from kubebuku.ledger.troubles import troubles

if TYPE_CHECKING:
    from kubebuku.app.office import Office
    from kubebuku.ledger.work import Reading

T = TypeVar("T")


@contextmanager
def plainly(path: Path) -> Iterator[sqlite3.Connection]:
    """A proved book for the questions of `ledger.plain`, which a window may hold meanwhile. Raises Surroundings."""
    header = read_header(path)
    if header.settled:
        require_current(header.schema)
    book = BookFile(real_place(path), writable=False, proved=ProvedBooks(paths.proved_file()))
    try:
        require_current(book.form)
        with troubles(path.name), book.reading() as raw:
            book.require_proof()
            yield raw
    finally:
        book.close()


def reading(path: Path, question: Callable[[Reading], T]) -> T:
    """Ask a proved book that a window may hold meanwhile. Raises Surroundings."""
    from kubebuku.app.office import Office

    with Office.open(path, write=False) as office:
        office.require_proof()
        return office.read(question)


@contextmanager
def writing(path: Path, *, clock_ok: bool) -> Iterator[Office]:
    """Hold the book; it is proved first. Raises BookHeld, BookReadOnly where it is written, BookDamaged.

    Raises ClockBehind, unless it was said that the clock may be; a place that is shared or mirrored is spoken of.
    """
    from kubebuku.app import places
    from kubebuku.app.office import Office
    from kubebuku.cli import output
    from kubebuku.cli.refusals import ClockBehind

    with Office.open(path, who=who()) as office:
        office.require_proof()
        if office.clock_behind and not clock_ok:
            raise ClockBehind(office.clock_behind)
        if office.clock_behind:
            output.tell(ClockBehind(office.clock_behind).sentences[0])
        warned = places.warning(path)
        if warned is not None:
            output.tell(warned)
        yield office


def who() -> str:
    """The name under which entries of the command line stand: that of the computer's user."""
    try:
        return clean_name(getpass.getuser())
    except (KeyError, OSError, ImportError, RuleBroken):
        return "kubebuku"
