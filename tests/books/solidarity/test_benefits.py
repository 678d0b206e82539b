"""IKS: what the fund gives to those in need, never more than the ceiling, the fund and the box."""

from __future__ import annotations

import pytest

from kubebuku.books.cash.commands import MoveMoney
from kubebuku.books.group.commands import RecordDecision
from kubebuku.books.mending.commands import Undo
from kubebuku.books.solidarity.commands import (
    EndBenefit,
    SetBenefit,
)
from kubebuku.books.solidarity.queries import (
    BenefitKinds,
    Benefits,
)
from kubebuku.domain.entries import DecisionId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.saving import Group
from tests.books.solidarity.fund import benefit
from tests.books.trading import day


def test_the_fund_gives_by_decision(fund: Group, eka: PersonId, illness: int) -> None:
    entry = fund.entry(benefit(illness, eka))
    assert fund.lines(entry) == [("2120", 50_000), ("1103", -50_000)]
    (row,) = fund.answer(Benefits())
    assert (row.name, row.event, row.amount, row.decision, row.member) == (
        "Eka Contoh",
        "Sakit",
        50_000,
        "Rapat 8 November",
        True,
    )
    assert fund.findings() == {}


def test_a_decision_of_a_meeting_can_be_named(fund: Group, eka: PersonId, illness: int) -> None:
    made = DecisionId(fund.run(RecordDecision(words="Keputusan 3/2026", decided=day("8/11"))).made["decision"])
    fund.run(benefit(illness, eka, decision=made, decided=None))
    assert fund.answer(Benefits())[0].decision == "Keputusan 3/2026"
    fund.refused(benefit(illness, eka, decision=DecisionId(99)), "decision-unknown", "decision")
    fund.refused(benefit(illness, eka, decided=" "), "benefit-without-decision", "decision")


def test_never_more_than_the_ceiling_the_fund_and_the_box(fund: Group, eka: PersonId, illness: int) -> None:
    refused = fund.refused(benefit(illness, eka, 150_000), "benefit-above-ceiling", "amount")
    assert "Rp50.000" in say(refused.sentences[1])
    fund.run(benefit(illness, eka, 90_000), benefit(illness, eka, 90_000))
    fund.money("1103", 500_000)
    refused = fund.refused(benefit(illness, eka, 90_000), "balance-short", "amount")
    assert "Rp20.000" in say(refused.sentences[1])


def test_the_box_is_judged_too(fund: Group, eka: PersonId, illness: int) -> None:
    fund.run(MoveMoney(on=day("21/11"), description="Dipinjam", amount=Rupiah(190_000), box="1103", to_box="1101"))
    fund.refused(benefit(illness, eka, 50_000, "22/11"), "box-short", "amount")


def test_people_outside_the_group_only_where_the_group_says_so(fund: Group, illness: int) -> None:
    warga = fund.person("Warga Contoh", "outsider")
    fund.refused(benefit(illness, warga), "benefit-members-only", "person")
    disaster = fund.run(SetBenefit(event="Musibah", since=day("1/1"), outsiders=True)).made["benefit"]
    fund.run(benefit(disaster, warga, 120_000))
    assert not fund.answer(Benefits())[0].member


def test_kinds_of_events_have_a_history(fund: Group, eka: PersonId, illness: int) -> None:
    fund.run(benefit(illness, eka, 100_000))
    fund.refused(SetBenefit(event="sakit", since=day("1/11")), "benefit-event-taken", "event")
    command = SetBenefit(event="Sakit", since=day("15/11"), ceiling=Rupiah(150_000), rule=illness)
    fund.refused(command, "benefit-ends-too-early", "since")
    higher = fund.run(SetBenefit(event="Sakit", since=day("16/11"), ceiling=Rupiah(150_000), rule=illness)).made["benefit"]
    assert [kind.ceiling for kind in fund.answer(BenefitKinds())] == [150_000]
    assert len(fund.answer(BenefitKinds(with_ended=True))) == 2
    fund.refused(benefit(illness, eka, on="18/11"), "benefit-not-in-force", "rule")
    fund.refused(benefit(higher, eka, on="14/11"), "benefit-not-in-force", "rule")
    fund.refused(benefit(99, eka), "benefit-unknown", "rule")
    fund.refused(EndBenefit(rule=higher, on=day("15/11")), "benefit-ends-too-early", "on")
    fund.run(EndBenefit(rule=higher, on=day("20/11")))
    assert fund.answer(BenefitKinds()) == ()
    fund.refused(EndBenefit(rule=higher, on=day("21/11")), "benefit-unknown", "rule")
    assert fund.findings() == {}


def test_an_undone_benefit_is_given_no_more(fund: Group, eka: PersonId, illness: int) -> None:
    entry = fund.entry(benefit(illness, eka))
    fund.run(Undo(entry=entry))
    assert fund.answer(Benefits()) == ()
    assert fund.holds("2120") == -200_000
    fund.run(SetBenefit(event="Sakit", since=day("10/11"), rule=illness))
    assert fund.findings() == {}


@pytest.mark.parametrize("bounds", ["ceiling = 10000", "since = '2026-12-01'"])
def test_a_benefit_beyond_its_bounds_is_found(fund: Group, eka: PersonId, illness: int, bounds: str) -> None:
    fund.run(benefit(illness, eka))
    fund.forge(f"UPDATE benefit_rule SET {bounds}")
    assert set(fund.findings()) == {"records", "solidarity"}
