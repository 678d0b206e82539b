"""The group's own choices, kept with its book as JSON by key. An absent key has the value that every new book has."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields

from sqlalchemy import Connection, delete, insert, select

from kubebuku.domain.accounts import CASH, LOAN_CASH, SOLIDARITY_CASH
from kubebuku.ledger.tables import setting


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices of the group.

    The default boxes of the three kinds of acts (accounting.md 3), how many days a box may stay uncounted, the paper of its
    reports ("a4" or "f4"), whether the village head signs, and how costs without a unit are shown ("general" or "by_income").
    """

    box_usaha: str = CASH
    box_savings_loan: str = LOAN_CASH
    box_solidarity: str = SOLIDARITY_CASH
    count_days: int = 14
    paper: str = "f4"
    village_head_signs: bool = False
    general_costs: str = "general"


def read(connection: Connection) -> Settings:
    """What was chosen; a key that the book does not hold has its default."""
    names = {field.name for field in fields(Settings)}
    rows = connection.execute(select(setting.c.key, setting.c.value).where(setting.c.key.in_(names)))
    return Settings(**{key: json.loads(value) for key, value in rows})


def write(connection: Connection, key: str, value: object) -> None:
    """Keep one choice; the caller has made sure that the key is known and the value fits."""
    connection.execute(delete(setting).where(setting.c.key == key))
    connection.execute(insert(setting).values(key=key, value=json.dumps(value, ensure_ascii=False)))
