"""What is asked around a meeting; its plan and its minutes have pages of their own, for they are written in many lines."""

from __future__ import annotations

from kubebuku.books.meetings.commands import (
    AddFollowUp,
    CancelMeeting,
    ChangeFollowUp,
    FineTo,
    SetMeetingRules,
    SettleFollowUp,
    TakeFine,
    WaiveFine,
    WithdrawDecision,
)
from kubebuku.books.meetings.words import QUORUMS
from kubebuku.books.spec import Command, Door, Field, FieldKind, Form
from kubebuku.domain.accounts import CASH
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_

_NIL = Rupiah(0)


def _fine(name: str, label: str) -> Field:
    return Field(name, FieldKind.AMOUNT, label, N_("0 where nothing is paid"))


def _reason(form: str, command: type[Command], title: str, subtitle: str) -> Form:
    return Form(
        form,
        command,
        Door.OTHER,
        "rapat",
        title,
        subtitle,
        (Field("reason", FieldKind.TEXT, N_("Why?"), N_("It stays written")),),
    )


#: What is to be done, by whom and until when.
TASK = (
    Field("text", FieldKind.TEXT, N_("What is to be done?")),
    Field("person", FieldKind.MEMBER, N_("By whom?")),
    Field("due", FieldKind.DATE, N_("Until when?"), N_("Can be typed: 6/12, tomorrow"), ahead=True),
)

FORMS: tuple[Form, ...] = (
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
            Field("box", FieldKind.BOX, N_("Into which place?"), default=CASH, required=True),
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
                choices=((FineTo.INCOME, N_("Income of the group")), (FineTo.SOLIDARITY, N_("Solidarity fund (IKS)"))),
            ),
        ),
    ),
    _reason("cancel_meeting", CancelMeeting, N_("The meeting does not take place"), N_("it stays in the list with its reason")),
    _reason("withdraw_decision", WithdrawDecision, N_("Withdraw a decision"), N_("it stays in the minutes, crossed out")),
    _reason("waive_fine", WaiveFine, N_("Forgive a fine"), N_("what is still unpaid of it")),
    Form("add_follow_up", AddFollowUp, Door.OTHER, "rapat", N_("Something to be done"), N_("by whom and until when"), TASK),
    Form("change_follow_up", ChangeFollowUp, Door.OTHER, "rapat", N_("What is to be done"), N_("by whom and until when"), TASK),
    Form(
        "settle_follow_up",
        SettleFollowUp,
        Door.OTHER,
        "rapat",
        N_("It has been done"),
        N_("on which day, and what came of it"),
        (
            Field("on", FieldKind.DATE, N_("When was it done?")),
            Field("note", FieldKind.TEXT, N_("What came of it?")),
        ),
    ),
)
