"""The only place that asks the system what day and time it is: plain local days, no time zones.

Windows laptops have no time-zone database and their clocks are often wrong; the ledger therefore never goes back behind its
last recording, which is decided in the office and not here.
"""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    return date.today()


def now() -> datetime:
    """Local time without zone, to the second."""
    return datetime.now().replace(microsecond=0)
