"""How the acts of the inventory are asked for."""

from __future__ import annotations

from dataclasses import replace

from kubebuku.books.inventory.commands import (
    BuyEquipment,
    ChangeEquipment,
    Condition,
    Depreciate,
    ListEquipment,
    LoseEquipment,
    PassOnEquipment,
    ReceiveEquipmentAid,
    ReceiveEquipmentGift,
    RepairEquipment,
    ReplaceEquipment,
    RestoreEquipment,
    SellEquipment,
    Source,
)
from kubebuku.books.inventory.rules import SMALL_GOODS_COSTS
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.aid import AID_KIND_CHOICES
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import PAYING_CHOICES, Paying
from kubebuku.domain.text import N_, PN_

NONE = Rupiah(0)

CONDITIONS = (
    (Condition.GOOD, PN_("condition", "good")),
    (Condition.LIGHT, PN_("condition", "lightly damaged")),
    (Condition.HEAVY, PN_("condition", "heavily damaged")),
)
SOURCES = (
    (Source.BOUGHT, PN_("source", "bought")),
    (Source.GIVEN, PN_("source", "given")),
    (Source.AID, PN_("source", "aid")),
)

ON = Field("on", FieldKind.DATE, N_("When?"), N_("It can be typed: 22/11, yesterday"))
ITEM = Field("item", FieldKind.ITEM, N_("Which item?"))
NOTA = Field("nota", FieldKind.TEXT, N_("Nota number"), N_("The number on the shop's paper, if there is one"))
AID = Field("aid", FieldKind.AID, N_("Paid by which aid?"), N_("Leave it empty if it was the group's own money"))
PRICE = Field("amount", FieldKind.AMOUNT, N_("What is the price altogether?"))
WORTH = Field("amount", FieldKind.AMOUNT, N_("What is it worth?"), N_("The price of the same thing in a shop"))
PAYING = Field("paying", FieldKind.CHOICE, N_("How much of it is paid now?"), choices=PAYING_CHOICES)
PAID_NOW = Field("paid", FieldKind.AMOUNT, N_("How much is paid now?"), only_if=("paying", Paying.PART))
OWED = ("paying", (Paying.PART, Paying.LATER))
SOME_PAID = ("paying", (Paying.NOW, Paying.PART))
SHOP = Field("person", FieldKind.PERSON, N_("Which shop or person?"), N_("Who waits for the rest"), only_if=OWED)
OUT_OF = Field("box", FieldKind.BOX, N_("Paid from where?"), only_if=SOME_PAID)
INTO = Field("box", FieldKind.BOX, N_("Into which place?"), only_if=SOME_PAID)
PIECES = Field("quantity", FieldKind.NUMBER, N_("How many pieces?"), N_("Empty: all of them"))

LABEL = Field("label", FieldKind.TEXT, N_("What thing is it?"), N_("For example: tent of 4 x 6 metres"))
QUANTITY = Field("quantity", FieldKind.NUMBER, N_("How many pieces?"))
MEASURE = Field("measure", FieldKind.TEXT, N_("Counted in"), N_("For example: pieces, sets"))
NUMBER = Field("number", FieldKind.TEXT, N_("Inventory number"), N_("Empty: the next free one"), required=False)
UNIT = Field("unit", FieldKind.UNIT, N_("Which business uses it?"), N_("Empty: for the whole group"))
PLACE = Field("place", FieldKind.TEXT, N_("Where is it kept?"))
KEEPER = Field("keeper", FieldKind.PERSON, N_("Who keeps it?"))
CONDITION = Field("condition", FieldKind.CHOICE, N_("How is it?"), choices=CONDITIONS)
FOR_HIRE = Field("for_hire", FieldKind.YES_NO, N_("Is it hired out?"))
LIFE = Field("life_months", FieldKind.NUMBER, N_("How many months will it last?"), N_("Empty: it is not depreciated"))
RESIDUAL = Field("residual", FieldKind.AMOUNT, N_("What will it be worth then?"), N_("Empty: nothing"))
DECISION = Field("decision", FieldKind.DECISION, N_("By which decision?"))
DECIDED = Field(
    "decided",
    FieldKind.TEXT,
    N_("What was decided, and when?"),
    N_("Only if the decision is not in the list"),
)
NOTE = Field("note", FieldKind.TEXT, N_("Note"))

