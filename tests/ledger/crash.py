"""A crash in the middle of an act."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kubebuku.ledger import rollback

#: Writes more than fits the memory of the program that is about to die.
FILL = (
    "INSERT INTO setting SELECT 'x' || value, hex(randomblob(2000)) FROM"
    " (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 300) SELECT value FROM n)"
)

_DIE = """
import os, sqlite3, sys
book = sqlite3.connect(sys.argv[1], isolation_level=None)
book.execute("PRAGMA cache_size = 1")
book.execute("BEGIN IMMEDIATE")
for statement in sys.argv[2:]:
    book.execute(statement)
os._exit(9)
"""


@contextmanager
def crashed(book: Path, *statements: str) -> Iterator[None]:
    """A program that wrote all this to the disk and died before it could commit: its journal lies hot beside the book."""
    died = subprocess.run([sys.executable, "-c", _DIE, str(book), *statements], check=False)
    assert died.returncode == 9
    assert rollback.is_hot(book)
    yield
