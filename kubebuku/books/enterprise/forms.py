"""How the acts of the businesses are asked for: selling, buying, stock, capital."""

from __future__ import annotations

from dataclasses import replace

from kubebuku.books.enterprise.commands import (
    BuyMaterials,
    BuyStock,
    CollectReceivable,
    CountStock,
    ForfeitDeposit,
    LendCapital,
    MoveCapital,
    PayPayable,
    PayUnitCost,
    ReturnCapital,
    ReturnDeposit,
    Sale,
    StockLine,
    TakeDeposit,
)
from kubebuku.books.enterprise.rules import UNIT_COSTS
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.accounts import AID_CAPITAL, CUSTOMER_DEPOSIT, PAYABLE, RECEIVABLE, RESERVE
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import PAYING_CHOICES, Paying
from kubebuku.domain.text import N_, PN_

NONE = Rupiah(0)

ON = Field("on", FieldKind.DATE, N_("When?"), N_("It can be typed: 22/11, yesterday"))
UNIT = Field("unit", FieldKind.UNIT, N_("Which business?"))
INTO = Field("box", FieldKind.BOX, N_("Into which place?"))
OUT_OF = Field("box", FieldKind.BOX, N_("Paid from where?"))
NOTA = Field("nota", FieldKind.TEXT, N_("Nota number"), N_("The number on the shop's paper, if there is one"))
AID = Field("aid", FieldKind.AID, N_("Paid by which aid?"), N_("Leave it empty if it was the group's own money"))
PAYING = Field("paying", FieldKind.CHOICE, N_("How much of it is paid now?"), choices=PAYING_CHOICES)
LATER = Field("paying", FieldKind.CHOICE, N_("How much of it is paid now?"), default=Paying.LATER, choices=PAYING_CHOICES)
PAID_NOW = Field("paid", FieldKind.AMOUNT, N_("How much is paid now?"), only_if=("paying", Paying.PART))
OWED = ("paying", (Paying.PART, Paying.LATER))
SOME_PAID = ("paying", (Paying.NOW, Paying.PART))
INTO_IF_PAID, OUT_IF_PAID = replace(INTO, only_if=SOME_PAID), replace(OUT_OF, only_if=SOME_PAID)
SHOP = Field("person", FieldKind.PERSON, N_("Which shop or person?"), N_("Who waits for the rest"), only_if=OWED)
CUSTOMER = Field("person", FieldKind.PERSON, N_("Who is the customer?"), required=True)
PAID_AHEAD = Field("person", FieldKind.PERSON, N_("Who is the customer?"), owing=(CUSTOMER_DEPOSIT, "amount"))


def description(hint: str, label: str = N_("Description")) -> Field:
    """The description, with an example of how people write it."""
    return Field("description", FieldKind.DESCRIPTION, label, hint)


def amount(label: str) -> Field:
    """The largest question of the form."""
    return Field("amount", FieldKind.AMOUNT, label)


SALES = (
    Form(
        "sale",
        Sale,
        Door.IN,
        "usaha",
        N_("Sale or hire"),
        N_("paid at once"),
        (
            amount(N_("How much was received?")),
            ON,
            UNIT,
            INTO,
            description(N_("For example: hire of 1 tent, neighbourhood 02")),
            NOTA,
        ),
        per_unit=True,
        fixed={"paying": Paying.NOW, "deposit": NONE},
    ),
    Form(
        "sale_later",
        Sale,
        Door.IN,
        "jam",
        N_("Sale not paid yet"),
        N_("nothing or only part was paid"),
        (
            amount(N_("What is the whole price?")),
            LATER,
            PAID_NOW,
            CUSTOMER,
            UNIT,
            INTO_IF_PAID,
            ON,
            description(N_("For example: catering for 50 people, paid next week")),
            NOTA,
        ),
        fixed={"deposit": NONE},
    ),
    Form(
        "sale_deposit",
        Sale,
        Door.IN,
        "benar",
        N_("Order with a deposit is done"),
        N_("part of the price was paid ahead"),
        (
            amount(N_("What is the whole price?")),
            Field("person", FieldKind.PERSON, N_("Who is the customer?"), owing=(CUSTOMER_DEPOSIT, "deposit"), required=True),
            Field("deposit", FieldKind.AMOUNT, N_("How much of it was paid ahead?"), required=True, default=None),
            PAYING,
            PAID_NOW,
            UNIT,
            INTO_IF_PAID,
            ON,
            description(N_("For example: wedding tent, the rest paid")),
            NOTA,
        ),
    ),
    Form(
        "collect",
        CollectReceivable,
        Door.IN,
        "uang",
        N_("Someone pays what was owed"),
        N_("a sale or hire not paid then"),
        (
            amount(N_("How much was received?")),
            Field("person", FieldKind.PERSON, N_("Who is the customer?"), owing=(RECEIVABLE, "amount")),
            INTO,
            ON,
            description(N_("For example: rest of the catering")),
            NOTA,
        ),
    ),
    Form(
        "take_deposit",
        TakeDeposit,
        Door.IN,
        "kalender",
        N_("Deposit of a customer"),
        N_("paid before the hire or the order"),
        (
            amount(N_("How much was received?")),
            CUSTOMER,
            INTO,
            ON,
            description(N_("For example: deposit, tent for 12 December")),
            NOTA,
        ),
    ),
    Form(
        "return_deposit",
        ReturnDeposit,
        Door.OUT,
        "urungkan",
        N_("Give a deposit back"),
        N_("the order was called off"),
        (
            amount(N_("How much is given back?")),
            PAID_AHEAD,
            OUT_OF,
            ON,
            description(N_("For example: wedding put off")),
            NOTA,
        ),
    ),
    Form(
        "forfeit_deposit",
        ForfeitDeposit,
        Door.OTHER,
        "kunci",
        N_("Keep a deposit"),
        N_("called off too late, as agreed"),
        (
            amount(N_("How much does the group keep?")),
            PAID_AHEAD,
            UNIT,
            ON,
            description(N_("For example: called off one day before")),
        ),
    ),
)

