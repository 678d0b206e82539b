"""Lines by hand: what no book could read is refused at its field, also when such a line is struck out later."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.enterprise.commands import BuyStock
from kubebuku.books.enterprise.livestock_commands import BuyLivestock, SellLivestock
from kubebuku.books.enterprise.queries import EnterpriseBook, UepRecap
from kubebuku.books.journal.commands import GeneralJournal, JournalLine
from kubebuku.books.mending.commands import Undo
from kubebuku.books.savings_loan.commands import RecoverLoan, RescheduleLoan, WriteOffLoan
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import LoanId, PersonId
from kubebuku.domain.money import Rupiah
from tests.books.savings_loan.lender import Lender
from tests.books.trading import CATERING, SAVINGS_LOAN, TENTS, day


@pytest.fixture
def trade(office: Office) -> Lender:
    trade = Lender(office)
    trade.people()
    trade.money()
    trade.money("1102")
    return trade


@pytest.fixture
def ani(trade: Lender) -> PersonId:
    return trade.named["Ani"]


MARCH = day("20/3")


def line(account: str, amount: int, **more: Any) -> JournalLine:
    return JournalLine(account=account, amount=Rupiah(amount), **more)


def by_hand(*lines: JournalLine, on: date = MARCH) -> GeneralJournal:
    return GeneralJournal(on=on, description="Ditulis tangan", lines=lines)


# ---- loans


def test_a_line_of_a_loan_bears_its_borrower(trade: Lender, ani: PersonId) -> None:
    budi, loan = trade.named["Budi"], trade.lend("Ani", 400_000, "5/1")
    wrong = by_hand(line("1102", 50_000), line("1130", -50_000, person=budi, loan=loan))
    assert "Ani Contoh" in str(trade.refused(wrong, "loan-of-another", "person").sentences[0].values)
    trade.run(by_hand(line("1102", 50_000), line("1130", -50_000, person=ani, loan=loan)))
    assert (trade.holds("1130", loan=loan), trade.findings()) == (350_000, {})


def test_a_line_of_another_borrower_that_was_struck_out_is_no_fault(trade: Lender, ani: PersonId) -> None:
    loan = trade.lend("Ani", 400_000, "5/1")
    entry = trade.post("2026-03-20 | Angsuran | 1102 50.000 | 1130 -50.000 &budi #P/").id
    assert list(trade.findings()) == ["subsidiaries"]
    trade.run(Undo(entry=entry))
    assert (trade.holds("1130", loan=loan), trade.findings()) == (400_000, {})


def test_a_loan_stays_on_its_account_and_is_lent_no_further(trade: Lender, ani: PersonId) -> None:
    loan = trade.lend("Ani", 400_000, "5/1")
    of = {"person": ani, "loan": loan}
    trade.refused(by_hand(line("1102", 50_000), line("1131", -50_000, **of)), "loan-stands-elsewhere", "account")
    trade.refused(by_hand(line("1130", 50_000, **of), line("1102", -50_000)), "lent-by-hand", "loan")
    paid = trade.entry(by_hand(line("1102", 50_000), line("1130", -50_000, **of)))
    trade.run(by_hand(line("1130", 30_000, **of), line("1102", -30_000), on=day("21/3")))
    trade.undo_refused(paid, "lent-by-hand")
    assert (trade.holds("1130", loan=loan), trade.findings()) == (380_000, {})


def test_a_loan_repaid_by_hand_is_paid_off(trade: Lender, ani: PersonId) -> None:
    loan = trade.lend("Ani", 400_000, "5/1")
    entry = trade.entry(by_hand(line("1102", 400_000), line("1130", -400_000, person=ani, loan=loan)))
    assert trade.findings() == {}
    trade.run(Undo(entry=entry))
    assert (trade.holds("1130", loan=loan), trade.findings()) == (400_000, {})


def test_a_line_before_another_plan_stays(trade: Lender, ani: PersonId) -> None:
    loan = trade.lend("Ani", 400_000, "5/1")
    of = {"person": ani, "loan": loan}
    entry = trade.entry(by_hand(line("1102", 100_000), line("1130", -100_000, **of)))
    trade.run(RescheduleLoan(on=day("31/3"), loan=loan, months=6, reason="Panen gagal"))
    trade.undo_refused(entry, "loan-replanned")
    early = by_hand(line("1102", 50_000), line("1130", -50_000, **of), on=day("30/3"))
    trade.refused(early, "before-plan", "on")
    assert trade.findings() == {}


def test_only_what_was_written_off_comes_back(trade: Lender, ani: PersonId) -> None:
    loan = trade.lend("Ani", 400_000, "5/1")

    def back(amount: int, of: LoanId | None = loan) -> GeneralJournal:
        return by_hand(line("1102", amount), line("4104", -amount, unit=SAVINGS_LOAN, loan=of), on=day("2/4"))

    trade.refused(back(10_000, None), "recovered-by-hand", "loan")
    trade.refused(back(10_000), "not-written-off", "loan")
    gone = by_hand(line("5111", 400_000, unit=SAVINGS_LOAN, loan=loan), line("1130", -400_000, person=ani, loan=loan))
    trade.refused(gone, "written-off-by-hand", "loan")
    trade.run(WriteOffLoan(on=day("1/4"), loan=loan, reason="Pindah", decided="Rapat 1 April"))
    trade.run(RecoverLoan(on=day("2/4"), loan=loan, amount=Rupiah(350_000)))
    trade.refused(back(50_001), "recovered-since", "entry")
    trade.run(back(50_000))
    assert (trade.holds("4104"), trade.findings()) == (-400_000, {})


# ---- on its own side


@pytest.mark.parametrize(
    ("account", "counter", "whose", "unit"),
    [
        ("1120", "1101", "person", None),
        ("1121", "1101", "person", None),
        ("2101", "5190", "person", None),
        ("2102", "1101", "person", None),
        ("2103", "5190", "person", None),
        ("2201", "1101", "person", None),
        ("2140", "1101", "person", TENTS),
        ("1140", "5190", "group", CATERING),
        ("3110", "1101", "group", TENTS),
        ("2121", "1101", "group", None),
        ("2129", "1101", "group", None),
        ("1150", "1101", "group", None),
    ],
)
def test_nothing_is_taken_that_is_not_there(
    trade: Lender, ani: PersonId, account: str, counter: str, whose: str, unit: Any
) -> None:
    of = {"person": ani if whose == "person" else None, "unit": unit}
    sign = 1 if account.startswith("1") else -1

    def write(amount: int, on: str) -> GeneralJournal:
        return by_hand(line(account, amount * sign, **of), line(counter, -amount * sign), on=day(on))

    trade.refused(write(-100_000, "10/2"), "balance-short", "amount")
    entry = trade.entry(write(100_000, "5/2"))
    trade.refused(write(-100_001, "10/2"), "balance-short", "amount")
    trade.run(write(-60_000, "10/2"))
    trade.refused(write(-40_001, "7/2"), "balance-short", "amount")
    trade.undo_refused(entry, "balance-short")
    assert abs(trade.holds(account)) == 40_000


def test_a_balance_that_is_wrong_already_can_be_mended(trade: Lender, ani: PersonId) -> None:
    trade.post("2026-02-01 | Terlalu banyak | 1101 100.000 | 1120 -100.000 &ani")
    trade.run(by_hand(line("1120", 40_000, person=ani), line("1101", -40_000)))
    assert trade.holds("1120") == -60_000


# ---- animals


def test_animals_stand_behind_their_value(trade: Lender) -> None:
    buy = by_hand(line("1141", 900_000, unit=TENTS), line("1101", -900_000))
    trade.refused(buy, "value-without-animals", "unit")
    goats: dict[str, Any] = {"unit": TENTS, "animal": "Kambing", "number": 3}
    bought = trade.entry(BuyLivestock(on=day("1/2"), description="Tiga kambing", amount=Rupiah(900_000), **goats))
    trade.run(by_hand(line("1141", 60_000, unit=TENTS), line("1101", -60_000)))
    trade.undo_refused(bought, "value-without-animals")
    sold = {**goats, "on": day("1/4"), "description": "Dijual", "amount": Rupiah(1_500_000)}
    trade.refused(SellLivestock(**sold, cost=Rupiah(900_000)), "last-animals-cost", "cost")
    trade.run(SellLivestock(**sold, cost=Rupiah(960_000)))
    assert (trade.holds("1141"), trade.findings()) == (0, {})


def test_a_value_without_animals_is_named(trade: Lender) -> None:
    trade.post("2026-02-01 | Kambing | 1141 900.000 @tenda | 1101 -900.000")
    assert list(trade.findings()) == ["livestock"]


# ---- results


@pytest.mark.parametrize("account", ["4102", "5110", "5112"])
def test_jasa_belongs_to_simpan_pinjam(trade: Lender, account: str) -> None:
    def of(unit: Any) -> GeneralJournal:
        sign = -1 if account.startswith("4") else 1
        return by_hand(line(account, sign * 10_000, unit=unit), line("1102", -sign * 10_000))

    trade.refused(of(TENTS), "not-of-that-unit", "unit")
    trade.run(of(SAVINGS_LOAN), of(None))
    assert abs(trade.holds(account, unit=SAVINGS_LOAN)) == 20_000


def test_recap_and_books_read_jasa_without_a_unit_alike(trade: Lender) -> None:
    trade.post("2026-03-01 | Jasa tabungan | 5110 123.000 | 1102 -123.000", "2026-03-02 | Rapat | 5105 138.000 | 1102 -138.000")
    recap = trade.answer(UepRecap(Month(2026, 1), Month(2026, 12)))
    told = {row.label: int(row.result.profit) for row in recap.lines if row.result.profit}
    books = {page.label: int(page.carried) for page in (
        trade.answer(EnterpriseBook(None, Month(2026, 3))), trade.answer(EnterpriseBook(SAVINGS_LOAN, Month(2026, 3)))
    )}  # fmt: skip
    assert told == books == {None: -138_000, "Simpan pinjam": -123_000}


def test_what_is_shared_is_debited_with_its_business(trade: Lender) -> None:
    trade.refused(by_hand(line("3131", 5_000), line("2121", -5_000)), "dimension-missing", "unit")
    trade.run(by_hand(line("3131", 5_000, unit=TENTS), line("2121", -5_000)))
    trade.refused(by_hand(line("2121", 5_000), line("3131", -5_000, unit=TENTS)), "shared-result-credited", "account")


def test_results_kept_grow_by_what_is_explained_or_covers_a_loss(trade: Lender) -> None:
    trade.refused(by_hand(line("1101", 5_000), line("3130", -5_000)), "unshared-result-credited", "account")
    trade.run(by_hand(line("3190", 300_000), line("3120", -200_000), line("3130", -100_000)))
    cover = by_hand(line("3120", 70_000), line("3130", -70_000), on=day("1/4"))
    trade.refused(cover, "unshared-result-credited", "account")
    trade.run(by_hand(line("3130", 160_000), line("2121", -160_000), on=day("31/3")))
    trade.refused(cover, "unshared-result-credited", "account")
    trade.run(by_hand(line("3120", 60_000), line("3130", -60_000), on=day("1/4")))
    assert (trade.holds("3130"), trade.holds("3120")) == (0, -140_000)


def test_goods_used_since_stay_bought(trade: Lender) -> None:
    trade.run(BuyStock(on=day("1/2"), description="Beras", amount=Rupiah(100_000), unit=CATERING))
    bought = trade.entry(by_hand(line("1140", 50_000, unit=CATERING), line("1101", -50_000), on=day("2/2")))
    trade.run(by_hand(line("5101", 120_000, unit=CATERING), line("1140", -120_000, unit=CATERING)))
    trade.undo_refused(bought, "balance-short")
