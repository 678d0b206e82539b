"""The saved sheet of a day tells who paid then and how much, whatever is owed, written or corrected later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from kubebuku.app.office import Office
from kubebuku.books.collection.commands import Collect, CollectedLine, CollectedLoan
from kubebuku.books.collection.queries import CollectionSheet, SheetLine, SheetPage
from kubebuku.books.mending.commands import Amend, CorrectEarlier, Undo
from kubebuku.books.personal_savings.commands import DepositSavings
from kubebuku.books.savings_loan.commands import LendMoney
from kubebuku.domain.entries import BuktiNumber, EntryId, LoanId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.tables import entry, posting
from kubebuku.ledger.work import Reading
from kubebuku.reports import collection
from kubebuku.reports.document import Document, Paragraph, Strip
from kubebuku.reports.table import Table
from tests.books.saving import Group, deposit, month
from tests.books.trading import day

SUNDAY = day("11/10")


class Sheet(Group):
    """Ani is a member; Warga, a neighbour, owes Rp112.000 that is due on Sunday."""

    def page(self, on: str = "11/10") -> SheetPage:
        page: SheetPage = self.answer(CollectionSheet(day(on)))
        return page

    def line(self, name: str, on: str = "11/10") -> SheetLine:
        return next(line for line in self.page(on).lines if line.name.startswith(name))

    def paper(self, make: Callable[[Reading, date], Document] = collection.sheet, on: str = "11/10") -> Document:
        def build(reading: Reading) -> Document:
            return make(reading, day(on))

        return self.office.read(build)

    def total(self) -> object:
        """The sum at the foot of the paper."""
        table = next(block for block in self.paper().parts[0].blocks if isinstance(block, Table))
        return table.totals[0].cells[-2]

    def vouchers(self) -> str:
        words = [block.text for block in self.paper().parts[0].blocks if isinstance(block, Paragraph)]
        return str(words[0])

    def vouched(self, on: str = "11/10") -> int:
        """What the vouchers that the sheet names brought into the boxes."""
        rows = select(entry.c.series, entry.c.year, entry.c.seq, posting.c.amount).join(posting, posting.c.entry == entry.c.id)
        rows = rows.where(posting.c.account.in_(("1101", "1102", "1103")))
        found = self.office.read(lambda reading: reading.connection.execute(rows).all())
        named = self.page(on).vouchers
        return sum(amount for series, year, seq, amount in found if str(BuktiNumber(series, year, seq)) in named)


@pytest.fixture
def sheet(office: Office) -> Sheet:
    sheet = Sheet(office)
    sheet.rule(month(10), principal=0)
    ani = sheet.member("Ani Contoh")
    warga = PersonId(sheet.person("Warga Contoh", "outsider"))
    sheet.run(deposit(ani, "1/9", voluntary=400_000))
    lent = sheet.run(LendMoney(on=day("11/9"), amount=Rupiah(112_000), person=warga, months=1, decided="Rapat"))
    paid = CollectedLoan(loan=LoanId(lent.made["loan"]), principal=Rupiah(112_000))
    lines = (CollectedLine(person=ani, obligatory=Rupiah(10_000)), CollectedLine(person=warga, loans=(paid,)))
    sheet.run(Collect(on=SUNDAY, lines=lines))
    return sheet


def test_a_neighbour_who_paid_what_was_due_stays_on_the_sheet(sheet: Sheet) -> None:
    warga = sheet.line("Warga")
    assert (warga.number, warga.paid.principal, warga.owed, warga.cleared) == (None, 112_000, 0, True)
    (written,) = sheet.page().written
    assert (written.total, sum(line.paid.total for line in sheet.page().lines), sheet.total()) == (122_000, 122_000, 122_000)
    strips = [block for block in sheet.paper(collection.strips).parts[0].blocks if isinstance(block, Strip)]
    assert [strip.name for strip in strips] == ["Ani Contoh", "Warga Contoh"]


def test_what_was_paid_beside_the_sheet_is_vouched_for_too(sheet: Sheet) -> None:
    budi = sheet.member("Budi Contoh", "10/10")
    sheet.run(DepositSavings(on=SUNDAY, person=budi, principal=Rupiah(50_000), voluntary=Rupiah(5_000)))
    assert (sheet.total(), sheet.vouched()) == (177_000, 177_000)
    assert sheet.vouchers() == "Bukti BKM/2026/0002 … 0004."
    assert sheet.line("Budi").paid.joining == 50_000


def _first(sheet: Sheet) -> EntryId:
    """Ani's 10.000 of Sunday."""
    return sheet.page().written[0].first


def test_a_change_of_the_same_day_is_on_the_sheet(sheet: Sheet) -> None:
    ani = sheet.line("Ani").person
    less = DepositSavings(on=SUNDAY, person=ani, voluntary=Rupiah(8_000))
    sheet.run(Amend(entry=_first(sheet), replacement=less))
    (written,) = sheet.page().written
    assert (written.total, sheet.total(), sheet.vouched()) == (120_000, 120_000, 120_000)


def test_what_is_moved_to_another_day_leaves_the_sheet(sheet: Sheet) -> None:
    ani = sheet.line("Ani").person
    monday = DepositSavings(on=day("12/10"), person=ani, obligatory=Rupiah(10_000))
    sheet.run(Amend(entry=_first(sheet), replacement=monday))
    (written,) = sheet.page().written
    assert (written.total, sheet.total(), sheet.vouched()) == (112_000, 112_000, 112_000)
    assert sheet.line("Ani", "12/10").paid.obligatory == 10_000


def test_what_is_struck_out_leaves_the_sheet(sheet: Sheet) -> None:
    sheet.run(Undo(entry=_first(sheet)))
    (written,) = sheet.page().written
    assert (written.total, sheet.total(), sheet.vouched()) == (112_000, 112_000, 112_000)


def test_a_later_correction_leaves_the_sheet_as_it_was_signed(sheet: Sheet) -> None:
    """October is closed; in November it turns out that Ani had paid 8.000."""
    before, first, ani = sheet.paper(), _first(sheet), sheet.line("Ani").person
    sheet.close(*[f"2026-{number:02d}" for number in range(1, 11)])
    right = DepositSavings(on=SUNDAY, person=ani, voluntary=Rupiah(8_000))
    sheet.run(CorrectEarlier(entry=first, on=day("2/11"), reason="Salah hitung", replacement=right))
    (written,) = sheet.page().written
    assert (written.total, sheet.total(), sheet.vouched()) == (122_000, 122_000, 122_000)
    assert sheet.paper().parts == before.parts
    assert all(not line.paid.total for line in sheet.page("2/11").lines)
