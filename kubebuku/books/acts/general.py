"""The general journal, decisions, and what is decided about the unexplained opening balance."""

from __future__ import annotations

from kubebuku.books.acts.commands import ExplainOpening, GeneralJournal, RecordDecision
from kubebuku.books.acts.group_refusals import ExplainedTooMuch, NotACapitalAccount, NothingUnexplained
from kubebuku.books.cash.common import account_of, label, open_unit
from kubebuku.books.cash.refusals import DecisionMissing
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import AID_CAPITAL, RESERVE, RESULT_UNSHARED, UNEXPLAINED
from kubebuku.domain.entries import JOURNAL, Draft, Posting, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import balances
from kubebuku.ledger.decisions import decide
from kubebuku.ledger.demands import need_amount
from kubebuku.ledger.work import Work


def general_journal(work: Work, command: GeneralJournal) -> Outcome:
    """Free lines; the ledger refuses what is no entry."""
    lines = tuple(Posting(one.account, one.amount, one.unit, one.person, one.loan, one.item) for one in command.lines)
    posted = work.journal.post(
        Draft(command.on, command.description, JOURNAL, lines, nota=command.nota, decision=command.decision)
    )
    return Outcome(Changed.ENTRIES, posted.id, posted.number, Sentence(N_("Saved: {number}."), {"number": posted.number}))


def record_decision(work: Work, command: RecordDecision) -> Outcome:
    """Words and day."""
    if not command.words.strip():
        raise DecisionMissing
    made = decide(work, command.words, command.decided)
    return Outcome(Changed.RECORDS, said=Sentence(N_("The decision has been written down.")), made={"decision": made})


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
