"""How loans are said on screen: the chip of a loan, of an instalment, of an application; rates and terms in a few words."""

from __future__ import annotations

from fractions import Fraction

from kubebuku.books.savings_loan.instalments import Line, State
from kubebuku.books.savings_loan.queries import ApplicationRow, LoanCardData, LoanRow
from kubebuku.books.savings_loan.rules import EVERY_NAMES, METHOD_NAMES, PER_NAMES, Bands, FineKind, Per, Quality, Rule, limits
from kubebuku.books.savings_loan.rules import QUALITY_NAMES as NAMES
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.domain.text import Sentence
from kubebuku.i18n import _, ngettext, percent, pgettext, rupiah, say
from kubebuku.ui.widgets import ChipSpec
from kubebuku.ui.widgets.labels import ChipKind

_QUALITY: dict[Quality, ChipKind] = {
    Quality.CURRENT: "inn",
    Quality.WATCH: "warn",
    Quality.SUBSTANDARD: "warn",
    Quality.DOUBTFUL: "out",
    Quality.LOSS: "bad",
}


def quality_chip(quality: Quality, words: str = "") -> ChipSpec:
    """Lancar, Kurang lancar, Diragukan, Macet (guide 5)."""
    return ChipSpec(_QUALITY[quality], words or say(Sentence(NAMES[quality])))


def loan_chip(row: LoanRow) -> ChipSpec:
    """The class of a running loan, or what is left of it beside the principal; else that it is paid off, or given up."""
    if row.standing == "paid":
        return ChipSpec("inn", pgettext("loan", "Paid off"))
    if row.standing == "written_off":
        return ChipSpec("soft", pgettext("loan", "Written off"), "")
    if not row.rest and not row.days_late:
        return ChipSpec("warn", _("Service fee and fine {amount}").format(amount=rupiah(row.dues)))
    return quality_chip(row.quality)


def state_chip(state: str) -> ChipSpec:
    """How far an application is."""
    match state:
        case "waiting":
            return ChipSpec("warn", pgettext("application", "Waits for a decision"), "jam")
        case "granted":
            return ChipSpec("info", pgettext("application", "Granted, not handed over"))
        case "refused":
            return ChipSpec("soft", pgettext("application", "Refused"), "")
        case _:
            return ChipSpec("soft", pgettext("application", "Taken back"), "")


def application_chip(row: ApplicationRow) -> ChipSpec:
    """The same for a line of the list."""
    return state_chip(row.state)


def instalment_chip(line: Line, *, gone: bool = False) -> ChipSpec:
    """Lunas, telat 7 hari, jatuh tempo hari ini, belum waktunya; dihapus where it was given up (`gone`)."""
    if gone:
        return ChipSpec("soft", pgettext("loan", "Written off"), "")
    match line.state:
        case State.PAID:
            return ChipSpec("inn", pgettext("loan", "Paid off"))
        case State.LATE:
            days = ngettext("{count} day late", "{count} days late", line.days_late).format(count=line.days_late)
            return ChipSpec("warn", days)
        case State.DUE:
            return ChipSpec("info", _("Due today"))
        case _:
            return ChipSpec("soft", _("Not yet due"))


def legend(bands: Bands, every: Every) -> list[ChipSpec]:
    """What each class means in days late, for loans paid so often."""
    found, after = [], 0
    for quality, most in limits(bands, every):
        name = say(Sentence(NAMES[quality]))
        if most:
            words = _("{name} {first}–{last} days").format(name=name, first=after, last=most) if after else ""
            found.append(quality_chip(quality, words or _("{name} up to {last} days").format(name=name, last=most)))
        else:
            found.append(quality_chip(quality, name))
        after = most + 1
    name = say(Sentence(NAMES[Quality.LOSS]))
    found.append(quality_chip(Quality.LOSS, _("{name} over {days} days").format(name=name, days=after - 1)))
    return found


def fee_words(method: Method, rate: Fraction, per: Per) -> str:
    """1 % sebulan, tetap; tanpa jasa."""
    if method is Method.NONE:
        return say(Sentence(METHOD_NAMES[Method.NONE]))
    words = _("{rate} {per}, {method}")
    return words.format(rate=percent(rate), per=say(Sentence(PER_NAMES[per])), method=say(Sentence(METHOD_NAMES[method])))


def term_words(card: LoanCardData) -> str:
    """3 bulan, tiap bulan."""
    every = say(Sentence(EVERY_NAMES[card.every]))
    if card.row.months is None:
        return every
    return _("{months} months, {every}").format(months=card.row.months, every=every)


def fine_words(rule: Rule) -> str:
    """Denda of the rules."""
    if rule.fine is FineKind.FIXED:
        return _("{amount} for each instalment that is late").format(amount=rupiah(rule.fine_amount))
    if rule.fine is FineKind.PERCENT:
        return _("{share} of what is late, for each 30 days begun").format(share=percent(rule.fine_rate))
    return _("none")
