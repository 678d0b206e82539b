"""Who the group is, its choices and its decisions."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import update

from kubebuku.books.cash.common import box_of, label
from kubebuku.books.cash.refusals import DecisionMissing
from kubebuku.books.group.commands import RecordDecision, SetBoxDefaults, SetChoices, SetGroup
from kubebuku.books.group.refusals import ChoiceUnknown, YearFoundedWrong
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.names import clean_name, clean_text
from kubebuku.domain.refusals import AccountClosed
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import settings
from kubebuku.ledger.decisions import decide
from kubebuku.ledger.tables import kube
from kubebuku.ledger.work import Work

#: The first year a Kube can have begun: the programme's first groups are of 1982 (domain.md 1.8).
FIRST_YEAR = 1982

#: Values of the choices that have some.
PAPERS = ("a4", "f4")
GENERAL_COSTS = ("general", "by_income")
COUNT_DAYS = range(1, 366)


def set_group(work: Work, command: SetGroup) -> Outcome:
    """Cleaned texts; the name must be one."""
    if command.founded is not None and not FIRST_YEAR <= command.founded <= work.today.year:
        raise YearFoundedWrong(command.founded, FIRST_YEAR, work.today.year)
    texts = {
        field.name: clean_text(getattr(command, field.name) or "", most=200) or None
        for field in fields(command)
        if field.name not in ("group", "founded")
    }
    name = clean_name(command.group)
    work.connection.execute(update(kube).values(name=name, founded=command.founded, **texts))
    return Outcome(Changed.GROUP, said=Sentence(N_("Saved: {name}."), {"name": name}))


def set_box_defaults(work: Work, command: SetBoxDefaults) -> Outcome:
    """Open boxes only."""
    for key, code in (("usaha", command.usaha), ("savings_loan", command.savings_loan), ("solidarity", command.solidarity)):
        box = box_of(work, code, key)
        if box.closed:
            raise AccountClosed(box.code, label(box))
        settings.write(work.connection, f"box_{key}", code)
    return Outcome(Changed.SETTINGS, said=Sentence(N_("The usual places have been saved.")))


def set_choices(work: Work, command: SetChoices) -> Outcome:
    """Known values only."""
    if command.count_days is not None and command.count_days not in COUNT_DAYS:
        raise ChoiceUnknown("count_days", str(command.count_days), (f"{COUNT_DAYS.start}–{COUNT_DAYS.stop - 1}",))
    for key, found, known in (("paper", command.paper, PAPERS), ("general_costs", command.general_costs, GENERAL_COSTS)):
        if found is not None and found not in known:
            raise ChoiceUnknown(key, found, known)
    for field in fields(command):
        value = getattr(command, field.name)
        if value is not None:
            settings.write(work.connection, field.name, value)
    return Outcome(Changed.SETTINGS, said=Sentence(N_("The choices have been saved.")))


def record_decision(work: Work, command: RecordDecision) -> Outcome:
    """Words and day."""
    if not command.words.strip():
        raise DecisionMissing
    made = decide(work, command.words, command.decided)
    return Outcome(Changed.RECORDS, said=Sentence(N_("The decision has been written down.")), made={"decision": made})
