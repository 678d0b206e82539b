"""Tutup buku: the month that comes next, its counted money, what stands in the way; and every closing there was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.books.closing.commands import BoxCounted, CloseMonth
from kubebuku.books.closing.queries import ClosingPreview, ClosingRow, Closings, ClosingState, Preview, Years, YearState
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, joined, long_date, month_name, ngettext, rupiah, say
from kubebuku.ui import messages, places
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.tokens import SP
from kubebuku.ui.upkeep import closing_acts
from kubebuku.ui.upkeep.closing_count import BoxCount
from kubebuku.ui.upkeep.closing_history import ClosingHistory, YearsCard
from kubebuku.ui.widgets import Act, Card, Columns, FlowRow, Label, MainButton, MessageStrip, clear, column
from kubebuku.ui.window import Window


@dataclass(frozen=True)
class Shown:
    """What the page asks for: the month to close next, everything closed so far, and the years."""

    preview: Preview
    closings: tuple[ClosingRow, ...]
    years: tuple[YearState, ...]


class ClosingPage(BookPage):
    """``go("closing")``; with `done` (a month just closed) it offers the printed proof."""

    nav = "bukulain"
    watches = Changed.ENTRIES | Changed.CLOSINGS | Changed.PENDING | Changed.COUNTS | Changed.ACCOUNTS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Close the book"), back=window.back)
        self.shown: Shown | None = None
        self.strip = MessageStrip(below=True)
        self.month = Card()
        self.facts = column(gap=6)
        self.hints = column()
        self.counts = column(gap=SP["m"])
        self.boxes: list[BoxCount] = []
        self.close_button = MainButton(_("Close the book"), "kunci", self.close_month, big=True)
        self.later = Label("", "caption")
        self.month.add(self.facts, self.hints, self.counts, open_book.filled(FlowRow(self.close_button), self.later))
        self.years = YearsCard(window)
        self.history = ClosingHistory(window)
        columns = Columns(3, 2)
        columns.add(self.month, 0, 0)
        columns.add(self.years, 1, 1)
        columns.add(self.history, 1, 2)
        self.add(self.head, self.strip, columns)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.close_button.click)

    def first_focus(self) -> QWidget | None:
        """The first count, else the button, else the way out of what stands in the way."""
        if self.shown is None:
            return self
        counting = next((box for box in self.boxes if not box.isHidden()), None)
        if counting is not None:
            return counting.counted.focus_target()
        return None if self.close_button.isHidden() else self.close_button

    def leave(self) -> bool:
        """Counted money is not lost by a wrong key."""
        if not any(box.counted.typed() for box in self.boxes if box.isVisibleTo(self)):
            return True
        return messages.door().ask(
            _("Leave without closing?"),
            _("What was counted here has not been saved."),
            main=_("Leave"),
            other=_("Keep counting"),
        )

    def refresh(self) -> None:
        """Ask for the month that comes next."""
        self.main.session.read(self, _ask, self._show)

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        preview = shown.preview
        month = month_name(preview.state.month)
        self.head.say(_("Close the book"), _("Next: {month}").format(month=month))
        self._show_facts(preview)
        self._show_hints(preview)
        self._show_counts(preview)
        may = open_book.writable(self.main) and preview.state.hindrance is None
        self.close_button.say(_("Close {month}").format(month=month))
        self.close_button.setVisible(may)
        for box in self.boxes:
            box.setVisible(may)
        self.later.setText("" if may or not open_book.writable(self.main) else _("First settle what stands above."))
        self.years.show_years(shown.years, preview.state)
        self.history.show_closings(shown.closings)

    def _show_facts(self, preview: Preview) -> None:
        clear(self.facts)
        self.facts.addWidget(Label(month_name(preview.state.month), "h2"))
        count = ngettext("{count} entry", "{count} entries", preview.entries).format(count=preview.entries)
        self.facts.addWidget(Label(count, "soft"))
        self.facts.addLayout(open_book.sum_line(_("Money in"), preview.received))
        self.facts.addLayout(open_book.sum_line(_("Money out"), preview.paid))
        self.facts.addLayout(open_book.sum_line(_("Left over"), preview.received - preview.paid, bold=True))

    def _show_hints(self, preview: Preview) -> None:
        clear(self.hints)
        hindrance = preview.state.hindrance
        if hindrance is not None:
            acts: list[Act] = []
            if preview.pending:
                acts.append((_("Look at the pending notes"), partial(self.main.go, places.Pending()), "jam"))
            title, *rest = (say(sentence) for sentence in hindrance.sentences)
            self.hints.addWidget(MessageStrip("warn", title, " ".join(rest), acts, below=True))
        elif preview.running:
            last = long_date(preview.state.month.last)
            text = _("What still happens until {day} cannot be written in it afterwards.").format(day=last)
            self.hints.addWidget(MessageStrip("info", _("The month is not over yet"), text, below=True))
        if preview.uncounted_goods:
            names = joined(preview.uncounted_goods)
            title = _("Stock or animals were not counted this month: {names}").format(names=names)
            act: Act = (_("Count"), partial(self.main.go, places.Businesses()), "barang")
            self.hints.addWidget(MessageStrip("info", title, _("The book can be closed all the same."), [act], below=True))

    def _show_counts(self, preview: Preview) -> None:
        written = {box.box.code: box for box in self.boxes if box.counted.typed()}
        same = [box.box for box in self.boxes] == list(preview.boxes)
        if same and written:  # something else has changed: what was counted stays
            return
        clear(self.counts)
        self.boxes = [BoxCount(box) for box in preview.boxes]
        for box in self.boxes:
            self.counts.addWidget(box)
        for before, after in zip(self.boxes, self.boxes[1:], strict=False):
            QWidget.setTabOrder(before, after)

    # closing

    def close_month(self) -> None:
        """Read the counts, ask once more, close."""
        shown = self.shown
        if shown is None or not self.main.agree_clock():
            return
        self.strip.clear()
        if shown.preview.state.hindrance is not None:
            self._refused(shown.preview.state.hindrance)
            return
        try:
            counts = tuple(box.read() for box in self.boxes)
        except RuleBroken:  # said at its field
            return
        month = shown.preview.state.month
        if not messages.door().ask(
            _("Close {month}?").format(month=month_name(month)),
            _sealed(shown.preview, counts, open_book.today(self.main)),
            main=_("Close {month}").format(month=month_name(month)),
            other=_("Not yet"),
        ):
            return
        self.main.session.run(self, CloseMonth(month=month, counts=counts), partial(self._closed, month), self._refused)

    def _closed(self, month: Month, outcome: Outcome) -> None:
        for box in self.boxes:
            box.counted.start()
        said = say(outcome.said) if outcome.said is not None else ""
        acts: list[Act] = [
            (_("Print the proof of closing"), partial(closing_acts.print_proof, self.main, self, month, None), "cetak"),
            (
                _("To the report of {month}").format(month=month_name(month)),
                partial(self.main.go, places.Report(month=month)),
                "laporan",
            ),
        ]
        self.strip.show_message("ok", said, _("Its entries are now kept as they are."), acts)

    def _refused(self, refusal: RuleBroken) -> None:
        self.strip.show_refusal(refusal)
        self.area.ensureWidgetVisible(self.strip)


def _sealed(preview: Preview, counts: tuple[BoxCounted, ...], today: date) -> str:
    """What is closed, in the words of the question."""
    held = {box.code: (box.label, box.book) for box in preview.boxes}
    boxes = joined([f"{label} {rupiah(book)}" for label, book in held.values()])
    entries = ngettext("{count} entry", "{count} entries", preview.entries).format(count=preview.entries)
    said = [_("{entries}; in the book: {boxes}.").format(entries=entries, boxes=boxes)]
    for count in counts:
        label, book = held[count.box]
        if count.counted is None:
            said.append(_("{box} was not counted.").format(box=label))
        elif count.counted != book:
            said.append(_("{box} differs by {amount}.").format(box=label, amount=rupiah(Rupiah(abs(count.counted - book)))))
    if preview.state.month.last > today:
        last = long_date(preview.state.month.last)
        said.append(_("The month is not over: until {last} nothing more can be written in it.").format(last=last))
    said.append(_("Once closed, entries cannot be changed without a written reason."))
    return " ".join(said)


def _ask(office: Office) -> Shown:
    state = office.ask(ClosingState(Month.of(office.today)))
    return Shown(office.ask(ClosingPreview(state.next)), office.ask(Closings()), office.ask(Years()))
