"""What can be done where a book is not opened: each refusal with its own buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kubebuku.domain.errors import Surroundings
from kubebuku.i18n import _
from kubebuku.ui import places
from kubebuku.ui.jobs import Progress
from kubebuku.ui.widgets import Act
from kubebuku.ui.window import Window

_AGAIN = frozenset({"book-held", "book-busy", "book-missing", "book-unreadable", "disk-gone", "disk-full"})
_CHOOSE = frozenset({"book-missing", "not-a-book", "book-foreign", "book-empty", "book-newer", "book-unreadable"})


def ways_out(window: Window, trouble: Surroundings, path: Path, *, choose: Callable[[], object]) -> list[Act]:
    """The buttons under the sentence: try again, upgrade, read only, take a copy, choose another, drop from the list."""
    code = trouble.code
    acts: list[Act] = []
    if code == "book-older":
        acts.append((_("Upgrade the book"), lambda: upgrade(window, path), "benar"))
    if code in _AGAIN:
        acts.append((_("Try again"), lambda: window.open_book(path), "urungkan"))
    if code in {"book-held", "book-busy"}:
        acts.append((_("Open it for reading only"), lambda: window.open_book(path, write=False), "buku"))
    if code in {"book-damaged", "book-empty"}:
        acts.append((_("Open a copy"), window.choose_copy, "usb"))
    if code in _CHOOSE:
        acts.append((_("Choose another file"), choose, "map"))
    if any(book.path == str(path.absolute()) for book in window.settings.recent):
        acts.append((_("Take it off the list"), lambda: _forget(window, path), None))
    return acts


def _forget(window: Window, path: Path) -> None:
    window.remember(replace(window.settings.forgotten(str(path.absolute()))))
    window.go(places.Start())


def upgrade(window: Window, path: Path) -> None:
    """Bring an older book up to this program's form, a copy kept beside it, then open it."""

    def work(progress: Progress) -> object:
        from kubebuku.app import upgrade as upgrading

        progress.commit()
        return upgrading.upgrade(path)

    if window.jobs is not None:
        window.jobs.run(work, lambda _done: window.open_book(path), owner=window, doing=_("Upgrading the book"), retry=True)
