"""The one page that asks for every event: it draws any `spec.Form`, tries it while one types, and saves it once."""

from __future__ import annotations

import uuid
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kubebuku.books import catalog, spec
from kubebuku.books.mending.commands import DropPending, KeepPending
from kubebuku.books.spec import Changed, Command, Door, FieldKind
from kubebuku.domain.entries import EntryId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _
from kubebuku.ui import places
from kubebuku.ui.forms import of_books, remedies
from kubebuku.ui.forms.asking import AskingPage
from kubebuku.ui.forms.beside import BoxesBeside, BoxLines, FormColumns, SimilarCard, room_beside
from kubebuku.ui.forms.boxes import Changes, Tried, apart, box_views, guess, try_out
from kubebuku.ui.forms.choices import Offered, with_chosen
from kubebuku.ui.forms.doubts import Doubt, look_alike
from kubebuku.ui.forms.fields import Entry, Maker, PickField, needed, show_needed, words
from kubebuku.ui.forms.lines import LinesField
from kubebuku.ui.forms.more_fields import Fold
from kubebuku.ui.forms.new_person import add_person
from kubebuku.ui.forms.owed_amount import OwedAmount
from kubebuku.ui.forms.request import Asked, Saved, in_order, question_of
from kubebuku.ui.forms.values import values_of
from kubebuku.ui.widgets import Act, CheckBox, Columns, Form, PageHead, TextField, column
from kubebuku.ui.widgets.flow import clear
from kubebuku.ui.window import Window

_PAUSE_MS = 250

#: Icon and tone of a form's head by its door.
SIGNS = {Door.IN: ("masuk", "inn"), Door.OUT: ("keluar", "out"), Door.MOVE: ("pindah", "info")}


