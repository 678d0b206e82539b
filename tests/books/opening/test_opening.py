"""Opening a book, mending the opening, and deciding about what it does not explain."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.closing.commands import ReopenMonths
from kubebuku.books.enterprise.commands import MoveCapital
from kubebuku.books.enterprise.livestock_commands import SellLivestock
from kubebuku.books.group.queries import AttentionList
from kubebuku.books.mending.commands import Amend, Undo
from kubebuku.books.opening.commands import (
    ExplainOpening,
    OpenBook,
    OpeningBox,
    OpeningDues,
    OpeningHerd,
    OpeningItem,
    OpeningLine,
    OpeningLoan,
    OpeningSavings,
)
from kubebuku.books.opening.queries import Opening
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.trading import TENTS, Trade, day
from tests.builders import new_book

OPENED = date(2026, 8, 15)


@pytest.fixture
def trade(office: Office) -> Trade:
    return Trade(office)


@pytest.fixture
def within_year(tmp_path: Path, frozen_clock: None) -> Any:
    """A book begun on 15 August."""
    with Office.open(new_book(tmp_path, "agustus", opened=OPENED), who="Ani Contoh") as office:
        yield Trade(office)


@pytest.fixture
def eka(trade: Trade) -> PersonId:
    return trade.person("Eka Contoh")


def boxes(cash: int = 1_000_000, bank: int = 0) -> tuple[OpeningBox, ...]:
    return OpeningBox(box="1101", amount=Rupiah(cash)), OpeningBox(box="1110", amount=Rupiah(bank))


def lines(*rows: tuple[str, int], **more: Any) -> tuple[OpeningLine, ...]:
    return tuple(OpeningLine(account=account, amount=Rupiah(amount), **more) for account, amount in rows)


def tent(value: int = 3_000_000, **more: Any) -> OpeningItem:
    return OpeningItem(**{"label": "Tenda 4 x 6", "value": Rupiah(value), "unit": TENTS, **more})


def test_what_nothing_explains_stands_as_unexplained(trade: Trade) -> None:
    said = trade.said(OpenBook(boxes=boxes(1_000_000, 5_000_000), lines=lines(("3110", 4_000_000))))
    assert said == "Saldo awal tersimpan. Yang belum dijelaskan: Rp2.000.000."
    assert trade.holds("3190") == -2_000_000
    state = trade.answer(Opening())
    assert (state.number, state.unexplained, state.needs_reason, state.closed) == ("BM/2026/0001", 2_000_000, False, False)
    told = [say(line.title) for line in trade.answer(AttentionList()) if line.key == "unexplained"]
    assert told == ["Sebagian saldo awal belum dijelaskan"]


def test_an_opening_that_is_explained_leaves_nothing_over(trade: Trade) -> None:
    said = trade.said(OpenBook(boxes=boxes(), lines=lines(("3110", 1_000_000))))
    assert said == "Saldo awal tersimpan. Semuanya sudah jelas."
    assert trade.holds("3190") == 0


def test_the_opening_stands_on_the_day_the_book_begins(trade: Trade) -> None:
    trade.run(OpenBook(boxes=boxes()))
    assert trade.holds("1101", "2026-01-01") == 1_000_000
    trade.refused(OpenBook(boxes=boxes()), "opening-misplaced", "on")


def test_savings_debts_and_stock_by_name(trade: Trade, eka: PersonId) -> None:
    saved = OpeningSavings(person=eka, principal=Rupiah(50_000), obligatory=Rupiah(120_000), voluntary=Rupiah(80_000))
    trade.run(
        OpenBook(
            boxes=boxes(),
            savings=(saved,),
            lines=(
                *lines(("1120", 40_000), ("2101", 15_000), ("2130", 5_000), person=eka),
                *lines(("1140", 200_000), unit=TENTS),
                *lines(("2120", 60_000), ("1139", 10_000), ("3130", -25_000)),
            ),
            dues=(OpeningDues(person=eka, paid_until=Month(2025, 12)),),
        )
    )
    held = {account: trade.holds(account) for account in ("3101", "3102", "2110", "1120", "2101", "2130", "2120", "1139", "3130")}
    assert held == {
        "3101": -50_000,
        "3102": -120_000,
        "2110": -80_000,
        "1120": 40_000,
        "2101": -15_000,
        "2130": -5_000,
        "2120": -60_000,
        "1139": -10_000,
        "3130": 25_000,
    }
    assert trade.holds("1140", unit=TENTS) == 200_000
    assert trade.findings() == {}


def test_equipment_stands_with_what_is_written_off(trade: Trade) -> None:
    trade.run(OpenBook(items=(tent(depreciated=Rupiah(500_000), number="INV-01", life_months=60, for_hire=True),)))
    assert (trade.holds("1201", item=1), trade.holds("1209", item=1)) == (3_000_000, -500_000)
    assert trade.holds("1201", unit=TENTS) == 3_000_000
    assert (trade.count("item"), trade.count("equipment")) == (1, 1)


def test_running_loans_stand_with_their_rest(trade: Trade, eka: PersonId) -> None:
    outsider = trade.person("Warga Contoh", "outsider")
    loans = tuple(
        OpeningLoan(person=person, principal=Rupiah(500_000), rest=Rupiah(rest), opened=date(2025, 11, 1))
        for person, rest in ((eka, 300_000), (outsider, 200_000))
    )
    trade.run(OpenBook(loans=loans))
    assert (trade.holds("1130", person=eka, loan=1), trade.holds("1131", person=outsider, loan=2)) == (300_000, 200_000)


def test_animals_stand_with_their_heads(trade: Trade) -> None:
    trade.run(OpenBook(herds=(OpeningHerd(unit=TENTS, animal="Kambing", heads=3, value=Rupiah(2_400_000)),)))
    assert trade.holds("1141", unit=TENTS) == 2_400_000
    assert trade.count("livestock") == 1


def test_income_and_costs_so_far_for_a_book_begun_within_the_year(within_year: Trade) -> None:
    within_year.run(OpenBook(boxes=boxes(), lines=lines(("4101", 700_000), ("5102", 300_000), ("3131", 100_000), unit=TENTS)))
    assert (within_year.holds("4101"), within_year.holds("5102"), within_year.holds("3131")) == (-700_000, 300_000, 100_000)
    within_year.run(Amend(entry=EntryId(1), replacement=OpenBook(boxes=boxes(), lines=lines(("4102", 5_000)))))
    assert within_year.holds("4102", unit=1) == -5_000


def test_a_book_begun_with_the_year_has_earned_nothing_yet(trade: Trade) -> None:
    trade.refused(OpenBook(boxes=boxes(), lines=lines(("4101", 1), unit=TENTS)), "result-at-new-year", "lines")


def test_the_lists_of_an_opening_are_kept_apart(trade: Trade) -> None:
    for account in ("1102", "1201", "1130", "3101", "3190", "1141"):
        trade.refused(OpenBook(lines=lines((account, 1))), "opening-line-elsewhere", "lines")
    trade.refused(OpenBook(boxes=(OpeningBox(box="1140", amount=Rupiah(1)),)), "not-a-box", "boxes")
    trade.refused(OpenBook(lines=lines(("7777", 1))), "unknown-account", "account")


def test_an_opening_says_something(trade: Trade) -> None:
    trade.refused(OpenBook(), "opening-empty", "boxes")
    trade.refused(OpenBook(boxes=boxes(0)), "opening-empty", "boxes")


def test_counted_balances_are_not_below_zero(trade: Trade, eka: PersonId) -> None:
    trade.refused(OpenBook(boxes=boxes(-1)), "opening-below-zero", "lines")
    trade.refused(OpenBook(lines=lines(("2101", -1), person=eka)), "opening-below-zero", "lines")
    saved = OpeningSavings(person=eka, principal=Rupiah(-1))
    trade.refused(OpenBook(savings=(saved,)), "opening-below-zero", "lines")
    trade.refused(OpenBook(items=(tent(depreciated=Rupiah(-1)),)), "opening-below-zero", "lines")


def test_things_are_not_written_off_beyond_their_value(trade: Trade) -> None:
    trade.refused(OpenBook(items=(tent(100, depreciated=Rupiah(101)),)), "written-off-too-much", "items")
    trade.refused(OpenBook(items=(tent(100, residual=Rupiah(101)),)), "written-off-too-much", "items")
    trade.refused(OpenBook(items=(tent(0),)), "amount-zero", "items")
    trade.refused(OpenBook(items=(tent(number="1"), tent(label="Kursi", number="1"))), "opening-number-taken", "items")


def test_nobody_owes_more_than_was_lent(trade: Trade, eka: PersonId) -> None:
    loan = OpeningLoan(person=eka, principal=Rupiah(100), rest=Rupiah(101), opened=date(2025, 1, 1))
    trade.refused(OpenBook(loans=(loan,)), "loan-rest-too-large", "loans")


# ---- mending


def test_the_opening_is_mended_freely_and_its_things_stay_the_same(trade: Trade, eka: PersonId) -> None:
    loan = OpeningLoan(person=eka, principal=Rupiah(500_000), rest=Rupiah(300_000), opened=date(2025, 11, 1))
    first = OpenBook(boxes=boxes(), items=(tent(number="INV-01"),), loans=(loan,))
    entry = trade.entry(first)
    mended = OpenBook(boxes=boxes(1_200_000), items=(tent(2_500_000, number="INV-01"),), loans=(loan,))
    trade.run(Amend(entry=entry, replacement=mended))
    assert (trade.holds("1101"), trade.holds("1201", item=1), trade.holds("1130", loan=1)) == (1_200_000, 2_500_000, 300_000)
    assert (trade.count("item"), trade.count("loan"), trade.count("equipment")) == (1, 1, 1)
    assert trade.answer(Opening()).command == mended
    assert trade.findings() == {}


def test_an_opening_can_be_undone_and_written_anew(trade: Trade, eka: PersonId) -> None:
    herd = OpeningHerd(unit=TENTS, animal="Kambing", heads=3, value=Rupiah(900_000))
    entry = trade.entry(OpenBook(boxes=boxes(), items=(tent(),), herds=(herd,)))
    trade.run(Undo(entry=entry))
    assert (trade.balances(), trade.count("equipment"), trade.count("livestock")) == ({}, 0, 0)
    assert trade.answer(Opening()).entry is None
    trade.run(OpenBook(items=(tent(label="Kursi"),)))
    assert (trade.count("item"), trade.count("equipment")) == (2, 1)


def test_a_thing_with_later_entries_keeps_its_name_in_the_opening(trade: Trade) -> None:
    entry = trade.entry(OpenBook(boxes=boxes(), items=(tent(),)))
    trade.post("2026-02-28 | Penyusutan | 5106 50.000 @tenda | 1209 -50.000 @tenda !tenda")
    trade.refused(
        Amend(entry=entry, replacement=OpenBook(boxes=boxes(), items=(tent(label="Tenda besar"),))), "item-still-used", "items"
    )
    trade.run(Amend(entry=entry, replacement=OpenBook(boxes=boxes(), items=(tent(2_000_000),))))
    assert trade.holds("1209", item=1) == -50_000


def test_after_the_first_closing_the_opening_is_mended_with_a_reason(trade: Trade) -> None:
    entry = trade.entry(OpenBook(boxes=boxes()))
    trade.close("2026-01")
    mended = OpenBook(boxes=boxes(900_000))
    trade.refused(Amend(entry=entry, replacement=mended), "change-reason-missing", "reason")
    trade.refused(Undo(entry=entry), "change-reason-missing", "reason")
    trade.refused(Amend(entry=entry, replacement=mended, reason="Salah hitung"), "month-closed", "on")
    state = trade.answer(Opening())
    assert (state.needs_reason, state.closed) == (True, True)
    trade.run(ReopenMonths(month=Month(2026, 1), reason="Saldo awal salah"))
    trade.run(Amend(entry=entry, replacement=mended, reason="Salah hitung"))
    assert trade.holds("1101") == 900_000


# ---- the unexplained rest


def explains(amount: int, account: str = "3120", decision: str = "Rapat 8 November", **more: Any) -> ExplainOpening:
    values = {"on": day("8/11"), "description": "Kas lama", "amount": Rupiah(amount), "decision": decision, "account": account}
    return ExplainOpening(**{**values, **more})


def test_a_decision_explains_the_opening(trade: Trade) -> None:
    trade.run(OpenBook(boxes=boxes()))
    entry = trade.entry(explains(600_000))
    assert trade.lines(entry) == [("3190", 600_000), ("3120", -600_000)]
    said = trade.said(explains(400_000, "3110", unit=TENTS))
    assert said == "Tersimpan: Rp400.000 sekarang tercatat sebagai Modal Bantuan/Hibah. Belum dijelaskan: Rp0."
    assert trade.holds("3110", unit=TENTS) == -400_000
    trade.refused(explains(1), "nothing-unexplained")


def test_a_debt_that_is_unexplained_becomes_a_loss(trade: Trade, eka: PersonId) -> None:
    trade.run(OpenBook(lines=lines(("2101", 70_000), person=eka)))
    entry = trade.entry(explains(70_000, "3130"))
    assert trade.lines(entry) == [("3130", 70_000), ("3190", -70_000)]


def test_what_cannot_be_explained(trade: Trade) -> None:
    trade.run(OpenBook(boxes=boxes()))
    trade.refused(explains(1_000_001), "explained-too-much", "amount")
    trade.refused(explains(1, "4190"), "not-a-capital-account", "account")
    trade.refused(explains(1, decision=" "), "decision-missing", "decision")
    trade.refused(explains(0), "amount-zero", "amount")


@pytest.mark.parametrize(
    ("account", "amount", "paid"),
    [
        ("1120", 400_000, "1101 400.000 | 1120 -400.000 &eka"),
        ("1121", 400_000, "1101 400.000 | 1121 -400.000 &eka"),
        ("2101", 400_000, "2101 400.000 &eka | 1101 -400.000"),
        ("2103", 400_000, "2103 400.000 &eka | 1101 -400.000"),
        ("2201", 400_000, "2201 400.000 &eka | 1101 -400.000"),
    ],
)
def test_what_was_paid_since_stays_in_the_opening(trade: Trade, eka: PersonId, account: str, amount: int, paid: str) -> None:
    entry = trade.entry(OpenBook(boxes=boxes(), lines=lines((account, amount), person=eka)))
    trade.post(f"2026-03-10 | Lunas | {paid}")
    trade.refused(Amend(entry=entry, replacement=OpenBook(boxes=boxes())), "balance-short", "amount")
    less = OpenBook(boxes=boxes(), lines=lines((account, 399_999), person=eka))
    trade.refused(Amend(entry=entry, replacement=less), "balance-short", "amount")
    trade.run(Amend(entry=entry, replacement=OpenBook(boxes=boxes(900_000), lines=lines((account, 400_000), person=eka))))


def test_goods_and_capital_used_since_stay_in_the_opening(trade: Trade) -> None:
    explained = lines(("3110", 500_000), ("1140", 500_000), unit=TENTS)
    entry = trade.entry(OpenBook(boxes=boxes(), lines=explained))
    trade.post("2026-03-10 | Terpakai | 5101 300.000 @tenda | 1140 -300.000 @tenda")
    trade.refused(Amend(entry=entry, replacement=OpenBook(boxes=boxes(), lines=explained[:1])), "balance-short", "amount")
    trade.run(Amend(entry=entry, replacement=OpenBook(boxes=boxes(), lines=lines(("1140", 300_000), unit=TENTS))))


def test_animals_that_left_since_stay_in_the_opening(trade: Trade) -> None:
    def goats(heads: int) -> OpenBook:
        return OpenBook(boxes=boxes(), herds=(OpeningHerd(unit=TENTS, animal="Kambing", heads=heads, value=Rupiah(900_000)),))

    entry = trade.entry(goats(3))
    sold: dict[str, Any] = {"unit": TENTS, "animal": "Kambing", "number": 2, "amount": Rupiah(800_000), "cost": Rupiah(600_000)}
    trade.run(SellLivestock(on=day("10/11"), description="Dua kambing", **sold))
    trade.refused(Amend(entry=entry, replacement=goats(1)), "not-so-many-animals", "number")
    trade.run(Amend(entry=entry, replacement=goats(2)))


@pytest.mark.parametrize(
    ("account", "amount", "used"),
    [
        ("1120", 400_000, "1101 400.000 | 1120 -400.000"),
        ("2102", 400_000, "2102 400.000 &eka | 4101 -400.000 @tenda"),
        ("2121", 400_000, "2121 400.000 | 1101 -400.000"),
        ("1150", 400_000, "5190 400.000 | 1150 -400.000"),
        ("3120", 400_000, "3120 400.000 | 2121 -400.000"),
        ("3130", 400_000, "3130 400.000 | 2121 -400.000"),
    ],
)
def test_funds_and_capital_used_since_stay_in_the_opening(
    trade: Trade, eka: PersonId, account: str, amount: int, used: str
) -> None:
    whose = eka if account == "2102" else None
    entry = trade.entry(OpenBook(boxes=boxes(), lines=lines((account, amount), person=whose)))
    trade.post(f"2026-03-10 | Dipakai | {used}")
    trade.refused(Amend(entry=entry, replacement=OpenBook(boxes=boxes())), "balance-short", "amount")
    less = OpenBook(boxes=boxes(), lines=lines((account, 399_999), person=whose))
    trade.refused(Amend(entry=entry, replacement=less), "balance-short", "amount")
    trade.run(Amend(entry=entry, replacement=OpenBook(boxes=boxes(900_000), lines=lines((account, 400_000), person=whose))))


def test_a_reserve_moved_to_another_business_stays_in_the_opening(trade: Trade) -> None:
    entry = trade.entry(OpenBook(boxes=boxes(), lines=lines(("3120", 500_000), unit=TENTS)))
    moved: dict[str, Any] = {"unit": TENTS, "to_unit": UnitId(3), "account": "3120"}
    trade.run(MoveCapital(on=day("10/3"), description="Modal katering", amount=Rupiah(300_000), **moved))
    trade.refused(Amend(entry=entry, replacement=OpenBook(boxes=boxes())), "balance-short", "amount")
    trade.run(Amend(entry=entry, replacement=OpenBook(boxes=boxes(), lines=lines(("3120", 300_000), unit=TENTS))))
    assert trade.holds("3120", unit=TENTS) == 0


def test_an_opening_result_may_turn_out_to_be_a_loss(trade: Trade) -> None:
    entry = trade.entry(OpenBook(boxes=boxes(), lines=lines(("3130", 100_000))))
    trade.run(Amend(entry=entry, replacement=OpenBook(boxes=boxes(), lines=lines(("3130", -25_000)))))
    assert trade.holds("3130") == 25_000
