"""What a book is made of: commands, queries, checks. Light: handlers are named by dotted text and found on first use."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum, Flag, auto
from fractions import Fraction
from functools import cache
from typing import Any, ClassVar, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import Particular, Sentence

T = TypeVar("T")


class Changed(Flag):
    """What an act changed; a page redraws only if it watches one of these."""

    NOTHING = 0
    ENTRIES = auto()
    GROUP = auto()
    PEOPLE = auto()
    UNITS = auto()
    ACCOUNTS = auto()
    LOANS = auto()
    ITEMS = auto()
    CLOSINGS = auto()
    PENDING = auto()
    COUNTS = auto()
    MEETINGS = auto()
    RECORDS = auto()
    SETTINGS = auto()
    EVERYTHING = (
        ENTRIES | GROUP | PEOPLE | UNITS | ACCOUNTS | LOANS | ITEMS | CLOSINGS | PENDING | COUNTS | MEETINGS | RECORDS | SETTINGS
    )


@dataclass(frozen=True)
class Command:
    """Something a person wants to happen: a frozen dataclass. `name` is its stable name in the book file, never changed.

    A command that posts has `on` (its date) and `description`; its fields are those of its form.
    """

    name: ClassVar[str] = ""


class Query(Generic[T]):
    """A question to the book: a frozen dataclass answered with frozen rows of type T."""


@dataclass(frozen=True)
class Outcome:
    """What came of a command: what changed, the entry it wrote if any, and the sentence for the person."""

    changed: Changed
    entry: int | None = None
    number: str | None = None
    said: Sentence | None = None
    #: ids of records the command made (person, unit, item ...), by kind
    made: Mapping[str, int] = field(default_factory=dict)
    #: what is unusual about it and was kept all the same
    warned: tuple[Sentence, ...] = ()


class Door(Enum):
    """Where a form is found under Catat: the three doors, and what has its own page."""

    IN = "in"
    OUT = "out"
    MOVE = "move"
    OTHER = "other"


class FieldKind(Enum):
    """What a field of a form holds; the window has one widget for each."""

    AMOUNT = "amount"
    DATE = "date"
    DESCRIPTION = "description"
    TEXT = "text"
    NUMBER = "number"
    BOX = "box"
    UNIT = "unit"
    PERSON = "person"
    MEMBER = "member"
    ACCOUNT = "account"
    ITEM = "item"
    #: a loan or an application for one, by its id
    LOAN = "loan"
    AID = "aid"
    #: a decision of a meeting, by its id
    DECISION = "decision"
    #: a kind of event for which the solidarity fund gives, by its id
    BENEFIT = "benefit"
    CHOICE = "choice"
    YES_NO = "yes_no"
    MONTH = "month"
    #: thousandths of a measure, typed as 2,5
    QUANTITY = "quantity"
    #: an exact share, typed as 1,5 or 1,5 %
    PERCENT = "percent"
    #: a small table whose columns are fields; each row is an object of the command's line type
    LINES = "lines"


@dataclass(frozen=True)
class Field:
    """One field of a form, named like the command's field. `label` is the question, `hint` the small line under it."""

    name: str
    kind: FieldKind
    label: str | Particular
    hint: str | Particular | None = None
    required: bool = True
    default: object = None
    #: (value, label) of a CHOICE
    choices: tuple[tuple[object, str | Particular], ...] = ()
    #: four-digit codes an ACCOUNT may be chosen from
    accounts: tuple[str, ...] = ()
    #: shown only while the field of that name holds that value, or one of several in a tuple
    only_if: tuple[str, object] | None = None
    #: seldom needed: comes last, folded away until one asks for it
    more: bool = False
    #: a DATE that may lie before the book begins
    earlier: bool = False
    #: a DATE that may lie ahead: without a year the nearest such day is meant
    ahead: bool = False
    #: a UNIT that may also be the built-in simpan pinjam
    savings_loan: bool = False
    #: a PERSON with something open on that account; how much fills the amount of the second name in, if one is given
    owing: tuple[str, str] | None = None
    #: the columns of LINES, and the dataclass of one row
    columns: tuple[Field, ...] = ()
    line: type | None = None


@dataclass(frozen=True)
class Form:
    """How a command is asked for: a door, a tile (icon, title, subtitle) and its fields in reading order.

    `per_unit` makes one tile for each open business, with the unit filled in. `fixed` are fields of the command the form
    does not ask for. `sign` tells what it does to the box shown beside the form: +1 in, -1 out, 0 moves.
    """

    key: str
    command: type[Command]
    door: Door
    icon: str
    title: str | Particular
    subtitle: str | Particular
    fields: tuple[Field, ...]
    per_unit: bool = False
    fixed: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class BookSpec:
    """One book of the programme.

    Everything is named by text and loaded when it is first asked for. `commands` and `queries` give for each class, as
    ``module.Class`` of the book's folder, its handler as ``package.module:function``; a command's handler is called with
    (`ledger.work.Work`, command) and returns an Outcome, a query's with (`ledger.work.Reading`, query).
    `checks` are functions of a Reading that return what is wrong (sentences, or plain str), by name; `attention` functions of a
    Reading that return `Attention` lines for the home page.
    """

    name: str
    title: str
    commands: Mapping[str, str] = field(default_factory=dict)
    queries: Mapping[str, str] = field(default_factory=dict)
    checks: Mapping[str, str] = field(default_factory=dict)
    attention: Sequence[str] = ()
    #: called with (Work, EntryId, command) when an entry of that command is struck out: takes back the book's own rows or refuses
    undo: Mapping[str, str] = field(default_factory=dict)
    #: names of tuples of forms, in the order in which they are offered
    forms: Sequence[str] = ()
    #: names a function of a Reading and a Month (None: from the beginning) that returns the book's lines as plain JSON objects
    rows: str | None = None


@dataclass(frozen=True)
class Attention:
    """A line of "Yang perlu diperhatikan": what, a detail, and the page that settles it."""

    key: str
    title: Sentence
    detail: Sentence | None
    icon: str
    page: str
    arguments: Mapping[str, object] = field(default_factory=dict)


# ---- commands as data: kept beside an entry so that its form opens again, and as pending notes

C = TypeVar("C", bound=Command)


def to_data(command: Command) -> str:
    """The command's fields as JSON. Absent (None) fields are left out."""
    return json.dumps(_plain(command), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_data(kind: type[C], data: str) -> C:
    """The command back from `to_data`; raises ValueError or TypeError where the data do not fit."""
    command: C = _build(kind, json.loads(data))
    return command


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, Month):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value) if getattr(value, f.name) is not None}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Rupiah):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Month | Fraction):
        return str(value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


#: How the plain values of JSON become the values of a field.
_READERS: Mapping[Any, Callable[[Any], Any]] = {
    Rupiah: Rupiah,
    date: date.fromisoformat,
    Month: Month.parse,
    Fraction: Fraction,
    int: int,
}


def _build(kind: Any, value: Any) -> Any:
    if get_origin(kind) is not None:
        return _build_many(kind, value)
    if isinstance(kind, typing.NewType):
        return _build(kind.__supertype__, value)
    if kind in _READERS:
        return _READERS[kind](value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _build(hints[name], one) for name, one in value.items() if name in hints})
    return value


def _build_many(kind: Any, value: Any) -> Any:
    """Values of a generic kind: one or None, several, or by key."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else _build(next(arm for arm in inner if arm is not type(None)), value)
    if origin is tuple:
        return tuple(_build(inner[0] if inner[-1] is Ellipsis else inner[i], one) for i, one in enumerate(value))
    return {_build(inner[0], key): _build(inner[1], one) for key, one in value.items()}
