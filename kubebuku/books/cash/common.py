"""What the handlers of several acts ask: of the amount, the place, the business, and a person's account."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import insert, select

from kubebuku.books.cash.refusals import MoreThanOwed, NoMoneyPlace, UnitHasClosed
from kubebuku.domain.accounts import Account
from kubebuku.domain.amount_refusals import AmountNegative, AmountRefused, AmountZero
from kubebuku.domain.entries import DecisionId, PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import clean_text
from kubebuku.domain.refusals import DimensionUnknown, UnknownAccount
from kubebuku.i18n import language
from kubebuku.ledger import zero_rule
from kubebuku.ledger.tables import decision, person, unit
from kubebuku.ledger.work import Reading, Work


def positive(amount: Rupiah, field: str = "amount") -> Rupiah:
    """`amount` if it is above zero; raises AmountZero or AmountNegative at `field`."""
    if amount > 0:
        return amount
    refused: AmountRefused = AmountZero() if amount == 0 else AmountNegative(str(int(amount)), abs(amount))
    refused.field = field
    raise refused


def label(account: Account) -> str:
    """The account's name in the reader's language."""
    return account.label(language())


def account_of(reading: Reading, code: str) -> Account:
    """The account of that code; raises UnknownAccount."""
    found = reading.chart.get(code)
    if found is None:
        raise UnknownAccount(code)
    return found


def box_of(reading: Reading, code: str, field: str = "box") -> Account:
    """The box of that code; raises UnknownAccount or NoMoneyPlace."""
    found = account_of(reading, code)
    if not found.box:
        raise NoMoneyPlace(label(found), field)
    return found


def name_of(reading: Reading, id_: PersonId) -> str:
    """The name of that person; raises DimensionUnknown."""
    found = reading.connection.execute(select(person.c.name).where(person.c.id == id_)).scalar()
    if found is None:
        raise DimensionUnknown("person", id_)
    return found


def open_unit(reading: Reading, id_: UnitId | None, on: date) -> UnitId | None:
    """The unit, if any, made sure that it had not ended before `on`; raises DimensionUnknown or UnitHasClosed."""
    if id_ is None:
        return None
    row = reading.connection.execute(select(unit.c.label, unit.c.closed).where(unit.c.id == id_)).first()
    if row is None:
        raise DimensionUnknown("unit", id_)
    if row.closed is not None and on > date.fromisoformat(row.closed):
        raise UnitHasClosed(row.label, date.fromisoformat(row.closed))
    return id_


def decide(work: Work, words: str, on: date) -> DecisionId:
    """Write down a decision for entries to point at; raises TextTooLong."""
    values = {"label": clean_text(words, most=200), "decided": on.isoformat(), "standing": "valid"}
    return DecisionId(work.connection.execute(insert(decision).values(values).returning(decision.c.id)).scalar_one())


def not_overpaid(work: Work, account: str, who: PersonId) -> Callable[[], None]:
    """A promise that what `account` holds for a person crosses zero on no day; raises MoreThanOwed.

    1121 and 2103 are outside the zero rule of the ledger, since a general journal may set one against the other; the acts of
    this book keep it all the same.
    """

    def check() -> None:
        _, ends = zero_rule.ends_of_days(work.connection, work.chart, zero_rule.Watched(account, person=who), date.min)
        short = [(day, end) for day, end in ends if end < 0]
        if short:
            day, _ = short[0]
            raise MoreThanOwed(
                name_of(work, who), label(work.chart[account]), date.fromisoformat(day), -min(end for _, end in short)
            )

    return check
