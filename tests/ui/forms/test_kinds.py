"""What stands behind the doors of Catat: few enough to be read, in the order of a treasurer's day, each reachable by a key."""

from __future__ import annotations

from pathlib import Path

import pytest

from kubebuku import ui
from kubebuku.books import catalog
from kubebuku.books.spec import Door
from kubebuku.ui.forms.choices import UnitChoice
from kubebuku.ui.forms.kinds import GROUPS, ON_PAGES, kinds_of

UNITS = (UnitChoice(2, "Sewa tenda", "tenda"), UnitChoice(3, "Catering", "catering"))


@pytest.mark.parametrize("door", list(Door))
def test_every_kind_that_is_listed_is_a_form_of_its_door(door: Door) -> None:
    for _heading, keys in GROUPS[door]:
        assert {catalog.forms()[key].door for key in keys} == {door}


@pytest.mark.parametrize("door", list(Door))
def test_a_door_shows_few_kinds_at_first_and_every_one_has_a_letter(door: Door) -> None:
    kinds = kinds_of(door, UNITS)
    assert len(kinds) <= 26, "more than there are letters"
    assert len([kind for kind in kinds if not kind.group]) <= 8
    assert len({(kind.form.key, kind.values.get("unit")) for kind in kinds}) == len(kinds)


def test_what_is_not_behind_a_door_is_done_from_a_page() -> None:
    folder = Path(ui.__file__).parent
    written = "".join(
        path.read_text(encoding="utf-8")
        for path in folder.rglob("*.py")
        if path.name not in ("kinds.py", "choices.py", "pages.py")
    )
    for key in ON_PAGES:
        assert key in catalog.forms()
        assert f'"{key}"' in written or catalog.forms()[key].command.__name__ in written, key


def test_what_comes_every_week_stands_first() -> None:
    assert [kind.title for kind in kinds_of(Door.IN, UNITS)][:5] == [
        "Sewa tenda",
        "Catering",
        "Simpanan anggota",
        "Iuran IKS",
        "Angsuran",
    ]
    assert [kind.title for kind in kinds_of(Door.OUT, UNITS)][:4] == ["Sewa tenda", "Catering", "Belanja bahan", "Upah"]
