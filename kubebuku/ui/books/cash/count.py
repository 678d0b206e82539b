"""Hitung uang: one place of money counted, note by note if wished, beside what the book says; and the counts before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QWidget

from kubebuku.books.cash.commands import CountBox
from kubebuku.books.cash.queries import BoxBalance, BoxBalances, CountHistory, CountRow
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import BANK
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, figure, rupiah, say
from kubebuku.ui import places, theme
from kubebuku.ui.forms.choices import box_icon
from kubebuku.ui.forms.count_field import CountField
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.row_foot import RowFoot, table_card
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import (
    Act,
    BookTable,
    Card,
    ChipSpec,
    Choice,
    ChoiceField,
    Columns,
    ColumnSpec,
    DateField,
    Form,
    Label,
    TextField,
)
from kubebuku.ui.widgets.fields import LineEdit, Steps
from kubebuku.ui.window import Window

#: Notes and coins in use, in rupiah.
DENOMINATIONS = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100)


class NotesCard(Card):
    """`changed` whenever a number changes; Enter goes to the next line."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(_("Count note by note"), _("if you like"), icon="uang")
        self.lines: dict[int, LineEdit] = {}
        self._sums: dict[int, Label] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(SP["m"])
        grid.setVerticalSpacing(SP["xs"])
        grid.setColumnStretch(2, 1)
        self._steps = Steps(self, lambda: list(self.lines.values()), lambda: None)
        for number, worth in enumerate(DENOMINATIONS):
            line = LineEdit()
            line.setValidator(QIntValidator(0, 99_999, line))
            line.setAccessibleName(_("How many of {worth}?").format(worth=rupiah(worth)))
            line.textEdited.connect(lambda _text: self._count())
            self._steps.watch(line)
            self.lines[worth] = line
            self._sums[worth] = Label("", "soft", align="right", wrap=False)
            grid.addWidget(Label(f"{figure(worth)} ×", wrap=False, align="right"), number, 0)
            grid.addWidget(line, number, 1)
            grid.addWidget(self._sums[worth], number, 2)
        self.add(grid)
        self._fit()
        theme.follow(self._fit)

    def _fit(self) -> None:
        for line in self.lines.values():
            line.setFixedWidth(theme.current().w(90))

    def total(self) -> Rupiah | None:
        """All together, None while nothing is written."""
        counts = {worth: int(line.text()) for worth, line in self.lines.items() if line.text()}
        return Rupiah(sum(worth * count for worth, count in counts.items())) if counts else None

    def clear(self) -> None:
        """Begin anew."""
        for line in self.lines.values():
            line.clear()
        self._count(tell=False)

    def _count(self, *, tell: bool = True) -> None:
        for worth, line in self.lines.items():
            self._sums[worth].setText(figure(worth * int(line.text())) if line.text() else "")
        if tell:
            self.changed.emit()


@dataclass(frozen=True)
class Shown:
    """The places of money as of today and the counts so far."""

    boxes: tuple[BoxBalance, ...]
    counts: tuple[CountRow, ...]


