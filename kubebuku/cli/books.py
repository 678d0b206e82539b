"""The command that reads one of the eleven books, line by line."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from kubebuku.books import catalog
from kubebuku.books.spec import Rows
from kubebuku.cli import book_words, output
from kubebuku.cli.office import reading
from kubebuku.cli.parsing import Parser, month
from kubebuku.domain.text import N_
from kubebuku.reports.catalog import NoSuchBook

if TYPE_CHECKING:
    from kubebuku.ledger.work import Reading


def book_arguments(parser: Parser) -> None:
    parser.book()
    parser.option("--name", N_("which book: members, guests, meetings, cash and so on"), metavar=N_("NAME"), required=True)
    parser.option("--month", N_("only this month"), metavar=N_("MONTH"), type=month)
    parser.json()


def book(args: Namespace) -> int:
    """The lines of the named book; raises NoSuchBook."""
    read = _reader(args.name)

    def ask(held: Reading) -> None:
        found = read(held, args.month)
        if args.json:
            output.result(output.as_json(found))
        elif found:
            output.table(book_words.cells(args.name, found, held), heads=book_words.heads(args.name))

    reading(args.book, ask)
    return 0


def _reader(name: str) -> Rows:
    """The function that reads the book of that name."""
    rows = catalog.book(name).rows() if name in catalog.NAMES else None
    if rows is None:
        raise NoSuchBook(name)
    return rows
