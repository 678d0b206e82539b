"""Draw the plan of the house from the import contracts: python .ci/plan.py writes docs/architecture.svg.

What lies higher may import what lies lower, never the other way round; neighbours in a row are strangers.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

HOUSE = Path(__file__).resolve().parent.parent
PICTURE = HOUSE / "docs" / "architecture.svg"
_WIDE, _ROOM, _GAP, _HEAD = 1000, 44, 10, 34
_INK, _SOFT, _EDGE, _WASH, _PAPER = "#1f2933", "#52606d", "#9aa5b1", "#eef2f6", "#ffffff"


def layers(name: str) -> list[list[str]]:
    """The rows of a contract, the highest first."""
    contracts = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    rows = next(contract["layers"] for contract in contracts if contract["name"] == name)
    return [[room.strip(" ()") for room in row.replace(":", "|").split("|")] for row in rows]


def draw() -> str:
    """The picture as SVG."""
    house, books = layers("House layers"), layers("Books are strangers")
    parts: list[str] = []
    at = _GAP
    for row in house:
        if row == ["books"]:
            tall = _HEAD + len(books) * (_ROOM + _GAP) + _GAP
            parts += [_box(_GAP, at, _WIDE - 2 * _GAP, tall, _WASH), _words(2 * _GAP, at + 22, "books", "start")]
            for inner, books_row in enumerate(books):
                parts += _row(books_row, at + _HEAD + inner * (_ROOM + _GAP), 3 * _GAP)
            at += tall + _GAP
        else:
            parts += _row(row, at, _GAP)
            at += _ROOM + _GAP
    title = "What lies higher may import what lies lower; rooms of one row do not know each other."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {at + 30}" font-family="DejaVu Sans, sans-serif">\n'
        f"<title>{escape(title)}</title>\n"
        + "\n".join(parts)
        + f'\n<text x="{_GAP}" y="{at + 16}" fill="{_SOFT}" font-size="13">{escape(title)}</text>\n</svg>\n'
    )


def _row(rooms: list[str], top: int, side: int) -> Iterator[str]:
    wide = (_WIDE - 2 * side - _GAP * (len(rooms) - 1)) / len(rooms)
    for number, room in enumerate(rooms):
        left = side + number * (wide + _GAP)
        yield _box(left, top, wide, _ROOM, _PAPER)
        size = 15 if len(rooms) < 7 else 11
        yield _words(left + wide / 2, top + _ROOM / 2 + 5, room, "middle", size)


def _box(left: float, top: float, wide: float, tall: float, fill: str) -> str:
    return f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{tall:.1f}" rx="4" fill="{fill}" stroke="{_EDGE}"/>'


def _words(left: float, base: float, text: str, anchor: str, size: int = 15) -> str:
    return f'<text x="{left:.1f}" y="{base:.1f}" text-anchor="{anchor}" fill="{_INK}" font-size="{size}">{escape(text)}</text>'


if __name__ == "__main__":
    PICTURE.write_text(draw(), "utf-8", newline="\n")
