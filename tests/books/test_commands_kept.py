"""Books keep commands and read them back for as long as they exist: what a command is called and made of does not drift."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from kubebuku.books.catalog import commands_by_name
from kubebuku.books.spec import Command
from tests.golden_files import matches_golden


def _type(kind: Any) -> str:
    """A type as one writes it, the same in every Python."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return " | ".join(_type(arm) for arm in inner)
    if origin is not None:
        return f"{origin.__name__}[{', '.join('...' if one is Ellipsis else _type(one) for one in inner)}]"
    if isinstance(kind, NewType):
        return f"{kind.__name__} ({_type(kind.__supertype__)})"
    return "None" if kind is type(None) else str(kind.__name__)


def _default(one: Field[Any]) -> str:
    if one.default_factory is not MISSING:
        return f" = {one.default_factory()!r}"
    if isinstance(one.default, Enum):
        return f" = {type(one.default).__name__}.{one.default.name}"
    return "" if one.default is MISSING else f" = {one.default!r}"


def _lines(kind: Any) -> str:
    """What a dataclass or an enumeration is made of, a line for each field or value."""
    if issubclass(kind, Enum):
        return "".join(f"    {one.name} = {one.value!r}\n" for one in kind)
    hints = get_type_hints(kind)
    return "".join(f"    {one.name}: {_type(hints[one.name])}{_default(one)}\n" for one in fields(kind))


def _made_of(kind: Any) -> Iterator[type]:
    """The dataclasses and enumerations in a command, at any depth."""
    for one in get_args(kind) or (kind,):
        if get_args(one):
            yield from _made_of(one)
        elif isinstance(one, type) and (issubclass(one, Enum) or is_dataclass(one)):
            yield one
            if not issubclass(one, Enum):
                yield from (part for hint in get_type_hints(one).values() for part in _made_of(hint))


def test_what_books_keep_of_a_command_is_what_they_read_back() -> None:
    commands = commands_by_name()
    assert all(is_dataclass(kind) for kind in commands.values())
    parts = {part for kind in commands.values() for part in _made_of(kind)} - {Command, *commands.values()}
    told = [f"{name}\n{_lines(kind)}" for name, kind in sorted(commands.items())]
    told += sorted(f"{part.__name__}\n{_lines(part)}" for part in parts)
    matches_golden(__file__, "commands", "\n".join(told))
