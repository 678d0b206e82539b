"""Peraturan Peminjaman: the lending rules as a page to be signed and hung up, with what they were before (domain.md 1.2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kubebuku.books.savings_loan.queries import LendingRule, LendingRules
from kubebuku.books.savings_loan.rules import EVERY_NAMES, METHOD_NAMES, PART_NAMES, PER_NAMES, QUALITY_NAMES, Rule, limits
from kubebuku.books.savings_loan.schedules import Method
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.terbilang import terbilang
from kubebuku.domain.text import N_
from kubebuku.i18n import _, long_date, say
from kubebuku.ledger.work import Reading
from kubebuku.reports.document import Block, Document, Heading, Paper, Paragraph, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.loan_papers import fine_words
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Column, Row, Table


def document(reading: Reading, *, at: date | None = None, paper: Paper = "a4") -> Document:
    """The rules in force on `at` (today if None)."""
    day = at or reading.today
    frame = Frame(reading, Month.of(day))
    rule = frame.ask(LendingRule(day))
    title = _("Lending rules")
    since = (
        _("usual rules, until the group writes its own")
        if rule.id is None
        else phrase(N_("In force since {day}"), day=rule.since)
    )
    blocks = [Paragraph(f"{no}. {words}") for no, words in enumerate(articles(rule), start=1)]
    part = Part(
        "lending-rules", title, (*blocks, *_history(frame), frame.group.signatures(day)), captions=(since,), period=long_date(day)
    )
    return frame.document(title, frame.group.called, (part,), paper=paper)


def articles(rule: Rule) -> Iterator[str]:
    """The rules, a sentence each."""
    yield (
        _("Members of the group and people living around may borrow.")
        if rule.outsiders
        else _("Only members of the group may borrow.")
    )
    yield phrase(N_("At most {amount} ({words}) is lent to one person."), amount=rule.most, words=terbilang(rule.most).lower())
    yield phrase(N_("A person has at most {count} loans running at once."), count=rule.at_once)
    yield phrase(N_("A loan is repaid within {months} months, {every}."), months=rule.months, every=say(EVERY_NAMES[rule.every]))
    if rule.method is Method.NONE:
        yield _("No service fee is asked.")
    else:
        values = {"rate": rule.rate, "per": say(PER_NAMES[rule.per]), "method": say(METHOD_NAMES[rule.method])}
        yield phrase(N_("The service fee is {rate} {per}, {method}."), **values)
    if rule.round_to > 1:
        yield phrase(
            N_("Instalments are rounded to {coin}; the last one takes up the difference."),
            coin=Rupiah(rule.round_to),
        )
    if rule.grace:
        yield phrase(N_("The first {count} instalments pay the service fee only."), count=rule.grace)
    yield phrase(N_("Fine for being late: {fine}."), fine=fine_words(rule))
    order = [_(PART_NAMES[part]).lower() for part in rule.order]
    yield phrase(N_("A payment is used in this order: {order}."), order=", ".join(order))
    yield _("The loan may be repaid earlier; then only the service fee of the periods begun is paid.")
    bands = [
        phrase(N_("{name} up to {days} days"), name=say(QUALITY_NAMES[one]).lower(), days=most)
        for one, most in limits(rule.bands, rule.every)
        if most
    ]
    yield phrase(N_("A loan that is late is called: {bands}, stuck after that."), bands=", ".join(bands))
    yield _("Every loan is decided by the meeting. What goes beyond these rules needs a decision with its reason.")
    if rule.note:
        yield rule.note


def _history(frame: Frame) -> tuple[Block, ...]:
    found = frame.ask(LendingRules())
    if len(found) < 2:
        return ()
    columns = (
        Column("since", _("Since"), "date", 26),
        Column("most", _("Highest loan\n(Rp)"), "money", 32),
        Column("months", _("Months"), "number", 18),
        Column("fee", _("Service fee"), width=60),
        Column("fine", _("Fine"), width=60),
    )
    rows = tuple(Row((rule.since, rule.most, rule.months, _fee(rule), fine_words(rule))) for rule in found)
    return (Heading(_("What the rules were"), 2), Table(columns, rows, numbered=False))


def _fee(rule: Rule) -> str:
    if rule.method is Method.NONE:
        return say(METHOD_NAMES[rule.method])
    values = {"rate": rule.rate, "per": say(PER_NAMES[rule.per]), "method": say(METHOD_NAMES[rule.method])}
    return phrase(N_("{rate} {per}, {method}"), **values)
