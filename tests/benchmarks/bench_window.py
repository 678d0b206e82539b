"""The window: from the start of the process to the first paint, to the cash book and to the proof; and every page of a full book.

Whole processes are told what to wait for and leave at that moment; imports, fonts and the theme are in the figure.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QEvent, QEventLoop, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytest_benchmark.fixture import BenchmarkFixture

from kubebuku.app.settings import Settings
from kubebuku.books.places import Place
from kubebuku.ui import messages, places, theme
from kubebuku.ui.jobs import Jobs
from kubebuku.ui.pages import PAGES
from kubebuku.ui.shots import Nobody, settle
from kubebuku.ui.widgets import BookTable
from kubebuku.ui.window import Window
from tests.benchmarks.fullbook import copy_to as copy_of_full
from tests.benchmarks.tenyears import ten_years
from tests.ui.widgets.gallery import COLUMNS, LINES, TOTALS

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5
ROWS = 24_000

# ---- whole processes; each ends itself the moment it has shown what was asked for

_QT = """
import os, sys
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
class First(QWidget):
    def event(self, event):
        if event.type() == QEvent.Type.Paint:
            os._exit(0)
        return super().event(event)
app = QApplication(sys.argv[:1])
first = First()
first.resize(1366, 768)
first.show()
app.exec()
"""

_QT_CORE = """
import os, sys
from PySide6.QtCore import QEvent, QAbstractTableModel, Qt
from PySide6.QtWidgets import QApplication, QTableView
from sqlalchemy import create_engine, text
class Rows(QAbstractTableModel):
    def rowCount(self, parent=None): return len(rows)
    def columnCount(self, parent=None): return 4
    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return str(rows[index.row()][index.column()]) if role == Qt.ItemDataRole.DisplayRole else None
class First(QTableView):
    def viewportEvent(self, event):
        if event.type() == QEvent.Type.Paint:
            os._exit(0)
        return super().viewportEvent(event)
app = QApplication(sys.argv[:1])
with create_engine("sqlite:///" + sys.argv[1]).connect() as connection:
    rows = connection.execute(text("SELECT p.date, e.description, e.seq, p.amount FROM posting p JOIN entry e ON e.id = p.entry"
        " WHERE p.account = '1101' AND p.date >= '2025-12-01' ORDER BY p.date")).all()
view = First()
view.setModel(Rows())
view.resize(1366, 768)
view.show()
app.exec()
"""

_WINDOW = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from kubebuku.ui.main import build
app, window = build()
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is window:
            os._exit(0)
        return False
first = First()
window.installEventFilter(first)
window.show()
app.exec()
"""

_BOOK = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from datetime import date
from kubebuku.app import clock
from kubebuku.ui.main import build
clock.today = lambda: date(2025, 12, 31)  # the book's last month
app, window = build(Path(sys.argv[1]))
open_book = window.open_book
window.open_book = lambda path: open_book(path, write=False, then="cash_book")
proof = sys.argv[2] == "proved"
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and window.key == "cash_book" and window.current().table.model.rowCount():
            if not proof:
                os._exit(0)
        return False
first = First()
app.installEventFilter(first)
def look():
    if window.proved and window.key == "cash_book" and window.current().table.model.rowCount():
        os._exit(0)
watch = QTimer()
watch.timeout.connect(look)
if proof:
    watch.start(2)
