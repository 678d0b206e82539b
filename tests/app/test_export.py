"""The exported book before independent judges: Beancount, hledger, Ledger, a CSV reader and a spreadsheet reader."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from beancount import loader
from beancount.core import data
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kubebuku import i18n
from kubebuku.app import export_sheet
from kubebuku.app.export import CURRENCY, FORMATS, export
from kubebuku.app.export_book import account_name
from kubebuku.app.export_sheet import TooManyRows
from kubebuku.app.office import Office
from kubebuku.domain.accounts import Account, Chart, Kind
from kubebuku.ledger import balances
from kubebuku.ledger.charts import shipped_chart
from kubebuku.ledger.refusals import BookDamaged, DiskFull
from kubebuku.reports.write import TargetExists
from tests.builders import Books, forger, new_book


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Every kind of thing an export must carry: own accounts, people, a loan, an item, nota, odd signs, a struck pair."""
    with Office.open(new_book(tmp_path, name="buku"), who="Ani Contoh") as office:
        books = Books(office)
        ani = books.person('Ani "Nita" Ma\'ruf, S.Pd. [1]')
        books.person("=Budi; Contoh")
        books.loan("P-01", ani, 300_000)
        books.item("Tenda biru", 1_500_000)
        books.account("1110.01", "Bank Contoh; Cabang 2026")
        books.account("1101.01", "Kaleng دكان")
        opening = "2026-01-01 | Saldo awal | 1101 2.500.000 | 1102 500.000 | 1110.01 40.000 | 3190 -3.040.000"
        books.post(opening, kind="opening")
        books.post(
            r"2026-01-05 | Sewa \"besar\" \ ; 100% {x} $5 @home # | 1101 750.000 | 4101 -750.000 @tenda",
            "2026-01-06 | =HYPERLINK(1) | 5101 250.000 @catering | 1101 -250.000",
            "2026-01-20 | Pinjaman | 1130 300.000 &Ani #P-01 | 1102 -300.000",
            "2026-02-01 | ( beli * ! tenda | 1201 1.500.000 !biru | 1101 -1.400.000 | 2101 -100.000 &Budi",
            "2026-02-01 | Ke kaleng | 1101.01 20.000 | 1101 -20.000",
        )
        books.strike(books.post("2026-02-02 | +Salah tulis | 5103 20.000 @tenda | 1101 -20.000", nota="-12/A, [x]").id)
        books.post("2026-02-03 | Tabungan | 1102 50.000 | 2110 -50.000 &Budi")
        yield office


def held(office: Office) -> dict[str, int]:
    return {code: int(amount) for code, amount in office.read(lambda reading: balances.by_account(reading.connection)).items()}


def code_in(name: str) -> str:
    """``Assets:1110-Bank:01-Bank-Contoh`` is 1110.01."""
    found = re.fullmatch(r"\w+:(\d{4})[\w-]*(?::(\d{2})[\w-]*)?", name)
    assert found is not None, name
    return found[1] + (f".{found[2]}" if found[2] else "")


def by_beancount(file: Path) -> tuple[dict[str, int], list[Any]]:
    """What Beancount itself makes of the file, which it must find without fault."""
    entries, errors, _options = loader.load_file(str(file))
    assert errors == []
    sums: dict[str, int] = {}
    transactions: list[Any] = [entry for entry in entries if isinstance(entry, data.Transaction)]
    for transaction in transactions:
        for posting in transaction.postings:
            assert posting.units.currency == CURRENCY
            code = code_in(posting.account)
            sums[code] = sums.get(code, 0) + int(posting.units.number)
    return sums, transactions


def test_beancount_finds_no_fault_and_the_same_balances(office: Office, tmp_path: Path) -> None:
    export(office, "beancount", tmp_path / "b.beancount")
    sums, transactions = by_beancount(tmp_path / "b.beancount")
    assert sums == held(office)
    first = transactions[1]
    assert first.narration == r"Sewa \"besar\" \ ; 100% {x} $5 @home #"
    assert (first.meta["bukti"], first.meta["kind"], first.links) == ("BKM/2026/0001", "journal", {"BKM-2026-0001"})
    assert first.postings[1].meta["unit"] == "Sewa tenda"
    loan = next(one for one in transactions if one.narration == "Pinjaman")
    assert loan.payee == 'Ani "Nita" Ma\'ruf, S.Pd. [1]'
    assert loan.postings[0].meta["loan"] == "1"
    mirror = next(one for one in transactions if "reverses" in one.meta)
    assert mirror.meta["reverses"] == "BKK/2026/0004"
    assert next(one for one in transactions if one.narration == "+Salah tulis").meta["nota"] == "-12/A, [x]"


def test_practice_book_with_loans_savings_and_dues_keeps_its_balances(practice_book: Path, tmp_path: Path) -> None:
    with Office.open(practice_book, write=False) as office:
        export(office, "beancount", tmp_path / "b.beancount")
        sums, transactions = by_beancount(tmp_path / "b.beancount")
        assert sums == held(office)
    assert {"1130", "2110", "2120", "3102", "4102"} <= sums.keys()
    assert {posting.meta["loan"] for one in transactions for posting in one.postings if "loan" in posting.meta}


def test_bean_check_itself_is_content(office: Office, tmp_path: Path) -> None:
    export(office, "beancount", tmp_path / "b.beancount")
    judge = Path(sys.executable).with_name("bean-check")
    done = subprocess.run([str(judge), str(tmp_path / "b.beancount")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def program(name: str) -> str:
    """A judge that not every machine has; where it is missing the test says so by its name."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed here")
    return found


def judged(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_hledger_is_strict_and_finds_the_same_balances(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "b.hledger"
    export(office, "hledger", file)
    judged(program("hledger"), "-f", str(file), "check", "--strict")
    rows = csv.reader(judged(program("hledger"), "-f", str(file), "balance", "-O", "csv", "-N", "-E", "--flat").splitlines()[1:])
    sums = {code_in(name): int((amount or "0").replace(CURRENCY, "")) for name, amount in rows if "-" in name}
    assert {code: amount for code, amount in sums.items() if amount} == {c: a for c, a in held(office).items() if a}


def test_ledger_finds_the_same_balances(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "b.ledger"
    export(office, "ledger", file)
    form = "%(account)\t%(quantity(amount))\n"
    rows = [
        line.split("\t") for line in judged(program("ledger"), "-f", str(file), "--strict", "register", "-F", form).splitlines()
    ]
    sums: dict[str, int] = {}
    for name, amount in rows:
        sums[code_in(name)] = sums.get(code_in(name), 0) + int(amount)
    assert sums == held(office)


def test_text_that_a_spreadsheet_would_calculate_is_inert_in_csv(office: Office, tmp_path: Path) -> None:
    export(office, "csv", tmp_path / "b.csv")
    raw = (tmp_path / "b.csv").read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    rows = list(csv.DictReader(raw.decode().splitlines()))
    assert {row["description"] for row in rows} >= {"'=HYPERLINK(1)", "'+Salah tulis", "Pinjaman"}
    assert {row["person"] for row in rows} >= {"'=Budi; Contoh"}
    assert {row["nota"] for row in rows} >= {"'-12/A, [x]"}
    sums: dict[str, int] = {}
    for row in rows:
        sums[row["account"]] = sums.get(row["account"], 0) + int(row["amount"])
    assert sums == held(office)


def test_sheet_has_figures_dates_texts_and_sums_that_show(office: Office, tmp_path: Path) -> None:
    export(office, "xlsx", tmp_path / "b.xlsx")
    book = openpyxl.load_workbook(tmp_path / "b.xlsx", data_only=True)
    journal, trial = book.worksheets
    assert (journal.title, trial.title) == ("Jurnal", "Neraca saldo")
    rows = list(journal.iter_rows(min_row=2, values_only=True))
    assert rows[4][:5] == (datetime(2026, 1, 5), "BKM/2026/0001", 2, "journal", r"Sewa \"besar\" \ ; 100% {x} $5 @home #")
    assert "=HYPERLINK(1)" in {row[4] for row in rows}
    assert {cell.data_type for line in journal.iter_rows(min_row=2) for cell in line} <= {"s", "n", "d"}
    whole = list(trial.iter_rows(min_row=2, values_only=True))
    amounts: dict[Any, Any] = {code: (debit or 0) - (credit or 0) for code, _, debit, credit in whole[:-1]}
    assert amounts == held(office)
    assert whole[-1][2] == whole[-1][3] == sum(amount for amount in held(office).values() if amount > 0)
    formulas = openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets[1]
    assert formulas.cell(len(whole) + 1, 3).value == f"=SUM(C2:C{len(whole)})"


@pytest.mark.parametrize("form", FORMATS)
def test_empty_book_is_exported_too(tmp_path: Path, form: str) -> None:
    with Office.open(new_book(tmp_path), write=False) as office:
        export(office, form, tmp_path / f"b.{form}")
    assert (tmp_path / f"b.{form}").stat().st_size > 0


@pytest.mark.parametrize("form", FORMATS)
def test_file_that_is_there_is_refused(office: Office, tmp_path: Path, form: str) -> None:
    (tmp_path / "b").write_bytes(b"lama")
    with pytest.raises(TargetExists):
        export(office, form, tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == b"lama"
    export(office, form, tmp_path / "b", replace=True)
    assert (tmp_path / "b (lama)").read_bytes() == b"lama"


def test_damaged_book_is_not_exported(office: Office, tmp_path: Path) -> None:
    raw = forger(office.path)
    raw.execute("DROP TRIGGER posting_no_update")
    raw.execute("UPDATE posting SET amount = amount * 2")
    raw.close()
    with pytest.raises(BookDamaged):
        export(office, "csv", tmp_path / "b.csv")
    assert not (tmp_path / "b.csv").exists()


def test_more_lines_than_a_sheet_has_are_refused(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_sheet, "MOST_ROWS", 5)
    with pytest.raises(TooManyRows):
        export(office, "xlsx", tmp_path / "b.xlsx")
    assert not (tmp_path / "b.xlsx").exists()


def test_full_disk_under_a_sheet_is_told(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_place: Path, _whole: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(DiskFull):
        export(office, "xlsx", tmp_path / "b.xlsx")


def test_account_names_are_plain_and_carry_their_code() -> None:
    own = [
        Account("1110.01", Kind.ASSET, {"id": "Bank Contoh; Cabang 2"}, box=True, parent="1110"),
        Account("1110.02", Kind.ASSET, {"id": "بنك"}, box=True, parent="1110"),
        Account("5190.01", Kind.COST, {"id": "Café  --é"}, parent="5190"),
    ]
    chart = Chart([*shipped_chart(), *own])
    names = [account_name(chart[code], chart, "id") for code in ("1101", "3110", "1110.01", "1110.02", "5190.01")]
    assert names == [
        "Assets:1101-Kas",
        "Equity:3110-Modal-Bantuan-Hibah",
        "Assets:1110-Bank:01-Bank-Contoh-Cabang-2",
        "Assets:1110-Bank:02",
        "Expenses:5190-Beban-Lain-lain:01-Cafe-e",
    ]
    assert account_name(chart["1101"], chart, "en") == "Assets:1101-Cash"


def test_export_speaks_the_language_of_its_reader(office: Office, tmp_path: Path) -> None:
    i18n.set_language("en")
    try:
        export(office, "ledger", tmp_path / "b.ledger")
    finally:
        i18n.set_language("id")
    assert "Assets:1101-Cash" in (tmp_path / "b.ledger").read_text(encoding="utf-8")


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=60).map(
    lambda text: f"a {text}"
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(texts=st.lists(TEXTS, min_size=1, max_size=6))
def test_whatever_is_written_in_a_description_no_judge_stumbles(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("ekspor")
    with Office.open(new_book(folder)) as office:
        for text in texts:
            Books(office).post("2026-01-05 | Sewa | 1101 5.000 | 4101 -5.000 @tenda", nota=text[:50])
        raw = [line for line in texts if "|" not in line]
        for text in raw:
            Books(office).post(f"2026-01-06 | {text} | 1101 7.000 | 4101 -7.000 @tenda")
        for form in ("beancount", "hledger", "ledger"):
            export(office, form, folder / f"b.{form}")
        total = held(office)["1101"]
    assert by_beancount(folder / "b.beancount")[0]["1101"] == total
    if shutil.which("hledger"):
        assert str(total) in judged("hledger", "-f", str(folder / "b.hledger"), "balance", "1101")
    if shutil.which("ledger"):
        assert str(total) in judged("ledger", "-f", str(folder / "b.ledger"), "balance", "1101")
