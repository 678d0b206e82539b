"""The window of the program: the shell with a session, what this computer remembers, and the way into and out of a book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kubebuku.app.settings import Settings
from kubebuku.books.spec import Changed
from kubebuku.domain.errors import RuleBroken, Surroundings
from kubebuku.domain.named import named
from kubebuku.domain.names import clean_name
from kubebuku.i18n import _, ngettext
from kubebuku.ui import messages, places
from kubebuku.ui.jobs import Jobs
from kubebuku.ui.pages import PAGES, UNDO_LAST, PageEntry, nav_entries
from kubebuku.ui.session import OpenBook, Session
from kubebuku.ui.shell import Shell
from kubebuku.ui.tokens import NARROW_WINDOW, SP
from kubebuku.ui.widgets import Act, Dialog, Icon, Label, MessageStrip, Page, TextField, Verb, row

if TYPE_CHECKING:
    from kubebuku.books.group.queries import GroupFacts

Keep = Callable[[Settings], object]

_SOUND_FROM = 700


class Window(Shell):
    """What pages are built with: `session` (the book), `settings`, `jobs`, ``go(place)``, and `remember`.

    The first page of the navigation is home. Without a book only the start page shows.
    """

    def __init__(self, jobs: Jobs, settings: Settings, keep: Keep, pages: tuple[PageEntry, ...] = PAGES) -> None:
        self.pages = pages
        makers = {page.place: partial(self._make, page) for page in pages}
        self.proved = False
        self.sound: QWidget | None = None
        self._session: Session | None = None
        self._strips: tuple[_Framed, ...] = ()
        super().__init__(nav_entries(pages), makers, jobs=jobs)
        self.settings = settings
        self._keep = keep
        self._session = Session(jobs, self)
        self.home = nav_entries(pages)[0].key
        self.clock_agreed = False
        self._fresh = False
        self.notice = _Framed()
        self.done = _Framed()
        self._frame_notice()
        self._asker = QObject(self)
        self.sound = self._frame_sound()
        self.session.changed.connect(self.changed)
        self.session.changed.connect(self._title_changed)
        self.session.book_changed.connect(self._book_changed)
        self.text_size_changed.connect(lambda size: self.remember(replace(self.settings, text=size)))
        self.shown.connect(self._page_shown)
        self.undo_wanted.connect(self._undo_last)
        self.help_wanted.connect(self._help)
        self.print_wanted.connect(self._print)
        self.closing.connect(self._close_book)
        jobs.idle.connect(self._rested)

    @property
    def session(self) -> Session:
        """The book that is open, or none."""
        if self._session is None:
            raise RuntimeError("the window is still being built")
        return self._session

    def _make(self, page: PageEntry, _shell: Shell) -> Page:
        made: Callable[[Window], Page] = named(page.factory)
        return made(self)

    def remember(self, settings: Settings) -> None:
        """Keep other settings, here and in the settings file."""
        self.settings = settings
        self._keep(settings)

    def _page_shown(self, _page: object) -> None:
        self.done.clear()
        self._fit()

    def _undo_last(self) -> None:
        if self.session.book is not None:
            act: Callable[[Window], None] = named(UNDO_LAST)
            act(self)

    def _help(self) -> None:
        from kubebuku.ui.help.dialog import Help

        if messages.door().show(Help(self)) == "more":
            self.go(places.Help())

    def _print(self) -> None:
        page = self.current()
        if page is not None:
            page.print_shown()

    # opening and closing a book

    def open_book(
        self,
        path: Path,
        *,
        write: bool = True,
        then: str = "",
        who: str = "",
        after: Callable[[], object] | None = None,
    ) -> None:
        """Open the book at `path` and go to the page `then`, or home; where that cannot be, the start page knows the ways out."""

        def opened(book: OpenBook) -> None:
            self._opened(book, then)

        def told(trouble: Surroundings) -> None:
            self.go(places.Start(trouble=trouble, path=path))

        self.session.open(path, who=who or self.settings.holder, done=opened, troubled=told, after=after, write=write)

    def close_book(self) -> None:
        """Close the book and show the start page."""
        page = self.current()
        if page is None or page.leave():
            self.session.close(after=lambda: self.go(places.Start()))

    def _book_changed(self, book: object) -> None:
        self.forget_pages()
        self.notice.clear()
        self.proved = False
        self.clock_agreed = False
        if isinstance(book, OpenBook):
            self.set_book_title(book.name)
            self.set_practice(book.practice)
            self.set_holder(self.settings.holder)
        else:
            self.set_book_title("")
            self.set_practice(False)

    def _title_changed(self, changed: Changed) -> None:
        if changed & (Changed.GROUP | Changed.PEOPLE):
            self._ask_title()

    def _ask_title(self) -> None:
        from kubebuku.books.group.queries import Group

        def show(group: GroupFacts) -> None:
            members = ngettext("{count} member", "{count} members", group.members).format(count=group.members)
            city = (group.city or "").removeprefix("Kota ").removeprefix("Kabupaten ")
            self.set_book_title(group.name, " · ".join(part for part in (city, members) if part))

        self.session.ask(self._asker, Group(), show)

    def _opened(self, book: OpenBook, then: str) -> None:
        self.remember(self.settings.opened(book.path.absolute(), book.name))
        self.go_to(then if any(page.key == then for page in self.pages) else self.home)
        self._fresh = True
        if book.writable:
            QTimer.singleShot(0, self, lambda: self._ask_holder(book))  # behind the question the page goes on
        if not book.writable:
            self.notice.show_message(
                "info",
                _("This book can only be read here"),
                _("The file or its folder is write-protected, or it was opened for reading. Nothing can be recorded."),
            )
        elif book.place:
            self.notice.show_message("warn", _("This place is not safe for a book"), book.place)

    def _rested(self) -> None:
        """The first page has its answers, for which the book was proved: once it is painted, what was found is told."""
        if self._fresh:
            self._fresh = False
            QTimer.singleShot(0, self, self._look_deeper)

    def _look_deeper(self) -> None:
        """Ask for the head of the window and what the proof found; it runs again where another program has written since."""
        if self.session.book is not None:
            self._ask_title()
            self.session.prove(self, self._proved)

    def _ask_holder(self, book: OpenBook) -> None:
        """Every record says who wrote it: ask once on a computer that does not know."""
        if book.practice or self.settings.holder:
            return
        dialog = HolderDialog(self)
        if messages.door().show(dialog) == "main":
            self.hold(dialog.holder())

    def hold(self, who: str) -> None:
        """From now on `who` writes in the book."""
        self.remember(replace(self.settings, holder=who))
        self.set_holder(who)
        self.session.write_as(who)

    def _proved(self, found: tuple[str, ...]) -> None:
        if not found:
            self.proved = True
            self._fit()
            return
        self.notice.show_message(
            "bad",
            _("This book is not whole: it can be read, but not written"),
            _("Found: {what}. The last sound copy lies in the folder Salinan; this file is kept as it is.").format(
                what=found[0].rstrip(".")
            ),
            [(_("Open a copy"), self.choose_copy, "usb")],
        )
        self.refresh_all()

    def choose_copy(self) -> None:
        """Let the person choose a copy of the book and open it."""
        from kubebuku.app import paths  # platformdirs: when first needed

        chosen = messages.door().open_path(_("Open a copy"), book_filter(), str(paths.backup_folder()))
        if chosen is not None:
            self.open_book(chosen)

    def agree_clock(self) -> bool:
        """Ask once, before the first record, where the computer's clock lies behind the last recording; whether to go on."""
        book = self.session.book
        if book is None or not book.clock_behind or self.clock_agreed:
            return True
        days = ngettext("{days} day", "{days} days", book.clock_behind).format(days=book.clock_behind)
        text = _("It lies {days} behind the last record of this book. Set the clock right, or record with the book's day.")
        self.clock_agreed = messages.door().ask(
            _("The computer's clock is behind"),
            text.format(days=days),
            main=_("Record with the book's day"),
            other=_("I set the clock first"),
            kind="warn",
        )
        return self.clock_agreed

    def _close_book(self) -> None:
        self.session.close()

    # the frame

    def _arrange(self) -> None:
        super()._arrange()
        for strip in self._strips:
            strip.fit(narrow=self.width() < NARROW_WINDOW)
        if self.key == places.Start.key or self._session is None or self._session.book is None:
            self.spine.setVisible(False)
            self.topbar.setVisible(False)
        if self.sound is not None:  # the shell fits itself while it is built
            self.sound.setVisible(self.proved and self.spine.names_holder and self.height() >= _SOUND_FROM)

    def _frame_notice(self) -> None:
        """What concerns the whole book stands above every page."""
        self._strips = (self.notice, self.done)
        for strip in self._strips:
            self.column.insertWidget(self.column.indexOf(self.stack), strip.frame)

    def say_done(self, title: str, text: str = "", acts: Sequence[Act] = ()) -> None:
        """What was just done, above the page; it stays until another page is shown."""
        self.done.show_message("ok", title, text, acts)

    def _frame_sound(self) -> QWidget:
        """*Buku utuh*, quietly, above who holds the laptop."""
        line = QWidget()
        words = row(Icon("benar", 16, "on_spine_soft"), Label(_("Book is whole"), "caption", wrap=False), 1)
        words.setContentsMargins(20, 0, SP["xs"], 0)
        line.setLayout(words)
        line.setVisible(False)
        column = self.spine.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, line)
        return line


