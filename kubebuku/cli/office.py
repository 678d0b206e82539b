"""Opening a book for a command, and closing it whatever happens."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kubebuku.app.office import Office
from kubebuku.domain.errors import RuleBroken, Trouble
from kubebuku.domain.names import clean_name

if TYPE_CHECKING:
    from kubebuku.ledger.work import Reading

T = TypeVar("T")


def reading(path: Path, question: Callable[[Reading], T]) -> T:
    """Ask a book that a window may hold meanwhile; the newest link of its chain is proved first. Raises Surroundings."""
    with Office.open(path, write=False) as office:
        try:
            office.require_head()
            return office.read(question)
        except Trouble:
            raise
        except Exception:
            office.require_proof()  # where a table is gone the book is at fault, not the program
            raise


@contextmanager
def writing(path: Path) -> Iterator[Office]:
    """Hold the book; it is proved whole first. Raises BookHeld, BookReadOnly where it is written, BookDamaged."""
    from kubebuku.cli import output
    from kubebuku.domain.text import N_, Sentence

    with Office.open(path, who=who()) as office:
        office.require_proof()
        if office.clock_behind:
            output.tell(Sentence(N_("The clock of this computer is behind by {days} days."), {"days": office.clock_behind}))
        yield office


def who() -> str:
    """The name under which entries of the command line stand: that of the computer's user."""
    try:
        return clean_name(getpass.getuser())
    except (KeyError, OSError, ImportError, RuleBroken):
        return "kubebuku"
