"""A table laid out for one width: column widths, type sizes, wrapped words, heights, strings ready to be written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kubebuku.i18n import figure, short_date
from kubebuku.reports.render import words
from kubebuku.reports.render.columns import LEAST_SIZE, Measure, broken, divide, type_size, widest
from kubebuku.reports.render.fonts import Faces, one_line, wrap
from kubebuku.reports.render.pen import MM
from kubebuku.reports.table import Cell, Column, Row, Style, Table

Shown = str | list[str]


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes of one style, in points."""

    size: float
    small: float
    head: float
    row: float
    pad: float
    total: float
    verticals: bool

    def baseline(self, height: float) -> float:
        """From the top of a line of this height to the foot of its letters."""
        return height / 2 + self.size * 0.36


LOOKS: dict[Style, Look] = {
    "book": Look(8.2, 7.2, 8.2, 6.4 * MM, 1.5 * MM, 7 * MM, verticals=True),
    "open": Look(9, 8, 8.5, 8 * MM, 2 * MM, 8 * MM, verticals=False),
    "statement": Look(8.6, 7.6, 8.2, 5.6 * MM, 2 * MM, 6.4 * MM, verticals=False),
}

_NUMBER_ROW = 4.5 * MM
#: How close the lines of a book may stand: 5.2 mm instead of 6.4.
LEAST_TIGHT = 0.82
#: One level of a statement.
INDENT = 4 * MM
#: Size of a note under a total.
NOTE = 7.0
#: Size below which the words over a column are set only where the column can become no wider.
_LEAST_HEAD = 7.0


