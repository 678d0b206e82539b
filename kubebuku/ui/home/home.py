"""Beranda: what lies where, how the month goes, what wants attention, what was written last."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kubebuku.app import clock
from kubebuku.app.office import Office
from kubebuku.books.cash.queries import BoxBalance, BoxBalances, EntryRow, InOut, LastEntries, MonthInOut
from kubebuku.books.enterprise.queries import Recap, UepRecap
from kubebuku.books.group.queries import AttentionList, Choices, GroupChoices
from kubebuku.books.meetings.queries import MeetingRow
from kubebuku.books.spec import Attention, Changed, Door
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, full_date, ngettext, rupiah
from kubebuku.ui import places
from kubebuku.ui.books.meetings.next_card import MeetingCard, next_meeting
from kubebuku.ui.forms.choices import unit_icon
from kubebuku.ui.home.cards import AttentionCard, BoxCard, LastCard, MonthCard
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.wording import greeting, in_words
from kubebuku.ui.tokens import SP
from kubebuku.ui.upkeep.copies import copy_wanted
from kubebuku.ui.widgets import Bar, BarChart, Button, Card, Columns, EmptyState, FlowRow, Icon, Label, MainButton, Tiles, row
from kubebuku.ui.window import Window

_MOST_BARS = 6
_LAST = 5


@dataclass(frozen=True)
class Shown:
    """What the page asks for in one go."""

    boxes: tuple[BoxBalance, ...]
    flow: InOut
    recap: Recap
    last: tuple[EntryRow, ...]
    choices: Choices
    meeting: MeetingRow | None


class HomePage(BookPage):
    """The first page of an open book."""

    nav = "home"
    watches = Changed.EVERYTHING

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Home"))
        self.money_in = MainButton(_("Money in"), "masuk", lambda: window.go(places.Doors(door=Door.IN)))
        self.head.add(
            self.money_in,
            Button(_("Money out"), "keluar", lambda: window.go(places.Doors(door=Door.OUT))),
            Button(_("Move"), "pindah", lambda: window.go(places.Doors(door=Door.MOVE))),
        )
        self.group, self.holder = Label("", "strong"), Label("", "soft")
        self.whole = QWidget()
        self.whole.setLayout(row(Icon("benar", 16, "inn"), Label(_("Book is whole"), "soft", wrap=False), gap=6))
        self.whose = FlowRow(self.group, self.holder, self.whole, gap=SP["m"])
        window.fitted.connect(self._show_whose)
        self.places = Label("", "h2")
        self.total = Label("", "money", align="right")
        sums = row(self.places, 1, Label(_("Total"), "soft", wrap=False), self.total)
        self.boxes = Tiles(most=4)
        self.month = MonthCard()
        self.chart = BarChart(_("Result of each business"))
        self.results = Card(_("Result of each business"), _("after costs"))
        self.results.add(self.chart, fill=True)
        self.attention = AttentionCard(window)
        self.last = LastCard(window, lambda: window.go(places.CashBook()))
        self.meeting = MeetingCard(window)
        self.empty = Card()
        self.empty.add(
            EmptyState(
                "buku",
                _("This book is still empty"),
                _("First write what the group has now: money, savings, goods. Then every receipt and payment."),
                [
                    (_("Write the opening balances"), lambda: window.go(places.Opening()), "buku"),
                    (_("Record the first money in"), lambda: window.go(places.Doors(door=Door.IN)), "masuk"),
                ],
            )
        )
        self.empty.setVisible(False)
        inner = Columns(265, 432, under=520)
        inner.add(self.month, 0, 1, 1)
        inner.add(self.results, 1, 2, 1)
        self.columns = Columns(710, 400)
        self.columns.add(self.empty, 0, 0)
        self.columns.add(inner, 0, 2)
        self.columns.add(self.last, 0, 4)
        self.columns.add(self.attention, 1, 1)
        self.columns.add(self.meeting, 1, 3)
        self.add(self.head, self.whose, sums, self.boxes, self.columns)
        self._show_whose()

    def first_focus(self) -> QWidget | None:
        """Money in: the likeliest act."""
        return self.money_in

    def refresh(self) -> None:
        """Greet by the hour and ask for the money, then for what wants attention: that looks through every book."""
        self.head.say(greeting(clock.now().hour, self.main.settings.holder), full_date(open_book.today(self.main)))
        self._show_whose()
        self.main.session.read(self, _ask, self._show)
        self.main.session.read(self.attention, lambda office: office.ask(AttentionList()), self._show_attention)

    def _show_whose(self) -> None:
        """What the spine has no room for: whose book this is, who holds it, and that it is whole."""
        main = self.main
        name, holder = main.spine.name.text(), main.spine.holder.text()
        shown = (
            (self.group, bool(name) and not main.spine.names_group and main.topbar.isHidden(), name),
            (self.holder, bool(holder) and not main.spine.names_holder, _("Held by: {who}").format(who=holder)),
            (self.whole, main.proved and (main.sound is None or main.sound.isHidden()), ""),
        )
        for piece, wanted, words in shown:
            if isinstance(piece, Label):
                piece.setText(words)
            piece.setVisible(wanted)
        self.whose.setVisible(any(wanted for _piece, wanted, _words in shown))

    def _show(self, shown: Shown) -> None:
        book = self.main.session.book
        if book is None:
            return
        count = len(shown.boxes)
        words = ngettext("The group's money in {places} place", "The group's money in {places} places", count)
        self.places.setText(words.format(places=in_words(count)))
        self.total.setText(rupiah(Rupiah(sum(box.balance for box in shown.boxes))))
        days = shown.choices.count_days
        self.boxes.show_tiles([BoxCard(box, today=book.today, count_days=days) for box in shown.boxes])
        self.month.show_month(shown.flow)
        self._show_results(shown)
        self.last.show_rows(shown.last)
        self.meeting.show_meeting(shown.meeting, today=book.today)
        empty = not shown.last
        self.empty.setVisible(empty)
        for card in (self.month, self.results, self.last):
            card.setVisible(not empty)

    def _show_attention(self, lines: tuple[Attention, ...]) -> None:
        if self.main.session.book is None:
            return
        copy = copy_wanted(self.main)
        self.attention.show_lines((*lines, copy) if copy is not None else lines)

    def _show_results(self, shown: Shown) -> None:
        bars = []
        for line in shown.recap.lines:
            if line.unit is None:
                if line.result.profit:
                    bars.append(Bar(_("General"), int(line.result.profit), "orang"))
            elif line.savings_loan:
                if line.result.income or line.result.costs:
                    bars.append(Bar(_("Savings and loans"), int(line.result.profit), "pinjaman"))
            else:
                label = line.label or ""
                bars.append(Bar(label, int(line.result.profit), unit_icon(label, line.icon)))
        self.chart.show_bars(bars[:_MOST_BARS])


def _ask(office: Office) -> Shown:
    month = Month.of(office.today)
    return Shown(
        office.ask(BoxBalances()),
        office.ask(MonthInOut(month)),
        office.ask(UepRecap(month, month)),
        office.ask(LastEntries(_LAST)),
        office.ask(GroupChoices()),
        next_meeting(office),
    )
