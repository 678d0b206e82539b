"""What the savings book refuses."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from kubebuku.books.personal_savings.rules import SavingsKind
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, PN_, Sentence

#: The kinds of savings as sentences name them.
KIND_NAMES = {
    SavingsKind.PRINCIPAL: PN_("savings", "principal savings"),
    SavingsKind.OBLIGATORY: PN_("savings", "obligatory savings"),
    SavingsKind.VOLUNTARY: PN_("savings", "voluntary savings"),
}


class NothingDeposited(RuleBroken):
    """No amount of any kind."""

    code = "nothing-deposited"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("It is not written yet how much is saved.")),
            Sentence(N_("At least one of the three kinds is paid in: principal, obligatory or voluntary.")),
            Sentence(N_("Write the amount beside its kind.")),
            field="obligatory",
        )


class PrincipalPaidAlready(RuleBroken):
    """Simpanan pokok is paid once, on joining."""

    code = "principal-paid-already"

    def __init__(self, name: str, held: Rupiah) -> None:
        super().__init__(
            Sentence(N_("{name} has already paid the principal savings."), {"name": name}),
            Sentence(N_("They are paid once, on joining. {held} is written already."), {"held": held}),
            Sentence(N_("Write the money under obligatory or voluntary savings.")),
            field="principal",
        )


class PrincipalDiffers(RuleBroken):
    """Simpanan pokok is the same for everybody."""

    code = "principal-differs"

    def __init__(self, expected: Rupiah, found: Rupiah) -> None:
        super().__init__(
            Sentence(N_("The principal savings are {expected} for every member."), {"expected": expected}),
            Sentence(N_("What was written is {found}."), {"found": found}),
            Sentence(N_("Write {expected}, or write a new rule of savings first."), {"expected": expected}),
            field="principal",
        )


class SavingsLocked(RuleBroken):
    """Pokok and wajib stay while one is a member."""

    code = "savings-locked"

    def __init__(self, name: str, kind: SavingsKind, held: Rupiah) -> None:
        super().__init__(
            Sentence(
                N_("The {kind} of {name} cannot be taken out now: {held}."),
                {"kind": KIND_NAMES[kind], "name": name, "held": held},
            ),
            Sentence(N_("Principal and obligatory savings are paid back when a member leaves the group.")),
            Sentence(N_("Take out voluntary savings, or choose “A member leaves”.")),
            field="kind",
        )


class SavingsOfOneWhoLeft(RuleBroken):
    """Savings were settled when the member left, and nothing comes to them afterwards."""

    code = "savings-of-one-who-left"

    def __init__(self, name: str, left: date) -> None:
        super().__init__(
            Sentence(N_("{name} has left the group; the savings are settled."), {"name": name}),
            Sentence(N_("{name} left on {left}."), {"name": name, "left": left}),
            Sentence(N_("Undo the leaving first, or choose another person.")),
            field="person",
        )


class SavingsRateUnlikely(RuleBroken):
    """Jasa between nothing and the whole savings a year."""

    code = "savings-rate-unlikely"

    def __init__(self, found: Fraction) -> None:
        super().__init__(
            Sentence(N_("The share of {found} a year cannot be right."), {"found": found}),
            Sentence(N_("It is the share for a whole year, from 0 to 100 %.")),
            Sentence(N_("Write the share for a year, for example 6 %.")),
            field="fee_rate",
        )


class RuleTooFarAhead(RuleBroken):
    """Rules of the distant future are slips of the year."""

    code = "savings-rule-too-far"

    def __init__(self, since: Month, latest: Month) -> None:
        super().__init__(
            Sentence(N_("{since} is too far ahead."), {"since": since}),
            Sentence(N_("A rule begins in {latest} at the latest."), {"latest": latest}),
            Sentence(N_("Choose an earlier month.")),
            field="since",
        )


class NoFeeAsked(RuleBroken):
    """The rules of that month give no jasa."""

    code = "no-savings-fee"

    def __init__(self, month: Month) -> None:
        super().__init__(
            Sentence(N_("The group gives no jasa on savings for {month}."), {"month": month}),
            remedy=Sentence(N_("Write first in the rules of savings how much is given a year.")),
            field="month",
        )


class FeeGivenAlready(RuleBroken):
    """Jasa is given once for a month."""

    code = "savings-fee-given"

    def __init__(self, month: Month, number: str) -> None:
        super().__init__(
            Sentence(N_("Jasa for {month} has already been given."), {"month": month}),
            Sentence(N_("It stands in {number}."), {"number": number}),
            Sentence(N_("Undo that entry first if it is wrong.")),
            field="month",
        )


class FeeMonthNotOver(RuleBroken):
    """The balances of a month are known on its last day."""

    code = "savings-fee-too-early"

    def __init__(self, month: Month, last: date) -> None:
        super().__init__(
            Sentence(N_("{month} is not over yet."), {"month": month}),
            Sentence(N_("Jasa is reckoned on the balances of the whole month, until {last}."), {"last": last}),
            Sentence(N_("Give it on {last} or later."), {"last": last}),
            field="month",
        )


class FeeMonthBeforeBook(RuleBroken):
    """Balances of that month are not in this book."""

    code = "savings-fee-before-book"

    def __init__(self, month: Month, opened: date) -> None:
        super().__init__(
            Sentence(N_("This book does not know the savings of {month}."), {"month": month}),
            Sentence(N_("It begins on {opened}."), {"opened": opened}),
            Sentence(N_("Choose a later month.")),
            field="month",
        )


class NothingToGive(RuleBroken):
    """Jasa of everybody comes to nothing."""

    code = "savings-fee-nothing"

    def __init__(self, month: Month) -> None:
        super().__init__(
            Sentence(N_("There is no jasa to give for {month}."), {"month": month}),
            Sentence(N_("Nobody's voluntary savings come to a whole rupiah of it.")),
            field="month",
        )
