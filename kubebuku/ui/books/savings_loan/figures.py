"""All loans in figures: what is lent out, what is late, what came back, and the memo of risk (domain.md 3.8)."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kubebuku.books.savings_loan.portfolio_queries import PortfolioData, Risk, RiskLine
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, figure, percent, rupiah
from kubebuku.ui.books.savings_loan import words as loan_words
from kubebuku.ui.parts import open_book
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import BookTable, Card, Columns, ColumnSpec, Label, Rule, clear, column


class LoanFigures(QWidget):
    """``show_figures(portfolio, risk)``: two cards of sums, and a table of classes with what should be set aside."""

    def __init__(self) -> None:
        super().__init__()
        self.lent = _ListCard(_("Lent out"), "pinjaman")
        self.back = _ListCard(_("Late and repaid"), "jam")
        self.risk = Card(_("Memo of risk"), icon="awas", flush=True)
        self.table = BookTable(_columns(), name=_("Memo of risk"), grows=True)
        self.told = Label("", "caption")
        under = QVBoxLayout()
        under.setContentsMargins(SP["l"], SP["s"], SP["l"], SP["m"])
        under.addWidget(self.told)
        inside = QVBoxLayout()
        inside.addWidget(self.table)
        inside.addLayout(under)
        self.risk.add(inside)
        cards = Columns(1, 1)
        cards.add(self.lent, 0, 0)
        cards.add(self.back, 1, 1)
        column(cards, self.risk, 1, gap=SP["m"], inside=self)

    def show_figures(self, found: PortfolioData, memo: Risk) -> None:
        """Replace all figures."""
        loans = _("{loans} loans of {borrowers} borrowers").format(loans=found.running, borrowers=found.borrowers)
        self.lent.show_lines(
            [
                (loans, None),
                (_("Members"), rupiah(found.members)),
                (_("People outside the group"), rupiah(found.outsiders)),
                (_("Altogether lent out"), rupiah(found.rest)),
                ("", None),
                (_("Lent this year"), rupiah(found.lent_year)),
                (_("Repaid this year"), rupiah(found.repaid_year)),
                (_("Service fee this year"), rupiah(found.fee_year)),
                (_("Fines this year"), rupiah(found.fine_year)),
                (_("Written off this year"), rupiah(found.written_off_year)),
                (_("Recovered this year"), rupiah(found.recovered_year)),
            ]
        )
        late = _("Arrears of principal, {count} loans").format(count=found.late_loans)
        par = [
            (words.format(days=days), _of_all(amount, found.rest))
            for words, days, amount in zip(
                (_("Lent to people who are more than {days} days late"),) * 3, (0, 30, 90), found.par, strict=True
            )
        ]
        par[0] = (_("Lent to people who are late at all"), par[0][1])
        self.back.show_lines(
            [
                (late, rupiah(found.late_principal)),
                (_("Arrears of service fee"), rupiah(found.late_fee)),
                ("", None),
                *par,
                ("", None),
                (_("Repaid of what fell due so far"), _share(found.repaid_rate)),
                (_("Sound part of what is lent out"), _share(found.recovery_rate)),
                (_("Borrowers three months late, of all"), _share(found.lar)),
            ]
        )
        self.table.show_rows(memo.lines, {"quality": _("Total"), "provision": memo.total} if memo.lines else None)
        text = _("A figure to think with, after the shares that cooperatives use; nothing is booked. Set aside so far: {held}.")
        self.told.setText(text.format(held=rupiah(memo.held)))
        self.risk.setVisible(bool(memo.lines))


class _ListCard(Card):
    def __init__(self, title: str, icon: str) -> None:
        super().__init__(title, icon=icon, gap=SP["s"])
        self.list = column(gap=6)
        self.add(self.list)

    def show_lines(self, lines: list[tuple[str, str | None]]) -> None:
        """Words with their figure; words alone are a sentence, nothing at all a hairline."""
        clear(self.list)
        for words, text in lines:
            if not words:
                self.list.addWidget(Rule())
            elif text is None:
                self.list.addWidget(Label(words, "soft"))
            else:
                self.list.addLayout(
                    open_book.filled(Label(words), Label(text, "strong", wrap=False, align="right"), wide=0, gap=SP["m"])
                )


def _of_all(amount: Rupiah, whole: Rupiah) -> str:
    if not amount or not whole:
        return rupiah(amount)
    return _("{amount} ({share})").format(amount=rupiah(amount), share=percent(Fraction(int(amount), int(whole)), 1))


def _share(share: Fraction | None) -> str:
    return "–" if share is None else percent(share, 1)


def _columns() -> list[ColumnSpec[RiskLine]]:
    def chip(line: RiskLine) -> object:
        return loan_words.quality_chip(line.quality)

    return [
        ColumnSpec("quality", N_("Standing"), stretch=True, read=chip),
        ColumnSpec("loans", N_("Loans"), "text", 110, read=lambda line: figure(line.loans)),
        ColumnSpec("rest", N_("Rest (Rp)"), "money", 120),
        ColumnSpec("share", N_("Share"), "percent", 84),
        ColumnSpec("provision", N_("Should be set aside (Rp)"), "money", 150, bold=True, zero="0"),
    ]
