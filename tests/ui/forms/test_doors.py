"""Catat: three doors, keys, what is often recorded; and the pages around it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from kubebuku.app.office import Office
from kubebuku.app.settings import Settings
from kubebuku.books.cash.commands import OtherReceipt
from kubebuku.books.opening.commands import OpenBook, OpeningBox
from kubebuku.books.spec import Door
from kubebuku.domain.money import Rupiah
from kubebuku.ui import places, shots, theme
from kubebuku.ui.forms.choices import UnitChoice, unit_icon
from kubebuku.ui.forms.doors import RecordDoors
from kubebuku.ui.forms.fields import read_number, read_quantity, write_quantity
from kubebuku.ui.forms.kinds import DOORS, kinds_of
from kubebuku.ui.help.dialog import Help
from kubebuku.ui.keys import KEYS
from kubebuku.ui.pages import PAGES, nav_entries
from kubebuku.ui.refusals import NotANumber, NotAQuantity
from kubebuku.ui.widgets import Label, TextField
from tests.builders import TODAY
from tests.ui.hands.laptop import PLACES, Laptop, opened

SIZES = [(1366, 768, 1.0), (1024, 600, 1.0), (1366, 768, 1.5), (1024, 600, 2.0)]


def doors(laptop: Laptop) -> RecordDoors:
    laptop.window.go(places.Doors())
    laptop.settle()
    assert isinstance(laptop.page, RecordDoors)
    return laptop.page


def test_every_page_of_the_registry_can_be_built() -> None:
    assert len({page.key for page in PAGES}) == len(PAGES)
    assert len(nav_entries()) >= 3
    for page in PAGES:
        module, _, name = page.factory.partition(":")
        assert isinstance(getattr(__import__(module, fromlist=[name]), name), type), page.factory
        assert bool(page.label) == bool(page.group or page.under), page.key


def test_a_door_key_shows_its_kinds_and_a_letter_opens_one(desk: Laptop) -> None:
    page = doors(desk)
    assert [tile.words for tile in page.tiles][:2] == ["Sewa tenda", "Catering"]
    desk.type("2")
    assert page.door is Door.OUT
    wages = next(tile for tile in page.tiles if tile.words == "Upah")
    desk.type(wages.letter.lower())
    assert desk.window.key == "record"
    assert desk.record.title == "Upah"


def test_every_money_form_has_a_tile_and_each_business_its_own() -> None:
    units = (UnitChoice(2, "Sewa tenda", "tenda"), UnitChoice(3, "Catering", "catering"))
    for one in DOORS:
        kinds = kinds_of(one.door, units)
        assert kinds, one.door
        assert {kind.values.get("unit") for kind in kinds if kind.form.per_unit} <= {2, 3}
    keys = [kind.form.key for kind in kinds_of(Door.OUT, units)]
    assert {"wages", "transport", "other_out"} <= set(keys)
    everyday = [kind.form.key for kind in kinds_of(Door.OUT, units) if not kind.group]
    assert everyday[-1] == "other_out", "what is open-ended comes last"


def test_the_fourth_key_opens_what_moves_no_money(desk: Laptop) -> None:
    page = doors(desk)
    desk.type("4")
    assert page.door is Door.OTHER
    assert page.other.isHidden()
    assert "Hitung uang" in [tile.words for tile in page.tiles]


def test_what_is_often_recorded_is_one_press_away(desk: Laptop) -> None:
    for amount in (1000, 2000, 3000):
        desk.window.session.run(desk.window, OtherReceipt(on=TODAY, description="Hadiah", amount=Rupiah(amount)))
        desk.settle()
    doors(desk)
    assert "Sering dicatat:" in desk.reads()
    desk.press("Uang masuk lain")
    assert desk.window.key == "record"


def test_descriptions_used_before_come_up(desk: Laptop) -> None:
    desk.window.session.run(desk.window, OtherReceipt(on=TODAY, description="Hadiah lomba desa", amount=Rupiah(1000)))
    desk.settle()
    desk.begin("other_in")
    field = desk.entry("description").widget
    assert isinstance(field, TextField)
    model = field.line.completer().model()
    assert isinstance(model, QStringListModel)
    assert model.stringList() == ["Hadiah lomba desa"]


def test_a_row_that_was_just_recorded_opens_its_story(desk: Laptop) -> None:
    desk.begin("other_in")
    desk.type("50000")
    desk.at("description")
    desk.type("Hadiah")
    desk.save()
    page = desk.page
    assert isinstance(page, RecordDoors)
    assert not page.recent_card.isHidden()
    assert [words for words, _act, _icon in page._row_acts(page.recent.current())] == ["Ubah", "Urungkan", "Cerita"]
    page.recent.setFocus()
    desk.enter()
    assert desk.window.key == "story"


def test_other_books_lists_what_is_not_needed_daily(desk: Laptop) -> None:
    desk.window.go(places.OtherBooks())
    desk.settle()
    for words in ("Saldo awal", "Catatan tertunda", "Jurnal umum", "Tampilan"):
        assert words in desk.words_of_buttons(), words
    desk.press("Jurnal umum")
    assert desk.window.key == "journal"


def test_another_groups_book_is_opened_without_leaving_the_program(desk: Laptop) -> None:
    book = desk.window.session.book
    assert book is not None
    desk.window.go(places.OtherBooks())
    desk.settle()
    desk.press("Ganti buku")
    assert desk.window.key == "start"
    assert desk.window.session.book is None
    with Office.open(book.path, who="Dedi Contoh") as office:  # it is free for others
        assert office.writable
    assert book.name in desk.reads()
    desk.press(book.name)
    assert desk.window.key == "home"


def test_display_acts_at_once_and_is_remembered(desk: Laptop) -> None:
    desk.window.go(places.Display())
    desk.settle()
    desk.press("150 %")
    assert theme.current().text == 1.5
    assert desk.kept[-1].text == 150
    desk.press("Gelap")
    assert theme.current().c.name == "dark"
    assert desk.kept[-1].colours == "dark"
    desk.press("English")
    assert desk.kept[-1].language == "en"
    assert "dibuka lagi" in desk.reads()
    page = desk.page
    page.holder.set_value("")  # type: ignore[attr-defined]
    desk.press("Simpan nama")
    assert page.holder.refused()  # type: ignore[attr-defined]
    page.holder.set_value("Dedi Contoh, ketua")  # type: ignore[attr-defined]
    desk.press("Simpan nama")
    assert desk.kept[-1].holder == "Dedi Contoh, ketua"
    assert "Dedi Contoh, ketua" in desk.reads()


def test_text_size_by_key_is_remembered(desk: Laptop) -> None:
    desk.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert desk.kept[-1].text == 125


def test_help_lists_every_key(desk: Laptop) -> None:
    dialog = Help(desk.window)
    words = {label.text() for label in dialog.findChildren(Label)}
    assert {key.keys for key in KEYS} <= words
    dialog.deleteLater()
    desk.key(Qt.Key.Key_F1)
    assert desk.door.said[-1] == "Bantuan"


@pytest.mark.parametrize(("text", "milli"), [("12", 12_000), ("2,5", 2_500), ("1.000", 1_000_000), ("0,125", 125)])
def test_quantities_are_read_and_written(text: str, milli: int) -> None:
    assert read_quantity(text, "lines") == milli
    assert read_quantity(write_quantity(milli), "lines") == milli


@pytest.mark.parametrize("text", ["", "abc", "1,2345", "-3", "1,2,3", ",5"])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(NotAQuantity):
        read_quantity(text, "lines")


def test_a_number_is_whole() -> None:
    assert read_number("1.200", "number") == 1200
    with pytest.raises(NotANumber):
        read_number("1,5", "number")


def test_a_business_has_an_icon_that_fits() -> None:
    assert unit_icon("Penyewaan tenda", None) == "tenda"
    assert unit_icon("Katering ibu-ibu", None) == "catering"
    assert unit_icon("Ternak lele", None) == "usaha"
    assert unit_icon("Sewa tenda", "barang") == "barang"


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_the_form_fits_every_window(desk: Laptop, width: int, height: int, text: float) -> None:
    theme.use(theme.Theme("light", text))
    desk.window.resize(width, height)
    desk.begin("wages")
    page = desk.record
    assert page.area.horizontalScrollBar().maximum() == 0
    beside = text < 1.75
    assert page.boxes.isVisible() is beside
    assert page.lines.isVisible() is not beside
    for target in [entry.widget.focusProxy() or entry.widget for entry in page.entries] + [page.form.main]:  # type: ignore[union-attr]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        desk.settle()
        seen = target.visibleRegion().boundingRect()
        assert seen.height() >= min(target.height(), 40), target.accessibleName()


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_no_page_is_wider_than_its_window(desk: Laptop, width: int, height: int, text: float) -> None:
    theme.use(theme.Theme("light", text))
    desk.window.resize(width, height)
    for key in ("catat", "opening", "journal", "pending", "bukulain", "display", "start"):
        desk.window.go(PLACES[key]())
        desk.settle()
        area = desk.page.area
        assert area.widget().minimumSizeHint().width() <= area.viewport().width(), key


def test_every_control_has_a_name_for_screen_readers(desk: Laptop) -> None:
    for key in ("catat", "opening", "journal", "pending", "bukulain", "display"):
        desk.window.go(PLACES[key]())
        desk.settle()
        for control in desk.page.findChildren(QWidget):
            if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.focusProxy() is None:
                name = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
                assert name, f"{key}: {type(control).__name__} in {type(control.parent()).__name__}"
        if key in ("opening", "journal"):
            desk.record.let_go()


def test_pictures_of_the_pages(
    book_path: Path, tmp_path: Path, frozen_clock: None, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shots, "_QUIET_ROUNDS", 3)  # as `Laptop.settle`: nobody looks at the last movement
    opened(book_path, OpenBook(boxes=(OpeningBox(box="1101", amount=Rupiah(9_215_000)),)))
    assert shots.main([str(book_path), str(tmp_path / "gambar"), "--size", "1024x600", "--text", "125", "--theme", "dark"]) == 0
    made = {file.stem for file in (tmp_path / "gambar").glob("*.png")}
    assert {"mulai", "catat", "opening", "pending", "journal"} <= made


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from PySide6.QtCore import QEvent, QObject\n"
        "from kubebuku.ui.main import build\n"
        "app, window = build()\n"
        "heavy = ('sqlalchemy', 'reportlab', 'babel', 'alembic', 'xlsxwriter')\n"
        "class First(QObject):\n"
        "    def eventFilter(self, watched, event):\n"
        "        if event.type() == QEvent.Type.Paint and watched is window:\n"
        "            print('painted', sorted(name for name in heavy if name in sys.modules))\n"
        "            app.quit()\n"
        "        return False\n"
        "first = First()\n"
        "window.installEventFilter(first)\n"
        "window.show()\n"
        "app.exec()\n"
        "window.jobs.close()\n"
    )
    home = {"KUBEBUKU_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run([sys.executable, "-c", script], env=home, capture_output=True, text=True, timeout=60, check=True)
    assert "painted []" in done.stdout, done.stdout + done.stderr


def test_a_book_named_at_the_start_is_opened_behind_the_window(book_path: Path, tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QEvent, QObject, QTimer\n"
        "from kubebuku.ui.main import build\n"
        "app, window = build(Path(sys.argv[1]))\n"
        "class First(QObject):\n"
        "    def eventFilter(self, watched, event):\n"
        "        if event.type() == QEvent.Type.Paint and watched is window:\n"
        "            print('painted, open:', window.session.book is not None)\n"
        "            window.removeEventFilter(self)\n"
        "        return False\n"
        "first = First()\n"
        "window.installEventFilter(first)\n"
        "def look():\n"
        "    if window.key == 'home' and window.proved:\n"
        "        print('then', window.session.book.name)\n"
        "        watch.stop()\n"
        "        app.quit()\n"
        "watch = QTimer()\n"
        "watch.timeout.connect(look)\n"
        "watch.start(5)\n"
        "window.show()\n"
        "app.exec()\n"
        "window.jobs.close()\n"
    )
    home = {"KUBEBUKU_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run(
        [sys.executable, "-c", script, str(book_path)], env=home, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.splitlines() == ["painted, open: False", "then Kube Contoh"], done.stderr


def test_settings_make_the_window(laptop: Laptop) -> None:
    assert isinstance(laptop.window.settings, Settings)
    assert laptop.window.windowTitle() == "KubeBuku"
