"""A damaged book is refused by every command, or answered with the right figures: never a wrong figure with exit code 0."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import forger
from tests.cli.running import run
from tests.ledger.crash import PAGE, journal_of

#: Figures, days and codes; a letter of a name outside the seal may change, as decision 14 says.
FIGURES = re.compile(r"-?\d+")

COMMANDS = {
    "balance": ("--json",),
    "register": ("--account", "1101", "--json"),
    "journal": ("--json",),
    "statement": ("--kind", "position", "--from", "2026-01", "--to", "2026-04", "--json"),
    "statement of income": ("--kind", "income", "--from", "2026-01", "--to", "2026-04", "--json"),
    "statement of cash flow": ("--kind", "cashflow", "--from", "2026-01", "--to", "2026-04", "--json"),
    "book": ("--name", "cash", "--json"),
}


def a_bit(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def some_bytes(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content))
    content[at : at + chance.randint(1, 40)] = chance.randbytes(chance.randint(1, 40))


def a_digit(content: bytearray, chance: random.Random) -> None:
    at = chance.choice([place for place in range(100, len(content)) if 48 <= content[place] < 58])
    content[at] = 48 + (content[at] - 48 + chance.randint(1, 9)) % 10


def a_sector(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content) // 512) * 512
    content[at : at + 512] = bytes(512)


def two_pages(content: bytearray, chance: random.Random) -> None:
    one, other = (chance.randrange(1, len(content) // PAGE) * PAGE for _ in range(2))
    content[one : one + PAGE], content[other : other + PAGE] = content[other : other + PAGE], content[one : one + PAGE]


def the_end(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(1, len(content)) :]


_Damage = Callable[[bytearray, random.Random], None]
DAMAGES: tuple[_Damage, ...] = (
    a_bit,
    a_bit,
    some_bytes,
    a_digit,
    a_sector,
    two_pages,
    the_end,
)


def figures(words: str) -> list[str]:
    return FIGURES.findall(words)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(6))
def test_no_damage_makes_a_wrong_figure(worked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int) -> None:
    """Fifty damages each, two commands a damage."""
    monkeypatch.delenv("KUBEBUKU_DEBUG")
    right = {name: figures(run(name.split()[0], worked, *more).out) for name, more in COMMANDS.items()}
    assert all(right.values())
    whole, damaged = worked.read_bytes(), tmp_path / "rusak.kubebuku"
    chance = random.Random(20261201 + part)
    refused = 0
    for number in range(50):
        content = bytearray(whole)
        damage = DAMAGES[number % len(DAMAGES)]
        damage(content, chance)
        for name in chance.sample(sorted(COMMANDS), 2):
            damaged.write_bytes(content)
            done = run(name.split()[0], damaged, *COMMANDS[name])
            if done.code == 0:
                assert figures(done.out) == right[name], (part, number, damage.__name__, name)
            else:
                assert done.code in (1, 3), (part, number, damage.__name__, name, done.err)
                assert done.out == ""
                assert "Programnya sendiri" not in done.err, (part, number, damage.__name__, name, done.err)
                refused += 1
    assert refused > 20


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE posting SET amount = amount + 1 WHERE account = '1101'",
        "UPDATE account SET box = 0 WHERE code = '1101'",
        "UPDATE account SET kind = 'cost' WHERE code = '1101'",
        "UPDATE entry SET date = '2026-02-01' WHERE id = 1",
    ],
)
def test_what_a_careless_program_wrote_is_refused_by_all(worked: Path, tmp_path: Path, change: str) -> None:
    """Also where the book was known as proved a moment ago, and the file has the same length."""
    assert run("balance", worked).code == 0
    with closing(forger(worked)) as book:
        guards = book.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            book.execute(f"DROP TRIGGER {name}")
        book.execute(change)
        for _, sql in guards:
            book.execute(sql)
    report: tuple[str | Path, ...] = ("report", worked, "--month", "2026-01", "--out", tmp_path / "a.pdf")
    export: tuple[str | Path, ...] = ("export", worked, "--format", "csv", "--out", tmp_path / "a.csv")
    asked: list[tuple[str | Path, ...]] = [(name.split()[0], worked, *more) for name, more in COMMANDS.items()]
    for words in (*asked, report, export):
        done = run(*words)
        assert (done.code, done.out) == (3, ""), words
    posted = run("post", worked, given=b"{}\n")
    assert (posted.code, '"surroundings"' in posted.out) == (3, True)
    assert not list(tmp_path.glob("a.*"))


def test_the_journal_of_another_book_gives_no_figures(worked: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain.kubebuku"
    assert run("new", other, "--name", "Kube Lain", "--opened", "2026-01-01").code == 0
    content = other.read_bytes()
    there = worked.read_bytes()
    content = content[:24] + there[24:28] + content[28:]
    journal = worked.with_name(worked.name + "-journal")
    journal.write_bytes(journal_of(content, range(1, len(content) // PAGE + 1)))
    for words in (("balance", worked, "--json"), ("check", worked), ("journal", worked), ("post", worked)):
        done = run(*words)
        assert done.code == 3, words
        assert "yang bukan miliknya" in done.err
    assert worked.read_bytes() == there
