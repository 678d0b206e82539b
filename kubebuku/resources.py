"""Where icons, fonts, translations and other packaged files lie: the only module that knows."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def find_root(package: Path) -> Path:
    """The folder of packaged files that belongs to the package folder `package`.

    A wheel and a frozen program carry them inside the package as `_data`; a checkout keeps them beside it as `resources`.
    Raises FileNotFoundError where neither is there: the installation is incomplete.
    """
    for folder in (package / "_data", package.parent / "resources"):
        if folder.is_dir():
            return folder
    message = f"no packaged files beside {package.name}"
    raise FileNotFoundError(message)


@cache
def root() -> Path:
    return find_root(_PACKAGE)


def path(*parts: str) -> Path:
    """A packaged file or folder, e.g. ``path("icons", "kas.svg")``; it need not exist, but it may not lie outside."""
    found = root().joinpath(*parts)
    if ".." in parts or not found.is_relative_to(root()):
        message = f"outside the packaged files: {'/'.join(parts)}"
        raise ValueError(message)
    return found


def read_text(*parts: str) -> str:
    """The text of a packaged UTF-8 file, line ends as line feeds; raises FileNotFoundError."""
    return path(*parts).read_text(encoding="utf-8")


def read_bytes(*parts: str) -> bytes:
    """The content of a packaged file; raises FileNotFoundError."""
    return path(*parts).read_bytes()
