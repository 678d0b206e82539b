"""All books, in the order of the programme. Adding a book is a folder and a line here (docs/adding-a-book.md).

A book is loaded when it is first asked for: together they are some hundreds of classes, and the first page needs few of them.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from kubebuku.books.spec import BookSpec, Command, Form, Query, from_data
from kubebuku.domain.named import named

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
    "mending",
    "closing",
    "opening",
    "journal",
    "group",
    "leaving",
    "collection",
    "attachments",
)


@cache
def book(name: str) -> BookSpec:
    """The book of that folder."""
    spec: BookSpec = named(f"kubebuku.books.{name}.book:{name.upper()}")
    return spec


@cache
def books() -> tuple[BookSpec, ...]:
    """Every book, in the order of the programme."""
    return tuple(book(name) for name in NAMES)


def _of(kind: type[Command | Query[Any]]) -> tuple[BookSpec, str]:
    """The book in whose folder the class stands, and what the book calls it; raises KeyError for a class elsewhere."""
    folder, _dot, module = kind.__module__.rpartition(".")
    house, _dot, name = folder.rpartition(".")
    if house != "kubebuku.books" or name not in NAMES:
        raise KeyError(kind)
    return book(name), f"{module}.{kind.__qualname__}"


def command_handler(kind: type[Command]) -> str:
    """The dotted name of the function that carries the command out; raises KeyError for one no book lists."""
    spec, called = _of(kind)
    return spec.commands[called]


def query_handler(kind: type[Query[Any]]) -> str:
    """The dotted name of the function that answers the query; raises KeyError for one no book lists."""
    spec, called = _of(kind)
    return spec.queries[called]


def undo_handler(kind: type[Command]) -> str | None:
    """The dotted name of the function that takes back a command's own rows, None where it has none."""
    spec, called = _of(kind)
    return spec.undo.get(called)


def commands_of(name: str) -> tuple[type[Command], ...]:
    """The commands of that book."""
    return tuple(named(f"kubebuku.books.{name}.{called.replace('.', ':')}") for called in book(name).commands)


@cache
def commands_by_name() -> dict[str, type[Command]]:
    """Every command by its stable name."""
    return {command.name: command for name in NAMES for command in commands_of(name)}


@cache
def forms_of(name: str) -> tuple[Form, ...]:
    """The forms of that book, in the order in which they are offered."""
    return tuple(form for dotted in book(name).forms for form in named(dotted))


@cache
def forms() -> dict[str, Form]:
    """Every form by its key, in the order of the books."""
    return {form.key: form for name in NAMES for form in forms_of(name)}


def form_for(command: Command) -> Form | None:
    """The form by which this command is asked for, None where it has a page of its own: the one that fixes most of it."""
    fitting = [
        form
        for form in forms().values()
        if form.command is type(command) and all(getattr(command, name) == value for name, value in form.fixed.items())
    ]
    return max(fitting, key=lambda form: len(form.fixed), default=None)


def form_named(key: str) -> Form | None:
    """The form of that key."""
    return forms().get(key)


def form_key(command: Command) -> str | None:
    """The key of the form that asks for a command, None where it has a page of its own."""
    form = form_for(command)
    return form.key if form else None


def command_from(name: str, data: str) -> Command | None:
    """A kept command, None where it is not known or its data do not fit any more."""
    kind = commands_by_name().get(name)
    if kind is None:
        return None
    try:
        return from_data(kind, data)
    except (KeyError, TypeError, ValueError):
        return None
