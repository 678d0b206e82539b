"""Savings and dues of a group on top of the written book of `hunafa`: rules, some months paid, some behind."""

from __future__ import annotations

from fractions import Fraction

from kubebuku.books.personal_savings.commands import DepositSavings, SetSavingsRule, WithdrawSavings
from kubebuku.books.solidarity.commands import GiveBenefit, SetBenefit, SetSolidarityRule, TakeDues
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from tests.ui.written.hunafa import NOVEMBER, OCTOBER, SEPTEMBER, Hand, on, rp


def decide_savings(hand: Hand) -> None:
    """Wajib Rp10.000 and IKS Rp2.000 a month since September."""
    rule = SetSavingsRule(since=SEPTEMBER, principal=rp("50.000"), obligatory=rp("10.000"), fee_rate=Fraction(6, 100))
    hand.do("1/9", rule)
    hand.do("1/9", SetSolidarityRule(since=SEPTEMBER, amount=rp("2.000")))
    hand.do("1/9", SetBenefit(event="Sakit", since=on("1/9"), ceiling=rp("150.000")))
    hand.do("1/9", SetBenefit(event="Meninggal", since=on("1/9"), ceiling=rp("500.000"), outsiders=True))


def write_savings(hand: Hand, *, members: int = 12) -> None:
    """Every third member is behind with what was decided."""
    for number in range(1, members + 1):
        months: tuple[Month, ...] = (SEPTEMBER, OCTOBER, NOVEMBER) if number % 3 else (SEPTEMBER,)
        person = PersonId(number)
        principal = Rupiah(0) if number <= 5 else rp("50.000")
        deposit = DepositSavings(
            on=on("8/11"), person=person, months=months, principal=principal, voluntary=Rupiah(5_000 * (number % 4))
        )
        hand.do("8/11", deposit)
        if number % 4:
            hand.do("8/11", TakeDues(on=on("8/11"), person=person, months=months))
    hand.do("15/11", WithdrawSavings(on=on("15/11"), person=PersonId(2), amount=rp("30.000")))
    benefit = GiveBenefit(
        on=on("16/11"), amount=rp("30.000"), person=PersonId(4), rule=1, decided="Rapat 15 November, dijenguk bersama"
    )
    hand.do("16/11", benefit)
