"""Texts that are kept and compared: a change on paper is seen in review. `UPDATE_GOLDEN=1 pytest tests/reports` rewrites them."""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER = Path(__file__).parent / "golden"


def matches_golden(name: str, text: str) -> None:
    """Assert that the text is the one kept under this name."""
    file = _FOLDER / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8"), f"{file.name} differs; look at it, then UPDATE_GOLDEN=1"
