"""The month's report: the parts of the catalogue that are wanted, in the order of the paper, as PDF or workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_
from kubebuku.i18n import _, month_name
from kubebuku.ledger.work import Reading
from kubebuku.reports import builders
from kubebuku.reports.catalog import PARTS
from kubebuku.reports.choices import chosen_parts
from kubebuku.reports.document import Document, Pages, Paper, Paragraph, Part
from kubebuku.reports.phrases import phrase
from kubebuku.reports.signed import frame_of
from kubebuku.reports.write import write_file

T = TypeVar("T")
Progress = Callable[[int, int], None]


class Readable(Protocol):
    """An open book (`app.office.Office`)."""

    def require_proof(self) -> None:
        """Raise BookDamaged where the book does not prove."""

    def read(self, question: Callable[[Reading], T]) -> T:
        """Let `question` read the ledger."""


class MonthNotThere(RuleBroken):
    """A report is printed of a month in which the book was kept."""

    wrong = N_("This book has no report for {month}.")
    why = N_("It was begun in {first}, and this month is {last}.")
    remedy = N_("Choose a month between the two.")
    field = "month"

    month: Month
    first: Month
    last: Month


class OtherKindOfFile(RuleBroken):
    """A report is a PDF or an XLSX file."""

    code = "report-suffix"
    wrong = N_("The report cannot be written as {name}.")
    remedy = N_("Let the name end in .pdf for paper or .xlsx for a sheet.")
    field = "out"

    name: str


class NothingChosen(RuleBroken):
    """A report has at least one part."""

    code = "report-empty"
    wrong = N_("Nothing is chosen to be printed.")
    remedy = N_("Choose at least one part.")
    field = "parts"


def build(reading: Reading, month: Month, *, paper: Paper = "f4", parts: frozenset[str] | None = None) -> Document:
    """The report of `month`; `parts` None takes the group's last choice.

    Raises MonthNotThere before the book begins and after the month of today, NothingChosen without a part.
    """
    first, last = Month.of(reading.facts.opened), Month.of(reading.today)
    if not first <= month <= max(first, last):
        raise MonthNotThere(month, first, last)
    wanted = chosen_parts(reading.connection) if parts is None else parts
    chosen = [part for part in PARTS if part.key in wanted]
    if not chosen:
        raise NothingChosen
    with frame_of(reading, month) as frame:
        told = {f"cash-{box}" for part in chosen if part.key in builders.TOLD for box in builders.TOLD[part.key](frame)}
        made = tuple(one for part in chosen for one in builders.PARTS[part.key](frame) if one.key not in told)
        if not made:  # the books that were chosen have no line yet
            made = (Part(chosen[0].key, _(chosen[0].title), (Paragraph(_("Nothing is written for this month.")),)),)
        foot = phrase(N_("Report {month}, {group}"), month=month, group=frame.group.called)
        return frame.document(_("Monthly report"), month_name(month), made, paper=paper, foot=foot)


def write_report(
    office: Readable,
    month: Month,
    out: Path,
    *,
    paper: Paper = "f4",
    parts: frozenset[str] | None = None,
    replace: bool = False,
    progress: Progress | None = None,
) -> Pages | None:
    """Prove the book and write the month's report to `out`, as its ending says; returns the pages of a PDF.

    Raises OtherKindOfFile, BookDamaged, what `build` raises, and `write.TargetExists` or the troubles of writing; then nothing
    stands at `out` that did not stand there before. `progress(made, about)` may raise `Cancelled`.
    """
    return write_document(
        office, lambda reading: build(reading, month, paper=paper, parts=parts), out, replace=replace, progress=progress
    )


def write_document(
    office: Readable,
    make: Callable[[Reading], Document],
    out: Path,
    *,
    replace: bool = False,
    progress: Progress | None = None,
) -> Pages | None:
    """The same for any document that `make` builds from the book: a cash book, a closing proof, a kwitansi."""
    kind = out.suffix.casefold()
    if kind not in {".pdf", ".xlsx"}:
        raise OtherKindOfFile(out.name)
    office.require_proof()
    document = office.read(make)
    if kind == ".pdf":
        from kubebuku.reports.render.pdf import render_pdf

        return write_file(out, lambda file: render_pdf(document, file, progress=progress), replace=replace)
    from kubebuku.reports.render.xlsx import render_xlsx

    write_file(out, lambda file: render_xlsx(document, file, progress=progress), replace=replace)
    return None
