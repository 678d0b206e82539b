"""A sheet with every piece of the kit on it, and a small window of practice pages: what the tests look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kubebuku.books.places import Place
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.ui.shell import Shell
from kubebuku.ui.widgets import (
    AmountField,
    Bar,
    BarChart,
    BookTable,
    BoxPreview,
    Button,
    Card,
    CheckBox,
    Chip,
    ChipSpec,
    Choice,
    ChoiceField,
    Columns,
    ColumnSpec,
    DateField,
    DoorCard,
    EmptyState,
    FlowRow,
    Form,
    Icon,
    KindCard,
    Label,
    MainButton,
    MessageStrip,
    MeterBar,
    MonthChart,
    MonthPicker,
    NavEntry,
    Page,
    PageHead,
    PickRow,
    QuietButton,
    SearchField,
    Series,
    Sign,
    TabRow,
    TextField,
    Tiles,
    beside,
    row,
)

TODAY = date(2026, 11, 22)
NOVEMBER = Month(2026, 11)

NAV = (
    NavEntry("beranda", "beranda", "Beranda", 1),
    NavEntry("catat", "catat", "Catat", 1),
    NavEntry("rapat", "rapat", "Rapat", 1),
    NavEntry("buku", "buku", "Buku kas", 2),
    NavEntry("usaha", "usaha", "Usaha", 2),
    NavEntry("simpanan", "simpanan", "Simpanan", 2),
    NavEntry("pinjaman", "pinjaman", "Pinjaman", 2),
    NavEntry("iks", "iks", "IKS", 2),
    NavEntry("bagihasil", "bagihasil", "Bagi hasil", 2),
    NavEntry("anggota", "anggota", "Anggota", 3),
    NavEntry("bukulain", "bukulain", "Buku lain", 3),
    NavEntry("laporan", "laporan", "Laporan", 3),
)


@dataclass(frozen=True)
class Line:
    """A line of the practice cash book."""

    on: date | None
    number: str
    text: str
    unit: object
    inn: int | None = None
    out: int | None = None
    balance: int | None = None
    struck: bool = False
    opening: bool = False


COLUMNS: tuple[ColumnSpec[Any], ...] = (
    ColumnSpec("on", "Tanggal", "day", 80),
    ColumnSpec("number", "No. Bukti", "code"),
    ColumnSpec("text", "Uraian"),
    ColumnSpec("unit", "Usaha", "soft"),
    ColumnSpec("inn", "Masuk (Rp)", "inn"),
    ColumnSpec("out", "Keluar (Rp)", "out"),
    ColumnSpec("balance", "Saldo (Rp)", "money"),
)


def _line(
    day: int, number: str, text: str, unit: object, inn: int | None, out: int | None, balance: int | None, *, struck: bool = False
) -> Line:
    return Line(date(2026, 11, day), number, text, unit, inn, out, balance, struck)


LINES = (
    Line(date(2026, 11, 1), "", "Saldo dari bulan Oktober", "", balance=9_215_000, opening=True),
    _line(2, "BKM/2026/0187", "Sewa tenda 2 plong, hajatan RT 04", "Sewa tenda", 1_500_000, None, 10_715_000),
    _line(3, "BKK/2026/0141", "Ongkos pasang tenda, 4 orang", "Sewa tenda", None, 400_000, 10_315_000),
    _line(5, "BKM/2026/0188", "Uang muka catering 150 kotak", "Catering", 1_800_000, None, 12_115_000),
    _line(6, "BKK/2026/0142", "Belanja bahan catering", "Catering", None, 2_150_000, 9_965_000),
    _line(7, "BKM/2026/0189", "Pelunasan catering 150 kotak", "Catering", 2_250_000, None, 12_215_000),
    _line(8, "BKK/2026/0143", "Upah masak 5 orang", ChipSpec("soft", "Dicoret", "urungkan"), None, 5_000_000, None, struck=True),
    _line(8, "BKK/2026/0144", "Upah masak 5 orang", ChipSpec("info", "Gantinya 0143", "benar"), None, 500_000, 11_715_000),
    _line(8, "BKM/2026/0190", "Simpanan wajib, rapat 8 November", "–", 330_000, None, 12_045_000),
    _line(10, "BKM/2026/0191", "Sewa tenda 1 plong dan 100 kursi", "Sewa tenda", 900_000, None, 12_945_000),
    _line(12, "BKK/2026/0145", "Beli tali dan terpal cadangan", "Sewa tenda", None, 385_000, 12_560_000),
    _line(14, "BKK/2026/0146", "Transport antar tenda", "Sewa tenda", None, 150_000, 12_410_000),
    _line(16, "BKK/2026/0147", "Pindah ke Bank", "–", None, 1_000_000, 11_410_000),
    _line(19, "BKM/2026/0192", "Catering arisan 41 kotak", "Catering", 1_025_000, None, 12_435_000),
    _line(20, "BKK/2026/0148", "Konsumsi rapat 22 November", "–", None, 85_000, 12_350_000),
)
TOTALS = {"text": "Jumlah November 2026, 13 catatan", "inn": 7_805_000, "out": 4_670_000, "balance": 12_350_000}


@dataclass(frozen=True)
class Recent:
    """A line of what was recorded last."""

    on: date
    text: object
    amount: int


RECENT = (
    Recent(date(2026, 11, 20), Sign("keluar", "Konsumsi rapat 22 November", "out"), -85_000),
    Recent(date(2026, 11, 19), Sign("masuk", "Catering arisan 41 kotak", "inn"), 1_025_000),
    Recent(date(2026, 11, 14), Sign("keluar", "Transport antar tenda", "out"), -150_000),
)


def box_card(icon: str, name: str, amount: str) -> Card:
    """A box with what is in it, as on the home page."""
    card = Card(gap=4)
    card.add(row(Icon(icon, 22), Label(name), 1))
    card.add(Label(amount, "money"))
    card.add(row(Icon("benar", 15, "inn"), Label("dihitung 8 Nov, cocok", "caption"), 1, gap=6))
    return card


class Home(Page):
    """Something like the home page."""

    nav = "beranda"
    watches = 1

    def __init__(self, shell: Shell) -> None:
        super().__init__("Beranda")
        head = PageHead("Selamat pagi, Citra", "Minggu, 22 November 2026")
        head.add(MainButton("Uang masuk", "masuk", lambda: shell.go_to("catat")))
        head.add(Button("Uang keluar", "keluar"))
        head.add(Button("Pindah", "pindah"))
        self.add(head)
        self.add(
            row(
                Label("Uang kelompok di empat tempat", "h2"),
                1,
                Label("Jumlah", "soft", wrap=False),
                Label("Rp74.500.000", "money"),
            )
        )
        boxes = Tiles(most=4, least_width=230)
        boxes.show_tiles(
            [
                box_card("kas", "Kas", "Rp12.350.000"),
                box_card("pinjaman", "Kas Simpan Pinjam", "Rp8.400.000"),
                box_card("iks", "Kas IKS", "Rp1.250.000"),
                box_card("bank", "Bank", "Rp52.500.000"),
            ]
        )
        self.add(boxes)
        columns = Columns(265, 433, 400)
        month = Card("Bulan ini", "November")
        month.add(row(Icon("masuk", 20, "inn"), Label("Masuk"), 1, Label("Rp9.321.000", "h2", "inn", wrap=False)))
        month.add(MeterBar("inn", 9_321_000, 9_321_000))
        month.add(row(Icon("keluar", 20, "out"), Label("Keluar"), 1, Label("Rp5.370.000", "h2", "out", wrap=False)))
        month.add(MeterBar("out", 5_370_000, 9_321_000))
        columns.add(month, 0, 2, stretch=1)
        result = Card("Hasil tiap usaha", "sesudah biaya")
        result.add(
            BarChart(
                "Hasil tiap usaha",
                [
                    Bar("Catering", 2_425_000, "catering"),
                    Bar("Sewa tenda", 1_465_000, "tenda"),
                    Bar("Simpan pinjam", 85_000, "pinjaman"),
                ],
            )
        )
        columns.add(result, 1, 3, stretch=1)
        look = Card("Yang perlu diperhatikan")
        look.add(row(Icon("awas", 20, "warn"), Label("3 angsuran terlambat", "strong"), 1, QuietButton("Lihat")))
        look.add(row(Icon("uang", 20, "info"), Label("Kas IKS perlu dihitung", "strong"), 1, QuietButton("Hitung")))
        columns.add(look, 2, 1, stretch=1)
        self.add(columns)
        last = Card("Terakhir dicatat", act=("Buka buku kas", lambda: shell.go_to("buku"), None), flush=True)
        table: BookTable[Any] = BookTable(
            [
                ColumnSpec("on", "Tanggal", "date", 110),
                ColumnSpec("text", "Keterangan"),
                ColumnSpec("amount", "Jumlah", "signed", bold=True),
            ],
            name="Terakhir dicatat",
            grows=True,
        )
        table.show_rows(RECENT)
        last.add(table)
        self.add(last)
        self.body.addStretch(1)
        self.refreshed = 0

    def refresh(self) -> None:
        """Count, so that tests can see it."""
        self.refreshed += 1


class Doors(Page):
    """Something like the choice of *Catat*."""

    nav = "catat"

    def __init__(self, shell: Shell) -> None:
        super().__init__("Catat")
        strip = MessageStrip(
            "ok",
            "Tersimpan: sewa tenda Rp750.000 masuk ke Kas",
            "Bukti BKM/2026/0193. Isi Kas sekarang Rp13.100.000.",
            [("Urungkan", lambda: None, "urungkan"), ("Cetak kwitansi", lambda: None, "cetak")],
        )
        self.add(strip)
        self.add(PageHead("Catat", "Apa yang terjadi dengan uangnya?"))
        doors = Tiles(most=3, least_width=300, gap=16)
        self.door = DoorCard(
            "masuk",
            "Uang masuk",
            "Hasil sewa, hasil catering, bantuan, jasa bank, uang lain yang diterima",
            "inn",
            "1",
            lambda: shell.go_to("form"),
        )
        doors.show_tiles(
            [
                self.door,
                DoorCard(
                    "keluar", "Uang keluar", "Belanja bahan, upah, transport, alat tulis, konsumsi, membeli barang", "out", "2"
                ),
                DoorCard(
                    "pindah", "Pindah tempat", "Dari Kas ke Bank, dari Bank ke Kas. Jumlah uang kelompok tetap sama", "info", "3"
                ),
            ]
        )
        self.add(doors)
        self.add(Label("Uang masuk dari mana?", "h2"))
        kinds = Tiles(most=3, least_width=280, gap=10)
        kinds.show_tiles(
            [
                KindCard("tenda", "Sewa tenda", "dibayar tunai atau belum", "inn"),
                KindCard("catering", "Catering", "uang muka atau pelunasan", "inn"),
                KindCard("uang", "Orang membayar utang", "yang dulu belum dibayar", "inn"),
                KindCard("iks", "Bantuan diterima", "hibah, pinjaman, bergulir", "inn"),
                KindCard("bank", "Jasa bank", "", "inn"),
                KindCard("tambah", "Uang masuk lain", "tulis sendiri untuk apa", "inn"),
            ]
        )
        self.add(kinds)
        self.add(
            FlowRow(
                Icon("jam", 20, "ink_soft"),
                Label("Sering dicatat:", "soft", wrap=False),
                Button("Sewa tenda tunai"),
                Button("Belanja bahan catering"),
                Button("Upah masak"),
                Button("Transport"),
            )
        )
        self.body.addStretch(1)

    def first_focus(self) -> QWidget:
        """The likely act."""
        return self.door


class Entry(Page):
    """Something like the form of money in."""

    nav = "catat"

    def __init__(self, shell: Shell) -> None:
        super().__init__("Sewa tenda")
        self.add(PageHead("Sewa tenda, dibayar tunai", icon="masuk", tone="inn", back=shell.back))
        columns = Columns(694, 340, under=700)
        self.form = Form()
        self.amount = AmountField("Berapa uang yang diterima?", name="amount")
        self.day = DateField("Tanggal", name="on", today=lambda: TODAY)
        self.unit = ChoiceField(
            "Usaha", [Choice(1, "Sewa tenda", "tenda"), Choice(2, "Catering", "catering")], name="unit", value=1
        )
        self.box = ChoiceField(
            "Masuk ke mana?", [Choice("1101", "Kas", "kas"), Choice("1102", "Bank", "bank")], name="box", value="1101"
        )
        self.text = TextField("Keterangan", name="description", hint="Yang pernah dipakai muncul saat mengetik")
        self.text.suggest(["Sewa tenda 1 plong", "Sewa tenda 2 plong"])
        self.form.add_field(self.amount)
        for field in (self.day, self.unit, self.box, self.text):
            self.form.add_field(field, half=True)
        self.form.cancelled.connect(shell.back)
        self.preview = BoxPreview()
        self.preview.show_box("Kas", "kas", 12_350_000, None, incoming=True)
        self.amount.changed.connect(lambda amount: self.preview.show_box("Kas", "kas", 12_350_000, amount, incoming=True))
        columns.add(self.form, 0, 2)
        columns.add(self.preview, 1, 1)
        self.add(columns)
        self.body.addStretch(1)

    def leave(self) -> bool:
        """Ask when something was typed."""
        return self.form.may_leave()

    def first_focus(self) -> QWidget:
        """The amount."""
        return self.amount


class Book(Page):
    """Something like the cash book."""

    nav = "buku"

    def __init__(self, shell: Shell) -> None:
        super().__init__("Buku kas")
        head = PageHead("Buku kas")
        head.add(Button("Cetak", "cetak"), secondary=True)
        head.add(MainButton("Catat", "catat", lambda: shell.go_to("catat")))
        self.add(head)
        self.tabs = TabRow(
            [("1101", "Kas"), ("1103", "Kas Simpan Pinjam"), ("1104", "Kas IKS"), ("1102", "Bank"), (None, "Semua")],
            "Tempat uang",
        )
        self.add(self.tabs)
        self.month = MonthPicker(NOVEMBER, first=Month(2026, 1), last=NOVEMBER)
        self.search = SearchField()
        self.add(row(self.month, self.search, CheckBox("Tampilkan coretan", checked=True), 1))
        card = Card(flush=True)
        self.table = BookTable(COLUMNS, name="Buku kas", row=32)
        self.table.show_rows(LINES, TOTALS)
        card.add(self.table, fill=True)
        foot = row(
            Icon("info", 18, "ink_soft"),
            Label("Dipilih: BKM/2026/0192, ditulis Citra 19/11 pukul 16.20", "caption"),
            1,
            Button("Ubah", "catat"),
            Button("Urungkan", "urungkan"),
            Button("Cerita", "cerita"),
        )
        foot.setContentsMargins(16, 6, 12, 6)
        card.add(foot)
        self.add(card, fill=True)

    def first_focus(self) -> QWidget:
        """The table."""
        return self.table.view


class Empty(Page):
    """An empty book."""

    def __init__(self, shell: Shell) -> None:
        super().__init__("Kosong")
        card = Card()
        card.add(
            EmptyState(
                "buku",
                "Buku kas ini masih kosong",
                "Belum ada uang masuk atau keluar di bulan Desember 2026.\nSaldo dari November: Rp12.350.000",
                [("Catat uang masuk", lambda: None, "masuk"), ("Catat uang keluar", lambda: None, "keluar")],
                ("Lihat bulan November", lambda: None, "kiri"),
            )
        )
        self.add(card, fill=True)


def place(key: str) -> type[Place]:
    """A page of practice that shows what it shows."""
    return type(key, (Place,), {"key": key})


def window() -> Shell:
    """The window of practice pages."""
    shell = Shell(
        NAV,
        {
            place("beranda"): Home,
            place("catat"): Doors,
            place("form"): Entry,
            place("buku"): Book,
            place("usaha"): Empty,
            place("laporan"): lambda _shell: sheet(),
        },
    )
    shell.set_book_title("Hunafa Bersama", "Banjarmasin · 33 anggota")
    shell.set_holder("Citra, bendahara")
    shell.set_practice(True)
    return shell


class CashShort(RuleBroken):
    """A refusal as the books give it."""

    wrong = "Uang di Kas tidak cukup"
    why = "Yang bisa dibayar paling banyak {most}. Yang ditulis {found}. Kurang {short}."
    remedy = "Ubah jumlahnya, atau bayar dari tempat lain."
    field = "amount"

    most: Rupiah
    found: Rupiah
    short: Rupiah


def refusal() -> RuleBroken:
    return CashShort(most=Rupiah(12_350_000), found=Rupiah(15_000_000), short=Rupiah(2_650_000))


class sheet(Page):  # noqa: N801 (used like a function)
    """Every piece in its states."""

    def __init__(self) -> None:
        super().__init__("Unsur")
        self.add(Label("Tombol: utama selalu satu, paling kiri di formulir, paling kanan di kepala halaman", "h2"))
        focused, off = Button("Fokus"), Button("Belum bisa")
        off.setEnabled(False)
        self.add(
            FlowRow(
                MainButton("Simpan", "simpan"),
                Button("Batal"),
                focused,
                off,
                QuietButton("Lihat"),
                PickRow([("f4", "F4"), ("a4", "A4")]),
                Chip("inn", "Lancar"),
                Chip("warn", "Kurang lancar"),
                Chip("out", "Diragukan"),
                Chip("bad", "Macet"),
                Chip("soft", "Belum waktunya"),
            )
        )
        self.add(Label("Isian", "h2"))
        normal, wrong, dead, doubtful = (
            AmountField("", big=False, accessible=name) for name in ("biasa", "salah", "mati", "ragu")
        )
        for field in (normal, wrong, dead):
            field.set_value(750_000)
        dead.setEnabled(False)
        self.add(beside(normal, dead))
        self.add(beside(wrong, doubtful))
        wrong.show_refusal(refusal(), [("Bayar dari Bank (Rp52.500.000)", lambda: None, "bank")])
        doubtful.line.setText("1,500")
        try:
            doubtful.value()
        except RuleBroken as doubt:
            doubtful.show_refusal(doubt)
        self.add(Label("Pesan", "h2"))
        strips = Tiles(most=2, least_width=400)
        strips.show_tiles(
            [
                MessageStrip("ok", "Tersimpan", "Sudah masuk buku. Urungkan tersedia."),
                MessageStrip("warn", "Perlu dilihat", "Boleh diteruskan, tetapi periksa dulu."),
                MessageStrip("bad", "Belum bisa", "Ada yang harus diubah. Katakan apa dan bagaimana."),
                MessageStrip("info", "Keterangan", "Tidak perlu berbuat apa-apa."),
            ]
        )
        self.add(strips)
        self.add(Label("Huruf", "h2"))
        self.add(
            FlowRow(
                Label("Rp13.100.000", "total"),
                Label("Judul halaman", "h1"),
                Label("Judul bagian", "h2"),
                Label("Kalimat penting", "lead"),
                Label("Isi biasa"),
                Label("Keterangan kecil", "caption"),
                gap=24,
            )
        )
        charts = Tiles(most=3, least_width=380)
        months = [Month(2026, number) for number in range(6, 12)]
        bars = MonthChart("Masuk dan keluar")
        bars.show_months(
            months,
            [
                Series("Masuk", (8_000_000, 7_200_000, 9_100_000, 6_400_000, 10_397_000, 9_321_000)),
                Series("Keluar", (6_100_000, 5_900_000, 7_700_000, 7_000_000, 6_387_000, 5_370_000)),
            ],
        )
        charts.show_tiles(
            [
                bars,
                BarChart(
                    "Hasil",
                    [
                        Bar("Catering", 2_425_000, "catering"),
                        Bar("Sewa tenda", -1_465_000, "tenda"),
                        Bar("Simpan pinjam", 85_000, "pinjaman"),
                    ],
                ),
            ]
        )
        self.add(charts)
        self.add(
            FlowRow(
                CheckBox("Sampul dan pengurus", checked=True),
                CheckBox("Surat dan tamu"),
                CheckBox("Saya sudah menghitung uangnya", "uang", checked=True),
            )
        )
        self.body.addStretch(1)


def column(*pieces: QWidget) -> QWidget:
    """Pieces under each other, for tests of one piece."""
    holder = QWidget()
    made = QVBoxLayout(holder)
    for piece in pieces:
        made.addWidget(piece)
    return holder


HALF = Fraction(1, 2)
