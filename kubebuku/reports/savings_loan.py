"""Simpan pinjam in the month's report: buku kas simpan pinjam, the loans, daftar tunggakan, figures and risk (domain.md 2.4)."""

from __future__ import annotations

from fractions import Fraction

from kubebuku.books.savings_loan.portfolio_queries import BookPage, Portfolio, PortfolioData, RiskMemo, SavingsLoanBook
from kubebuku.books.savings_loan.queries import Arrears, LoanRow, Loans
from kubebuku.books.savings_loan.rules import QUALITY_NAMES
from kubebuku.domain.accounts import LOAN_CASH
from kubebuku.domain.money import Rupiah
from kubebuku.domain.terbilang import terbilang
from kubebuku.domain.text import N_
from kubebuku.i18n import _, percent, pgettext, say
from kubebuku.reports.document import Block, Heading, Note, Pairs, Paragraph, Part, Side
from kubebuku.reports.frame import Frame
from kubebuku.reports.phrases import phrase, span_name
from kubebuku.reports.running import balance_before, closing_lines, described
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, opening, total

#: The worst that loans may be late without a word in the report: three months.
_STUCK = 90


def build(frame: Frame) -> tuple[Part, ...]:
    """Two parts; nothing for a group that neither lends nor keeps money for it."""
    page = _page(frame)
    loans = frame.ask(Loans(frame.until))
    if not page.rows and not page.opening and not page.closing and not loans.rows:
        return ()
    return _parts(frame, page, loans.rows)


def book(frame: Frame) -> tuple[Part, ...]:
    """The same by itself; an empty book where nothing was ever lent or kept."""
    return _parts(frame, _page(frame), frame.ask(Loans(frame.until)).rows)


def boxes_told(frame: Frame) -> frozenset[str]:
    """The place of money whose every line stands in this book: that of simpan pinjam, where there is only one."""
    boxes = frame.boxes_under(LOAN_CASH)
    return frozenset(page.box for page in boxes if page.box) if len(boxes) == 1 else frozenset()


def _page(frame: Frame) -> BookPage:
    page: BookPage = frame.ask(SavingsLoanBook(frame.month, show_struck=frame.shows_struck))
    return page


def _parts(frame: Frame, page: BookPage, lent: tuple[LoanRow, ...]) -> tuple[Part, ...]:
    places = ", ".join(box.label for box in frame.boxes_under(LOAN_CASH))
    captions = (phrase(N_("Place of money: {box}"), box=places),) if places else ()
    title, sheet = _("Savings-loan cash book"), _("Savings and loan")
    parts = [Part("loans", title, _book(frame, page), captions=captions, landscape=True, sheet=sheet)]
    if lent:
        parts.append(_loans(frame, lent))
    return tuple(parts)


# ------------------------------------------------------------------------------------------------- buku kas simpan pinjam


def _book(frame: Frame, page: BookPage) -> tuple[Block, ...]:
    blocks: list[Block] = [book_table(page, frame), Paragraph(phrase(N_("In words: {words}"), words=terbilang(page.closing)))]
    if page.elsewhere_in or page.elsewhere_out:
        said = N_("Through other places of money {received} came in on loans and {paid} was lent.")
        blocks.append(Note(phrase(said, received=page.elsewhere_in, paid=page.elsewhere_out)))
    blocks.append(frame.group.signatures(frame.signed_on))
    return tuple(blocks)


