"""What the window itself refuses, before a command can be built."""

from __future__ import annotations

from kubebuku.domain.errors import RuleBroken, Surroundings
from kubebuku.domain.text import N_, Sentence


class PlaceNotWritable(Surroundings):
    """The folder for a new book cannot be made or written."""

    code = "place-not-writable"

    def __init__(self, folder: str) -> None:
        super().__init__(
            Sentence(N_("Nothing can be written in the folder {folder}."), {"folder": folder}),
            remedy=Sentence(N_("Choose another place for the book.")),
        )


class NotChosen(RuleBroken):
    """A list of which something must be chosen. `label` is the question as it was spoken."""

    code = "not-chosen"

    def __init__(self, label: str, field: str) -> None:
        super().__init__(
            Sentence(N_("Nothing is chosen yet at “{label}”"), {"label": label}),
            remedy=Sentence(N_("Choose one from the list.")),
            field=field,
        )


class NothingToChoose(RuleBroken):
    """A list that is empty: what should stand in it is not written in the book yet."""

    code = "nothing-to-choose"

    def __init__(self, label: str, field: str) -> None:
        super().__init__(
            Sentence(N_("There is nothing to choose from yet at “{label}”"), {"label": label}),
            remedy=Sentence(N_("Write it in the book first, then choose it here.")),
            field=field,
        )


class NotWritten(RuleBroken):
    """A text that must be written."""

    code = "not-written"

    def __init__(self, label: str, field: str) -> None:
        super().__init__(
            Sentence(N_("Nothing is written yet at “{label}”"), {"label": label}),
            remedy=Sentence(N_("Write it, then save.")),
            field=field,
        )


class NotANumber(RuleBroken):
    """Something else where a whole number belongs."""

    code = "not-a-number"

    def __init__(self, found: str, field: str) -> None:
        super().__init__(
            Sentence(N_("“{found}” is not a whole number"), {"found": found}),
            remedy=Sentence(N_("Write it with figures only, for example 12.")),
            field=field,
        )


class NotAQuantity(RuleBroken):
    """Something else where a quantity belongs."""

    code = "not-a-quantity"

    def __init__(self, found: str, field: str) -> None:
        super().__init__(
            Sentence(N_("“{found}” is not a quantity"), {"found": found}),
            remedy=Sentence(N_("Write it with figures, for example 12 or 2,5.")),
            field=field,
        )


class OneSideOnly(RuleBroken):
    """A journal line with both sides filled, or none."""

    code = "one-side-only"

    def __init__(self, account: str) -> None:
        super().__init__(
            Sentence(N_("The line of account {account} needs one amount."), {"account": account}),
            Sentence(N_("An amount stands in the debit column or in the credit column.")),
            Sentence(N_("Fill one of the two.")),
            field="lines",
        )


class NoPrinter(Surroundings):
    """The computer knows no printer."""

    code = "no-printer"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("There is no printer.")), remedy=Sentence(N_("Save it as a PDF, then print it somewhere else."))
        )


class PrinterSilent(Surroundings):
    """The printer takes no page: switched off, out of paper, its cable out."""

    code = "printer-silent"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("The printer takes no page.")),
            remedy=Sentence(N_("See that it is switched on and has paper, then print again, or save as a PDF.")),
        )
