"""No box, no one's savings or share, not the solidarity fund and no loan below zero at the end of a day (accounting.md 3)."""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from contextlib import closing as closing_it
from datetime import date
from pathlib import Path

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kubebuku.app.office import Office
from kubebuku.domain.money import Rupiah
from kubebuku.domain.refusals import BalanceShort, BoxShort
from kubebuku.i18n import explain, say, set_language
from kubebuku.ledger import zero_rule
from tests.builders import NOW, Books, findings_of, forger
from tests.ledger.forge import write_entry


@pytest.fixture(autouse=True)
def indonesian() -> None:
    set_language("id")


def receive(day: str, amount: str) -> str:
    return f"2026-{day} | Sewa tenda | 1101 {amount} | 4101 -{amount} @tenda"


def pay(day: str, amount: str) -> str:
    return f"2026-{day} | Belanja bahan catering | 5101 {amount} @catering | 1101 -{amount}"


# ---- boxes


def test_a_box_pays_what_it_holds_and_no_rupiah_more(books: Books) -> None:
    books.post(receive("03-05", "750.000"))
    with pytest.raises(BoxShort) as refused:
        books.post(pay("03-06", "750.001"))
    assert explain(refused.value).startswith(
        "Uang di Kas tidak cukup. Yang bisa dibayar paling banyak Rp750.000. Yang ditulis Rp750.001. Kurang Rp1."
    )
    assert (refused.value.day, refused.value.short, refused.value.most) == (date(2026, 3, 6), 1, 750_000)
    books.post(pay("03-06", "750.000"))
    assert books.holds("1101") == 0


def test_within_a_day_receipts_come_before_payments(books: Books) -> None:
    books.post(pay("03-05", "200.000"), receive("03-05", "750.000"))
    books.post(pay("03-05", "550.000"))
    with pytest.raises(BoxShort):
        books.post(pay("03-05", "1"))


def test_a_payment_is_not_made_from_money_of_a_later_day(books: Books) -> None:
    books.post(receive("03-05", "750.000"))
    with pytest.raises(BoxShort) as refused:
        books.post(pay("03-04", "100.000"))
    assert refused.value.most == 0


def test_money_that_a_later_day_has_spent_is_not_there(books: Books) -> None:
    books.post(receive("03-05", "750.000"), pay("03-09", "700.000"))
    with pytest.raises(BoxShort) as refused:
        books.post(pay("03-07", "100.000"))
    assert explain(refused.value).startswith(
        "Isi Kas menjadi kurang pada 9 Maret 2026, saat “Belanja bahan catering”. Kurang Rp50.000. "
    )
    assert refused.value.most == 50_000
    books.post(pay("03-07", "50.000"))


def test_moving_money_empties_one_box_for_another(books: Books) -> None:
    books.post(receive("03-05", "750.000"))
    books.post("2026-03-06 | Setor ke bank | 1110 750.000 | 1101 -750.000")
    with pytest.raises(BoxShort) as refused:
        books.post("2026-03-06 | Ambil dari bank | 1101 750.001 | 1110 -750.001")
    assert str(refused.value.box) == "Bank"


def test_a_tin_of_the_groups_own_is_a_box_of_its_own(books: Books) -> None:
    tin = books.account("1101.01", "Kaleng di kios")
    books.post(receive("03-05", "750.000"), f"2026-03-05 | Isi kaleng | {tin} 20.000 | 1101 -20.000")
    with pytest.raises(BoxShort) as refused:
        books.post(f"2026-03-06 | Beli es | 5101 25.000 @catering | {tin} -25.000")
    assert str(refused.value.box) == "Kaleng di kios"
    assert (books.holds("1101"), books.holds(tin)) == (730_000, 20_000)


