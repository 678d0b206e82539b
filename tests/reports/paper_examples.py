"""The practice documents that the paper is judged by: cover, buku kas, kwitansi and strips of one October."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.money import Rupiah
from kubebuku.domain.terbilang import terbilang
from kubebuku.reports.document import (
    Bar,
    BarChart,
    Cover,
    Document,
    Gap,
    Heading,
    KwitansiSlip,
    Letterhead,
    Note,
    Pairs,
    Paper,
    Paragraph,
    Part,
    Party,
    Side,
    Signatures,
    Strip,
    Summary,
)
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, group, opening, subtotal, total

GROUP = Letterhead("Hunafa Bersama", "RT 04, Kelurahan Contoh, Kecamatan Contoh, Kota Banjarmasin", "tenda")

OFFICERS = (Party("Ketua", "Ani Contoh"), Party("Sekretaris", "Budi Contoh"), Party("Bendahara", "Citra Contoh"))
WITNESSES = (Party("Pendamping", "Wawan Contoh"), Party("Lurah", nip=""))

CASH_COLUMNS = (
    Column("no", "No", "number", 9),
    Column("on", "Tanggal", "date", 17),
    Column("bukti", "No. Bukti", width=26, small=True),
    Column("what", "Uraian", width=55),
    Column("in", "Penerimaan\n(Rp)", "money", 24),
    Column("out", "Pengeluaran\n(Rp)", "money", 24),
    Column("saldo", "Saldo\n(Rp)", "money", 25, running=Formula(plus=("in",), minus=("out",))),
)

#: Day, kind and number of the paper, what for, amount (negative: paid).
OCTOBER = (
    (1, "BKM", 169, "Sewa tenda 1 plong, RT 02", 750_000),
    (1, "BKM", 170, "Sewa kursi 50 buah, Bu RW", 150_000),
    (2, "BKK", 113, "Fotokopi dan alat tulis", -27_000),
    (3, "BKM", 171, "Catering arisan, kantor", 320_000),
    (3, "BKM", 172, "Simpanan wajib rapat", 330_000),
    (4, "BKK", 114, "Belanja ayam dan beras", -590_000),
    (5, "BKK", 115, "Upah masak", -150_000),
    (5, "BKK", 116, "Konsumsi rapat", -42_000),
    (6, "BKK", 117, "Ongkos pasang tenda", -200_000),
    (7, "BKK", 118, "Transport antar tenda", -75_000),
    (8, "BKM", 173, "Catering kotak, RT 02", 875_000),
    (8, "BKK", 119, "Belanja bahan catering", -207_000),
    (9, "BKK", 120, "Beli gas dan air", -66_000),
    (10, "BKM", 174, "Sewa tenda 1 plong, kantor", 750_000),
    (10, "BKM", 175, "Sewa kursi 50 buah, langganan", 150_000),
    (11, "BKK", 121, "Fotokopi dan alat tulis", -13_000),
    (12, "BKM", 176, "Catering arisan, Bu RW", 640_000),
    (12, "BKM", 177, "Simpanan wajib rapat", 330_000),
    (13, "BKK", 122, "Belanja ayam dan beras", -590_000),
    (14, "BKK", 123, "Upah masak", -75_000),
    (15, "BKK", 124, "Konsumsi rapat", -85_000),
    (15, "BKK", 125, "Ongkos pasang tenda", -200_000),
    (16, "BKK", 126, "Transport antar tenda", -75_000),
    (17, "BKM", 178, "Catering kotak, kantor", 437_000),
    (17, "BKK", 127, "Belanja bahan catering", -415_000),
    (18, "BKK", 128, "Beli gas dan air", -66_000),
    (19, "BKM", 179, "Sewa tenda 1 plong, Bu RW", 750_000),
    (20, "BKM", 180, "Sewa kursi 50 buah, hajatan", 75_000),
    (20, "BKK", 129, "Fotokopi dan alat tulis", -27_000),
    (21, "BKM", 181, "Catering arisan, langganan", 640_000),
    (22, "BKM", 182, "Simpanan wajib rapat", 330_000),
    (22, "BKK", 130, "Belanja ayam dan beras", -295_000),
    (23, "BKK", 131, "Upah masak", -150_000),
    (24, "BKK", 132, "Konsumsi rapat", -85_000),
    (24, "BKK", 133, "Ongkos pasang tenda", -200_000),
    (25, "BKK", 134, "Transport antar tenda", -37_000),
    (26, "BKK", 135, "Upah masak, dicoret: lihat no 38", -1_500_000),
    (26, "BKK", 136, "Upah masak, gantinya no 37", -150_000),
    (27, "BKK", 137, "Belanja bahan catering", -415_000),
    (27, "BKK", 138, "Beli gas dan air", -66_000),
    (28, "BKM", 183, "Sewa tenda 1 plong, langganan", 375_000),
    (29, "BKM", 184, "Sewa kursi 50 buah, RT 02", 150_000),
    (29, "BKK", 139, "Fotokopi dan alat tulis", -27_000),
    (30, "BKM", 185, "Catering arisan, hajatan", 640_000),
    (31, "BKM", 186, "Simpanan wajib rapat", 330_000),
    (31, "BKK", 140, "Pindah ke Bank", -959_000),
)
STRUCK = 37


def cash_book() -> Table:
    """Kas in October: 6.480.000 at the start, 8.022.000 in, 5.287.000 out, 9.215.000 at the end, one line struck."""
    rows = []
    balance = 6_480_000
    for number, (day, kind, bukti, what, amount) in enumerate(OCTOBER, 1):
        struck = number == STRUCK
        if not struck:
            balance += amount
        rows.append(
            Row(
                (
                    number,
                    date(2026, 10, day),
                    f"{kind}/2026/{bukti:04d}",
                    what,
                    Rupiah(amount) if amount > 0 else None,
                    Rupiah(-amount) if amount < 0 else None,
                    None if struck else Rupiah(balance),
                ),
                struck=struck,
            )
        )
    empty = (None,) * 4
    return Table(
        CASH_COLUMNS,
        opening=opening((None, date(2026, 10, 1), None, "Saldo dari bulan September", None, None, Rupiah(6_480_000))),
        rows=tuple(rows),
        totals=(
            total("Jumlah Oktober 2026", (*empty, Rupiah(8_022_000), Rupiah(5_287_000), None), summed=Sum()),
            total("Saldo akhir 31 Oktober 2026", (*empty, None, None, Rupiah(9_215_000)), summed=Sum()),
        ),
        carry=("in", "out"),
    )


def cash_part() -> Part:
    """Buku kas with words and signatures."""
    return Part(
        "cash-1101",
        "Buku kas",
        (
            cash_book(),
            Paragraph("Terbilang: Sembilan juta dua ratus lima belas ribu rupiah"),
            Signatures("Banjarmasin", "31 Oktober 2026", OFFICERS, WITNESSES),
        ),
        captions=("Tempat uang: Kas",),
    )


def boxes() -> Table:
    """The four boxes, opening to closing, each line and the sum reckoned."""
    columns = (
        Column("box", "Tempat uang", width=45),
        Column("first", "Awal bulan", "money", 33),
        Column("in", "Masuk", "money", 33),
        Column("out", "Keluar", "money", 33),
        Column("last", "Akhir", "money", 33, across=Formula(plus=("first", "in"), minus=("out",))),
    )
    figures = (
        ("Kas", 6_480_000, 8_022_000, 5_287_000, 9_215_000),
        ("Kas Simpan Pinjam", 8_200_000, 1_350_000, 1_100_000, 8_450_000),
        ("Kas IKS", 1_318_000, 66_000, 0, 1_384_000),
        ("Bank", 50_541_000, 959_000, 0, 51_500_000),
    )
    return Table(
        columns,
        tuple(Row((name, *(Rupiah(one) for one in amounts))) for name, *amounts in figures),
        totals=(
            total(
                "Jumlah",
                (None, Rupiah(66_539_000), Rupiah(10_397_000), Rupiah(6_387_000), Rupiah(70_549_000)),
                note="termasuk pindah tempat 959.000",
                summed=Sum(),
            ),
        ),
        style="open",
    )


def cover_part() -> Part:
    """The first page of the month's report."""
    return Part(
        "cover",
        "Sampul",
        (
            Cover(
                "LAPORAN BULANAN",
                "Oktober 2026",
                "Ditutup 3 November 2026",
                Summary(
                    "Uang kelompok pada 31 Oktober 2026",
                    Rupiah(70_549_000),
                    terbilang(70_549_000),
                    (
                        ("Masuk bulan ini", Rupiah(9_438_000)),
                        ("Keluar bulan ini", Rupiah(5_428_000)),
                        ("Lebihnya", Rupiah(4_010_000)),
                    ),
                ),
            ),
            Heading("Isi tiap tempat uang"),
            boxes(),
            Side(
                (
                    Pairs(
                        (
                            ("Didirikan", "2007"),
                            ("Usaha", "Sewa tenda, catering, simpan pinjam"),
                            ("Anggota", "33 orang"),
                            ("Ketua", "Ani Contoh"),
                            ("Sekretaris", "Budi Contoh"),
                            ("Bendahara", "Citra Contoh"),
                            ("Pendamping", "Wawan Contoh"),
                        )
                    ),
                ),
                (
                    BarChart(
                        "Hasil tiap usaha bulan ini",
                        (
                            Bar("Catering", Rupiah(2_180_000)),
                            Bar("Sewa tenda", Rupiah(1_620_000)),
                            Bar("Simpan pinjam", Rupiah(80_000)),
                        ),
                    ),
                ),
            ),
            Signatures("Banjarmasin", "3 November 2026", OFFICERS, WITNESSES),
        ),
        heading=False,
        sheet="Sampul",
    )


