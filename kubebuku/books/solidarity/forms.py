"""How the acts of the solidarity book are asked for."""

from __future__ import annotations

from kubebuku.books.solidarity.commands import (
    EndBenefit,
    Every,
    GiveBenefit,
    SetAside,
    SetBenefit,
    SetSolidarityRule,
    Source,
    TakeDues,
)
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.text import N_

ON = Field("on", FieldKind.DATE, N_("When?"), N_("The day on which the money moved"))
NOTA = Field("nota", FieldKind.TEXT, N_("Nota number"), N_("The number on the paper, if there is one"))
DECISION = Field("decision", FieldKind.DECISION, N_("By which decision?"))


def _own_words(hint: str) -> Field:
    return Field("description", FieldKind.DESCRIPTION, N_("Description"), hint)


FORMS: tuple[Form, ...] = (
    Form(
        "dues",
        TakeDues,
        Door.IN,
        "iks",
        N_("Solidarity dues"),
        N_("of a member, several months at once"),
        (
            Field(
                "amount",
                FieldKind.AMOUNT,
                N_("How much was received?"),
                N_("The oldest months that are not paid come first"),
                required=True,
            ),
            Field("person", FieldKind.MEMBER, N_("Which member?")),
            Field("box", FieldKind.BOX, N_("Into which place?")),
            ON,
            _own_words(N_("Empty: the program writes whose dues these are")),
            NOTA,
        ),
    ),
    Form(
        "benefit",
        GiveBenefit,
        Door.OUT,
        "iks",
        N_("Benefit"),
        N_("illness, birth, death, misfortune"),
        (
            Field("amount", FieldKind.AMOUNT, N_("How much is given?")),
            Field("person", FieldKind.PERSON, N_("To whom?")),
            Field("rule", FieldKind.BENEFIT, N_("For what?")),
            DECISION,
            Field(
                "decided",
                FieldKind.TEXT,
                N_("What was decided, and when?"),
                N_("Only if the decision is not in the list"),
            ),
            Field("box", FieldKind.BOX, N_("Paid from where?")),
            ON,
            _own_words(N_("Empty: the program writes to whom and for what")),
            NOTA,
        ),
    ),
    Form(
        "set_aside",
        SetAside,
        Door.MOVE,
        "iks",
        N_("Set aside for the solidarity fund"),
        N_("a part of the profit"),
        (
            Field("amount", FieldKind.AMOUNT, N_("How much is set aside?")),
            Field(
                "source",
                FieldKind.CHOICE,
                N_("Of which profit?"),
                choices=((Source.RUNNING, N_("Of this year")), (Source.KEPT, N_("Of closed years"))),
            ),
            Field("unit", FieldKind.UNIT, N_("Of which business?"), savings_loan=True),
            Field("box", FieldKind.BOX, N_("From which place?")),
            Field("to_box", FieldKind.BOX, N_("Into which place?")),
            Field("moves", FieldKind.YES_NO, N_("The money is moved now")),
            DECISION,
            Field("description", FieldKind.DESCRIPTION, N_("Description"), N_("For example: 5 % of the profit of October")),
            ON,
        ),
    ),
    Form(
        "solidarity_rule",
        SetSolidarityRule,
        Door.OTHER,
        "iks",
        N_("Amount of the dues"),
        N_("how much each member pays"),
        (
            Field("amount", FieldKind.AMOUNT, N_("How much does each member pay?")),
            Field(
                "every",
                FieldKind.CHOICE,
                N_("How often?"),
                choices=((Every.MONTH, N_("Every month")), (Every.YEAR, N_("Every year"))),
            ),
            Field("since", FieldKind.MONTH, N_("From which month?"), N_("Earlier months keep their rules")),
            DECISION,
        ),
    ),
    Form(
        "benefit_kind",
        SetBenefit,
        Door.OTHER,
        "iks",
        N_("Event for which the fund gives"),
        N_("with the most that is given"),
        (
            Field("event", FieldKind.TEXT, N_("For what?"), N_("For example: illness, birth, death, misfortune")),
            Field("ceiling", FieldKind.AMOUNT, N_("At most how much?"), N_("Empty: no ceiling")),
            Field("outsiders", FieldKind.YES_NO, N_("Also for people outside the group")),
            Field("since", FieldKind.DATE, N_("From when?")),
            Field("rule", FieldKind.BENEFIT, N_("In place of"), N_("Empty: a new one")),
        ),
    ),
    Form(
        "end_benefit",
        EndBenefit,
        Door.OTHER,
        "iks",
        N_("The fund gives no more for an event"),
        N_("what was given stays written"),
        (
            Field("rule", FieldKind.BENEFIT, N_("For what?")),
            Field("on", FieldKind.DATE, N_("From when?")),
        ),
    ),
)
