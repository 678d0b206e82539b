"""Opening months and years again, and printing the proof of a closing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from kubebuku.books.closing.commands import CloseYear, ReopenMonths, ReopenYear
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_
from kubebuku.i18n import _, joined, month_name
from kubebuku.ui import messages
from kubebuku.ui.forms.dialog import ask_form, tell
from kubebuku.ui.paper.jobs import Request
from kubebuku.ui.paper.printing import print_document
from kubebuku.ui.window import Window

_REASON = Field("reason", FieldKind.TEXT, N_("Why?"), N_("Stands on the next proof of closing; at most 200 letters"))
REOPENING = Form("reopen", ReopenMonths, Door.OTHER, "kunci", N_("Open again"), "", (_REASON,))
REOPENING_YEAR = Form("reopen_year", ReopenYear, Door.OTHER, "kunci", N_("Open the year again"), "", (_REASON,))


def reopen(window: Window, month: Month, last: Month) -> None:
    """Open `month` again, and with it every later closed month up to `last`."""
    months = [month_name(one) for one in month.until(last)]
    title = _("Open {month} again?").format(month=month_name(month))
    text = _("Open again: {months}. Each is closed anew afterwards, with a new number; both proofs are kept.")
    ask_form(window, REOPENING, {"month": month}, title=title, text=text.format(months=joined(months)), main=_("Open again"))


def close_year(window: Window, owner: QObject, year: int) -> None:
    """Close a year after asking."""
    if messages.door().ask(
        _("Close the year {year}?").format(year=year),
        _("Income and costs of the year become the result that can be shared. December is closed afterwards."),
        main=_("Close the year {year}").format(year=year),
        other=_("Not yet"),
    ):
        window.session.run(owner, CloseYear(year=year), partial(tell, window))


def reopen_year(window: Window, year: int) -> None:
    """Take a year's closing back, with a reason."""
    title = _("Open the year {year} again?").format(year=year)
    text = _("Its result goes back to income and costs. That is no longer possible once it has been shared.")
    ask_form(window, REOPENING_YEAR, {"year": year}, title=title, text=text, main=_("Open again"))


def print_proof(window: Window, owner: QObject, month: Month, serial: int | None) -> None:
    """Print the newest closing of a month, or the one of that number."""
    print_document(window, owner, Request("kubebuku.reports.closing_proof:build", {"month": month, "serial": serial}))
