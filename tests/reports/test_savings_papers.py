"""Savings and IKS on paper: the columns people know, every sum proved, figures that are those of the ledger."""

from __future__ import annotations

import io
from datetime import date
from fractions import Fraction

import pytest

from kubebuku.app.office import Office
from kubebuku.books.enterprise.commands import Sale
from kubebuku.books.mending.commands import Amend
from kubebuku.books.opening.commands import OpenBook, OpeningBox, OpeningDues, OpeningLine
from kubebuku.books.solidarity.commands import Every, GiveBenefit, SetAside, SetBenefit, SetSolidarityRule, TakeDues
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.work import Reading
from kubebuku.reports import savings, solidarity
from kubebuku.reports.document import Document, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.render.sheet import as_text
from kubebuku.reports.render.xlsx import render_xlsx
from kubebuku.reports.sums import prove
from kubebuku.reports.table import Table
from tests.books.saving import Group, deposit, month, withdrawal
from tests.books.trading import TENTS, day

OCTOBER, NOVEMBER = month(10), month(11)


@pytest.fixture
def group(office: Office) -> Group:
    group = Group(office)
    group.rule(rate=Fraction(6, 100))
    return group


@pytest.fixture
def people(group: Group) -> tuple[PersonId, PersonId]:
    eka, dedi = group.member("Eka Contoh"), group.member("Dedi Contoh", "20/9")
    group.run(deposit(eka, "4/10", *range(1, 11), principal=50_000, voluntary=120_000))
    group.run(deposit(dedi, "4/10", 9, principal=50_000), withdrawal(eka, 20_000, "24/10"))
    return eka, dedi


def parts(group: Group, build: object, of: object = OCTOBER) -> Document:
    def make(reading: Reading) -> Document:
        frame = Frame(reading, of)  # type: ignore[arg-type]
        made: tuple[Part, ...] = build(frame)  # type: ignore[operator]
        return frame.document("Buku", "Oktober 2026", made)

    document = group.office.read(make)
    drawn(document)
    return document


def drawn(document: Document) -> int:
    """How many pages it comes to, as paper and as a workbook; every sum is proved on the way."""
    prove(document)
    render_xlsx(document, io.BytesIO())
    return render_pdf(document, io.BytesIO()).total


def table(document: Document, key: str) -> Table:
    part = next(part for part in document.parts if part.key == key)
    return next(block for block in part.blocks if isinstance(block, Table))


def test_a_group_without_savings_and_iks_prints_nothing_of_them(office: Office) -> None:
    def nothing(reading: Reading) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        frame = Frame(reading, OCTOBER)
        return savings.build(frame), solidarity.build(frame)

    assert office.read(nothing) == ((), ())


def test_the_list_of_all_members_sums_to_the_ledger(group: Group, people: tuple[PersonId, PersonId]) -> None:
    document = parts(group, savings.build)
    listed = table(document, "savings")
    assert [row.cells for row in listed.rows] == [
        (1, "Eka Contoh", 50_000, 100_000, 100_000, 250_000, 0, 0),
        (2, "Dedi Contoh", 50_000, 10_000, 0, 60_000, 1, 10_000),
    ]
    held = [-group.holds(account, "2026-10-31") for account in ("3101", "3102", "2110")]
    assert listed.totals[0].cells[2:6] == (*held, 310_000)
    assert "Rp10.000" in as_text(document)


def test_the_wall_chart_shows_who_has_paid_which_month(group: Group, people: tuple[PersonId, PersonId]) -> None:
    chart = table(parts(group, savings.build), "savings-grid")
    eka, dedi = (row.cells for row in chart.rows)
    assert eka[2:14] == (*(10_000,) * 10, None, None)
    assert dedi[2:14] == (*(None,) * 8, 10_000, 0, None, None)
    assert (eka[-2:], dedi[-2:]) == ((100_000, None), (10_000, 10_000))


