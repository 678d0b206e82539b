"""Pieces of one loan's page: the bar of instalments, the schedule, the payments with their receipt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout

from kubebuku.books.savings_loan.instalments import Line, State
from kubebuku.books.savings_loan.queries import CardRow
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.ui import theme
from kubebuku.ui.books.savings_loan import words as loan_words
from kubebuku.ui.mending import mend
from kubebuku.ui.parts.entry_foot import ChosenEntry, EntryLine, OpeningLine
from kubebuku.ui.widgets import BookTable, Button, ColumnSpec, FlowRow, MeterBar
from kubebuku.ui.window import Window

_MOST_PARTS = 24


class InstalmentBar(MeterBar):
    """How much of the loan is repaid, with a gap between the instalments."""

    def __init__(self) -> None:
        super().__init__("main")
        self.setFixedHeight(16)
        self._ends: tuple[float, ...] = ()

    def show_lines(self, repaid: int, principal: int, lines: Sequence[Line]) -> None:
        """Repaid of the principal; the parts by the instalments, where they are few enough to be told apart."""
        before = principal - sum(int(line.principal) for line in lines)  # repaid before the book, or before this plan
        done, ends = max(0, before), []
        for line in lines[:-1] if len(lines) <= _MOST_PARTS else ():
            done += int(line.principal)
            ends.append(done / principal)
        self._ends = tuple(ends)
        self.show_part(repaid, principal)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar, then the gaps."""
        super().paintEvent(event)
        painter = QPainter(self)
        ground = theme.colour("sheet")
        for end in self._ends:
            painter.fillRect(QRectF(self.width() * end - 1, 0, 2, self.height()), ground)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """An instalment as the schedule shows it; `rest` is what is owed after it by the plan, `gone` that it was given up."""

    line: Line
    rest: Rupiah
    gone: bool = False

    @property
    def paid(self) -> Rupiah:
        """Principal and jasa that came in on it."""
        return self.line.received

    @property
    def paid_on(self) -> date | None:
        """The day on which it was fully paid."""
        return self.line.paid_on


def plan_lines(lines: Sequence[Line], *, given_up: bool = False) -> list[PlanLine]:
    """The schedule with what is owed after each instalment; of a loan that was `given_up` nothing more is expected."""
    rest, found = Rupiah(sum(line.principal for line in lines)), []
    for line in lines:
        rest = rest - line.principal
        found.append(PlanLine(line, rest, given_up and line.unpaid > 0))
    return found


def first_late(lines: Sequence[Line]) -> Line | None:
    """The oldest instalment that is late."""
    return next((line for line in lines if line.state is State.LATE), None)


def plan_totals(lines: Sequence[PlanLine]) -> dict[str, object]:
    """The sums under the schedule."""
    return {
        "due": _("Total"),
        "principal": Rupiah(sum(one.line.principal for one in lines)),
        "fee": Rupiah(sum(one.line.interest for one in lines)),
        "paid": Rupiah(sum(one.paid for one in lines)),
    }


#: Ke, tempo, pokok, jasa, dibayar, keadaan.
PLAN_COLUMNS: list[ColumnSpec[PlanLine]] = [
    ColumnSpec("no", N_("No."), "number", 52, read=lambda one: one.line.no),
    ColumnSpec("due", N_("Due on"), "date", 100, read=lambda one: one.line.due),
    ColumnSpec(
        "principal",
        N_("Principal (Rp)"),
        "money",
        110,
        read=lambda one: one.line.principal,
    ),
    ColumnSpec(
        "fee",
        N_("Service fee (Rp)"),
        "money",
        96,
        zero="–",
        read=lambda one: one.line.interest,
    ),
    ColumnSpec("rest", N_("Rest (Rp)"), "money", 110, zero="0", drop=3),
    ColumnSpec("paid", N_("Paid (Rp)"), "inn", 110, drop=1),
    ColumnSpec("paid_on", N_("Paid on"), "date", 100, drop=2),
    ColumnSpec(
        "state",
        N_("Standing"),
        stretch=True,
        read=lambda one: loan_words.instalment_chip(one.line, gone=one.gone),
    ),
]


#: The columns of the kartu pinjaman.
CARD_COLUMNS: list[ColumnSpec[CardRow]] = [
    ColumnSpec("on", N_("Date"), "date", 96),
    ColumnSpec("number", N_("Voucher no."), "code", drop=2),
    ColumnSpec("description", N_("Description"), stretch=True),
    ColumnSpec("lent", N_("Loan (Rp)"), "money", 106, drop=1),
    ColumnSpec("repaid", N_("Principal (Rp)"), "money", 106),
    ColumnSpec("fee", N_("Service fee (Rp)"), "money", 96),
    ColumnSpec("fine", N_("Fine (Rp)"), "money", 96),
    ColumnSpec("balance", N_("Rest (Rp)"), "money", 110, bold=True, zero="0"),
]


def card_totals(rows: Sequence[CardRow]) -> dict[str, object]:
    """The sums under the card."""
    sums = {key: Rupiah(sum(getattr(row, key) for row in rows)) for key in ("lent", "repaid", "fee", "fine")}
    return {"description": _("Total"), **sums}


class PaidEntry(ChosenEntry):
    """The foot under the payments: besides changing, undoing and its story, the receipt."""

    def __init__(self, window: Window, table: BookTable[CardRow]) -> None:
        self.receipt: Button | None = None
        super().__init__(window, table)
        self.receipt = Button(_("Print the receipt"), "cetak", self.print_receipt)
        buttons = self.story.parentWidget()
        if isinstance(buttons, FlowRow):
            buttons.add(self.receipt)
        self.receipt.setVisible(False)

    def _fit(self) -> None:
        """Where the text is large the words stand above the buttons, of which there are four here."""
        super()._fit()
        line, stacked = self.layout(), theme.current().text >= 1.5
        if isinstance(line, QBoxLayout):
            line.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self.sign.setVisible(not stacked)

    def show_row(self, chosen: EntryLine | OpeningLine | None) -> None:
        """A receipt is for money that moved."""
        super().show_row(chosen)
        if self.receipt is not None:
            self.receipt.setVisible(self.row is not None and mend.moves_money(self.row.number))

    def print_receipt(self) -> None:
        """The kwitansi of the chosen payment."""
        if self.row is not None:
            mend.print_receipt(self.main, self.row.entry)
