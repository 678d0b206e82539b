"""Each of the eleven books, read and printed, of a group that has just begun, of one with figures, and after months of work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from kubebuku import i18n
from kubebuku.app.office import Office
from kubebuku.app.sample import make_sample
from kubebuku.domain.calendar import Month
from kubebuku.reports import books, monthly
from kubebuku.reports.catalog import BOOKS_ALONE, PARTS
from kubebuku.reports.document import Document
from kubebuku.reports.table import Table
from tests.cli.running import run

#: The columns that a pendamping knows (domain.md 2), in their order; a book may have more of them in between.
COLUMNS = {
    "members": "No · Nama · L/P · Tempat dan tanggal lahir · Alamat · Pendidikan · Pekerjaan · Masuk tanggal · Keterangan",
    "guests": "No · Hari dan tanggal · Nama · Instansi atau alamat · Jabatan · Maksud tujuan · Kesan, pesan, saran",
    "inventory": "No · Nama barang · Asal barang · Diterima atau dibeli · Jumlah barang · Disimpan di · Kondisi · Keterangan",
    "letters": "No · Tanggal surat · Tanggal terima · No. surat diterima · Dari · Perihal · Lampiran · Status TL",
    "cash": "No · Tanggal · No. Bukti · Uraian · Penerimaan (Rp) · Pengeluaran (Rp) · Saldo (Rp)",
    "enterprise": "No · Tanggal · Uraian · Penjualan/ pendapatan (Rp) · Pembelian bahan (Rp) · Biaya lain (Rp) · Saldo laba (Rp)",
    "savings_loan": "No · Tanggal · No. Bukti · Uraian · Simpanan · Angsuran pokok · Pencairan pinjaman · Saldo (Rp)",
    "personal_savings": "No · Nama · Pokok (Rp) · Wajib (Rp) · Sukarela (Rp)",
    "activities": "No · Tanggal · Nama · Jabatan · Tempat · Uraian · Tanda tangan",
    "solidarity": "No · Tanggal · Uraian · Iuran masuk (Rp) · Sisihan hasil usaha (Rp) · Santunan/ keluar (Rp) · Saldo (Rp)",
}
#: A month without a meeting has neither daftar hadir nor notulen.
WITHOUT_TABLE = {"meetings"}

OCTOBER = Month(2026, 10)


@pytest.fixture(scope="module", params=["empty", "figures", "practice"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    path = tmp_path_factory.mktemp("sebelas") / "buku.kubebuku"
    i18n.set_language("id")
    if request.param == "empty":
        Office.create(path, "Kube Coba", date(2026, 10, 1))
    else:
        kube = "Mawar" if request.param == "figures" else "Hunafa Bersama"
        make_sample(path, kube=kube, months=2, until=date(2026, 11, 5))
    with Office.open(path, write=False) as office:
        yield office


def printed(office: Office, name: str) -> Document:
    return office.read(lambda reading: books.build(reading, OCTOBER, name))


def report(office: Office, parts: frozenset[str]) -> Document:
    return office.read(lambda reading: monthly.build(reading, OCTOBER, parts=parts))


@pytest.mark.parametrize("name", BOOKS_ALONE)
def test_every_book_is_read_and_printed(kept: Office, name: str, tmp_path: Path) -> None:
    assert run("book", kept.path, "--name", name).code == 0
    assert isinstance(run("book", kept.path, "--name", name, "--month", "2026-10", "--json").json, list)
    for paper in ("a4", "f4"):
        out = tmp_path / f"{paper}.pdf"
        done = run("report", kept.path, "--month", "2026-10", "--book", name, "--paper", paper, "--out", out)
        assert done.code == 0, done.err
        assert "Oktober 2026" in PdfReader(out).pages[0].extract_text()
    sheet = tmp_path / "buku.xlsx"
    assert run("report", kept.path, "--month", "2026-10", "--book", name, "--out", sheet).code == 0
    assert load_workbook(sheet).worksheets


@pytest.mark.parametrize("name", COLUMNS)
def test_every_book_has_the_columns_that_are_known(kept: Office, name: str) -> None:
    tables = [block for part in printed(kept, name).parts for block in part.blocks if isinstance(block, Table)]
    shown = [[" ".join(column.title.split()) for column in table.columns] for table in tables]
    wanted = COLUMNS[name].split(" · ")
    assert any([title for title in titles if title in wanted] == wanted for titles in shown), shown


def test_only_the_minutes_of_a_month_without_meeting_have_no_table(kept: Office) -> None:
    bare = {
        name
        for name in BOOKS_ALONE
        if not any(isinstance(block, Table) for part in printed(kept, name).parts for block in part.blocks)
    }
    assert bare <= WITHOUT_TABLE


def test_report_follows_the_order_of_the_programme() -> None:
    order = (
        "cover recap cash enterprise loans savings solidarity inventory activities letters guests meetings aid debts statements"
    )
    assert [part.key for part in PARTS][: len(order.split())] == order.split()


def test_every_part_of_the_report_can_be_left_out_or_stand_alone(kept: Office) -> None:
    every = frozenset(part.key for part in PARTS)
    for part in PARTS:
        assert report(kept, frozenset({part.key})).parts
        rest = report(kept, every - {part.key})
        assert not [one.key for one in rest.parts if one.key == part.key or one.key.startswith(f"{part.key}-")]
