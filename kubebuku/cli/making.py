"""The commands that make something: new, person, sample."""

from __future__ import annotations

import contextlib
from argparse import Namespace
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from kubebuku.app import clock
from kubebuku.app.office import Office
from kubebuku.cli import output
from kubebuku.cli.office import writing
from kubebuku.cli.parsing import Parser, count, day
from kubebuku.domain.date_refusals import YearOutside
from kubebuku.domain.dates import FIRST_YEAR
from kubebuku.domain.refusals import NotYet
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import file as bookfile
from kubebuku.reports.write import placed

# ----------------------------------------------------------------------------------------------------------------- new


def new_arguments(parser: Parser) -> None:
    parser.book(N_("the file to make, ending in .kubebuku"))
    parser.option("--name", N_("the name of the group"), metavar=N_("NAME"), required=True)
    parser.option("--opened", N_("the day the book begins (default: the first of this month)"), metavar=N_("DATE"), type=day)
    parser.option(
        "--unit", N_("a business of the group; may be given several times"), metavar=N_("NAME"), action="append", default=[]
    )
    parser.replace()


def new(args: Namespace) -> int:
    """Make a book that is ready to be written in."""
    opened = _opened(args.opened)
    with _place_of_book(args) as place:
        Office.create(place, args.name, opened, tuple(args.unit))
    output.tell(Sentence(N_("{name} is ready; it begins on {opened}."), {"name": args.book.name, "opened": opened}))
    return 0


def _opened(wanted: date | None) -> date:
    """The first day of this month where none is wanted; raises YearOutside and NotYet, as for any other date that is written."""
    today = clock.today()
    if wanted is None:
        wanted = today.replace(day=1)
    if wanted.year < FIRST_YEAR:
        raise YearOutside(f"{wanted.year:04}", FIRST_YEAR, today.year + 1)
    if wanted > today + timedelta(days=1):
        raise NotYet(wanted, today + timedelta(days=1))
    return wanted


@contextlib.contextmanager
def _place_of_book(args: Namespace) -> Iterator[Path]:
    """A path to make a book at; a book that is replaced is held meanwhile, so that no window writes in it."""
    target = bookfile.real_place(args.book)
    bookfile.require_short(target)
    with contextlib.ExitStack() as held:
        if args.replace and target.is_file():
            from kubebuku.app.backup import holding_to_replace

            held.enter_context(holding_to_replace(target))
        with placed(target, replace=args.replace) as place:
            book = place.with_name(place.name + ".kubebuku")  # whatever ending was asked for
            yield book
            book.replace(place)


# -------------------------------------------------------------------------------------------------------------- person


def person_arguments(parser: Parser) -> None:
    parser.book()
    parser.option("--add", N_("the name of the person"), metavar=N_("NAME"), required=True)
    parser.flag("--outsider", N_("not a member of the group"))
    parser.clock()


def person(args: Namespace) -> int:
    """Add a person; the result is the name by which `post` finds them."""
    from kubebuku.app.names import read_names
    from kubebuku.books.members.commands import AddMember, AddOutsider

    with writing(args.book, clock_ok=args.clock_ok) as office:
        if args.outsider:
            outcome = office.run(AddOutsider(full_name=args.add))
        else:
            outcome = office.run(AddMember(full_name=args.add, joined=office.today))
        names = office.read(lambda reading: read_names(reading.raw))
    for doubt in outcome.warned:
        output.tell(doubt)
    output.result(names.people[outcome.made["person"]])
    return 0


# -------------------------------------------------------------------------------------------------------------- sample


def sample_arguments(parser: Parser) -> None:
    parser.book(N_("the file to make, ending in .kubebuku"))
    parser.option("--kube", N_("the name of the group"), metavar=N_("NAME"), default="Hunafa Bersama")
    parser.option("--months", N_("how many months of work"), metavar=N_("N"), type=count, default=12)
    parser.option("--until", N_("the last day of work (default: today)"), metavar=N_("DATE"), type=day)
    parser.replace()


def sample(args: Namespace) -> int:
    """Make a practice book: the same arguments give the same book, hashes included."""
    from kubebuku.app.sample import make_sample

    with _place_of_book(args) as place:
        make_sample(place, kube=args.kube, months=args.months, until=args.until or clock.today())
    output.tell(Sentence(N_("The practice book {name} is ready."), {"name": args.book.name}))
    return 0
