"""Work beside the window: answers come back in order, trouble goes where it belongs, closing waits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kubebuku.domain.errors import Cancelled, RuleBroken, Surroundings
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.ui import jobs as jobs_module
from kubebuku.ui.jobs import Jobs, Progress, _ProgressDialog
from kubebuku.ui.shell import Shell
from kubebuku.ui.widgets import Dialog, NavEntry, Page, Verb
from tests.ui.hands.door import RecordingDoor
from tests.ui.widgets.gallery import place, refusal


class Gate:
    """Work that waits until the test lets it go on."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.open = threading.Event()

    def work(self, _progress: Progress) -> str:
        self.begun.set()
        assert self.open.wait(20)
        return "saved"


@pytest.fixture
def reports() -> list[BaseException]:
    return []


@pytest.fixture
def jobs(qapp: QApplication, door: RecordingDoor, reports: list[BaseException]) -> Iterator[Jobs]:
    def report(error: BaseException) -> Path:
        reports.append(error)
        return Path("laporan.txt")

    made = Jobs(report)
    yield made
    made.close()
    made.deleteLater()


def raising(error: BaseException) -> Callable[[Progress], object]:
    def work(_progress: Progress) -> object:
        raise error

    return work


def settle(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: not jobs.busy)


def test_the_answer_arrives_on_the_windows_thread_and_is_whole(qtbot: QtBot, jobs: Jobs, qapp: QApplication) -> None:
    got: list[object] = []
    threads: list[object] = []

    def work(_progress: Progress) -> Rupiah:
        threads.append(threading.current_thread().name)
        return Rupiah(LARGEST_AMOUNT)

    def done(answer: Rupiah) -> None:
        threads.append(QThread.currentThread() is qapp.thread())
        got.append(answer)

    jobs.run(work, done)
    settle(qtbot, jobs)
    assert got == [999_999_999_999]
    assert threads == ["kubebuku-work_0", True]


def test_a_refusal_goes_to_the_one_who_asked(qtbot: QtBot, jobs: Jobs, door: RecordingDoor) -> None:
    refused: list[RuleBroken] = []
    after: list[str] = []
    jobs.run(raising(refusal()), None, refused.append, after=lambda: after.append("after"))
    settle(qtbot, jobs)
    assert [error.field for error in refused] == ["amount"]
    assert (after, door.said) == (["after"], [])


def test_a_refusal_nobody_waits_for_is_told_at_the_door(qtbot: QtBot, jobs: Jobs, door: RecordingDoor) -> None:
    jobs.run(raising(refusal()))
    settle(qtbot, jobs)
    assert door.said == ["Uang di Kas tidak cukup"]


class PulledOut(Surroundings):
    wrong = "Flashdisk tercabut."
    remedy = "Colokkan lagi, lalu tekan Coba lagi."


def test_surroundings_are_told_with_their_remedy_and_tried_again(qtbot: QtBot, jobs: Jobs, door: RecordingDoor) -> None:
    tries: list[int] = []
    saved: list[object] = []

    def work(_progress: Progress) -> str:
        tries.append(1)
        if len(tries) == 1:
            raise PulledOut
        return "saved"

    door.answers = [True]
    owner = QWidget()
    qtbot.addWidget(owner)
    jobs.write(owner, work, saved.append)
    settle(qtbot, jobs)
    assert door.said == ["Flashdisk tercabut."]
    assert saved == ["saved"]


def test_a_bug_keeps_the_work_and_writes_a_report(
    qtbot: QtBot, jobs: Jobs, door: RecordingDoor, reports: list[BaseException]
) -> None:
    jobs.run(raising(ZeroDivisionError("division by zero")))
    settle(qtbot, jobs)
    assert door.said == ["bug"]
    assert door.reports == [Path("laporan.txt")]
    assert isinstance(reports[0], ZeroDivisionError)


def test_a_page_that_fails_over_an_answer_is_a_bug_too(qtbot: QtBot, jobs: Jobs, door: RecordingDoor) -> None:
    jobs.run(lambda _progress: 1, lambda answer: answer / 0)
    settle(qtbot, jobs)
    assert door.said == ["bug"]


