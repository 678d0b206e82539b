"""A member leaves: what is the member's own, what is owed, and what is paid out, before it is written."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from kubebuku.books.leaving.queries import Leaving, LeavingLine, LeavingPlan
from kubebuku.books.spec import Changed
from kubebuku.i18n import _, rupiah
from kubebuku.ui import places
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.list_card import ListCard
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Card, Columns, Label, MainButton, MessageStrip
from kubebuku.ui.window import Window


class LeavingPage(BookPage):
    """``go("leaving", person=3)``."""

    nav = "people"
    watches = Changed.ENTRIES | Changed.PEOPLE | Changed.LOANS | Changed.MEETINGS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("A member leaves"), back=window.back)
        self.person = 0
        self.go_on = MainButton(_("Settle and leave"), "kanan", self._go_on)
        self.head.add(self.go_on)
        self.strip = MessageStrip()
        self.own = ListCard(_("The member's own"), "simpanan", nothing=_("Nothing is kept for this member."), gap=SP["s"])
        self.owed = ListCard(_("Owed to the group"), "pinjaman", nothing=_("Nothing is owed."), gap=SP["s"])
        self.rest = Card(gap=2)
        self.rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.rest_words = Label("", "soft")
        self.rest_amount = Label("", "total")
        self.rest.add(self.rest_words, self.rest_amount)
        columns = Columns(1, 1)
        columns.add(self.own, 0, 0)
        columns.add(self.owed, 1, 1)
        self.add(self.head, self.strip, columns, self.rest)

    def arrive(self, place: places.Leaving) -> None:
        """Show the member asked for."""
        if place.person is not None:
            self.person = place.person

    def first_focus(self) -> QWidget | None:
        """The way on."""
        return self.go_on

    def refresh(self) -> None:
        """Ask what is open."""
        self.main.session.ask(self, Leaving(self.person), self._show)

    def _show(self, plan: LeavingPlan) -> None:
        self.head.say(_("{name} leaves").format(name=plan.name), _("Savings are set against what is owed, the rest is paid out."))
        self.own.show_sums([(_called(line), line.amount) for line in plan.lines if not line.owes], total_from=1)
        self.owed.show_sums([(_called(line), line.amount) for line in plan.lines if line.owes], total_from=1)
        short = plan.pays_out < 0
        self.rest_words.setText(_("Still to be paid by the member") if short else _("Is paid out"))
        self.rest_amount.say(rupiah(abs(plan.pays_out)), "out" if short else None)
        self.go_on.setVisible(open_book.writable(self.main) and not short and not plan.in_the_way)
        if plan.in_the_way:
            lines = ", ".join(f"{line.loan or line.label} {rupiah(line.amount)}" for line in plan.in_the_way)
            self.strip.show_message("warn", _("Something has to be settled first"), lines)
        elif short:
            text = _("Record first that {amount} was paid.").format(amount=rupiah(abs(plan.pays_out)))
            self.strip.show_message("warn", _("More is owed than is saved"), text)
        else:
            self.strip.clear()

    def _go_on(self) -> None:
        self.main.go(places.Form(form="leave_group", values={"person": self.person}))


def _called(line: LeavingLine) -> str:
    """A loan by its label, jasa and denda by what they are and on which loan."""
    if line.loan is not None and line.account[:1] == "4":
        return f"{line.label}, {line.loan}"
    return line.loan or line.label
