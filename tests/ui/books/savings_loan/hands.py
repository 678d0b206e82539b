"""Hands and eyes for the pages of loans."""

from __future__ import annotations

from kubebuku.books.savings_loan.queries import LoanCard, LoanCardData
from kubebuku.domain.entries import LoanId
from kubebuku.ui import places
from kubebuku.ui.books.savings_loan.card import LoanPage
from kubebuku.ui.books.savings_loan.preview import SplitCard
from kubebuku.ui.widgets import FieldBox
from tests.ui.hands.laptop import Laptop


def look(laptop: Laptop, loan: LoanId) -> LoanPage:
    laptop.window.go(places.LoanCard(loan=loan))
    laptop.settle()
    return shown(laptop)


def shown(laptop: Laptop) -> LoanPage:
    assert isinstance(laptop.page, LoanPage)
    return laptop.page


def card(laptop: Laptop, loan: LoanId) -> LoanCardData:
    return laptop.ask(LoanCard(loan))


def write(laptop: Laptop, name: str, text: str) -> None:
    """Into an empty field."""
    laptop.at(name)
    laptop.entry(name).widget.set_value(None if name == "amount" else "")
    laptop.type(text)


def pick(laptop: Laptop, name: str, value: object) -> None:
    """From a list, as its own line does."""
    widget = laptop.entry(name).widget
    widget.set_value(value)
    assert isinstance(widget, FieldBox)
    widget.changed.emit(value)
    laptop.settle()


def refused_at(laptop: Laptop) -> str:
    """The field that bears a refusal."""
    fields = [entry for entry in laptop.record.entries if isinstance(entry.widget, FieldBox) and entry.widget.refused()]
    assert len(fields) == 1, laptop.reads()
    return fields[0].spec.name


def split(laptop: Laptop) -> SplitCard:
    """How the payment is used, beside the form."""
    found = laptop.page.findChild(SplitCard)
    assert isinstance(found, SplitCard)
    laptop.until(lambda: found.shown is not None)
    laptop.settle()
    return found
