"""A document as a workbook: a sheet for each part, every declared sum a formula that carries its figure, no text a formula.

A4 is told to the printer as such. F4 (215 x 330 mm) is not on Excel's list of papers: the sheet asks for Folio (8.5 x 13 in,
0.2 mm away), and whoever prints on F4 chooses it in the printer's own window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from math import ceil
from typing import Any, BinaryIO

import xlsxwriter

from kubebuku.domain.money import Rupiah
from kubebuku.i18n import rupiah
from kubebuku.reports.document import (
    BarChart,
    Block,
    Cover,
    Document,
    Gap,
    Heading,
    ItemLabel,
    KwitansiSlip,
    Note,
    PageBreak,
    Pairs,
    Paragraph,
    Part,
    Picture,
    Side,
    Signatures,
    Strip,
    Value,
)
from kubebuku.reports.render import words
from kubebuku.reports.render.cells import DAY, LARGEST, SOFT, WASH, Formats, TableWriter, write_text
from kubebuku.reports.render.formulas import sheet_names
from kubebuku.reports.render.plain import readable
from kubebuku.reports.sums import prove
from kubebuku.reports.table import Table

Progress = Callable[[int, int], None]

_PAPER = {"a4": 9, "f4": 14, "slip": 14}
_PRACTICE = "#FFD34E"
_RUPIAH = '"Rp"#,##0;"−Rp"#,##0'
#: Millimetres of paper to one unit of column width.
_UNIT = 1.9
#: A head further down would leave no room to scroll.
_FROZEN = 12
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 (the same file for the same document)


def render_xlsx(document: Document, out: BinaryIO, *, progress: Progress | None = None) -> None:
    """Write the workbook. Declared sums are proved first; `progress(done, all)` counts parts and may raise `Cancelled`."""
    prove(document)
    workbook = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": DAY,
        },
    )
    workbook.set_properties(
        {
            "title": readable(f"{document.title} {document.period}".strip()),
            "author": readable(document.letterhead.name),
            "subject": readable(document.foot),
            "created": _CREATED,
        }
    )
    names = sheet_names(part.sheet or part.title for part in document.parts)
    formats = Formats(workbook)
    for done, (part, name) in enumerate(zip(document.parts, names, strict=True)):
        if progress is not None:
            progress(done, len(names))
        _Sheet(workbook.add_worksheet(name), formats, document, part).write()
    if progress is not None:
        progress(len(names), len(names))
    workbook.close()


class _Sheet:
    """One part on its worksheet, written from top to bottom."""

    def __init__(self, sheet: Any, formats: Formats, document: Document, part: Part) -> None:
        self._sheet = sheet
        self._format = formats
        self._document = document
        self._part = part
        self._row = 0
        self._breaks: list[int] = []
        self._tables = TableWriter(sheet, formats)
        tables = [block for block in _all_blocks(part.blocks) if isinstance(block, Table)]
        self._widths = _widths(tables)
        self._last = len(self._widths) - 1

    def write(self) -> None:
        for index, width in enumerate(self._widths):
            self._sheet.set_column(index, index, width)
        self._top()
        for block in self._part.blocks:
            self._block(block)
        self._page_setup()

    # ----------------------------------------------------------------------------------------------------------- pieces

    def _text(self, row: int, column: int, text: str, cell_format: Any = None) -> None:
        write_text(self._sheet, row, column, text, cell_format)

    def _line(self, text: str, *, height: float | None = None, **wanted: object) -> None:
        if height is not None:
            self._sheet.set_row(self._row, height)
        self._text(self._row, 0, text, self._format(**wanted))
        self._row += 1

    def _running(self, text: str, **wanted: object) -> None:
        """Text across the sheet, in as many lines as it needs."""
        room = max(sum(self._widths), 20)
        lines = sum(max(1, ceil(len(line) / (room * 0.95))) for line in readable(text).split("\n"))
        cell_format = self._format(text_wrap=True, valign="top", **wanted)
        self._sheet.set_row(self._row, 15 * lines)
        if self._last > 0:
            self._sheet.merge_range(self._row, 0, self._row, self._last, "", cell_format)
        self._text(self._row, 0, text, cell_format)
        self._row += 1

    def _value(self, row: int, column: int, value: Value, **wanted: object) -> None:
        if isinstance(value, Rupiah) and abs(value) < LARGEST:
            cell_format = self._format(num_format=_RUPIAH, align="left", **wanted)
            last, room = column, self._widths[column]
            while room < len(rupiah(value)) * 1.4 and last < self._last:
                last += 1
                room += self._widths[last]
            if last > column:  # a number does not run over into the next cell as words do
                self._sheet.merge_range(row, column, row, last, "", cell_format)
            self._sheet.write_number(row, column, int(value), cell_format)
        elif isinstance(value, date):
            self._sheet.write_datetime(row, column, value, self._format(num_format=DAY, align="left", **wanted))
        else:
            self._text(row, column, words.value(value), self._format(**wanted))

    def _pair(self, label: str, value: Value, **wanted: object) -> None:
        """A label, and its value in the first column that is clear of it."""
        self._text(self._row, 0, label, self._format(font_color=SOFT))
        column, room = 1, self._widths[0]
        while room < len(label) + 2 and column < self._last:
            room += self._widths[column]
            column += 1
        self._value(self._row, column, value, **wanted)
        self._row += 1

    def _top(self) -> None:
        document, part = self._document, self._part
        if document.practice:
            for column in range(self._last + 1):
                self._sheet.write_blank(self._row, column, None, self._format(bg_color=_PRACTICE))
            self._line(words.practice_line(), bold=True, bg_color=_PRACTICE)
        self._line(document.letterhead.name, bold=True, font_size=12)
        if document.letterhead.address:
            self._line(document.letterhead.address, font_color=SOFT)
        period = document.period if part.period is None else part.period
        if part.heading:
            self._line(", ".join(one for one in (part.title, period) if one), bold=True, font_size=14, height=20)
        for caption in part.captions:
            self._line(caption)
        if code := words.code(document):
            self._line(code, font_color=SOFT)
        self._row += 1

    def _block(self, block: Block) -> None:  # noqa: C901, PLR0912 (one case for each kind of block)
        match block:
            case Table():
                self._tables.write(block, self._row)
                self._row = self._tables.row + 1
            case Cover():
                self._cover(block)
            case Heading():
                self._row += 1
                self._line(block.text, bold=True, font_size=12 if block.level == 1 else 11)
            case Paragraph():
                self._running(block.text, bold=block.bold, font_color=SOFT if block.small else None)
            case Note():
                if block.title:
                    self._running(block.title, bold=True, bg_color=WASH)
                self._running(block.text, bg_color=WASH)
            case Pairs():
                for label, value in block.items:
                    self._pair(label, value)
            case BarChart():
                self._row += 1
                self._line(block.title, bold=True)
                for bar in block.bars:
                    self._pair(bar.label, bar.amount)
            case Side():
                for one in (*block.left, *block.right):
                    self._block(one)
            case Signatures():
                self._signatures(block)
            case Picture():
                self._running(block.caption, font_color=SOFT)
            case Gap():
                self._row += 1
            case PageBreak():
                self._breaks.append(self._row)
            case KwitansiSlip() | Strip() | ItemLabel():
                self._slip(block)

    def _cover(self, block: Cover) -> None:
        self._line(block.kicker, bold=True, font_color=SOFT)
        self._line(block.headline, bold=True, font_size=20, height=28)
        if block.line:
            self._line(block.line, font_color=SOFT)
        self._row += 1
        if block.summary is not None:
            self._line(block.summary.label)
            self._sheet.set_row(self._row, 24)
            self._value(self._row, 0, block.summary.amount, bold=True, font_size=16)
            self._row += 1
            self._line(block.summary.words, font_color=SOFT)
            for label, value in block.summary.lines:
                self._pair(label, value, bold=True)

    def _signatures(self, block: Signatures) -> None:
        self._row += 1
        said = ", ".join(part for part in (block.place, block.on) if part)
        columns = self._columns(len(block.parties))
        if columns:
            self._text(self._row, columns[-1], said, self._format())
        self._row += 1
        self._parties([(party.role, party.name, party.nip) for party in block.parties])
        if block.witnesses:
            self._line(words.witnessed() if block.heading is None else block.heading)
            self._parties([(party.role, party.name, party.nip) for party in block.witnesses])

    def _columns(self, count: int) -> list[int]:
        """Columns in which so many parties sign, spread over the width."""
        room = sum(self._widths)
        starts = [sum(self._widths[:index]) for index in range(len(self._widths))]
        columns: list[int] = []
        for index in range(count):
            wanted = room * index / max(count, 1)
            nearest = min(range(len(starts)), key=lambda at: abs(starts[at] - wanted))
            columns.append(max(nearest, columns[-1] + 1) if columns else nearest)
        return columns

    def _parties(self, parties: Sequence[tuple[str, str, str | None]]) -> None:
        for (role, name, nip), column in zip(parties, self._columns(len(parties)), strict=True):
            self._text(self._row, column, role)
            self._text(self._row + 4, column, name or "." * 30, self._format(bold=bool(name), underline=1 if name else None))
            if nip is not None:
                self._text(self._row + 5, column, f"NIP {nip}".strip())
        self._row += 7

    def _slip(self, block: KwitansiSlip | Strip | ItemLabel) -> None:
        if isinstance(block, KwitansiSlip):
            self._line(f"{words.receipt()} {block.number}", bold=True)
            self._pair(words.received_from(), block.payer)
            self._pair(words.sum_of(), block.amount)
            self._pair("", block.words)
            self._pair(words.in_payment_of(), block.purpose)
            self._pair("", ", ".join(part for part in (block.place, block.on) if part))
            self._pair(words.received_by().rstrip(","), ", ".join(part for part in (block.receiver, block.role) if part))
        elif isinstance(block, ItemLabel):
            self._line(f"{block.number} {block.name}".strip(), bold=True)
            self._line(", ".join(part for part in (block.group, block.facts, block.source) if part))
        else:
            self._line(f"{block.number}. {block.name}", bold=True)
            self._line(block.caption, font_color=SOFT)
            for label, value in (*block.lines, block.total, *block.boxes):
                self._pair(label, value)
        self._row += 1

    # ------------------------------------------------------------------------------------------------------------- page

    def _page_setup(self) -> None:
        sheet, document = self._sheet, self._document
        sheet.set_paper(_PAPER[document.paper])
        if self._part.landscape:
            sheet.set_landscape()
        sheet.set_margins(left=20 / 25.4, right=15 / 25.4, top=15 / 25.4, bottom=20 / 25.4)
        sheet.fit_to_pages(1, 0)
        if self._breaks:
            sheet.set_h_pagebreaks(self._breaks)
        page = words.page_pattern("&P", "&N")
        foot = f"&L{_plain(document.foot, 90)}&C&B{_plain(words.code(document), 60)}&B&R{page}"
        sheet.set_footer(foot)
        if document.practice:
            sheet.set_header(f"&C&B{_plain(words.practice_line(), 120)}")
        if len(self._tables.heads) == 1:
            first, last = self._tables.heads[0]
            sheet.repeat_rows(first, last)
            if last < _FROZEN:
                sheet.freeze_panes(last + 1, 0)
        sheet.hide_gridlines(1)


def _plain(text: str, longest: int) -> str:
    """Text for a footer: an ampersand is a command there, the whole may have 255 signs."""
    return readable(text).replace("\n", " ")[:longest].replace("&", "&&")


def _all_blocks(blocks: Sequence[Block]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        found += [*block.left, *block.right] if isinstance(block, Side) else [block]
    return found


def _widths(tables: Sequence[Table]) -> list[float]:
    """Column widths that suit every table of the sheet: its weights, and room for its figures."""
    widths: list[float] = []
    for table in tables:
        scale = (260 if len(table.columns) > 9 else 180) / sum(column.width for column in table.columns) / _UNIT
        for index, column in enumerate(table.columns):
            width = column.width * scale
            if column.counts:
                longest = max((len(words.cell(line.cells[index], column)) for line in table.lines if line.cells), default=0)
                width = max(width, longest * 1.15 + 2)
            if index == len(widths):
                widths.append(0)
            widths[index] = max(widths[index], round(width, 1))
    return widths or [26, 60]
