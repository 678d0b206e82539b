"""The frame of the window: practice band, spine, pages built when first seen, keys, and leaving without losing work."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kubebuku.books.places import Place
from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import _
from kubebuku.ui import messages, theme
from kubebuku.ui.jobs import Jobs
from kubebuku.ui.tokens import NARROW_WINDOW
from kubebuku.ui.widgets import band, column, row
from kubebuku.ui.widgets.cards import MessageStrip
from kubebuku.ui.widgets.page import Page
from kubebuku.ui.widgets.spine import NavEntry, Spine, TopBar

PageMaker = Callable[["Shell"], Page]
_MENU_FROM = 1.75
_LOW = 600


class Shell(QMainWindow):
    """A window of pages. It knows no ledger: pages get what they need from their makers.

    `changed(flags)` tells what a command has changed: the page shown refreshes at once if it watches one, others when seen.
    Keys that mean something to the whole program leave as signals: `help_wanted`, `undo_wanted`, `print_wanted`;
    `text_size_changed` (per cent) is for remembering; `fitted` tells that spine and bar have taken their shape.
    """

    help_wanted = Signal()
    undo_wanted = Signal()
    print_wanted = Signal()
    shown = Signal(object)
    text_size_changed = Signal(object)
    closing = Signal()
    fitted = Signal()

    def __init__(self, nav: Sequence[NavEntry], makers: Mapping[type[Place], PageMaker], *, jobs: Jobs | None = None) -> None:
        super().__init__()
        self._places = {place.key: place for place in makers}
        self._makers = {place.key: make for place, make in makers.items()}
        self._pages: dict[str, Page] = {}
        self._key = ""
        self._past: list[Place] = []
        self._place: Place | None = None
        self._nav = tuple(nav)
        self.jobs = jobs
        self._leaving = False
        self.setWindowTitle("KubeBuku")
        self.setMinimumSize(640, 400)
        self.band = band.PracticeBand()
        self.band.setVisible(False)
        self.spine = Spine(nav)
        self.topbar = TopBar(nav)
        self.topbar.setVisible(False)
        self.saving = MessageStrip(
            "info", _("One moment, still saving"), _("The window closes by itself as soon as everything is in the book.")
        )
        self.saving.setVisible(False)
        self.stack = QStackedWidget()
        self.column = right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.topbar)
        right.addWidget(self.saving)
        right.addWidget(self.stack, 1)
        middle = row(self.spine, gap=0)
        middle.addLayout(right, 1)
        whole = QWidget()
        outer = column(self.band, gap=0, inside=whole)
        outer.addLayout(middle, 1)
        self.setCentralWidget(whole)
        self.spine.chosen.connect(self.go_to)
        self.topbar.chosen.connect(self.go_to)
        self._keys()
        theme.follow(self._fit)
        if jobs is not None:
            jobs.idle.connect(self._settled)

    # what the window says about the book

    def set_book_title(self, name: str, place: str = "") -> None:
        """The group's name and where it is, on the spine, in the bar and in the window's title."""
        self.spine.name.setText(name)
        self.spine.place.setText(place)
        self.topbar.name.setText(name)
        self.setWindowTitle(f"{name} · KubeBuku" if name else "KubeBuku")
        self._fit()

    def set_practice(self, on: bool) -> None:  # noqa: FBT001 (a setter)
        """Show the practice band here and on every dialog from now on."""
        band.set_practice(on)
        self.band.setVisible(on)
        self._fit()

    def set_holder(self, who: str) -> None:
        """Who holds the laptop, e.g. "Citra, bendahara"; empty hides it."""
        self.spine.holder.setText(who)
        self._fit()

    # pages

    @property
    def key(self) -> str:
        """The key of the page shown."""
        return self._key

    def current(self) -> Page | None:
        """The page shown."""
        return self._pages.get(self._key)

    def page(self, key: str) -> Page:
        """The page `key`, built now if it was not; raises KeyError for an unknown one."""
        if key not in self._pages:
            made = self._makers[key](self)
            self._pages[key] = made
            self.stack.addWidget(made)
        return self._pages[key]

    def go(self, place: Place) -> bool:
        """Show a page, which is told what is to be seen; False where the present one does not let go. Remembers the way back."""
        return self._show(place, remember=True)

    def go_to(self, key: str) -> bool:
        """Show a page of the navigation as it shows itself."""
        return self.go(self._places[key]())

    def back(self) -> bool:
        """The page before, or the first of the navigation."""
        if self._past:
            return self._show(self._past.pop(), remember=False)
        first = self._nav[0].key if self._nav else self._key
        return self._show(self._places[first](), remember=False)

    def _show(self, place: Place, *, remember: bool) -> bool:
        before = self.current()
        if before is not None and not before.leave():
            self._light()
            return False
        if remember and self._place is not None and place.key != self._key:
            self._past = [*self._past[-20:], self._place]
        page = self.page(place.key)
        self._key, self._place = place.key, place
        page.arrive(place)
        if page.stale or place.asks:
            page.stale = False
            page.refresh()
        self.stack.setCurrentWidget(page)
        self._light()
        first = page.first_focus()
        (first if first is not None and first.isVisible() else page).setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(page)
        return True

    def _light(self) -> None:
        page = self.current()
        lit = (page.nav or self._key) if page is not None else ""
        self.spine.light(lit)
        self.topbar.light(lit)

    def changed(self, flags: object) -> None:
        """Something in the books has changed: refresh what watches it."""
        for key, page in self._pages.items():
            if page.watches and page.watches & flags:  # type: ignore[operator]  # the flags are those of whoever brings the pages
                if key == self._key:
                    page.refresh()
                else:
                    page.stale = True

    def refresh_all(self) -> None:
        """Everything may have changed (another book, another language)."""
        for key, page in self._pages.items():
            page.stale = key != self._key
            if key == self._key:
                page.refresh()

    def forget_pages(self) -> None:
        """Drop every built page, as another book is opened."""
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._past.clear()
        self._key = ""
        self._place = None

    # shape and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spine, bar or menu by width, height and text size."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._arrange()
        self.fitted.emit()

    def _arrange(self) -> None:
        scale = theme.current().text
        height = self.height() - (self.band.height() if not self.band.isHidden() else 0)
        fits = self.spine.fit(height, narrow=self.width() < NARROW_WINDOW)
        as_menu = scale >= _MENU_FROM or self.height() < _LOW / scale or not fits
        self.spine.setVisible(not as_menu and bool(self._nav))
        self.topbar.setVisible(as_menu and bool(self._nav))

    def _keys(self) -> None:
        def bind(keys: str, act: Callable[[], object]) -> None:
            QShortcut(QKeySequence(keys), self).activated.connect(lambda: act())  # noqa: PLW0108 (some acts answer)

        for number, entry in enumerate(self._nav[:9], 1):
            bind(f"Ctrl+{number}", partial(self.go_to, entry.key))
        bind("F1", self.help_wanted.emit)
        if "catat" in self._makers:
            bind("F2", lambda: self.go_to("catat"))
        bind("Ctrl+Z", self.undo_wanted.emit)
        bind("Ctrl+P", self.print_wanted.emit)
        bind("Alt+M", self.open_menu)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            bind(keys, partial(self.change_text_size, step))

    def open_menu(self) -> None:
        """Alt+M: open the list of pages, or bring the keyboard to the spine."""
        if self.topbar.isVisible():
            self.topbar.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.topbar.menu.popup(self.topbar.button.mapToGlobal(self.topbar.button.rect().bottomLeft()))
        else:
            for button in self.spine.findChildren(QWidget):
                if button.focusPolicy() & Qt.FocusPolicy.TabFocus and getattr(button, "isChecked", lambda: True)():
                    button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                    return

    def change_text_size(self, step: int) -> None:
        """Larger (1), smaller (-1) or ordinary (0) text, for the whole program."""
        now = theme.current()
        percent = theme.next_text_size(round(now.text * 100), step)
        if percent != round(now.text * 100):
            theme.use(theme.Theme(now.c.name, percent / 100))
            self.text_size_changed.emit(percent)

    # leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the page, wait for work under way and for its outcome to be shown, then close."""
        page = self.current()
        if not self._leaving and page is not None and not page.leave():
            event.ignore()
            return
        if self.jobs is not None and self.jobs.busy:
            self._leaving = True
            self.saving.setVisible(True)
            self.stack.setEnabled(False)
            self.spine.setEnabled(False)
            self.topbar.setEnabled(False)
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _settled(self) -> None:
        """The last outcome has been shown."""
        if not self._leaving:
            return
        self.saving.setVisible(False)
        for part in (self.stack, self.spine, self.topbar):
            part.setEnabled(True)
        refused = self.jobs is not None and isinstance(self.jobs.last_error, RuleBroken)
        if refused and not messages.door().ask(
            _("The last record has not been saved"),
            _("The reason stands at the field."),
            main=_("Go back to it"),
            other=_("Close anyway"),
            kind="warn",
        ):
            refused = False
        if refused:
            self._leaving = False
            return
        QTimer.singleShot(0, self, self.close)
