"""How acts of this book are asked for."""

from __future__ import annotations

from kubebuku.books.leaving.commands import LeaveGroup
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.text import N_

FORMS: tuple[Form, ...] = (
    Form(
        "leave_group",
        LeaveGroup,
        Door.OTHER,
        "anggota",
        N_("A member leaves"),
        N_("savings against loans, the rest paid out"),
        (
            Field("person", FieldKind.MEMBER, N_("Which member?")),
            Field("on", FieldKind.DATE, N_("Last day as a member")),
            Field("reason", FieldKind.TEXT, N_("Why?"), N_("For example: moved to another town")),
            Field(
                "loan_fee",
                FieldKind.AMOUNT,
                N_("Jasa on the loan that is kept back"),
                N_("Empty: what the card says is unpaid"),
            ),
            Field(
                "keep_back",
                FieldKind.YES_NO,
                N_("Keep back unpaid jasa, denda and meeting fines too"),
            ),
            Field("box", FieldKind.BOX, N_("Savings are paid from where?")),
            Field("cash_box", FieldKind.BOX, N_("Other claims go through which place?")),
            Field(
                "description",
                FieldKind.DESCRIPTION,
                N_("Description"),
                N_("Empty: the program writes who leaves"),
            ),
        ),
    ),
)
