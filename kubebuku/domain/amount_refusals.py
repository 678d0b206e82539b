"""Why an amount cannot be taken as it was typed: one class a reason."""

from __future__ import annotations

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence

#: Letters that are typed for digits, by what they look like.
LOOKS_LIKE = {"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "i": "1", "|": "1", "Z": "2", "S": "5", "s": "5", "B": "8"}


class AmountRefused(RuleBroken):
    """Any amount that cannot be read. `readings` are the amounts that may have been meant, for the person to pick from."""

    code = "amount"
    readings: tuple[Rupiah, ...] = ()


class AmountMissing(AmountRefused):
    """Empty, or only spaces."""

    code = "amount-missing"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The amount is not written yet.")),
            remedy=Sentence(N_("Write it in digits, for example 750.000.")),
        )


class AmountZero(AmountRefused):
    """Nought: nothing has moved."""

    code = "amount-zero"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The amount must be more than zero.")),
            Sentence(N_("What was written is 0.")),
            Sentence(N_("Write how much money moved, for example 750.000.")),
        )


class AmountNegative(AmountRefused):
    """A minus before or after the figure, or the figure in brackets."""

    code = "amount-negative"

    def __init__(self, written: str, amount: Rupiah) -> None:
        super().__init__(
            Sentence(N_("The amount must be more than zero.")),
            Sentence(N_("What was written is {written}."), {"written": written}),
            Sentence(N_("Write it without a minus: {figure}."), {"figure": int(amount)}),
        )
        self.readings = (amount,)


class AmountInWords(AmountRefused):
    """Letters and not one digit, such as ``lima ribu``."""

    code = "amount-in-words"

    def __init__(self, written: str) -> None:
        super().__init__(
            Sentence(N_("The amount is not written in digits.")),
            Sentence(N_("What was written is {written}."), {"written": written}),
            Sentence(N_("Write it in digits, for example 750.000.")),
        )


class AmountWithSen(AmountRefused):
    """A part of a rupiah; it is never rounded in silence."""

    code = "amount-sen"

    def __init__(self, written: str, readings: tuple[Rupiah, ...]) -> None:
        if len(readings) > 1:
            remedy = Sentence(N_("Write {lower} or {upper}."), {"lower": int(readings[0]), "upper": int(readings[1])})
        else:
            remedy = Sentence(N_("Write {amount}."), {"amount": int(readings[0])})
        super().__init__(
            Sentence(N_("The amount has sen: {written}."), {"written": written}),
            Sentence(N_("Rupiah are written whole.")),
            remedy,
        )
        self.readings = readings


class AmountDoubtful(AmountRefused):
    """A sign that is read one way in one place and another way elsewhere, such as ``1,500``: the person is asked."""

    code = "amount-doubtful"

    def __init__(self, written: str, readings: tuple[Rupiah, Rupiah]) -> None:
        super().__init__(
            Sentence(N_('The amount "{written}" can be read in two ways.'), {"written": written}),
            Sentence(N_("Thousands are set apart by a point, as in {example}."), {"example": int(max(readings))}),
            Sentence(N_("Which is right: {first} or {second}?"), {"first": readings[0], "second": readings[1]}),
        )
        self.readings = readings


class AmountGroups(AmountRefused):
    """Separators that do not stand at the thousands, such as ``1.00`` or ``1,500,000``."""

    code = "amount-groups"

    def __init__(self, written: str, readings: tuple[Rupiah, ...] = ()) -> None:
        if readings:
            remedy = Sentence(N_("If {amount} is meant, write {figure}."), {"amount": readings[0], "figure": int(readings[0])})
        else:
            remedy = Sentence(N_("Write the amount again; it may be without points."))
        super().__init__(
            Sentence(N_('The separators in "{written}" are not in their place.'), {"written": written}),
            Sentence(N_("Thousands are set apart by a point, every three digits, as in 1.500.000.")),
            remedy,
        )
        self.readings = readings


class AmountUnclear(AmountRefused):
    """A sign that does not belong in an amount.

    `place` counts from 0 in the text that was given; `meant` is the digit that the sign was probably typed for.
    """

    code = "amount-unclear"

    def __init__(self, sign: str, place: int, meant: str | None = None) -> None:
        shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
        super().__init__(
            Sentence(N_('The amount has "{sign}" at place {place}.'), {"sign": shown, "place": place + 1}),
            Sentence(N_("An amount is written with digits and points only, as in 1.500.000.")),
            Sentence(N_("Perhaps the digit {digit} was meant."), {"digit": meant})
            if meant
            else Sentence(N_("Write it again in digits.")),
        )
        self.sign = sign
        self.place = place
