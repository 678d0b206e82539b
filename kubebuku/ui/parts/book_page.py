"""What every page of a book begins with: the window that shows it, and a head that says its title."""

from __future__ import annotations

from collections.abc import Callable

from kubebuku.ui.widgets import Page, PageHead
from kubebuku.ui.window import Window


class BookPage(Page):
    """`head` and what stands under it are added by the page itself; `back` makes the head a way back."""

    def __init__(
        self,
        window: Window,
        title: str,
        subtitle: str = "",
        *,
        back: Callable[[], object] | None = None,
        icon: str | None = None,
        tone: str = "main",
    ) -> None:
        super().__init__(title)
        self.main = window
        self.head = PageHead(title, subtitle, icon=icon, tone=tone, back=back)
