"""The office: the one way to a book for the window and the command line alike. Light until a book is opened."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from kubebuku.books.spec import Command, Outcome, Query

if TYPE_CHECKING:
    from kubebuku.app.engine import BoxChange, Engine
    from kubebuku.ledger.book import NewBook
    from kubebuku.ledger.proof import Finding
    from kubebuku.ledger.work import Reading, Work

T = TypeVar("T")


class Office:
    """One open book. Every method but `path` must be called in the thread that made it.

    `run` carries out a command and `ask` answers a query; both raise RuleBroken or Surroundings and then change nothing.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @classmethod
    def open(cls, path: Path, *, who: str = "", write: bool = True) -> Office:
        """Open the book at `path`. Raises the refusals of `ledger.refusals`: no book, empty, foreign, newer, older, held."""
        engine = importlib.import_module("kubebuku.app.engine")
        return cls(engine.Engine(path, who=who, write=write))

    @classmethod
    def create(cls, path: Path, new: NewBook) -> Path:
        """Make a new book; returns its path. Raises BookExists and the refusals of names."""
        made: Path = importlib.import_module("kubebuku.ledger.book").create_book(path, new)
        return made

    @property
    def path(self) -> Path:
        """Where the book lies."""
        return self.engine.path

    @property
    def today(self) -> date:
        """The later of the clock's day and the last recording's day."""
        return self.engine.today

    @property
    def writable(self) -> bool:
        """False where the book is only read."""
        return self.engine.writable

    def run(self, command: Command, *, key: str | None = None) -> Outcome:
        """Carry out `command` in one durable transaction; with a `key` (one for each opening of a form) only once."""
        return self.engine.run(command, key=key)

    def preview(self, command: Command) -> list[BoxChange]:
        """What `command` would do to the boxes; changes nothing and raises what `run` would raise."""
        return self.engine.preview(command)

    def ask(self, query: Query[T]) -> T:
        """Answer `query`."""
        answer: T = self.engine.ask(query)
        return answer

    def read(self, question: Callable[[Reading], T]) -> T:
        """Let `question` read the ledger itself: for reports, exports and the command line."""
        answer: T = self.engine.read(question)
        return answer

    def write(self, act: Callable[[Work], T]) -> T:
        """Let `act` post by itself: for the command line's `post` and the practice book."""
        result: T = self.engine.write(act)
        return result

    def check(self) -> list[Finding]:
        """The proof and all checks."""
        return self.engine.check()

    def close(self) -> None:
        """Close the book."""
        self.engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
