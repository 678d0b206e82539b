"""The words of the eleven books on the terminal: captions of columns, and what the codes of a row are called.

Programs read the same rows as JSON with their English keys; what only links rows to each other (numbers of entries, things,
meetings) is left out for people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kubebuku.domain.named import named
from kubebuku.domain.text import PN_, Particular

if TYPE_CHECKING:
    from kubebuku.ledger.work import Reading

_NO = PN_("head", "No.")
_ON = PN_("head", "Date")
_YEAR = PN_("head", "Year")
_VOUCHER = PN_("head", "Voucher no.")
_SAID = PN_("head", "Description")
_UNIT = PN_("head", "Business")
_SALDO = PN_("head", "Balance")
_NAME = PN_("head", "Name")
_ROLE = PN_("head", "Position")
_PLACE = PN_("head", "Place")
_NOTE = PN_("head", "Remarks")
_STRUCK = PN_("head", "Struck out")

#: For each book the keys of its rows that people read, in the order of the paper, and what stands over them.
HEADS: dict[str, dict[str, Particular]] = {
    "members": {
        "no": _NO,
        "name": _NAME,
        "sex": PN_("head", "Sex"),
        "birth_place": PN_("head", "Place of birth"),
        "birth_date": PN_("head", "Day of birth"),
        "age": PN_("head", "Age"),
        "marital": PN_("head", "Marital status"),
        "address": PN_("head", "Address"),
        "neighbourhood": PN_("head", "RT"),
        "phone": PN_("head", "Phone"),
        "education": PN_("head", "Schooling"),
        "occupation": PN_("head", "Work"),
        "roles": _ROLE,
        "nik": PN_("head", "NIK"),
        "family_card": PN_("head", "Family card no."),
        "joined": PN_("head", "Joined on"),
        "left_on": PN_("head", "Left on"),
        "left_reason": PN_("head", "Reason"),
        "note": _NOTE,
    },
    "guests": {
        "no": _NO,
        "year": _YEAR,
        "date": _ON,
        "name": _NAME,
        "agency": PN_("head", "Agency or address"),
        "position": _ROLE,
        "purpose": PN_("head", "Purpose"),
        "impression": PN_("head", "Impression, advice"),
        "struck": _STRUCK,
    },
    "meetings": {
        "date": _ON,
        "kind": PN_("head", "Kind of meeting"),
        "standing": PN_("head", "Standing"),
        "starts": PN_("head", "Begins"),
        "ends": PN_("head", "Ends"),
        "place": _PLACE,
        "chair": PN_("head", "Led by"),
        "minutes_by": PN_("head", "Minutes by"),
        "invited": PN_("head", "Invited"),
        "present": PN_("head", "Present"),
        "absent": PN_("head", "Absent"),
        "needed": PN_("head", "Needed"),
        "quorate": PN_("head", "Quorum"),
        "guests": PN_("head", "Guests"),
        "agenda": PN_("head", "Agenda"),
        "course": PN_("head", "What was said"),
        "conclusion": PN_("head", "Conclusion"),
        "ending": PN_("head", "Ending"),
        "reason": PN_("head", "Reason"),
        "attendance": PN_("head", "In the attendance list"),
        "decisions": PN_("head", "Decisions"),
        "follow_ups": PN_("head", "Things to do"),
    },
    "inventory": {
        "no": _NO,
        "label": PN_("head", "Name of the thing"),
        "number": PN_("head", "Inventory no."),
        "source": PN_("head", "Where from"),
        "aid": PN_("head", "Aid"),
        "date": PN_("head", "Received or bought"),
        "quantity": PN_("head", "Quantity"),
        "measure": PN_("head", "Measure"),
        "place": PN_("head", "Kept at"),
        "keeper": PN_("head", "Keeper"),
        "condition": PN_("head", "Condition"),
        "unit": _UNIT,
        "for_hire": PN_("head", "For hire"),
        "value": PN_("head", "Price"),
        "depreciation": PN_("head", "Depreciated"),
        "book_value": PN_("head", "Book value"),
        "note": _NOTE,
    },
    "letters": {
        "way": PN_("head", "Letter"),
        "agenda": PN_("head", "Agenda no."),
        "year": _YEAR,
        "date": PN_("head", "Received or sent"),
        "letter_date": PN_("head", "Date of the letter"),
        "number": PN_("head", "Letter no."),
        "party": PN_("head", "From or to"),
        "subject": PN_("head", "Subject"),
        "enclosures": PN_("head", "Enclosures"),
        "forwarded": PN_("head", "Forwarded to"),
        "copies": PN_("head", "Copies to"),
        "follow_up": PN_("head", "Follow-up"),
        "follow_up_note": _NOTE,
        "struck": _STRUCK,
    },
    "cash": {
        "box": PN_("head", "Place of money"),
        "date": _ON,
        "number": _VOUCHER,
        "description": _SAID,
        "unit": _UNIT,
        "received": PN_("head", "Received"),
        "paid": PN_("head", "Paid out"),
        "balance": _SALDO,
        "nota": PN_("head", "Nota no."),
    },
    "enterprise": {
        "unit": _UNIT,
        "date": _ON,
        "number": _VOUCHER,
        "description": _SAID,
        "income": PN_("head", "Sales or income"),
        "materials": PN_("head", "Materials"),
        "other_costs": PN_("head", "Other costs"),
        "balance": PN_("head", "Balance of profit"),
    },
    "savings_loan": {
        "label": PN_("head", "Loan no."),
        "borrower": PN_("head", "Borrower"),
        "member": PN_("head", "Member"),
        "date": PN_("head", "Lent on"),
        "principal": PN_("head", "Loan"),
        "months": PN_("head", "Months"),
        "method": PN_("head", "Service fee"),
        "rest": PN_("head", "Rest"),
        "late_principal": PN_("head", "Principal late"),
        "late_interest": PN_("head", "Service fee late"),
        "fine": PN_("head", "Fine"),
        "days_late": PN_("head", "Days late"),
        "quality": PN_("head", "Quality"),
        "next_due": PN_("head", "Next due"),
        "next_amount": PN_("head", "Next instalment"),
        "standing": PN_("head", "Standing"),
    },
    "personal_savings": {
        "member": PN_("head", "Member no."),
        "person": _NAME,
        "date": _ON,
        "number": _VOUCHER,
        "description": _SAID,
        "principal": PN_("head", "Principal savings"),
        "obligatory": PN_("head", "Obligatory"),
        "voluntary": PN_("head", "Voluntary"),
        "withdrawn": PN_("head", "Withdrawn"),
        "balance": _SALDO,
    },
    "activities": {
        "no": _NO,
        "year": _YEAR,
        "date": _ON,
        "person": _NAME,
        "roles": _ROLE,
        "place": _PLACE,
        "title": PN_("head", "Activity"),
        "story": _SAID,
        "struck": _STRUCK,
    },
    "solidarity": {
        "date": _ON,
        "number": _VOUCHER,
        "description": _SAID,
        "person": _NAME,
        "dues": PN_("head", "Dues"),
        "set_aside": PN_("head", "Set aside from results"),
        "paid": PN_("head", "Help paid"),
        "balance": _SALDO,
    },
}

_CODES: dict[tuple[str, str], dict[str, Particular]] = {
    ("meetings", "standing"): {
        "planned": PN_("meeting", "planned"),
        "held": PN_("meeting", "held"),
        "cancelled": PN_("meeting", "cancelled"),
    },
    ("letters", "way"): {"in": PN_("letter", "in"), "out": PN_("letter", "out")},
    ("savings_loan", "standing"): {
        "running": PN_("loan", "running"),
        "paid": PN_("loan", "paid off"),
        "written_off": PN_("loan", "written off"),
    },
}
#: Codes whose words a book or its paper has already.
_KEPT: dict[tuple[str, str], str] = {
    ("inventory", "source"): "kubebuku.reports.inventory:SOURCES",
    ("inventory", "condition"): "kubebuku.reports.inventory:CONDITIONS",
    ("savings_loan", "quality"): "kubebuku.books.savings_loan.rules:QUALITY_NAMES",
    ("savings_loan", "method"): "kubebuku.books.savings_loan.rules:METHOD_NAMES",
    ("meetings", "kind"): "kubebuku.books.meetings.words:KINDS",
    ("letters", "follow_up"): "kubebuku.reports.letters:STATES",
}
_DAYS = frozenset({"date", "birth_date", "joined", "left_on", "letter_date", "next_due"})

Cell = str | int | None


def heads(book: str) -> list[str]:
    """The captions of a book, in the reader's language."""
    from kubebuku.i18n import say

    return [say(words) for words in HEADS[book].values()]


