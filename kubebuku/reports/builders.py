"""What builds each part of the monthly report, and each book by itself, from one month's frame.

The keys of the parts that are built are the catalogue's key, or begin with it and a hyphen ("cash-1101"), so that
`Pages.range_of` finds them again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kubebuku.reports import (
    activities,
    aid,
    cash_book,
    cash_recap,
    cover,
    debts,
    enterprise,
    for_companion,
    guests,
    inventory,
    letters,
    meetings,
    members,
    notes,
    savings,
    savings_loan,
    solidarity,
    statements,
)
from kubebuku.reports.document import Part
from kubebuku.reports.frame import Frame

Build = Callable[[Frame], tuple[Part, ...]]

#: The pages of a part for one month, none where the book has nothing for them; by its key in `catalog.PARTS`.
PARTS: Mapping[str, Build] = {
    "cover": cover.build,
    "recap": cash_recap.build,
    "cash": cash_book.build,
    "enterprise": enterprise.build,
    "loans": savings_loan.build,
    "savings": savings.build,
    "solidarity": solidarity.build,
    "inventory": inventory.build,
    "activities": activities.build,
    "letters": letters.build,
    "guests": guests.build,
    "meetings": meetings.build,
    "aid": aid.build,
    "debts": debts.build,
    "statements": statements.build,
    "notes": notes.build,
    "companion": for_companion.build,
}

#: Parts that have every line of some places of money, and which these are: beside such a part no cash book of theirs is printed.
TOLD: Mapping[str, Callable[[Frame], frozenset[str]]] = {
    "loans": savings_loan.boxes_told,
    "solidarity": solidarity.boxes_told,
}

#: The pages of a book printed by itself, an empty one where nothing was written; by its name in `catalog.BOOKS_ALONE`.
BOOKS: Mapping[str, Build] = {
    "members": members.book,
    "guests": guests.book,
    "meetings": meetings.book,
    "inventory": inventory.book,
    "letters": letters.book,
    "cash": cash_book.book,
    "enterprise": enterprise.build,
    "savings_loan": savings_loan.book,
    "personal_savings": savings.book,
    "activities": activities.book,
    "solidarity": solidarity.book,
}

#: A month's pages of a book without money that is printed over several months, none where nothing was written.
MONTHS: Mapping[str, Build] = {"guests": guests.build, "letters": letters.build, "activities": activities.build}
