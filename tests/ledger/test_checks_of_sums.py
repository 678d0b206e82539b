"""Checks that read the same sums twice find what a forger with every guard dropped has done, and nothing in a sound book."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kubebuku.app.office import Moment, Office
from kubebuku.i18n import say
from kubebuku.ledger import statements
from kubebuku.ledger.findings import Finding
from tests.builders import NOW, TODAY, Books, findings_of, forger, new_book


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Two years with every kind of thing in them."""
    path = new_book(tmp_path)
    with Office.open(path, who="Ani Contoh") as office:
        office.moment = Moment(TODAY, NOW)
        books = Books(office)
        ani, _budi = books.person("Ani Contoh"), books.person("Budi Contoh")
        books.loan("P-01", ani, 300_000)
        books.post("2026-01-01 | Saldo awal | 1101 900.000 | 1102 500.000 | 3190 -1.400.000", kind="opening")
        books.post(
            "2026-01-05 | Sewa | 1101 400.000 | 4101 -400.000 @tenda",
            "2026-01-06 | Fotokopi | 5104 20.000 | 1101 -20.000",
            "2026-02-03 | Pencairan | 1130 300.000 &Ani #P-01 | 1102 -300.000",
            "2026-03-03 | Angsuran | 1102 110.000 | 1130 -100.000 &Ani #P-01 | 4102 -10.000 #P-01",
            "2026-03-04 | Tabungan | 1102 50.000 | 2110 -50.000 &Budi",
        )
        books.strike(books.post("2026-03-05 | Salah | 5101 70.000 @catering | 1101 -70.000").id)
    return path


def forged(book: Path, *statements: str) -> dict[str, Finding]:
    """What is found after plain SQL with foreign keys off and every trigger dropped for a moment."""
    raw = forger(book)
    guards = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        raw.execute(statement)
    for _, text in guards:
        raw.execute(text)
    raw.close()
    return findings_of(book)


def words(finding: Finding) -> list[str]:
    return [say(line) for line in finding.found]


def test_sound_book_has_no_findings(book: Path) -> None:
    assert findings_of(book) == {}


def test_income_without_its_money_is_found_in_position_and_units(book: Path) -> None:
    found = forged(book, "UPDATE posting SET amount = -450000 WHERE account = '4101'")
    assert words(found["position"])[0] == "Januari 2026: aset Rp1.780.000, liabilitas dan ekuitas Rp1.830.000."
    assert "income" not in found  # both sums read the same rows


def test_money_without_its_counterpart_is_found_in_the_cash_flow(book: Path) -> None:
    found = forged(book, "UPDATE posting SET amount = amount + 7000 WHERE account = '1101' AND date = '2026-01-05'")
    assert words(found["cashflow"]) == ["Januari 2026: menurut arus kas uangnya Rp1.780.000, menurut catatan Rp1.787.000."]


def test_saving_of_nobody_is_found_in_dimensions_and_control_account(book: Path) -> None:
    found = forged(book, "UPDATE posting SET person = NULL WHERE account = '2110'")
    assert words(found["dimensions"]) == ["BKM/2026/0003: tidak tertulis Tabungan Anggota milik siapa."]
    assert words(found["subsidiaries"]) == ["Tabungan Anggota berisi −Rp50.000, buku-buku di bawahnya bersama Rp0."]


def test_instalment_of_somebody_else_is_found(book: Path) -> None:
    found = forged(book, "UPDATE posting SET person = 2 WHERE account = '1130' AND amount < 0")
    assert words(found["subsidiaries"]) == ["Pinjaman P-01 memuat baris orang yang bukan peminjamnya."]


def test_entry_ahead_of_its_recording_is_found(book: Path) -> None:
    found = forged(book, "UPDATE entry SET recorded = '2026-01-03T08:00:00Z' WHERE id = 3")
    assert words(found["days"]) == ["BKK/2026/0001 bertanggal 6 Januari 2026 padahal dicatat 3 Januari 2026."]


def test_year_closed_on_another_day_is_found(book: Path) -> None:
    found = forged(book, "UPDATE entry SET kind = 'closing' WHERE id = 3")
    assert words(found["days"]) == ["BKK/2026/0001 menutup tahun pada tanggal 6 Januari 2026."]


def test_businesses_that_do_not_make_the_income_statement_are_found(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_unit = statements.income_by_unit

    def without_umum(*asked: Any) -> dict[int | None, dict[str, int]]:
        return {unit: figures for unit, figures in by_unit(*asked).items() if unit is not None}

    monkeypatch.setattr(statements, "income_by_unit", without_umum)
    found = findings_of(book)
    assert words(found["income"]) == ["2026: semua usaha bersama Rp410.000, laba rugi Rp390.000."]


def test_empty_book_passes_every_check(tmp_path: Path) -> None:
    assert findings_of(new_book(tmp_path)) == {}