def statement() -> Table:
    """A position with two levels of sums."""
    columns = (
        Column("what", "", width=100),
        Column("now", "Oktober 2026\n(Rp)", "money", 35),
        Column("before", "September 2026\n(Rp)", "money", 35),
    )

    def line(name: str, now: int, before: int, key: str, level: int = 1) -> Row:
        return Row((name, Rupiah(now), Rupiah(before)), key=key, level=level)

    return Table(
        columns,
        (
            group("Aset"),
            line("Kas dan bank", 70_549_000, 66_539_000, "asset"),
            line("Piutang pinjaman anggota", 3_600_000, 4_100_000, "asset"),
            line("Peralatan dan inventaris", 17_400_000, 17_400_000, "asset"),
            line("Akumulasi penyusutan", -2_900_000, -2_755_000, "asset"),
            subtotal("Jumlah aset", (None, Rupiah(88_649_000), Rupiah(85_284_000)), key="assets"),
            group("Liabilitas"),
            line("Tabungan anggota", 9_400_000, 9_000_000, "debt"),
            line("Dana IKS", 1_384_000, 1_318_000, "debt"),
            subtotal("Jumlah liabilitas", (None, Rupiah(10_784_000), Rupiah(10_318_000)), key="debts"),
        ),
        totals=(total("Ekuitas", (None, Rupiah(77_865_000), Rupiah(74_966_000)), summed=Sum(of=("assets",), minus=("debts",))),),
        style="statement",
    )


