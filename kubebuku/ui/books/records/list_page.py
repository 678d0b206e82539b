"""What the books without money share: a list by month and year with its search, struck rows, the paper."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, ClassVar, Protocol, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from kubebuku.app.office import Office
from kubebuku.books.attachments.commands import Owner
from kubebuku.books.attachments.queries import AttachmentCounts
from kubebuku.books.spec import Changed, Form, Outcome, Query
from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_
from kubebuku.i18n import _, month_name
from kubebuku.ui import places, theme
from kubebuku.ui.forms.dialog import ask_form, tell
from kubebuku.ui.paper.book_print import print_paper
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.row_foot import RowFoot, show_unfound, table_card, with_empty
from kubebuku.ui.parts.year_picker import YearPicker
from kubebuku.ui.widgets import (
    Act,
    BookTable,
    Button,
    CheckBox,
    ColumnSpec,
    EmptyState,
    FlowRow,
    MainButton,
    MonthPicker,
    PickRow,
    SearchField,
    Sign,
    TabRow,
)
from kubebuku.ui.window import Window

YEAR, MONTH, ALL = "year", "month", "all"


class Row(Protocol):
    """What the rows of these books have in common. `struck` is the reason of a row that was struck out."""

    @property
    def id(self) -> int: ...
    @property
    def year(self) -> int: ...
    @property
    def on(self) -> date: ...
    @property
    def struck(self) -> str | None: ...


class RecordBook(BookPage):
    """The list. A book names itself by the class attributes and says in the hooks what is its own.

    `sheets` are its lists by key (letters that came, letters that went), each with its words and columns.
    """

    nav = "bukulain"
    watches = Changed.RECORDS | Changed.MEETINGS | Changed.PEOPLE
    #: as `reports.catalog.BOOKS_ALONE` calls it; the page of a row
    book: ClassVar[str]
    one: ClassVar[type[places.Guest | places.Letter | places.Activity]]
    owner: ClassVar[Owner]
    words: ClassVar[str]
    icon: ClassVar[str]
    seek: ClassVar[str]
    nothing: ClassVar[str]
    about: ClassVar[str]
    #: columns that the row's own page has too, each with the effective width from which there is room for it
    spare: ClassVar[tuple[tuple[str, int], ...]]

    def __init__(self, window: Window, sheets: Sequence[tuple[str, str, Sequence[ColumnSpec[Any]]]], new: Sequence[Act]) -> None:
        super().__init__(window, _(self.words), back=window.back)
        self.rows: tuple[Row, ...] = ()
        self.photos: Mapping[int, int] = {}
        self.new = new
        self.wanted: int | None = None
        self.print = Button(_("Print"), "cetak", self.print_shown)
        self.head.add(self.print, secondary=True)
        self.others = [Button(words, icon, press) for words, press, icon in new[1:]]
        for button in self.others:
            self.head.add(button, secondary=True)
        self.make = MainButton(new[0][0], new[0][2], new[0][1])
        self.head.add(self.make)
        self.tabs = TabRow([(key, words) for key, words, _columns in sheets], _(self.words))
        self.tabs.setVisible(len(sheets) > 1)
        first, last = open_book.first_month(window), open_book.last_month(window)
        self.span = PickRow([(YEAR, _("One year")), (MONTH, _("One month")), (ALL, _("All"))], _("How much is shown"))
        self.year = YearPicker(last.year, first=first.year, last=max(last.year, first.year))
        self.month = MonthPicker(last, first=first, last=last)
        self.search = SearchField(_(self.seek), _("Search"))
        self.struck = CheckBox(_("Show what was struck out"), checked=True)
        self.tools = FlowRow(self.span, self.year, self.month, self.search, self.struck)
        self.tables = {
            key: BookTable([*columns, ColumnSpec("id", N_("Photos"), "soft", 64, read=self._photo)], name=words)
            for key, words, columns in sheets
        }
        self.lists = QStackedWidget()
        for table in self.tables.values():
            self.lists.addWidget(table)
        self.foot = RowFoot()
        self.empty = EmptyState(self.icon, "")
        self.stack = with_empty(table_card(self.lists, self.foot), self.empty)
        self.add(self.head, self.tabs, *self.above(), self.tools, self.stack, fill=True)
        self._connect()

    def _connect(self) -> None:
        for signal in (self.tabs.chosen, self.span.chosen, self.year.changed, self.month.changed, self.search.searched):
            signal.connect(lambda _value: self.redraw())
        self.struck.toggled.connect(lambda _on: self.redraw())
        for table in self.tables.values():
            table.when_chosen(self._chosen)
            table.when_opened(self._open)
            table.set_menu(self.acts)

    # what a book says of itself

    def above(self) -> Sequence[QWidget]:
        """What stands over the list."""
        return ()

    @abstractmethod
    def query(self) -> Query[Any]:
        """All rows, struck ones too."""

    def sheet_of(self, row: Any) -> str:
        """In which list it stands."""
        return next(iter(self.tables))

    def kept(self, row: Any) -> bool:
        """Whether a row is wanted by a filter of the book's own."""
        return True

    @abstractmethod
    def texts(self, row: Any) -> Sequence[object]:
        """What the search looks into."""

    @abstractmethod
    def acts(self, row: Any) -> list[Act]:
        """What can be done with a row, the likeliest first."""

    @abstractmethod
    def called(self, row: Any) -> str:
        """A row in a few words."""

    # asking and showing

    def shape_changed(self) -> None:
        """Where there is little room the row's own page has the rest."""
        self._fit_columns()

    def _fit_columns(self) -> None:
        width = self.width() / theme.current().text
        left_out = {key for key, least in self.spare if width < least} | (set() if self.photos else {"id"})
        for table in self.tables.values():
            table.hide_columns(*(spec.key for spec in table.model.columns if spec.key in left_out))

    def arrive(self, place: Any) -> None:
        """Show the year of today, or the row asked for."""
        self.wanted = place.row if place.row is not None else self.wanted

    @property
    def table(self) -> BookTable[Any]:
        """The list shown."""
        return self.tables[cast("str", self.tabs.value())] if len(self.tables) > 1 else next(iter(self.tables.values()))

    def first_focus(self) -> QWidget | None:
        """The list; where that is empty, what is done first."""
        return self.table if self.stack.currentIndex() == 0 else None

    def refresh(self) -> None:
        """Ask for all rows and their photos."""
        asked, counts = self.query(), AttachmentCounts(self.owner)

        def work(office: Office) -> tuple[tuple[Row, ...], dict[int, int]]:
            return office.ask(asked), office.ask(counts)

        self.main.session.read(self, work, lambda found: self.show_rows(*found))

    def show_rows(self, rows: tuple[Row, ...], photos: Mapping[int, int]) -> None:
        """Show other rows."""
        self.rows = rows
        self.photos = photos
        wanted = next((row for row in rows if row.id == self.wanted), None)
        if wanted is not None and not self._in_span(wanted):
            self.span.set_value(YEAR)
            self.year.set_value(wanted.year)
            if not self._in_span(wanted):
                self.span.set_value(ALL)
        self._fit_columns()
        writable = open_book.writable(self.main)
        self.make.setVisible(writable)
        for button in self.others:
            self.head.offer(button, writable)
        self.head.offer(self.print, bool(rows))
        self.redraw()

    def _in_span(self, row: Row) -> bool:
        span = self.span.value()
        if span == MONTH:
            return Month.of(row.on) == self.month.value()
        return span == ALL or row.year == self.year.value()

    def redraw(self) -> None:
        """Pick from the rows what is wanted."""
        span = self.span.value()
        self.year.setVisible(span == YEAR)
        self.month.setVisible(span == MONTH)
        sheet = next(key for key, table in self.tables.items() if table is self.table)
        sought = self.search.text().casefold().split()
        rows = [row for row in self.rows if self.sheet_of(row) == sheet and self._in_span(row) and self.kept(row)]
        gone = sum(row.struck is not None for row in rows)
        rows = [row for row in rows if (self.struck.value() or row.struck is None) and self._matches(row, sought)]
        self.struck.setVisible(bool(gone) or not self.struck.value())
        self.lists.setCurrentWidget(self.table)
        self.stack.setCurrentIndex(0 if rows else 1)
        if not rows:
            self._show_empty()
            return
        before = self.wanted if self.wanted is not None else getattr(self.table.current(), "id", None)
        self.wanted = None
        self.table.show_rows(rows)
        at = next((at for at, row in enumerate(rows) if row.id == before), len(rows) - 1)
        self.table.select_at(at)
        self._chosen(self.table.current())
        QTimer.singleShot(0, self, self._keep_in_view)

    def _keep_in_view(self) -> None:
        """Once everything has its size: the chosen line is seen whole."""
        self.table.view.scrollTo(self.table.view.currentIndex())

    def _matches(self, row: Row, sought: Sequence[str]) -> bool:
        text = " ".join(str(part) for part in self.texts(row) if part).casefold()
        return all(word in text for word in sought)

    def _show_empty(self) -> None:
        wider: list[Act] = []
        if self.span.value() != ALL and self.rows:
            wider.append((_("Show all years"), self.show_all, "kalender"))
        if self.search.text().strip():
            show_unfound(self.empty, self.search, wider)
            return
        making = list(self.new) if open_book.writable(self.main) else []
        title, text = (self.nothing_here(), "") if self.rows else (_(self.nothing), _(self.about))
        self.empty.show_state(self.icon, title, text, [*making, *wider])

    def nothing_here(self) -> str:
        """What is said where other months have rows."""
        if self.span.value() == MONTH:
            return _("Nothing is written for {when}").format(when=month_name(self.month.value()))
        return _("Nothing is written for {when}").format(when=self.year.value())

    def show_all(self) -> None:
        """Everything that was ever written."""
        self.span.set_value(ALL)
        self.redraw()

    def _photo(self, line: Row) -> object:
        count = self.photos.get(line.id, 0)
        return Sign("foto", str(count)) if count else ""

    def _chosen(self, line: Row | None) -> None:
        if line is None:
            self.foot.show_acts(_("Choose a line to see what can be done."), [])
        else:
            self.foot.show_acts(self.called(line), self.acts(line))

    def _open(self, line: Row) -> None:
        self.main.go(self.one(row=line.id))

    def written(self, outcome: Outcome) -> None:
        """Look at what was written just now."""
        self.wanted = outcome.made.get(self.owner.value)
        self.refresh()
        tell(self.main, outcome)

    def look(self, row: Row) -> Act:
        """The act that opens the row's own page."""
        return (_("Look"), partial(self._open, row), self.icon)

    # printing

    def print_shown(self) -> None:
        """What is shown: a month, a year, or everything; a page for each month."""
        if not self.rows:
            return
        first, last = open_book.first_month(self.main), open_book.last_month(self.main)
        if self.span.value() == MONTH:
            first = last = self.month.value()
        elif self.span.value() == YEAR:
            year = self.year.value()
            first, last = max(first, Month(year, 1)), min(last, Month(year, 12))
        else:
            first = min(first, *(Month.of(row.on) for row in self.rows))
        print_paper(self.main, self, "kubebuku.reports.record_months:build", name=self.book, first=min(first, last), last=last)


def changes(window: Window, row: Row, change: Callable[[], object], strike: Callable[[], object]) -> list[Act]:
    """What can be written about a row; nothing where it was struck out or the book is only read."""
    if row.struck is not None or not open_book.writable(window):
        return []
    return [(_("Change"), change, "catat"), (_("Strike out"), strike, "urungkan")]


def strike_out(window: Window, form: Form, values: Mapping[str, object], number: int, what: str) -> None:
    """Ask why the row of that number is struck out."""
    title = _("Strike out number {number}, {what}?").format(number=number, what=what)
    text = _("It stays readable with its number, crossed out.")
    ask_form(window, form, values, title=title, text=text, main=_("Strike out"))
