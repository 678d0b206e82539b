"""Buku kegiatan of the month, in the columns of domain.md 2.9."""

from __future__ import annotations

from kubebuku.books.activities.queries import Activities, ActivityRow
from kubebuku.books.members.officers import role_label
from kubebuku.i18n import _, pgettext
from kubebuku.reports.document import Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.table import Column, Row, Table


def build(frame: Frame) -> tuple[Part, ...]:
    """One part; nothing for a month in which nothing was done."""
    return book(frame) if frame.ask(Activities(frame.month)) else ()


def book(frame: Frame) -> tuple[Part, ...]:
    """The month's page, also where nothing was done."""
    found = [row for row in frame.ask(Activities(frame.month)) if frame.shows_struck or row.struck is None]
    blocks = (_table(found), frame.group.signatures(frame.signed_on, witnesses=False))
    return (Part("activities", _("Activity book"), blocks, landscape=True),)


def _table(found: list[ActivityRow]) -> Table:
    columns = (
        Column("no", _("No."), "number", 8),
        Column("on", _("Date"), "date", 20),
        Column("name", _("Name"), width=40),
        Column("role", _("Position"), width=32),
        Column("place", _("Place"), width=44),
        Column("story", pgettext("column", "Description"), width=110),
        Column("sign", _("Signature"), width=28),
    )
    rows = tuple(
        Row(
            (row.no, row.on, row.name, ", ".join(map(role_label, row.roles)), row.place, _story(row), None),
            struck=row.struck is not None,
        )
        for row in found
    )
    return Table(columns, rows, empty=_("Nothing is written for this month."))


def _story(row: ActivityRow) -> str:
    return f"{row.title}: {' '.join(row.story.split())}" if row.story else row.title
