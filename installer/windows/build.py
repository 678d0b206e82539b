"""Build the Windows programs and, where Inno Setup is installed, the installer: `python installer/windows/build.py`.

Makes its own virtual environment from `locks/installer.txt`, so that it needs nothing but Python 3.11 to 3.13 and the
network. On Linux it builds the same folder, which shows that nothing is missing from it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent.parent
BUILD = HOUSE / "build" / "installer"
DIST = HOUSE / "dist"
WINDOWS = sys.platform == "win32"
SUFFIX = ".exe" if WINDOWS else ""


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], cwd=HOUSE, check=True)


def prepared() -> Path:
    """The Python of a fresh environment that holds what the lock names."""
    folder = BUILD / "venv"
    venv.create(folder, with_pip=True, clear=True)
    python = folder / ("Scripts/python.exe" if WINDOWS else "bin/python")
    run(python, ".ci/install.py", "lock", "locks/installer.txt")
    return python


def frozen(python: Path) -> Path:
    """The folder with both programs, proved by letting the console one test itself."""
    run(python, "hatch_build.py")
    spec = HOUSE / "installer" / "windows" / "kubebuku.spec"
    run(python, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", "--workpath", BUILD / "work", "--distpath", DIST, spec)
    folder = DIST / "KubeBuku"
    run(folder / f"kubebuku-cli{SUFFIX}", "self-test")
    return folder


def compiler() -> str | None:
    """Inno Setup's compiler, on the path or where its own installer puts it."""
    places = [os.environ.get(name, "") for name in ("ProgramFiles(x86)", "ProgramFiles")]
    usual = [Path(place) / "Inno Setup 6" / "ISCC.exe" for place in places if place]
    return shutil.which("ISCC") or next((str(file) for file in usual if file.is_file()), None)


def main() -> int:
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        print("KubeBuku is built with Python 3.11, 3.12 or 3.13.", file=sys.stderr)
        return 1
    folder = frozen(prepared())
    print(f"programs: {folder}")
    inno = compiler()
    if inno is None:
        print("No installer was made: Inno Setup 6 (ISCC.exe) is not on this computer.", file=sys.stderr)
        return 0 if not WINDOWS else 1
    found = re.search(r'__version__ = "([\d.]+)"', (HOUSE / "kubebuku" / "__init__.py").read_text("utf-8"))
    version = found[1] if found else "0"
    run(inno, "/Qp", f"/DVersion={version}", f"/O{DIST}", HOUSE / "installer" / "windows" / "kubebuku.iss")
    return 0


if __name__ == "__main__":
    sys.exit(main())