def test_cancelled_work_is_silent(qtbot: QtBot, jobs: Jobs, door: RecordingDoor) -> None:
    got: list[object] = []
    jobs.run(raising(Cancelled()), got.append, got.append)
    settle(qtbot, jobs)
    assert (got, door.said) == ([], [])


def test_a_second_enter_posts_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    gate, saved, owner = Gate(), list[object](), QWidget()
    qtbot.addWidget(owner)
    assert jobs.write(owner, gate.work, saved.append) is not None
    assert jobs.write(owner, gate.work, saved.append) is None
    gate.open.set()
    settle(qtbot, jobs)
    assert saved == ["saved"]
    assert jobs.write(owner, gate.work, saved.append) is not None
    settle(qtbot, jobs)


def test_only_the_newest_question_of_a_page_is_answered(qtbot: QtBot, jobs: Jobs) -> None:
    gate, got, owner = Gate(), list[object](), QWidget()
    qtbot.addWidget(owner)
    jobs.read(owner, gate.work, got.append)
    jobs.read(owner, lambda _progress: "October", got.append)
    jobs.read(owner, lambda _progress: "November", got.append)
    gate.open.set()
    settle(qtbot, jobs)
    assert got == ["November"]


def test_a_page_that_has_gone_is_not_called(qtbot: QtBot, jobs: Jobs) -> None:
    gate, got, owner = Gate(), list[object](), QWidget()
    jobs.read(owner, gate.work, got.append)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    gate.open.set()
    settle(qtbot, jobs)
    assert got == []


def test_long_work_shows_how_far_it_is_and_can_be_stopped(qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs_module, "PATIENCE_MS", 0)
    stopped = threading.Event()

    def work(progress: Progress) -> None:
        progress.step(3, 16, "Halaman 3 dari 16")
        while True:
            if progress.stopped:
                stopped.set()
            progress.check()
            stopped.wait(0.005)

    got: list[object] = []
    jobs.run(work, got.append, doing="Menyusun laporan")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), _ProgressDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, _ProgressDialog)
    assert dialog.windowTitle() == "Menyusun laporan"
    jobs._stepped.emit((jobs._pending[0], 4, 16, "Halaman 4 dari 16"))
    qtbot.waitUntil(lambda: dialog.text.text() == "Halaman 4 dari 16")
    dialog.buttons["stop"].click()
    settle(qtbot, jobs)
    assert stopped.is_set()
    assert got == []
    assert QApplication.activeModalWidget() is None


def test_no_progress_stands_over_a_dialog_that_the_answer_opened(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs_module, "PATIENCE_MS", 0)
    owner, on_top, saved = QWidget(), list[QWidget | None](), list[str]()
    qtbot.addWidget(owner)

    def fill_in(answer: str) -> None:
        dialog = Dialog(owner, answer, "", (Verb("main", "Simpan"),))

        def save() -> None:
            on_top.append(QApplication.activeModalWidget())
            jobs.write(owner, lambda _progress: "Catering", done=saved.append)  # what the dialog asks for is not refused
            dialog.accept()

        QTimer.singleShot(30, dialog, save)  # a person takes longer than the patience with the work
        dialog.ask()
        assert dialog in on_top

    jobs.write(owner, lambda _progress: "Usaha baru", fill_in)
    settle(qtbot, jobs)
    assert saved == ["Catering"]
    assert jobs._dialogs == {}


def test_the_window_under_the_progress_may_go_first(qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs_module, "PATIENCE_MS", 0)
    gate, got, under = Gate(), list[object](), QWidget()
    jobs.run(gate.work, got.append, doing="Menyalin buku")
    qtbot.waitUntil(lambda: bool(jobs._dialogs))
    dialog = next(iter(jobs._dialogs.values()))
    dialog.setParent(under)
    with qtbot.waitSignal(under.destroyed):
        under.deleteLater()
    jobs._stepped.emit((jobs._pending[0], 1, 2, "Separuh"))
    gate.open.set()
    settle(qtbot, jobs)
    assert len(got) == 1


