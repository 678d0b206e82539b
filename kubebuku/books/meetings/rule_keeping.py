"""The group's rules for meetings, kept with its settings."""

from __future__ import annotations

import json

from sqlalchemy import Connection

from kubebuku.books.meetings.commands import FineTo, SetMeetingRules
from kubebuku.books.meetings.queries import MeetingRules, MeetingRulesNow
from kubebuku.books.meetings.refusals import FineNegative
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.spec import Changed, Outcome, built, to_data
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import settings
from kubebuku.ledger.work import Reading, Work

#: Under which the command that set the rules is kept.
KEY = "meetings.rules"


def set_rules(work: Work, command: SetMeetingRules) -> Outcome:
    """In force for meetings held from now on; fines that were laid on stay as they are."""
    for field in ("fine_late", "fine_excused", "fine_ill", "fine_absent"):
        if getattr(command, field) < 0:
            raise FineNegative(field)
    settings.write(work.connection, KEY, json.loads(to_data(command)))
    return Outcome(Changed.SETTINGS | Changed.MEETINGS, said=Sentence(N_("The rules of meetings are saved.")))


def in_force(connection: Connection) -> SetMeetingRules:
    """The rules as they were last set; a new book's: more than half, no fines."""
    kept = settings.kept(connection, KEY)
    return SetMeetingRules() if kept is None else built(SetMeetingRules, kept)


def fines(rules: SetMeetingRules) -> dict[Presence, Rupiah]:
    """What each way of not coming on time costs."""
    return {
        Presence.PRESENT: Rupiah(0),
        Presence.LATE: rules.fine_late,
        Presence.EXCUSED: rules.fine_excused,
        Presence.ILL: rules.fine_ill,
        Presence.ABSENT: rules.fine_absent,
    }


def usual_box(connection: Connection, fine_to: FineTo) -> str:
    """The group's default box for what the fines are for."""
    choices = settings.read(connection)
    return choices.box_solidarity if fine_to is FineTo.SOLIDARITY else choices.box_usaha


def rules_now(reading: Reading, query: MeetingRulesNow) -> MeetingRules:
    """For forms and pages."""
    rules = in_force(reading.connection)
    return MeetingRules(rules.quorum, fines(rules), rules.fine_to, usual_box(reading.connection, rules.fine_to))
