"""The one start of the program: a window without a command, the command line with one."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit code of the window or of the command line."""
    from kubebuku.cli.main import main as command_line
    from kubebuku.cli.main import opens_window

    words = list(sys.argv[1:] if argv is None else argv)
    if not opens_window(words):
        return command_line(words)
    from pathlib import Path

    from kubebuku.ui.main import open_window

    return open_window(Path(words[0]) if words else None)


if __name__ == "__main__":
    raise SystemExit(main())
