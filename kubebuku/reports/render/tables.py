"""A table laid out for one width: column widths, wrapped words, heights; and how its lines are drawn.

Plain lines, nearly all of a long book, are written straight into the page's stream from prepared strings; the rest (opening,
groups, totals, struck or wrapped lines) goes through the pen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kubebuku.i18n import figure, short_date
from kubebuku.reports.document import Cell, Column, Row, Style, Table
from kubebuku.reports.render import words
from kubebuku.reports.render.columns import LEAST_SIZE, Measure, broken, divide, type_size, widest
from kubebuku.reports.render.fonts import Face, Faces, fit, one_line, wrap
from kubebuku.reports.render.pen import EDGE, INK, MM, SOFT, Pen

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

    @property
    def leading(self) -> float:
        """From one line of a cell to the next."""
        return self.size * 1.2

    def baseline(self, height: float) -> float:
        """From the top of a line of this height to the foot of its letters."""
        return height / 2 + self.size * 0.36


LOOKS: dict[Style, Look] = {
    "book": Look(8.2, 7.2, 8.2, 6.4 * MM, 1.5 * MM, 7 * MM, verticals=True),
    "open": Look(9, 8, 8.5, 8 * MM, 2 * MM, 8 * MM, verticals=False),
    "statement": Look(8.6, 7.6, 8.2, 5.6 * MM, 2 * MM, 6.4 * MM, verticals=False),
}

_NUMBER_ROW = 4.5 * MM
_INDENT = 4 * MM
_NOTE = 6.5


class TablePlan:
    """What a table needs and where everything stands across it, for the width between x and x + width.

    `tight` under 1 draws the open style closer together. `line_heights` are those of opening and records, `total_heights` of
    the totals; `head_height` holds captions and column numbers, `carry_height` one carry-over line.
    """

    def __init__(self, table: Table, x: float, width: float, faces: Faces, tight: float = 1.0) -> None:
        self.table = table
        self.faces = faces
        self.x = x
        self.width = width
        self.look = LOOKS[table.style]
        self._tight = tight if table.style == "open" else 1.0
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
        self.carry_height = self.look.total if self.carry else 0.0
        self.total_heights = [max(self.look.total * self._tight, 8.8 * MM if row.note else 0) for row in table.totals]

    # ---------------------------------------------------------------------------------------------------------- layout

    def _divide(self, texts: list[list[str]]) -> None:
        """Column edges and type sizes."""
        look, columns = self.look, self.table.columns
        bold_lines = [index for index, line in enumerate(self.lines) if line.bold]
        measures: list[Measure | None] = []
        for index, column in enumerate(columns):
            if column.kind == "text":
                measures.append(None)
                continue
            heavy = [texts[index][line] for line in bold_lines] + [line[index] for line in self._total_texts]
            if index in self.carry:
                counted = [int(cell) for cell in self._values[index] if isinstance(cell, int)]
                heavy += [figure(sum(one for one in counted if one > 0)), figure(sum(one for one in counted if one < 0))]
            if index in self.running and self.carry:
                heavy += texts[index]
            measures.append(Measure(widest(self.faces.regular, texts[index]), widest(self.faces.bold, heavy)))
        sizes = [look.small if column.small else look.size for column in columns]
        padding = 2 * look.pad
        needs = [0.0 if one is None else one.width(size) + padding for one, size in zip(measures, sizes, strict=True)]
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
        return row.level * _INDENT if row.level and index == self._first_text else 0.0

    @property
    def _first_text(self) -> int:
        return next((index for index, column in enumerate(self.table.columns) if column.kind == "text"), 0)

    def _height(self, line: int) -> float:
        if line not in self._special:
            return self.row_height
        most = 1
        for shown in self._shown:
            if isinstance(shown[line], list):
                most = max(most, len(shown[line]))
        return self.row_height + (most - 1) * self.look.leading

    def _lay_head(self) -> None:
        """Captions wrapped to their columns; heights of the head's parts."""
        self._titles: list[tuple[list[str], float]] = []
        for column, width in zip(self.table.columns, self.widths, strict=True):
            room = width - 2 * min(self.pad, 1 * MM)
            title = "\n".join(one_line(part) for part in column.title.split("\n"))
            longest = max((self.faces.bold.em(word) for word in title.replace("\n", " ").split(" ")), default=0.0)
            size = self.look.head
            if longest * size / 1000 > room:
                size = max(LEAST_SIZE - 0.5, room * 1000 / longest)
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

    # --------------------------------------------------------------------------------------------------------- drawing

    def begin(self, pen: Pen) -> Ruler:
        """Start a page's share of the table."""
        return Ruler(self, pen)

    def draw_head(self, pen: Pen, ruler: Ruler, top: float) -> None:
        """Captions and column numbers."""
        if not self.has_head:
            return
        bottom = top - self.head_height
        pen.rect(self.x, bottom, self.width, self.head_height)
        right = self.x + self.width
        base = top - self._over_height
        self._draw_over(pen, ruler, top)
        for index, (lines, size) in enumerate(self._titles):
            column = self.table.columns[index]
            y = base - self._title_height / 2 + (len(lines) - 1) * 1.9 * MM - size * 0.36
            if not column.over and self._over_height:
                y += self._over_height / 2
            for line in lines:
                if self.look.verticals:
                    pen.centred((self.lefts[index] + self.lefts[index + 1]) / 2, y, line, size, bold=True)
                else:
                    self._put(pen, index, y, line, size, bold=True)
                y -= 3.8 * MM
        if self.look.verticals:
            pen.line(self.x, top, right, top, 0.9, INK)
            if self._number_height:
                y = base - self._title_height
                pen.line(self.x, y, right, y, 0.4, INK)
                for index in range(len(self.table.columns)):
                    pen.centred((self.lefts[index] + self.lefts[index + 1]) / 2, bottom + 1.5 * MM, str(index + 1), 7, ink=SOFT)
            pen.line(self.x, bottom, right, bottom, 0.9, INK)
        else:
            pen.line(self.x, bottom, right, bottom, 0.6 if self.table.style == "statement" else 0.4, EDGE)

    def _draw_over(self, pen: Pen, ruler: Ruler, top: float) -> None:
        if not self._over_height:
            return
        columns = self.table.columns
        start = 0
        while start < len(columns):
            stop = start + 1
            while stop < len(columns) and columns[start].over and columns[stop].over == columns[start].over:
                stop += 1
            if columns[start].over:
                left, right = self.lefts[start], self.lefts[stop]
                over = one_line(columns[start].over)
                text, size = fit(self.faces.bold, over, self.look.head, right - left - 4, least=LEAST_SIZE)
                pen.centred((left + right) / 2, top - self._over_height / 2 - size * 0.36, text, size, bold=True)
                pen.line(left, top - self._over_height, right, top - self._over_height, 0.3, EDGE)
                ruler.bridge(range(start + 1, stop), top, top - self._over_height)
            start = stop

    def draw_lines(self, pen: Pen, ruler: Ruler, start: int, stop: int, top: float) -> float:
        """Draw opening and records `start` to `stop`; returns where the next line begins."""
        pen.fill(INK)
        ops = pen.ops
        plain = not self.faces.regular.crowded
        offset = self.look.baseline(self.row_height)
        font = ""
        open_text = False
        y = top
        for line in range(start, stop):
            if line in self._special or not plain:
                if open_text:
                    ops.append("ET")
                    open_text, font = False, ""
                y = self._draw_line(pen, ruler, line, y)
                continue
            if not open_text:
                pen.fill(INK)
                ops.append("BT")
                open_text = True
            tail = f" {y - offset:.2f} Tm ("
            for x, xs, texts, set_font in self._ready:
                text = texts[line]
                if text:
                    if set_font is not font:
                        ops.append(set_font)
                        font = set_font
                    ops.append(f"1 0 0 1 {x if xs is None else xs[line]}{tail}{text}) Tj")
            y -= self.row_height
            ruler.rule(y)
        if open_text:
            ops.append("ET")
        return y

    def _draw_line(self, pen: Pen, ruler: Ruler, line: int, top: float) -> float:
        row = self.lines[line]
        height = self.line_heights[line]
        if row.role == "group":
            self._draw_label(pen, ruler, row, [""] * len(self.widths), top, height)
            ruler.rule(top - height)
            return top - height
        if row.role == "subtotal":
            cells = ["".join(shown[line]) for shown in self._shown]
            self._draw_label(pen, ruler, row, cells, top, height)
            ruler.rule(top - height)
            return top - height
        first = top - self.look.baseline(self.row_height)
        ink = SOFT if row.struck else INK
        for index, shown in enumerate(self._shown):
            parts = shown[line]
            y = first
            for part in [parts] if isinstance(parts, str) else parts:
                if part:
                    x, width = self._put(
                        pen, index, y, part, self.sizes[index], bold=row.bold, indent=self._indent(row, index), soft=row.struck
                    )
                    if row.struck:
                        pen.line(x - 1, y + self.sizes[index] * 0.3, x + width + 1, y + self.sizes[index] * 0.3, 0.6, ink)
                y -= self.look.leading
        ruler.rule(top - height)
        return top - height

    def _put(
        self,
        pen: Pen,
        index: int,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        indent: float = 0.0,
        soft: bool = False,
    ) -> tuple[float, float]:
        """One line of a cell; returns where it begins and how wide it is."""
        face: Face = self.faces.bold if bold else self.faces.regular
        width = face.width(text, size)
        side = self.table.columns[index].side
        if side == "left":
            x = self.lefts[index] + self.pad + indent
        elif side == "right":
            x = self.lefts[index + 1] - self.pad - width
        else:
            x = (self.lefts[index] + self.lefts[index + 1] - width) / 2
        pen.text(x, y, text, size, bold=bold, ink=SOFT if soft else INK)
        return x, width

    def draw_carry(self, pen: Pen, ruler: Ruler, label: str, figures: Sequence[str], top: float) -> float:
        """A carry-over line; returns where the next line begins."""
        self._draw_label(pen, ruler, Row((), role="total", bold=True, label=label), figures, top, self.carry_height)
        ruler.rule(top - self.carry_height)
        return top - self.carry_height

    def draw_totals(self, pen: Pen, ruler: Ruler, top: float) -> float:
        """The totals; returns their lower edge."""
        if self.table.totals and not self.look.verticals:
            pen.line(self.x, top, self.x + self.width, top, 0.9, INK)
        for row, texts, height in zip(self.table.totals, self._total_texts, self.total_heights, strict=True):
            self._draw_label(pen, ruler, row, texts, top, height)
            top -= height
            ruler.rule(top)
        return top

    def _draw_label(self, pen: Pen, ruler: Ruler, row: Row, texts: Sequence[str], top: float, height: float) -> None:
        """A line whose label runs over the columns left of its first figure."""
        book = self.look.verticals
        if (book and row.role != "subtotal") or (row.role == "total" and self.table.style == "statement"):
            pen.rect(self.x, top - height, self.width, height)
        span = next((index for index, text in enumerate(texts) if text), len(texts)) if row.label else 0
        y = top - self.look.baseline(height)
        if span:
            size = self.look.size
            left, right = self.lefts[0] + self.pad + row.level * _INDENT, self.lefts[span] - self.pad
            label, size = fit(self.faces.bold, one_line(row.label), size, right - left, least=LEAST_SIZE)
            at = y + 3.2 if row.note else y
            if book and row.role != "group":
                pen.right(right, at, label, size, bold=True)
            else:
                pen.text(left, at, label, size, bold=True)
            if row.note:
                note, small = fit(self.faces.regular, one_line(row.note), _NOTE, right - left, least=5.5)
                if book and row.role != "group":
                    pen.right(right, at - 7.6, note, small, ink=SOFT)
                else:
                    pen.text(left, at - 7.6, note, small, ink=SOFT)
            ruler.bridge(range(1, span), top, top - height)
        for index, text in enumerate(texts):
            if not text or index < span:
                continue
            parts = broken(self.faces, text, self.sizes[index], self.widths[index] - 2 * self.pad, bold=True)
            at = y + (len(parts) - 1) * self.look.leading / 2
            for part in parts:
                self._put(pen, index, at, part, self.sizes[index], bold=True)
                at -= self.look.leading
            if row.role == "subtotal" and not book:
                pen.line(self.lefts[index] + self.pad, top, self.lefts[index + 1] - self.pad + 1, top, 0.5, INK)


