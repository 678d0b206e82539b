"""Five people of Kube Contoh who meet."""

from __future__ import annotations

from datetime import date

import pytest

from kubebuku.app.office import Office
from kubebuku.books.members.commands import AddMember
from tests.books.meetings.held import NAMES
from tests.books.trading import Trade


@pytest.fixture
def trade(office: Office) -> Trade:
    made = Trade(office)
    for name in NAMES:
        made.run(AddMember(full_name=name, joined=date(2026, 1, 4)))
    return made
