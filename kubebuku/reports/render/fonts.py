"""The two faces of the paper, measured and encoded once, and what to do with signs they lack."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kubebuku import resources

#: Stands for a sign the fonts do not have (an emoji, a script without its letters): seen, never an empty place.
BOX = "□"

_SPACES = frozenset("\t\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
#: Other, control, format, surrogate, private, unassigned: nothing to see, or meant to deceive (U+202E).
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"})


@cache
def _load(name: str, file: str) -> TTFont:
    font = TTFont(name, str(resources.path("fonts", file)), shapable=False)
    # ReportLab writes the file name of a font into comments of the PDF; where the program lies is nobody's business.
    font.face.filename = file
    pdfmetrics.registerFont(font)
    return font


@cache
def _widths(name: str, file: str) -> dict[str, float]:
    return {chr(point): width for point, width in _load(name, file).face.charWidths.items()}


class _Codes(dict[int, str]):
    """Code point to the PDF string escape in the first subset; asked by `str.translate`, filled when first asked."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, point: int) -> str:
        subset, code = self._face.split(chr(point))[0]
        if subset:
            self._face.crowded = True
        code_point = code[0]
        if chr(code_point) in "()\\":
            escape = "\\" + chr(code_point)
        elif 32 <= code_point < 127:
            escape = chr(code_point)
        else:
            escape = f"\\{code_point:03o}"
        self[point] = escape
        return escape


class Face:
    """One face within one PDF: widths in thousandths of the size, strings ready for a page's stream."""

    def __init__(self, name: str, file: str, document: Any) -> None:
        self._font = _load(name, file)
        self._document = document
        self._codes = _Codes(self)
        self._widths: dict[str, float] = {}
        #: More than one subset of 255 signs is in use; text then goes the longer way.
        self.crowded = False
        self._points = _widths(name, file)
        self.split(" ")
        self.name = str(self._font.getSubsetInternalName(0, document))

    def split(self, text: str) -> list[tuple[int, bytes]]:
        """The text in runs of one subset each, as ReportLab numbers them."""
        runs: list[tuple[int, bytes]] = self._font.splitString(text, self._document)
        return runs

    def encode(self, text: str) -> str:
        """The text between the brackets of a PDF string, for the first subset."""
        return text.translate(self._codes)

    def runs(self, text: str) -> list[tuple[str, str]]:
        """Font name and PDF string, run by run; for text that may need more than the first subset."""
        return [
            (
                str(self._font.getSubsetInternalName(subset, self._document)),
                "".join(f"\\{code:03o}" for code in codes),
            )
            for subset, codes in self.split(text)
        ]

    def em(self, text: str) -> float:
        """Width of the text in thousandths of the type size."""
        found = self._widths.get(text)
        if found is None:
            try:
                found = sum(map(self._points.__getitem__, text))
            except KeyError:
                found = sum(self._points.get(sign, 600.0) for sign in text)
            self._widths[text] = found
        return found

    def width(self, text: str, size: float) -> float:
        """Width of the text in points."""
        return self.em(text) * size / 1000

    def has(self, sign: str) -> bool:
        """Whether the face has this sign."""
        return sign in self._points


@dataclass(frozen=True)
class Faces:
    """Regular and bold of one document."""

    regular: Face
    bold: Face

    @classmethod
    def of(cls, document: Any) -> Faces:
        """The faces, bound to a ReportLab document."""
        return cls(Face("KubeBuku", "DejaVuSans.ttf", document), Face("KubeBuku-Bold", "DejaVuSans-Bold.ttf", document))


@cache
def _known() -> frozenset[str]:
    regular, bold = _load("KubeBuku", "DejaVuSans.ttf"), _load("KubeBuku-Bold", "DejaVuSans-Bold.ttf")
    return frozenset(chr(point) for point in regular.face.charToGlyph if point in bold.face.charToGlyph and point >= 32)


def first_face() -> str:
    """The registered name a ReportLab canvas may begin with."""
    return str(_load("KubeBuku", "DejaVuSans.ttf").fontName)


def clean(text: str) -> str:
    """The text in signs that the faces have: composed (NFC), invisible and direction marks dropped, the rest a box.

    Line breaks stay; other white space becomes a plain space.
    """
    if text.isascii() and text.isprintable():
        return text
    known = _known()
    signs = []
    for sign in unicodedata.normalize("NFC", text):
        if sign == "\n":
            signs.append(sign)
        elif sign in _SPACES:
            signs.append(" ")
        elif unicodedata.category(sign) in _INVISIBLE and not (sign in known and unicodedata.category(sign) == "Mn"):
            continue
        elif sign in known:
            signs.append(sign)
        else:  # a letter with a rare mark, a full-width figure: its plain form is better than a box
            plain = [part for part in unicodedata.normalize("NFKD", sign) if part in known and not unicodedata.combining(part)]
            signs.append("".join(plain) or BOX)
    return "".join(signs)


def one_line(text: str) -> str:
    """The text for a cell: cleaned, line breaks as spaces."""
    text = clean(text)
    return " ".join(text.split("\n")) if "\n" in text else text


def fit(face: Face, text: str, size: float, width: float, *, least: float) -> tuple[str, float]:
    """The text and the size at which it fits the width: smaller type down to `least`, then cut with "…"."""
    wide = face.em(text)
    if wide * size <= width * 1000:
        return text, size
    smaller = max(least, width * 1000 / wide if wide else size)
    return cut(face, text, smaller, width), smaller


def cut(face: Face, text: str, size: float, width: float) -> str:
    """The text, cut with "…" where it is too wide."""
    if face.em(text) * size <= width * 1000 + 0.01:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if face.em(text[:middle].rstrip() + "…") * size <= width * 1000:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def wrap(face: Face, text: str, size: float, width: float, lines: int | None = None) -> list[str]:
    """The text in lines no wider than `width`, broken at spaces, inside a word only if it is wider than a line.

    With `lines`, at most so many, the last one cut with "…". Line breaks in the text are kept. Never an empty list.
    """
    room = width * 1000 / size
    done: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            tried = f"{line} {word}" if line else word
            if face.em(tried) <= room:
                line = tried
                continue
            if line:
                done.append(line)
            line = word
            while face.em(line) > room and len(line) > 1:
                head = _longest(face, line, room)
                done.append(line[:head])
                line = line[head:]
        done.append(line)
    if lines is not None and len(done) > lines:
        rest = " ".join(done[lines - 1 :])
        done = [*done[: lines - 1], cut(face, rest, size, width)]
    return done


def _longest(face: Face, text: str, room: float) -> int:
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if face.em(text[:middle]) <= room:
            low = middle
        else:
            high = middle - 1
    return low