KEPT = (MEASURE, NUMBER, UNIT, PLACE, KEEPER, CONDITION, FOR_HIRE)
WEAR = (LIFE, RESIDUAL, NOTE)
#: When a thing comes, only whose it is and how long it lasts is asked at once.
SELDOM = tuple(replace(one, more=True) for one in (MEASURE, NUMBER, PLACE, KEEPER, CONDITION, FOR_HIRE, RESIDUAL, NOTE))
SELDOM_SMALL = tuple(one for one in SELDOM if one.name != "residual")
SELDOM_AID = replace(AID, more=True)


def _description(hint: str) -> Field:
    return Field("description", FieldKind.DESCRIPTION, N_("Description"), hint)


COME = (
    Form(
        "buy_equipment",
        BuyEquipment,
        Door.OUT,
        "barang",
        N_("Buy equipment"),
        N_("tents, chairs, stoves: kept for years"),
        (
            PRICE,
            LABEL,
            QUANTITY,
            PAYING,
            PAID_NOW,
            SHOP,
            OUT_OF,
            ON,
            _description(N_("For example: 50 plastic chairs")),
            UNIT,
            LIFE,
            NOTA,
            *SELDOM,
            SELDOM_AID,
        ),
        fixed={"small": False},
    ),
    Form(
        "buy_small_goods",
        BuyEquipment,
        Door.OUT,
        "tambah",
        N_("Buy small goods"),
        N_("a cost at once, listed without book value"),
        (
            PRICE,
            LABEL,
            QUANTITY,
            Field("account", FieldKind.ACCOUNT, N_("What kind of cost?"), accounts=SMALL_GOODS_COSTS),
            PAYING,
            PAID_NOW,
            SHOP,
            OUT_OF,
            ON,
            _description(N_("For example: 3 buckets and a broom")),
            UNIT,
            NOTA,
            *SELDOM_SMALL,
            SELDOM_AID,
        ),
        fixed={"small": True},
    ),
    Form(
        "equipment_aid",
        ReceiveEquipmentAid,
        Door.OTHER,
        "barang",
        N_("Equipment received as aid"),
        N_("tents, machines, tools from a programme"),
        (
            WORTH,
            LABEL,
            QUANTITY,
            Field("programme", FieldKind.TEXT, N_("Which programme?"), N_("For example: BLPS")),
            Field("year", FieldKind.NUMBER, N_("Of which year?"), N_("Empty: the year of the day it came")),
            Field("kind", FieldKind.CHOICE, N_("What kind of aid is it?"), choices=AID_KIND_CHOICES),
            Field("giver", FieldKind.PERSON, N_("Who gave it?"), N_("Needed if it is paid back or passed on")),
            ON,
            _description(N_("For example: 3 tents from the social office")),
            UNIT,
            LIFE,
            NOTA,
            *SELDOM,
        ),
    ),
    Form(
        "equipment_gift",
        ReceiveEquipmentGift,
        Door.OTHER,
        "barang",
        N_("Equipment given to the group"),
        N_("a prize or a gift"),
        (
            WORTH,
            LABEL,
            QUANTITY,
            Field(
                "shareable",
                FieldKind.CHOICE,
                N_("What is it for?"),
                choices=((False, N_("For capital, stays in the group")), (True, N_("May be shared"))),
                required=True,
            ),
            ON,
            _description(N_("For example: sewing machine, first prize")),
            UNIT,
            LIFE,
            NOTA,
            *SELDOM,
        ),
    ),
    Form(
        "list_equipment",
        ListEquipment,
        Door.OTHER,
        "tambah",
        N_("Write an item into the list"),
        N_("old or small goods without book value"),
        (
            LABEL,
            QUANTITY,
            Field("source", FieldKind.CHOICE, N_("Where does it come from?"), choices=SOURCES),
            Field("on", FieldKind.DATE, N_("Since when does the group have it?"), earlier=True),
            Field("price", FieldKind.AMOUNT, N_("What did it cost?"), N_("Empty: not known")),
            UNIT,
            *SELDOM_SMALL,
        ),
    ),
)

