"""Posting what comes into the solidarity fund and what it gives, and keeping the rules of it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import insert, update

from kubebuku.books.members.payers import NoMemberThen, present_member
from kubebuku.books.members.refusals import UnknownMember
from kubebuku.books.solidarity.commands import (
    EndBenefit,
    GiveBenefit,
    SetAside,
    SetBenefit,
    SetSolidarityRule,
    Source,
    TakeDues,
)
from kubebuku.books.solidarity.queries import BenefitKind
from kubebuku.books.solidarity.refusals import (
    BenefitAboveCeiling,
    BenefitEndsTooEarly,
    BenefitEventTaken,
    BenefitForMembersOnly,
    BenefitNeedsDecision,
    BenefitNotInForce,
    BenefitUnknown,
    NoDuesWritten,
    SetAsideTooMuch,
    SolidarityRuleTooFar,
)
from kubebuku.books.solidarity.sources import most
from kubebuku.books.solidarity.standing import history, kinds, last_given, payers, rules
from kubebuku.books.solidarity.tables import benefit, benefit_rule, solidarity_rule
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import RESULT_SHARED, RESULT_UNSHARED, SOLIDARITY_FUND
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import DuesFund, told
from kubebuku.domain.entries import Draft, PersonId, Posting, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import clean_name, fit_description, name_key
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import say
from kubebuku.ledger import dues
from kubebuku.ledger.decisions import given_decision, need_decision
from kubebuku.ledger.demands import need_amount, need_box, need_person, need_unit
from kubebuku.ledger.said import saved_in, saved_out, saved_still
from kubebuku.ledger.signed_months import begins_open
from kubebuku.ledger.work import Reading, Work

RULES = Changed.RECORDS | Changed.SETTINGS
#: A rule may be written this many months before it begins.
FARTHEST_RULE = 12


# ---- rules


def set_rule(work: Work, command: SetSolidarityRule) -> Outcome:
    """A new version; the earlier ones stay."""
    latest = Month.of(work.today).plus(FARTHEST_RULE)
    if command.since > latest:
        raise SolidarityRuleTooFar(command.since, latest)
    begins_open(work, command.since, "since")
    amount = command.amount and need_amount(command.amount)
    if command.decision is not None:
        need_decision(work.connection, command.decision)
    values = {
        "since": command.since.first.isoformat(),
        "amount": int(amount),
        "period": command.every.value,
        "decision": command.decision,
        "who": work.who,
        "recorded": work.recorded,
    }
    work.connection.execute(insert(solidarity_rule).values(values))
    message = {
        "month": N_("Saved. From {since} each member pays {amount} a month."),
        "year": N_("Saved. From {since} each member pays {amount} a year."),
    }[command.every.value]
    return Outcome(RULES, said=Sentence(message, {"since": command.since, "amount": amount}))


def set_benefit(work: Work, command: SetBenefit) -> Outcome:
    """A kind of event, new or in the place of an older one, which stays readable with what was given under it."""
    event = clean_name(command.event, field="event")
    ceiling = None if command.ceiling is None else need_amount(command.ceiling, "ceiling")
    old = None if command.rule is None else kind_of(work, command.rule)
    for other in kinds(work):
        if name_key(other.event) == name_key(event) and other.ended is None and other != old:
            raise BenefitEventTaken(other.event)
    begins_open(work, command.since, "since")
    if old is not None:
        _end(work, old, command.since, "since")
    values = {
        "since": command.since.isoformat(),
        "event": event,
        "ceiling": None if ceiling is None else int(ceiling),
        "outsiders": int(command.outsiders),
        "who": work.who,
        "recorded": work.recorded,
    }
    made = work.connection.execute(insert(benefit_rule).values(values).returning(benefit_rule.c.id)).scalar_one()
    message = (
        N_("Saved: for {event} the fund gives from {since} on.")
        if ceiling is None
        else N_("Saved: for {event} the fund gives up to {ceiling} from {since} on.")
    )
    said = Sentence(message, {"event": event, "ceiling": ceiling or Rupiah(0), "since": command.since})
    return Outcome(RULES, said=said, made={"benefit": made})


def end_benefit(work: Work, command: EndBenefit) -> Outcome:
    """The kind stays readable."""
    old = kind_of(work, command.rule)
    begins_open(work, command.on, "on")
    _end(work, old, command.on, "on")
    said = Sentence(N_("Saved: for {event} nothing is given from {ended} on."), {"event": old.event, "ended": command.on})
    return Outcome(RULES, said=said)


def kind_of(reading: Reading, rule: int) -> BenefitKind:
    """The kind of that id that has not ended; raises BenefitUnknown."""
    found = next((one for one in kinds(reading) if one.id == rule and one.ended is None), None)
    if found is None:
        raise BenefitUnknown(rule)
    return found


def _end(work: Work, old: BenefitKind, on: date, field: str) -> None:
    given = last_given(work, old.id)
    if on < old.since or (given is not None and on <= given):
        raise BenefitEndsTooEarly(old.event, on, max(old.since, given or old.since), field)
    work.connection.execute(update(benefit_rule).where(benefit_rule.c.id == old.id).values(ended=on.isoformat()))


# ---- what comes in


def take_dues(work: Work, command: TakeDues) -> Outcome:
    """A box against 2120 in the name of the member; the months beside it."""
    box = need_box(work.chart, command.box)
    work.journal.check_date(command.on)
    name = present_member(work, command.person, command.on).name
    if command.amount is None and not command.months:
        raise NoDuesWritten
    amount = None if command.amount is None else need_amount(command.amount)
    asked = history(rules(work))
    paid = dues.paid(work.connection, DuesFund.SOLIDARITY, of=command.person).get(command.person, {})
    payer = payers(work, command.person)[0].payer
    parts = dues.choose(dues.Account(asked, payer, name, paid, Month.of(command.on)), command.months, amount)
    total = Rupiah(sum(part for _month, part in parts))
    words = Sentence(N_("Dues of {name} for {months}"), {"name": name, "months": told(asked, (month for month, _part in parts))})
    description = command.description or fit_description(say(words))
    lines = (debit(box, total), credit(SOLIDARITY_FUND, total, person=command.person))
    posted = work.journal.post(Draft(command.on, description, "dues", lines, nota=command.nota))
    dues.note(work.connection, posted.id, DuesFund.SOLIDARITY, command.person, parts)
    return Outcome(Changed.ENTRIES, posted.id, posted.number, saved_in(work, description, total, box))


def set_aside(work: Work, command: SetAside) -> Outcome:
    """3131 of a business, or 3130, against 2120; the boxes move in the same entry."""
    amount = need_amount(command.amount)
    work.journal.check_date(command.on)
    running = command.source is Source.RUNNING
    unit = need_unit(work.connection, command.unit, command.on).id if running else command.unit
    box, to_box = need_box(work.chart, command.box), need_box(work.chart, command.to_box, "to_box")
    if command.decision is not None:
        need_decision(work.connection, command.decision)
    there = most(work, command.source, unit, command.on)
    if amount > there:
        raise SetAsideTooMuch(amount, there)
    lines: list[Posting] = [
        debit(RESULT_SHARED if running else RESULT_UNSHARED, amount, unit=unit),
        credit(SOLIDARITY_FUND, amount),
    ]
    moves = command.moves and box != to_box
    if moves:
        lines += [debit(to_box, amount), credit(box, amount)]
    draft = Draft(command.on, command.description, "set_aside", tuple(lines), nota=command.nota, decision=command.decision)
    posted = work.journal.post(draft)
    said = saved_in(work, command.description, amount, to_box) if moves else saved_still(command.description, amount)
    return Outcome(Changed.ENTRIES, posted.id, posted.number, said)


# ---- what goes out


def give_benefit(work: Work, command: GiveBenefit) -> Outcome:
    """2120 in the name of who receives it against a box, by decision, within the ceiling and the fund."""
    amount, box = need_amount(command.amount), need_box(work.chart, command.box)
    work.journal.check_date(command.on)
    name = need_person(work.connection, command.person)
    kind = next((one for one in kinds(work) if one.id == command.rule), None)
    if kind is None:
        raise BenefitUnknown(command.rule)
    if command.on < kind.since or (kind.ended is not None and command.on >= kind.ended):
        raise BenefitNotInForce(kind.event, command.on, kind.since, kind.ended)
    if not kind.outsiders and not _was_member(work, command.person, command.on):
        raise BenefitForMembersOnly(kind.event, name)
    if kind.ceiling is not None and amount > kind.ceiling:
        raise BenefitAboveCeiling(kind.event, kind.ceiling, amount)
    decision = given_decision(work, command.decision, command.decided, command.on)
    if decision is None:
        raise BenefitNeedsDecision
    words = Sentence(N_("Benefit for {name}: {event}"), {"name": name, "event": kind.event})
    description = command.description or fit_description(say(words))
    lines = (debit(SOLIDARITY_FUND, amount, person=command.person), credit(box, amount))
    posted = work.journal.post(Draft(command.on, description, "benefit", lines, nota=command.nota, decision=decision))
    work.connection.execute(insert(benefit).values(entry=posted.id, rule=kind.id, person=command.person))
    return Outcome(Changed.ENTRIES | Changed.RECORDS, posted.id, posted.number, saved_out(work, description, amount, box))


def _was_member(work: Work, person: PersonId, on: date) -> bool:
    try:
        present_member(work, person, on)
    except (NoMemberThen, UnknownMember):
        return False
    return True
