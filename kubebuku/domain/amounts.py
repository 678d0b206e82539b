"""Reading amounts as they are typed in Indonesia. What is doubtful is asked about, never guessed."""

from __future__ import annotations

import re
from fractions import Fraction

from kubebuku.domain.amount_refusals import (
    LOOKS_LIKE,
    AmountDoubtful,
    AmountGroups,
    AmountInWords,
    AmountMissing,
    AmountNegative,
    AmountRefused,
    AmountUnclear,
    AmountWithSen,
    AmountZero,
)
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.refusals import AmountTooLarge
from kubebuku.domain.typed import Typed, plain

# Around the figure: brackets or a sign, Rp before it, the everyday tail ",-" (or ".-", ",--", ",=") and "rupiah" after it.
_SHAPE = re.compile(
    r"(?P<open>\()?\s?(?P<sign>[-+])?\s?(?:(?:rp\.?|idr)\s?)?(?P<inner>[-+])?\s?"
    r"(?P<body>.*?)"
    r"\s?(?:[,.]\s?(?:--?|=))?\s?(?:rupiah)?\s?(?P<after>-)?\s?(?P<close>\))?",
    re.IGNORECASE | re.DOTALL,
)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([. ])[0-9]{3}(?:\1[0-9]{3})*")
_FOREIGN_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.0{1,2})?")
_TERM = re.compile(r"(?P<number>[0-9][0-9.,]*)\s?(?P<word>ribu|rb|juta|jt|miliar|milyar|triliun)\b\.?\s?", re.IGNORECASE)
_TERMS = re.compile(rf"(?:{_TERM.pattern.replace('?P<number>', '?:').replace('?P<word>', '?:')})+", re.IGNORECASE)
_FACTORS = {
    "ribu": 10**3,
    "rb": 10**3,
    "juta": 10**6,
    "jt": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "triliun": 10**12,
}
_MOST_DIGITS = len(str(LARGEST_AMOUNT))
_FIGURE_SIGNS = frozenset("0123456789., ")


def read_amount(text: str) -> Rupiah:
    """The amount that `text` means, from 1 to 999.999.999.999 rupiah.

    ``1.500.000``, ``1500000``, ``1 500 000``, ``Rp1.500.000,-``, ``1.500.000,00``, ``1,5 jt``, ``1 juta 500 ribu`` are one.
    Raises `AmountTooLarge`, or a subclass of `AmountRefused` for everything else.
    """
    typed = plain(text)
    shape = _SHAPE.fullmatch(typed.text)
    if shape is None or not shape["body"]:
        raise _nothing_in(typed, shape)
    if bool(shape["open"]) != bool(shape["close"]):
        group = "open" if shape["open"] else "close"
        raise AmountUnclear(shape[group], typed.places[shape.start(group)])
    body = shape["body"]
    amount = _read_terms(body, typed) if _TERMS.fullmatch(body) else _read_figure(body, typed, shape.start("body"))
    if amount == 0:
        raise AmountZero
    if shape["open"] or "-" in {shape["sign"], shape["inner"], shape["after"]}:
        raise AmountNegative(typed.shown, amount)
    return amount


def _nothing_in(typed: Typed, shape: re.Match[str] | None) -> AmountRefused:
    """Why there is no figure: nothing was written, or only a sign or brackets were."""
    around = [group for group in ("open", "sign", "inner", "after", "close") if shape and shape[group]]
    if shape and around:
        return AmountUnclear(shape[around[0]], typed.places[shape.start(around[0])])
    return AmountMissing()


