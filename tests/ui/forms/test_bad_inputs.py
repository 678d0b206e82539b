"""Every form of the catalogue is given what should never be written: it refuses in words or takes a cleaned value."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from kubebuku.app.office import Office
from kubebuku.books import catalog
from kubebuku.books.group.commands import RecordDecision
from kubebuku.books.inventory.commands import BuyEquipment
from kubebuku.books.members.commands import AddMember
from kubebuku.books.opening.commands import OpenBook, OpeningBox
from kubebuku.books.spec import FieldKind, Form
from kubebuku.domain.errors import RuleBroken, Surroundings
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.text_refusals import TextRefused
from kubebuku.i18n import say
from kubebuku.ledger.tables import entry, posting
from kubebuku.ui.forms.choices import Offered, gather
from kubebuku.ui.forms.fields import Entry, Maker, needed
from kubebuku.ui.forms.lines import LinesField
from kubebuku.ui.refusals import NotChosen
from kubebuku.ui.widgets import AmountField, CheckBox, ChoiceField, DateField, TextField
from tests.builders import TODAY
from tests.ui.hands.laptop import written_today

FORMS = catalog.forms()
RTL, ZERO_WIDTH = "\u202e", "\u200b"

#: What is typed, and the amount it may be taken for.
AMOUNTS = (
    ("-50000", None),
    ("(50.000)", None),
    ("50000-", None),
    ("0", None),
    ("1,500", None),
    ("1.000,50", None),
    ("1.00", None),
    ("1e6", None),
    ("½", None),
    ("lima ribu", None),
    ("1.OOO", None),
    ("1000000000000000", None),
    ("9" * 400, None),
    ("\uff11\uff10\uff10\uff10", 1000),  # full-width digits
    ("1\u00a0000\u202f000", 1_000_000),
    ("\ufeff1000\n", 1000),
)
DATES = ("31/02", "29/02/2023", "32/13", "1/1/20226", "0000", "25/11/2026", "31/12/2025", "kapan", "9" * 300)
TEXTS = (
    "",
    "   ",
    "\U0001f600",
    f"{RTL}habis{ZERO_WIDTH}",
    "=1+1",
    "x" * 512,
    "y" * 130,
    "z" * 70,
    "a\x00b",
    "'; DROP TABLE entry;--",
    "<script>%s{0}{amount}</script>",
)
NUMBERS = ("-1", "0", "1,5", "1e3", "x", "9" * 40, "\uff12")


@pytest.fixture(scope="module")
def group_book(empty_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Money in every box, three members, a decision, a tent."""
    boxes = tuple(OpeningBox(box=code, amount=Rupiah(5_000_000)) for code in ("1101", "1102", "1103", "1110"))
    tent = BuyEquipment(on=date(2026, 11, 1), description="Tenda", amount=Rupiah(500_000), label="Tenda", quantity=1, small=False)
    return written_today(
        empty_book,
        tmp_path_factory.mktemp("group"),
        OpenBook(boxes=boxes),
        *(AddMember(full_name=name, joined=date(2026, 1, 1)) for name in ("Ani Contoh", "Budi Contoh", "Dewi Contoh")),
        RecordDecision(words="Boleh", decided=date(2026, 11, 1)),
        tent,
    )


@pytest.fixture
def group(group_book: Path, frozen_clock: None, tmp_path: Path) -> Iterator[Office]:
    with Office.open(Path(shutil.copyfile(group_book, tmp_path / "buku.kubebuku")), who="Ani Contoh") as opened:
        yield opened


def written(office: Office) -> tuple[int, ...]:
    """How much stands in the book."""

    def count(reading: Any) -> tuple[int, ...]:
        tables = (entry, posting)
        return tuple(int(reading.connection.execute(select(func.count()).select_from(one)).scalar_one()) for one in tables)

    return office.read(count)


def drawn(qtbot: QtBot, office: Office, form: Form) -> tuple[list[Entry], Offered]:
    """The fields of a form, sensibly filled in."""
    offered = gather(office, [form])
    maker = Maker(offered, lambda: TODAY, lambda _entry: None, date(2026, 1, 1))
    entries = [maker.entry(one) for one in form.fields]
    for one in entries:
        qtbot.addWidget(one.widget)
        fill(one)
    return entries, offered


def fill(one: Entry) -> None:
    widget, kind = one.widget, one.spec.kind
    if isinstance(widget, AmountField) and one.spec.required:
        widget.line.setText("100.000")
    elif isinstance(widget, ChoiceField) and widget.value() is None and widget.choices():
        widget.set_value(widget.choices()[0].key)
    elif isinstance(widget, TextField) and one.spec.required and not widget.line.text():
        widget.line.setText({FieldKind.MONTH: "11/2026", FieldKind.NUMBER: "2", FieldKind.QUANTITY: "2"}.get(kind, "Contoh"))