def test_equipment_may_be_worth_less_than_nothing_for_the_rule(books: Books) -> None:
    """The rule watches money and what is owed to people, nothing else."""
    books.post("2026-03-05 | Penyusutan | 5106 50.000 | 1209 -50.000")
    books.post("2026-03-05 | Utang lunas lebih | 2101 50.000 | 3190 -50.000")
    assert not books.findings()


# ---- what belongs to people


def test_nobody_withdraws_more_than_they_saved(books: Books) -> None:
    books.person("Ani Contoh")
    books.person("Eka Contoh")
    books.post("2026-03-01 | Simpanan Ani | 1102 900.000 | 2110 -900.000 &Ani")
    books.post("2026-03-02 | Simpanan Eka | 1102 120.000 | 2110 -120.000 &Eka")
    with pytest.raises(BalanceShort) as refused:
        books.post("2026-03-05 | Ambil simpanan | 2110 150.000 &Eka | 1102 -150.000")
    assert explain(refused.value) == (
        "Tabungan Anggota milik Eka Contoh menjadi kurang dari nol pada 5 Maret 2026. "
        "Yang ada paling banyak Rp120.000. Kurang Rp30.000. Tulis paling banyak Rp120.000."
    )
    books.post("2026-03-05 | Ambil simpanan | 2110 120.000 &Eka | 1102 -120.000")


@pytest.mark.parametrize("account", ["2110", "2130", "3101", "3102"])
def test_a_deposit_already_withdrawn_cannot_be_undone(books: Books, account: str) -> None:
    books.person("Ani Contoh")
    deposit = books.post(f"2026-03-01 | Setoran | 1102 50.000 | {account} -50.000 &Ani")
    books.post(f"2026-03-05 | Pengembalian | {account} 50.000 &Ani | 1102 -50.000")
    with pytest.raises((BalanceShort, BoxShort)):
        books.strike(deposit.id)
    books.post("2026-03-01 | Uang lain | 1102 50.000 | 4190 -50.000")
    with pytest.raises(BalanceShort):
        books.strike(deposit.id)


def test_a_loan_is_never_paid_back_twice(books: Books) -> None:
    budi = books.person("Budi Contoh")
    books.loan("P-001", budi, 300_000)
    books.loan("P-002", budi, 500_000)
    books.post(receive("03-01", "900.000"), "2026-03-01 | Isi kas | 1102 900.000 | 1101 -900.000")
    books.post(
        "2026-03-02 | Pinjaman Budi | 1130 300.000 &Budi #P-001 | 1102 -300.000",
        "2026-03-02 | Pinjaman Budi | 1130 500.000 &Budi #P-002 | 1102 -500.000",
    )
    with pytest.raises(BalanceShort) as refused:
        books.post("2026-03-20 | Angsuran | 1102 300.001 | 1130 -300.001 &Budi #P-001")
    assert explain(refused.value).startswith("Piutang Pinjaman Anggota milik P-001 menjadi kurang dari nol pada 20 Maret 2026.")
    books.post("2026-03-20 | Angsuran | 1102 300.000 | 1130 -300.000 &Budi #P-001")


def test_santunan_never_exceeds_the_solidarity_fund(books: Books) -> None:
    books.post("2026-03-01 | Iuran IKS | 1103 100.000 | 2120 -100.000")
    books.post("2026-03-01 | Titipan | 1103 100.000 | 4190 -100.000")
    with pytest.raises(BalanceShort) as refused:
        books.post("2026-03-08 | Santunan sakit | 2120 150.000 | 1103 -150.000")
    assert explain(refused.value).startswith("Dana IKS/UKS milik Kube Contoh menjadi kurang dari nol pada 8 Maret 2026.")


def test_a_fund_of_the_groups_own_under_the_solidarity_fund_is_kept_apart(books: Books) -> None:
    fund = books.account("2120.01", "Dana duka")
    books.post("2026-03-01 | Iuran | 1103 100.000 | 2120 -90.000 | 2120.01 -10.000")
    with pytest.raises(BalanceShort):
        books.post(f"2026-03-08 | Santunan duka | {fund} 20.000 | 1103 -20.000")