def test_a_commit_is_never_cancelled() -> None:
    progress = Progress(lambda _done, _of, _doing: None)
    progress.commit()
    progress.stop()
    assert not progress.stopped
    progress.check()
    late = Progress(lambda _done, _of, _doing: None)
    late.stop()
    with pytest.raises(Cancelled):
        late.commit()


def test_work_asked_for_after_the_end_is_refused(qapp: QApplication) -> None:
    ended = Jobs()
    ended.close()
    with pytest.raises(RuntimeError):
        ended.run(lambda _progress: None)


# closing the window, in each phase of the work


@pytest.fixture
def window(qtbot: QtBot, jobs: Jobs) -> Shell:
    shell = Shell((NavEntry("beranda", "beranda", "Beranda"),), {place("beranda"): lambda _shell: Page("Beranda")}, jobs=jobs)
    qtbot.addWidget(shell)
    shell.resize(1024, 600)
    shell.show()
    shell.go_to("beranda")
    qtbot.waitExposed(shell)
    return shell


def test_without_work_it_closes_at_once(window: Shell) -> None:
    assert window.close()


def test_closed_while_the_work_waits_its_turn(qtbot: QtBot, jobs: Jobs, window: Shell) -> None:
    gate, saved = Gate(), list[object]()
    jobs.run(gate.work, saved.append)
    jobs.run(lambda _progress: "second", saved.append)
    qtbot.waitUntil(gate.begun.is_set)
    assert not window.close()
    assert window.saving.isVisible()
    assert window.saving.title.text() == "Sebentar, sedang menyimpan"
    gate.open.set()
    qtbot.waitUntil(window.isHidden)
    assert saved == ["saved", "second"]


def test_closed_while_the_work_runs(qtbot: QtBot, jobs: Jobs, window: Shell) -> None:
    gate, seen = Gate(), list[bool]()
    jobs.run(gate.work, lambda _answer: seen.append(window.isVisible()))
    qtbot.waitUntil(gate.begun.is_set)
    assert not window.close()
    assert not window.close()  # asked again, still waiting
    gate.open.set()
    qtbot.waitUntil(window.isHidden)
    assert seen == [True]


def test_closed_after_the_work_but_before_its_outcome_was_shown(qtbot: QtBot, jobs: Jobs, window: Shell) -> None:
    finished, seen = threading.Event(), list[bool]()

    def work(_progress: Progress) -> None:
        finished.set()

    jobs.run(work, lambda _answer: seen.append(window.isVisible()))
    assert finished.wait(20)  # the window's thread has not turned since: nothing is delivered yet
    assert not window.close()
    qtbot.waitUntil(window.isHidden)
    assert seen == [True]


def test_closed_while_the_outcome_is_being_told(qtbot: QtBot, jobs: Jobs, window: Shell, door: RecordingDoor) -> None:
    tried: list[bool] = []

    def tell(title: str, text: str, *, kind: object = "tell") -> None:
        tried.append(window.close())

    door.tell = tell  # type: ignore[method-assign]
    jobs.run(lambda _progress: "saved", lambda _answer: door.tell("Tersimpan", ""))
    qtbot.waitUntil(window.isHidden)
    assert tried == [False]


def test_closed_while_the_progress_is_shown(qtbot: QtBot, jobs: Jobs, window: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs_module, "PATIENCE_MS", 0)
    gate = Gate()
    jobs.run(gate.work, doing="Menyalin buku")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    assert not window.close()
    gate.open.set()
    qtbot.waitUntil(window.isHidden)
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("anyway", [False, True])
def test_a_refusal_on_the_way_out_asks_before_it_loses_the_record(
    qtbot: QtBot, jobs: Jobs, window: Shell, door: RecordingDoor, *, anyway: bool
) -> None:
    gate, refused = Gate(), list[RuleBroken]()

    def work(progress: Progress) -> None:
        gate.work(progress)
        raise refusal()

    jobs.run(work, None, refused.append)
    door.answers = [not anyway]
    assert not window.close()
    gate.open.set()
    settle(qtbot, jobs)
    assert door.said == ["Catatan terakhir belum tersimpan"]
    assert len(refused) == 1
    if anyway:
        qtbot.waitUntil(window.isHidden)
    else:
        assert window.isVisible()
        assert window.stack.isEnabled()
        assert window.close()
