"""First and last days: what still stands in the report of a month, what no longer does, and what is said where nothing is."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from kubebuku.app.office import Office
from kubebuku.books.activities.commands import StrikeActivity, WriteActivity
from kubebuku.books.inventory.commands import (
    BuyEquipment,
    RepairEquipment,
)
from kubebuku.books.meetings.commands import Attended, HoldMeeting, PlanMeeting
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.members.commands import AddMember
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, ItemId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger import tables as ledger_tables
from kubebuku.reports import books as single
from kubebuku.reports import meetings as meeting_papers
from kubebuku.reports import monthly, receipt
from kubebuku.reports.catalog import NoSuchBook
from kubebuku.reports.document import Document, KwitansiSlip, Paragraph
from kubebuku.reports.record_months import build as months_of
from kubebuku.reports.render.sheet import as_text
from kubebuku.reports.sums import prove
from kubebuku.reports.table import Row, Table
from tests.books.savings_loan.lender import Lender
from tests.books.trading import CATERING, Trade, day

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


@pytest.fixture
def trade(office: Office) -> Trade:
    made = Trade(office)
    made.money()
    return made


def report(trade: Trade, month: Month, *parts: str) -> Document:
    document = trade.office.read(lambda reading: monthly.build(reading, month, parts=frozenset(parts) or None))
    prove(document)
    return document


def alone(trade: Trade, name: str, month: Month) -> Document:
    return trade.office.read(lambda reading: single.build(reading, month, name))


def keys(document: Document) -> list[str]:
    return [part.key for part in document.parts]


def rows(document: Document) -> list[Row]:
    return [row for part in document.parts for block in part.blocks if isinstance(block, Table) for row in block.rows]


# ----------------------------------------------------------------------------------------------------------- businesses


@pytest.mark.parametrize(
    ("opened", "closed", "shown"),
    [
        ("2026-10-31", None, True),
        ("2026-11-01", None, False),
        ("2026-01-01", "2026-10-01", True),
        ("2026-01-01", "2026-09-30", False),
    ],
)
def test_a_business_has_a_book_from_the_month_it_opens_to_the_month_it_closes(
    trade: Trade, opened: str, closed: str | None, *, shown: bool
) -> None:
    unit = trade.unit("Ternak lele", opened=opened, closed=closed)
    assert (f"enterprise-{unit}" in keys(report(trade, OCTOBER, "enterprise"))) is shown


def test_a_business_that_closed_before_still_shows_what_was_written_of_it_since(trade: Trade) -> None:
    trade.post("2026-11-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @catering")
    trade.office.write(
        lambda work: work.connection.execute(
            update(ledger_tables.unit).where(ledger_tables.unit.c.id == CATERING).values(closed="2026-10-31")
        )
    )
    assert f"enterprise-{CATERING}" in keys(report(trade, NOVEMBER, "enterprise"))


# -------------------------------------------------------------------------------------------------------------- records


def test_a_struck_activity_is_crossed_out_and_the_others_are_not(trade: Trade) -> None:
    first = trade.run(WriteActivity(on=day("1/11"), title="Gotong royong")).made["activity"]
    trade.run(WriteActivity(on=day("22/11"), title="Senam bersama", story="Pagi  hari\ndi lapangan."))
    trade.run(StrikeActivity(activity=first, reason="Batal hujan"))
    assert [(row.cells[0], row.cells[5], row.struck) for row in rows(alone(trade, "activities", NOVEMBER))] == [
        (1, "Gotong royong", True),
        (2, "Senam bersama: Pagi hari di lapangan.", False),
    ]


def test_a_record_stands_in_the_month_of_its_first_and_of_its_last_day(trade: Trade) -> None:
    for on in ("30/9", "1/10", "31/10", "1/11"):
        trade.run(WriteActivity(on=day(on), title=f"Piket {on}"))
    assert [row.cells[1] for row in rows(alone(trade, "activities", OCTOBER))] == [day("1/10"), day("31/10")]


def test_a_book_over_several_months_has_a_page_for_each_that_has_a_line(trade: Trade) -> None:
    for on in ("30/9", "1/11", "20/11"):
        trade.run(WriteActivity(on=day(on), title="Piket"))
    made = trade.office.read(lambda reading: months_of(reading, Month(2026, 9), NOVEMBER, "activities"))
    assert [(part.key, part.period, part.sheet) for part in made.parts] == [
        ("activities-2026-09", "September 2026", "Buku kegiatan 2026-09"),
        ("activities-2026-11", "November 2026", "Buku kegiatan 2026-11"),
    ]
    assert made.period == "September 2026 – November 2026"
    empty = trade.office.read(lambda reading: months_of(reading, OCTOBER, OCTOBER, "activities"))
    assert (empty.period, keys(empty)) == ("Oktober 2026", ["activities"])
    assert "Tidak ada catatan" in as_text(empty)
    with pytest.raises(NoSuchBook):
        trade.office.read(lambda reading: months_of(reading, OCTOBER, OCTOBER, "buku"))


def test_a_report_of_books_without_a_line_says_so(trade: Trade) -> None:
    document = report(trade, NOVEMBER, "activities")
    assert keys(document) == ["activities"]
    assert rows(document) == []
    assert len([block for block in document.parts[0].blocks if isinstance(block, Paragraph)]) == 1


# ------------------------------------------------------------------------------------------------------------- meetings


def test_a_month_without_a_meeting_held_is_an_empty_page(trade: Trade) -> None:
    trade.run(PlanMeeting(on=day("23/11")))
    document = alone(trade, "meetings", NOVEMBER)
    assert (keys(document), rows(document)) == (["meetings"], [])
    assert "Tidak ada rapat" in as_text(document)


def test_each_meeting_held_has_its_attendance_and_its_minutes(trade: Trade) -> None:
    trade.run(AddMember(full_name="Ani Contoh", joined=day("4/1")))
    came = (Attended(person=PersonId(1), state=Presence.PRESENT),)
    held = [trade.run(HoldMeeting(on=day(on), attendance=came)).made["meeting"] for on in ("1/11", "22/11")]
    pages = keys(alone(trade, "meetings", NOVEMBER))
    assert pages == [f"meetings-{one}-{kind}" for one in held for kind in ("attendance", "minutes")]
    assert "Keputusan" not in as_text(report(trade, NOVEMBER, "meetings")), "nothing was decided"


def test_an_invitation_asks_for_the_day_alone_where_nothing_else_is_known(trade: Trade) -> None:
    planned = trade.run(PlanMeeting(on=day("23/11"))).made["meeting"]
    text = as_text(trade.office.read(lambda reading: meeting_papers.invitation(reading, planned)))
    assert "Senin, 23 November 2026" in text
    assert "Waktu:" not in text
    assert "Tempat:" not in text
    notes = as_text(trade.office.read(lambda reading: meeting_papers.minutes(reading, planned)))
    assert "Diundang:" not in notes, "nobody was counted yet"


# -------------------------------------------------------------------------------------------------------------- things


def changes(trade: Trade, month: Month) -> list[tuple[object, ...]]:
    _things, *rest = [block for block in report(trade, month, "inventory").parts[0].blocks if isinstance(block, Table)]
    return [row.cells[:4] for table in rest for row in table.rows]


def chairs(on: str, label: str = "Kursi") -> BuyEquipment:
    return BuyEquipment(on=day(on), description=label, amount=Rupiah(500_000), label=label, quantity=10, measure="buah")


def test_what_is_bought_on_the_first_or_the_last_day_came_in_that_month(trade: Trade) -> None:
    trade.run(chairs("30/9", "Meja"), chairs("1/10"), chairs("31/10", "Rak"), chairs("1/11", "Lemari"))
    assert [cells[0] for cells in changes(trade, OCTOBER)] == [day("1/10"), day("31/10")]


def test_what_was_mended_is_told_without_a_number_of_pieces(trade: Trade) -> None:
    item = trade.run(chairs("5/10")).made["item"]
    trade.run(RepairEquipment(on=day("1/11"), description="Las kaki", amount=Rupiah(25_000), item=ItemId(item)))
    assert changes(trade, NOVEMBER) == [(day("1/11"), "Kursi", "", "diperbaiki")]


# ------------------------------------------------------------------------------------------------------------- kwitansi


def test_jasa_alone_is_acknowledged_to_the_borrower(office: Office) -> None:
    lender = Lender(office)
    lender.money("1102", 2_000_000)
    lender.people()
    lender.lend("Budi", 300_000, "10/8", months=3)
    entry = lender.post("2026-11-10 | Jasa pinjaman | 1102 6.000 | 4102 -6.000 @simpan #P/2026")
    document = office.read(lambda reading: receipt.build(reading, EntryId(entry.id)))
    (slip,) = document.parts[0].blocks
    assert isinstance(slip, KwitansiSlip)
    assert slip.payer == "Budi Contoh"
