"""Files as people bring them: photos of notas, papers, and what only calls itself so."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from PIL import Image


def photo(path: Path, width: int = 3000, height: int = 2000) -> Path:
    """Grey above, white below, as large as a phone makes it."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste((60, 60, 60), (0, 0, width, height // 2))
    picture.save(path, "JPEG", quality=95)
    return path


def paper(path: Path, pages: int = 1) -> Path:
    """A PDF with empty pages."""
    made = pypdfium2.PdfDocument.new()
    for _page in range(pages):
        made.new_page(595, 842).close()
    file = io.BytesIO()
    made.save(file)
    made.close()
    path.write_bytes(file.getvalue())
    return path


def written(path: Path, data: bytes) -> Path:
    """A file of these bytes."""
    path.write_bytes(data)
    return path
