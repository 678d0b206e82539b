"""What stands beside a form: the boxes before and after, and records of this month that look alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kubebuku.books.cash.queries import EntryRow
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, day_month, rupiah
from kubebuku.ui import theme
from kubebuku.ui.forms.choices import box_icon
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import BoxPreview, Card, Columns, Icon, Label, clear, column, row
from kubebuku.ui.widgets.labels import Tone


@dataclass(frozen=True, slots=True)
class BoxView:
    """A box as the form sees it: what it holds now and what it would hold; `then` None while that cannot be said."""

    code: str
    label: str
    now: Rupiah
    then: Rupiah | None
    incoming: bool


_BESIDE_UNTIL = 1.75  # text scale from which the boxes stand above the form
_LEAST_WIDTH = 560  # effective px under which they do so too
_LOW = 600
_MOST_SIMILAR = 3


class FormColumns(Columns):
    """A form and its side cards: one column only in large text, a low window or where there is really no room (guide 10)."""

    def __init__(self, *weights: int) -> None:
        super().__init__(*weights, under=_LEAST_WIDTH)

    def _arrange(self) -> None:
        self._under = _LEAST_WIDTH if room_beside(self) else 1_000_000
        super()._arrange()


def room_beside(piece: QWidget) -> bool:
    """Whether side cards stand beside the form in this window."""
    scale = theme.current().text
    window = piece.window()
    return scale < _BESIDE_UNTIL and window.height() >= _LOW / scale and piece.width() / scale >= _LEAST_WIDTH


class BoxesBeside(QWidget):
    """One card for each box that the act touches."""

    def __init__(self) -> None:
        super().__init__()
        stack = column(gap=SP["m"], inside=self)
        self.cards = [BoxPreview(), BoxPreview()]
        for card in self.cards:
            stack.addWidget(card)

    def show_boxes(self, views: Sequence[BoxView]) -> None:
        """Show the first two."""
        for number, card in enumerate(self.cards):
            card.setVisible(number < len(views))
            if number < len(views):
                view = views[number]
                change = None if view.then is None else abs(int(view.then) - int(view.now))
                incoming = view.incoming if view.then is None or view.then == view.now else view.then > view.now
                card.show_box(view.label, box_icon(view.code), view.now, change, incoming=incoming)


class SimilarCard(Card):
    """*Yang mirip*: records of the same kind, day and amount as what is being written."""

    def __init__(self) -> None:
        super().__init__(_("Records that look alike"), icon="awas", gap=SP["xs"])
        self._rows = column(gap=SP["xs"])
        self.add(self._rows)
        self.shown: tuple[EntryRow, ...] = ()

    def show_rows(self, rows: Sequence[EntryRow]) -> None:
        """Show the first few, or hide."""
        clear(self._rows)
        self.shown = tuple(rows[:_MOST_SIMILAR])
        for one in self.shown:
            day = Label(day_month(one.on), "caption", wrap=False)
            line = row(day, Label(one.description, "caption"), Label(rupiah(one.amount), "caption", wrap=False))
            line.setStretch(1, 1)
            self._rows.addLayout(line)
        if self.parentWidget() is not None:
            self.setVisible(bool(self.shown))


class BoxLines(QWidget):
    """The same on one line a box, for narrow windows and large text: *Kas Rp12.350.000 › Rp13.100.000*."""

    def __init__(self) -> None:
        super().__init__()
        self._column = column(gap=SP["xs"], inside=self)

    def show_boxes(self, views: Sequence[BoxView]) -> None:
        """Show the first two."""
        clear(self._column)
        for view in views[:2]:
            then = Label("?", "strong", "bad", wrap=False)
            if view.then is not None:
                tone: Tone = "bad" if view.then < 0 else "inn" if view.then >= view.now else "out"
                then.say(rupiah(view.then), tone)
            name = Label(view.label, "strong", wrap=False)
            self._column.addLayout(row(name, Label(rupiah(view.now), wrap=False), Icon("kanan", 16, "ink_soft"), then, 1))
