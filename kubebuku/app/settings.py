"""What this computer remembers between two starts: a small JSON file, nothing of a book's content.

A file that is missing, unreadable or edited by hand costs at most the value that is wrong: each falls back to its own default.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from kubebuku.app import paths

LANGUAGES = ("id", "en")
COLOURS = ("", "light", "dark", "contrast")
PAPERS = ("f4", "a4")
TEXT_SMALLEST, TEXT_LARGEST = 100, 200
MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Recent:
    """A book opened here before: where it lies, whose it is, and the day (ISO) of the last copy made here."""

    path: str
    name: str
    copied: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """`colours` is a row of the palette, empty for what the system asks for; `text` per cent; `holder` holds the laptop."""

    language: str = "id"
    colours: str = ""
    text: int = 100
    holder: str = ""
    paper: str = "f4"
    recent: tuple[Recent, ...] = ()

    def opened(self, path: Path, name: str) -> Settings:
        """With the book at `path` as the newest of the recent ones."""
        newest = Recent(str(path), name, self.last_copy(path))
        return replace(self, recent=(newest, *(one for one in self.recent if one.path != newest.path))[:MOST_RECENT])

    def last_copy(self, path: Path) -> str:
        """The day (ISO) of the last copy of the book at `path` that was made here, empty if there was none."""
        return next((one.copied for one in self.recent if one.path == str(path)), "")

    def copied(self, path: Path, day: str) -> Settings:
        """With a copy of the book at `path` made on that day."""
        return replace(self, recent=tuple(replace(one, copied=day) if one.path == str(path) else one for one in self.recent))

    def forgotten(self, path: str) -> Settings:
        """Without the book at `path`."""
        return replace(self, recent=tuple(one for one in self.recent if one.path != path))


def load(file: Path | None = None) -> Settings:
    """Read the settings; what is missing or wrong has its default."""
    try:
        found = json.loads((file or paths.settings_file()).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return Settings()
    return _read(found) if isinstance(found, Mapping) else Settings()


def _read(found: Mapping[str, Any]) -> Settings:
    usual = Settings()

    def one_of(key: str, allowed: tuple[str, ...], default: str) -> str:
        return found[key] if found.get(key) in allowed else default

    text = found.get("text")
    holder = found.get("holder")
    recent = found.get("recent")
    return Settings(
        language=one_of("language", LANGUAGES, usual.language),
        colours=one_of("colours", COLOURS, usual.colours),
        text=text if type(text) is int and TEXT_SMALLEST <= text <= TEXT_LARGEST else usual.text,
        holder=holder[:120] if isinstance(holder, str) else usual.holder,
        paper=one_of("paper", PAPERS, usual.paper),
        recent=tuple(_recent(recent))[:MOST_RECENT] if isinstance(recent, list) else (),
    )


def _recent(rows: list[Any]) -> list[Recent]:
    return [
        Recent(row["path"], row["name"], row["copied"] if isinstance(row.get("copied"), str) else "")
        for row in rows
        if isinstance(row, Mapping) and isinstance(row.get("path"), str) and isinstance(row.get("name"), str) and row["path"]
    ]


def save(settings: Settings, file: Path | None = None) -> bool:
    """Write them, whole or not at all; False where this computer does not let us, which stops nobody from working."""
    target = file or paths.settings_file()
    fresh = target.with_name(f"{target.name}.{os.getpid()}.new")
    try:
        paths.made(target.parent)
        fresh.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        fresh.replace(target)
    except OSError:
        return False
    return True
