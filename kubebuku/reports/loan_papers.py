"""What every paper about a loan says of it: borrower, address, terms, instalments."""

from __future__ import annotations

from kubebuku.books.members.queries import MemberRow, Members, OutsiderRow, Outsiders
from kubebuku.books.savings_loan.queries import LoanCardData
from kubebuku.books.savings_loan.rules import EVERY_NAMES, METHOD_NAMES, PER_NAMES, FineKind, Rule
from kubebuku.books.savings_loan.schedules import Method
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, pgettext, say
from kubebuku.reports.frame import Frame
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, total


def address_of(frame: Frame, person: int) -> str:
    """Address and telephone, empty where nothing was written."""
    one = _person(frame, person)
    written = (one.address, one.neighbourhood if isinstance(one, MemberRow) else None, one.phone)
    return ", ".join(part for part in written if part)


def nik_of(frame: Frame, person: int) -> str:
    """NIK whole, for the agreement that the person signs; empty where nothing was written."""
    return _person(frame, person).nik or ""


def _person(frame: Frame, person: int) -> MemberRow | OutsiderRow:
    """Whoever borrows is, or was, a member or is known as an outsider."""
    people: tuple[MemberRow | OutsiderRow, ...] = (*frame.ask(Members(with_left=True)), *frame.ask(Outsiders()))
    return next(one for one in people if one.person == person)


def fee_words(card: LoanCardData) -> str:
    """Jasa as agreed: 2 % per bulan, tetap."""
    if card.row.method is Method.NONE:
        return say(METHOD_NAMES[Method.NONE])
    method, per = say(METHOD_NAMES[card.row.method]), say(PER_NAMES[card.per])
    return phrase(N_("{rate} {per}, {method}"), rate=card.rate, per=per, method=method)


def term_words(card: LoanCardData) -> str:
    """3 bulan, tiap bulan."""
    every = say(EVERY_NAMES[card.every])
    if card.row.months is None:
        return every
    return phrase(N_("{months} months, {every}"), months=card.row.months, every=every)


def fine_words(rule: Rule) -> str:
    """Denda by these rules, in the middle of a sentence; a word for none too."""
    if rule.fine is FineKind.FIXED:
        return phrase(N_("{amount} for each instalment that is late"), amount=rule.fine_amount)
    if rule.fine is FineKind.PERCENT:
        return phrase(N_("{share} of what is late, for each 30 days begun"), share=rule.fine_rate)
    return _("none")


def schedule_table(card: LoanCardData) -> Table:
    """Angsuran ke, jatuh tempo, pokok, jasa, jumlah, sisa."""
    columns = (
        Column("no", _("Instalment\nno."), "number", 18),
        Column("due", _("Due on"), "date", 26),
        Column("principal", _("Principal\n(Rp)"), "money", 28),
        Column("fee", _("Service fee\n(Rp)"), "money", 28),
        Column("amount", _("Instalment\n(Rp)"), "money", 28, across=Formula(plus=("principal", "fee"))),
        Column("rest", _("Rest\n(Rp)"), "money", 28),
    )
    rows, rest = [], Rupiah(sum(line.principal for line in card.lines))
    for line in card.lines:
        rest = rest - line.principal
        rows.append(Row((line.no, line.due, line.principal, line.interest, line.principal + line.interest, rest)))
    principal = Rupiah(sum(line.principal for line in card.lines))
    fee = Rupiah(sum(line.interest for line in card.lines))
    totals = (total(_("Total"), (None, None, principal, fee, principal + fee, None), summed=Sum()),)
    return Table(columns, tuple(rows), totals=totals, numbered=False, empty=_("The money was not handed over yet."))


def who(card: LoanCardData) -> str:
    """Anggota or bukan anggota."""
    return pgettext("person", "member") if card.row.member else pgettext("person", "not a member")
