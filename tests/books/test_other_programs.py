"""Another program at the rows beside the entries: months of dues, rules, plans of loans, counts, minutes, papers.

Every program but ours is stopped at the first row (decision 30). One that answers the guards as ours does is refused by the
database where a money figure or a paper hangs on the row; what is done in spite of that the proof names.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing as closing_it
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
import time_machine

from kubebuku.app.office import Office
from kubebuku.books.attachments.commands import AddAttachment, Owner, RemoveAttachment
from kubebuku.books.cash.commands import CountBox
from kubebuku.books.enterprise.commands import Sale
from kubebuku.books.guests.commands import WriteGuest
from kubebuku.books.inventory.commands import BuyEquipment, CountedThing, CountInventory, LoseEquipment
from kubebuku.books.meetings.commands import Attended, HoldMeeting, SetMeetingRules, TakeFine
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.mending.commands import Amend
from kubebuku.books.opening.commands import OpenBook, OpeningBox, OpeningLoan
from kubebuku.books.personal_savings.commands import GiveSavingsFee
from kubebuku.books.savings_loan.commands import CancelReschedule, LendMoney, PayInstalment, RescheduleLoan, SetLendingRules
from kubebuku.books.savings_loan.queries import Loans
from kubebuku.books.savings_loan.schedules import Method
from kubebuku.books.solidarity.commands import GiveBenefit, SetBenefit, SetSolidarityRule, TakeDues
from kubebuku.domain.entries import ItemId, LoanId
from kubebuku.domain.money import Rupiah
from tests.books.saving import Group, deposit, month
from tests.books.trading import TENTS, day
from tests.builders import NOW, findings_of, forger, new_book, plainly

PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


@pytest.fixture(scope="module")
def kept_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A group that saves, lends, gives, meets, counts and keeps a nota; each in the smallest way."""
    path = new_book(tmp_path_factory.mktemp("kept"))
    with time_machine.travel(NOW, tick=False), Office.open(path, who="Ani Contoh") as office:
        group = Group(office)
        eka, fajar = group.member("Eka Contoh"), group.member("Fajar Contoh")
        warga = group.person("Warga Contoh", "outsider")
        old = OpeningLoan(
            person=warga, principal=Rupiah(90_000), rest=Rupiah(60_000), opened=date(2025, 11, 1), instalments_left=2, label="P-1"
        )
        boxes = tuple(OpeningBox(box=box, amount=Rupiah(2_000_000)) for box in ("1101", "1102", "1103"))
        group.run(OpenBook(boxes=boxes, loans=(old,)))
        group.rule(rate=Fraction(6, 100))
        group.run(
            deposit(eka, "5/1", 1, 2, voluntary=400_000),
            GiveSavingsFee(month=month(2), on=day("28/2")),
            SetSolidarityRule(since=month(1), amount=Rupiah(2_000)),
            TakeDues(on=day("6/1"), person=eka, months=(month(1), month(2))),
            SetBenefit(since=day("1/1"), event="Sakit", ceiling=Rupiah(100_000)),
            GiveBenefit(on=day("8/2"), amount=Rupiah(3_000), person=eka, rule=1, decided="Rapat 8 Februari"),
            SetLendingRules(since=day("1/1"), method=Method.FLAT, rate=Fraction(2, 100)),
        )
        loan = LoanId(group.run(LendMoney(on=day("10/1"), amount=Rupiah(300_000), person=eka)).made["loan"])
        group.run(PayInstalment(on=day("10/2"), amount=Rupiah(106_000), loan=loan))
        group.run(RescheduleLoan(on=day("12/2"), loan=loan, months=4, reason="Panen gagal"))
        group.run(SetMeetingRules(fine_late=Rupiah(2_000)))
        came = (Attended(person=eka, state=Presence.PRESENT), Attended(person=fajar, state=Presence.LATE))
        group.run(HoldMeeting(on=day("8/2"), attendance=came, decisions=("Pinjaman paling banyak Rp500.000.",)))
        group.run(TakeFine(on=day("8/2"), description="Denda Fajar", amount=Rupiah(2_000), person=fajar))
        tent = BuyEquipment(on=day("15/1"), description="Tenda", amount=Rupiah(900_000), label="Tenda", quantity=2, unit=TENTS)
        item = ItemId(group.run(tent).made["item"])
        group.run(LoseEquipment(on=day("20/2"), description="Robek", item=item, quantity=1))
        group.run(CountInventory(on=day("1/3"), lines=(CountedThing(item=item, found=1),)))
        group.run(CountBox(on=day("2/3"), counted=Rupiah(1_000_000), note="Belum dicatat"))
        sold = group.entry(Sale(on=day("3/3"), description="Sewa", amount=Rupiah(50_000), unit=TENTS))
        group.run(
            Amend(entry=sold, replacement=Sale(on=day("3/3"), description="Sewa", amount=Rupiah(55_000), unit=TENTS)),
            WriteGuest(on=day("4/3"), full_name="Tamu Contoh", purpose="Melihat buku"),
            AddAttachment(owner=Owner.ENTRY, owner_id=int(sold), file_name="nota.pdf", data=PDF),
            AddAttachment(owner=Owner.ENTRY, owner_id=int(sold), file_name="salah.pdf", data=PDF + b"\n"),
            RemoveAttachment(attachment=2, reason="Salah berkas"),
        )
        assert not group.findings()
    return path


