"""`kubebuku self-test`: for whoever has just installed the program, or wonders why it does not work."""

from __future__ import annotations

from argparse import Namespace

from kubebuku.cli import output
from kubebuku.cli.parsing import Parser
from kubebuku.domain.text import N_
from kubebuku.i18n import _, say

#: What works where a part works.
_TITLES = {
    "fonts": N_("The fonts are there"),
    "words": N_("The words of both languages are there"),
    "sqlite": N_("The database can do what a book needs"),
    "temporary_folder": N_("Temporary files can be written"),
    "book": N_("A book can be made, written, copied and exported"),
}


def self_test_arguments(parser: Parser) -> None:
    parser.json()


def self_test(args: Namespace) -> int:
    """Try fonts, words, database, temporary folder, and a whole small book."""
    from kubebuku.app.selftest import run

    findings = run()
    output.findings(findings, lambda name: say(_TITLES[name]), json=args.json)
    good = all(ok for _name, ok, _found in findings)
    output.note(_("Everything works here.") if good else _("Something does not work here."))
    return 0 if good else 1
