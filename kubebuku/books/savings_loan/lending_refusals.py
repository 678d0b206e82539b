"""What is refused before money is lent: by the group's lending rules, by its decisions, and rules that cannot be."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.text import N_, Sentence


class BorrowerLeft(RuleBroken):
    """Nobody who has left the group borrows from it; no decision changes that."""

    code = "borrower-left"

    def __init__(self, name: str, left: date | None) -> None:
        super().__init__(
            Sentence(N_("{name} has left the group and cannot borrow."), {"name": name}),
            Sentence(N_("{name} left on {left}."), {"name": name, "left": left}) if left else None,
            Sentence(N_("Choose another borrower, or take {name} into the group again."), {"name": name}),
            field="person",
        )


class OutsidersNotAllowed(RuleBroken):
    """The rules lend to members only."""

    code = "outsiders-not-allowed"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("By the lending rules only members may borrow, and {name} is none."), {"name": name}),
            remedy=Sentence(N_("If the meeting decided otherwise, write why and by which decision.")),
            field="person",
        )


class AboveHighest(RuleBroken):
    """More than the rules lend."""

    code = "above-highest-loan"

    def __init__(self, found: Rupiah, most: Rupiah) -> None:
        self.most = most
        super().__init__(
            Sentence(N_("The highest loan is {most}."), {"most": most}),
            Sentence(N_("What was written is {found}, {over} more."), {"found": found, "over": found - most}),
            Sentence(N_("Lend less, or if the meeting decided otherwise, write why and by which decision.")),
            field="amount",
        )


class TermTooLong(RuleBroken):
    """Longer than the rules lend."""

    code = "above-longest-term"

    def __init__(self, found: int, most: int) -> None:
        super().__init__(
            Sentence(N_("The longest term is {most} months."), {"most": most}),
            Sentence(N_("What was written is {found} months."), {"found": found}),
            Sentence(N_("Write a shorter term, or if the meeting decided otherwise, write why and by which decision.")),
            field="months",
        )


class TooManyLoans(RuleBroken):
    """The person already has as many loans running as the rules allow."""

    code = "too-many-loans"

    def __init__(self, name: str, running: int, most: int) -> None:
        super().__init__(
            Sentence(N_("{name} still has {running} loans running."), {"name": name, "running": running}),
            Sentence(N_("By the lending rules at most {most} run at once."), {"most": most}),
            Sentence(N_("Wait until one is paid off, or if the meeting decided otherwise, write why and by which decision.")),
            field="person",
        )


class DecisionNeeded(RuleBroken):
    """What goes against the rules, or gives something up, is decided by a meeting."""

    code = "decision-needed"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("This needs a decision of the meeting.")),
            remedy=Sentence(N_("Choose it from the list, or write what was decided and when.")),
            field="decision",
        )


class NotAnApplication(RuleBroken):
    """Only what waits for a decision can be decided."""

    code = "no-application"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("{label} is not waiting for a decision."), {"label": label}),
            remedy=Sentence(N_("Choose an application from the list.")),
            field="loan",
        )


class LoanNotGranted(RuleBroken):
    """Nothing is handed over before it was granted."""

    code = "loan-not-granted"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("{label} was not granted."), {"label": label}),
            remedy=Sentence(N_("Write the decision of the meeting first.")),
            field="loan",
        )


class DecidedLater(RuleBroken):
    """Money is handed over on the day of the application or later."""

    code = "before-application"

    def __init__(self, label: str, found: date, applied: date) -> None:
        super().__init__(
            Sentence(N_("{label} was only applied for on {applied}."), {"label": label, "applied": applied}),
            Sentence(N_("The date that was written is {found}."), {"found": found}),
            Sentence(N_("Write that day or a later one.")),
            field="on",
        )


# ---------------------------------------------------------------------------------------------------------------- rules


class HighestOutOfRange(RuleBroken):
    """A highest loan of nothing."""

    code = "rule-highest"

    def __init__(self, found: Rupiah) -> None:
        super().__init__(
            Sentence(N_("A highest loan of {found} cannot be written."), {"found": found}),
            Sentence(N_("It is Rp1 at least and {most} at most."), {"most": Rupiah(LARGEST_AMOUNT)}),
            Sentence(N_("Write how much the group lends at most.")),
            field="most",
        )


class AtOnceOutOfRange(RuleBroken):
    """Everybody may have at least one loan."""

    code = "rule-at-once"

    def __init__(self, found: int, most: int) -> None:
        super().__init__(
            Sentence(N_("{found} loans at once cannot be written."), {"found": found}),
            Sentence(N_("A person may have 1 to {most} loans at once."), {"most": most}),
            Sentence(N_("Write such a number.")),
            field="at_once",
        )


class OrderIncomplete(RuleBroken):
    """Denda, jasa and pokok each stand once in the order."""

    code = "rule-order"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("Fine, service fee and principal must each stand once in the order of payment.")),
            remedy=Sentence(N_("Choose one of the orders.")),
            field="order",
        )


class FineMissing(RuleBroken):
    """A kind of denda without its figure, or a figure that cannot be right."""

    code = "rule-fine"

    def __init__(self, field: str) -> None:
        super().__init__(
            Sentence(N_("The fine has no figure that can be right.")),
            Sentence(N_("A fixed one is more than Rp0; a share is more than 0 % and at most 100 %.")),
            Sentence(N_("Write it, or choose no fine.")),
            field=field,
        )


class RuleTooFarAhead(RuleBroken):
    """A rule for a year nobody plans."""

    code = "rule-too-far"

    def __init__(self, found: date, latest: date) -> None:
        super().__init__(
            Sentence(N_("Lending rules from {found} on lie too far ahead."), {"found": found}),
            Sentence(N_("They begin on {latest} at the latest."), {"latest": latest}),
            Sentence(N_("Write the day from which they hold.")),
            field="since",
        )
