"""What the ledger refuses, a class each: what is wrong, what was expected and found, what to do."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.text import N_, PN_, Name, Sentence

#: The dimensions' names as a person reads them.
DIMENSION_NAMES = {
    "unit": PN_("dimension", "business"),
    "person": PN_("dimension", "person"),
    "loan": PN_("dimension", "loan"),
    "item": PN_("dimension", "item"),
}


class Unbalanced(RuleBroken):
    """The lines do not sum to zero."""

    code = "unbalanced"

    def __init__(self, difference: Rupiah) -> None:
        self.difference = difference
        side = N_("The debit side is larger by {amount}.") if difference > 0 else N_("The credit side is larger by {amount}.")
        super().__init__(
            Sentence(N_("Debit and credit are not equal.")),
            Sentence(side, {"amount": abs(difference)}),
            Sentence(N_("Add the missing line or mend an amount.")),
            field="postings",
        )


class TooFewLines(RuleBroken):
    """An entry has at least two lines."""

    code = "too-few-lines"

    def __init__(self, found: int) -> None:
        super().__init__(
            Sentence(N_("This entry has too few lines: {found}."), {"found": found}),
            Sentence(N_("An entry says where the money came from and where it went: two lines at least.")),
            Sentence(N_("Add the missing line.")),
            field="postings",
        )


class TooManyLines(RuleBroken):
    """An entry has at most 200 lines."""

    code = "too-many-lines"

    def __init__(self, found: int, most: int) -> None:
        super().__init__(
            Sentence(N_("This entry has too many lines: {found}."), {"found": found}),
            Sentence(N_("At most {most} lines fit one entry."), {"most": most}),
            Sentence(N_("Split it into several entries.")),
            field="postings",
        )


class NoEffect(RuleBroken):
    """Every line is taken back by another of the same entry."""

    code = "no-effect"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("This entry changes nothing.")),
            Sentence(N_("The same account stands on both sides with the same amount.")),
            Sentence(N_("Choose another account on one side.")),
            field="postings",
        )


class ZeroLine(RuleBroken):
    """A line of nil rupiah."""

    code = "zero-amount"

    def __init__(self, account: Name) -> None:
        super().__init__(
            Sentence(N_("The amount for {account} is zero."), {"account": account}),
            Sentence(N_("An amount is at least Rp1.")),
            Sentence(N_("Write the amount or remove the line.")),
            field="amount",
        )


class AmountTooLarge(RuleBroken):
    """Above 999.999.999.999 rupiah."""

    code = "amount-too-large"

    def __init__(self, digits: int) -> None:
        super().__init__(
            Sentence(N_("The amount is too large: {digits} digits."), {"digits": digits}),
            Sentence(N_("At most {most}."), {"most": Rupiah(LARGEST_AMOUNT)}),
            Sentence(N_("Check the zeros.")),
            field="amount",
        )


class UnknownAccount(RuleBroken):
    """No account of that code."""

    code = "unknown-account"

    def __init__(self, account: str) -> None:
        super().__init__(
            Sentence(N_("Account {account} is not in this book."), {"account": account}),
            remedy=Sentence(N_("Choose an account from the list.")),
            field="account",
        )


class AccountIsHeading(RuleBroken):
    """A heading groups accounts and takes no posting."""

    code = "heading-account"

    def __init__(self, account: str, label: Name) -> None:
        super().__init__(
            Sentence(N_("{account} {label} is a heading."), {"account": account, "label": label}),
            Sentence(N_("Amounts are written on the accounts under a heading.")),
            Sentence(N_("Choose one of the accounts under it.")),
            field="account",
        )


class AccountClosed(RuleBroken):
    """The group has closed this account."""

    code = "closed-account"

    def __init__(self, account: str, label: Name) -> None:
        super().__init__(
            Sentence(N_("{account} {label} has been closed."), {"account": account, "label": label}),
            remedy=Sentence(N_("Choose another account, or open it again.")),
            field="account",
        )


class DimensionMissing(RuleBroken):
    """The account needs a person, loan or business (accounting.md 2)."""

    code = "dimension-missing"

    def __init__(self, account: Name, dimension: str) -> None:
        self.dimension = dimension
        super().__init__(
            Sentence(
                N_("{account} needs a name: {dimension}."),
                {"account": account, "dimension": Sentence(DIMENSION_NAMES[dimension])},
            ),
            remedy=Sentence(N_("Choose it from the list.")),
            field=dimension,
        )


class DimensionUnknown(RuleBroken):
    """A posting points at something that is not in this book."""

    code = "dimension-unknown"

    def __init__(self, dimension: str, value: int | str) -> None:
        super().__init__(
            Sentence(
                N_("There is no {dimension} {value} in this book."),
                {"dimension": Sentence(DIMENSION_NAMES[dimension]), "value": str(value)},
            ),
            remedy=Sentence(N_("Add it first, or choose another.")),
            field=dimension,
        )


class BeforeOpening(RuleBroken):
    """The date lies before the day the book begins."""

    code = "before-opening"

    def __init__(self, found: date, opened: date) -> None:
        super().__init__(
            Sentence(N_("The date {found} lies before the book begins, {opened}."), {"found": found, "opened": opened}),
            remedy=Sentence(N_("What happened earlier belongs to the opening balances.")),
            field="on",
        )


class NotYet(RuleBroken):
    """More than one day ahead of today."""

    code = "not-yet"

    def __init__(self, found: date, latest: date) -> None:
        super().__init__(
            Sentence(N_("The date {found} has not come yet."), {"found": found}),
            Sentence(N_("Tomorrow at the latest, {latest}."), {"latest": latest}),
            Sentence(N_("Write it down when the money has really moved.")),
            field="on",
        )


class MonthClosed(RuleBroken):
    """The month is closed (accounting.md 7)."""

    code = "month-closed"

    def __init__(self, month: Month) -> None:
        self.month = month
        super().__init__(
            Sentence(N_("{month} has been closed."), {"month": month}),
            remedy=Sentence(
                N_("Write it in the open month with a description, or ask the chairperson to open {month} with a reason."),
                {"month": month},
            ),
            field="on",
        )


class BoxShort(RuleBroken):
    """A box would hold less than nothing at the end of a day (accounting.md 3)."""

    code = "box-short"

    def __init__(self, box: Name, day: date, short: Rupiah, most: Rupiah, culprit: str | None, wanted: Rupiah) -> None:
        self.box, self.day, self.short, self.most = box, day, short, most
        if culprit is None:
            wrong = Sentence(N_("There is not enough money in {box}."), {"box": box})
            found = Sentence(
                N_("At most {most} can be paid. Written: {wanted}. Short by {short}."),
                {"most": most, "wanted": wanted, "short": short},
            )
        else:
            wrong = Sentence(N_("{box} would run short on {day}, at {culprit}."), {"box": box, "day": day, "culprit": culprit})
            found = Sentence(N_("Short by {short}."), {"short": short})
        super().__init__(
            wrong,
            found,
            Sentence(
                N_(
                    "Has money come in that is not written yet? "
                    "Write that first, keep this as a pending note, or pay from another place."
                )
            ),
            field="amount",
        )


class BalanceShort(RuleBroken):
    """Savings, a share, the solidarity fund or a loan would cross zero (accounting.md 3)."""

    code = "balance-short"

    def __init__(self, whose: str, account: Name, day: date, short: Rupiah, most: Rupiah) -> None:
        self.day, self.short, self.most = day, short, most
        super().__init__(
            Sentence(
                N_("{account} of {whose} would fall below zero on {day}."), {"account": account, "whose": whose, "day": day}
            ),
            Sentence(N_("At most {most} is there. Short by {short}."), {"most": most, "short": short}),
            Sentence(N_("Write at most {most}."), {"most": most}),
            field="amount",
        )


class AlreadyUndone(RuleBroken):
    """An entry is reversed once only."""

    code = "already-undone"

    def __init__(self, number: str, by: str) -> None:
        super().__init__(
            Sentence(N_("{number} has already been struck out by {by}."), {"number": number, "by": by}),
            remedy=Sentence(N_("Look at its story to see what replaced it.")),
        )


class IsReversal(RuleBroken):
    """A reversal is not undone; what it struck out is written anew."""

    code = "is-reversal"

    def __init__(self, number: str) -> None:
        super().__init__(
            Sentence(N_("{number} is itself a striking-out and cannot be struck out."), {"number": number}),
            remedy=Sentence(N_("Write the entry anew.")),
        )


class UnknownEntry(RuleBroken):
    """No entry of that id."""

    code = "unknown-entry"

    def __init__(self, entry: int) -> None:
        super().__init__(Sentence(N_("There is no entry {entry} in this book."), {"entry": str(entry)}))


class OpeningMisplaced(RuleBroken):
    """The opening stands on the day the book begins, once (accounting.md 6)."""

    code = "opening-misplaced"

    def __init__(self, opened: date) -> None:
        super().__init__(
            Sentence(N_("The opening balances stand on the day the book begins, {opened}, and only once."), {"opened": opened}),
            remedy=Sentence(N_("Mend the opening balances that are there.")),
            field="on",
        )
