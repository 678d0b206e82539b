"""What the window itself refuses, before a command can be built."""

from __future__ import annotations

from kubebuku.domain.errors import RuleBroken, Surroundings
from kubebuku.domain.text import N_


class PlaceNotWritable(Surroundings):
    """The folder for a new book cannot be made or written."""

    wrong = N_("Nothing can be written in the folder {folder}.")
    remedy = N_("Choose another place for the book.")

    folder: str


class NotChosen(RuleBroken):
    """A list of which something must be chosen. `label` is the question as it was spoken."""

    wrong = N_("Nothing is chosen yet at “{label}”")
    remedy = N_("Choose one from the list.")

    label: str
    field: str


class NothingToChoose(RuleBroken):
    """A list that is empty: what should stand in it is not written in the book yet."""

    wrong = N_("There is nothing to choose from yet at “{label}”")
    remedy = N_("Write it in the book first, then choose it here.")

    label: str
    field: str


class NotWritten(RuleBroken):
    """A text that must be written."""

    wrong = N_("Nothing is written yet at “{label}”")
    remedy = N_("Write it, then save.")

    label: str
    field: str


class NotANumber(RuleBroken):
    """Something else where a whole number belongs."""

    wrong = N_("“{found}” is not a whole number")
    remedy = N_("Write it with figures only, for example 12.")

    found: str
    field: str


class NotAQuantity(RuleBroken):
    """Something else where a quantity belongs."""

    wrong = N_("“{found}” is not a quantity")
    remedy = N_("Write it with figures, for example 12 or 2,5.")

    found: str
    field: str


class OneSideOnly(RuleBroken):
    """A journal line with both sides filled, or none."""

    wrong = N_("The line of account {account} needs one amount.")
    why = N_("An amount stands in the debit column or in the credit column.")
    remedy = N_("Fill one of the two.")
    field = "lines"

    account: str


class NoPrinter(Surroundings):
    """The computer knows no printer."""

    wrong = N_("There is no printer.")
    remedy = N_("Save it as a PDF, then print it somewhere else.")


class PrinterSilent(Surroundings):
    """The printer takes no page: switched off, out of paper, its cable out."""

    wrong = N_("The printer takes no page.")
    remedy = N_("See that it is switched on and has paper, then print again, or save as a PDF.")
