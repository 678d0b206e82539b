"""What is no rule of sharing, a class each."""

from __future__ import annotations

from fractions import Fraction

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.text import N_


class SourceEmpty(RuleBroken):
    """Nothing, a loss, or more than can be written."""

    code = "share-source"
    wrong = N_("Of {found} nothing can be shared.")
    why = N_("What is shared is Rp1 at least and {most} at most.")
    remedy = N_("Write the result that is to be shared.")
    field = "source"
    most = Rupiah(LARGEST_AMOUNT)

    found: Rupiah


class PercentsDoNotFit(RuleBroken):
    """Percents that do not make 100 beside each other, or leave nothing for the rest."""

    code = "share-percents"
    wrong = N_("The percents together make {found}.")
    why = N_("Without a line for the rest they make exactly 100 %; with one they stay below it.")
    remedy = N_("Change one of them.")
    field = "parts"

    found: Fraction


class WeightsDoNotFit(RuleBroken):
    """Weights of the bases of a line that do not make 100."""

    code = "share-weights"
    wrong = N_("The weights of “{name}” together make {found}.")
    why = N_("The bases by which one line is shared weigh exactly 100 % together.")
    remedy = N_("Change one of them.")
    field = "bases"

    name: str
    found: Fraction


class RestMissing(RuleBroken):
    """Fixed amounts or shares of the rest, and no last line."""

    code = "share-rest-missing"
    wrong = N_("There is no line for the rest.")
    why = N_("A rule with fixed amounts or shares of the rest ends in a line that takes what is left.")
    remedy = N_("Add a last line for the rest.")
    field = "parts"


class RestMisplaced(RuleBroken):
    """A line for the rest before another, or two of them."""

    code = "share-order"
    wrong = N_("The line for the rest does not stand last.")
    why = N_("One line takes what all others leave.")
    remedy = N_("Put it last, once.")
    field = "parts"


class BaseOfNobody(RuleBroken):
    """A base of which nobody has anything."""

    code = "share-base"
    wrong = N_("Nobody has anything of “{base}”.")
    remedy = N_("Share by another base, or write what each member has of it.")
    field = "bases"

    base: str


class BaseBelowListed(RuleBroken):
    """A whole that is less than its parts."""

    code = "share-totals"
    wrong = N_("The whole of “{base}” is {whole}, and the members listed have {listed}.")
    remedy = N_("Write the whole of all members, or leave it out.")
    field = "totals"

    base: str
    listed: str
    whole: str


class NobodyToShare(RuleBroken):
    """A line for members, and no member."""

    code = "share-nobody"
    wrong = N_("“{name}” is shared among members, and none is listed.")
    remedy = N_("List the members.")
    field = "members"

    name: str


class NameTwice(RuleBroken):
    """Two lines or two members of one name."""

    code = "share-name-twice"
    wrong = N_("The name “{name}” stands twice.")
    remedy = N_("Give one of them another name.")
    field = "name"

    name: str


class CoinUnknown(RuleBroken):
    """A coin nobody pays with."""

    code = "share-coin"
    wrong = N_("Shares cannot be rounded to {found}.")
    why = N_("The coins are {coins}.")
    remedy = N_("Choose one of them.")
    field = "rounding"

    found: int
    coins: tuple[int, ...]


class RemainderUnknown(RuleBroken):
    """A fund that is none of the lines."""

    code = "share-remainder"
    wrong = N_("The remainder is to go to “{name}”, and no line to a fund bears that name.")
    remedy = N_("Name one of the lines that go to a fund, or none.")
    field = "remainder"

    name: str


class NotAShare(RuleBroken):
    """A file that says no rule of sharing. `where` is its place in the file, `expected` what should stand there."""

    code = "share-file"
    wrong = N_("{where}: {expected} was expected, and {found} found.")
    remedy = N_("Mend the file; its form stands in docs/cli.md.")
    field = "rule"

    where: str
    expected: str
    found: str
