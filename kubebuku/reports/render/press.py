"""Fills pages: kop and title on each, blocks from top to bottom, tables broken with their sums carried over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from kubebuku.i18n import figure
from kubebuku.reports.document import (
    Block,
    Cover,
    Document,
    ItemLabel,
    KwitansiSlip,
    PageBreak,
    Part,
    PartPages,
    Side,
    Signatures,
    Strip,
)
from kubebuku.reports.render import slips, words
from kubebuku.reports.render.blocks import Piece, lay
from kubebuku.reports.render.fonts import Faces, one_line
from kubebuku.reports.render.frame import BOTTOM, LEFT, RIGHT, SIZES, Frame
from kubebuku.reports.render.pen import MM, SOFT, Pen
from kubebuku.reports.render.signing import lay_signatures
from kubebuku.reports.render.tables import TablePlan
from kubebuku.reports.render.together import Item, Whole, chained_height, companions, hold
from kubebuku.reports.table import Table

#: Called with the pages made so far and how many there will be (a guess, never less than made); may raise Cancelled.
Progress = Callable[[int, int], None]

#: How close a cover may be drawn so as to stay on one page.
_TIGHTNESS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65)
#: How close a part may be drawn that would otherwise spill a few lines, or its signatures, over a page more; loosest first.
_CLOSER = (0.94, 0.88, 0.82)
#: A longer part is a book of many pages; there a last page with few lines is what people expect.
_SHORT_PART = 4


@dataclass(slots=True)
class Sheet:
    """A finished page; slips have no foot."""

    pen: Pen
    width: float
    height: float
    foot: bool = True


class Press:
    """Makes the pages of one document; `sheets` and `ranges` are the result."""

    def __init__(self, document: Document, faces: Faces, progress: Progress | None = None) -> None:
        self.document = document
        self.faces = faces
        self.sheets: list[Sheet] = []
        self.ranges: list[PartPages] = []
        self._progress = progress
        self._guess = _guess(document)
        self._frame = Frame(document, faces)
        self._y = 0.0
        self._fresh = False
        self._part: Part | None = None
        self._size = SIZES[document.paper]

    def run(self) -> None:
        """Lay out every part, then draw the feet, now that the number of pages is known."""
        for part in self.document.parts:
            first = self._run_part(part)
            self.ranges.append(PartPages(part.key, part.title, first, len(self.sheets)))
        total = len(self.sheets)
        for number, sheet in enumerate(self.sheets, 1):
            if sheet.foot:
                self._frame.foot(sheet.pen, sheet.width, number, total)

    # ------------------------------------------------------------------------------------------------------------ parts

    def _run_part(self, part: Part) -> int:
        self._part = part
        if part.blocks and all(isinstance(block, KwitansiSlip | Strip | ItemLabel) for block in part.blocks):
            return self._run_slips(part)
        width, height = SIZES["f4" if self.document.paper == "slip" else self.document.paper]
        size = (height, width) if part.landscape else (width, height)
        follows = not part.new_page and bool(self.sheets) and size == self._size and self._y > BOTTOM + 70 * MM
        self._size = size
        if follows:
            first = len(self.sheets)
            self._y = self._frame.title(self.sheets[-1].pen, size[0], part, self._y - 11 * MM)
            self._fresh = False
            self._flow(self._items(part, 1.0))
            return first
        first = len(self.sheets) + 1
        one_page = bool(part.blocks) and isinstance(part.blocks[0], Cover)
        for tight in _TIGHTNESS if one_page else (1.0,):
            del self.sheets[first - 1 :]
            self._new_page()
            self._flow(self._items(part, tight))
            if len(self.sheets) == first:
                return first
        if one_page:
            del self.sheets[first - 1 :]
            self._new_page()
            self._flow(self._items(part, 1.0))
        elif len(self.sheets) - first < _SHORT_PART:
            self._draw_closer(part, first)
        return first

    def _draw_closer(self, part: Part, first: int) -> None:
        """Lay the part out again with less air where that saves a page; as it was where it saves none."""
        loose, end = self.sheets[first - 1 :], self._y
        progress, self._progress = self._progress, None
        fewer = len(loose)
        for tight in (_CLOSER[-1], *_CLOSER):
            del self.sheets[first - 1 :]
            self._new_page()
            self._flow(self._items(part, tight))
            pages = len(self.sheets) - first + 1
            if tight == _CLOSER[-1] and pages >= len(loose):
                self.sheets[first - 1 :], self._y, self._fresh = loose, end, False
                break
            if pages <= fewer < len(loose):
                break
            fewer = min(fewer, pages)
        self._progress = progress

    def _run_slips(self, part: Part) -> int:
        first = len(self.sheets) + 1
        width, height = SIZES[self.document.paper]
        self._size = (width, height)
        for group in slips.by_page(part.blocks, self.document.paper):
            sheet = Sheet(Pen(self.faces), width, height, foot=False)
            slips.draw_page(sheet.pen, group, self.document, width, height)
            self._add(sheet)
        self._y = 0
        return first

    def _items(self, part: Part, tight: float) -> list[Item]:
        """The blocks laid out, each table together with what must not be parted from it."""
        width = self._size[0] - LEFT - RIGHT
        items: list[Item] = []
        blocks = part.blocks
        at = 0
        while at < len(blocks):
            block = blocks[at]
            at += 1
            if isinstance(block, PageBreak):
                items.append(block)
            elif isinstance(block, Table):
                tail: list[Piece] = []
                for follower in companions(blocks, at):
                    tail += self._lay(follower, width, tight)
                    at += 1
                items.append(Whole(TablePlan(block, LEFT, width, self.faces, tight), tuple(tail)))
            elif isinstance(block, Signatures):
                hold(items)
                items.append(lay_signatures(block, width, self.faces, tight))
            else:
                items += self._lay(block, width, tight)
        return items

    def _lay(self, block: Block, width: float, tight: float) -> list[Piece]:
        if isinstance(block, Signatures):
            return [lay_signatures(block, width, self.faces, tight)]
        if isinstance(block, Table | PageBreak | KwitansiSlip | Strip | ItemLabel):
            raise TypeError(f"{type(block).__name__} cannot stand here")
        pieces = lay(block, width, self.faces, tight)
        if isinstance(block, Side) and any(piece.height > self._body for piece in pieces):
            return [piece for one in (*block.left, *block.right) for piece in lay(one, width, self.faces, tight)]
        return pieces

    # ------------------------------------------------------------------------------------------------------------- flow

    @property
    def _body(self) -> float:
        """Height of an empty page between title and foot."""
        return self._frame.body_top(self._size, self._part) - BOTTOM

    def _flow(self, items: Sequence[Item]) -> None:
        for at, item in enumerate(items):
            if isinstance(item, PageBreak):
                if not self._fresh:
                    self._new_page()
            elif isinstance(item, Whole):
                self._table(item)
            else:
                if item.air and self._fresh:
                    continue
                height = chained_height(items, at, self._body)
                if not self._fresh and self._y - min(height, self._body) < BOTTOM:
                    self._new_page()
                    if item.air:
                        continue
                self._draw(item)

    def _draw(self, piece: Piece) -> None:
        piece.draw(self.sheets[-1].pen, LEFT, self._y)
        self._y -= piece.height
        self._fresh = False

    def _table(self, whole: Whole) -> None:
        """The table on as many pages as it takes; totals and signatures never without a record above them."""
        plan = whole.plan
        heights = plan.line_heights
        ends = [0.0, *accumulate(heights)]
        totals = sum(plan.total_heights)
        tail = sum(piece.height for piece in whole.tail)
        last = heights[-1] if heights else plan.row_height
        if plan.head_height + plan.carry_height + last + totals + tail > self._body:
            tail = 0.0
        account = _Account(plan)
        start, begun = 0, False
        while True:
            taken = plan.head_height + (plan.carry_height if begun else 0.0)
            room = self._y - BOTTOM - taken
            rest = ends[-1] - ends[start] if heights else plan.row_height
            final = rest + totals + tail <= room + 0.01
            stop = len(heights)
            if not final:
                stop = self._break(plan, ends, start, room - plan.carry_height)
                if stop - start < min(2, len(heights) - 1) and not self._fresh:
                    self._new_page()
                    continue
                if stop <= start:
                    stop, final = min(start + 1, len(heights)), start + 1 >= len(heights)
            start, begun = self._table_page(plan, account, start, stop, final=final, begun=begun), True
            if final:
                break
            self._new_page()
        for piece in whole.tail:
            if not (piece.air and self._fresh):
                if not tail and self._y - piece.height < BOTTOM and not self._fresh:
                    self._new_page()
                self._draw(piece)

    @staticmethod
    def _break(plan: TablePlan, ends: Sequence[float], start: int, room: float) -> int:
        """How far the lines go on this page when more must follow on the next."""
        lines = plan.lines
        stop = min(bisect_right(ends, ends[start] + room + 0.01) - 1, len(lines))
        if stop >= len(lines):
            stop = len(lines) - (3 if len(lines) - start > 8 else 1)
        while stop > start + 1 and (lines[stop - 1].role in {"group", "opening"} or lines[stop].role == "subtotal"):
            stop -= 1
        return stop

    def _table_page(self, plan: TablePlan, account: _Account, start: int, stop: int, *, final: bool, begun: bool) -> int:
        pen = self.sheets[-1].pen
        ruler = plan.begin(pen)
        ruler.start(self._y)
        plan.draw_head(pen, ruler, self._y)
        y = self._y - plan.head_height
        if begun and plan.carry:
            y = plan.draw_carry(pen, ruler, words.brought(), account.figures(), y)
        if not plan.lines:
            base = y - plan.look.baseline(plan.row_height)
            pen.text(plan.x + plan.pad, base, one_line(plan.table.empty), plan.look.size, ink=SOFT)
            ruler.bridge(range(1, len(plan.widths)), y, y - plan.row_height)
            y -= plan.row_height
            ruler.rule(y)
        y = plan.draw_lines(pen, ruler, start, stop, y)
        if final:
            y = plan.draw_totals(pen, ruler, y)
        elif plan.carry:
            account.take(start, stop)
            y = plan.draw_carry(pen, ruler, words.carried(), account.figures(), y)
        ruler.finish(y, last=final)
        self._y = y
        self._fresh = False
        return stop

    # ------------------------------------------------------------------------------------------------------------ pages

    def _add(self, sheet: Sheet) -> None:
        self.sheets.append(sheet)
        if self._progress is not None:
            self._guess = max(self._guess, len(self.sheets))
            self._progress(len(self.sheets), self._guess)

    def _new_page(self) -> None:
        width, height = self._size
        pen = Pen(self.faces)
        self._add(Sheet(pen, width, height))
        self._y = self._frame.begin(pen, self._size, self._part)
        self._fresh = True


class _Account:
    """What is carried over a page break: sums of the carried columns, the last balance of the running ones."""

    def __init__(self, plan: TablePlan) -> None:
        self._plan = plan
        self._sums = dict.fromkeys(plan.carry, 0)
        self._last: dict[int, int] = {}

    def take(self, start: int, stop: int) -> None:
        """Count the lines `start` to `stop`."""
        for row in self._plan.lines[start:stop]:
            if row.role not in {"row", "opening"} or row.struck:
                continue
            for column in self._plan.running:
                value = row.cells[column]
                if isinstance(value, int):
                    self._last[column] = int(value)
            if row.role == "row":
                for column in self._sums:
                    value = row.cells[column]
                    if isinstance(value, int):
                        self._sums[column] += int(value)

    def figures(self) -> list[str]:
        """One text per column."""
        texts = [""] * len(self._plan.widths)
        for column, amount in self._sums.items():
            texts[column] = figure(amount) if amount else self._plan.table.columns[column].zero
        for column, amount in self._last.items():
            texts[column] = figure(amount)
        return texts


def _guess(document: Document) -> int:
    """About how many pages there will be."""
    body = SIZES[document.paper][1] - 75 * MM
    pages = 0.0
    for part in document.parts:
        rows = sum(len(block.rows) for block in part.blocks if isinstance(block, Table))
        pages += max(1.0, rows * 6.4 * MM / body)
    return max(1, round(pages))
