"""What notes and documents point at is there: sections by their number, files and folders by their name."""

from __future__ import annotations

import re
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
_SECTIONS = re.compile(r"\b(accounting|domain)\.md`? (\d+(?:\.\d+)?(?:, \d+(?:\.\d+)?)*)")
_LINK = re.compile(r"\]\(([\w./-]+)\)")
_NAMED = re.compile(r"`([\w.-]+/[\w./-]*)`")
_FOLDERS = (".ci", "docs", "installer", "kubebuku", "resources", "tests")
#: Named in documents, made only when one works.
_MADE = ("build/", "dist/")


def texts(*kinds: str) -> list[tuple[str, str]]:
    """Name and text of each file of the house of those kinds."""
    files = [file for folder in _FOLDERS for file in sorted((HOUSE / folder).rglob("*")) if file.suffix in kinds]
    files += [file for file in sorted(HOUSE.iterdir()) if file.suffix in kinds]
    return [(file.relative_to(HOUSE).as_posix(), file.read_text("utf-8")) for file in files]


def sections(name: str) -> set[str]:
    page = (HOUSE / "docs" / f"{name}.md").read_text("utf-8")
    return set(re.findall(r"^(?:#+ |\| )(\d+(?:\.\d+)?)\b", page, re.MULTILINE))


def test_every_section_that_is_named_exists() -> None:
    known = {name: sections(name) for name in ("accounting", "domain")}
    named = [
        (file, page, number)
        for file, text in texts(".py", ".md", ".toml")
        for page, numbers in _SECTIONS.findall(text)
        for number in numbers.split(", ")
    ]
    assert len(named) > 80
    assert [one for one in named if one[2] not in known[one[1]]] == []


def test_every_link_leads_somewhere() -> None:
    assert [
        f"{file}: {target}"
        for file, text in texts(".md")
        for target in _LINK.findall(text)
        if not ((HOUSE / file).parent / target).exists()
    ] == []


def test_every_file_that_a_document_names_is_there() -> None:
    missing = [
        f"{file}: {name}"
        for file, text in texts(".md")
        for name in _NAMED.findall(text)
        if not name.startswith(_MADE) and not any((folder / name).exists() for folder in (HOUSE, HOUSE / "kubebuku"))
    ]
    assert missing == []
