"""The signature block: place and date, the parties side by side, the stempel, and those who acknowledge."""

from __future__ import annotations

from collections.abc import Sequence

from kubebuku.reports.document import Party, Signatures
from kubebuku.reports.render import words
from kubebuku.reports.render.blocks import Piece
from kubebuku.reports.render.fonts import Faces, fit, one_line, wrap
from kubebuku.reports.render.pen import EDGE, INK, MM, SOFT, Pen

_SIZE = 9.0
_STAMP = 11 * MM
_LINE = 40 * MM
_ROOM = 24 * MM
_DUTY = 15 * MM
#: All stand in one row where the sheet is wider than this and each has so much of it.
_LYING, _COLUMN = 200 * MM, 48 * MM
#: For the place of a group that has written none: to be filled by hand.
_UNKNOWN = "." * 24


def lay_signatures(block: Signatures, width: float, faces: Faces, tight: float) -> Piece:
    """The block as one piece. Room to sign is 24 mm high, never under 17 however tight the page.

    It stays whole where a meterai is stuck, or where the words over the first line reach as far as the stempel. On a sheet that
    lies down those who acknowledge stand at the left of the others instead of under them.
    """
    beside = _beside(block, width)
    step = width / len(beside + block.parties) if beside else _step(width, len(block.parties))
    room = _ROOM if _crowded(block, step, faces) else max(17 * MM, _ROOM * tight)
    room_below = max(16 * MM, 22 * MM * tight)
    before = 10 * MM * tight
    upper = before + 6 * MM * tight + room + _foot(beside + block.parties)
    under = () if beside else block.witnesses
    lower = 7.8 * MM * tight + 5 * MM + room_below + _foot(under) if under else 0.0
    height = upper + lower + 1.5 * MM
    heading = words.witnessed() if block.heading is None else one_line(block.heading)

    def draw(pen: Pen, x: float, top: float) -> None:
        y = top - before
        first: list[float] = []
        centres = _centres(x, width, len(block.parties))
        if beside:
            row = [x + step * (at + 0.5) for at in range(len(beside + block.parties))]
            first, centres = row[: len(beside)], row[len(beside) :]
        said = f"{one_line(block.place) or _UNKNOWN}, {one_line(block.on)}" if one_line(block.on) else one_line(block.place)
        text, size = fit(faces.regular, said, _SIZE, width, least=7)
        if centres:
            half = faces.regular.width(text, size) / 2
            pen.centred(min(centres[-1], x + width - half), y, text, size)
        if first:
            pen.centred(sum(first) / len(first), y, heading, _SIZE)
        y -= 6 * MM * tight
        _parties(pen, beside, first, y, room, step)
        _parties(pen, block.parties, centres, y, room, step)
        if block.stamp and centres:
            line = min(_LINE, step - 6 * MM)
            centre_x, centre_y = centres[0] - line / 2 + 1 * MM, y - room + _STAMP
            pen.save()
            pen.ops.append("[2 2] 0 d")
            pen.stroke(EDGE, 0.6)
            pen.circle(centre_x, centre_y, _STAMP)
            pen.ops.append("S")
            pen.restore()
            pen.centred(centre_x, centre_y - 2.3, words.stamp(), 7, ink=SOFT)
        if under:
            y -= room + _foot(block.parties) + 7.8 * MM * tight
            pen.centred(x + width / 2 - 2.5 * MM, y, heading, _SIZE)
            y -= 5 * MM
            count = len(under)
            _parties(pen, under, _centres(x, width, count, last=False), y, room_below, _step(width, count))

    return Piece(height, draw)


def _beside(block: Signatures, width: float) -> tuple[Party, ...]:
    """Those who acknowledge, where there is room for them beside the others."""
    room = width > _LYING and width >= _COLUMN * len(block.witnesses + block.parties)
    return block.witnesses if room and block.parties else ()


def _crowded(block: Signatures, step: float, faces: Faces) -> bool:
    if any(party.duty for party in block.parties):
        return True
    if not block.stamp or not block.parties:
        return False
    free = min(_LINE, step - 6 * MM) / 2 - _STAMP - 2 * MM
    return faces.regular.width(one_line(block.parties[0].role), _SIZE) / 2 > free


def _foot(parties: Sequence[Party]) -> float:
    """Under the name: its line, and the NIP of one who has it."""
    return (5 if any(party.nip is not None for party in parties) else 1.2) * MM


def _step(width: float, count: int) -> float:
    return width if count < 2 else width * (0.314 if count == 3 else 1 / count)


def _centres(x: float, width: float, count: int, *, last: bool = True) -> list[float]:
    """Where the parties stand: one alone at the right (`last`) or in the middle, three as on the forms people know."""
    if count == 0:
        return []
    if count == 1:
        return [x + width * (0.839 if last else 0.486)]
    if count == 2 and not last:
        return [x + width * 0.297, x + width * 0.703]
    if count == 3:
        return [x + width * part for part in (0.211, 0.525, 0.839)]
    return [x + width * (index + 0.5) / count for index in range(count)]


def _parties(pen: Pen, parties: Sequence[Party], centres: Sequence[float], y: float, room: float, step: float) -> None:
    faces = pen.faces
    half = min(_LINE, step - 6 * MM) / 2
    for party, centre in zip(parties, centres, strict=True):
        role, size = fit(faces.regular, one_line(party.role), _SIZE, step - 4 * MM, least=6.5)
        pen.centred(centre, y, role, size)
        base = y - room
        if party.duty:
            _place_of_duty(pen, centre - half, base + 5 * MM)
        name = one_line(party.name)
        if not name.strip():
            dots = "." * int(2 * half * 1000 / (_SIZE * faces.regular.em(".")))
            pen.centred(centre, base, dots, _SIZE)
        else:
            lines, size = _name(faces, name, 2 * half + 2 * MM)
            for index, line in enumerate(reversed(lines)):
                pen.centred(centre, base + index * size * 1.15, line, size, bold=True)
            pen.line(centre - half, base - 1.2 * MM, centre + half, base - 1.2 * MM, 0.6, INK)
        if party.nip is not None:
            nip, size = fit(faces.regular, f"NIP {one_line(party.nip)}".strip(), 8, 2 * half, least=5.5)
            pen.text(centre - half, base - 4 * MM, nip, size)


def _place_of_duty(pen: Pen, x: float, low: float) -> None:
    pen.save()
    pen.ops.append("[2 2] 0 d")
    pen.frame(x, low, _DUTY, _DUTY, 0.6, EDGE)
    pen.restore()
    pen.centred(x + _DUTY / 2, low + _DUTY / 2 - 2, words.duty(), 7, ink=SOFT)


def _name(faces: Faces, name: str, room: float) -> tuple[list[str], float]:
    """A name in one line, smaller if it must be, else in two or three."""
    if faces.bold.width(name, 7.5) <= room:
        text, size = fit(faces.bold, name, _SIZE, room, least=7.5)
        return [text], size
    lines = wrap(faces.bold, name, 7.5, room)
    return (lines, 7.5) if len(lines) <= 2 else (wrap(faces.bold, name, 6.5, room, 4), 6.5)
