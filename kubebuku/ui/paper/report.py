"""Laporan: the month's report, its parts, its pages as they will be printed, and the ways to paper and file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from kubebuku.app.office import Office
from kubebuku.books.closing.queries import ClosingState, MonthState
from kubebuku.books.group.commands import SetChoices
from kubebuku.books.group.queries import ClosedUntil, GroupChoices
from kubebuku.books.spec import Changed
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import _, explain, joined, month_name, ngettext
from kubebuku.reports import catalog
from kubebuku.ui import places
from kubebuku.ui.jobs import Job, Progress
from kubebuku.ui.paper import jobs as paper_jobs
from kubebuku.ui.paper import printing
from kubebuku.ui.paper.contents import PartList, PartTicks
from kubebuku.ui.paper.jobs import Printed, Request
from kubebuku.ui.paper.preview import Preview
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.wording import long_day
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import (
    Button,
    Card,
    Columns,
    FlowRow,
    Label,
    MainButton,
    MonthPicker,
    PickRow,
    QuietButton,
    SignButton,
    row,
)
from kubebuku.ui.window import Window

_MAKER = "kubebuku.reports.monthly:build"
_PAUSE_MS = 350  # after the last tick
_SUFFIXES = {"pdf": ".pdf", "lembar": ".xlsx"}


@dataclass(frozen=True)
class Chosen:
    """What the page begins with: the parts there are, those that are printed, the paper, and which months are closed."""

    parts: tuple[tuple[str, str], ...]
    on: frozenset[str]
    paper: str
    closed: Month | None


@dataclass(frozen=True)
class Made:
    """A finished rendering with the pages of each part."""

    printed: Printed
    ranges: Mapping[str, tuple[int, int] | None]
    shapes: tuple[tuple[float, float], ...]
    state: MonthState


class ReportPage(BookPage):
    """``go("report", month=Month(...))``."""

    nav = "report"
    watches = Changed.EVERYTHING & ~(Changed.SETTINGS | Changed.PENDING)

    stepped = Signal(int, int)

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Monthly report"))
        self.made: Made | None = None
        self.chosen: Chosen | None = None
        self._wished: Month | None = None
        self._job: Job[Made] | None = None
        self._making = 0
        self._looker = QObject(self)
        last = open_book.last_month(window)
        self.month = MonthPicker(last, first=open_book.first_month(window), last=last)
        self.parts = PartTicks()
        self.part_list = PartList(self.parts)
        self.paper = PickRow([("f4", "F4"), ("a4", "A4")], _("Paper"))
        self.preview = Preview()
        self.where = Label("", "h2")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("How far it is"))
        self.bar.setTextVisible(False)
        self.stop = QuietButton(_("Stop"), None, self._stop)
        self.again = QuietButton(_("Make the pages"), None, self.build)
        self.earlier = SignButton(_("Pages before"), "kiri", partial(self.preview.turn, -1))
        self.later = SignButton(_("Pages after"), "kanan", partial(self.preview.turn, 1))
        self.zoom = Button(_("Enlarge"), "cari", self._enlarge)
        self.print = MainButton(_("Print"), "cetak", self.print_shown)
        self.files = {
            "lembar": Button(_("Save XLSX"), "lembar", partial(self.save, "lembar")),
            "pdf": Button(_("Save PDF"), "pdf", partial(self.save, "pdf")),
        }
        self._build()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.build)
        self.month.changed.connect(lambda _month: self.build())
        self.paper.chosen.connect(self._paper_chosen)
        self.parts.changed.connect(self._ticked)
        self.preview.turned.connect(self._say_where)
        self.preview.sheets.wanted.connect(self._look)
        self.stepped.connect(self._show_step)

    def _build(self) -> None:
        contents = Card(gap=SP["s"])
        contents.add(Label(_("Month"), "h2"), self.month)
        contents.body.addSpacing(SP["xs"])
        contents.add(row(Label(_("Contents"), "h2"), 1, Label(_("page"), "caption", wrap=False)), self.part_list, fill=True)
        panel = Card(gap=SP["s"])
        panel.setProperty("r", "wash")
        tools = open_book.filled(self.where, FlowRow(self.earlier, self.later, self.zoom, right=True), wide=0)
        tools.setStretch(1, 1)
        panel.add(tools)
        self.working = QWidget()
        line = QVBoxLayout(self.working)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(open_book.filled(self.bar, self.stop, wide=0))
        panel.add(self.working, row(self.again, 1), self.preview, fill=True)
        self.working.setVisible(False)
        self.again.setVisible(False)
        self.columns = columns = Columns(330, 780)
        columns.add(contents, 0, 0, 1)
        columns.add(panel, 1, 1, 1)
        self.foot = QWidget()
        self.foot.setLayout(
            open_book.filled(
                FlowRow(Label(_("Paper"), "strong", wrap=False), self.paper),
                FlowRow(*self.files.values(), self.print, right=True),
            )
        )
        self.add(self.head, columns, fill=True)
        self.add(self.foot)

    def shape_changed(self) -> None:
        """In one column the ways to paper stand above the long list, below the pages otherwise."""
        self.part_list.show_whole(bool(self.columns.single))
        at = 1 if self.columns.single else self.body.count() - 1
        if self.body.indexOf(self.foot) != at:
            self.body.removeWidget(self.foot)
            self.body.insertWidget(at, self.foot)

    def arrive(self, place: places.Report) -> None:
        """Show the month asked for."""
        if place.month is not None:
            self._wished = place.month
            self.month.set_value(place.month)

    def first_focus(self) -> QWidget | None:
        """Print, the page's main act."""
        return self.print

    # what is chosen

    def refresh(self) -> None:
        """Ask what is chosen, then make the pages."""
        self.main.session.read(self, _ask_chosen, self._show_chosen)

    def _show_chosen(self, chosen: Chosen) -> None:
        first = self.chosen is None
        self.chosen = chosen
        self.parts.show_parts(chosen.parts, chosen.on)
        self.month.show_closed(
            frozenset(open_book.first_month(self.main).until(chosen.closed) if chosen.closed is not None else ())
        )
        if first:
            self.paper.set_value(chosen.paper)
            if self._wished is None and chosen.closed is not None:  # the paper for the meeting is that of the closed month
                self.month.set_value(chosen.closed)
        self.build()

    def _paper_chosen(self, paper: object) -> None:
        if open_book.writable(self.main):
            self.main.session.run(self._looker, SetChoices(paper=str(paper)))
        self.build()

    def _ticked(self) -> None:
        parts = self.parts.chosen()
        if open_book.writable(self.main):
            self.main.session.jobs.run(lambda _progress: _remember(self.main.session.office, parts), quiet=True)
        self._pause.start()

    # making the pages

    def request(self) -> Request:
        """The document as it is chosen now."""
        wanted = {"month": self.month.value(), "parts": self.parts.chosen()}
        return Request(_MAKER, wanted, str(self.paper.value()))

    def build(self) -> None:
        """Make the pages of what is chosen; an older making that is under way is dropped."""
        self._pause.stop()
        request, month, keys = self.request(), self.month.value(), tuple(self.parts.ticks)
        self.made = None
        self.working.setVisible(True)
        self.again.setVisible(False)
        self.bar.setRange(0, 0)
        self.where.setText(_("Making the pages"))

        self._making += 1
        number = self._making
        if self._job is not None:
            self._job.cancel()

        def work(progress: Progress) -> Made:
            def told(made: int, about: int) -> None:
                progress.check()
                self.stepped.emit(made, about)

            office = self.main.session.office
            with office.stoppable(lambda: progress.stopped):
                return _make(office, request, month, keys, told)

        def shown(made: Made) -> None:
            if number == self._making:
                self._show_made(made)

        def refused(refusal: RuleBroken) -> None:
            if number == self._making:
                self.preview.sheets.say(explain(refusal))

        def ended() -> None:
            if number == self._making:
                self._ended()

        jobs = self.main.session.jobs
        self._job = jobs.run(work, shown, refused, after=ended, owner=self, quiet=True, retry=True)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.preview.sheets.say(_("Stopped."))

    def _show_step(self, made: int, about: int) -> None:
        self.bar.setRange(0, about)
        self.bar.setValue(made)

    def _ended(self) -> None:
        self.working.setVisible(False)
        if self.made is None:
            self.again.setVisible(True)
            self.where.setText("")
            self.print.say(_("Print"))

    def _show_made(self, made: Made) -> None:
        self.made = made
        total = made.printed.pages.total
        self.head.say(_("Monthly report"), _state_words(made))
        self.parts.show_pages(made.ranges)
        self.print.say(ngettext("Print {count} page", "Print {count} pages", total).format(count=total))
        self.preview.sheets.show_document(made.shapes)
        self._say_where()

    # looking at them

    def _look(self, wanted: dict[int, int]) -> None:
        made = self.made
        if made is None:
            return

        def work(progress: Progress) -> dict[int, QImage]:
            return paper_jobs.pictures(made.printed.data, wanted, progress)

        def shown(found: dict[int, QImage]) -> None:
            if self.made is made:
                self.preview.sheets.take(found)

        self.main.session.jobs.read(self._looker, work, shown, quiet=True)

    def _say_where(self) -> None:
        sheets = self.preview.sheets
        numbers = [str(number + 1) for number in sheets.numbers()]
        self.earlier.setEnabled(sheets.first > 0)
        self.later.setEnabled(sheets.first + sheets.across < sheets.total)
        if self.made is None or not numbers:
            return
        words = ngettext("Page {pages} of {count}", "Pages {pages} of {count}", len(numbers))
        self.where.setText(words.format(pages=joined(numbers), count=sheets.total))
        self.preview.setAccessibleDescription(self.where.text())

    def _enlarge(self) -> None:
        on = not self.preview.sheets.enlarged
        self.preview.enlarge(on=on)
        self.zoom.say(_("Whole pages") if on else _("Enlarge"))

    def show_part(self, key: str) -> None:
        """Turn to the first page of a part."""
        found = self.made.ranges.get(key) if self.made is not None else None
        if found is not None:
            self.preview.go(found[0] - 1)

    # paper and files

    def print_shown(self) -> None:
        """Print the pages shown; make them first where they are not made yet."""
        if self.made is not None:
            printing.print_printed(self.main, self, self.made.printed)
        else:
            printing.print_document(self.main, self, self.request())

    def save(self, kind: str) -> None:
        """Save as a PDF or as a sheet."""
        book = self.main.session.book
        name = _("Report {month} {group}").format(month=month_name(self.month.value()), group=book.name if book else "")
        printing.save(self.main, self, self.request(), _SUFFIXES[kind], name)


