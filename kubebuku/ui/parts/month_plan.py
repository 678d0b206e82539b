"""What a month would write for everybody or everything at once: looked at line by line, then written with one press."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic

from PySide6.QtWidgets import QWidget

from kubebuku.books.spec import Command, Outcome, Query
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, rupiah, say
from kubebuku.ui import places
from kubebuku.ui.mending import mend
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.row_foot import with_empty
from kubebuku.ui.widgets import Act, BookTable, Card, ColumnSpec, EmptyState, FlowRow, MainButton, MessageStrip, MonthPicker
from kubebuku.ui.widgets.rows import Row
from kubebuku.ui.window import Window


@dataclass(frozen=True)
class MonthPlan(Generic[Row]):
    """The lines with their sums and the amount to be written; without lines the title and the text that say why."""

    subtitle: str
    lines: Sequence[Row]
    totals: Mapping[str, object]
    amount: Rupiah
    icon: str = "benar"
    title: str = ""
    text: str = ""
    acts: Sequence[Act] = field(default_factory=tuple)


class MonthPlanPage(BookPage, Generic[Row]):
    """A month looked at. Subclasses say what is asked and what is written."""

    def __init__(self, window: Window, title: str, columns: Sequence[ColumnSpec[Row]], *, until: Month) -> None:
        super().__init__(window, title, back=window.back)
        self.plan: MonthPlan[Row] | None = None
        self.write = MainButton("", "simpan", self._write)
        self.head.add(self.write)
        self.month = MonthPicker(until, first=min(open_book.first_month(window), until), last=until)
        self.strip = MessageStrip()
        self.table = BookTable(columns, name=title)
        self.table.when_opened(self.open_line)
        self.empty = EmptyState("benar", "")
        sheet = Card(flush=True)
        sheet.add(self.table, fill=True)
        self.stack = with_empty(sheet, self.empty)
        self.add(self.head, FlowRow(self.month), self.strip, self.stack, fill=True)
        self.month.changed.connect(lambda _month: self._asked())

    @abstractmethod
    def question(self, month: Month) -> Query[Any]:
        """What the book is asked."""

    @abstractmethod
    def planned(self, answer: Any) -> MonthPlan[Row]:
        """The answer as it is shown."""

    @abstractmethod
    def command(self, month: Month) -> Command:
        """What is written."""

    def open_line(self, line: Row) -> None:
        """Enter on a line."""

    def arrive(self, place: places.Depreciation | places.SavingsFee) -> None:
        """Show the month asked for."""
        self.strip.clear()
        if place.month is not None:
            self.month.set_value(place.month)

    def first_focus(self) -> QWidget | None:
        """The months."""
        return self.month

    def _asked(self) -> None:
        self.strip.clear()
        self.refresh()

    def refresh(self) -> None:
        """Ask what the month would write."""
        self.main.session.ask(self, self.question(self.month.value()), self._show)

    def _show(self, answer: object) -> None:
        self.plan = plan = self.planned(answer)
        self.head.say(self.title, plan.subtitle)
        self.write.say(_("Write {amount}").format(amount=rupiah(plan.amount)))
        self.write.setVisible(open_book.writable(self.main) and bool(plan.lines))
        self.stack.setCurrentIndex(0 if plan.lines else 1)
        if plan.lines:
            self.table.show_rows(plan.lines, plan.totals)
        else:
            self.empty.show_state(plan.icon, plan.title, plan.text, plan.acts)

    def _write(self) -> None:
        if self.plan is not None and self.main.agree_clock():
            self.main.session.run(self, self.command(self.month.value()), self._written, self._refused)

    def _written(self, outcome: Outcome) -> None:
        title = say(outcome.said) if outcome.said is not None else _("Saved")
        text = _("Voucher {number}.").format(number=outcome.number) if outcome.number else ""
        acts: list[Act] = []
        if outcome.entry is not None:
            acts.append((_("Undo"), partial(mend.undo, self.main, outcome.entry), "urungkan"))
        self.strip.show_message("ok", title, text, acts)

    def forget_saved(self) -> None:
        """What was written has been struck out since."""
        self.strip.clear()

    def _refused(self, refusal: RuleBroken) -> None:
        self.strip.show_refusal(refusal)
