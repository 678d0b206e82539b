"""A whole check for scripts: also of a book so damaged that it cannot be opened."""

from __future__ import annotations

from pathlib import Path

from kubebuku.app.office import Office
from kubebuku.domain.text import Sentence
from kubebuku.i18n import explain, say
from kubebuku.ledger import codes
from kubebuku.ledger.refusals import BookDamaged, CodeMistyped, CodeUnknown

#: name, whether it holds, what was found
Found = tuple[str, bool, list[str]]


def check(path: Path, code: str | None = None) -> list[Found]:
    """Every part of the proof and every check; with `code` also the link it names. Raises Surroundings where there is no book.

    Damage that keeps the book shut is a finding named "file".
    """
    try:
        with Office.open(path, write=False) as office:
            found = [(one.name, one.ok, [_spoken(line) for line in one.found]) for one in office.check()]
            return found if code is None else [*found, _look_up(office, code)]
    except BookDamaged as damaged:
        return [("file", False, [explain(damaged)])]


def _spoken(line: Sentence | str) -> str:
    return line if isinstance(line, str) else say(line)


def _look_up(office: Office, code: str) -> Found:
    try:
        named = office.read(lambda reading: codes.find_code(reading.connection, code))
    except (CodeMistyped, CodeUnknown) as refused:
        return ("code", False, [explain(refused)])
    return ("code", True, [say(sentence) for sentence in named.sentences])
