"""`kubebuku post`: JSON lines in, one answer a line out, each after its entry is on the disk."""

from __future__ import annotations

import hashlib
import io
import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any, BinaryIO

from kubebuku.cli import lines, output
from kubebuku.cli.office import writing
from kubebuku.cli.parsing import Parser
from kubebuku.cli.refusals import EXAMPLE, MissingKey
from kubebuku.cli.remedies import explain
from kubebuku.domain.errors import RuleBroken, Surroundings
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import say

if TYPE_CHECKING:
    from kubebuku.app.posting import Poster


def post_arguments(parser: Parser) -> None:
    parser.book()
    parser.flag("--once", N_("write each ref once; written again, it is answered with its first entry"))
    parser.flag("--large-ok", N_("allow amounts far beyond the usual"))
    parser.clock()
    parser.epilog = say(Sentence(N_("One entry a line on standard input, such as: {example}"), {"example": EXAMPLE}))


def post(args: Namespace) -> int:
    """Read every line of standard input; 1 if one was refused. Failing surroundings are answered too, and end the reading."""
    from kubebuku.app.posting import Poster

    ref: Any = None
    try:
        with writing(args.book, clock_ok=args.clock_ok) as office:
            poster = Poster(office, large=args.large_ok)
            code = 0
            for number, line in enumerate(lines.read_lines(_input())):
                if lines.is_blank(line, first=number == 0):
                    continue
                ref = None
                try:
                    found = lines.read_object(line, first=number == 0)
                    ref = found.get("ref")
                    output.acknowledged(_posted(poster, found, ref, once=args.once))
                except RuleBroken as refused:
                    output.acknowledged({"ref": ref, "error": refused.code, "message": explain(refused)})
                    code = 1
            return code
    except Surroundings as failed:
        output.acknowledged({"ref": ref, "error": "surroundings", "message": explain(failed)})
        raise


def _input() -> BinaryIO:
    return io.BytesIO() if sys.stdin is None else sys.stdin.buffer  # None where the shell has closed it


def _posted(poster: Poster, found: dict[str, Any], ref: Any, *, once: bool) -> dict[str, Any]:
    wanted = lines.read_entry(found)
    if once and ref is None:
        raise MissingKey("ref")
    posted = poster.post(wanted.on, wanted.description, wanted.lines, _key(ref) if once else None)
    return {"ref": ref, "number": posted.number, "id": posted.id, "hash": posted.hash}


def _key(ref: Any) -> str:
    """Under which the entry of that ref is known again; as long as the book's other keys, whatever the ref."""
    written = output.as_json(ref, sort_keys=True).encode("utf-8", "surrogatepass")
    return f"post:{hashlib.sha256(written).hexdigest()}"
