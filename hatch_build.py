"""Build hook: translations are compiled, and the packaged files go into the wheel where `kubebuku.resources` looks for them.

`python hatch_build.py` only compiles, which is what `make` does after a change of a catalogue.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_WHERE_THE_PROGRAM_LOOKS = "kubebuku/_data"


def compile_catalogues(locale: Path) -> list[Path]:
    """Write a `.mo` beside each `.po` below `locale` and return them; a catalogue with an error raises."""
    compiled = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as opened:
            catalogue = read_po(opened, locale=source.parts[-3], abort_invalid=True)
        target = source.with_suffix(".mo")
        partial = target.with_suffix(".mo.new")
        with partial.open("wb") as opened:
            write_mo(opened, catalogue)
        partial.replace(target)
        compiled.append(target)
    return compiled


class PackagedFiles(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; for a real wheel (`version` is "standard", not "editable") take the packaged files along too."""
        resources = Path(self.root) / "resources"
        compile_catalogues(resources / "locale")
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"][str(resources)] = _WHERE_THE_PROGRAM_LOOKS


if __name__ == "__main__":
    compile_catalogues(Path(__file__).resolve().parent / "resources" / "locale")
