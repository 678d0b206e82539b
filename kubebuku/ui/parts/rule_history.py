"""Rules of a book with their history: what holds now, since when, by which decision, and what held before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from kubebuku.ui.parts.listing import ShortList
from kubebuku.ui.widgets import Act, BookTable, ColumnSpec, RowStyle
from kubebuku.ui.widgets.rows import BOLD, PLAIN, SOFT
from kubebuku.ui.window import Window

Rule = TypeVar("Rule")


class RuleHistory(ShortList[Rule]):
    """``show_rules(rows)``: the rule in force is bold, those it took the place of are soft."""

    def __init__(
        self,
        window: Window,
        title: str,
        icon: str,
        columns: Sequence[ColumnSpec[Rule]],
        *,
        nothing: str,
        in_force: Callable[[Rule], bool],
        acts: Sequence[Act],
    ) -> None:
        self.rows: Sequence[Rule] = ()
        self._in_force = in_force
        self._over: frozenset[int] = frozenset()
        table = BookTable(columns, name=title, grows=True, style=self._style)
        super().__init__(window, icon, table, more=acts, nothing=(nothing, ""))

    def show_rules(self, rows: Sequence[Rule]) -> None:
        """Replace the rules, the newest first."""
        self.rows = rows
        first = next((number for number, row in enumerate(rows) if self._in_force(row)), len(rows))
        self._over = frozenset(id(row) for row in rows[first + 1 :])
        self.show_rows(rows)

    def _style(self, row: Rule) -> RowStyle:
        if id(row) in self._over:
            return SOFT
        return BOLD if self._in_force(row) else PLAIN
