"""Buku tamu of the month, in the columns of domain.md 2.9."""

from __future__ import annotations

from kubebuku.books.guests.queries import GuestRow, Guests
from kubebuku.i18n import _, full_date
from kubebuku.reports.document import Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.table import Column, Row, Table


def build(frame: Frame) -> tuple[Part, ...]:
    """One part; nothing for a month without a guest."""
    return book(frame) if frame.ask(Guests(frame.month)) else ()


def book(frame: Frame) -> tuple[Part, ...]:
    """The month's page, also where nobody came."""
    found = [row for row in frame.ask(Guests(frame.month)) if frame.shows_struck or row.struck is None]
    blocks = (_table(found), frame.group.signatures(frame.signed_on, witnesses=False))
    return (Part("guests", _("Guest book"), blocks, landscape=True),)


def _table(found: list[GuestRow]) -> Table:
    columns = (
        Column("no", _("No."), "number", 8),
        Column("on", _("Day and date"), width=32),
        Column("name", _("Name"), width=38),
        Column("agency", _("Office or address"), width=38),
        Column("position", _("Position"), width=28),
        Column("purpose", _("Purpose of the visit"), width=48),
        Column("impression", _("Impressions, advice, messages"), width=64),
        Column("sign", _("Signature"), width=26),
    )
    rows = tuple(
        Row(
            (row.no, full_date(row.on), row.name, row.agency, row.position, row.purpose, row.impression, None),
            struck=row.struck is not None,
        )
        for row in found
    )
    return Table(columns, rows, empty=_("Nobody came in this month."))
