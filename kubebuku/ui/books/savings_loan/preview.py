"""Beside the forms of loans: the instalments before they are agreed, and how a payment would be used before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from kubebuku.app.office import Office
from kubebuku.books.savings_loan.commands import ApplyForLoan, LendMoney, PayInstalment, RescheduleLoan, UnpaidFee
from kubebuku.books.savings_loan.queries import LoanCard, LoanCardData, LoanPreview, PaymentPreview, PaymentSplit, Preview
from kubebuku.books.savings_loan.schedules import Instalment
from kubebuku.domain.entries import LoanId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, long_date, percent, rupiah, say
from kubebuku.ui.forms.asking import AskingPage
from kubebuku.ui.forms.fields import Entry, needed
from kubebuku.ui.parts import open_book
from kubebuku.ui.widgets import AmountField, BookTable, Card, ColumnSpec, Label, Rule, clear, column

_PAUSE_MS = 200
#: So many instalments are listed beside a form; of longer schedules the first ones and the last.
_MOST_LINES = 8


def beside(page: AskingPage) -> BesideLoan | None:
    """The card for the form that the page asks, None for forms that are not about loans."""
    if page.asked is None:
        return None
    command = page.asked.form.command
    if command is PayInstalment:
        return SplitCard(page)
    if command in (LendMoney, ApplyForLoan):
        return ScheduleCard(page)
    return NewPlanCard(page) if command is RescheduleLoan else None


class BesideLoan(Card):
    """A card that asks anew, after a pause, whenever a field of its page has changed."""

    def __init__(self, page: AskingPage, title: str, icon: str) -> None:
        super().__init__(title, icon=icon, gap=6)
        self.page = page
        self.entries = page.entries
        self.inside = column(gap=6)
        self.add(self.inside)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_if_open)
        for entry in page.entries:
            entry.changed(lambda _value=None: self._pause.start())
        self._pause.start()

    def _look_if_open(self) -> None:
        """The page may have begun another form meanwhile."""
        if self.page.entries is self.entries:
            self.look()

    def look(self) -> None:
        """Ask by what is written now."""

    def entry(self, name: str) -> Entry:
        """The field of that name."""
        return next(one for one in self.entries if one.spec.name == name)

    def written(self, name: str) -> object:
        """What the field of that name holds; None where nothing can be read, or no other field calls for it."""
        entry = self.entry(name)
        if entry not in needed(self.entries):
            return None
        try:
            return entry.read()
        except RuleBroken:
            return None

    def day(self) -> date:
        """The day that is written, else today."""
        on = self.written("on")
        return on if isinstance(on, date) else self.page.today()

    def tell(self, *sentences: str) -> None:
        """Words in place of figures."""
        clear(self.inside)
        for words in sentences:
            self.inside.addWidget(Label(words, "soft"))


class ScheduleCard(BesideLoan):
    """The instalments of a loan that is asked for or handed over."""

    def __init__(self, page: AskingPage) -> None:
        super().__init__(page, _("How it is repaid"), "kalender")
        self.shown: Preview | None = None
        self.tell(self.nothing())

    def nothing(self) -> str:
        """What is to be written first."""
        return _("Write how much is lent; then the instalments stand here.")

    def look(self) -> None:
        """By the amount and the terms, those of the rules where nothing is written."""
        amount = self.written("amount")
        if not isinstance(amount, int) or not amount:
            self.shown = None
            self.tell(self.nothing())
            return
        terms: dict[str, Any] = {name: self.written(name) for name in _TERMS}
        query = LoanPreview(Rupiah(amount), self.day(), **terms)
        self.page.session.read(self, lambda office: _tried(office, query), self.show_preview)

    def show_preview(self, found: Preview | RuleBroken) -> None:
        """The instalments, or why there are none."""
        self.shown = found if isinstance(found, Preview) else None
        if isinstance(found, Preview):
            clear(self.inside)
            _show_schedule(self.inside, found)
        else:
            self.tell(*(say(one) for one in found.sentences))


class NewPlanCard(ScheduleCard):
    """The instalments of the new plan for what is left of a loan."""

    def nothing(self) -> str:
        """What is to be written first."""
        return _("Write in how many months the rest is repaid; then the new instalments stand here.")

    def look(self) -> None:
        """By the rest on the day; what is not written stays as it was agreed."""
        loan, months = self.written("loan"), self.written("months")
        if not isinstance(loan, int) or not isinstance(months, int):
            self.shown = None
            self.tell(self.nothing())
            return
        day = self.day()
        terms = {name: self.written(name) for name in _TERMS if name not in ("months", "grace")}
        unpaid = self.written("unpaid_fee")

        def work(office: Office) -> tuple[Preview | RuleBroken, Rupiah, Rupiah]:
            card = office.ask(LoanCard(LoanId(loan), day))
            agreed: dict[str, Any] = {
                "method": card.row.method,
                "rate": card.rate,
                "per": card.per,
                "every": card.every,
                "round_to": card.round_to,
                "grace": 0,
            }
            wanted = agreed | {name: value for name, value in terms.items() if value is not None}
            amount = card.row.rest + (card.fee_open if unpaid is UnpaidFee.ADD else 0)
            later = card.fee_open if unpaid is UnpaidFee.KEEP else Rupiah(0)
            asked = LoanPreview(amount, day, months=months, **wanted)
            return _tried(office, asked), later, card.fee_before_owed

        self.page.session.read(self, work, self._show_new)

    def _show_new(self, found: tuple[Preview | RuleBroken, Rupiah, Rupiah]) -> None:
        """With the service fee that stays unpaid until the first of the new instalments, or that was paid ahead."""
        preview, later, ahead = found
        self.show_preview(preview)
        if later and isinstance(preview, Preview):
            words = _("With the first instalment comes the service fee not paid so far, {amount}.")
            self.inside.addWidget(Label(words.format(amount=rupiah(later))))
        if isinstance(preview, Preview) and min(ahead, preview.fee):
            words = _("The service fee paid ahead, {amount}, counts for the first of these instalments.")
            self.inside.addWidget(Label(words.format(amount=rupiah(min(ahead, preview.fee)))))


_TERMS = ("months", "method", "rate", "per", "every", "round_to", "payment", "grace")


def _tried(office: Office, query: LoanPreview) -> Preview | RuleBroken:
    """A refusal is an answer too: the terms are still being written."""
    try:
        return office.ask(query)
    except RuleBroken as refusal:
        return refusal


class SplitCard(BesideLoan):
    """How a payment is used. What is due is filled in as long as nobody wrote another amount."""

    def __init__(self, page: AskingPage) -> None:
        super().__init__(page, _("How the payment is used"), "uang")
        self.shown: PaymentSplit | None = None
        self._proposed: Rupiah | None = None
        self._loan: int | None = None
        self.tell(_("Choose the loan; then what is due stands here."))

    def look(self) -> None:
        """By loan, day, amount, and parts set by hand."""
        loan = self.written("loan")
        if not isinstance(loan, int):
            return
        day = self.day()
        fee, fine = (value if isinstance(value, Rupiah) else None for value in (self.written("fee"), self.written("fine")))
        amount = self._amount()
        fresh = loan != self._loan and (not self._typed() or amount == self._proposed)

        def work(office: Office) -> tuple[LoanCardData, PaymentSplit | None]:
            card = office.ask(LoanCard(LoanId(loan), day))
            paid = card.proposed if fresh else amount
            if not paid:
                return card, None
            return card, office.ask(PaymentPreview(LoanId(loan), paid, day, fee, fine))

        self.page.session.read(self, work, lambda found: self._show(loan, *found, fresh=fresh))

    def _amount(self) -> Rupiah | None:
        widget = self.entry("amount").widget
        return widget.peek() if isinstance(widget, AmountField) else None

    def _typed(self) -> bool:
        widget = self.entry("amount").widget
        return isinstance(widget, AmountField) and bool(widget.line.text().strip())

    def _show(self, loan: int, card: LoanCardData, split: PaymentSplit | None, *, fresh: bool) -> None:
        self._loan = loan
        if fresh and card.proposed and (not self._typed() or self._amount() == self._proposed):
            entry = self.entry("amount")
            entry.put(card.proposed)
            if isinstance(entry.widget, AmountField):
                entry.widget.start()
                if entry.widget.line.hasFocus():  # another amount takes its place instead of growing it
                    entry.widget.line.selectAll()
            self._proposed = card.proposed
            self.page.edited()
        self.shown = split
        clear(self.inside)
        due = card.due_principal + card.due_fee + card.row.fine
        words = _("Due until this day") if due else _("Nothing is due yet")
        self.inside.addLayout(open_book.sum_line(words, due))
        self.inside.addLayout(open_book.sum_line(_("Pays the loan off"), card.payoff))
        if split is None:
            return
        self.inside.addWidget(Rule())
        parts = ((N_("Fine"), split.fine), (N_("Service fee"), split.fee), (N_("Principal"), split.principal))
        for part, amount in parts:
            if amount or part == "Principal":
                self.inside.addLayout(open_book.sum_line(_(part), amount))
        if split.excess:
            self.inside.addLayout(open_book.sum_line(_("More than is owed"), split.excess))
        self.inside.addWidget(Rule())
        self.inside.addLayout(open_book.sum_line(_("Rest of the loan then"), split.rest, bold=True))


def _show_schedule(column: QVBoxLayout, found: Preview) -> None:
    lines = found.lines
    column.addWidget(Label(_instalment_words(lines), "strong"))
    table = BookTable(_COLUMNS, name=_("How it is repaid"), grows=True)
    table.show_rows(_shortened(lines), {"due": _("Total"), "amount": found.total})
    column.addWidget(table)
    if found.fee:
        column.addLayout(open_book.sum_line(_("Service fee altogether"), found.fee))
        text = _("The service fee is {agreed} of the loan a year as agreed, {really} a year of the rest that is really owed.")
        words = text.format(agreed=percent(found.yearly_agreed, 1), really=percent(found.yearly, 1))
        column.addWidget(Label(words, "caption"))


def _instalment_words(lines: Sequence[Instalment]) -> str:
    """3 kali Rp172.000; or with another last one."""
    first, last = lines[0].payment, lines[-1].payment
    if len(lines) == 1:
        return _("Once {amount}, on {day}").format(amount=rupiah(last), day=long_date(lines[0].due))
    if all(line.payment == first for line in lines):
        return _("{count} times {amount}").format(count=len(lines), amount=rupiah(first))
    if all(line.payment == first for line in lines[:-1]):
        text = _("{count} times {amount}, the last one {last}")
        return text.format(count=len(lines) - 1, amount=rupiah(first), last=rupiah(last))
    return _("{count} instalments, the first {first}, the last {last}").format(
        count=len(lines), first=rupiah(first), last=rupiah(last)
    )


def _shortened(lines: Sequence[Instalment]) -> list[Instalment | None]:
    if len(lines) <= _MOST_LINES:
        return list(lines)
    return [*lines[: _MOST_LINES - 2], None, lines[-1]]


_COLUMNS: list[ColumnSpec[Instalment | None]] = [
    ColumnSpec("no", N_("No."), "number", 40, read=lambda line: line.no if line else "…"),
    ColumnSpec("due", N_("Due on"), "date", stretch=True, read=lambda line: line.due if line else None),
    ColumnSpec("amount", N_("Instalment (Rp)"), "money", 92, read=lambda line: line.payment if line else None),
]
