"""Taking what a member pays in: months with a tick each, and for savings the voluntary part too. One member after the other."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kubebuku.app.office import Office
from kubebuku.books.cash.queries import BoxBalance, BoxBalances
from kubebuku.books.group.queries import GroupChoices
from kubebuku.books.members.queries import People, PersonRow
from kubebuku.books.personal_savings.commands import DepositSavings
from kubebuku.books.personal_savings.queries import SavingsDue
from kubebuku.books.solidarity.commands import TakeDues
from kubebuku.books.solidarity.queries import DuesDue
from kubebuku.books.spec import Changed, Command, Outcome
from kubebuku.domain.accounts import LOAN_CASH, SOLIDARITY_CASH
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import Due
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, rupiah, say, terbilang
from kubebuku.ui import places
from kubebuku.ui.forms.choices import Offered, box_choices, box_icon, people_choices, usual_boxes
from kubebuku.ui.forms.months_field import MonthsField
from kubebuku.ui.mending import mend
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.refusals import NotChosen
from kubebuku.ui.widgets import (
    Act,
    AmountField,
    BoxPreview,
    Button,
    Card,
    ChoiceField,
    Columns,
    DateField,
    Form,
    Label,
    MessageStrip,
)
from kubebuku.ui.window import Window


@dataclass(frozen=True)
class Owed:
    """What a member still has to pay."""

    person: int
    lacking: tuple[Due, ...]
    principal: Rupiah = Rupiah(0)


@dataclass(frozen=True)
class Known:
    """What the page asks for when it opens."""

    people: tuple[PersonRow, ...]
    boxes: tuple[BoxBalance, ...]
    #: the group's usual place for each of the chart's
    usual: Mapping[str, str]


class TakeDuesPage(BookPage):
    """``go("take_dues", person=3, months=(Month(2026, 10),))``: dues of the solidarity fund."""

    nav = "solidarity"
    watches = Changed.NOTHING
    box: ClassVar[str] = SOLIDARITY_CASH

    def __init__(self, window: Window) -> None:
        super().__init__(window, self.words(), icon="masuk", tone="inn", back=self._back)
        self.known = Known((), (), {})
        self.owed: Owed | None = None
        self._person: int | None = None
        self._months: tuple[Month, ...] = ()
        self._key = uuid.uuid4().hex
        self.done = MessageStrip()
        self.form = Form(main=_("Save"))
        self.member = ChoiceField(_("Which member?"), name="person")
        self.months = MonthsField(_("For which months?"), name="months")
        self.nothing = Label(_("Everything is paid up to a year ahead."), "soft")
        self.total = Label("", "total")
        self.spoken = Label("", "terbilang")
        self.place = ChoiceField(_("Into which place?"), name="box")
        self.day = DateField(_("When?"), name="on", today=partial(open_book.today, window))
        self.sum = Card(gap=2)
        self.sum.add(Label(_("Received altogether"), "soft"), self.total, self.spoken)
        self.amounts: dict[str, AmountField] = {}
        self.preview = BoxPreview()
        self._build()

    def words(self) -> str:
        """The title."""
        return _("Receive solidarity dues")

    def _build(self) -> None:
        self.form.add_field(self.member)
        self.form.add_field(self.months)
        self._add_amounts()
        self.form.add_field(self.place, half=True)
        self.form.add_field(self.day, half=True)
        self.form.body.insertWidget(1, self.nothing)
        self.nobody = MessageStrip(below=True)
        self.nothing.setVisible(False)
        self.sum.setVisible(False)
        self.months.setVisible(False)
        columns = Columns(2, 1)
        columns.add(self.sum, 1, 0)
        columns.add(self.form, 0, 1)
        columns.add(self.preview, 1, 2)
        self.add(self.head, self.done, self.nobody, columns)
        self.member.changed.connect(self._member_chosen)
        self.months.changed.connect(self._show_sum)
        self.place.changed.connect(self._show_sum)
        self.form.submitted.connect(self._save)
        self.form.cancelled.connect(self._go_back)

    def _add_amounts(self) -> None:
        """Amounts beside the months."""

    # what is asked

    def arrive(self, place: places.TakeDues) -> None:
        """Begin with the member asked for, or with nobody."""
        self.done.clear()
        self._months = place.months
        self._begin(place.person)

    def _begin(self, person: int | None) -> None:
        self._key = uuid.uuid4().hex
        self.owed = None
        self._person = person
        self.day.set_value(open_book.today(self.main))
        self.member.set_value(None)
        for field in self.amounts.values():
            field.set_value(None)
        self._show_owed(None)

    def refresh(self) -> None:
        """Ask who there is, and what the chosen one owes."""
        self.main.session.read(self, _ask, self._show)

    def _show(self, known: Known) -> None:
        self.known = known
        self._show_nobody()
        person, box = self._person or self.member.value(), self.place.value() or known.usual.get(self.box, self.box)
        self._person = None
        self.member.show_choices(people_choices(Offered(people=known.people), members_only=True), person)
        self.place.show_choices(box_choices(Offered(boxes=known.boxes)), box)
        self.form.start()
        if isinstance(person, int):
            self._member_chosen(person)
        else:
            self._show_sum()

    def _show_nobody(self) -> None:
        """Before the first member is written there is nobody to choose."""
        if any(one.number is not None for one in self.known.people):
            self.nobody.clear()
            return
        acts: list[Act] = [(_("New member"), partial(self.main.go, places.PersonForm(kind="member")), "tambah")]
        text = _("Write every member once. Then savings and dues can be received here.")
        self.nobody.show_message("info", _("No member is written down yet"), text, acts)
        first, held = self.first_focus(), QApplication.focusWidget()
        if first is not None and held is not None and (held is self or self.isAncestorOf(held)):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """The member; where there is nobody yet, the way to the first one."""
        return self.member if self.nobody.isHidden() else self.nobody.buttons.findChild(Button)

    def _member_chosen(self, person: object) -> None:
        if isinstance(person, int):
            self.main.session.read(self.months, partial(self._ask_owed, person), self._show_owed)

    def _ask_owed(self, person: int, office: Office) -> Owed:
        return Owed(person, office.ask(DuesDue(person)).lacking)

    def _show_owed(self, owed: Owed | None) -> None:
        self.owed = owed
        self.months.show_dues(owed.lacking if owed else (), self._months)
        self._months = ()
        self.months.setVisible(owed is not None and bool(owed.lacking))
        self.nothing.setVisible(owed is not None and not owed.lacking)
        self.sum.setVisible(owed is not None)
        for field in self.amounts.values():
            field.setVisible(owed is not None)
        self._show_sum()
        self.form.start()

    # the sum

    def _sum(self) -> Rupiah:
        more = (field.peek() or Rupiah(0) for field in self.amounts.values() if not field.isHidden())
        return Rupiah(self.months.amount() + sum(more))

    def _show_sum(self, _value: object = None) -> None:
        amount = self._sum()
        self.total.setText(rupiah(amount))
        self.spoken.setText(terbilang(int(amount)) if amount else "")
        box = next((box for box in self.known.boxes if box.code == self.place.value()), None)
        self.preview.setVisible(box is not None)
        if box is not None:
            self.preview.show_box(box.label, box_icon(box.code), int(box.balance), int(amount), incoming=True)

    # saving

    def _save(self) -> None:
        if not self.main.agree_clock():
            return
        values = self.form.values()
        if values is None:
            return
        if not isinstance(values["person"], int):
            self.form.show_refusal(NotChosen(_("Which member?"), "person"), at=self.member)
            return
        self.main.session.run(self, self.command(values), self._saved, self.form.show_refusal, key=self._key)

    def command(self, values: dict[str, Any]) -> Command:
        """What is written here."""
        return TakeDues(
            on=values["on"], person=PersonId(values["person"]), months=values.get("months", ()), box=str(values["box"])
        )

    def _saved(self, outcome: Outcome) -> None:
        self._begin(None)
        self.form.start()
        self.refresh()
        title = say(outcome.said) if outcome.said is not None else _("Saved")
        parts = [_("Voucher {number}.").format(number=outcome.number)] if outcome.number else []
        parts.extend(say(one) for one in outcome.warned)
        acts: list[Act] = []
        if outcome.entry is not None:
            acts.append((_("Undo"), partial(mend.undo, self.main, outcome.entry), "urungkan"))
        self.done.show_message("ok", title, " ".join(parts), acts)
        self.member.setFocus()

    def forget_saved(self) -> None:
        """What was saved has been struck out since."""
        self.done.clear()
        self.refresh()

    def leave(self) -> bool:
        """Ask only when something was typed."""
        return self.form.may_leave()

    def _back(self) -> None:
        if self.form.may_leave():
            self._go_back()

    def _go_back(self) -> None:
        self.form.start()
        self.main.back()


class TakeSavingsPage(TakeDuesPage):
    """``go("take_savings", person=3)``: simpanan wajib by months, sukarela as one likes, pokok where it is still owed."""

    nav = "savings"
    box: ClassVar[str] = LOAN_CASH

    def words(self) -> str:
        """The title."""
        return _("Receive savings")

    def _add_amounts(self) -> None:
        self.months.say_label(_("Obligatory savings for which months?"))
        self.amounts = {
            "voluntary": AmountField(
                _("Voluntary savings"), name="voluntary", hint=_("As much as the member likes"), big=False, optional=True
            ),
            "principal": AmountField(
                _("Principal savings"), name="principal", hint=_("Once, on joining"), big=False, optional=True
            ),
        }
        for field in self.amounts.values():
            field.setVisible(False)
            self.form.add_field(field, half=True)
            field.changed.connect(self._show_sum)

    def _ask_owed(self, person: int, office: Office) -> Owed:
        page = office.ask(SavingsDue(person))
        return Owed(person, page.lacking, page.principal_due)

    def _show_owed(self, owed: Owed | None) -> None:
        super()._show_owed(owed)
        if owed is not None:
            self.amounts["principal"].setVisible(bool(owed.principal))
            self.amounts["principal"].set_value(owed.principal or None)
            self._show_sum()
            self.form.start()

    def command(self, values: dict[str, Any]) -> Command:
        """What is written here."""
        return DepositSavings(
            on=values["on"],
            person=PersonId(values["person"]),
            months=values.get("months", ()),
            voluntary=values.get("voluntary") or Rupiah(0),
            principal=values.get("principal") or Rupiah(0),
            box=str(values["box"]),
        )


def _ask(office: Office) -> Known:
    return Known(office.ask(People()), office.ask(BoxBalances()), usual_boxes(office.ask(GroupChoices())))
