"""The laptop of the other pages, its book, and files as they lie on a phone."""

from __future__ import annotations

from tests.ui.pages.conftest import laptop
from tests.ui.pages_c.conftest import goods_book, open_book, plain_book

__all__ = ["goods_book", "laptop", "open_book", "plain_book"]
