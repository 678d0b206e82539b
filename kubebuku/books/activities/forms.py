"""How an activity is asked for."""

from __future__ import annotations

from kubebuku.books.activities.commands import WriteActivity
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.text import N_

FORMS: tuple[Form, ...] = (
    Form(
        "activity",
        WriteActivity,
        Door.OTHER,
        "kalender",
        N_("Something the group did"),
        N_("training, communal work, a visit"),
        (
            Field("title", FieldKind.TEXT, N_("What was done?"), N_("For example communal work, bookkeeping course")),
            Field("on", FieldKind.DATE, N_("When?")),
            Field("person", FieldKind.PERSON, N_("Who was in charge?"), required=False),
            Field("place", FieldKind.TEXT, N_("Where?"), required=False),
            Field("story", FieldKind.TEXT, N_("How it went"), required=False),
        ),
    ),
)
