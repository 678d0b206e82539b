"""A machine without a screen, or with one that cannot be drawn on: the program says so and does not fall over.

Each test is a process of its own: Qt would end it with a signal.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")

_NO_SCREEN = "Di sini tidak ada layar untuk jendela; kubebuku --help menunjukkan apa yang bisa tanpa jendela.\n"
_NOT_DRAWN = (
    "Jendela tidak bisa digambar di sini: layarnya tidak menjawab, atau ada bagian sistem yang belum terpasang "
    "(QT_DEBUG_PLUGINS=1 menunjukkan yang mana).\n"
)


def opened(*words: str | Path, home: Path, program: str = "", **surroundings: str) -> tuple[int, str, str]:
    """`kubebuku WORDS` for somebody who lives in `home`, after `program` was run in the same process."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("QT_", "XDG_", "KUBEBUKU_")) and name not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    start = f"{program}; import sys; from kubebuku.__main__ import main; sys.exit(main(sys.argv[1:]))".removeprefix("; ")
    done = subprocess.run(
        [sys.executable, "-c", start, *map(str, words)],
        env=kept | {"HOME": str(home)} | surroundings,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout, done.stderr


def test_without_a_screen_a_book_is_answered_in_one_sentence(book_path: Path, tmp_path: Path) -> None:
    before = book_path.read_bytes()
    assert opened(book_path, home=tmp_path) == (3, "", _NO_SCREEN)
    assert book_path.read_bytes() == before


def test_without_a_screen_the_start_page_is_answered_alike_in_the_language_asked_for(tmp_path: Path) -> None:
    sentence = "There is no screen here for the window; kubebuku --help lists what can be done without one.\n"
    assert opened("--lang=en", home=tmp_path) == (3, "", sentence)


@pytest.mark.parametrize("named", [{"DISPLAY": ":97"}, {"QT_QPA_PLATFORM": "xcb"}, {"QT_QPA_PLATFORM": "kanvas"}])
def test_screen_that_cannot_be_drawn_on_is_told(named: dict[str, str], book_path: Path, tmp_path: Path) -> None:
    assert opened(book_path, home=tmp_path, **named) == (3, "", _NOT_DRAWN)


def test_plugin_that_does_not_load_is_told(book_path: Path, tmp_path: Path) -> None:
    """As where libxcb-cursor0 is missing: the plugin is found and is no library that can be loaded."""
    plugins = tmp_path / "plugins"
    (plugins / "platforms").mkdir(parents=True)
    (plugins / "platforms" / "libqxcb.so").write_bytes(b"\x7fELF cut short")
    found = {"DISPLAY": ":97", "QT_QPA_PLATFORM_PLUGIN_PATH": str(plugins / "platforms"), "QT_PLUGIN_PATH": str(plugins)}
    assert opened(book_path, home=tmp_path, **found) == (3, "", _NOT_DRAWN)


def test_cause_is_shown_to_who_looks_for_it(tmp_path: Path) -> None:
    code, _out, err = opened(home=tmp_path, DISPLAY=":97", QT_DEBUG_PLUGINS="1")
    assert code == 3
    assert "libqxcb.so" in err
    assert err.endswith(_NOT_DRAWN)


def test_library_that_qt_itself_lacks_is_told(book_path: Path, tmp_path: Path) -> None:
    lacking = "import sys; sys.modules['PySide6.QtWidgets'] = None"
    assert opened(book_path, home=tmp_path, program=lacking, DISPLAY=":0") == (3, "", _NOT_DRAWN)


def test_another_missing_module_is_a_fault_of_the_program_and_stays_one(tmp_path: Path) -> None:
    code, _out, err = opened(home=tmp_path, program="import sys; sys.modules['kubebuku.ui.window'] = None")
    assert code == 1
    assert "kubebuku.ui.window" in err
