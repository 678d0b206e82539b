"""*Barang baru*: how a thing comes into the inventory, a card for each way."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from kubebuku.books.inventory.forms import COME
from kubebuku.books.spec import Changed
from kubebuku.i18n import _
from kubebuku.ui import places
from kubebuku.ui.forms.fields import words
from kubebuku.ui.widgets import KindCard, Page, PageHead, Tiles
from kubebuku.ui.window import Window


class NewItemPage(Page):
    """One question, and the form behind each answer."""

    nav = "bukulain"
    watches = Changed.NOTHING

    def __init__(self, window: Window) -> None:
        super().__init__(_("New item"))
        self.add(PageHead(_("New item"), _("How does the group come by it?"), back=window.back))
        self.cards = [
            KindCard(form.icon, words(form.title), words(form.subtitle), "main", partial(window.go, places.Form(form=form.key)))
            for form in COME
        ]
        tiles = Tiles(most=3, least_width=280, gap=10)
        tiles.show_tiles(self.cards)
        self.add(tiles)

    def first_focus(self) -> QWidget | None:
        """The first way."""
        return self.cards[0]
