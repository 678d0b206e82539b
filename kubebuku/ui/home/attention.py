"""What settles a line of *Yang perlu diperhatikan*: the verb of its button and where that leads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from kubebuku.books.spec import Attention
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.ui.widgets import Act

if TYPE_CHECKING:
    from kubebuku.ui.window import Window

_LOOK = N_("Look")

#: By the page a line names: the verb, and the page of the window with what it is given.
_WAYS: Mapping[str, tuple[str, str, Mapping[str, object]]] = {
    "count": (N_("Count"), "count", {}),
    "advances": (_LOOK, "owed", {"tab": "advances"}),
    "receivables": (N_("Collect"), "owed", {"tab": "receivables"}),
    "payables": (N_("Pay"), "owed", {"tab": "payables"}),
    "entries": (_LOOK, "entries", {}),
    "people": (_LOOK, "people", {}),
    "pending": (N_("Finish"), "pending", {}),
    "closing": (N_("Close"), "closing", {}),
    "opening": (N_("Explain"), "opening", {}),
    "backup": (N_("Copy"), "check", {"part": "backup"}),
    "stock": (N_("Count"), "unit", {}),
    "items": (_LOOK, "inventory", {}),
    "check": (_LOOK, "check", {}),
}


def act_of(window: Window, line: Attention) -> Act:
    """The button at the end of the line. Where the window has no page of that name, the checks tell the whole story."""
    verb, page, extra = _WAYS.get(line.page, (_LOOK, line.page, {}))
    if "account" in line.arguments:
        page = "register"
    known = {entry.key for entry in window.pages}
    if page not in known:
        page, extra = "check", {}
    return (_(verb), partial(window.go, page, **{**extra, **line.arguments}), None)
