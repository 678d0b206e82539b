"""What a meeting decided, for entries and rules to point at. Meetings number their own; any act may write one down in words."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, insert, select

from kubebuku.domain.entries import DecisionId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.names import clean_text
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.tables import decision
from kubebuku.ledger.work import Work

#: Signs of a decision in an act's own words.
LONGEST_DECISION = 200


class DecisionUnknown(RuleBroken):
    """No decision of that number, or it was withdrawn."""

    code = "decision-unknown"

    def __init__(self, id_: int) -> None:
        super().__init__(
            Sentence(N_("There is no decision {id} in this book."), {"id": str(id_)}),
            remedy=Sentence(N_("Choose it from the list, or write what was decided and when.")),
            field="decision",
        )


def decide(work: Work, words: str, on: date) -> DecisionId:
    """Write down a decision; raises TextTooLong."""
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
