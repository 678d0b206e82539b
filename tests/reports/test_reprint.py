"""A closed month is printed again as it was signed, whatever was written, corrected, renamed or decided since."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from kubebuku.app.office import Moment, Office
from kubebuku.books.closing.commands import ReopenMonths
from kubebuku.books.group.commands import RenameAccount, RenameUnit, SetGroup
from kubebuku.books.leaving.commands import LeaveGroup
from kubebuku.books.meetings.commands import Attended, ChangeMinutes, HoldMeeting
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.members.commands import AppointOfficer, ChangeMember
from kubebuku.books.mending.commands import CorrectEarlier
from kubebuku.books.personal_savings.commands import DepositSavings
from kubebuku.books.savings_loan.commands import LendMoney
from kubebuku.books.solidarity.commands import GiveBenefit, SetBenefit, SetSolidarityRule
from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.work import Reading
from kubebuku.reports import books, closing_proof, monthly, record_months
from kubebuku.reports.catalog import BOOKS_ALONE, PARTS
from kubebuku.reports.document import Document
from kubebuku.reports.render import words
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.render.sheet import as_text
from kubebuku.reports.signed import frame_of
from tests.books.saving import Group
from tests.books.trading import TENTS, day

JANUARY, FEBRUARY = Month(2026, 1), Month(2026, 2)
ALL = frozenset(part.key for part in PARTS)


@dataclass
class Secretary(Group):
    """A group whose January is written, signed and printed again later."""

    entries: dict[str, EntryId] = field(default_factory=dict)
    people: dict[str, PersonId] = field(default_factory=dict)

    def at(self, text: str) -> None:
        """It is the morning of that day."""
        on = day(text)
        self.office.moment = Moment(on, f"{on.isoformat()}T01:00:00Z")

    def wrote(self, name: str, on: str, command: Command) -> None:
        """`command` of that day, written on it."""
        self.at(on)
        self.entries[name] = self.entry(command)

    def correct(self, name: str, replacement: Command | None = None, on: str = "10/2") -> None:
        """*Koreksi bulan lalu*, in February."""
        self.at(on)
        self.run(CorrectEarlier(entry=self.entries[name], on=day(on), reason="Salah tulis", replacement=replacement))

    def paper(self, month: Month = JANUARY) -> Document:
        return self.office.read(lambda reading: monthly.build(reading, month, parts=ALL))

    def says(self, key: str, month: Month = JANUARY) -> str:
        """The lines of one part."""
        paper = self.paper(month)
        return as_text(replace(paper, parts=tuple(part for part in paper.parts if part.key == key)))


@pytest.fixture
def group(office: Office) -> Secretary:
    """Nine members who owe 10.000 of wajib, a loan, a santunan and a leaving in January, closed on 2 February."""
    group = Secretary(office)
    group.at("1/1")
    group.rule()
    group.run(SetSolidarityRule(since=JANUARY, amount=Rupiah(2_000)), SetBenefit(event="Sakit", since=day("1/1")))
    for box in ("1101", "1102", "1103"):
        group.money(box, 2_000_000)
    for first in ("Ani", "Budi", "Citra", "Dedi", "Eka", "Fitri", "Gita", "Hana", "Ida"):
        group.people[first] = group.member(f"{first} Contoh")
    group.post("2026-01-02 | Iuran | 1103 300.000 | 2120 -300.000 &ani", kind="dues")
    group.wrote("loan", "5/1", LendMoney(on=day("5/1"), amount=Rupiah(400_000), person=group.people["Ani"]))
    group.wrote("savings", "8/1", DepositSavings(on=day("8/1"), person=group.people["Budi"], obligatory=Rupiah(10_000)))
    sick = GiveBenefit(on=day("12/1"), amount=Rupiah(75_000), person=group.people["Citra"], rule=1, decided="Rapat 11 Januari")
    group.wrote("santunan", "12/1", sick)
    group.wrote("last deposit", "15/1", DepositSavings(on=day("15/1"), person=group.people["Ida"], voluntary=Rupiah(20_000)))
    group.at("15/1")
    group.run(AppointOfficer(person=group.people["Ani"], role="ketua", since=day("15/1")))
    group.wrote("leaving", "20/1", LeaveGroup(on=day("20/1"), person=group.people["Ida"], reason="Pindah"))
    group.at("25/1")
    there = tuple(Attended(person=who) for name, who in group.people.items() if name != "Ida")
    group.run(HoldMeeting(on=day("25/1"), attendance=there, course="Laporan bendahara"))
    group.at("2/2")
    group.close("2026-01")
    return group


def pdf(document: Document) -> bytes:
    file = io.BytesIO()
    render_pdf(document, file)
    return file.getvalue()


def test_a_corrected_loan_stays_in_the_list_of_its_month(group: Secretary) -> None:
    """400.000 lent on 5 January; corrected to 370.000 on 10 February, where the list of February has it."""
    signed = group.paper()
    assert "400.000" in group.says("loans-list")
    group.correct("loan", LendMoney(on=day("10/2"), amount=Rupiah(370_000), person=group.people["Ani"]))
    assert group.paper() == signed
    later = group.says("loans-list", FEBRUARY)
    assert "370.000" in later
    assert "400.000" not in later


def test_a_loan_that_was_taken_back_stays_in_the_list_of_its_month(group: Secretary) -> None:
    """The list and the position of January both hold 400.000; in February nothing is lent."""
    signed = group.paper()
    group.correct("loan")
    assert "400.000" in group.says("statements-position")
    assert group.paper() == signed
    assert "400.000" not in group.says("loans-list", FEBRUARY)


def test_a_corrected_santunan_keeps_its_row(group: Secretary) -> None:
    signed = group.paper()
    group.correct("santunan")
    assert "75.000" in group.says("solidarity")
    assert group.paper() == signed


def test_who_left_in_a_closed_month_had_left(group: Secretary) -> None:
    """Eight members, of whom seven owe 10.000 of wajib, also when Ida is a member again."""
    signed = group.paper()
    group.correct("leaving")
    assert "8 orang" in group.says("cover")
    assert "70.000" in group.says("savings-grid")
    assert group.paper() == signed
    assert "9 orang" in group.says("cover", FEBRUARY)


def test_names_and_minutes_are_those_of_the_closing(group: Secretary) -> None:
    """Another pendamping, a usaha and a box renamed, the minutes written anew with Budi absent."""
    signed = group.paper()
    group.at("12/2")

    def gone(name: str) -> Presence:
        return Presence.ABSENT if name == "Budi" else Presence.PRESENT

    lines = tuple(Attended(person=who, state=gone(name)) for name, who in group.people.items() if name != "Ida")
    group.run(
        SetGroup(group="Kube Lain", companion="Pendamping Baru"),
        RenameUnit(unit=TENTS, label="Persewaan"),
        RenameAccount(account="1101", label="Laci"),
        ChangeMember(person=group.people["Budi"], full_name="Budi Santoso", joined=day("1/1"), number=2),
        ChangeMinutes(meeting=1, on=day("25/1"), attendance=lines, course="Ditulis ulang"),
        AppointOfficer(person=group.people["Dedi"], role="ketua", since=day("1/2"), in_place_of_present=True),
    )
    assert group.paper() == signed
    assert "Pendamping Baru" in group.says("cover", FEBRUARY)


def test_a_reprint_is_equal_to_the_byte(group: Secretary) -> None:
    signed = pdf(group.paper())
    group.correct("loan")
    group.correct("santunan", on="11/2")
    group.run(SetGroup(group="Kube Lain"))
    assert pdf(group.paper()) == signed


def test_books_by_themselves_and_the_proof_of_closing_are_printed_as_they_were(group: Secretary) -> None:
    def papers(reading: Reading) -> list[Document]:
        alone = [books.build(reading, JANUARY, name) for name in BOOKS_ALONE]
        return [*alone, closing_proof.build(reading, JANUARY), record_months.build(reading, JANUARY, JANUARY, "activities")]

    signed = group.office.read(papers)
    group.correct("loan")
    group.correct("leaving", on="11/2")
    group.run(SetGroup(group="Kube Lain"), RenameAccount(account="1102", label="Peti"))
    assert group.office.read(papers) == signed


def test_a_month_closed_again_is_printed_as_its_second_closing_found_it(group: Secretary) -> None:
    group.at("12/2")
    group.run(SetGroup(group="Kube Lain"))
    assert group.paper().letterhead.name == "Contoh"
    group.run(ReopenMonths(month=JANUARY, reason="Nama kelompok"))
    group.close("2026-01")
    assert group.paper().letterhead.name == "Lain"
    old = group.office.read(lambda reading: closing_proof.build(reading, JANUARY, serial=1))
    assert old.letterhead.name == "Contoh"


def test_what_is_asked_after_a_paper_is_told_of_today(group: Secretary) -> None:
    """Within one view of the book, also where the paper broke off."""
    group.correct("loan")

    def broken(reading: Reading) -> None:
        with frame_of(reading, JANUARY) as frame:
            assert frame.reading.today == day("2/2")
            raise ZeroDivisionError

    def ask(reading: Reading) -> Any:
        with pytest.raises(ZeroDivisionError):
            broken(reading)
        monthly.build(reading, JANUARY, parts=ALL)
        return reading.raw.execute("SELECT COUNT(*), (SELECT COUNT(*) FROM temp.sqlite_schema) FROM entry").fetchone()

    assert group.office.read(ask) == (group.count(), 0)


def test_a_closing_that_sealed_no_records_says_so_beside_its_code(group: Secretary) -> None:
    """As in a book whose month was closed before records were links of the chain."""

    def papers(reading: Reading) -> list[str]:
        sealed = monthly.build(reading, JANUARY, parts=ALL)
        reading.raw.execute("PRAGMA query_only = OFF")
        reading.raw.execute("CREATE TEMP VIEW closing_state AS SELECT * FROM main.closing_state WHERE closing = 0")
        return [words.code(sealed), words.code(monthly.build(reading, JANUARY, parts=ALL))]

    said, older = group.office.read(papers)
    assert older == f"{said} (nama dan catatan waktu itu belum disegel)"