class Ruler:
    """The lines of a table on one page: under each row, and between columns except where a label runs across."""

    def __init__(self, plan: TablePlan, pen: Pen) -> None:
        self._plan = plan
        self._pen = pen
        self._rows: list[float] = []
        self._segments: list[tuple[float, float, float]] = []
        self._open: list[float] = []

    def start(self, top: float) -> None:
        """The table begins here."""
        self._open = [top] * len(self._plan.lefts)

    def rule(self, y: float) -> None:
        """A line under a row."""
        self._rows.append(y)

    def bridge(self, boundaries: range, top: float, bottom: float) -> None:
        """Leave out these lines between columns from top to bottom."""
        for index in boundaries:
            if self._open[index] > top + 0.01:
                self._segments.append((self._plan.lefts[index], self._open[index], top))
            self._open[index] = bottom

    def finish(self, bottom: float, *, last: bool) -> None:
        """Draw them all; the table ends here, on this page or (`last`) for good."""
        plan, pen = self._plan, self._pen
        left, right = f"{plan.x:.2f}", f"{plan.x + plan.width:.2f}"
        rows = [y for y in self._rows if y > bottom + 0.01]
        pen.stroke(EDGE, 0.3 if plan.look.verticals else 0.4)
        if rows:
            pen.ops.append(" ".join(f"{left} {y:.2f} m {right} {y:.2f} l" for y in rows) + " S")
        if plan.look.verticals:
            for index, top in enumerate(self._open):
                if top > bottom + 0.01:
                    self._segments.append((plan.lefts[index], top, bottom))
            pen.ops.append(" ".join(f"{x:.2f} {top:.2f} m {x:.2f} {low:.2f} l" for x, top, low in self._segments) + " S")
        heavy = plan.look.verticals or bool(plan.table.totals and last)
        pen.line(plan.x, bottom, plan.x + plan.width, bottom, 0.9 if heavy else 0.4, INK if heavy else EDGE)


def _texts(column: Column, cells: Sequence[Cell]) -> list[str]:
    """The cells of a column as they are read."""
    if column.counts:
        nought = column.nought
        return [
            "" if cell is None else one_line(cell) if isinstance(cell, str) else figure(cell) if cell else nought  # type: ignore[arg-type]
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
