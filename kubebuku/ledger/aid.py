"""Aid programmes, and which entries received, used, passed on or paid back their money: for *realisasi bantuan*.

Beside the ledger because every book may name the aid that paid a cost, a purchase or a loan.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, Named, Table, TypedColumns, insert, select

from kubebuku.domain.aid import AidKind, AidRole
from kubebuku.domain.entries import EntryId, PersonId
from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.names import clean_name, name_key
from kubebuku.domain.text import N_
from kubebuku.ledger.demands import need_person
from kubebuku.ledger.tables import metadata

FIRST_YEAR = 1980


class AidColumns(TypedColumns):
    """One aid programme. `kind` is an AidKind; `form` is cash or kind, as it first came; `giver` is a person of the book."""

    id: Named[int]
    label: Named[str]
    year: Named[int]
    kind: Named[str]
    form: Named[str]
    giver: Named[int | None]
    note: Named[str | None]


class AidEntryColumns(TypedColumns):
    """What an entry does with an aid: `role` is an AidRole."""

    entry: Named[int]
    aid: Named[int]
    role: Named[str]


aid = Table("aid", metadata, AidColumns)
aid_entry = Table("aid_entry", metadata, AidEntryColumns)


class AidUnknown(RuleBroken):
    """No aid of that number."""

    wrong = N_("There is no aid {id} in this book.")
    remedy = N_("Write down first that the aid was received.")
    field = "aid"

    id: Numeral


class AidOfOtherKind(RuleBroken):
    """One programme of one year is a grant, a loan or revolving, not two of them."""

    wrong = N_("{label} {year} is already in the book as another kind of aid.")
    why = N_("Grant, loan and revolving aid are kept apart.")
    remedy = N_("Choose the same kind, or write another name for this programme.")
    field = "kind"

    label: str
    year: Numeral


class GiverMissing(RuleBroken):
    """Aid that is paid back or passed on without the name of who gave it."""

    wrong = N_("It is not written who gave this aid.")
    why = N_("Aid that is paid back or passed on is owed to somebody.")
    remedy = N_("Choose the office or programme that gave it; a new name can be added.")
    field = "giver"


class YearUnlikely(RuleBroken):
    """Programmes are of 1980 to next year (the first Kube are of 1982)."""

    wrong = N_("The year {year} cannot be that of an aid.")
    why = N_("Aid is of the years 1980 to {latest}.")
    remedy = N_("Write the year of the programme in four digits.")
    field = "year"

    year: Numeral
    latest: Numeral


def find_or_add(
    connection: Connection, label: str, year: int, kind: AidKind, *, in_kind: bool, giver: PersonId | None = None
) -> int:
    """The id of the programme of that name and year, added where it is new: a second part of it joins the first.

    Raises AidOfOtherKind and the refusals of names.
    """
    label = clean_name(label, field="programme")
    key = name_key(label)
    for row in connection.execute(select(aid).where(aid.c.year == year).order_by(aid.c.id)):
        if name_key(row.label) == key:
            if row.kind != kind.value:
                raise AidOfOtherKind(row.label, year)
            return int(row.id)
    form = "kind" if in_kind else "cash"
    values = {"label": label, "year": year, "kind": kind.value, "form": form, "giver": giver}
    return int(connection.execute(insert(aid).values(values).returning(aid.c.id)).scalar_one())


def mark(connection: Connection, entry: EntryId, aid_: int | None, role: AidRole) -> None:
    """Say what `entry` does with an aid; nothing where none is named. Raises AidUnknown.

    A mirror needs no mark of its own: it takes back what its entry did.
    """
    if aid_ is None:
        return
    need_aid(connection, aid_)
    connection.execute(insert(aid_entry).values(entry=entry, aid=aid_, role=role.value))


def need_aid(connection: Connection, aid_: int) -> tuple[AidKind, PersonId | None]:
    """Kind and giver of that aid; raises AidUnknown."""
    row = connection.execute(select(aid.c.kind, aid.c.giver).where(aid.c.id == aid_)).first()
    if row is None:
        raise AidUnknown(aid_)
    return AidKind(row.kind), None if row.giver is None else PersonId(row.giver)


def need_giver(connection: Connection, kind: AidKind, giver: PersonId | None) -> PersonId | None:
    """The person who stands on 2201 and 2140; a grant is owed to nobody. Raises GiverMissing, DimensionUnknown."""
    if giver is not None:
        need_person(connection, giver, "giver")
    if kind is AidKind.GRANT:
        return None
    if giver is None:
        raise GiverMissing
    return giver


def need_year(year: int, today: date) -> int:
    """The year of a programme; raises YearUnlikely."""
    if not FIRST_YEAR <= year <= today.year + 1:
        raise YearUnlikely(year, today.year + 1)
    return year
