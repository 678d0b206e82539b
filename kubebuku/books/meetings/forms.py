"""How a meeting is planned and a fine is taken; minutes and rules have pages of their own."""

from __future__ import annotations

from kubebuku.books.meetings.commands import FineTo, MeetingKind, PlanMeeting, SetMeetingRules, TakeFine
from kubebuku.books.meetings.rules import Quorum
from kubebuku.books.meetings.words import KINDS, QUORUMS
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.accounts import CASH
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_

_NIL = Rupiah(0)


def _fine(name: str, label: str) -> Field:
    return Field(name, FieldKind.AMOUNT, label, N_("0 where nothing is paid"), required=False, default=_NIL)


FORMS: tuple[Form, ...] = (
    Form(
        "plan_meeting",
        PlanMeeting,
        Door.OTHER,
        "rapat",
        N_("Plan a meeting"),
        N_("with an invitation to print"),
        (
            Field("on", FieldKind.DATE, N_("When?")),
            Field("starts", FieldKind.TEXT, N_("At what time?"), N_("For example 15.30"), required=False),
            Field("place", FieldKind.TEXT, N_("Where?"), required=False),
            Field(
                "kind",
                FieldKind.CHOICE,
                N_("What kind of meeting?"),
                default=MeetingKind.ROUTINE,
                choices=tuple(KINDS.items()),
            ),
            Field("agenda", FieldKind.TEXT, N_("What will be talked about?"), required=False),
            Field("chair", FieldKind.PERSON, N_("Who leads it?"), required=False),
            Field("minutes_by", FieldKind.PERSON, N_("Who writes the minutes?"), required=False),
            Field("guests", FieldKind.TEXT, N_("Guests"), N_("For example the companion, the lurah"), required=False),
        ),
    ),
    Form(
        "take_fine",
        TakeFine,
        Door.IN,
        "rapat",
        N_("Meeting fine"),
        N_("for coming late or not at all"),
        (
            Field("person", FieldKind.PERSON, N_("Who pays?")),
            Field("amount", FieldKind.AMOUNT, N_("How much was received?")),
            Field("box", FieldKind.BOX, N_("Into which place?"), default=CASH),
            Field("description", FieldKind.DESCRIPTION, N_("Description"), N_('For example "fine, meeting of 8 November"')),
            Field("on", FieldKind.DATE, N_("When?"), N_("The day on which the money moved")),
        ),
    ),
    Form(
        "meeting_rules",
        SetMeetingRules,
        Door.OTHER,
        "rapat",
        N_("Rules of meetings"),
        N_("quorum and fines"),
        (
            Field(
                "quorum",
                FieldKind.CHOICE,
                N_("How many must come?"),
                default=Quorum.MORE_THAN_HALF,
                choices=tuple(QUORUMS.items()),
            ),
            _fine("fine_late", N_("Fine for coming late")),
            _fine("fine_absent", N_("Fine for staying away without word")),
            _fine("fine_excused", N_("Fine for staying away with leave")),
            _fine("fine_ill", N_("Fine for staying away ill")),
            Field(
                "fine_to",
                FieldKind.CHOICE,
                N_("Where do the fines go?"),
                default=FineTo.INCOME,
                choices=((FineTo.INCOME, N_("Income of the group")), (FineTo.SOLIDARITY, N_("Solidarity fund (IKS)"))),
            ),
        ),
    ),
)
