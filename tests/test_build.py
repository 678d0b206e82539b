"""What is kept in the repository: complete locks, no addresses of one machine, two commands that a newcomer finds."""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import hatch_build
from kubebuku import __version__

HOUSE = Path(__file__).resolve().parent.parent
LOCKS = ("runtime.txt", "source.txt", "dev.txt", "installer.txt", "mutants.txt")
WINDOWS_WHEELS = {
    "pyside6-essentials": ("6.9.3", "21f98077c135864473089e59a6a0bd828e64c6644b3dd7267b102da4a2ee8f21"),
    "shiboken6": ("6.9.3", "f1498176d2d5bcade7d662e1fc5143980fb008b6c78b966289d29a4ae86cd0c6"),
}


def tracked() -> list[Path]:
    """The files of the repository; of a source archive without one, all that lie in its named folders."""
    if (HOUSE / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOUSE, capture_output=True, check=True).stdout.decode()
        return [HOUSE / name for name in listed.split("\0") if name and (HOUSE / name).is_file()]
    folders = ("kubebuku", "resources", "tests", "docs", "locks", "installer", ".ci")
    return [
        path
        for folder in folders
        for path in (HOUSE / folder).rglob("*")
        if path.is_file() and path.suffix not in (".mo", ".pyc")
    ]


def texts() -> list[tuple[str, str]]:
    found = []
    for path in tracked():
        content = path.read_bytes()
        if b"\0" not in content[:8000]:
            found.append((path.relative_to(HOUSE).as_posix(), content.decode("utf-8")))
    return found


def locked(name: str) -> dict[str, tuple[str, set[str]]]:
    """Version and hashes of each package in a lock."""
    packages: dict[str, tuple[str, set[str]]] = {}
    for block in re.split(r"\n(?=\S)", (HOUSE / "locks" / name).read_text("utf-8")):
        if found := re.match(r"([a-z0-9._-]+)==([^\s;\\]+)", block):
            packages[found[1]] = (found[2], set(re.findall(r"--hash=sha256:([0-9a-f]{64})", block)))
    return packages


def project() -> dict[str, object]:
    return tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_hashes(lock: str) -> None:
    packages = locked(lock)
    assert len(packages) > 8
    assert [name for name, (_version, hashes) in packages.items() if not hashes] == []


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("package", WINDOWS_WHEELS)
def test_windows_wheel_of_qt_is_locked(lock: str, package: str) -> None:
    version, windows = WINDOWS_WHEELS[package]
    found, hashes = locked(lock)[package]
    assert found == version
    assert windows in hashes


@pytest.mark.parametrize(
    ("lock", "beneath"),
    [("source.txt", "runtime.txt"), ("dev.txt", "source.txt"), ("installer.txt", "source.txt"), ("mutants.txt", "dev.txt")],
)
def test_each_lock_holds_the_one_beneath_it_unchanged(lock: str, beneath: str) -> None:
    above = locked(lock)
    assert {name: above.get(name) for name in locked(beneath)} == locked(beneath)


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_versions_and_hashes_only(lock: str) -> None:
    lines = (HOUSE / "locks" / lock).read_text("utf-8").splitlines()
    assert [line for line in lines if "://" in line or line.startswith(("-", "#"))] == []


def test_what_is_declared_is_what_is_locked() -> None:
    declared = project()["project"]
    assert isinstance(declared, dict)
    asked = {"runtime": declared["dependencies"], **declared["optional-dependencies"]}
    for kind, requirements in asked.items():
        names = {re.split(r"[<>=\[;]", requirement)[0].lower().replace("_", "-") for requirement in requirements}
        assert names <= set(locked(f"{kind}.txt")), kind
    assert {f"{kind}.txt" for kind in asked} == set(LOCKS)


def test_no_lock_of_another_kind_is_kept() -> None:
    assert {path.name for path in tracked()} & {"uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock"} == set()


