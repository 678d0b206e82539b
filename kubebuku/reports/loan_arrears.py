"""Daftar tunggakan by itself, for the meeting: every late instalment with its borrower (domain.md 2.4)."""

from __future__ import annotations

from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_
from kubebuku.i18n import _, long_date
from kubebuku.ledger.work import Reading
from kubebuku.reports.document import Document, Paper, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.phrases import phrase
from kubebuku.reports.savings_loan import arrears_table


def document(reading: Reading, *, paper: Paper = "f4") -> Document:
    """Who is late today, the paper lying."""
    frame = Frame(reading, Month.of(reading.today))
    title = _("List of arrears")
    blocks = (arrears_table(frame), frame.group.signatures(frame.until, witnesses=False))
    part = Part("loan-arrears", title, blocks, captions=(phrase(N_("On {day}"), day=frame.until),), period="", landscape=True)
    return frame.document(title, long_date(frame.until), (part,), paper=paper)
