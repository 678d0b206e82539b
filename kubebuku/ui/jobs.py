"""Work that may take time: one worker thread, results on the window's thread, trouble split into its four kinds."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar

from kubebuku.domain.errors import Cancelled, RuleBroken, Surroundings
from kubebuku.i18n import _
from kubebuku.ui import messages
from kubebuku.ui.widgets.dialogs import Dialog, Verb

T = TypeVar("T")
PATIENCE_MS = 600

#: Writes what is needed to mend the program and says where (`kubebuku.app.log.report`).
Reporter = Callable[[BaseException], Path | None]


class Progress:
    """Given to the work on the worker thread; the only thing both threads touch.

    Long work calls `step` or `check` now and then; both raise `Cancelled` once the person has asked to stop. Work that is about
    to commit calls `commit` first: from then on it is not cancelled any more.
    """

    def __init__(self, told: Callable[[int, int, str], None]) -> None:
        self._told = told
        self._stop = threading.Event()
        self._final = threading.Event()

    def step(self, done: int, of: int, doing: str = "") -> None:
        """Tell how far it is: `done` of `of` (0: unknown), and a sentence about what is being done."""
        self.check()
        self._told(done, of, doing)

    def check(self) -> None:
        """Raise `Cancelled` if the person asked to stop."""
        if self.stopped:
            raise Cancelled

    @property
    def stopped(self) -> bool:
        """Whether to stop; for SQLite's progress handler, which is asked often."""
        return self._stop.is_set() and not self._final.is_set()

    def commit(self) -> None:
        """The point of no return: check once more, then no cancel counts."""
        self.check()
        self._final.set()

    def stop(self) -> None:
        """Ask the work to stop (from the window's thread)."""
        self._stop.set()


@dataclass(eq=False)
class Job(Generic[T]):
    """One piece of work under way."""

    work: Callable[[Progress], T]
    done: Callable[[T], object] | None = None
    failed: Callable[[RuleBroken], object] | None = None
    after: Callable[[], object] | None = None
    owner: QObject | None = None
    doing: str = ""
    kind: str = "run"
    quiet: bool = False
    retry: bool = False
    progress: Progress = field(init=False)
    stale: bool = False
    #: the work itself is over; a dialog that its outcome opened may still stand
    landed: bool = False
    result: T | None = None
    error: BaseException | None = None

    @property
    def wanted(self) -> bool:
        """Whether the one who asked is still there and has not asked anew."""
        return not self.stale and (self.owner is None or shiboken6.isValid(self.owner))

    def cancel(self) -> None:
        """Ask it to stop."""
        self.progress.stop()


class _ProgressDialog(Dialog):
    def __init__(self, job: Job[object]) -> None:
        super().__init__(QApplication.activeWindow(), job.doing or _("One moment"), "", (Verb("stop", _("Stop")),))
        self._job = job
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("How far it is"))
        self.add(self.bar)

    def tell(self, done: int, of: int, doing: str) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.text.setText(doing)
        self.text.setVisible(bool(doing))

    def accepts(self, answer: str) -> bool:
        self.reject()
        return False

    def reject(self) -> None:
        """Esc and the button ask the work to stop; the dialog goes when it has."""
        self._job.cancel()
        self.tell(0, 0, _("Stopping"))
        self.buttons["stop"].setEnabled(False)

    def finish(self) -> None:
        """The work has ended."""
        QDialog.accept(self)
        self.deleteLater()


