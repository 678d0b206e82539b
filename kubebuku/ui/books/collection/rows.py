"""The lines of a collection sheet while it is written: what stands in each cell, what it is worth, how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import methodcaller

from kubebuku.books.collection.commands import CollectedLine, Part
from kubebuku.books.collection.queries import SheetLine
from kubebuku.books.collection.rules import line_of
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.ui.books.meetings.acts import presence_chip
from kubebuku.ui.widgets import ChipSpec, ColumnSpec

_NIL = Rupiah(0)


@dataclass(eq=False)
class SheetRow:
    """One person's line. `typed` holds what is written and not saved yet."""

    line: SheetLine
    typed: dict[Part, Rupiah] = field(default_factory=dict)

    @property
    def touched(self) -> bool:
        """Whether something is written and not saved."""
        return bool(self.typed)

    def shown(self, part: Part) -> Rupiah:
        """What stands in a cell: what is written, else what was paid on the day, else the bill."""
        if part in self.typed:
            return self.typed[part]
        return self.line.due(part) if self.grey(part) or self.touched else self.line.paid.of(part)

    def grey(self, part: Part) -> bool:
        """Whether the cell shows a bill that is not paid."""
        written = part in self.typed or (not self.touched and bool(self.line.paid.of(part)))
        return not written and bool(self.line.due(part))

    def put(self, part: Part, amount: Rupiah) -> None:
        """Write an amount; nil takes it out."""
        if amount:
            self.typed[part] = amount
        else:
            self.typed.pop(part, None)

    def pay_as_due(self) -> None:
        """Write the whole bill; what is saved beyond it stays."""
        for part in Part:
            if self.line.due(part):
                self.typed[part] = self.line.due(part)

    @property
    def total(self) -> Rupiah | None:
        """The line's sum; nothing while nothing is paid."""
        if self.touched:
            return Rupiah(sum(self.typed.values()))
        return self.line.paid.total or None

    @property
    def collected(self) -> CollectedLine:
        """For the act."""
        return line_of(self.line, self.typed)

    @property
    def number(self) -> int | None:
        """The member's number."""
        return self.line.number

    @property
    def name(self) -> str:
        """Whose line it is."""
        return self.line.name

    @property
    def presence(self) -> ChipSpec | None:
        """How the member stood to the meeting."""
        return None if self.line.presence is None else presence_chip(self.line.presence, short=False)

    @property
    def letter(self) -> ChipSpec | None:
        """The same as in the schoolbook."""
        return None if self.line.presence is None else presence_chip(self.line.presence, short=True)

    @property
    def state(self) -> ChipSpec | None:
        """Written, paid, or still to be paid."""
        if self.touched:
            return ChipSpec("info", _("Filled in"), "catat")
        if self.line.paid.total:
            return ChipSpec("inn", _("Paid in"))
        return ChipSpec("soft", _("Not yet"), "jam") if self.line.total_due else None

    @property
    def mark(self) -> ChipSpec | None:
        """The state by its sign alone."""
        state = self.state
        return None if state is None else ChipSpec(state.kind, "", state.icon)


_HEADS: Mapping[Part, tuple[str, int]] = {
    Part.OBLIGATORY: (N_("Obligatory"), 88),
    Part.VOLUNTARY: (N_("Voluntary"), 96),
    Part.DUES: (N_("IKS"), 80),
    Part.PRINCIPAL: (N_("Instalment"), 96),
    Part.FEE: (N_("Jasa"), 80),
    Part.FINE: (N_("Fine"), 74),
}


#: As in the picture: number, name, attendance, the six amounts (before them simpanan pokok), their sum, the state.
COLUMNS: list[ColumnSpec[SheetRow]] = [
    ColumnSpec("number", N_("No."), "number", 44),
    ColumnSpec("name", N_("Name"), stretch=True),
    ColumnSpec("presence", N_("Present"), "text", 146),
    ColumnSpec("letter", N_("Present"), "text", 74),
    ColumnSpec("joining", N_("Principal"), "money", 88, zero="–", read=lambda row: row.line.paid.joining),
    *(
        ColumnSpec(part.value, title, "money", width, zero="–", read=methodcaller("shown", part))
        for part, (title, width) in _HEADS.items()
    ),
    ColumnSpec("total", N_("Total"), "money", 104, bold=True),
    ColumnSpec("state", N_("State"), "text", 104),
    ColumnSpec("mark", "", "text", 60),
]


def totals(rows: Iterable[SheetRow]) -> dict[str, object]:
    """What is written and not saved, or where nothing is, what was paid on the day."""
    rows = list(rows)
    writing = any(row.touched for row in rows)
    counted = [row for row in rows if (row.touched if writing else row.line.paid.total)]
    words = _("Total of {count} people") if writing else _("Paid: {count} people")
    sums: dict[str, object] = {"name": words.format(count=len(counted))}
    for part in Part:
        sums[part.value] = Rupiah(sum(row.typed.get(part, _NIL) if writing else row.line.paid.of(part) for row in counted))
    sums["joining"] = Rupiah(sum(row.line.paid.joining for row in counted)) if not writing else _NIL
    sums["total"] = Rupiah(sum(row.total or _NIL for row in counted))
    return sums
