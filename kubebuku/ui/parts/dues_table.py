"""The wall chart of dues: twelve months of every member, a sign for each with its words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import Grid, GridCell, GridRow, State
from kubebuku.domain.text import N_
from kubebuku.i18n import _, month_word, rupiah
from kubebuku.ui.tokens import ROW
from kubebuku.ui.widgets import BookTable, Chip, ChipSpec, ColumnSpec, FlowRow

_SHORT = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
_LATEST = 3  # months that stay on the narrowest chart


class DuesTable(BookTable[GridRow]):
    """Rows are `GridRow`."""

    def __init__(self, name: str) -> None:
        super().__init__(_COLUMNS, name=name, row=ROW, soft=lambda line: line.left)

    def sums(self, grid: Grid) -> dict[str, object]:
        """Fit the columns to the year; its sums, always those of all members."""
        self.model.columns = tuple(replace(one, drop=_drop(one.key, _last_asked(grid))) for one in self.model.columns)
        return {"name": _("Total"), "paid": grid.paid, "late": grid.late}


def legend() -> FlowRow:
    """What the signs mean."""
    return FlowRow(
        Chip("inn", _("Paid")), Chip("warn", _("Not paid yet")), Chip("out", _("Paid in part")), Chip("soft", _("Due now"))
    )


def _last_asked(grid: Grid) -> int:
    """The place of the last month that anybody owes or has paid; the year's last where nobody does."""
    found = (at for row in grid.rows for at, cell in enumerate(row.cells) if cell.state is not State.AHEAD or cell.paid)
    return max(found, default=len(_SHORT) - 1)


def _drop(key: str, last: int) -> int:
    """What a narrow window leaves out first: the number, the months to come, the sum, then the months longest past."""
    if not key.startswith("month"):
        return {"number": 40, "paid": 20}.get(key, 0)
    at = int(key.removeprefix("month"))
    return 21 + at if at > last else max(0, last - at - _LATEST + 1)


def _cell(at: int, line: GridRow) -> object:
    return look(line.cells[at])


_COLUMNS: list[ColumnSpec[GridRow]] = [
    ColumnSpec("number", N_("No."), "number", 40),
    ColumnSpec("name", N_("Name"), stretch=True),
    *(ColumnSpec(f"month{at}", title, "code", 44, read=partial(_cell, at)) for at, title in enumerate(_SHORT)),
    ColumnSpec("paid", N_("Total (Rp)"), "money", 84, bold=True, zero="–"),
    ColumnSpec("late", N_("Behind (Rp)"), "money", 84, zero="–"),
]


def look(cell: GridCell) -> ChipSpec | None:
    """A sign with its words; blank ahead and where nothing is asked."""
    month, paid, lacking = month_word(cell.month), rupiah(cell.paid), rupiah(cell.lacking)
    match cell.state:
        case State.PAID if cell.paid:
            return ChipSpec("inn", _("{month}: paid, {amount}").format(month=month, amount=paid))
        case State.PAID:
            return ChipSpec("inn", _("{month}: paid with the year").format(month=month))
        case State.BEFORE:
            return ChipSpec("inn", _("{month}: paid before the book began").format(month=month))
        case State.LATE | State.DUE if cell.paid:
            words = _("{month}: {amount} paid, {lacking} still lacking")
            return ChipSpec("out", words.format(month=month, amount=paid, lacking=lacking))
        case State.LATE:
            return ChipSpec("warn", _("{month}: not paid yet, {amount}").format(month=month, amount=lacking))
        case State.DUE:
            return ChipSpec("soft", _("{month}: due now, {amount}").format(month=month, amount=lacking))
    return ChipSpec("inn", _("{month}: paid, {amount}").format(month=month, amount=paid)) if cell.paid else None


def months_of(row: GridRow) -> tuple[Month, ...]:
    """The months of the year that this member still owes."""
    return tuple(cell.month for cell in row.cells if cell.state in (State.LATE, State.DUE))