class Jobs(QObject):
    """The front of one `ThreadPoolExecutor(1)`.

    `read` keeps only the newest answer for its owner; `write` refuses a second one while the first is under way, so that
    Enter pressed twice posts once; `run` is the plain form. `done`, `failed` and `after` are called on the window's thread,
    and not at all once `owner` has been deleted. RuleBroken goes to `failed` (or to the door), Surroundings to the door with
    *Coba lagi*, Cancelled to nobody; anything else is a bug: reported to a file and told.
    """

    _landed = Signal(object)
    _stepped = Signal(object)
    idle = Signal()

    def __init__(self, report: Reporter | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report = report or (lambda _error: None)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="kubebuku-work")
        self._pending: list[Job[object]] = []
        self._dialogs: dict[int, _ProgressDialog] = {}
        self._closed = False
        self.last_error: BaseException | None = None
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._show_step, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any work is waiting, running, or not yet shown."""
        return bool(self._pending)

    def read(
        self, owner: QObject, work: Callable[[Progress], T], done: Callable[[T], object], *, doing: str = "", quiet: bool = False
    ) -> Job[T]:
        """Ask the books for `owner`; an older answer that has not arrived yet is dropped."""
        for job in self._pending:
            if job.owner is owner and job.kind == "read":
                job.stale = True
                job.cancel()
        return self._start(Job(work, done, owner=owner, doing=doing, kind="read", quiet=quiet, retry=True))

    def write(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[RuleBroken], object] | None = None,
        *,
        after: Callable[[], object] | None = None,
        doing: str = "",
    ) -> Job[T] | None:
        """Record something for `owner`; None (and nothing happens) while its former writing is under way."""
        if any(job.owner is owner and job.kind == "write" and not job.landed for job in self._pending):
            return None
        return self._start(Job(work, done, failed, after, owner, doing or _("Saving"), kind="write", retry=True))

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[RuleBroken], object] | None = None,
        *,
        after: Callable[[], object] | None = None,
        owner: QObject | None = None,
        doing: str = "",
        quiet: bool = False,
        retry: bool = False,
    ) -> Job[T]:
        """Work of any kind. `after` comes last in every case; `quiet`: no progress dialog; `retry`: offer *Coba lagi*."""
        return self._start(Job(work, done, failed, after, owner, doing, quiet=quiet, retry=retry))

    def close(self) -> None:
        """Wait for the work under way and end the thread. Call it when not `busy`; work asked for later is refused."""
        self._closed = True
        self._pool.shutdown(wait=True)

    def bug(self, error: BaseException) -> None:
        """Report a failure of the program and tell about it."""
        self.last_error = error
        messages.door().bug(self._report(error))

    def _start(self, job: Job[T]) -> Job[T]:
        if self._closed:
            raise RuntimeError("the worker has been closed")
        same = cast("Job[object]", job)
        job.progress = Progress(lambda count, of, words: self._stepped.emit((same, count, of, words)))
        self._pending.append(same)
        if not job.quiet:
            QTimer.singleShot(PATIENCE_MS, self, lambda: self._lose_patience(same))
        self._pool.submit(self._work, same)
        return job

    def _work(self, job: Job[object]) -> None:
        """On the worker thread: nothing is touched but the job itself."""
        try:
            job.progress.check()
            job.result = job.work(job.progress)
        except BaseException as error:  # noqa: BLE001 (it is carried to the window's thread and sorted there)
            job.error = error
        self._landed.emit(job)

    def _land(self, landed: object) -> None:
        job = cast("Job[object]", landed)
        job.landed = True
        dialog = self._dialogs.pop(id(job), None)
        if dialog is not None and shiboken6.isValid(dialog):  # it went with the window over which it stood
            dialog.finish()
        again = False
        try:
            again = self._tell(job)
        except RuleBroken as refusal:
            messages.door().refusal(refusal)
        except Exception as error:  # noqa: BLE001 (a page's own failure is a bug like any other)
            self.bug(error)
        finally:
            self._pending.remove(job)
            if again:
                self._again(job)
            if not self._pending:
                self.idle.emit()

    def _tell(self, job: Job[object]) -> bool:
        """Carry the outcome to whom it concerns; whether to try again."""
        self.last_error = job.error
        again = False
        if job.error is None:
            if job.done is not None and job.wanted:
                job.done(job.result)
        elif isinstance(job.error, Cancelled) or job.stale:
            pass
        elif isinstance(job.error, RuleBroken):
            if job.failed is not None and job.wanted:
                job.failed(job.error)
            else:
                messages.door().refusal(job.error)
        elif isinstance(job.error, Surroundings):
            again = messages.door().surroundings(job.error, retry=job.retry) and job.retry
        else:
            self.bug(job.error)
        if job.after is not None and not again and job.wanted:
            job.after()
        return again

    def _again(self, job: Job[object]) -> None:
        self._start(
            Job(job.work, job.done, job.failed, job.after, job.owner, job.doing, kind=job.kind, quiet=job.quiet, retry=job.retry)
        )

    def _lose_patience(self, job: Job[object]) -> None:
        if job in self._pending and id(job) not in self._dialogs and not (job.stale or job.landed):
            dialog = self._dialogs[id(job)] = _ProgressDialog(job)
            dialog.open()

    def _show_step(self, step: object) -> None:
        job, done, of, doing = cast("tuple[Job[object], int, int, str]", step)
        dialog = self._dialogs.get(id(job))
        if dialog is not None and shiboken6.isValid(dialog):
            dialog.tell(done, of, doing)
