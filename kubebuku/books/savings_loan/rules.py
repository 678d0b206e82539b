"""The lending rules of a group, how good a loan is by its days late, and the figures of risk: data and pure arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from kubebuku.books.savings_loan.schedules import Every, Method, half_up
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, PN_, Particular


class Per(Enum):
    """The time for which a rate of jasa is written."""

    MONTH = "month"
    YEAR = "year"


class Part(Enum):
    """What a payment settles."""

    FINE = "fine"
    FEE = "fee"
    PRINCIPAL = "principal"


#: Denda, jasa, pokok: the order in which a payment is used unless the group says otherwise.
USUAL_ORDER = (Part.FINE, Part.FEE, Part.PRINCIPAL)


class FineKind(Enum):
    """No denda; an amount for each late instalment; or a share of what is late for each thirty days begun (domain.md 3.6)."""

    NONE = "none"
    FIXED = "fixed"
    PERCENT = "percent"


class Bands(Enum):
    """How days late become a class (domain.md 3.8, 5 no. 4)."""

    PRODUCT = "product"
    OJK = "ojk"
    COOPERATIVE = "cooperative"


class Quality(Enum):
    """Lancar, dalam perhatian khusus, kurang lancar, diragukan, macet."""

    CURRENT = "current"
    WATCH = "watch"
    SUBSTANDARD = "substandard"
    DOUBTFUL = "doubtful"
    LOSS = "loss"


class Provision(Enum):
    """Shares by which the risk of loans is usually reckoned (domain.md 3.8)."""

    COOPERATIVE = "cooperative"
    BANK = "bank"
    PROGRAMME = "programme"


QUALITY_NAMES: dict[Quality, Particular] = {
    Quality.CURRENT: PN_("loan", "on time"),
    Quality.WATCH: PN_("loan", "to be watched"),
    Quality.SUBSTANDARD: PN_("loan", "slow"),
    Quality.DOUBTFUL: PN_("loan", "doubtful"),
    Quality.LOSS: PN_("loan", "stuck"),
}
METHOD_NAMES: dict[Method, Particular] = {
    Method.NONE: PN_("method", "no service fee"),
    Method.FLAT: PN_("method", "flat"),
    Method.DECLINING: PN_("method", "declining"),
    Method.ANNUITY: PN_("method", "annuity"),
    Method.DAILY: PN_("method", "daily on the rest"),
}
EVERY_NAMES: dict[Every, Particular] = {
    Every.MONTH: PN_("every", "monthly"),
    Every.FORTNIGHT: PN_("every", "every two weeks"),
    Every.WEEK: PN_("every", "weekly"),
    Every.END: PN_("every", "once at the end"),
}
PER_NAMES: dict[Per, Particular] = {Per.MONTH: PN_("rate", "a month"), Per.YEAR: PN_("rate", "a year")}
PART_NAMES = {Part.FINE: N_("Fine"), Part.FEE: N_("Service fee"), Part.PRINCIPAL: N_("Principal")}

_MONTHS_21 = 630
#: (class, most days late), the last class taking the rest. That of cooperatives depends on how often is paid.
_PRODUCT = ((Quality.CURRENT, 0), (Quality.SUBSTANDARD, 30), (Quality.DOUBTFUL, 90))
_OJK = ((Quality.CURRENT, 0), (Quality.WATCH, 90), (Quality.SUBSTANDARD, 120), (Quality.DOUBTFUL, 180))
_SHORT = ((Quality.CURRENT, 30), (Quality.SUBSTANDARD, 60), (Quality.DOUBTFUL, 60 + _MONTHS_21))
_MONTHLY = ((Quality.CURRENT, 90), (Quality.SUBSTANDARD, 180), (Quality.DOUBTFUL, 180 + _MONTHS_21))
_ONCE = ((Quality.CURRENT, 0), (Quality.SUBSTANDARD, 90), (Quality.DOUBTFUL, 90 + _MONTHS_21))

#: Shares set against loans of each class, in the order of `Quality`.
PROVISIONS: dict[Provision, tuple[Fraction, ...]] = {
    Provision.COOPERATIVE: tuple(Fraction(share, 1000) for share in (5, 5, 100, 500, 1000)),
    Provision.BANK: tuple(Fraction(share, 100) for share in (1, 5, 15, 50, 100)),
    Provision.PROGRAMME: tuple(Fraction(share, 100) for share in (1, 10, 25, 50, 100)),
}


def limits(bands: Bands, every: Every) -> tuple[tuple[Quality, int], ...]:
    """The classes with the most days late that each takes; what is later is stuck."""
    if bands is Bands.PRODUCT:
        return _PRODUCT
    if bands is Bands.OJK:
        return _OJK
    return _ONCE if every is Every.END else _MONTHLY if every is Every.MONTH else _SHORT


def quality(days_late: int, bands: Bands, every: Every) -> Quality:
    """The class of a loan whose oldest unpaid instalment is `days_late` days late."""
    return next((one for one, most in limits(bands, every) if days_late <= most), Quality.LOSS)


def provision(by_quality: Iterable[tuple[Quality, Rupiah]], kind: Provision) -> dict[Quality, Rupiah]:
    """What should be set against the rest of loans of each class, half up to the rupiah."""
    share = dict(zip(Quality, PROVISIONS[kind], strict=True))
    return {one: half_up(int(rest) * share[one]) for one, rest in by_quality}


@dataclass(frozen=True, slots=True)
class Rule:
    """The lending rules from `since` on.

    `most` is the highest loan, `months` the longest term, `rate` the jasa of a month or a year (`per`), `fine_rate` the share
    of what is late for each thirty days begun, `at_once` how many loans one person may have running. `id` None: the preset.
    """

    id: int | None
    since: date
    most: Rupiah
    months: int
    method: Method = Method.NONE
    rate: Fraction = Fraction(0)
    per: Per = Per.MONTH
    every: Every = Every.MONTH
    round_to: int = 1
    grace: int = 0
    fine: FineKind = FineKind.NONE
    fine_amount: Rupiah = Rupiah(0)
    fine_rate: Fraction = Fraction(0)
    outsiders: bool = True
    at_once: int = 1
    order: tuple[Part, ...] = USUAL_ORDER
    bands: Bands = Bands.PRODUCT
    note: str | None = None


#: Six of ten Kube of Banjarmasin lend so (domain.md 1.9); it holds until the group writes its own rules.
BANJARMASIN = Rule(None, date.min, Rupiah(500_000), 3)


def in_force(history: Iterable[Rule], on: date) -> Rule:
    """The newest rule that had begun on that day, the preset before the first; of one day the one written last."""
    begun = [rule for rule in history if rule.since <= on]
    return max(begun, key=lambda rule: (rule.since, rule.id or 0), default=BANJARMASIN)
