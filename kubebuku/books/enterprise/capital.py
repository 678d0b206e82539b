"""Capital between businesses: moved for good, or lent and given back."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from kubebuku.books.enterprise.commands import BetweenUnits, LendCapital, MoveCapital, ReturnCapital
from kubebuku.books.enterprise.handlers import done, post
from kubebuku.books.enterprise.refusals import MoreThanCapital, MoreThanLent, NotCapital, OneBoxOnly, SameUnit
from kubebuku.books.spec import Outcome
from kubebuku.domain.accounts import AID_CAPITAL, RESERVE
from kubebuku.domain.ends import ends_from
from kubebuku.domain.entries import EntryId, Posting, UnitId, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import struck
from kubebuku.ledger.balances import in_unit
from kubebuku.ledger.demands import lowest, need_amount, need_box, need_unit, promise_not_short
from kubebuku.ledger.said import saved_still
from kubebuku.ledger.tables import entry, posting
from kubebuku.ledger.work import Reading, Work

#: Kinds of the entries by which one business lends to another.
LENT, RETURNED = "capital_lent", "capital_returned"


def move_capital(work: Work, command: MoveCapital) -> Outcome:
    """3110 or 3120 from one business to another, and the money with it where boxes are named."""
    amount = need_amount(command.amount)
    account = work.chart.get(command.account)
    if account is None or account.base not in (AID_CAPITAL, RESERVE):
        raise NotCapital(command.account)
    if command.unit == command.to_unit:
        raise SameUnit
    whose = _label(work, command.unit, command.on, "unit")
    _label(work, command.to_unit, command.on, "to_unit")
    held = max(Rupiah(0), lowest(work, command.account, command.on, in_unit(command.unit)))
    if amount > held:
        raise MoreThanCapital(whose, held, amount)
    lines = (debit(command.account, amount, unit=command.unit), credit(command.account, amount, unit=command.to_unit))
    posted = post(work, command, "capital", *lines, *_money(work, amount, command.box, command.to_box))
    return done(posted, saved_still(command.description, amount))


def move_capital_undone(work: Work, _entry: EntryId, command: MoveCapital) -> None:
    """What the other business, or the group as a whole, has moved on since must still have been its own."""
    promise_not_short(work, command.account, command.on, in_unit(command.to_unit))


def lend_capital(work: Work, command: LendCapital) -> Outcome:
    """3120 of the lender becomes the borrower's until it comes back."""
    return _between(work, command, LENT)


def lend_capital_undone(work: Work, _entry: EntryId, command: LendCapital) -> None:
    """What was given back since must still have been lent."""

    def check() -> None:
        lent = open_loans(work, command.unit, command.to_unit, command.on)
        if min(lent) < 0:
            names = _pair(work, command.to_unit, command.unit, command.on)
            raise MoreThanLent(*names, max(Rupiah(0), lent[0]), lent[0] - min(lent))

    work.journal.promise(check)


def return_capital(work: Work, command: ReturnCapital) -> Outcome:
    """The borrower's 3120 becomes the lender's again."""
    amount = need_amount(command.amount)
    names = _pair(work, command.unit, command.to_unit, command.on)
    lent = max(Rupiah(0), min(open_loans(work, command.to_unit, command.unit, command.on)))
    if amount > lent:
        raise MoreThanLent(*names, lent, amount)
    return _between(work, command, RETURNED)


def _between(work: Work, command: BetweenUnits, kind: str) -> Outcome:
    amount = need_amount(command.amount)
    _pair(work, command.unit, command.to_unit, command.on)
    if command.unit == command.to_unit:
        raise SameUnit
    lines = (debit(RESERVE, amount, unit=command.unit), credit(RESERVE, amount, unit=command.to_unit))
    posted = post(work, command, kind, *lines, *_money(work, amount, command.box, command.to_box))
    return done(posted, saved_still(command.description, amount))


def _pair(work: Work, unit: UnitId, to_unit: UnitId, on: date) -> tuple[str, str]:
    return need_unit(work.connection, unit, on).label, need_unit(work.connection, to_unit, on, field="to_unit").label


def _label(work: Work, unit: UnitId | None, on: date, field: str) -> str | Sentence:
    return Sentence(N_("The group as a whole")) if unit is None else need_unit(work.connection, unit, on, field=field).label


def _money(work: Work, amount: Rupiah, box: str | None, to_box: str | None) -> tuple[Posting, ...]:
    if box is None and to_box is None:
        return ()
    if box is None or to_box is None or box == to_box:
        raise OneBoxOnly
    return debit(need_box(work.chart, to_box, "to_box"), amount), credit(need_box(work.chart, box), amount)


def loans_between(reading: Reading, at: date | None = None) -> list[tuple[str, UnitId, UnitId, Rupiah]]:
    """Every lending and giving back, in order of days: the day, lender, borrower, amount (giving back negative)."""
    corrected = entry.alias("corrected")
    kind = func.coalesce(corrected.c.kind, entry.c.kind)
    rows = (
        select(posting.c.entry, kind, entry.c.reverses, posting.c.date, posting.c.unit, posting.c.amount)
        .join(entry, entry.c.id == posting.c.entry)
        .outerjoin(corrected, corrected.c.id == entry.c.reverses)
        .where(kind.in_((LENT, RETURNED)), posting.c.account == RESERVE, posting.c.unit.is_not(None))
        .where(posting.c.entry.not_in(struck.ids()))
        .order_by(posting.c.date, posting.c.entry)
    )
    if at is not None:
        rows = rows.where(posting.c.date <= at.isoformat())
    gives: dict[int, tuple[bool, str, UnitId, int]] = {}
    takes: dict[int, UnitId] = {}
    for id_, kind_, reverses, day, unit, amount in reading.connection.execute(rows):
        if amount > 0:
            lends = (kind_ == LENT) == (reverses is None)  # a corrected lending goes back, a corrected giving back is open again
            gives[id_] = (lends, day, UnitId(unit or 0), amount)
        else:
            takes[id_] = UnitId(unit or 0)
    return [
        (day, UnitId(unit), UnitId(takes[id_]), Rupiah(amount))
        if lends
        else (day, UnitId(takes[id_]), UnitId(unit), Rupiah(-amount))
        for id_, (lends, day, unit, amount) in gives.items()
    ]


def open_loans(reading: Reading, lender: UnitId, borrower: UnitId, since: date) -> list[Rupiah]:
    """What `borrower` has not yet given back to `lender` at the end of `since` and of each later day that changes it."""
    moved = ((day, amount) for day, by, to, amount in loans_between(reading) if (by, to) == (lender, borrower))
    return [Rupiah(end) for end in ends_from(moved, since.isoformat())]
