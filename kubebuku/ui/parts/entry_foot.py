"""Under a book: which entry is chosen, who wrote it when, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from PySide6.QtWidgets import QSizePolicy, QWidget

from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _
from kubebuku.ui import places, theme
from kubebuku.ui.mending import mend
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.wording import written
from kubebuku.ui.tokens import SP, TARGET
from kubebuku.ui.widgets import Act, BookTable, Button, FlowRow, Icon, Label, row
from kubebuku.ui.window import Window


class EntryLine(Protocol):
    """A line that is an entry."""

    @property
    def entry(self) -> int: ...
    @property
    def number(self) -> str: ...
    @property
    def on(self) -> date: ...


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """The first line of a book, in bold: what was there before. Its other columns are blank."""

    description: str
    balance: Rupiah
    on: date | None = None
    opening: bool = True

    def __getattr__(self, column: str) -> None:
        if column.startswith("_"):
            raise AttributeError(column)


class ChosenEntry(QWidget):
    """*Dipilih: BKM/2026/0192, ditulis Citra 19/11 pukul 16.20*, then Ubah, Urungkan, Cerita; in a closed month a lock.

    It follows its table: the entry chosen there, its own page on Enter, the acts in the list at the row.
    """

    def __init__(self, window: Window, table: BookTable[Any]) -> None:
        super().__init__()
        self.main = window
        self.table = table
        self.row: EntryLine | None = None
        self._closed: Month | None = None
        self.sign = Icon("info", 18, "ink_soft")
        self.words = Label("", "caption")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # the buttons come first
        self.amend = Button(_("Change"), "catat", self._amend)
        self.undo = Button(_("Undo"), "urungkan", self._undo)
        self.story = Button(_("Story"), "cerita", self.tell)
        buttons = FlowRow(self.amend, self.undo, self.story, right=True)
        line = row(self.sign, self.words, buttons)
        line.setContentsMargins(SP["l"], SP["xs"], SP["m"], SP["xs"])
        self.setLayout(line)
        self.show_row(None)
        self._fit()
        theme.follow(self._fit)
        table.when_chosen(self.show_row)
        table.when_opened(lambda _line: self.tell())
        table.set_menu(lambda _line: self.acts())

    def _fit(self) -> None:
        """Room for the buttons, also while there are none: choosing a line moves nothing."""
        self.setMinimumHeight(theme.current().h(TARGET) + 2 * SP["xs"])
        self.words.setMinimumWidth(theme.current().w(120))

    def show_lines(
        self,
        lines: Sequence[EntryLine | OpeningLine],
        totals: Mapping[str, object] | None = None,
        *,
        closed: Month | None,
        choose: int | None = -1,
    ) -> None:
        """Replace the lines of the table, of which those until the month `closed` are closed.

        Where none of them was chosen before, the one at `choose` is.
        """
        self._closed = closed
        self.table.show_rows(lines, totals)
        if lines and choose is not None and self.table.current() is None:
            self.table.select_at(choose)
        self.show_row(self.table.current())

    def show_row(self, chosen: EntryLine | OpeningLine | None) -> None:
        """Speak of `chosen`."""
        self.row = chosen = None if isinstance(chosen, OpeningLine) else chosen
        for button in (self.amend, self.undo, self.story):
            button.setVisible(chosen is not None)
        if chosen is None:
            self.sign.show_icon("info", "ink_soft")
            self.words.setText(_("Choose a line to change it, undo it or read its story."))
            return
        who, recorded = getattr(chosen, "who", ""), getattr(chosen, "recorded", "")
        text = _("Chosen: {number}").format(number=chosen.number)
        if recorded:
            when = written(recorded, today=open_book.today(self.main))
            text = _("Chosen: {number}, written by {who} {when}").format(
                number=chosen.number, who=who or _("somebody"), when=when
            )
        closed = self._closed is not None and Month.of(chosen.on) <= self._closed
        changeable = open_book.writable(self.main) and not getattr(chosen, "struck", False)
        self.amend.setVisible(changeable)
        self.undo.setVisible(changeable and not closed)
        if closed:
            text += " · " + _("The month is closed: a correction is written in the open month.")
        self.amend.say(_("Correct") if closed else _("Change"))
        self.sign.show_icon("kunci" if closed else "info", "ink_soft")
        self.words.setText(text)

    def acts(self) -> list[Act]:
        """The same acts for a list at the row."""
        doing: list[tuple[Button, Callable[[], None], str]] = [
            (self.amend, self._amend, "catat"),
            (self.undo, self._undo, "urungkan"),
            (self.story, self.tell, "cerita"),
        ]
        return [(button.words, act, icon) for button, act, icon in doing if not button.isHidden()]

    def tell(self) -> None:
        """The story of the entry."""
        if self.row is not None:
            self.main.go(places.Story(entry=self.row.entry))

    def _amend(self) -> None:
        if self.row is not None:
            self.main.go(places.Amend(entry=self.row.entry))

    def _undo(self) -> None:
        if self.row is not None:
            mend.undo(self.main, self.row.entry)