class _Framed(MessageStrip):
    """A strip above the pages, with air around it only while it shows."""

    def __init__(self) -> None:
        self.frame = QWidget()
        super().__init__()
        self.frame.setLayout(row(self))
        self.fit(narrow=False)

    def fit(self, *, narrow: bool) -> None:
        """As wide as the cards of the page beneath."""
        side = SP["l"] if narrow else SP["xl"]
        layout = self.frame.layout()
        if layout is not None:
            layout.setContentsMargins(side, SP["m"], side, 0)

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        """Show it, or give its room back."""
        super().setVisible(visible)
        self.frame.setVisible(visible)


class HolderDialog(Dialog):
    """Who holds the laptop: name and task, as every record will show it."""

    def __init__(self, parent: QWidget | None, holder: str = "") -> None:
        super().__init__(
            parent,
            _("Who keeps this book?"),
            _("Each record shows who wrote it. This can be changed at any time."),
            (Verb("later", _("Later")), Verb("main", _("Save"))),
            icon="orang",
        )
        self.field = TextField(_("Name and task"), name="holder", hint=_("For example: Citra, treasurer"), longest=120)
        self.field.set_value(holder)
        self.add(self.field)
        self.field.line.returnPressed.connect(self.buttons["main"].click)

    def holder(self) -> str:
        """The name as written, cleaned; raises RuleBroken."""
        return clean_name(self.field.value())

    def accepts(self, answer: str) -> bool:
        """Stay open while the name cannot be taken."""
        if answer == "main":
            try:
                self.holder()
            except RuleBroken as refusal:
                self.field.show_refusal(refusal)
                return False
        return True


def book_filter() -> str:
    """Books in a file dialog."""
    return _("KubeBuku books (*.kubebuku)")
