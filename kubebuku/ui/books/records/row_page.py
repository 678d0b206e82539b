"""What the books without money share: the page of one row, with everything written in it, its photos and papers."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from kubebuku.books.attachments.commands import Owner
from kubebuku.books.spec import Changed, Query
from kubebuku.i18n import _
from kubebuku.ui import places
from kubebuku.ui.books.attachments.card import AttachedCard
from kubebuku.ui.books.records.list_page import Row
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.widgets import Act, ActRow, Card, Chip, ChipSpec, Columns, FlowRow, Label, clear, column
from kubebuku.ui.window import Window


class OneRecord(BookPage):
    """``go(key, row=3)``: one row with everything written in it, and its photos and papers."""

    nav = "bukulain"
    watches = Changed.RECORDS | Changed.MEETINGS | Changed.PEOPLE
    back_to: ClassVar[type[places.Guests | places.Letters | places.Activities]]
    owner: ClassVar[Owner]
    words: ClassVar[str]
    icon: ClassVar[str]

    def __init__(self, window: Window) -> None:
        super().__init__(window, _(self.words), back=lambda: window.go(self.back_to(row=self.row)))
        self.row = 0
        self.chip = Chip("soft", "")
        self.chips = FlowRow(self.chip)
        self.buttons = ActRow()
        self.facts = Card(_("What is written"), icon=self.icon)
        self.fact_list = column()
        self.facts.add(self.fact_list)
        self.attached = AttachedCard(window, self.owner)
        columns = Columns(1, 1)
        columns.add(self.facts, 0, 0)
        columns.add(self.attached, 1, 1)
        self.add(self.head, self.chips, self.buttons, columns)

    @abstractmethod
    def query(self, row: int) -> Query[Any]:
        """The row."""

    @abstractmethod
    def title_of(self, row: Any) -> tuple[str, str]:
        """Title and the line beneath."""

    @abstractmethod
    def facts_of(self, row: Any) -> Sequence[tuple[str, str | None]]:
        """What is written, in the order of the paper book."""

    @abstractmethod
    def acts(self, row: Any) -> Sequence[Act]:
        """What can be done."""

    def state_of(self, row: Any) -> ChipSpec | None:
        """Struck out, or what else is to be seen at once."""
        return ChipSpec("soft", _("Struck out: {reason}").format(reason=row.struck), "urungkan") if row.struck else None

    def arrive(self, place: Any) -> None:
        """Show the row asked for."""
        if place.row is not None:
            self.row = place.row

    def refresh(self) -> None:
        """Ask for it."""
        if self.row:
            self.main.session.ask(self, self.query(self.row), self._show)

    def _show(self, row: Row) -> None:
        self.head.say(*self.title_of(row))
        state = self.state_of(row)
        self.chips.setVisible(state is not None)
        if state is not None:
            self.chip.show_chip(state)
        acts = self.acts(row)
        self.buttons.setVisible(bool(acts))
        self.buttons.show_acts(acts)
        clear(self.fact_list)
        for words, value in self.facts_of(row):
            pair = QWidget()
            column(Label(words, "caption"), Label(value or "–"), gap=0, inside=pair)
            self.fact_list.addWidget(pair)
        self.attached.show_owner(row.id)
