"""The commands that read a book: register, journal, statement, check."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kubebuku.app import registers
from kubebuku.cli import output
from kubebuku.cli.office import plainly, reading
from kubebuku.cli.parsing import Parser, WrongUsage, month
from kubebuku.domain.text import N_
from kubebuku.i18n import _, language, say

if TYPE_CHECKING:
    from kubebuku.ledger.work import Reading


# ------------------------------------------------------------------------------------------------------------ register


def register_arguments(parser: Parser) -> None:
    parser.book()
    parser.option("--account", N_("the account's code, such as 1101 or 1110.01"), metavar=N_("CODE"), required=True)
    parser.option("--month", N_("only this month"), metavar=N_("MONTH"), type=month)
    parser.json()


def register(args: Namespace) -> int:
    """The lines of one account with the balance after each."""
    with plainly(args.book) as raw:
        opening, rows = registers.register(raw, args.account, args.month)
    if args.json:
        output.result(output.as_json(rows))
        return 0
    before = [("", "", _("Balance before"), None, int(opening))] if args.month else []
    lines = [(row["date"], row["number"], row["description"], row["amount"], row["balance"]) for row in rows]
    output.table([*before, *lines])
    return 0


# ------------------------------------------------------------------------------------------------------------- journal


def journal_arguments(parser: Parser) -> None:
    parser.book()
    parser.option("--month", N_("only this month"), metavar=N_("MONTH"), type=month)
    parser.json()


def journal(args: Namespace) -> int:
    """One line of JSON an entry, or a few lines for the eye."""
    from kubebuku.app import answers

    def ask(book: Reading) -> None:
        for entry in answers.journal(book, args.month):
            if args.json:
                output.result(output.as_json(entry))
            else:
                output.result(f"{entry['date']}  {entry['number']}  {entry['description']}")
                output.table([("   ", line["account"], *_dimensions(line), int(line["amount"])) for line in entry["postings"]])

    reading(args.book, ask)
    return 0


def _dimensions(line: dict[str, Any]) -> Iterable[str]:
    parts = [line["unit"], line["person"]]
    parts += [f"{name} {line[name]}" for name in ("loan", "item") if line[name] is not None]
    return [", ".join(part for part in parts if part)]


# ----------------------------------------------------------------------------------------------------------- statement


def statement_arguments(parser: Parser) -> None:
    parser.book()
    parser.option("--kind", N_("which statement"), required=True, choices=("position", "income", "cashflow"))
    parser.option("--from", N_("the first month"), metavar=N_("MONTH"), type=month, required=True, dest="first")
    parser.option("--to", N_("the last month, included"), metavar=N_("MONTH"), type=month, required=True, dest="last")
    parser.json()


def statement(args: Namespace) -> int:
    """A statement with a column for each month."""
    if args.last < args.first:
        raise WrongUsage(_("--to lies before --from."))
    if args.last > args.first.plus(_MOST_MONTHS - 1):
        raise WrongUsage(_("At most {months} months fit one statement.").format(months=_MOST_MONTHS))
    from kubebuku.app import answers

    def ask(book: Reading) -> None:
        found = answers.statement(book, args.kind, args.first, args.last, language())
        if args.json:
            output.result(
                output.as_json(
                    [
                        {
                            "code": row.code,
                            "label": _label(row),
                            "level": row.level,
                            "amounts": {k: int(v) for k, v in row.amounts.items()},
                        }
                        for row in answers.with_figures(found)
                    ]
                )
            )
            return
        rows = [("  " * row.level + _label(row), *(row.amounts.get(column) for column in found.columns)) for row in found.rows]
        output.table(rows, heads=("", *found.columns))

    reading(args.book, ask)
    return 0


#: A hundred years.
_MOST_MONTHS = 1200


def _label(row: Any) -> str:
    return row.label if isinstance(row.label, str) else say(row.label)


# --------------------------------------------------------------------------------------------------------------- check


def check_arguments(parser: Parser) -> None:
    parser.book()
    parser.option("--code", N_("a check code from paper to look up, such as ABCD-EFGH"), metavar=N_("CODE"))
    parser.json()


def check(args: Namespace) -> int:
    """The proof and all checks; with --code also which link of the chain it names and what came after."""
    from kubebuku.app import checking

    findings = checking.check(args.book, args.code)
    output.findings(findings, checking.title, json=args.json)
    wrong = [name for name, ok, _found in findings if not ok]
    if not wrong:
        output.note(_("The book is whole."))
    elif wrong == ["code"]:
        output.note(_("The book itself is whole; only the code was not found in it."))
    else:
        output.note(_("Something is not in order."))
    return 1 if wrong else 0
