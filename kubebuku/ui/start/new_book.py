"""A new book: four plain questions, and where it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kubebuku.app import clock, paths
from kubebuku.app.office import Office
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.names import clean_name
from kubebuku.domain.refusals import NotYet
from kubebuku.i18n import _
from kubebuku.ui import messages, theme
from kubebuku.ui.jobs import Progress
from kubebuku.ui.refusals import PlaceNotWritable
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import DateField, FieldBox, Form, Label, QuietButton, TextField, row
from kubebuku.ui.window import Window

SUFFIX = ".kubebuku"
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_LONGEST_FILE = 80


def file_name(group: str) -> str:
    """A file name for the group's book that every system takes: no path in it, no reserved word, not too long."""
    plain = _FORBIDDEN.sub(" ", group)
    plain = " ".join(plain.split()).strip(". ")[:_LONGEST_FILE].strip(". ")
    if not plain or _RESERVED.fullmatch(plain.split(".")[0]):
        plain = f"Buku {plain}".strip()
    return plain + SUFFIX


def free_place(folder: Path, group: str) -> Path:
    """A path in `folder` that is not taken: "Hunafa Bersama", then "Hunafa Bersama 2"..."""
    wished = folder / file_name(group)
    place, count = wished, 1
    while place.exists():
        count += 1
        place = wished.with_name(f"{wished.stem} {count}{SUFFIX}")
    return place


def read_units(text: str) -> list[str]:
    """The businesses named in one line, parted by commas, semicolons or "dan"; raises the refusals of names at `units`."""
    words = re.split(r"[,;\n]|\s+(?:dan|and)\s+", text)
    return [clean_name(word, field="units") for word in words if word.strip()]


class _Number(QWidget):
    """The number of a question in a filled circle, left of its words."""

    def __init__(self, number: int, field: FieldBox) -> None:
        super().__init__(field)
        self._number = number
        self._field = field
        self._fit()
        theme.follow(self._fit)

    def _fit(self) -> None:
        side = round(36 * theme.current().text)
        self.setFixedSize(side, side)
        self._field.column.setContentsMargins(side + SP["m"] + 2, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle and the figure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("main"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(theme.colour("on_main"))
        painter.setFont(theme.current().font("body", bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


def _numbered(field: FieldBox, number: int) -> FieldBox:
    """Put the number left of a question."""
    _Number(number, field)
    theme.mark(field.label, t="lead")
    return field


class NewBookForm(Form):
    """Name, businesses, first day, who keeps the book. `begin()` starts it anew."""

    def __init__(self, window: Window) -> None:
        super().__init__(_("New book"), main=_("Make the book"), icon="benar", cancel=_("Back"))
        self.window_ = window
        self._place: Path | None = None
        self._busy = False
        self.name = TextField(_("What is the group called?"), name="name", hint=_("As on the stamp"), longest=200)
        self.units = TextField(
            _("Which businesses does it run?"),
            name="units",
            hint=_("Commas between them, for example: tent hire, catering. Savings and loan is there by itself."),
        )
        self.opened = DateField(
            _("From which day is this book written?"), name="opened", hint=_("The first of a month is easiest"), today=clock.today
        )
        self.holder = TextField(
            _("Who keeps the book?"), name="holder", hint=_("Name and task, for example: Citra, treasurer"), longest=120
        )
        for number, field in enumerate((self.name, self.units, self.opened, self.holder), 1):
            self.add_field(_numbered(field, number))
        self.place = Label("", "caption")
        change = QuietButton(_("Another place"), None, self._choose_place)
        self.body.insertLayout(self.body.count() - 2, row(self.place, change, 1, gap=SP["m"]))
        self.name.changed.connect(lambda _text: self._show_place())
        self.submitted.connect(self._make)

    def begin(self, *, can_go_back: bool) -> None:
        """Empty questions."""
        self._place = None
        self.name.set_value("")
        self.units.set_value("")
        self.opened.set_value(clock.today().replace(day=1))
        self.holder.set_value(self.window_.settings.holder)
        self.cancel.setVisible(can_go_back)
        self._show_place()
        self.start()

    def place_of_book(self) -> Path:
        """Where the book will lie."""
        return self._place or free_place(paths.books_folder(), self.name.value() or _("New book"))

    def _show_place(self) -> None:
        place = self.place_of_book()
        parts = " › ".join((*place.parent.parts[-2:], place.name))
        self.place.setText(_("Kept in: {place}").format(place=parts))

    def _choose_place(self) -> None:
        start = self.place_of_book()
        folder = start.parent if start.parent.is_dir() else Path.home()
        chosen = messages.door().save_path(
            _("Where is the book kept?"), _("KubeBuku books (*.kubebuku)"), str(folder / start.name)
        )
        if chosen is not None:
            self._place = chosen if chosen.suffix == SUFFIX else chosen.with_name(chosen.name + SUFFIX)
            self._show_place()

    def _answers(self) -> tuple[str, list[str], date, str]:
        """What was answered; raises RuleBroken with the field it stands at."""

        def at(field: str, read: Callable[[], str]) -> str:
            try:
                return read()
            except RuleBroken as refusal:
                refusal.field = field
                raise

        name = at("name", lambda: clean_name(self.name.value()))
        units = read_units(self.units.value())
        opened = self.opened.value()
        latest = clock.today() + timedelta(days=1)
        if opened > latest:
            refused = NotYet(opened, latest)
            refused.field = "opened"
            raise refused
        return name, units, opened, at("holder", lambda: clean_name(self.holder.value()))

    def _make(self) -> None:
        if self._busy or self.window_.jobs is None:
            return
        self.clear_refusals()
        try:
            name, units, opened, holder = self._answers()
        except RuleBroken as refusal:
            self.show_refusal(refusal)
            return
        self._busy = True
        place = self.place_of_book()

        def work(progress: Progress) -> Path:
            progress.commit()
            try:
                paths.made(place.parent)
            except OSError as error:
                raise PlaceNotWritable(str(place.parent)) from error
            return Office.create(place, name, opened, units)

        def made(path: Path) -> None:
            self.start()
            self.window_.remember(replace(self.window_.settings, holder=holder))
            self.window_.open_book(path, then="opening")

        self.window_.jobs.run(work, made, self.show_refusal, after=self._free, owner=self, retry=True)

    def _free(self) -> None:
        self._busy = False
