"""What is no schedule, a class each."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.text import N_


class PrincipalOutOfRange(RuleBroken):
    """A loan of nothing, or of more than can be written."""

    code = "loan-principal"
    wrong = N_("A loan of {found} cannot be written.")
    why = N_("A loan is Rp1 at least and {most} at most.")
    remedy = N_("Write the amount that is lent.")
    field = "principal"
    most = Rupiah(LARGEST_AMOUNT)

    found: Rupiah


class TermOutOfRange(RuleBroken):
    """A term nobody means."""

    code = "loan-term"
    wrong = N_("A term of {found} months cannot be written.")
    why = N_("A loan runs 1 to {most} months.")
    remedy = N_("Write the number of months.")
    field = "months"

    found: int
    most: int


class RateOutOfRange(RuleBroken):
    """Negative, or above 100 %."""

    code = "loan-rate"
    wrong = N_("A service fee of {found} cannot be right.")
    why = N_("It is at most 100 %, and never negative.")
    remedy = N_("Write it as in the lending rules, for example 2%.")
    field = "rate"

    found: Fraction


class RateMissing(RuleBroken):
    """A way to reckon jasa, and no jasa."""

    code = "loan-rate-missing"
    wrong = N_("This way of reckoning needs a service fee above 0 %.")
    remedy = N_("Write the service fee, or choose a loan without one.")
    field = "rate"


class GraceOutOfRange(RuleBroken):
    """At least one instalment repays something."""

    code = "loan-grace"
    wrong = N_("{found} instalments that pay the service fee only cannot be written.")
    why = N_("The loan has {count} instalments, and the last repays it.")
    remedy = N_("Write a smaller number, or 0.")
    field = "grace"

    found: int
    count: int


class StartOutOfRange(RuleBroken):
    """A year nobody lives in."""

    code = "loan-start"
    wrong = N_("A loan cannot begin on {found}.")
    remedy = N_("Write the day on which the money is handed over.")
    field = "start"

    found: date


class RoundingUnknown(RuleBroken):
    """Not a coin people have."""

    code = "loan-rounding"
    wrong = N_("Instalments are not rounded to {found}.")
    why = N_("Possible are {allowed}.")
    remedy = N_("Choose one of these.")
    field = "round_to"

    found: int
    allowed: tuple[int, ...]

    def __post_init__(self) -> None:
        self.said = {"found": Rupiah(self.found), "allowed": tuple(map(Rupiah, self.allowed))}


class PaymentTooSmall(RuleBroken):
    """A fixed instalment that does not even cover the jasa never repays the loan."""

    code = "loan-payment"
    wrong = N_("An instalment of {payment} never repays the loan.")
    why = N_("The service fee alone is {interest}.")
    remedy = N_("Write more than {interest}.")
    field = "payment"

    payment: Rupiah
    interest: Rupiah
