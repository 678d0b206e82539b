"""What is left out of the report stays left out: in the window, on the command line, in the next month."""

from __future__ import annotations

from pathlib import Path

from kubebuku.app.office import Office
from kubebuku.domain.calendar import Month
from kubebuku.reports import monthly
from kubebuku.reports.catalog import PARTS
from kubebuku.reports.choices import chosen_parts, remember_parts
from tests.builders import new_book


def test_choice_is_kept_in_the_book(tmp_path: Path) -> None:
    path = new_book(tmp_path)
    wanted = frozenset(part.key for part in PARTS) - {"guests", "letters", "companion"}
    with Office.open(path, who="Citra Contoh") as office:
        office.write(lambda work: remember_parts(work, wanted))
    with Office.open(path, write=False) as office:
        assert office.read(lambda reading: chosen_parts(reading.connection)) == wanted
        month = office.read(lambda reading: Month.of(reading.facts.opened))
        shown = {part.key for part in office.read(lambda reading: monthly.build(reading, month)).parts}
    assert {"cover", "statements-position"} & shown
    assert not {key for key in shown if key.startswith(("guests", "letters", "companion"))}
