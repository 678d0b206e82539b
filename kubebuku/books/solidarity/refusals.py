"""What the solidarity book refuses."""

from __future__ import annotations

from datetime import date, timedelta

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import Numeral, RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_


class SolidarityRuleTooFar(RuleBroken):
    """Rules of the distant future are slips of the year."""

    wrong = N_("{since} is too far ahead.")
    why = N_("A rule begins in {latest} at the latest.")
    remedy = N_("Choose an earlier month.")
    field = "since"

    since: Month
    latest: Month


class NoDuesWritten(RuleBroken):
    """Neither months nor an amount."""

    wrong = N_("It is not written yet which months are paid.")
    remedy = N_("Choose the months, or write how much was paid.")
    field = "amount"


class BenefitUnknown(RuleBroken):
    """No such kind of event."""

    wrong = N_("The event {rule} is not in the list of benefits.")
    why = N_("For which events the fund gives, and how much, is decided by the group.")
    remedy = N_("Choose an event of the list, or write it down there first.")
    field = "rule"

    rule: Numeral


class BenefitNotInForce(RuleBroken):
    """Before the group decided to give for it, or after."""

    wrong = N_("Nothing was given for {event} on {day}.")
    why = N_("The fund gives for it from {since} on.")
    remedy = N_("Choose another event or another day.")
    field = "rule"

    event: str
    day: date
    since: date
    ended: date | None

    def __post_init__(self) -> None:
        if self.ended is not None and self.day >= self.ended:
            self.why = N_("The fund gave for it until {ended}.")
            self.said = {"ended": self.ended - timedelta(days=1)}


class BenefitEventTaken(RuleBroken):
    """One kind for one event at a time."""

    wrong = N_("{event} is already in the list of benefits.")
    remedy = N_("Change that one, or write another name.")
    field = "event"

    event: str


class BenefitEndsTooEarly(RuleBroken):
    """Not before it began, nor before what was given under it."""

    wrong = N_("{event} cannot change on {day}.")
    why = N_("It began, or was last given, on {least}.")
    remedy = N_("Choose a later day.")

    event: str
    day: date
    least: date
    field: str


class BenefitAboveCeiling(RuleBroken):
    """More than the group has decided for such an event."""

    wrong = N_("For {event} the fund gives at most {ceiling}.")
    why = N_("Written is {amount}: too much by {more}.")
    remedy = N_("Write at most {ceiling}, or let the group decide on a higher ceiling.")
    field = "amount"

    event: str
    ceiling: Rupiah
    amount: Rupiah

    def __post_init__(self) -> None:
        self.said = {"more": self.amount - self.ceiling}


class BenefitForMembersOnly(RuleBroken):
    """The group has decided that this one is for members."""

    code = "benefit-members-only"
    wrong = N_("{name} is no member of the group.")
    why = N_("For {event} the fund gives to members only.")
    remedy = N_("Choose a member, or an event that is open to others.")
    field = "person"

    event: str
    name: str


class BenefitNeedsDecision(RuleBroken):
    """Money of the fund is given by decision."""

    code = "benefit-without-decision"
    wrong = N_("It is not written who decided on this benefit.")
    why = N_("What the fund gives is decided by the group.")
    remedy = N_("Choose the decision, or write it: for example “meeting of 8 November”.")
    field = "decision"


class SetAsideTooMuch(RuleBroken):
    """More than the result that is there and not shared yet."""

    wrong = N_("There is not so much result to be set aside.")
    why = N_("At most {most} is there. Written is {amount}: too much by {more}.")
    remedy = N_("Write at most {most}, or choose another result.")
    field = "amount"

    amount: Rupiah
    most: Rupiah

    def __post_init__(self) -> None:
        self.said = {"more": self.amount - self.most}
