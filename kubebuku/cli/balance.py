"""`kubebuku balance`: the one command that scripts ask a thousand times, so it goes without SQLAlchemy where it can."""

from __future__ import annotations

import importlib
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kubebuku.cli import output
from kubebuku.cli.parsing import Parser, day
from kubebuku.domain.text import N_
from kubebuku.ledger import plain

if TYPE_CHECKING:
    from kubebuku.ledger.work import Reading


def balance_arguments(parser: Parser) -> None:
    parser.book()
    parser.option("--at", N_("at the end of this day (default: now)"), metavar=N_("DATE"), type=day)
    parser.json()


def balance(args: Namespace) -> int:
    """Signed, debit positive: accounts with a posting up to the day, zeros included."""
    held = None if not args.json else plain.balances(args.book, at=args.at.isoformat() if args.at else None)
    if held is None:
        held = _through_the_office(args)
    if args.json:
        output.result(output.as_json(held))
    return 0


def _through_the_office(args: Namespace) -> dict[str, int]:
    from kubebuku.cli.office import reading

    balances: Any = importlib.import_module("kubebuku.ledger.balances")

    def ask(book: Reading) -> dict[str, int]:
        held: dict[str, int] = balances.by_account(book.connection, at=args.at)
        if not args.json:
            from kubebuku.i18n import language

            output.table([(code, book.chart[code].label(language()), int(amount)) for code, amount in sorted(held.items())])
        return {code: int(amount) for code, amount in sorted(held.items())}

    return reading(Path(args.book), ask)
