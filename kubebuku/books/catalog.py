"""All books, in the order of the programme. Adding a book is a folder and a line here (docs/adding-a-book.md).

A book is loaded when it is first asked for: together they are some hundreds of classes, and the first page needs few of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from kubebuku.books.spec import Act, Answer, Book, C, Command, Form, Query, T, from_data
from kubebuku.domain.named import module, named

#: The folders of the books; ``kubebuku.books.<name>.book`` holds the Book under the name in capitals.
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
def book(name: str) -> Book:
    """The book of that folder."""
    door: Book = named(f"kubebuku.books.{name}.book:{name.upper()}")
    return door


@cache
def books() -> tuple[Book, ...]:
    """Every book, in the order of the programme."""
    return tuple(book(name) for name in NAMES)


def _folder(kind: type[Command | Query[Any]]) -> str:
    """The folder the class stands in; raises KeyError for a class elsewhere."""
    house, _dot, name = kind.__module__.rpartition(".")[0].rpartition(".")
    if house != "kubebuku.books" or name not in NAMES:
        raise KeyError(kind)
    return name


@cache
def _acts(name: str) -> Mapping[type[Command], Act[Any]]:
    return {act.command: act for act in book(name).acts()}


@cache
def _answers(name: str) -> Mapping[type[Query[Any]], Answer[Any, Any]]:
    return {answer.query: answer for answer in book(name).answers()}


def act(kind: type[C]) -> Act[C]:
    """Who carries the command out; raises KeyError for one no book lists."""
    return _acts(_folder(kind))[kind]


def answer(kind: type[Query[T]]) -> Answer[Query[T], T]:
    """Who answers the query; raises KeyError for one no book lists."""
    return _answers(_folder(kind))[kind]


def commands_of(name: str) -> tuple[type[Command], ...]:
    """The commands of that book; those who carry them out are not loaded."""
    modules = [module(f"kubebuku.books.{name}.{one}") for one in book(name).command_modules]
    kinds = [one for found in modules for one in vars(found).values() if isinstance(one, type) and issubclass(one, Command)]
    return tuple(one for one in kinds if one.name and _folder(one) == name)


@cache
def commands_by_name() -> dict[str, type[Command]]:
    """Every command by its stable name."""
    return {command.name: command for name in NAMES for command in commands_of(name)}


@cache
def forms_of(name: str) -> tuple[Form, ...]:
    """The forms of that book, in the order in which they are offered."""
    return tuple(book(name).forms())


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