def cells(book: str, rows: Sequence[Mapping[str, Any]], reading: Reading) -> list[list[Cell]]:
    """The rows as people read them: days as on paper, words instead of codes, places of money by their names."""
    codes = {key: _words_of(book, key) for key in HEADS[book]}
    return [[_cell(key, row, codes[key], reading) for key in HEADS[book]] for row in rows]


def _words_of(book: str, key: str) -> Mapping[str, Particular]:
    dotted = _KEPT.get((book, key))
    if dotted is None:
        return _CODES.get((book, key), {})
    kept: Mapping[Any, Particular] = named(dotted)
    return {str(getattr(code, "value", code)): words for code, words in kept.items()}


def _cell(key: str, row: Mapping[str, Any], codes: Mapping[str, Particular], reading: Reading) -> Cell:
    """A list of plain values in one cell, of lists how many there are; years without a point."""
    from kubebuku.i18n import _, language, pgettext, say, short_date

    value = row[key]
    if value is None:
        return _("Balance before") if key == "description" and row.get("kind") == "before" else None
    if isinstance(value, bool):
        return pgettext("check", "yes") if value else None
    if isinstance(value, int):
        return str(value) if key == "year" else value
    if isinstance(value, list | tuple):
        if key == "roles":
            from kubebuku.books.members.officers import role_label

            return ", ".join(role_label(one) for one in value)
        return len(value) if any(isinstance(one, dict) for one in value) else ", ".join(str(one) for one in value)
    text = str(value).replace("\n", " ")
    if key == "box":
        return reading.chart[text].label(language())
    if key in _DAYS:
        return short_date(date.fromisoformat(text))
    return say(codes[text]) if text in codes else text
