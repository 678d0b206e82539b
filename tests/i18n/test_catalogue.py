"""Everything a person reads stands in the catalogue, whole and in plain Indonesian; the words themselves are looked at too."""

from __future__ import annotations

import ast
import re
import string
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
import pytest
import words

from kubebuku import i18n

HOUSE = Path(__file__).resolve().parents[2]
#: How many of a marker's arguments are words.
MARKERS = {"_": 1, "N_": 1, "PN_": 2, "pgettext": 2, "ngettext": 2}

#: Words that a treasurer does not need and the word that stands for them, if one does.
UNWANTED = {
    "bunga": "jasa",
    "entitas": "kelompok",
    "gagal": "tidak bisa",
    "error": "ada yang tidak beres",
    "void": "coret",
    "milyar": "miliar",
    "file": "berkas",
    "backup": "salinan",
    "transaksi": "catatan",
}


@cache
def entries() -> dict[tuple[str | None, str], polib.POEntry]:
    return {(entry.msgctxt, entry.msgid): entry for entry in words.read() if not entry.obsolete}


@cache
def marked() -> dict[words.Marked, str]:
    return words.marked_in_code()


def gaps(text: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def calls() -> Iterator[tuple[str, ast.Call, str]]:
    """Every call of a plain name in the program: the name, the call, where it stands."""
    for source in sorted((HOUSE / "kubebuku").rglob("*.py")):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                yield node.func.id, node, f"{source.relative_to(HOUSE)}:{node.lineno}"


def test_every_marked_string_is_translated() -> None:
    assert words.judge(marked()) == []


def test_no_gap_is_lost_or_invented() -> None:
    wrong = []
    for (_, message), entry in entries().items():
        allowed = [gaps(message), gaps(entry.msgid_plural or message)]
        for text in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
            if entry.msgctxt == "qt":
                same = set(re.findall(r"%\d", text)) == set(re.findall(r"%\d", message))
            else:
                same = not text or set(gaps(text)) in [set(names) for names in allowed]
            if not same:
                wrong.append(f"{message} -> {text}")
    assert wrong == []


def test_indonesian_has_a_single_form() -> None:
    assert words.read().metadata["Plural-Forms"] == "nplurals=1; plural=0;"
    assert [entry.msgid for entry in entries().values() if entry.msgid_plural and len(entry.msgstr_plural) != 1] == []


def test_english_is_what_the_code_says_in_both_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    plural = [(each.message, each.many) for each in marked() if each.many is not None]
    assert len(plural) > 20
    monkeypatch.setattr(i18n, "_speech", i18n._Speech())
    i18n.set_language("en")
    assert [i18n._(each.message) for each in marked() if each.context is None] == [
        each.message for each in marked() if each.context is None
    ]
    assert [(i18n.ngettext(one, many, 1), i18n.ngettext(one, many, 2)) for one, many in plural] == plural


def test_a_marker_holds_plain_text_only() -> None:
    """An f-string, a sum or a filled-in text inside a marker would never be found in the catalogue."""
    wrong = [
        place for name, call, place in calls() for argument in call.args[: MARKERS.get(name, 0)] if not _findable(name, argument)
    ]
    assert wrong == []


def _findable(marker: str, argument: ast.expr) -> bool:
    if marker in {"N_", "PN_"}:
        return isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    put_together = isinstance(argument, ast.JoinedStr | ast.BinOp)
    return not put_together and not (isinstance(argument, ast.Call) and isinstance(argument.func, ast.Attribute))


def test_each_sentence_is_given_the_values_it_has_gaps_for() -> None:
    wrong = []
    for name, call, place in calls():
        if name != "Sentence" or not call.args:
            continue
        messages = list(_messages(call.args[0]))
        given = call.args[1] if len(call.args) > 1 else ast.Dict(keys=[], values=[])
        if not messages or not isinstance(given, ast.Dict):
            continue
        names = {key.value for key in given.keys if isinstance(key, ast.Constant)}
        if len(names) == len(given.keys):
            wrong += [f"{place}: {message}" for message in messages if set(gaps(message)) != names]
    assert wrong == []


def _messages(node: ast.expr) -> Iterator[str]:
    """The marked messages that `node` may stand for, if they are written there."""
    if isinstance(node, ast.IfExp):
        yield from _messages(node.body)
        yield from _messages(node.orelse)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"N_", "PN_"}:
        last = node.args[-1]
        if isinstance(last, ast.Constant):
            yield str(last.value)


def test_messages_can_be_filled_in() -> None:
    """A brace that stands alone, or a gap without a name, would break the sentence before the reader's eyes."""
    wrong = []
    for each, place in marked().items():
        for text in (each.message, each.many or ""):
            try:
                wrong += [f"{place}: {text}" for name in gaps(text) if not name.isidentifier()]
            except ValueError:
                wrong.append(f"{place}: {text}")
    assert wrong == []


def indonesian() -> Iterator[tuple[str, str]]:
    """Each message of the program with its Indonesian."""
    for (context, message), entry in entries().items():
        if context != "qt":
            for text in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
                yield message, text


def test_the_words_are_plain() -> None:
    wrong = [
        f"{text} ({unwanted}: {better})"
        for _, text in indonesian()
        for unwanted, better in UNWANTED.items()
        if re.search(rf"\b{unwanted}(?:nya)?\b", re.sub(r"\{\w+\}", "", text), re.IGNORECASE)
    ]
    wrong += [text for _, text in indonesian() if "!" in text or re.search(r"anda (?:salah|keliru)", text, re.IGNORECASE)]
    assert wrong == []


def test_sentences_end_where_they_end_in_english() -> None:
    wrong = [f"{message} -> {text}" for message, text in indonesian() if text and (message[-1] in ".?:…") != (text[-1] in ".?:…")]
    # No. is an abbreviation in both languages
    wrong = [line for line in wrong if not re.search(r"\b(?:no|No)\. ->|-> No\.", line)]
    assert wrong == []


def test_whole_sentences_are_not_left_in_english() -> None:
    wrong = [message for message, text in indonesian() if text == message and re.search(r"[a-z] .*[a-z]\.$", message)]
    assert wrong == []


def test_no_text_begins_or_ends_with_a_space() -> None:
    wrong = [text for message, text in indonesian() if text.strip() != text or "  " in text or message.strip() != message]
    assert wrong == []


# ----------------------------------------------------------------------------------------------------------- glossary


def glossary() -> list[tuple[str, str]]:
    """Rows of docs/glossary.md: English term, Indonesian on screen."""
    lines = (HOUSE / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [(row[0], row[1]) for row in cells if len(row) == 3 and row[0] not in {"English", "---", ""}]


def test_one_word_for_one_thing() -> None:
    english, shown = zip(*glossary(), strict=True)
    assert len(english) > 80
    assert [word for word, times in Counter(english).items() if times > 1] == []
    assert [word for word, times in Counter(word.lower() for word in shown).items() if times > 1] == []


def test_the_catalogue_speaks_as_the_glossary_does() -> None:
    terms = {term.lower(): shown for term, shown in glossary()}
    plain = [(message, entry.msgstr) for (context, message), entry in entries().items() if context is None]  # not "head"
    wrong = [
        f"{message} -> {text}, glossary: {terms[message.lower()]}"
        for message, text in plain
        if message.lower() in terms
        and text.lower() != terms[message.lower()].lower()
        and (message, text) != ("Description", "Uraian")  # the column every pendamping knows (domain.md 2.2)
    ]
    assert wrong == []
