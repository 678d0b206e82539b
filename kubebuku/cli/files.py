"""The commands that write files: report, export, backup, restore, upgrade."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from kubebuku.app.office import Office
from kubebuku.cli import output
from kubebuku.cli.parsing import Parser, WrongUsage, month
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import _

# -------------------------------------------------------------------------------------------------------------- report


def report_arguments(parser: Parser) -> None:
    parser.book()
    parser.option("--month", N_("the month of the report"), metavar=N_("MONTH"), type=month, required=True)
    parser.option("--out", N_("the file to write, ending in .pdf or .xlsx"), metavar=N_("FILE"), type=Path, required=True)
    parser.option("--book", N_("only this book: members, guests, meetings, cash and so on"), metavar=N_("NAME"), dest="name")
    parser.option("--paper", N_("the size of the paper (default: a4)"), choices=("a4", "f4"), default="a4")
    parser.replace()


def report(args: Namespace) -> int:
    """The monthly report, or one book of it, as PDF or XLSX, by the ending of the file."""
    if args.out.suffix.lower() not in (".pdf", ".xlsx"):
        raise WrongUsage(_("--out ends in .pdf or .xlsx, not {written}.").format(written=args.out.name))
    if args.name is not None:
        from kubebuku.reports.books import write_book

        with Office.open(args.book, write=False) as office:
            write_book(office, args.month, args.name, args.out, paper=args.paper, replace=args.replace)
        return 0
    from kubebuku.reports.monthly import write_report

    with Office.open(args.book, write=False) as office:
        write_report(office, args.month, args.out, paper=args.paper, replace=args.replace)
    return 0


# -------------------------------------------------------------------------------------------------------------- export


def export_arguments(parser: Parser) -> None:
    parser.book()
    parser.option("--format", N_("for which program"), choices=("beancount", "hledger", "ledger", "csv", "xlsx"), required=True)
    parser.option("--out", N_("the file to write"), metavar=N_("FILE"), type=Path, required=True)
    parser.replace()


def export(args: Namespace) -> int:
    """Every entry, struck pairs included."""
    from kubebuku.app import export as exporting

    with Office.open(args.book, write=False) as office:
        exporting.export(office, args.format, args.out, replace=args.replace)
    return 0


# ---------------------------------------------------------------------------------------------------- backup and restore


def backup_arguments(parser: Parser) -> None:
    parser.book()
    parser.option("--to", N_("the file to write"), metavar=N_("FILE"), type=Path, required=True)
    parser.replace()


def backup(args: Namespace) -> int:
    """A copy that was read back and proved before it counts."""
    from kubebuku.app import backup as copying

    with Office.open(args.book, write=False) as office:
        made = copying.backup(office, args.to, replace=args.replace)
    words = N_("The copy {name} was read back and is whole: {entries} entries.")
    output.tell(Sentence(words, {"name": args.to.name, "entries": made.entries}))
    return 0


def restore_arguments(parser: Parser) -> None:
    parser.file("copy", N_("FILE"), N_("the copy to take back"))
    parser.option("--to", N_("where the book is to stand"), metavar=N_("BOOK"), type=Path, required=True)
    parser.replace()


def restore(args: Namespace) -> int:
    """Put a proved copy in place; says what the book that was there had."""
    from kubebuku.app import backup as copying

    for sentence in copying.restore(args.copy, args.to, replace=args.replace).sentences:
        output.tell(sentence)
    return 0


# ------------------------------------------------------------------------------------------------------------- upgrade


def upgrade_arguments(parser: Parser) -> None:
    parser.book()


def upgrade(args: Namespace) -> int:
    """Bring an older book to the present form; a copy of the older one stays beside it."""
    from kubebuku.app import upgrade as upgrading

    done = upgrading.upgrade(args.book)
    if done is None:
        output.tell(Sentence(N_("{name} has the present form already."), {"name": args.book.name}))
    else:
        words = N_("{name} was brought from form {before} to {after}; the older one is kept as {copy}.")
        values = {"name": args.book.name, "before": done.before, "after": done.after, "copy": done.copy.name}
        output.tell(Sentence(words, values))
    return 0
