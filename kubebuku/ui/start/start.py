"""The first page: open a book, begin one, try the practice book; and the ways out where a book cannot be opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from kubebuku.app import paths
from kubebuku.i18n import _, say
from kubebuku.ui import messages, places, theme
from kubebuku.ui.start import opening_trouble
from kubebuku.ui.start.new_book import NewBookForm
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Button, Card, Columns, Icon, KindCard, Label, MessageStrip, Page, QuietButton, column, row
from kubebuku.ui.widgets.flow import clear
from kubebuku.ui.window import Window, book_filter

_CONTENT = 640  # px at 100 % that the questions of a new book need


class StartPage(Page):
    """Left the welcome and its buttons, right the books opened before or the four questions of a new one.

    ``go("start", trouble=..., path=...)`` shows why a book was not opened and what can be done.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(_("Start"))
        self.main = window
        self.strip = MessageStrip(below=True)
        self.new_button = Button(_("Make a new book"), "tambah", self.show_new)
        self.open_button = Button(_("Open a book that is there"), "map", self.choose)
        self.practice_button = Button(_("Try the practice book"), "buku", self.practise)
        self.recent = Card(_("Books opened before"))
        self.books = column()
        self.recent.add(self.books)
        self.form = NewBookForm(window)
        self.form.cancelled.connect(self._show_first)
        columns = Columns(1, 1, gap=SP["xl"])
        columns.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        columns.add(self._welcome(), 0, 1, 1)
        columns.add(QWidget(), 1, 2, 1)  # few books stand in the middle beside the welcome, not above a void
        columns.add(self.recent, 1, 2)
        columns.add(self.form, 1, 3)
        columns.add(QWidget(), 1, 4, 1)
        self.air = QWidget()
        self.add(self.strip, self.air, columns)

    def _welcome(self) -> QWidget:
        whole = QWidget()
        middle = Qt.AlignmentFlag.AlignHCenter
        self.signs = [Icon(name, 46, ring=True) for name in ("buku", "uang", "anggota")]
        stack = column(1, row(1, *self.signs, 1), gap=SP["m"], inside=whole)
        stack.setContentsMargins(0, SP["l"], 0, SP["l"])
        stack.addSpacing(SP["s"])
        stack.addWidget(Label(_("Welcome to KubeBuku"), "h1", align="center"))
        stack.addWidget(Label(_("Write what comes in and what goes out."), "lead", align="center"))
        stack.addWidget(Label(_("Books, reports and member cards make themselves."), "lead", align="center"))
        stack.addSpacing(SP["m"])
        acts = column(self.new_button, self.open_button, self.practice_button, gap=SP["s"] + 2)
        line = row(1)
        line.addLayout(acts, 2)
        line.addStretch(1)
        stack.addLayout(line)
        stack.addSpacing(SP["s"])
        stack.addLayout(
            row(1, Icon("kunci", 20), Label(_("Books stay on this computer. No internet needed."), "soft"), 1, gap=SP["m"])
        )
        settings = QuietButton(_("Text size and colours"), None, lambda: self.main.go(places.Display()))
        stack.addWidget(settings, 0, middle)
        stack.addStretch(1)
        return whole

    def arrive(self, place: places.Start) -> None:
        """Show the trouble that brought us here, if any."""
        self.strip.clear()
        if place.trouble is not None and place.path is not None:
            title, *rest = (say(sentence) for sentence in place.trouble.sentences)
            acts = opening_trouble.ways_out(self.main, place.trouble, place.path, choose=self.choose)
            self.strip.show_message("bad", title, " ".join(rest), acts)
        self._fill()
        self._show_first()

    def shape_changed(self) -> None:
        """Large text needs the room of the pictures; a high window gets air above."""
        self.air.setFixedHeight(max(0, (self.height() - round(_CONTENT * theme.current().text)) // 3))
        for sign in self.signs:
            sign.setVisible(theme.current().text < 1.5)

    def _fill(self) -> None:
        clear(self.books)
        for book in self.main.settings.recent:
            path = Path(book.path)
            words = _("in {folder}").format(folder=_short(path.parent))
            self.books.addWidget(KindCard("buku", book.name, words, "main", partial(self.main.open_book, path)))
        self.books.addWidget(Label(_("A book is one file. Copy it to a USB stick to keep it safe."), "caption"))

    def _show_first(self) -> None:
        known = bool(self.main.settings.recent)
        self.recent.setVisible(known)
        self.form.setVisible(not known)
        self.new_button.setVisible(known)
        self.form.begin(can_go_back=known)

    def show_new(self) -> None:
        """Ask the four questions of a new book."""
        self.strip.clear()
        self.recent.setVisible(False)
        self.new_button.setVisible(False)
        self.form.setVisible(True)
        self.form.begin(can_go_back=bool(self.main.settings.recent))
        self.form.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """The way out of a trouble, the newest book, or the first question."""
        if not self.strip.isHidden():
            return self.strip.buttons.findChild(Button)
        if not self.recent.isHidden():
            return self.recent.findChild(KindCard)
        return self.form.fields[0]

    def leave(self) -> bool:
        """Ask when a new book was being described."""
        return self.form.isHidden() or self.form.may_leave()

    def choose(self) -> None:
        """Let the person choose a book."""
        recent = self.main.settings.recent
        start = Path(recent[0].path).parent if recent else paths.books_folder()
        chosen = messages.door().open_path(_("Open a book"), book_filter(), str(start))
        if chosen is not None:
            self.main.open_book(chosen)

    def practise(self) -> None:
        """Open the practice book, writing it first where it is not there yet."""
        from kubebuku.ui.start.practice import open_practice

        open_practice(self.main)


def _short(folder: Path) -> str:
    """A folder as people name it: its last two parts."""
    return " › ".join(folder.parts[-2:]) if len(folder.parts) > 2 else str(folder)