KEEP = (
    Form(
        "repair_equipment",
        RepairEquipment,
        Door.OUT,
        "barang",
        N_("Repair equipment"),
        N_("a torn tent, a broken stove"),
        (
            PRICE,
            ITEM,
            PAYING,
            PAID_NOW,
            SHOP,
            OUT_OF,
            ON,
            _description(N_("For example: sewing of a torn tent")),
            Field(
                "condition",
                FieldKind.CHOICE,
                N_("How is it afterwards?"),
                default=Condition.GOOD,
                choices=CONDITIONS,
                required=True,
            ),
            NOTA,
            AID,
        ),
    ),
    Form(
        "change_equipment",
        ChangeEquipment,
        Door.OTHER,
        "catat",
        N_("Change an item"),
        N_("keeper, place, condition, for hire"),
        (ITEM, LABEL, Field("quantity", FieldKind.NUMBER, N_("How many pieces?"), default=None), *KEPT, *WEAR),
    ),
    Form(
        "depreciate",
        Depreciate,
        Door.OTHER,
        "kalender",
        N_("Depreciation"),
        N_("what the equipment wore out this month"),
        (Field("month", FieldKind.MONTH, N_("Which month?")),),
    ),
)

GO = (
    Form(
        "sell_equipment",
        SellEquipment,
        Door.IN,
        "barang",
        N_("Sell equipment"),
        N_("old tents, chairs, machines"),
        (
            PRICE,
            ITEM,
            PIECES,
            PAYING,
            PAID_NOW,
            Field("person", FieldKind.PERSON, N_("Who bought it?"), N_("Who still owes the rest"), only_if=OWED),
            INTO,
            ON,
            _description(N_("For example: old tent sold to a neighbour")),
            NOTA,
        ),
    ),
    Form(
        "lose_equipment",
        LoseEquipment,
        Door.OTHER,
        "kurang",
        N_("Equipment lost or broken"),
        N_("stolen, or beyond repair"),
        (ITEM, PIECES, ON, _description(N_("For example: 3 chairs broken at the wedding")), DECISION, DECIDED),
    ),
    Form(
        "replace_equipment",
        ReplaceEquipment,
        Door.OUT,
        "urungkan",
        N_("Replace equipment"),
        N_("the old one goes, a new one is bought"),
        (
            PRICE,
            Field("item", FieldKind.ITEM, N_("Which item is replaced?")),
            Field("label", FieldKind.TEXT, N_("What is the new one?")),
            QUANTITY,
            PAYING,
            PAID_NOW,
            SHOP,
            OUT_OF,
            ON,
            _description(N_("For example: new tent for the burnt one")),
            UNIT,
            LIFE,
            NOTA,
            *SELDOM,
            SELDOM_AID,
        ),
    ),
    Form(
        "pass_on_equipment",
        PassOnEquipment,
        Door.OTHER,
        "pindah",
        N_("Pass on equipment"),
        N_("revolving aid goes to another group"),
        (
            ITEM,
            Field("aid", FieldKind.AID, N_("Which aid?")),
            Field("recipient", FieldKind.PERSON, N_("Who receives it?")),
            ON,
            _description(N_("For example: hand tractor to the group next door")),
            NOTA,
        ),
    ),
    Form(
        "restore_equipment",
        RestoreEquipment,
        Door.OTHER,
        "urungkan",
        N_("Bring an item back"),
        N_("written off by mistake, without book value"),
        (ITEM,),
    ),
)
