"""How an activity is asked for."""

from __future__ import annotations

from dataclasses import replace

from kubebuku.books.activities.commands import ChangeActivity, StrikeActivity, WriteActivity
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
            Field("person", FieldKind.PERSON, N_("Who was in charge?")),
            Field("place", FieldKind.TEXT, N_("Where?")),
            Field("story", FieldKind.TEXT, N_("How it went")),
        ),
    ),
)

#: Of a row that stands: written anew, crossed out.
CHANGE = replace(FORMS[0], key="change_activity", command=ChangeActivity, title=N_("Change an activity"))
STRIKE = Form(
    "strike_activity",
    StrikeActivity,
    Door.OTHER,
    "urungkan",
    N_("Strike an activity out"),
    "",
    (Field("reason", FieldKind.TEXT, N_("Why?"), N_("For example: written twice")),),
)
