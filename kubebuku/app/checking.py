"""A whole check for scripts: also of a book so damaged that it cannot be opened."""

from __future__ import annotations

from pathlib import Path

from kubebuku.app.office import Office
from kubebuku.domain.text import PN_, Sentence
from kubebuku.i18n import explain, say
from kubebuku.ledger import checks, codes
from kubebuku.ledger.refusals import BookDamaged, CodeMistyped, CodeUnknown

#: name, whether it holds, what was found
Found = tuple[str, bool, list[str]]

#: What holds where a check of a book holds; those of the ledger have their words in `ledger.checks.TITLES`.
_TITLES = {
    "activities": PN_("check", "No number of the activity book is missing"),
    "attachments": PN_("check", "Photos and papers are as they were put in"),
    "code": PN_("check", "The code stands in this book"),
    "file": PN_("check", "The file can be opened"),
    "guests": PN_("check", "No number of the guest book is missing"),
    "inventory": PN_("check", "The things add up to what is in the books"),
    "letters": PN_("check", "No agenda number of the letters is missing"),
    "livestock": PN_("check", "No herd was ever below nought"),
    "loans": PN_("check", "The loans add up to what is in the books"),
    "meetings": PN_("check", "Minutes and decisions are in order"),
    "personal_savings": PN_("check", "The savings of the members add up to what is in the books"),
    "solidarity": PN_("check", "Dues and help add up to the solidarity fund"),
    "units": PN_("check", "The businesses add up to the whole"),
    "years": PN_("check", "Closed years are emptied into their result"),
}


def title(name: str) -> str:
    """What holds where the check of that name holds, in the reader's language."""
    words = checks.TITLES.get(name) or _TITLES.get(name)
    return say(words) if words else name


def check(path: Path, code: str | None = None) -> list[Found]:
    """Every part of the proof and every check; with `code` also the link it names. Raises Surroundings where there is no book.

    Damage that keeps the book shut is a finding named "file".
    """
    try:
        with Office.open(path, write=False) as office:
            found = [(one.name, one.ok, [_spoken(line) for line in one.found]) for one in office.check()]
            return found if code is None else [*found, _looked_up(office, code)]
    except BookDamaged as damaged:
        return [("file", False, [explain(damaged)])]


def _spoken(line: Sentence | str) -> str:
    return line if isinstance(line, str) else say(line)


def look_up(office: Office, code: str) -> tuple[Sentence, ...]:
    """What a check code from paper names, and what came after. Raises CodeMistyped, CodeUnknown."""
    return office.read(lambda reading: codes.find_code(reading.connection, code)).sentences


def _looked_up(office: Office, code: str) -> Found:
    try:
        sentences = look_up(office, code)
    except (CodeMistyped, CodeUnknown) as refused:
        return ("code", False, [explain(refused)])
    return ("code", True, [say(sentence) for sentence in sentences])
