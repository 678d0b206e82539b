"""What people type or paste, brought to plain signs before it is read as an amount or a date."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

#: White space that a paste may leave at either end; the no-break and thin spaces are of category Zs and handled there.
_EDGES = " \t\n\r\v\f\x85\u2028\u2029"
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d")
_ARABIC_MARKS = {"\u066c": ".", "\u066b": ","}
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Typed:
    """Plain text, and for each of its signs the place (from 0) of the sign it came from in what was typed."""

    text: str
    places: tuple[int, ...]

    @property
    def shown(self) -> str:
        """The text as a refusal quotes it: never longer than a line."""
        return shorten(self.text)


def shorten(text: str) -> str:
    """`text` as a message can quote it: cut with a mark after 40 signs, one line, nothing unprintable."""
    line = "".join(sign if sign.isprintable() else " " for sign in text[: _SHOWN + 1])
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"


def plain(text: str) -> Typed:
    """Digits of any script become 0 to 9, full-width signs narrow ones, any dash a hyphen, any space one space; what is not
    seen (byte order mark, zero-width and direction signs) goes, and so does white space at both ends.

    Nothing else is changed: ``½`` stays, so that it can be refused by name instead of being read in part.
    """
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        plain_sign = _plain_sign(sign)
        if plain_sign and not (plain_sign == " " and signs and signs[-1] == " "):
            signs.append(plain_sign)
            places.append(place)
    first, last = 0, len(signs)
    while first < last and signs[first] in _EDGES:
        first += 1
    while last > first and signs[last - 1] in _EDGES:
        last -= 1
    return Typed("".join(signs[first:last]), tuple(places[first:last]))


def _plain_sign(sign: str) -> str:
    if sign in _DASHES:
        return "-"
    if sign in _ARABIC_MARKS:
        return _ARABIC_MARKS[sign]
    if sign.isascii():
        return sign
    category = unicodedata.category(sign)
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if category == "Zs":
        return " "
    if category == "Cf":
        return ""
    if "\uff01" <= sign <= "\uff5e":
        return chr(ord(sign) - 0xFEE0)
    return sign