def _ask_chosen(office: Office) -> Chosen:
    from kubebuku.reports import choices

    parts = tuple((part.key, _(part.title)) for part in catalog.PARTS)
    on = office.read(lambda reading: choices.chosen_parts(reading.connection))
    closed = office.ask(ClosedUntil())
    return Chosen(parts, on, office.ask(GroupChoices()).paper, closed)


def _remember(office: Office, parts: frozenset[str]) -> None:
    from kubebuku.reports import choices

    office.write(lambda work: choices.remember_parts(work, parts))


def _make(office: Office, request: Request, month: Month, keys: tuple[str, ...], told: paper_jobs.Told) -> Made:
    printed = paper_jobs.render(office, request, told)
    ranges = {key: printed.pages.range_of(key) for key in keys}
    with paper_jobs.Sheets(printed.data) as sheets:
        shapes = tuple(sheets.size(number) for number in range(printed.pages.total))
    return Made(printed, ranges, shapes, office.ask(ClosingState(month)))


def _state_words(made: Made) -> str:
    standing = made.state.standing
    if standing is None:
        values = {"month": month_name(made.state.month), "code": made.printed.code}
        return _("{month} is not closed yet. Check code for now: {code}.").format(**values)
    values = {"month": month_name(standing.month), "day": long_day(standing.recorded), "code": standing.code}
    return _("{month} was closed on {day}. Check code {code}.").format(**values)
