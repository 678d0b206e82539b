"""Photos and papers: made small, freed of what a camera adds, told by their bytes, taken out with a trace."""

from __future__ import annotations

import io
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from kubebuku.app.attaching import FileUnreadable, from_file
from kubebuku.app.office import Office
from kubebuku.books.attachments.commands import AddAttachment, Owner, RemoveAttachment
from kubebuku.books.attachments.queries import (
    AttachmentCounts,
    AttachmentData,
    AttachmentFile,
    AttachmentsHeld,
    AttachmentsOf,
    AttachmentTotals,
)
from kubebuku.books.cash.commands import GeneralPayment
from kubebuku.books.guests.commands import WriteGuest
from kubebuku.books.members.commands import AddMember, DeletePerson
from kubebuku.books.mending.commands import Amend
from kubebuku.domain.entries import EntryId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.sizes import megabytes
from kubebuku.i18n import say
from kubebuku.ledger.pictures import LONG_EDGE, AttachmentTooLarge, Mime, keep
from tests.books.trading import Trade, day

PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
#: Tags of EXIF: how the camera was held, and who owns it.
ORIENTATION, ARTIST = 0x0112, 0x013B


@pytest.fixture
def trade(office: Office) -> Trade:
    made = Trade(office)
    made.run(WriteGuest(on=day("12/11"), full_name="Wawan Contoh", purpose="Melihat pembukuan"))
    return made


def photo(width: int = 2400, height: int = 1200, form: str = "JPEG", **how: object) -> bytes:
    """Grey above, white below, so that it can be seen which way up it is."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste((60, 60, 60), (0, 0, width, height // 2))
    file = io.BytesIO()
    picture.save(file, form, **how)
    return file.getvalue()


def adds(data: bytes, name: str = "nota.jpg", owner: Owner = Owner.GUEST, id_: int = 1) -> AddAttachment:
    return AddAttachment(owner=owner, owner_id=id_, file_name=name, data=data)


def added(trade: Trade, data: bytes, name: str = "nota.jpg", owner: Owner = Owner.GUEST, id_: int = 1) -> AttachmentFile:
    id_ = trade.run(adds(data, name, owner, id_)).made["attachment"]
    found = trade.answer(AttachmentData(id_))
    assert isinstance(found, AttachmentFile)
    return found


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


# ---- what is kept


def test_a_photo_is_made_small_and_says_its_size(trade: Trade) -> None:
    given = photo(4000, 3000, quality=95)
    outcome = trade.run(adds(given, "IMG_2026.JPG"))
    kept = trade.answer(AttachmentData(outcome.made["attachment"]))
    assert opened(kept.data).size == (LONG_EDGE, LONG_EDGE * 3 // 4)
    assert (kept.row.name, kept.row.mime, kept.row.original_size) == ("IMG_2026.jpg", "image/jpeg", len(given))
    assert kept.row.size == len(kept.data) < len(given)
    assert outcome.said is not None
    words = say(outcome.said)
    assert words == f"IMG_2026.jpg tersimpan di buku: {megabytes(kept.row.size)}, semula {megabytes(len(given))}."


def test_a_photo_taken_sideways_stands_upright(trade: Trade) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    kept = opened(added(trade, photo(800, 400, exif=exif)).data)
    assert kept.size == (400, 800)
    left, right = kept.getpixel((20, 400)), kept.getpixel((380, 400))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert left[0] > 200 > right[0]


def test_what_the_camera_added_does_not_go_along(trade: Trade) -> None:
    exif = Image.Exif()
    exif[ARTIST] = "Pemilik HP Contoh"
    given = photo(800, 400, exif=exif)
    assert b"Pemilik HP Contoh" in given
    kept = added(trade, given).data
    assert b"Pemilik HP Contoh" not in kept
    assert not opened(kept).getexif()


def test_small_photos_are_not_blown_up(trade: Trade) -> None:
    assert opened(added(trade, photo(300, 200)).data).size == (300, 200)


def test_a_drawing_stays_a_drawing_where_that_is_smaller(trade: Trade) -> None:
    assert added(trade, photo(form="PNG"), "bagan.png").row.mime == "image/png"
    noise = Image.effect_noise((700, 700), 90)
    file = io.BytesIO()
    noise.save(file, "PNG")
    assert added(trade, file.getvalue(), "foto.png").row.name == "foto.jpg"


def test_transparency_becomes_white_paper() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(file, "PNG")
    assert opened(keep(file.getvalue()).data).getpixel((5, 5)) == (255, 255, 255)
    palette = Image.new("P", (20, 20), 0)
    file = io.BytesIO()
    palette.save(file, "PNG", transparency=0)
    assert opened(keep(file.getvalue()).data).getpixel((5, 5)) == (255, 255, 255)


def test_a_pdf_is_kept_as_it_is(trade: Trade) -> None:
    outcome = trade.run(adds(PDF, "Kwitansi toko.pdf"))
    kept = trade.answer(AttachmentData(outcome.made["attachment"]))
    assert (kept.data, kept.row.name, kept.row.mime) == (PDF, "Kwitansi toko.pdf", "application/pdf")
    assert outcome.said is not None
    assert say(outcome.said) == "Kwitansi toko.pdf tersimpan di buku: 1 kB."


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Users\\Citra\\nota 12.jpeg", "nota 12.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("nota", "nota.jpg"),
        (".jpg", "foto.jpg"),
        ("", "foto.jpg"),
        ("a" * 300 + ".jpg", "a" * 100 + ".jpg"),
        ("nota\u202egpj.exe", "notagpj.jpg"),
        ("kwitansi.tar.gz", "kwitansi.tar.jpg"),
    ],
)
def test_a_name_is_only_a_name(trade: Trade, given: str, kept: str) -> None:
    assert added(trade, photo(40, 20), given).row.name == kept


# ---- what is refused


def test_forty_megabytes_are_refused_before_they_are_read(trade: Trade, tmp_path: Path) -> None:
    heavy = tmp_path / "foto.jpg"
    with heavy.open("wb") as file:
        file.truncate(40_000_000)
    with pytest.raises(AttachmentTooLarge) as caught:
        from_file(heavy, Owner.GUEST, 1)
    assert [say(one) for one in caught.value.sentences][:2] == ["Berkas ini 40,0 MB, terlalu besar.", "Paling banyak 20,0 MB."]
    trade.refused(adds(b"\xff\xd8\xff" + bytes(20_000_000)), "attachment-too-large", "data")
    trade.refused(adds(b"%PDF-" + bytes(5_000_000) + b"%%EOF"), "attachment-too-large", "data")


@pytest.mark.parametrize(
    "data",
    [b"MZ\x90\x00" + bytes(100), b"", b"\x00\x00\x00\x18ftypheic", b"GIF89a", b"PK\x03\x04", b"<html>", b"MZ" + PDF],
    ids=["exe", "empty", "heic", "gif", "zip", "html", "exe with a paper in it"],
)
def test_a_renamed_program_is_no_photo(trade: Trade, data: bytes) -> None:
    refused = trade.refused(adds(data, "nota.jpg"), "attachment-kind", "data")
    assert say(refused.sentences[0]) == "Berkas ini bukan foto dan bukan PDF."
    assert trade.count("attachment") == 0


@pytest.mark.parametrize(
    "data",
    [
        photo()[:400],
        photo()[: len(photo()) // 2],
        b"\xff\xd8\xff" + bytes(500),
        photo(form="PNG")[:60],
        b"\x89PNG\r\n\x1a\n" + bytes(64),
        PDF[:-10],
    ],
    ids=["head of a photo", "half a photo", "noughts", "head of a drawing", "drawing of noughts", "paper without end"],
)
def test_what_is_broken_is_refused(trade: Trade, data: bytes) -> None:
    trade.refused(adds(data), "attachment-broken", "data")


def bomb(width: int, height: int) -> bytes:
    """A drawing of so many points in a few bytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x00\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


