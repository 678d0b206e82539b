"""Each refusal of the ledger speaks: what is wrong, what was found, what to do, in both languages and with its figures."""

from __future__ import annotations

from datetime import date

import pytest

from kubebuku.domain import refusals
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import explain, set_language

DAY = date(2026, 11, 6)

SAID = [
    (
        refusals.Unbalanced(Rupiah(-1_500)),
        "Debit dan kredit tidak sama. Sisi kredit lebih besar Rp1.500. Tambah baris yang kurang, atau betulkan jumlahnya.",
    ),
    (
        refusals.TooFewLines(1),
        (
            "Baris catatan ini kurang: hanya 1. Catatan menyebut uang datang dari mana dan pergi ke mana: paling sedikit "
            "dua baris. Tambah baris yang kurang."
        ),
    ),
    (
        refusals.TooManyLines(201, 200),
        "Baris catatan ini terlalu banyak: 201. Satu catatan paling banyak 200 baris. Bagi menjadi beberapa catatan.",
    ),
    (
        refusals.NoEffect(),
        (
            "Catatan ini tidak mengubah apa pun. Akun yang sama ada di kedua sisi dengan jumlah yang sama. "
            "Pilih akun lain di salah satu sisi."
        ),
    ),
    (refusals.ZeroLine("Kas"), "Jumlah untuk Kas nol. Jumlah paling sedikit Rp1. Tulis jumlahnya, atau hapus barisnya."),
    (
        refusals.AmountTooLarge(16),
        "Jumlah terlalu besar: 16 angka. Paling banyak Rp999.999.999.999. Periksa nolnya.",
    ),
    (refusals.UnknownAccount("9999"), "Akun 9999 tidak ada di buku ini. Pilih akun dari daftar."),
    (
        refusals.AccountIsHeading("4000", "Pendapatan"),
        (
            "4000 Pendapatan adalah judul kelompok akun. Jumlah ditulis di akun yang ada di bawah judul. "
            "Pilih salah satu akun di bawahnya."
        ),
    ),
    (
        refusals.AccountClosed("1110.01", "Bank Kalsel"),
        "Akun 1110.01 Bank Kalsel sudah ditutup. Pilih akun lain, atau buka lagi akun itu.",
    ),
    (
        refusals.DimensionMissing("Tabungan Anggota", "person"),
        "Tabungan Anggota harus menyebut orang yang mana. Pilih dari daftar.",
    ),
    (refusals.DimensionUnknown("loan", 7), "Tidak ada pinjaman 7 di buku ini. Tambahkan dulu, atau pilih yang lain."),
    (
        refusals.BeforeOpening(date(2025, 12, 31), date(2026, 1, 1)),
        "Tanggal 31 Desember 2025 sebelum buku dimulai, 1 Januari 2026. Catatan lama masuk ke saldo awal.",
    ),
    (
        refusals.NotYet(date(2026, 11, 25), date(2026, 11, 23)),
        "Tanggal 25 November 2026 belum tiba. Paling jauh besok, 23 November 2026. Catat saat uangnya benar-benar berpindah.",
    ),
    (
        refusals.MonthClosed(Month(2026, 10)),
        (
            "Oktober 2026 sudah ditutup. Catat di bulan yang terbuka dengan keterangan, "
            "atau minta ketua membuka Oktober 2026 dengan alasan."
        ),
    ),
    (
        refusals.BoxShort("Kas", DAY, Rupiah(2_650_000), Rupiah(12_350_000), None, Rupiah(15_000_000)),
        (
            "Uang di Kas tidak cukup. Yang bisa dibayar paling banyak Rp12.350.000. Yang ditulis Rp15.000.000. "
            "Kurang Rp2.650.000. Ada uang masuk yang belum dicatat? "
            "Catat dulu, simpan sebagai catatan tertunda, atau bayar dari tempat lain."
        ),
    ),
    (
        refusals.BoxShort("Kas", DAY, Rupiah(150_000), Rupiah(0), "“Belanja bahan catering”", Rupiah(150_000)),
        (
            "Isi Kas menjadi kurang pada 6 November 2026, saat “Belanja bahan catering”. Kurang Rp150.000. "
            "Ada uang masuk yang belum dicatat? Catat dulu, simpan sebagai catatan tertunda, atau bayar dari tempat lain."
        ),
    ),
    (
        refusals.BalanceShort("Eka Contoh", "Tabungan Anggota", DAY, Rupiah(30_000), Rupiah(120_000)),
        (
            "Tabungan Anggota milik Eka Contoh menjadi kurang dari nol pada 6 November 2026. "
            "Yang ada paling banyak Rp120.000. Kurang Rp30.000. Tulis paling banyak Rp120.000."
        ),
    ),
    (
        refusals.AlreadyUndone("BKM/2026/0193", "BM/2026/0007"),
        "BKM/2026/0193 sudah dicoret oleh BM/2026/0007. Lihat ceritanya untuk tahu apa penggantinya.",
    ),
    (
        refusals.IsReversal("BM/2026/0007"),
        "BM/2026/0007 sendiri adalah coretan, jadi tidak bisa dicoret lagi. Tulis catatannya dari awal.",
    ),
    (refusals.UnknownEntry(1_234), "Tidak ada catatan 1234 di buku ini."),
    (
        refusals.OpeningMisplaced(date(2026, 1, 1)),
        "Saldo awal ditulis pada hari buku dimulai, 1 Januari 2026, dan hanya satu kali. Betulkan saldo awal yang sudah ada.",
    ),
]


@pytest.mark.parametrize(("refusal", "said"), SAID, ids=[f"{type(refusal).__name__}-{n}" for n, (refusal, _) in enumerate(SAID)])
def test_what_a_treasurer_reads(refusal: RuleBroken, said: str) -> None:
    set_language("id")
    assert explain(refusal) == said


@pytest.mark.parametrize("refusal", [refusal for refusal, _ in SAID], ids=lambda refusal: type(refusal).__name__)
def test_english_says_it_too(refusal: RuleBroken) -> None:
    set_language("en")
    try:
        text = explain(refusal)
    finally:
        set_language("id")
    assert "{" not in text
    assert text.endswith((".", "?"))


def test_every_refusal_is_here_and_has_a_code_of_its_own() -> None:
    classes = {one for one in vars(refusals).values() if isinstance(one, type) and issubclass(one, RuleBroken)} - {RuleBroken}
    assert classes == {type(refusal) for refusal, _ in SAID}
    assert len({one.code for one in classes}) == len(classes)
    assert all(one.code == one.code.lower() and " " not in one.code for one in classes)
