"""What a collection sheet refuses of its own. What a book refuses of a line is told with the person and the column."""

from __future__ import annotations

from kubebuku.books.collection.commands import PART_NAMES, Part
from kubebuku.domain.entries import PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Name, Sentence


class SheetEmpty(RuleBroken):
    """Nobody pays anything."""

    wrong = N_("Nothing is written on the sheet yet.")
    remedy = N_("Write what each member pays.")
    field = "lines"


class SheetPersonTwice(RuleBroken):
    """Two lines of one person."""

    wrong = N_("{name} stands on the sheet twice.")
    remedy = N_("Write both on one line.")
    field = "lines"

    name: str


class SheetLineRefused(RuleBroken):
    """A book refuses one amount; the whole sheet stays unwritten. `cause` is what the book said."""

    code = "sheet-line"
    wrong = N_("{name}, {column}: {said}")
    remedy = N_("Nothing of the sheet is saved yet. Mend this line and save once more.")
    field = "lines"

    person: PersonId
    name: str
    part: Part
    cause: RuleBroken

    def __post_init__(self) -> None:
        self.said = {"column": Sentence(PART_NAMES[self.part]), "said": self.cause.filled(self.cause.wrong)}
        self.why = self.cause.why and self.cause.filled(self.cause.why)
        if self.cause.remedy:
            self.advise(self.cause.filled(self.cause.remedy))


class SheetBoxUnknown(RuleBroken):
    """Money was counted for a box into which nothing of the sheet goes."""

    code = "sheet-box"
    wrong = N_("Nothing of the sheet goes into {box}.")
    remedy = N_("Leave the counted money of this place empty.")
    field = "counted"

    box: Name


class SheetCountDiffers(RuleBroken):
    """Counted is not what is written, and nobody said why."""

    wrong = N_("{box}: the counted money is {difference} more than written.")
    why = N_("Written {written}, counted {counted}.")
    remedy = N_("Count once more and look through the lines. If it stays so, write why.")
    field = "explanation"

    box: Name
    written: Rupiah
    counted: Rupiah

    def __post_init__(self) -> None:
        self.said = {"difference": abs(self.counted - self.written)}
        if self.counted < self.written:
            self.wrong = N_("{box}: the counted money is {difference} less than written.")


class SheetGone(RuleBroken):
    """No sheet begins with that entry, or all of it has been struck out."""

    wrong = N_("This sheet has been struck out already, or never was.")
    remedy = N_("Look at the day's records in the cash book.")
    field = "first"
