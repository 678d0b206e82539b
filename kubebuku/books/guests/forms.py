"""How a visit is asked for."""

from __future__ import annotations

from dataclasses import replace

from kubebuku.books.guests.commands import ChangeGuest, StrikeGuest, WriteGuest
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.text import N_, PN_

FORMS: tuple[Form, ...] = (
    Form(
        "guest",
        WriteGuest,
        Door.OTHER,
        "tamu",
        N_("A guest came"),
        N_("companion, village office, partner, neighbour"),
        (
            Field("full_name", FieldKind.TEXT, N_("Who came?"), N_("Name of the guest")),
            Field("agency", FieldKind.TEXT, N_("From where?"), N_("Office or address")),
            Field("position", FieldKind.TEXT, PN_("guest", "As what?"), N_("For example companion, lurah")),
            Field("purpose", FieldKind.TEXT, N_("What did the guest come for?")),
            Field(
                "impression",
                FieldKind.TEXT,
                N_("Impressions, advice, messages"),
                N_("What the companion found and advised stands here"),
            ),
            Field("on", FieldKind.DATE, N_("When?")),
        ),
    ),
)

#: Of a row that stands: written anew, crossed out.
CHANGE = replace(FORMS[0], key="change_guest", command=ChangeGuest, title=N_("Change a visit"))
STRIKE = Form(
    "strike_guest",
    StrikeGuest,
    Door.OTHER,
    "urungkan",
    N_("Strike a visit out"),
    "",
    (Field("reason", FieldKind.TEXT, N_("Why?"), N_("For example: written twice")),),
)
