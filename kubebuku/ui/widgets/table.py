"""A book on screen: head on wash, hairlines, figures at the right, totals pinned beneath with the same widths."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy

from kubebuku.i18n import _, figure
from kubebuku.ui import icons, theme
from kubebuku.ui.tokens import ROW
from kubebuku.ui.widgets.acts import Act
from kubebuku.ui.widgets.cells import PAD
from kubebuku.ui.widgets.flow import column
from kubebuku.ui.widgets.rows import SOFT, ColumnSpec, Row, RowModel, RowStyle, usual_style, write
from kubebuku.ui.widgets.tableview import Foot, RowView

_LEAST_STRETCH = 150  # px at 100 % of the stretching column, below which the text becomes a caption
_NARROWEST = 125  # and below which columns that may be dropped are
_FLOOR = 80  # and below which the columns scroll


class BookTable(QFrame, Generic[Row]):
    """A table of rows with pinned totals.

    ``BookTable(columns, name=..., row=34)``, then ``show_rows(rows, totals={"out": 4670000, "text": "Jumlah"})``.
    `chosen` carries the current row (None without one), `opened` the row of Enter or a double click.
    ``set_menu(lambda row: [(words, act, icon), ...])`` gives Shift+F10 and the right click their list. ``head=False`` is for a
    short list whose columns speak for themselves. `soft` says which rows are in soft ink; `style` says all of a row's look.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        columns: Sequence[ColumnSpec[Row]],
        *,
        name: str,
        row: int = ROW,
        style: Callable[[Row], RowStyle] | None = None,
        soft: Callable[[Row], object] = lambda _row: False,
        grows: bool = False,
        head: bool = True,
    ) -> None:
        super().__init__()
        self._row = row
        self._headed = head
        self._hidden: frozenset[str] = frozenset()
        self._dropped: frozenset[str] = frozenset()
        self._grows = grows
        self.model = RowModel(columns, style or (lambda row: SOFT if soft(row) else usual_style(row)))
        self.view = RowView(self.model)
        self.view.setAccessibleName(name)
        self.foot = Foot(self.view)
        self.foot.setVisible(False)
        stack = column(gap=0, inside=self)
        stack.addWidget(self.view, 1)
        stack.addWidget(self.foot)
        self.setFocusProxy(self.view)
        self._menu: Callable[[Row], Sequence[Act]] | None = None
        self._widest: list[str] = [""] * len(self.model.columns)
        self.view.opened.connect(self.opened)
        self.view.resized.connect(self._spread)
        self.view.menu_wanted.connect(self._open_menu)
        self.view.selectionModel().currentRowChanged.connect(lambda now, _before: self._choose(now))
        self._measure()
        theme.follow(self._measure)
        self.view.horizontalHeader().setVisible(head)
        if grows:
            self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed if grows else QSizePolicy.Policy.Expanding)

    def show_rows(self, rows: Sequence[Row], totals: Mapping[str, object] | None = None, *, keep: bool = True) -> None:
        """Replace the rows. Totals go by column key (words or figures). With `keep` an equal row stays chosen."""
        before = self.current() if keep else None
        place = self.view.verticalScrollBar().value() if keep else 0
        self.model.show_rows(rows)
        self._widest = [self._widest_of(number) for number in range(len(self.model.columns))]
        self.foot.cells = totals or {}
        self.foot.setVisible(bool(totals))
        self._measure()
        if before is not None and before in rows:
            self.select(before)
        self.view.verticalScrollBar().setValue(place)

    def current(self) -> Row | None:
        """The chosen row, None without one."""
        at = self.view.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def select(self, row: Row) -> bool:
        """Choose an equal row and scroll to it; False if there is none."""
        for number, other in enumerate(self.model.rows):
            if other == row:
                self.select_at(number)
                return True
        return False

    def select_at(self, number: int) -> None:
        """Choose the row at `number`, from 0; -1 is the last."""
        at = range(len(self.model.rows))[number]
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().setCurrentIndex(self.model.index(at, 0), flags)
        self.view.scrollTo(self.model.index(at, 0))

    def hide_columns(self, *keys: str) -> None:
        """Leave these columns out (a narrow window); without any all are shown."""
        hidden = frozenset(keys)
        if hidden != self._hidden:
            self._hidden = hidden
            self._hide()
            self._measure()

    def _hide(self) -> None:
        for number, spec in enumerate(self.model.columns):
            self.view.setColumnHidden(number, spec.key in self._hidden or spec.key in self._dropped)

    def when_chosen(self, act: Callable[[Row | None], object]) -> None:
        """Call `act` with the chosen row whenever another is chosen, with None where none is."""
        self.chosen.connect(act)

    def when_opened(self, act: Callable[[Row], object]) -> None:
        """Call `act` with the row of Enter or a double click."""
        self.opened.connect(act)

    def set_menu(self, acts: Callable[[Row], Sequence[Act]]) -> None:
        """What can be done with a row, asked when the list opens."""
        self._menu = acts

    def sizeHint(self) -> QSize:
        """All rows where the table grows with them; else head, four rows and totals, and what the page has to give."""
        rows = len(self.model.rows) if self._grows else 4
        foot = self.foot.height() if not self.foot.isHidden() else 0
        across = self.view.horizontalScrollBar()
        bar = across.sizeHint().height() if across.maximum() > 0 else 0
        return QSize(theme.current().w(420), self._head() + rows * self._height() + foot + bar + 2)

    def minimumSizeHint(self) -> QSize:
        """The same height; columns shrink, then scroll inside."""
        return QSize(120, self.sizeHint().height())

    def _head(self) -> int:
        if not self._headed:
            return 0
        now = theme.current()
        lines = 1
        for number, spec in enumerate(self.model.columns):
            if spec.key in self._hidden or spec.key in self._dropped:
                continue
            room = self.view.columnWidth(number) - 2 * PAD
            lines = max(
                lines,
                2
                if " " in self.model.title(number)
                and now.metrics("caption", bold=True).horizontalAdvance(self.model.title(number)) > room
                else 1,
            )
        return now.h(34, "caption", 17) + (lines - 1) * now.metrics("caption").height()

    def _height(self) -> int:
        return theme.current().h(self._row, "body", 12)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.rows[index.row()] if index.isValid() else None)

    def _open_menu(self, row: Row, at: QPoint) -> None:
        acts = self._menu(row) if self._menu else ()
        if not acts:
            return
        menu = QMenu(self)
        menu.setAccessibleName(_("What can be done with the chosen line"))
        for words, act, icon in acts:
            action = menu.addAction(words.replace("&", "&&"))
            if icon:
                action.setIcon(icons.icon(icon, theme.current().c.ink, round(20 * theme.current().text)))
            action.triggered.connect(lambda _checked=False, do=act: do())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _widest_of(self, number: int) -> str:
        """The longest figure of a money column: its largest or its smallest."""
        spec = self.model.columns[number]
        if not spec.money:
            return ""
        values = [value for value in self.model.values(number) if isinstance(value, int)]
        return max((write(spec, max(values)), write(spec, min(values))), key=len) if values else ""

    def _measure(self) -> None:
        self.view.verticalHeader().setDefaultSectionSize(self._height())
        self.foot.setFixedHeight(theme.current().h(38, "body", 16))
        self._spread()
        self.updateGeometry()

    def _spread(self) -> None:
        room = self.view.viewport().width()
        stretch = self._stretching()
        least = theme.current().w(_NARROWEST)
        fixed, role = self._widths("body")
        dropped: set[str] = set()
        if stretch is not None and sum(fixed) + theme.current().w(_LEAST_STRETCH) > room:
            fixed, role = self._widths("caption")
            for number, spec in sorted(enumerate(self.model.columns), key=lambda one: -one[1].drop):
                if spec.drop and fixed[number] and sum(fixed) + least > room:
                    dropped.add(spec.key)
                    fixed[number] = 0
        self.view.font_role = role
        if dropped != self._dropped:
            self._dropped = frozenset(dropped)
            self._hide()
        left = max(theme.current().w(_FLOOR), room - sum(fixed))
        for number, width in enumerate(fixed):
            if width or number == stretch:
                self.view.setColumnWidth(number, left if number == stretch else width)
        if self._headed:
            self.view.horizontalHeader().setFixedHeight(self._head())
        self.foot.update()

    def _widths(self, role: str) -> tuple[list[int], str]:
        now = theme.current()
        share = now.px(role) / now.px("body")
        stretch = self._stretching()
        widths = []
        for number, spec in enumerate(self.model.columns):
            if number == stretch or spec.key in self._hidden:
                widths.append(0)
                continue
            total = self.foot.cells.get(spec.key)
            words = [self._widest[number]]
            if spec.money and isinstance(total, int):
                words.append(figure(total))
            widest = max(now.metrics(role, bold=spec.bold or spec.money).horizontalAdvance(text) for text in words)
            head = max(
                (now.metrics("caption", bold=True).horizontalAdvance(word) for word in self.model.title(number).split()),
                default=0,
            )
            widths.append(max(round(now.w(spec.least or 120) * share), widest + 2 * PAD + 2 if widest else 0, head + 2 * PAD + 2))
        return widths, role

    def _stretching(self) -> int | None:
        columns = self.model.columns
        wished = [number for number, spec in enumerate(columns) if spec.stretch]
        texts = [number for number, spec in enumerate(columns) if spec.kind == "text" and not spec.width]
        return next(iter(wished or texts), None)