@pytest.mark.parametrize("edge", [8_000, 12_000, 40_000])
def test_a_picture_that_would_fill_the_memory_is_refused(trade: Trade, edge: int) -> None:
    refused = trade.refused(adds(bomb(edge, edge)), "attachment-points", "data")
    assert f"{edge:,}".replace(",", ".") in say(refused.sentences[0])


def test_a_photo_that_claims_more_points_than_there_can_be_is_refused(trade: Trade) -> None:
    small = photo(64, 64)
    head = small.index(b"\xff\xc0") + 5  # behind the length and the depth: height and width, two bytes each
    claims = small[:head] + (65_000).to_bytes(2, "big") * 2 + small[head + 4 :]
    trade.refused(adds(claims), "attachment-points", "data")


def test_it_belongs_to_something_that_is_there(trade: Trade) -> None:
    refused = trade.refused(adds(photo(), id_=9), "attachment-owner", "owner_id")
    assert say(refused.sentences[0]) == "Tidak ada tamu 9 untuk lampiran ini."
    for owner in Owner:
        if owner is not Owner.GUEST:
            trade.refused(adds(photo(40, 20), owner=owner, id_=77), "attachment-owner", "owner_id")


def test_the_same_photo_twice_is_refused(trade: Trade) -> None:
    added(trade, photo())
    trade.refused(adds(photo(), "lain.jpg"), "attachment-there", "data")


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable) as caught:
        from_file(tmp_path / "hilang.jpg", Owner.GUEST, 1)
    assert say(caught.value.sentences[0]) == "Berkas hilang.jpg tidak bisa dibaca."
    with pytest.raises(FileUnreadable):
        from_file(tmp_path, Owner.GUEST, 1)
    there = tmp_path / "ada.jpg"
    there.write_bytes(photo(40, 20))
    assert from_file(there, Owner.GUEST, 1).file_name == "ada.jpg"


