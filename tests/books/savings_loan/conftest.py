"""A book with money to lend, a few people, and a treasurer's hand in it."""

from __future__ import annotations

import pytest

from kubebuku.app.office import Office
from tests.books.savings_loan.lender import Lender


@pytest.fixture
def lender(office: Office) -> Lender:
    """Two million in Kas Simpan Pinjam; Ani, Budi and Citra are members, Warga is none, Dedi has left."""
    made = Lender(office)
    made.money("1102", 2_000_000)
    made.people()
    return made