def book_table(page: BookPage, frame: Frame) -> Table:
    """What came in at the left, what went out at the right, what was there after it."""
    came, went = _("Receipts (Rp)"), _("Payments (Rp)")
    parts_in, parts_out = ("saved", "repaid", "fee", "other_in"), ("lent", "withdrawn", "other_out")
    columns = (
        Column("no", _("No."), "number", 9),
        Column("on", _("Date"), "date", 17),
        Column("bukti", _("Voucher no."), width=26, small=True),
        Column("what", pgettext("column", "Description"), width=84),
        Column("saved", _("Savings"), "money", 22, over=came),
        Column("repaid", _("Principal\nrepaid"), "money", 22, over=came),
        Column("fee", _("Service fee\nand fines"), "money", 20, over=came),
        Column("other_in", pgettext("column", "Other"), "money", 22, over=came),
        Column("lent", _("Lent"), "money", 22, over=went),
        Column("withdrawn", _("Savings\nwithdrawn"), "money", 22, over=went),
        Column("other_out", pgettext("column", "Other"), "money", 22, over=went),
        Column("saldo", _("Balance\n(Rp)"), "money", 25, running=Formula(parts_in, parts_out)),
    )
    keys = (*parts_in, *parts_out)
    places = {row.number: place for place, row in enumerate(page.rows, 1)}
    rows = tuple(
        Row(
            (place, row.on, row.number, described(row, places), *(getattr(row, key) or None for key in keys), row.balance),
            struck=row.struck,
        )
        for place, row in enumerate(page.rows, 1)
    )
    sums = [Rupiah(sum(getattr(row, key) for row in page.rows if not row.struck)) for key in keys]
    nothing: tuple[None, ...] = (None,) * len(keys)
    before = balance_before(page.month.first, begins=page.opens_book or page.month.first <= frame.reading.facts.opened)
    return Table(
        columns,
        rows,
        totals=closing_lines(span_name(page.month.first, page.month.last), frame.until, sums, page.closing),
        opening=opening((None, page.month.first, None, before, *nothing, page.opening)),
        carry=keys,
        empty=_("Nothing came in or went out."),
    )


# ---------------------------------------------------------------------------------------------------------------- loans


def _loans(frame: Frame, rows: tuple[LoanRow, ...]) -> Part:
    found = frame.ask(Portfolio(frame.until))
    blocks: list[Block] = [_list(rows), Heading(_("List of arrears"), 2), arrears_table(frame)]
    if found.par[2]:
        said = N_("{amount} is more than {days} days late; talk about it in the next meeting.")
        blocks.append(Note(phrase(said, amount=found.par[2], days=_STUCK)))
    blocks += [*_risk(frame), Heading(_("Figures of all loans"), 2), _figures(found)]
    blocks.append(frame.group.signatures(frame.signed_on, witnesses=False))
    caption = phrase(N_("On {day}"), day=frame.until)
    return Part("loans-list", _("Loans and arrears"), tuple(blocks), captions=(caption,), landscape=True)


def _list(rows: tuple[LoanRow, ...]) -> Table:
    columns = (
        Column("no", _("No."), "number", 9),
        Column("label", _("Loan no."), width=24, small=True),
        Column("name", _("Borrower"), width=44),
        Column("kind", pgettext("loan", "Who"), width=22),
        Column("on", _("Lent on"), "date", 20),
        Column("principal", _("Loan\n(Rp)"), "money", 25),
        Column("repaid", _("Repaid\n(Rp)"), "money", 25),
        Column("rest", _("Rest\n(Rp)"), "money", 25, across=Formula(plus=("principal",), minus=("repaid",))),
        Column("late", _("Arrears\n(Rp)"), "money", 25),
        Column("days", _("Days\nlate"), "integer", 14),
        Column("quality", pgettext("loan", "Standing"), width=28),
    )
    lines = tuple(
        Row(
            (
                place,
                row.label,
                row.name,
                _("member") if row.member else _("outsider"),
                row.opened,
                row.principal,
                row.principal - row.rest,
                row.rest,
                row.late,
                row.days_late,
                _standing(row),
            )
        )
        for place, row in enumerate(rows, 1)
    )
    sums = [
        Rupiah(sum(figures)) for figures in zip(*((r.principal, r.principal - r.rest, r.rest, r.late) for r in rows), strict=True)
    ]
    return Table(columns, lines, totals=(total(_("Total"), (*(None,) * 5, *sums, None, None), summed=Sum()),))


def _standing(row: LoanRow) -> str:
    if row.standing == "running" and not row.rest and not row.days_late:
        return phrase(N_("jasa and fines {amount}"), amount=row.dues)
    return say(QUALITY_NAMES[row.quality])


