"""What is decided about the unexplained rest of the opening."""

from __future__ import annotations

from kubebuku.books.cash.common import account_of, label, open_unit
from kubebuku.books.cash.refusals import DecisionMissing
from kubebuku.books.opening.commands import ExplainOpening
from kubebuku.books.opening.refusals import ExplainedTooMuch, NotACapitalAccount, NothingUnexplained
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import AID_CAPITAL, RESERVE, RESULT_UNSHARED, UNEXPLAINED
from kubebuku.domain.entries import Draft, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import balances
from kubebuku.ledger.decisions import decide
from kubebuku.ledger.demands import need_amount
from kubebuku.ledger.work import Work


def explain_opening(work: Work, command: ExplainOpening) -> Outcome:
    """From 3190 to capital, whichever side it stands on."""
    amount = need_amount(command.amount)
    account = account_of(work, command.account)
    if account.base not in (AID_CAPITAL, RESERVE, RESULT_UNSHARED):
        raise NotACapitalAccount(label(account))
    if not command.decision.strip():
        raise DecisionMissing
    held = balances.of(work.connection, *(one.code for one in work.chart.under(UNEXPLAINED)))
    if held == 0:
        raise NothingUnexplained
    if amount > abs(held):
        raise ExplainedTooMuch(abs(held), amount)
    unit = open_unit(work, command.unit, command.on)
    lines = (debit(UNEXPLAINED, amount), credit(account.code, amount, unit=unit))
    if held > 0:
        lines = (debit(account.code, amount, unit=unit), credit(UNEXPLAINED, amount))
    decision = decide(work, command.decision, command.on)
    posted = work.journal.post(Draft(command.on, command.description, "explain_opening", lines, decision=decision))
    values = {"amount": amount, "account": label(account), "left": Rupiah(abs(held) - amount)}
    said = Sentence(N_("Saved: {amount} now stands under {account}. Not explained yet: {left}."), values)
    return Outcome(Changed.ENTRIES, posted.id, posted.number, said)
