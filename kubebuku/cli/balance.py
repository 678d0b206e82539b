"""`kubebuku balance`: the one command that scripts ask a thousand times, so it goes without SQLAlchemy where it can."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from kubebuku.cli import output
from kubebuku.cli.parsing import Parser, day
from kubebuku.domain.text import N_
from kubebuku.i18n import language
from kubebuku.ledger import plain
from kubebuku.ledger.charts import shipped_chart

if TYPE_CHECKING:
    from kubebuku.ledger.work import Reading


def balance_arguments(parser: Parser) -> None:
    parser.book()
    parser.option("--at", N_("at the end of this day (default: now)"), metavar=N_("DATE"), type=day)
    parser.json()


def balance(args: Namespace) -> int:
    """Signed, debit positive: accounts with a posting up to the day, zeros included."""
    path = Path(args.book)
    at = args.at.isoformat() if args.at else None
    held = plain.balances(path, at=at)
    if args.json:
        output.result(output.as_json(_through_the_office(args)[0] if held is None else held))
        return 0
    own = None if held is None else plain.own_labels(path)
    held, names = _through_the_office(args) if held is None or own is None else (held, _names(own))
    output.table([(code, names[code], amount) for code, amount in held.items()])
    return 0


def _names(own: dict[str, str | None]) -> dict[str, str]:
    shipped = shipped_chart()
    return {code: label or (shipped[code].label(language()) if code in shipped else code) for code, label in own.items()}


def _through_the_office(args: Namespace) -> tuple[dict[str, int], dict[str, str]]:
    from kubebuku.cli.office import reading
    from kubebuku.ledger import balances

    def ask(book: Reading) -> tuple[dict[str, int], dict[str, str]]:
        held = balances.by_account(book.connection, at=args.at)
        names = {one.code: one.label(language()) for one in book.chart}
        return {code: int(amount) for code, amount in sorted(held.items())}, names

    return reading(Path(args.book), ask)
