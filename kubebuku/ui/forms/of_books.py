"""What books bring to the one form for any command. A book that has something of its own to show there is a line here."""

from __future__ import annotations

from collections.abc import Callable

from kubebuku.domain.errors import RuleBroken
from kubebuku.ui.books.savings_loan import preview, ways_out
from kubebuku.ui.forms.asking import AskingPage
from kubebuku.ui.widgets import Act, Card

#: A card beside the form, None where the form asks for something of another book.
BESIDE: tuple[Callable[[AskingPage], Card | None], ...] = (preview.beside,)

#: The buttons under a refusal of the book's own, none under those of others.
WAYS_OUT: tuple[Callable[[AskingPage, RuleBroken], list[Act]], ...] = (ways_out.of_loans,)
