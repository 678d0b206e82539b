"""Why a file is not opened or a book not written: each its own sentence and remedy; the file stays untouched."""

from __future__ import annotations

from kubebuku.domain.errors import RuleBroken, Surroundings
from kubebuku.domain.text import N_, Sentence
from kubebuku.domain.typed import shorten


class BookMissing(Surroundings):
    """No file of that name."""

    wrong = N_("There is no book {name} at this place.")
    remedy = N_("Plug in the USB stick, or choose another book.")

    name: str


class BookExists(RuleBroken):
    """A new book never replaces a file."""

    wrong = N_("There is already a file {name} at this place.")
    remedy = N_("Choose another name for the new book. The old file stays as it is.")
    field = "path"

    name: str


class UnitsAlike(RuleBroken):
    """Two businesses of a new book that nobody could tell apart, or one called like simpan pinjam, which every book has."""

    wrong = N_("There is already a business {label}.")
    remedy = N_("Name each business once, each by another name.")
    field = "units"

    label: str


class BookUnreadable(Surroundings):
    """The operating system does not let us read it."""

    wrong = N_("The file {name} cannot be read.")
    remedy = N_("Ask whoever looks after this computer for permission, or copy the book to another place.")

    name: str


class BookEmpty(Surroundings):
    """A file of no bytes."""

    wrong = N_("The file {name} is empty.")
    why = N_("A book is never empty; perhaps copying was interrupted.")
    remedy = N_("Choose another file, or take back the last copy.")

    name: str


class NotABook(Surroundings):
    """Some other file."""

    wrong = N_("The file {name} is not a KubeBuku book.")
    why = N_("Books end in .kubebuku.")
    remedy = N_("Choose another file.")

    name: str


class BookForeign(Surroundings):
    """A database of another program."""

    wrong = N_("The file {name} belongs to another program.")
    why = N_("It is a database, but not a KubeBuku book.")
    remedy = N_("Choose another file.")

    name: str


class BookNewer(Surroundings):
    """Written by a newer program."""

    wrong = N_("This book was made by a newer KubeBuku (book form {found}; this program knows up to {ours}).")
    remedy = N_("Install the newer program to open it; the book was not changed.")

    found: str
    ours: str


class BookOlder(Surroundings):
    """Written by an older program: upgrade first."""

    wrong = N_("This book has an older form ({found}; now {ours}).")
    remedy = N_("Upgrade it first; a copy is kept beside it.")

    found: str
    ours: str


class BookDamaged(Surroundings):
    """Cut off or overwritten."""

    wrong = N_("The book {name} is damaged.")
    why = N_("Found: {what}")
    remedy = N_("Do not write in it. Take back the last copy; this file is kept as it is.")

    name: str
    what: Sentence | str | None = None

    def __post_init__(self) -> None:
        if not self.what:
            self.why = N_("Part of the file is missing.")


class BookHeld(Surroundings):
    """Another window writes in it."""

    wrong = N_("The book is open in another window.")
    remedy = N_("Close that window, then press Try again.")

    who: str
    since: str

    def __post_init__(self) -> None:
        if self.who:
            self.why = N_("Held by {who} since {since}.")


class BookReadOnly(Surroundings):
    """Opened for reading; nothing can be written here."""

    wrong = N_("The book {name} can only be read here.")
    why = N_("The file or its folder is write-protected.")
    remedy = N_("Copy the book to a folder of this computer and open it there.")

    name: str


class DiskFull(Surroundings):
    """No room to write."""

    wrong = N_("The computer has no room left.")
    why = N_("This was not saved; everything saved before is safe.")
    remedy = N_("Delete other files, then save again.")


class DiskGone(Surroundings):
    """The stick was pulled out, or the disk fails."""

    wrong = N_("The place of the book cannot be reached.")
    why = N_("This was not saved; everything saved before is safe.")
    remedy = N_("Plug the USB stick in again, then press Try again.")


class BookBusy(Surroundings):
    """Another program holds the database."""

    wrong = N_("Another program is using the book right now.")
    why = N_("This was not saved; everything saved before is safe.")
    remedy = N_("Wait a moment, then press Try again.")


class CodeMistyped(RuleBroken):
    """No check code has that form."""

    wrong = N_("{found} is not a check code.")
    why = N_("A check code has eight letters and figures, such as ABCD-EFGH, and never 0, 1, O or I.")
    remedy = N_("Copy it from the foot of the paper.")
    field = "code"

    found: str

    def __post_init__(self) -> None:
        self.said = {"found": shorten(self.found)}


class CodeUnknown(RuleBroken):
    """A well-formed code that no link of this book has."""

    wrong = N_("Nothing in this book has the code {found}.")
    why = N_("The paper comes from another book, or this book was changed after it was printed.")
    remedy = N_("Read the code once more; if it is right, compare the paper with the book line by line.")
    field = "code"

    found: str


class BookReplaced(Surroundings):
    """Another file was put in the place of the open book, or it was removed."""

    wrong = N_("Another file was put in the place of the book {name} while it was open.")
    why = N_("This was not saved; everything saved before is safe.")
    remedy = N_("Close this window and open the book again, then look whether the last entries are there.")

    name: str


class BookNameTooLong(RuleBroken):
    """The file system takes no such long name."""

    wrong = N_("The file name {name} is too long.")
    remedy = N_("Choose a shorter name for the book, or a folder less deep.")
    field = "path"

    name: str

    def __post_init__(self) -> None:
        self.said = {"name": shorten(self.name)}


class NameOfAnother(RuleBroken):
    """A file of this name would be taken for the journal or the lock of a book, and deleted with it."""

    wrong = N_("A file cannot be called {name}: books keep files of such names beside them, and delete them.")
    remedy = N_("Choose a name with another ending.")
    field = "path"

    name: str

    def __post_init__(self) -> None:
        self.said = {"name": shorten(self.name)}


class LockStrange(Surroundings):
    """Where the lock of the book belongs lies a link, a folder, a pipe or a device."""

    wrong = N_("Beside the book lies {name}, which is not the lock of KubeBuku.")
    remedy = N_("Move it to another folder, then open the book again.")

    name: str


class JournalStrange(Surroundings):
    """A rollback journal lies beside the book that is not its own: rolling it back would mix two books."""

    wrong = N_("Beside the book lies a file {name} that does not belong to it.")
    why = N_("It comes from another book or from an older copy. Opening them together would mix the two.")
    remedy = N_("Move that file to another folder, then open the book again.")

    name: str
