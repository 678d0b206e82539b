"""What a collection sheet refuses of its own. What a book refuses of a line is told with the person and the column."""

from __future__ import annotations

from kubebuku.books.collection.commands import PART_NAMES, Part
from kubebuku.domain.entries import PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Name, Sentence


class SheetEmpty(RuleBroken):
    """Nobody pays anything."""

    code = "sheet-empty"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("Nothing is written on the sheet yet.")),
            remedy=Sentence(N_("Write what each member pays.")),
            field="lines",
        )


class SheetPersonTwice(RuleBroken):
    """Two lines of one person."""

    code = "sheet-person-twice"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("{name} stands on the sheet twice."), {"name": name}),
            remedy=Sentence(N_("Write both on one line.")),
            field="lines",
        )


class SheetLineRefused(RuleBroken):
    """A book refuses one amount; the whole sheet stays unwritten. `cause` is what the book said."""

    code = "sheet-line"

    def __init__(self, person: PersonId, name: str, part: Part, cause: RuleBroken) -> None:
        values = {"name": name, "column": Sentence(PART_NAMES[part]), "said": cause.wrong}
        super().__init__(
            Sentence(N_("{name}, {column}: {said}"), values),
            cause.found,
            cause.remedy or Sentence(N_("Nothing of the sheet is saved yet. Mend this line and save once more.")),
            field="lines",
        )
        self.person, self.part, self.cause = person, part, cause


class SheetBoxUnknown(RuleBroken):
    """Money was counted for a box into which nothing of the sheet goes."""

    code = "sheet-box"

    def __init__(self, box: Name) -> None:
        super().__init__(
            Sentence(N_("Nothing of the sheet goes into {box}."), {"box": box}),
            remedy=Sentence(N_("Leave the counted money of this place empty.")),
            field="counted",
        )


class SheetCountDiffers(RuleBroken):
    """Counted is not what is written, and nobody said why."""

    code = "sheet-count-differs"

    def __init__(self, box: Name, written: Rupiah, counted: Rupiah) -> None:
        values = {"box": box, "written": written, "counted": counted, "difference": abs(counted - written)}
        super().__init__(
            Sentence(
                N_("{box}: the counted money is {difference} less than written.")
                if counted < written
                else N_("{box}: the counted money is {difference} more than written."),
                values,
            ),
            Sentence(N_("Written {written}, counted {counted}."), values),
            Sentence(N_("Count once more and look through the lines. If it stays so, write why.")),
            field="explanation",
        )


class SheetGone(RuleBroken):
    """No sheet begins with that entry, or all of it has been struck out."""

    code = "sheet-gone"

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("This sheet has been struck out already, or never was.")),
            remedy=Sentence(N_("Look at the day's records in the cash book.")),
            field="first",
        )
