"""Words that the drawers add to a document, and how its figures are written on paper."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, figure, rupiah, short_date
from kubebuku.reports.document import Document, Value
from kubebuku.reports.table import Cell, Column


def carried() -> str:
    """At the foot of a page that is not the last of a table."""
    return _("Carried forward")


def brought() -> str:
    """At the head of the next one."""
    return _("Brought forward from the previous page")


def page(number: int, total: int) -> str:
    """The foot's right end."""
    return page_pattern(str(number), str(total))


def page_pattern(number: str, total: str) -> str:
    """The same with the signs that a worksheet replaces by its own numbers."""
    return _("Page {number} of {total}").format(number=number, total=total)


def code(document: Document) -> str:
    """The foot's middle: the check code, and whether the period is still open or its closing sealed no records."""
    if not document.check_code:
        return _("Not closed yet") if document.not_closed else ""
    said = _("Check code {code}").format(code=document.check_code)
    if document.not_closed:
        return _("{code} (not closed yet)").format(code=said)
    return _("{code} (names and records were not sealed then)").format(code=said) if document.unsealed else said


def practice_line() -> str:
    """Under the foot of every page of a practice book."""
    return _("PRACTICE BOOK: the figures and names on this page are not real")


def practice_word() -> str:
    """The same where there is little room."""
    return _("PRACTICE BOOK")


def stamp() -> str:
    """Inside the dotted circle."""
    return _("stamp")


def witnessed() -> str:
    """Over those who sign as witnesses."""
    return _("Acknowledged by,")


def loss() -> str:
    """Before the figure of a bar that goes left."""
    return _("loss")


def value(of: Value) -> str:
    """A value outside a table: money with Rp, a day as in tables, words as they are."""
    if isinstance(of, Rupiah):
        return rupiah(of)
    if isinstance(of, date):
        return short_date(of)
    return of


def cell(of: Cell, column: Column) -> str:
    """A cell as it is read."""
    if of is None:
        return ""
    if isinstance(of, str):
        return of
    if isinstance(of, date):
        return short_date(of)
    if column.kind == "number":
        return str(int(of))
    return figure(of) if of else column.zero


def receipt() -> str:
    """Over a kwitansi."""
    return _("RECEIPT")


def received_from() -> str:
    """Before the payer."""
    return _("Received from")


def sum_of() -> str:
    """Before the amount in words."""
    return _("The sum of")


def in_payment_of() -> str:
    """Before the purpose."""
    return _("In payment of")


def received_by() -> str:
    """Over the receiver's signature."""
    return _("Received by,")


def duty() -> str:
    """Inside the box of the meterai."""
    return _("duty stamp")
