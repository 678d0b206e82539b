"""What a group has chosen for its book; every choice acts at once and travels with the book."""

from __future__ import annotations

from kubebuku.books.cash.queries import BoxBalance
from kubebuku.books.group.commands import SetBoxDefaults, SetChoices
from kubebuku.books.group.queries import Choices
from kubebuku.books.spec import Command
from kubebuku.i18n import _, ngettext
from kubebuku.ui.forms.choices import box_icon
from kubebuku.ui.jobs import Progress
from kubebuku.ui.widgets import Card, CheckBox, Choice, ChoiceField, Label, PickRow, Rule
from kubebuku.ui.widgets.fields import beside
from kubebuku.ui.window import Window

_DAYS = (7, 14, 30)


class ChoicesCard(Card):
    """The usual places of money, counting, paper and signatures."""

    def __init__(self, window: Window) -> None:
        super().__init__(_("What it has chosen"))
        self.main = window
        self.boxes = {
            "usaha": ChoiceField(_("Money of the businesses lies in"), name="usaha"),
            "savings_loan": ChoiceField(_("Savings and loans lie in"), name="savings_loan"),
            "solidarity": ChoiceField(_("Solidarity dues lie in"), name="solidarity"),
        }
        self.days = PickRow(
            [(days, ngettext("{days} day", "{days} days", days).format(days=days)) for days in _DAYS],
            _("Count the money at least every"),
        )
        self.paper = PickRow([("f4", "F4"), ("a4", "A4")], _("Paper of the reports"))
        self.costs = PickRow(
            [("general", _("shown as Umum")), ("by_income", _("spread by income"))], _("Costs that belong to no business")
        )
        self.head_signs = CheckBox(_("The Lurah signs the reports too"))
        self.struck = CheckBox(_("Struck lines stand in printed books, crossed out"))
        self.add(Label(_("Where money usually lies"), "strong"), beside(*self.boxes.values(), under=700))
        for words, piece in (
            (_("Count the money at least every"), self.days),
            (_("Paper of the reports"), self.paper),
            (_("Costs that belong to no business"), self.costs),
        ):
            self.add(Rule(), Label(words, "strong"), piece)
        self.add(Rule(), self.head_signs, self.struck)
        for field in self.boxes.values():
            field.changed.connect(lambda _code: self._set_boxes())
        self.days.chosen.connect(lambda days: self._run(SetChoices(count_days=int(str(days)))))
        self.paper.chosen.connect(lambda paper: self._run(SetChoices(paper=str(paper))))
        self.costs.chosen.connect(lambda costs: self._run(SetChoices(general_costs=str(costs))))
        self.head_signs.clicked.connect(lambda on: self._run(SetChoices(village_head_signs=bool(on))))
        self.struck.clicked.connect(lambda on: self._print_struck(on=bool(on)))

    def show_choices(self, choices: Choices, boxes: tuple[BoxBalance, ...], *, struck: bool) -> None:
        """Show what is chosen now."""
        offered = [Choice(box.code, box.label, box_icon(box.code)) for box in boxes if not box.closed]
        for field, code in zip(
            self.boxes.values(), (choices.box_usaha, choices.box_savings_loan, choices.box_solidarity), strict=True
        ):
            field.show_choices(offered, code)
        days = choices.count_days
        offered_days = _DAYS if days in _DAYS else tuple(sorted((*_DAYS, days)))
        self.days.show_entries(
            [(each, ngettext("{days} day", "{days} days", each).format(days=each)) for each in offered_days], days
        )
        self.paper.set_value(choices.paper)
        self.costs.set_value(choices.general_costs)
        self.head_signs.set_value(choices.village_head_signs)
        self.struck.set_value(struck)

    def _set_boxes(self) -> None:
        codes = {name: str(field.value()) for name, field in self.boxes.items()}
        self._run(SetBoxDefaults(**codes))

    def _run(self, command: Command) -> None:
        self.main.session.run(self, command)

    def _print_struck(self, *, on: bool) -> None:
        def work(progress: Progress) -> None:
            from kubebuku.reports import choices

            progress.commit()
            self.main.session.office.write(lambda work: choices.remember_struck(work, on))

        self.main.session.jobs.run(work, owner=self, quiet=True)
