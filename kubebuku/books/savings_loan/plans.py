"""Plans of instalments: those that were written, and those of loans that ran when the book was opened."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from sqlalchemy import delete, insert, select

from kubebuku.books.savings_loan.instalments import Plan
from kubebuku.books.savings_loan.rules import Per
from kubebuku.books.savings_loan.schedules import Every, Instalment, Left, Method, monthly_rate, schedule_left
from kubebuku.books.savings_loan.tables import loan_instalment, loan_plan
from kubebuku.books.spec import built
from kubebuku.domain.calendar import add_months
from kubebuku.domain.entries import DecisionId, EntryId, LoanId
from kubebuku.domain.money import Rupiah, split
from kubebuku.ledger.journal import opening_entry, read_entry
from kubebuku.ledger.tables import act
from kubebuku.ledger.work import Reading, Work

Version = tuple[Plan, int, int | None]


def stored_plans(reading: Reading, only: Sequence[LoanId] | None) -> dict[int, list[Version]]:
    wanted = select(loan_plan).order_by(loan_plan.c.loan, loan_plan.c.version)
    parts = select(loan_instalment).order_by(loan_instalment.c.loan, loan_instalment.c.version, loan_instalment.c.no)
    if only is not None:
        wanted, parts = wanted.where(loan_plan.c.loan.in_(only)), parts.where(loan_instalment.c.loan.in_(only))
    lines: dict[tuple[int, int], list[tuple[int, date, int, int]]] = {}
    for row in reading.connection.execute(parts):
        line = (row.no, date.fromisoformat(row.due), row.principal, row.interest)
        lines.setdefault((row.loan, row.version), []).append(line)
    found: dict[int, list[Version]] = {}
    for row in reading.connection.execute(wanted):
        plan = Plan(
            row.version,
            date.fromisoformat(row.since),
            Method(row.method),
            Fraction(row.rate),
            Every(row.every),
            _with_balances(lines.get((row.loan, row.version), [])),
            Rupiah(row.carried),
            row.reason,
            Rupiah(row.ahead),
        )
        found.setdefault(row.loan, []).append((plan, row.after_entry, row.entry))
    return found


def _with_balances(lines: Sequence[tuple[int, date, int, int]]) -> tuple[Instalment, ...]:
    left = sum(principal for _, _, principal, _ in lines)
    made = []
    for no, due, principal, interest in lines:
        left -= principal
        made.append(Instalment(no, due, Rupiah(principal), Rupiah(interest), Rupiah(left)))
    return tuple(made)


def opening_plans(reading: Reading) -> dict[int, Version]:
    """Plans of loans that ran when the book was opened: what the opening says of them."""
    id_ = opening_entry(reading.connection)
    if id_ is None:
        return {}
    data = reading.connection.execute(select(act.c.data).where(act.c.entry == id_)).scalar()
    told = json.loads(data).get("loans", ()) if data else ()
    if not told:
        return {}
    lines = [line for line in read_entry(reading.connection, id_).postings if line.loan is not None]
    return {
        int(line.loan): (opening_plan(reading.facts.opened, line.amount, built(Told, lent)), int(id_), int(id_))
        for line, lent in zip(lines, told, strict=False)
        if line.loan is not None
    }


@dataclass(frozen=True, kw_only=True)
class Told:
    """What an opening says of how a running loan goes on; see `OpeningLoan`, whose names these are."""

    principal: Rupiah
    instalments_left: int | None = None
    next_due: date | None = None
    method: Method | None = None
    rate: Fraction | None = None
    per: Per | None = None
    every: Every | None = None
    fee_owed: Rupiah | None = None


def opening_plan(opened: date, rest: Rupiah, told: Told) -> Plan:
    """The instalments left of a loan that ran at the opening; raises the refusals of `monthly_rate` and `schedule_left`."""
    method, every = told.method or Method.NONE, told.every or Every.MONTH
    count = 1 if every is Every.END else max(1, told.instalments_left or 1)
    first = told.next_due or add_months(opened, 1)
    step = {Every.WEEK: 7, Every.FORTNIGHT: 14}.get(every)
    dates = tuple(first + timedelta(days=step * n) if step else add_months(first, n) for n in range(count))
    owed = told.fee_owed or Rupiah(0)
    if method is Method.NONE:
        # the larger parts first, as a schedule has them
        parts = [int(part) for part in sorted(split(rest, [1] * count), reverse=True) if part]
        dues = [(no, due, part, 0) for no, (due, part) in enumerate(zip(dates, parts, strict=False), start=1)]
        return Plan(1, opened, method, Fraction(0), every, _with_balances(dues), owed)
    rate = monthly_rate(told.rate or Fraction(0), (told.per or Per.MONTH).value)
    lines = schedule_left(Left(told.principal, rest, opened, dates, method, rate, every))
    return Plan(1, opened, method, rate, every, lines, owed)


def keep_plan(
    work: Work,
    id_: LoanId,
    plan: Plan,
    *,
    after: int,
    wrote: EntryId | None,
    decided: DecisionId | None = None,
) -> None:
    """Write a plan with its instalments."""
    work.connection.execute(
        insert(loan_plan).values(
            loan=id_,
            version=plan.version,
            since=plan.since.isoformat(),
            method=plan.method.value,
            rate=str(plan.rate),
            every=plan.every.value,
            carried=int(plan.carried),
            ahead=int(plan.ahead),
            reason=plan.reason,
            decision=decided,
            entry=wrote,
            after_entry=after,
        )
    )
    work.connection.execute(
        insert(loan_instalment),
        [
            {
                "loan": id_,
                "version": plan.version,
                "no": line.no,
                "due": line.due.isoformat(),
                "principal": int(line.principal),
                "interest": int(line.interest),
            }
            for line in plan.lines
        ],
    )


def drop_plan(work: Work, id_: LoanId, version: int) -> None:
    """Take a plan back."""
    for table in (loan_instalment, loan_plan):
        work.connection.execute(delete(table).where(table.c.loan == id_, table.c.version == version))
