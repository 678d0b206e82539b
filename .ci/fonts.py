"""Cut DejaVu Sans down to the letters and signs that KubeBuku uses: `make fonts DEJAVU=folder`.

One face is 760 kB whole and some 80 kB cut; screen and paper use the same two files. Run again when a new sign is needed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
FACES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x017F),  # Latin-1 and Latin Extended-A: × ½ · and names of all Europe
    (0x0218, 0x021B),
    (0x02C6, 0x02DD),
    (0x0300, 0x0345),  # combining accents
    (0x2002, 0x200A),  # spaces
    (0x2010, 0x2015),  # hyphens and dashes
    (0x2018, 0x2022),  # quotation marks, daggers, bullet
    (0x2190, 0x2195),  # arrows
)
SIGNS = "…‰′″‹›⁄ €№™−≈≠≤≥■□▪▫▲△▴▶▷▸▼▽▾◀◁◂◆◇○●◌◐◑◔◕◯◷☐☑☒⚠✓✔✗✘↩↪↵↺↻⇄�"


def cut(source: Path) -> int:
    """Write the cut face and return its size in bytes."""
    options = subset.Options(
        layout_features=["ccmp", "kern", "locl", "mark", "mkmk"], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False
    )
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)], text=SIGNS)
    subsetter.subset(font)
    target = TARGET / source.name
    subset.save_font(font, str(target), options)
    return target.stat().st_size


def main(folder: str) -> int:
    TARGET.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        print(f"{face}: {cut(Path(folder) / face)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
