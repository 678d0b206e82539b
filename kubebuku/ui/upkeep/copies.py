"""Copies of the book: made at once, read back and proved, on a stick or in the folder Salinan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDir, QStorageInfo

from kubebuku.books.spec import Attention
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import _, long_date
from kubebuku.ui import messages, places
from kubebuku.ui.jobs import Progress
from kubebuku.ui.parts import open_book
from kubebuku.ui.widgets import Button, Card, FlowRow, Label
from kubebuku.ui.window import Window

#: Days after which a copy is asked for.
COPY_DAYS = 7
_SUFFIX = ".kubebuku"


def last_copy(window: Window) -> date | None:
    """The day of the last copy that was made on this computer."""
    book = window.session.book
    day = window.settings.last_copy(book.path.absolute()) if book is not None else ""
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:  # the settings file was edited by hand
        return None


def copy_wanted(window: Window) -> Attention | None:
    """The line that asks for a copy: none for the practice book, nor within a week of the last one or of the book's first day."""
    book = window.session.book
    if book is None or book.practice or not book.writable:
        return None
    copied, now = last_copy(window), open_book.today(window)
    days = (now - (copied or book.opened)).days
    if days <= COPY_DAYS:
        return None
    title = Sentence(N_("The last copy is {days} days old"), {"days": days}) if copied else Sentence(N_("No copy was made yet"))
    return Attention("backup", title, Sentence(N_("Put in a stick, then copy.")), "usb", places.Check("backup"))


def sticks() -> list[str]:
    """Drives other than the one with the system and the home folder, as their roots."""
    home = QStorageInfo(QDir.homePath()).rootPath()
    found = []
    for drive in QStorageInfo.mountedVolumes():
        root = drive.rootPath()
        usable = drive.isValid() and drive.isReady() and not drive.isReadOnly() and not drive.isRoot() and root != home
        if (usable and root.startswith(("/media/", "/run/media/", "/mnt/"))) or (usable and root[1:2] == ":"):
            found.append(root)
    return found


class BackupCard(Card):
    """When the last copy was made, and the buttons that make one."""

    def __init__(self, window: Window) -> None:
        super().__init__(_("Copies of the book"), icon="usb")
        self.window_ = window
        self.last = Label("")
        self.main = Button(_("Copy to a stick or folder"), "usb", self.copy_to)
        self.near = Button(_("Copy to the folder Salinan"), "map", self.copy_here)
        self.add(
            self.last,
            Label(_("A copy is read back and proved before it counts. Keep one outside this laptop."), "caption"),
            FlowRow(self.main, self.near),
        )
        self.show_last()

    def show_last(self) -> None:
        """Say when the last copy was made."""
        copied = last_copy(self.window_)
        if copied is None:
            self.last.setText(_("No copy was made on this laptop yet."))
        else:
            self.last.setText(_("The last copy was made on {day}.").format(day=long_date(copied)))

    def copy_to(self) -> None:
        """Ask for a folder, first the stick that is plugged in."""
        start = next(iter(sticks()), str(Path.home()))
        chosen = messages.door().folder_path(_("Where to put the copy?"), start)
        if chosen is not None:
            self._copy(chosen)

    def copy_here(self) -> None:
        """Beside the books of this laptop."""
        self._copy(None)

    def _copy(self, folder: Path | None) -> None:
        book = self.window_.session.book
        if book is None:
            return
        today = open_book.today(self.window_)
        name = f"{book.path.stem} {today.isoformat()}{_SUFFIX}"

        def work(progress: Progress) -> Path:
            from kubebuku.app import backup, paths

            target = (paths.made(paths.backup_folder()) if folder is None else folder) / name
            progress.check()
            backup.backup(self.window_.session.office, target, replace=target.exists())
            return target

        def done(target: Path) -> None:
            self.window_.remember(self.window_.settings.copied(book.path.absolute(), today.isoformat()))
            self.show_last()
            self.window_.say_done(
                _("Copied: {file}").format(file=target.name),
                _("In the folder {folder}. The copy was read back and is whole.").format(folder=str(target.parent)),
            )

        self.window_.session.jobs.run(work, done, owner=self, doing=_("Copying the book"), retry=True)