class TableLayout:
    """What a table needs and where everything stands across it, for the width between x and x + width.

    `tight` under 1 draws the lines closer together; books and statements never closer than `LEAST_TIGHT`, so that a pen
    still fits. `line_heights` are those of opening and records, `total_heights` of the totals; `head_height` holds captions
    and column numbers, `carry_height` one carry-over line.
    """

    def __init__(self, table: Table, x: float, width: float, faces: Faces, tight: float = 1.0) -> None:
        self.table = table
        self.faces = faces
        self.x = x
        self.width = width
        self.look = LOOKS[table.style]
        self._tight = tight if table.style == "open" else max(tight, LEAST_TIGHT)
        self.row_height = self.look.row * self._tight
        self.lines: tuple[Row, ...] = (*(() if table.opening is None else (table.opening,)), *table.rows)
        self.carry = [table.place(key) for key in table.carry]
        self.running = [index for index, column in enumerate(table.columns) if column.running is not None]
        blank: tuple[Cell, ...] = (None,) * len(table.columns)
        self._values: list[tuple[Cell, ...]] = (
            list(zip(*(line.cells or blank for line in self.lines), strict=True)) if self.lines else [()] * len(blank)
        )
        texts = [_texts(column, cells) for column, cells in zip(table.columns, self._values, strict=True)]
        self._total_texts = [
            [words.cell(cell, column) for cell, column in zip(line.cells, table.columns, strict=True)] for line in table.totals
        ]
        self._divide(texts)
        self._wrap(texts)
        self._prepare()
        self._lay_head()
        self.line_heights = [self._height(line) for line in range(len(self.lines))]
        self.carry_height = self.look.total + self._extra(self._widest_carry, bold=True) if self.carry else 0.0
        self.total_heights = [
            max(self.look.total * self._tight, self._note_height(row, texts)) + self._extra(texts, bold=True)
            for row, texts in zip(table.totals, self._total_texts, strict=True)
        ]

    # ---------------------------------------------------------------------------------------------------------- layout

    def _divide(self, texts: list[list[str]]) -> None:
        """Column edges and type sizes."""
        look, columns = self.look, self.table.columns
        bold_lines = [index for index, line in enumerate(self.lines) if line.bold]
        measures: list[Measure | None] = []
        self._widest_carry = [""] * len(columns)
        for index, column in enumerate(columns):
            if column.kind == "text":
                # Numbers of papers are kept in one piece like figures.
                names = max((self.faces.regular.em(text) for text in texts[index] if " " not in text), default=0.0)
                measures.append(Measure(names) if column.small else None)
                continue
            heavy = [texts[index][line] for line in bold_lines] + [line[index] for line in self._total_texts]
            if index in self.carry:
                counted = [int(cell) for cell in self._values[index] if isinstance(cell, int)]
                sums = [figure(sum(one for one in counted if one > 0)), figure(sum(one for one in counted if one < 0))]
                self._widest_carry[index] = max(sums, key=len)
                heavy += sums
            if index in self.running and self.carry:
                self._widest_carry[index] = max(texts[index], key=len, default="")
                heavy += texts[index]
            measures.append(Measure(widest(self.faces.regular, texts[index]), widest(self.faces.bold, heavy)))
        sizes = [look.small if column.small else look.size for column in columns]
        padding = 2 * look.pad
        needs = [
            0.0 if one is None else max(one.width(size) + padding, self._longest_word(column) * _LEAST_HEAD / 1000 + 2 * MM)
            for column, one, size in zip(columns, measures, sizes, strict=True)
        ]
        self.widths = divide(columns, needs, self.width)
        if look.pad > 1 * MM and any(need > width for need, width in zip(needs, self.widths, strict=True)):
            padding = 2 * MM
        self.pad = padding / 2
        self.sizes = [
            size if one is None else type_size(one, size, width - padding)
            for one, size, width in zip(measures, sizes, self.widths, strict=True)
        ]
        self.lefts = [self.x]
        for width in self.widths:
            self.lefts.append(self.lefts[-1] + width)

    def _wrap(self, texts: list[list[str]]) -> None:
        """Break words into the lines a column allows, and figures that no type makes narrow enough."""
        self._shown: list[list[Shown]] = []
        wrapped: set[int] = set()
        level = {index for index, line in enumerate(self.lines) if line.level}
        for index, column in enumerate(self.table.columns):
            size = self.sizes[index]
            room = (self.widths[index] - 2 * self.pad) * 1000 / size
            shown: list[Shown] = []
            em = self.faces.regular.em
            strict = column.kind != "text" and size > LEAST_SIZE
            for line, text in enumerate(texts[index]):
                if not text or strict or (em(text) <= room and line not in level):
                    shown.append(text)
                    continue
                parts = self._broken(line, index, text)
                shown.append(parts if len(parts) > 1 else parts[0])
                if len(parts) > 1:
                    wrapped.add(line)
            self._shown.append(shown)
        # A bold word is wider than a plain one.
        for line, row in enumerate(self.lines):
            if row.bold and row.role != "group":
                for index in range(len(self.table.columns)):
                    text = texts[index][line]
                    if text:
                        parts = self._broken(line, index, text)
                        self._shown[index][line] = parts if len(parts) > 1 else parts[0]
        self._special = wrapped | {
            index for index, line in enumerate(self.lines) if line.struck or line.bold or line.role != "row" or line.level
        }

    def _broken(self, line: int, index: int, text: str) -> list[str]:
        row, column = self.lines[line], self.table.columns[index]
        room = self.widths[index] - 2 * self.pad - self._indent(row, index)
        size = self.sizes[index]
        if column.kind == "text":
            return wrap(self.faces.bold if row.bold else self.faces.regular, text, size, room, column.lines)
        return broken(self.faces, text, size, room, bold=row.bold)

    def _indent(self, row: Row, index: int) -> float:
        return row.level * INDENT if row.level and index == self._first_text else 0.0

    @property
    def _first_text(self) -> int:
        return next((index for index, column in enumerate(self.table.columns) if column.kind == "text"), 0)

    def _height(self, line: int) -> float:
        if line not in self._special:
            return self.row_height
        if self.lines[line].role == "subtotal":
            return self.row_height + self._extra([joined(shown[line]) for shown in self._shown], bold=True)
        extra = [
            (len(cell) - 1) * self._leading(index)
            for index, shown in enumerate(self._shown)
            if isinstance(cell := shown[line], list)
        ]
        return self.row_height + max(extra, default=0.0)

    def _leading(self, index: int) -> float:
        """From one line of a cell of this column to the next."""
        return self.sizes[index] * 1.2

    def _extra(self, texts: Sequence[str], *, bold: bool) -> float:
        """How much higher a line becomes whose figures need more than one line."""
        return max(
            (
                (len(broken(self.faces, text, self.sizes[index], self.widths[index] - 2 * self.pad, bold=bold)) - 1)
                * self._leading(index)
                for index, text in enumerate(texts)
                if text and self.table.columns[index].counts
            ),
            default=0.0,
        )

    def _longest_word(self, column: Column) -> float:
        """Of the words over a column, in thousandths of the size; bold."""
        words_over = " ".join(one_line(part) for part in column.title.split("\n")).split(" ")
        return max((self.faces.bold.em(word) for word in words_over), default=0.0)

    def _note(self, row: Row, texts: Sequence[str]) -> list[str]:
        """The note under the label of a total, in the lines it needs."""
        room = self.lefts[span_of(texts)] - self.lefts[0] - 2 * self.pad
        return wrap(self.faces.regular, one_line(row.note), NOTE, room, 3) if row.note else []

    def _note_height(self, row: Row, texts: Sequence[str]) -> float:
        lines = len(self._note(row, texts))
        return 8.8 * MM + (lines - 1) * NOTE * 1.2 if lines else 0.0

    def _lay_head(self) -> None:
        """Captions wrapped to their columns; heights of the head's parts."""
        self._titles: list[tuple[list[str], float]] = []
        for column, width in zip(self.table.columns, self.widths, strict=True):
            room = width - 2 * min(self.pad, 1 * MM)
            title = "\n".join(one_line(part) for part in column.title.split("\n"))
            longest = self._longest_word(column)
            size = self.look.head
            if longest * size / 1000 > room:
                size = max(LEAST_SIZE - 0.5, room * 999 / longest)  # not the whole room: a word must not break for a hair
            self._titles.append((wrap(self.faces.bold, title, size, room, 4), size))
        most = max(len(lines) for lines, _ in self._titles)
        self.has_head = any(column.title for column in self.table.columns)
        self._over_height = 5.2 * MM if any(column.over for column in self.table.columns) else 0.0
        one = (7 if self.look.verticals else 6.4) * MM * self._tight
        self._title_height = one + (most - 1) * 3.8 * MM
        self._number_height = _NUMBER_ROW if self.table.shows_numbers else 0.0
        self.head_height = self._over_height + self._title_height + self._number_height if self.has_head else 0.0

    def _prepare(self) -> None:
        """Strings and positions of plain lines, ready for the page's stream."""
        regular = self.faces.regular
        # Digits are of one width, so the length of a figure with its dots says how wide it is.
        dots = {length: (length - 1) // 4 for length in range(1, 28)}
        by_length = {length: regular.em("0" * (length - dots[length]) + "." * dots[length]) for length in dots}
        self._ready: list[tuple[str, list[str] | None, list[str], str]] = []
        for index, column in enumerate(self.table.columns):
            shown = self._shown[index]
            size = self.sizes[index]
            encoded = [regular.encode(text) if isinstance(text, str) else "" for text in shown]
            set_font = f"{regular.name} {size:g} Tf"
            if column.side == "left":
                self._ready.append((f"{self.lefts[index] + self.pad:.2f}", None, encoded, set_font))
                continue
            ems = [
                0.0
                if not isinstance(text, str)
                else by_length[len(text)]
                if isinstance(cell, int) and cell > 0 and column.counts
                else regular.em(text)
                for text, cell in zip(shown, self._values[index], strict=True)
            ]
            if column.side == "right":
                edge, part = self.lefts[index + 1] - self.pad, size / 1000
            else:
                edge, part = (self.lefts[index] + self.lefts[index + 1]) / 2, size / 2000
            self._ready.append(("", [f"{edge - em * part:.2f}" for em in ems], encoded, set_font))


def span_of(texts: Sequence[str]) -> int:
    """How many columns lie left of the first figure of a line: its label runs over them."""
    return next((index for index, text in enumerate(texts) if text), len(texts))


def joined(shown: Shown) -> str:
    return shown if isinstance(shown, str) else "".join(shown)


def _texts(column: Column, cells: Sequence[Cell]) -> list[str]:
    """The cells of a column as they are read."""
    if column.counts:
        return [
            "" if cell is None else figure(cell) if isinstance(cell, int) and cell else one_line(words.cell(cell, column))
            for cell in cells
        ]
    if column.kind == "text":
        return [one_line(cell) if isinstance(cell, str) else words.cell(cell, column) for cell in cells]
    known: dict[date, str] = {}
    texts = []
    for cell in cells:
        if isinstance(cell, date):
            text = known.get(cell)
            if text is None:
                text = known[cell] = short_date(cell)
            texts.append(text)
        else:
            texts.append(one_line(words.cell(cell, column)))
    return texts
