"""Under the steps of a meeting: whether enough came, and the one button that saves all of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QBoxLayout, QWidget

from kubebuku.i18n import _, long_date
from kubebuku.ui.parts import open_book
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Button, Card, FlowRow, Label, MainButton, Page


class MeetingFoot(QWidget):
    """Stays at the foot of the window while the sheet scrolls; where there is little room it follows the sheet."""

    def __init__(self, *, go_on: Callable[[], object], give_up: Callable[[], object], save: Callable[[], object]) -> None:
        super().__init__()
        self.quorum = Label("", "strong")
        self.next = Button(_("Next step"), "kanan", go_on)
        self.give_up = Button(_("Cancel"), None, give_up)
        self.save = MainButton(_("Save the meeting"), "simpan", save)
        card = Card()
        card.title.hide()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(SP["m"])
        self._line.addWidget(self.quorum, 1)
        self._line.addWidget(FlowRow(self.give_up, self.next, self.save, right=True))
        card.add(self._line)
        self._around = open_book.filled(card, wide=0)
        self.setLayout(self._around)
        self._pinned: bool | None = None

    def say_quorum(self, present: int, needed: int, invited: int, *, early: date | None = None) -> None:
        """Live while members are marked; `early` is the day of a meeting still to come, told before a whole list is marked."""
        values = {"present": present, "needed": needed}
        if early is not None:
            words = _("This meeting is on {day}. Who came is saved on that day or later; if it is held earlier, change its day.")
            self.quorum.say(words.format(day=long_date(early)), "warn")
        elif not invited:
            self.quorum.say(_("No member is written yet"), "warn")
        elif present >= needed:
            self.quorum.say(_("There is a quorum: {present} came, {needed} are needed.").format(**values), "inn")
        else:
            words = _("No quorum yet: {present} came, {needed} are needed. The meeting may go on; the minutes will say so.")
            self.quorum.say(words.format(**values), "warn")

    def pin(self, page: Page) -> None:
        """Take the place that the room of `page` allows."""
        pinned, outer = not open_book.tight(page), page.layout()
        if pinned != self._pinned and isinstance(outer, QBoxLayout):
            self._pinned = pinned
            if pinned:
                outer.addWidget(self)
                outer.setStretchFactor(page.area, 1)
            else:
                page.body.addWidget(self)
        side = (SP["l"] if page.narrow else SP["xl"]) if pinned else 0
        self._around.setContentsMargins(side, 0, side, SP["m"] if pinned else 0)
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if pinned else ways.TopToBottom)
