"""Folders, clock, log and report files of the program itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
import time_machine

from kubebuku.app import clock, log, paths


@pytest.fixture(autouse=True)
def _quiet_log() -> Iterator[None]:
    yield
    log.stop()


def fail_over(savings: dict[str, int]) -> None:
    try:
        savings["Ani Contoh"]
    except KeyError as cause:
        message = "simpanan Ani Contoh Rp750.000"
        raise RuntimeError(message) from cause


def failure() -> BaseException:
    """An error with a cause, raised where a member's name was at hand."""
    with pytest.raises(RuntimeError) as caught:
        fail_over({})
    return caught.value


@time_machine.travel(datetime(2026, 11, 22, 23, 59, 58, 123456), tick=False)
def test_clock_gives_the_local_day_and_whole_seconds() -> None:
    assert clock.today() == date.today()
    assert clock.now().date() == clock.today()
    assert clock.now().microsecond == 0
    assert clock.now().tzinfo is None


def test_one_folder_holds_everything_of_a_program_on_a_stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBEBUKU_HOME", str(tmp_path))
    places = [paths.settings_file(), paths.log_folder(), paths.report_folder(), paths.books_folder(), paths.backup_folder()]
    assert all(place.is_relative_to(tmp_path) for place in places)
    assert list(tmp_path.iterdir()) == [], "asking for a folder must not make it"


def test_otherwise_the_folders_are_those_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KUBEBUKU_HOME", raising=False)
    assert paths.settings_file().name == "settings.json"
    assert paths.settings_file().parent.name == "KubeBuku"
    assert "KubeBuku" in paths.log_folder().parts
    assert paths.backup_folder().is_relative_to(paths.books_folder())


def test_a_folder_is_made_with_those_above_it_and_twice_is_no_harm(tmp_path: Path) -> None:
    assert paths.made(tmp_path / "a" / "b").is_dir()
    assert paths.made(tmp_path / "a" / "b").is_dir()


def test_log_is_written_and_turns_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_LARGEST", 400)
    file = log.start(tmp_path)
    for number in range(40):
        log.logger.info("halaman %d", number)
    assert file == tmp_path / "kubebuku.log"
    assert "halaman 39" in file.read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kubebuku.log", "kubebuku.log.1", "kubebuku.log.2"]


def test_log_goes_to_the_log_folder_unless_told_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBEBUKU_HOME", str(tmp_path))
    assert log.start() == tmp_path / "log" / "kubebuku.log"
    assert len(log.logger.handlers) == 1


def test_without_a_place_to_write_the_program_goes_on(tmp_path: Path) -> None:
    blocked = tmp_path / "berkas"
    blocked.write_text("bukan folder", encoding="utf-8")
    assert log.start(blocked) is None
    log.logger.info("tidak tertulis")
    assert log.report(failure(), folder=blocked) is None


def test_report_names_the_place_and_keeps_the_book_to_itself(tmp_path: Path) -> None:
    log.start(tmp_path)
    log.logger.info("halaman Buku Kas")
    file = log.report(failure(), doing="Catat", folder=tmp_path / "reports")
    assert file is not None
    text = file.read_text("utf-8")
    assert "doing: Catat" in text
    assert "RuntimeError" in text
    assert "KeyError" in text
    assert "app/test_places.py:" in text
    assert "halaman Buku Kas" in text
    assert "Ani Contoh" not in text
    assert "750.000" not in text
    assert str(Path.home()) not in text


@time_machine.travel(datetime(2026, 11, 22, 9, 0), tick=False)
def test_two_failures_in_one_second_leave_two_reports(tmp_path: Path) -> None:
    first, second, third = (log.report(failure(), folder=tmp_path) for _ in range(3))
    assert len({first, second, third}) == 3
    assert len(list(tmp_path.iterdir())) == 3


def test_log_file_is_let_go(tmp_path: Path) -> None:
    log.start(tmp_path)
    log.stop()
    assert logging.getLogger("kubebuku").handlers == []
