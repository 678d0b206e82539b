"""post: each line an entry, each answer durable; what is not an entry is refused by name, and the next line is read."""

from __future__ import annotations

import json
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kubebuku.app.office import Office
from kubebuku.ledger.refusals import DiskFull
from tests.cli.running import as_lines, entry, post, run

SALE = entry("x", "2026-01-05", ("1101", 50_000), ("4101", -50_000, {"unit": "Sewa tenda"}))


def changed(**more: object) -> dict[str, Any]:
    """The sale with other keys."""
    return {**SALE, **more}


def with_posting(**more: object) -> dict[str, Any]:
    """The sale with another first posting."""
    return changed(postings=[{"account": "1101", "amount": 50_000, **more}, SALE["postings"][1]])


def as_written(amount: str) -> bytes:
    """The sale with an amount written so."""
    return json.dumps(with_posting(amount="?")).replace('"?"', amount).encode() + b"\n"


def without(*keys: str) -> dict[str, Any]:
    return {key: value for key, value in SALE.items() if key not in keys}


def test_answer_is_number_id_and_hash(book: Path) -> None:
    done = post(book, SALE)
    assert done.code == 0
    answer = done.json
    assert list(answer) == ["ref", "number", "id", "hash"]
    assert (answer["ref"], answer["number"], answer["id"], len(answer["hash"])) == ("x", "BKM/2026/0001", 1, 64)
    assert run("journal", book, "--json").json["hash"] == answer["hash"]


def test_line_of_the_documentation_with_every_key(book: Path) -> None:
    nulls: dict[str, None] = {"unit": None, "person": None, "loan": None, "item": None}
    done = post(book, entry("x1", "2026-01-05", ("1101", 50_000, nulls), ("3110", -50_000, nulls)))
    assert done.json["number"] == "BKM/2026/0001"


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"kata\n", "json"),
        (b"[1]\n", "json"),
        (b'"x"\n', "json"),
        (b"null\n", "json"),
        (b'{"ref": "x"\n', "json"),
        (b'{"ref": NaN}\n', "json"),
        (b'{"ref": "\xff"}\n', "json"),
        (b"[" * 100_000 + b"\n", "json"),
        ({**SALE, "reff": 1}, "unknown-key"),
        (with_posting(person_id=1), "unknown-key"),
        (b'{"ref": "x", "date": "2026-01-05", "date": "2026-01-06"}\n', "doubled-key"),
        (b'{"ref": "x", "date": "2026-01-05", "description": "a", "postings": [{"item": 1, "item": 1}]}\n', "doubled-key"),
        (without("date"), "missing-key"),
        (without("description"), "missing-key"),
        (without("postings"), "missing-key"),
        (changed(postings=[{"account": "1101"}]), "missing-key"),
        (changed(date=20260105), "wrong-type"),
        (changed(description=None), "wrong-type"),
        (changed(postings={}), "wrong-type"),
        (changed(postings=["1101"]), "wrong-type"),
        (with_posting(account=1101), "wrong-type"),
        (with_posting(unit=2), "wrong-type"),
        (with_posting(loan="P-01"), "wrong-type"),
        (with_posting(item=True), "wrong-type"),
        (changed(date="05-01-2026"), "bad-date"),
        (changed(date="20260105"), "bad-date"),
        (changed(date="2026-02-31"), "bad-date"),
        (changed(date="2026-W01-1"), "bad-date"),
        (changed(date="\u0662\u0660\u0662\u0666-01-05"), "bad-date"),
        (with_posting(amount=50000.0), "amount-not-integer"),
        (with_posting(amount="50000"), "amount-not-integer"),
        (with_posting(amount=True), "amount-not-integer"),
        (with_posting(amount=None), "amount-not-integer"),
        (as_written("5e4"), "amount-not-integer"),
        (with_posting(amount=10**12), "amount-too-large"),
        (with_posting(amount=-(10**40)), "amount-too-large"),
        (as_written("9" * 5_000), "amount-too-large"),
        (with_posting(amount=0), "zero-amount"),
        (with_posting(amount=49_999), "unbalanced"),
        (changed(postings=[]), "too-few-lines"),
        (entry("x", "2026-01-05", *[("1101", 1)] * 200, ("4101", -200, {"unit": "Catering"})), "too-many-lines"),
        (entry("x", "2026-01-05", ("1101", 5), ("1101", -5)), "no-effect"),
        (with_posting(account="9999"), "unknown-account"),
        (with_posting(account="1000"), "heading-account"),
        (with_posting(account="2110"), "dimension-missing"),
        (with_posting(unit="Bengkel"), "name-unknown"),
        (with_posting(person="Budi Contoh"), "name-unknown"),
        (with_posting(person="\ud800"), "name-unknown"),
        (with_posting(loan=1), "dimension-unknown"),
        (with_posting(item=2**70), "dimension-unknown"),
        (changed(date="2025-12-31"), "before-opening"),
        (changed(date="2026-11-24"), "not-yet"),
        (changed(description="  "), "description-missing"),
        (changed(description="x" * 201), "description-too-long"),
        (changed(description="a\x00b"), "text-control"),
        (entry("x", "2026-01-05", ("5101", 50_000), ("1101", -50_000)), "box-short"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)  # fmt: skip
def test_what_is_no_entry_is_refused_by_name_and_the_next_line_is_read(book: Path, line: object, error: str) -> None:
    if isinstance(line, dict):
        line = json.dumps(line).encode() + b"\n"
    done = post(book, line, changed(ref="next"))
    refused, taken = done.lines
    assert done.code == 1
    assert list(refused) == ["ref", "error", "message"]
    assert (refused["ref"], refused["error"]) == (None if error == "json" else "x", error)
    assert refused["message"].endswith((".", "?"))
    assert (taken["ref"], taken["number"]) == ("next", "BKM/2026/0001")


