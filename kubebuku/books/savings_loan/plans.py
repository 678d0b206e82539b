"""Plans of instalments: those that were written, and those of loans that ran when the book was opened."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from sqlalchemy import delete, insert, select

from kubebuku.books.savings_loan.instalments import Plan
from kubebuku.books.savings_loan.schedules import Every, Instalment, Method
from kubebuku.books.savings_loan.tables import loan_instalment, loan_plan
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
    """Plans of loans that ran when the book was opened: what the opening says of them, in equal monthly parts without jasa."""
    id_ = opening_entry(reading.connection)
    if id_ is None:
        return {}
    data = reading.connection.execute(select(act.c.data).where(act.c.entry == id_)).scalar()
    told = json.loads(data).get("loans", ()) if data else ()
    if not told:
        return {}
    opened = reading.facts.opened
    lines = [line for line in read_entry(reading.connection, id_).postings if line.loan is not None]
    found: dict[int, Version] = {}
    for line, lent in zip(lines, told, strict=False):
        if line.loan is None:
            continue
        due = date.fromisoformat(lent["next_due"]) if lent.get("next_due") else add_months(opened, 1)
        parts = split(line.amount, [1] * max(1, lent.get("instalments_left") or 1))
        # the larger parts first, as a schedule has them
        dues = [(no, add_months(due, no - 1), int(part), 0) for no, part in enumerate(sorted(parts, reverse=True), start=1)]
        plan = Plan(1, opened, Method.NONE, Fraction(0), Every.MONTH, _with_balances([one for one in dues if one[2]]))
        found[int(line.loan)] = (plan, int(id_), int(id_))
    return found


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
