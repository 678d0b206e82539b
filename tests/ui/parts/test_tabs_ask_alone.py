"""A tab asks the books when it is looked at, and again only after something was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

from kubebuku.app.office import Office
from kubebuku.books.solidarity.commands import TakeDues
from kubebuku.domain.entries import PersonId
from kubebuku.ui import places
from kubebuku.ui.books.solidarity.fund import SolidarityFundPage
from tests.ui.hands.laptop import Laptop, Opener
from tests.ui.hands.tables import rows_of
from tests.ui.written.hunafa import NOVEMBER, OCTOBER, on


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions put to the book, by name."""
    found: list[str] = []
    ask = Office.ask

    def telling(office: Office, query: Any) -> Any:
        found.append(type(query).__name__)
        return ask(office, query)

    monkeypatch.setattr(Office, "ask", telling)
    return found


def choose(laptop: Laptop, words: str, asked: list[str]) -> set[str]:
    """Press a tab; what it asked."""
    asked.clear()
    laptop.press(words)
    return set(asked)


def test_each_tab_asks_for_its_own_part_once(open_book: Opener, savings_book: Path, asked: list[str]) -> None:
    laptop = open_book(savings_book)
    asked.clear()
    laptop.window.go(places.SolidarityFund())
    laptop.settle()
    page = laptop.page
    assert isinstance(page, SolidarityFundPage)
    assert not {"SolidarityBook", "Benefits", "SolidarityRules"} & set(asked)
    assert [page.is_built(tab) for tab in ("grid", "book", "benefits", "rules")] == [True, False, False, False]
    assert choose(laptop, "Buku IKS", asked) == {"SolidarityBook"}
    before = len(rows_of(page.book))
    assert choose(laptop, "Iuran", asked) == set()
    assert choose(laptop, "Buku IKS", asked) == set()

    laptop.press("Iuran")
    behind = TakeDues(on=on("22/11"), person=PersonId(3), months=(OCTOBER, NOVEMBER))
    asked.clear()
    laptop.window.session.run(page, behind)
    laptop.settle()
    assert "SolidarityFund" in asked
    assert "SolidarityBook" not in asked
    assert choose(laptop, "Buku IKS", asked) == {"SolidarityBook"}
    assert len(rows_of(page.book)) == before + 1


def test_the_tab_looked_at_last_is_the_one_that_shows(open_book: Opener, savings_book: Path) -> None:
    laptop = open_book(savings_book)
    laptop.window.go(places.SolidarityFund())
    page = laptop.page
    assert isinstance(page, SolidarityFundPage)
    laptop.window.go(places.SolidarityFund(tab="book"))
    laptop.window.go(places.SolidarityFund(tab="rules"))
    laptop.settle()
    QTest.qWait(0)
    assert page.rules.isVisible()
    assert not page.is_built("book")
    laptop.press("Iuran")
    assert page.chart.isVisible()
    assert not page.rules.isVisible()
