"""Buku daftar pengurus dan anggota as it stood at the end of the month, in the columns of domain.md 2.7.

NIK and No. KK are personal data and stay in the book: no paper for a wall or an office carries them whole.
"""

from __future__ import annotations

from dataclasses import replace

from kubebuku.books.members.officers import role_label
from kubebuku.books.members.queries import MemberRow, Members, Officers, Term
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.reports.document import Block, Gap, Heading, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Column, Row, Table


def book(frame: Frame) -> tuple[Part, ...]:
    """Officers first, then everybody who is or was a member, those who left crossed out."""
    terms = [_as_on(frame, term) for term in frame.ask(Officers(history=True)) if term.since <= frame.until]
    found = [row for row in frame.ask(Members(None, with_left=True)) if row.joined <= frame.until]
    blocks: list[Block] = [Heading(_("Officers"), 2), _officers(terms), Gap(4), Heading(_("Members"), 2), _members(frame, found)]
    blocks.append(frame.group.signatures(frame.signed_on))
    caption = phrase(N_("On {day}"), day=frame.until)
    return (Part("members", _("Officers and members"), tuple(blocks), captions=(caption,), landscape=True),)


def _as_on(frame: Frame, term: Term) -> Term:
    """The office as it was held: an end after that day is not told."""
    return replace(term, until=None, reason=None) if term.until is not None and term.until > frame.until else term


def _officers(terms: list[Term]) -> Table:
    columns = (
        Column("no", _("No."), "number", 8),
        Column("name", _("Name"), width=60),
        Column("role", _("Position"), width=50),
        Column("since", _("Appointed on"), "date", 30),
        Column("until", _("Ended on"), "date", 30),
        Column("reason", _("Reason"), width=70),
        Column("sign", _("Signature"), width=36),
    )
    rows = tuple(
        Row((no, term.name, role_label(term.role), term.since, term.until, term.reason, None)) for no, term in enumerate(terms, 1)
    )
    return Table(columns, rows, empty=_("No office is filled yet."))


def _members(frame: Frame, found: list[MemberRow]) -> Table:
    columns = (
        Column("no", _("No."), "number", 8),
        Column("name", _("Name"), width=44),
        Column("sex", _("L/P"), width=9, align="centre"),
        Column("born", _("Place and day\nof birth"), width=50),
        Column("marital", _("Marital\nstatus"), width=18),
        Column("address", _("Address"), width=42),
        Column("school", _("Schooling"), width=27),
        Column("work", _("Work"), width=32),
        Column("joined", _("Joined on"), "date", 20),
        Column("left", _("Left on"), "date", 20),
        Column("note", _("Remarks"), width=30),
        Column("sign", _("Signature"), width=22),
    )
    rows = tuple(_member(frame, row) for row in found)
    return Table(columns, rows, empty=_("No member is written yet."))


def _member(frame: Frame, row: MemberRow) -> Row:
    left = row.left_on if row.left_on is not None and row.left_on <= frame.until else None
    born = ", ".join(part for part in (row.birth_place or "", f"{row.birth_date:%d/%m/%Y}" if row.birth_date else "") if part)
    address = ", ".join(part for part in (row.address, row.neighbourhood) if part)
    note = row.left_reason if left else row.note
    cells = (
        row.number,
        row.name,
        row.sex,
        born,
        row.marital,
        address,
        row.education,
        row.occupation,
        row.joined,
        left,
        note,
        None,
    )
    return Row(cells, struck=left is not None)
