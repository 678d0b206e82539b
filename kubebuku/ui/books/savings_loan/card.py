"""One loan: the kartu pinjaman with its terms, its instalments, its payments, and everything that can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kubebuku.app.office import Office
from kubebuku.books.attachments.commands import Owner
from kubebuku.books.group.queries import ClosedUntil
from kubebuku.books.savings_loan.instalments import Line, State
from kubebuku.books.savings_loan.queries import Applications, LendingRule, LoanCard, LoanCardData, LoanPreview, LoanRow, Preview
from kubebuku.books.savings_loan.rules import Bands, FineKind
from kubebuku.books.spec import Changed
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import LoanId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, long_date, ngettext, pgettext, rupiah
from kubebuku.ui import places
from kubebuku.ui.books.attachments.card import AttachedCard
from kubebuku.ui.books.savings_loan import acts as loan_acts
from kubebuku.ui.books.savings_loan import card_parts
from kubebuku.ui.books.savings_loan import words as loan_words
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.fact_line import Fact, Facts
from kubebuku.ui.parts.row_foot import table_card
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import (
    Act,
    ActRow,
    BookTable,
    Card,
    Chip,
    ChipSpec,
    FlowRow,
    Label,
    MainButton,
    MenuButton,
    MessageStrip,
    column,
)
from kubebuku.ui.window import Window

#: Applications: nothing was handed over yet.
_ASKED = ("waiting", "applied", "granted", "refused", "withdrawn")


@dataclass(frozen=True)
class Shown:
    """What the page asks for; `planned` only of an application, `reason` why it was refused."""

    card: LoanCardData
    planned: Preview | None
    reason: str | None
    bands: Bands
    closed: Month | None

    @property
    def state(self) -> str:
        """waiting, granted, refused, withdrawn, running, paid, written_off."""
        return "waiting" if self.card.state == "applied" else self.card.state


class LoanPage(BookPage):
    """``go("loan", loan=3)``."""

    nav = "loans"
    watches = Changed.ENTRIES | Changed.LOANS | Changed.PEOPLE | Changed.SETTINGS | Changed.CLOSINGS | Changed.MEETINGS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Loan card"), back=window.back)
        self.loan = 0
        self.shown: Shown | None = None
        self.papers = MenuButton(_("Print"), "cetak")
        self.head.add(self.papers)
        self.mains = {
            state: MainButton(words, icon, partial(self._begin, form))
            for state, words, icon, form in (
                ("running", _("Receive an instalment"), "masuk", "instalment"),
                ("waiting", pgettext("application", "Grant"), "benar", "approve_loan"),
                ("granted", _("Hand over the money"), "keluar", "disburse_loan"),
                ("written_off", _("Receive money on it"), "masuk", "recover_loan"),
            )
        }
        for button in self.mains.values():
            self.head.add(button)
        self.chip, self.who = Chip("soft", ""), Chip("soft", "", "orang")
        self.facts = Facts()
        self.about = Label("", "soft")
        self.strip = MessageStrip()
        self.bar = card_parts.InstalmentBar()
        self.paid, self.left = Label("", wrap=False), Label("", "strong", wrap=False, align="right")
        self.meter = Card(gap=SP["s"])
        self.meter.add(open_book.filled(self.paid, self.left, wide=0), self.bar)
        self.plan = BookTable(card_parts.PLAN_COLUMNS, name=_("Instalments"), grows=True)
        self.legend = FlowRow()
        self.told = Label("", "caption")
        self.acts = ActRow()
        self.schedule = Card(_("Instalments"), icon="kalender", flush=True)
        self.schedule.add(self._under_plan())
        self.table = BookTable(card_parts.CARD_COLUMNS, name=_("What was paid"), grows=True)
        self.foot = card_parts.PaidEntry(window, self.table)
        self.payments = table_card(self.table, self.foot, Card(_("What was paid"), icon="uang", flush=True))
        self.attached = AttachedCard(window, Owner.LOAN)
        for piece in (
            self.head,
            FlowRow(self.chip, self.who),
            self.facts,
            self.about,
            self.strip,
            self.meter,
            self.schedule,
            self.payments,
            self.attached,
        ):
            self.add(piece)

    def _under_plan(self) -> QVBoxLayout:
        under = column(self.legend, self.told, self.acts, gap=SP["m"])
        under.setContentsMargins(SP["l"], SP["m"], SP["l"], SP["m"])
        return column(self.plan, under, gap=0)

    def arrive(self, place: places.LoanCard) -> None:
        """Show the loan asked for."""
        if place.loan is not None:
            self.loan = place.loan

    def first_focus(self) -> QWidget | None:
        """The likeliest act, else the instalments."""
        return next((button for button in self.mains.values() if not button.isHidden()), self.plan)

    def shape_changed(self) -> None:
        """A narrow window leaves out what can be read elsewhere."""
        self._fit_columns()

    def refresh(self) -> None:
        """Ask for the card."""
        if self.loan:
            self.main.session.read(self, partial(_ask, LoanId(self.loan)), self._show)

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        card, row = shown.card, shown.card.row
        self.head.say(row.name, row.label)
        self.attached.show_owner(self.loan)
        asked = shown.state in _ASKED
        self.chip.show_chip(loan_words.state_chip(shown.state) if asked else loan_words.loan_chip(row))
        who = pgettext("person", "member") if row.member else pgettext("person", "not a member")
        self.who.show_chip(ChipSpec("soft", who, "orang"))
        self.who.setVisible(not asked)
        self._show_papers(shown)
        self._show_facts(shown)
        self._show_strip(shown)
        self._show_main(shown)
        self.meter.setVisible(not asked)
        repaid = max(Rupiah(0), row.principal - row.rest - card.written_off)
        self.paid.setText(_("Repaid {amount}").format(amount=rupiah(repaid)))
        self.left.setText(_rest_words(row))
        self.bar.show_lines(int(repaid), int(row.principal), card.lines)
        self.bar.setAccessibleName(f"{self.paid.text()}. {self.left.text()}")
        self._show_plan(shown)
        self.payments.setVisible(bool(card.rows))
        self.foot.show_lines(card.rows, card_parts.card_totals(card.rows) if card.rows else None, closed=shown.closed)
        self._fit_columns()

    def _fit_columns(self) -> None:
        rows = self.shown.card.rows if self.shown is not None else ()
        hidden = {key for key in ("fee", "fine") if not any(getattr(row, key) for row in rows)}
        self.table.hide_columns(*hidden)
        free = self.shown is not None and not any(one.line.interest for one in self._lines())
        planned = self.shown is not None and self.shown.planned is not None
        hidden = {"fee"} if free else set()
        hidden |= {"paid", "paid_on"} if planned else set()
        self.plan.hide_columns(*hidden)

    # terms and what is to be done

    def _show_facts(self, shown: Shown) -> None:
        card, row = shown.card, shown.card.row
        day = _("Asked on") if shown.state in _ASKED else _("Lent on")
        facts: list[Fact] = [
            (_("Loan"), rupiah(row.principal), None),
            (day, long_date(card.applied or row.opened) if shown.state in _ASKED else long_date(row.opened), None),
            (_("Term"), loan_words.term_words(card), None),
            (_("Service fee"), loan_words.fee_words(row.method, card.rate, card.per), None),
        ]
        more = (
            (_("Used for"), card.purpose),
            (_("Security"), card.guarantee),
            (_("Decided by"), _decision(card)),
            (_("Against the rules because"), card.exception),
        )
        self.facts.show_facts(facts)
        about = [f"{words}: {text}" for words, text in more if text]
        self.about.setText(" · ".join(about))
        self.about.setVisible(bool(about))

    def _show_strip(self, shown: Shown) -> None:
        card, row, writable = shown.card, shown.card.row, open_book.writable(self.main)
        acts: list[Act] = []
        if shown.state in _ASKED:
            if writable:  # the likeliest act is the page's main button
                acts = loan_acts.state_acts(self.main, row.loan, shown.state, row.label)
                acts = acts[1:] if shown.state in ("waiting", "granted") else acts
            title, text = _asked_words(shown)
            self.strip.show_message("info", title, text, acts)
        elif shown.state == "written_off":
            came = _("{recovered} of it came in afterwards.").format(recovered=rupiah(card.recovered))
            text = came if card.recovered else _("Nothing of it has come in since.")
            title = _("{amount} was written off").format(amount=rupiah(card.written_off))
            self.strip.show_message("warn", title, text)
        elif row.days_late:
            acts = [(_("Letter of reminder"), partial(loan_acts.print_letter, self.main, row.loan), "surat")]
            late = card_parts.first_late(card.lines)
            days = ngettext("{count} day", "{count} days", row.days_late).format(count=row.days_late)
            title = _("Instalment {no} is {days} late").format(no=late.no if late else "", days=days)
            self.strip.show_message("warn", title, _due_words(card), acts)
        elif row.standing == "running" and not row.rest:
            title = _("The principal is repaid, {amount} of service fee and fine is still owed").format(amount=rupiah(row.dues))
            self.strip.show_message("info", title, _("Receive it, or let it go by decision of the meeting."))
        elif card.let_go:
            self.strip.show_message("info", _("{amount} of service fee and fine was let go").format(amount=rupiah(card.let_go)))
        else:
            self.strip.clear()

    def _show_main(self, shown: Shown) -> None:
        open_ = shown.state != "written_off" or shown.card.recovered < shown.card.written_off
        held = any(button.hasFocus() for button in self.mains.values())
        for state, button in self.mains.items():
            button.setVisible(state == shown.state and open_ and open_book.writable(self.main))
        next_ = self.first_focus()
        if held and next_ is not None:  # from one step to the next one, never past it
            next_.setFocus(Qt.FocusReason.OtherFocusReason)
        acts: list[Act] = [(_("Look at the person"), partial(self.main.go, places.Person(person=shown.card.row.person)), "orang")]
        if open_book.writable(self.main):
            acts = [*loan_acts.changes(self.main, shown.card), *acts]
        self.acts.show_acts(acts)

    def _begin(self, form: str) -> None:
        loan_acts.begin(self.main, form, loan=self.loan)

    def _show_papers(self, shown: Shown) -> None:
        self.papers.clear_acts()
        loan = self.loan
        self.papers.add_act(_("Loan card"), partial(loan_acts.print_card, self.main, loan), "lembar")
        if shown.state not in _ASKED:
            self.papers.add_act(_("Loan agreement"), partial(loan_acts.print_agreement, self.main, loan), "lembar")
        if shown.card.row.days_late:
            self.papers.add_act(_("Letter of reminder"), partial(loan_acts.print_letter, self.main, loan), "surat")

    def print_shown(self) -> None:
        """The loan card."""
        if self.loan:
            loan_acts.print_card(self.main, self.loan)

    # instalments and payments

    def _lines(self) -> list[card_parts.PlanLine]:
        if self.shown is None:
            return []
        planned = self.shown.planned
        if planned is None:
            return card_parts.plan_lines(self.shown.card.lines, given_up=self.shown.state == "written_off")
        nothing = Rupiah(0)
        return card_parts.plan_lines(
            [Line(one.no, one.due, one.principal, one.interest, nothing, nothing, None, 0, State.AHEAD) for one in planned.lines]
        )

    def _show_plan(self, shown: Shown) -> None:
        card, lines = shown.card, self._lines()
        self.schedule.setVisible(bool(lines))
        self.plan.show_rows(lines, card_parts.plan_totals(lines) if lines else None)
        self.legend.clear()
        if shown.state == "running":
            for chip in loan_words.legend(shown.bands, card.every):
                self.legend.add(Chip(chip.kind, chip.text, chip.icon))
        self.legend.setVisible(shown.state == "running")
        words = ""
        if shown.planned is not None:
            words = _("As it would be if the money were handed over today.")
        elif len(card.plans) > 1:
            last = card.plans[-1]
            words = _("The instalments were changed on {day}: {reason}").format(
                day=long_date(last.since), reason=last.reason or "–"
            )
        self.told.setText(words)
        self.told.setVisible(bool(words))


def _rest_words(row: LoanRow) -> str:
    words = _("Rest {amount}").format(amount=rupiah(row.rest))
    if row.standing == "running" and not row.rest:
        words = _("Service fee and fine {amount}").format(amount=rupiah(row.dues))
    return words


def _asked_words(shown: Shown) -> tuple[str, str]:
    card = shown.card
    match shown.state:
        case "waiting":
            return _("The meeting has not decided on this application yet"), _(
                "Grant it or refuse it; the decision is kept beside it."
            )
        case "granted":
            decided = long_date(card.decided) if card.decided else ""
            title = _("Granted on {day}").format(day=decided) if decided else _("Granted")
            return title, _("The money has not been handed over yet.")
        case "refused":
            return _("The application was refused"), shown.reason or ""
        case _:
            return _("The application was taken back"), _("It can be decided on again.")


def _decision(card: LoanCardData) -> str | None:
    """The day and the words of the decision; the day once, where the words tell it already."""
    label = card.decision_label
    if not label or card.decided is None:
        return label
    day = long_date(card.decided)
    return label if day.rsplit(" ", 1)[0] in label else _("{day}, {words}").format(day=day, words=label)


def _due_words(card: LoanCardData) -> str:
    """Tagihan sekarang, with its parts and the fine."""
    row = card.row
    text = _("Due now {total}: principal {principal}, service fee {fee}.")
    if not card.due_fee and not row.fine:
        text = _("Due now {total}, all of it principal.")
    words = text.format(
        total=rupiah(card.due_principal + card.due_fee + row.fine), principal=rupiah(card.due_principal), fee=rupiah(card.due_fee)
    )
    if card.rule.fine is FineKind.NONE:
        return words + " " + _("The rules ask no fine.")
    return words + " " + _("Fine {amount}.").format(amount=rupiah(row.fine))


def _ask(loan: LoanId, office: Office) -> Shown:
    card = office.ask(LoanCard(loan))
    planned = reason = None
    if card.state in _ASKED:
        row = card.row
        planned = office.ask(
            LoanPreview(
                row.principal,
                office.today,
                months=row.months,
                method=row.method,
                rate=card.rate,
                per=card.per,
                every=card.every,
                round_to=card.round_to,
                payment=card.payment,
                grace=card.grace,
            )
        )
        found = office.ask(Applications(with_closed=True))
        reason = next((one.reason for one in found if one.loan == loan), None)
    closed = office.ask(ClosedUntil())
    return Shown(card, planned, reason, office.ask(LendingRule()).bands, closed)
