"""A list with a foot for the chosen line, or the words for an empty one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic

from PySide6.QtWidgets import QWidget

from kubebuku.i18n import _
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.row_foot import RowFoot, table_card
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Act, BookTable, Card, EmptyState, Label, column
from kubebuku.ui.widgets.flow import put_away
from kubebuku.ui.widgets.rows import Row
from kubebuku.ui.window import Window


class Listing(QWidget, Generic[Row]):
    """A table in its card. `acts` are for a line, `words` name it in the foot: its `name` where nothing else is said.

    empty       what stands there while there is no line; without it the table does
    key         the attribute that tells a line from others: the one that was chosen stays so when the rows are replaced
    first       the line that is chosen where none is; None for none
    foot_stays  whether the foot stands also beneath the words for an empty list
    """

    def __init__(
        self,
        table: BookTable[Row],
        empty: EmptyState | None,
        acts: Callable[[Row], Sequence[Act]],
        words: Callable[[Row], str] = lambda line: getattr(line, "name", ""),
        *,
        opened: Callable[[Row], object] | None = None,
        key: str = "",
        first: int | None = 0,
        foot_stays: bool = False,
    ) -> None:
        super().__init__()
        self.table, self.foot, self.empty = table, RowFoot(), empty or EmptyState("", "")
        self._acts, self._words, self._key, self._first, self._stays = acts, words, key, first, empty is None
        self.whole = Label("")
        self.whole.setContentsMargins(SP["l"], SP["s"], SP["l"], 0)
        beneath, sheet, nothing = QWidget(), QWidget(), Card()
        column(self.whole, self.foot, gap=0, inside=beneath)
        self._filled: QWidget = table if foot_stays else table_card(table, beneath)
        self._nothing: QWidget = self.empty if foot_stays else nothing
        if foot_stays:
            column(table, self.empty, gap=0, inside=sheet)
            column(table_card(sheet, beneath), inside=self)
        else:
            nothing.add(self.empty, fill=True)
            column(self._filled, nothing, inside=self)
        self._nothing.setVisible(False)
        table.when_chosen(self._chosen)
        table.set_menu(acts)
        if opened is not None:
            table.when_opened(opened)

    @property
    def filled(self) -> bool:
        """Whether there are lines."""
        return bool(self.table.model.rows)

    def show_rows(self, rows: Sequence[Row], totals: Mapping[str, object] | None = None) -> None:
        """Replace the rows; where there are none, `empty` is seen."""
        before = getattr(self.table.current(), self._key, None) if self._key else None
        seen, away = (self._filled, self._nothing) if rows or self._stays else (self._nothing, self._filled)
        put_away(away)
        seen.setVisible(True)
        self.table.show_rows(rows, totals)
        self.choose(before)
        if rows and self._first is not None and self.table.current() is None:
            self.table.select_at(self._first)
        self._chosen(self.table.current())

    def choose(self, key: object) -> bool:
        """Choose the first line of that key; whether there is one."""
        at = next((at for at, row in enumerate(self.table.model.rows) if getattr(row, self._key, None) == key), None)
        if key is not None and at is not None:
            self.table.select_at(at)
        return key is not None and at is not None

    def _chosen(self, line: Row | None) -> None:
        show_whole(self.whole, line)
        if line is None:
            self.foot.show_acts(_("Choose a line to see what can be done.") if self.filled else "", [])
        else:
            self.foot.show_acts(self._words(line), self._acts(line))


class ShortList(Card, Generic[Row]):
    """A list that is as high as its lines. Beneath it, who may write finds what can be done with the chosen line, and `more`.

    While there is no line, `nothing` (title and text) is said with the first of `more` in place of list and foot; without
    `nothing` the word "None" is, and the foot stays.
    """

    def __init__(
        self,
        window: Window,
        icon: str,
        table: BookTable[Row],
        acts: Callable[[Row], list[Act]] = lambda _line: [],
        words: Callable[[Row | None], str] = lambda _line: "",
        *,
        more: Sequence[Act] = (),
        nothing: tuple[str, str] | None = None,
    ) -> None:
        super().__init__(table.view.accessibleName(), icon=icon, flush=True)
        self.main = window
        self.table, self.foot, self.whole = table, RowFoot(), Label("")
        self.none = Label(_("None"), "soft")
        self.none.setContentsMargins(SP["l"], 0, SP["l"], SP["s"])
        self.empty = EmptyState(icon, "")
        self.whole.setContentsMargins(SP["l"], SP["s"], SP["l"], 0)
        self._icon, self._nothing, self._acts, self._words, self._more = icon, nothing, acts, words, more
        self.add(column(table, self.none, self.empty, self.whole, self.foot, gap=0))
        table.when_chosen(self._chosen)
        table.set_menu(acts)

    def show_rows(self, rows: Sequence[Row], *, first: int | None = None) -> None:
        """Replace the rows; where none is chosen then, the one at `first` is."""
        writable = open_book.writable(self.main)
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows and self._nothing is None)
        self.empty.setVisible(not rows and self._nothing is not None)
        if self._nothing is not None:
            self.empty.show_state(self._icon, *self._nothing, self._more[:1] if writable else ())
        self.table.show_rows(rows)
        if rows and first is not None and self.table.current() is None:
            self.table.select_at(first)
        self.foot.setVisible(writable and (bool(rows) or self._nothing is None))
        self._chosen(self.table.current())

    def _chosen(self, line: Row | None) -> None:
        show_whole(self.whole, line)
        self.foot.show_acts(self._words(line), [*(self._acts(line) if line is not None else ()), *self._more])


#: Signs after which a line of a table may not show them all.
LONG = 60


def show_whole(label: Label, line: object) -> None:
    """The words of a line that are longer than its row."""
    text = str(getattr(line, "text", ""))
    label.setText(text)
    label.setVisible(len(text) > LONG or "\n" in text)
