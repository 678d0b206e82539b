"""Counting the money at a closing: for each place what the book says, what was counted, the difference, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kubebuku.books.closing.commands import BoxCounted
from kubebuku.books.closing.queries import BoxToCount
from kubebuku.books.closing.refusals import DifferenceUnexplained, SkippedWithoutReason
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, rupiah
from kubebuku.ui.forms.choices import box_icon
from kubebuku.ui.forms.count_field import CountField
from kubebuku.ui.parts import open_book
from kubebuku.ui.widgets import CheckBox, Icon, Label, Rule, TextField, beside, column, row


class BoxCount(QWidget):
    """One place of money. `changed` whenever what is written changes."""

    changed = Signal()

    def __init__(self, box: BoxToCount) -> None:
        super().__init__()
        self.box = box
        question = _("What does the bank's book say?") if box.bank else _("How much was counted?")
        self.counted = CountField(question, name="counts", accessible=f"{box.label}: {question}")
        self.counted.set_value(box.counted)
        self.counted.start()
        self.reason = TextField(_("Why?"), name="counts", accessible=_("{box}: why?").format(box=box.label))
        self.skip = CheckBox(_("It was not counted"))
        self.skip.setAccessibleName(_("{box}: it was not counted").format(box=box.label))
        self.difference = Label("", "strong")
        stack = column(Rule(), inside=self)
        head = open_book.filled(Icon(box_icon(box.code), 22), Label(box.label, "h2"))
        head.addWidget(Label(_("In the book"), "soft", wrap=False))
        head.addWidget(Label(rupiah(box.book), "strong", wrap=False))
        stack.addLayout(head)
        stack.addWidget(beside(self.counted, self.reason))
        stack.addLayout(row(self.skip, 1, self.difference))
        self.counted.changed.connect(lambda _amount: self._follow())
        self.reason.changed.connect(lambda _text: self.changed.emit())
        self.skip.toggled.connect(lambda _on: self._follow())
        self._follow()

    @property
    def amount(self) -> Rupiah | None:
        """What was counted, None where nothing is written or it cannot be read."""
        found = self.counted.peek()
        return None if self.skip.value() or found is None else Rupiah(found)

    def _follow(self) -> None:
        skipped = self.skip.value()
        self.counted.setEnabled(not skipped)
        self.counted.clear_refusal()
        amount = self.amount
        differs = amount is not None and amount != self.box.book
        self.reason.setVisible(skipped or differs)
        if skipped:
            self.reason.say_label(_("Why was it not counted?"))
            self.difference.say(_("Not counted; the reason stands on the paper."), "warn")
        elif amount is None:
            self.difference.say("")
        elif differs:
            self.reason.say_label(_("Which entries explain it, or why, with two names?"))
            short = amount < self.box.book
            words = _("{amount} too little") if short else _("{amount} too much")
            self.difference.say(words.format(amount=rupiah(abs(amount - self.box.book))), "warn")
        else:
            self.difference.say(_("agrees"), "inn")
        self.changed.emit()

    def read(self) -> BoxCounted:
        """What goes into the closing; raises RuleBroken after showing it at the field."""
        self.counted.clear_refusal()
        self.reason.clear_refusal()
        reason = self.reason.value() or None
        if self.skip.value():
            if reason is None:
                self._refuse(SkippedWithoutReason(self.box.label), self.reason)
            return BoxCounted(box=self.box.code, counted=None, explanation=reason)
        try:
            counted = Rupiah(self.counted.value())
        except RuleBroken as refusal:
            self.counted.show_refusal(refusal)
            raise
        if counted != self.box.book and reason is None:
            self._refuse(DifferenceUnexplained(self.box.label, self.box.book, counted), self.reason)
        return BoxCounted(box=self.box.code, counted=counted, explanation=reason if counted != self.box.book else None)

    def _refuse(self, refusal: RuleBroken, field: TextField) -> None:
        field.setVisible(True)
        field.show_refusal(refusal)
        raise refusal
