"""Pages with tabs: one way to ask for a tab, and lists that are built and asked for only when somebody looks at them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.i18n import _
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.tab_sheets import Sheets
from kubebuku.ui.widgets import TabRow
from kubebuku.ui.widgets.mnemonics import give_mnemonics
from kubebuku.ui.window import Window

Tab = TypeVar("Tab", bound=str)
Shown = TypeVar("Shown")


class TabbedPage(BookPage, Generic[Tab]):
    """A place with a `tab` shows that tab. The tabs are given as (key, msgid)."""

    def __init__(
        self,
        window: Window,
        title: str,
        tabs: Sequence[tuple[Tab, str]],
        subtitle: str = "",
        *,
        back: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(window, title, subtitle, back=back)
        self._keys = tuple(key for key, _words in tabs)
        self.tabs = TabRow([(key, _(words)) for key, words in tabs], title)
        self.tabs.chosen.connect(lambda _tab: self.tab_chosen())

    @property
    def tab(self) -> Tab:
        """The tab shown."""
        return self._keys[self._keys.index(self.tabs.value())]

    def arrive(self, place: Any) -> None:
        """Show the tab asked for."""
        if place.tab is not None:
            self.tabs.set_value(place.tab)

    def tab_chosen(self) -> None:
        """Called when a person has chosen another tab."""


class SheetsPage(TabbedPage[Tab], Generic[Tab, Shown]):
    """Behind each tab a sheet of its own, built when it is first shown; `sheets` is the place for it.

    `shown` holds what the books answered so far. A tab's part of it is asked for when the tab is first shown and, after a
    change of the books, when it is shown again; `redraw` is called once the part of the tab shown is there.
    """

    def __init__(self, window: Window, title: str, tabs: Sequence[tuple[Tab, str]]) -> None:
        super().__init__(window, title, tabs)
        self.shown: Shown | None = None
        self.sheets = Sheets()
        self._places: dict[Tab, int] = {}
        self._answered: set[Tab] = set()

    @abstractmethod
    def sheet(self, tab: Tab) -> QWidget:
        """Build what stands behind `tab`; called once for each."""

    @abstractmethod
    def question(self, tab: Tab, known: Shown | None) -> Callable[[Office], Shown]:
        """What asks for the part of `tab` and adds it to what is `known`; None: ask anew for all that the page shows of it."""

    @abstractmethod
    def redraw(self, shown: Shown, tab: Tab) -> None:
        """Draw the page and the sheet of `tab`."""

    def is_built(self, tab: Tab) -> bool:
        """Whether the sheet of `tab` has been seen."""
        return tab in self._places

    def refresh(self) -> None:
        """Ask anew for the tab shown; the others are asked again when they are shown."""
        self._answered.clear()
        self._ask()

    def tab_chosen(self) -> None:
        """Show the sheet of the tab, asking for it where nothing was asked since the books changed."""
        if self.tab in self._answered:
            self._draw()
        else:
            self._ask()

    def show_tab(self, tab: Tab) -> None:
        """Go to another tab."""
        self.tabs.set_value(tab)
        self.tab_chosen()

    def filter_changed(self) -> None:
        """Draw anew what is known already: another search, another tick."""
        if self.tab in self._answered:  # else the answer is on its way
            self._draw()

    def _ask(self) -> None:
        tab = self.tab
        known = self.shown if self._answered else None
        self.main.session.read(self, self.question(tab, known), lambda shown: self._show(tab, shown))

    def _show(self, tab: Tab, shown: Shown) -> None:
        self._answered.add(tab)
        self.shown = shown
        self._draw()

    def _draw(self) -> None:
        shown, tab = self.shown, self.tab
        if shown is None or tab not in self._answered:
            return
        if tab not in self._places:
            self._places[tab] = self.sheets.addWidget(self.sheet(tab))
        self.sheets.setCurrentIndex(self._places[tab])
        self.shape_changed()
        self.redraw(shown, tab)
        if self.isVisible():
            self._hold_focus()
            QTimer.singleShot(0, self, lambda: give_mnemonics(self))  # buttons made just now are shown in a moment
