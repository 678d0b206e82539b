"""What the commands write: UTF-8 without byte order mark and line feeds on every system; words go to standard error."""

from __future__ import annotations

import json
import re
import secrets
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from kubebuku.domain.text import Sentence


def prepare(stdout: TextIO, stderr: TextIO) -> None:
    """Set both streams up; one that cannot be set up (a test's, a window's) is left as it is."""
    for stream, errors in ((stdout, "strict"), (stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors, newline="\n")


#: Around a number that is written as it was read; nobody can guess it.
_MARK = secrets.token_hex(8)
#: Signs that a terminal obeys, or that turn a line around, and are escaped by JSON only below 32.
_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _verbatim(number: object) -> str:
    from kubebuku.cli.lines import Verbatim

    if not isinstance(number, Verbatim):
        raise TypeError(type(number).__name__)
    return f"{_MARK}{number.text}{_MARK}"


def as_json(value: object, *, sort_keys: bool = False) -> str:
    """One line of JSON, readable as it stands; null keys are written."""
    return _json(value, sort_keys=sort_keys, ensure_ascii=False)


def _json(value: object, *, ensure_ascii: bool, sort_keys: bool = False) -> str:
    text = json.dumps(value, separators=(", ", ": "), default=_verbatim, ensure_ascii=ensure_ascii, sort_keys=sort_keys)
    text = text.replace(f'"{_MARK}', "").replace(f'{_MARK}"', "")
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def shown(text: str) -> str:
    """For a terminal: signs that it would obey are written out."""
    return _OBEYED.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def result(text: str) -> None:
    """A line of the result."""
    print(shown(text))


def acknowledged(value: dict[str, Any]) -> None:
    """A line of JSON that has left this process when the call returns; half a sign in it is written as its escape."""
    line = as_json(value)
    if any("\ud800" <= sign <= "\udfff" for sign in line):
        line = _json(value, ensure_ascii=True)
    print(line, flush=True)


def tell(sentence: Sentence | str) -> None:
    """A sentence for the person."""
    from kubebuku.i18n import say

    note(say(sentence))


def note(text: str) -> None:
    """Spoken words for the person."""
    print(shown(text), file=sys.stderr)


def table(rows: Iterable[Sequence[str | int | None]], heads: Sequence[str] = ()) -> None:
    """Columns for the eye: text to the left, whole numbers to the right with points."""
    from kubebuku.i18n import figure

    kept = [list(row) for row in rows]
    if not kept:
        return
    right = [any(isinstance(row[place], int) for row in kept) for place in range(len(kept[0]))]
    texts = [list(heads)] if heads else []
    texts += [[figure(cell) if isinstance(cell, int) else shown(cell or "") for cell in row] for row in kept]
    widths = [max(len(row[place]) for row in texts) for place in range(len(right))]
    for row in texts:
        cells = [
            cell.rjust(width) if to_right else cell.ljust(width) for cell, width, to_right in zip(row, widths, right, strict=True)
        ]
        print("  ".join(cells).rstrip())


def findings(found: Iterable[tuple[str, bool, list[str]]], title: Callable[[str], str], *, json: bool) -> None:
    """Checks, whether they hold, and what was found: programs get their names, people the sentence `title` has for each."""
    if json:
        result(as_json([{"name": name, "ok": ok, "found": lines} for name, ok, lines in found]))
        return
    from kubebuku.i18n import pgettext

    yes, no = pgettext("check", "yes"), pgettext("check", "NO")
    width = max(len(yes), len(no))
    for name, ok, lines in found:
        result(f"{yes if ok else no:<{width}}  {title(name)}")
        for line in lines:
            result(f"{'':{width}}    {line}")
