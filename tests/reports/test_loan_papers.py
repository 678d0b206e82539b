"""Papers about a loan: the agreement, the yellow card, the reminder, the list of arrears, the lending rules on the wall.

Budi borrows Rp600.000 on 10 August for three months at 2 % flat: Rp212.000 on the 10th of September, October and November. The
first is paid on its day; Rp100.000 comes on 20 October: Rp5.000 denda, Rp12.000 jasa, Rp83.000 pokok.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from fractions import Fraction

import pytest

from kubebuku.app.office import Office
from kubebuku.books.members.commands import AddMember, AddOutsider, AppointOfficer
from kubebuku.books.opening.commands import OpenBook, OpeningBox, OpeningLoan
from kubebuku.books.savings_loan.commands import ApplyForLoan
from kubebuku.books.savings_loan.instalments import State
from kubebuku.books.savings_loan.rules import Bands, FineKind, Per
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.domain.entries import LoanId, PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from kubebuku.ledger.work import Reading
from kubebuku.reports import lending_rules, loan_agreement, loan_arrears, loan_card, loan_letter
from kubebuku.reports.document import Document, Heading, Pairs, Paragraph, Signatures
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.render.sheet import as_text
from kubebuku.reports.render.xlsx import render_xlsx
from kubebuku.reports.sums import prove
from kubebuku.reports.table import Table
from tests.books.savings_loan.lender import Lender
from tests.books.trading import day


@pytest.fixture
def lender(office: Office) -> Lender:
    """Two million to lend; Budi is a member who lives in RT 04, Warga none; at 2 % flat with a denda of Rp5.000."""
    made = Lender(office)
    made.money("1102", 2_000_000)
    budi = made.run(
        AddMember(full_name="Budi Contoh", joined=day("4/1"), address="Jl. Melati 3", neighbourhood="RT 04", phone="081234567890")
    )
    ani = made.run(AddMember(full_name="Ani Contoh", joined=day("4/1")))
    warga = made.run(AddOutsider(full_name="Warga Contoh", address="RT 09"))
    for name, outcome in (("Budi", budi), ("Ani", ani), ("Warga", warga)):
        made.named[name] = PersonId(outcome.made["person"])
    made.run(AppointOfficer(person=made.named["Ani"], role="ketua", since=day("4/1")))
    made.rules(
        "1/2",
        most=Rupiah(1_000_000),
        months=10,
        method=Method.FLAT,
        rate=Fraction(2, 100),
        fine=FineKind.FIXED,
        fine_amount=Rupiah(5_000),
    )
    return made


@pytest.fixture
def loan(lender: Lender) -> LoanId:
    made = lender.lend("Budi", 600_000, "10/8", months=3, purpose="Modal warung", guarantee="BPKB motor")
    lender.pay(made, 212_000, "10/9")
    lender.pay(made, 100_000, "20/10")
    return made


def printed(lender: Lender, make: Callable[[Reading], Document]) -> Document:
    """Made, every declared sum proved, drawn on paper and in a workbook."""
    document = lender.office.read(make)
    prove(document)
    render_pdf(document, io.BytesIO())
    render_xlsx(document, io.BytesIO())
    return document


def tables(document: Document) -> list[Table]:
    return [block for block in document.parts[0].blocks if isinstance(block, Table)]


def cells(table: Table) -> list[tuple[object, ...]]:
    return [row.cells for row in table.rows]


def words(document: Document) -> list[str]:
    return [block.text for block in document.parts[0].blocks if isinstance(block, Paragraph)]


def article(document: Document, beginning: str) -> str:
    (found,) = [text for text in words(document) if text.partition(". ")[2].startswith(beginning)]
    return found.partition(". ")[2]


def pairs(document: Document) -> list[tuple[str, object]]:
    return [pair for block in document.parts[0].blocks if isinstance(block, Pairs) for pair in block.items]


def signatures(document: Document) -> Signatures:
    (found,) = [block for block in document.parts[0].blocks if isinstance(block, Signatures)]
    return found


# ------------------------------------------------------------------------------------------------------------ agreement


def test_the_agreement_says_what_was_agreed_not_what_was_paid_since(lender: Lender, loan: LoanId) -> None:
    document = printed(lender, lambda reading: loan_agreement.document(reading, loan))
    (instalments,) = tables(document)
    assert cells(instalments) == [
        (1, day("10/9"), 200_000, 12_000, 212_000, 400_000),
        (2, day("10/10"), 200_000, 12_000, 212_000, 200_000),
        (3, day("10/11"), 200_000, 12_000, 212_000, 0),
    ]
    assert instalments.totals[0].cells == (None, None, 600_000, 36_000, 636_000, None)


def test_the_articles_of_an_agreement(lender: Lender, loan: LoanId) -> None:
    document = printed(lender, lambda reading: loan_agreement.document(reading, loan))
    assert [text.partition(".")[0] for text in words(document)[1:-1]] == ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
    assert "Rp600.000 (Enam ratus ribu rupiah)" in article(document, "Pihak pertama meminjamkan")
    assert article(document, "Pihak pertama meminjamkan").endswith("10 Agustus 2026.")
    assert article(document, "Pinjaman dipakai") == "Pinjaman dipakai untuk: Modal warung."
    repaid = article(document, "Pinjaman dilunasi")
    assert "3 angsuran (tiap bulan)" in repaid
    assert repaid.index("10 September 2026") < repaid.index("10 November 2026")
    assert "2 % per bulan, tetap, seluruhnya Rp36.000" in article(document, "Jasa pinjaman")
    assert "Rp5.000 untuk setiap angsuran" in article(document, "Denda")
    assert article(document, "Jaminan") == "Jaminan: BPKB motor."


def test_who_signs_an_agreement(lender: Lender, loan: LoanId) -> None:
    document = printed(lender, lambda reading: loan_agreement.document(reading, loan))
    signed = signatures(document)
    assert signed.on == "10 Agustus 2026"
    assert [(party.name, party.duty) for party in signed.parties] == [("Ani Contoh", False), ("", False), ("Budi Contoh", True)]
    plain = printed(lender, lambda reading: loan_agreement.document(reading, loan, duty=False))
    assert not any(party.duty for party in signatures(plain).parties)
    assert [value for _, value in pairs(document)] == [
        "Kube Contoh, diwakili ketua Ani Contoh",
        "–",
        "Budi Contoh",
        "................................",
        "Jl. Melati 3, RT 04, 081234567890",
    ]


def test_a_loan_without_jasa_denda_purpose_and_security_has_no_articles_on_them(lender: Lender) -> None:
    lender.rules("1/3", most=Rupiah(1_000_000), months=10)
    made = lender.lend("Warga", 300_000, "10/8", months=3)
    document = printed(lender, lambda reading: loan_agreement.document(reading, made))
    assert len(words(document)) == 8
    assert article(document, "Pinjaman tidak") == "Pinjaman tidak dikenai jasa."
    assert cells(tables(document)[0])[-1] == (3, day("10/11"), 100_000, 0, 100_000, 0)
    assert pairs(document)[-1] == ("Alamat", "RT 09")


def test_before_the_money_is_handed_over_nothing_is_listed(lender: Lender) -> None:
    asked = ApplyForLoan(on=day("2/11"), amount=Rupiah(200_000), person=lender.named["Warga"], months=2)
    made = LoanId(lender.run(asked).made["loan"])
    agreement = printed(lender, lambda reading: loan_agreement.document(reading, made))
    assert cells(tables(agreement)[0]) == []
    assert len([text for text in words(agreement) if "angsuran (" in text]) == 0
    card = printed(lender, lambda reading: loan_card.document(reading, made))
    assert [cells(table) for table in tables(card)] == [[]]
    assert not any(isinstance(block, Heading) for block in card.parts[0].blocks)
    assert words(card) == []


def test_a_borrower_of_whom_no_address_was_written(lender: Lender) -> None:
    nobody = lender.person("Tamu Contoh", "outsider")
    lender.named["Tamu"] = nobody
    made = lender.lend("Tamu", 100_000, "10/8", months=1)
    document = printed(lender, lambda reading: loan_agreement.document(reading, made))
    assert [value for _, value in pairs(document)][3:] == ["................................"] * 2
    assert "Alamat dan HP: –" in as_text(printed(lender, lambda reading: loan_card.document(reading, made)))


# ----------------------------------------------------------------------------------------------------------------- card


def test_the_card_lists_what_came_and_how_each_instalment_stands(lender: Lender, loan: LoanId) -> None:
    document = printed(lender, lambda reading: loan_card.document(reading, loan))
    card, instalments = tables(document)
    assert cells(card) == [
        (day("10/8"), "BKK/2026/0001", None, 600_000, None, 600_000, 0, 0, None),
        (day("10/9"), "BKM/2026/0002", 1, None, 200_000, 400_000, 12_000, 0, None),
        (day("20/10"), "BKM/2026/0003", 2, None, 83_000, 317_000, 12_000, 5_000, None),
    ]
    assert card.totals[0].cells[3:8] == (600_000, 283_000, None, 24_000, 5_000)
    assert cells(instalments) == [
        (1, day("10/9"), 200_000, 12_000, 212_000, day("10/9"), "lunas"),
        (2, day("10/10"), 200_000, 12_000, 95_000, None, "telat 43 hari"),
        (3, day("10/11"), 200_000, 12_000, 0, None, "telat 12 hari"),
    ]
    assert instalments.totals[0].cells[2:5] == (600_000, 36_000, 307_000)
    assert words(document) == ["JATUH TEMPO: 10 NOVEMBER 2026"]
    text = as_text(document)
    for said in (
        "Nama: Budi Contoh (anggota)",
        "Jaminan: BPKB motor",
        "Dipakai untuk: Modal warung",
        "Jasa: 2 % per bulan, tetap",
        "Jangka waktu: 3 bulan, tiap bulan",
        "Denda: Rp5.000 untuk setiap angsuran",
    ):
        assert said in text


def test_the_card_of_a_past_day_knows_nothing_of_what_came_later(lender: Lender, loan: LoanId) -> None:
    document = printed(lender, lambda reading: loan_card.document(reading, loan, at=day("10/10")))
    card, instalments = tables(document)
    assert [row[0] for row in cells(card)] == [day("10/8"), day("10/9")]
    assert [row[-1] for row in cells(instalments)] == ["lunas", "jatuh tempo hari ini", "belum waktunya"]
    assert document.parts[0].period == signatures(document).on == "10 Oktober 2026"


def test_the_card_of_an_outsider_who_pays_at_the_end(lender: Lender) -> None:
    made = lender.lend("Warga", 100_000, "10/8", months=None, every=Every.END, rate=Fraction(0), method=Method.NONE)
    text = as_text(printed(lender, lambda reading: loan_card.document(reading, made)))
    assert "Nama: Warga Contoh (bukan anggota)" in text
    assert "Jasa: tanpa jasa" in text


def test_of_a_loan_older_than_the_book_only_the_rhythm_is_known(lender: Lender) -> None:
    older = OpeningLoan(person=lender.named["Ani"], principal=Rupiah(500_000), rest=Rupiah(300_000), opened=day("1/1"))
    lender.run(OpenBook(boxes=(OpeningBox(box="1102", amount=Rupiah(1_000_000)),), loans=(older,)))
    text = as_text(printed(lender, lambda reading: loan_card.document(reading, LoanId(1))))
    assert "Jangka waktu: tiap bulan" in text
    assert "Pinjaman: Rp500.000" in text


@pytest.mark.parametrize(
    ("state", "days", "said"),
    [
        (State.PAID, 0, "lunas"),
        (State.PAID, 1, "lunas, telat 1 hari"),
        (State.LATE, 1, "telat 1 hari"),
        (State.DUE, 0, "jatuh tempo hari ini"),
        (State.AHEAD, 0, "belum waktunya"),
    ],
)
def test_how_an_instalment_stands(state: State, days: int, said: str) -> None:
    assert loan_card.state_words(state, days) == said


# ------------------------------------------------------------------------------------------------------------- reminder


def test_the_reminder_asks_for_what_is_late_with_its_denda(lender: Lender, loan: LoanId) -> None:
    document = printed(lender, lambda reading: loan_letter.document(reading, loan, number="014/KUBE/XI/2026"))
    (late,) = tables(document)
    assert cells(late) == [
        (2, day("10/10"), 117_000, 0, 117_000, 43),
        (3, day("10/11"), 200_000, 12_000, 212_000, 12),
    ]
    assert late.totals[0].cells == (None, None, 317_000, 12_000, 329_000, None)
    text = "\n".join(words(document))
    assert "denda Rp5.000 jumlahnya menjadi Rp334.000" in text
    assert "Tiga ratus tiga puluh empat ribu rupiah" in text
    assert "29 November 2026" in text
    assert [value for _, value in pairs(document)] == [
        "014/KUBE/XI/2026",
        "Teguran pertama, pinjaman P/2026/001",
        "Budi Contoh, Jl. Melati 3, RT 04, 081234567890",
    ]
    assert [party.name for party in signatures(document).parties] == ["Ani Contoh", ""]


@pytest.mark.parametrize(("which", "said"), [(0, "pertama"), (1, "pertama"), (2, "kedua"), (3, "ketiga"), (9, "ketiga")])
def test_a_reminder_is_the_first_second_or_third(lender: Lender, loan: LoanId, which: int, said: str) -> None:
    document = lender.office.read(lambda reading: loan_letter.document(reading, loan, which=which))
    assert pairs(document)[:2] == [
        ("Nomor", "........................"),
        ("Perihal", f"Teguran {said}, pinjaman P/2026/001"),
    ]


def test_on_the_day_it_falls_due_nobody_is_reminded_on_the_next_one_without_denda_too(lender: Lender) -> None:
    lender.rules("1/3", most=Rupiah(1_000_000), months=10)
    made = lender.lend("Warga", 300_000, "10/8", months=3)
    with pytest.raises(RuleBroken) as refused:
        lender.office.read(lambda reading: loan_letter.document(reading, made, at=day("10/9")))
    assert (refused.value.code, refused.value.field) == ("nothing-late", "loan")
    assert "P/2026/001" in say(refused.value.sentences[0])
    document = printed(lender, lambda reading: loan_letter.document(reading, made, at=day("11/9")))
    assert cells(tables(document)[0]) == [(1, day("10/9"), 100_000, 0, 100_000, 1)]
    assert not any("denda" in text for text in words(document))
    assert "Terbilang: Seratus ribu rupiah" in words(document)


def test_the_list_of_arrears_names_every_late_instalment(lender: Lender, loan: LoanId) -> None:
    document = printed(lender, loan_arrears.document)
    (late,) = tables(document)
    assert [row[1:9] for row in cells(late)] == [
        ("Budi Contoh", "P/2026/001", 2, day("10/10"), 117_000, 0, 117_000, 43),
        ("Budi Contoh", "P/2026/001", 3, day("10/11"), 200_000, 12_000, 212_000, 12),
    ]
    assert document.parts[0].landscape
    assert document.parts[0].captions == ("Per 22 November 2026",)


# ---------------------------------------------------------------------------------------------------------------- rules


def rules(lender: Lender, at: str) -> Document:
    return printed(lender, lambda reading: lending_rules.document(reading, at=day(at)))


def test_the_rules_in_force_hang_on_the_wall(lender: Lender) -> None:
    document = rules(lender, "22/11")
    assert document.parts[0].captions == ("Berlaku sejak 1 Februari 2026",)
    assert "Rp1.000.000 (satu juta rupiah)" in article(document, "Pinjaman paling banyak")
    assert "10 bulan" in article(document, "Pinjaman dilunasi")
    assert article(document, "Jasa") == "Jasa pinjaman 2 % per bulan, tetap."
    assert "denda, jasa, pokok" in article(document, "Pembayaran")
    assert "kurang lancar sampai 30 hari, diragukan sampai 90 hari" in article(document, "Pinjaman yang telat")
    assert len(words(document)) == 10
    assert tables(document) == []


def test_before_its_first_rules_a_group_lends_as_six_of_ten_do(lender: Lender) -> None:
    document = rules(lender, "31/1")
    assert document.parts[0].captions == ("peraturan yang lazim, sampai kelompok menulis peraturannya sendiri",)
    assert "Rp500.000" in article(document, "Pinjaman paling banyak")
    assert article(document, "Denda") == "Denda keterlambatan: tidak ada."
    assert document.parts[0].period == "31 Januari 2026"


def test_rules_of_every_kind_are_told_and_those_before_them_listed(lender: Lender) -> None:
    lender.rules(
        "1/11",
        most=Rupiah(2_000_000),
        months=12,
        method=Method.DECLINING,
        rate=Fraction(18, 100),
        per=Per.YEAR,
        round_to=1_000,
        grace=2,
        fine=FineKind.PERCENT,
        fine_rate=Fraction(1, 100),
        outsiders=False,
        at_once=2,
        bands=Bands.OJK,
        note="Yang lunas tepat waktu didahulukan.",
    )
    document = rules(lender, "22/11")
    assert "hanya anggota" in words(document)[0].lower()
    assert "2 pinjaman" in article(document, "Satu orang")
    assert article(document, "Jasa") == "Jasa pinjaman 18 % per tahun, menurun."
    assert "Rp1.000" in article(document, "Angsuran dibulatkan")
    assert any("2 angsuran pertama" in text for text in words(document))
    assert "1 %" in article(document, "Denda")
    assert "dalam perhatian khusus sampai 90 hari" in article(document, "Pinjaman yang telat")
    assert words(document)[-1].endswith("Yang lunas tepat waktu didahulukan.")
    (history,) = tables(document)
    assert [row[:3] for row in cells(history)] == [(day("1/2"), 1_000_000, 10), (day("1/11"), 2_000_000, 12)]
    assert [row[3] for row in cells(history)] == ["2 % per bulan, tetap", "18 % per tahun, menurun"]


def test_rules_without_jasa_say_so(lender: Lender) -> None:
    lender.rules("1/11", most=Rupiah(500_000), months=3)
    document = rules(lender, "22/11")
    assert article(document, "Pinjaman tidak") == "Pinjaman tidak dikenai jasa."
    assert [row[3] for row in cells(tables(document)[0])] == ["2 % per bulan, tetap", "tanpa jasa"]
