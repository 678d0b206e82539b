"""The keys of the window in one list, as the help shows them."""

from __future__ import annotations

from dataclasses import dataclass

from kubebuku.domain.text import N_


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is shown in the help, and what it does."""

    keys: str
    does: str


#: What F1 lists; the pieces and the shell implement it.
KEYS: tuple[Key, ...] = (
    Key("F1", N_("Help")),
    Key("F2", N_("Record")),
    Key("Ctrl+1 … Ctrl+9", N_("Go to a page of the list on the left")),
    Key("Alt+M", N_("Open the menu")),
    Key("Tab", N_("Next field")),
    Key("Shift+Tab", N_("Previous field")),
    Key("Enter", N_("Next field in a form, open the chosen line in a table")),
    Key("Ctrl+Enter", N_("Save")),
    Key("Esc", N_("Back")),
    Key("Ctrl+Z", N_("Undo the last record")),
    Key("Ctrl+F", N_("Search")),
    Key("Alt+←  Alt+→", N_("Earlier or later month")),
    Key("F5", N_("Today")),
    Key("F8", N_("Collection sheet: the chosen member pays as billed")),
    Key("Ctrl+P", N_("Print")),
    Key("Shift+F10", N_("What can be done with the chosen line")),
    Key("Ctrl+C", N_("Copy the chosen line")),
    Key("Ctrl++  Ctrl+-  Ctrl+0", N_("Larger, smaller, ordinary text")),
)
