"""IKS: what is set aside of the profit of businesses and of closed years."""

from __future__ import annotations

from datetime import date

from kubebuku.app.office import Moment
from kubebuku.books.cash.commands import GeneralPayment, MoveMoney
from kubebuku.books.closing.commands import BoxCounted, CloseMonth, CloseYear, ReopenYear
from kubebuku.books.enterprise.commands import PayUnitCost
from kubebuku.books.mending.commands import Undo
from kubebuku.books.places import Unit
from kubebuku.books.solidarity.commands import (
    SetAside,
    Source,
)
from kubebuku.books.solidarity.queries import (
    SetAsideSources,
    SolidarityFund,
)
from kubebuku.books.solidarity.reading import fund_elsewhere
from kubebuku.books.solidarity.sources import shared_too_much
from kubebuku.books.spec import Attention
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import Sentence
from kubebuku.i18n import say
from tests.books.saving import Group, month
from tests.books.solidarity.fund import aside, benefit, sale
from tests.books.trading import CATERING, SAVINGS_LOAN, TENTS, day


def test_a_part_of_the_profit_goes_into_the_fund_and_its_box(group: Group) -> None:
    group.run(sale(750_000))
    entry = group.entry(aside(50_000))
    assert group.lines(entry) == [("3131", 50_000), ("2120", -50_000), ("1103", 50_000), ("1101", -50_000)]
    assert group.holds("3131", unit=TENTS) == 50_000
    assert group.answer(SolidarityFund()).elsewhere == 0
    assert group.findings() == {}


def test_money_that_stays_where_it_is_lies_elsewhere_for_the_fund(group: Group) -> None:
    group.run(sale(750_000), aside(50_000, moves=False))
    assert group.answer(SolidarityFund()).elsewhere == 50_000
    assert [line.key for line in group.office.read(lambda reading: list(fund_elsewhere(reading)))] == ["fund_elsewhere"]
    group.run(MoveMoney(on=day("21/11"), description="Ke Kas IKS", amount=Rupiah(50_000), box="1101", to_box="1103"))
    assert group.office.read(lambda reading: list(fund_elsewhere(reading))) == []


def test_no_more_is_set_aside_than_the_business_has_earned(group: Group) -> None:
    group.run(
        sale(300_000), GeneralPayment(on=day("6/11"), description="Upah", amount=Rupiah(200_000), account="5102", unit=TENTS)
    )
    group.refused(aside(150_000), "set-aside-too-much", "amount")
    group.run(aside(60_000))
    refused = group.refused(aside(60_000), "set-aside-too-much", "amount")
    assert "Rp40.000" in say(refused.sentences[1])
    group.refused(aside(1_000, on="4/11"), "set-aside-too-much", "amount")
    group.refused(aside(1_000, unit=CATERING), "set-aside-too-much", "amount")
    group.refused(aside(1_000, unit=None), "unit-missing", "unit")


def test_the_result_of_closed_years_can_be_set_aside(group: Group) -> None:
    group.run(sale(500_000, "5/11"))
    group.office.moment = Moment(date(2027, 1, 5), "2027-01-05T02:00:00Z")
    for number in range(1, 13):
        if number == 12:
            group.run(CloseYear(year=2026))
        held = group.holds("1101", f"2026-{number:02d}-28")
        group.run(CloseMonth(month=month(number), counts=(BoxCounted(box="1101", counted=Rupiah(held)),)))
    sources = {(source.source, source.label): source.most for source in group.answer(SetAsideSources())}
    assert sources == {(Source.KEPT, "Sewa tenda"): 500_000}
    command = SetAside(
        on=date(2027, 1, 5),
        description="Sisihan tahun lalu",
        amount=Rupiah(100_000),
        source=Source.KEPT,
        unit=TENTS,
    )
    assert group.lines(group.entry(command))[0] == ("3130", 100_000)
    assert group.answer(SetAsideSources())[0].most == 400_000
    assert group.findings() == {}


