"""Depreciation that was written before it was known that a thing had gone, or that it had not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from kubebuku.books.inventory.depreciation import Share, entries_after, plan, write
from kubebuku.books.inventory.refusals import BeforeItsDepreciation
from kubebuku.books.inventory.things import Held, held, need_held
from kubebuku.domain.accounts import DEPRECIATION_HELD
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import ItemId
from kubebuku.domain.names import fit_description
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import _, long_date
from kubebuku.ledger import closings, struck
from kubebuku.ledger.journal import Written, read_entry
from kubebuku.ledger.tables import posting
from kubebuku.ledger.work import Work


@dataclass(frozen=True, slots=True)
class Going:
    """A thing about to go, by what was written off of it until that day; and the later depreciation that was struck out."""

    thing: Held
    later: tuple[Written, ...]

    @property
    def warned(self) -> tuple[Sentence, ...]:
        """That depreciation was mended, for the person."""
        if not self.later:
            return ()
        values = {"label": self.thing.label, "first": Month.of(self.later[0].on), "last": Month.of(self.later[-1].on)}
        message = (
            N_("The depreciation for {first} was written anew without {label}.")
            if values["first"] == values["last"]
            else N_("The depreciation from {first} to {last} was written anew without {label}.")
        )
        return (Sentence(message, values),)


def going(work: Work, id_: ItemId, on: date) -> Going:
    """A thing that goes on that day: what was written off of it on later days is struck out, and other things' with it.

    `write_again` gives them theirs. Raises the refusals of `need_held`, MonthClosed, and BeforeItsDepreciation where an earlier
    correction stands in the way.
    """
    thing = need_held(work, id_, on)
    work.journal.check_date(on)
    later = tuple(read_entry(work.connection, one) for one in entries_after(work, on, of=id_))
    for one in later:
        words = _("Struck out, since {label} went on {day}: {number}")
        words = words.format(label=thing.label, day=long_date(on), number=one.number)
        work.strike_out(one.id, fit_description(words))
    _require_depreciated(work, thing, on)
    return Going(held(work, id_), later)


def _require_depreciated(work: Work, thing: Held, on: date) -> None:
    last = work.connection.execute(
        select(func.max(posting.c.date)).where(
            posting.c.item == thing.id,
            func.substr(posting.c.account, 1, 4) == DEPRECIATION_HELD,
            posting.c.amount < 0,
            posting.c.date > on.isoformat(),
            posting.c.entry.not_in(struck.ids()),
        )
    ).scalar()
    if last is not None:
        raise BeforeItsDepreciation(thing.label, date.fromisoformat(last), on)


def write_again(work: Work, gone: Going) -> None:
    """Once the thing or some of its pieces are out: the other things as before, what is left of this one by its new value."""
    for one in gone.later:
        shares = [
            Share(line.unit, ItemId(line.item or 0), -line.amount)
            for line in one.postings
            if line.account[:4] == DEPRECIATION_HELD and line.item != gone.thing.id
        ]
        shares += _share(work, gone.thing.id, Month.of(one.on))
        write(work, one, shares, replaces=one.id)


def _share(work: Work, id_: ItemId, month: Month) -> list[Share]:
    return [Share(line.unit, line.item, line.amount) for line in plan(work, month) if line.item == id_]


def catch_up(work: Work, id_: ItemId, after: date) -> None:
    """A thing did not go after all: it has its share of what was written off in the open months after that day."""
    closed = closings.closed_until(work.connection)
    for like in (read_entry(work.connection, one) for one in entries_after(work, after)):
        if closed is None or Month.of(like.on) > closed:
            write(work, like, _share(work, id_, Month.of(like.on)))
