"""One member's savings book: the three kinds as they stand, what is due, and every line since the beginning."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.books.group.queries import ClosedUntil
from kubebuku.books.personal_savings.queries import (
    PassBook,
    PassBookPage,
    PassBookRow,
    SaverRow,
    Savers,
    SavingsDue,
    SavingsDuePage,
)
from kubebuku.books.spec import Changed
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import State
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, joined, long_date, month_name, rupiah
from kubebuku.ui import places
from kubebuku.ui.books.personal_savings import acts as savings_acts
from kubebuku.ui.paper.book_print import print_paper
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.entry_foot import ChosenEntry, OpeningLine
from kubebuku.ui.parts.row_foot import table_card
from kubebuku.ui.widgets import (
    Act,
    BookTable,
    Button,
    Card,
    CheckBox,
    ColumnSpec,
    FlowRow,
    Label,
    MainButton,
    MessageStrip,
    Tiles,
)
from kubebuku.ui.window import Window

_NAMED_MONTHS = 4


@dataclass(frozen=True)
class Shown:
    """What the page asks for; `due` and `saver` None for somebody who is no member any more."""

    book: PassBookPage
    due: SavingsDuePage | None
    saver: SaverRow | None
    closed: Month | None


class SavingsBookPage(BookPage):
    """``go("savings_book", person=3)``."""

    nav = "savings"
    watches = Changed.ENTRIES | Changed.PEOPLE | Changed.CLOSINGS | Changed.SETTINGS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Savings book"), back=window.back)
        self.person = 0
        self.shown: Shown | None = None
        self.who = Button(_("Look at the person"), "orang", lambda: window.go(places.Person(person=self.person)))
        self.out = Button(_("Take out savings"), "keluar", lambda: self._act("savings_out"))
        self.leaves = Button(_("Leaves the group"), None, lambda: window.go(places.Leaving(person=self.person)))
        self.take = MainButton(_("Receive savings"), "masuk", lambda: window.go(places.TakeSavings(person=self.person)))
        self.print = Button(_("Print"), "cetak", self.print_shown)
        self.head.add(self.out, self.print, secondary=True)
        self.head.add(self.take)
        self.strip = MessageStrip()
        self.figures = Tiles(most=4, least_width=180)
        self.struck = CheckBox(_("Show what was struck out"), checked=True)
        self.struck.toggled.connect(lambda _on: self.refresh())
        self.table = BookTable(_COLUMNS, name=_("Savings book"))
        self.foot = ChosenEntry(window, self.table)
        self.add(
            self.head,
            self.strip,
            self.figures,
            FlowRow(self.struck, self.who, self.leaves),
            table_card(self.table, self.foot),
            fill=True,
        )

    def print_shown(self) -> None:
        """The member's own book from the beginning."""
        first, last = open_book.first_month(self.main), open_book.last_month(self.main)
        print_paper(self.main, self, "kubebuku.reports.savings:pass_book", person=self.person, first=first, last=last)

    def _act(self, form: str) -> None:
        self.main.go(places.Form(form=form, values={"person": self.person}))

    def arrive(self, place: places.PassBook) -> None:
        """Show the member asked for."""
        if place.person is not None:
            self.person = place.person

    def first_focus(self) -> QWidget | None:
        """The lines."""
        return self.table

    def refresh(self) -> None:
        """Ask for the book and what is due."""
        self.main.session.read(self, partial(_ask, person=self.person, struck=self.struck.value()), self._show)

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        book = shown.book
        parts = [_("Member no. {number}").format(number=book.number)] if book.number is not None else []
        if book.left is not None:
            parts.append(_("left on {day}").format(day=long_date(book.left)))
        elif book.joined is not None:
            parts.append(_("since {day}").format(day=long_date(book.joined)))
        self.head.say(book.name, " · ".join(parts))
        possible = [words for words, _press, _icon in (savings_acts.acts(self.main, shown.saver) if shown.saver else [])]
        self.take.setVisible(savings_acts.may_save(self.main, shown.saver))
        self.head.offer(self.out, self.out.words in possible)
        self.leaves.setVisible(self.leaves.words in possible)
        self._show_due(shown)
        self._show_figures(book)
        lines: list[PassBookRow | OpeningLine] = list(book.rows)
        if book.opening:
            lines.insert(0, OpeningLine(_("Savings when the book began"), book.opening))
        self.foot.show_lines(lines, _totals(book) if lines else None, closed=shown.closed)

    def _show_due(self, shown: Shown) -> None:
        late = [one for one in shown.due.lacking if one.state is State.LATE] if shown.due else []
        if not late:
            self.strip.clear()
            return
        months = [month_name(one.period.first) for one in late[:_NAMED_MONTHS]]
        if len(late) > _NAMED_MONTHS:
            months.append(_("{count} more").format(count=len(late) - _NAMED_MONTHS))
        amount = rupiah(Rupiah(sum(one.lacking for one in late)))
        acts: list[Act] = []
        if open_book.writable(self.main):
            acts.append((_("Receive savings"), partial(self.main.go, places.TakeSavings(person=self.person)), None))
        self.strip.show_message(
            "warn", _("Obligatory savings of {amount} are behind").format(amount=amount), joined(months), acts
        )

    def _show_figures(self, book: PassBookPage) -> None:
        tiles = []
        for words, amount in (
            (_("Principal savings"), book.held_principal),
            (_("Obligatory savings"), book.held_obligatory),
            (_("Voluntary savings"), book.held_voluntary),
            (_("All savings"), book.closing),
        ):
            card = Card(gap=2)
            card.add(Label(words, "soft"), Label(rupiah(amount), "money"))
            card.setAccessibleName(f"{words} {rupiah(amount)}")
            tiles.append(card)
        self.figures.show_tiles(tiles)


def _ask(office: Office, *, person: int, struck: bool) -> Shown:
    saver = next((row for row in office.ask(Savers()).rows if row.person == person), None)
    member = saver is not None and saver.number is not None and saver.left is None
    return Shown(
        office.ask(PassBook(person, show_struck=struck)),
        office.ask(SavingsDue(person)) if member else None,
        saver,
        office.ask(ClosedUntil()),
    )


def _totals(book: PassBookPage) -> dict[str, object]:
    return {
        "description": _("Total"),
        "principal": book.principal or None,
        "obligatory": book.obligatory or None,
        "voluntary": book.voluntary or None,
        "withdrawn": book.withdrawn or None,
        "balance": book.closing,
    }


_COLUMNS: list[ColumnSpec[PassBookRow | OpeningLine]] = [
    ColumnSpec("on", N_("Date"), "date", 96),
    ColumnSpec("number", N_("Voucher no."), "code", drop=3),
    ColumnSpec("description", N_("Description"), stretch=True),
    ColumnSpec("principal", N_("Principal (Rp)"), "money", 104, drop=2),
    ColumnSpec("obligatory", N_("Obligatory (Rp)"), "money", 104, drop=1),
    ColumnSpec("voluntary", N_("Voluntary (Rp)"), "money", 104),
    ColumnSpec("withdrawn", N_("Taken out (Rp)"), "out", 104),
    ColumnSpec("balance", N_("Balance (Rp)"), "money", 110, bold=True, zero="0"),
]
