"""The tool that keeps the catalogues in step with the code: it finds what is marked, names what is wrong, loses nothing."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
import words


def written(tmp_path: Path, code: str) -> dict[words.Marked, str]:
    package = tmp_path / "kubebuku"
    package.mkdir()
    (package / "page.py").write_text(code, encoding="utf-8")
    return words.marked_in_code(package)


def test_every_way_of_marking_is_found(tmp_path: Path) -> None:
    code = [
        'a = N_("Money in")',
        'b = PN_("noun", "Book")',
        'c = _("Save")',
        'd = pgettext("verb", "Book")',
        'e = ngettext("{n} day", "{n} days", 2)',
        "",
    ]
    assert written(tmp_path, "\n".join(code)) == dict.fromkeys(
        [
            words.Marked(None, "Money in", None),
            words.Marked("noun", "Book", None),
            words.Marked(None, "Save", None),
            words.Marked("verb", "Book", None),
            words.Marked(None, "{n} day", "{n} days"),
        ],
        "kubebuku/page.py",
    )


def test_sentence_over_two_lines_is_one(tmp_path: Path) -> None:
    assert [each.message for each in written(tmp_path, 'a = N_(\n    "Short by "\n    "{amount}."\n)\n')] == [
        "Short by {amount}."
    ]


@pytest.mark.parametrize(
    "code",
    [
        "a = f\"{name}: {_('paid off')}\"",
        "a = f\"{name:<{len(_('paid off'))}}\"",
        "a = f\"{i18n._('paid off')}\"",
        "a = f\"{', '.join(say(N_('paid off')) for each in rows)}\"",
        "a = f\"{PN_('loan', 'paid off')}\"",
        "a = f\"{pgettext('loan', 'paid off')} {name}\"",
        "a = f\"{ngettext('paid off', 'all paid off', n)}\"",
        "a = 'plain' f\"{f'{_(summary)}'}\"",
    ],
)
def test_marked_string_inside_an_f_string_is_named_once(code: str, tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(f"from i18n import _\n{code}\n", encoding="utf-8")
    (line,) = words.inside_f_strings(tmp_path)
    assert line.startswith(f"{tmp_path.name}/page.py:2: ")
    assert line.endswith(": stands inside an f-string; say it before")


def test_f_string_may_hold_what_was_said_before(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text("done = _('paid off')\na = f'{name}: {done}' + _('paid off') + f'{say(it)}'\n", "utf-8")
    assert words.inside_f_strings(tmp_path) == []


@pytest.mark.parametrize(
    ("translation", "fault"),
    [
        ("", "not translated"),
        ("Kurang.", "lost {amount}"),
        ("Kurang {jumlah}.", "lost {amount}"),
        ("Kurang {amount} dari {total}.", "unknown {total}"),
        ("Kurang {amount}", "the sentence has lost its end"),
    ],
)
def test_fault_of_a_translation_is_named(translation: str, fault: str) -> None:
    entry = polib.POEntry(msgid="Short by {amount}.", msgstr=translation)
    assert fault in words.faults_of(entry, words.Marked(None, "Short by {amount}.", None))


def test_good_translation_has_no_fault() -> None:
    entry = polib.POEntry(msgid="Short by {amount}.", msgstr="Kurang {amount}.")
    assert words.faults_of(entry, words.Marked(None, "Short by {amount}.", None)) == []


def test_doubtful_translation_is_a_fault() -> None:
    entry = polib.POEntry(msgid="Save", msgstr="Simpan", flags=["fuzzy"])
    assert words.faults_of(entry, words.Marked(None, "Save", None)) == ["marked as doubtful"]


def test_number_must_not_be_lost_where_there_are_many() -> None:
    marked = words.Marked(None, "One day", "{n} days")
    lost = polib.POEntry(msgid="One day", msgid_plural="{n} days", msgstr_plural={0: "hari"})
    kept = polib.POEntry(msgid="One day", msgid_plural="{n} days", msgstr_plural={0: "{n} hari"})
    assert words.faults_of(lost, marked) == ["lost {n}"]
    assert words.faults_of(kept, marked) == []


def test_update_adds_what_is_new_and_keeps_what_was_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "CATALOGUE", tmp_path / "kubebuku.po")
    first = {words.Marked(None, "Save", None): "a.py", words.Marked(None, "Old", None): "a.py"}
    assert words.update(first, prune=False) == (2, 0)
    catalogue = words.read()
    saved = catalogue.find("Save")
    assert saved is not None
    saved.msgstr = "Simpan"
    catalogue.save()
    second = {words.Marked(None, "Save", None): "a.py", words.Marked("noun", "Book", None): "a.py"}
    assert words.update(second, prune=False) == (1, 1)
    assert {(entry.msgctxt, entry.msgid, entry.msgstr) for entry in words.read()} == {
        (None, "Save", "Simpan"),
        (None, "Old", ""),
        ("noun", "Book", ""),
    }
    assert words.update(second, prune=True) == (0, 1)
    assert {entry.msgid for entry in words.read()} == {"Save", "Book"}


def test_check_names_what_the_code_no_longer_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(words, "CATALOGUE", tmp_path / "kubebuku.po")
    save, old = words.Marked(None, "Save", None), words.Marked(None, "Old", None)
    words.update({save: "a.py", old: "a.py"}, prune=False)
    catalogue = words.read()
    for entry in catalogue:
        entry.msgstr = entry.msgid
    catalogue.save()
    monkeypatch.setattr(words, "marked_in_code", lambda: {save: "a.py", old: "a.py"})
    assert words.main(["--check"]) == 0
    monkeypatch.setattr(words, "marked_in_code", lambda: {save: "a.py"})
    assert words.main(["--check"]) == 1
    assert "'Old': the code no longer says it" in capsys.readouterr().err
    assert words.main(["--prune"]) == 0
    assert words.main(["--check"]) == 0
