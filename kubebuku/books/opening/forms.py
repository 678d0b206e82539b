"""How acts of this book are asked for."""

from __future__ import annotations

from kubebuku.books.opening.commands import ExplainOpening
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.accounts import AID_CAPITAL, RESERVE, RESULT_UNSHARED
from kubebuku.domain.text import N_

FORMS: tuple[Form, ...] = (
    Form(
        "explain_opening",
        ExplainOpening,
        Door.OTHER,
        "info",
        N_("Explain the opening balance"),
        N_("what the meeting has decided"),
        (
            Field("amount", FieldKind.AMOUNT, N_("How much is explained?")),
            Field(
                "account",
                FieldKind.CHOICE,
                N_("What is it?"),
                choices=(
                    (AID_CAPITAL, N_("Capital from aid")),
                    (RESERVE, N_("Reserve of the group")),
                    (RESULT_UNSHARED, N_("Result not shared yet")),
                ),
            ),
            Field(
                "unit",
                FieldKind.UNIT,
                N_("For which business?"),
                N_("Empty: for the whole group"),
                savings_loan=True,
            ),
            Field("decision", FieldKind.TEXT, N_("What was decided, and when?")),
            Field("description", FieldKind.DESCRIPTION, N_("Description")),
            Field("on", FieldKind.DATE, N_("When?")),
        ),
    ),
)
