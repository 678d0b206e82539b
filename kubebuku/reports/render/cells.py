"""A table on a worksheet: captions, lines, formulas, and formats made once."""

from __future__ import annotations

from datetime import date
from typing import Any

from kubebuku.i18n import figure
from kubebuku.reports.render.formulas import formula
from kubebuku.reports.render.plain import readable
from kubebuku.reports.sums import calculations
from kubebuku.reports.table import Cell, Column, Row, Table

WASH, EDGE, SOFT = "#EFECE4", "#8A8577", "#525C5A"
DAY = "dd/mm/yy"
#: Excel keeps fifteen digits; a longer figure is written as text rather than wrongly.
LARGEST = 10**15
_LONGEST_TEXT = 32_767


def write_text(sheet: Any, row: int, column: int, text: str, cell_format: Any = None) -> None:
    """Text as text, whatever it begins with; what a cell cannot hold is left off."""
    sheet.write_string(row, column, readable(text)[:_LONGEST_TEXT], cell_format)


class Formats:
    """Cell formats by what they say, each made once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def __call__(self, **wanted: object) -> Any:
        key = tuple(sorted((name, value) for name, value in wanted.items() if value not in {None, False}))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(dict(key))
        return self._made[key]


class TableWriter:
    """Writes tables on one worksheet; `row` is where the next one begins, `heads` are the rows of captions written so far."""

    def __init__(self, sheet: Any, formats: Formats) -> None:
        self._sheet = sheet
        self._format = formats
        self.row = 0
        self.heads: list[tuple[int, int]] = []
        self._known: dict[tuple[object, ...], Any] = {}

    def _text(self, row: int, column: int, text: str, cell_format: Any = None) -> None:
        write_text(self._sheet, row, column, text, cell_format)

    def write(self, table: Table, row: int) -> None:
        """Write the table from `row` on."""
        self.row = row
        self._head(table)
        lines = table.lines
        if not table.rows and table.empty:
            start = self.row + (1 if table.opening is not None else 0)
            rows = [*range(self.row, start), *range(start + 1, start + 1 + len(table.totals))]
            self._text(start, 0, table.empty, self._format(font_color=SOFT))
            after = start + 1 + len(table.totals)
        else:
            rows = list(range(self.row, self.row + len(lines)))
            after = self.row + len(lines)
        reckoned = {calculation.at: calculation for calculation in calculations(table)}
        skipped = {index for index, line in enumerate(lines) if line.struck}
        for index, line in enumerate(lines):
            self._line(table, line, rows[index])
            for column_index, column in enumerate(table.columns):
                cell = line.cells[column_index] if line.cells else None
                calculation = reckoned.get((index, column_index))
                if calculation is not None and isinstance(cell, int) and abs(cell) < LARGEST:
                    text = formula(calculation, rows, skipped)
                    cell_format = self._cell_format(table, line, column)
                    self._sheet.write_formula(rows[index], column_index, text, cell_format, int(cell))
        self.row = after

    def _head(self, table: Table) -> None:
        if not any(column.title for column in table.columns):
            return
        first = self.row
        style: dict[str, object] = {
            "bold": True,
            "bg_color": WASH,
            "border": 1,
            "border_color": EDGE,
            "align": "center",
            "valign": "vcenter",
            "text_wrap": True,
        }
        if any(column.over for column in table.columns):
            self._over(table, style)
        tallest = max(column.title.count("\n") + 1 for column in table.columns)
        self._sheet.set_row(self.row, 16 * max(tallest, 2))
        for index, column in enumerate(table.columns):
            self._text(self.row, index, column.title, self._format(**style))
        self.row += 1
        if table.shows_numbers:
            number = self._format(font_size=8, font_color=SOFT, bg_color=WASH, border=1, border_color=EDGE, align="center")
            for index in range(len(table.columns)):
                self._sheet.write_number(self.row, index, index + 1, number)
            self.row += 1
        self.heads.append((first, self.row - 1))

    def _over(self, table: Table, style: dict[str, object]) -> None:
        columns = table.columns
        start = 0
        while start < len(columns):
            stop = start + 1
            while stop < len(columns) and columns[start].over and columns[stop].over == columns[start].over:
                stop += 1
            cell_format = self._format(**style)
            if stop - start > 1:
                self._sheet.merge_range(self.row, start, self.row, stop - 1, "", cell_format)
            self._text(self.row, start, columns[start].over, cell_format)
            start = stop
        self.row += 1

    def _line(self, table: Table, line: Row, row: int) -> None:
        cells = line.cells or (None,) * len(table.columns)
        if line.label:
            for index in range(len(cells)):
                self._sheet.write_blank(row, index, None, self._cell_format(table, line, table.columns[index]))
            said = f"{line.label} ({line.note})" if line.note else line.label
            wash = WASH if line.role == "total" else None
            self._text(row, 0, said, self._format(bold=True, indent=line.level or None, bg_color=wash, top=self._top_line(line)))
        for index, (cell, column) in enumerate(zip(cells, table.columns, strict=True)):
            if cell is None:
                if not line.label:
                    self._sheet.write_blank(row, index, None, self._cell_format(table, line, column))
                continue
            self._cell(row, index, cell, column, line, self._cell_format(table, line, column))

    def _cell(self, row: int, index: int, cell: Cell, column: Column, line: Row, cell_format: Any) -> None:
        if isinstance(cell, str):
            self._text(row, index, cell, cell_format)
        elif isinstance(cell, date):
            self._sheet.write_datetime(row, index, cell, cell_format)
        elif cell is not None:
            if (line.struck and column.counts) or abs(cell) >= LARGEST:
                self._text(row, index, figure(cell), cell_format)  # text counts nothing in a SUM
            else:
                self._sheet.write_number(row, index, int(cell), cell_format)

    @staticmethod
    def _top_line(line: Row) -> int | None:
        return 1 if line.role in {"total", "subtotal"} else None

    def _cell_format(self, table: Table, line: Row, column: Column) -> Any:
        key = (table.style, column, line.role, line.struck, line.bold, line.level, bool(line.label))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._make_format(table, line, column)
        return found

    def _make_format(self, table: Table, line: Row, column: Column) -> Any:
        number = None
        if column.counts:
            nought = column.zero.replace('"', "")
            number = '#,##0;"−"#,##0' if nought == "0" else f'#,##0;"−"#,##0;"{nought}"'
        elif column.kind == "date":
            number = DAY
        first_text = next((one for one in table.columns if one.kind == "text"), None)
        side = column.side
        book = table.style == "book"
        return self._format(
            num_format=number,
            align="center" if side == "centre" else side,
            valign="top" if column.kind == "text" else None,
            text_wrap=column.kind == "text" and not line.label,
            bold=line.bold,
            font_strikeout=line.struck,
            font_color=SOFT if line.struck else None,
            indent=line.level if line.level and column is first_text else None,
            bg_color=WASH if line.role == "total" else None,
            border=1 if book and not line.label else None,
            bottom=None if book and not line.label else 4,
            border_color=EDGE if book and not line.label else None,
            bottom_color=None if book and not line.label else EDGE,
            top=self._top_line(line) if not book or line.label else None,
        )
