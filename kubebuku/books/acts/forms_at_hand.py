"""Commands and forms of all books, as the catalogue finds them: a note that waits and a change may be of any book."""

from __future__ import annotations

from kubebuku.books import catalog
from kubebuku.books.spec import Command, Form, from_data


def form_named(key: str) -> Form | None:
    """The form of that key."""
    return catalog.forms().get(key)


def form_key(command: Command) -> str | None:
    """The key of the form that asks for a command, None where it has a page of its own."""
    form = catalog.form_for(command)
    return form.key if form else None


def command_from(name: str, data: str) -> Command | None:
    """A kept command, None where it is not known or its data do not fit any more."""
    kind = catalog.commands_by_name().get(name)
    if kind is None:
        return None
    try:
        return from_data(kind, data)
    except (KeyError, TypeError, ValueError):
        return None
