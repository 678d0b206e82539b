"""Text without what no reader may meet: control signs, and marks that turn the direction of reading."""

from __future__ import annotations

import unicodedata

_KEPT = frozenset("\n\t")


def readable(text: str) -> str:
    """The text composed (NFC), without control, format and surrogate signs; line breaks stay, a tab becomes a space."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if sign == "\t" else sign
        for sign in unicodedata.normalize("NFC", text)
        if sign in _KEPT or unicodedata.category(sign) not in {"Cc", "Cf", "Cs"}
    )
