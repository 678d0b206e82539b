"""Beranda, as the treasurer sees it on opening the book."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.app.settings import Settings
from kubebuku.books.enterprise.queries import Enterprises, UepRecap
from kubebuku.books.spec import Door, Query
from kubebuku.domain.calendar import Month
from kubebuku.ui import places, theme
from kubebuku.ui.books.cash.count import CountPage
from kubebuku.ui.forms.doors import RecordDoors
from kubebuku.ui.home.home import HomePage
from kubebuku.ui.parts.wording import brief_day, greeting, in_words, written
from kubebuku.ui.upkeep.copies import copy_wanted
from kubebuku.ui.widgets import BookTable
from tests.ui.hands.laptop import Laptop
from tests.ui.hands.tables import choose, column


def home(hunafa: Laptop) -> HomePage:
    assert isinstance(hunafa.page, HomePage)
    return hunafa.page


def test_boxes_and_their_sum_are_those_of_the_book(hunafa: Laptop) -> None:
    read = hunafa.reads()
    for words in ("Uang kelompok di empat tempat", "Rp79.002.800", "Rp11.820.000", "Rp57.532.800", "dihitung 8 Nov, cocok"):
        assert words in read
    assert "belum pernah dihitung" in read
    assert "buku bank s.d. 8 Nov" in read


def test_month_counts_no_struck_line_and_no_move(hunafa: Laptop) -> None:
    month = home(hunafa).month
    assert (month.inn.text(), month.out.text(), month.rest.text()) == ("Rp12.507.800", "Rp3.870.000", "Rp8.637.800")


def test_result_of_each_business_is_read_out(hunafa: Laptop) -> None:
    told = home(hunafa).chart.accessibleDescription()
    assert "Sewa tenda Rp1.715.000" in told
    assert "Catering Rp2.425.000" in told
    assert "Umum rugi Rp52.200" in told


def test_greeting_follows_the_hour_and_leaves_the_task_out() -> None:
    assert greeting(8, "Citra Contoh, bendahara") == "Selamat pagi, Citra Contoh"
    assert greeting(12, "Citra") == "Selamat siang, Citra"
    assert greeting(16, "") == "Selamat sore"
    assert greeting(20, "Citra") == "Selamat malam, Citra"


def test_moments_are_said_in_few_words() -> None:
    assert brief_day(date(2026, 11, 8), today=date(2026, 11, 22)) == "8 Nov"
    assert brief_day(date(2025, 11, 8), today=date(2026, 11, 22)) == "8 Nov 2025"
    assert in_words(4) == "empat"
    assert written("2026-11-19T02:00:00Z", today=date(2026, 11, 22)).startswith("19/11 pukul ")
    assert written("2025-11-19T02:00:00Z", today=date(2026, 11, 22)).startswith("19/11/25 pukul ")


def test_every_line_of_attention_ends_in_an_act_that_leads_somewhere(hunafa: Laptop) -> None:
    page = home(hunafa)
    assert page.attention.lines
    for number in range(len(page.attention.lines)):
        hunafa.window.go(places.Home())
        hunafa.settle()
        line = home(hunafa).attention.lines[number]
        line.button.click()
        hunafa.settle()
        assert hunafa.window.key != "home", line.button.words


def test_uncounted_box_leads_to_counting_it(hunafa: Laptop) -> None:
    hunafa.press("Hitung")
    assert hunafa.window.key == "count"
    assert isinstance(hunafa.page, CountPage)
    assert hunafa.page.box.value() == "1103"


@pytest.mark.parametrize(("words", "door"), [("Uang masuk", Door.IN), ("Uang keluar", Door.OUT), ("Pindah", Door.MOVE)])
def test_the_three_buttons_open_their_door(hunafa: Laptop, words: str, door: Door) -> None:
    hunafa.press(words)
    assert isinstance(hunafa.page, RecordDoors)
    assert hunafa.page.door is door


def test_last_records_tell_their_story_on_enter(hunafa: Laptop) -> None:
    table: BookTable[Any] = home(hunafa).last.table
    assert column(table, "description")[:2] == ["Panjar belanja gas", "Konsumsi rapat 22 November"]
    assert column(table, "amount")[0] == "−Rp200.000"
    choose(table, "Konsumsi")
    table.setFocus()
    hunafa.enter()
    assert hunafa.window.key == "story"


def test_enter_on_arrival_is_money_in(hunafa: Laptop) -> None:
    hunafa.enter()
    assert hunafa.window.key == "catat"


def test_empty_book_leads_to_opening_and_first_record(laptop: Laptop, book_path: Path) -> None:
    laptop.window.remember(Settings(holder="Citra Contoh"))
    laptop.window.open_book(book_path)
    laptop.settle()
    assert "Buku ini masih kosong" in laptop.reads()
    assert "Terakhir dicatat" not in laptop.reads()
    laptop.press("Tulis saldo awal")
    assert laptop.window.key == "opening"
    laptop.window.go(places.Home())
    laptop.settle()
    laptop.press("Catat uang masuk pertama")
    assert laptop.window.key == "catat"


def test_copy_is_asked_for_a_week_after_the_last_one(hunafa: Laptop) -> None:
    book = hunafa.window.session.book
    assert book is not None
    asked = copy_wanted(hunafa.window)
    assert asked is not None
    assert "Buku belum pernah disalin" in hunafa.reads()
    hunafa.window.remember(hunafa.window.settings.copied(book.path.absolute(), "2026-11-20"))
    assert copy_wanted(hunafa.window) is None
    hunafa.window.remember(hunafa.window.settings.copied(book.path.absolute(), "2026-11-10"))
    again = copy_wanted(hunafa.window)
    assert again is not None
    assert again.title.values == {"days": 12}


@pytest.mark.parametrize(("width", "height", "text"), [(1024, 600, 1.0), (1366, 768, 1.5), (1024, 600, 2.0)])
def test_nothing_is_wider_than_the_window(hunafa: Laptop, width: int, height: int, text: float) -> None:
    theme.use(theme.Theme("light", text))
    hunafa.window.resize(width, height)
    hunafa.settle()
    page = home(hunafa)
    assert page.area.widget().minimumSizeHint().width() <= page.area.viewport().width()
    assert page.columns.single


def test_home_asks_each_question_once_and_none_for_its_icons(hunafa: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    answer = Office.ask

    def ask(self: Office, query: Query[Any]) -> Any:
        asked.append(type(query).__name__)
        return answer(self, query)

    monkeypatch.setattr(Office, "ask", ask)
    home(hunafa).refresh()
    hunafa.settle()
    assert asked == ["BoxBalances", "MonthInOut", "UepRecap", "LastEntries", "GroupChoices", "Meetings", "AttentionList"]
    month = Month(2026, 11)
    icons = {line.unit: line.icon for line in hunafa.ask(UepRecap(month, month)).lines}
    rows = hunafa.ask(Enterprises(month))
    assert rows
    assert all(icons[row.unit] == row.icon for row in rows)