def arrears_table(frame: Frame) -> Table:
    """Anggota, angsuran ke, jatuh tempo, jumlah, hari terlambat, kolektibilitas."""
    columns = (
        Column("no", _("No."), "number", 9),
        Column("name", _("Borrower"), width=56),
        Column("label", _("Loan no."), width=26, small=True),
        Column("at", _("Instalment\nno."), "number", 20),
        Column("due", _("Due on"), "date", 22),
        Column("principal", _("Principal\n(Rp)"), "money", 26),
        Column("fee", _("Service fee\n(Rp)"), "money", 24),
        Column("amount", _("Amount\n(Rp)"), "money", 26, across=Formula(plus=("principal", "fee"))),
        Column("days", _("Days\nlate"), "number", 16),
        Column("quality", pgettext("loan", "Standing"), width=30),
    )
    found = frame.ask(Arrears(frame.until))
    rows = tuple(
        Row(
            (
                place,
                row.name,
                row.label,
                row.no,
                row.due,
                row.principal,
                row.fee,
                row.amount,
                row.days_late,
                say(QUALITY_NAMES[row.quality]),
            )
        )
        for place, row in enumerate(found, 1)
    )
    sums = (
        Rupiah(sum(row.principal for row in found)),
        Rupiah(sum(row.fee for row in found)),
        Rupiah(sum(row.amount for row in found)),
    )
    totals = (total(_("Total"), (*(None,) * 5, *sums, None, None), summed=Sum()),) if found else ()
    return Table(columns, rows, totals=totals, empty=_("Nobody is late."))


def _figures(found: PortfolioData) -> Side:
    money = (
        (_("Lent to members"), found.members),
        (_("Lent to people outside the group"), found.outsiders),
        (_("Altogether lent out"), found.rest),
        (_("Arrears of principal"), found.late_principal),
        (_("Arrears of service fee"), found.late_fee),
        (_("Lent this year"), found.lent_year),
        (_("Repaid this year"), found.repaid_year),
        (_("Service fee received this year"), found.fee_year),
    )
    shares = (
        (_("Loans running"), str(found.running)),
        (_("People who borrow"), str(found.borrowers)),
        (_("Loans that are late"), str(found.late_loans)),
        (_("Rest of late loans (PAR 1)"), _part(found.par[0], found.rest)),
        (_("More than 30 days late (PAR 30)"), _part(found.par[1], found.rest)),
        (_("More than 90 days late (PAR 90)"), _part(found.par[2], found.rest)),
        (_("Repaid of what fell due"), _share(found.repaid_rate)),
        (_("Repayment rate (RR)"), _share(found.recovery_rate)),
        (_("Borrowers three months late (LAR)"), _share(found.lar)),
    )
    return Side((Pairs(money, label_width=62),), (Pairs(shares, label_width=66),), share=0.5)


def _part(amount: Rupiah, of: Rupiah) -> str:
    return phrase(N_("{amount} ({share})"), amount=amount, share=_share(Fraction(int(amount), int(of)) if of else None))


def _share(share: Fraction | None) -> str:
    return "–" if share is None else percent(share, 1)


def _risk(frame: Frame) -> tuple[Block, ...]:
    memo = frame.ask(RiskMemo(frame.until))
    columns = (
        Column("what", pgettext("loan", "Standing"), width=50),
        Column("count", _("Loans"), "integer", 18),
        Column("rest", _("Rest\n(Rp)"), "money", 30),
        Column("share", pgettext("column", "Share"), width=18, align="right"),
        Column("wanted", _("To be set aside\n(Rp)"), "money", 32),
    )
    rows = tuple(
        Row((say(QUALITY_NAMES[line.quality]), line.loans, line.rest, percent(line.share, 1), line.provision))
        for line in memo.lines
    )
    sums = (sum(line.loans for line in memo.lines), Rupiah(sum(line.rest for line in memo.lines)), None, memo.total)
    table = Table(columns, rows, totals=(total(_("Total"), (None, *sums), summed=Sum()),), numbered=False)
    said = _("A figure to think with, by the shares that cooperatives use. It is not posted.")
    blocks: list[Block] = [Heading(_("Risk of the loans"), 2), Paragraph(said, small=True), table]
    if memo.held:
        blocks.append(Paragraph(phrase(N_("Set aside in the book: {amount}."), amount=memo.held)))
    return tuple(blocks)
