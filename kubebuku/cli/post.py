"""`kubebuku post`: JSON lines in, one answer a line out, each after its entry is on the disk."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kubebuku.cli import lines, output
from kubebuku.cli.office import writing
from kubebuku.cli.parsing import Parser
from kubebuku.cli.refusals import EXAMPLE
from kubebuku.cli.remedies import explain
from kubebuku.domain.errors import RuleBroken, Surroundings
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import say

if TYPE_CHECKING:
    from kubebuku.app.posting import Poster


def post_arguments(parser: Parser) -> None:
    parser.book()
    parser.epilog = say(Sentence(N_("One entry a line on standard input, such as: {example}"), {"example": EXAMPLE}))


def post(args: Namespace) -> int:
    """Read every line of standard input; 1 if one was refused. Failing surroundings are answered too, and end the reading."""
    from kubebuku.app.posting import Poster

    ref: Any = None
    try:
        with writing(args.book) as office:
            poster = Poster(office)
            code = 0
            for number, line in enumerate(_input()):
                if lines.is_blank(line, first=number == 0):
                    continue
                ref = None
                try:
                    found = lines.read_object(line, first=number == 0)
                    ref = found.get("ref")
                    output.acknowledged(_posted(poster, found, ref))
                except RuleBroken as refused:
                    output.acknowledged({"ref": ref, "error": refused.code, "message": explain(refused)})
                    code = 1
            return code
    except Surroundings as failed:
        output.acknowledged({"ref": ref, "error": "surroundings", "message": explain(failed)})
        raise


def _input() -> Iterable[bytes]:
    return () if sys.stdin is None else sys.stdin.buffer  # None where the shell has closed it


def _posted(poster: Poster, found: dict[str, Any], ref: Any) -> dict[str, Any]:
    wanted = lines.read_entry(found)
    posted = poster.post(wanted.on, wanted.description, wanted.lines)
    return {"ref": ref, "number": posted.number, "id": posted.id, "hash": posted.hash}
