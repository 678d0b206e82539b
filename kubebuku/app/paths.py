"""The folders of the program on this computer. Asking for one does not make it; `made` does.

With `KUBEBUKU_HOME` set everything lies in that one folder: for a program carried on a stick, and for tests.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_NAME = "KubeBuku"


def _home() -> Path | None:
    home = os.environ.get("KUBEBUKU_HOME", "").strip()
    return Path(home) if home else None


def settings_file() -> Path:
    """What this computer remembers: language, text size, recent books. Nothing of a book's content."""
    home = _home()
    folder = home if home is not None else Path(platformdirs.user_config_dir(_NAME, appauthor=False))
    return folder / "settings.json"


def proved_file() -> Path:
    """The list of books that were proved here (`ledger.proved`); who empties the caches of a computer may take it along."""
    home = _home()
    folder = home if home is not None else Path(platformdirs.user_cache_dir(_NAME, appauthor=False))
    return folder / "proved-books"


def log_folder() -> Path:
    home = _home()
    return home / "log" if home is not None else Path(platformdirs.user_log_dir(_NAME, appauthor=False))


def report_folder() -> Path:
    """Where a report is left when the program itself has failed."""
    return log_folder() / "reports"


def books_folder() -> Path:
    """Where a new book is offered a place: among the documents, where its owner finds and copies it."""
    home = _home()
    documents = home if home is not None else Path(platformdirs.user_documents_dir())
    return documents / _NAME


def backup_folder() -> Path:
    """Beside the books, under a name that says what it holds to the people who look there."""
    return books_folder() / "Salinan"


def made(folder: Path) -> Path:
    """Make `folder` and the folders above it where missing, and return it; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder
