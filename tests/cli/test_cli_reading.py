"""balance, register, journal, statement, check: the same figures in every form, and damage told."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from kubebuku.app.office import Office
from kubebuku.domain.calendar import Month
from kubebuku.ledger import chain
from tests.builders import Books, crash, forger
from tests.cli.running import entry, post, run
from tests.ledger.forge import unguarded

HELD = {
    "1101": 720_000,
    "1102": 50_000,
    "1201": 1_000_000,
    "2101": -600_000,
    "2110": -50_000,
    "3110": -900_000,
    "4101": -250_000,
    "5103": 30_000,
}


# ------------------------------------------------------------------------------------------------------------- balance


def test_balance_is_signed_debit_positive_in_order_of_the_codes(worked: Path) -> None:
    done = run("balance", worked, "--json")
    assert done.json == HELD
    assert list(done.json) == sorted(HELD)
    assert done.out.endswith("}\n")
    assert done.out.count("\n") == 1


def test_balance_at_a_day_knows_only_what_was_posted_until_then(worked: Path) -> None:
    assert run("balance", worked, "--json", "--at", "2026-01-31").json == {"1101": 1_150_000, "3110": -900_000, "4101": -250_000}
    assert run("balance", worked, "--json", "--at", "2026-01-05").json == {"1101": 900_000, "3110": -900_000}
    assert run("balance", worked, "--json", "--at", "2025-12-31").json == {}


def test_account_that_holds_nothing_any_more_is_there(worked: Path) -> None:
    post(worked, entry(1, "2026-03-02", ("2101", 600_000), ("1101", -600_000)))
    assert run("balance", worked, "--json").json["2101"] == 0


def test_balance_for_the_eye_has_names_and_points(worked: Path) -> None:
    out = run("balance", worked).out.splitlines()
    assert out[0].split() == ["1101", "Kas", "720.000"]
    assert out[3].split() == ["2101", "Utang", "Usaha", "−600.000"]
    assert run("balance", worked, "--lang", "en", "--at", "2026-01-05").out.split()[:3] == ["1101", "Cash", "900.000"]


def test_struck_pair_stays_in_the_balance_and_the_journal(worked: Path) -> None:
    with Office.open(worked) as office:
        Books(office).strike(2)
    assert run("balance", worked, "--json").json["4101"] == 0
    last = run("journal", worked, "--json", "--month", "2026-01").lines[-1]
    assert (last["kind"], last["reverses"], last["number"]) == ("reversal", 2, "BM/2026/0001")


# ------------------------------------------------------------------------------------------------- register and journal


def test_register_has_the_running_balance_and_null_keys(worked: Path) -> None:
    rows = run("register", worked, "--account", "1101", "--json").json
    assert [(row["amount"], row["balance"]) for row in rows] == [
        (900_000, 900_000),
        (250_000, 1_150_000),
        (-400_000, 750_000),
        (-30_000, 720_000),
    ]
    assert rows[1] == {
        "id": 2,
        "number": "BKM/2026/0002",
        "date": "2026-01-06",
        "description": "Sewa tenda, 2 hari",
        "amount": 250_000,
        "balance": 1_150_000,
        "unit": None,
        "person": None,
        "loan": None,
        "item": None,
    }


def test_register_of_a_month_goes_on_from_the_balance_before(worked: Path) -> None:
    assert [row["balance"] for row in run("register", worked, "--account", "1101", "--month", "2026-02", "--json").json] == [
        750_000
    ]
    shown = run("register", worked, "--account", "1101", "--month", "2026-02").out.splitlines()
    assert shown[0].split() == ["Saldo", "sebelumnya", "1.150.000"]
    assert run("register", worked, "--account", "1101", "--month", "2026-10", "--json").json == []


def test_register_names_units_and_people(worked: Path) -> None:
    assert run("register", worked, "--account", "4101", "--json").json[0]["unit"] == "Sewa tenda"
    assert run("register", worked, "--account", "2110", "--json").json[0]["person"] == "Ani Contoh"
    assert "Tabungan; Ani" in run("register", worked, "--account", "2110").out


def test_register_of_no_account_is_refused_and_of_an_unused_one_is_empty(worked: Path) -> None:
    assert run("register", worked, "--account", "9999").code == 1
    assert run("register", worked, "--account", "1110").out == ""


def test_journal_goes_by_date_and_holds_every_line(worked: Path) -> None:
    post(worked, entry(1, "2026-01-02", ("1101", 1_000), ("4105", -1_000), said="Ditulis kemudian"))
    lines = run("journal", worked, "--json").lines
    assert [line["id"] for line in lines] == [6, 1, 2, 3, 4, 5]
    assert list(lines[0]) == ["id", "number", "date", "description", "kind", "postings", "reverses", "hash"]
    assert lines[2]["postings"][1] == {
        "account": "4101",
        "amount": -250_000,
        "unit": "Sewa tenda",
        "person": None,
        "loan": None,
        "item": None,
    }
    assert [line["id"] for line in run("journal", worked, "--json", "--month", "2026-02").lines] == [3, 4]


def test_opening_comes_first_on_its_day(book: Path) -> None:
    with Office.open(book) as office:
        books = Books(office)
        books.post("2026-01-01 | Sewa | 1101 5.000 | 4101 -5.000 @tenda")
        books.post("2026-01-01 | Saldo awal | 1101 80.000 | 3190 -80.000", kind="opening")
    assert [line["kind"] for line in run("journal", book, "--json").lines] == ["opening", "journal"]
    assert [row["balance"] for row in run("register", book, "--account", "1101", "--json").json] == [80_000, 85_000]


def test_loans_and_items_are_numbers(book: Path) -> None:
    with Office.open(book) as office:
        books = Books(office)
        loan = books.loan("P-01", books.person("Ani Contoh"), 300_000)
        item = books.item("Tenda biru", 100_000)
    done = post(
        book,
        entry(1, "2026-01-05", ("1102", 400_000), ("3110", -400_000)),
        entry(2, "2026-01-05", ("1130", 300_000, {"person": "Ani Contoh", "loan": loan}), ("1102", -300_000)),
        entry(3, "2026-01-05", ("1201", 100_000, {"item": item}), ("1102", -100_000)),
    )
    assert done.code == 0
    assert run("register", book, "--account", "1130", "--json").json[0]["loan"] == loan
    assert run("register", book, "--account", "1201", "--json").json[0]["item"] == item
    assert "Ani Contoh, loan 1" in run("journal", book).out


def test_journal_for_the_eye(worked: Path) -> None:
    out = run("journal", worked, "--month", "2026-02").out
    assert '2026-02-03  BKK/2026/0001  Tenda "biru"' in out
    assert "Ani Contoh" in out


# ----------------------------------------------------------------------------------------------------------- statement


def statement(book: Path, kind: str, first: str = "2026-01", last: str = "2026-03") -> dict[str, dict[str, int]]:
    done = run("statement", book, "--kind", kind, "--from", first, "--to", last, "--json")
    assert done.code == 0
    for row in done.json:
        assert list(row) == ["code", "label", "level", "amounts"]
        assert list(row["amounts"]) == [str(month) for month in Month.parse(first).until(Month.parse(last))]
    return {row["code"]: row["amounts"] for row in done.json}


def test_position_of_three_months(worked: Path) -> None:
    found = statement(worked, "position")
    assert found["1101"] == {"2026-01": 1_150_000, "2026-02": 750_000, "2026-03": 720_000}
    assert found["2101"] == {"2026-01": 0, "2026-02": 600_000, "2026-03": 600_000}
    assert found["result_current"]["2026-03"] == 220_000
    assert found["assets"] == found["liabilities_and_equity"]


def test_income_of_one_month_leaves_out_accounts_that_did_not_move(worked: Path) -> None:
    assert statement(worked, "income", "2026-03", "2026-03") == {
        "income": {"2026-03": 0},
        "5103": {"2026-03": 30_000},
        "costs": {"2026-03": 30_000},
        "result": {"2026-03": -30_000},
    }


def test_cash_flow_leads_from_opening_to_closing(worked: Path) -> None:
    found = statement(worked, "cashflow")
    assert found["1201"] == {"2026-01": 0, "2026-02": -400_000, "2026-03": 0}
    assert found["opening"] == {"2026-01": 0, "2026-02": 1_150_000, "2026-03": 800_000}
    assert found["closing"] == {"2026-01": 1_150_000, "2026-02": 800_000, "2026-03": 770_000}


def test_statement_labels_and_levels(worked: Path) -> None:
    done = run("statement", worked, "--kind", "income", "--from", "2026-01", "--to", "2026-01", "--json", "--lang", "en")
    assert [(row["code"], row["label"], row["level"]) for row in done.json] == [
        ("4101", "Business income", 1),
        ("income", "Total income", 0),
        ("costs", "Total costs", 0),
        ("result", "Result of the period", 0),
    ]


def test_statement_for_the_eye_has_headings_and_months(worked: Path) -> None:
    lines = run("statement", worked, "--kind", "income", "--from", "2026-01", "--to", "2026-03").out.splitlines()
    assert lines[0].split() == ["2026-01", "2026-02", "2026-03"]
    assert lines[1] == "Pendapatan"
    assert lines[2].split() == ["Pendapatan", "Usaha", "250.000", "0", "0"]
    assert lines[-1].split() == ["Hasil", "usaha", "250.000", "0", "−30.000"]


# --------------------------------------------------------------------------------------------------------------- check


def test_sound_book_passes_every_check(worked: Path) -> None:
    done = run("check", worked, "--json")
    assert done.code == 0
    names = [row["name"] for row in done.json]
    assert names[:6] == ["header", "schema", "integrity", "foreign_keys", "entries", "chain"]
    assert {"numbers", "zero_rule", "opening", "closings", "subsidiaries", "position", "income", "cashflow"} <= set(names)
    assert all(row == {"name": row["name"], "ok": True, "found": []} for row in done.json)


def test_changed_amount_is_named_and_the_exit_code_says_so(worked: Path) -> None:
    raw = forger(worked)
    raw.execute("DROP TRIGGER posting_no_update")
    raw.execute("UPDATE posting SET amount = 260000 WHERE entry = 2 AND amount = 250000")
    raw.close()
    done = run("check", worked, "--json")
    broken = {row["name"]: row["found"] for row in done.json if not row["ok"]}
    assert done.code == 1
    assert {"schema", "entries", "chain"} <= broken.keys()
    assert all(found and all(isinstance(line, str) for line in found) for found in broken.values())
    shown = run("check", worked)
    assert "TIDAK  Tidak ada yang diubah sesudah ditulis" in shown.out
    assert shown.err == "Ada yang tidak beres.\n"


@pytest.mark.parametrize("size", [150, 5_000, 60_000])
def test_book_that_was_cut_off_is_a_finding(worked: Path, size: int) -> None:
    worked.write_bytes(worked.read_bytes()[:size])
    done = run("check", worked, "--json")
    assert done.code == 1
    assert [(row["name"], row["ok"]) for row in done.json] == [("file", False)]
    assert run("balance", worked, "--json").code == 3


@pytest.mark.parametrize("content", [b"", b"kata", bytes(range(100)) * 50])
def test_what_is_no_book_is_surroundings_and_stays(worked: Path, content: bytes) -> None:
    worked.write_bytes(content)
    for words in (("check",), ("balance", "--json"), ("journal", "--json"), ("post",)):
        assert run(words[0], worked, *words[1:]).code == 3
    assert worked.read_bytes() == content
    assert run("balance", worked.with_name("hilang.kubebuku"), "--json").code == 3


def test_head_of_the_chain_is_proved_before_every_answer(worked: Path) -> None:
    raw = forger(worked)
    raw.execute("DROP TRIGGER entry_no_update")
    raw.execute("UPDATE entry SET description = 'Lain' WHERE id = 5")
    raw.close()
    for words in (("balance", "--json"), ("balance",), ("register", "--account", "1101"), ("journal", "--json")):
        done = run(words[0], worked, *words[1:])
        assert (done.code, done.out) == (3, "")


def test_entry_that_lost_its_lines_is_told_by_the_journal(worked: Path) -> None:
    with closing(forger(worked)) as raw, unguarded(raw):
        raw.execute("DELETE FROM posting WHERE entry = 2")
    done = run("journal", worked, "--json")
    assert done.code == 3
    assert "Catatan 2 tidak utuh" in done.err


def test_crashed_book_is_read_as_it_was_before_the_act(worked: Path) -> None:
    crash(worked)
    assert run("balance", worked, "--json").json == HELD
    assert run("check", worked).code == 0


def test_code_on_paper_names_its_entry_and_what_came_after(worked: Path) -> None:
    hash_ = run("journal", worked, "--json").lines[2]["hash"]
    done = run("check", worked, "--json", "--code", chain.check_code(hash_).lower())
    assert done.code == 0
    assert done.json[-1]["name"] == "code"
    assert done.json[-1]["ok"]
    assert "BKK/2026/0001" in done.json[-1]["found"][0]


def test_code_of_a_closing_names_the_month(worked: Path) -> None:
    with Office.open(worked) as office:
        closing = Books(office).close("2026-01")
    found = run("check", worked, "--json", "--code", closing.code).json[-1]["found"]
    assert "Januari 2026" in found[0]


@pytest.mark.parametrize("code", ["ABCD-EFGH", "ABC", "", "kode cek"])
def test_code_that_this_book_does_not_have(worked: Path, code: str) -> None:
    done = run("check", worked, "--json", "--code", code)
    assert done.code == 1
    assert [row["name"] for row in done.json if not row["ok"]] == ["code"]


def test_a_result_that_was_shared_is_told_in_its_parts(worked: Path) -> None:
    post(worked, entry("i", "2026-02-10", ("3131", 75_000, {"unit": "Sewa tenda"}), ("2120", -75_000)))
    found, income = statement(worked, "position"), statement(worked, "income")
    assert found["result_current"] == {"2026-01": 250_000, "2026-02": 175_000, "2026-03": 145_000}
    assert found["result_current_shared"] == {"2026-01": 0, "2026-02": -75_000, "2026-03": -75_000}
    earned = found["result_current_earned"]
    assert earned == {"2026-01": 250_000, "2026-02": 250_000, "2026-03": 220_000}
    assert earned["2026-03"] == sum(income["result"].values())
    assert found["assets"] == found["liabilities_and_equity"]
    assert (
        "Sudah disisihkan/dibagi tahun ini"
        in run("statement", worked, "--kind", "position", "--from", "2026-02", "--to", "2026-02").out
    )


def test_names_with_every_sign_a_path_can_have(worked: Path) -> None:
    odd = worked.with_name("buku 'kita' & 100% #1 ?x=1 é.kubebuku")
    shutil.copyfile(worked, odd)
    assert run("balance", odd, "--json").json == HELD
    assert run("register", odd, "--account", "1101", "--json").code == 0
    assert post(odd, entry(1, "2026-03-02", ("1101", 1_000), ("4105", -1_000))).code == 0


def test_statement_of_december_knows_the_year_before(tmp_path: Path) -> None:
    book = tmp_path / "lama.kubebuku"
    run("new", book, "--name", "Kube Lama", "--opened", date(2025, 12, 1).isoformat())
    post(book, entry(1, "2025-12-05", ("1101", 1_000), ("4105", -1_000)), entry(2, "2026-01-05", ("1101", 500), ("4105", -500)))
    found = statement(book, "position", "2025-12", "2026-01")
    assert found["result_earlier"] == {"2025-12": 0, "2026-01": 1_000}
    assert found["result_current"] == {"2025-12": 1_000, "2026-01": 500}