def statement_part() -> Part:
    """Posisi keuangan with a note."""
    return Part(
        "position",
        "Posisi keuangan",
        (
            statement(),
            Note("Kas IKS berisi Rp1.384.000, sama dengan dananya.", "Yang perlu dilihat"),
            Gap(2),
            Paragraph("Angka dalam rupiah penuh. Uang anggota dan uang kelompok ditulis terpisah."),
        ),
    )


def grid_part(members: int = 33) -> Part:
    """The twelve-month grid of dues: a wide table that lies down."""
    months = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
    columns = (
        Column("no", "No", "number", 9),
        Column("name", "Nama anggota", width=52),
        *(Column(f"m{index}", name, "money", 15, over="Iuran tahun 2026 (Rp)") for index, name in enumerate(months)),
        Column("all", "Jumlah", "money", 20, across=Formula(plus=tuple(f"m{index}" for index in range(12)))),
    )
    paid = 10
    rows = tuple(
        Row(
            (
                number,
                f"Anggota Contoh {number}",
                *(Rupiah(2_000) if month < paid else None for month in range(12)),
                Rupiah(2_000 * paid),
            )
        )
        for number in range(1, members + 1)
    )
    sums = tuple(Rupiah(2_000 * members) if month < paid else None for month in range(12))
    return Part(
        "dues",
        "Buku IKS",
        (
            Table(
                columns,
                rows,
                totals=(total("Jumlah", (None, None, *sums, Rupiah(2_000 * members * paid)), summed=Sum()),),
                carry=(*(f"m{index}" for index in range(paid)), "all"),
            ),
        ),
        captions=("Iuran Kesetiakawanan Sosial, Rp2.000 tiap bulan",),
        landscape=True,
    )


