"""How letters are asked for: one form for those that came, one for those that went."""

from __future__ import annotations

from dataclasses import replace

from kubebuku.books.letters.commands import ChangeLetter, FollowUp, SettleLetter, StrikeLetter, Way, WriteLetter
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.text import N_, PN_

SUBJECT = Field("subject", FieldKind.TEXT, N_("What is it about?"))
ENCLOSURES = Field("enclosures", FieldKind.TEXT, N_("Enclosures"), N_("For example 1 sheet"))
FOLLOW_UP = Field(
    "follow_up",
    FieldKind.CHOICE,
    N_("Does it ask for something?"),
    required=False,
    choices=(
        (FollowUp.NONE, PN_("letter", "nothing to do")),
        (FollowUp.OPEN, PN_("letter", "waits")),
        (FollowUp.DONE, PN_("letter", "done")),
    ),
)
FOLLOW_UP_NOTE = Field("follow_up_note", FieldKind.TEXT, N_("What is to be done, or was done"))

FORMS: tuple[Form, ...] = (
    Form(
        "letter_in",
        WriteLetter,
        Door.OTHER,
        "masuk",
        N_("A letter came"),
        N_("from an office, a partner, a neighbour"),
        (
            Field("party", FieldKind.TEXT, N_("From whom?")),
            SUBJECT,
            Field("letter_date", FieldKind.DATE, N_("Date on the letter")),
            Field("on", FieldKind.DATE, N_("Received when?")),
            Field("number", FieldKind.TEXT, N_("Number on the letter")),
            ENCLOSURES,
            Field("forwarded", FieldKind.TEXT, N_("Passed on to")),
            FOLLOW_UP,
            FOLLOW_UP_NOTE,
        ),
        fixed={"way": Way.IN},
    ),
    Form(
        "letter_out",
        WriteLetter,
        Door.OTHER,
        "keluar",
        N_("A letter goes out"),
        N_("invitation, request, report"),
        (
            Field("party", FieldKind.TEXT, N_("To whom?")),
            SUBJECT,
            Field("letter_date", FieldKind.DATE, N_("Date on the letter")),
            Field("on", FieldKind.DATE, N_("Sent when?")),
            Field("number", FieldKind.TEXT, N_("Number on the letter")),
            ENCLOSURES,
            Field("copies", FieldKind.TEXT, N_("Copies to")),
            FOLLOW_UP,
            FOLLOW_UP_NOTE,
        ),
        fixed={"way": Way.OUT},
    ),
)

#: Of a letter that stands: written anew, done, crossed out.
CHANGES = {
    Way.IN: replace(FORMS[0], key="change_letter_in", command=ChangeLetter, title=N_("Change a letter"), fixed={}),
    Way.OUT: replace(FORMS[1], key="change_letter_out", command=ChangeLetter, title=N_("Change a letter"), fixed={}),
}
SETTLE = Form(
    "settle_letter",
    SettleLetter,
    Door.OTHER,
    "benar",
    N_("What the letter asked for is done"),
    "",
    (Field("note", FieldKind.TEXT, N_("How was it done?"), N_("May stay empty")),),
)
STRIKE = Form(
    "strike_letter",
    StrikeLetter,
    Door.OTHER,
    "urungkan",
    N_("Strike a letter out"),
    "",
    (Field("reason", FieldKind.TEXT, N_("Why?"), N_("For example: written twice")),),
)
