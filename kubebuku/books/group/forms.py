"""How acts of this book are asked for."""

from __future__ import annotations

from kubebuku.books.group.commands import OpenUnit, RecordDecision
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.text import N_

FORMS: tuple[Form, ...] = (
    Form(
        "decision",
        RecordDecision,
        Door.OTHER,
        "rapat",
        N_("Write down a decision"),
        N_("for entries to point at"),
        (
            Field("words", FieldKind.TEXT, N_("What was decided?")),
            Field("decided", FieldKind.DATE, N_("When?")),
        ),
    ),
    Form(
        "open_unit",
        OpenUnit,
        Door.OTHER,
        "usaha",
        N_("New business"),
        N_("with a book of its own"),
        (
            Field("label", FieldKind.TEXT, N_("Name of the business")),
            Field("opened", FieldKind.DATE, N_("From when?")),
        ),
    ),
)
