"""How the acts of the savings book are asked for."""

from __future__ import annotations

from kubebuku.books.personal_savings.commands import DepositSavings, GiveSavingsFee, SetSavingsRule, WithdrawSavings
from kubebuku.books.personal_savings.rules import FeeBase, SavingsKind
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, PN_

NONE = Rupiah(0)

MEMBER = Field("person", FieldKind.MEMBER, N_("Which member?"))
ON = Field("on", FieldKind.DATE, N_("When?"), N_("The day on which the money moved"))
NOTA = Field("nota", FieldKind.TEXT, N_("Nota number"), N_("The number on the paper, if there is one"))
OWN_WORDS = Field(
    "description",
    FieldKind.DESCRIPTION,
    N_("Description"),
    N_("Empty: the program writes whose savings these are"),
)
DECISION = Field("decision", FieldKind.DECISION, N_("By which decision?"))
KINDS = (
    (SavingsKind.VOLUNTARY, PN_("savings", "voluntary savings")),
    (SavingsKind.OBLIGATORY, PN_("savings", "obligatory savings")),
    (SavingsKind.PRINCIPAL, PN_("savings", "principal savings")),
)
BASES = (
    (FeeBase.LOWEST, N_("On the lowest balance of the month")),
    (FeeBase.AVERAGE, N_("On the average balance of the month")),
)


def _amount(name: str, label: str, hint: str) -> Field:
    return Field(name, FieldKind.AMOUNT, label, hint)


FORMS: tuple[Form, ...] = (
    Form(
        "savings",
        DepositSavings,
        Door.IN,
        "simpanan",
        N_("Member savings"),
        N_("obligatory, voluntary, principal"),
        (
            MEMBER,
            _amount("obligatory", N_("Obligatory savings"), N_("The oldest months that are not paid come first")),
            _amount("voluntary", N_("Voluntary savings"), N_("As much as the member likes")),
            _amount("principal", N_("Principal savings"), N_("Once, on joining")),
            Field("box", FieldKind.BOX, N_("Into which place?")),
            ON,
            OWN_WORDS,
            NOTA,
        ),
    ),
    Form(
        "savings_out",
        WithdrawSavings,
        Door.OUT,
        "simpanan",
        N_("Savings taken out"),
        N_("voluntary savings of a member"),
        (
            Field("amount", FieldKind.AMOUNT, N_("How much is taken out?")),
            MEMBER,
            Field("kind", FieldKind.CHOICE, N_("Which savings?"), choices=KINDS),
            Field("box", FieldKind.BOX, N_("Paid from where?")),
            ON,
            OWN_WORDS,
            NOTA,
        ),
    ),
    Form(
        "savings_fee",
        GiveSavingsFee,
        Door.OTHER,
        "simpanan",
        N_("Jasa on savings"),
        N_("of a month, for all savers at once"),
        (
            Field("month", FieldKind.MONTH, N_("For which month?")),
            Field("on", FieldKind.DATE, N_("When?"), N_("Empty: on the last day of the month")),
            Field(
                "description",
                FieldKind.DESCRIPTION,
                N_("Description"),
                N_("Empty: “Jasa” and the month"),
            ),
        ),
    ),
    Form(
        "savings_rule",
        SetSavingsRule,
        Door.OTHER,
        "simpanan",
        N_("Rules of savings"),
        N_("how much is saved, and the jasa on it"),
        (
            Field("since", FieldKind.MONTH, N_("From which month?"), N_("Earlier months keep their rules")),
            _amount("obligatory", N_("Obligatory savings a month"), N_("Empty: not asked")),
            _amount("principal", N_("Principal savings on joining"), N_("Empty: not asked")),
            Field(
                "fee_rate",
                FieldKind.PERCENT,
                N_("Jasa on voluntary savings a year"),
                N_("For example 6 %. Empty: none"),
            ),
            Field("fee_base", FieldKind.CHOICE, N_("Reckoned on what?"), choices=BASES),
            DECISION,
        ),
    ),
)
