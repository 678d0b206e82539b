"""Why an amount cannot be taken as it was typed: one class a reason."""

from __future__ import annotations

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_

#: Letters that are typed for digits, by what they look like.
LOOKS_LIKE = {"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "i": "1", "|": "1", "Z": "2", "S": "5", "s": "5", "B": "8"}


class AmountRefused(RuleBroken):
    """Any amount that cannot be read. `readings` are the amounts that may have been meant, for the person to pick from."""

    code = "amount"

    def __post_init__(self) -> None:
        self.readings: tuple[Rupiah, ...] = ()


class AmountMissing(AmountRefused):
    """Empty, or only spaces."""

    wrong = N_("The amount is not written yet.")
    remedy = N_("Write it in digits, for example 750.000.")


class AmountZero(AmountRefused):
    """Nought: nothing has moved."""

    wrong = N_("The amount must be more than zero.")
    why = N_("What was written is 0.")
    remedy = N_("Write how much money moved, for example 750.000.")


class AmountNegative(AmountRefused):
    """A minus before or after the figure, or the figure in brackets."""

    wrong = N_("The amount must be more than zero.")
    why = N_("What was written is {written}.")
    remedy = N_("Write it without a minus: {figure}.")

    written: str
    amount: Rupiah

    def __post_init__(self) -> None:
        self.readings = (self.amount,)
        self.said = {"figure": int(self.amount)}


class AmountInWords(AmountRefused):
    """Letters and not one digit, such as ``lima ribu``."""

    wrong = N_("The amount is not written in digits.")
    why = N_("What was written is {written}.")
    remedy = N_("Write it in digits, for example 750.000.")

    written: str


class AmountWithSen(AmountRefused):
    """A part of a rupiah; it is never rounded in silence."""

    code = "amount-sen"
    wrong = N_("The amount has sen: {written}.")
    why = N_("Rupiah are written whole.")
    remedy = N_("Write {amount}.")

    written: str
    readings: tuple[Rupiah, ...]

    def __post_init__(self) -> None:
        self.said = {"amount": int(self.readings[0])}
        if len(self.readings) > 1:
            self.remedy = N_("Write {lower} or {upper}.")
            self.said = {"lower": int(self.readings[0]), "upper": int(self.readings[1])}


class AmountDoubtful(AmountRefused):
    """A sign that is read one way in one place and another way elsewhere, such as ``1,500``: the person is asked."""

    wrong = N_('The amount "{written}" can be read in two ways.')
    why = N_("Thousands are set apart by a point, as in {example}.")
    remedy = N_("Which is right: {first} or {second}?")

    written: str
    readings: tuple[Rupiah, Rupiah]

    def __post_init__(self) -> None:
        self.said = {"example": int(max(self.readings)), "first": self.readings[0], "second": self.readings[1]}


class AmountGroups(AmountRefused):
    """Separators that do not stand at the thousands, such as ``1.00`` or ``1,500,000``."""

    wrong = N_('The separators in "{written}" are not in their place.')
    why = N_("Thousands are set apart by a point, every three digits, as in 1.500.000.")
    remedy = N_("Write the amount again; it may be without points.")

    written: str
    readings: tuple[Rupiah, ...] = ()

    def __post_init__(self) -> None:
        if self.readings:
            self.remedy = N_("If {amount} is meant, write {figure}.")
            self.said = {"amount": self.readings[0], "figure": int(self.readings[0])}


class AmountUnclear(AmountRefused):
    """A sign that does not belong in an amount.

    `place` counts from 0 in the text that was given; `digit` is the one that the sign was probably typed for.
    """

    wrong = N_('The amount has "{sign}" at place {place}.')
    why = N_("An amount is written with digits and points only, as in 1.500.000.")
    remedy = N_("Perhaps the digit {digit} was meant.")

    sign: str
    place: int
    digit: str | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        self.said = {"sign": self.sign if self.sign.isprintable() else f"U+{ord(self.sign):04X}", "place": self.place + 1}
        if not self.digit:
            self.remedy = N_("Write it again in digits.")
