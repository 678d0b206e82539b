"""*Saldo awal*: what was there when the book began, and live what of it nobody can explain yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt

from kubebuku.app.office import Office
from kubebuku.books.members.queries import People, PersonRow
from kubebuku.books.mending.commands import Amend
from kubebuku.books.mending.refusals import ReasonMissing
from kubebuku.books.opening.commands import OpenBook
from kubebuku.books.opening.queries import Opening, OpeningState
from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import _, long_date, month_name, rupiah, say
from kubebuku.ui import places
from kubebuku.ui.forms.choices import Offered, gather
from kubebuku.ui.forms.page import RecordPage
from kubebuku.ui.forms.request import Asked, Saved
from kubebuku.ui.start import opening_answers, opening_form
from kubebuku.ui.widgets import Button, Card, Columns, Form, Label, MessageStrip, Rule, TextField, row
from kubebuku.ui.widgets.flow import clear
from kubebuku.ui.window import Window


@dataclass(frozen=True)
class _Known:
    state: OpeningState
    members: tuple[PersonRow, ...]
    offered: Offered


def with_left(office: Office, state: OpeningState, offered: Offered) -> Offered:
    """The same with those who have left since and stand in the opening: it can still be read and mended."""
    named = opening_answers.named(state.command)
    known = {row.person for row in offered.people}
    left = [row for row in office.ask(People(with_left=True)) if row.person in named - known] if named - known else []
    return replace(offered, people=(*offered.people, *left))


class OpeningPage(RecordPage):
    """``go("opening")``: the first opening, or the standing one filled in to be mended until the first closing."""

    nav = "bukulain"

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.state: OpeningState | None = None
        self.reason: TextField | None = None
        self.figures: list[tuple[str, Label]] = []
        self.rest = Label("", "money")
        self.told = Label("", "caption")

    def arrive(self, place: places.Opening) -> None:
        """Ask how the book was opened."""
        self.asked = self.form = None
        self.entries = []
        clear(self.middle)
        self.session.read(self, self._know, self._begin_known)

    def _know(self, office: Office) -> _Known:
        state = office.ask(Opening())
        form = opening_form.form(gather(office, []).boxes, state.opened)
        return _Known(state, office.ask(People(members_only=True)), with_left(office, state, gather(office, [form])))

    def _begin_known(self, known: _Known) -> None:
        self.state = known.state
        form = opening_form.form(known.offered.boxes, known.state.opened)
        values = opening_answers.values(known.state.command, known.members)
        title = _("What was there on {day}?").format(day=long_date(known.state.opened))
        self.asked = asked = Asked(form, values, title, opening_answers.build)
        self._show_head()
        if self.head is not None:
            self.head.say(
                title, _("Go from top to bottom. The button that saves stands at the very end; Ctrl+Enter saves from anywhere.")
            )
            self.head.add(Button(_("To the end"), "bawah", self._to_the_end))
        self._draw(asked, known.offered)

    def _to_the_end(self) -> None:
        """The button that saves comes into view."""
        if self.form is not None:
            self.form.main.setFocus(Qt.FocusReason.TabFocusReason)

    def _columns(self) -> Columns:
        return Columns(3, 1)

    def _main_words(self) -> str:
        return _("Save the opening balances")

    def _add_more(self, form: Form) -> None:
        state = self.state
        if state is None:
            return
        if state.entry is None:
            words = _("Count the money today if the book begins today. Tick what is there; the rest can be added later.")
            note = MessageStrip("info", _("Only what you know"), words, below=True)
            form.cancel.say(_("Later"))
        elif state.closed:
            words = _("{month} is closed. Open it again with a reason, then mend the opening balances.")
            note = MessageStrip(
                "warn",
                _("The opening balances stand in a closed month"),
                words.format(month=month_name(Month.of(state.opened))),
                below=True,
            )
        else:
            words = _("{number} is struck out and written anew; its story keeps both.").format(number=state.number)
            note = MessageStrip("info", _("The opening balances are written already"), words, below=True)
        form.body.insertWidget(0, note)
        form.body.insertWidget(1, Label(_("Money as counted"), "h2"))
        self.reason = None
        if state.entry is not None and state.needs_reason:
            self.reason = TextField(_("Why is it changed?"), name="reason")
            form.add_field(self.reason)

    def _add_beside(self, columns: Columns) -> None:
        card = Card(_("What it comes to"), icon="buku")
        self.figures = []
        for key, words in (
            ("money", _("Money")),
            ("goods", _("Goods and animals")),
            ("claims", _("Others owe the group")),
            ("owed", _("Owed and kept for others")),
            ("explained", _("Savings and capital")),
        ):
            figure = Label("", wrap=False, align="right")
            self.figures.append((key, figure))
            card.add(row(Label(words), 1, figure))
        card.add(Rule(), Label(_("Opening balance not explained yet"), "strong"))
        self.rest = Label("", "money")
        self.told = Label("", "caption")
        card.add(self.rest, self.told)
        columns.add(card, 1, 3)

    def _show_boxes(self) -> None:
        """The sums stand where other forms show the boxes."""
        self.lines.setVisible(False)
        self.boxes.setVisible(False)
        command = self.command(trial=True)
        if not isinstance(command, OpenBook):
            self.rest.say("?", "bad")
            self.told.setText(_("A line is not complete yet."))
            return
        found = opening_answers.sums(command)
        for key, label in self.figures:
            label.setText(rupiah(getattr(found, key)))
        self.rest.say(rupiah(found.unexplained), "warn" if found.unexplained else "inn")
        words = (
            _("It stays with this name until a meeting decides what it is.")
            if found.unexplained
            else _("Every rupiah is explained.")
        )
        self.told.setText(words)

    def _try_out(self) -> None:
        """Sums suffice; the ledger is asked when it is saved."""

    def _look_alike(self, command: Command) -> None:
        self._run(command)

    def _wrapped(self, command: Command) -> Command:
        if self.state is None or self.state.entry is None:
            return command
        entry: Any = self.state.entry
        return Amend(entry=entry, replacement=command, reason=self.reason.value() or None if self.reason else None)

    def may_wait(self) -> bool:
        """The opening does not wait."""
        return False

    def _saved(self, saved: Saved) -> None:
        self.let_go()
        said = say(saved.outcome.said) if saved.outcome.said is not None else _("Saved")
        self.main.go_to(self.main.home)
        self.main.say_done(said, "", [(_("Opening balances"), lambda: self.main.go(places.Opening()), "buku")])

    def _refused(self, refusal: RuleBroken) -> None:
        if isinstance(refusal, ReasonMissing) and self.reason is not None:
            self.reason.show_refusal(refusal)
            return
        super()._refused(refusal)
