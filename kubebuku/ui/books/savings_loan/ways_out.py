"""Ways out of what the loan book refuses, as buttons under the refusal."""

from __future__ import annotations

from functools import partial

from kubebuku.books.savings_loan.commands import Excess
from kubebuku.books.savings_loan.lending_refusals import AboveHighest, OutsidersNotAllowed, TermTooLong, TooManyLoans
from kubebuku.books.savings_loan.refusals import RepaidTooMuch
from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import _
from kubebuku.ui.forms.asking import AskingPage
from kubebuku.ui.widgets import Act


def of_loans(page: AskingPage, refusal: RuleBroken) -> list[Act]:
    """Less money, or what the meeting may decide."""
    if isinstance(refusal, RepaidTooMuch):
        acts: list[Act] = [page.way_to_write("amount", refusal.owed)]
        if refusal.may_save:
            acts.append((_("Put the rest into savings"), partial(page.put, "excess", Excess.SAVINGS), "simpanan"))
        return acts
    if not isinstance(refusal, AboveHighest | OutsidersNotAllowed | TermTooLong | TooManyLoans):
        return []
    less: list[Act] = [page.way_to_write("amount", refusal.most)] if isinstance(refusal, AboveHighest) else []
    return [*less, (_("The meeting decided otherwise"), partial(page.put, "exception", ""), "rapat")]
