"""The money side of a purchase or a sale: what moves now through a box, and what stays owed to or by a person."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from kubebuku.domain.accounts import PAYABLE, RECEIVABLE
from kubebuku.domain.entries import PersonId, Posting, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import NameNeeded, Paying, Settled, settle
from kubebuku.domain.text import Sentence
from kubebuku.ledger.demands import need_amount, need_box, need_person, promise_not_short
from kubebuku.ledger.said import saved_in, saved_out, saved_still
from kubebuku.ledger.work import Work


class Priced(Protocol):
    """A command with a price that is paid now, later or in part."""

    @property
    def on(self) -> date: ...
    @property
    def description(self) -> str: ...
    @property
    def amount(self) -> Rupiah: ...
    @property
    def paying(self) -> Paying: ...
    @property
    def paid(self) -> Rupiah | None: ...
    @property
    def person(self) -> PersonId | None: ...
    @property
    def box(self) -> str: ...


def settled_price(work: Work, command: Priced, deposit: Rupiah | None = None) -> Settled:
    """The price in its parts, judged: an amount, a person where something is owed or was paid ahead, a box where money moves.

    Raises the refusals of `need_amount`, `settle`, `need_box` and `need_person`, and NameNeeded.
    """
    parts = settle(need_amount(command.amount), command.paying, command.paid, deposit)
    if parts.now:
        need_box(work.chart, command.box)
    if (parts.later or parts.deposit) and command.person is None:
        raise NameNeeded
    if command.person is not None:
        need_person(work.connection, command.person)
    return parts


def paid_by(parts: Settled, command: Priced) -> tuple[Posting, ...]:
    """The credit side of a purchase: the box for what is paid now, 2101 with the person for what is owed."""
    lines = []
    if parts.now:
        lines.append(credit(command.box, parts.now))
    if parts.later:
        lines.append(credit(PAYABLE, parts.later, person=command.person))
    return tuple(lines)


def received_for(parts: Settled, command: Priced) -> tuple[Posting, ...]:
    """The debit side of a sale: the box for what comes now, 1120 with the person for what is owed; not what was paid ahead."""
    lines = []
    if parts.now:
        lines.append(debit(command.box, parts.now))
    if parts.later:
        lines.append(debit(RECEIVABLE, parts.later, person=command.person))
    return tuple(lines)


def said_paid(work: Work, parts: Settled, command: Priced) -> Sentence:
    """The sentence after a purchase; asked once it is posted, since it tells what the box holds now."""
    if parts.now:
        return saved_out(work, command.description, parts.now, command.box)
    return saved_still(command.description, command.amount)


def said_received(work: Work, parts: Settled, command: Priced) -> Sentence:
    """The sentence after a sale; asked once it is posted, since it tells what the box holds now."""
    if parts.now:
        return saved_in(work, command.description, parts.now, command.box)
    return saved_still(command.description, command.amount)


def promise_debt(work: Work, account: str, command: Priced) -> None:
    """When a purchase (2101) or sale (1120) is struck out: what was paid on it since must still have been owed."""
    if command.person is not None and command.paying is not Paying.NOW:
        promise_not_short(work, account, command.on, person=command.person)
