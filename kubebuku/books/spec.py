"""What a book is made of: commands, questions, forms, and its door. Light: what a door names is imported when it is asked for."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
from datetime import date
from enum import Enum, Flag, auto
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, Union, get_args, get_origin, get_type_hints

from kubebuku.books.places import Place
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import Particular, Sentence

if TYPE_CHECKING:
    from kubebuku.domain.entries import EntryId, Posting
    from kubebuku.ledger.work import Reading, Work

T = TypeVar("T")
C = TypeVar("C", bound="Command")
Q = TypeVar("Q", bound="Query[Any]")


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

    Its fields are those of its form.
    """

    name: ClassVar[str] = ""

    @classmethod
    def done_by(
        cls,
        carry_out: Callable[[Work, Self], Outcome],
        *,
        undone_by: Callable[[Work, EntryId, Self], None] | None = None,
    ) -> Act[Self]:
        """Tie the command to the function that carries it out, and the one that takes back the book's own rows or refuses."""
        return Act(cls, carry_out, undone_by)


@dataclass(frozen=True, kw_only=True)
class OnDay(Command):
    """What writes an entry: the day on which it happened, and the entry's words."""

    on: date
    description: str


@dataclass(frozen=True, kw_only=True)
class Paid(OnDay):
    """What is about one sum: whole rupiah above zero, unless the command says otherwise."""

    amount: Rupiah


class Query(Generic[T]):
    """A question to the book: a frozen dataclass answered with frozen rows of type T."""

    @classmethod
    def answered_by(cls, find: Callable[[Reading, Self], T]) -> Answer[Self, T]:
        """Tie the question to the function that answers it."""
        return Answer(cls, find)


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
    """One field of a form, named like the command's field. `label` is the question, `hint` the small line under it.

    What it begins with and whether it must be filled in is told by the command; only where the form asks otherwise it is
    given here.
    """

    name: str
    kind: FieldKind
    label: str | Particular
    hint: str | Particular | None = None
    required: bool | None = None
    default: object = ...
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

    def __post_init__(self) -> None:
        object.__setattr__(self, "fields", _as_in(self.command, self.fields))


def by_itself(asked: Field) -> Field:
    """A field that is asked for outside a form: it begins empty and must be filled in, unless it says otherwise."""
    return _as_in(None, (asked,))[0]


def _as_in(kind: type | None, asked: Sequence[Field]) -> tuple[Field, ...]:
    """The fields with what `kind`, the dataclass they fill, tells of each.

    What has no default must be filled in. So must a default that is a value (a place of money, a way to pay): another may be
    chosen, but not none. Nothing, nought and empty text may be left so, and a tick is yes or no. A field that is told already
    stays the one it is: forms know theirs by it.
    """
    known = {one.name: one.default for one in fields(kind)} if kind is not None and is_dataclass(kind) else {}
    found = []
    for one in asked:
        told = known.get(one.name, MISSING)
        default = (None if told in (MISSING, ()) else told) if one.default is ... else one.default
        required = told is MISSING or (bool(told) and one.kind is not FieldKind.YES_NO) if one.required is None else one.required
        full = replace(one, default=default, required=required, columns=_as_in(one.line, one.columns))
        found.append(one if full == one else full)
    return tuple(found)


@dataclass(frozen=True)
class Attention:
    """A line of "Yang perlu diperhatikan": what, a detail, and the place that settles it."""

    key: str
    title: Sentence
    detail: Sentence | None
    icon: str
    place: Place


# ---- the door of a book


@dataclass(frozen=True, slots=True)
class Act(Generic[C]):
    """A command and who carries it out; `undo` is called when an entry of that command is struck out."""

    command: type[C]
    carry_out: Callable[[Work, C], Outcome]
    undo: Callable[[Work, EntryId, C], None] | None


@dataclass(frozen=True, slots=True)
class Answer(Generic[Q, T]):
    """A question and who answers it."""

    query: type[Q]
    find: Callable[[Reading, Q], T]


Acts = Sequence[Act[Any]]
Answers = Sequence[Answer[Any, Any]]
#: by name, laws of the book: each says what is wrong, nothing where all is well
Checks = Mapping[str, Callable[["Reading"], Iterable[Sentence | str]]]
Watches = Sequence[Callable[["Reading"], Iterable[Attention]]]
#: by four-digit code of the account that moved, who brings the book's own rows and entries after it, given all that moved there
Follows = Mapping[str, Callable[["Work", Sequence[tuple[date, "Posting"]]], None]]
Forms = Sequence[Form]
#: the lines of a book in a month (None: from the beginning) as plain JSON objects
Rows = Callable[["Reading", Month | None], Sequence[Mapping[str, Any]]]


class Book:
    """The door of a book: what it is called, and who does, answers and looks after what.

    A method imports what it names when it is called: who only asks a book loads nothing that writes in it.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    #: the modules of its folder in which its commands stand
    command_modules: ClassVar[Sequence[str]] = ("commands",)

    def acts(self) -> Acts:
        """Each of its commands."""
        return ()

    def answers(self) -> Answers:
        """Each of its questions."""
        return ()

    def checks(self) -> Checks:
        """What must always hold."""
        return {}

    def follows(self) -> Follows:
        """What must follow in the same act when an account moves, whoever moved it."""
        return {}

    def attention(self) -> Watches:
        """Who finds what a treasurer should look at, for the home page."""
        return ()

    def forms(self) -> Forms:
        """Its forms, in the order in which they are offered."""
        return ()

    def rows(self) -> Rows | None:
        """Who reads its lines out for the command line; None where it has none."""
        return None


# ---- commands as data: kept beside an entry so that its form opens again, and as pending notes


def to_data(command: Command) -> str:
    """The command's fields as JSON. Absent (None) fields are left out."""
    return json.dumps(_plain(command), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_data(kind: type[C], data: str) -> C:
    """The command back from `to_data`; raises ValueError or TypeError where the data do not fit."""
    return built(kind, json.loads(data))


def built(kind: type[T], values: Mapping[str, object]) -> T:
    """A dataclass from plain values by the names of its fields, as they stand in JSON or in a table; others are left out."""
    one: T = _build(kind, values)
    return one


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
