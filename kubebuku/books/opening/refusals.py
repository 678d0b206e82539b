"""What is refused when a book is opened, and of what is decided about its unexplained rest."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence


class OpeningEmpty(RuleBroken):
    """Nothing to open the book with."""

    code = "opening-empty"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("No opening balance is written yet.")),
            remedy=Sentence(N_("Write what there was on the first day; a group that begins with nothing needs no opening.")),
            field="boxes",
        )


class OpeningLineElsewhere(RuleBroken):
    """Money, equipment, loans, savings and the unexplained rest have places of their own."""

    code = "opening-line-elsewhere"

    def __init__(self, account: str) -> None:
        super().__init__(
            Sentence(N_("{account} is not written in this list."), {"account": account}),
            Sentence(N_("Money, equipment, loans, livestock and savings have lists of their own; the rest is reckoned.")),
            Sentence(N_("Write it in its own list.")),
            field="lines",
        )


class OpeningBelowZero(RuleBroken):
    """Balances of the opening are counted, not reckoned."""

    code = "opening-below-zero"

    def __init__(self, what: str, amount: Rupiah) -> None:
        super().__init__(
            Sentence(N_("{what} would be {amount}."), {"what": what, "amount": amount}),
            Sentence(N_("An opening balance is zero or more; only reserve and unshared result may be less.")),
            Sentence(N_("Write the amount without minus, on the account on the other side if need be.")),
            field="lines",
        )


class ResultAtNewYear(RuleBroken):
    """A book that begins with the year has earned nothing yet."""

    code = "result-at-new-year"

    def __init__(self, account: str, opened: date) -> None:
        super().__init__(
            Sentence(N_("{account} is nil on {opened}."), {"account": account, "opened": opened}),
            Sentence(N_("Income and costs so far are only written for a book that begins within the year.")),
            Sentence(N_("Write what is left of earlier years as unshared result.")),
            field="lines",
        )


class WrittenOffTooMuch(RuleBroken):
    """Depreciation above the value, or the residual value above it."""

    code = "written-off-too-much"

    def __init__(self, item: str, value: Rupiah, off: Rupiah) -> None:
        super().__init__(
            Sentence(N_("{item} cost {value}; {off} cannot be written off."), {"item": item, "value": value, "off": off}),
            remedy=Sentence(N_("Write at most {value}."), {"value": value}),
            field="items",
        )


class ItemNumberTaken(RuleBroken):
    """Two things would have one number."""

    code = "opening-number-taken"

    def __init__(self, number: str) -> None:
        super().__init__(
            Sentence(N_("The number {number} is on another thing already."), {"number": number}),
            remedy=Sentence(N_("Choose another number, or leave it empty.")),
            field="items",
        )


class ItemStillUsed(RuleBroken):
    """A later entry (depreciation, sale) still stands on a thing of the opening."""

    code = "item-still-used"

    def __init__(self, item: str) -> None:
        super().__init__(
            Sentence(N_("Later entries still stand on {item}."), {"item": item}),
            remedy=Sentence(N_("Undo those entries first, or keep the thing with its name in the opening.")),
            field="items",
        )


class LoanRestTooLarge(RuleBroken):
    """More to be repaid than was lent."""

    code = "loan-rest-too-large"

    def __init__(self, name: str, principal: Rupiah, rest: Rupiah) -> None:
        super().__init__(
            Sentence(
                N_("{name} was lent {principal} and cannot owe {rest}."), {"name": name, "principal": principal, "rest": rest}
            ),
            remedy=Sentence(N_("Write at most {most}."), {"most": principal}),
            field="loans",
        )


class NothingUnexplained(RuleBroken):
    """3190 is empty."""

    code = "nothing-unexplained"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("Every opening balance is explained already.")),
            remedy=Sentence(N_("There is nothing to decide here.")),
        )


class ExplainedTooMuch(RuleBroken):
    """More than 3190 holds."""

    code = "explained-too-much"

    def __init__(self, left: Rupiah, found: Rupiah) -> None:
        super().__init__(
            Sentence(N_("Only {left} is not explained yet."), {"left": left}),
            Sentence(N_("Written is {found}, too much by {more}."), {"found": found, "more": found - left}),
            Sentence(N_("Write at most {most}."), {"most": left}),
            field="amount",
        )


class NotACapitalAccount(RuleBroken):
    """Unexplained balances become aid capital, reserve or unshared result."""

    code = "not-a-capital-account"

    def __init__(self, account: str) -> None:
        super().__init__(
            Sentence(N_("{account} cannot take it."), {"account": account}),
            Sentence(N_("It becomes aid capital, reserve, or unshared result.")),
            Sentence(N_("Choose one of these three.")),
            field="account",
        )


class LoanLabelTaken(RuleBroken):
    """Two loans of the opening, or a later one, would have one number."""

    code = "opening-loan-number-taken"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("The number {label} is on another loan already."), {"label": label}),
            remedy=Sentence(N_("Write the number on its paper, or leave it empty.")),
            field="loans",
        )
