"""What is asked about before it is saved: a likely double, an amount far beyond the usual."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from kubebuku.app.doubts import is_far_beyond, largest_in, largest_of_late
from kubebuku.app.office import Office
from kubebuku.books.cash.queries import EntryRow
from kubebuku.books.journal.queries import SimilarEntries
from kubebuku.books.spec import Command
from kubebuku.i18n import _, day_month, rupiah
from kubebuku.ui.session import Session


@dataclass(frozen=True)
class Doubt:
    """What to ask; `entry` is the record it looks like."""

    title: str
    text: str
    entry: int | None = None


def doubt_about(command: Command, rows: Sequence[EntryRow], largest: int) -> Doubt | None:
    """The doubt about a command, if any: `rows` are its likely doubles, `largest` the largest amount of late."""
    if rows:
        first = rows[0]
        text = _("{day}, {description}, {amount}. If it really happened twice, go on.")
        values = {"day": day_month(first.on), "description": first.description, "amount": rupiah(first.amount)}
        return Doubt(_("This looks like another record"), text.format(**values), first.entry)
    amount = largest_in(command)
    if is_far_beyond(amount, largest):
        text = _("The largest of the last records was {largest}. Check the zeros; if it is right, go on.")
        return Doubt(_("{amount} is far more than usual").format(amount=rupiah(amount)), text.format(largest=rupiah(largest)))
    return None


def look_alike(session: Session, owner: QObject, command: Command, done: Callable[[Doubt | None], object]) -> None:
    """Look for the doubt in the open book."""

    def ask(office: Office) -> Doubt | None:
        largest = largest_of_late(office)
        rows: tuple[EntryRow, ...] = office.ask(SimilarEntries(command))
        return doubt_about(command, rows, largest)

    session.read(owner, ask, done)
