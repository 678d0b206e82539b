"""The second step: the parts of notulen as fields while they are written, as a page to read afterwards."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kubebuku.books.meetings.queries import MeetingPage
from kubebuku.books.meetings.words import KINDS
from kubebuku.i18n import _, full_date, say
from kubebuku.ui import theme
from kubebuku.ui.books.meetings.acts import hour
from kubebuku.ui.books.meetings.fields import FieldSheet, MeetingFields
from kubebuku.ui.parts import open_book
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Card, Label, Rule, clear, column


class MinutesSheet(QWidget):
    """``show_minutes(page, writing=True)``; the fields stand on `sheet`."""

    def __init__(self, fields: MeetingFields) -> None:
        super().__init__()
        self.fields = fields
        self.sheet = FieldSheet()
        named = fields.all()
        for names in (("on", "kind"), ("starts", "ends"), ("place",), ("chair", "minutes_by")):
            self.sheet.put(*(named[name] for name in names))
        self.sheet.add(Rule())
        for name in ("agenda", "course", "conclusion", "ending", "guests"):
            self.sheet.put(named[name])
        self.read = Card(gap=SP["m"])
        self.read.title.hide()
        self.parts = column()
        self.read.add(self.parts)
        column(self.sheet, self.read, 1, inside=self)

    def first(self) -> QWidget:
        """Where one begins to write: what the day, place and people are is known by then."""
        return self.fields.course

    def show_minutes(self, page: MeetingPage | None, *, writing: bool) -> None:
        """Fields, or the words that are kept."""
        self.sheet.setVisible(writing)
        self.read.setVisible(not writing)
        clear(self.parts)
        if page is None or writing:
            return
        row = page.row
        hours = "–".join(hour(one) for one in (row.starts, row.ends) if one)
        facts = (
            (_("Day and date"), full_date(row.on)),
            (_("Time"), hours),
            (_("Kind of meeting"), say(KINDS[row.kind])),
            (_("Place"), row.place),
            (_("Led by"), row.chair_name),
            (_("Minutes by"), row.minutes_by_name),
        )
        for words, text in facts:
            label = Label(words, "soft")
            self.parts.addLayout(open_book.filled(label, Label(text or "–", "strong"), wide=1, gap=SP["m"]))
            label.setFixedWidth(self._words_width())
        self.parts.addWidget(Rule())
        texts = (
            (_("What was on the agenda"), page.agenda),
            (_("How the meeting went"), page.course),
            (_("Conclusion"), page.conclusion),
            (_("Closing words"), page.ending),
            (_("Guests"), page.guests),
        )
        for words, text in texts:
            self.parts.addWidget(Label(words, "strong"))
            self.parts.addWidget(Label(text or "–"))

    @staticmethod
    def _words_width() -> int:
        return theme.current().w(150)
