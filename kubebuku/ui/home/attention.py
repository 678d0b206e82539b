"""What settles a line of *Yang perlu diperhatikan*: the verb of its button and where that leads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from kubebuku.books.spec import Attention
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.ui.widgets import Act
from kubebuku.ui.window import Window

_LOOK = N_("Look")
#: By the key of a line; every other line is looked at.
_VERBS: Mapping[str, str] = {
    "count": N_("Count"),
    "count_difference": N_("Count"),
    "stock": N_("Count"),
    "receivable": N_("Collect"),
    "payable": N_("Pay"),
    "overpaid": N_("Pay"),
    "pending": N_("Finish"),
    "closing": N_("Close"),
    "year": N_("Close"),
    "unexplained": N_("Explain"),
    "backup": N_("Copy"),
}


def act_of(window: Window, line: Attention) -> Act:
    """The button at the end of the line."""
    verb = _VERBS.get(line.key, _LOOK)
    return (_(verb), partial(window.go, line.place), None)
