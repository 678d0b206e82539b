"""One widget for each kind of field a `spec.Form` knows, and how its value is read and put in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from kubebuku.books import spec
from kubebuku.books.spec import FieldKind
from kubebuku.domain.accounts import ADVANCE, CUSTOMER_DEPOSIT, OUTSIDE_LOAN, OWED_TO_PEOPLE, PAYABLE, RECEIVABLE
from kubebuku.domain.calendar import Month
from kubebuku.domain.names import clean_description, clean_text
from kubebuku.domain.percents import read_percent, write_percent
from kubebuku.domain.text import N_, Particular, Sentence
from kubebuku.i18n import _, month_name, read_month, say
from kubebuku.ui.forms.choices import Offered, box_choices, people_choices, unit_choices
from kubebuku.ui.forms.lines import CellAmount, LinesField, is_enter
from kubebuku.ui.refusals import NotANumber, NotAQuantity, NotChosen, NothingToChoose, NotWritten
from kubebuku.ui.widgets import AmountField, CheckBox, Choice, ChoiceField, DateField, FieldBox, PickRow, TextField

Widget = FieldBox | CheckBox
_WRITTEN = frozenset(
    {FieldKind.DESCRIPTION, FieldKind.TEXT, FieldKind.NUMBER, FieldKind.QUANTITY, FieldKind.MONTH, FieldKind.PERCENT}
)
_CHOSEN = frozenset(
    {
        FieldKind.BOX,
        FieldKind.UNIT,
        FieldKind.PERSON,
        FieldKind.MEMBER,
        FieldKind.ACCOUNT,
        FieldKind.ITEM,
        FieldKind.AID,
        FieldKind.DECISION,
        FieldKind.BENEFIT,
        FieldKind.LOAN,
        FieldKind.CHOICE,
    }
)
_MOST_DIGITS = 9
_MOST_PICKS = 3
#: The key of the choice that chooses nothing (None would mean that nothing was chosen yet).
NOTHING = ""


class PickField(FieldBox):
    """A question with two or three answers that stay visible. Enter takes the answer and goes on."""

    def __init__(self, label: str, answers: list[tuple[object, str]], *, name: str, hint: str = "", value: object = None) -> None:
        self.picks = PickRow([], label)
        super().__init__(label, self.picks, name=name, hint=hint)
        self.picks.show_entries(answers, value)
        self.picks.chosen.connect(self._chosen)
        for button in self.picks.findChildren(QAbstractButton):
            button.installEventFilter(self)
        self._follow()
        self.start()

    def content(self) -> object:
        """The answer."""
        return self.picks.value()

    def value(self) -> object:
        """The answer."""
        return self.picks.value()

    def set_value(self, value: object) -> None:
        """Choose an answer, without `changed`."""
        self.clear_refusal()
        self.picks.set_value(value)
        self._follow()

    def _chosen(self, value: object) -> None:
        self.clear_refusal()
        self._follow()
        self.changed.emit(value)

    def _follow(self) -> None:
        """The keyboard comes to the answer that is chosen."""
        for button in self.picks.findChildren(QAbstractButton):
            if button.isChecked():
                self.picks.setFocusProxy(button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on an answer takes it and moves to the next field."""
        if isinstance(watched, QAbstractButton) and is_enter(event):
            watched.click()
            go_on = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self.picks, go_on)
            return True
        return super().eventFilter(watched, event)


def read_number(text: str, field: str) -> int:
    """A whole number as people write it, dots between thousands allowed; raises NotANumber."""
    plain = text.replace(".", "")
    if not (plain.isascii() and plain.isdigit()) or len(plain) > _MOST_DIGITS:
        raise NotANumber(text, field)
    return int(plain)


def read_quantity(text: str, field: str) -> int:
    """Thousandths of a measure from "2,5" or "12"; raises NotAQuantity."""
    whole, _comma, part = text.replace(" ", "").partition(",")
    whole = whole.replace(".", "")
    digits = whole + part
    if not (digits.isascii() and digits.isdigit() and whole) or len(part) > 3 or len(whole) > _MOST_DIGITS:
        raise NotAQuantity(text, field)
    return int(whole) * 1000 + int(part.ljust(3, "0") or 0)


def write_quantity(milli: int) -> str:
    """Thousandths as people write them: 2500 is "2,5"."""
    whole, part = divmod(milli, 1000)
    return f"{whole},{part:03d}".rstrip("0").rstrip(",") if part else str(whole)


def words(text: str | Particular | None) -> str:
    """A marked label in the reader's language."""
    return "" if text is None else say(Sentence(text))


