"""The base of every page: one sheet that scrolls up and down, knows what it watches, and keeps the focused field in view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from kubebuku.ui import theme
from kubebuku.ui.tokens import NARROW_WINDOW, SP
from kubebuku.ui.widgets.cards import EmptyState
from kubebuku.ui.widgets.fields import FieldBox
from kubebuku.ui.widgets.flow import append, column
from kubebuku.ui.widgets.heads import PageHead
from kubebuku.ui.widgets.mnemonics import give_mnemonics

#: px of a list that show where the keyboard is
_SOME_ROWS = 120


class Page(QWidget):
    """A page of the window. Subclasses build their pieces once in `__init__` and fill them in `refresh`.

    A piece added with `fill` (a table) fills the sheet; the page scrolls only where even its least height has no room.

    nav      the navigation entry that is lit while the page shows
    watches  what it shows (flags); the shell calls `refresh` when a change touches one of them and the page is seen
    """

    nav: ClassVar[str] = ""
    watches: ClassVar[object] = 0

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = title
        self.stale = True
        self.narrow = False
        self.setAccessibleName(title)
        outer = column(gap=0, inside=self)
        inside = QWidget()
        inside.setObjectName("body")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sheet = QVBoxLayout(inside)
        self._sheet.setSpacing(0)
        self.body = column(gap=SP["m"])
        self._sheet.addLayout(self.body)
        self._sheet.addStretch(0)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        outer.addWidget(self.area)
        self._inside = inside
        inside.installEventFilter(self)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        theme.follow(self._fit)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def add(self, *pieces: QWidget | QLayout, fill: bool = False) -> None:
        """Append widgets or layouts; with `fill` the last takes the spare height, which else is air at the sheet's foot."""
        append(self.body, pieces, fill=fill)
        if fill:
            self._sheet.setStretch(0, 1)

    def refresh(self) -> None:
        """Ask the books again and redraw. Called on the first show and whenever something watched has changed."""

    def arrive(self, place: Any) -> None:
        """Called at each `go(place)`, before `refresh`. A page names its own place: what is to be seen here (a month, a box)."""

    def print_shown(self) -> None:
        """Ctrl+P: print what the page shows, where there is a paper of it."""

    def leave(self) -> bool:
        """Whether the page may be left; a form asks here when something was typed."""
        return True

    def first_focus(self) -> QWidget | None:
        """Where the keyboard goes on arrival: the first amount, door or table; None for the first piece that takes it.

        The page itself means: wait, it is still being read.
        """
        return None

    def shape_changed(self) -> None:
        """Called after `narrow` (window under 1100 px) or the text size has changed."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins, hints and head follow the width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Every button gets its mnemonic once it is seen."""
        super().showEvent(event)
        self._fit()
        give_mnemonics(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again once the sheet has been laid out."""
        if watched is self._inside and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._settling.start()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """A card that grew while the sheet was being laid out is not told to the scroll area by Qt itself."""
        layout = self._inside.layout()
        if layout is not None and self._inside.height() < layout.totalHeightForWidth(self._inside.width()):
            layout.activate()
        self._hold_focus()

    def _hold_focus(self) -> None:
        """The keyboard is never on nothing: where what had it went away or came late, it goes to the likeliest piece.

        Likeliest is what the page names, then the act of an empty list, then whatever Tab reaches first.
        """
        held: QWidget | None = self.window().focusWidget()
        if not self.isVisible() or (held is not None and held is not self and held.isVisible() and _takes_keys(held)):
            return
        wanted = self.first_focus()
        if wanted is self or (wanted is not None and _coming(wanted)):
            return
        if wanted is None or not wanted.isVisible():
            empty = (one.main for one in self.findChildren(EmptyState) if one.isVisible() and one.main is not None)
            ways = (*empty, *(one for one in self._tab_order() if one.isVisible() and one.isEnabled()))
            wanted = next(iter(ways), None)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tab_order(self) -> Iterator[QWidget]:
        """What Tab reaches on this page, as it was built, the way back left out.

        Not along nextInFocusChain: PySide takes each widget of the chain for a child of the one before and lets it die with it.
        """
        backs = {head.back for head in self.findChildren(PageHead)}
        for one in self.findChildren(QWidget):
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one not in backs:
                yield one

    def _fit(self) -> None:
        width = self.window().width()
        self.narrow = width < NARROW_WINDOW
        side, top = (SP["l"], SP["m"]) if self.narrow else (SP["xl"], 18)
        self._sheet.setContentsMargins(side, top, side, top)
        for field in self.findChildren(FieldBox):
            field.show_hint(not self.narrow)
        for head in self.findChildren(PageHead):
            head.fit(width)
        self.shape_changed()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible() and self.isAncestorOf(new):
            QTimer.singleShot(0, self, self._show_focused)  # after a refusal has found its place

    def _show_focused(self) -> None:
        """The focused entry with its question, words and refusal; where that is too high, the entry itself."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused) or _seen_enough(focused):
            return
        whole: QWidget | None = focused
        while whole is not None and whole is not self and not isinstance(whole, FieldBox):
            whole = whole.parentWidget()
        if isinstance(whole, FieldBox) and whole.height() < self.area.viewport().height():
            self.area.ensureWidgetVisible(whole, 0, SP["s"])
        self.area.ensureWidgetVisible(focused, 0, SP["s"])


def _seen_enough(focused: QWidget) -> bool:
    """Whether it is a long list of which some rows are in sight: scrolling it whole into view would take the page's head away."""
    return isinstance(focused, QAbstractItemView) and focused.visibleRegion().boundingRect().height() >= _SOME_ROWS


def _takes_keys(piece: QWidget) -> bool:
    """Whether the keyboard can do something there: a list that went away hands it to the card or sentence in its place."""
    return piece.focusPolicy() != Qt.FocusPolicy.NoFocus


def _coming(piece: QWidget) -> bool:
    """Whether a piece was only just put in its place and shows in a moment."""
    return piece.isHidden() and not piece.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