def call_for(one: Entry, entries: list[Entry]) -> None:
    """Answer the question that makes this field appear."""
    if one.spec.only_if is not None:
        name, value = one.spec.only_if
        next(each for each in entries if each.spec.name == name).put(value[0] if isinstance(value, tuple) else value)


def bad(one: Entry) -> Iterator[tuple[str, object]]:
    """What is typed into this field, each with the value it may be taken for (None: none)."""
    match one.spec.kind:
        case FieldKind.AMOUNT:
            yield from AMOUNTS
            if one.spec.required:
                yield "", None
        case FieldKind.DATE:
            yield from ((text, None) for text in DATES)
        case FieldKind.NUMBER | FieldKind.QUANTITY | FieldKind.PERCENT:
            yield from ((text, None) for text in (*NUMBERS, "150 %"))
        case FieldKind.MONTH:
            yield from ((text, None) for text in ("13/2026", "0", "11/20226", "bulan", "x" * 512))
        case FieldKind.DESCRIPTION | FieldKind.TEXT:
            yield from ((text, None) for text in TEXTS)


def obligatory(form: Form) -> set[str]:
    """What the command of a form cannot be made without."""
    command: Any = form.command
    return {one.name for one in fields(command) if one.default is MISSING and one.default_factory is MISSING}


def tried(office: Office, form: Form, entries: list[Entry]) -> RuleBroken | dict[str, object]:
    """Read the form and try the act as saving would: what was refused, or the values that were taken."""
    values: dict[str, Any] = dict(form.fixed)
    for one in needed(entries):
        try:
            value = one.read()
        except RuleBroken as refusal:
            refusal.field = one.spec.name
            return refusal
        if value is not None:
            values[one.spec.name] = value
    for name in obligatory(form) - values.keys():
        if any(name == each.name for each in form.fields):
            return NotChosen(name, name)  # the list of choices is empty here
        values[name] = 1  # what the page hands over: a meeting, a follow-up
    try:
        office.preview(form.command(**values))
    except RuleBroken as refusal:
        return refusal
    except Surroundings:
        pytest.fail("a form is no matter of the surroundings")
    return values


@pytest.mark.parametrize("key", sorted(FORMS))
def test_no_form_breaks_on_what_is_typed_and_the_book_stays(qtbot: QtBot, group: Office, key: str) -> None:
    form = FORMS[key]
    entries, _offered = drawn(qtbot, group, form)
    before = written(group)
    for one in entries:
        if isinstance(one.widget, LinesField | CheckBox | ChoiceField) or not isinstance(
            one.widget, AmountField | DateField | TextField
        ):
            continue
        good = one.widget.line.text()
        call_for(one, entries)
        for typed, meant in bad(one):
            one.widget.line.setText(typed)
            found = tried(group, form, entries)
            if isinstance(found, RuleBroken):
                said = " ".join(say(sentence) for sentence in found.sentences)
                assert said.strip(), (one.spec.name, typed)
                assert "{" not in said.replace("{0}{amount}", ""), (one.spec.name, typed, said)
                assert len(said) < 600, (one.spec.name, typed, said)
                if isinstance(found, TextRefused):
                    assert found.field in {each.spec.name for each in entries}, (found.code, found.field, one.spec.name)
            else:
                taken = found.get(one.spec.name)
                if one.spec.kind is FieldKind.AMOUNT:
                    assert taken == meant, (one.spec.name, typed, taken)
                    assert taken is None or (isinstance(taken, int) and 0 < taken <= LARGEST_AMOUNT)
                elif isinstance(taken, str):
                    assert len(taken) <= 200, (one.spec.name, typed)
                    assert not set(taken) & {"\x00", RTL}, (one.spec.name, typed)
        one.widget.line.setText(good)
    assert written(group) == before


@pytest.mark.parametrize("key", sorted(FORMS))
def test_an_empty_form_is_refused_at_one_of_its_fields(qtbot: QtBot, group: Office, key: str) -> None:
    form = FORMS[key]
    offered = gather(group, [form])
    maker = Maker(offered, lambda: TODAY, lambda _entry: None, date(2026, 1, 1))
    entries = [maker.entry(one) for one in form.fields]
    for one in entries:
        qtbot.addWidget(one.widget)
    asked = [one.spec for one in needed(entries) if one.spec.required and one.spec.default is None]
    needs = [one for one in asked if one.kind in (FieldKind.AMOUNT, FieldKind.TEXT, FieldKind.DESCRIPTION)]
    found = tried(group, form, entries)
    if needs:
        assert isinstance(found, RuleBroken)
        assert found.field in {one.spec.name for one in entries}
