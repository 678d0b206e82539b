"""Saldo awal: what was there, asked in plain questions, and the rest that nobody can explain yet."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kubebuku.books.members.commands import AddMember, AddOutsider
from kubebuku.books.opening.commands import (
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
from kubebuku.books.savings_loan.rules import Per
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.ui import places
from kubebuku.ui.start import opening_answers, opening_form
from tests.ui.hands.laptop import Laptop, Opener, written_today

ANI, BUDI = PersonId(1), PersonId(2)
TENTS = UnitId(2)
R = Rupiah

WHOLE = OpenBook(
    boxes=(OpeningBox(box="1101", amount=R(9_215_000)), OpeningBox(box="1110", amount=R(5_000_000))),
    savings=(OpeningSavings(person=ANI, principal=R(50_000), obligatory=R(120_000), voluntary=R(200_000)),),
    lines=(
        OpeningLine(account="1120", amount=R(300_000), unit=TENTS, person=BUDI),
        OpeningLine(account="2101", amount=R(150_000), unit=TENTS, person=BUDI),
        OpeningLine(account="1140", amount=R(400_000), unit=TENTS),
        OpeningLine(account="3110", amount=R(15_000_000), unit=TENTS),
        OpeningLine(account="3120", amount=R(700_000)),
        OpeningLine(account="3130", amount=R(100_000), unit=TENTS),
        OpeningLine(account="2120", amount=R(250_000)),
    ),
    items=(
        OpeningItem(label="Tenda 4 x 6", value=R(15_000_000), depreciated=R(5_000_000), unit=TENTS, acquired=date(2024, 5, 1)),
    ),
    loans=(
        OpeningLoan(
            person=ANI,
            principal=R(500_000),
            rest=R(250_000),
            opened=date(2025, 11, 1),
            instalments_left=2,
            next_due=date(2026, 1, 15),
            method=Method.FLAT,
            rate=Fraction(2, 100),
            per=Per.MONTH,
            every=Every.MONTH,
            fee_owed=R(10_000),
        ),
    ),
    herds=(OpeningHerd(unit=TENTS, animal="Kambing", heads=4, value=R(6_000_000)),),
    dues=(OpeningDues(person=ANI, paid_until=Month(2026, 3)),),
)


@pytest.fixture(scope="module")
def members_book(empty_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ani is a member, Budi is not; nothing else is written."""
    people = (AddMember(full_name="Ani Contoh", joined=date(2026, 1, 1)), AddOutsider(full_name="Budi Contoh"))
    return written_today(empty_book, tmp_path_factory.mktemp("members"), *people)


@pytest.fixture
def members(open_book: Opener, members_book: Path) -> Laptop:
    return open_book(members_book)


def to_opening(laptop: Laptop) -> None:
    laptop.window.go(places.Opening())
    laptop.settle()


def rows(laptop: Laptop, name: str) -> list[list[Any]]:
    return laptop.lines(name)._rows


def test_the_form_gives_back_the_command_it_was_made_of() -> None:
    assert opening_answers.build(opening_answers.values(WHOLE, ())) == WHOLE


def test_income_and_costs_so_far_stand_on_one_row_a_business() -> None:
    lines = (
        OpeningLine(account="4101", amount=R(3_000_000), unit=TENTS),
        OpeningLine(account="5190", amount=R(1_000_000), unit=TENTS),
    )
    found = opening_answers.values(OpenBook(lines=lines), ())
    assert found["so_far"] == (opening_form.SoFar(unit=TENTS, income=R(3_000_000), costs=R(1_000_000)),)
    assert opening_answers.build(found) == OpenBook(lines=lines)


def test_the_sums_are_those_the_ledger_finds(members: Laptop) -> None:
    members.window.session.run(members.window, WHOLE)
    members.settle()
    assert members.ask(Opening()).unexplained == opening_answers.sums(WHOLE).unexplained


def test_what_is_not_explained_is_told_while_one_writes(desk: Laptop) -> None:
    to_opening(desk)
    desk.at("box_1101")
    desk.type("9215000")
    assert "Rp9.215.000" in desk.reads()
    assert "sampai rapat memutuskan" in desk.reads()
    desk.press("Ada dana cadangan kelompok")
    amount = rows(desk, "reserve")[0][1].widget
    amount.line.setFocus()
    desk.type("9215000")
    assert "Semua rupiah sudah jelas asalnya" in desk.reads()
    desk.save()
    state = desk.ask(Opening())
    assert (state.entry, state.unexplained) == (1, 0)


def test_every_member_has_a_line_for_savings(members: Laptop) -> None:
    to_opening(members)
    members.press("Anggota punya simpanan")
    first = rows(members, "savings")[0]
    assert first[0].widget.value() == ANI
    first[2].widget.set_value(120_000)
    members.at("box_1102")
    members.type("120000")
    members.save()
    state = members.ask(Opening())
    assert state.command is not None
    assert state.command.savings == (OpeningSavings(person=ANI, obligatory=R(120_000)),)
    assert state.unexplained == 0


def test_the_opening_is_mended_by_the_same_form(desk: Laptop) -> None:
    desk.window.session.run(desk.window, OpenBook(boxes=(OpeningBox(box="1101", amount=R(9_000_000)),)))
    desk.settle()
    to_opening(desk)
    assert desk.entry("box_1101").widget.value() == 9_000_000
    assert "Saldo awal sudah ditulis" in desk.reads()
    desk.entry("box_1101").put(R(9_215_000))
    desk.save()
    assert desk.window.key == desk.window.home
    assert desk.ask(Opening()).unexplained == 9_215_000
    assert len([row for row in desk.cash_book().rows if row.struck]) <= 1


def test_an_incomplete_line_is_said_at_its_cell(desk: Laptop) -> None:
    to_opening(desk)
    desk.press("Ada yang berutang ke kelompok")
    row = rows(desk, "debtors")[0]
    row[1].widget.set_value(300_000)
    desk.save()
    assert row[0].widget.refused()
    assert "Belum ada yang dipilih" in desk.reads()
    assert desk.ask(Opening()).entry is None


def test_an_empty_opening_is_refused(desk: Laptop) -> None:
    to_opening(desk)
    desk.save()
    assert desk.window.key == "opening"
    assert desk.ask(Opening()).entry is None


def test_the_result_of_the_year_is_asked_only_where_the_year_had_begun(desk: Laptop) -> None:
    names = {one.name for one in opening_form.form((), date(2026, 1, 1)).fields}
    assert "so_far" not in names
    assert "so_far" in {one.name for one in opening_form.form((), date(2026, 11, 1)).fields}


def test_a_line_is_taken_out_again(desk: Laptop) -> None:
    to_opening(desk)
    desk.press("Kelompok punya peralatan")
    field = desk.lines("things")
    desk.press("Tambah baris")
    assert len(field._rows) == 2
    field._rows[0][-1].click()
    field._rows[0][-1].click()
    assert len(field._rows) == 1, "one empty line always waits"
    assert field.value() == ()
