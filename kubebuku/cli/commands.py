"""The commands by name, each with its line in the help; a module is imported only when its command is asked for."""

from __future__ import annotations

from kubebuku.domain.text import N_

#: name -> (module, summary); the module has `<name>_arguments(parser)` and `<name>(args) -> exit code`.
COMMANDS: dict[str, tuple[str, str]] = {
    "new": ("kubebuku.cli.making", N_("make a new book")),
    "person": ("kubebuku.cli.making", N_("add a member or an outsider")),
    "sample": ("kubebuku.cli.making", N_("make a practice book")),
    "post": ("kubebuku.cli.post", N_("write entries from JSON lines")),
    "balance": ("kubebuku.cli.balance", N_("what each account holds")),
    "register": ("kubebuku.cli.reading", N_("the lines of one account")),
    "journal": ("kubebuku.cli.reading", N_("all entries, oldest first")),
    "statement": ("kubebuku.cli.reading", N_("position, income or cash flow by month")),
    "check": ("kubebuku.cli.reading", N_("prove the book and look up check codes")),
    "book": ("kubebuku.cli.books", N_("the lines of one of the eleven books")),
    "report": ("kubebuku.cli.files", N_("write the report of a month")),
    "schedule": ("kubebuku.cli.schedule", N_("reckon how a loan is repaid, without a book")),
    "share": ("kubebuku.cli.share", N_("reckon how a result is shared by a rule, without a book")),
    "export": ("kubebuku.cli.files", N_("write all entries for other programs")),
    "backup": ("kubebuku.cli.files", N_("make a checked copy of a book")),
    "restore": ("kubebuku.cli.files", N_("take a copy back")),
    "upgrade": ("kubebuku.cli.files", N_("bring an older book to the present form")),
    "self-test": ("kubebuku.cli.selftest", N_("try this installation")),
}
