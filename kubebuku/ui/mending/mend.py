"""Mending from any page: *Urungkan* after naming what is struck out, the list of acts at a row, Ctrl+Z.

Every page has it at hand and few visits use it: its questions and commands are loaded when one mends.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.refusals import BalanceShort, BoxShort
from kubebuku.i18n import _, month_name, rupiah, say, short_date
from kubebuku.ui import messages, places
from kubebuku.ui.widgets import Act, Dialog, TextField, Verb
from kubebuku.ui.window import Window

if TYPE_CHECKING:
    from kubebuku.books.cash.queries import EntryRow
    from kubebuku.books.mending.queries import Story, Version
    from kubebuku.books.spec import Outcome


def row_acts(window: Window, entry: int) -> list[Act]:
    """What can be done with an entry, for the list at its row."""
    acts: list[Act] = []
    if window.session.book is not None and window.session.book.writable:
        acts.append((_("Change"), lambda: window.go(places.Amend(entry=entry)), "catat"))
        acts.append((_("Undo"), partial(undo, window, entry), "urungkan"))
    acts.append((_("Story"), lambda: window.go(places.Story(entry=entry)), "cerita"))
    return acts


def moves_money(number: str | None) -> bool:
    """Whether a bukti of that number acknowledges money: BKM and BKK do, BM does not."""
    return number is not None and number.startswith(("BKM", "BKK"))


def print_receipt(window: Window, entry: int) -> None:
    """The kwitansi of an entry, on its own slip of paper."""
    from kubebuku.ui.paper.jobs import Request
    from kubebuku.ui.paper.printing import print_document

    print_document(window, window, Request("kubebuku.reports.receipt:build", {"id_": entry}, "slip"))


def undo_last(window: Window) -> None:
    """Ctrl+Z: the newest standing entry, after asking."""
    from kubebuku.books.cash.queries import LastEntries

    def found(rows: tuple[EntryRow, ...]) -> None:
        if rows:
            undo(window, rows[0].entry)
        else:
            messages.door().tell(_("Nothing is recorded yet"), _("There is nothing to undo."))

    window.session.ask(window, LastEntries(1), found)


def undo(window: Window, entry: int, done: Callable[[Outcome], object] | None = None) -> None:
    """Ask, naming the entry, then strike it out. In a closed month the way goes to the correction."""
    from kubebuku.books.mending.queries import EntryStory

    window.session.ask(window, EntryStory(entry), lambda story: _ask(window, story, done))


def _ask(window: Window, story: Story, done: Callable[[Outcome], object] | None) -> None:
    version = story.versions[story.asked]
    if story.may_correct:
        if messages.door().ask(
            _("{month} is closed").format(month=month_name(Month.of(version.on))),
            _(
                "{entry} stands in a closed month. It is not struck out there, but taken back in the open month, with a reason."
            ).format(entry=named(version)),
            main=_("Correct it"),
        ):
            window.go(places.Amend(entry=version.entry))
    elif not story.may_amend:
        if messages.door().ask(
            _("This record is no longer valid"),
            _("{entry} has already been struck out or is mended elsewhere.").format(entry=named(version)),
            main=_("Read its story"),
        ):
            window.go(places.Story(entry=version.entry))
    elif messages.door().ask(
        _("Undo {number}?").format(number=version.number),
        _("{entry}. It is struck out and can still be read.").format(entry=named(version)),
        main=_("Undo"),
        kind="warn",
    ):
        _run(window, version, None, done)


def named(version: Version) -> str:
    """An entry in a few words: 20/11/26, sewa tenda, Rp750.000."""
    return f"{version.number}, {short_date(version.on)}, {version.description}, {rupiah(version.amount)}"


def _run(window: Window, version: Version, reason: str | None, done: Callable[[Outcome], object] | None) -> None:
    from kubebuku.books.mending.commands import Undo
    from kubebuku.books.mending.refusals import ReasonMissing

    def struck(outcome: Outcome) -> None:
        if done is not None:
            done(outcome)
        page = window.current()
        if page is not None and hasattr(page, "forget_saved"):
            page.forget_saved()
        said = say(outcome.said) if outcome.said is not None else _("Undone")
        window.say_done(said, "", [(_("Story"), lambda: window.go(places.Story(entry=version.entry)), "cerita")])

    def refused(refusal: RuleBroken) -> None:
        if isinstance(refusal, ReasonMissing):
            why = ask_reason(window, _("Undo {number}?").format(number=version.number))
            if why is not None:
                _run(window, version, why, done)
            return
        title, text = messages.parts(refusal)
        way = refusal.in_the_way if isinstance(refusal, BoxShort | BalanceShort) else None
        words = _("Read its story") if way is None else _("Look at {number}").format(number=getattr(refusal, "number", ""))
        if messages.door().ask(title, text, main=words, other=_("Close"), kind="bad"):
            window.go(places.Story(entry=version.entry if way is None else way))

    window.session.run(window, Undo(entry=EntryId(version.entry), reason=reason), struck, refused)


class _Reason(Dialog):
    """Why something that others have signed is changed."""

    def __init__(self, window: Window, title: str) -> None:
        super().__init__(
            window,
            title,
            _("A month was closed since. Write in a few words why this is changed; it will stand in its story."),
            (Verb("cancel", _("Cancel")), Verb("main", _("Go on"))),
            icon="cerita",
        )
        self.field = TextField(_("Why?"), name="reason", hint=_("For example: the amount was counted wrong"))
        self.add(self.field)
        self.field.line.returnPressed.connect(self.buttons["main"].click)

    def accepts(self, answer: str) -> bool:
        """Not without a reason."""
        from kubebuku.books.mending.refusals import ReasonMissing

        if answer == "main" and not self.field.value():
            self.field.show_refusal(ReasonMissing())
            return False
        return True


def ask_reason(window: Window, title: str) -> str | None:
    """Ask why; None where the person changed their mind."""
    dialog = _Reason(window, title)
    return dialog.field.value() if messages.door().show(dialog) == "main" else None
