"""The icons of the screen, drawn on paper from the same files: paths of M L H V C Z, rectangles, circles."""

from __future__ import annotations

import re
from functools import cache
from xml.etree import ElementTree as ET

from kubebuku import resources
from kubebuku.reports.render.pen import INK, Colour, Pen

_TOKEN = re.compile(r"[MLHVCZ]|-?\d*\.?\d+")
_GRID = 24
_SIZES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}


class UnknownPath(ValueError):
    """An icon uses a command that is not drawn the same on screen and paper."""


@cache
def outline(name: str) -> tuple[tuple[str, ...], ...] | None:
    """The icon as PDF path operators on its own grid of 24, y downwards; None if there is no such file.

    Circles and rectangles come as tuples ("circle", cx, cy, r) and ("rect", x, y, width, height, radius).
    """
    file = resources.path("icons", f"{name}.svg") if re.fullmatch(r"[a-z0-9_]+", name) else None
    if file is None or not file.is_file():
        return None
    shapes: list[tuple[str, ...]] = []
    for element in ET.fromstring(file.read_text(encoding="utf-8")).iter():  # noqa: S314 (our own packaged file)
        tag = element.tag.rpartition("}")[2]
        if tag == "path":
            shapes.append(("path", path(element.get("d", ""))))
        elif tag == "circle":
            shapes.append(("circle", *(element.get(key, "0") for key in ("cx", "cy", "r"))))
        elif tag == "rect":
            shapes.append(("rect", *(element.get(key, "0") for key in ("x", "y", "width", "height", "rx"))))
    return tuple(shapes)


def path(data: str) -> str:
    """SVG path data as PDF operators; raises UnknownPath for commands other than M L H V C Z."""
    if stray := re.sub(r"[\s,]", "", _TOKEN.sub("", data)):
        raise UnknownPath(f"{stray!r} in {data!r}")
    operators: list[str] = []
    x = y = 0.0
    command = ""
    numbers: list[float] = []
    for token in _TOKEN.findall(data):
        if token in _SIZES:
            command = token
            numbers = []
            if command == "Z":
                operators.append("h")
            continue
        numbers.append(float(token))
        if not command or len(numbers) < _SIZES[command]:
            continue
        if command == "H":
            x = numbers[0]
        elif command == "V":
            y = numbers[0]
        else:
            x, y = numbers[-2:]
        if command == "C":
            operators.append(" ".join(f"{one:g}" for one in numbers) + " c")
        else:
            operators.append(f"{x:g} {y:g} {'m' if command == 'M' else 'l'}")
        numbers = []
    return " ".join(operators)


def draw(pen: Pen, name: str, x: float, top: float, size: float, *, ink: Colour = INK, weight: float = 1.6) -> bool:
    """Draw the icon with its upper left corner at (x, top), `size` points wide; False if there is none of that name."""
    shapes = outline(name)
    if not shapes:
        return False
    scale = size / _GRID
    pen.save()
    pen.transform(scale, 0, 0, -scale, x, top)
    pen.stroke(ink, weight)
    pen.ops.append("1 J 1 j")
    for kind, *values in shapes:
        if kind == "path":
            pen.ops.append(values[0])
        elif kind == "circle":
            pen.circle(*(float(one) for one in values))
        else:
            left, low, width, height, radius = (float(one) for one in values)
            pen.rounded(left, low, width, height, radius)
        pen.ops.append("S")
    pen.restore()
    return True
