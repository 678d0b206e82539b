"""The card of one account for the pendamping: every posting with its other sides, debit and credit, and the balance."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.accounts import Account
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.refusals import UnknownAccount
from kubebuku.domain.text import N_
from kubebuku.i18n import _, pgettext
from kubebuku.ledger import balances
from kubebuku.ledger.plain import RegisterLine
from kubebuku.ledger.work import Reading
from kubebuku.reports.document import Document, Paper, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.phrases import phrase, span_name
from kubebuku.reports.running import closing_lines
from kubebuku.reports.signed import frame_of
from kubebuku.reports.table import Column, Formula, Row, Table, opening


def build(reading: Reading, code: str, first: Month, last: Month, *, paper: Paper = "f4") -> Document:
    """The card of `code` from month to month; raises UnknownAccount. Struck pairs stand in it line by line, as in the ledger."""
    account = reading.chart.get(code)
    if account is None:
        raise UnknownAccount(code)
    with frame_of(reading, last) as frame:
        account = frame.reading.chart.get(code) or account
        before, lines = balances.register(reading.connection, (code,), first=first.first, last=last.last)
        title = _("Account card")
        part = Part(
            "register",
            title,
            (register_table(frame, account, before, lines, first.first, last.last),),
            captions=(phrase(N_("Account: {code} {name}"), code=code, name=frame.label(account)),),
            period=span_name(first.first, last.last),
            sheet=f"{code} {frame.label(account)}",
        )
        return frame.document(title, span_name(first.first, last.last), (part,), paper=paper)


def register_table(frame: Frame, account: Account, before: Rupiah, lines: list[RegisterLine], first: date, last: date) -> Table:
    """Balances on the account's own side: what it holds is positive."""
    sign = account.kind.sign
    columns = (
        Column("no", _("No."), "number", 9),
        Column("on", _("Date"), "date", 17),
        Column("bukti", _("Voucher no."), width=26, small=True),
        Column("what", pgettext("column", "Description"), width=52),
        Column("debit", _("Debit\n(Rp)"), "money", 24),
        Column("credit", _("Credit\n(Rp)"), "money", 24),
        Column(
            "saldo",
            _("Balance\n(Rp)"),
            "money",
            25,
            running=Formula(("debit",), ("credit",)) if sign > 0 else Formula(("credit",), ("debit",)),
        ),
    )
    rows = tuple(
        Row(
            (
                place,
                date.fromisoformat(line.date),
                line.number,
                _described(frame, line),
                line.amount if line.amount > 0 else None,
                -line.amount if line.amount < 0 else None,
                line.balance * sign,
            )
        )
        for place, line in enumerate(lines, 1)
    )
    debited = Rupiah(sum(line.amount for line in lines if line.amount > 0))
    credited = Rupiah(-sum(line.amount for line in lines if line.amount < 0))
    closing = lines[-1].balance * sign if lines else before * sign
    return Table(
        columns,
        rows,
        totals=closing_lines(span_name(first, last), min(last, frame.until), (debited, credited), closing),
        opening=opening((None, first, None, _("Balance before"), None, None, before * sign)),
        carry=("debit", "credit"),
        empty=_("Nothing was written on this account."),
    )


def _described(frame: Frame, line: RegisterLine) -> str:
    names = {unit.id: unit.label for unit in frame.units}
    whose = [frame.people.get(line.person or 0, ""), names.get(line.unit or 0, "")]
    said = ", ".join(one for one in whose if one)
    return f"{line.description} ({said})" if said else line.description
