"""The tables of the page Pinjaman: running loans, applications, arrears, rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kubebuku.books.savings_loan.queries import ApplicationRow, ArrearsRow, LoanRow
from kubebuku.books.savings_loan.rules import Rule
from kubebuku.domain.text import N_
from kubebuku.i18n import _, ngettext
from kubebuku.ui.books.savings_loan import words as loan_words
from kubebuku.ui.widgets import ColumnSpec


def told_apart(rows: Sequence[LoanRow | ApplicationRow | ArrearsRow]) -> list[LoanRow | ApplicationRow | ArrearsRow]:
    """Where two people of the list have one name, their loans' numbers stand beside it."""
    people: dict[str, set[int]] = {}
    for row in rows:
        people.setdefault(row.name, set()).add(int(row.person))
    return [replace(row, name=f"{row.name} · {row.label}") if len(people[row.name]) > 1 else row for row in rows]


#: Who owes what, what comes next, how late it is.
LOAN_COLUMNS: list[ColumnSpec[LoanRow]] = [
    ColumnSpec("name", N_("Borrower"), stretch=True),
    ColumnSpec("opened", N_("Lent on"), "date", 92, drop=4),
    ColumnSpec("principal", N_("Loan (Rp)"), "money", 106, drop=2),
    ColumnSpec("rest", N_("Rest (Rp)"), "money", 106, bold=True, zero="–"),
    ColumnSpec("next_due", N_("Next due"), "date", 92),
    ColumnSpec("next_amount", N_("Amount (Rp)"), "money", 106, drop=1),
    ColumnSpec("days_late", N_("Late"), "text", 84, read=lambda row: late_days(row.days_late), drop=3),
    ColumnSpec("quality", N_("Standing"), "text", 168, read=loan_words.loan_chip),
]


def late_days(days: int) -> str:
    """7 hari; nothing where nothing is late."""
    return ngettext("{count} day", "{count} days", days).format(count=days) if days else ""


#: Who asks for how much, what for, and how far it is.
APPLICATION_COLUMNS: list[ColumnSpec[ApplicationRow]] = [
    ColumnSpec("applied", N_("Asked on"), "date", 96, drop=2),
    ColumnSpec("name", N_("Borrower"), stretch=True),
    ColumnSpec("amount", N_("Amount (Rp)"), "money", 110),
    ColumnSpec("months", N_("Term"), "text", 84, read=lambda row: month_count(row.months), drop=1),
    ColumnSpec("purpose", N_("Used for"), "soft", 170, read=lambda row: row.purpose or "–", drop=4),
    ColumnSpec("reason", N_("Decision"), "soft", 170, read=lambda row: row.decision_label or row.reason or "", drop=3),
    ColumnSpec("state", N_("Standing"), "text", 264, read=loan_words.application_chip),
]


def month_count(months: int) -> str:
    """3 bulan."""
    return ngettext("{count} month", "{count} months", months).format(count=months)


#: Daftar tunggakan as it is printed.
ARREARS_COLUMNS: list[ColumnSpec[ArrearsRow]] = [
    ColumnSpec("name", N_("Borrower"), stretch=True),
    ColumnSpec("no", N_("Instalment no."), "number", 84, drop=3),
    ColumnSpec("due", N_("Due on"), "date", 96),
    ColumnSpec("principal", N_("Principal (Rp)"), "money", 106, drop=1),
    ColumnSpec("fee", N_("Service fee (Rp)"), "money", 96, zero="–", drop=2),
    ColumnSpec("amount", N_("Amount (Rp)"), "money", 106, bold=True),
    ColumnSpec("days_late", N_("Late"), "text", 84, read=lambda row: late_days(row.days_late)),
    ColumnSpec("quality", N_("Standing"), "text", 150, read=lambda row: loan_words.quality_chip(row.quality)),
]


#: The history of the lending rules.
RULE_COLUMNS: list[ColumnSpec[Rule]] = [
    ColumnSpec("since", N_("Since"), "date", 96),
    ColumnSpec("most", N_("Highest loan (Rp)"), "money", 110),
    ColumnSpec("months", N_("Longest term"), "text", 100, read=lambda rule: month_count(rule.months)),
    ColumnSpec("fee", N_("Service fee"), "text", 215, read=lambda rule: loan_words.fee_words(rule.method, rule.rate, rule.per)),
    ColumnSpec("fine", N_("Fine"), "soft", stretch=True, read=loan_words.fine_words),
    ColumnSpec(
        "outsiders",
        N_("For whom"),
        "soft",
        230,
        read=lambda rule: _("members and others") if rule.outsiders else _("members only"),
    ),
]
