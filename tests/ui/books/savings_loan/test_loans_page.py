"""Pinjaman: the lists tie to the accounts, lines lead to acts, each list prints its own paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kubebuku.app.office import Office
from kubebuku.books.group.queries import Accounts, AttentionList
from kubebuku.books.members.commands import AddMember
from kubebuku.books.savings_loan.commands import LendMoney
from kubebuku.books.savings_loan.queries import LendingRule, LendingRules, Loans
from kubebuku.books.spec import Outcome
from kubebuku.domain.entries import PersonId
from kubebuku.ui import places, theme
from kubebuku.ui.books.savings_loan.card import LoanPage
from kubebuku.ui.books.savings_loan.loans import LoansPage
from kubebuku.ui.home.attention import act_of
from kubebuku.ui.paper.jobs import Request, document_of
from kubebuku.ui.widgets import ChipSpec, Label
from tests.ui.hands.laptop import Laptop, Opener
from tests.ui.hands.tables import choose, column
from tests.ui.written.hunafa import on, rp
from tests.ui.written.lending import LONG, OF_DEDI, OF_EKA


@dataclass
class Printer:
    """The papers asked for, and their titles once they were really made."""

    laptop: Laptop
    asked: list[Request] = field(default_factory=list)

    def titles(self) -> list[str]:
        found: list[str] = []

        def work(office: Office) -> list[str]:
            return [document_of(office, request).title for request in self.asked]

        self.laptop.window.session.read(self.laptop.window, work, found.extend)
        self.laptop.settle()
        return found


@pytest.fixture
def lending(open_book: Opener, lending_book: Path) -> Laptop:
    """The laptop with the list of running loans on it."""
    laptop = open_book(lending_book)
    laptop.window.go(places.Loans())
    laptop.settle()
    return laptop


@pytest.fixture
def printer(lending: Laptop, monkeypatch: pytest.MonkeyPatch) -> Printer:
    """Takes what is printed."""
    taken = Printer(lending)
    monkeypatch.setattr(
        "kubebuku.ui.paper.book_print.print_document", lambda _window, _owner, request: taken.asked.append(request)
    )
    return taken


def page(laptop: Laptop) -> LoansPage:
    assert isinstance(laptop.page, LoansPage)
    return laptop.page


def held(laptop: Laptop, account: str) -> int:
    return sum(int(row.balance) for row in laptop.ask(Accounts()) if row.code[:4] == account)


def test_running_loans_tie_to_the_accounts(lending: Laptop) -> None:
    table = page(lending).running.table
    assert column(table, "name") == ["Budi Contoh", "Dedi Contoh"]
    assert table.foot.cells["rest"] == held(lending, "1130") == 700_000
    assert column(table, "next_amount") == ["103.000", "206.000"]
    assert column(table, "days_late") == ["", "33 hari"]
    assert column(table, "quality") == ["Lancar", "Diragukan"]
    said = lending.reads()
    assert "Rp700.000, 2 pinjaman" in said
    assert "Rp412.000" in said, "what is late"
    assert "Rp4.106.000" in said, "what lies in Kas Simpan Pinjam"


def test_tabs_tell_how_many_wait_and_how_many_are_late(lending: Laptop) -> None:
    assert {"Permohonan (1)", "Tunggakan (1)"} <= set(lending.words_of_buttons())
    choose(page(lending).running.table, "Dedi")
    lending.press("Terima angsuran")
    lending.until(lambda: "Empat ratus dua belas ribu rupiah" in lending.reads())
    lending.save()
    assert "Tunggakan" in lending.words_of_buttons()


def test_what_was_granted_can_no_longer_be_lent(lending: Laptop) -> None:
    lending.press("Permohonan (1)")
    choose(page(lending).asked.table, "Eka")
    lending.press("Setujui")
    lending.at("decided")
    lending.type("Rapat 22 November")
    lending.save()
    assert "Rp3.656.000" in lending.reads(), "4.106.000 less the 450.000 for Eka"


def test_pinjaman_stands_in_the_navigation(lending: Laptop) -> None:
    lending.window.go(places.Home())
    lending.settle()
    lending.click("Pinjaman")
    assert lending.window.key == "loans"


def test_those_that_are_over_come_on_asking(lending: Laptop) -> None:
    lending.press("Dengan yang sudah selesai")
    table = page(lending).running.table
    assert column(table, "name") == ["Budi Contoh", "Dedi Contoh", "Warga Contoh"]
    assert column(table, "quality")[2] == "Dihapus"


def test_a_borrower_is_found_by_name(lending: Laptop) -> None:
    page(lending).search.setFocus()
    lending.type("dedi")
    lending.until(lambda: column(page(lending).running.table, "name") == ["Dedi Contoh"])
    lending.type("xyz")
    lending.until(lambda: "Tidak ada yang cocok dengan" in lending.reads())
    lending.press("Kosongkan pencarian")
    lending.until(lambda: len(column(page(lending).running.table, "name")) == 2)


def test_a_line_opens_its_card(lending: Laptop) -> None:
    choose(page(lending).running.table, "Budi")
    lending.press("Buka kartu pinjaman")
    assert isinstance(lending.page, LoanPage)
    assert "P/2026/001" in lending.reads()


def test_home_leads_to_the_late_loan(lending: Laptop) -> None:
    lending.window.go(places.Home())
    lending.settle()
    line = next(one for one in lending.ask(AttentionList()) if isinstance(one.place, places.Loans))
    act_of(lending.window, line)[1]()
    lending.settle()
    chosen = page(lending).running.table.current()
    assert getattr(chosen, "loan", None) == OF_DEDI


def test_an_application_is_found_on_its_own_list(lending: Laptop) -> None:
    lending.window.go(places.Loans(loan=OF_EKA))
    lending.settle()
    assert page(lending).tab == "applications"
    assert getattr(page(lending).asked.table.current(), "loan", None) == OF_EKA


def test_arrears_are_listed_instalment_by_instalment(lending: Laptop) -> None:
    lending.press("Tunggakan (1)")
    table = page(lending).late.table
    assert column(table, "name") == ["Dedi Contoh", "Dedi Contoh"]
    assert column(table, "no") == ["1", "2"]
    assert table.foot.cells["amount"] == 412_000
    choose(table, "Dedi")
    assert "Terima angsuran" in lending.words_of_buttons()
    assert "Surat Teguran" in lending.words_of_buttons()


def test_figures_tie_to_the_list(lending: Laptop) -> None:
    lending.press("Angka-angka")
    said = lending.reads()
    assert "2 pinjaman dari 2 peminjam" in said
    assert "Rp600.000 (85,7 %)" in said, "lent to those who are late"
    assert page(lending).all.table.foot.cells["provision"] == 300_500, "half a per cent of 100.000, half of 600.000"


def test_new_rules_begin_with_those_that_hold(lending: Laptop) -> None:
    lending.press("Aturan")
    lending.press("Aturan baru")
    assert lending.entry("months").read() == 3
    assert lending.entry("most").read() == 600_000
    assert lending.entry("rate").widget.value() == "1"
    lending.at("most")
    lending.entry("most").widget.set_value(None)
    lending.type("750000")
    lending.save()
    assert [rule.most for rule in lending.ask(LendingRules())] == [600_000, 750_000]
    assert lending.ask(LendingRule()).most == 750_000
    assert column(page(lending).rules.table, "most") == ["750.000", "600.000"]


def test_each_list_prints_its_own_paper(lending: Laptop, printer: Printer) -> None:
    for tab in ("Tunggakan (1)", "Aturan", "Pinjaman berjalan"):
        lending.press(tab)
        lending.press("Cetak")
    assert printer.titles() == ["Daftar tunggakan", "Peraturan peminjaman", "Simpan pinjam"]


def test_a_reminder_asks_which_one_it_is(lending: Laptop, printer: Printer) -> None:
    lending.press("Tunggakan (1)")
    choose(page(lending).late.table, "Dedi")
    lending.door.answers.append("2")
    lending.press("Surat Teguran")
    assert lending.door.said[-1] == "Teguran yang ke berapa?"
    assert printer.asked[0].wanted == {"loan": OF_DEDI, "which": 2}
    assert printer.titles() == ["Surat Teguran"]


def test_a_reminder_may_be_thought_better_of(lending: Laptop, printer: Printer) -> None:
    choose(page(lending).running.table, "Dedi")
    lending.press("Surat Teguran")
    assert not printer.asked


def test_a_group_that_never_lent_is_told_how_to_begin(open_book: Opener, young_book: Path) -> None:
    laptop = open_book(young_book)
    laptop.window.go(places.Loans())
    laptop.settle()
    assert "Tidak ada pinjaman yang berjalan" in laptop.reads()
    assert "paling banyak Rp600.000, paling lama 3 bulan" in laptop.reads()
    assert "Terima angsuran" not in laptop.words_of_buttons()
    for tab, said in (("Permohonan", "Tidak ada permohonan yang menunggu"), ("Tunggakan", "Tidak ada yang telat")):
        laptop.press(tab)
        assert said in laptop.reads()
    laptop.press("Angka-angka")
    assert "0 pinjaman dari 0 peminjam" in laptop.reads()
    laptop.press("Pinjaman berjalan")
    laptop.press("Beri pinjaman sekarang")
    assert laptop.record.title == "Beri pinjaman"


def test_a_book_that_is_only_read_offers_no_writing(open_book: Opener, lending_book: Path) -> None:
    laptop = open_book(lending_book)
    book = laptop.window.session.book
    assert book is not None
    laptop.window.open_book(book.path, write=False)
    laptop.settle()
    laptop.window.go(places.Loans())
    laptop.settle()
    choose(page(laptop).running.table, "Dedi")
    words = laptop.words_of_buttons()
    assert "Buka kartu pinjaman" in words
    assert not {"Beri pinjaman", "Terima angsuran", "Permohonan pinjaman"} & set(words)
    laptop.press("Buka kartu pinjaman")
    assert not {"Terima angsuran", "Ubah jadwal", "Hapus pinjaman", "Ubah", "Urungkan"} & set(laptop.words_of_buttons())


def test_thirty_two_borrowers_stand_in_the_list_and_long_names_stay_whole(open_book: Opener, crowded_book: Path) -> None:
    laptop = open_book(crowded_book)
    laptop.window.go(places.Loans())
    laptop.settle()
    table = page(laptop).running.table
    assert table.model.rowCount() == 32
    assert table.foot.cells["rest"] == 3_200_000
    choose(table, LONG)
    laptop.press("Buka kartu pinjaman")
    assert isinstance(laptop.page, LoanPage)
    title = laptop.page.head.title
    assert isinstance(title, Label)
    assert title.text() == LONG
    chips = {value.kind for row in range(3) if isinstance(value := table.model.value(row, 7), ChipSpec)}
    assert chips == {"inn"}


def test_two_borrowers_of_one_name_are_told_apart(lending: Laptop) -> None:
    made: list[Outcome] = []
    lending.window.session.run(lending.window, AddMember(full_name="Budi Contoh", joined=on("10/10")), made.append)
    lending.settle()
    other = PersonId(made[0].made["person"])
    lending.window.session.run(lending.window, LendMoney(on=on("22/11"), amount=rp("50.000"), person=other), made.append)
    lending.settle()
    names = column(page(lending).running.table, "name")
    labels = [row.label for row in lending.ask(Loans()).rows if row.name == "Budi Contoh"]
    assert len(labels) == 2
    assert {f"Budi Contoh · {label}" for label in labels} <= set(names)
    assert "Dedi Contoh" in names
    choose(page(lending).running.table, labels[1])
    lending.settle()
    assert page(lending).running.foot.words.text() == f"Budi Contoh · {labels[1]}"


# by the keyboard


def test_tab_reaches_the_tabs_before_the_list(lending: Laptop) -> None:
    it = page(lending)
    it.give.setFocus()
    lending.key(Qt.Key.Key_Tab)
    first = lending.window.focusWidget()
    assert first is not None
    assert it.tabs.isAncestorOf(first)
    lending.key(Qt.Key.Key_Tab)
    assert lending.window.focusWidget() is it.search


def test_the_rules_are_read_whole(lending: Laptop) -> None:
    lending.press("Aturan")
    table = page(lending).rules.table
    at = [one.key for one in table.model.columns].index("outsiders")
    words = theme.current().metrics("body", bold=True).horizontalAdvance("anggota dan orang luar")
    assert table.view.columnWidth(at) > words
    assert column(table, "since") == ["01/09/26"]
