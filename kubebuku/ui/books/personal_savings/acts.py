"""What can be done with a member's savings, from the list and from the member's own book alike."""

from __future__ import annotations

from functools import partial

from kubebuku.books.personal_savings.queries import SaverRow
from kubebuku.i18n import _
from kubebuku.ui import places
from kubebuku.ui.parts import open_book
from kubebuku.ui.widgets import Act
from kubebuku.ui.window import Window


def may_save(window: Window, saver: SaverRow | None) -> bool:
    """Whether savings can be received: of a member of today, in a book that can be written."""
    return open_book.writable(window) and saver is not None and saver.number is not None and saver.left is None


def acts(window: Window, saver: SaverRow) -> list[Act]:
    """Take out, leave; nothing in a book that is only read. Receiving is the page's main button."""
    if not open_book.writable(window):
        return []
    found: list[Act] = []
    if saver.voluntary:
        values = {"person": saver.person}
        found.append((_("Take out savings"), partial(window.go, places.Form(form="savings_out", values=values)), "keluar"))
    if may_save(window, saver):
        found.append((_("Leaves the group"), partial(window.go, places.Leaving(person=saver.person)), None))
    return found
