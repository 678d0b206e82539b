"""The practice book: written once on this computer, then opened again and again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from kubebuku.app import clock, paths
from kubebuku.i18n import _
from kubebuku.ui.jobs import Progress
from kubebuku.ui.refusals import PlaceNotWritable
from kubebuku.ui.window import Window

FILE = "Buku latihan.kubebuku"


def open_practice(window: Window) -> None:
    """Open the practice book among the books of this computer, writing it first where it is not there."""
    place = paths.books_folder() / FILE

    def work(progress: Progress) -> Path:
        if not place.exists():
            _write(place, progress.step)
        return place

    if window.jobs is not None:
        window.jobs.run(work, window.open_book, owner=window, doing=_("Writing the practice book"))


def _write(place: Path, told: Callable[[int, int], None]) -> None:
    """A year of practice up to today; half a book is never found at `place`, nor where the person stops waiting."""
    from kubebuku.app.sample import make_sample

    fresh = place.with_name(f"{place.stem}.{os.getpid()}{place.suffix}")
    try:
        paths.made(place.parent)
        make_sample(fresh, until=clock.today(), progress=told)
        fresh.replace(place)
    except OSError as error:
        raise PlaceNotWritable(str(place.parent)) from error
    finally:
        fresh.unlink(missing_ok=True)
