"""What a meeting decided, for entries and rules to point at. Meetings number their own; any act may write one down in words."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, insert, select, text

from kubebuku.domain.entries import BuktiNumber, DecisionId
from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.names import clean_text
from kubebuku.domain.text import N_
from kubebuku.ledger.tables import decision, entry
from kubebuku.ledger.work import Work

#: Signs of a decision in an act's own words.
LONGEST_DECISION = 200


class DecisionUnknown(RuleBroken):
    """No decision of that number, or it was withdrawn."""

    wrong = N_("There is no decision {id} in this book.")
    remedy = N_("Choose it from the list, or write what was decided and when.")
    field = "decision"

    id: Numeral


def decide(work: Work, words: str, on: date) -> DecisionId:
    """A decision that no minutes hold, dated `on`, written down for an act to rest on; raises TextTooLong, ControlSign."""
    values = {"label": clean_text(words, most=LONGEST_DECISION), "decided": on.isoformat(), "standing": "valid"}
    return DecisionId(work.connection.execute(insert(decision).values(values).returning(decision.c.id)).scalar_one())


def need_decision(connection: Connection, id_: DecisionId) -> str:
    """The words of a standing decision; raises DecisionUnknown."""
    label = connection.execute(select(decision.c.label).where(decision.c.id == id_, decision.c.standing == "valid")).scalar()
    if label is None:
        raise DecisionUnknown(id_)
    return label


def given_decision(work: Work, id_: DecisionId | None, words: str | None, on: date) -> DecisionId | None:
    """The decision of an act: one of the list, else one written down now from `words`, else none."""
    if id_ is not None:
        need_decision(work.connection, id_)
        return id_
    return decide(work, words, on) if (words or "").strip() and words else None


def entries_resting_on(connection: Connection, *ids: DecisionId, until: date | None = None) -> list[str]:
    """The bukti numbers of entries that name one of the decisions, oldest first; only those up to `until` if it is given."""
    found = select(entry.c.series, entry.c.year, entry.c.seq).where(entry.c.decision.in_(ids)).order_by(entry.c.id)
    if until is not None:
        found = found.where(entry.c.date <= until.isoformat())
    return [str(BuktiNumber(series, year, seq)) for series, year, seq in connection.execute(found)]


def named_by_rows(connection: Connection, id_: DecisionId) -> bool:
    """Whether a row of any book but the minutes points at the decision; asked of the schema, for books are strangers."""
    pointing = connection.execute(
        text(
            'SELECT m.name, f."from" FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f'
            " WHERE m.type = 'table' AND f.\"table\" = 'decision' AND m.name <> 'meeting_decision'"
        )
    ).all()
    return any(
        connection.execute(text(f'SELECT 1 FROM "{name}" WHERE "{column}" = :id LIMIT 1'), {"id": id_}).first() is not None
        for name, column in pointing
    )
