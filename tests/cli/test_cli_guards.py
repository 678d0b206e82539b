"""What `post` asks about before it writes, and what it answers to input that is no entry."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
import time_machine

from kubebuku.app import places
from kubebuku.cli import lines
from tests.builders import names_in
from tests.cli.running import as_lines, entry, post, run

SALE = ("1101", 50_000), ("4101", -50_000, {"unit": "Catering"})


def once(book: Path, *entries: object) -> tuple[int, list[dict[str, object]]]:
    done = run("post", book, "--once", given=as_lines(entries))
    return done.code, done.lines


# ---------------------------------------------------------------------------------------------------------------- --once


def test_a_ref_is_written_once(book: Path) -> None:
    wanted = (
        entry("x1", "2026-01-05", *SALE),
        entry({"b": 1, "a": [2.50, None]}, "2026-01-06", *SALE),
        entry(7, "2026-01-07", *SALE),
    )
    first, again = once(book, *wanted), once(book, *wanted)
    assert first[0] == 0
    assert again == first
    assert [line["id"] for line in again[1]] == [1, 2, 3]
    assert run("balance", book, "--json").json["1101"] == 150_000
    turned = entry({"a": [2.50, None], "b": 1}, "2026-01-06", *SALE)
    assert once(book, turned)[1][0]["id"] == 2


def test_without_once_the_same_ref_is_written_again(book: Path) -> None:
    for _ in range(2):
        assert post(book, entry("x1", "2026-01-05", *SALE)).code == 0
    assert run("balance", book, "--json").json["1101"] == 100_000
    assert once(book, entry("x1", "2026-01-05", *SALE))[1][0]["id"] == 3


def test_another_entry_with_a_ref_that_was_used_is_refused(book: Path) -> None:
    once(book, entry("x1", "2026-01-05", *SALE))
    code, (answer,) = once(book, entry("x1", "2026-01-06", *SALE))
    assert (code, answer["error"]) == (1, "ref-used")
    assert "BKM/2026/0001" in str(answer["message"])
    code, (answer,) = once(book, entry(None, "2026-01-06", *SALE))
    assert (code, answer["error"]) == (1, "missing-key")
    assert run("balance", book, "--json").json["1101"] == 50_000


# ---------------------------------------------------------------------------------------------------- amounts and clocks


def test_a_hundred_times_the_largest_is_asked_about(book: Path) -> None:
    assert post(book, entry("a", "2026-01-05", *SALE)).code == 0
    limit = entry("b", "2026-01-06", ("1101", 5_000_000), ("3110", -5_000_000))
    far = entry("c", "2026-01-06", ("1101", 500_000_001), ("3110", -500_000_001))
    done = post(book, far, limit, far)
    assert [line.get("error") for line in done.lines] == ["amount-far-beyond", None, "amount-far-beyond"]
    assert "Rp50.000" in done.lines[0]["message"]
    assert "--large-ok" in done.lines[0]["message"]
    assert run("post", book, "--large-ok", given=as_lines([far])).code == 0


def test_a_book_begins_on_no_day_of_an_empty_clock(tmp_path: Path) -> None:
    with time_machine.travel(datetime(1970, 1, 1, 9, 0), tick=False):
        for more in ((), ("--opened", "1970-01-01")):
            done = run("new", tmp_path / "coba.kubebuku", "--name", "Kube Coba", *more)
            assert (done.code, "1970" in done.err) == (1, True)
    assert names_in(tmp_path) == []


def test_a_clock_behind_the_last_record_is_asked_about(book: Path) -> None:
    assert post(book, entry("a", "2026-01-05", *SALE)).code == 0
    with time_machine.travel(datetime(2026, 6, 1, 9, 0), tick=False):
        done = post(book, entry("b", "2026-01-06", *SALE))
        assert (done.code, done.lines[0]["error"]) == (3, "surroundings")
        assert "--clock-ok" in done.lines[0]["message"]
        assert run("person", book, "--add", "Ani Contoh").code == 3
        assert run("post", book, "--clock-ok", given=as_lines([entry("b", "2026-01-06", *SALE)])).code == 0
        assert run("person", book, "--add", "Ani Contoh", "--clock-ok").code == 0


def test_one_record_by_a_clock_years_ahead_lets_in_no_days_to_come(book: Path) -> None:
    with time_machine.travel(datetime(2031, 11, 22, 9, 0), tick=False):
        assert post(book, entry("a", "2026-01-05", *SALE)).code == 0
    wanted = entry("b", "2028-01-05", *SALE), entry("c", "2026-11-23", *SALE)
    done = run("post", book, "--clock-ok", given=as_lines(wanted))
    assert [line.get("error") for line in done.lines] == ["not-yet", None]
    assert run("check", book).code == 0


# ----------------------------------------------------------------------------------------------------------------- input


def test_numbers_of_a_ref_come_back_as_they_were_written(book: Path) -> None:
    refs = b"1e400", b"-1E400", b"12345678901234567890123456789012345678901234567890", b"1.50", b'[1e999, {"a": 0.1}]', b'"1e400"'
    line = json.dumps(entry(0, "2026-01-05", *SALE)).encode()
    given = b"\n".join(line.replace(b'"ref": 0', b'"ref": ' + ref) for ref in refs)
    done = run("post", book, given=given)
    assert done.code == 0
    assert [said.split('"ref": ')[1].split(', "number"')[0].encode() for said in done.out.splitlines()] == list(refs)


@pytest.mark.parametrize(
    ("key", "value", "error"),
    [
        ("amount", b"1" + b"0" * 40, "amount-too-large"),
        ("amount", b"5e4", "amount-not-integer"),
        ("loan", b"1" + b"0" * 40, "dimension-unknown"),
        ("loan", b"9223372036854775808", "dimension-unknown"),
        ("loan", b"1.0", "wrong-type"),
        ("unit", b"1.0", "wrong-type"),
    ],
)
def test_such_numbers_are_no_values(book: Path, key: str, value: bytes, error: str) -> None:
    line = json.dumps(entry("x", "2026-01-05", ("1101", 5), ("4101", -5, {"unit": "Catering"}))).encode()
    line = line.replace(
        b'"amount": 5', b'"amount": 5, "%s": %s' % (key.encode(), value) if key != "amount" else b'"amount": ' + value
    )
    assert post(book, line).lines[0]["error"] == error


def test_a_line_without_end_is_refused_and_the_next_one_read(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_LONGEST_LINE", 5_000)
    endless = json.dumps(entry("x", "2026-01-05", *SALE, said="a" * 60_000)).encode() + b"\n"
    done = post(book, endless, entry("y", "2026-01-05", *SALE), endless.rstrip())
    assert [line.get("error") for line in done.lines] == ["line-too-long", None, "line-too-long"]
    assert done.code == 1


def test_a_lock_that_is_a_folder_is_answered(book: Path) -> None:
    book.with_name(book.name + ".lock").mkdir()
    done = post(book, entry("x", "2026-01-05", *SALE))
    assert (done.code, done.lines[0]["error"]) == (3, "surroundings")
    assert "bukan kunci KubeBuku" in done.lines[0]["message"]


def test_no_sign_that_a_terminal_obeys_reaches_it(tmp_path: Path) -> None:
    done = run("balance", tmp_path / "a\x1b[2J\x9bb\u202e.kubebuku")
    assert done.code == 3
    assert r"a\x1b[2J\x9bb\x202e" in done.err
    answered = run("post", tmp_path / "a\x9b2J.kubebuku", given=b"{}\n")
    assert "\x9b" not in answered.out + answered.err
    assert "a\x9b2J" in answered.lines[0]["message"]


# ---------------------------------------------------------------------------------------------------------------- places


def test_a_mirrored_folder_is_spoken_of(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert places.warning(book) is None
    cloud = tmp_path / "OneDrive - Dinas"
    cloud.mkdir()
    done = post(Path(book.rename(cloud / book.name)), entry("x", "2026-01-05", *SALE))
    assert done.code == 0
    assert "internet" in done.err
    mounts = tmp_path / "mounts"
    mounts.write_text(f"disk / ext4 rw 0 0\nserver:/x {str(tmp_path).replace(' ', chr(92) + '040')} nfs4 rw 0 0\n")
    monkeypatch.setattr(places, "_MOUNTS", mounts)
    assert places.warning(tmp_path / "a.kubebuku") is not None
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "tidak ada")
    assert places.warning(tmp_path / "a.kubebuku") is None