@dataclass(frozen=True)
class Entry:
    """A field of the form with the widget that asks for it."""

    spec: spec.Field
    widget: Widget

    @property
    def label(self) -> str:
        """The question as spoken."""
        return words(self.spec.label)

    def read(self) -> object:
        """The value for the command, None where nothing was given and nothing need be; raises RuleBroken."""
        kind, widget = self.spec.kind, self.widget
        if isinstance(widget, DateField) and not self.spec.required and not widget.line.text().strip():
            return None
        found = widget.value()
        if kind in _WRITTEN:
            return self._text(str(found))
        if isinstance(widget, ChoiceField):
            if found is None and self.spec.required:
                if not widget.choices() and kind is not FieldKind.PERSON:  # a person can be added from the list itself
                    raise NothingToChoose(self.label, self.spec.name)
                raise NotChosen(self.label, self.spec.name)
            return None if found == NOTHING else found
        return found

    def _text(self, text: str) -> object:
        if self.spec.kind is FieldKind.DESCRIPTION and (self.spec.required or text):
            return clean_description(text)
        cleaned = clean_text(text, most=200)
        if not cleaned:
            if self.spec.required:
                raise NotWritten(self.label, self.spec.name)
            return None
        match self.spec.kind:
            case FieldKind.NUMBER:
                return read_number(cleaned, self.spec.name)
            case FieldKind.QUANTITY:
                return read_quantity(cleaned, self.spec.name)
            case FieldKind.MONTH:
                return read_month(cleaned)
            case FieldKind.PERCENT:
                return read_percent(cleaned, self.spec.name)
            case _:
                return cleaned

    def put(self, value: object) -> None:
        """Show `value`, as a command or a default holds it."""
        if self.spec.kind is FieldKind.AMOUNT and not value and not self.spec.required:
            value = None
        if self.spec.kind is FieldKind.QUANTITY and isinstance(value, int):
            value = write_quantity(value)
        if isinstance(value, Month):
            value = month_name(value)
        if self.spec.kind is FieldKind.PERCENT and isinstance(value, Fraction):
            value = write_percent(value) if value or self.spec.required else ""
        if isinstance(self.widget, ChoiceField) and value is None and not self.spec.required:
            value = NOTHING
        self.widget.set_value(value)

    @property
    def changed(self) -> Callable[[Callable[..., object]], object]:
        """Call it with a function to be told of changes."""
        signal = self.widget.toggled if isinstance(self.widget, CheckBox) else self.widget.changed
        return signal.connect


@dataclass(frozen=True)
class Maker:
    """What all fields of a form share: the choices, the book's day, and what *Orang baru…* does."""

    offered: Offered
    today: Callable[[], date]
    new_person: Callable[[Entry], object]
    #: the day the book begins: no act is dated before it
    opened: date | None = None
    #: what the fields asked so far offer, by what they ask for: a table asks the same in every line
    _found: dict[object, list[Choice]] = dataclass_field(default_factory=dict, repr=False, compare=False)

    def choices(self, field: spec.Field) -> list[Choice]:
        """As `choices_of`, reckoned once for all fields that ask for the same."""
        asked = (field.kind, field.required, field.owing, field.accounts, field.savings_loan, field.choices)
        if asked not in self._found:
            self._found[asked] = choices_of(field, self.offered)
        return self._found[asked]

    def entry(self, field: spec.Field, *, big: bool = False, bare: bool = False) -> Entry:
        """The widget for `field`, with its choices and its default.

        `big` is the page's own question, the amount; `bare` a cell of a table, which has neither hint nor words beneath.
        """
        field = spec.by_itself(field)  # of a form it is told already
        widget: Widget
        if bare and field.kind is FieldKind.AMOUNT:
            widget = CellAmount(words(field.label), name=field.name, optional=not field.required)
        else:
            widget = self._chosen(field) if field.kind in _CHOSEN else self._written(field, big=big)
        entry = Entry(field, widget)
        if field.owing is not None and isinstance(widget, ChoiceField):
            if not self.offered.owing.get(field.owing[0]):
                widget.say_hint(nobody_owes(field.owing[0]))
        elif isinstance(widget, ChoiceField) and field.kind is FieldKind.PERSON:
            widget.extra(_("New person…"), partial(self.new_person, entry))  # noqa: S610 (a line of the list, no database)
        if not isinstance(widget, ChoiceField | PickField | CheckBox) and field.default is not None:
            entry.put(field.default)
        if isinstance(widget, FieldBox):
            if bare:
                widget.say_hint("")
            widget.start()
        return entry

    def _written(self, field: spec.Field, *, big: bool) -> Widget:
        label, hint = words(field.label), words(field.hint)
        match field.kind:
            case FieldKind.AMOUNT:
                return AmountField(label, name=field.name, hint=hint, big=big, optional=not field.required)
            case FieldKind.DATE:
                day = DateField(label, name=field.name, hint=hint or None, today=self.today)
                day.since = None if field.earlier or field.name != "on" else self.opened
                day.nearest = field.ahead
                if not field.required:
                    day.set_value(None)
                return day
            case FieldKind.YES_NO:
                return CheckBox(label, name=field.name, checked=bool(field.default))
            case FieldKind.LINES:
                return LinesField(field, label, hint, lambda column: self.entry(replace(column, hint=None), bare=True))
            case FieldKind.DESCRIPTION:
                hint = hint or _("What was used before comes up while typing")
            case FieldKind.MONTH:
                hint = hint or _("For example: October 2026")
        return TextField(label, name=field.name, hint=hint)

    def _chosen(self, field: spec.Field) -> Widget:
        label, hint = words(field.label), words(field.hint)
        if field.kind is FieldKind.CHOICE and field.required and len(field.choices) <= _MOST_PICKS:
            answers = [(key, words(text)) for key, text in field.choices]
            return PickField(label, answers, name=field.name, hint=hint, value=field.default)
        found = self.choices(field)
        return ChoiceField(label, found, name=field.name, hint=hint, value=_first(field, self.offered, found))