def test_compiled_catalogues_and_books_are_not_kept() -> None:
    assert [path.name for path in tracked() if path.suffix in (".mo", ".pyc", ".kubebuku-journal", ".lock")] == []


def test_no_path_of_one_machine_is_kept() -> None:
    homes = re.compile(r"(?<![\w.$}])/(?:home|root|Users|work|tmp)/[\w.-]+/|[A-Z]:\\Users\\")
    allowed = ("tests/",)  # invented paths stand there as what people type
    assert [
        f"{name}: {found[0]}" for name, text in texts() if not name.startswith(allowed) for found in homes.finditer(text)
    ] == []


def test_no_registry_host_is_kept() -> None:
    hosts = re.compile(r"//[\w.@:-]*(?:py" + r"pi|pythonhosted|artifact|nexus|registry|mirror|devpi)[\w.-]*[.:/]", re.IGNORECASE)
    assert [f"{name}: {found[0]}" for name, text in texts() for found in hosts.finditer(text)] == []


def test_readme_gives_the_two_commands_and_make_knows_them() -> None:
    readme = (HOUSE / "README.md").read_text("utf-8")
    assert "```\nmake run\nmake test\n```" in readme
    makefile = (HOUSE / "Makefile").read_text("utf-8")
    for target in ("run", "test", "check", "bench", "shots", "words", "schema", "clean", "help"):
        assert re.search(rf"^{target}:.*## ", makefile, re.MULTILINE), target


def test_licence_is_the_whole_text_and_named_to_the_build() -> None:
    text = (HOUSE / "LICENSE").read_bytes()
    assert hashlib.sha256(text).hexdigest() == "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"
    declared = project()["project"]
    assert isinstance(declared, dict)
    assert declared["license"] == "Apache-2.0"
    assert [name for name in declared["license-files"] if not (HOUSE / name).is_file()] == []


def test_what_runs_before_a_commit_is_fetched_from_nowhere() -> None:
    hooks = (HOUSE / ".pre-commit-config.yaml").read_text("utf-8")
    assert set(re.findall(r"repo: (\S+)", hooks)) == {"local"}
    assert set(re.findall(r"language: (\S+)", hooks)) == {"system"}
    assert len(re.findall(r"language:", hooks)) == len(re.findall(r"- id:", hooks))


def test_ci_runs_what_the_readme_names() -> None:
    script = (HOUSE / ".ci" / "run").read_text("utf-8")
    assert "set -euo pipefail" in script
    assert "make --no-print-directory test" in script


def test_version_is_a_version() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)


def test_every_module_begins_with_future_annotations() -> None:
    without = []
    for path in tracked():
        if path.suffix != ".py":
            continue
        statements = [each for each in ast.parse(path.read_text("utf-8")).body if not isinstance(each, ast.Expr)]
        first = statements[0] if statements else None
        if any(isinstance(each, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)) for each in statements) and not (
            isinstance(first, ast.ImportFrom) and first.module == "__future__"
        ):
            without.append(path.relative_to(HOUSE).as_posix())
    assert without == []


def test_catalogue_is_compiled_beside_its_text(tmp_path: Path) -> None:
    folder = tmp_path / "id" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    head = [
        'msgid ""',
        'msgstr ""',
        r'"Language: id\n"',
        r'"Content-Type: text/plain; charset=UTF-8\n"',
        r'"Plural-Forms: nplurals=1; plural=0;\n"',
    ]
    entry = ["", 'msgid "Money in"', 'msgstr "Uang masuk"', ""]
    (folder / "kubebuku.po").write_text("\n".join(head + entry), encoding="utf-8")
    assert hatch_build.compile_catalogues(tmp_path) == [folder / "kubebuku.mo"]
    assert b"Uang masuk" in (folder / "kubebuku.mo").read_bytes()
    assert sorted(path.name for path in folder.iterdir()) == ["kubebuku.mo", "kubebuku.po"]
