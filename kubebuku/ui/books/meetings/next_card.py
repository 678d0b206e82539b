"""The next meeting on the home page."""

from __future__ import annotations

from datetime import date

from kubebuku.app.office import Office
from kubebuku.books.meetings.queries import MeetingRow, Meetings
from kubebuku.i18n import _, full_date, ngettext
from kubebuku.ui import places
from kubebuku.ui.books.meetings.acts import hour
from kubebuku.ui.widgets import Card, Label
from kubebuku.ui.window import Window

_FAR = 7  # days from which the day is named by its date alone


class MeetingCard(Card):
    """When, where, and how many are invited; hidden while none is planned."""

    def __init__(self, window: Window) -> None:
        super().__init__(_("Next meeting"), icon="rapat", act=(_("Prepare"), self._go, None), gap=4)
        self.main = window
        self.row: MeetingRow | None = None
        self.near, self.words = Label("", "strong"), Label("", "caption")
        self.add(self.near, self.words)
        self.setVisible(False)

    def show_meeting(self, row: MeetingRow | None, *, today: date) -> None:
        """Another one, or none."""
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        day = nearness(row.on, today)
        self.near.setText(_("{day}, {hour} o'clock").format(day=day, hour=hour(row.starts)) if row.starts else day)
        invited = ngettext("{count} person is invited", "{count} people are invited", row.invited).format(count=row.invited)
        self.words.setText(". ".join((", ".join(part for part in (full_date(row.on), row.place) if part), f"{invited}.")))
        self.setAccessibleDescription(f"{self.near.text()} {self.words.text()}")

    def _go(self) -> None:
        if self.row is not None:
            self.main.go(places.Meeting(meeting=self.row.id))


def nearness(on: date, today: date) -> str:
    """Today, tomorrow, in so many days, or the day itself."""
    days = (on - today).days
    if days == 0:
        return _("Today")
    if days == 1:
        return _("Tomorrow")
    return _("In {days} days").format(days=days) if days <= _FAR else full_date(on)


def next_meeting(office: Office) -> MeetingRow | None:
    """The first one planned for today or later."""
    return next((row for row in office.ask(Meetings(standing="planned")) if row.on >= office.today), None)
