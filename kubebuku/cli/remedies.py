"""What to do about a refusal without a window: where the books speak of buttons and lists, a terminal has words to type."""

from __future__ import annotations

from kubebuku import i18n
from kubebuku.domain.errors import Marked, Trouble
from kubebuku.domain.refusals import DimensionMissing
from kubebuku.domain.text import N_, Sentence

_NAME_ANOTHER_FILE = N_("Write the name of another file.")

#: code of the refusal -> what to type; where a code is not here, the refusal's own remedy fits a terminal too.
REMEDIES: dict[str, str] = {
    "target-exists": N_("Write another name, or add --replace; the old file is then kept beside it."),
    "book-exists": N_("Write another name, or add --replace; the old file is then kept beside it."),
    "book-missing": N_("Look how its name is written, or plug in the USB stick."),
    "book-empty": N_("Write the name of another file, or take back the last copy with kubebuku restore."),
    "not-a-book": _NAME_ANOTHER_FILE,
    "book-foreign": _NAME_ANOTHER_FILE,
    "book-older": N_("Bring it to the present form with kubebuku upgrade; a copy is kept beside it."),
    "book-damaged": N_("Do not write in it. Take back the last copy with kubebuku restore; this file is kept as it is."),
    "book-held": N_("Close that window, then run the command again."),
    "book-busy": N_("Wait a moment, then run the command again."),
    "book-replaced": N_("Run the command again, then look with kubebuku journal whether the last entries are there."),
    "disk-full": N_("Delete other files, then run the command again."),
    "disk-gone": N_("Plug the USB stick in again, then run the command again."),
    "write": N_("Write another folder, for example on the flash disk."),
    "folder-gone": N_("Put the flash disk back in, or write another folder."),
    "held-open": N_("Close it there, then run the command again, or write another name."),
    "book-name-too-long": N_("Write a shorter name, or a folder less deep."),
    "not-allowed": N_("Write a folder of your own, for example Documents."),
    "date-year-outside": N_("Write a year between the two."),
    "target-folder": N_("Write the name of a file in it, or another name."),
    "copy-onto-itself": N_("Write another file after --to, best one on a USB stick."),
    "another-group": N_("Name a copy of the same book."),
    "month-not-there": N_("Write a month between the two after --month."),
    "unbalanced": N_("The amounts of all postings add up to 0: debit without a sign, credit with a minus."),
    "unknown-account": N_("Write the code of an account, such as 1101, or one of the group's own, such as 1110.01."),
    "heading-account": N_("Write the code of one of the accounts under it."),
    "closed-account": N_("Write the code of another account."),
    "dimension-unknown": N_("Write a number that is in the book already."),
    "name-unknown": N_("Write the name as it stands in the book; kubebuku person --add writes a person into it."),
    "box-short": N_("Post the money that came in first, or pay from another box."),
}


def explain(trouble: Trouble) -> str:
    """All that a refusal has to say, in one line, ending in what can be typed."""
    trouble.advise(_remedy(trouble))
    return i18n.explain(trouble)


def _remedy(trouble: Trouble) -> Marked | None:
    if isinstance(trouble, DimensionMissing):
        return Sentence(N_("Add the key {key} to this posting."), {"key": trouble.dimension})
    words = REMEDIES.get(trouble.code)
    return trouble.remedy if words is None else words
