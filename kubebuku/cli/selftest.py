"""`kubebuku self-test`: for whoever has just installed the program, or wonders why it does not work."""

from __future__ import annotations

import importlib
from argparse import Namespace

from kubebuku.cli import output
from kubebuku.cli.parsing import Parser
from kubebuku.i18n import _


def self_test_arguments(parser: Parser) -> None:
    parser.json()


def self_test(args: Namespace) -> int:
    """Try fonts, words, database, temporary folder, and a whole small book."""
    findings = importlib.import_module("kubebuku.app.selftest").run()
    output.findings(findings, json=args.json)
    good = all(ok for _name, ok, _found in findings)
    output.note(_("Everything works here.") if good else _("Something does not work here."))
    return 0 if good else 1