# ---- asking and taking out


def test_what_belongs_to_a_record_is_listed_and_summed(trade: Trade) -> None:
    first = added(trade, photo(), "satu.jpg")
    second = added(trade, PDF, "dua.pdf")
    assert [row.name for row in trade.answer(AttachmentsOf(Owner.GUEST, 1))] == ["satu.jpg", "dua.pdf"]
    assert trade.answer(AttachmentTotals()) == AttachmentsHeld(2, first.row.size + second.row.size)
    assert trade.answer(AttachmentCounts(Owner.GUEST)) == {1: 2}
    assert trade.answer(AttachmentsOf(Owner.LETTER, 1)) == ()
    assert trade.findings() == {}


def test_a_changed_entry_keeps_the_photo_of_its_nota(trade: Trade) -> None:
    trade.money()
    pay = GeneralPayment(on=day("12/11"), description="Fotokopi", amount=Rupiah(12_000), account="5104")
    wrong = trade.entry(pay)
    added(trade, photo(), owner=Owner.ENTRY, id_=wrong)
    right = GeneralPayment(on=day("12/11"), description="Fotokopi", amount=Rupiah(21_000), account="5104")
    outcome = trade.run(Amend(entry=EntryId(wrong), replacement=right, reason="Salah baca"))
    assert outcome.entry is not None
    assert [row.owner_id for row in trade.answer(AttachmentsOf(Owner.ENTRY, outcome.entry))] == [wrong]
    added(trade, photo(300, 200), owner=Owner.ENTRY, id_=outcome.entry)
    again = trade.run(Amend(entry=EntryId(outcome.entry), replacement=replace(right, nota="12"), reason="Nomor nota"))
    assert trade.answer(AttachmentCounts(Owner.ENTRY)) == {wrong: 1, outcome.entry: 2, again.entry: 2}


def test_what_is_taken_out_is_gone_from_the_file_and_leaves_its_line(trade: Trade) -> None:
    secret = b"%PDF-1.4 KTP Ani Contoh 3602041211870001 %%EOF"
    kept = added(trade, secret, "ktp.pdf")
    assert secret in trade.path.read_bytes()
    trade.refused(RemoveAttachment(attachment=kept.row.id, reason=" "), "reason-missing", "reason")
    assert trade.said(RemoveAttachment(attachment=kept.row.id, reason="Data pribadi")) == "Dikeluarkan: ktp.pdf."
    assert secret not in trade.path.read_bytes()
    assert trade.answer(AttachmentsOf(Owner.GUEST, 1)) == ()
    (row,) = trade.answer(AttachmentsOf(Owner.GUEST, 1, with_removed=True))
    assert (row.size, row.removed, row.removed_by) == (len(secret), "Data pribadi", "Ani Contoh")
    assert trade.answer(AttachmentTotals()) == AttachmentsHeld(0, 0)
    trade.refused(RemoveAttachment(attachment=row.id, reason="Lagi"), "attachment-removed", "attachment")
    trade.refused(RemoveAttachment(attachment=99, reason="Lagi"), "attachment-unknown", "attachment")
    added(trade, secret, "ktp.pdf")
    assert trade.findings() == {}


def test_a_person_with_a_photo_is_not_deleted(trade: Trade) -> None:
    person = PersonId(trade.run(AddMember(full_name="Budi Contoh", joined=day("4/1"))).made["person"])
    added(trade, photo(), owner=Owner.PERSON, id_=person)
    trade.refused(DeletePerson(person=person), "person-in-books", "person")


def test_checks_find_a_photo_that_was_exchanged(trade: Trade) -> None:
    added(trade, PDF, "satu.pdf")
    added(trade, photo(), "dua.jpg")
    trade.forge("UPDATE attachment SET data = x'00' WHERE id = 1", "UPDATE attachment SET owner_id = 50 WHERE id = 2")
    assert [say(one) for one in trade.findings()["attachments"].found if not isinstance(one, str)] == [
        "satu.pdf tidak sama dengan yang dimasukkan pada 22 November 2026.",
        "Catatan pemilik dua.jpg tidak ada di buku.",
    ]


def test_kinds_know_their_endings() -> None:
    assert [mime.suffix for mime in Mime] == [".jpg", ".png", ".pdf"]
    assert [megabytes(size) for size in (1, 1_499, 310_000, 2_440_000)] == ["1 kB", "1 kB", "310 kB", "2,4 MB"]
