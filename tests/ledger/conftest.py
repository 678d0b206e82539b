"""A book in which three months of work were written, for those who attack it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import time_machine

from kubebuku.app.office import Office
from kubebuku.domain.entries import OPENING
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.closings import Count
from tests.builders import NOW, Books, new_book


@pytest.fixture(scope="session")
def worked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Opening, sale, purchase, loan, a struck pair, a tent; January and February closed, February opened again."""
    path = new_book(tmp_path_factory.mktemp("worked"))
    with time_machine.travel(NOW, tick=False), Office.open(path, who="Ani Contoh") as office:
        books = Books(office)
        books.person("Ani Contoh")
        budi = books.person("Budi Contoh")
        books.loan("P-001", budi, 300_000)
        books.item("Tenda biru", 1_500_000)
        books.post(
            "2026-01-01 | Saldo awal | 1101 2.500.000 | 1102 1.000.000 "
            "| 2110 -500.000 &Ani | 3101 -200.000 &Budi | 3190 -2.800.000",
            kind=OPENING,
        )
        books.post("2026-01-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda")
        books.post("2026-01-12 | Belanja bahan catering | 5101 250.000 @catering | 1101 -250.000")
        books.post("2026-01-20 | Pinjaman Budi | 1130 300.000 &Budi #P-001 | 1102 -300.000")
        wrong = books.post("2026-01-25 | Ongkos angkut | 5103 20.000 @tenda | 1101 -20.000")
        books.strike(wrong.id, then=["2026-01-25 | Ongkos angkut | 5103 25.000 @tenda | 1101 -25.000"])
        books.close("2026-01", counts={"1101": Count(Rupiah(2_975_000), Rupiah(2_975_000)), "1110": Count(Rupiah(0), None)})
        books.post("2026-02-03 | Beli tenda | 1201 1.500.000 !biru | 1101 -1.500.000")
        books.close("2026-02")
        books.reopen("2026-02")
        books.post("2026-03-07 | Sewa tenda | 1101 900.000 | 4101 -900.000 @tenda")
        assert not books.findings()
    return path


@pytest.fixture
def worked(worked_once: Path, tmp_path: Path) -> Path:
    """That book, for one test to do with as it likes."""
    return Path(shutil.copyfile(worked_once, tmp_path / "buku.kubebuku"))
