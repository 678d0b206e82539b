"""`kubebuku share`: how a result would be shared by a rule, reckoned without a book."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from kubebuku.cli import output
from kubebuku.cli.parsing import Parser
from kubebuku.domain.money import LARGEST_AMOUNT
from kubebuku.domain.sharing import EQUAL, Kind, Part, Share, Sharer, Sharing
from kubebuku.domain.sharing import share as reckon
from kubebuku.domain.sharing_refusals import NotAShare
from kubebuku.domain.text import N_
from kubebuku.i18n import _

_DECIMAL = re.compile(r"\d{1,15}(?:\.\d{1,9})?", re.ASCII)
_KEYS = frozenset({"source", "parts", "rounding", "remainder", "totals", "members"})
_PART_KEYS = frozenset({"name", "bases", "base", *(kind.value for kind in Kind)})


def share_arguments(parser: Parser) -> None:
    parser.option("--rule", N_("a file of JSON: source, parts, members"), metavar=N_("FILE"), type=Path, required=True)
    parser.json()


def share(args: argparse.Namespace) -> int:
    """Each line and what every member gets of it."""
    found = _of_file(read_file(args.rule))
    if args.json:
        output.result(output.as_json(_as_data(found)))
        return 0
    rows: list[tuple[str | int | None, ...]] = []
    for line in found.parts:
        rows.append((line.name, None, int(line.amount)))
        rows.extend((None, name, int(amount)) for name, amount in line.shares or ())
        if line.others:
            rows.append((None, _("Members not listed"), int(line.others)))
    rows += [(_("Remainder"), None, int(found.remainder)), (_("Total"), None, int(found.source))]
    output.table(rows, heads=(_("Line"), _("Name"), _("Amount")))
    return 0


def read_file(path: Path) -> dict[str, Any]:
    """The JSON object of a file; raises NotAShare for anything else, and what the system says of an unreadable file."""
    try:
        found = json.loads(path.read_bytes().decode("utf-8-sig"), object_pairs_hook=_once, parse_float=_Inexact)
    except (ValueError, RecursionError) as wrong:
        raise NotAShare(path.name, _("an object of JSON"), str(wrong)[:80]) from wrong
    return _object(found, path.name)


class _Inexact(str):
    """A number with a fraction that is not text: it would not be exact."""

    __slots__ = ()


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for key in found if sum(other == key for other, _value in pairs) > 1)
        raise NotAShare(twice, _("each key once"), twice)
    return found


def _of_file(found: dict[str, Any]) -> Sharing:
    _known(found, _KEYS, "rule")
    members = [_sharer(one, f"members[{at}]") for at, one in enumerate(_list(found.get("members", []), "members"))]
    totals = {key: _exact(value, f"totals.{key}") for key, value in _object(found.get("totals", {}), "totals").items()}
    remainder = found.get("remainder")
    return reckon(
        _whole(found.get("source"), "source"),
        [_part(one, f"parts[{at}]") for at, one in enumerate(_list(found.get("parts"), "parts"))],
        members,
        coin=_whole(found.get("rounding", 1), "rounding"),
        totals=totals,
        remainder=None if remainder is None else _text(remainder, "remainder"),
    )


def _part(found: Any, where: str) -> Part:
    line = _object(found, where)
    _known(line, _PART_KEYS, where)
    kinds = [kind for kind in Kind if kind.value in line]
    if len(kinds) != 1:
        raise NotAShare(where, _("exactly one of percent, percent_of_rest, amount, rest"), str(len(kinds)))
    kind, value = kinds[0], line[kinds[0].value]
    name = _text(line.get("name"), f"{where}.name")
    if kind is Kind.REST:
        if value is not True:
            raise NotAShare(f"{where}.rest", "true", _shown(value))
        return Part(name, kind, bases=_bases(line, where))
    if kind is not Kind.AMOUNT:
        return Part(name, kind, _exact(value, f"{where}.{kind.value}") / 100, _bases(line, where))
    amount = _whole(value, f"{where}.amount")
    if not 0 <= amount <= LARGEST_AMOUNT:
        raise NotAShare(f"{where}.amount", _("rupiah from 0 to {most}").format(most=LARGEST_AMOUNT), _shown(value))
    return Part(name, kind, Fraction(amount), _bases(line, where))


def _bases(line: Mapping[str, Any], where: str) -> tuple[tuple[str, Fraction], ...]:
    if "base" in line and "bases" in line:
        raise NotAShare(where, _("either base or bases"), _("both"))
    if "base" in line:
        return ((_base(line["base"], f"{where}.base"), Fraction(1)),)
    bases = []
    for at, one in enumerate(_list(line.get("bases", []), f"{where}.bases")):
        place = f"{where}.bases[{at}]"
        known = _object(one, place)
        _known(known, frozenset({"base", "weight"}), place)
        bases.append((_base(known.get("base"), f"{place}.base"), _exact(known.get("weight"), f"{place}.weight") / 100))
    if "bases" in line and not bases:
        raise NotAShare(f"{where}.bases", _("at least one base"), "[]")
    return tuple(bases)


def _base(found: Any, where: str) -> str:
    base = _text(found, where)
    if base == "name":
        raise NotAShare(where, _("a base"), base)
    return base


def _sharer(found: Any, where: str) -> Sharer:
    member = dict(_object(found, where))
    name = _text(member.pop("name", None), f"{where}.name")
    if EQUAL in member:
        raise NotAShare(where, _("bases of the group's own"), EQUAL)
    return Sharer(name, {key: _exact(value, f"{where}.{key}") for key, value in member.items()})


def _known(found: Mapping[str, Any], keys: frozenset[str], where: str) -> None:
    strange = next((key for key in found if key not in keys), None)
    if strange is not None:
        raise NotAShare(where, ", ".join(sorted(keys)), strange)


def _object(found: Any, where: str) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise NotAShare(where, _("an object of JSON"), _shown(found))
    return found


def _list(found: Any, where: str) -> list[Any]:
    if not isinstance(found, list):
        raise NotAShare(where, _("a list"), _shown(found))
    return found


def _text(found: Any, where: str) -> str:
    if not isinstance(found, str) or isinstance(found, _Inexact) or not found.strip():
        raise NotAShare(where, _("a name"), _shown(found))
    return found


def _whole(found: Any, where: str) -> int:
    if not isinstance(found, int) or isinstance(found, bool):
        raise NotAShare(where, _("a whole number"), _shown(found))
    return found


def _exact(found: Any, where: str) -> Fraction:
    if isinstance(found, int) and not isinstance(found, bool) and 0 <= found < 10**15:
        return Fraction(found)
    if isinstance(found, str) and not isinstance(found, _Inexact) and _DECIMAL.fullmatch(found):
        return Fraction(found)
    raise NotAShare(where, _('a whole number, or decimal text such as "12.5"'), _shown(found))


def _shown(found: Any) -> str:
    return json.dumps(found, ensure_ascii=False)[:80]


def _as_data(found: Sharing) -> dict[str, object]:
    return {
        "source": int(found.source),
        "parts": [_line(line) for line in found.parts],
        "members": _amounts(found.members),
        "remainder": int(found.remainder),
    }


def _line(line: Share) -> dict[str, object]:
    shares = None if line.shares is None else _amounts(line.shares)
    return {
        "name": line.name,
        "amount": int(line.amount),
        "short": int(line.short),
        "shares": shares,
        "others": int(line.others),
    }


def _amounts(found: tuple[tuple[str, Any], ...]) -> list[dict[str, object]]:
    return [{"name": name, "amount": int(amount)} for name, amount in found]
