"""Why a name or description cannot be taken as it was typed: one class a reason."""

from __future__ import annotations

import unicodedata

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_, Sentence


class TextRefused(RuleBroken):
    """Any text that cannot be taken."""

    code = "text"


class NameMissing(TextRefused):
    """Empty, only spaces, or only signs that are no letters, digits or pictures."""

    code = "name-missing"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The name is not written yet.")),
            remedy=Sentence(N_("Write the name as people call it.")),
        )


class NameTooLong(TextRefused):
    """More signs than a name may have."""

    code = "name-too-long"

    def __init__(self, length: int, most: int) -> None:
        super().__init__(
            Sentence(N_("The name is too long: {length} letters."), {"length": length}),
            Sentence(N_("At most {most}."), {"most": most}),
            Sentence(N_("Shorten it.")),
        )


class DescriptionMissing(TextRefused):
    """No letter and no digit: it would not tell what the money was for."""

    code = "description-missing"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The description is not written yet.")),
            remedy=Sentence(N_('Write what the money was for, for example "wages for 5 cooks".')),
        )


class DescriptionTooLong(TextRefused):
    """More signs than a description may have."""

    code = "description-too-long"

    def __init__(self, length: int, most: int) -> None:
        super().__init__(
            Sentence(N_("The description is too long: {length} letters."), {"length": length}),
            Sentence(N_("At most {most}."), {"most": most}),
            Sentence(N_("Shorten it.")),
        )


class TextTooLong(TextRefused):
    """More signs than a field for a note or an address may have."""

    code = "text-too-long"

    def __init__(self, length: int, most: int) -> None:
        super().__init__(
            Sentence(N_("The text is too long: {length} letters."), {"length": length}),
            Sentence(N_("At most {most}."), {"most": most}),
            Sentence(N_("Shorten it.")),
        )


class ControlSign(TextRefused):
    """A sign for machines (NUL, escape) or half a sign, mostly from a paste. `place` counts from 0 in the given text."""

    code = "text-control"

    def __init__(self, sign: str, place: int) -> None:
        shown = f"U+{ord(sign):04X}"
        super().__init__(
            Sentence(
                N_("The text has a sign that cannot be written, {sign}, at place {place}."), {"sign": shown, "place": place + 1}
            ),
            Sentence(N_("Only letters, digits and signs that can be seen are kept.")),
            Sentence(N_("Delete it, or type the text instead of pasting it.")),
        )
        self.place = place


def is_control(sign: str) -> bool:
    """Whether `sign` is a control sign or half a surrogate pair, which neither print nor file can hold."""
    return unicodedata.category(sign) in {"Cc", "Cs"}
