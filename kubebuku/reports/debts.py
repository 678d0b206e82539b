"""Who owes the group and whom the group owes, by name and with age."""

from __future__ import annotations

from collections.abc import Sequence

from kubebuku.books.cash.queries import Advances, Claim, OwedToPeople
from kubebuku.books.enterprise.queries import Debt, DebtOf, Deposits, OutsideLoans, Payables, Receivables
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.reports.document import Block, Heading, Paragraph, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, total

#: One list of no more lines than this needs no page of its own.
_FEW = 5


def build(frame: Frame) -> tuple[Part, ...]:
    """One part; a kind of debt that nobody has is left out."""
    day = frame.until
    aged = (
        (_("Owed to the group for sales and hire"), frame.ask(Receivables(day))),
        (_("Owed to shops and suppliers"), frame.ask(Payables(day))),
        (_("Paid ahead by customers"), frame.ask(Deposits(day))),
        (_("Borrowed from outside"), frame.ask(OutsideLoans(day))),
    )
    claims = (
        (_("Advances and claims on people"), frame.ask(Advances(day))),
        (_("Laid out by people and wages not yet paid"), frame.ask(OwedToPeople(day))),
    )
    sections: dict[str, Table] = {}
    for title, debts in aged:
        if debts:
            sections[title] = aged_table(debts)
    for title, open_claims in claims:
        if open_claims:
            sections[title] = claims_table(frame, open_claims)
    order = (aged[0][0], claims[0][0], aged[1][0], aged[2][0], claims[1][0], aged[3][0])
    blocks: list[Block] = []
    for title in order:
        if title in sections:
            blocks += [Heading(title), sections[title]]
    caption = phrase(N_("On {day}"), day=day)
    if not blocks:  # one sentence needs no page of its own
        nobody = (
            Paragraph(_("Nobody owes the group anything, and the group owes nobody.")),
            Paragraph(_("Loans to members stand in the savings-loan book."), small=True),
        )
        return (Part("debts", _("Receivables and debts"), nobody, captions=(caption,), new_page=False),)
    said = _("Each payment settles the oldest first. Loans to members stand in the savings-loan book.")
    blocks.append(Paragraph(said, small=True))
    few = len(sections) == 1 and all(len(table.rows) <= _FEW for table in sections.values())
    return (Part("debts", _("Receivables and debts"), tuple(blocks), captions=(caption,), new_page=not few),)


def aged_table(people: Sequence[DebtOf]) -> Table:
    """One line a person: what is open by age, and since when."""
    columns = (
        Column("no", _("No."), "number", 8),
        Column("who", _("Name"), width=46),
        Column("a0", _("up to 30\ndays"), "money", 21, over=_("Open for (Rp)")),
        Column("a1", _("31 to 60\ndays"), "money", 21, over=_("Open for (Rp)")),
        Column("a2", _("61 to 90\ndays"), "money", 21, over=_("Open for (Rp)")),
        Column("a3", _("over 90\ndays"), "money", 21, over=_("Open for (Rp)")),
        Column("all", _("Total\n(Rp)"), "money", 24, across=Formula(plus=("a0", "a1", "a2", "a3"))),
        Column("since", _("Oldest\nof"), "date", 18),
    )
    rows = []
    for place, one in enumerate(people, 1):
        oldest: Debt | None = one.debts[0] if one.debts else None
        rows.append(Row((place, one.name or _("(no name)"), *one.ages, one.total, oldest.on if oldest else None)))
    ages = [Rupiah(sum(one.ages[at] for one in people)) for at in range(4)]
    together = Rupiah(sum(one.total for one in people))
    return Table(
        columns, tuple(rows), totals=(total(_("Total"), (None, None, *ages, together, None), summed=Sum()),), numbered=False
    )


def claims_table(frame: Frame, claims: Sequence[Claim]) -> Table:
    """One line a person: since when, for how many days, how much."""
    columns = (
        Column("no", _("No."), "number", 8),
        Column("who", _("Name"), width=92),
        Column("since", _("Since"), "date", 22),
        Column("days", _("Age\n(days)"), "integer", 22),
        Column("amount", _("Total\n(Rp)"), "money", 36),
    )
    rows = tuple(
        Row((place, one.name, one.since, (frame.until - one.since).days, one.amount)) for place, one in enumerate(claims, 1)
    )
    amount = Rupiah(sum(one.amount for one in claims))
    return Table(columns, rows, totals=(total(_("Total"), (None, None, None, None, amount), summed=Sum()),), numbered=False)