# ---- mending is judged by its net effect


def test_an_entry_is_replaced_in_one_act_where_its_loss_alone_would_be_refused(books: Books) -> None:
    sale = books.post(receive("03-05", "750.000"))
    books.post(pay("03-06", "700.000"))
    with pytest.raises(BoxShort):
        books.strike(sale.id)
    books.strike(sale.id, then=[receive("03-05", "705.000")])
    assert books.holds("1101") == 5_000
    assert not books.findings()


def test_money_taken_on_the_same_day_names_who_took_it(books: Books) -> None:
    sale = books.post(receive("03-05", "750.000"))
    books.post(pay("03-05", "700.000"))
    with pytest.raises(BoxShort) as refused:
        books.strike(sale.id)
    assert refused.value.number == "BKK/2026/0001"
    assert explain(refused.value).startswith("Uang ini sudah diambil (BKK/2026/0001). ")


def test_a_replacement_that_falls_short_is_refused(books: Books) -> None:
    sale = books.post(receive("03-05", "750.000"))
    books.post(pay("03-06", "700.000"))
    with pytest.raises(BoxShort):
        books.strike(sale.id, then=[receive("03-05", "699.999")])
    with pytest.raises(BoxShort):
        books.strike(sale.id, then=[receive("03-07", "750.000")])
    assert books.holds("1101") == 50_000


# ---- a book in which another program broke the rule


@pytest.fixture
def short(book_path: Path, frozen_clock: None) -> Path:
    """On 5 March the cash box holds Rp100.000 less than nothing, from 10 March on Rp50.000 less."""
    with Office.open(book_path, who="Ani Contoh") as office:
        office.write(lambda _work: None)  # the first act seals the records that stand there
    with closing_it(forger(book_path)) as book:
        lines = [(1, "5101", 100_000, 3, None, None, None), (2, "1101", -100_000, None, None, None, None)]
        write_entry(book, lines, date="2026-03-05", series="BKK")
        write_entry(book, [(1, "1101", 50_000, None, None, None, None), (2, "4190", -50_000, None, None, None, None)])
    return book_path


def test_what_is_short_already_is_named_and_not_held_against_what_makes_it_better(short: Path) -> None:
    with Office.open(short, who="Ani Contoh") as office:
        books = Books(office)
        assert office.read(lambda reading: zero_rule.broken(reading.connection, reading.chart)) == [
            (zero_rule.Watched("1101"), "2026-03-05", Rupiah(-100_000))
        ]
        books.post(receive("03-01", "30.000"))
        books.post("2026-03-06 | Tukar | 1101 10.000 | 4190 -10.000", "2026-03-06 | Tukar | 5190 10.000 | 1101 -10.000")
        with pytest.raises(BoxShort):
            books.post(pay("03-07", "1"))
        assert list(books.findings()) == ["zero_rule"]
        books.post(receive("03-02", "70.000"))
        assert not books.findings()


def test_what_another_program_broke_is_told_in_words(short: Path) -> None:
    found = findings_of(short)["zero_rule"].found
    assert [say(line) for line in found] == ["Kas milik Kube Contoh berisi −Rp100.000 pada 5 Maret 2026."]


# ---- against a model that sums every day by hand

