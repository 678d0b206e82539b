"""Documents printed and read back."""

from __future__ import annotations

import io

from pypdf import PdfReader

from kubebuku.reports.document import (
    Block,
    Document,
    Pages,
    Part,
)
from kubebuku.reports.render.pdf import render_pdf
from tests.reports import paper_examples as examples

MM = 72 / 25.4

LONG_NAME = "Raden Ajeng Siti Nurhaliza Kusumawardhani Prawirodirjo binti Haji Abdurrahman Sosrokusumo dari Kampung Melayu"


def printed(document: Document) -> tuple[list[str], Pages, PdfReader]:
    out = io.BytesIO()
    pages = render_pdf(document, out)
    reader = PdfReader(io.BytesIO(out.getvalue()))
    return [page.extract_text() for page in reader.pages], pages, reader


def one_part(*blocks: Block, landscape: bool = False, not_closed: bool = False) -> Document:
    part = Part("part", "Uji", blocks, landscape=landscape)
    return Document("Uji", "Oktober 2026", examples.GROUP, (part,), check_code="7K4M-Q2XD", not_closed=not_closed)


def plain(text: str) -> str:
    """Text without its line breaks, for words that wrap."""
    return " ".join(text.split())