def _read_figure(body: str, typed: Typed, offset: int) -> Rupiah:
    for place, sign in enumerate(body):
        if sign not in _FIGURE_SIGNS:
            if not any(other.isdecimal() for other in body) and any(other.isalpha() for other in body):
                raise AmountInWords(typed.shown)
            slip = all(other in _FIGURE_SIGNS or other in LOOKS_LIKE for other in body)
            raise AmountUnclear(sign, typed.places[offset + place], digit=LOOKS_LIKE[sign] if slip else None)
    whole, comma, part = body.partition(",")
    amount = _whole(whole)
    if amount is None or (comma and not (part and part.isdecimal())):
        meant = _digits(body.partition(".")[0]) if _FOREIGN_GROUPS.fullmatch(body) else ""
        raise AmountGroups(typed.shown, _within_limits(int(meant)) if 0 < len(meant) <= _MOST_DIGITS else ())
    return _with_part(amount, part, typed)


def _with_part(amount: Rupiah, part: str, typed: Typed) -> Rupiah:
    """`amount` with `part` after its comma: nought is nothing, three digits are doubtful, the rest is sen."""
    if len(part) == 3 and amount > 0:
        raise AmountDoubtful(typed.shown, (_limited(f"{int(amount)}{part}"), amount))
    if part.strip("0"):
        raise AmountWithSen(typed.shown, _around(amount))
    if len(part) > 2:
        raise AmountGroups(typed.shown)
    return amount


def _read_terms(body: str, typed: Typed) -> Rupiah:
    """``1,5 jt``, ``500rb``, ``1 juta 500 ribu``: each later word smaller than the one before, with at most three digits."""
    total = Fraction(0)
    before = 0
    for term in _TERM.finditer(body):
        factor = _FACTORS[term["word"].lower()]
        number = _term_number(term["number"], factor, typed)
        if before and not (factor < before and number.denominator == 1 and number < 1000):
            raise AmountGroups(typed.shown)
        total += number * factor
        before = factor
    if total.denominator != 1:
        raise AmountWithSen(typed.shown, _around(Rupiah(int(total))))
    return _limited(str(int(total)))


def _term_number(number: str, factor: int, typed: Typed) -> Fraction:
    if len(number) > 2 * _MOST_DIGITS:
        raise AmountTooLarge(len(_digits(number)) + len(str(factor)) - 1)
    if number.isdecimal():
        return Fraction(int(number))
    grouped, comma, part = number.partition(",")
    whole = _whole(grouped)
    if comma and whole is not None and part.isdecimal() and not (len(part) == 3 and whole > 0):
        return Fraction(int(f"{int(whole)}{part}"), 10 ** len(part))
    # Here a point or comma before exactly three digits may set apart thousands or be the decimal sign.
    left, _, right = number.replace(",", ".").partition(".")
    if not right.isdecimal():
        raise AmountGroups(typed.shown)
    decimal = Fraction(int(left + right), 10 ** len(right)) * factor
    readings = tuple(Rupiah(int(reading)) for reading in (int(left + right) * factor, decimal) if reading.denominator == 1)
    if len(right) == 3 and len(readings) == 2 and max(readings) <= LARGEST_AMOUNT:
        raise AmountDoubtful(typed.shown, (readings[0], readings[1]))
    raise AmountGroups(typed.shown, _within_limits(int(decimal)) if decimal.denominator == 1 else ())


def _whole(figure: str) -> Rupiah | None:
    """A figure without a comma, or None if its groups are not of three."""
    if figure.isdecimal() or _GROUPED.fullmatch(figure):
        return _limited(_digits(figure))
    return None


def _limited(digits: str) -> Rupiah:
    """The amount written in `digits`; counting them first keeps a thousand of them from ever becoming a number."""
    if len(digits.lstrip("0")) > _MOST_DIGITS:
        raise AmountTooLarge(len(digits))
    return Rupiah(int(digits))


def _within_limits(amount: int) -> tuple[Rupiah, ...]:
    return (Rupiah(amount),) if 1 <= amount <= LARGEST_AMOUNT else ()


def _around(amount: Rupiah) -> tuple[Rupiah, ...]:
    """The whole amounts below and above `amount` and a part; nought is not offered, nor what is above the limit."""
    return (*_within_limits(int(amount)), *_within_limits(int(amount) + 1))


def _digits(figure: str) -> str:
    return "".join(sign for sign in figure if sign.isdecimal())
