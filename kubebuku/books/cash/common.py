"""What the handlers of several acts ask beside the demands of the ledger."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.accounts import Account
from kubebuku.domain.entries import UnitId
from kubebuku.domain.refusals import UnknownAccount
from kubebuku.i18n import language
from kubebuku.ledger.demands import need_box, need_unit
from kubebuku.ledger.work import Reading


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
    """The box of that code; raises NotABox at `field`."""
    return reading.chart[need_box(reading.chart, code, field)]


def open_unit(reading: Reading, id_: UnitId | None, on: date) -> UnitId | None:
    """The unit, if any, made sure that it was open on that day; raises DimensionUnknown or UnitNotOpen."""
    return None if id_ is None else need_unit(reading.connection, id_, on).id
