"""What the computer remembers, and how little a broken file costs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kubebuku.app import paths, settings
from kubebuku.app.settings import Recent, Settings


def test_what_is_saved_is_there_again(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.json"
    kept = Settings("en", "dark", 150, "Citra Contoh, bendahara", "a4", (Recent("/buku/a.kubebuku", "Kube Contoh"),))
    assert settings.save(kept, file)
    assert settings.load(file) == kept
    assert [one.name for one in file.parent.iterdir()] == ["settings.json"]


def test_the_file_lies_in_the_settings_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBEBUKU_HOME", str(tmp_path))
    assert settings.load() == Settings()
    assert settings.save(Settings(holder="Ani Contoh"))
    assert paths.settings_file().is_file()
    assert settings.load().holder == "Ani Contoh"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "\x00\x01", '{"recent": 3, "text": true, "language": "xx", "holder": 5}']
)
def test_a_broken_file_costs_nothing_but_itself(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")
    assert settings.load(file) == Settings()


def test_each_wrong_value_falls_back_alone(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"text": 900, "paper": "a4", "recent": [{"path": "x", "name": "X"}, {"path": ""}, 7]}', encoding="utf-8")
    found = settings.load(file)
    assert (found.text, found.paper, found.recent) == (100, "a4", (Recent("x", "X"),))


def test_where_nothing_can_be_written_work_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not settings.save(Settings(), tmp_path / "file" / "settings.json")


def test_recent_books_come_newest_first_without_doubles() -> None:
    kept = Settings()
    for number in range(10):
        kept = kept.opened(Path(f"/buku/{number}.kubebuku"), f"Kube {number}")
    kept = kept.opened(Path("/buku/4.kubebuku"), "Kube empat")
    assert len(kept.recent) == settings.MOST_RECENT
    assert kept.recent[0].name == "Kube empat"
    assert [one.name for one in kept.recent].count("Kube 4") == 0
    assert kept.forgotten(kept.recent[0].path).recent[0].name == "Kube 9"