def test_one_members_book_stands_by_itself(group: Group, people: tuple[PersonId, PersonId]) -> None:
    eka, _dedi = people
    wrong = group.entry(deposit(eka, "5/10", voluntary=300_000))
    group.run(Amend(entry=wrong, replacement=deposit(eka, "5/10", voluntary=30_000)))
    document = group.office.read(lambda reading: savings.pass_book(reading, eka, OCTOBER, NOVEMBER, paper="a4"))
    assert drawn(document) == 1
    book = table(document, f"savings-{eka}")
    assert [(row.cells[3:8], row.struck) for row in book.rows] == [
        ((50_000, 100_000, 120_000, None, 270_000), False),
        ((None, None, 300_000, None, None), True),
        ((None, None, 30_000, None, 300_000), False),
        ((None, None, None, 20_000, 280_000), False),
    ]
    text = as_text(document)
    assert "Dua ratus delapan puluh ribu rupiah" in text
    assert "Anggota nomor 1" in text


def test_each_members_month_stands_in_the_book_of_them_all(group: Group, people: tuple[PersonId, PersonId]) -> None:
    document = parts(group, savings.book)
    own = next(part for part in document.parts if part.key == "savings-own")
    tables = [block for block in own.blocks if isinstance(block, Table)]
    assert [one.totals[-1].cells[7] for one in tables] == [250_000, 60_000]


def test_a_year_of_the_wall_chart_by_itself(group: Group, people: tuple[PersonId, PersonId]) -> None:
    document = group.office.read(lambda reading: savings.wall_chart(reading, 2026))
    assert drawn(document) == 1
    # today, in November, October is over and November is not
    assert table(document, "savings-grid").totals[0].cells[-1] == 10_000


@pytest.fixture
def fund(group: Group, people: tuple[PersonId, PersonId]) -> Group:
    eka, dedi = people
    group.run(
        OpenBook(
            boxes=(OpeningBox(box="1103", amount=Rupiah(140_000)),),
            lines=(OpeningLine(account="2120", amount=Rupiah(140_000)),),
            dues=(OpeningDues(person=eka, paid_until=month(2)),),
        )
    )
    group.run(SetSolidarityRule(since=month(1), amount=Rupiah(2_000)))
    kind = group.run(SetBenefit(event="Musibah", since=day("1/1"), outsiders=True)).made["benefit"]
    warga = group.person("Warga Contoh", "outsider")
    group.run(
        TakeDues(on=day("4/10"), person=eka, months=(month(3), month(4))),
        TakeDues(on=day("4/10"), person=dedi, amount=Rupiah(2_000)),
        Sale(on=day("5/10"), description="Sewa", amount=Rupiah(500_000), unit=TENTS),
        SetAside(on=day("6/10"), description="Sisihan hasil", amount=Rupiah(50_000), unit=TENTS, moves=False),
        GiveBenefit(on=day("21/10"), amount=Rupiah(75_000), person=warga, rule=kind, decided="Rapat 18 Oktober"),
    )
    return group


def test_the_book_of_the_fund_in_its_columns(fund: Group) -> None:
    document = parts(fund, solidarity.build)
    book = table(document, "solidarity")
    assert book.opening is not None
    assert book.opening.cells[-1] == 140_000
    assert [row.cells[4:] for row in book.rows] == [
        (4_000, None, None, 144_000),
        (2_000, None, None, 146_000),
        (None, 50_000, None, 196_000),
        (None, None, 75_000, 121_000),
    ]
    text = as_text(document)
    assert "Dititipkan di tempat lain" in text
    assert "Warga Contoh (bukan anggota)" in text
    assert "Rapat 18 Oktober" in text


def test_months_paid_before_the_book_began_say_so(fund: Group) -> None:
    chart = table(parts(fund, solidarity.build), "solidarity-grid")
    eka = chart.rows[0].cells
    assert eka[2:7] == ("lunas", "lunas", 2_000, 2_000, 0)
    assert eka[-1] == 12_000


def test_the_fund_over_several_months_and_its_chart_by_themselves(fund: Group) -> None:
    whole = fund.office.read(lambda reading: solidarity.document(reading, month(1), NOVEMBER))
    assert drawn(whole) == 1
    assert table(whole, "solidarity").totals[-1].cells[-1] == -fund.holds("2120")
    assert drawn(fund.office.read(lambda reading: solidarity.wall_chart(reading, 2026))) == 1


def test_a_yearly_amount_is_named_so(group: Group) -> None:
    group.member("Eka Contoh", date(2026, 1, 1))
    group.run(SetSolidarityRule(since=month(1), amount=Rupiah(24_000), every=Every.YEAR))
    text = as_text(parts(group, solidarity.build))
    assert "Rp24.000 setahun" in text
    assert "Iuran untuk setahun penuh" in text
