"""A form begins with what its command begins with, and must be filled in where its command needs it."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import Any

import pytest

from kubebuku.books import catalog
from kubebuku.books.spec import Command, Door, Field, FieldKind, Form, by_itself
from kubebuku.domain.money import Rupiah

#: Where a form asks otherwise than its command takes, and why.
OTHERWISE = {
    ("gift", "purpose"): "whether a gift may be shared is chosen, never taken for granted",
    ("settle_advance", "excess"): "asked only where more was spent than was handed out",
    ("instalment", "excess"): "asked only where more was paid than is owed",
    ("sale_later", "paying"): "this tile is for what is paid later",
    ("sale_later", "person"): "somebody owes it",
    ("sale_deposit", "person"): "somebody has paid ahead",
    ("sale_deposit", "deposit"): "how much of it is used is written, not taken for nothing",
    ("livestock_gone", "fate"): "most animals that go without a sale have died",
    ("receive_blps", "programme"): "the tile is called BLPS",
    ("equipment_gift", "shareable"): "a gift is one or the other",
    ("repair_equipment", "condition"): "after a repair a thing is mostly good",
    ("change_equipment", "quantity"): "what is in the book stands there, not one",
    ("change_equipment", "number"): "a number may be taken away",
    ("letter_in", "follow_up"): "most letters ask for nothing",
    ("letter_out", "follow_up"): "most letters ask for nothing",
    ("change_letter_in", "follow_up"): "most letters ask for nothing",
    ("change_letter_out", "follow_up"): "most letters ask for nothing",
    ("take_fine", "box"): "the box is shown, not left to the command",
    ("dues", "amount"): "money that came in is counted",
}


def _told(kind: Any, name: str) -> object:
    return next(one.default for one in fields(kind) if one.name == name)


def _differs(form: Form, field: Field) -> bool:
    told = _told(form.command, field.name)
    left_out = told is not MISSING and (not told or field.kind is FieldKind.YES_NO)
    return field.required is left_out or field.default != (None if told in (MISSING, ()) else told)


@pytest.mark.parametrize("form", catalog.forms().values(), ids=lambda form: form.key)
def test_a_form_agrees_with_its_command(form: Form) -> None:
    assert {field.name for field in form.fields} | set(form.fixed) <= {one.name for one in fields(form.command)}
    otherwise = {name for key, name in OTHERWISE if key == form.key}
    assert {field.name for field in form.fields if _differs(form, field)} == otherwise


@dataclass(frozen=True, kw_only=True)
class Line:
    label: str
    price: Rupiah = Rupiah(0)


@dataclass(frozen=True, kw_only=True)
class Trade(Command):
    """As a form may ask for it."""

    amount: Rupiah
    box: str = "1101"
    fee: Rupiah = Rupiah(0)
    nota: str | None = None
    shared: bool = True
    lines: tuple[Line, ...] = ()


def test_what_a_command_can_do_without_need_not_be_filled_in() -> None:
    label, price = Field("label", FieldKind.TEXT, "Thing"), Field("price", FieldKind.AMOUNT, "Price")
    asked = (
        Field("amount", FieldKind.AMOUNT, "How much?"),
        Field("box", FieldKind.BOX, "Where?"),
        Field("fee", FieldKind.AMOUNT, "Fee"),
        Field("nota", FieldKind.TEXT, "Nota"),
        Field("shared", FieldKind.YES_NO, "Shared?"),
        Field("lines", FieldKind.LINES, "Things", columns=(label, price), line=Line),
        Field("beside", FieldKind.TEXT, "Of the page only"),
    )
    form = Form("trade", Trade, Door.IN, "uang", "Trade", "", asked)
    assert [(field.required, field.default) for field in form.fields] == [
        (True, None),
        (True, "1101"),
        (False, 0),
        (False, None),
        (False, True),
        (False, None),
        (True, None),
    ]
    assert [(column.required, column.default) for column in form.fields[5].columns] == [(True, None), (False, 0)]


def test_a_form_may_ask_otherwise() -> None:
    box = Field("box", FieldKind.BOX, "Where?", required=False, default=None)
    [found] = Form("trade", Trade, Door.IN, "uang", "Trade", "", (box,)).fields
    assert (found.required, found.default) == (False, None)


def test_a_field_outside_a_form_begins_empty_and_its_lines_as_their_class_says() -> None:
    columns = (Field("label", FieldKind.TEXT, "Thing"), Field("price", FieldKind.AMOUNT, "Price"))
    day = by_itself(Field("due", FieldKind.DATE, "Until?"))
    lines = by_itself(Field("lines", FieldKind.LINES, "Things", required=False, columns=columns, line=Line))
    assert (day.required, day.default) == (True, None)
    assert (lines.required, lines.default) == (False, None)
    assert [(column.required, column.default) for column in lines.columns] == [(True, None), (False, 0)]
    assert by_itself(lines) is lines  # forms know their fields by being the same
