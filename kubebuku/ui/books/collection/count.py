"""Beneath a collection sheet: what is written for each place of money, beside what was counted on the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kubebuku.books.collection.commands import CountedMoney
from kubebuku.books.collection.queries import SheetBox
from kubebuku.books.mending.refusals import ReasonMissing
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, read_amount, rupiah
from kubebuku.ui import messages, theme
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Card, Dialog, FieldBox, FlowRow, Label, MainButton, TextField, Verb, column
from kubebuku.ui.widgets.amount import AmountLine


class CountedLine(AmountLine):
    """As wide as its place gives."""

    def minimumSizeHint(self) -> QSize:
        """Room for the money of a meeting."""
        return QSize(theme.current().w(110), super().minimumSizeHint().height())


class CountedField(FieldBox):
    """The counted money of one place; nought is an answer. Its label tells what is written."""

    def __init__(self, box: SheetBox) -> None:
        self.line = CountedLine(big=False)
        super().__init__(_("Counted"), self.line, name="counted", accessible=box.label)
        self.box = box
        self.written = Rupiah(0)
        self.label.setWordWrap(False)
        self.line.textEdited.connect(self._edited)
        self.start()
        self._fit()
        theme.follow(self._fit)

    def _fit(self) -> None:
        name = theme.current().metrics("body", bold=True).horizontalAdvance(self.box.label)
        self.setFixedWidth(max(theme.current().w(140), name + 4))

    def _edited(self, _text: str) -> None:
        self.clear_refusal()
        self.changed.emit(None)

    def show_written(self, amount: Rupiah) -> None:
        """What the sheet says."""
        self.written = amount
        values = {"box": self.box.label, "amount": rupiah(amount)}
        self.label.setText(f"{self.box.label}\n{rupiah(amount)}")
        name = _("{box}: written {amount}, how much was counted?").format(**values)
        self.line.setAccessibleName(name)

    def content(self) -> object:
        """The text as it stands."""
        return self.line.text()

    def set_value(self, value: object) -> None:
        """Put an amount in, or take it out."""
        self.clear_refusal()
        self.line.put("" if value is None else rupiah(Rupiah(int(str(value)))).removeprefix("Rp"))

    def value(self) -> Rupiah | None:
        """What was counted, None where nothing is written; raises RuleBroken."""
        text = self.line.text().strip()
        if not text:
            return None
        return read_amount(text) if text.strip("0") else Rupiah(0)

    def peek(self) -> Rupiah | None:
        """The same, None for what cannot be read."""
        try:
            return self.value()
        except RuleBroken:
            return None


class CountCard(Card):
    """``show_written({"1102": Rupiah(700_000)})``; `counted()` reads the fields of the boxes into which something goes."""

    changed = Signal()

    def __init__(self, save: MainButton) -> None:
        super().__init__()
        self.save = save
        self.fields: dict[str, CountedField] = {}
        self._short = False
        self.flow = FlowRow(gap=SP["m"])
        self.sum = Label("", "total", wrap=False)
        self.says = Label("", "caption")
        self.difference = Label("", "strong", align="right")
        words = QVBoxLayout()
        words.setSpacing(0)
        for piece in (self.says, self.sum):
            words.addWidget(piece)
        self.block = QWidget()
        self.block.setLayout(words)
        self.block.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.flow.add(self.block)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(SP["m"])
        self._line.addWidget(self.flow, 1)
        right = column(self.difference)
        right.addWidget(save, 0, Qt.AlignmentFlag.AlignRight)
        self._line.addLayout(right)
        self.add(self._line)
        self._outer.setContentsMargins(SP["l"], SP["s"], SP["l"], SP["s"])
        self._fit()
        theme.follow(self._fit)

    def _fit(self) -> None:
        """The button stands beneath the fields where the text is large."""
        below = theme.current().text >= 1.5
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def shorten(self, *, short: bool) -> None:
        """Without the sum, which stands under the table too, where there is little room."""
        self._short = short
        self._show_block()

    def _show_block(self) -> None:
        self.block.setVisible(not self._short or all(field.isHidden() for field in self.fields.values()))

    def show_boxes(self, boxes: Sequence[SheetBox]) -> None:
        """A field for each place, once."""
        for box in boxes:
            if box.box not in self.fields:
                field = CountedField(box)
                field.changed.connect(lambda _value: self._tell())
                self.fields[box.box] = field
                self.flow.add(field)
                field.line.returnPressed.connect(partial(self._next, field))
        order: list[QWidget] = [field.line for field in self.fields.values()] + [self.save]
        for one, other in pairwise(order):  # the button was made before them
            QWidget.setTabOrder(one, other)

    def _next(self, field: CountedField) -> None:
        """Enter goes on to the next place, from the last one to the button."""
        shown = [one for one in self.fields.values() if not one.isHidden()]
        after = shown[shown.index(field) + 1 :] if field in shown else []
        (after[0].line if after else self.save).setFocus(Qt.FocusReason.TabFocusReason)

    def show_written(self, written: Mapping[str, Rupiah]) -> None:
        """What is written now."""
        for code, field in self.fields.items():
            field.setVisible(code in written)
            field.show_written(written.get(code, Rupiah(0)))
        self._show_block()
        self.says.setText(_("Written on the sheet"))
        self.sum.setText(rupiah(Rupiah(sum(written.values()))))
        self._tell()

    def _tell(self) -> None:
        shown = [field for field in self.fields.values() if not field.isHidden()]
        found = [(field, field.peek()) for field in shown]
        difference = sum(int(amount - field.written) for field, amount in found if amount is not None)
        unequal = any(amount is not None and amount != field.written for field, amount in found)
        if not shown:
            self.difference.say("", None)
        elif all(amount is None for _field, amount in found):
            self.difference.say(_("Not counted yet"), "soft")
        elif not unequal:
            self.difference.say(_("Counted as written"), "inn")
        elif difference:
            words = _("Short by {amount}") if difference < 0 else _("Too much by {amount}")
            self.difference.say(words.format(amount=rupiah(Rupiah(abs(difference)))), "warn")
        else:
            self.difference.say(_("The places differ"), "warn")
        self.changed.emit()

    def counted(self) -> tuple[CountedMoney, ...] | None:
        """What was counted; None after showing at its field what cannot be read."""
        found = []
        for code, field in self.fields.items():
            if field.isHidden():
                continue
            try:
                amount = field.value()
            except RuleBroken as refusal:
                field.show_refusal(refusal)
                return None
            if amount is not None:
                found.append(CountedMoney(box=code, counted=amount))
        return tuple(found)

    def missing(self) -> list[CountedField]:
        """Places whose money was not counted."""
        return [field for field in self.fields.values() if not field.isHidden() and field.value() is None]

    def differing(self) -> list[CountedField]:
        """Places where counted is not written."""
        return [
            field
            for field in self.fields.values()
            if not field.isHidden() and field.value() is not None and field.value() != field.written
        ]

    def typed(self) -> bool:
        """Whether an amount stands there."""
        return any(field.line.text().strip() for field in self.fields.values())

    def texts(self) -> dict[str, str]:
        """What stands in the fields, by place, also what cannot be read."""
        return {code: field.line.text() for code, field in self.fields.items()}

    def put_texts(self, texts: Mapping[str, str]) -> None:
        """What was kept of them."""
        for code, field in self.fields.items():
            if texts.get(code):
                field.line.put(texts[code])
        self._tell()

    def empty(self) -> None:
        """Begin again."""
        for field in self.fields.values():
            field.set_value(None)


class WhyDifferent(Dialog):
    """Counted and written differ: look once more, or say why; the difference then stands on the home page."""

    def __init__(self, parent: QWidget, fields: Sequence[CountedField]) -> None:
        lines = []
        for field in fields:
            counted = field.value() or Rupiah(0)
            words = _("{label}: {difference} less") if counted < field.written else _("{label}: {difference} more")
            lines.append(words.format(label=field.box.label, difference=rupiah(Rupiah(abs(counted - field.written)))))
        text = _(
            "Count once more and look through the lines. If it stays so, write why; the difference is kept until it is settled."
        )
        super().__init__(
            parent,
            _("The counted money is not what is written"),
            "\n".join(lines) + "\n\n" + text,
            (Verb("cancel", _("Look once more")), Verb("main", _("Save all the same"), "simpan")),
            icon="awas",
            tone="warn",
        )
        self.field = TextField(_("Why does it differ?"), name="explanation", longest=120)
        self.add(self.field)
        self.field.line.returnPressed.connect(self.buttons["main"].click)

    def accepts(self, answer: str) -> bool:
        """Not without a reason."""
        if answer == "main" and not self.field.value():
            self.field.show_refusal(ReasonMissing())
            return False
        return True


def ask_about(parent: QWidget, count: CountCard) -> str | None:
    """Before the sheet is saved: why money differs, and whether to go on where it was not counted.

    The explanation, empty where none is needed; None: not yet, and the keyboard is on the field in question.
    """
    explanation = ""
    differing = count.differing()
    if differing:
        dialog = WhyDifferent(parent, differing)
        if messages.door().show(dialog) != "main":
            differing[0].line.setFocus()
            return None
        explanation = dialog.field.value()
    missing = count.missing()
    if missing and not messages.door().ask(
        _("Save without counting?"),
        _("The money of this sheet is not counted yet: {places}.").format(places=", ".join(field.box.label for field in missing)),
        main=_("Save without counting"),
        other=_("Count first"),
    ):
        missing[0].line.setFocus()
        return None
    return explanation
