"""How the cash book's acts are asked for."""

from __future__ import annotations

from kubebuku.books.cash.commands import (
    BankFee,
    BankInterest,
    Bearer,
    CollectClaim,
    CountBox,
    Excess,
    GeneralPayment,
    GiveAdvance,
    MoveMoney,
    OtherReceipt,
    PaidByPerson,
    PayWages,
    Purpose,
    RepayPerson,
    SettleAdvance,
    Shortage,
    Surplus,
    WagesOwed,
)
from kubebuku.books.cash.rules import GENERAL_COSTS, NOTA_COSTS
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.accounts import (
    ADVANCE,
    HONORARIUM,
    MAINTENANCE,
    OWED_TO_PEOPLE,
    REFRESHMENTS,
    STATIONERY,
    TRANSPORT,
    WAGES,
)
from kubebuku.domain.text import N_

ON = Field("on", FieldKind.DATE, N_("When?"), N_("The day on which the money moved"))
NOTED_ON = Field("on", FieldKind.DATE, N_("When?"))
WHAT_FOR = Field("description", FieldKind.DESCRIPTION, N_("What for?"), N_('For example "wages for 5 cooks"'))
WHAT_FROM = Field("description", FieldKind.DESCRIPTION, N_("Where does it come from?"))
PAID = Field("amount", FieldKind.AMOUNT, N_("How much is paid?"))
RECEIVED = Field("amount", FieldKind.AMOUNT, N_("How much was received?"))
OUT_OF = Field("box", FieldKind.BOX, N_("Paid from where?"))
INTO = Field("box", FieldKind.BOX, N_("Into which place?"))
UNIT = Field("unit", FieldKind.UNIT, N_("For which business?"), N_("Empty: for the whole group"), savings_loan=True)
NOTA = Field("nota", FieldKind.TEXT, N_("Nota number"), N_("The number on the shop's paper, if there is one"))
AID = Field("aid", FieldKind.AID, N_("Paid by which aid?"), N_("Only if aid money pays it"))


def _cost(key: str, account: str, title: str, subtitle: str, icon: str) -> Form:
    fields = (WHAT_FOR, PAID, OUT_OF, UNIT, ON, NOTA, AID)
    return Form(key, GeneralPayment, Door.OUT, icon, title, subtitle, fields, fixed={"account": account})


