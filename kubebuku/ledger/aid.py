"""Aid programmes, and which entries received, used, passed on or paid back their money: for *realisasi bantuan*.

Beside the ledger because every book may name the aid that paid a cost, a purchase or a loan.
"""

from __future__ import annotations

from sqlalchemy import Connection, Named, Table, TypedColumns, insert, select

from kubebuku.domain.aid import AidKind, AidRole
from kubebuku.domain.entries import EntryId, PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.names import clean_name, name_key
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.tables import metadata


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

    code = "aid-unknown"

    def __init__(self, id_: int) -> None:
        super().__init__(
            Sentence(N_("There is no aid {id} in this book."), {"id": str(id_)}),
            remedy=Sentence(N_("Write down first that the aid was received.")),
            field="aid",
        )


class AidOfOtherKind(RuleBroken):
    """One programme of one year is a grant, a loan or revolving, not two of them."""

    code = "aid-of-other-kind"

    def __init__(self, label: str, year: int) -> None:
        super().__init__(
            Sentence(N_("{label} {year} is already in the book as another kind of aid."), {"label": label, "year": str(year)}),
            Sentence(N_("Grant, loan and revolving aid are kept apart.")),
            Sentence(N_("Choose the same kind, or write another name for this programme.")),
            field="kind",
        )


def find_or_add(
    connection: Connection, label: str, year: int, kind: AidKind, *, in_kind: bool, giver: PersonId | None = None
) -> int:
    """The id of the programme of that name and year, added where it is new: a second part of it joins the first.

    Raises AidOfOtherKind and the refusals of names.
    """
    label = clean_name(label)
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
