"""What is refused of a loan there is: payments, new plans, giving up. Others: `lending_refusals`, `schedule_refusals`."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
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
