"""*Cerita*: who wrote a record, when, what was changed, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kubebuku.books.attachments.commands import Owner
from kubebuku.books.mending.queries import Change, EntryStory, Story, StoryLine, Version
from kubebuku.books.spec import Changed
from kubebuku.i18n import _, full_date, ngettext, rupiah, say
from kubebuku.ui import places
from kubebuku.ui.books.attachments.card import AttachedCard
from kubebuku.ui.mending import mend
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.wording import written
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Button, Card, Chip, Icon, Label, Rule, column, row
from kubebuku.ui.widgets.flow import clear
from kubebuku.ui.window import Window


class StoryPage(BookPage):
    """``go("story", entry=...)``: every version of a record, the newest on top."""

    watches = Changed.ENTRIES

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Story"), icon="cerita", back=window.back)
        self.session = window.session
        self.entry = 0
        self.story: Story | None = None
        self.amend = Button(_("Change"), "catat", lambda: self.main.go(places.Amend(entry=self.entry)))
        self.undo = Button(_("Undo"), "urungkan", lambda: mend.undo(self.main, self.entry))
        self.receipt = Button(_("Print the receipt"), "cetak", lambda: mend.print_receipt(self.main, self.entry))
        self.head.add(self.receipt, self.amend, self.undo, secondary=True)
        self.add(self.head)
        self.cards = column(gap=SP["m"])
        self.add(self.cards)
        self.attached = AttachedCard(window, Owner.ENTRY)
        self.add(self.attached)

    def arrive(self, place: places.Story) -> None:
        """Of which entry."""
        if place.entry is not None:
            self.entry = place.entry
            clear(self.cards)

    def first_focus(self) -> QWidget | None:
        """The way back: a story is read, and nothing in it is to be pressed by mistake."""
        return self.head.back

    def refresh(self) -> None:
        """Ask for the story."""
        if self.entry:
            self.session.ask(self, EntryStory(self.entry), self.show_story)

    def show_story(self, story: Story) -> None:
        """Draw it."""
        self.story = story
        asked = story.versions[story.asked]
        book = self.session.book
        writable = book is not None and book.writable
        self.head.say(_("Story of {number}").format(number=asked.number))
        self.amend.setVisible(writable and (story.may_amend or story.may_correct))
        self.amend.say(_("Correct") if story.may_correct else _("Change"))
        self.undo.setVisible(writable and story.may_amend)
        self.receipt.setVisible(mend.moves_money(asked.number) and asked.struck_by is None)
        clear(self.cards)
        for at in range(len(story.versions) - 1, -1, -1):
            if at:
                self.cards.addWidget(self._version(story.versions[at]))
                self.cards.addWidget(self._change(story.versions[at - 1], story.changes[at - 1]))
            else:
                self.cards.addWidget(self._version(story.versions[0]))
        self.cards.addStretch(1)
        self.attached.show_owner(story.versions[-1].entry)

    def _when(self, recorded: str) -> str:
        book = self.session.book
        return written(recorded, today=book.today) if book is not None else recorded

    def _version(self, version: Version) -> Card:
        card = Card(gap=SP["xs"])
        chip = Chip("soft", _("Struck out"), "urungkan") if version.struck_by else Chip("inn", _("Valid"))
        number = open_book.filled(Label(version.number, "h2", wrap=False), chip, wide=1, gap=SP["m"])
        number.addWidget(Label(rupiah(version.amount), "money", align="right"), 1)
        card.add(number, Label(version.description, "lead"), Label(full_date(version.on), "soft"), Rule())
        for line in sorted(version.lines, key=lambda one: one.amount):
            card.add(_line(line))
        card.add(Rule())
        facts = [_("Written by {who}, {when}").format(who=version.who or _("somebody"), when=self._when(version.recorded))]
        if version.late:
            days = ngettext("{days} day", "{days} days", version.late).format(days=version.late)
            facts.append(_("{days} after the event").format(days=days))
        if version.nota:
            facts.append(_("Nota number {nota}").format(nota=version.nota))
        if version.decision:
            facts.append(_("Decision: {words}").format(words=version.decision))
        card.add(Label(" · ".join(facts), "caption"))
        if version.struck_by and version.struck_at:
            said = _("Struck out by {number}, {who}, {when}").format(
                number=version.struck_by, who=version.struck_who or _("somebody"), when=self._when(version.struck_at)
            )
            card.add(Label(said, "caption"))
            if version.why:
                card.add(Label(_("Reason: {words}").format(words=version.why), "caption"))
        return card

    def _change(self, before: Version, changes: tuple[Change, ...]) -> Card:
        card = Card(_("What was changed"), icon="urungkan", gap=SP["xs"])
        if not changes:
            card.add(Label(_("The same words, amount and day; something beside them was changed."), "soft"))
        for change in changes:
            values = {"what": say(change.what), "was": change.was, "now": change.now}
            card.add(Label(_("{what}: was {was}, now {now}").format(**values)))
        if before.why:
            card.add(Label(_("Reason: {words}").format(words=before.why), "caption"))
        return card


def _line(line: StoryLine) -> QVBoxLayout:
    """One line in words: from where, to where, how much."""
    words = (_("from {account}") if line.amount < 0 else _("to {account}")).format(account=line.label)
    about = [part for part in (line.unit, line.person, line.loan, line.item) if part]
    icon = Icon("keluar" if line.amount < 0 else "masuk", 18, "ink_soft")
    whole = column(gap=0)
    text = Label(" · ".join([words, *about]))
    shown = row(icon, text, Label(rupiah(abs(line.amount)), wrap=False), gap=SP["s"])
    shown.setStretch(1, 1)
    whole.addLayout(shown)
    return whole
