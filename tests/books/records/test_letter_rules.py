"""The number on a letter of the group."""

from __future__ import annotations

from datetime import date

from kubebuku.books.letters.rules import letter_number


def test_agenda_number_sender_month_in_roman_figures_year() -> None:
    assert letter_number(1, date(2026, 1, 31)) == "001/KUBE/I/2026"
    assert letter_number(115, date(2027, 4, 1)) == "115/KUBE/IV/2027"
    assert letter_number(1_000, date(2026, 12, 31)) == "1000/KUBE/XII/2026"
    assert [letter_number(7, date(2026, month, 1)).split("/")[2] for month in range(1, 13)] == [
        *("I", "II", "III", "IV", "V", "VI"),
        *("VII", "VIII", "IX", "X", "XI", "XII"),
    ]
