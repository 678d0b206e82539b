"""What the savings-loan book refuses, a class each. Schedules have their own (`schedule_refusals`)."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.text import N_, Sentence


class LoanUnknown(RuleBroken):
    """No loan of that number."""

    code = "loan-unknown"

    def __init__(self, id_: int) -> None:
        super().__init__(
            Sentence(N_("This book has no loan {id}."), {"id": str(id_)}),
            remedy=Sentence(N_("Choose it from the list.")),
            field="loan",
        )


# --------------------------------------------------------------------------------------------------------------- lending


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


# --------------------------------------------------------------------------------------------------------------- paying


class LoanPaid(RuleBroken):
    """Nothing is owed any more."""

    code = "loan-paid"

    def __init__(self, label: str, paid: date | None) -> None:
        super().__init__(
            Sentence(N_("The loan {label} was paid off on {day}."), {"label": label, "day": paid})
            if paid
            else Sentence(N_("Nothing is owed on the loan {label}."), {"label": label}),
            remedy=Sentence(N_("Choose another loan.")),
            field="loan",
        )


class LoanNotRunning(RuleBroken):
    """Applied for, refused or withdrawn: no money was handed over."""

    code = "loan-not-running"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("The loan {label} is not running: no money was handed over."), {"label": label}),
            remedy=Sentence(N_("Choose a running loan.")),
            field="loan",
        )


class LoanWrittenOff(RuleBroken):
    """What comes in on a loan that was given up is a recovery."""

    code = "loan-written-off"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("The loan {label} was written off."), {"label": label}),
            remedy=Sentence(N_("Money that comes in on it is written as a recovery.")),
            field="loan",
        )


class RepaidTooMuch(RuleBroken):
    """More than is owed; the rest is for the borrower to take back or save. `owed` is what settles the loan on that day."""

    code = "repaid-too-much"

    def __init__(self, owed: Rupiah, found: Rupiah, *, may_save: bool) -> None:
        self.owed, self.excess, self.may_save = owed, found - owed, may_save
        super().__init__(
            Sentence(N_("The instalment is more than is owed.")),
            Sentence(
                N_("Owed is {owed}, written is {found}: {over} too much."), {"owed": owed, "found": found, "over": found - owed}
            ),
            Sentence(N_("Write {owed}, or put what is too much into the borrower's savings."), {"owed": owed})
            if may_save
            else Sentence(N_("Write {owed} and give the rest back."), {"owed": owed}),
            field="amount",
        )


class ExcessNotSaved(RuleBroken):
    """Only members save with the group."""

    code = "excess-not-saved"

    def __init__(self, name: str, excess: Rupiah) -> None:
        super().__init__(
            Sentence(
                N_("{name} is no member and has no savings into which {excess} could go."), {"name": name, "excess": excess}
            ),
            remedy=Sentence(N_("Write what is owed and give the rest back.")),
            field="excess",
        )


class PartTooLarge(RuleBroken):
    """Jasa or denda set by hand beyond what is owed of it, or beyond the payment."""

    code = "due-part-too-large"

    def __init__(self, part: str, found: Rupiah, most: Rupiah, field: str) -> None:
        super().__init__(
            Sentence(N_("{part}: {found} is too much."), {"part": Sentence(part), "found": found}),
            Sentence(N_("It is {most} at most."), {"most": most}),
            Sentence(N_("Write a smaller amount, or leave it empty.")),
            field=field,
        )


class BeforeLoan(RuleBroken):
    """Nothing is paid before the money was handed over."""

    code = "before-loan"

    def __init__(self, label: str, found: date, opened: date) -> None:
        super().__init__(
            Sentence(N_("The loan {label} was handed over on {opened}."), {"label": label, "opened": opened}),
            Sentence(N_("The date that was written is {found}."), {"found": found}),
            Sentence(N_("Write that day or a later one.")),
            field="on",
        )


class BeforePlan(RuleBroken):
    """A loan was rescheduled by what was owed on that day; nothing is written into the time before it."""

    code = "before-plan"

    def __init__(self, label: str, found: date, since: date) -> None:
        super().__init__(
            Sentence(N_("The loan {label} was rescheduled on {since}."), {"label": label, "since": since}),
            Sentence(N_("The date that was written is {found}."), {"found": found}),
            Sentence(N_("Take the rescheduling back first, or write a later day.")),
            field="on",
        )


class LaterMoves(RuleBroken):
    """A plan begins with what is owed on its day, so nothing may be written after it yet."""

    code = "later-than-plan"

    def __init__(self, label: str, later: date) -> None:
        super().__init__(
            Sentence(N_("On the loan {label} something is already written for {later}."), {"label": label, "later": later}),
            remedy=Sentence(N_("Let the new plan begin on that day or later.")),
            field="on",
        )


# ------------------------------------------------------------------------------------------------------- mending, giving up


class Replanned(RuleBroken):
    """An entry on which a later rescheduling rests."""

    code = "loan-replanned"

    def __init__(self, label: str, since: date) -> None:
        super().__init__(
            Sentence(N_("The loan {label} was rescheduled on {since}, after this."), {"label": label, "since": since}),
            remedy=Sentence(N_("Take the rescheduling back first.")),
            field="entry",
        )


class LoanHasPayments(RuleBroken):
    """A disbursement on which something was paid."""

    code = "loan-has-payments"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("Something was already paid on the loan {label}."), {"label": label}),
            remedy=Sentence(N_("Undo the payments first.")),
            field="entry",
        )


class WrittenOffSince(RuleBroken):
    """A loan was written off by what was owed; that does not change afterwards."""

    code = "written-off-since"

    def __init__(self, label: str, rest: Rupiah) -> None:
        super().__init__(
            Sentence(N_("The loan {label} was written off, and {rest} would be left open."), {"label": label, "rest": abs(rest)}),
            remedy=Sentence(N_("Undo the writing-off first.")),
            field="entry",
        )


class RecoveredSince(RuleBroken):
    """More came in on a loan than was given up."""

    code = "recovered-since"

    def __init__(self, label: str, recovered: Rupiah, written_off: Rupiah) -> None:
        super().__init__(
            Sentence(
                N_("On the loan {label} came in {recovered}, and {written_off} was written off."),
                {"label": label, "recovered": recovered, "written_off": written_off},
            ),
            remedy=Sentence(N_("Undo the recovery first.")),
            field="entry",
        )


class RecoveredTooMuch(RuleBroken):
    """More than was given up."""

    code = "recovered-too-much"

    def __init__(self, left: Rupiah, found: Rupiah) -> None:
        super().__init__(
            Sentence(N_("Of what was written off {left} is still open."), {"left": left}),
            Sentence(N_("What was written is {found}."), {"found": found}),
            Sentence(N_("Write {left} at most."), {"left": left}),
            field="amount",
        )


class NotWrittenOff(RuleBroken):
    """Money on a running loan is an instalment."""

    code = "not-written-off"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("The loan {label} was not written off."), {"label": label}),
            remedy=Sentence(N_("Money that comes in on it is written as an instalment.")),
            field="loan",
        )


class NotRescheduled(RuleBroken):
    """There is no newer plan to take back."""

    code = "not-rescheduled"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("The loan {label} was not rescheduled."), {"label": label}),
            remedy=Sentence(N_("Choose another loan.")),
            field="loan",
        )


class ReschedulePosted(RuleBroken):
    """A rescheduling that added jasa to the principal is undone with its entry."""

    code = "reschedule-posted"

    def __init__(self, label: str, number: str) -> None:
        super().__init__(
            Sentence(
                N_("When {label} was rescheduled, {number} added the service fee to it."), {"label": label, "number": number}
            ),
            remedy=Sentence(N_("Undo {number}; the earlier plan holds again."), {"number": number}),
            field="loan",
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
