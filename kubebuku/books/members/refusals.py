"""What cannot be written down about people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence


class UnknownMember(RuleBroken):
    """No member of that id."""

    wrong = N_("Person {person} is not a member of this group.")
    remedy = N_("Choose a member from the list.")
    field = "person"

    person: Numeral


class UnknownOutsider(RuleBroken):
    """No outsider of that id."""

    wrong = N_("Person {person} is not among the outsiders of this book.")
    remedy = N_("Choose somebody from the list.")
    field = "person"

    person: Numeral


class MemberNumberTaken(RuleBroken):
    """Two members would have one number."""

    wrong = N_("Member number {number} belongs to {name}.")
    remedy = N_("Choose another number, or leave it empty for the next free one.")
    field = "number"

    number: int
    name: str


class MemberNumberWrong(RuleBroken):
    """Numbers run from 1."""

    wrong = N_("{number} is no member number.")
    why = N_("Member numbers begin with 1.")
    remedy = N_("Choose another number, or leave it empty for the next free one.")
    field = "number"

    number: int


class NikTaken(RuleBroken):
    """One NIK is one person."""

    wrong = N_("This NIK already belongs to {name}, number {number}.")
    why = N_("Everybody has a NIK of their own.")
    remedy = N_("Copy it from the card, or leave it empty until the card is there.")
    field = "nik"

    name: str
    number: int


class SexUnknown(RuleBroken):
    """Neither L nor P."""

    wrong = N_("“{found}” is not L or P.")
    remedy = N_("Write L for a man, P for a woman, or leave it empty.")
    field = "sex"

    found: str


class BornTooLate(RuleBroken):
    """Born after joining, or after today."""

    wrong = N_("The day of birth, {born}, does not lie before {day}.")
    remedy = N_("Correct the day of birth or the day of joining.")
    field = "birth_date"

    born: date
    day: date


class LeavesBeforeJoining(RuleBroken):
    """The order of days is wrong."""

    wrong = N_("{name} joined on {joined} and cannot leave on {left}.")
    remedy = N_("Correct one of the two dates.")
    field = "on"

    name: str
    joined: date
    left: date


class AlreadyLeft(RuleBroken):
    """Left before."""

    wrong = N_("{name} has left the group on {day}.")
    remedy = N_("Choose a present member.")
    field = "person"

    name: str
    day: date


class StillMember(RuleBroken):
    """Nothing to return from, or already a member."""

    wrong = N_("{name} is a member of the group.")
    remedy = N_("Choose somebody else.")
    field = "person"

    name: str


class MemberHasBalances(RuleBroken):
    """Something is open between the group and the member."""

    wrong = N_("{name} cannot leave yet: accounts are still open.")
    why = N_("Still open: {balances}.")
    remedy = N_("Pay out the savings and settle what is owed, then let {name} leave.")
    field = "person"

    name: str
    balances: Sequence[tuple[str, Rupiah]]

    def __post_init__(self) -> None:
        listed = [Sentence(N_("{account} {amount}"), {"account": account, "amount": amount}) for account, amount in self.balances]
        self.said = {"balances": listed}


class LeavingReasonMissing(RuleBroken):
    """The book of members has a column for it."""

    wrong = N_("The reason for leaving is not written yet.")
    remedy = N_('Write it in a few words, for example "moved to another town".')
    field = "reason"


class PersonInBooks(RuleBroken):
    """A person who appeared in the books is never deleted."""

    wrong = N_("{name} stands in the books and cannot be deleted.")
    remedy = N_("Let a member leave instead; the name stays where it was written.")
    field = "person"

    name: str


class RoleMissing(RuleBroken):
    """An office without a name."""

    wrong = N_("The office is not chosen yet.")
    remedy = N_("Choose chair, secretary or treasurer, or write another office.")
    field = "role"


class RoleHeld(RuleBroken):
    """One ketua, one sekretaris, one bendahara at a time."""

    wrong = N_("{name} holds this office since {since}: {role}.")
    remedy = N_("End that term first, or appoint in place of {name}.")
    field = "role"

    role: str
    name: str
    since: date


class UnknownTerm(RuleBroken):
    """No running term of that id."""

    wrong = N_("There is no running term {term}.")
    remedy = N_("Choose an officer from the list.")
    field = "term"

    term: Numeral


class TermEndsBeforeStart(RuleBroken):
    """The order of days is wrong."""

    wrong = N_("The term began on {since} and cannot end on {until}.")
    remedy = N_("Correct one of the two dates.")
    field = "until"

    since: date
    until: date
