"""`kubebuku schedule`: how a loan would be repaid, reckoned without a book."""

from __future__ import annotations

import argparse
import re
from fractions import Fraction

from kubebuku.app import clock
from kubebuku.books.savings_loan.schedules import Every, Instalment, Method, Terms, monthly_rate
from kubebuku.books.savings_loan.schedules import schedule as reckon
from kubebuku.cli import output
from kubebuku.cli.parsing import Parser, WrongUsage, day
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, explain, read_amount, short_date

_RATE = re.compile(r"(-?)(\d{1,6})(?:[.,](\d{1,9}))?\s*%", re.ASCII)


def rate(text: str) -> Fraction:
    """A share as ``2%``, ``17.5%`` or ``2,5%``."""
    found = _RATE.fullmatch(text.strip())
    if found is None:
        raise argparse.ArgumentTypeError(_("a rate is written 2%, 17.5% or 2,5%, not {written}").format(written=text))
    minus, whole, part = found.groups()
    exact = Fraction(int(whole + (part or "")), 100 * 10 ** len(part or ""))
    return -exact if minus else exact


def amount(text: str) -> Rupiah:
    """Whole rupiah, with or without points."""
    if re.fullmatch(r"-?\d+", text, re.ASCII):
        return Rupiah(int(text[:40]))
    try:
        return read_amount(text)
    except RuleBroken as refused:
        raise argparse.ArgumentTypeError(explain(refused)) from refused


def whole(text: str) -> int:
    """A whole number; whether it fits is for the rules to say."""
    if re.fullmatch(r"-?\d{1,40}", text, re.ASCII):
        return int(text)
    raise argparse.ArgumentTypeError(_("a whole number is expected, not {written}").format(written=text))


def schedule_arguments(parser: Parser) -> None:
    parser.option("--principal", N_("what is lent, in rupiah"), metavar=N_("AMOUNT"), type=amount, required=True)
    parser.option("--months", N_("the whole term in months"), metavar=N_("N"), type=whole, required=True)
    parser.option(
        "--method", N_("how the service fee is reckoned"), required=True, choices=tuple(method.value for method in Method)
    )
    parser.option("--rate", N_("the service fee, as 2%%, 17.5%% or 2,5%%"), metavar=N_("RATE"), type=rate)
    parser.option("--per", N_("of a month (default) or of a year"), choices=("month", "year"), default="month")
    parser.option("--round", N_("round instalments to 1 (default), 100, 500 or 1000"), metavar=N_("COIN"), type=whole, default=1)
    parser.option(
        "--every", N_("how often is paid (default: month)"), choices=tuple(every.value for every in Every), default="month"
    )
    parser.option("--start", N_("the day the money is handed over (default: today)"), metavar=N_("DATE"), type=day)
    parser.option(
        "--payment", N_("an instalment the group fixes; the last takes up the difference"), metavar=N_("AMOUNT"), type=amount
    )
    parser.json()


def schedule(args: argparse.Namespace) -> int:
    """One line an instalment."""
    method = Method(args.method)
    if args.rate is None and method is not Method.NONE:
        raise WrongUsage(_("--rate is needed for --method {method}.").format(method=method.value))
    terms = Terms(
        args.principal,
        args.months,
        args.start or clock.today(),
        method,
        monthly_rate(args.rate or Fraction(0), args.per),
        Every(args.every),
        args.round,
        args.payment,
    )
    lines = reckon(terms)
    if args.json:
        output.result(output.as_json([_row(line) for line in lines]))
        return 0
    rows = [
        (line.no, short_date(line.due), int(line.principal), int(line.interest), int(line.payment), int(line.balance))
        for line in lines
    ]
    sums = [int(sum(column)) for column in zip(*(row[2:5] for row in rows), strict=True)]
    heads = (_("No."), _("Due"), _("Principal"), _("Service fee"), _("Instalment"), _("Rest"))
    output.table([*rows, (None, _("Total"), *sums, None)], heads=heads)
    return 0


def _row(line: Instalment) -> dict[str, object]:
    return {
        "no": line.no,
        "due": line.due.isoformat(),
        "principal": int(line.principal),
        "interest": int(line.interest),
        "payment": int(line.payment),
        "balance": int(line.balance),
    }
