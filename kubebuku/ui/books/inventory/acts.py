"""What can be done with a thing of the group, from the list and from its own page alike; how its states are said."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from kubebuku.books.inventory.commands import RestoreEquipment
from kubebuku.books.inventory.queries import EquipmentRow
from kubebuku.domain.text import PN_, Particular
from kubebuku.i18n import _, figure, pgettext, say
from kubebuku.ui import places
from kubebuku.ui.forms.dialog import tell
from kubebuku.ui.parts import open_book
from kubebuku.ui.widgets import Act, ChipSpec
from kubebuku.ui.widgets.labels import ChipKind
from kubebuku.ui.window import Window

SOURCES: Mapping[str, Particular] = {
    "bought": PN_("source", "bought"),
    "given": PN_("source", "given"),
    "aid": PN_("source", "aid"),
    "opening": PN_("source", "there already"),
}
_CONDITIONS: Mapping[str, tuple[ChipKind, Particular]] = {
    "good": ("inn", PN_("condition", "Good")),
    "light": ("warn", PN_("condition", "Light damage")),
    "heavy": ("bad", PN_("condition", "Heavy damage")),
}
#: How a thing left, by its standing.
_GONE: Mapping[str, Particular] = {
    "sold": PN_("thing", "Sold"),
    "lost": PN_("thing", "Lost or broken"),
    "replaced": PN_("thing", "Replaced"),
    "passed_on": PN_("thing", "Passed on"),
    "withdrawn": PN_("thing", "Corrected"),
}


def gone(row: EquipmentRow) -> bool:
    """Whether it has left the group."""
    return row.standing != "held"


def condition(row: EquipmentRow) -> ChipSpec:
    """Baik, Rusak ringan, Rusak berat; of a thing that left, how."""
    if gone(row):
        return ChipSpec("soft", say(_GONE[row.standing]) if row.standing in _GONE else pgettext("thing", "Gone"), "")
    return chip_of(row.condition)


def chip_of(state: str) -> ChipSpec:
    """A condition by its word: good, light, heavy."""
    kind, words = _CONDITIONS[state]
    return ChipSpec(kind, say(words))


def source(row: EquipmentRow) -> str:
    """Where it came from; of aid, which."""
    return row.aid or say(SOURCES[row.source])


def quantity(row: EquipmentRow) -> str:
    """How many, with their measure."""
    return " ".join(part for part in (figure(row.quantity), row.measure) if part)


def called(row: EquipmentRow) -> str:
    """Its name and number."""
    return " · ".join(part for part in (row.label, row.number) if part)


def acts(window: Window, row: EquipmentRow, *, look: bool) -> list[Act]:
    """The buttons for a thing, the likeliest first; none that write in a book that is only read. `look` opens its page."""
    found: list[Act] = [(_("Look"), partial(window.go, places.Thing(item=row.item)), "barang")] if look else []
    if not open_book.writable(window):
        return found
    if gone(row):
        if row.without_value:
            found.append((_("Bring it back"), partial(_restore, window, row), "urungkan"))
        return found

    def begin(words: str, form: str, icon: str | None, **values: object) -> Act:
        return (words, partial(window.go, places.Form(form=form, values={"item": row.item, **values})), icon)

    found += [
        begin(_("Repair"), "repair_equipment", None),
        begin(_("Change"), "change_equipment", "catat", **_written(row)),
        begin(_("Lost or broken"), "lose_equipment", None),
        begin(_("Sell"), "sell_equipment", "masuk"),
        begin(_("Replace"), "replace_equipment", None, **_like(row)),
    ]
    if row.source == "aid":
        found.append(begin(_("Pass on"), "pass_on_equipment", "pindah"))
    return found


def _written(row: EquipmentRow) -> dict[str, object]:
    """Everything written about it, as its form takes it."""
    return {
        **_like(row),
        "number": row.number,
        "condition": row.condition,
        "note": row.note,
        "life_months": row.life_months,
        "residual": row.residual,
    }


def _like(row: EquipmentRow) -> dict[str, object]:
    """What the thing that takes its place will share with it."""
    return {
        "label": row.label,
        "quantity": row.quantity,
        "measure": row.measure,
        "unit": row.unit,
        "place": row.place,
        "keeper": row.keeper,
        "for_hire": row.for_hire,
    }


def _restore(window: Window, row: EquipmentRow) -> None:
    window.session.run(window, RestoreEquipment(item=row.item), partial(tell, window))