class RecordPage(AskingPage):
    """``go("record", form="wages", values={...})``: `values` fill fields in, or fields of the command that are not shown."""

    nav = "catat"
    watches = Changed.NOTHING

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Record"))
        self._key = ""
        self._try = 0
        self._sure: Command | None = None
        self._changes: Changes | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._try_out)
        self.head: PageHead | None = None
        self.lines = BoxLines()
        self.boxes = BoxesBeside()
        self.alike = SimilarCard()
        self.columns: Columns | None = None
        self.top = column()
        self.add(self.top)
        self.middle = QVBoxLayout()
        self.add(self.middle)

    # arriving

    def arrive(self, place: Any) -> None:
        """Begin the form that is asked for; without one the present form stays."""
        if place.form is not None:
            self.begin(Asked(catalog.forms()[place.form], place.values, place.title, pending=place.pending))

    def begin(self, asked: Asked) -> None:
        """Ask for what the fields offer, then draw them."""
        self.asked = asked
        self.form = None
        self.entries = []
        clear(self.middle)
        self._show_head()
        self.session.read(self, lambda office: self.gather(office, asked), lambda offered: self._draw(asked, offered))

    def _show_head(self) -> None:
        if self.asked is None:
            return
        form = self.asked.form
        icon, tone = SIGNS.get(form.door, (form.icon, "main"))
        clear(self.top)
        self.title = self.asked.title or words(form.title)
        self.head = PageHead(self.title, icon=icon, tone=tone, back=self._back)
        self.setAccessibleName(self.title)
        self.lines = BoxLines()
        self.top.addWidget(self.head)
        self.top.addWidget(self.lines)

    def _draw(self, asked: Asked, offered: Offered) -> None:
        if asked is not self.asked:
            return
        self.offered = offered
        self._key = uuid.uuid4().hex
        self._changes = None
        self._sure = None
        self.form = form = Form(main=self._main_words())
        self.fold = None
        self.boxes = BoxesBeside()
        book = self.session.book
        for one in asked.form.fields:
            offered = with_chosen(offered, one, asked.values.get(one.name))
        maker = Maker(offered, self.today, self._new_person, book.opened if book is not None else None)
        self.entries = [maker.entry(one, big=self._big(one)) for one in in_order(asked.form.fields)]
        apart(self.entries)
        self.owed = OwedAmount(self.entries, lambda: self.offered)
        for entry in self.entries:
            if entry.spec.name in asked.values:
                entry.put(asked.values[entry.spec.name])
            if entry.spec.more and self.fold is None:
                self.fold = Fold(self.entries, asked.values)
                self.fold.toggled.connect(self.edited)
                form.add_field(self.fold)
            wide = self._big(entry.spec) or entry.spec.kind is FieldKind.LOAN
            half = not (wide or isinstance(entry.widget, PickField | CheckBox | LinesField))
            form.add_field(entry.widget, half=half)
            if entry.spec.kind is FieldKind.DESCRIPTION and isinstance(entry.widget, TextField):
                entry.widget.suggest(offered.descriptions)
            entry.changed(self.edited)
        self._add_more(form)
        form.submitted.connect(self.save)
        form.cancelled.connect(self._go_back)
        clear(self.middle)
        self.columns = columns = self._columns()
        columns.add(form, 0, 2)
        columns.add(self.boxes, 1, 1)
        self.alike = SimilarCard()
        columns.add(self.alike, 1, 3)
        self.alike.show_rows(())
        self._add_beside(columns)
        self.middle.addWidget(columns)
        self._show_needed()
        form.start()
        self._fit()
        self._show_boxes()
        self._pause.start()
        if self.main.current() is self:
            self._first().setFocus()

    def _big(self, one: spec.Field) -> bool:
        return self.asked is not None and one is question_of(self.asked.form.fields)

    def _columns(self) -> Columns:
        return FormColumns(2, 1)

    def _beside(self) -> bool:
        """Whether the boxes stand beside the form; else above it, a line each."""
        return room_beside(self)

    def _main_words(self) -> str:
        return _("Save")

    def _add_more(self, form: Form) -> None:
        """More fields than the form's own, such as a reason."""

    def _show_needed(self) -> None:
        show_needed(self.entries)
        if self.fold is not None:
            self.fold.fit()
        if self.form is not None:
            self.form.rearrange()

    def _add_beside(self, columns: Columns) -> None:
        """More cards beside the form."""
        for beside in of_books.BESIDE:
            card = beside(self)
            if card is not None:
                columns.add(card, 1, 3)

    def _first(self) -> QWidget:
        empty = next((entry.widget for entry in self.entries if self._big(entry.spec)), None)
        return empty or (self.entries[0].widget if self.entries else self)

    def first_focus(self) -> QWidget | None:
        """The amount."""
        return self._first() if self.entries else None

    # while writing

    def edited(self, value: object = None) -> None:
        """Something was written: forget what was tried and try anew after a pause."""
        self._show_needed()
        if self.form is not None and not self.form.strip.isHidden():
            self.form.strip.clear()
        self._changes = None
        self._try += 1
        self._show_boxes()
        self._pause.start()

    def _shown(self) -> list[Entry]:
        """What is asked: folded away or in sight, but not what another field does not call for."""
        called, fold = needed(self.entries), self.fold
        return [one for one in called if not one.widget.isHidden() or (fold is not None and fold.folded(one))]

    def _values(self, *, trial: bool) -> dict[str, Any] | None:
        """The command's fields; None where one cannot be read, which is said at the field unless this is a trial."""
        asked = self.asked
        if asked is None or self.form is None:
            return None
        try:
            return values_of(asked, self.entries, self._shown(), trial=trial)
        except RuleBroken as refusal:
            if not trial:
                self._refused(refusal)
            return None

    def command(self, *, trial: bool = False) -> Command | None:
        """What is written, as a command; None while it cannot be read."""
        if self.asked is None:
            return None
        values = self._values(trial=trial)
        if values is None:
            return None
        if self.asked.build is None:
            return self.asked.form.command(**values)
        try:
            return self.asked.build(values)
        except RuleBroken as refusal:
            if not trial and self.form is not None:
                self.form.show_refusal(refusal)
            return None

    def _try_out(self) -> None:
        book = self.session.book
        command = self.command(trial=True)
        if command is None or book is None or not book.writable:
            return
        number = self._try

        def done(found: Tried) -> None:
            if number == self._try:
                self._changes, alike = found
                self.alike.show_rows(alike)
                self._show_boxes()

        try_out(self.session, self, self._wrapped(command), alike=command if self._may_double() else None, done=done)

    def _may_double(self) -> bool:
        """Whether what is written here could be a double of another record."""
        return True

    def _wrapped(self, command: Command) -> Command:
        """The command as it will be carried out."""
        return command

    def _show_boxes(self) -> None:
        views = box_views(self.asked, self._shown(), self.offered, self._changes, self._guess)
        narrow = not self._beside()
        self.boxes.show_boxes(() if narrow else views)  # every letter typed comes here: only what is seen is built anew
        self.lines.show_boxes(views if narrow else ())
        self.boxes.setVisible(not narrow and bool(views))
        self.lines.setVisible(narrow and bool(views))

    def _guess(self, now: Rupiah, number: int) -> Rupiah | None:
        """What the box at `number` would hold by the amount that moves at once, until the ledger has tried it."""
        return guess(self.asked, self.entries, self._question_entry(), now, number)

    def _question_entry(self) -> Entry | None:
        return next((entry for entry in self.entries if self._big(entry.spec)), None)

    def shape_changed(self) -> None:
        """Beside the form where there is room, above it where there is none."""
        self._show_boxes()

    # saving and leaving

    def save(self) -> None:
        """Read, ask what must be asked, carry out once."""
        if self.form is None or not self.main.agree_clock():
            return
        self.form.clear_refusals()
        command = self.command()
        if command is not None:
            self._look_alike(command)

    def _look_alike(self, command: Command) -> None:
        """Ask about a likely double before it is written twice."""
        if self._sure == command:
            self._run(command)
            return

        look_alike(self.session, self, command, lambda doubt: self._doubted(command, doubt))

    def _doubted(self, command: Command, doubt: Doubt | None) -> None:
        if self.form is None:
            return
        if doubt is None:
            self._run(command)
            return
        self._sure = command
        acts: list[Act] = [(_("Save all the same"), lambda: self._run(command), "simpan")]
        other = doubt.entry
        if other is not None:
            acts.append((_("Look at that record"), lambda: self.main.go(places.Story(entry=other)), "cerita"))
        self.form.warn(doubt.title, doubt.text, acts)
        self.form.main.setFocus()

    def _run(self, command: Command) -> None:
        self.session.run(self, self._wrapped(command), lambda outcome: self._saved(Saved(outcome)), self._refused, key=self._key)

    def _saved(self, saved: Saved) -> None:
        self.let_go()
        asked = self.asked
        if asked is not None and asked.pending is not None:
            entry = None if saved.outcome.entry is None else EntryId(saved.outcome.entry)
            self.session.run(self.main, DropPending(note=asked.pending, reason=_("Written anew"), entry=entry))
        self.main.go(places.Doors(saved=saved))

    def keep_pending(self) -> None:
        command = self.command()
        if command is not None:
            self.session.run(self, KeepPending(command=command), lambda outcome: self._saved(Saved(outcome)), self._refused)

    def _refused(self, refusal: RuleBroken) -> None:
        if self.form is not None:
            if self.fold is not None:
                self.fold.show_field(refusal.field)
            remedies.speak(self, refusal)
            self.form.show_refusal(refusal, remedies.ways_out(self, refusal))

    def leave(self) -> bool:
        """Ask only when something was typed."""
        return self.form is None or self.form.may_leave()

    def _back(self) -> None:
        if self.form is None or self.form.may_leave():
            self._go_back()

    def _go_back(self) -> None:
        self.let_go()
        self.main.back()

    def _new_person(self, entry: Entry) -> None:
        add_person(self, entry)
