"""The picture of the house is drawn from today's import contracts."""

from __future__ import annotations

import plan


def test_the_picture_shows_the_contracts_of_today() -> None:
    assert plan.PICTURE.read_text("utf-8") == plan.draw(), "make plan"


def test_every_room_is_in_the_picture() -> None:
    picture = plan.draw()
    rooms = [room for name in ("House layers", "Books are strangers") for row in plan.layers(name) for room in row]
    assert len(rooms) > 25
    assert [room for room in rooms if f">{room}</text>" not in picture] == []
