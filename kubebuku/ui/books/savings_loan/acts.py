"""What can be done with a loan or an application, from the lists and from its own page alike."""

from __future__ import annotations

from functools import partial

from kubebuku.books.savings_loan.commands import CancelReschedule, ReopenApplication, WithdrawApplication
from kubebuku.books.savings_loan.queries import ApplicationRow, LoanCardData, LoanRow
from kubebuku.books.savings_loan.rules import BANJARMASIN, Rule
from kubebuku.books.spec import Command
from kubebuku.domain.entries import LoanId
from kubebuku.i18n import _, pgettext
from kubebuku.ui import messages, places
from kubebuku.ui.forms.dialog import tell
from kubebuku.ui.paper.book_print import print_paper
from kubebuku.ui.parts import open_book
from kubebuku.ui.widgets import Act, Verb
from kubebuku.ui.window import Window


def begin(window: Window, form: str, **values: object) -> None:
    """Open a form of this book; the window comes back here when it is saved."""
    title = _("Receive an instalment") if form == "instalment" else _("Give a loan") if form == "lend" else ""
    window.go(
        places.LoanForm(form=form, title=title, values={name: value for name, value in values.items() if value is not None})
    )


def act(window: Window, words: str, icon: str | None, form: str, **values: object) -> Act:
    """A button that opens a form."""
    return (words, partial(begin, window, form, **values), icon)


def loan_acts(window: Window, row: LoanRow) -> list[Act]:
    """For a line of a list: look at it, receive an instalment, remind."""
    found: list[Act] = [(_("Open the loan card"), partial(window.go, places.LoanCard(loan=row.loan)), "pinjaman")]
    if row.standing == "running" and open_book.writable(window):
        found.append(act(window, _("Receive an instalment"), "masuk", "instalment", loan=row.loan))
    if row.days_late:
        found.append((_("Letter of reminder"), partial(print_letter, window, row.loan), "surat"))
    return found


def application_acts(window: Window, row: ApplicationRow) -> list[Act]:
    """For a line of the list of applications, the likeliest act first."""
    found: list[Act] = []
    if open_book.writable(window):
        found = state_acts(window, row.loan, row.state, row.label)
    return [*found, (_("Open the loan card"), partial(window.go, places.LoanCard(loan=row.loan)), "pinjaman")]


def state_acts(window: Window, loan: int, state: str, label: str) -> list[Act]:
    """Decide, hand over, take back: what the state of an application allows."""
    back: Act = (pgettext("application", "Take back"), partial(take_back, window, loan, label), None)
    anew: Act = (_("Decide anew"), partial(reopen, window, loan, label), "urungkan")
    if state == "waiting":
        return [
            act(window, pgettext("application", "Grant"), "benar", "approve_loan", loan=loan),
            act(window, pgettext("application", "Refuse"), "salah", "refuse_loan", loan=loan),
            back,
        ]
    if state == "granted":
        return [act(window, _("Hand over the money"), "keluar", "disburse_loan", loan=loan), anew, back]
    return [anew] if state in ("refused", "withdrawn") else []


def changes(window: Window, card: LoanCardData) -> list[Act]:
    """What changes a loan that was handed over."""
    loan, found = card.row.loan, []
    if card.state == "running":
        if card.row.rest:
            found.append(act(window, _("Reschedule"), "kalender", "reschedule_loan", loan=loan))
        if len(card.plans) > 1:
            found.append((_("Take the rescheduling back"), partial(cancel_reschedule, window, loan, card.row.label), "urungkan"))
        if card.row.rest:
            found.append(act(window, _("Write off"), None, "write_off_loan", loan=loan))
        if card.row.dues:
            found.append(act(window, _("Let service fee and fine go"), None, "let_dues_go", loan=loan))
    return found


# acts that need no form, only a yes


def take_back(window: Window, loan: int, label: str) -> None:
    """The borrower wants the loan no more."""
    text = _("The borrower wants it no more. It can be taken up again later.")
    _agree(
        window,
        WithdrawApplication(loan=LoanId(loan)),
        _("Take {label} back?").format(label=label),
        text,
        _("Take back the application"),
    )


def reopen(window: Window, loan: int, label: str) -> None:
    """It waits for a decision again."""
    text = _("The application waits for a decision again.")
    _agree(window, ReopenApplication(loan=LoanId(loan)), _("Decide anew on {label}?").format(label=label), text, _("Decide anew"))


def cancel_reschedule(window: Window, loan: int, label: str) -> None:
    """The earlier instalments hold again."""
    title = _("Take the rescheduling of {label} back?").format(label=label)
    text = _("The earlier instalments hold again, with their due dates.")
    _agree(window, CancelReschedule(loan=LoanId(loan)), title, text, _("Take the rescheduling back"))


def _agree(window: Window, command: Command, title: str, text: str, main: str) -> None:
    if messages.door().ask(title, text, main=main):
        window.session.run(window, command, partial(tell, window))


# paper


def print_card(window: Window, loan: int) -> None:
    """Kartu pinjaman."""
    print_paper(window, window, "kubebuku.reports.loan_card:document", loan=loan)


def print_agreement(window: Window, loan: int) -> None:
    """Surat perjanjian."""
    print_paper(window, window, "kubebuku.reports.loan_agreement:document", loan=loan)


def print_letter(window: Window, loan: int) -> None:
    """Surat teguran, after asking which one it is."""
    verbs = (
        Verb("cancel", _("Cancel")),
        Verb("3", _("The third")),
        Verb("2", _("The second")),
        Verb("1", _("The first"), "surat"),
    )
    text = _("The words are the same; the number stands in the head of the letter.")
    which = messages.door().choose(_("Which reminder is it?"), text, verbs, focus="1")
    if which.isdigit():
        print_paper(window, window, "kubebuku.reports.loan_letter:document", loan=loan, which=int(which))


def new_rules(window: Window, rule: Rule | None) -> None:
    """The form of new rules, filled in with those that hold now."""
    now = rule or BANJARMASIN
    names = ("most", "months", "method", "rate", "per", "every", "round_to", "grace", "fine", "fine_amount", "fine_rate")
    more = ("outsiders", "at_once", "order", "bands", "note")
    begin(window, "lending_rules", **{name: getattr(now, name) for name in (*names, *more)})
