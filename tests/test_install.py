"""A lock line is installed as it stands: pip is never left to choose, whatever was published since."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent


def wheel(shelf: Path, name: str, version: str, *needs: str) -> str:
    """Put an empty package that asks for `needs` on the shelf; returns its line for a lock."""
    inside = {
        f"{name}.py": "",
        f"{name}-{version}.dist-info/METADATA": "\n".join(
            ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", "Provides-Extra: toml"]
            + [f"Requires-Dist: {need}" for need in needs]
        ),
        f"{name}-{version}.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{file},sha256={_digest(content)},{len(content)}" for file, content in inside.items()]
    inside[f"{name}-{version}.dist-info/RECORD"] = "\n".join([*record, f"{name}-{version}.dist-info/RECORD,,", ""])
    path = shelf / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as packed:
        for file, content in inside.items():
            packed.writestr(file, content)
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def _digest(content: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content.encode()).digest()).decode().rstrip("=")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """The folder with all that was ever published."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own, with the pip it was born with."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True, symlinks=True)
    return folder


@pytest.fixture
def python(environment: Path) -> Iterator[Path]:
    """The Python of that environment, in which nothing is installed that was not there at its birth."""
    (packages,) = environment.glob("lib/*/site-packages")
    born = set(packages.iterdir())
    yield environment / "bin" / "python"
    for path in set(packages.iterdir()) - born:
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def run(python: Path, *words: str, shelf: Path) -> subprocess.CompletedProcess[str]:
    """The script that `.ci/setup` and both installers call, with nothing to install from but the shelf."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "COV_", "COVERAGE_"))}
    alone = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(shelf), "PIP_CONFIG_FILE": os.devnull}
    command: list[str | Path] = [python, HOUSE / ".ci" / "install.py", *words]
    return subprocess.run(command, env=kept | alone, capture_output=True, text=True, check=False)


def installed(python: Path, shelf: Path) -> set[str]:
    """The packages of the shelf that lie in the environment, as name-version."""
    ours = {path.name.removesuffix("-py3-none-any.whl") for path in shelf.iterdir()}
    (packages,) = python.parent.parent.glob("lib/*/site-packages")
    return {path.stem for path in packages.glob("*.dist-info")} & ours


def test_what_was_published_since_is_not_looked_at(python: Path, shelf: Path, tmp_path: Path) -> None:
    lines = [wheel(shelf, "laporan", "7.0", "cakupan[toml]>=7"), wheel(shelf, "cakupan", "7.1")]
    wheel(shelf, "cakupan", "7.2")
    lock = tmp_path / "lock.txt"
    lock.write_text("".join(lines), "utf-8")
    done = run(python, "lock", str(lock), shelf=shelf)
    assert done.returncode == 0, done.stderr
    assert installed(python, shelf) == {"laporan-7.0", "cakupan-7.1"}


def test_what_the_lock_leaves_out_is_said_and_not_fetched(python: Path, shelf: Path, tmp_path: Path) -> None:
    line = wheel(shelf, "arisan", "1.0", "giliran>=2")
    wheel(shelf, "giliran", "2.0")
    lock = tmp_path / "lock.txt"
    lock.write_text(line, "utf-8")
    done = run(python, "lock", str(lock), shelf=shelf)
    assert done.returncode != 0
    assert "arisan 1.0 requires giliran, which is not installed" in done.stdout
    assert installed(python, shelf) == {"arisan-1.0"}


def test_file_with_another_hash_is_refused(python: Path, shelf: Path, tmp_path: Path) -> None:
    line = wheel(shelf, "kas", "1.0")
    wheel(shelf, "kas", "1.0", "sesuatu")
    lock = tmp_path / "lock.txt"
    lock.write_text(line, "utf-8")
    done = run(python, "lock", str(lock), shelf=shelf)
    assert done.returncode != 0
    assert installed(python, shelf) == set()


def test_program_itself_brings_nothing_along(python: Path, shelf: Path) -> None:
    wheel(shelf, "buku", "1.0", "tinta")
    wheel(shelf, "tinta", "1.0")
    done = run(python, "project", str(shelf / "buku-1.0-py3-none-any.whl"), shelf=shelf)
    assert done.returncode != 0
    assert installed(python, shelf) == {"buku-1.0"}


def test_words_that_are_not_understood_install_nothing(python: Path, shelf: Path) -> None:
    done = run(python, "locks/dev.txt", shelf=shelf)
    assert (done.returncode, done.stdout) == (2, "")
    assert "install.py lock locks/dev.txt" in done.stderr


@pytest.mark.parametrize(
    ("goal", "place", "lock"), [("run", "RUN", "source.txt"), ("check", "VENV", "dev.txt"), ("test", "VENV", "dev.txt")]
)
def test_each_command_has_its_own_environment_and_lock(goal: str, place: str, lock: str, tmp_path: Path) -> None:
    told = subprocess.run(
        ["make", "--dry-run", goal, f"{place}={tmp_path}/lingkungan"], cwd=HOUSE, capture_output=True, text=True, check=True
    ).stdout
    assert [line for line in told.splitlines() if line.startswith(".ci/setup")] == [
        f".ci/setup {tmp_path}/lingkungan locks/{lock}"
    ]
