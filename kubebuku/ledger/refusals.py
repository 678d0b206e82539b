"""Why a file is not opened or a book not written: each its own sentence and remedy; the file stays untouched."""

from __future__ import annotations

from kubebuku.domain.errors import RuleBroken, Surroundings
from kubebuku.domain.text import N_, Sentence
from kubebuku.domain.typed import shorten


class BookMissing(Surroundings):
    """No file of that name."""

    code = "book-missing"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("There is no book {name} at this place."), {"name": name}),
            remedy=Sentence(N_("Plug in the USB stick, or choose another book.")),
        )


class BookExists(RuleBroken):
    """A new book never replaces a file."""

    code = "book-exists"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("There is already a file {name} at this place."), {"name": name}),
            remedy=Sentence(N_("Choose another name for the new book. The old file stays as it is.")),
            field="path",
        )


class UnitsAlike(RuleBroken):
    """Two businesses of a new book that nobody could tell apart, or one called like simpan pinjam, which every book has."""

    code = "units-alike"

    def __init__(self, label: str) -> None:
        super().__init__(
            Sentence(N_("There is already a business {label}."), {"label": label}),
            remedy=Sentence(N_("Name each business once, each by another name.")),
            field="units",
        )


class BookUnreadable(Surroundings):
    """The operating system does not let us read it."""

    code = "book-unreadable"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("The file {name} cannot be read."), {"name": name}),
            remedy=Sentence(N_("Ask whoever looks after this computer for permission, or copy the book to another place.")),
        )


class BookEmpty(Surroundings):
    """A file of no bytes."""

    code = "book-empty"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("The file {name} is empty."), {"name": name}),
            Sentence(N_("A book is never empty; perhaps copying was interrupted.")),
            Sentence(N_("Choose another file, or take back the last copy.")),
        )


class NotABook(Surroundings):
    """Some other file."""

    code = "not-a-book"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("The file {name} is not a KubeBuku book."), {"name": name}),
            Sentence(N_("Books end in .kubebuku.")),
            Sentence(N_("Choose another file.")),
        )


class BookForeign(Surroundings):
    """A database of another program."""

    code = "book-foreign"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("The file {name} belongs to another program."), {"name": name}),
            Sentence(N_("It is a database, but not a KubeBuku book.")),
            Sentence(N_("Choose another file.")),
        )


class BookNewer(Surroundings):
    """Written by a newer program."""

    code = "book-newer"

    def __init__(self, found: str, ours: str) -> None:
        super().__init__(
            Sentence(
                N_("This book was made by a newer KubeBuku (book form {found}; this program knows up to {ours})."),
                {"found": found, "ours": ours},
            ),
            remedy=Sentence(N_("Install the newer program to open it; the book was not changed.")),
        )


class BookOlder(Surroundings):
    """Written by an older program: upgrade first."""

    code = "book-older"

    def __init__(self, found: str, ours: str) -> None:
        super().__init__(
            Sentence(N_("This book has an older form ({found}; now {ours})."), {"found": found, "ours": ours}),
            remedy=Sentence(N_("Upgrade it first; a copy is kept beside it.")),
        )


class BookDamaged(Surroundings):
    """Cut off or overwritten."""

    code = "book-damaged"

    def __init__(self, name: str, what: Sentence | str | None = None) -> None:
        super().__init__(
            Sentence(N_("The book {name} is damaged."), {"name": name}),
            Sentence(N_("Found: {what}"), {"what": what}) if what else Sentence(N_("Part of the file is missing.")),
            Sentence(N_("Do not write in it. Take back the last copy; this file is kept as it is.")),
        )


class BookHeld(Surroundings):
    """Another window writes in it."""

    code = "book-held"

    def __init__(self, who: str, since: str) -> None:
        self.who, self.since = who, since
        super().__init__(
            Sentence(N_("The book is open in another window.")),
            Sentence(N_("Held by {who} since {since}."), {"who": who, "since": since}) if who else None,
            Sentence(N_("Close that window, then press Try again.")),
        )


class BookReadOnly(Surroundings):
    """Opened for reading; nothing can be written here."""

    code = "book-read-only"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("The book {name} can only be read here."), {"name": name}),
            Sentence(N_("The file or its folder is write-protected.")),
            Sentence(N_("Copy the book to a folder of this computer and open it there.")),
        )


class DiskFull(Surroundings):
    """No room to write."""

    code = "disk-full"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The computer has no room left.")),
            Sentence(N_("This was not saved; everything saved before is safe.")),
            Sentence(N_("Delete other files, then save again.")),
        )


class DiskGone(Surroundings):
    """The stick was pulled out, or the disk fails."""

    code = "disk-gone"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The place of the book cannot be reached.")),
            Sentence(N_("This was not saved; everything saved before is safe.")),
            Sentence(N_("Plug the USB stick in again, then press Try again.")),
        )


class BookBusy(Surroundings):
    """Another program holds the database."""

    code = "book-busy"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("Another program is using the book right now.")),
            Sentence(N_("This was not saved; everything saved before is safe.")),
            Sentence(N_("Wait a moment, then press Try again.")),
        )


class CodeMistyped(RuleBroken):
    """No check code has that form."""

    code = "code-mistyped"

    def __init__(self, found: str) -> None:
        super().__init__(
            Sentence(N_("{found} is not a check code."), {"found": shorten(found)}),
            Sentence(N_("A check code has eight letters and figures, such as ABCD-EFGH, and never 0, 1, O or I.")),
            Sentence(N_("Copy it from the foot of the paper.")),
            field="code",
        )


class CodeUnknown(RuleBroken):
    """A well-formed code that no link of this book has."""

    code = "code-unknown"

    def __init__(self, found: str) -> None:
        super().__init__(
            Sentence(N_("Nothing in this book has the code {found}."), {"found": found}),
            Sentence(N_("The paper comes from another book, or this book was changed after it was printed.")),
            Sentence(N_("Read the code once more; if it is right, compare the paper with the book line by line.")),
            field="code",
        )


class BookReplaced(Surroundings):
    """Another file was put in the place of the open book, or it was removed."""

    code = "book-replaced"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("Another file was put in the place of the book {name} while it was open."), {"name": name}),
            Sentence(N_("This was not saved; everything saved before is safe.")),
            Sentence(N_("Close this window and open the book again, then look whether the last entries are there.")),
        )


class BookNameTooLong(RuleBroken):
    """The file system takes no such long name."""

    code = "book-name-too-long"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("The file name {name} is too long."), {"name": shorten(name)}),
            remedy=Sentence(N_("Choose a shorter name for the book, or a folder less deep.")),
            field="path",
        )


class JournalStrange(Surroundings):
    """A rollback journal lies beside the book that is not its own: rolling it back would mix two books."""

    code = "journal-strange"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("Beside the book lies a file {name} that does not belong to it."), {"name": name}),
            Sentence(N_("It comes from another book or from an older copy. Opening them together would mix the two.")),
            Sentence(N_("Move that file to another folder, then open the book again.")),
        )
