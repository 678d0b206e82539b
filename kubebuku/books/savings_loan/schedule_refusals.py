"""What is no schedule, a class each."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.text import N_, Sentence


class PrincipalOutOfRange(RuleBroken):
    """A loan of nothing, or of more than can be written."""

    code = "loan-principal"

    def __init__(self, found: Rupiah) -> None:
        super().__init__(
            Sentence(N_("A loan of {found} cannot be written."), {"found": found}),
            Sentence(N_("A loan is Rp1 at least and {most} at most."), {"most": Rupiah(LARGEST_AMOUNT)}),
            Sentence(N_("Write the amount that is lent.")),
            field="principal",
        )


class TermOutOfRange(RuleBroken):
    """A term nobody means."""

    code = "loan-term"

    def __init__(self, found: int, most: int) -> None:
        super().__init__(
            Sentence(N_("A term of {found} months cannot be written."), {"found": found}),
            Sentence(N_("A loan runs 1 to {most} months."), {"most": most}),
            Sentence(N_("Write the number of months.")),
            field="months",
        )


class RateOutOfRange(RuleBroken):
    """Negative, or above 100 %."""

    code = "loan-rate"

    def __init__(self, found: Fraction) -> None:
        super().__init__(
            Sentence(N_("A service fee of {found} cannot be right."), {"found": found}),
            Sentence(N_("It is at most 100 %, and never negative.")),
            Sentence(N_("Write it as in the lending rules, for example 2%.")),
            field="rate",
        )


class RateMissing(RuleBroken):
    """A way to reckon jasa, and no jasa."""

    code = "loan-rate-missing"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("This way of reckoning needs a service fee above 0 %.")),
            remedy=Sentence(N_("Write the service fee, or choose a loan without one.")),
            field="rate",
        )


class GraceOutOfRange(RuleBroken):
    """At least one instalment repays something."""

    code = "loan-grace"

    def __init__(self, found: int, instalments: int) -> None:
        super().__init__(
            Sentence(N_("{found} instalments that pay the service fee only cannot be written."), {"found": found}),
            Sentence(N_("The loan has {count} instalments, and the last repays it."), {"count": instalments}),
            Sentence(N_("Write a smaller number, or 0.")),
            field="grace",
        )


class StartOutOfRange(RuleBroken):
    """A year nobody lives in."""

    code = "loan-start"

    def __init__(self, found: date) -> None:
        super().__init__(
            Sentence(N_("A loan cannot begin on {found}."), {"found": found}),
            remedy=Sentence(N_("Write the day on which the money is handed over.")),
            field="start",
        )


class RoundingUnknown(RuleBroken):
    """Not a coin people have."""

    code = "loan-rounding"

    def __init__(self, found: int, allowed: tuple[int, ...]) -> None:
        super().__init__(
            Sentence(N_("Instalments are not rounded to {found}."), {"found": Rupiah(found)}),
            Sentence(N_("Possible are {allowed}."), {"allowed": tuple(Rupiah(one) for one in allowed)}),
            Sentence(N_("Choose one of these.")),
            field="round_to",
        )


class PaymentTooSmall(RuleBroken):
    """A fixed instalment that does not even cover the jasa never repays the loan."""

    code = "loan-payment"

    def __init__(self, payment: Rupiah, interest: Rupiah) -> None:
        super().__init__(
            Sentence(N_("An instalment of {payment} never repays the loan."), {"payment": payment}),
            Sentence(N_("The service fee alone is {interest}."), {"interest": interest}),
            Sentence(N_("Write more than {interest}."), {"interest": interest}),
            field="payment",
        )
