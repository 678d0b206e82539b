"""What is refused when a member leaves."""

from __future__ import annotations

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_


class LeavingOwesMore(RuleBroken):
    """What is saved does not cover what is owed."""

    wrong = N_("{name} owes the group more than is saved.")
    why = N_("Owed {owed}, saved {own}: short by {short}.")
    remedy = N_("Write first that {name} has paid {short}.")
    field = "person"

    name: str
    own: Rupiah
    owed: Rupiah

    def __post_init__(self) -> None:
        self.said = {"short": self.owed - self.own}


class LeavingFeeWithoutLoan(RuleBroken):
    """Jasa is kept back on a loan."""

    wrong = N_("{name} has no running loan.")
    remedy = N_("Leave the jasa on the loan empty.")
    field = "loan_fee"

    name: str


class LeavingFeeTooMuch(RuleBroken):
    """More jasa is kept back than the loans bear until their end."""

    wrong = N_("So much jasa is not owed.")
    why = N_("{found} is written, {most} at most until the end of the loan.")
    remedy = N_("Write {most} or less, or leave it empty.")
    field = "loan_fee"

    found: Rupiah
    most: Rupiah
