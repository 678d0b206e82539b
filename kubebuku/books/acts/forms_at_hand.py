"""Commands and forms of all books, found by name on first use: the catalogue stands above this book."""

from __future__ import annotations

import importlib
from typing import Any

from kubebuku.books.spec import BookSpec, Command, Form, from_data


def _catalog() -> Any:
    return importlib.import_module("kubebuku.books.catalog")


def books() -> tuple[BookSpec, ...]:
    """All books."""
    found: tuple[BookSpec, ...] = _catalog().books()
    return found


def form_named(key: str) -> Form | None:
    """The form of that key."""
    found: Form | None = _catalog().forms().get(key)
    return found


def form_key(command: Command) -> str | None:
    """The key of the form that asks for a command, None where it has a page of its own."""
    form: Form | None = _catalog().form_for(command)
    return form.key if form else None


def command_from(name: str, data: str) -> Command | None:
    """A kept command, None where it is not known or its data do not fit any more."""
    kind: type[Command] | None = _catalog().commands_by_name().get(name)
    if kind is None:
        return None
    try:
        return from_data(kind, data)
    except (KeyError, TypeError, ValueError):
        return None
