"""What is not parted by the end of a page: a heading and its text, a short table, the last line and its signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kubebuku.reports.document import Block, Gap, Note, PageBreak, Pairs, Paragraph, Signatures
from kubebuku.reports.render.blocks import Piece
from kubebuku.reports.render.tables import TablePlan

#: At most so high, in points, is a line or two that stays with the heading above it.
SHORT_LINES = 34.0
#: A table of no more records than this goes to a new page with its heading rather than over two pages.
KEPT_WHOLE = 5


@dataclass(frozen=True, slots=True)
class Whole:
    """A table and the pieces that must stand with its last line."""

    plan: TablePlan
    tail: tuple[Piece, ...]


#: What a part comes to, from top to bottom, once it is laid out.
Item = Piece | Whole | PageBreak


def companions(blocks: Sequence[Block], at: int) -> Sequence[Block]:
    """What stands between a table and its signatures, signatures included; else one short paragraph (terbilang)."""
    for stop in range(at, min(at + 4, len(blocks))):
        if isinstance(blocks[stop], Signatures):
            return blocks[at : stop + 1]
        if not isinstance(blocks[stop], Paragraph | Note | Gap | Pairs):
            break
    if at < len(blocks):
        follower = blocks[at]
        if isinstance(follower, Paragraph) and len(follower.text) < 120:
            return blocks[at : at + 1]
    return ()


def hold(items: list[Item]) -> None:
    """Keep the last piece, and the room after it, with the signatures that follow; a line or two keep what is above them too."""
    held = 0.0
    for at in range(len(items) - 1, -1, -1):
        item = items[at]
        if not isinstance(item, Piece):
            return
        items[at] = replace(item, keep=True)
        held += 0.0 if item.air else item.height
        if held > SHORT_LINES:
            return


def chained_height(items: Sequence[Item], at: int, body: float) -> float:
    """Height of a piece and all that must stand on the same page, whose body has the height `body`."""
    height = 0.0
    headed = False
    for item in items[at:]:
        if isinstance(item, PageBreak):
            break
        if isinstance(item, Whole):
            heights = item.plan.line_heights
            least = item.plan.head_height + item.plan.carry_height
            ending = sum(item.plan.total_heights) + sum(piece.height for piece in item.tail)
            whole = height + least + sum(heights) + ending
            if len(heights) <= 2 or (len(heights) <= KEPT_WHOLE and whole <= body):
                return whole
            height += least + sum(heights[:2])
            break
        height += item.height
        if not item.keep and not item.air:
            if not headed or item.height > SHORT_LINES:
                break
            headed = False  # a line or two between a heading and its table
        elif item.keep:
            headed = True
    return height
