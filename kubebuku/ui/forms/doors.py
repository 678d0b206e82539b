"""*Catat*: three doors, the kinds behind each, and after saving what was just recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.books.attachments.commands import Owner
from kubebuku.books.cash.queries import EntryRow, Flow, LastEntries
from kubebuku.books.catalog import NAMES, forms, forms_of
from kubebuku.books.journal.queries import FrequentForm, FrequentForms
from kubebuku.books.mending.queries import PendingNotes
from kubebuku.books.spec import Changed, Door
from kubebuku.domain.text import N_
from kubebuku.i18n import _, rupiah, say
from kubebuku.ui import places
from kubebuku.ui.books.attachments.card import add_photo
from kubebuku.ui.forms.choices import UnitChoice, units_of
from kubebuku.ui.forms.fields import words
from kubebuku.ui.forms.kinds import DOORS, ELSEWHERE, DoorSpec, Kind, KindTile, kinds_of, lower_first
from kubebuku.ui.forms.request import Draft, Saved
from kubebuku.ui.mending import mend
from kubebuku.ui.mending.pending import waiting_words
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import (
    Act,
    BookTable,
    Button,
    Card,
    ColumnSpec,
    DoorCard,
    FlowRow,
    Icon,
    KindCard,
    Label,
    MessageStrip,
    Sign,
    Tiles,
    clear,
    column,
)
from kubebuku.ui.widgets.labels import Tone
from kubebuku.ui.window import Window

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_JUST_RECORDED = 5
_SIGN: dict[Flow, tuple[str, Tone]] = {
    Flow.IN: ("masuk", "inn"),
    Flow.OUT: ("keluar", "out"),
    Flow.MOVE: ("pindah", "info"),
    Flow.NONE: ("lembar", "soft"),
}


@dataclass(frozen=True)
class _Known:
    """What the page asks the book at each refresh."""

    units: tuple[UnitChoice, ...]
    often: tuple[FrequentForm, ...]
    pending: int
    recent: tuple[EntryRow, ...]


class RecordDoors(BookPage):
    """``go("catat", door=Door.OUT)`` opens a door; `saved` shows what was just saved; `draft` waits for its turn."""

    nav = "catat"
    watches = Changed.ENTRIES | Changed.UNITS | Changed.PENDING

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Record"), _("What happened to the money?"))
        self.session = window.session
        self.units: tuple[UnitChoice, ...] = ()
        self.door: Door | None = Door.IN
        self.saved: Saved | None = None
        self.draft: Draft | None = None
        self.done = MessageStrip()
        self.waiting = MessageStrip()
        self.pending = MessageStrip()
        self.often = FlowRow()
        self.stays = Label(_("Undoing deletes nothing: the record is struck out and can still be read."), "caption")
        self.head.add(Button(_("Collection sheet"), "rapat", partial(window.go, places.Collection())))
        self.doors = {one.door: self._door_card(number, one) for number, one in enumerate(DOORS[:3], 1)}
        large = Tiles(most=3, least_width=210, gap=SP["l"], fill=True)
        large.show_tiles(list(self.doors.values()))
        self.question = Label("", "h2")
        self.kinds = QWidget()
        self._groups = column(gap=10, inside=self.kinds)
        self.tiles: list[KindTile] = []
        self.other = KindCard("bukulain", _(DOORS[3].title), _(DOORS[3].text), "main", partial(self.open_door, Door.OTHER))
        self.recent_card = Card(_("Just recorded"), flush=True)
        self.recent = BookTable(_COLUMNS, name=_("Just recorded"), row=40, grows=True)
        self.recent.when_opened(lambda row: self.main.go(places.Story(entry=row.entry)))
        self.recent.set_menu(self._row_acts)
        self.recent_card.add(self.recent)
        self.recent_card.setVisible(False)
        self.add(
            self.done,
            self.stays,
            self.waiting,
            self.pending,
            self.head,
            large,
            self.often,
            self.question,
            self.kinds,
            self.other,
            self.recent_card,
        )
        self._show_saved()

    def _door_card(self, number: int, one: DoorSpec) -> DoorCard:
        return DoorCard(one.icon, _(one.title), _(one.text), one.tone, str(number), partial(self.open_door, one.door))

    def arrive(self, place: places.Doors) -> None:
        """Take what another page brings along."""
        self.saved = place.saved
        self.draft = place.draft or self.draft
        self.door = place.door or (None if self.saved else self.door or Door.IN)
        self.head.say(_("Record"), _("Is there more to record?") if self.saved else _("What happened to the money?"))
        if self.saved is None:
            self.recent_card.setVisible(False)
        self._show_saved()
        self._show_waiting()

    def refresh(self) -> None:
        """Ask which businesses are open, and after saving what stands in the book now."""
        self.session.read(self, self._read, self._filled)

    def _read(self, office: Office) -> _Known:
        rows = office.ask(LastEntries(_JUST_RECORDED)) if self.saved else ()
        return _Known(units_of(office), office.ask(FrequentForms()), len(office.ask(PendingNotes())), rows)

    def _filled(self, known: _Known) -> None:
        self.units = known.units
        self._show_kinds()
        self._show_often(known.often)
        self._show_pending(known.pending)
        if self.saved is not None:
            self.recent.show_rows(known.recent)
            self.recent_card.setVisible(bool(known.recent))
            if known.recent and self.saved.outcome.entry == known.recent[0].entry:
                self.recent.select_at(0)

    def _show_often(self, often: Sequence[FrequentForm]) -> None:
        """*Sering dicatat*: what this group writes most, one press away."""
        self.often.clear()
        kinds = [kind for one in often if (kind := self._kind(one)) is not None]
        self.often.setVisible(bool(kinds))
        if kinds:
            self.often.add(Icon("jam", 20, "ink_soft"))
            self.often.add(Label(_("Often recorded:"), "soft", wrap=False))
        for kind in kinds:
            self.often.add(Button(kind.title, None, partial(self.begin, kind)))

    def _kind(self, one: FrequentForm) -> Kind | None:
        form = forms().get(one.form)
        if form is None or not any(form in forms_of(name) for name in NAMES if name not in ELSEWHERE):
            return None
        unit = next((unit for unit in self.units if unit.unit == one.unit), None)
        title = words(form.title)
        if unit is not None:
            title = _("{business}: {kind}").format(business=unit.label, kind=lower_first(title))
        return Kind(form, form.icon, title, "", {} if unit is None else {"unit": unit.unit})

    def _show_pending(self, count: int) -> None:
        if not count or (self.saved is not None and self.saved.outcome.changed & Changed.PENDING):
            self.pending.clear()
            return
        acts: list[Act] = [(_("Look at them"), lambda: self.main.go(places.Pending()), "jam")]
        self.pending.show_message("warn", waiting_words(count), "", acts, icon="jam")

    def forget_saved(self) -> None:
        """What was saved has been struck out since."""
        self.saved = None
        self.recent_card.setVisible(False)
        self._show_saved()

    # what was just saved, and what waits

    def _show_saved(self) -> None:
        saved = self.saved
        self.stays.setVisible(saved is not None and saved.outcome.entry is not None)
        if saved is None:
            self.done.clear()
            return
        outcome = saved.outcome
        title = say(outcome.said) if outcome.said is not None else _("Saved")
        parts = [_("Voucher {number}.").format(number=outcome.number)] if outcome.number else []
        parts.extend(say(one) for one in outcome.warned)
        acts: list[Act] = []
        if outcome.entry is not None:
            acts.append((_("Undo"), partial(mend.undo, self.main, outcome.entry), "urungkan"))
            if mend.moves_money(outcome.number):
                acts.append((_("Print the receipt"), partial(mend.print_receipt, self.main, outcome.entry), "cetak"))
            acts.append((_("Add a photo of the nota"), partial(add_photo, self.main, Owner.ENTRY, outcome.entry), "foto"))
        elif outcome.changed & Changed.PENDING:
            acts.append((_("Look at pending notes"), lambda: self.main.go(places.Pending()), "jam"))
        self.done.show_message("ok", title, " ".join(parts), acts)

    def _show_waiting(self) -> None:
        if self.draft is None:
            self.waiting.clear()
            return
        acts: list[Act] = [
            (_("Continue"), self._continue, "kanan"),
            (_("Let it go"), self._drop_draft, None),
        ]
        self.waiting.show_message("info", _("Not finished: {title}").format(title=self.draft.title), "", acts, icon="jam")

    def _continue(self) -> None:
        draft, self.draft = self.draft, None
        if draft is not None:
            self.main.go(places.Form(form=draft.form, values=draft.values, title=draft.title))

    def _drop_draft(self) -> None:
        self.draft = None
        self._show_waiting()

    def _row_acts(self, row: object) -> list[Act]:
        entry = getattr(row, "entry", None)
        if not isinstance(entry, int):
            return []
        return mend.row_acts(self.main, entry)

    # doors and kinds

    def open_door(self, door: Door) -> None:
        """Show the kinds behind a door; a door with one kind goes straight on."""
        self.door = door
        self.recent_card.setVisible(False)
        self._show_kinds()
        if len(self.tiles) == 1:
            self.tiles[0].click()
        elif self.tiles:
            self.tiles[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_kinds(self) -> None:
        door = self.door
        for key, card in self.doors.items():
            card.setCheckable(True)
            card.setChecked(key is door)
        self.other.setVisible(door is not Door.OTHER)
        spec_ = next((one for one in DOORS if one.door is door), None)
        self.question.setVisible(spec_ is not None)
        self.kinds.setVisible(spec_ is not None)
        self.tiles = []
        clear(self._groups)
        if spec_ is not None and door is not None:
            self.question.setText(_(spec_.question))
            kinds = kinds_of(door, self.units)
            for number, kind in enumerate(kinds):
                letter = _LETTERS[number] if number < len(_LETTERS) else ""
                tile = KindTile(kind, letter, spec_.tone)
                tile.clicked.connect(partial(self.begin, kind))
                self.tiles.append(tile)
            for group in dict.fromkeys(kind.group for kind in kinds):
                if group:
                    self._groups.addWidget(Label(group, "soft"))
                tiles = Tiles(most=3, least_width=280, gap=10)
                tiles.show_tiles([tile for tile in self.tiles if tile.kind.group == group])
                self._groups.addWidget(tiles)

    def begin(self, kind: Kind, _checked: object = None) -> None:
        """Open the form of a kind."""
        title = words(kind.form.title)
        unit = next((unit for unit in self.units if unit.unit == kind.values.get("unit")), None)
        if kind.form.per_unit and unit is not None:
            title = _("{business}: {kind}").format(business=unit.label, kind=lower_first(title))
        self.saved = None
        self.main.go(places.Form(form=kind.form.key, values=kind.values, title=title))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 2 3 are the doors, letters the kinds behind the open one."""
        sign = event.text().upper()
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif sign and sign in "1234":
            self.open_door(DOORS[int(sign) - 1].door)
        elif sign and (tile := next((one for one in self.tiles if one.letter == sign), None)) is not None:
            tile.click()
        else:
            super().keyPressEvent(event)

    def first_focus(self) -> QWidget:
        """The first door, also after saving: never *Urungkan*."""
        return self.doors.get(self.door or Door.IN, self.doors[Door.IN])


def _described(row: EntryRow) -> object:
    icon, tone = _SIGN[row.flow]
    return Sign(icon, row.description, tone)


def _signed(row: EntryRow) -> object:
    if row.flow in (Flow.MOVE, Flow.NONE):  # neither in nor out
        return rupiah(row.amount)
    return -row.amount if row.flow is Flow.OUT else row.amount


_COLUMNS: list[ColumnSpec[EntryRow]] = [
    ColumnSpec("on", N_("Date"), "date", 110),
    ColumnSpec("description", N_("Description"), stretch=True, read=_described),
    ColumnSpec("number", N_("Voucher"), "code"),
    ColumnSpec("amount", N_("Amount"), "signed", read=_signed),
]
