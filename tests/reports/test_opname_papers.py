"""The sheet to count goods with, and the record of what was found."""

from __future__ import annotations

import io

import pytest

from kubebuku.app.office import Office
from kubebuku.books.inventory.commands import BuyEquipment, CountedThing, CountInventory, ListEquipment, LoseEquipment
from kubebuku.books.inventory.refusals import CountUnknown
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import ItemId
from kubebuku.domain.money import Rupiah
from kubebuku.reports.books import build
from kubebuku.reports.document import Document, Note
from kubebuku.reports.opname import document, sheet
from kubebuku.reports.render.pdf import render_pdf
from kubebuku.reports.table import Table
from tests.books.trading import Trade, day


@pytest.fixture
def trade(office: Office) -> Trade:
    trade = Trade(office)
    trade.money()
    trade.run(
        BuyEquipment(
            on=day("5/1"),
            description="Kursi",
            amount=Rupiah(5_000_000),
            label="Kursi plastik",
            quantity=100,
            measure="buah",
            place="Rumah bendahara",
        ),
        ListEquipment(on=day("7/1"), label="Ember", quantity=8),
    )
    return trade


def table(paper: Document) -> Table:
    return next(block for block in paper.parts[0].blocks if isinstance(block, Table))


def count(trade: Trade) -> None:
    lines = (CountedThing(item=ItemId(1), found=97, note="Tiga patah"), CountedThing(item=ItemId(2), found=8))
    trade.run(CountInventory(on=day("8/11"), lines=lines))


def test_the_sheet_leaves_room_for_what_is_found(trade: Trade) -> None:
    paper = trade.office.read(sheet)
    assert paper.title == "Lembar hitung barang"
    assert [(row.cells[1], row.cells[3], row.cells[4], row.cells[5]) for row in table(paper).rows] == [
        ("Kursi plastik", "Rumah bendahara", "100 buah", None),
        ("Ember", "", "8", None),
    ]


def test_the_record_says_what_was_found_and_what_is_missing(trade: Trade) -> None:
    count(trade)
    paper = trade.office.read(document)
    assert (paper.title, paper.period) == ("Berita acara opname barang", "8 November 2026")
    shown = [(row.cells[1], row.cells[3], row.cells[4], row.cells[5], row.cells[7]) for row in table(paper).rows]
    assert shown == [("Kursi plastik", 100, 97, "−3", 150_000), ("Ember", 8, 8, "", None)]
    (note,) = [block for block in paper.parts[0].blocks if isinstance(block, Note)]
    assert "1 selisih menunggu keputusan rapat; yang kurang bernilai Rp150.000 di buku." in note.text


def test_what_was_written_off_since_stands_on_it_with_its_bukti(trade: Trade) -> None:
    count(trade)
    entry = trade.run(LoseEquipment(on=day("9/11"), description="Patah", item=ItemId(1), quantity=3, decided="Rapat"))
    paper = trade.office.read(lambda reading: document(reading, 1))
    words = [getattr(block, "text", "") for block in paper.parts[0].blocks]
    assert f"Kursi plastik: {entry.number}" in words
    assert not any(isinstance(block, Note) for block in paper.parts[0].blocks)
    out = io.BytesIO()
    assert render_pdf(paper, out).total == 1
    assert out.getvalue().startswith(b"%PDF")


def test_no_record_before_the_first_count(trade: Trade) -> None:
    with pytest.raises(CountUnknown):
        trade.office.read(document)


def test_the_inventory_of_the_month_tells_the_count_and_what_went(trade: Trade) -> None:
    count(trade)
    trade.run(LoseEquipment(on=day("9/11"), description="Patah", item=ItemId(1), quantity=3, decided="Rapat"))
    paper = trade.office.read(lambda reading: build(reading, Month(2026, 11), "inventory"))
    words = [getattr(block, "text", "") for block in paper.parts[0].blocks]
    assert "Dihitung 8 November 2026: 2 barang, 1 berbeda dari daftar, 0 menunggu keputusan." in words
    changes = [block for block in paper.parts[0].blocks if isinstance(block, Table)][1]
    assert [row.cells[1:] for row in changes.rows] == [("Kursi plastik", "3 buah", "hilang atau rusak", None)]
