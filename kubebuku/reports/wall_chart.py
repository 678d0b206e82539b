"""The wall chart of dues: who has paid which of the twelve months (domain.md 2.10). For simpanan wajib and IKS alike."""

from __future__ import annotations

from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import Grid, GridCell, State
from kubebuku.i18n import _, month_word, pgettext
from kubebuku.reports.document import Block, Paragraph
from kubebuku.reports.table import Cell, Column, Formula, Row, Sum, Table, total

_MONTHS = tuple(f"m{number}" for number in range(1, 13))


def chart(grid: Grid) -> tuple[Block, ...]:
    """The table and what its signs mean."""
    said = _("An amount was paid. A line is late. An empty month is not due yet, or not asked of that member.")
    blocks: list[Block] = [table(grid), Paragraph(said, small=True)]
    if any(cell.state is State.BEFORE for row in grid.rows for cell in row.cells):
        blocks.append(Paragraph(_("“paid” stands where a month was paid before this book began."), small=True))
    if grid.yearly:
        blocks.append(Paragraph(_("Dues are for a whole year; they stand in the first month of it."), small=True))
    return tuple(blocks)


def table(grid: Grid) -> Table:
    """A line a member; what is late counts earlier years too."""
    columns = (
        Column("no", _("No."), "number", 9),
        Column("who", _("Name"), width=42),
        *(
            Column(key, month_word(Month(grid.year, number))[:3], "money", 15.5, small=True)
            for number, key in enumerate(_MONTHS, start=1)
        ),
        Column("paid", _("Total\n(Rp)"), "money", 21, across=Formula(plus=_MONTHS)),
        Column("late", _("Late\n(Rp)"), "money", 19),
    )
    rows = tuple(
        Row((row.number, row.name, *(_cell(cell) for cell in row.cells), row.paid, row.late or None)) for row in grid.rows
    )
    totals = (total(_("Total"), (None, None, *grid.months, grid.paid, grid.late), summed=Sum()),)
    return Table(columns, rows, totals=totals, empty=_("Nobody was a member in this year."), numbered=False)


def _cell(cell: GridCell) -> Cell:
    if cell.paid:
        return cell.paid
    if cell.state is State.BEFORE:
        return pgettext("dues", "paid")
    return cell.paid if cell.state is State.LATE and cell.lacking else None
