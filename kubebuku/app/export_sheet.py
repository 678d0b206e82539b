"""All postings as a table, for spreadsheets: text is never a formula, whatever it begins with."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xlsxwriter

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_, PN_
from kubebuku.i18n import _, say

if TYPE_CHECKING:
    from kubebuku.app.export_book import Whole

#: Rows of a sheet, the heading row included.
MOST_ROWS = 1_048_576

_COLUMNS = ("date", "number", "id", "kind", "description", "nota", "account", "label", "amount", "unit", "person", "loan", "item")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


class TooManyRows(RuleBroken):
    """More postings than a sheet has rows."""

    wrong = N_("This book has more lines than a sheet holds: {found}.")
    why = N_("A sheet holds {most}.")
    remedy = N_("Export it as CSV.")
    most = MOST_ROWS - 1

    found: int


def _rows(whole: Whole) -> Iterator[list[Any]]:
    for entry in whole.entries:
        for line in entry["postings"]:
            both = {**entry, **line, "label": whole.label(line["account"])}
            yield [both[name] for name in _COLUMNS]


def csv_lines(whole: Whole) -> Iterator[str]:
    """Comma separated, a line a posting, debit positive; an apostrophe stands before text that would be calculated."""
    kept = io.StringIO()
    writer = csv.writer(kept, lineterminator="\n")
    for row in ([*_COLUMNS], *_rows(whole)):
        writer.writerow(["'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA_SIGNS) else cell for cell in row])
        yield kept.getvalue().removesuffix("\n")
        kept.seek(0)
        kept.truncate()


_HEADS = {
    "date": PN_("column", "Date"),
    "number": PN_("column", "Voucher"),
    "id": PN_("column", "Entry"),
    "kind": PN_("column", "Kind"),
    "description": PN_("column", "Description"),
    "nota": PN_("column", "Receipt number"),
    "account": PN_("column", "Account"),
    "label": PN_("column", "Account name"),
    "amount": PN_("column", "Amount (debit positive)"),
    "unit": PN_("column", "Business"),
    "person": PN_("column", "Person"),
    "loan": PN_("column", "Loan"),
    "item": PN_("column", "Item"),
}
_WIDTHS = {"date": 11, "number": 15, "description": 40, "label": 28, "amount": 16, "unit": 18, "person": 22}


def write_xlsx(whole: Whole, place: Path) -> None:
    """A sheet of all postings and a trial balance; raises TooManyRows."""
    whole_file = io.BytesIO()  # a disk that is full then fails in one place, not while ZipFile is thrown away
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(whole_file, options)
    styles = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "date": book.add_format({"num_format": "dd/mm/yyyy", "align": "left"}),
        "money": book.add_format({"num_format": "#,##0;-#,##0;0"}),
        "total": book.add_format({"num_format": "#,##0;-#,##0;0", "bold": True, "top": 1}),
    }
    held = _journal_sheet(whole, book.add_worksheet(_("Journal")), styles)
    _balance_sheet(whole, book.add_worksheet(_("Trial balance")), styles, held)
    book.close()
    place.write_bytes(whole_file.getvalue())


def _journal_sheet(whole: Whole, sheet: Any, styles: dict[str, Any]) -> dict[str, int]:
    """Write the postings; returns what each account holds."""
    for place, name in enumerate(_COLUMNS):
        sheet.set_column(place, place, _WIDTHS.get(name, 9))
        sheet.write_string(0, place, say(_HEADS[name]), styles["head"])
    sheet.freeze_panes(1, 0)
    held: dict[str, int] = {}
    row = 0
    for row, cells in enumerate(_rows(whole), start=1):
        if row >= MOST_ROWS:
            raise TooManyRows(row)
        for place, (name, cell) in enumerate(zip(_COLUMNS, cells, strict=True)):
            if name == "date":
                sheet.write_datetime(row, place, date.fromisoformat(cell), styles["date"])
            elif isinstance(cell, str):
                sheet.write_string(row, place, cell)
            elif cell is not None:
                sheet.write_number(row, place, cell, styles["money"] if name == "amount" else None)
        account, amount = cells[_COLUMNS.index("account")], cells[_COLUMNS.index("amount")]
        held[account] = held.get(account, 0) + amount
    sheet.autofilter(0, 0, row, len(_COLUMNS) - 1)
    return held


def _balance_sheet(whole: Whole, sheet: Any, styles: dict[str, Any], held: dict[str, int]) -> None:
    """Each account's balance in the column of its side; the sums are formulas that show their figure at once."""
    heads = (_HEADS["account"], _HEADS["label"], PN_("column", "Debit"), PN_("column", "Credit"))
    for place, head in enumerate(heads):
        sheet.set_column(place, place, (9, 34, 18, 18)[place])
        sheet.write_string(0, place, say(head), styles["head"])
    for row, (code, amount) in enumerate(sorted(held.items()), start=1):
        sheet.write_string(row, 0, code)
        sheet.write_string(row, 1, whole.label(code))
        sheet.write_number(row, 2 if amount >= 0 else 3, abs(amount), styles["money"])
    last = len(held) + 1
    sheet.write_string(last, 1, _("Total"), styles["total"])
    for place, letter in ((2, "C"), (3, "D")):
        total = sum(abs(amount) for amount in held.values() if (amount >= 0) == (place == 2))
        sheet.write_formula(last, place, f"=SUM({letter}2:{letter}{max(last, 2)})", styles["total"], total)
