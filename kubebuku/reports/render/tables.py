"""How the lines of a laid-out table are drawn.

Plain lines, nearly all of a long book, are written straight into the page's stream from prepared strings; the rest (opening,
groups, totals, struck or wrapped lines) goes through the pen.
"""

from __future__ import annotations

from collections.abc import Sequence

from kubebuku.reports.render.columns import LEAST_SIZE, broken
from kubebuku.reports.render.fonts import Face, Faces, fit, one_line, wrap
from kubebuku.reports.render.pen import EDGE, INK, MM, SOFT, Pen
from kubebuku.reports.render.table_layout import INDENT, NOTE, TableLayout, joined, span_of
from kubebuku.reports.table import Row


class TablePlan(TableLayout):
    """A laid-out table that draws itself page by page: `begin`, `draw_head`, `draw_lines`, `draw_carry` or `draw_totals`."""

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
            ruler.under_head(bottom)
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
            cells = [joined(shown[line]) for shown in self._shown]
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
                y -= self._leading(index)
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
        span = span_of(texts) if row.label else 0
        y = top - self.look.baseline(height)
        if span:
            left, right = self.lefts[0] + self.pad + row.level * INDENT, self.lefts[span] - self.pad
            put, x = (pen.right, right) if book and row.role != "group" else (pen.text, left)
            labels, size = _label(self.faces, one_line(row.label), self.look.size, right - left)
            at = top - 8.8 * MM / 2 + 0.4 if row.note else y + (len(labels) - 1) * size * 0.6
            for label in labels:
                put(x, at, label, size, bold=True)
                at -= size * 1.2
            if row.note:
                lower = at + size * 1.2 - 7.6
                for note in self._note(row, texts):
                    put(x, lower, note, NOTE, ink=SOFT)
                    lower -= NOTE * 1.2
            ruler.bridge(range(1, span), top, top - height)
        for index, text in enumerate(texts):
            if not text or index < span:
                continue
            parts = broken(self.faces, text, self.sizes[index], self.widths[index] - 2 * self.pad, bold=True)
            at = y + (len(parts) - 1) * self._leading(index) / 2
            for part in parts:
                self._put(pen, index, at, part, self.sizes[index], bold=True)
                at -= self._leading(index)
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
        self._head: float | None = None

    def start(self, top: float) -> None:
        """The table begins here."""
        self._open = [top] * len(self._plan.lefts)

    def under_head(self, y: float) -> None:
        """The line between captions and records, drawn last: a ground painted under it would hide it."""
        self._head = y

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
        if self._head is not None:
            pen.line(plan.x, self._head, plan.x + plan.width, self._head, 0.9, INK)
        heavy = plan.look.verticals or bool(plan.table.totals and last)
        pen.line(plan.x, bottom, plan.x + plan.width, bottom, 0.9 if heavy else 0.4, INK if heavy else EDGE)


def _label(faces: Faces, text: str, size: float, room: float) -> tuple[list[str], float]:
    """A label in one line, smaller if it must be, else in two."""
    if faces.bold.width(text, size * 0.85) <= room:
        text, size = fit(faces.bold, text, size, room, least=size * 0.85)
        return [text], size
    return wrap(faces.bold, text, size * 0.85, room, 2), size * 0.85
