"""`kubebuku balance`: what every account holds."""

from __future__ import annotations

from argparse import Namespace

from kubebuku.cli import output
from kubebuku.cli.office import plainly
from kubebuku.cli.parsing import Parser, day
from kubebuku.domain.text import N_
from kubebuku.i18n import language
from kubebuku.ledger import plain
from kubebuku.ledger.charts import chart_of


def balance_arguments(parser: Parser) -> None:
    parser.book()
    parser.option("--at", N_("at the end of this day (default: now)"), metavar=N_("DATE"), type=day)
    parser.json()


def balance(args: Namespace) -> int:
    """Signed, debit positive: accounts with a posting up to the day, zeros included."""
    with plainly(args.book) as raw:
        held, chart = plain.by_account(raw, at=args.at), chart_of(raw)
    if args.json:
        output.result(output.as_json(held))
    else:
        output.table([(code, chart[code].label(language()), int(amount)) for code, amount in held.items()])
    return 0
