"""Rules of a book with their history: what holds now, since when, by which decision, and what held before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout

from kubebuku.ui.parts.row_foot import RowFoot
from kubebuku.ui.widgets import Act, BookTable, Card, ColumnSpec, EmptyState, RowStyle
from kubebuku.ui.widgets.rows import BOLD, PLAIN, SOFT

Rule = TypeVar("Rule")


class RuleHistory(Card, Generic[Rule]):
    """``show_rules(rows, acts)``: the rule in force is bold, those it took the place of are soft."""

    def __init__(
        self,
        title: str,
        icon: str,
        columns: Sequence[ColumnSpec[Rule]],
        *,
        nothing: str,
        in_force: Callable[[Rule], bool],
        acts: Sequence[Act],
    ) -> None:
        super().__init__(title, icon=icon, flush=True)
        self.rows: Sequence[Rule] = ()
        self._in_force = in_force
        self._over: frozenset[int] = frozenset()
        self._acts = acts
        self.table = BookTable(columns, name=title, grows=True, style=self._style)
        self.empty = EmptyState(icon, nothing, "", acts[:1])
        self.foot = RowFoot()
        inside = QVBoxLayout()
        inside.addWidget(self.table)
        inside.addWidget(self.empty)
        inside.addWidget(self.foot)
        self.add(inside)

    def show_rules(self, rows: Sequence[Rule], *, writable: bool) -> None:
        """Replace the rules, the newest first."""
        self.rows = rows
        first = next((number for number, row in enumerate(rows) if self._in_force(row)), len(rows))
        self._over = frozenset(id(row) for row in rows[first + 1 :])
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.foot.setVisible(bool(rows) and writable)
        self.foot.show_acts("", self._acts if writable else ())

    def _style(self, row: Rule) -> RowStyle:
        if id(row) in self._over:
            return SOFT
        return BOLD if self._in_force(row) else PLAIN