def test_blank_lines_carriage_returns_and_byte_order_mark(book: Path) -> None:
    sale = json.dumps(SALE).encode()
    done = run("post", book, given=b"\xef\xbb\xbf" + sale + b"\r\n\r\n  \t\n\n" + sale)
    assert done.code == 0
    assert [answer["id"] for answer in done.lines] == [1, 2]


def test_nothing_to_post_is_done(book: Path) -> None:
    assert run("post", book).code == 0
    assert run("post", book, given=b"\xef\xbb\xbf\n").out == ""


@pytest.mark.parametrize("ref", [None, 7, 1.5, "ü", ["a"], {"a": None}, "\ud800"])
def test_ref_is_any_json_value_and_comes_back(book: Path, ref: object) -> None:
    done = run("post", book, given=json.dumps(changed(ref=ref)).encode())
    assert done.json["ref"] == ref


def test_ref_may_be_left_out(book: Path) -> None:
    assert post(book, without("ref")).json["ref"] is None


def test_names_are_matched_as_they_are_cleaned(book: Path) -> None:
    assert post(book, entry(1, "2026-01-05", ("1101", 5), ("4101", -5, {"unit": " Sewa  tenda "}))).code == 0


def test_a_day_ahead_is_taken_as_clocks_differ(book: Path) -> None:
    assert post(book, changed(date="2026-11-23")).code == 0


def test_what_a_later_line_needs_may_come_in_an_earlier_one(book: Path) -> None:
    spent = entry("b", "2026-01-05", ("5101", 50_000), ("1101", -50_000))
    assert [answer.get("error") for answer in post(book, spent, SALE, spent).lines] == ["box-short", None, None]


def test_book_held_by_a_window_is_surroundings(book: Path) -> None:
    with Office.open(book, who="Ani Contoh"):
        done = post(book, SALE)
        assert run("balance", book, "--json").code == 0
        assert run("check", book).code == 0
    assert done.code == 3
    assert done.json["error"] == "surroundings"
    assert done.json["ref"] is None
    assert "Ani Contoh" in done.json["message"]
    assert post(book, SALE).code == 0


def test_disk_that_fills_up_stops_the_reading(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = Office.write, []

    def write(office: Office, act: Any) -> Any:
        calls.append(act)
        if len(calls) == 2:
            raise DiskFull
        return real(office, act)

    monkeypatch.setattr(Office, "write", write)
    done = post(book, changed(ref=1), changed(ref=2), changed(ref=3))
    assert done.code == 3
    assert [(answer["ref"], answer.get("error")) for answer in done.lines] == [(1, None), (2, "surroundings")]
    monkeypatch.undo()
    assert run("balance", book, "--json").json == {"1101": 50_000, "4101": -50_000}


def test_clock_that_is_days_behind_is_told_and_time_does_not_run_back(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert post(book, SALE).code == 0
    monkeypatch.setattr("kubebuku.app.clock.today", lambda: date(2025, 11, 20))
    done = run("post", book, "--clock-ok", given=as_lines([changed(date="2026-11-20")]))
    assert done.code == 0
    assert done.err == "Jam komputer ini terlambat 367 hari.\n"


def test_damaged_book_takes_no_entry(worked: Path) -> None:
    content = bytearray(worked.read_bytes())
    place = content.rindex(b"Sewa tenda, 2 hari")
    content[place : place + 4] = b"sewa"
    worked.write_bytes(content)
    done = post(worked, SALE)
    assert (done.code, done.json["error"]) == (3, "surroundings")


DAYS = st.integers(0, 60).map(lambda days: (date(2026, 1, 1) + timedelta(days=days)).isoformat())
CODES = ["1101", "1110", "1201", "3110", "3190", "5101", "5102", "4105"]
LINE = st.tuples(st.sampled_from(CODES), st.integers(-(10**6), 10**6).filter(bool))
ENTRIES = st.lists(st.tuples(DAYS, st.lists(LINE, min_size=1, max_size=4)), min_size=1, max_size=8)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(ENTRIES)
def test_balances_of_any_stream_are_those_of_the_entries_that_were_taken(stream: list[tuple[str, list[tuple[str, int]]]]) -> None:
    """A plain model beside the ledger: it adds what was answered with a number, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "b.kubebuku"
        assert run("new", book, "--name", "Kube Coba", "--opened", "2026-01-01").code == 0
        capital = entry("modal", "2026-01-01", ("1101", 10**6), ("1110", 10**6), ("3110", -2 * 10**6))
        entries = [capital]
        for ref, (on, lines) in enumerate(stream):
            rest = -sum(amount for _, amount in lines)
            entries.append(entry(ref, on, *lines, *([("3190", rest)] if rest else [])))
        done = run("post", book, given=as_lines(entries))
        taken = {json.dumps(answer["ref"]) for answer in done.lines if "number" in answer}
        assert done.code == (0 if len(taken) == len(entries) else 1)
        model: dict[str, int] = {}
        boxes: dict[tuple[str, str], int] = {}
        for one in entries:
            if json.dumps(one["ref"]) in taken:
                for line in one["postings"]:
                    model[line["account"]] = model.get(line["account"], 0) + line["amount"]
                    if line["account"] in ("1101", "1110"):
                        key = (line["account"], one["date"])
                        boxes[key] = boxes.get(key, 0) + line["amount"]
        assert run("balance", book, "--json").json == dict(sorted(model.items()))
        for box in ("1101", "1110"):
            held = 0
            for _, amount in sorted((day, amount) for (code, day), amount in boxes.items() if code == box):
                held += amount
                assert held >= 0
        assert run("check", book).code == 0
