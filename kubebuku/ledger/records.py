"""Books that record what happened without money: numbers through a year that never shift, days that have come, text."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.names import clean_text
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.work import Reading

#: Signs of a short field (a place, an office) and of a reason.
SHORT, REASON = 120, 200


class DayAhead(RuleBroken):
    """What is recorded has happened, tomorrow at the latest."""

    wrong = N_("The date {found} has not come yet.")
    why = N_("Tomorrow at the latest, {latest}.")
    remedy = N_("Write it down when it has happened.")

    found: date
    latest: date
    field: str


class OtherYear(RuleBroken):
    """A row keeps its number, and the number is that of its year."""

    wrong = N_("Number {no} belongs to {year} and cannot move to {found}.")
    remedy = N_("Strike it out and write it again with the right date.")
    field = "on"

    no: int
    year: Numeral
    found: date


class RowUnknown(RuleBroken):
    """No row of that number in the book."""

    wrong = N_("This book has no row {id}.")
    remedy = N_("Choose it from the list.")

    id: Numeral
    field: str


class RowStruck(RuleBroken):
    """What was struck out stays as it is."""

    wrong = N_("Number {no} was struck out already.")
    why = N_("The reason was: {reason}.")
    remedy = N_("Write a new row.")

    no: int
    reason: str
    field: str


class ReasonMissing(RuleBroken):
    """A row is struck out with a reason."""

    wrong = N_("The reason is not written yet.")
    remedy = N_("Write why, for example: written twice.")
    field = "reason"


class FieldEmpty(RuleBroken):
    """A field without which the row says nothing; `what` names it."""

    wrong = N_("{what}: nothing is written yet.")
    remedy = N_("Write it in a few words.")

    what: str
    field: str

    def __post_init__(self) -> None:
        self.said = {"what": Sentence(self.what)}


def not_ahead(reading: Reading, day: date, field: str) -> None:
    """Refuse a day more than one ahead of today; raises DayAhead."""
    latest = reading.today + timedelta(days=1)
    if day > latest:
        raise DayAhead(day, latest, field)


def next_number(connection: Connection, number: ColumnElement[int], *among: ColumnElement[bool]) -> int:
    """The number after the last one among these rows: struck rows keep theirs, so that none shifts or comes twice."""
    return int(connection.execute(select(func.coalesce(func.max(number), 0)).where(*among)).scalar_one()) + 1


def gaps(connection: Connection, number: Any, *series: Any) -> list[tuple[tuple[Any, ...], int, int]]:
    """Where numbers do not run from 1 without a gap: the series (a year, a way), the number found, the one expected."""
    found = []
    last: dict[tuple[Any, ...], int] = {}
    for row in connection.execute(select(number, *series).order_by(*series, number)):
        no, key = int(row[0]), tuple(row[1:])
        expected = last.get(key, 0) + 1
        if no != expected:
            found.append((key, no, expected))
        last[key] = no
    return found


def given(text: str, what: str, field: str, most: int = REASON, *, lines: bool = False) -> str:
    """A text that must be there; `what` is the marked name of the field. Raises FieldEmpty, TextTooLong, ControlSign."""
    cleaned = _cleaned(text, field, most, lines=lines)
    if not any(sign.isalnum() for sign in cleaned):
        raise FieldEmpty(what, field)
    return cleaned


def optional(text: str | None, field: str, most: int = SHORT, *, lines: bool = False) -> str | None:
    """A text that may be missing, None where it is empty; raises TextTooLong, ControlSign for `field`."""
    return _cleaned(text or "", field, most, lines=lines) or None


def need_reason(text: str) -> str:
    """Why something is struck out; raises ReasonMissing, TextTooLong, ControlSign."""
    cleaned = _cleaned(text, "reason", REASON, lines=False)
    if not any(sign.isalnum() for sign in cleaned):
        raise ReasonMissing
    return cleaned


def _cleaned(text: str, field: str, most: int, *, lines: bool) -> str:
    try:
        return clean_text(text, most=most, lines=lines)
    except RuleBroken as refused:
        refused.field = field
        raise