def test_nothing_of_a_year_that_was_closed_is_set_aside_a_second_time(group: Group) -> None:
    """The year is closed, its December is still open: the profit stands on 3130 and nowhere else."""
    group.run(sale(500_000, "5/11"), aside(300_000, "6/11"))
    group.office.moment = Moment(date(2027, 1, 5), "2027-01-05T02:00:00Z")
    boxes = ("1101", "1103")
    for number in range(1, 12):
        held = {box: group.holds(box, f"2026-{number:02d}-28") for box in boxes}
        counts = tuple(BoxCounted(box=box, counted=Rupiah(amount)) for box, amount in held.items())
        group.run(CloseMonth(month=month(number), counts=counts))
    group.run(CloseYear(year=2026))
    group.refused(aside(1_000, "15/12"), "set-aside-too-much", "amount")
    sources = group.answer(SetAsideSources(day("31/12")))
    assert [(source.source, source.most) for source in sources] == [(Source.KEPT, 200_000)]
    group.run(ReopenYear(year=2026, reason="Nota tertinggal"))
    assert group.answer(SetAsideSources(day("31/12")))[0].source is Source.RUNNING
    assert group.findings() == {}


def test_a_loss_of_closed_years_is_made_good_first(group: Group) -> None:
    group.post("2026-01-01 | Rugi tahun lalu | 3130 80000 | 3190 -80000")
    group.run(sale(100_000))
    (source,) = group.answer(SetAsideSources())
    assert (source.source, source.most) == (Source.RUNNING, 20_000)


def test_simpan_pinjam_has_a_result_of_its_own(group: Group) -> None:
    group.post("2026-11-01 | Jasa pinjaman | 1102 30000 | 4102 -30000")
    (source,) = group.answer(SetAsideSources())
    assert (source.unit, source.most) == (SAVINGS_LOAN, 30_000)


def test_a_set_aside_that_was_given_away_is_not_undone(group: Group, eka: PersonId, illness: int) -> None:
    group.run(sale(750_000))
    group.money("1103", 500_000)
    entry = group.entry(aside(80_000))
    group.run(benefit(illness, eka, 60_000, "21/11"))
    group.undo_refused(entry, "balance-short")


def test_income_struck_out_behind_a_set_aside_wants_attention(group: Group) -> None:
    group.money("1101", 1_000_000)
    income = group.entry(sale(750_000))
    set_aside = group.entry(aside(80_000))
    assert shared_beyond(group) == []
    # the tents were never let: what is not true is struck out, and the group hears what that leaves
    group.run(Undo(entry=income))
    (found,) = shared_beyond(group)
    assert isinstance(found.title, Sentence)
    assert isinstance(found.detail, Sentence)
    assert say(found.title) == "Yang dibagi dari Sewa tenda lebih Rp80.000 daripada hasilnya"
    assert say(found.detail).startswith("Untuk tahun 2026 sudah disisihkan atau dibagi Rp80.000, sedangkan hasilnya Rp0.")
    assert found.place == Unit(TENTS)
    group.run(sale(50_000, "21/11"))
    assert [say(one.title) for one in shared_beyond(group)] == ["Yang dibagi dari Sewa tenda lebih Rp30.000 daripada hasilnya"]
    group.run(Undo(entry=set_aside))
    assert shared_beyond(group) == []
    assert group.findings() == {}


def test_costs_that_come_after_a_set_aside_want_attention_too(group: Group) -> None:
    group.run(sale(300_000), aside(100_000))
    group.run(GeneralPayment(on=day("21/11"), description="Upah", amount=Rupiah(150_000), account="5102", unit=TENTS))
    assert shared_beyond(group) == []
    group.run(sale(200_000, unit=CATERING))
    wage = GeneralPayment(on=day("22/11"), description="Upah", amount=Rupiah(190_000), account="5102", unit=TENTS)
    group.run(wage)
    (found,) = shared_beyond(group)
    assert say(found.title) == "Yang dibagi dari Sewa tenda lebih Rp100.000 daripada hasilnya"


def test_what_a_later_day_has_cost_is_not_set_aside_for_an_earlier_one(group: Group) -> None:
    """Rp500.000 earned on the 5th, Rp400.000 spent on the 20th: for the 10th there is Rp100.000 to set aside."""
    group.run(
        sale(500_000),
        PayUnitCost(on=day("20/11"), description="Ganti terpal", amount=Rupiah(400_000), unit=TENTS, account="5102"),
    )
    (source,) = group.answer(SetAsideSources(day("10/11")))
    assert source.most == 100_000
    group.refused(aside(100_001, "10/11"), "set-aside-too-much", "amount")
    group.run(aside(100_000, "10/11"))
    assert group.findings() == {}


def shared_beyond(group: Group) -> list[Attention]:
    return group.office.read(lambda reading: list(shared_too_much(reading)))
