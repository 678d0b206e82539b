"""Install with the pip of the environment whose Python runs this, and never let it choose a version.

    python .ci/install.py lock locks/dev.txt [HOW...]   what the lock names
    python .ci/install.py project -e .                  KubeBuku itself, built with what the lock brought
HOW are more words for pip, such as --no-compile.

A lock is complete, so nothing is left to resolve, and pip is kept from trying: where one package asks for `coverage[toml]`
and a newer coverage was published since, pip of 2023 leaves the locked line and then stops, for the newer one has no hash.
Whether everything fits is asked afterwards. Needs the standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence


def pip(*words: str) -> None:
    """Let pip of this Python do something; raises CalledProcessError where it fails."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", *words]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


def main(words: Sequence[str]) -> int:
    """Return pip's exit code, or 2 for words that are not understood."""
    try:
        match words:
            case ["lock", lock, *how]:
                pip("install", "--quiet", "--no-deps", "--require-hashes", "--requirement", lock, *how)
            case ["project", *which] if which:
                pip("install", "--quiet", "--no-deps", "--no-build-isolation", *which)
            case _:
                print(__doc__, file=sys.stderr)
                return 2
        pip("check")
    except subprocess.CalledProcessError as failed:
        return int(failed.returncode)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