PURCHASES = (
    Form(
        "buy_materials",
        BuyMaterials,
        Door.OUT,
        "catering",
        N_("Buy materials"),
        N_("used up at once"),
        (
            amount(N_("What is the price altogether?")),
            UNIT,
            PAYING,
            PAID_NOW,
            SHOP,
            OUT_IF_PAID,
            ON,
            description(N_("For example: rice, chicken and vegetables")),
            NOTA,
            AID,
        ),
    ),
    Form(
        "buy_stock",
        BuyStock,
        Door.OUT,
        "barang",
        N_("Buy stock"),
        N_("kept and used or sold later"),
        (
            amount(N_("What is the price altogether?")),
            UNIT,
            PAYING,
            PAID_NOW,
            SHOP,
            OUT_IF_PAID,
            ON,
            description(N_("For example: 4 cartons of noodles")),
            NOTA,
            AID,
        ),
    ),
    Form(
        "pay_cost",
        PayUnitCost,
        Door.OUT,
        "keluar",
        N_("Cost of a business"),
        N_("wages, transport, upkeep and the like"),
        (
            amount(N_("How much is paid?")),
            UNIT,
            Field("account", FieldKind.ACCOUNT, N_("What kind of cost?"), accounts=UNIT_COSTS),
            OUT_OF,
            ON,
            description(N_("For example: wages for 5 cooks")),
            NOTA,
            AID,
        ),
        per_unit=True,
    ),
    Form(
        "pay_payable",
        PayPayable,
        Door.OUT,
        "uang",
        N_("Pay a debt to a shop"),
        N_("a purchase not paid then"),
        (
            amount(N_("How much is paid?")),
            Field("person", FieldKind.PERSON, N_("Which shop or person?"), owing=(PAYABLE, "amount")),
            OUT_OF,
            ON,
            description(N_("For example: rest of the rice")),
            NOTA,
            AID,
        ),
    ),
)

STOCK = (
    Form(
        "count_stock",
        CountStock,
        Door.OTHER,
        "lembar",
        N_("Count stock"),
        N_("what is still there, at the price it was bought for"),
        (
            UNIT,
            ON,
            Field(
                "lines",
                FieldKind.LINES,
                N_("What is still there?"),
                N_("Leave the table empty if nothing is left"),
                columns=(
                    Field("name", FieldKind.TEXT, PN_("column", "Goods")),
                    Field("quantity_milli", FieldKind.QUANTITY, PN_("column", "How many")),
                    Field("measure", FieldKind.TEXT, PN_("column", "Measure")),
                    Field("price", FieldKind.AMOUNT, PN_("column", "Price of one")),
                ),
                line=StockLine,
            ),
        ),
    ),
)

CAPITAL = (
    Form(
        "move_capital",
        MoveCapital,
        Door.MOVE,
        "usaha",
        N_("Move capital"),
        N_("from one business to another, for good"),
        (
            amount(N_("How much capital is moved?")),
            Field(
                "unit",
                FieldKind.UNIT,
                N_("From which business?"),
                N_("Empty: from the group as a whole"),
                savings_loan=True,
            ),
            Field(
                "to_unit",
                FieldKind.UNIT,
                N_("To which business?"),
                N_("Empty: to the group as a whole"),
                savings_loan=True,
            ),
            Field(
                "account",
                FieldKind.CHOICE,
                N_("Which capital?"),
                choices=((RESERVE, PN_("capital", "saved up from profit")), (AID_CAPITAL, PN_("capital", "from aid"))),
            ),
            Field(
                "box",
                FieldKind.BOX,
                N_("From which place does the money go?"),
                N_("Empty: the money stays where it is"),
            ),
            Field("to_box", FieldKind.BOX, N_("Into which place?")),
            ON,
            description(N_("For example: decided at the meeting of 8 November")),
        ),
    ),
    Form(
        "lend_capital",
        LendCapital,
        Door.MOVE,
        "pinjaman",
        N_("Lend to another business"),
        N_("it is given back later"),
        (
            amount(N_("How much is lent?")),
            Field("unit", FieldKind.UNIT, N_("Which business lends?"), savings_loan=True),
            Field("to_unit", FieldKind.UNIT, N_("Which business borrows?"), savings_loan=True),
            Field(
                "box",
                FieldKind.BOX,
                N_("From which place does the money go?"),
                N_("Empty: the money stays where it is"),
            ),
            Field("to_box", FieldKind.BOX, N_("Into which place?")),
            ON,
            description(N_("For example: shopping for the Eid orders")),
        ),
    ),
    Form(
        "return_capital",
        ReturnCapital,
        Door.MOVE,
        "urungkan",
        N_("Give back to another business"),
        N_("what was lent between businesses"),
        (
            amount(N_("How much is given back?")),
            Field("unit", FieldKind.UNIT, N_("Which business gives back?"), savings_loan=True),
            Field("to_unit", FieldKind.UNIT, N_("To which business?"), savings_loan=True),
            Field(
                "box",
                FieldKind.BOX,
                N_("From which place does the money go?"),
                N_("Empty: the money stays where it is"),
            ),
            Field("to_box", FieldKind.BOX, N_("Into which place?")),
            ON,
            description(N_("For example: after the Eid orders")),
        ),
    ),
)