@pytest.fixture
def kept(kept_once: Path, tmp_path: Path) -> Path:
    """That book, for one test."""
    return Path(shutil.copyfile(kept_once, tmp_path / "buku.kubebuku"))


@pytest.fixture
def other(kept: Path) -> Iterator[sqlite3.Connection]:
    with closing_it(forger(kept)) as book:
        yield book


ALL_OF = "INSERT OR REPLACE INTO {0} SELECT * FROM {0}"
REFUSED = {
    "another month of dues": "UPDATE dues_month SET month = '2026-09'",
    "months taken away": "DELETE FROM dues_month",
    "months put in their place": ALL_OF.format("dues_month"),
    "a month added to an old entry": "INSERT INTO dues_month SELECT entry, person, fund, '2026-09', 1 FROM dues_month",
    "another month of jasa on savings": "UPDATE savings_fee SET month = '2026-09'",
    "jasa on savings not given": "DELETE FROM savings_fee",
    "another kind of help": "UPDATE benefit SET person = 2",
    "help not told": "DELETE FROM benefit",
    "a fine paid by another": "UPDATE meeting_fine SET person = 1",
    "a fine not paid": "DELETE FROM meeting_fine",
    "what the group lends at most": "UPDATE lending_rule SET most = 9000000",
    "lending rules taken away": "DELETE FROM lending_rule",
    "lending rules put in their place": ALL_OF.format("lending_rule"),
    "another simpanan wajib": "UPDATE savings_rule SET obligatory_amount = 1",
    "savings rules taken away": "DELETE FROM savings_rule",
    "other dues": "UPDATE solidarity_rule SET amount = 1",
    "dues taken away": "DELETE FROM solidarity_rule",
    "another ceiling": "UPDATE benefit_rule SET ceiling = NULL",
    "a kind of help taken away": "DELETE FROM benefit_rule",
    "another number of a loan": "UPDATE loan SET label = 'P/2026/099' WHERE label LIKE 'P/2026/%'",
    "another sum lent": "UPDATE loan SET principal = 1 WHERE label LIKE 'P/2026/%'",
    "another day of lending": "UPDATE loan SET opened = '2026-01-11' WHERE label LIKE 'P/2026/%'",
    "other terms": "UPDATE loan_terms SET rate = '0'",
    "another decision behind a loan": "UPDATE loan_terms SET decision = 1",
    "terms taken away": "DELETE FROM loan_terms",
    "terms put in their place": ALL_OF.format("loan_terms"),
    "another plan": "UPDATE loan_plan SET carried = 5000",
    "the plan taken away": "DELETE FROM loan_plan",
    "another due day": "UPDATE loan_instalment SET due = '2026-12-31'",
    "other jasa": "UPDATE loan_instalment SET interest = interest + 1",
    "instalments of the first plan taken away": "DELETE FROM loan_instalment WHERE version = 1",
    "instalments put in their place": ALL_OF.format("loan_instalment"),
    "another count of goods": "UPDATE stocktaking_line SET counted = 0",
    "a count of goods taken away": "DELETE FROM stocktaking_line",
    "a line put under an old count": "INSERT INTO stocktaking_line VALUES (0, 1, 1, 0, 'good', NULL)",
    "other pieces lost": "UPDATE equipment_move SET pieces = -2",
    "a loss of pieces taken away": "DELETE FROM equipment_move",
    "pieces put in their place": ALL_OF.format("equipment_move"),
    "the day of a count": "UPDATE stocktaking SET on_date = '2026-03-02'",
    "another amount counted": "UPDATE box_count SET counted = 5",
    "another form of an entry": "UPDATE act SET data = replace(data, '60000', '10000')",
    "another reason of a change": "UPDATE act SET reason = 'lain' WHERE replaces IS NOT NULL",
    "the form of an entry taken away": "DELETE FROM act",
    "another paper": "UPDATE attachment SET data = x'01' WHERE id = 1",
    "another paper with its hash": f"UPDATE attachment SET data = x'01', sha256 = '{'0' * 64}' WHERE id = 1",
    "a paper of another entry": "UPDATE attachment SET owner_id = 1",
    "a paper taken away": "DELETE FROM attachment",
    "a paper put in its place": ALL_OF.format("attachment"),
    "a paper that was taken out is back": "UPDATE attachment SET removed = NULL WHERE id = 2",
    "another reason for taking out": "UPDATE attachment SET removed = 'lain' WHERE id = 2",
    "another number of a decision": "UPDATE meeting_decision SET no = 2",
    "a decision taken away": "DELETE FROM meeting_decision",
    "the words behind a decision taken away": "DELETE FROM decision",
    "a meeting taken away": "DELETE FROM meeting",
    "a fined member who was not there": "DELETE FROM attendance",
    "a guest taken away": "DELETE FROM guest",
    "another number of a guest": "UPDATE guest SET no = 2",
    "a guest put in another's place": "INSERT OR REPLACE INTO guest (id, year, no, on_date, name, purpose, who, recorded)"
    " SELECT 99, year, no, on_date, 'Lain', purpose, who, recorded FROM guest",
}
FOUND = {
    "an instalment added": ("loans", "INSERT INTO loan_instalment VALUES (2, 1, 4, '2026-05-10', 0, 5000)"),
    "a running loan called paid": ("loans", "UPDATE loan SET standing = 'paid'"),
    "a loan called given up": ("loans", "UPDATE loan SET standing = 'written_off'"),
}


