"""How acts over the whole book are asked for; the general journal, the opening and the closing have pages of their own."""

from __future__ import annotations

from kubebuku.books.acts.commands import ExplainOpening, RecordDecision
from kubebuku.books.acts.group_commands import OpenUnit
from kubebuku.books.acts.leaving_commands import LeaveGroup
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.accounts import AID_CAPITAL, CASH, LOAN_CASH, RESERVE, RESULT_UNSHARED
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
                default=RESERVE,
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
                required=False,
                savings_loan=True,
            ),
            Field("decision", FieldKind.TEXT, N_("What was decided, and when?")),
            Field("description", FieldKind.DESCRIPTION, N_("Description")),
            Field("on", FieldKind.DATE, N_("When?")),
        ),
    ),
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
                required=False,
            ),
            Field(
                "keep_back",
                FieldKind.YES_NO,
                N_("Keep back unpaid jasa, denda and meeting fines too"),
                required=False,
                default=True,
            ),
            Field("box", FieldKind.BOX, N_("Savings are paid from where?"), default=LOAN_CASH),
            Field("cash_box", FieldKind.BOX, N_("Other claims go through which place?"), default=CASH),
            Field(
                "description",
                FieldKind.DESCRIPTION,
                N_("Description"),
                N_("Empty: the program writes who leaves"),
                required=False,
                default="",
            ),
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
