"""The program some years from now: its books have one form more, and a step in a folder of its own leads there.

The step is a file such as the next change of the schema brings (docs/adding-a-step.md), and Alembic runs it likewise.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kubebuku.ledger import file as bookfile
from kubebuku.ledger import proof, record_form, schema
from kubebuku.migrations import run

#: What the later program added.
STEP = "ALTER TABLE kube ADD COLUMN motto TEXT"

_FILE = """
from alembic import op

revision = {revision!r}
down_revision = {before!r}


def upgrade():
    for statement in {statements!r}:
        op.get_bind().exec_driver_sql(statement)
"""


class LaterProgram:
    """Today's program turned into the later one, until the test is over."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._before, self._revision = run.HEAD, f"{int(run.HEAD) + 1:04}"
        self._versions = folder / "versions"
        shutil.copytree(run.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
        with contextlib.closing(sqlite3.connect(":memory:")) as raw:
            record_form.define(raw)
            raw.executescript(schema.schema_text())
            raw.execute(STEP)
            made = [row[0] for row in raw.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")]
        text = ";\n\n".join((*made, f"INSERT INTO alembic_version (version_num) VALUES ('{self._revision}');\n"))
        monkeypatch.setattr(run, "FOLDER", folder)
        monkeypatch.setattr(run, "HEAD", self._revision)
        monkeypatch.setattr(bookfile, "SCHEMA", bookfile.SCHEMA + 1)
        monkeypatch.setattr(proof, "SCHEMA", bookfile.SCHEMA)
        monkeypatch.setattr(schema, "schema_text", lambda: text)
        self.leads(STEP)

    def leads(self, *statements: str) -> None:
        """The step to the later form consists of these."""
        file = self._versions / f"v{self._revision}_later.py"
        file.write_text(_FILE.format(revision=self._revision, before=self._before, statements=statements), "utf-8")
        # Python tells a changed file by its second and its length: two steps of one second may look the same
        shutil.rmtree(self._versions / "__pycache__", ignore_errors=True)


@contextlib.contextmanager
def later_program(folder: Path) -> Iterator[LaterProgram]:
    """Within the block the program is the later one; `folder` must not be there yet."""
    schema.shipped_schema.cache_clear()
    try:
        with pytest.MonkeyPatch.context() as monkeypatch:
            yield LaterProgram(folder, monkeypatch)
    finally:
        schema.shipped_schema.cache_clear()
