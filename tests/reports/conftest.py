"""The report of the example month, built and printed once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.reports.month_example import Example, october
from tests.reports.month_printed import Printed, report


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    with october(tmp_path_factory.mktemp("october")) as book:
        yield book


@pytest.fixture(scope="session")
def printed(example: Example) -> Printed:
    return Printed(report(example), example.path)
