"""Draws on one page by writing PDF operators: a canvas call for each of 28,000 cells would cost more than the whole book.

Points, origin at the lower left. The operators are those of the PDF reference; ReportLab makes the file around them.
"""

from __future__ import annotations

from typing import Literal

from kubebuku.reports.render.fonts import Face, Faces

Colour = tuple[float, float, float]

MM = 72 / 25.4

INK: Colour = (0.118, 0.165, 0.169)
SOFT: Colour = (0.322, 0.361, 0.353)
EDGE: Colour = (0.541, 0.522, 0.467)
WASH: Colour = (0.937, 0.925, 0.894)
#: Series of a chart: told apart by pattern first, by colour only where there is colour.
SERIES: tuple[Colour, ...] = ((0.043, 0.373, 0.345), (0.659, 0.337, 0.086), (0.290, 0.373, 0.647))

Hatch = Literal["solid", "rising", "falling", "cross"]

#: Length of a Bezier handle for a quarter circle.
_K = 0.5523


def number(value: float) -> str:
    """A coordinate as PDF writes it, to a hundredth of a point."""
    return f"{value:.2f}"


def colour(of: Colour) -> str:
    """The three operands of a colour."""
    return f"{of[0]:.3f} {of[1]:.3f} {of[2]:.3f}"


