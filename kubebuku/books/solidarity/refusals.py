"""What the solidarity book refuses."""

from __future__ import annotations

from datetime import date, timedelta

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence


class SolidarityRuleTooFar(RuleBroken):
    """Rules of the distant future are slips of the year."""

    code = "solidarity-rule-too-far"

    def __init__(self, since: Month, latest: Month) -> None:
        super().__init__(
            Sentence(N_("{since} is too far ahead."), {"since": since}),
            Sentence(N_("A rule begins in {latest} at the latest."), {"latest": latest}),
            Sentence(N_("Choose an earlier month.")),
            field="since",
        )


class NoDuesWritten(RuleBroken):
    """Neither months nor an amount."""

    code = "no-dues-written"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("It is not written yet which months are paid.")),
            remedy=Sentence(N_("Choose the months, or write how much was paid.")),
            field="amount",
        )


class BenefitUnknown(RuleBroken):
    """No such kind of event."""

    code = "benefit-unknown"

    def __init__(self, rule: int) -> None:
        super().__init__(
            Sentence(N_("The event {rule} is not in the list of benefits."), {"rule": str(rule)}),
            Sentence(N_("For which events the fund gives, and how much, is decided by the group.")),
            Sentence(N_("Choose an event of the list, or write it down there first.")),
            field="rule",
        )


class BenefitNotInForce(RuleBroken):
    """Before the group decided to give for it, or after."""

    code = "benefit-not-in-force"

    def __init__(self, event: str, on: date, since: date, ended: date | None) -> None:
        over = ended is not None and on >= ended
        super().__init__(
            Sentence(N_("Nothing was given for {event} on {day}."), {"event": event, "day": on}),
            Sentence(N_("The fund gave for it until {ended}."), {"ended": (ended or on) - timedelta(days=1)})
            if over
            else Sentence(N_("The fund gives for it from {since} on."), {"since": since}),
            Sentence(N_("Choose another event or another day.")),
            field="rule",
        )


class BenefitEventTaken(RuleBroken):
    """One kind for one event at a time."""

    code = "benefit-event-taken"

    def __init__(self, event: str) -> None:
        super().__init__(
            Sentence(N_("{event} is already in the list of benefits."), {"event": event}),
            remedy=Sentence(N_("Change that one, or write another name.")),
            field="event",
        )


class BenefitEndsTooEarly(RuleBroken):
    """Not before it began, nor before what was given under it."""

    code = "benefit-ends-too-early"

    def __init__(self, event: str, on: date, least: date, field: str) -> None:
        super().__init__(
            Sentence(N_("{event} cannot change on {day}."), {"event": event, "day": on}),
            Sentence(N_("It began, or was last given, on {least}."), {"least": least}),
            Sentence(N_("Choose a later day.")),
            field=field,
        )


class BenefitAboveCeiling(RuleBroken):
    """More than the group has decided for such an event."""

    code = "benefit-above-ceiling"

    def __init__(self, event: str, ceiling: Rupiah, amount: Rupiah) -> None:
        super().__init__(
            Sentence(N_("For {event} the fund gives at most {ceiling}."), {"event": event, "ceiling": ceiling}),
            Sentence(N_("Written is {amount}: too much by {more}."), {"amount": amount, "more": amount - ceiling}),
            Sentence(N_("Write at most {ceiling}, or let the group decide on a higher ceiling."), {"ceiling": ceiling}),
            field="amount",
        )


class BenefitForMembersOnly(RuleBroken):
    """The group has decided that this one is for members."""

    code = "benefit-members-only"

    def __init__(self, event: str, name: str) -> None:
        super().__init__(
            Sentence(N_("{name} is no member of the group."), {"name": name}),
            Sentence(N_("For {event} the fund gives to members only."), {"event": event}),
            Sentence(N_("Choose a member, or an event that is open to others.")),
            field="person",
        )


class BenefitNeedsDecision(RuleBroken):
    """Money of the fund is given by decision."""

    code = "benefit-without-decision"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("It is not written who decided on this benefit.")),
            Sentence(N_("What the fund gives is decided by the group.")),
            Sentence(N_("Choose the decision, or write it: for example “meeting of 8 November”.")),
            field="decision",
        )


class SetAsideTooMuch(RuleBroken):
    """More than the result that is there and not shared yet."""

    code = "set-aside-too-much"

    def __init__(self, amount: Rupiah, most: Rupiah) -> None:
        super().__init__(
            Sentence(N_("There is not so much result to be set aside.")),
            Sentence(
                N_("At most {most} is there. Written is {amount}: too much by {more}."),
                {"most": most, "amount": amount, "more": amount - most},
            ),
            Sentence(N_("Write at most {most}, or choose another result."), {"most": most}),
            field="amount",
        )
