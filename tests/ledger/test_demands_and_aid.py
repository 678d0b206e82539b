"""What handlers of all books ask before they post, and the marks that tell what aid paid."""

from __future__ import annotations

from datetime import date

import pytest

from kubebuku.domain.aid import AidKind, AidRole
from kubebuku.domain.entries import EntryId, PersonId, UnitId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.aid import aid_entry, find_or_add, mark, need_aid
from kubebuku.ledger.demands import lowest, need_amount, need_box, need_person, need_unit, promise_not_short
from kubebuku.ledger.tables import unit
from kubebuku.ledger.work import Reading, Work
from tests.builders import Books

NOVEMBER = date(2026, 11, 1)


def refused(code: str) -> pytest.RaisesExc[RuleBroken]:
    return pytest.raises(RuleBroken, check=lambda error: error.code == code)


def test_amounts() -> None:
    assert need_amount(Rupiah(1)) == 1
    with refused("amount-zero") as caught:
        need_amount(Rupiah(0), "fee")
    assert caught.value.field == "fee"
    with refused("amount-negative") as caught:
        need_amount(Rupiah(-5))
    assert caught.value.field == "amount"


def test_places_of_money(books: Books) -> None:
    def ask(reading: Reading) -> None:
        assert need_box(reading.chart, "1102") == "1102"
        for code in ("3110", "9999"):
            with refused("not-a-box") as caught:
                need_box(reading.chart, code, "to_box")
            assert caught.value.field == "to_box"

    books.office.read(ask)


def test_businesses(books: Books) -> None:
    values = {"label": "Krupuk", "kind": "usaha", "opened": "2026-02-01", "closed": "2026-10-31"}
    gone = UnitId(books._add(unit, **values))

    def ask(reading: Reading) -> None:
        connection = reading.connection
        assert need_unit(connection, UnitId(1), NOVEMBER).savings_loan
        assert need_unit(connection, gone, date(2026, 10, 31)).label == "Krupuk"
        for id_, on, code in (
            (None, NOVEMBER, "unit-missing"),
            (UnitId(99), NOVEMBER, "dimension-unknown"),
            (gone, NOVEMBER, "unit-not-open"),
            (gone, date(2026, 1, 31), "unit-not-open"),
            (UnitId(1), NOVEMBER, "unit-is-savings-loan"),
        ):
            with refused(code) as caught:
                need_unit(connection, id_, on, business=True, field="to_unit")
            assert caught.value.field == "to_unit"
        with refused("before-opening") as early:
            need_unit(connection, gone, date(2025, 12, 31), field="to_unit")
        assert early.value.field == "on"

    books.office.read(ask)


def test_people(books: Books) -> None:
    ani = books.person("Ani Contoh")

    def ask(reading: Reading) -> None:
        assert need_person(reading.connection, ani) == "Ani Contoh"
        with refused("dimension-unknown") as caught:
            need_person(reading.connection, PersonId(77), "giver")
        assert caught.value.field == "giver"

    books.office.read(ask)


def test_least_that_is_held_on_any_later_day(books: Books) -> None:
    ani = books.person("Ani Contoh")
    books.post(
        "2026-01-05 | Beras | 5101 100.000 @catering | 2101 -100.000 &Ani",
        "2026-02-05 | Dibayar | 2101 70.000 &Ani | 3190 -70.000",
        "2026-02-05 | Ayam | 5101 20.000 @catering | 2101 -20.000 &Ani",
        "2026-03-05 | Sayur | 5101 40.000 @catering | 2101 -40.000 &Ani",
    )

    def ask(reading: Reading) -> list[int]:
        days = (date(2026, 1, 4), date(2026, 1, 5), date(2026, 2, 5), date(2026, 3, 5))
        return [int(lowest(reading, "2101", day, person=ani)) for day in days]

    assert books.office.read(ask) == [0, 50_000, 50_000, 90_000]
    assert books.office.read(lambda reading: lowest(reading, "5101", date(2026, 1, 5), unit=UnitId(3))) == 100_000


def test_promise_is_judged_at_the_end_of_the_act(books: Books) -> None:
    ani = books.person("Ani Contoh")
    first = books.post("2026-01-05 | Beras | 5101 100.000 @catering | 2101 -100.000 &Ani")
    books.post("2026-02-05 | Dibayar | 2101 70.000 &Ani | 3190 -70.000")

    def strike(work: Work, **whose: object) -> None:
        work.journal.reverse(EntryId(first.id), description="Salah")
        promise_not_short(work, "2101", date(2026, 1, 5), **whose)  # type: ignore[arg-type]

    with refused("balance-short") as caught:
        books.office.write(lambda work: strike(work, person=ani))
    assert caught.value.sentences[0].values["whose"] == "Ani Contoh"
    with refused("balance-short") as caught:
        books.office.write(strike)
    assert caught.value.sentences[0].values["whose"] == "Kube Contoh"

    def strike_of_unit(work: Work) -> None:
        work.journal.reverse(EntryId(first.id), description="Salah")
        promise_not_short(work, "1140", date(2026, 1, 5), unit=UnitId(3))

    books.office.write(strike_of_unit)
    books.post("2026-01-05 | Mi | 1140 -5.000 @catering | 3190 5.000")
    with refused("balance-short") as caught:
        books.office.write(lambda work: promise_not_short(work, "1140", date(2026, 1, 5), unit=UnitId(3)))
    assert caught.value.sentences[0].values["whose"] == "Catering"


def test_programmes_are_found_again_by_name_and_year(books: Books) -> None:
    def act(work: Work) -> None:
        first = find_or_add(work.connection, "BLPS", 2009, AidKind.GRANT, in_kind=False)
        assert find_or_add(work.connection, " b l p s ", 2009, AidKind.GRANT, in_kind=True) == first
        assert find_or_add(work.connection, "Tenda", 2009, AidKind.GRANT, in_kind=True) != first
        assert find_or_add(work.connection, "BLPS", 2010, AidKind.LOAN, in_kind=False) != first
        with refused("aid-of-other-kind"):
            find_or_add(work.connection, "BLPS", 2009, AidKind.LOAN, in_kind=False)
        assert need_aid(work.connection, first) == (AidKind.GRANT, None)
        with refused("aid-unknown"):
            need_aid(work.connection, 99)

    books.office.write(act)


def test_giver_of_a_programme(books: Books) -> None:
    dinas = books.person("Dinas Sosial", "outsider")

    def act(work: Work) -> None:
        made = find_or_add(work.connection, "Bergulir", 2009, AidKind.REVOLVING, in_kind=False, giver=dinas)
        assert need_aid(work.connection, made) == (AidKind.REVOLVING, dinas)

    books.office.write(act)


def test_entry_is_marked_where_an_aid_is_named(books: Books) -> None:
    entry = EntryId(books.post("2026-01-05 | Bantuan | 1101 100.000 | 3110 -100.000 @tenda").id)

    def act(work: Work) -> list[tuple[int, str]]:
        aid = find_or_add(work.connection, "BLPS", 2026, AidKind.GRANT, in_kind=False)
        mark(work.connection, entry, None, AidRole.USED)
        mark(work.connection, entry, aid, AidRole.RECEIVED)
        return [(row.entry, row.role) for row in work.connection.execute(aid_entry.select())]

    assert books.office.write(act) == [(entry, "received")]
