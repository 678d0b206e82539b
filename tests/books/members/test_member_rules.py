"""How old somebody is on a day, and in which order offices sign."""

from __future__ import annotations

from datetime import date

import pytest

from kubebuku.books.members.rules import age_on, role_order


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(1990, 3, 15), date(2026, 3, 14), 35),
        (date(1990, 3, 15), date(2026, 3, 15), 36),
        (date(1990, 3, 15), date(2026, 3, 16), 36),
        (date(1990, 12, 31), date(2026, 1, 1), 35),
        (date(1990, 1, 31), date(2026, 12, 1), 36),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2026, 3, 15), date(2026, 3, 15), 0),
    ],
)
def test_a_year_older_on_the_birthday(born: date, day: date, years: int) -> None:
    assert age_on(born, day) == years


def test_offices_sign_in_their_order_and_others_by_name() -> None:
    offices = ["seksi usaha", "bendahara", "humas", "ketua", "sekretaris"]
    assert sorted(offices, key=role_order) == ["ketua", "sekretaris", "bendahara", "humas", "seksi usaha"]
