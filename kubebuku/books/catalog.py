"""All books, in the order of the programme. Adding a book is a folder and a line here (docs/adding-a-book.md)."""

from __future__ import annotations

from functools import cache
from typing import Any

from kubebuku.books.activities.book import ACTIVITIES
from kubebuku.books.acts.book import ACTS
from kubebuku.books.cash.book import CASH
from kubebuku.books.enterprise.book import ENTERPRISE
from kubebuku.books.guests.book import GUESTS
from kubebuku.books.inventory.book import INVENTORY
from kubebuku.books.letters.book import LETTERS
from kubebuku.books.meetings.book import MEETINGS
from kubebuku.books.members.book import MEMBERS
from kubebuku.books.personal_savings.book import PERSONAL_SAVINGS
from kubebuku.books.savings_loan.book import SAVINGS_LOAN
from kubebuku.books.solidarity.book import SOLIDARITY
from kubebuku.books.spec import BookSpec, Command, Form, Query

BOOKS: tuple[BookSpec, ...] = (
    MEMBERS,
    GUESTS,
    MEETINGS,
    INVENTORY,
    LETTERS,
    CASH,
    ENTERPRISE,
    SAVINGS_LOAN,
    PERSONAL_SAVINGS,
    ACTIVITIES,
    SOLIDARITY,
    ACTS,
)


@cache
def commands_by_name() -> dict[str, type[Command]]:
    """Every command by its stable name."""
    return {command.name: command for spec in BOOKS for command in spec.commands}


@cache
def _command_handlers() -> dict[type[Command], str]:
    return {command: dotted for spec in BOOKS for command, dotted in spec.commands.items()}


@cache
def _query_handlers() -> dict[type[Query[Any]], str]:
    return {query: dotted for spec in BOOKS for query, dotted in spec.queries.items()}


def command_handler(kind: type[Command]) -> str:
    """The dotted name of the function that carries the command out; raises KeyError for one no book lists."""
    return _command_handlers()[kind]


def query_handler(kind: type[Query[Any]]) -> str:
    """The dotted name of the function that answers the query; raises KeyError for one no book lists."""
    return _query_handlers()[kind]


@cache
def _undo_handlers() -> dict[type[Command], str]:
    return {command: dotted for spec in BOOKS for command, dotted in spec.undo.items()}


def undo_handler(kind: type[Command]) -> str | None:
    """The dotted name of the function that takes back a command's own rows, None where it has none."""
    return _undo_handlers().get(kind)


@cache
def forms() -> dict[str, Form]:
    """Every form by its key, in the order of the books."""
    return {form.key: form for spec in BOOKS for form in spec.forms}


def form_for(command: Command) -> Form | None:
    """The form by which this command is asked for, None where it has a page of its own: the one that fixes most of it."""
    fitting = [
        form
        for form in forms().values()
        if form.command is type(command) and all(getattr(command, name) == value for name, value in form.fixed.items())
    ]
    return max(fitting, key=lambda form: len(form.fixed), default=None)
