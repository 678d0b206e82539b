"""What can be done, as a row of buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kubebuku.ui.widgets.buttons import Button
from kubebuku.ui.widgets.flow import FlowRow, page_around
from kubebuku.ui.widgets.mnemonics import give_mnemonics

#: Words, what happens when pressed, icon or None.
Act = tuple[str, Callable[[], object], str | None]


class ActRow(FlowRow):
    """``show_acts([(words, press, icon), ...])``: a button for each, which wrap."""

    def show_acts(self, acts: Sequence[Act], *, kind: type[Button] = Button, first: type[Button] | None = None) -> None:
        """Replace the buttons, the first of which may be of another kind; on a page that is seen they get their letters."""
        self.clear()
        for number, (words, press, icon) in enumerate(acts):
            self.add((kind if number else first or kind)(words, icon, press))
        page = page_around(self)
        if page is not None and page.isVisible():
            give_mnemonics(page)
