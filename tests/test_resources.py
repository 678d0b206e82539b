"""Packaged files: found from a checkout and from an installed program, and as complete as the pages need."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from kubebuku import resources

FACES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
IN_USE = "Rp1.500.000 −250.000 + × ½ · ✓ △ ◷ • … – — “ ” ‘ ’ ≥ ≤ → ← ↑ ↓ é ş ñ ū ½ □ ☐ ☑"


def test_checkout_keeps_them_beside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "kubebuku"
    package.mkdir()
    (tmp_path / "resources").mkdir()
    assert resources.find_root(package) == tmp_path / "resources"


def test_wheel_and_frozen_program_carry_them_inside(tmp_path: Path) -> None:
    package = tmp_path / "kubebuku"
    (package / "_data").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    assert resources.find_root(package) == package / "_data"


def test_incomplete_installation_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no packaged files beside kubebuku"):
        resources.find_root(tmp_path / "kubebuku")


def test_text_and_bytes_of_one_file() -> None:
    assert resources.read_text("icons", "kas.svg").encode() == resources.read_bytes("icons", "kas.svg").replace(b"\r\n", b"\n")


@pytest.mark.parametrize("parts", [("..", "pyproject.toml"), ("icons", "..", "..", "README.md"), ("/etc/hostname",)])
def test_nothing_outside_is_handed_out(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="outside the packaged files"):
        resources.path(*parts)


def test_missing_file_is_the_callers_error() -> None:
    with pytest.raises(FileNotFoundError):
        resources.read_text("icons", "tidak-ada.svg")


@pytest.mark.parametrize("icon", sorted(path.name for path in resources.path("icons").glob("*.svg")))
def test_icon_is_drawn_on_the_24_grid_in_the_ink_of_its_place(icon: str) -> None:
    drawing = ET.fromstring(resources.read_text("icons", icon))  # noqa: S314 - our own file
    assert drawing.get("viewBox") == "0 0 24 24"
    assert drawing.get("stroke") == "currentColor"
    assert len(drawing) >= 1


@pytest.mark.parametrize("face", FACES)
def test_face_has_every_sign_in_use_and_stays_small(face: str) -> None:
    content = resources.read_bytes("fonts", face)
    known = TTFont(io.BytesIO(content)).getBestCmap()
    letters = {chr(code) for code in [*range(0x20, 0x7F), *range(0xA0, 0x180)]}
    assert {sign for sign in letters | set(IN_USE) if ord(sign) not in known} == set()
    assert len(content) < 90_000


@pytest.mark.parametrize("face", FACES)
def test_digits_of_a_face_are_equally_wide_so_that_columns_stand_straight(face: str) -> None:
    font = TTFont(io.BytesIO(resources.read_bytes("fonts", face)))
    names, widths = font.getBestCmap(), font["hmtx"]
    assert len({widths[names[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_fonts_come_with_their_licence() -> None:
    assert "Bitstream" in resources.read_text("fonts", "LICENSE.txt")
