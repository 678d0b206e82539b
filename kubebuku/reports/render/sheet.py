"""A document as rows of strings: for previews on the screen, for golden tests, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

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
)
from kubebuku.reports.render import words
from kubebuku.reports.render.plain import readable
from kubebuku.reports.table import Row, Table

LineKind = Literal[
    "heading", "text", "note", "pair", "head", "numbers", "opening", "row", "struck", "group", "subtotal", "total", "gap"
]
Alignment = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a part. Lines of a table have as many cells as the table has columns, others one or two."""

    kind: LineKind
    cells: tuple[str, ...]
    sides: tuple[Alignment, ...] = ()

    @property
    def tabular(self) -> bool:
        """Whether it belongs to a table."""
        return bool(self.sides)


@dataclass(frozen=True, slots=True)
class Reading:
    """A part as it is read: title, period, captions, lines."""

    key: str
    title: str
    period: str
    captions: tuple[str, ...]
    lines: tuple[Line, ...]


def read(document: Document) -> tuple[Reading, ...]:
    """Every part in lines of plain strings, in the order of the paper, without page breaks."""
    return tuple(
        Reading(
            part.key,
            part.title,
            document.period if part.period is None else part.period,
            part.captions,
            tuple(line for block in part.blocks for line in _block(block)),
        )
        for part in document.parts
    )


