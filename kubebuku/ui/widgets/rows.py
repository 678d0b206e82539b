"""Rows for tables: what a column reads from a row, how a row is to look, and the light model between them and the view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from operator import attrgetter
from typing import Generic, Literal, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from kubebuku.i18n import _, day_month, figure, percent, rupiah, short_date
from kubebuku.ui.widgets.labels import ChipSpec, Tone

Row = TypeVar("Row")
#: What reads rows of a kind reads those of a narrower kind too.
Read_contra = TypeVar("Read_contra", contravariant=True)

ColumnKind = Literal["text", "soft", "code", "date", "day", "money", "inn", "out", "signed", "number", "percent"]

_RIGHT = ("money", "inn", "out", "signed", "number", "percent")
#: Width in px at 100 % where a column names none; text columns stretch.
_WIDTHS: Mapping[str, int] = {
    "code": 142,
    "date": 92,
    "day": 72,
    "money": 128,
    "inn": 128,
    "out": 128,
    "signed": 140,
    "number": 64,
    "percent": 84,
    "soft": 160,
}


@dataclass(frozen=True, slots=True)
class ColumnSpec(Generic[Read_contra]):
    """A column: which attribute of a row it reads, its head, and its kind.

    text, soft (in soft ink), code (a bukti number, never shortened); date 22/11/26, day 22/11; money 1.500.000, inn and out the
    same in green and brick, signed +Rp1.500.000 in the colour of its direction; number; percent (a Fraction). A None is blank, a
    zero in a money column blank too unless `zero` says what stands there ("–" for a due of nothing).

    The title is a marked message (`N_`), spoken when shown. `width` is px at 100 % (0: by kind). One column stretches: the one
    with `stretch`, else the first text column. A value may be a `ChipSpec` or a `Sign` in any column. `read` replaces the
    attribute by a function of the row.

    A column with `drop` may be left out where the columns have no room even at caption size, the highest number first; what it
    says must be found elsewhere (the line's own page).
    """

    key: str
    title: str
    kind: ColumnKind = "text"
    width: int = 0
    stretch: bool = False
    bold: bool = False
    zero: str = ""
    short_title: str = ""
    read: Callable[[Read_contra], object] | None = None
    drop: int = 0

    @property
    def right(self) -> bool:
        """Figures stand at the right."""
        return self.kind in _RIGHT

    @property
    def money(self) -> bool:
        """Whether the figures must never be shortened."""
        return self.kind in ("money", "inn", "out", "signed")

    @property
    def least(self) -> int:
        """The width at 100 % text."""
        return self.width or _WIDTHS.get(self.kind, 0)


@dataclass(frozen=True, slots=True)
class Sign:
    """A cell with an icon before its words, in a tone: the direction of money in a list of records. `right`: it is a figure."""

    icon: str
    text: str
    tone: Tone = "soft"
    right: bool = False


@dataclass(frozen=True, slots=True)
class RowStyle:
    """How a row looks: bold (opening balance), struck (voided: strike-out, soft ink), soft (not yet)."""

    bold: bool = False
    struck: bool = False
    soft: bool = False


PLAIN = RowStyle()
BOLD = RowStyle(bold=True)
STRUCK = RowStyle(struck=True)
SOFT = RowStyle(soft=True)


def usual_style(row: object) -> RowStyle:
    """`row.struck` and `row.opening` decide, where a row has them."""
    if getattr(row, "struck", False):
        return STRUCK
    return BOLD if getattr(row, "opening", False) else PLAIN


def write(spec: ColumnSpec[Row], value: object) -> str:
    """The words of a cell."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, ChipSpec | Sign):
        return value.text
    if isinstance(value, date):
        return day_month(value) if spec.kind == "day" else short_date(value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, int):
        if value == 0 and spec.money:
            return spec.zero
        return rupiah(value, sign=True) if spec.kind == "signed" else figure(value)
    if spec.kind == "percent" and isinstance(value, Fraction):
        return percent(value)
    return str(value)


@dataclass(slots=True)
class _Reader(Generic[Row]):
    spec: ColumnSpec[Row]
    get: Callable[[Row], object] = field(init=False)

    def __post_init__(self) -> None:
        self.get = self.spec.read or attrgetter(self.spec.key)


class RowModel(QAbstractTableModel, Generic[Row]):
    """A model over frozen rows; it copies nothing and reads a cell when it is drawn."""

    def __init__(self, columns: Sequence[ColumnSpec[Row]], style: Callable[[Row], RowStyle] = usual_style) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: Sequence[Row] = ()
        self.style = style
        self._readers = [_Reader(spec) for spec in self.columns]

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def value(self, row: int, column: int) -> object:
        """What the column reads from the row."""
        return self._readers[column].get(self.rows[row])

    def values(self, column: int) -> Iterable[object]:
        """The whole column, quickly."""
        return map(self._readers[column].get, self.rows)

    def text(self, row: int, column: int) -> str:
        """The words of a cell, as drawn and as copied."""
        return write(self.columns[column], self.value(row, column))

    def title(self, column: int, *, short: bool = False) -> str:
        """The head of a column in the reader's language."""
        spec = self.columns[column]
        title = spec.short_title if short and spec.short_title else spec.title
        return _(title) if title else ""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """The number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """The number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for display and for screen readers (with the column's head); alignment."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.text(index.row(), index.column())
            struck = ", " + _("struck out") if self.style(self.rows[index.row()]).struck else ""
            return f"{self.title(index.column())}: {words}{struck}" if words else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[index.column()].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads, aligned as their columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        return None
