"""Posting what members save and take out, and keeping the rules of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import insert, select

from kubebuku.books.members.payers import present_member
from kubebuku.books.members.tables import member
from kubebuku.books.personal_savings.commands import DepositSavings, SetSavingsRule, WithdrawSavings
from kubebuku.books.personal_savings.queries import SavingsTerms
from kubebuku.books.personal_savings.refusals import (
    KIND_NAMES,
    NothingDeposited,
    PrincipalDiffers,
    PrincipalPaidAlready,
    RuleTooFarAhead,
    SavingsLocked,
    SavingsOfOneWhoLeft,
    SavingsRateUnlikely,
)
from kubebuku.books.personal_savings.rules import SavingsKind
from kubebuku.books.personal_savings.standing import history, rule_of, rules, savers
from kubebuku.books.personal_savings.tables import savings_rule
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import OBLIGATORY_SAVINGS, PRINCIPAL_SAVINGS, VOLUNTARY_SAVINGS
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import DuesFund, Terms, told
from kubebuku.domain.entries import Draft, EntryId, PersonId, Posting, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import fit_description
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import say
from kubebuku.ledger import balances, dues
from kubebuku.ledger.decisions import need_decision
from kubebuku.ledger.demands import need_amount, need_box, need_person
from kubebuku.ledger.said import saved_in, saved_out
from kubebuku.ledger.signed_months import begins_open
from kubebuku.ledger.work import Reading, Work

#: Where each kind stands.
ACCOUNTS = {
    SavingsKind.PRINCIPAL: PRINCIPAL_SAVINGS,
    SavingsKind.OBLIGATORY: OBLIGATORY_SAVINGS,
    SavingsKind.VOLUNTARY: VOLUNTARY_SAVINGS,
}
#: A rule may be written this many months before it begins.
FARTHEST_RULE = 12


def codes(reading: Reading, kind: SavingsKind) -> tuple[str, ...]:
    """The account of that kind with the group's own accounts under it."""
    return tuple(one.code for one in reading.chart.under(ACCOUNTS[kind]))


def saved(reading: Reading, person: int, kind: SavingsKind) -> Rupiah:
    """What a person has saved of that kind, by all that is written."""
    return -balances.of(reading.connection, *codes(reading, kind), person=person)


def set_rule(work: Work, command: SetSavingsRule) -> Outcome:
    """A new version; the earlier ones stay."""
    latest = Month.of(work.today).plus(FARTHEST_RULE)
    if command.since > latest:
        raise RuleTooFarAhead(command.since, latest)
    begins_open(work, command.since, "since")
    if not 0 <= command.fee_rate <= 1:
        raise SavingsRateUnlikely(command.fee_rate)
    if command.decision is not None:
        need_decision(work.connection, command.decision)
    values = {
        "since": command.since.first.isoformat(),
        "principal_amount": int(command.principal and need_amount(command.principal, "principal")),
        "obligatory_amount": int(command.obligatory and need_amount(command.obligatory, "obligatory")),
        "fee_rate": str(command.fee_rate),
        "fee_base": command.fee_base.value,
        "decision": command.decision,
        "who": work.who,
        "recorded": work.recorded,
    }
    work.connection.execute(insert(savings_rule).values(values))
    said = Sentence(
        N_("Saved. From {since}: principal {principal} on joining, obligatory {obligatory} a month, jasa {rate} a year."),
        {"since": command.since, "principal": command.principal, "obligatory": command.obligatory, "rate": command.fee_rate},
    )
    return Outcome(Changed.RECORDS | Changed.SETTINGS, said=said)


