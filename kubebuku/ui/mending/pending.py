"""*Catatan tertunda*: what the zero rule refused and somebody kept, until it fits."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from kubebuku.books.mending.commands import DropPending, PostPending
from kubebuku.books.mending.queries import DroppedNote, DroppedNotes, PendingNote, PendingNotes
from kubebuku.books.spec import Changed, Door, Field, FieldKind, Form, Outcome
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.refusals import BalanceShort, BoxShort
from kubebuku.domain.text import N_
from kubebuku.i18n import _, ngettext, rupiah, say, short_date
from kubebuku.ui import places
from kubebuku.ui.forms.dialog import ask_form
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import (
    Act,
    BookTable,
    Button,
    Card,
    ColumnSpec,
    EmptyState,
    FlowRow,
    Label,
    MainButton,
    MessageStrip,
    Page,
    PageHead,
    clear,
    column,
)
from kubebuku.ui.window import Window

DROPPING = Form(
    "drop_pending",
    DropPending,
    Door.OTHER,
    "jam",
    N_("Drop this note?"),
    "",
    (
        Field(
            "reason",
            FieldKind.TEXT,
            N_("Why is it dropped?"),
            N_("For example: somebody else paid it"),
            required=True,
            default=None,
        ),
    ),
)


class PendingPage(Page):
    """Every note that waits, why, and the key that posts it now that it fits."""

    nav = "catat"
    watches = Changed.PENDING | Changed.ENTRIES

    def __init__(self, window: Window) -> None:
        super().__init__(_("Pending notes"))
        self.main = window
        self.session = window.session
        self.notes: tuple[PendingNote, ...] = ()
        self.add(
            PageHead(
                _("Pending notes"),
                _("They have no number and are not counted. A month with pending notes cannot be closed."),
                icon="jam",
                tone="warn",
                back=window.back,
            )
        )
        self.strip = MessageStrip(below=True)
        self.add(self.strip)
        self.card = Card(flush=True)
        self.card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.table = BookTable(_COLUMNS, name=_("Pending notes"), row=40, grows=True)
        self.table.when_chosen(self._choose)
        self.table.when_opened(lambda _row: self.post())
        self.table.set_menu(lambda _row: self._acts())
        self.card.add(self.table)
        self.add(self.card)
        self.why = Label("", "soft")
        self.add(self.why)
        self.post_button = MainButton(_("Save it now"), "simpan", self.post)
        self.open_button = Button(_("Change it first"), "catat", self.open)
        self.drop_button = Button(_("Drop it"), "urungkan", self.drop)
        self.buttons = FlowRow(self.post_button, self.open_button, self.drop_button)
        self.add(self.buttons)
        self.empty = EmptyState(
            "benar",
            _("Nothing waits"),
            _("Every record has its place in the books."),
            [(_("Record"), lambda: window.go(places.Doors()), "catat")],
        )
        self.add(self.empty)
        self.dropped = Card(_("Dropped"), icon="urungkan", gap=SP["xs"])
        self.dropped.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.stories = column(gap=SP["xs"])
        self.dropped.add(self.stories)
        self.add(self.dropped)
        self.dropped.hide()
        QShortcut(QKeySequence(Qt.Key.Key_F8), self).activated.connect(self.post)

    def refresh(self) -> None:
        """Ask which notes wait, and which were dropped."""
        self.session.read(self, lambda office: (office.ask(PendingNotes()), office.ask(DroppedNotes())), self._show)

    def _show(self, found: tuple[tuple[PendingNote, ...], tuple[DroppedNote, ...]]) -> None:
        notes, dropped = found
        before = self.chosen()
        clear(self.stories)
        for one in dropped:
            said = _("{day}, {description}, {amount}").format(
                day=short_date(one.on), description=one.description, amount=rupiah(one.amount)
            )
            self.stories.addWidget(Label(said))
            self.stories.addWidget(Label(one.why, "caption"))
        self.dropped.setVisible(bool(dropped))
        self.notes = notes
        self.table.show_rows(notes)
        for piece in (self.card, self.buttons, self.why):
            piece.setVisible(bool(notes))
        self.empty.setVisible(not notes)
        if notes and (before is None or before not in notes):
            self.table.select_at(0)

    def chosen(self) -> PendingNote | None:
        """The note the buttons speak of."""
        row = self.table.current()
        return row if isinstance(row, PendingNote) else None

    def _choose(self, row: PendingNote | None) -> None:
        self.strip.clear()
        if row is not None:
            self.why.setText(_("Why it waits: {reason}").format(reason=row.reason))
            self.open_button.setVisible(row.form is not None)

    def _acts(self) -> list[Act]:
        return [
            (_("Save it now"), self.post, "simpan"),
            (_("Change it first"), self.open, "catat"),
            (_("Drop it"), self.drop, "urungkan"),
        ]

    def post(self) -> None:
        """Try it again; the zero rule decides."""
        note = self.chosen()
        if note is not None and self.main.agree_clock():
            self.session.run(self, PostPending(note=note.id), self._done, self._refused)

    def open(self) -> None:
        """In its form; saving there settles the note."""
        note = self.chosen()
        if note is None or note.form is None:
            return
        values = {one.name: getattr(note.command, one.name) for one in fields(note.command)}
        self.main.go(places.Form(form=note.form, values=values, pending=note.id))

    def drop(self) -> None:
        """After asking, naming it."""
        note = self.chosen()
        if note is None:
            return
        text = _("{day}, {description}, {amount}. It was never counted, so nothing changes in the books.").format(
            day=short_date(note.on), description=note.description, amount=rupiah(note.amount)
        )
        ask_form(self.main, DROPPING, {"note": note.id}, text=text, main=_("Drop it"), done=self._done)

    def _done(self, outcome: Outcome) -> None:
        said = say(outcome.said) if outcome.said is not None else _("Saved")
        self.main.say_done(said)

    def _refused(self, refusal: RuleBroken) -> None:
        if isinstance(refusal, BoxShort | BalanceShort):
            refusal.advise(None)  # it waits already; the button tells what helps
        acts: list[Act] = [(_("Record money in first"), lambda: self.main.go(places.Doors()), "masuk")]
        self.strip.show_refusal(refusal, acts)

    def first_focus(self) -> QWidget:
        """The list."""
        return self.table.view


_COLUMNS: list[ColumnSpec[PendingNote]] = [
    ColumnSpec("on", N_("Date"), "date", 110),
    ColumnSpec("description", N_("Description"), stretch=True),
    ColumnSpec("amount", N_("Amount (Rp)"), "money"),
    ColumnSpec("who", N_("Written by"), "soft", 180, drop=1),
]


def waiting_words(count: int) -> str:
    """How many notes wait."""
    return ngettext("{count} record waits", "{count} records wait", count).format(count=count)
