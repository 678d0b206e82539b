"""Rules, dues, sales and benefits of a group with a solidarity fund."""

from __future__ import annotations

from kubebuku.books.enterprise.commands import Sale
from kubebuku.books.solidarity.commands import (
    GiveBenefit,
    SetAside,
)
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah
from tests.books.trading import TENTS, day


def sale(amount: int, on: str = "5/11", unit: UnitId = TENTS) -> Sale:
    return Sale(on=day(on), description="Sewa tenda", amount=Rupiah(amount), unit=unit)


def aside(amount: int, on: str = "20/11", **more: object) -> SetAside:
    values = {"on": day(on), "description": "Sisihan IKS", "amount": Rupiah(amount), "unit": TENTS, **more}
    return SetAside(**values)  # type: ignore[arg-type]


def benefit(rule: int, person: PersonId, amount: int = 50_000, on: str = "15/11", **more: object) -> GiveBenefit:
    values = {"on": day(on), "amount": Rupiah(amount), "person": person, "rule": rule, "decided": "Rapat 8 November", **more}
    return GiveBenefit(**values)  # type: ignore[arg-type]
