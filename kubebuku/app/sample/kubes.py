"""The twenty named Kube of the papers, as data (resources/kube/kubes.json; sources in domain.md 1.13)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from kubebuku import resources
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.names import name_key
from kubebuku.domain.text import N_


@dataclass(frozen=True)
class Aid:
    """What a group was given: rupiah, in which year if the paper says so, in kind or in money."""

    label: str
    amount: int
    year: int | None
    in_kind: bool


@dataclass(frozen=True)
class Fund:
    """A fund as the paper names it, in rupiah."""

    label: str
    amount: int

    @property
    def box(self) -> str | None:
        """Where its money lies: kas, tabungan kelompok and dana UEP in 1101, bank 1110, IKS 1103; None where it is no money."""
        label = self.label.lower()
        if "modal" in label:
            return None
        if "bank" in label:
            return "1110"
        return "1103" if "iks" in label else "1101"


@dataclass(frozen=True)
class Kube:
    """One group with what the papers say of it."""

    name: str
    aliases: tuple[str, ...]
    city: str
    founded: int
    business: tuple[str, ...]
    members: int
    aid: tuple[Aid, ...]
    funds: tuple[Fund, ...]
    lends: bool

    @property
    def icon(self) -> str:
        """The picture on its letterhead."""
        return icon_of(" ".join(self.business))


class UnknownKube(RuleBroken):
    """No group of that name in the papers."""

    wrong = N_("There is no practice book of a group named {found}.")
    why = N_("There are: {known}.")
    remedy = N_("Choose one of these names.")
    field = "kube"

    found: str
    known: tuple[str, ...]

    def __post_init__(self) -> None:
        self.said = {"known": ", ".join(self.known)}


class BeforeFounding(RuleBroken):
    """The practice book would begin before the group did."""

    wrong = N_("{group} began in {year}: its book cannot begin in {month}.")
    remedy = N_("Choose a later last day, or fewer months.")
    field = "until"

    group: str
    year: Numeral
    month: Month


@cache
def all_kubes() -> tuple[Kube, ...]:
    """Every named Kube, in the order of the papers."""
    return tuple(_kube(row) for row in json.loads(resources.read_text("kube", "kubes.json"))["kube"])


def _kube(row: dict[str, Any]) -> Kube:
    return Kube(
        name=row["name"],
        aliases=tuple(row["aliases"]),
        city=row["city"],
        founded=row["founded"],
        business=tuple(row["business"]),
        members=row["members"],
        aid=tuple(Aid(aid["label"], aid["amount"], aid["year"], "in kind" in aid["form"]) for aid in row["aid"]),
        funds=tuple(Fund(fund["fund"], fund["amount"]) for fund in row["balances"]),
        lends=row["loan_terms"] is not None or "simpan pinjam" in row["business"],
    )


def find(name: str) -> Kube:
    """The Kube of that name or alias, whatever its capitals; raises UnknownKube."""
    key = name_key(name)
    for kube in all_kubes():
        if key in {name_key(one) for one in (kube.name, *kube.aliases)}:
            return kube
    raise UnknownKube(name, tuple(kube.name for kube in all_kubes()))


def units_of(kube: Kube) -> tuple[str, ...]:
    """Its businesses as units; simpan pinjam is in every book already."""
    return tuple(one[:1].upper() + one[1:] for one in kube.business if one != "simpan pinjam")


def icon_of(business: str) -> str:
    """The picture of a business, by what it is called."""
    words = {
        "tenda": "tenda",
        "hajatan": "tenda",
        "catering": "catering",
        "makan": "catering",
        "nasi": "catering",
        "snack": "catering",
        "kue": "catering",
    }
    return next((icon for word, icon in words.items() if word in business.lower()), "usaha")
