"""What cannot be written down about people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence


class UnknownMember(RuleBroken):
    """No member of that id."""

    code = "unknown-member"

    def __init__(self, person: int) -> None:
        super().__init__(
            Sentence(N_("Person {person} is not a member of this group."), {"person": str(person)}),
            remedy=Sentence(N_("Choose a member from the list.")),
            field="person",
        )


class UnknownOutsider(RuleBroken):
    """No outsider of that id."""

    code = "unknown-outsider"

    def __init__(self, person: int) -> None:
        super().__init__(
            Sentence(N_("Person {person} is not among the outsiders of this book."), {"person": str(person)}),
            remedy=Sentence(N_("Choose somebody from the list.")),
            field="person",
        )


class MemberNumberTaken(RuleBroken):
    """Two members would have one number."""

    code = "member-number-taken"

    def __init__(self, number: int, name: str) -> None:
        super().__init__(
            Sentence(N_("Member number {number} belongs to {name}."), {"number": number, "name": name}),
            remedy=Sentence(N_("Choose another number, or leave it empty for the next free one.")),
            field="number",
        )


class MemberNumberWrong(RuleBroken):
    """Numbers run from 1."""

    code = "member-number-wrong"

    def __init__(self, number: int) -> None:
        super().__init__(
            Sentence(N_("{number} is no member number."), {"number": number}),
            Sentence(N_("Member numbers begin with 1.")),
            Sentence(N_("Choose another number, or leave it empty for the next free one.")),
            field="number",
        )


class NikTaken(RuleBroken):
    """One NIK is one person."""

    code = "nik-taken"

    def __init__(self, name: str, number: int) -> None:
        super().__init__(
            Sentence(N_("This NIK already belongs to {name}, number {number}."), {"name": name, "number": number}),
            Sentence(N_("Everybody has a NIK of their own.")),
            Sentence(N_("Copy it from the card, or leave it empty until the card is there.")),
            field="nik",
        )


class SexUnknown(RuleBroken):
    """Neither L nor P."""

    code = "sex-unknown"

    def __init__(self, found: str) -> None:
        super().__init__(
            Sentence(N_("“{found}” is not L or P."), {"found": found}),
            remedy=Sentence(N_("Write L for a man, P for a woman, or leave it empty.")),
            field="sex",
        )


class BornTooLate(RuleBroken):
    """Born after joining, or after today."""

    code = "born-too-late"

    def __init__(self, born: date, day: date) -> None:
        super().__init__(
            Sentence(N_("The day of birth, {born}, does not lie before {day}."), {"born": born, "day": day}),
            remedy=Sentence(N_("Correct the day of birth or the day of joining.")),
            field="birth_date",
        )


class LeavesBeforeJoining(RuleBroken):
    """The order of days is wrong."""

    code = "leaves-before-joining"

    def __init__(self, name: str, joined: date, left: date) -> None:
        super().__init__(
            Sentence(N_("{name} joined on {joined} and cannot leave on {left}."), {"name": name, "joined": joined, "left": left}),
            remedy=Sentence(N_("Correct one of the two dates.")),
            field="on",
        )


class AlreadyLeft(RuleBroken):
    """Left before."""

    code = "already-left"

    def __init__(self, name: str, left: date) -> None:
        super().__init__(
            Sentence(N_("{name} has left the group on {day}."), {"name": name, "day": left}),
            remedy=Sentence(N_("Choose a present member.")),
            field="person",
        )


class StillMember(RuleBroken):
    """Nothing to return from, or already a member."""

    code = "still-member"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("{name} is a member of the group."), {"name": name}),
            remedy=Sentence(N_("Choose somebody else.")),
            field="person",
        )


class MemberHasBalances(RuleBroken):
    """Something is open between the group and the member."""

    code = "member-has-balances"

    def __init__(self, name: str, balances: Sequence[tuple[str, Rupiah]]) -> None:
        self.balances = tuple(balances)
        listed = [Sentence(N_("{account} {amount}"), {"account": account, "amount": amount}) for account, amount in balances]
        super().__init__(
            Sentence(N_("{name} cannot leave yet: accounts are still open."), {"name": name}),
            Sentence(N_("Still open: {balances}."), {"balances": listed}),
            Sentence(N_("Pay out the savings and settle what is owed, then let {name} leave."), {"name": name}),
            field="person",
        )


class LeavingReasonMissing(RuleBroken):
    """The book of members has a column for it."""

    code = "leaving-reason-missing"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The reason for leaving is not written yet.")),
            remedy=Sentence(N_('Write it in a few words, for example "moved to another town".')),
            field="reason",
        )


class PersonInBooks(RuleBroken):
    """A person who appeared in the books is never deleted."""

    code = "person-in-books"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("{name} stands in the books and cannot be deleted."), {"name": name}),
            remedy=Sentence(N_("Let a member leave instead; the name stays where it was written.")),
            field="person",
        )


class RoleMissing(RuleBroken):
    """An office without a name."""

    code = "role-missing"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The office is not chosen yet.")),
            remedy=Sentence(N_("Choose chair, secretary or treasurer, or write another office.")),
            field="role",
        )


class RoleHeld(RuleBroken):
    """One ketua, one sekretaris, one bendahara at a time."""

    code = "role-held"

    def __init__(self, role: str, name: str, since: date) -> None:
        super().__init__(
            Sentence(N_("{name} holds this office since {since}: {role}."), {"name": name, "since": since, "role": role}),
            remedy=Sentence(N_("End that term first, or appoint in place of {name}."), {"name": name}),
            field="role",
        )


class UnknownTerm(RuleBroken):
    """No running term of that id."""

    code = "unknown-term"

    def __init__(self, term: int) -> None:
        super().__init__(
            Sentence(N_("There is no running term {term}."), {"term": str(term)}),
            remedy=Sentence(N_("Choose an officer from the list.")),
            field="term",
        )


class TermEndsBeforeStart(RuleBroken):
    """The order of days is wrong."""

    code = "term-ends-before-start"

    def __init__(self, since: date, until: date) -> None:
        super().__init__(
            Sentence(N_("The term began on {since} and cannot end on {until}."), {"since": since, "until": until}),
            remedy=Sentence(N_("Correct one of the two dates.")),
            field="until",
        )
