"""Reading the arguments: argparse in the reader's language, and the types that arguments have."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_
from kubebuku.i18n import _

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
#: What begins so is a value and no option: argparse alone would take -2% for one.
_BELOW_NIL = re.compile(r"-\d")

#: What argparse says of wrong arguments, in its own words (3.11 to 3.13), so that they stand in the catalogue.
SAID_BY_ARGPARSE = (
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
)


@contextmanager
def _translated() -> Iterator[None]:
    """Let argparse speak the reader's language: it asks for its words by this one name of its module."""
    kept = vars(argparse)["_"]
    vars(argparse)["_"] = _
    try:
        yield
    finally:
        vars(argparse)["_"] = kept


class WrongUsage(Exception):
    """The arguments make no command. Exit code 2; `usage` is shown above the message."""

    def __init__(self, message: str, usage: str = "") -> None:
        super().__init__(message)
        self.usage = usage


class Parser(argparse.ArgumentParser):
    """One command's arguments. `self.arguments` takes them; help and `--lang` are there by themselves."""

    def __init__(self, name: str, summary: str) -> None:
        prog = f"kubebuku {name}"
        super().__init__(prog=prog, description=_(summary), add_help=False, allow_abbrev=False, formatter_class=_Help)
        self._negative_number_matcher = _BELOW_NIL
        self.arguments = self.add_argument_group(_("Arguments"))
        self.arguments.add_argument("-h", "--help", action="help", help=_("show this help"))

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """What the words mean; raises WrongUsage."""
        with _translated():
            return self.parse_args(words)

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(message, self.format_usage())

    def book(self, help_: str = N_("the book, a file ending in .kubebuku")) -> None:
        """Add the argument BOOK."""
        self.file("book", N_("BOOK"), help_)

    def file(self, name: str, shown: str, help_: str) -> None:
        """Add an argument that is a file; `shown` stands for it in the usage."""
        self.arguments.add_argument(name, metavar=_(shown), type=Path, help=_(help_))

    def flag(self, name: str, help_: str) -> None:
        """Add an option without value."""
        self.arguments.add_argument(name, action="store_true", help=_(help_))

    def option(self, name: str, help_: str, *, metavar: str | None = None, **more: Any) -> None:
        """Add an option with a value; `metavar`, a marked word, stands for it in the usage."""
        if metavar is not None:
            more["metavar"] = _(metavar)
        self.arguments.add_argument(name, help=_(help_), **more)

    def clock(self) -> None:
        """Add --clock-ok, for every command that writes in a book."""
        self.flag("--clock-ok", N_("write though the clock lies behind the last record; the day of that record then counts"))

    def replace(self) -> None:
        """Add --replace, for every command that writes a file."""
        self.flag("--replace", N_("write even if the file is there; the old one is kept aside"))

    def json(self) -> None:
        """Add --json, for results that programs read."""
        self.flag("--json", N_("write the result as JSON"))


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _("usage:") + " " if prefix is None else prefix)


def day(text: str) -> date:
    """A date as ``2026-01-31``."""
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(_("a date is written 2026-01-31, not {written}").format(written=text))


def month(text: str) -> Month:
    """A month as ``2026-01``."""
    try:
        return Month.parse(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("a month is written 2026-01, not {written}").format(written=text)) from None


def count(text: str) -> int:
    """A whole number from 1 to 600."""
    if text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= 600:
        return int(text[:4])
    raise argparse.ArgumentTypeError(_("a number from 1 to {most} is expected, not {written}").format(most=600, written=text))
