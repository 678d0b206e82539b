"""Keep the catalogue in step with the code: `make words` writes, `--check` only judges.

Each string that is marked in the code has its Indonesian there, with the same gaps. English is what the code says: it has none.
No marked string stands inside an f-string, where not every Python finds it.
Strings no longer in the code are kept while one works, for their translations may be wanted back; `--check` names them,
`--prune` drops them.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import polib
from babel.messages.extract import extract_from_file

HOUSE = Path(__file__).resolve().parent.parent
CATALOGUE = HOUSE / "resources" / "locale" / "id" / "LC_MESSAGES" / "kubebuku.po"
KEYWORDS = {
    "_": None,
    "N_": None,
    "PN_": ((1, "c"), 2),
    "gettext": None,
    "pgettext": ((1, "c"), 2),
    "ngettext": (1, 2),
}
#: Words that Qt itself asks for; no line of ours marks them.
QT = "qt"
_GAP = re.compile(r"\{[^{}]*\}")
#: A caption that ends in an abbreviation is no sentence.
_NUMBER = re.compile(r"\bno\.$", re.IGNORECASE)


@dataclass(frozen=True)
class Marked:
    """A string as the code marks it."""

    context: str | None
    message: str
    many: str | None

    @property
    def key(self) -> tuple[str | None, str]:
        return (self.context, self.message)


def marked_in_code(folder: Path = HOUSE / "kubebuku") -> dict[Marked, str]:
    """Every marked string below `folder` with the first file that marks it."""
    found: dict[Marked, str] = {}
    for source in sorted(folder.rglob("*.py")):
        for _line, messages, _comments, context in extract_from_file("python", source, keywords=KEYWORDS):
            message, many = messages if isinstance(messages, tuple) else (messages, None)
            if message:
                found.setdefault(Marked(context, message, many), source.relative_to(folder.parent).as_posix())
    return found


def inside_f_strings(folder: Path = HOUSE / "kubebuku") -> list[str]:
    """The marked strings inside an f-string, a line each: Babel's reader sees them from Python 3.12 on only."""
    found = []
    for source in sorted(folder.rglob("*.py")):
        f_strings = [node for node in ast.walk(ast.parse(source.read_bytes())) if isinstance(node, ast.JoinedStr)]
        calls = {
            (call.lineno, call.col_offset): ast.unparse(call)
            for f_string in f_strings
            for call in ast.walk(f_string)
            if isinstance(call, ast.Call) and _name(call.func) in KEYWORDS
        }
        where = source.relative_to(folder.parent).as_posix()
        found += [
            f"{where}:{line}: {call}: stands inside an f-string; say it before" for (line, _), call in sorted(calls.items())
        ]
    return found


def _name(function: ast.expr) -> str | None:
    """What is called, without the module it is taken from."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else None


def read() -> polib.POFile:
    if CATALOGUE.exists():
        return polib.pofile(str(CATALOGUE), wrapwidth=120)
    catalogue = polib.POFile(wrapwidth=120)
    catalogue.metadata = {
        "Project-Id-Version": "KubeBuku",
        "Language": "id",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    return catalogue


def gaps(text: str) -> set[str]:
    return set(_GAP.findall(text))


def faults_of(entry: polib.POEntry, marked: Marked) -> list[str]:
    """What is wrong with one translation."""
    if marked.many is not None and entry.msgid_plural != marked.many:
        return [f"its form for many is not {marked.many!r}"]
    texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if not all(texts):
        return ["not translated"]
    if entry.fuzzy:
        return ["marked as doubtful"]
    # "one member" may go without its number in English; the single Indonesian form stands for many too
    allowed = gaps(marked.message) | gaps(marked.many or "")
    needed = gaps(marked.many or marked.message)
    faults = []
    for text in texts:
        if lost := needed - gaps(text):
            faults.append(f"lost {', '.join(sorted(lost))}")
        if made_up := gaps(text) - allowed:
            faults.append(f"unknown {', '.join(sorted(made_up))}")
    if marked.message[-1] in ".?!" and texts[0][-1] not in ".?!" and not _NUMBER.search(marked.message):
        faults.append("the sentence has lost its end")
    return faults


def judge(marked: dict[Marked, str]) -> list[str]:
    """All faults of the catalogue against the code, one line each."""
    entries = {(entry.msgctxt, entry.msgid): entry for entry in read() if not entry.obsolete}
    lines = []
    for each, source in marked.items():
        entry = entries.get(each.key)
        faults = ["not in the catalogue"] if entry is None else faults_of(entry, each)
        lines += [f"{source}: {each.message!r}: {fault}" for fault in faults]
    return lines


def stale(catalogue: polib.POFile, marked: dict[Marked, str]) -> list[polib.POEntry]:
    """The entries that no line of the code marks any more."""
    keys = {each.key for each in marked}
    return [entry for entry in catalogue if (entry.msgctxt, entry.msgid) not in keys and entry.msgctxt != QT]


def update(marked: dict[Marked, str], *, prune: bool) -> tuple[int, int]:
    """Add what is new and sort; returns how many were added and how many the code no longer marks."""
    catalogue = read()
    entries = {(entry.msgctxt, entry.msgid): entry for entry in catalogue}
    added = 0
    for each in marked:
        if each.key in entries:
            continue
        entry = polib.POEntry(msgctxt=each.context, msgid=each.message)
        if each.many is not None:
            entry.msgid_plural = each.many
            entry.msgstr_plural = {0: ""}
        catalogue.append(entry)
        added += 1
    left = stale(catalogue, marked)
    if prune:
        for entry in left:
            catalogue.remove(entry)
    catalogue.sort(key=lambda entry: (entry.msgid.lower(), entry.msgid, entry.msgctxt or ""))
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    partial = CATALOGUE.with_suffix(".po.new")
    catalogue.save(str(partial))
    partial.replace(CATALOGUE)
    compiled = CATALOGUE.with_suffix(".mo.new")
    catalogue.save_as_mofile(str(compiled))
    compiled.replace(CATALOGUE.with_suffix(".mo"))
    return added, len(left)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, and name what the code no longer says")
    parser.add_argument("--prune", action="store_true", help="drop what the code no longer marks")
    chosen = parser.parse_args(arguments)
    marked = marked_in_code()
    if not chosen.check:
        added, left = update(marked, prune=chosen.prune)
        fate = "dropped" if chosen.prune else "kept"
        print(f"{len(marked)} strings in the code, {added} added, {left} no longer marked and {fate}")
    faults = inside_f_strings() + judge(marked)
    if chosen.check:
        faults += [f"{entry.msgid!r}: the code no longer says it; --prune drops it" for entry in stale(read(), marked)]
    for line in faults:
        print(line, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
