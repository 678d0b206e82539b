"""Photos and papers beside what is written: put in, taken out."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar

from kubebuku.books.spec import Command


class Owner(Enum):
    """What a photo or a paper belongs to."""

    ENTRY = "entry"
    PERSON = "person"
    LOAN = "loan"
    ITEM = "item"
    MEETING = "meeting"
    GUEST = "guest"
    LETTER = "letter"
    ACTIVITY = "activity"
    AID = "aid"


@dataclass(frozen=True, kw_only=True)
class AddAttachment(Command):
    """A file as it was given: `data` is made smaller on the way in, `file_name` is what people called it."""

    name: ClassVar[str] = "attachments.add"
    owner: Owner
    owner_id: int
    file_name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class RemoveAttachment(Command):
    """The picture goes, its line stays: name, size, who took it out, when and why."""

    name: ClassVar[str] = "attachments.remove"
    attachment: int
    reason: str
