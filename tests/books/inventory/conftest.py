"""Chairs and tents: bought, worn, sold and lost in one line each."""

from __future__ import annotations

import pytest

from kubebuku.app.office import Office
from kubebuku.domain.entries import PersonId
from tests.books.trading import Trade


@pytest.fixture
def trade(office: Office) -> Trade:
    trade = Trade(office)
    trade.money(amount=50_000_000)
    return trade


@pytest.fixture
def shop(trade: Trade) -> PersonId:
    return trade.person("Toko Contoh", "outsider")
