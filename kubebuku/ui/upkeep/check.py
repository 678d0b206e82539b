"""Periksa buku: whether the book is whole, every check in plain words, codes from paper looked up, copies, what is sealed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.books.group.queries import AttentionList
from kubebuku.books.spec import Attention, Changed
from kubebuku.i18n import _, figure, say
from kubebuku.ui import places
from kubebuku.ui.home.cards import AttentionCard
from kubebuku.ui.jobs import Progress
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.tokens import SP
from kubebuku.ui.upkeep.copies import BackupCard
from kubebuku.ui.widgets import Button, Card, Columns, Icon, Label, MainButton, MessageStrip, TextField, clear, column, row
from kubebuku.ui.window import Window

#: The parts of the proof: these say that nobody has changed the book; the others that its figures agree.
_PROOF = ("header", "schema", "integrity", "foreign_keys", "entries", "chain", "records")


@dataclass(frozen=True, slots=True)
class Checked:
    """One check: its words, whether it holds, what was found."""

    name: str
    words: str
    ok: bool
    found: tuple[str, ...]


class CheckPage(BookPage):
    """``go("check", part="backup")`` brings the copies into view."""

    nav = "bukulain"
    watches = Changed.NOTHING

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Check the book"), _("Is it whole, and does everything agree?"), back=window.back)
        self.part = ""
        self.checked: tuple[Checked, ...] = ()
        self.run = MainButton(_("Check everything now"), "benar", self.check)
        self.head.add(self.run)
        self.state = MessageStrip("info", _("Not checked yet"), _("It takes a few seconds."))
        self.list = column(gap=6)
        self.checks = Card(_("What was checked"), icon="benar")
        self.checks.add(self.list)
        self.attention = AttentionCard(window)
        self.code = CodeCard(window)
        self.backup = BackupCard(window)
        self.seal = _seal_card()
        columns = Columns(3, 2)
        columns.add(self.checks, 0, 4)
        columns.add(self.seal, 0, 5)
        columns.add(self.backup, 1, 1)
        columns.add(self.code, 1, 2)
        columns.add(self.attention, 1, 3)
        self.add(self.head, self.state, columns)

    def arrive(self, place: places.Check) -> None:
        """Bring a part into view."""
        self.part = place.part or ""
        self.backup.show_last()

    def first_focus(self) -> QWidget | None:
        """The button, or the copies."""
        return self.backup.main if self.part == "backup" else self.run

    def refresh(self) -> None:
        """Check, for that is what one comes for."""
        self.check()

    def check(self) -> None:
        """The proof and every check, on the worker."""
        self.state.show_message("info", _("Checking the book"), "")

        def work(_progress: Progress) -> tuple[tuple[Checked, ...], tuple[Attention, ...]]:
            office = self.main.session.office
            return _checked(office), office.ask(AttentionList())

        self.main.session.jobs.read(self, work, lambda answer: self._show(*answer), doing=_("Checking the book"))

    def _show(self, checked: tuple[Checked, ...], attention: tuple[Attention, ...]) -> None:
        self.checked = checked
        wrong = [one for one in checked if not one.ok]
        if not wrong:
            words = _("{count} checks, all of them hold. Nothing was changed after it was written.")
            self.state.show_message("ok", _("The book is whole"), words.format(count=figure(len(checked))))
        elif any(one.name in _PROOF for one in wrong):
            words = _("It can be read, but nothing is written in it any more. Open the last sound copy.")
            acts = [(_("Open a copy"), self.main.choose_copy, "usb")]
            self.state.show_message("bad", _("The book is not whole"), words, acts)
        else:
            words = _("The file is whole. What does not agree stands below; show it to the pendamping.")
            self.state.show_message("warn", _("{count} checks do not hold").format(count=figure(len(wrong))), words)
        self.checks.say_aside(_("{count} checks").format(count=figure(len(checked))))
        clear(self.list)
        for one in sorted(checked, key=lambda one: one.ok):
            sign = Icon("benar" if one.ok else "salah", 18, "inn" if one.ok else "bad")
            self.list.addLayout(open_book.filled(sign, Label(one.words, "body" if one.ok else "strong")))
            for found in one.found:
                line = row(Label(found, "caption"))
                line.setContentsMargins(SP["xl"] + 2, 0, 0, 0)
                self.list.addLayout(line)
        self.attention.show_lines(attention)


def _checked(office: Office) -> tuple[Checked, ...]:
    from kubebuku.app.checking import title

    return tuple(Checked(one.name, title(one.name), one.ok, tuple(say(line) for line in one.found)) for one in office.check())


class CodeCard(Card):
    """A check code from paper, looked up."""

    def __init__(self, window: Window) -> None:
        super().__init__(_("Look up a check code"), icon="cari")
        self.main = window
        self.field = TextField(_("Code from the foot of the paper"), name="code", hint=_("For example 7K4M-Q2XD"), longest=40)
        self.searching = Button(_("Look it up"), "cari", self.look_up)
        self.answer = column(gap=SP["xs"])
        self.add(self.field, row(self.searching, 1), self.answer)
        self.field.line.returnPressed.connect(self.look_up)

    def look_up(self) -> None:
        """Say what the code names and what came after it."""
        code = self.field.value()
        self.field.clear_refusal()
        clear(self.answer)
        if not code:
            self.field.focus_target().setFocus()
            return

        def work(_progress: Progress) -> tuple[str, ...]:
            from kubebuku.app.checking import look_up

            return tuple(say(sentence) for sentence in look_up(self.main.session.office, code))

        self.main.session.jobs.run(work, self._show, self.field.show_refusal, owner=self, doing=_("Looking it up"))

    def _show(self, sentences: Sequence[str]) -> None:
        for number, words in enumerate(sentences):
            self.answer.addWidget(Label(words, "strong" if number == 0 else "body"))


def _seal_card() -> Card:
    card = Card(_("What is under the seal"), icon="kunci")
    for words in (
        _("Every record: its date, description, amounts, nota number, who wrote it and when."),
        _("Every closing with its counted money."),
        _("Each is sealed together with the one before it. Whoever changes one later breaks the seal, and this page shows it."),
        _("Every change of names, members, meetings, loans, rules and things: who, when, what was and what is."),
        _("Whoever rewrites the whole book is found by the codes on paper alone: compare a closed month with its paper."),
    ):
        card.add(Label(words))
    return card
