"""Amounts of a column laid on loans and fines, and what a sheet brings into each box."""

from __future__ import annotations

from collections.abc import Iterable

from kubebuku.books.collection.commands import CollectedLine, CollectedLoan, Part
from kubebuku.books.collection.queries import SheetLine, SheetPage
from kubebuku.domain.money import Rupiah

_NIL = Rupiah(0)


def line_of(line: SheetLine, amounts: dict[Part, Rupiah]) -> CollectedLine:
    """What was written in the columns, laid on loans and fines: what is due first, what is more on the oldest loan."""
    fine, loan_fines = _fines(line, amounts.get(Part.FINE, _NIL))
    principals = _spread([loan.principal for loan in line.loans], [loan.rest for loan in line.loans], amounts.get(Part.PRINCIPAL))
    fees = _spread([loan.fee for loan in line.loans], [], amounts.get(Part.FEE))
    loans = (
        CollectedLoan(loan=loan.loan, principal=principal, fee=fee, fine=penalty)
        for loan, principal, fee, penalty in zip(line.loans, principals, fees, loan_fines, strict=True)
    )
    return CollectedLine(
        person=line.person,
        obligatory=amounts.get(Part.OBLIGATORY, _NIL),
        voluntary=amounts.get(Part.VOLUNTARY, _NIL),
        dues=amounts.get(Part.DUES, _NIL),
        loans=tuple(loan for loan in loans if loan.total),
        fine=fine,
    )


def _fines(line: SheetLine, amount: Rupiah) -> tuple[Rupiah, list[Rupiah]]:
    """Fines of meetings before denda of loans; what is too much goes where there is something to refuse it."""
    of_meetings = min(amount, line.fine)
    left = amount - of_meetings
    on_loans = [_NIL for _loan in line.loans]
    for at, loan in enumerate(line.loans):
        on_loans[at] = min(left, loan.fine)
        left = left - on_loans[at]
    if left and any(loan.fine for loan in line.loans):
        at = next(at for at, loan in enumerate(line.loans) if loan.fine)
        on_loans[at], left = on_loans[at] + left, _NIL
    return of_meetings + left, on_loans


def _spread(due: Iterable[Rupiah], rests: list[Rupiah], amount: Rupiah | None) -> list[Rupiah]:
    """Each its due in turn, then each up to its rest, what is left on the first."""
    parts, left = [], amount or _NIL
    for one in due:
        parts.append(min(left, one))
        left = left - parts[-1]
    for at, rest in enumerate(rests):
        more = min(left, max(_NIL, rest - parts[at]))
        parts[at], left = parts[at] + more, left - more
    if parts:
        parts[0] = parts[0] + left
    return parts


def by_box(sheet: SheetPage, lines: Iterable[CollectedLine]) -> dict[str, Rupiah]:
    """What goes into each box, in the order savings, dues, fines; boxes without money left out."""
    sums: dict[str, Rupiah] = {}
    for line in lines:
        for box, amount in ((sheet.box, line.saved), (sheet.dues_box, line.dues), (sheet.fine_box, line.fine)):
            if amount:
                sums[box.box] = sums.get(box.box, _NIL) + amount
    order = (sheet.box.box, sheet.dues_box.box, sheet.fine_box.box)
    return {box: sums[box] for box in dict.fromkeys(order) if box in sums}
