"""Questions about photos and papers, and their frozen answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from kubebuku.books.attachments.commands import Owner
from kubebuku.books.spec import Query


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A photo or paper without its bytes. `size` is what it takes in the book, `original_size` what was given, in bytes.

    `removed` is the reason of one that was taken out, `removed_on` when (UTC).
    """

    id: int
    owner: Owner
    owner_id: int
    name: str
    mime: str
    size: int
    original_size: int
    who: str
    #: UTC
    recorded: str
    removed: str | None
    removed_by: str | None
    removed_on: str | None


@dataclass(frozen=True)
class AttachmentsOf(Query[tuple[AttachmentRow, ...]]):
    """What belongs to a record, oldest first. Of an entry written in place of another also what belonged to that one."""

    owner: Owner
    owner_id: int
    with_removed: bool = False


@dataclass(frozen=True, slots=True)
class AttachmentFile:
    """A photo or paper with its bytes."""

    row: AttachmentRow
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class AttachmentData(Query[AttachmentFile]):
    """One with its bytes; raises AttachmentUnknown, AttachmentRemoved."""

    attachment: int


@dataclass(frozen=True, slots=True)
class AttachmentsHeld:
    """How many there are, and how many bytes of the book they take."""

    count: int
    size: int


@dataclass(frozen=True)
class AttachmentTotals(Query[AttachmentsHeld]):
    """Of the whole book, what was taken out aside."""


@dataclass(frozen=True)
class AttachmentCounts(Query[dict[int, int]]):
    """By id of that owner, how many it has: for the paper clip in lists."""

    owner: Owner
