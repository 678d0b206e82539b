"""Ways out of a refusal that a form can offer as buttons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from kubebuku.books import catalog
from kubebuku.books.spec import Door, FieldKind, Outcome
from kubebuku.domain.amount_refusals import AmountNegative
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.refusals import BalanceShort, BeforeOpening, BoxShort, MonthClosed, NotYet
from kubebuku.domain.text import N_
from kubebuku.i18n import _, rupiah
from kubebuku.ui import places
from kubebuku.ui.forms.asking import AskingPage
from kubebuku.ui.forms.choices import box_icon
from kubebuku.ui.forms.dialog import ask_form, tell
from kubebuku.ui.forms.of_books import WAYS_OUT
from kubebuku.ui.forms.request import Asked, Draft
from kubebuku.ui.widgets import Act, AmountField

_MOST_BOXES = 2
#: The form by which what is wanting comes into the book, by the form that wants it and the refusal's code.
_WANTING: Mapping[tuple[str, str], str] = {
    ("savings", "dues-not-asked"): "savings_rule",
    ("dues", "dues-not-asked"): "solidarity_rule",
    ("benefit", "nothing-to-choose"): "benefit_kind",
}


def ways_out(page: AskingPage, refusal: RuleBroken) -> list[Act]:
    """The buttons that stand under the refusal, the likeliest first."""
    if isinstance(refusal, BoxShort | BalanceShort) and (refusal.in_the_way is not None or refusal.least is not None):
        return _what_stands(page, refusal)
    if isinstance(refusal, BoxShort):
        return [*_other_boxes(page), *_for_later(page), *_money_first(page)]
    if isinstance(refusal, BalanceShort):
        less: list[Act] = []
        if refusal.most > 0:
            less = [page.way_to_write("amount", refusal.most)]
        return [*less, *_for_later(page)]
    if isinstance(refusal, MonthClosed) and page.session.book is not None and refusal.month == Month.of(page.session.book.today):
        return []  # the running month was closed early: today's date would be refused as well
    if isinstance(refusal, MonthClosed | NotYet) and page.session.book is not None:
        return [(_("Take today's date"), partial(page.put, "on", page.session.book.today), "kalender")]
    if page.asked is not None and (page.asked.form.key, refusal.code) in _WANTING:
        return [_written_first(page, page.asked, _WANTING[page.asked.form.key, refusal.code])]
    if isinstance(refusal, BeforeOpening):
        return [(_("To the opening balances"), lambda: page.main.go(places.Opening()), "buku")]
    return [act for ways in WAYS_OUT for act in ways(page, refusal)]


def _what_stands(page: AskingPage, refusal: BoxShort | BalanceShort) -> list[Act]:
    """The record that has used it, or the least that must stay."""
    if refusal.in_the_way is None:
        return [] if refusal.least is None else [page.way_to_write("amount", refusal.least)]
    entry = refusal.in_the_way
    return [(_("Look at {number}").format(number=refusal.number), lambda: page.main.go(places.Story(entry=entry)), "cerita")]


def _written_first(page: AskingPage, asked: Asked, wanting: str) -> Act:
    """The rule or the list that is wanting is written in a dialog; what is written in the form stays."""

    def done(outcome: Outcome) -> None:
        tell(page.main, outcome)
        page.begin(replace(asked, values=page.written()))

    return (_("Write it now"), partial(ask_form, page.main, catalog.forms()[wanting], done=done), "catat")


def speak(page: AskingPage, refusal: RuleBroken) -> None:
    """Let a refusal of the ledger speak of this form: what cannot be done here is not advised."""
    if isinstance(refusal, BoxShort) and not page.may_wait():
        words = N_("Has money come in that is not written yet? Write that first, or pay from another place.")
        refusal.advise(words)
    if isinstance(refusal, AmountNegative) and page.asked is not None and page.asked.form.door is Door.IN:
        refusal.advise(N_("For money that was paid, choose Money out."))


def _other_boxes(page: AskingPage) -> list[Act]:
    """Places that hold enough, where the form pays from one place only."""
    boxes = [entry for entry in page.entries if entry.spec.kind is FieldKind.BOX]
    amount = next((entry.widget.peek() for entry in page.entries if isinstance(entry.widget, AmountField)), None)
    if len(boxes) != 1 or amount is None or page.asked is None or page.asked.form.door is not Door.OUT:
        return []
    here = boxes[0].widget.value()
    rich = [box for box in page.offered.boxes if box.code != here and not box.closed and box.balance >= amount]
    return [
        (
            _("Pay from {box} ({amount})").format(box=box.label, amount=rupiah(box.balance)),
            partial(page.put, boxes[0].spec.name, box.code),
            box_icon(box.code),
        )
        for box in rich[:_MOST_BOXES]
    ]


def _for_later(page: AskingPage) -> list[Act]:
    return [(_("Save as a pending note"), page.keep_pending, "jam")] if page.may_wait() else []


def _money_first(page: AskingPage) -> list[Act]:
    return [(_("Record money in first"), lambda: _keep_and_go(page), "masuk")]


def _keep_and_go(page: AskingPage) -> None:
    """Money in comes first; what is written here waits on the page Catat."""
    if page.asked is None:
        return
    draft = Draft(page.asked.form.key, page.title, page.written())
    page.let_go()
    page.main.go(places.Doors(door=Door.IN, draft=draft))
