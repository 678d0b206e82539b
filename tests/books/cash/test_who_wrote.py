"""Each record says who wrote it, wherever it stands in a short list."""

from __future__ import annotations

from datetime import date

from kubebuku.app.office import Office
from kubebuku.books.cash.commands import OtherReceipt
from kubebuku.books.cash.queries import LastEntries
from kubebuku.domain.money import Rupiah


def test_a_short_list_names_who_wrote_each_record(office: Office) -> None:
    office.run(OtherReceipt(on=date(2026, 11, 8), description="Hadiah lomba", amount=Rupiah(50_000)))
    assert [(row.description, row.who) for row in office.ask(LastEntries())] == [("Hadiah lomba", "Ani Contoh")]
