"""What is refused of photos and papers; what is wrong with the file itself stands in `ledger.pictures`."""

from __future__ import annotations

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_, PN_, Particular, Sentence

#: What a photo or paper belongs to, by the keys of `commands.Owner`.
OWNERS: dict[str, Particular] = {
    "entry": PN_("owner", "entry"),
    "person": PN_("owner", "person"),
    "loan": PN_("owner", "loan"),
    "item": PN_("owner", "thing"),
    "meeting": PN_("owner", "meeting"),
    "guest": PN_("owner", "guest"),
    "letter": PN_("owner", "letter"),
    "activity": PN_("owner", "activity"),
    "aid": PN_("owner", "aid"),
}


class OwnerUnknown(RuleBroken):
    """The record to which it should belong is not there."""

    code = "attachment-owner"

    def __init__(self, owner: str, id_: int) -> None:
        super().__init__(
            Sentence(
                N_("There is no {owner} {id} to which this could belong."), {"owner": Sentence(OWNERS[owner]), "id": str(id_)}
            ),
            remedy=Sentence(N_("Write the record first, then add the photo.")),
            field="owner_id",
        )


class AttachmentThere(RuleBroken):
    """The same photo twice at the same record."""

    code = "attachment-there"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("This photo or paper is already there: {name}."), {"name": name}),
            remedy=Sentence(N_("Choose another file.")),
            field="data",
        )


class AttachmentUnknown(RuleBroken):
    """No such line."""

    code = "attachment-unknown"

    def __init__(self, id_: int) -> None:
        super().__init__(
            Sentence(N_("There is no photo or paper {id} in this book."), {"id": str(id_)}),
            remedy=Sentence(N_("Choose it from the list.")),
            field="attachment",
        )


class AttachmentRemoved(RuleBroken):
    """The bytes are gone."""

    code = "attachment-removed"

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            Sentence(N_("{name} was taken out of the book."), {"name": name}),
            Sentence(N_("The reason was: {reason}."), {"reason": reason}),
            Sentence(N_("Add it again if it is needed.")),
            field="attachment",
        )
