"""Why a name or description cannot be taken as it was typed: one class a reason."""

from __future__ import annotations

import unicodedata

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_


class TextRefused(RuleBroken):
    """Any text that cannot be taken."""

    code = "text"


class NameMissing(TextRefused):
    """Empty, only spaces, or only signs that are no letters, digits or pictures."""

    wrong = N_("The name is not written yet.")
    remedy = N_("Write the name as people call it.")


class NameTooLong(TextRefused):
    """More signs than a name may have."""

    wrong = N_("The name is too long: {length} letters.")
    why = N_("At most {most}.")
    remedy = N_("Shorten it.")

    length: int
    most: int


class DescriptionMissing(TextRefused):
    """No letter and no digit: it would not tell what the money was for."""

    wrong = N_("The description is not written yet.")
    remedy = N_('Write what the money was for, for example "wages for 5 cooks".')


class DescriptionTooLong(TextRefused):
    """More signs than a description may have."""

    wrong = N_("The description is too long: {length} letters.")
    why = N_("At most {most}.")
    remedy = N_("Shorten it.")

    length: int
    most: int


class TextTooLong(TextRefused):
    """More signs than a field for a note or an address may have."""

    wrong = N_("The text is too long: {length} letters.")
    why = N_("At most {most}.")
    remedy = N_("Shorten it.")

    length: int
    most: int


class ControlSign(TextRefused):
    """A sign for machines (NUL, escape) or half a sign, mostly from a paste. `place` counts from 0 in the given text."""

    code = "text-control"
    wrong = N_("The text has a sign that cannot be written, {sign}, at place {place}.")
    why = N_("Only letters, digits and signs that can be seen are kept.")
    remedy = N_("Delete it, or type the text instead of pasting it.")

    sign: str
    place: int

    def __post_init__(self) -> None:
        self.said = {"sign": f"U+{ord(self.sign):04X}", "place": self.place + 1}


def is_control(sign: str) -> bool:
    """Whether `sign` is a control sign or half a surrogate pair, which neither print nor file can hold."""
    return unicodedata.category(sign) in {"Cc", "Cs"}
