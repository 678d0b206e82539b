"""Mnemonics for buttons that nobody has to choose by hand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kubebuku.ui.widgets.buttons import Button, QuietButton, SignButton

_TAKEN_BY_WINDOW = "m"  # Alt+M is the menu


def give_mnemonics(page: QWidget) -> None:
    """Underline in every visible button's words a letter that no other one on the page has, from the first letters on.

    Sign buttons have no words; link-like buttons are underlined as a whole and come last. Where letters run out, none is given.
    """
    buttons = [button for button in page.findChildren(Button) if not isinstance(button, SignButton) and button.isVisibleTo(page)]
    buttons.sort(key=lambda button: isinstance(button, QuietButton))
    taken = set(_TAKEN_BY_WINDOW)
    for button in buttons:
        words = button.words
        starts = [at for at, sign in enumerate(words) if sign.isalpha() and (at == 0 or not words[at - 1].isalpha())]
        others = [at for at, sign in enumerate(words) if sign.isalpha() and at not in starts]
        at = next((at for at in (*starts, *others) if words[at].casefold() not in taken and words[at].isascii()), None)
        if at is not None:
            taken.add(words[at].casefold())
        button.give_mnemonic(-1 if at is None else at)
