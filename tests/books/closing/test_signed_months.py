"""Rules, joinings, offices and businesses begin in an open month: what was signed is not reckoned anew."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from kubebuku.app.office import Office
from kubebuku.books.closing.commands import ReopenMonths
from kubebuku.books.group.commands import CloseUnit, OpenUnit
from kubebuku.books.members.commands import AddMember, AppointOfficer, ChangeMember, EndTerm, MemberLeaves, MemberReturns
from kubebuku.books.personal_savings.commands import SetSavingsRule
from kubebuku.books.personal_savings.queries import ObligatoryGrid
from kubebuku.books.savings_loan.commands import SetLendingRules
from kubebuku.books.savings_loan.rules import Bands
from kubebuku.books.solidarity.commands import EndBenefit, SetBenefit, SetSolidarityRule
from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from kubebuku.ledger.signed_months import BeginsInClosedMonth
from tests.books.saving import Group
from tests.books.trading import CATERING, day
from tests.builders import Books

JANUARY, FEBRUARY = Month(2026, 1), Month(2026, 2)
ANI, BUDI, CITRA = (PersonId(number) for number in (1, 2, 3))


@pytest.fixture
def group(office: Office) -> Group:
    """Ani, Budi and Citra save 10.000 a month; nobody paid in January, which is closed."""
    group = Group(office)
    group.rule()
    for name in ("Ani Contoh", "Budi Contoh", "Citra Contoh"):
        group.member(name)
    group.run(SetBenefit(event="Sakit", since=day("1/1")))
    group.run(AppointOfficer(person=ANI, role="ketua", since=day("1/1")))
    group.run(MemberLeaves(person=CITRA, on=day("10/1"), reason="Pindah"))
    Books(office).close("2026-01")
    return group


def savings_rule(since: Month, obligatory: int) -> SetSavingsRule:
    return SetSavingsRule(since=since, principal=Rupiah(50_000), obligatory=Rupiah(obligatory), fee_rate=Fraction(0))


def late_in_january(group: Group) -> int:
    return int(group.answer(ObligatoryGrid(2026, at=JANUARY.last)).late)


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (savings_rule(JANUARY, 99_000), "since"),
        (SetSolidarityRule(since=JANUARY, amount=Rupiah(2_000)), "since"),
        (SetLendingRules(since=day("1/1"), bands=Bands.COOPERATIVE), "since"),
        (SetBenefit(event="Melahirkan", since=day("31/1")), "since"),
        (EndBenefit(rule=1, on=day("31/1")), "on"),
        (AddMember(full_name="Dedi Contoh", joined=day("15/1")), "joined"),
        (AddMember(full_name="Dedi Contoh", joined=date(2015, 4, 1)), "joined"),
        (ChangeMember(person=BUDI, full_name="Budi Contoh", number=2, joined=day("15/1")), "joined"),
        (ChangeMember(person=BUDI, full_name="Budi Contoh", number=2, joined=day("1/2")), "joined"),
        (MemberLeaves(person=BUDI, on=day("31/1"), reason="Pindah"), "on"),
        (MemberReturns(person=CITRA, on=day("20/1")), "on"),
        (AppointOfficer(person=BUDI, role="sekretaris", since=day("2/1")), "since"),
        (EndTerm(term=1, until=day("31/1")), "until"),
        (OpenUnit(label="Ternak", opened=day("1/1")), "opened"),
        (CloseUnit(unit=UnitId(CATERING), on=day("31/1")), "on"),
    ],
    ids=lambda part: part.name if isinstance(part, Command) else part,
)
def test_nothing_begins_or_ends_in_a_closed_month(group: Group, command: Command, field: str) -> None:
    refused = group.refused(command, "begins-in-closed-month", field)
    assert isinstance(refused, BeginsInClosedMonth)
    assert refused.first == day("1/2")


def test_the_refusal_names_the_first_open_day_and_the_way(group: Group) -> None:
    refused = group.refused(savings_rule(JANUARY, 99_000), "begins-in-closed-month", "since")
    later = "Pilih 1 Februari 2026 atau sesudahnya."
    assert [say(sentence) for sentence in refused.sentences] == [
        "Januari 2026 terletak sebelum hari terbuka yang pertama, 1 Februari 2026.",
        "Januari 2026 sudah ditutup, dan laporannya ditandatangani seperti adanya.",
        f"{later} Yang termasuk bulan tertutup adalah koreksi: buka kembali bulan itu dengan alasan.",
    ]


def test_dues_of_a_closed_month_stay_what_they_were(group: Group) -> None:
    """Ani and Budi lack 10.000 each in January; the 99.000 begin in February."""
    assert late_in_january(group) == 20_000
    group.refused(savings_rule(JANUARY, 99_000), "begins-in-closed-month", "since")
    group.run(savings_rule(FEBRUARY, 99_000))
    assert late_in_january(group) == 20_000
    assert group.answer(ObligatoryGrid(2026, at=FEBRUARY.last)).late == 2 * (10_000 + 99_000)


def test_what_belongs_to_a_closed_month_is_a_correction_with_its_reason(group: Group) -> None:
    """The month is opened again: its second closing names the first and why."""
    group.run(ReopenMonths(month=JANUARY, reason="Keputusan rapat Desember terlewat"))
    group.run(savings_rule(JANUARY, 15_000))
    assert late_in_january(group) == 30_000