@pytest.mark.parametrize("attack", REFUSED)
def test_the_database_refuses(other: sqlite3.Connection, kept: Path, kept_once: Path, attack: str) -> None:
    with pytest.raises(sqlite3.Error) as refused:
        other.execute(REFUSED[attack])
    assert "no such" not in str(refused.value)  # it is the row's own guard that refuses
    assert kept.read_bytes() == kept_once.read_bytes()


@pytest.mark.parametrize("attack", [*REFUSED, *FOUND])
def test_a_program_that_knows_nothing_of_the_guards_writes_nothing(kept: Path, kept_once: Path, attack: str) -> None:
    statement = REFUSED.get(attack) or FOUND[attack][1]
    with closing_it(plainly(kept)) as plain, pytest.raises(sqlite3.Error):
        plain.execute(statement)
    assert kept.read_bytes() == kept_once.read_bytes()


def test_a_row_put_in_the_place_of_an_act_changes_nothing(other: sqlite3.Connection, kept: Path) -> None:
    before = other.execute("SELECT * FROM act ORDER BY entry").fetchall()
    other.execute("INSERT OR REPLACE INTO act SELECT entry, 'cash.move', '{}', NULL, NULL, NULL FROM act")
    assert other.execute("SELECT * FROM act ORDER BY entry").fetchall() == before
    assert not findings_of(kept)


@pytest.mark.parametrize("attack", FOUND)
def test_a_check_finds(other: sqlite3.Connection, kept: Path, attack: str) -> None:
    check, statement = FOUND[attack]
    other.execute(statement)
    assert check in findings_of(kept)


def test_a_loan_that_is_over_is_not_called_running(other: sqlite3.Connection, kept: Path, frozen_clock: None) -> None:
    with Office.open(kept, who="Ani Contoh") as office:
        Group(office).run(PayInstalment(on=day("3/3"), amount=Rupiah(60_000), loan=LoanId(1)))
    other.execute("UPDATE loan SET standing = 'running' WHERE id = 1")
    assert list(findings_of(kept)) == ["records", "loans"]


def test_the_treasurer_still_mends_what_may_be_mended(kept: Path, frozen_clock: None) -> None:
    """A plan without an entry is taken back, the paper taken out."""
    with Office.open(kept, who="Ani Contoh") as office:
        group = Group(office)
        group.run(CancelReschedule(loan=LoanId(2)), RemoveAttachment(attachment=1, reason="Bukan nota ini"))
        assert [row.standing for row in group.answer(Loans(with_closed=True)).rows] == ["running", "running"]
        assert not group.findings()
