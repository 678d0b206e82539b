"""Bantuan: one page of plain words, and every key."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kubebuku.books.spec import Changed
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.ui.help.dialog import keys as every_key
from kubebuku.ui.widgets import Card, Columns, Label, Page, PageHead
from kubebuku.ui.window import Window

#: Title, icon, and what is said, a paragraph each.
CHAPTERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        N_("To record"),
        "catat",
        (
            N_("Press Catat (F2). Choose whether money came in, went out, or moved; then what happened; then write the amount."),
            N_("Beside the form you see what the box holds now and what it will hold. Save with Ctrl+Enter."),
            N_("If the box does not hold enough, record first what came in, or keep it as a pending note and finish it later."),
        ),
    ),
    (
        N_("To mend"),
        "urungkan",
        (
            N_("Choose the line in Buku kas and press Ubah. The old record is struck out and the new one stands in its place."),
            N_("Urungkan strikes a record out altogether. Nothing is ever deleted: Cerita shows who wrote what, and when."),
            N_("In a closed month nothing is struck out. A correction is written in the open month and names the old record."),
        ),
    ),
    (
        N_("To count and close"),
        "kunci",
        (
            N_("Count every box at least every two weeks under Buku lain, Hitung uang. Write why where it is different."),
            N_("At the month's end: Buku lain, Tutup buku. Write what was counted, then close and print the proof."),
            N_("A closed month can be opened again with a written reason. Both proofs are kept."),
        ),
    ),
    (
        N_("To print"),
        "cetak",
        (
            N_("Laporan shows the pages of the month as they will be printed. Tick what is wanted, choose F4 or A4, print."),
            N_("Without a printer: save as PDF on a stick and print it somewhere else. XLSX opens in a spreadsheet."),
            N_("The check code at the foot of the paper is that of the closed month. Periksa buku says what it names."),
        ),
    ),
    (
        N_("To keep it safe"),
        "usb",
        (
            N_("The whole book is one file. Copy it to a stick every week under Buku lain, Periksa buku."),
            N_("If the power fails, nothing that was saved is lost. Open the book again and go on."),
        ),
    ),
)


class HelpPage(Page):
    """The same words that the user guide begins with."""

    nav = "bukulain"
    watches = Changed.NOTHING

    def __init__(self, window: Window) -> None:
        super().__init__(_("Help"))
        self.head = PageHead(_("Help"), _("How it is done, in a few words"), back=window.back)
        self.add(self.head)
        columns = Columns(3, 2)
        for number, (title, icon, paragraphs) in enumerate(CHAPTERS):
            card = Card(_(title), icon=icon)
            for words in paragraphs:
                card.add(Label(_(words)))
            columns.add(card, 0, number)
        keys = Card(_("Keys"), icon="menu")
        keys.add(Label(_("Keys. Each of them is also a button."), "caption"), every_key())
        columns.add(keys, 1, len(CHAPTERS))
        self.add(columns)

    def first_focus(self) -> QWidget | None:
        """The way back: there is nothing else to press."""
        return self.head.back
