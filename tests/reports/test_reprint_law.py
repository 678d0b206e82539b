"""The law of the signed paper: whatever is done later, a closed month is printed as it was."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kubebuku.app.office import Moment, Office
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.reports import monthly
from kubebuku.reports.catalog import PARTS
from kubebuku.reports.document import Document
from tests.reports.later_acts import LATER

EXAMPLES = int(os.environ.get("KUBEBUKU_EXAMPLES", "6"))
CLOSED = (Month(2025, 12), Month(2026, 1), Month(2026, 2))
ALL = frozenset(part.key for part in PARTS)


@contextlib.contextmanager
def in_april(book: Path, folder: str | Path) -> Iterator[Office]:
    """A copy of the practice book, opened on 2 April 2026."""
    with Office.open(Path(shutil.copyfile(book, Path(folder) / "latihan.kubebuku")), who="Budi Contoh") as office:
        office.moment = Moment(date(2026, 4, 2), "2026-04-02T01:00:00Z")
        yield office


def paper(office: Office, month: Month) -> Document:
    return office.read(lambda reading: monthly.build(reading, month, parts=ALL))


def told(was: Document, now: Document) -> list[str]:
    """The parts that are not what they were."""
    return [before.key for before, after in zip(was.parts, now.parts, strict=True) if before != after]


@pytest.fixture(scope="module")
def signed(practice_book: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Month, Document]:
    """What the three closed months showed when the book was whole."""
    with in_april(practice_book, tmp_path_factory.mktemp("signed")) as office:
        return {month: paper(office, month) for month in CLOSED}


@pytest.mark.parametrize("name", LATER)
def test_each_later_act_leaves_the_closed_months(
    practice_book: Path, tmp_path: Path, signed: dict[Month, Document], name: str
) -> None:
    """Here the act is carried out, so that the law below tries no act that is always refused."""
    with in_april(practice_book, tmp_path) as office:
        for pick in range(40):
            with contextlib.suppress(RuleBroken):
                office.run(LATER[name](office, pick))
                break
        else:
            pytest.fail("it was refused each time")
        last = paper(office, CLOSED[-1])
    assert told(signed[CLOSED[-1]], last) == []
    assert last == signed[CLOSED[-1]]


acts = st.lists(st.tuples(st.sampled_from(sorted(LATER)), st.integers(0, 200)), min_size=1, max_size=12)


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=acts, month=st.sampled_from(CLOSED))
def test_no_later_acts_change_the_paper_of_a_closed_month(
    practice_book: Path, signed: dict[Month, Document], acts: list[tuple[str, int]], month: Month
) -> None:
    with TemporaryDirectory() as folder, in_april(practice_book, folder) as office:
        for name, pick in acts:
            with contextlib.suppress(RuleBroken):
                office.run(LATER[name](office, pick))
        now = paper(office, month)
    assert told(signed[month], now) == []
    assert now == signed[month]
