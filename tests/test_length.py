"""A module that grows beyond a few screens holds more than one idea: it is cut at its joint, not at the line."""

from __future__ import annotations

from pathlib import Path

import kubebuku

_MOST = 400
_HOUSE = Path(kubebuku.__file__).parent


def too_long(folder: Path) -> list[str]:
    """Modules with more lines than a module may have, each with how many."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sorted(folder.rglob("*.py"))}
    return [f"{path.relative_to(folder)}: {lines}" for path, lines in lengths.items() if lines > _MOST]


def test_no_module_of_the_house_is_too_long() -> None:
    assert sum(1 for _path in _HOUSE.rglob("*.py")) > 500
    assert too_long(_HOUSE) == []


def test_a_long_module_is_named_with_its_length(tmp_path: Path) -> None:
    (tmp_path / "whole.py").write_text("pass\n" * _MOST, encoding="utf-8")
    (tmp_path / "too_long.py").write_text("pass\n" * (_MOST + 1), encoding="utf-8")
    assert too_long(tmp_path) == ["too_long.py: 401"]
