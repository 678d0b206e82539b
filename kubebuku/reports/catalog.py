"""The parts of the monthly report, in the order of the paper (domain.md 5, no. 9 and 14). Light: builders are found on first use.

Adding a part: a module with ``build(frame) -> tuple[Part, ...]`` and a line here. The keys of the parts it returns are the
catalogue's key, or begin with it and a hyphen ("cash-1101"), so that `pages_of` finds them again.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_, Sentence

if TYPE_CHECKING:
    from kubebuku.reports.document import Pages, Part
    from kubebuku.reports.frame import Frame


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One line of *Isi laporan*: a stable key, its words, the module that builds it, whether it is printed by itself.

    A part that `tells` a place of money has its every line: where it is printed, no cash book of that place is.
    """

    key: str
    title: str
    module: str
    on: bool = True
    tells: bool = False

    def build(self, frame: Frame) -> tuple[Part, ...]:
        """The pages of this part for one month; none where the book has nothing for them."""
        parts: tuple[Part, ...] = importlib.import_module(self.module).build(frame)
        return parts

    def boxes_told(self, frame: Frame) -> frozenset[str]:
        """The places of money that need no cash book beside this part."""
        told: frozenset[str] = importlib.import_module(self.module).boxes_told(frame) if self.tells else frozenset()
        return told


PARTS: tuple[ReportPart, ...] = (
    ReportPart("cover", N_("Cover and officers"), "kubebuku.reports.cover"),
    ReportPart("recap", N_("Cash in short"), "kubebuku.reports.cash_recap"),
    ReportPart("cash", N_("Cash books and bank book"), "kubebuku.reports.cash_book"),
    ReportPart("enterprise", N_("Businesses"), "kubebuku.reports.enterprise"),
    ReportPart("loans", N_("Savings and loan"), "kubebuku.reports.savings_loan", tells=True),
    ReportPart("savings", N_("Savings of the members"), "kubebuku.reports.savings"),
    ReportPart("solidarity", N_("Solidarity fund"), "kubebuku.reports.solidarity", tells=True),
    ReportPart("inventory", N_("Inventory"), "kubebuku.reports.inventory"),
    ReportPart("activities", N_("Activity book"), "kubebuku.reports.activities"),
    ReportPart("letters", N_("Letters in and out"), "kubebuku.reports.letters"),
    ReportPart("guests", N_("Guest book"), "kubebuku.reports.guests"),
    ReportPart("meetings", N_("Meetings and attendance"), "kubebuku.reports.meetings"),
    ReportPart("aid", N_("Use of aid"), "kubebuku.reports.aid"),
    ReportPart("debts", N_("Receivables and debts"), "kubebuku.reports.debts"),
    ReportPart("statements", N_("Financial statements"), "kubebuku.reports.statements"),
    ReportPart("notes", N_("Notes to the statements"), "kubebuku.reports.notes"),
    ReportPart("companion", N_("For the companion"), "kubebuku.reports.for_companion"),
)

#: The book of that name by itself: ``module:function(frame) -> tuple[Part, ...]`` for one month. In the order of the programme.
BOOKS_ALONE: dict[str, str] = {
    "members": "kubebuku.reports.members:book",
    "guests": "kubebuku.reports.guests:book",
    "meetings": "kubebuku.reports.meetings:book",
    "inventory": "kubebuku.reports.inventory:book",
    "letters": "kubebuku.reports.letters:book",
    "cash": "kubebuku.reports.cash_book:book",
    "enterprise": "kubebuku.reports.enterprise:build",
    "savings_loan": "kubebuku.reports.savings_loan:book",
    "personal_savings": "kubebuku.reports.savings:book",
    "activities": "kubebuku.reports.activities:book",
    "solidarity": "kubebuku.reports.solidarity:book",
}


class NoSuchBook(RuleBroken):
    """A name under which none of the eleven books is kept."""

    code = "no-such-book"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("There is no book {name}."), {"name": name}),
            Sentence(N_("The books are {names}."), {"names": ", ".join(BOOKS_ALONE)}),
            Sentence(N_("Write one of these names.")),
            field="book",
        )


def pages_of(pages: Pages, key: str) -> tuple[int, int] | None:
    """First and last page of a part of the catalogue in a rendering, None where it printed nothing."""
    found = [part for part in pages.parts if part.key == key or part.key.startswith(f"{key}-")]
    return (min(part.first for part in found), max(part.last for part in found)) if found else None
