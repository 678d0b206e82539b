"""What can be done with a business as a whole: begin it, give it another name, end it, go on with it."""

from __future__ import annotations

from functools import partial

from kubebuku.books.group.commands import CloseUnit, OpenUnit, RenameUnit, ReopenUnit
from kubebuku.books.group.queries import UnitRow
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.entries import UnitId
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.ui.forms.dialog import ask_form, tell
from kubebuku.ui.parts import open_book
from kubebuku.ui.widgets import Act
from kubebuku.ui.window import Window

#: Icons a business can wear, with the words that choose them.
ICONS = (
    ("usaha", N_("Shop")),
    ("tenda", N_("Tent")),
    ("catering", N_("Cooking pot")),
    ("barang", N_("Box")),
    ("foto", N_("Picture")),
    ("orang", N_("Person")),
)

_NAME = Field("label", FieldKind.TEXT, N_("Name of the business"), N_("For example: tent hire"))
_ICON = Field("icon", FieldKind.CHOICE, N_("Its sign"), N_("Empty: the program finds one"), choices=ICONS)
BEGINNING = Form(
    "begin_unit",
    OpenUnit,
    Door.OTHER,
    "usaha",
    N_("New business"),
    "",
    (_NAME, Field("opened", FieldKind.DATE, N_("From when?")), _ICON),
)
RENAMING = Form("rename_unit", RenameUnit, Door.OTHER, "usaha", N_("Another name"), "", (_NAME, _ICON))
ENDING = Form(
    "end_unit", CloseUnit, Door.OTHER, "usaha", N_("The business ends"), "", (Field("on", FieldKind.DATE, N_("Last day")),)
)


def begin(window: Window) -> None:
    """Ask for a new business."""
    ask_form(window, BEGINNING, {}, text=_("It gets a book of its own. Its entries carry its name."), main=_("Begin"))


def acts(window: Window, unit: UnitRow) -> list[Act]:
    """Rename, end, or go on; nothing in a book that is only read."""
    if not open_book.writable(window):
        return []
    found: list[Act] = [(_("Another name"), partial(_rename, window, unit), "catat")]
    if unit.kind == "usaha":
        if unit.closed is None:
            found.append((_("End the business"), partial(_end, window, unit), None))
        else:
            found.append((_("Go on with it"), partial(_go_on, window, unit), None))
    return found


def _rename(window: Window, unit: UnitRow) -> None:
    values = {"unit": UnitId(unit.id), "label": unit.label, "icon": unit.icon}
    ask_form(window, RENAMING, values, text=_("What was written for it keeps belonging to it."))


def _end(window: Window, unit: UnitRow) -> None:
    title = _("{business} ends").format(business=unit.label)
    text = _("Its stock and animals must be gone. Its book stays and can be read.")
    ask_form(window, ENDING, {"unit": UnitId(unit.id)}, title=title, text=text, main=_("End the business"))


def _go_on(window: Window, unit: UnitRow) -> None:
    window.session.run(window, ReopenUnit(unit=UnitId(unit.id)), partial(tell, window))