_NOBODY = {
    RECEIVABLE: N_("Nobody owes the group for a sale or hire."),
    PAYABLE: N_("The group owes no shop anything."),
    ADVANCE: N_("Nobody holds money of the group."),
    OWED_TO_PEOPLE: N_("Everything laid out or earned has been paid."),
    CUSTOMER_DEPOSIT: N_("No customer has paid ahead."),
    OUTSIDE_LOAN: N_("The group has borrowed from nobody."),
}


def nobody_owes(account: str) -> str:
    """What is said where nobody has anything open on that account."""
    return _(_NOBODY[account])


def make_entry(
    field: spec.Field, offered: Offered, *, today: Callable[[], date], big: bool, new_person: Callable[[Entry], object]
) -> Entry:
    """One field by itself; see `Maker`."""
    return Maker(offered, today, new_person).entry(field, big=big)


def choices_of(field: spec.Field, offered: Offered) -> list[Choice]:
    """What the field's list offers; an optional one begins with the choice of nothing."""
    found: list[Choice]
    nothing = _("none")
    match field.kind:
        case FieldKind.BOX:
            found = box_choices(offered)
        case FieldKind.UNIT:
            found = unit_choices(offered, savings_loan=field.savings_loan)
            nothing = _("the whole group")
        case FieldKind.PERSON | FieldKind.MEMBER:
            owing = None if field.owing is None else offered.owing.get(field.owing[0])
            found = people_choices(offered, members_only=field.kind is FieldKind.MEMBER, owing=owing)
            nothing = _("nobody")
        case FieldKind.ACCOUNT:
            found = [
                Choice(code, label if field.accounts else f"{code} {label}")
                for code, label in offered.accounts.items()
                if not field.accounts or code[:4] in field.accounts
            ]
        case FieldKind.ITEM:
            found = [Choice(id_, label, "barang") for id_, label in offered.items.items()]
        case FieldKind.AID:
            found = [Choice(id_, label, "uang") for id_, label in offered.aids.items()]
        case FieldKind.DECISION:
            found = [Choice(id_, label, "rapat") for id_, label in offered.decisions.items()]
        case FieldKind.BENEFIT:
            found = [Choice(id_, label, "iks") for id_, label in offered.benefits.items()]
        case FieldKind.LOAN:
            found = [Choice(id_, label, "pinjaman") for id_, label in offered.loans.items()]
        case _:
            found = [Choice(key, words(text)) for key, text in field.choices]
    return found if field.required else [Choice(NOTHING, nothing), *found]


def _first(field: spec.Field, offered: Offered, found: Sequence[Choice]) -> object:
    """What is chosen when the form opens: the default, the only one there is, or nothing."""
    if field.kind is FieldKind.BOX and field.default is not None:
        return offered.usual.get(str(field.default), field.default)
    if field.default is not None:
        return field.default
    if not field.required:
        return NOTHING
    return found[0].key if len(found) == 1 and field.kind is not FieldKind.PERSON else None


def same(value: object, other: object) -> bool:
    """Whether a field holds the value that `only_if` names (one of a tuple), be it an enum or its plain value."""
    if isinstance(other, tuple):
        return any(same(value, one) for one in other)
    plain = value.value if isinstance(value, Enum) else value
    return bool(plain == (other.value if isinstance(other, Enum) else other))


def show_needed(entries: Sequence[Entry]) -> None:
    """Fields that another field calls for come and go."""
    called = needed(entries)
    for entry in entries:
        if entry.spec.only_if is not None:
            entry.widget.setVisible(entry in called)


def needed(entries: Sequence[Entry]) -> list[Entry]:
    """The fields that are asked as things stand: all but those that another field does not call for."""
    by_name = {entry.spec.name: entry for entry in entries}
    called = []
    for entry in entries:
        name, value = entry.spec.only_if or ("", None)
        other = by_name.get(name)
        if entry.spec.only_if is None or (other is not None and same(other.widget.value(), value)):
            called.append(entry)
    return called
