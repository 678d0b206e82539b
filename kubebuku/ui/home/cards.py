"""The cards of *Beranda*: a place of money, the month, what wants attention, what was written last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kubebuku.books.cash.queries import BoxBalance, EntryRow, Flow, InOut
from kubebuku.books.spec import Attention
from kubebuku.domain.accounts import BANK
from kubebuku.domain.text import N_
from kubebuku.i18n import _, month_word, ngettext, rupiah, say
from kubebuku.ui import places
from kubebuku.ui.forms.choices import box_icon
from kubebuku.ui.home.attention import act_of
from kubebuku.ui.parts import open_book as here
from kubebuku.ui.parts.wording import brief_day
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import (
    Act,
    BookTable,
    Card,
    ColumnSpec,
    ElidedLabel,
    Icon,
    Label,
    MeterBar,
    QuietButton,
    Rule,
    Sign,
    clear,
    column,
    row,
)
from kubebuku.ui.widgets.labels import Tone
from kubebuku.ui.window import Window

_FEW = 4  # lines of attention before the rest is folded


class BoxCard(Card):
    """Name, what is in it, and when it was last counted."""

    def __init__(self, box: BoxBalance, *, today: date, count_days: int) -> None:
        super().__init__(gap=3)
        self.body.setContentsMargins(0, -6, 0, -6)
        self.add(here.filled(Icon(box_icon(box.code), 22), ElidedLabel(box.label), gap=10), Label(rupiah(box.balance), "money"))
        icon, tone, words = counted(box, today=today, count_days=count_days)
        self.add(here.filled(Icon(icon, 16, tone), Label(words, "caption"), gap=6))
        self.setAccessibleName(f"{box.label} {rupiah(box.balance)}")
        self.setAccessibleDescription(words)


def counted(box: BoxBalance, *, today: date, count_days: int) -> tuple[str, str, str]:
    """Icon, tone and words for the state of counting."""
    count = box.last_count
    bank = box.code[:4] == BANK
    if count is None:
        return ("jam", "ink_soft", _("bank book not compared yet") if bank else _("never counted yet"))
    day = brief_day(count.on, today=today)
    if not count.agrees and not count.explained:
        words = _("counted {day}, {amount} differ").format(day=day, amount=rupiah(abs(count.counted - count.book)))
        return ("awas", "warn", words)
    if box.days is not None and box.days > count_days:
        return ("jam", "ink_soft", _("counted {day}, {days} days ago").format(day=day, days=box.days))
    if bank:
        return ("benar", "inn", _("bank book up to {day}").format(day=day))
    return ("benar", "inn", _("counted {day}, agrees").format(day=day))


class MonthCard(Card):
    """Money in and out of the month with bars, and what is left over."""

    def __init__(self) -> None:
        super().__init__(_("This month"))
        self.inn, self.out, self.rest = (Label("", "h2", tone, wrap=False, align="right") for tone in ("inn", "out", None))
        self.bars = MeterBar("inn"), MeterBar("out")
        self.words = Label(_("Left over"))
        for icon, tone, words, figure, bar in (
            ("masuk", "inn", _("In"), self.inn, self.bars[0]),
            ("keluar", "out", _("Out"), self.out, self.bars[1]),
        ):
            self.add(row(Icon(icon, 22, tone), Label(words, wrap=False), 1, figure), bar)
        self.body.addSpacing(SP["xs"])
        self.add(Rule())
        self.body.addSpacing(SP["xs"])
        self.add(row(self.words, 1, self.rest))

    def show_month(self, flow: InOut) -> None:
        """Show the figures of the month."""
        self.say_aside(month_word(flow.month))
        self.inn.setText(rupiah(flow.received))
        self.out.setText(rupiah(flow.paid))
        most = max(int(flow.received), int(flow.paid), 1)
        self.bars[0].show_part(int(flow.received), most)
        self.bars[1].show_part(int(flow.paid), most)
        short = flow.surplus < 0
        self.words.setText(_("More went out") if short else _("Left over"))
        self.rest.say(rupiah(abs(flow.surplus)), "out" if short else None)
        told = _("In {received}, out {paid}").format(received=rupiah(flow.received), paid=rupiah(flow.paid))
        self.setAccessibleDescription(told)


class AttentionLine(QWidget):
    """One thing to settle: sign, words, and the act that settles it."""

    def __init__(self, line: Attention, act: Act) -> None:
        super().__init__()
        words = column(gap=2)
        title = say(line.title)
        words.addWidget(Label(title, "strong"))
        if line.detail is not None:
            words.addWidget(Label(say(line.detail), "caption"))
        self.button = QuietButton(act[0], None, act[1])
        self.button.setAccessibleDescription(title)
        inside = row(Icon(line.icon, 22, "warn" if line.icon == "awas" else "info"), gap=SP["m"])
        inside.addLayout(words, 1)
        inside.addWidget(self.button)
        self.setLayout(inside)


class AttentionCard(Card):
    """*Yang perlu diperhatikan*: every line ends in an act; the first few are shown, the others on demand."""

    def __init__(self, window: Window) -> None:
        super().__init__(_("What wants attention"))
        self.main = window
        self._lines: Sequence[Attention] = ()
        self.lines: list[AttentionLine] = []
        self._whole = False
        self.list = column()
        self.add(self.list)

    def show_lines(self, lines: Sequence[Attention]) -> None:
        """Replace the lines."""
        self._lines = lines
        self.lines = []
        clear(self.list)
        if not lines:
            words = _("Everything is in order. Nothing wants attention today.")
            self.list.addLayout(here.filled(Icon("benar", 22, "inn"), Label(words)))
            return
        shown = lines if self._whole or len(lines) <= _FEW + 1 else lines[:_FEW]
        for number, line in enumerate(shown):
            if number:
                self.list.addWidget(Rule())
            self.lines.append(AttentionLine(line, act_of(self.main, line)))
            self.list.addWidget(self.lines[-1])
        rest = len(lines) - len(shown)
        if rest:
            words = ngettext("{number} more", "{number} more", rest).format(number=rest)
            self.list.addLayout(row(QuietButton(words, "bawah", self._unfold), 1))

    def _unfold(self) -> None:
        self._whole = True
        self.show_lines(self._lines)
        self.lines[_FEW].button.setFocus(Qt.FocusReason.OtherFocusReason)  # the keyboard goes on where the fold was


SIGNS: dict[Flow, tuple[str, Tone]] = {
    Flow.IN: ("masuk", "inn"),
    Flow.OUT: ("keluar", "out"),
    Flow.MOVE: ("pindah", "info"),
    Flow.NONE: ("lembar", "soft"),
}


def _described(line: EntryRow) -> object:
    icon, tone = SIGNS[line.flow]
    return Sign(icon, line.description, tone)


def _signed(line: EntryRow) -> object:
    if line.flow in (Flow.MOVE, Flow.NONE):
        return rupiah(line.amount)
    return -line.amount if line.flow is Flow.OUT else line.amount


#: A short list of records: date, what with the direction of the money, amount.
ENTRY_COLUMNS: list[ColumnSpec[EntryRow]] = [
    ColumnSpec("on", N_("Date"), "date", 110),
    ColumnSpec("description", N_("Description"), stretch=True, read=_described),
    ColumnSpec("amount", N_("Amount"), "signed", bold=True, read=_signed),
]


class LastCard(Card):
    """What was written last; Enter or a double click tells its story."""

    def __init__(self, window: Window, open_book: Callable[[], object]) -> None:
        super().__init__(_("Last recorded"), act=(_("Open the cash book"), open_book, None), flush=True)
        self.table = BookTable(ENTRY_COLUMNS, name=_("Last recorded"), grows=True, head=False)
        self.table.when_opened(lambda line: window.go(places.Story(entry=line.entry)))
        self.add(self.table)

    def show_rows(self, rows: Sequence[EntryRow]) -> None:
        """Replace the rows."""
        self.table.show_rows(rows)
