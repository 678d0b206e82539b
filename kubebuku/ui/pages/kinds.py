"""The doors of *Catat* and the kinds of events behind each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt

from kubebuku.books import spec
from kubebuku.books.catalog import BOOKS
from kubebuku.books.spec import BookSpec, Door
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.ui.pages.choices import UnitChoice
from kubebuku.ui.pages.form_fields import words
from kubebuku.ui.widgets import KeyBadge, KindCard

#: Books that record without money: their forms have pages of their own and no place here.
ELSEWHERE = frozenset({"members", "meetings", "guests", "letters", "activities"})
#: What happens every day stands first and needs no heading.
EVERYDAY = ("enterprise", "cash")


@dataclass(frozen=True)
class DoorSpec:
    """A door as it is drawn: key, icon, tone, words, examples, and the question behind it."""

    door: Door
    icon: str
    tone: str
    title: str
    text: str
    question: str


DOORS = (
    DoorSpec(
        Door.IN,
        "masuk",
        "inn",
        N_("Money in"),
        N_("Hire, catering, aid, bank interest, other money received"),
        N_("Where does the money come from?"),
    ),
    DoorSpec(
        Door.OUT,
        "keluar",
        "out",
        N_("Money out"),
        N_("Shopping, wages, transport, stationery, refreshments, buying goods"),
        N_("What is the money for?"),
    ),
    DoorSpec(
        Door.MOVE,
        "pindah",
        "info",
        N_("Move between places"),
        N_("From cash to bank, from bank to cash. The group's money stays the same"),
        N_("What is moved?"),
    ),
    DoorSpec(
        Door.OTHER,
        "bukulain",
        "main",
        N_("Other events"),
        N_("advances, counting money, what someone paid for the group, goods and animals"),
        N_("What happened?"),
    ),
)


@dataclass(frozen=True)
class Kind:
    """One tile: a form, filled in with a business where the form is one of a business."""

    form: spec.Form
    icon: str
    title: str
    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    #: the heading it stands under, empty for what happens every day
    group: str = ""


def kinds_of(door: Door, units: Sequence[UnitChoice]) -> list[Kind]:
    """The tiles behind a door: what the businesses do, the rest of every day (open-ended kinds last), then book by book."""
    books = [book for book in BOOKS if book.name not in ELSEWHERE]
    daily = [form for book in books if book.name in EVERYDAY for form in book.forms if form.door is door]
    own = [_of_unit(form, unit) for unit in units for book in books for form in book.forms if form.per_unit and form.door is door]
    common = sorted((form for form in daily if not form.per_unit), key=lambda form: form.icon == "tambah")
    return [*own, *(_kind(form) for form in common), *_by_book(door, books)]


def _by_book(door: Door, books: Sequence[BookSpec]) -> list[Kind]:
    return [
        _kind(form, _(book.title))
        for book in books
        if book.name not in EVERYDAY
        for form in book.forms
        if form.door is door and not form.per_unit
    ]


def _kind(form: spec.Form, group: str = "") -> Kind:
    return Kind(form, form.icon, words(form.title), words(form.subtitle), group=group)


def _of_unit(form: spec.Form, unit: UnitChoice) -> Kind:
    return Kind(form, unit.icon, unit.label, words(form.title), {"unit": unit.unit})


class KindTile(KindCard):
    """A kind with the letter that chooses it."""

    def __init__(self, kind: Kind, letter: str, tone: str) -> None:
        super().__init__(kind.icon, kind.title, kind.text, tone)
        self.kind = kind
        self.letter = letter
        line = self.layout()
        if letter and line is not None:
            self.badge = KeyBadge(letter)
            self.badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            line.insertWidget(line.count() - 1, self.badge)  # type: ignore[attr-defined]


def lower_first(words_: str) -> str:
    """Words that go on after a colon."""
    return words_[:1].lower() + words_[1:]
