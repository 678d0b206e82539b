"""Labels for the things of the group: one a kind of thing, 24 on a sheet."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from kubebuku.app.office import Office
from kubebuku.books.inventory.commands import ListEquipment
from kubebuku.domain.entries import ItemId
from kubebuku.domain.money import Rupiah
from kubebuku.reports.document import Document, ItemLabel, Letterhead, Part
from kubebuku.reports.labels import NothingToLabel, document
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.render.sheet import as_text
from kubebuku.reports.render.xlsx import render_xlsx
from tests.books.trading import Trade, day


@pytest.fixture
def trade(office: Office) -> Trade:
    return Trade(office)


def stove(number: str, label: str) -> ListEquipment:
    return ListEquipment(on=day("5/1"), label=label, number=number, quantity=2, measure="buah", price=Rupiah(150_000))


def test_label_names_group_number_thing_year_and_source(trade: Trade) -> None:
    trade.run(stove("INV-7", "Kompor"))
    trade.run(stove("INV-8", "Wajan"))
    labels = trade.office.read(document).parts[0].blocks
    assert labels[0] == ItemLabel("Kube Contoh", "INV-7", "Kompor", "Tahun 2026 · 2 buah", "dibeli")
    chosen = trade.office.read(lambda reading: document(reading, items={ItemId(2)}))
    assert [label.name for label in chosen.parts[0].blocks if isinstance(label, ItemLabel)] == ["Wajan"]


def test_nothing_to_label_is_refused(trade: Trade) -> None:
    with pytest.raises(NothingToLabel):
        trade.office.read(document)


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (24, 1), (25, 2)])
def test_twenty_four_labels_fill_a_sheet(count: int, pages: int) -> None:
    one = ItemLabel("Kube Contoh", "INV-1", "Tenda plong " * 12, "Tahun 2026 · 3 set", "Bantuan " * 12)
    paper = Document("Label", "", Letterhead("Contoh"), (Part("labels", "Label", (one,) * count),), paper="a4", practice=True)
    out = io.BytesIO()
    assert render_pdf(paper, out).total == pages
    shown = PdfReader(out).pages[-1].extract_text()
    assert "INV-1" in shown
    assert "BUKU LATIHAN" in shown
    assert as_text(paper).count("INV-1") == count
    render_xlsx(paper, io.BytesIO())