window.resize(1366, 768)
window.show()
app.exec()
"""


def process(folder: Path, script: str, *arguments: str) -> None:
    place = {"KUBEBUKU_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", script, *arguments], env=os.environ | place, check=True, timeout=120)


def measure(benchmark: BenchmarkFixture, folder: Path, script: str, *arguments: str) -> None:
    benchmark.pedantic(process, args=(folder, script, *arguments), rounds=ROUNDS, warmup_rounds=1)  # type: ignore[no-untyped-call]


@pytest.mark.benchmark(group="first window (shown before anything heavy)")
def test_yardstick_qt_alone(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    measure(benchmark, tmp_path, _QT)


@pytest.mark.benchmark(group="first window (shown before anything heavy)")
def test_first_window(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    measure(benchmark, tmp_path, _WINDOW)


@pytest.mark.benchmark(group="start to painted cash book, ten years (aim 0.35 s), to the whole book proved (aim 0.60 s)")
def test_yardstick_qt_and_core(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """A bare table with the rows of one month, asked through Core."""
    measure(benchmark, tmp_path, _QT_CORE, str(ten_years()))


@pytest.mark.benchmark(group="start to painted cash book, ten years (aim 0.35 s), to the whole book proved (aim 0.60 s)")
@pytest.mark.parametrize("until", ["painted", "proved"])
def test_start(benchmark: BenchmarkFixture, tmp_path: Path, until: str) -> None:
    measure(benchmark, tmp_path, _BOOK, str(ten_years()), until)


# ---- every page of a full book, from the click to the painted page


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.start(app, theme.Theme())
    jobs = Jobs()
    made = Window(jobs, Settings(holder="Citra Contoh"), lambda _settings: None)
    made.resize(1366, 768)
    made.show()
    before = messages.set_door(Nobody())
    made.open_book(copy_of_full(tmp_path_factory.mktemp("buku")))
    settle(jobs)
    yield made
    made.session.close()
    settle(jobs)
    jobs.close()
    made.deleteLater()
    messages.set_door(before)


def click(window: Window, place: Place) -> None:
    """Go there and wait until the answer of the books has been painted."""
    window.go(place)
    jobs = window.session.jobs
    while jobs.busy:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()


SEEN: list[Place] = [page.place() for page in PAGES if page.group or page.under]
SEEN += [picture for page in PAGES for picture in page.pictures]


@pytest.mark.benchmark(group="a page of a full book, from the click to the painted page (aim 0.15 s)")
@pytest.mark.parametrize("place", SEEN, ids=[" ".join([place.key, *map(str, vars(place).values())])[:40] for place in SEEN])
def test_page(benchmark: BenchmarkFixture, window: Window, place: Place) -> None:
    def leave() -> None:
        page = window.current()
        if page is not None and hasattr(page, "let_go"):
            page.let_go()
        window.forget_pages()
        click(window, places.Help() if place.key == "display" else places.Display())

    benchmark.pedantic(lambda: click(window, place), setup=leave, rounds=ROUNDS)  # type: ignore[no-untyped-call]
    assert window.key == place.key


# ---- a long table


class Plain(QAbstractTableModel):
    """Rows as bare text."""

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return ROWS

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return len(COLUMNS)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return (
            str(getattr(LINES[index.row() % len(LINES)], COLUMNS[index.column()].key))
            if role == Qt.ItemDataRole.DisplayRole
            else None
        )


def painted(made: QWidget) -> None:
    made.resize(1120, 640)
    made.show()
    QApplication.processEvents()
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.benchmark(group="24,000 rows of a table to their first paint (aim 40 ms)")
def test_yardstick_table(benchmark: BenchmarkFixture, window: Window) -> None:
    def show() -> None:
        view = QTableView()
        model = Plain(view)
        view.setModel(model)
        painted(view)

    benchmark.pedantic(show, rounds=ROUNDS, warmup_rounds=1)  # type: ignore[no-untyped-call]


@pytest.mark.benchmark(group="24,000 rows of a table to their first paint (aim 40 ms)")
def test_table(benchmark: BenchmarkFixture, window: Window) -> None:
    rows = (LINES * (ROWS // len(LINES) + 1))[:ROWS]

    def show() -> None:
        table = BookTable(COLUMNS, name="Buku kas")
        table.show_rows(rows, TOTALS)
        painted(table)

    benchmark.pedantic(show, rounds=ROUNDS, warmup_rounds=1)  # type: ignore[no-untyped-call]
