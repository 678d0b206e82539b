"""A count of the goods under way: one thing after the other, Enter takes it as the list has it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from kubebuku.books.inventory.commands import Condition, CountedThing, CountInventory
from kubebuku.books.inventory.queries import EquipmentList, EquipmentRow
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_
from kubebuku.i18n import _, figure, say
from kubebuku.ui import places
from kubebuku.ui.books.inventory import acts as goods_acts
from kubebuku.ui.forms.fields import PickField, read_number
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.widgets import (
    BookTable,
    Button,
    Card,
    CheckBox,
    ChipSpec,
    Columns,
    ColumnSpec,
    DateField,
    Form,
    MessageStrip,
    TextField,
)
from kubebuku.ui.window import Window


@dataclass(frozen=True)
class Looked:
    """A thing of the list and, once it was looked at, what was found."""

    row: EquipmentRow
    found: CountedThing | None = None

    @property
    def missing(self) -> int:
        """Pieces that the list has and nobody found; a thing that was gone is expected nowhere."""
        listed = 0 if goods_acts.gone(self.row) else self.row.quantity
        return 0 if self.found is None else listed - self.found.found


class OpnameCountPage(BookPage):
    """``go("opname_count")``."""

    nav = "bukulain"
    watches = Changed.ITEMS | Changed.ENTRIES

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Count the goods"), "", back=window.back)
        self.lines: list[Looked] = []
        self.save = Button(_("Save the count"), "simpan", self._save)  # the filled one is the next thing
        self.head.add(self.save)
        self.table = BookTable(_COLUMNS, name=_("What is to be counted"), grows=True)
        card = Card(flush=True)
        card.add(self.table)
        self.form = Form(_("What is to be counted"), main=_("Next thing"), icon="kanan")
        self.found = TextField(_("How many are there?"), name="found")
        self.condition = PickField(
            _("How is it?"),
            [
                (Condition.GOOD, goods_acts.chip_of("good").text),
                (Condition.LIGHT, goods_acts.chip_of("light").text),
                (Condition.HEAVY, goods_acts.chip_of("heavy").text),
            ],
            name="condition",
            value=Condition.GOOD,
        )
        self.note = TextField(_("Note"), name="note")
        self.write_off = CheckBox(_("Write off what is missing"), name="write_off")
        for field in (self.found, self.condition, self.note, self.write_off):
            self.form.add_field(field)
        self.strip = MessageStrip()
        self.about = Card(_("About this count"))
        self.on = DateField(_("When was it counted?"), name="on", today=partial(open_book.today, window))
        self.remark = TextField(_("Who counted?"), name="remark", hint=_("For example: Budi and Citra, with the pendamping"))
        self.decided = TextField(
            _("What was decided about what is missing?"),
            name="decided",
            hint=_("For example: meeting of 8 November, 3 broken chairs written off"),
        )
        self.about.add(self.on, self.remark, self.decided)
        columns = Columns(3, 2)
        columns.add(card, 0, 1)
        columns.add(self.form, 1, 0)
        columns.add(self.about, 1, 2)
        self.add(self.head, self.strip, columns)
        self.table.when_chosen(lambda _line: self._ask())
        self.table.when_opened(lambda _line: self._at_number())
        self.found.changed.connect(lambda _text: self._follow())
        self.form.submitted.connect(self._next)
        self.form.cancelled.connect(window.back)

    def first_focus(self) -> QWidget | None:
        """How many there are."""
        return self.found.focus_target()

    def leave(self) -> bool:
        """Ask where something was counted and not saved."""
        from kubebuku.ui import messages

        return not any(line.found for line in self.lines) or messages.lose_unsaved()

    def refresh(self) -> None:
        """Ask for the list; what was counted already stays."""
        self.main.session.ask(self, EquipmentList(with_gone=True), self._show)

    def _show(self, rows: tuple[EquipmentRow, ...]) -> None:
        counted = {line.row.item: line.found for line in self.lines}
        self.lines = [Looked(row, counted.get(row.item)) for row in rows if row.standing in ("held", "lost")]
        held = [line for line in self.lines if not goods_acts.gone(line.row)]
        lost = [line for line in self.lines if goods_acts.gone(line.row)]
        self.lines = [*held, *lost]
        self._redraw()
        if self.lines:
            self.table.select_at(self._first_open())
        self._ask()

    def _redraw(self) -> None:
        self.table.show_rows(self.lines)
        done = sum(1 for line in self.lines if line.found is not None)
        held = sum(1 for line in self.lines if not goods_acts.gone(line.row))
        self.head.say(_("Count the goods"), _("{done} of {all} counted").format(done=figure(done), all=figure(held)))
        self.decided.setVisible(any(line.found is not None and line.found.write_off for line in self.lines))

    def _first_open(self) -> int:
        open_ = (at for at, line in enumerate(self.lines) if line.found is None and not goods_acts.gone(line.row))
        return next(open_, 0)

    def _line(self) -> Looked | None:
        line = self.table.current()
        return line if isinstance(line, Looked) else None

    def _ask(self) -> None:
        """The chosen thing in the form, as the list has it or as it was counted."""
        line = self._line()
        self.form.setVisible(line is not None)
        if line is None:
            return
        found = line.found
        listed = 0 if goods_acts.gone(line.row) else line.row.quantity
        self.form.title.setText(goods_acts.called(line.row))
        self.found.say_hint(_("In the list: {number}").format(number=goods_acts.quantity(replace(line.row, quantity=listed))))
        self.found.set_value(str(found.found if found else listed))
        self.condition.set_value(found.condition if found else Condition(line.row.condition))
        self.note.set_value((found.note if found else None) or "")
        self.write_off.set_value(bool(found and found.write_off))
        self.form.start()
        self._follow()
        self._at_number()

    def _at_number(self) -> None:
        """What is typed takes the place of the number shown."""
        target = self.found.focus_target()
        target.setFocus()
        if isinstance(target, QLineEdit):
            target.selectAll()

    def _follow(self) -> None:
        """Writing off is asked only where something is missing."""
        line = self._line()
        try:
            number = read_number(self.found.value(), "found")
        except RuleBroken:
            number = None
        listed = 0 if line is None or goods_acts.gone(line.row) else line.row.quantity
        self.write_off.setVisible(number is not None and number < listed)

    def _next(self) -> None:
        line = self._line()
        if line is None:
            return
        self.form.clear_refusals()
        try:
            number = read_number(self.found.value(), "found")
        except RuleBroken as refusal:
            self.form.show_refusal(refusal)
            return
        picked = self.condition.value()
        counted = CountedThing(
            item=line.row.item,
            found=number,
            condition=picked if isinstance(picked, Condition) else Condition.GOOD,
            note=self.note.value() or None,
            write_off=self.write_off.isVisibleTo(self.form) and self.write_off.value(),
        )
        at = next(at for at, one in enumerate(self.lines) if one.row.item == line.row.item)
        self.lines[at] = Looked(line.row, counted)
        self.strip.clear()
        self._redraw()
        following = (place for place in (*range(at + 1, len(self.lines)), *range(at)) if self._waits(place))
        self.table.select_at(next(following, at))
        if all(not self._waits(place) for place in range(len(self.lines))):
            self.save.setFocus()
        else:
            self._ask()

    def _waits(self, place: int) -> bool:
        return self.lines[place].found is None and not goods_acts.gone(self.lines[place].row)

    def _save(self) -> None:
        self.strip.clear()
        if not any(line.found for line in self.lines):
            how = _("Write how many there are, then press {button}.").format(button=_("Next thing"))
            self.strip.show_message("info", _("Nothing is counted yet"), how)
            self._at_number()
            return
        if not self.main.agree_clock():
            return
        for field in (self.on, self.remark, self.decided):
            field.clear_refusal()
        try:
            command = CountInventory(
                on=self.on.value(),
                lines=tuple(line.found for line in self.lines if line.found is not None),
                note=self.remark.value() or None,
                decided=self.decided.value() or None,
            )
        except RuleBroken as refusal:
            self._refused(refusal)
            return
        self.main.session.run(self, command, self._saved, self._refused)

    def _refused(self, refusal: RuleBroken) -> None:
        """At its field, else above everything."""
        field = next((one for one in (self.on, self.decided) if one.name == refusal.field), None)
        if field is not None:
            field.show_refusal(refusal)
            return
        self.strip.show_refusal(refusal)

    def _saved(self, outcome: Outcome) -> None:
        self.lines = []
        if outcome.said is not None:
            self.main.say_done(say(outcome.said))
        self.main.go(places.GoodsCounts(count=outcome.made.get("count")))


def _listed(line: Looked) -> object:
    return _("gone") if goods_acts.gone(line.row) else goods_acts.quantity(line.row)


def _state(line: Looked) -> object:
    if line.found is None:
        return ""
    if not line.missing:
        return ChipSpec("inn", _("agrees"))
    words = _("{number} missing") if line.missing > 0 else _("{number} too many")
    return ChipSpec("warn", words.format(number=figure(abs(line.missing))), "awas")


_COLUMNS: list[ColumnSpec[Looked]] = [
    ColumnSpec("label", N_("Name of the thing"), stretch=True, read=lambda line: line.row.label),
    ColumnSpec("listed", N_("In the list"), "text", 100, read=_listed),
    ColumnSpec(
        "found",
        N_("Found"),
        "number",
        70,
        read=lambda line: line.found.found if line.found else None,
    ),
    ColumnSpec("state", N_("Difference"), "text", 150, read=_state),
]