FORMS: tuple[Form, ...] = (
    # money in
    Form(
        "bank_interest",
        BankInterest,
        Door.IN,
        "bank",
        N_("Bank interest"),
        N_("what the bank added"),
        (
            Field("amount", FieldKind.AMOUNT, N_("How much did the bank give?"), N_("Before tax")),
            Field("tax", FieldKind.AMOUNT, N_("Tax taken by the bank"), N_("Empty if there was none")),
            Field("box", FieldKind.BOX, N_("Which bank?")),
            Field("description", FieldKind.DESCRIPTION, N_("Description"), N_('For example "bank interest for October"')),
            ON,
        ),
    ),
    Form(
        "gift",
        OtherReceipt,
        Door.IN,
        "uang",
        N_("Prize or gift"),
        N_("for capital, or to be shared"),
        (
            WHAT_FROM,
            RECEIVED,
            Field(
                "purpose",
                FieldKind.CHOICE,
                N_("What is it for?"),
                choices=((Purpose.CAPITAL, N_("For capital, stays in the group")), (Purpose.SHAREABLE, N_("May be shared"))),
                default=None,
            ),
            INTO,
            UNIT,
            ON,
        ),
    ),
    Form(
        "collect_claim",
        CollectClaim,
        Door.IN,
        "orang",
        N_("Someone returns money"),
        N_("advance, shortage or other claim"),
        (
            Field("person", FieldKind.PERSON, N_("Who?"), owing=(ADVANCE, "amount")),
            RECEIVED,
            INTO,
            Field("description", FieldKind.DESCRIPTION, N_("Description"), N_('For example "rest of the shopping money"')),
            ON,
        ),
    ),
    Form(
        "other_in",
        OtherReceipt,
        Door.IN,
        "tambah",
        N_("Other money in"),
        N_("write yourself what it is"),
        (WHAT_FROM, RECEIVED, INTO, UNIT, ON, NOTA),
        fixed={"purpose": Purpose.SHAREABLE},
    ),
    # money out
    _cost("wages", WAGES, N_("Wages"), N_("cooks, drivers, helpers"), "orang"),
    _cost("transport", TRANSPORT, N_("Transport"), N_("petrol, fares, carrying"), "pindah"),
    _cost("stationery", STATIONERY, N_("Stationery"), N_("paper, copies, duty stamps"), "lembar"),
    _cost("refreshments", REFRESHMENTS, N_("Meeting refreshments"), N_("snacks and drinks"), "rapat"),
    _cost("maintenance", MAINTENANCE, N_("Maintenance"), N_("repair of tents, tools, chairs"), "barang"),
    _cost("honorarium", HONORARIUM, N_("Officers' honorarium"), N_("for chair, secretary, treasurer"), "anggota"),
    Form(
        "give_advance",
        GiveAdvance,
        Door.OUT,
        "uang",
        N_("Hand out an advance"),
        N_("shopping money; the nota follows"),
        (
            Field("person", FieldKind.PERSON, N_("Who takes the money?")),
            Field("amount", FieldKind.AMOUNT, N_("How much is handed out?")),
            OUT_OF,
            WHAT_FOR,
            ON,
        ),
    ),
    Form(
        "pay_wages",
        PayWages,
        Door.OUT,
        "orang",
        N_("Pay wages owed"),
        N_("work done earlier"),
        (
            Field("person", FieldKind.PERSON, N_("Who is paid?"), owing=(OWED_TO_PEOPLE, "amount")),
            PAID,
            OUT_OF,
            WHAT_FOR,
            ON,
            NOTA,
        ),
    ),
    Form(
        "repay_person",
        RepayPerson,
        Door.OUT,
        "orang",
        N_("Pay back what someone laid out"),
        N_("paid from own money before"),
        (
            Field("person", FieldKind.PERSON, N_("Who is paid back?"), owing=(OWED_TO_PEOPLE, "amount")),
            PAID,
            OUT_OF,
            WHAT_FOR,
            ON,
            NOTA,
        ),
    ),
    Form(
        "bank_fee",
        BankFee,
        Door.OUT,
        "bank",
        N_("Bank fee"),
        N_("administration and tax"),
        (
            Field("amount", FieldKind.AMOUNT, N_("How much did the bank take?")),
            Field("box", FieldKind.BOX, N_("Which bank?")),
            Field("description", FieldKind.DESCRIPTION, N_("Description"), N_('For example "bank fee for October"')),
            ON,
        ),
    ),
    Form(
        "other_out",
        GeneralPayment,
        Door.OUT,
        "tambah",
        N_("Other money out"),
        N_("write yourself what it is"),
        (
            WHAT_FOR,
            PAID,
            Field("account", FieldKind.ACCOUNT, N_("What kind of cost?"), accounts=GENERAL_COSTS),
            OUT_OF,
            UNIT,
            ON,
            NOTA,
            AID,
        ),
    ),
    # from box to box
    Form(
        "move",
        MoveMoney,
        Door.MOVE,
        "pindah",
        N_("Move money"),
        N_("from one place to another"),
        (
            Field("box", FieldKind.BOX, N_("From where?")),
            Field("to_box", FieldKind.BOX, N_("To where?")),
            Field("amount", FieldKind.AMOUNT, N_("How much is moved?")),
            Field("description", FieldKind.DESCRIPTION, N_("Description"), N_('For example "to the bank"')),
            ON,
            NOTA,
        ),
    ),
    # with people, and counted
    Form(
        "settle_advance",
        SettleAdvance,
        Door.OTHER,
        "lembar",
        N_("Settle an advance"),
        N_("the nota is here, the rest came back"),
        (
            Field("person", FieldKind.PERSON, N_("Who took the money?"), owing=(ADVANCE, "")),
            Field(
                "amount",
                FieldKind.AMOUNT,
                N_("How much was spent?"),
                N_("Empty if nothing was bought"),
            ),
            Field("account", FieldKind.ACCOUNT, N_("On what?"), accounts=NOTA_COSTS),
            UNIT,
            Field(
                "returned",
                FieldKind.AMOUNT,
                N_("How much came back?"),
                N_("Empty if nothing came back"),
            ),
            Field("box", FieldKind.BOX, N_("Into which place?")),
            Field(
                "excess",
                FieldKind.CHOICE,
                N_("If more was spent than handed out"),
                required=False,
                choices=((Excess.OWED, N_("the group owes the difference")), (Excess.PAID, N_("pay the difference now"))),
            ),
            WHAT_FOR,
            NOTED_ON,
            NOTA,
        ),
    ),
    Form(
        "paid_by_person",
        PaidByPerson,
        Door.OTHER,
        "orang",
        N_("Paid from own money"),
        N_("someone paid for the group"),
        (
            Field("person", FieldKind.PERSON, N_("Who paid?")),
            Field("amount", FieldKind.AMOUNT, N_("How much?")),
            Field("account", FieldKind.ACCOUNT, N_("What kind of cost?"), accounts=NOTA_COSTS),
            UNIT,
            WHAT_FOR,
            NOTED_ON,
            NOTA,
        ),
    ),
    Form(
        "wages_owed",
        WagesOwed,
        Door.OTHER,
        "jam",
        N_("Wages not paid yet"),
        N_("the work is done, the pay follows"),
        (
            Field("person", FieldKind.PERSON, N_("Who worked?")),
            Field("amount", FieldKind.AMOUNT, N_("How much was earned?")),
            UNIT,
            WHAT_FOR,
            NOTED_ON,
        ),
    ),
    Form(
        "count_box",
        CountBox,
        Door.OTHER,
        "uang",
        N_("Count money"),
        N_("what is in the box against the book"),
        (
            Field("box", FieldKind.BOX, N_("Which place is counted?")),
            Field("counted", FieldKind.AMOUNT, N_("How much was counted?"), N_("For a bank: the figure in its book")),
            NOTED_ON,
            Field("note", FieldKind.TEXT, N_("Reason for a difference"), N_("With the names of two people")),
        ),
    ),
    Form(
        "shortage",
        Shortage,
        Door.OTHER,
        "kurang",
        N_("Money is missing"),
        N_("found by counting"),
        (
            Field("box", FieldKind.BOX, N_("Where is it missing?")),
            Field("amount", FieldKind.AMOUNT, N_("How much is missing?")),
            Field(
                "borne_by",
                FieldKind.CHOICE,
                N_("Who makes up for it?"),
                choices=((Bearer.PERSON, N_("a person pays it back")), (Bearer.GROUP, N_("the group, by decision"))),
            ),
            Field("person", FieldKind.PERSON, N_("Who?"), only_if=("borne_by", Bearer.PERSON)),
            Field("decision", FieldKind.TEXT, N_("What was decided, and when?"), only_if=("borne_by", Bearer.GROUP)),
            Field("description", FieldKind.DESCRIPTION, N_("Description"), N_('For example "short at the count of 8 November"')),
            NOTED_ON,
        ),
    ),
    Form(
        "surplus",
        Surplus,
        Door.OTHER,
        "tambah",
        N_("Money too much"),
        N_("found by counting"),
        (
            Field("box", FieldKind.BOX, N_("Where was it found?")),
            Field("amount", FieldKind.AMOUNT, N_("How much too much?")),
            Field(
                "description", FieldKind.DESCRIPTION, N_("Description"), N_('For example "too much at the count of 8 November"')
            ),
            NOTED_ON,
        ),
    ),
)
