"""One line of `kubebuku post`, read strictly: what is not understood is refused, never guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from kubebuku.cli.refusals import AmountNotWhole, BadDate, DoubledKey, LineTooLong, MissingKey, NotAnObject, UnknownKey, WrongType
from kubebuku.domain.refusals import AmountTooLarge, DimensionUnknown
from kubebuku.domain.text import N_
from kubebuku.domain.typed import shorten

ENTRY_KEYS = ("ref", "date", "description", "postings")
POSTING_KEYS = ("account", "amount", "unit", "person", "loan", "item")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
#: Digits beyond which an integer is certainly too large; Python itself refuses to read some thousand.
_MOST_DIGITS = 30
#: Bytes of a line: two hundred postings with the longest names need a tenth of it.
_LONGEST_LINE = 2_000_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Line:
    """One posting as it was written: names where the book has ids."""

    account: str
    amount: int
    unit: str | None
    person: str | None
    loan: int | None
    item: int | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """An entry as it was written."""

    on: date
    description: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A number of JSON that Python would change: with a point or an exponent, or very long. It is no value of an entry."""

    text: str

    @property
    def digits(self) -> str | None:
        """Those of a whole number, None for any other."""
        digits = self.text.removeprefix("-")
        return digits if digits.isdigit() else None


class _Object(dict[str, Any]):
    """A JSON object that remembers which of its keys stood twice."""

    doubled: str | None = None


def _pairs(pairs: list[tuple[str, Any]]) -> _Object:
    found = _Object(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        found.doubled = next(key for key in keys if keys.count(key) > 1)
    return found


def _integer(digits: str) -> int | Verbatim:
    return int(digits) if len(digits) <= _MOST_DIGITS else Verbatim(digits)


def read_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Each line; None for one that is too long, of which never more than `_LONGEST_LINE` bytes are held."""
    while line := stream.readline(_LONGEST_LINE + 1):
        too_long = len(line) > _LONGEST_LINE
        while too_long and not line.endswith(b"\n"):
            line = stream.readline(_LONGEST_LINE)
            if not line:
                break
        yield None if too_long else line


def _no_constant(name: str) -> Any:
    raise ValueError(name)  # NaN and Infinity are not JSON


def is_blank(line: bytes | None, *, first: bool) -> bool:
    """True for a line of white space only; a byte order mark may stand before the `first`."""
    return line is not None and not (line.removeprefix(_BYTE_ORDER_MARK) if first else line).strip()


def read_object(line: bytes | None, *, first: bool = False) -> dict[str, Any]:
    """The object on a line of UTF-8; raises NotAnObject, LineTooLong for None."""
    if line is None:
        raise LineTooLong(_LONGEST_LINE // 1_000_000)
    try:
        text = (line.removeprefix(_BYTE_ORDER_MARK) if first else line).decode()
        found = json.loads(text, object_pairs_hook=_pairs, parse_int=_integer, parse_float=Verbatim, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise NotAnObject from error
    if not isinstance(found, _Object):
        raise NotAnObject
    return found


def read_entry(found: dict[str, Any]) -> Wanted:
    """The entry in an object from `read_object`; raises the refusals of `kubebuku.cli.refusals`."""
    _check_keys(found, ENTRY_KEYS, ENTRY_KEYS[1:])
    on = _day(_of_type(found, "date", str, N_("a text such as 2026-01-31")))
    description = _of_type(found, "description", str, N_("a text"))
    postings = _of_type(found, "postings", list, N_("a list of postings"))
    return Wanted(on, description, tuple(_line(one) for one in postings))


def _line(found: Any) -> Line:
    if not isinstance(found, _Object):
        raise WrongType("postings", N_("a list of postings"))
    _check_keys(found, POSTING_KEYS, POSTING_KEYS[:2])
    amount = found["amount"]
    if isinstance(amount, Verbatim) and amount.digits:
        raise AmountTooLarge(len(amount.digits))
    if isinstance(amount, bool) or not isinstance(amount, int):
        raise AmountNotWhole
    return Line(
        _of_type(found, "account", str, N_("a text such as 1101")),
        amount,
        _name(found, "unit"),
        _name(found, "person"),
        _number(found, "loan"),
        _number(found, "item"),
    )


def _check_keys(found: dict[str, Any], known: tuple[str, ...], needed: tuple[str, ...]) -> None:
    if isinstance(found, _Object) and found.doubled is not None:
        raise DoubledKey(shorten(found.doubled))
    for key in found:
        if key not in known:
            raise UnknownKey(shorten(key), known)
    for key in needed:
        if key not in found:
            raise MissingKey(key)


def _of_type(found: dict[str, Any], key: str, kind: type, expected: str) -> Any:
    value = found[key]
    if not isinstance(value, kind):
        raise WrongType(key, expected)
    return value


def _name(found: dict[str, Any], key: str) -> str | None:
    value = found.get(key)
    if value is not None and not isinstance(value, str):
        raise WrongType(key, N_("a name or null"))
    return value


def _number(found: dict[str, Any], key: str) -> int | None:
    value = found.get(key)
    if isinstance(value, Verbatim) and value.digits:
        raise DimensionUnknown(key, shorten(value.text))
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise WrongType(key, N_("a whole number or null"))
    return value


def _day(written: str) -> date:
    try:
        if _DAY.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    raise BadDate(shorten(written))