class Pen:
    """Collects the operators of one page; remembers font and colours so as to write each only when it changes."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self.ops: list[str] = []
        #: pictures by their place on the page: x, y, width, height, bytes
        self.images: list[tuple[float, float, float, float, bytes]] = []
        self._fill: Colour | None = None
        self._stroke: Colour | None = None
        self._weight: float | None = None

    # ------------------------------------------------------------------------------------------------------------ state

    def fill(self, with_: Colour) -> None:
        """Colour of text and grounds from now on."""
        if with_ != self._fill:
            self._fill = with_
            self.ops.append(f"{colour(with_)} rg")

    def stroke(self, with_: Colour, weight: float) -> None:
        """Colour and thickness of lines from now on."""
        if with_ != self._stroke:
            self._stroke = with_
            self.ops.append(f"{colour(with_)} RG")
        if weight != self._weight:
            self._weight = weight
            self.ops.append(f"{weight:g} w")

    def save(self) -> None:
        """Begin a passage whose changes of state end with `restore`."""
        self.ops.append("q")

    def restore(self) -> None:
        """End such a passage."""
        self.ops.append("Q")
        self._fill = self._stroke = self._weight = None

    def transform(self, a: float, b: float, c: float, d: float, e: float, f: float) -> None:
        """Concatenate a matrix; only between `save` and `restore`."""
        self.ops.append(f"{a:.4f} {b:.4f} {c:.4f} {d:.4f} {e:.2f} {f:.2f} cm")

    # ------------------------------------------------------------------------------------------------------------- text

    def image(self, x: float, y: float, width: float, height: float, data: bytes) -> None:
        """A JPEG or PNG; lies under everything that is written on the page."""
        self.images.append((x, y, width, height, data))

    def text(self, x: float, y: float, text: str, size: float, *, bold: bool = False, ink: Colour = INK) -> None:
        """Text that begins at x."""
        if not text:
            return
        self.fill(ink)
        face = self.faces.bold if bold else self.faces.regular
        self.ops.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {show(face, text, size)} ET")

    def right(self, x: float, y: float, text: str, size: float, *, bold: bool = False, ink: Colour = INK) -> None:
        """Text that ends at x."""
        face = self.faces.bold if bold else self.faces.regular
        self.text(x - face.width(text, size), y, text, size, bold=bold, ink=ink)

    def centred(self, x: float, y: float, text: str, size: float, *, bold: bool = False, ink: Colour = INK) -> None:
        """Text with x in its middle."""
        face = self.faces.bold if bold else self.faces.regular
        self.text(x - face.width(text, size) / 2, y, text, size, bold=bold, ink=ink)

    # ------------------------------------------------------------------------------------------------------------ lines

    def line(self, x1: float, y1: float, x2: float, y2: float, weight: float = 0.4, ink: Colour = EDGE) -> None:
        """One straight line."""
        self.stroke(ink, weight)
        self.ops.append(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def dashed(self, x1: float, y1: float, x2: float, y2: float, weight: float = 0.5, ink: Colour = EDGE) -> None:
        """A line to cut along."""
        self.save()
        self.ops.append("[3 3] 0 d")
        self.line(x1, y1, x2, y2, weight, ink)
        self.restore()

    def rect(self, x: float, y: float, width: float, height: float, ground: Colour = WASH) -> None:
        """A filled rectangle without a border."""
        self.fill(ground)
        self.ops.append(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def frame(self, x: float, y: float, width: float, height: float, weight: float = 0.6, ink: Colour = INK) -> None:
        """The border of a rectangle."""
        self.stroke(ink, weight)
        self.ops.append(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def rounded(self, x: float, y: float, width: float, height: float, radius: float) -> None:
        """The path of a rectangle with round corners; paint it with `paint`."""
        k = radius * (1 - _K)
        left, right, low, high = x, x + width, y, y + height
        points = (
            f"{left + radius:.2f} {low:.2f} m {right - radius:.2f} {low:.2f} l "
            f"{right - k:.2f} {low:.2f} {right:.2f} {low + k:.2f} {right:.2f} {low + radius:.2f} c "
            f"{right:.2f} {high - radius:.2f} l "
            f"{right:.2f} {high - k:.2f} {right - k:.2f} {high:.2f} {right - radius:.2f} {high:.2f} c "
            f"{left + radius:.2f} {high:.2f} l "
            f"{left + k:.2f} {high:.2f} {left:.2f} {high - k:.2f} {left:.2f} {high - radius:.2f} c "
            f"{left:.2f} {low + radius:.2f} l "
            f"{left:.2f} {low + k:.2f} {left + k:.2f} {low:.2f} {left + radius:.2f} {low:.2f} c h"
        )
        self.ops.append(points)

    def circle(self, x: float, y: float, radius: float) -> None:
        """The path of a circle."""
        k = radius * _K
        self.ops.append(
            f"{x + radius:.2f} {y:.2f} m {x + radius:.2f} {y + k:.2f} {x + k:.2f} {y + radius:.2f} {x:.2f} {y + radius:.2f} c "
            f"{x - k:.2f} {y + radius:.2f} {x - radius:.2f} {y + k:.2f} {x - radius:.2f} {y:.2f} c "
            f"{x - radius:.2f} {y - k:.2f} {x - k:.2f} {y - radius:.2f} {x:.2f} {y - radius:.2f} c "
            f"{x + k:.2f} {y - radius:.2f} {x + radius:.2f} {y - k:.2f} {x + radius:.2f} {y:.2f} c h"
        )

    def band(self, x: float, y: float, width: float, height: float, radius: float = 6, ground: Colour = WASH) -> None:
        """A filled rectangle with round corners."""
        self.fill(ground)
        self.rounded(x, y, width, height, radius)
        self.ops.append("f")

    def box(self, x: float, y: float, width: float, height: float, radius: float = 5, weight: float = 1.2) -> None:
        """The border of a rectangle with round corners."""
        self.stroke(INK, weight)
        self.rounded(x, y, width, height, radius)
        self.ops.append("S")

    def hatched(self, x: float, y: float, width: float, height: float, pattern: Hatch, ink: Colour) -> None:
        """A bar: solid, or outlined and hatched, so that a photocopy still tells them apart."""
        if width <= 0 or height <= 0:
            return
        if pattern == "solid":
            self.rect(x, y, width, height, ink)
            return
        self.save()
        self.ops.append(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re W n")
        self.stroke(ink, 1.1)
        step = 4.0
        strokes = []
        at = x - height
        while at < x + width + height:
            if pattern in {"rising", "cross"}:
                strokes.append(f"{at:.2f} {y:.2f} m {at + height:.2f} {y + height:.2f} l")
            if pattern in {"falling", "cross"}:
                strokes.append(f"{at:.2f} {y + height:.2f} m {at + height:.2f} {y:.2f} l")
            at += step
        self.ops.append(" ".join(strokes) + " S")
        self.restore()
        self.frame(x + 0.4, y + 0.4, max(width - 0.8, 0.1), height - 0.8, 0.8, ink)


def show(face: Face, text: str, size: float) -> str:
    """The operators that set the font and show the text where the pen stands."""
    encoded = face.encode(text)
    if face.crowded:
        return " ".join(f"{name} {size:g} Tf ({run}) Tj" for name, run in face.runs(text))
    return f"{face.name} {size:g} Tf ({encoded}) Tj"
