"""The loans as plain rows, for the command line."""

from __future__ import annotations

from typing import Any

from kubebuku.books.savings_loan.queries import Loans
from kubebuku.books.savings_loan.reading import loan_list
from kubebuku.domain.calendar import Month
from kubebuku.ledger.work import Reading


def rows(reading: Reading, month: Month | None) -> list[dict[str, Any]]:
    """One object a loan as it stands at the end of the month (now if None), closed ones included."""
    at = min(month.last, reading.today) if month is not None else reading.today
    return [
        {
            "loan": int(row.loan),
            "label": row.label,
            "borrower": row.name,
            "member": row.member,
            "date": row.opened.isoformat(),
            "principal": int(row.principal),
            "months": row.months,
            "method": row.method.value,
            "rest": int(row.rest),
            "late_principal": int(row.late_principal),
            "late_interest": int(row.late_fee),
            "fine": int(row.fine),
            "days_late": row.days_late,
            "quality": row.quality.value,
            "next_due": row.next_due.isoformat() if row.next_due else None,
            "next_amount": None if row.next_amount is None else int(row.next_amount),
            "standing": row.standing,
        }
        for row in loan_list(reading, Loans(at, with_closed=True)).rows
    ]
