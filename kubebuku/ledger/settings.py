"""The group's own choices, kept with its book as JSON by key. An absent key has the value that every new book has."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from kubebuku.domain.accounts import CASH, LOAN_CASH, SOLIDARITY_CASH
from kubebuku.ledger.tables import setting
from kubebuku.ledger.troubles import TornRow


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
    """What was chosen; a key that the book does not hold has its default. Raises TornRow."""
    usual = asdict(Settings())
    rows = connection.execute(select(setting.c.key, setting.c.value).where(setting.c.key.in_(usual)))
    found = {key: parsed(key, value) for key, value in rows}
    for key, value in found.items():
        if type(value) is not type(usual[key]):
            raise TornRow(f"setting {key}")
    return Settings(**found)


def kept(connection: Connection, key: str) -> Any:
    """The choice kept under `key`, None where there is none. Raises TornRow."""
    value = connection.execute(select(setting.c.value).where(setting.c.key == key)).scalar()
    return None if value is None else parsed(key, value)


def parsed(key: str, value: str) -> Any:
    """The value of a row; raises TornRow where it is no JSON."""
    try:
        return json.loads(value)
    except (RecursionError, ValueError) as error:
        raise TornRow(f"setting {key}: {error}") from error


def write(connection: Connection, key: str, value: object) -> None:
    """Keep one choice; the caller has made sure that the key is known and the value fits."""
    connection.execute(delete(setting).where(setting.c.key == key))
    connection.execute(insert(setting).values(key=key, value=json.dumps(value, ensure_ascii=False)))
