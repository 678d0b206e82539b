"""Hands and eyes for the pages of meetings."""

from __future__ import annotations

from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from kubebuku.books.meetings.queries import (
    Meeting,
    MeetingPage,
)
from kubebuku.ui import places
from kubebuku.ui.books.meetings.acts import SIGNS
from kubebuku.ui.books.meetings.meeting import OneMeeting
from kubebuku.ui.books.meetings.meetings import MeetingsPage
from kubebuku.ui.widgets import ParagraphField
from tests.ui.hands.laptop import Laptop

HELD, PLANNED = 1, 2


def listed(laptop: Laptop, **wanted: Any) -> MeetingsPage:
    laptop.window.go(places.Meetings(**wanted))
    laptop.settle()
    assert isinstance(laptop.page, MeetingsPage)
    return laptop.page


def meeting(laptop: Laptop, **wanted: Any) -> OneMeeting:
    laptop.window.go(places.Meeting(**wanted))
    laptop.settle()
    assert isinstance(laptop.page, OneMeeting)
    return laptop.page


def book_page(laptop: Laptop, id_: int) -> MeetingPage:
    return laptop.ask(Meeting(id_))


def mark(laptop: Laptop, letters: str) -> None:
    """From the first member on, one key each."""
    page = laptop.page
    assert isinstance(page, OneMeeting)
    page.written.roll.table.select_at(0)
    page.written.roll.table.view.setFocus()
    QTest.keyClicks(page.written.roll.table.view, letters)
    laptop.settle()


def states(laptop: Laptop) -> str:
    """H T I S A of everybody, as the page has it now."""
    page = laptop.page
    assert isinstance(page, OneMeeting)
    return "".join(SIGNS[line.state][0] for line in page.written.roll.lines)


def write(laptop: Laptop, field: ParagraphField, text: str) -> None:
    """Into a field of several lines, as it is typed."""
    paper = field.paper
    assert isinstance(paper, QPlainTextEdit)
    paper.setFocus()
    laptop.settle()
    laptop.type(text)