class CountPage(BookPage):
    """``go("count", box="1103")``; with `count` that difference is chosen below."""

    nav = "bukulain"
    watches = Changed.COUNTS | Changed.ENTRIES | Changed.ACCOUNTS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Count money"), _("Compare what is in the box with what is in the book."), back=window.back)
        self.shown = Shown((), ())
        self.wanted_box: str | None = None
        self.wanted_count: int | None = None
        self.form = Form(main=_("Save the count"), icon="benar")
        self.box = ChoiceField(_("Which place of money?"), name="box")
        self.counted = CountField(_("How much was counted?"), big=True)
        self.on = DateField(_("Counted on the evening of"), name="on", today=partial(open_book.today, window))
        self.note = TextField(
            _("Why is it different?"), name="note", hint=_("For example: change not given back; with two names")
        )
        self.difference = Label("", "h2")
        for field in (self.box, self.counted):
            self.form.add_field(field)
        self.form.body.insertWidget(self.form.body.count() - 3, self.difference)
        self.form.add_field(self.note)
        self.form.add_field(self.on)
        self.notes = NotesCard()
        self.table = BookTable(_COLUMNS, name=_("Counts so far"), grows=True)
        self.foot = RowFoot()
        history = Card(_("Counts so far"), flush=True)
        self.history = table_card(self.table, self.foot, history)
        columns = Columns(3, 2)
        columns.add(self.form, 0, 0)
        columns.add(self.notes, 1, 1)
        self.add(self.head, columns, self.history)
        self.form.submitted.connect(self._save)
        self.form.cancelled.connect(window.back)
        self.box.changed.connect(lambda _box: self._follow())
        self.counted.changed.connect(lambda _amount: self._follow())
        self.notes.changed.connect(self._take_notes)
        self.table.when_chosen(self._chosen)
        self.table.set_menu(self._acts)

    def arrive(self, place: places.CashCount) -> None:
        """Take the place of money asked for."""
        self.wanted_box = place.box or self.wanted_box
        self.wanted_count = place.count

    def first_focus(self) -> QWidget | None:
        """What was counted."""
        return self.counted.focus_target()

    def leave(self) -> bool:
        """Ask when something was typed."""
        return self.form.may_leave()

    def refresh(self) -> None:
        """Ask for the places and the counts."""
        self.main.session.read(self, lambda office: Shown(office.ask(BoxBalances()), office.ask(CountHistory())[:60]), self._show)

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        choices = [Choice(box.code, box.label, box_icon(box.code), rupiah(box.balance)) for box in shown.boxes if not box.closed]
        first = self.wanted_box or self.box.value() or (choices[0].key if choices else None)
        typed = self.form.typed()
        self.box.show_choices(choices, first)
        self.wanted_box = None
        if not typed:
            self.form.start()
        self.form.setVisible(open_book.writable(self.main))
        self.notes.setVisible(open_book.writable(self.main))
        self.table.show_rows(shown.counts)
        self.history.setVisible(bool(shown.counts))
        at = next((at for at, row in enumerate(shown.counts) if row.id == self.wanted_count), 0)
        if shown.counts and (self.wanted_count is not None or self.table.current() is None):
            self.table.select_at(at)
        self._follow()
        self._chosen(self.table.current())

    def _box(self) -> BoxBalance | None:
        return next((box for box in self.shown.boxes if box.code == self.box.value()), None)

    def _follow(self) -> None:
        """The difference, as soon as something is written."""
        box = self._box()
        bank = box is not None and box.code[:4] == BANK
        self.counted.say_label(_("What does the bank's book say?") if bank else _("How much was counted?"))
        self.notes.setVisible(not bank and open_book.writable(self.main))
        amount = self.counted.peek()
        if box is None or amount is None:
            held = "" if box is None else _("In the book: {amount}").format(amount=rupiah(box.balance))
            self.difference.say(held, "soft")
            self.difference.setVisible(True)
            self.note.setVisible(False)
            return
        away = amount - box.balance
        self.difference.setVisible(True)
        self.note.setVisible(bool(away))
        if not away:
            self.difference.say(_("Agrees with the book"), "inn")
        else:
            words = _("{amount} less than in the book") if away < 0 else _("{amount} more than in the book")
            self.difference.say(words.format(amount=rupiah(abs(away))), "warn")

    def _take_notes(self) -> None:
        self.counted.set_value(self.notes.total())
        self._follow()

    # saving

    def _save(self) -> None:
        if not self.main.agree_clock():
            return
        self.form.clear_refusals()
        try:
            command = CountBox(
                on=self.on.value(), counted=self.counted.value(), box=str(self.box.value()), note=self.note.value() or None
            )
        except RuleBroken as refusal:
            self.form.show_refusal(refusal)
            return
        self.main.session.run(self, command, self._saved, self._refused)

    def _refused(self, refusal: RuleBroken) -> None:
        self.note.setVisible(self.note.isVisible() or refusal.field == "note")
        self.form.show_refusal(refusal)
        self.difference.setVisible(refusal.field != "note")  # the refusal says it

    def _saved(self, outcome: Outcome) -> None:
        self.counted.set_value(None)
        self.note.set_value("")
        self.notes.clear()
        self.form.start()
        self.wanted_count = outcome.made.get("count")
        if outcome.said is not None:
            self.main.say_done(say(outcome.said))

    # what was counted before

    def _chosen(self, line: CountRow | None) -> None:
        words = ""
        if line is not None:
            words = " · ".join(part for part in (line.who, line.note, line.entry) if part)
        self.foot.show_acts(words, self._acts(line) if line is not None else [])

    def _acts(self, line: CountRow) -> list[Act]:
        if not line.difference or line.entry is not None or not open_book.writable(self.main):
            return []
        form = "shortage" if line.difference < 0 else "surplus"
        words = _("Record the shortage") if line.difference < 0 else _("Record the surplus")
        values = {"box": line.box, "amount": abs(line.difference), "count": line.id, "on": line.on}
        return [(words, partial(self.main.go, places.Form(form=form, values=values)), "catat")]


def _state(line: CountRow) -> object:
    if not line.difference:
        return ChipSpec("inn", _("agrees"))
    words = _("{amount} too little") if line.difference < 0 else _("{amount} too much")
    said = words.format(amount=rupiah(abs(line.difference)))
    return ChipSpec("soft" if line.entry else "warn", said, "benar" if line.entry else "awas")


_COLUMNS: list[ColumnSpec[CountRow]] = [
    ColumnSpec("on", N_("Date"), "date"),
    ColumnSpec("label", N_("Place of money"), stretch=True),
    ColumnSpec("book", N_("In the book (Rp)"), "money", 150, zero="0", drop=1),
    ColumnSpec("counted", N_("Counted (Rp)"), "money", 150, zero="0"),
    ColumnSpec("state", N_("Difference"), "soft", 190, read=_state),
]
