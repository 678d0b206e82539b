"""A small log that turns over by itself, and the report file for the day the program itself fails.

Neither holds what stands in a book: a report names the place in the program, not the values that were there.
"""

from __future__ import annotations

import contextlib
import logging
import platform
import traceback
from collections import deque
from pathlib import Path

from kubebuku import __version__
from kubebuku.app import clock, paths

_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LARGEST = 256 * 1024
_KEPT = 2
_TAIL = 100

logger = logging.getLogger("kubebuku")


def start(folder: Path | None = None) -> Path | None:
    """Log to `kubebuku.log` in `folder` (the log folder unless named) and return the file.

    Where nothing can be written the program goes on without a log, and None is returned. Starting again changes the folder.
    """
    from logging.handlers import RotatingFileHandler

    stop()
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        target = paths.made(folder if folder is not None else paths.log_folder()) / "kubebuku.log"
        handler = RotatingFileHandler(target, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        logger.addHandler(logging.NullHandler())
        return None
    handler.setFormatter(logging.Formatter(_FORM))
    logger.addHandler(handler)
    return target


def stop() -> None:
    """Close the log file, so that its folder can be removed."""
    for handler in tuple(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def report(error: BaseException, *, doing: str = "", folder: Path | None = None) -> Path | None:
    """Write what is needed to mend the program into a new file and return it, or None where nothing can be written.

    `doing` names what was under way (a page or a command, no names of people, no amounts). The text of the error is left out
    for the same reason; its type, its place and the last lines of the log are in.
    """
    logger.error("%s in %s", type(error).__name__, doing or "?")
    moment = clock.now()
    text = "\n".join(
        [
            f"KubeBuku {__version__}",
            f"{moment.isoformat(sep=' ')} · {platform.platform()} · Python {platform.python_version()}",
            f"doing: {doing or '?'}",
            "",
            *_places(error),
            "",
            *_tail(),
            "",
        ]
    )
    try:
        target = _free(paths.made(folder if folder is not None else paths.report_folder()), f"{moment:%Y%m%d-%H%M%S}")
        target.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return target


def _places(error: BaseException) -> list[str]:
    """The chain of errors, outermost last as Python prints it, without their texts and without values."""
    lines: list[str] = []
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        frames = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(at.__traceback__)]
        lines = [type(at).__name__, *frames, *lines]
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return lines


def _short(filename: str) -> str:
    """The last parts of a path: where the program lies tells the name of its user."""
    return "/".join(Path(filename).parts[-3:])


def _free(folder: Path, stem: str) -> Path:
    """A name in `folder` that is not taken, however many reports this second has seen."""
    target = folder / f"kubebuku-{stem}.txt"
    count = 1
    while target.exists():
        count += 1
        target = folder / f"kubebuku-{stem}-{count}.txt"
    return target


def _tail() -> list[str]:
    files = [Path(handler.baseFilename) for handler in logger.handlers if isinstance(handler, logging.FileHandler)]
    lines: deque[str] = deque(maxlen=_TAIL)
    for file in files:
        with contextlib.suppress(OSError), file.open(encoding="utf-8", errors="replace") as opened:
            lines.extend(line.rstrip("\n") for line in opened)
    return list(lines)
