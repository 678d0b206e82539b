"""Every act of the businesses, the inventory, savings and the solidarity fund can be asked for, and every form makes its act."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from typing import Any, get_args, get_type_hints

import pytest

from kubebuku.books.catalog import commands_of, form_for, forms_of
from kubebuku.books.enterprise.aid_commands import EditAid
from kubebuku.books.enterprise.commands import Sale
from kubebuku.books.enterprise.livestock_commands import StrikeHerdRow
from kubebuku.books.inventory.commands import CountInventory
from kubebuku.books.spec import Command, FieldKind, Form
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying
from kubebuku.ledger.charts import shipped_chart
from tests.books.trading import day

BOOKS = ("enterprise", "inventory", "personal_savings", "solidarity")
COMMANDS = tuple(command for book in BOOKS for command in commands_of(book))
FORMS = tuple(form for book in BOOKS for form in forms_of(book))

#: Acts on a row of a list: its page knows the row.
ON_A_ROW = {StrikeHerdRow, EditAid, CountInventory}  # counting has a page of its own


def _fields(of: Any) -> tuple[Field[Any], ...]:
    return fields(of)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_form_asks_for_what_its_command_needs(form: Form) -> None:
    known = {field.name: field for field in _fields(form.command)}
    asked = [field.name for field in form.fields]
    assert len(asked) == len(set(asked))
    assert set(asked) <= set(known)
    assert set(form.fixed) <= set(known)
    assert not set(asked) & set(form.fixed)
    needed = {name for name, field in known.items() if field.default is MISSING and field.default_factory is MISSING}
    assert needed <= set(asked) | set(form.fixed)
    for field in form.fields:
        if field.only_if is not None:
            assert field.only_if[0] in asked
        if field.kind is FieldKind.CHOICE:
            assert field.default in [value for value, _ in field.choices]
        if field.kind is FieldKind.LINES:
            assert field.line is not None
            assert {column.name for column in field.columns} == {each.name for each in _fields(field.line)}
        assert set(field.accounts) <= {account.code for account in shipped_chart()}


@pytest.mark.parametrize("book", BOOKS)
def test_every_act_has_a_form(book: str) -> None:
    assert {form.command for form in forms_of(book)} == set(commands_of(book)) - ON_A_ROW


def test_money_is_the_first_question_of_every_form_in_which_it_moves() -> None:
    for form in FORMS:
        if any(field.name == "amount" for field in form.fields):
            assert form.fields[0].name == "amount", form.key


def test_no_place_of_money_is_asked_for_while_nothing_is_paid() -> None:
    asked = [{field.name: field for field in form.fields} for form in FORMS]
    places = [fields["box"].only_if for fields in asked if "paying" in fields and "box" in fields]
    assert set(places) == {("paying", (Paying.NOW, Paying.PART))}
    assert len(places) > 8


def test_sale_opens_again_in_the_form_it_came_from() -> None:
    cash = Sale(on=day("1/11"), description="Sewa", amount=Rupiah(1), unit=UnitId(2))
    owed = Sale(on=day("1/11"), description="Sewa", amount=Rupiah(1), unit=UnitId(2), paying=Paying.LATER, person=PersonId(1))
    ahead = Sale(on=day("1/11"), description="Sewa", amount=Rupiah(9), unit=UnitId(2), deposit=Rupiah(3), person=PersonId(1))
    assert [form.key for form in (form_for(cash), form_for(owed), form_for(ahead)) if form] == [
        "sale",
        "sale_later",
        "sale_deposit",
    ]


@pytest.mark.parametrize(
    "command", [command for book in BOOKS for command in commands_of(book)], ids=lambda command: command.name
)
def test_what_is_left_empty_stays_empty_when_the_form_opens_again(command: type[Command]) -> None:
    hints = get_type_hints(command)
    optional = [field for field in _fields(command) if type(None) in get_args(hints[field.name])]
    assert all(field.default is None or field.default is MISSING for field in optional)
