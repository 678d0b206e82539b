"""The only place that asks the system what day and time it is: plain local days, no time zones.

Windows laptops have no time-zone database and their clocks are often wrong; the ledger therefore never goes back behind its
last recording, which is decided in the office and not here.
"""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    return date.today()


def now() -> datetime:
    """Local time without zone, to the second."""
    return datetime.now().replace(microsecond=0)


def recorded() -> str:
    """The time of a recording: UTC, ISO text to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
