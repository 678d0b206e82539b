"""What every part of a report needs to know: the group, who signs, the month, its seal, and names for ids and codes.

Read once for a document and handed to each part, so that all of them print the same names, the same code and the same figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, TypeVar

from sqlalchemy import func, select

from kubebuku.books.cash.queries import CashBook, CashBookPage, InOut, MonthInOut
from kubebuku.books.group.queries import UnitRow, Units
from kubebuku.books.spec import Query
from kubebuku.domain.accounts import Account
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import Posting
from kubebuku.domain.statements import Figures, PositionFigures
from kubebuku.i18n import language
from kubebuku.ledger import chain, closings, journal, settings, statements
from kubebuku.ledger.closings import Closing
from kubebuku.ledger.tables import entry, person
from kubebuku.ledger.work import Reading
from kubebuku.reports import choices
from kubebuku.reports.asking import ask
from kubebuku.reports.document import Document, Paper, Part
from kubebuku.reports.group import Group, read_group

T = TypeVar("T")

#: The kind of the built-in unit.
SAVINGS_LOAN = "simpan_pinjam"


def local_day(recorded: str) -> date:
    """The day, where the computer stands, of a time recorded in UTC."""
    return datetime.fromisoformat(recorded).astimezone().date()


@dataclass(frozen=True)
class Frame:
    """One month of one book, about to be printed. What takes a question to the book is asked once, when first needed."""

    reading: Reading
    month: Month

    @cached_property
    def _answers(self) -> dict[Query[Any], Any]:
        return {}

    def ask(self, query: Query[T]) -> T:
        """The answer of the books; the same question is asked only once for a document."""
        if query not in self._answers:
            self._answers[query] = ask(self.reading, query)
        answer: T = self._answers[query]
        return answer

    @cached_property
    def group(self) -> Group:
        """Who the group is, and its officers on the last day."""
        return read_group(self.reading, self.until)

    @cached_property
    def settings(self) -> settings.Settings:
        """The group's choices."""
        return settings.read(self.reading.connection)

    @cached_property
    def shows_struck(self) -> bool:
        """Whether struck lines are printed, crossed out."""
        return choices.shows_struck(self.reading.connection)

    @cached_property
    def until(self) -> date:
        """The last day that is told of: the month's, while it runs today, or a later day that has an entry already."""
        last, today = self.month.last, self.reading.today
        if self.closing is not None or last <= today:
            return last
        newest = self.reading.connection.execute(select(func.max(entry.c.date)).where(entry.c.date <= last.isoformat())).scalar()
        return min(last, max(today, date.fromisoformat(newest))) if newest else min(last, today)

    # ------------------------------------------------------------------------------------------------------------ seal

    @cached_property
    def closing(self) -> Closing | None:
        """The closing by which the month is sealed, None while it is open."""
        return closings.standing(self.reading.connection, self.month)

    @cached_property
    def code(self) -> str:
        """The check code of that closing, of the newest link of the chain while the month is open."""
        return self.closing.code if self.closing else chain.check_code(journal.head(self.reading.connection))

    @cached_property
    def closed_on(self) -> date | None:
        """The day on which the month was closed."""
        return local_day(self.closing.recorded) if self.closing else None

    @property
    def signed_on(self) -> date:
        """The date over the signatures: the day of closing, today while the month is open."""
        return self.closed_on or self.reading.today

    # ----------------------------------------------------------------------------------------------------------- names

    @cached_property
    def units(self) -> tuple[UnitRow, ...]:
        """Every business that ever was, the built-in simpan pinjam last."""
        return self.ask(Units(with_closed=True, with_savings_loan=True))

    @cached_property
    def people(self) -> dict[int, str]:
        """Names of everybody the book knows, by id."""
        rows = self.reading.connection.execute(select(person.c.id, person.c.name))
        return {id_: name for id_, name in rows}  # noqa: C416 (a row is no pair to mypy)

    def label(self, account: Account | str) -> str:
        """The name of an account in the reader's language."""
        return (account if isinstance(account, Account) else self.reading.chart[account]).label(language())

    # --------------------------------------------------------------------------------------------------------- figures

    @property
    def day_before(self) -> date:
        """The last day before the month."""
        return self.month.first - timedelta(days=1)

    @property
    def opens_book(self) -> bool:
        """True where the book begins in this month: its opening balances count as what was there before."""
        return Month.of(self.reading.facts.opened) == self.month

    @property
    def at_end(self) -> Figures:
        """Every account at the end of the month, debit positive."""
        return self.positions["now"].balances

    @cached_property
    def positions(self) -> dict[str, PositionFigures]:
        """The position before the month and at its end, keyed "before" and "now", both with this year's results apart."""
        month = self.month
        figures = statements.position_figures(self.reading.connection, month.plus(-1), month)
        now = figures[str(month)]
        before = dict(figures[str(month.plus(-1))].balances)
        if self.opens_book:
            for line in self.opening_lines:
                before[line.account] = before.get(line.account, 0) + int(line.amount)
        return {"before": PositionFigures(before, now.year_before), "now": now}

    @cached_property
    def opening_lines(self) -> tuple[Posting, ...]:
        """The lines of the standing opening entry, where the book begins in this month."""
        id_ = journal.opening_entry(self.reading.connection) if self.opens_book else None
        return () if id_ is None else journal.read_entry(self.reading.connection, id_).postings

    @cached_property
    def boxes(self) -> tuple[CashBookPage, ...]:
        """The cash book of each place of money that is open or holds something, struck lines included."""
        reading = self.reading
        pages = (self.ask(CashBook(box.code, self.month)) for box in reading.chart.boxes)
        return tuple(
            page for page in pages if page.rows or page.opening or page.closing or not reading.chart[page.box or ""].closed
        )

    def boxes_under(self, base: str) -> tuple[CashBookPage, ...]:
        """Of the places of money under one account those in which anything lies or moved."""
        wanted = {one.code for one in self.reading.chart.under(base)}
        return tuple(page for page in self.boxes if page.box in wanted and (page.rows or page.opening or page.closing))

    @cached_property
    def flow(self) -> InOut:
        """What came in and went out, all boxes together."""
        return self.ask(MonthInOut(self.month))

    # -------------------------------------------------------------------------------------------------------- document

    def document(
        self,
        title: str,
        period: str,
        parts: tuple[Part, ...],
        *,
        paper: Paper = "f4",
        foot: str = "",
        code: str = "",
    ) -> Document:
        """The parts with kop, foot, check code, and the lines of an open month and of a practice book.

        `code` is that of a closing, where it is not the standing one.
        """
        return Document(
            title,
            period,
            self.group.letterhead,
            parts,
            foot=foot or f"{title} {period}".strip(),
            check_code=code or self.code,
            paper=paper,
            practice=self.reading.facts.practice,
            not_closed=not code and self.closing is None,
            unsealed=self.closing is not None and not closings.seals_records(self.reading.connection, self.closing.id),
        )
