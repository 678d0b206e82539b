"""The practice book: written once on this computer, then opened again and again."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from kubebuku.app import paths
from kubebuku.i18n import _
from kubebuku.ui.jobs import Progress
from kubebuku.ui.pages.refusals import PlaceNotWritable

if TYPE_CHECKING:
    from kubebuku.ui.window import Window

FILE = "Buku latihan.kubebuku"


def open_practice(window: Window) -> None:
    """Open the practice book among the books of this computer, writing it first where it is not there."""
    place = paths.books_folder() / FILE

    def work(_progress: Progress) -> Path:
        if not place.exists():
            try:
                paths.made(place.parent)
            except OSError as error:
                raise PlaceNotWritable(str(place.parent)) from error
            importlib.import_module("kubebuku.app.sample").write_sample(place)
        return place

    if window.jobs is not None:
        window.jobs.run(work, window.open_book, owner=window, doing=_("Writing the practice book"))
