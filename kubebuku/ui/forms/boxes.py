"""Which boxes a form touches, what they hold, and what they would hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from kubebuku.books.cash.queries import EntryRow
from kubebuku.books.journal.queries import SimilarEntries
from kubebuku.books.spec import Command, Door, FieldKind
from kubebuku.domain.errors import RuleBroken, Surroundings
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying
from kubebuku.ui.forms.beside import BoxView
from kubebuku.ui.forms.choices import Offered
from kubebuku.ui.forms.fields import Entry
from kubebuku.ui.forms.request import Asked
from kubebuku.ui.jobs import Progress
from kubebuku.ui.session import Session
from kubebuku.ui.widgets import AmountField

#: Before and after by account, as the ledger has tried it; None while it has not.
Changes = Mapping[str, tuple[Rupiah, Rupiah]]
#: What came of a trial: the changes, None where it was refused; and the likely doubles.
Tried = tuple[Changes | None, tuple[EntryRow, ...]]


def box_codes(entries: Sequence[Entry]) -> list[str]:
    """The places of money chosen in the form, in reading order."""
    return [str(entry.widget.value()) for entry in entries if entry.spec.kind is FieldKind.BOX and entry.widget.value()]


def apart(entries: Sequence[Entry]) -> None:
    """Money does not go from a place to itself: where the group's usual place is both, the first is the chart's own."""
    boxes = [entry for entry in entries if entry.spec.kind is FieldKind.BOX and entry.spec.default is not None]
    if len(boxes) > 1 and boxes[0].widget.value() == boxes[1].widget.value():
        boxes[0].put(boxes[0].spec.default)


def incoming(asked: Asked, number: int) -> bool:
    """Whether the box at `number` gains: the second one of a move, every one behind the door of money in."""
    return asked.form.door is Door.IN or (asked.form.door is Door.MOVE and number == 1)


def box_views(
    asked: Asked | None,
    entries: Sequence[Entry],
    offered: Offered,
    changes: Changes | None,
    guessed: Callable[[Rupiah, int], Rupiah | None],
) -> list[BoxView]:
    """The boxes beside the form: as tried by the ledger, else by the amount alone."""
    if asked is None:
        return []
    codes = box_codes(entries)
    if changes:
        codes = [*(code for code in codes if code in changes), *(code for code in changes if code not in codes)]
    views = []
    for number, code in enumerate(codes):
        box = offered.box(code)
        if box is None:
            continue
        now, then = box.balance, guessed(box.balance, number)
        if changes is not None:
            now, then = changes.get(code, (box.balance, box.balance))
        views.append(BoxView(code, box.label, now, then, incoming(asked, number)))
    return views


def guess(asked: Asked | None, entries: Sequence[Entry], question: Entry | None, now: Rupiah, number: int) -> Rupiah | None:
    """What a box would hold by the amount that moves at once; None where that cannot be read."""
    paying = next((entry.widget.value() for entry in entries if entry.spec.name == "paying"), Paying.NOW)
    if paying is Paying.LATER:
        return now
    if paying is Paying.PART:
        question = next((entry for entry in entries if entry.spec.name == "paid"), question)
    if asked is None or question is None or not isinstance(question.widget, AmountField):
        return now
    if not question.widget.line.text().strip() or asked.form.door is Door.OTHER:
        return now
    amount = question.widget.peek()
    if amount is None:
        return None
    return now + amount if incoming(asked, number) else now - amount


def try_out(
    session: Session, owner: QObject, command: Command, *, alike: Command | None, done: Callable[[Tried], object]
) -> None:
    """Let the ledger try a command and take it back; with `alike` look for doubles of that one too."""

    def work(_progress: Progress) -> Tried:
        office = session.office
        rows = office.ask(SimilarEntries(alike)) if alike is not None else ()
        try:
            return {one.box: (one.before, one.after) for one in office.preview(command)}, rows
        except (RuleBroken, Surroundings):
            return None, rows

    session.jobs.run(work, done, owner=owner, quiet=True)
