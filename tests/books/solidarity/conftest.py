"""Rules, dues, sales and benefits of a group with a solidarity fund."""

from __future__ import annotations

import pytest

from kubebuku.app.office import Office
from kubebuku.books.solidarity.commands import (
    SetBenefit,
)
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from tests.books.saving import Group
from tests.books.solidarity.fund import aside, sale
from tests.books.trading import day


@pytest.fixture
def group(office: Office) -> Group:
    return Group(office)


@pytest.fixture
def eka(group: Group) -> PersonId:
    return group.member("Eka Contoh")


@pytest.fixture
def illness(group: Group) -> int:
    command = SetBenefit(event="Sakit", since=day("1/1"), ceiling=Rupiah(100_000))
    return group.run(command).made["benefit"]


@pytest.fixture
def fund(group: Group) -> Group:
    group.run(sale(750_000), aside(200_000, "6/11"))
    return group
