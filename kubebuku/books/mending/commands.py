"""Acts on entries that were written, and notes that wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kubebuku.books.spec import Command
from kubebuku.domain.entries import EntryId

# ---- mending


@dataclass(frozen=True, kw_only=True)
class Undo(Command):
    """Urungkan: strike an entry out on its own date. A reason is needed for an opening once a month has been closed."""

    name: ClassVar[str] = "acts.undo"
    entry: EntryId
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Amend(Command):
    """Ubah: strike an entry out and write `replacement` in its place, judged together by their net effect."""

    name: ClassVar[str] = "acts.amend"
    entry: EntryId
    replacement: Command
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class CorrectEarlier(Command):
    """Koreksi bulan lalu: take back an entry of a closed month on `on`, in an open one, and write `replacement` there if given.

    `replacement` is dated `on` whatever date it carries, and its description names the old bukti and the reason.
    """

    name: ClassVar[str] = "acts.correct_earlier"
    entry: EntryId
    on: date
    reason: str
    replacement: Command | None = None


# ---- pending notes


@dataclass(frozen=True, kw_only=True)
class KeepPending(Command):
    """Catatan tertunda: keep an act that the zero rule refuses, without number and not counted."""

    name: ClassVar[str] = "acts.keep_pending"
    command: Command


@dataclass(frozen=True, kw_only=True)
class PostPending(Command):
    """Carry out a pending note now that it fits."""

    name: ClassVar[str] = "acts.post_pending"
    note: int


@dataclass(frozen=True, kw_only=True)
class DropPending(Command):
    """Drop a pending note that did not happen, with the reason; `entry` is what was written in its place, if something was."""

    name: ClassVar[str] = "acts.drop_pending"
    note: int
    reason: str = ""
    entry: EntryId | None = None
