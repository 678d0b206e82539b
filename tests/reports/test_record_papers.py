"""Papers of the books without money: buku tamu, agenda surat, buku kegiatan, rapat, daftar anggota; any book by itself."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from kubebuku.app.office import Office
from kubebuku.books.activities.commands import WriteActivity
from kubebuku.books.attachments.commands import AddAttachment, Owner
from kubebuku.books.attachments.refusals import AttachmentUnknown
from kubebuku.books.guests.commands import StrikeGuest, WriteGuest
from kubebuku.books.letters.commands import FollowUp, Way, WriteLetter
from kubebuku.books.meetings.commands import (
    Attended,
    CancelMeeting,
    HoldMeeting,
    PlanMeeting,
    SettleFollowUp,
    Task,
    WithdrawDecision,
)
from kubebuku.books.meetings.queries import AttendanceSheet, FollowUps
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.members.commands import AddMember, AppointOfficer, EndTerm, MemberLeaves
from kubebuku.books.members.queries import Officers
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import DecisionId, PersonId
from kubebuku.i18n import say
from kubebuku.reports import attachments, monthly
from kubebuku.reports import books as single
from kubebuku.reports import meetings as papers
from kubebuku.reports.catalog import BOOKS_ALONE, NoSuchBook
from kubebuku.reports.document import Document, Signatures
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.render.sheet import as_text
from kubebuku.reports.render.xlsx import render_xlsx
from kubebuku.reports.table import Row, Table
from tests.books.trading import Trade, day

NOVEMBER = Month(2026, 11)


@pytest.fixture
def trade(office: Office) -> Trade:
    made = Trade(office)
    for number, name in enumerate(("Ani Contoh", "Budi Contoh", "Citra Contoh"), 1):
        made.run(AddMember(full_name=name, joined=date(2026, 1, 4), neighbourhood=f"RT 0{number}"))
    for person, role in ((1, "ketua"), (2, "sekretaris")):
        made.run(AppointOfficer(person=PersonId(person), role=role, since=date(2026, 1, 4)))
    return made


def printed(trade: Trade, name: str, month: Month = NOVEMBER) -> str:
    document: Document = trade.office.read(lambda reading: single.build(reading, month, name))
    assert render_pdf(document, io.BytesIO()).total >= 1
    return as_text(document)


def rows(document: Document) -> list[Row]:
    return [row for part in document.parts for block in part.blocks if isinstance(block, Table) for row in block.rows]


def sheet(trade: Trade, on: date, state: Presence = Presence.PRESENT) -> tuple[Attended, ...]:
    """The first member as told, the others present."""
    lines = trade.answer(AttendanceSheet(on))
    return tuple(
        Attended(person=PersonId(row.person), state=state if row.number == 1 else Presence.PRESENT, note=None) for row in lines
    )


def meeting(trade: Trade, on: str = "8/11", state: Presence = Presence.ILL) -> int:
    held = HoldMeeting(
        on=day(on),
        attendance=sheet(trade, day(on), state),
        starts="15.30",
        ends="17.00",
        place="Balai RT 04",
        chair=PersonId(1),
        minutes_by=PersonId(2),
        guests="Wawan Contoh, pendamping",
        agenda="1. Bagi hasil",
        course="Ketua membuka rapat.",
        conclusion="Hasil dibagi.",
        ending="Ditutup dengan doa.",
        decisions=("Hasil Oktober dibagi rata", "Beli tenda"),
        follow_ups=(Task(text="Cat gudang", person=PersonId(3), due=day("22/11")),),
    )
    return trade.run(held).made["meeting"]


def test_guests_in_their_columns(trade: Trade) -> None:
    first = trade.run(WriteGuest(on=day("12/11"), full_name="Wawan Contoh", purpose="Melihat pembukuan")).made["guest"]
    trade.run(StrikeGuest(guest=first, reason="Dua kali"))
    trade.run(WriteGuest(on=day("13/11"), full_name="Lurah Contoh", purpose="Rapat", agency="Kelurahan", position="Lurah"))
    document = trade.office.read(lambda reading: single.build(reading, NOVEMBER, "guests"))
    assert [(row.cells[0], row.struck) for row in rows(document)] == [(1, True), (2, False)]
    assert document.parts[0].landscape
    text = as_text(document)
    for head in ("Hari dan tanggal", "Nama", "Instansi atau alamat", "Jabatan", "Maksud tujuan", "Tanda tangan"):
        assert head in text
    assert "Jumat, 13 November 2026" in text


def test_letters_in_their_two_agendas(trade: Trade) -> None:
    on = day("12/11")
    came = WriteLetter(
        way=Way.IN,
        on=on,
        letter_date=day("9/11"),
        party="Camat",
        subject="Undangan",
        follow_up=FollowUp.DONE,
        follow_up_note="Hadir",
    )
    trade.run(came, WriteLetter(way=Way.OUT, on=on, letter_date=on, party="Dinas", subject="Laporan", copies="Lurah"))
    document = trade.office.read(lambda reading: single.build(reading, NOVEMBER, "letters"))
    assert [part.key for part in document.parts] == ["letters-in", "letters-out"]
    into, out = rows(document)
    assert into.cells == (1, day("9/11"), on, None, "Camat", "Undangan", None, None, "selesai: Hadir")
    assert out.cells == (1, None, on, "Dinas", "Laporan", None, "Lurah")
    signed = [[isinstance(block, Signatures) for block in part.blocks] for part in document.parts]
    assert (signed, document.parts[1].new_page) == ([[False], [False, True]], False)


def test_activities_name_who_was_in_charge_with_the_office(trade: Trade) -> None:
    trade.run(WriteActivity(on=day("12/11"), title="Gotong royong", person=PersonId(1), story="Parit\ndibersihkan."))
    document = trade.office.read(lambda reading: single.build(reading, NOVEMBER, "activities"))
    assert rows(document)[0].cells[2:6] == ("Ani Contoh", "Ketua", None, "Gotong royong: Parit dibersihkan.")


def test_minutes_have_every_part(trade: Trade) -> None:
    meeting(trade, "25/10")
    id_ = meeting(trade)
    document = trade.office.read(lambda reading: papers.minutes(reading, id_))
    text = as_text(document)
    for part in (
        "Rapat rutin",
        "Minggu, 8 November 2026",
        "15.30–17.00",
        "Balai RT 04",
        "Pimpinan rapat",
        "Diundang",
        "Susunan acara",
        "1. Bagi hasil",
        "Uraian jalannya rapat",
        "Ketua membuka rapat.",
        "Kesimpulan",
        "1. Hasil Oktober dibagi rata",
        "2. Beli tenda",
        "Tindak lanjut rapat sebelumnya",
        "Penutup",
        "Ditutup dengan doa.",
        "Notulis",
        "Budi Contoh",
    ):
        assert part in text, part
    assert "kuorum" not in text
    assert document.check_code == ""


def test_minutes_below_quorum_say_so(trade: Trade) -> None:
    on = day("8/11")
    absent = tuple(Attended(person=PersonId(one), state=Presence.ABSENT) for one in (2, 3))
    id_ = trade.run(HoldMeeting(on=on, attendance=(Attended(person=PersonId(1)), *absent))).made["meeting"]
    text = as_text(trade.office.read(lambda reading: papers.minutes(reading, id_)))
    assert "Rapat ini tidak mencapai kuorum: hadir 1, perlu 2." in text


def test_an_invitation_says_when_where_and_what(trade: Trade) -> None:
    plan = PlanMeeting(on=day("6/12"), starts="15.30", place="Balai RT 04", agenda="1. IKS", guests="Lurah Contoh\nWawan Contoh")
    id_ = trade.run(plan).made["meeting"]
    document = trade.office.read(lambda reading: papers.invitation(reading, id_))
    text = as_text(document)
    for part in (
        "Undangan rapat",
        "Seluruh anggota kelompok",
        "Lurah Contoh",
        "Minggu, 6 Desember 2026",
        "Pukul 15.30 sampai selesai",
    ):
        assert part in text, part
    assert render_pdf(document, io.BytesIO()).total == 1


def test_an_attendance_list_waits_for_signatures_or_shows_what_was(trade: Trade) -> None:
    id_ = trade.run(PlanMeeting(on=day("6/12"))).made["meeting"]
    planned = rows(trade.office.read(lambda reading: papers.attendance_list(reading, id_)))
    assert [row.cells[1:5] for row in planned] == [
        ("Ani Contoh", "RT 01", "Ketua", ""),
        ("Budi Contoh", "RT 02", "Sekretaris", ""),
        ("Citra Contoh", "RT 03", "Anggota", ""),
    ]
    assert [(bool(row.cells[5]), bool(row.cells[6])) for row in planned] == [(True, False), (False, True), (True, False)]
    done = meeting(trade)
    assert [row.cells[4] for row in rows(trade.office.read(lambda reading: papers.attendance_list(reading, done)))] == [
        "sakit",
        "hadir",
        "hadir",
    ]


def test_the_month_report_tells_of_meetings_decisions_and_attendance(trade: Trade) -> None:
    meeting(trade)
    outcome = trade.answer(FollowUps())
    trade.run(SettleFollowUp(follow_up=outcome[0].id, on=day("10/11")))
    trade.run(WithdrawDecision(decision=DecisionId(2), reason="Keliru"))
    gone = trade.run(PlanMeeting(on=day("15/11"))).made["meeting"]
    trade.run(CancelMeeting(meeting=gone, reason="Hujan"), PlanMeeting(on=day("29/11")))
    document = trade.office.read(lambda reading: monthly.build(reading, NOVEMBER, parts=frozenset({"meetings"})))
    text = as_text(document)
    for part in ("dibatalkan: Hujan", "belum dicatat", "Hasil Oktober dibagi rata", "Kehadiran tahun 2026"):
        assert part in text, part
    assert [row.struck for row in rows(document) if row.cells[1] in (1, 2)][:2] == [False, True]


def test_the_month_report_is_silent_where_nothing_happened(trade: Trade) -> None:
    parts = frozenset({"cover", "guests", "letters", "activities", "meetings"})
    document = trade.office.read(lambda reading: monthly.build(reading, NOVEMBER, parts=parts))
    assert [part.key for part in document.parts] == ["cover"]


def test_members_with_officers_and_those_who_left(trade: Trade) -> None:
    trade.run(MemberLeaves(person=PersonId(3), on=day("10/11"), reason="Pindah"))
    text = printed(trade, "members")
    for part in ("Ketua", "Sekretaris", "Citra Contoh", "Pindah", "Per 22 November 2026"):
        assert part in text, part
    before = trade.office.read(lambda reading: single.build(reading, Month(2026, 10), "members"))
    assert not any(row.struck for row in rows(before))


def test_an_office_that_ended_later_is_still_held_in_the_book_of_an_earlier_month(trade: Trade) -> None:
    (term,) = [one for one in trade.answer(Officers()) if one.role == "sekretaris"]
    trade.run(EndTerm(term=term.id, until=day("10/11"), reason="Pindah tugas"))
    before = trade.office.read(lambda reading: single.build(reading, Month(2026, 10), "members"))
    after = trade.office.read(lambda reading: single.build(reading, NOVEMBER, "members"))
    october, november = ([row.cells[4:6] for row in rows(one) if row.cells[2] == "Sekretaris"] for one in (before, after))
    assert (october, november) == ([(None, None)], [(day("10/11"), "Pindah tugas")])


@pytest.mark.parametrize("name", BOOKS_ALONE)
def test_any_book_is_printed_also_where_nothing_is_written(office: Office, name: str) -> None:
    assert printed(Trade(office), name, Month(2026, 3)).strip()


def test_unknown_book_and_month_are_refused(office: Office) -> None:
    with pytest.raises(NoSuchBook) as caught:
        office.read(lambda reading: single.build(reading, NOVEMBER, "buku"))
    assert (caught.value.code, caught.value.field) == ("no-such-book", "book")
    assert say(caught.value.sentences[0]) == "Tidak ada buku buku."
    with pytest.raises(monthly.MonthNotThere):
        office.read(lambda reading: single.build(reading, Month(2025, 12), "guests"))


def test_a_book_is_written_to_a_file(trade: Trade, tmp_path: Path) -> None:
    pages = single.write_book(trade.office, NOVEMBER, "guests", tmp_path / "tamu.pdf")
    assert pages is not None
    assert pages.total == 1
    assert single.write_book(trade.office, NOVEMBER, "letters", tmp_path / "surat.xlsx") is None
    assert {file.name for file in tmp_path.iterdir()} >= {"tamu.pdf", "surat.xlsx"}


# ---- photos and papers


def photo(shade: int = 90) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (1600, 1200), (shade, shade, shade)).save(file, "JPEG")
    return file.getvalue()


def paper(pages: int) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(300, 400))
    for number in range(pages):
        canvas.drawString(40, 200, f"Lembar {number + 1}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def appendix(trade: Trade, owner: Owner, id_: int) -> Document:
    return trade.office.read(lambda reading: attachments.document(reading, owner, id_))


def attached(trade: Trade, owner: Owner, id_: int, data: bytes, name: str) -> None:
    trade.run(AddAttachment(owner=owner, owner_id=id_, file_name=name, data=data))


def test_photos_and_papers_are_printed_as_an_appendix(trade: Trade) -> None:
    id_ = trade.run(WriteGuest(on=day("12/11"), full_name="Wawan Contoh", purpose="Melihat pembukuan")).made["guest"]
    attached(trade, Owner.GUEST, id_, photo(), "surat tugas.jpg")
    attached(trade, Owner.GUEST, id_, paper(2), "laporan.pdf")
    attached(trade, Owner.GUEST, id_, b"%PDF-1.4 rusak %%EOF", "rusak.pdf")
    document = trade.office.read(lambda reading: attachments.document(reading, Owner.GUEST, id_))
    text = as_text(document)
    for part in ("Tamu Wawan Contoh", "surat tugas.jpg, ditambahkan 22 November 2026 oleh Ani Contoh", "tidak bisa digambar"):
        assert part in text, part
    file = io.BytesIO()
    assert render_pdf(document, file).total == 4
    pages = PdfReader(io.BytesIO(file.getvalue())).pages
    assert [len(page.images) for page in pages] == [1, 1, 1, 0]
    assert pages[0].images[0].image is not None
    sheet_file = io.BytesIO()
    render_xlsx(document, sheet_file)
    assert sheet_file.getvalue().startswith(b"PK")


def test_every_kind_of_record_is_called_by_its_name(trade: Trade) -> None:
    trade.money()
    entry = trade.post("2026-11-12 | Fotokopi | 5104 12.000 | 1101 -12.000").id
    held = meeting(trade)
    owners = {Owner.ENTRY: (entry, "Catatan BKK/2026/0001, Fotokopi"), Owner.MEETING: (held, "Rapat 8 November 2026")}
    owners |= {Owner.PERSON: (1, "Orang Ani Contoh"), Owner.ACTIVITY: (1, "Kegiatan Rapat rutin")}
    for owner, (id_, called) in owners.items():
        attached(trade, owner, id_, photo(), "foto.jpg")
        assert appendix(trade, owner, id_).parts[0].captions == (called,)


def test_a_record_without_photos_has_no_appendix(trade: Trade) -> None:
    assert trade.office.read(lambda reading: attachments.part(reading, Owner.PERSON, 1)) is None
    with pytest.raises(AttachmentUnknown):
        trade.office.read(lambda reading: attachments.document(reading, Owner.PERSON, 1))