DAYS = [f"2026-{month:02d}-{day:02d}" for month in (1, 2, 3) for day in (1, 2, 15, 28)]
#: what happens: account that gains, account that loses (debit positive), person on each
KINDS = [
    ("1101", "4101 @tenda", None),
    ("5101 @catering", "1101", None),
    ("1110", "1101", None),
    ("1101", "1110", None),
    ("1102", "2110 {}", "ani"),
    ("2110 {}", "1102", "ani"),
    ("1102", "2110 {}", "eka"),
    ("2110 {}", "1102", "eka"),
    ("1103", "2120", None),
    ("2120", "1103", None),
    ("1102", "1101", None),
    ("2120", "2120.01", None),
    ("2120.01", "1103", None),
    ("1130 &budi #P-001", "1102", None),
    ("1102", "1130 &budi #P-001", None),
]
ENTRY = st.tuples(st.sampled_from(DAYS), st.sampled_from(KINDS), st.integers(1, 4).map(lambda n: n * 25_000))
ACTS = st.lists(
    st.one_of(
        st.lists(ENTRY, min_size=1, max_size=3),
        st.tuples(st.integers(0, 20), st.lists(ENTRY, max_size=1)),
    ),
    min_size=4,
    max_size=14,
)
Moved = tuple[str, str, int]


def legs(day: str, kind: tuple[str, str, str | None], amount: int) -> list[Moved]:
    """day, balance under the rule, change in its own sense."""
    found = []
    for place, sign in ((kind[0], 1), (kind[1], -1)):
        code = place.split()[0]
        watched = {"2110": f"2110 {kind[2]}", "2120": "2120", "2120.01": "2120.01", "1130": "1130 P-001"}.get(code, code)
        own = -1 if code[0] in "23" else 1
        if code[:2] not in ("41", "51"):
            found.append((day, watched, own * sign * amount))
    return found


def stands(moves: list[Moved]) -> bool:
    """By brute force: no balance below zero at the end of any day."""
    balances: dict[str, int] = defaultdict(int)
    for day in DAYS:
        for _, watched, amount in (move for move in moves if move[0] == day):
            balances[watched] += amount
        if any(held < 0 for held in balances.values()):
            return False
    return True


def text(day: str, kind: tuple[str, str, str | None], amount: int) -> str:
    def part(place: str, sign: str) -> str:
        code, _, marks = place.format(f"&{kind[2]}").partition(" ")
        return f"{code} {sign}{amount} {marks}".strip()

    return f"{day} | Catatan | {part(kind[0], '')} | {part(kind[1], '-')}"


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(acts=ACTS)
def test_the_rule_refuses_what_a_sum_by_hand_refuses(empty_book: Path, acts: list[object]) -> None:
    with tempfile.TemporaryDirectory() as folder, time_machine.travel(NOW, tick=False):
        path = Path(shutil.copyfile(empty_book, Path(folder) / "buku.kubebuku"))
        with Office.open(path, who="Ani Contoh") as office:
            books = Books(office)
            budi = [books.person(name) for name in ("ani", "eka", "budi")][-1]
            books.loan("P-001", budi, 300_000)
            books.account("2120.01", "Dana duka")
            live: dict[int, list[Moved]] = {}
            for act in acts:
                struck, drafts = act if isinstance(act, tuple) else (None, act)
                new = [move for entry in drafts for move in legs(*entry)]
                gone = None
                if struck is not None:
                    if not live:
                        continue
                    gone = sorted(live)[struck % len(live)]
                kept = [move for id_, moves in live.items() if id_ != gone for move in moves]
                allowed = stands(kept + new)
                last = books.count()
                try:
                    if gone is None:
                        books.post(*(text(*entry) for entry in drafts))
                    else:
                        books.strike(gone, then=[text(*entry) for entry in drafts])
                except (BoxShort, BalanceShort):
                    assert not allowed
                    assert books.count() == last
                else:
                    assert allowed
                    if gone is not None:
                        del live[gone]
                        last += 1
                    live |= {last + n: legs(*entry) for n, entry in enumerate(drafts, start=1)}
            assert not books.findings()
            held: dict[str, int] = defaultdict(int)
            for _, watched, amount in (move for moves in live.values() for move in moves):
                held[watched] += amount
            assert all(books.holds(box) == held[box] for box in ("1101", "1102", "1103", "1110"))
            assert books.holds("2110", person=1) == -held["2110 ani"]