def deposit(work: Work, command: DepositSavings) -> Outcome:
    """A box against 3101, 3102 and 2110 of the member; the months of simpanan wajib beside it."""
    box = need_box(work.chart, command.box)
    work.journal.check_date(command.on)
    name = present_member(work, command.person, command.on).name
    versions = rules(work)
    lines: list[Posting] = []
    kinds: list[object] = []
    if command.principal:
        lines.append(_principal(work, command, name, versions))
        kinds.append(KIND_NAMES[SavingsKind.PRINCIPAL])
    parts: tuple[tuple[Month, Rupiah], ...] = ()
    if command.obligatory or command.months:
        asked = history(versions)
        amount = need_amount(command.obligatory, "obligatory") if command.obligatory else None
        parts = dues.choose(_account(work, command, name, asked), command.months, amount)
        paid = Rupiah(sum(part for _month, part in parts))
        lines.append(credit(OBLIGATORY_SAVINGS, paid, person=command.person))
        values = {"kind": KIND_NAMES[SavingsKind.OBLIGATORY], "months": told(asked, (month for month, _part in parts))}
        kinds.append(Sentence(N_("{kind} {months}"), values))
    if command.voluntary:
        lines.append(credit(VOLUNTARY_SAVINGS, need_amount(command.voluntary, "voluntary"), person=command.person))
        kinds.append(KIND_NAMES[SavingsKind.VOLUNTARY])
    if not lines:
        raise NothingDeposited
    total = Rupiah(-sum(line.amount for line in lines))
    description = command.description or fit_description(say(Sentence(N_("{name}: {kinds}"), {"name": name, "kinds": kinds})))
    posted = work.journal.post(Draft(command.on, description, "savings", (debit(box, total), *lines), nota=command.nota))
    dues.note(work.connection, posted.id, DuesFund.OBLIGATORY, command.person, parts)
    promise_settled(work, command.person)
    return Outcome(Changed.ENTRIES, posted.id, posted.number, saved_in(work, description, total, box))


def _principal(work: Work, command: DepositSavings, name: str, versions: Sequence[SavingsTerms]) -> Posting:
    amount = need_amount(command.principal, "principal")
    held = saved(work, command.person, SavingsKind.PRINCIPAL)
    if held:
        raise PrincipalPaidAlready(name, held)
    rule = rule_of(versions, Month.of(command.on))
    if rule is not None and rule.principal and amount != rule.principal:
        raise PrincipalDiffers(rule.principal, amount)
    return credit(PRINCIPAL_SAVINGS, amount, person=command.person)


def _account(work: Work, command: DepositSavings, name: str, asked: Sequence[Terms]) -> dues.Account:
    paid = dues.paid(work.connection, DuesFund.OBLIGATORY, of=command.person).get(command.person, {})
    payer = savers(work, command.person)[0].payer
    return dues.Account(asked, payer, name, paid, Month.of(command.on), money="obligatory")


def withdraw(work: Work, command: WithdrawSavings) -> Outcome:
    """2110 of the person against a box; the zero rule keeps it from going below nothing on any day."""
    name = need_person(work.connection, command.person)
    amount, box = need_amount(command.amount), need_box(work.chart, command.box)
    if command.kind is not SavingsKind.VOLUNTARY:
        raise SavingsLocked(name, command.kind, saved(work, command.person, command.kind))
    values = {"name": name, "kind": KIND_NAMES[command.kind]}
    description = command.description or fit_description(say(Sentence(N_("{name} takes out {kind}"), values)))
    lines = (debit(VOLUNTARY_SAVINGS, amount, person=command.person), credit(box, amount))
    posted = work.journal.post(Draft(command.on, description, "savings_out", lines, nota=command.nota))
    return Outcome(Changed.ENTRIES, posted.id, posted.number, saved_out(work, description, amount, box))


def withdrawal_undone(work: Work, _entry: EntryId, command: WithdrawSavings) -> None:
    """Refused where the member has left since: there are no savings any more to which it could return."""
    promise_settled(work, command.person)


def promise_settled(work: Work, person: PersonId) -> None:
    """At the end of the act one who has left must not have savings; raises SavingsOfOneWhoLeft."""

    def check() -> None:
        found = work.connection.execute(select(member.c.left_on).where(member.c.person == person)).scalar()
        if found is not None and any(saved(work, person, kind) for kind in SavingsKind):
            raise SavingsOfOneWhoLeft(need_person(work.connection, person), date.fromisoformat(found))

    work.journal.promise(check)
