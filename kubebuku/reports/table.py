r"""The table of a printed document: typed columns, lines with a role, and sums that are declared, so that each can be proved.

    Table(columns, rows, totals, opening, style, carry, numbered, empty)
      Column(key, title, kind, width, align, over, zero, running, across, small, lines)
      Row(cells, key, struck, bold, level) for a record; opening(), group(), subtotal(), total() for the other lines
      Sum(of, minus, opening) on a subtotal or total; Formula(plus, minus) on a column that is reckoned across or downwards

A cash book, whole:

    columns = (
        Column("no", "No", "number", 9), Column("on", "Tanggal", "date", 17), Column("bukti", "No. Bukti", width=26, small=True),
        Column("what", "Uraian", width=55),
        Column("in", "Penerimaan\n(Rp)", "money", 24), Column("out", "Pengeluaran\n(Rp)", "money", 24),
        Column("saldo", "Saldo\n(Rp)", "money", 25, running=Formula(plus=("in",), minus=("out",))),
    )
    Table(
        columns,
        opening=opening((None, first_day, None, "Saldo dari bulan September", None, None, Rupiah(6_480_000))),
        rows=(Row((1, day, "BKM/2026/0169", "Sewa tenda 1 plong", Rupiah(750_000), None, Rupiah(7_230_000))), ...),
        totals=(total("Jumlah Oktober 2026", (None, None, None, None, receipts, payments, None), summed=Sum()),
                total("Saldo akhir 31 Oktober 2026", (None,) * 6 + (saldo,), summed=Sum())),
        carry=("in", "out"),
    )
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["number", "date", "text", "money", "integer"]
Align = Literal["left", "centre", "right"]
Role = Literal["row", "opening", "group", "subtotal", "total"]
Style = Literal["book", "open", "statement"]
Cell = str | int | date | None


@dataclass(frozen=True, slots=True)
class Formula:
    """Columns of the same table, by key, that are added and taken away."""

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    `width` is a weight (think of millimetres on paper; all are scaled to the print width). `title` may hold line breaks.
    Neighbours with the same `over` share that caption above their own. `zero` is what a nought looks like: "–"
    unless told otherwise; an empty cell stays blank. `running` makes the column a balance: the line before plus and minus
    the named columns of its own line. `across` makes it the sum of columns in the same line. `small` sets smaller type for
    long numbers of papers; `lines` is how many lines a text may take before it is cut with "…": more than any
    field holds, unless a page must stay one page.
    """

    key: str
    title: str
    kind: Kind = "text"
    width: float = 20
    align: Align | None = None
    over: str = ""
    zero: str = "–"
    running: Formula | None = None
    across: Formula | None = None
    small: bool = False
    lines: int = 20

    @property
    def counts(self) -> bool:
        """Whether its cells are figures that can be summed."""
        return self.kind in {"money", "integer"}

    @property
    def side(self) -> Align:
        """Where its cells stand: figures right, numbers of rows and days in the middle, words left."""
        if self.align is not None:
            return self.align
        if self.counts:
            return "right"
        return "left" if self.kind == "text" else "centre"


@dataclass(frozen=True, slots=True)
class Sum:
    """Declares that the figures of a subtotal or total are the sum of other lines of the table.

    Without names: every record that is not struck (a subtotal: those since the group or subtotal before it), and the last
    balance in a running column. `of` and `minus` name lines by their `key` (several lines may share one). `opening` counts
    the opening line too.
    """

    of: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    opening: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; `cells` in the order of the columns, None for an empty one.

    A struck line stays readable and counts nothing. `label` of a group, subtotal or total runs over the columns left of its
    first figure, `note` stands small beneath it. `level` indents the first text of a line, by 4 mm each.
    """

    cells: tuple[Cell, ...]
    key: str = ""
    role: Role = "row"
    struck: bool = False
    bold: bool = False
    level: int = 0
    label: str = ""
    note: str = ""
    summed: Sum | None = None


def opening(cells: tuple[Cell, ...], *, key: str = "") -> Row:
    """The first line of a book: bold, without a number, given rather than reckoned."""
    return Row(cells, key=key, role="opening", bold=True)


def group(label: str, *, level: int = 0, key: str = "") -> Row:
    """A line of words over the records that follow it."""
    return Row((), key=key, role="group", bold=True, level=level, label=label)


def subtotal(label: str, cells: tuple[Cell, ...], *, key: str = "", level: int = 0, summed: Sum | None = None) -> Row:
    """The sum of the records since the group before it, or what `summed` says."""
    return Row(cells, key=key, role="subtotal", bold=True, level=level, label=label, summed=summed or Sum())


def total(label: str, cells: tuple[Cell, ...], *, key: str = "", note: str = "", summed: Sum | None = None) -> Row:
    """A line at the foot of the table; without `summed` its figures stand as given."""
    return Row(cells, key=key, role="total", bold=True, label=label, note=note, summed=summed)


@dataclass(frozen=True, slots=True)
class Table:
    """A table over as many pages as it needs.

    Styles: "book" (lines between columns, column-number row, carry-over), "open" (the roomy one of the cover),
    "statement" (close lines, indents, for posisi keuangan and its kin). `carry` names the columns whose sum is carried over
    page breaks; running columns then carry their last balance; empty: only the head is repeated. `empty` is said in place
    of records when there are none.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...] = ()
    opening: Row | None = None
    style: Style = "book"
    carry: tuple[str, ...] = ()
    numbered: bool | None = None
    empty: str = ""

    @property
    def shows_numbers(self) -> bool:
        """Whether the column-number row is printed: in books, unless told otherwise."""
        return self.style == "book" if self.numbered is None else self.numbered

    @property
    def lines(self) -> tuple[Row, ...]:
        """Opening, records and totals, in the order they stand."""
        first = () if self.opening is None else (self.opening,)
        return (*first, *self.rows, *self.totals)

    def place(self, key: str) -> int:
        """Index of the column `key`; raises KeyError if there is none."""
        for index, column in enumerate(self.columns):
            if column.key == key:
                return index
        raise KeyError(key)
