"""All books, in the order of the programme. Adding a book is a folder and a line here (docs/adding-a-book.md).

A book is loaded when it is first asked for: together they are some hundreds of classes, and the first page needs few of them.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any

from kubebuku.books.spec import BookSpec, Command, Form, Query

#: The folders of the books; ``kubebuku.books.<name>.book`` holds the BookSpec under the name in capitals.
NAMES: tuple[str, ...] = (
    "members",
    "guests",
    "meetings",
    "inventory",
    "letters",
    "cash",
    "enterprise",
    "savings_loan",
    "personal_savings",
    "activities",
    "solidarity",
    "acts",
)


@cache
def book(name: str) -> BookSpec:
    """The book of that folder."""
    spec: BookSpec = getattr(importlib.import_module(f"kubebuku.books.{name}.book"), name.upper())
    return spec


@cache
def books() -> tuple[BookSpec, ...]:
    """Every book, in the order of the programme."""
    return tuple(book(name) for name in NAMES)


def _own(kind: type[Command | Query[Any]]) -> BookSpec | None:
    """The book in whose folder the class stands."""
    house, part, name = [*kind.__module__.split("."), "", ""][:3]
    return book(name) if (house, part) == ("kubebuku", "books") and name in NAMES else None


@cache
def commands_by_name() -> dict[str, type[Command]]:
    """Every command by its stable name."""
    return {command.name: command for spec in books() for command in spec.commands}


@cache
def _command_handlers() -> dict[type[Command], str]:
    return {command: dotted for spec in books() for command, dotted in spec.commands.items()}


@cache
def _query_handlers() -> dict[type[Query[Any]], str]:
    return {query: dotted for spec in books() for query, dotted in spec.queries.items()}


def command_handler(kind: type[Command]) -> str:
    """The dotted name of the function that carries the command out; raises KeyError for one no book lists."""
    own = _own(kind)
    return own.commands[kind] if own is not None and kind in own.commands else _command_handlers()[kind]


def query_handler(kind: type[Query[Any]]) -> str:
    """The dotted name of the function that answers the query; raises KeyError for one no book lists."""
    own = _own(kind)
    return own.queries[kind] if own is not None and kind in own.queries else _query_handlers()[kind]


@cache
def _undo_handlers() -> dict[type[Command], str]:
    return {command: dotted for spec in books() for command, dotted in spec.undo.items()}


def undo_handler(kind: type[Command]) -> str | None:
    """The dotted name of the function that takes back a command's own rows, None where it has none."""
    return _undo_handlers().get(kind)


@cache
def forms() -> dict[str, Form]:
    """Every form by its key, in the order of the books."""
    return {form.key: form for spec in books() for form in spec.forms}


def form_for(command: Command) -> Form | None:
    """The form by which this command is asked for, None where it has a page of its own: the one that fixes most of it."""
    fitting = [
        form
        for form in forms().values()
        if form.command is type(command) and all(getattr(command, name) == value for name, value in form.fixed.items())
    ]
    return max(fitting, key=lambda form: len(form.fixed), default=None)