def as_text(document: Document) -> str:
    """The whole document as text, columns in line; the same for the same document, so that it can be kept as a golden file."""
    head = document.letterhead
    lines = [readable(head.kicker), readable(head.name).upper()]
    if head.address:
        lines.append(readable(head.address))
    lines += [f"{readable(document.title)}, {readable(document.period)}".strip(", "), words.code(document)]
    if document.practice:
        lines.append(words.practice_line())
    for part, reading in zip(document.parts, read(document), strict=True):
        lines += ["", *_part(part, reading)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _part(part: Part, reading: Reading) -> Iterator[str]:
    title = f"== {readable(reading.title)} =="
    yield f"{title} {readable(reading.period)}" if part.heading and reading.period else title
    yield from (readable(caption) for caption in reading.captions)
    at = 0
    while at < len(reading.lines):
        stop = at
        while stop < len(reading.lines) and reading.lines[stop].tabular and reading.lines[stop].sides is reading.lines[at].sides:
            stop += 1
        if stop == at:
            yield _free(reading.lines[at])
            at += 1
        else:
            yield from _aligned(reading.lines[at:stop])
            at = stop


def _free(line: Line) -> str:
    if line.kind == "heading":
        return f"-- {line.cells[0]} --"
    if line.kind == "note":
        return f"! {': '.join(cell for cell in line.cells if cell)}"
    return ": ".join(cell for cell in line.cells if cell)


def _aligned(lines: Sequence[Line]) -> Iterator[str]:
    count = len(lines[0].sides)
    spanning = {"group", "subtotal", "total"}
    widths = [
        max((len(line.cells[column]) for line in lines if line.kind not in spanning or column), default=0)
        for column in range(count)
    ]
    for line in lines:
        if line.kind in spanning:
            yield _spanned(line, widths)
            continue
        cells = [
            cell.rjust(width) if side == "right" else cell.center(width) if side == "centre" else cell.ljust(width)
            for cell, width, side in zip(line.cells, widths, line.sides, strict=True)
        ]
        mark = "x" if line.kind == "struck" else " "
        yield f"{mark} {' | '.join(cells)}"


def _spanned(line: Line, widths: Sequence[int]) -> str:
    """A label over the empty cells at the left, then the figures."""
    first = next((index for index, cell in enumerate(line.cells) if cell and index), len(widths))
    room = sum(widths[:first]) + 3 * (first - 1)
    cells = [line.cells[0].ljust(room)]
    cells += [cell.rjust(width) for cell, width in zip(line.cells[first:], widths[first:], strict=True)]
    return f"{'=' if line.kind == 'total' else '-'} {' | '.join(cells)}"


# -------------------------------------------------------------------------------------------------------------- blocks


def _block(block: Block) -> Iterator[Line]:  # noqa: C901, PLR0912 (one case for each kind of block)
    match block:
        case Table():
            yield from _table(block)
        case Cover():
            yield Line("text", (block.kicker,))
            yield Line("heading", (block.headline,))
            if block.line:
                yield Line("text", (block.line,))
            if block.summary is not None:
                yield Line("pair", (block.summary.label, words.value(block.summary.amount)))
                yield Line("text", (readable(block.summary.words),))
                yield from (Line("pair", (readable(label), words.value(value))) for label, value in block.summary.lines)
        case Heading():
            yield Line("heading", (readable(block.text),))
        case Paragraph():
            yield from (Line("text", (text,)) for text in readable(block.text).split("\n"))
        case Note():
            yield Line("note", (readable(block.title), readable(block.text)))
        case Pairs():
            yield from (Line("pair", (readable(label), readable(words.value(value)))) for label, value in block.items)
        case BarChart():
            yield Line("heading", (readable(block.title),))
            yield from (Line("pair", (readable(bar.label), words.value(bar.amount))) for bar in block.bars)
        case Side():
            for one in (*block.left, *block.right):
                yield from _block(one)
        case Signatures():
            yield from _signatures(block)
        case Picture():
            yield Line("text", (readable(block.caption),))
        case Gap() | PageBreak():
            yield Line("gap", ("",))
        case KwitansiSlip():
            yield from _kwitansi(block)
        case ItemLabel():
            yield Line("heading", (readable(f"{block.number} {block.name}".strip()),))
            yield Line("text", (readable(", ".join(part for part in (block.group, block.facts, block.source) if part)),))
        case Strip():
            yield Line("heading", (f"{readable(block.number)}. {readable(block.name)}",))
            yield Line("text", (readable(block.caption),))
            for label, value in (*block.lines, block.total, *block.boxes):
                yield Line("pair", (readable(label), readable(words.value(value))))


def _table(table: Table) -> Iterator[Line]:
    sides: tuple[Alignment, ...] = tuple(column.side for column in table.columns)
    if any(column.title for column in table.columns):
        yield Line("head", tuple(" ".join(column.title.split()) for column in table.columns), sides)
    if table.shows_numbers:
        yield Line("numbers", tuple(str(index + 1) for index in range(len(sides))), sides)
    first = 0 if table.opening is None else 1
    for index, row in enumerate(table.lines):
        if index == first and not table.rows and table.empty:
            yield Line("text", (readable(table.empty),))
        yield _row(table, row, sides)


def _row(table: Table, row: Row, sides: tuple[Alignment, ...]) -> Line:
    cells = [readable(words.cell(cell, column)) for cell, column in zip(row.cells, table.columns, strict=False)]
    cells += [""] * (len(sides) - len(cells))
    if row.label:
        cells[0] = "  " * row.level + readable(f"{row.label} ({row.note})" if row.note else row.label)
    elif row.level:
        first = next((index for index, column in enumerate(table.columns) if column.kind == "text"), 0)
        cells[first] = "  " * row.level + cells[first]
    return Line("struck" if row.struck else row.role, tuple(" ".join(cell.split("\n")) for cell in cells), sides)


def _signatures(block: Signatures) -> Iterator[Line]:
    yield Line("text", (readable(", ".join(part for part in (block.place, block.on) if part)),))
    yield from (Line("pair", (readable(party.role), readable(party.name) or "...")) for party in block.parties)
    if block.witnesses:
        yield Line("text", (words.witnessed() if block.heading is None else readable(block.heading),))
        yield from (Line("pair", (readable(party.role), readable(party.name) or "...")) for party in block.witnesses)


def _kwitansi(block: KwitansiSlip) -> Iterator[Line]:
    yield Line("heading", (f"{words.receipt()} {readable(block.number)}",))
    yield Line("pair", (words.received_from(), readable(block.payer)))
    yield Line("pair", (words.sum_of(), words.value(block.amount)))
    yield Line("text", (f"# {readable(block.words)} #",))
    yield Line("pair", (words.in_payment_of(), readable(block.purpose)))
    yield Line("text", (readable(", ".join(part for part in (block.place, block.on) if part)),))
    yield Line(
        "pair", (words.received_by().rstrip(","), readable(", ".join(part for part in (block.receiver, block.role) if part)))
    )
    if block.needs_duty:
        yield Line("text", (words.duty(),))
