"""The parts of the monthly report, in the order of the paper (domain.md 5, no. 9 and 14), and the books printed alone.

Light: the window lists them; what builds each of them stands in `builders`.
"""

from __future__ import annotations

from dataclasses import dataclass

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One line of *Isi laporan*: a stable key, its words, whether it is printed by itself."""

    key: str
    title: str
    on: bool = True


PARTS: tuple[ReportPart, ...] = (
    ReportPart("cover", N_("Cover and officers")),
    ReportPart("recap", N_("Cash in short")),
    ReportPart("cash", N_("Cash books and bank book")),
    ReportPart("enterprise", N_("Businesses")),
    ReportPart("loans", N_("Savings and loan")),
    ReportPart("savings", N_("Savings of the members")),
    ReportPart("solidarity", N_("Solidarity fund")),
    ReportPart("inventory", N_("Inventory")),
    ReportPart("activities", N_("Activity book")),
    ReportPart("letters", N_("Letters in and out")),
    ReportPart("guests", N_("Guest book")),
    ReportPart("meetings", N_("Meetings and attendance")),
    ReportPart("aid", N_("Use of aid")),
    ReportPart("debts", N_("Receivables and debts")),
    ReportPart("statements", N_("Financial statements")),
    ReportPart("notes", N_("Notes to the statements")),
    ReportPart("companion", N_("For the companion")),
)

#: The books that are printed by themselves, by name, in the order of the programme.
BOOKS_ALONE: tuple[str, ...] = (
    "members",
    "guests",
    "meetings",
    "inventory",
    "letters",
    "cash",
    "enterprise",
    "savings_loan",
    "personal_savings",
    "activities",
    "solidarity",
)


class NoSuchBook(RuleBroken):
    """A name under which none of the eleven books is kept."""

    wrong = N_("There is no book {name}.")
    why = N_("The books are {names}.")
    remedy = N_("Write one of these names.")
    names = ", ".join(BOOKS_ALONE)
    field = "book"

    name: str
