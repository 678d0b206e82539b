"""What is refused when a member leaves."""

from __future__ import annotations

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence


class LeavingOwesMore(RuleBroken):
    """What is saved does not cover what is owed."""

    code = "leaving-owes-more"

    def __init__(self, name: str, own: Rupiah, owed: Rupiah) -> None:
        super().__init__(
            Sentence(N_("{name} owes the group more than is saved."), {"name": name}),
            Sentence(N_("Owed {owed}, saved {own}: short by {short}."), {"owed": owed, "own": own, "short": owed - own}),
            Sentence(N_("Write first that {name} has paid {short}."), {"name": name, "short": owed - own}),
            field="person",
        )


class LeavingFeeWithoutLoan(RuleBroken):
    """Jasa is kept back on a loan."""

    code = "leaving-fee-without-loan"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("{name} has no running loan."), {"name": name}),
            remedy=Sentence(N_("Leave the jasa on the loan empty.")),
            field="loan_fee",
        )


class LeavingFeeTooMuch(RuleBroken):
    """More jasa is kept back than the loans bear until their end."""

    code = "leaving-fee-too-much"

    def __init__(self, found: Rupiah, most: Rupiah) -> None:
        super().__init__(
            Sentence(N_("So much jasa is not owed.")),
            Sentence(N_("{found} is written, {most} at most until the end of the loan."), {"found": found, "most": most}),
            Sentence(N_("Write {most} or less, or leave it empty."), {"most": most}),
            field="loan_fee",
        )
