"""Texts that are kept and compared: a change of them is seen in review. `UPDATE_GOLDEN=1 pytest tests/...` rewrites them."""

from __future__ import annotations

import os
from pathlib import Path


def matches_golden(test: str, name: str, text: str) -> None:
    """Assert that the text is the one kept under this name in the folder `golden` beside the test (its `__file__`)."""
    file = Path(test).parent / "golden" / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8"), f"{file.name} differs; look at it, then UPDATE_GOLDEN=1"
