"""Realisasi bantuan: what came, what was done with it, what is left, programme by programme."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kubebuku.books.enterprise.aid_commands import EditAid
from kubebuku.books.enterprise.aid_queries import AidLine, AidRealisation, AidUse
from kubebuku.books.spec import Changed, Door, Field, FieldKind, Form
from kubebuku.domain.text import N_
from kubebuku.i18n import _, rupiah, say
from kubebuku.ui import places
from kubebuku.ui.forms.dialog import ask_form
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import BookTable, Card, ColumnSpec, EmptyState, Label, MainButton, MeterBar, clear, column
from kubebuku.ui.window import Window

EDITING = Form(
    "edit_aid",
    EditAid,
    Door.OTHER,
    "pinjaman",
    N_("Name of the programme"),
    "",
    (
        Field("label", FieldKind.TEXT, N_("Which programme?")),
        Field("year", FieldKind.NUMBER, N_("Which year?")),
        Field("note", FieldKind.TEXT, N_("Note")),
    ),
)

_KINDS: Mapping[str, str] = {
    "grant": N_("Grant: stays with the group"),
    "loan": N_("Loan: is paid back"),
    "revolving": N_("Revolving: is passed on"),
}
_ROLES: Mapping[str, str] = {
    "received": N_("received"),
    "used": N_("used"),
    "passed_on": N_("passed on"),
    "returned": N_("paid back"),
}


class AidPage(BookPage):
    """A card for each programme."""

    nav = "enterprise"
    watches = Changed.ENTRIES | Changed.PEOPLE | Changed.RECORDS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Use of aid"), back=window.back)
        self.record = MainButton(_("Record aid received"), "masuk", self._received)
        self.record.setVisible(False)
        self.head.add(self.record)
        self.list = column(gap=SP["m"])
        self.cards: list[AidCard] = []
        self.empty = EmptyState(
            "pinjaman",
            _("No aid is written down yet"),
            _("Money or goods from the ministry, the city, or a programme. What it pays can then be shown line by line."),
            [(_("Record aid received"), self._received, "masuk")],
        )
        self.add(self.head, self.list, self.empty)
        self.empty.setVisible(False)

    def _received(self) -> None:
        self.main.go(places.Form(form="receive_aid"))

    def first_focus(self) -> QWidget | None:
        """The button."""
        return self.record

    def refresh(self) -> None:
        """Ask for every programme."""
        self.main.session.ask(self, AidRealisation(), self._show)

    def _show(self, uses: tuple[AidUse, ...]) -> None:
        clear(self.list)
        self.cards = [AidCard(self.main, use) for use in uses]
        for card in self.cards:
            self.list.addWidget(card)
        self.record.setVisible(open_book.writable(self.main) and bool(uses))
        self.empty.setVisible(not uses)


class AidCard(Card):
    """One programme: what came and what became of it, then its records."""

    def __init__(self, window: Window, use: AidUse) -> None:
        super().__init__(f"{use.label} {use.year}", icon="pinjaman", flush=True, act=self._act(window, use))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inside = QVBoxLayout()
        inside.setContentsMargins(SP["l"], 0, SP["l"], SP["m"])
        inside.setSpacing(SP["s"])
        kind = say(_KINDS.get(use.kind, use.kind))
        inside.addWidget(Label(" · ".join(part for part in (kind, use.giver, use.note) if part), "soft"))
        spent = use.used + use.passed_on + use.returned
        inside.addLayout(open_book.sum_line(_("Received"), use.received))
        for words, amount in ((_("Used"), use.used), (_("Passed on"), use.passed_on), (_("Paid back"), use.returned)):
            if amount:
                inside.addLayout(open_book.sum_line(words, amount))
        meter = MeterBar("main", int(spent), int(use.received))
        inside.addWidget(meter)
        inside.addLayout(
            open_book.sum_line(_("Still left") if use.rest >= 0 else _("Spent beyond what came"), abs(use.rest), bold=True)
        )
        self.setAccessibleDescription(
            _("Received {received}, left {rest}").format(received=rupiah(use.received), rest=rupiah(use.rest))
        )
        self.add(inside)
        self.table = BookTable(_COLUMNS, name=f"{use.label} {use.year}", grows=True)
        self.table.hide_columns(*(("number", "what") if open_book.tight(window) else ()))
        self.table.when_opened(lambda line: window.go(places.Story(entry=line.entry)))
        self.table.show_rows(use.lines)
        self.add(self.table)

    @staticmethod
    def _act(window: Window, use: AidUse) -> tuple[str, partial[None], str | None] | None:
        if not open_book.writable(window):
            return None
        values = {"aid": use.aid, "label": use.label, "year": str(use.year), "note": use.note}
        return (_("Mend the name"), partial(ask_form, window, EDITING, values), None)


_COLUMNS: list[ColumnSpec[AidLine]] = [
    ColumnSpec("on", N_("Date"), "date"),
    ColumnSpec("number", N_("Voucher no."), "code", drop=2),
    ColumnSpec("description", N_("Description"), stretch=True),
    ColumnSpec("role", N_("What"), "soft", 110, read=lambda line: say(_ROLES.get(line.role, line.role)), drop=1),
    ColumnSpec("what", N_("For what"), "soft", 180, read=lambda line: ", ".join(line.what), drop=3),
    ColumnSpec("amount", N_("Amount (Rp)"), "money"),
]
