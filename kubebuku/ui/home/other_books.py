"""*Buku lain*: a card for every page that is not in the navigation itself, and the way to another group's book."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from kubebuku.books.spec import Changed
from kubebuku.i18n import _
from kubebuku.ui.widgets import KindCard, Page, PageHead, Tiles
from kubebuku.ui.window import Window


class OtherBooks(Page):
    """What the registry lists `under` this page."""

    nav = "bukulain"
    watches = Changed.NOTHING

    def __init__(self, window: Window) -> None:
        super().__init__(_("Other books"))
        self.add(PageHead(_("Other books"), _("What is not needed every day.")))
        self.tiles = Tiles(most=3, least_width=280, gap=10)
        self.cards = [
            KindCard(page.icon, _(page.label), _(page.text) if page.text else "", "main", partial(window.go, page.place()))
            for page in window.pages
            if page.under == "bukulain"
        ]
        others = _("another group's book, a new one, or the practice book")
        self.cards.append(KindCard("map", _("Change book"), others, "main", window.close_book))
        self.tiles.show_tiles(self.cards)
        self.add(self.tiles)

    def first_focus(self) -> QWidget | None:
        """The first card."""
        return self.cards[0] if self.cards else None
