"""The doors of *Catat* and the kinds of events behind each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from kubebuku.books import spec
from kubebuku.books.catalog import books, forms_of
from kubebuku.books.spec import Door
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.ui.forms.choices import UnitChoice
from kubebuku.ui.forms.fields import words
from kubebuku.ui.widgets import KeyBadge, KindCard

#: Books that record without money: their forms have pages of their own and no place here.
ELSEWHERE = frozenset({"members", "meetings", "guests", "letters", "activities"})


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


#: Behind each door: headings and the forms beneath them, in the order a treasurer looks for them. The first has no heading:
#: it begins with a tile for each business. What stands nowhere here comes last, under its book's name.
GROUPS: Mapping[Door, tuple[tuple[str, tuple[str, ...]], ...]] = {
    Door.IN: (
        ("", ("savings", "dues", "instalment", "other_in")),
        (N_("Sale or hire that is paid earlier or later"), ("sale_later", "collect", "take_deposit", "sale_deposit")),
        (N_("Aid, gifts and loans from outside"), ("receive_aid", "receive_blps", "gift", "borrow")),
        (N_("What else comes in"), ("collect_claim", "bank_interest", "sell_livestock", "sell_equipment")),
    ),
    Door.OUT: (
        ("", ("buy_materials", "wages", "transport", "refreshments", "stationery", "other_out")),
        (N_("To members"), ("savings_out", "lend", "benefit", "honorarium")),
        (N_("Advances and debts"), ("give_advance", "repay_person", "pay_wages", "pay_payable", "return_deposit", "pay_outside")),
        (
            N_("Goods, tools and animals"),
            (
                "buy_stock",
                "buy_equipment",
                "buy_small_goods",
                "buy_livestock",
                "repair_equipment",
                "maintenance",
            ),
        ),
        (N_("What else goes out"), ("bank_fee", "pass_on")),
    ),
    Door.MOVE: (
        ("", ("move", "set_aside")),
        (N_("Capital between businesses"), ("move_capital", "lend_capital", "return_capital")),
    ),
    Door.OTHER: (
        ("", ("count_box", "shortage", "surplus", "settle_advance", "paid_by_person", "wages_owed", "forfeit_deposit")),
        (N_("Stock and animals"), ("count_stock", "count_livestock", "livestock_born", "livestock_gone", "receive_aid_goods")),
        (
            N_("Inventory"),
            ("equipment_aid", "equipment_gift", "list_equipment", "lose_equipment", "depreciate", "restore_equipment"),
        ),
        (N_("The whole book"), ("explain_opening", "open_unit")),
    ),
}
#: Done from a page of their own, where what they are about is in sight.
ON_PAGES = frozenset(
    {
        "apply_for_loan",
        "disburse_loan",
        "recover_loan",
        "approve_loan",
        "refuse_loan",
        "reschedule_loan",
        "write_off_loan",
        "let_dues_go",
        "lending_rules",
        "savings_fee",
        "savings_rule",
        "solidarity_rule",
        "benefit_kind",
        "end_benefit",
        "change_equipment",
        "pass_on_equipment",
        "replace_equipment",
        "decision",
        "leave_group",
    }
)


def kinds_of(door: Door, units: Sequence[UnitChoice]) -> list[Kind]:
    """The tiles behind a door: what the businesses do, the rest of every day, then heading by heading."""
    offered = ((form, book) for book in books() if book.name not in ELSEWHERE for form in forms_of(book.name))
    behind = {form.key: (form, book) for form, book in offered if form.door is door and form.key not in ON_PAGES}
    own = [_of_unit(form, unit) for unit in units for form, _book in behind.values() if form.per_unit]
    common = {key: found for key, found in behind.items() if not found[0].per_unit}
    listed = [
        _kind(common[key][0], _(heading) if heading else "") for heading, keys in GROUPS[door] for key in keys if key in common
    ]
    named = {kind.form.key for kind in listed}
    return [*own, *listed, *(_kind(form, _(book.title)) for key, (form, book) in common.items() if key not in named)]


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
        if letter and isinstance(line, QBoxLayout):
            self.badge = KeyBadge(letter)
            self.badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            line.insertWidget(line.count() - 1, self.badge)


def lower_first(words_: str) -> str:
    """Words that go on after a colon."""
    return words_[:1].lower() + words_[1:]
