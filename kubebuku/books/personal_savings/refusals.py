"""What the savings book refuses."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from kubebuku.books.personal_savings.rules import SavingsKind
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, PN_

#: The kinds of savings as sentences name them.
KIND_NAMES = {
    SavingsKind.PRINCIPAL: PN_("savings", "principal savings"),
    SavingsKind.OBLIGATORY: PN_("savings", "obligatory savings"),
    SavingsKind.VOLUNTARY: PN_("savings", "voluntary savings"),
}


class NothingDeposited(RuleBroken):
    """No amount of any kind."""

    wrong = N_("It is not written yet how much is saved.")
    why = N_("At least one of the three kinds is paid in: principal, obligatory or voluntary.")
    remedy = N_("Write the amount beside its kind.")
    field = "obligatory"


class PrincipalPaidAlready(RuleBroken):
    """Simpanan pokok is paid once, on joining."""

    wrong = N_("{name} has already paid the principal savings.")
    why = N_("They are paid once, on joining. {held} is written already.")
    remedy = N_("Write the money under obligatory or voluntary savings.")
    field = "principal"

    name: str
    held: Rupiah


class PrincipalDiffers(RuleBroken):
    """Simpanan pokok is the same for everybody."""

    wrong = N_("The principal savings are {expected} for every member.")
    why = N_("What was written is {found}.")
    remedy = N_("Write {expected}, or write a new rule of savings first.")
    field = "principal"

    expected: Rupiah
    found: Rupiah


class SavingsLocked(RuleBroken):
    """Pokok and wajib stay while one is a member."""

    wrong = N_("The {kind} of {name} cannot be taken out now: {held}.")
    why = N_("Principal and obligatory savings are paid back when a member leaves the group.")
    remedy = N_("Take out voluntary savings, or choose “A member leaves”.")
    field = "kind"

    name: str
    kind: SavingsKind
    held: Rupiah

    def __post_init__(self) -> None:
        self.said = {"kind": KIND_NAMES[self.kind]}


class SavingsOfOneWhoLeft(RuleBroken):
    """Savings were settled when the member left, and nothing comes to them afterwards."""

    wrong = N_("{name} has left the group; the savings are settled.")
    why = N_("{name} left on {left}.")
    remedy = N_("Undo the leaving first, or choose another person.")
    field = "person"

    name: str
    left: date


class SavingsRateUnlikely(RuleBroken):
    """Jasa between nothing and the whole savings a year."""

    wrong = N_("The share of {found} a year cannot be right.")
    why = N_("It is the share for a whole year, from 0 to 100 %.")
    remedy = N_("Write the share for a year, for example 6 %.")
    field = "fee_rate"

    found: Fraction


class RuleTooFarAhead(RuleBroken):
    """Rules of the distant future are slips of the year."""

    code = "savings-rule-too-far"
    wrong = N_("{since} is too far ahead.")
    why = N_("A rule begins in {latest} at the latest.")
    remedy = N_("Choose an earlier month.")
    field = "since"

    since: Month
    latest: Month


class NoFeeAsked(RuleBroken):
    """The rules of that month give no jasa."""

    code = "no-savings-fee"
    wrong = N_("The group gives no jasa on savings for {month}.")
    remedy = N_("Write first in the rules of savings how much is given a year.")
    field = "month"

    month: Month


class FeeGivenAlready(RuleBroken):
    """Jasa is given once for a month."""

    code = "savings-fee-given"
    wrong = N_("Jasa for {month} has already been given.")
    why = N_("It stands in {number}.")
    remedy = N_("Undo that entry first if it is wrong.")
    field = "month"

    month: Month
    number: str


class FeeMonthNotOver(RuleBroken):
    """The balances of a month are known on its last day."""

    code = "savings-fee-too-early"
    wrong = N_("{month} is not over yet.")
    why = N_("Jasa is reckoned on the balances of the whole month, until {last}.")
    remedy = N_("Give it on {last} or later.")
    field = "month"

    month: Month
    last: date


class FeeMonthBeforeBook(RuleBroken):
    """Balances of that month are not in this book."""

    code = "savings-fee-before-book"
    wrong = N_("This book does not know the savings of {month}.")
    why = N_("It begins on {opened}.")
    remedy = N_("Choose a later month.")
    field = "month"

    month: Month
    opened: date


class NothingToGive(RuleBroken):
    """Jasa of everybody comes to nothing."""

    code = "savings-fee-nothing"
    wrong = N_("There is no jasa to give for {month}.")
    why = N_("Nobody's voluntary savings come to a whole rupiah of it.")
    field = "month"

    month: Month
