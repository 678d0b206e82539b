"""What is refused of photos and papers; what is wrong with the file itself stands in `ledger.pictures`."""

from __future__ import annotations

from kubebuku.domain.errors import Numeral, RuleBroken
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
    wrong = N_("There is no {owner} {id} to which this could belong.")
    remedy = N_("Write the record first, then add the photo.")
    field = "owner_id"

    owner: str
    id: Numeral

    def __post_init__(self) -> None:
        self.said = {"owner": Sentence(OWNERS[self.owner])}


class AttachmentThere(RuleBroken):
    """The same photo twice at the same record."""

    wrong = N_("This photo or paper is already there: {name}.")
    remedy = N_("Choose another file.")
    field = "data"

    name: str


class AttachmentUnknown(RuleBroken):
    """No such line."""

    wrong = N_("There is no photo or paper {id} in this book.")
    remedy = N_("Choose it from the list.")
    field = "attachment"

    id: Numeral


class AttachmentRemoved(RuleBroken):
    """The bytes are gone."""

    wrong = N_("{name} was taken out of the book.")
    why = N_("The reason was: {reason}.")
    remedy = N_("Add it again if it is needed.")
    field = "attachment"

    name: str
    reason: str
