"""The one start of the program: a window without a command, the command line with one."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit code of the window or of the command line."""
    from kubebuku.cli.main import main as command_line
    from kubebuku.cli.main import opens_window

    words = list(sys.argv[1:] if argv is None else argv)
    language, rest = spoken(words)
    if not opens_window(rest):
        return command_line(words)
    from pathlib import Path

    try:
        from kubebuku.ui.main import open_window
    except ImportError as missing:
        return without_qt(missing, language)
    return open_window(Path(rest[0]) if rest else None, language=language)


def without_qt(missing: ImportError, language: str | None) -> int:
    """Say that nothing can be drawn where libraries of the system are missing that Qt needs; another error is raised again."""
    from kubebuku.app import settings
    from kubebuku.i18n import set_language
    from kubebuku.ui.screen import tell

    if (missing.name or "").partition(".")[0] not in ("PySide6", "shiboken6"):
        raise missing
    set_language(language or settings.load().language)
    return tell()


def spoken(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """The language of `--lang id|en` and the other words; one that is not known stays, so that it is refused by name."""
    from kubebuku.i18n import LANGUAGES

    language, rest = None, []
    left = list(words)
    while left:
        word = left.pop(0)
        name, given, value = word.partition("=")
        if name == "--lang" and (value if given else left[0] if left else "") in LANGUAGES:
            language = value if given else left.pop(0)
        else:
            rest.append(word)
    return language, rest


if __name__ == "__main__":
    raise SystemExit(main())