def report(paper: Paper = "f4", *, practice: bool = True) -> Document:
    """A small monthly report."""
    return Document(
        "Laporan Bulanan",
        "Oktober 2026",
        GROUP,
        (cover_part(), cash_part(), statement_part(), grid_part()),
        foot="Laporan Oktober 2026, Kube Hunafa Bersama",
        check_code="7K4M-Q2XD",
        paper=paper,
        practice=practice,
    )


def kwitansi(
    amount: int = 750_000, purpose: str = "Sewa tenda 1 plong, 22 November 2026", payer: str = "Pak RT 02"
) -> KwitansiSlip:
    """A receipt of the tent hire."""
    return KwitansiSlip(
        "BKM/2026/0193",
        payer,
        Rupiah(amount),
        terbilang(amount),
        purpose,
        "Banjarmasin",
        "22 November 2026",
        "Citra Contoh",
        "Bendahara",
    )


def receipts(*slips: KwitansiSlip, paper: Paper = "f4") -> Document:
    """Kwitansi on a page, or each on its own paper ("slip")."""
    return Document(
        "Kwitansi",
        "",
        Letterhead("Hunafa Bersama", "RT 04, Kota Banjarmasin"),
        (Part("kwitansi", "Kwitansi", slips),),
        check_code="7K4M-Q2XD",
        paper=paper,
        practice=True,
    )


def strips() -> Document:
    """Eight members' strips."""
    people = ("Ani", "Budi", "Citra", "Dedi", "Eka", "Fitri", "Gani", "Hana")
    return Document(
        "Strip anggota",
        "22 November 2026",
        GROUP,
        (
            Part(
                "strips",
                "Strip anggota",
                tuple(
                    Strip(
                        f"{name} Contoh",
                        str(number),
                        "Kube Hunafa Bersama, rapat 22 November 2026",
                        "Dibayar hari ini",
                        (
                            ("Simpanan wajib", Rupiah(10_000)),
                            ("Simpanan sukarela", Rupiah(20_000)),
                            ("IKS", Rupiah(2_000)),
                        )
                        + ((("Angsuran dan jasa", Rupiah(172_000)), ("Denda", Rupiah(1_000))) if number % 2 == 0 else ()),
                        ("Jumlah", Rupiah(205_000 if number % 2 == 0 else 32_000)),
                        (("Simpanan sekarang", Rupiah(480_000)), ("Sisa pinjaman", "tidak ada")),
                        "Tidak cocok? Tanya bendahara",
                    )
                    for number, name in enumerate(people, 1)
                ),
            ),
        ),
        check_code="7K4M-Q2XD",
        practice=True,
    )


def long_book(rows: int, paper: Paper = "f4") -> Document:
    """A cash book of so many lines, as dense as ten years of one box."""
    lines = []
    balance = 0
    for number in range(1, rows + 1):
        amount = 10_000 + number * 137 % 900_000
        receipt = number % 3 != 0
        balance += amount if receipt else -amount // 2
        lines.append(
            Row(
                (
                    number,
                    date(2026, 1 + number * 11 // (rows + 1), 1 + number % 28),
                    f"{'BKM' if receipt else 'BKK'}/2026/{number:04d}",
                    f"Sewa tenda {number % 9 + 1} plong, Bu RW {number}",
                    Rupiah(amount) if receipt else None,
                    None if receipt else Rupiah(-(-amount // 2)),
                    Rupiah(balance),
                )
            )
        )
    received = sum(int(line.cells[4]) for line in lines if isinstance(line.cells[4], int))
    paid = sum(int(line.cells[5]) for line in lines if isinstance(line.cells[5], int))
    table = Table(
        CASH_COLUMNS,
        tuple(lines),
        totals=(total("Jumlah", (None,) * 4 + (Rupiah(received), Rupiah(paid), Rupiah(balance)), summed=Sum()),),
        carry=("in", "out"),
    )
    return Document("Buku kas", "2026", GROUP, (Part("cash", "Buku kas", (table,)),), foot="Buku kas 2026", paper=paper)
