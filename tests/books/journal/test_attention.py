"""What stands on the list for attention because a name, a loan or a decision is missing."""

from __future__ import annotations

import pytest

from kubebuku.app.office import Office
from kubebuku.books.group.queries import AttentionList
from kubebuku.books.journal.queries import NamelessEntries
from kubebuku.books.savings_loan.commands import LendMoney
from kubebuku.books.solidarity.commands import SetAside, SetSolidarityRule, TakeDues
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.saving import Group, month
from tests.books.trading import TENTS, day


@pytest.fixture
def group(office: Office) -> Group:
    group = Group(office)
    group.money("1101", 1_000_000)
    group.money("1102", 1_000_000)
    return group


def said(group: Group, key: str) -> list[str]:
    return [say(line.title) for line in group.answer(AttentionList()) if line.key == key]


@pytest.mark.parametrize(
    "lines",
    [
        "1103 5000 | 2120 -5000",  # dues of nobody
        "2120 5000 | 1101 -5000",  # santunan to nobody
        "1102 5000 | 4102 -5000",  # jasa on no loan
        "1102 5000 | 4103 -5000",  # a fine of nobody
        "1102 5000 | 4104 -5000",  # recovered from no loan
        "5111 5000 | 1102 -5000",  # no loan that was given up
        "1120 5000 | 4101 -5000 @tenda",
        "1140 5000 | 1101 -5000",
        "1201 5000 | 1101 -5000",
    ],
)
def test_a_line_without_its_name_is_on_the_list(group: Group, lines: str) -> None:
    if lines.startswith("2120"):
        group.post("2026-11-01 | Saldo IKS | 1103 50000 | 2120 -50000", kind="set_aside")
    before = len(group.answer(NamelessEntries()))
    group.post(f"2026-11-02 | Ditulis di jurnal | {lines}")
    assert len(group.answer(NamelessEntries())) == before + 1
    assert said(group, "names") == [f"{before + 1} baris catatan tanpa nama"]


def test_what_is_set_aside_belongs_to_nobody_and_needs_no_name(group: Group) -> None:
    eka = group.member("Eka Contoh")
    group.post("2026-11-01 | Sewa | 1101 100000 | 4101 -100000 @tenda")
    group.run(
        SetSolidarityRule(since=month(1), amount=Rupiah(2_000)),
        TakeDues(on=day("2/11"), person=eka, amount=Rupiah(2_000)),
        SetAside(on=day("3/11"), description="Sisihan", amount=Rupiah(20_000), unit=TENTS),
    )
    assert group.answer(NamelessEntries()) == ()


def test_a_loan_that_nobody_decided_is_said(group: Group) -> None:
    eka = group.member("Eka Contoh")
    group.run(LendMoney(on=day("2/11"), amount=Rupiah(100_000), person=eka))
    assert said(group, "undecided") == ["1 pinjaman diserahkan tanpa keputusan"]
    fitri = group.member("Fitri Contoh")
    group.run(LendMoney(on=day("2/11"), amount=Rupiah(100_000), person=fitri, decided="Rapat 1 November"))
    assert said(group, "undecided") == ["1 pinjaman diserahkan tanpa keputusan"]
