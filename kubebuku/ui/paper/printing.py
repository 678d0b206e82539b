"""Paper from any page: made on the worker, printed through the system's dialog, or saved where there is no printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kubebuku.i18n import _, ngettext
from kubebuku.ui import messages
from kubebuku.ui.jobs import Progress
from kubebuku.ui.paper import jobs as paper_jobs
from kubebuku.ui.paper.jobs import Printed, Request
from kubebuku.ui.refusals import NoPrinter
from kubebuku.ui.widgets import Verb
from kubebuku.ui.window import Window

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


#: Shows the system's dialog; gives the printer and the pages (from 1), or None where the person changed their mind.
Chooser = Callable[["Window", str, int], "tuple[QPrinter, int, int] | None"]


def system_printer(window: Window, title: str, pages: int) -> tuple[QPrinter, int, int] | None:
    """The system's own dialog. Raises NoPrinter where there is none. QtPrintSupport is imported here and nowhere earlier."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(title)
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    if dialog.exec() != dialog.DialogCode.Accepted:
        return None
    first, last = (printer.fromPage(), printer.toPage()) if printer.fromPage() else (1, pages)
    return printer, max(1, first), min(pages, last or pages)


_choose: Chooser = system_printer


def set_chooser(chooser: Chooser) -> Chooser:
    """Ask for the printer in another way; returns the way before, to be put back. For tests."""
    global _choose  # noqa: PLW0603 (one way at a time, like the door of dialogs)
    before = _choose
    _choose = chooser
    return before


def print_document(window: Window, owner: QObject, request: Request) -> None:
    """Make the document and print it."""
    window.session.jobs.run(
        lambda progress: paper_jobs.render(window.session.office, request, paper_jobs.step_by_step(progress)),
        lambda printed: print_printed(window, owner, printed),
        owner=owner,
        doing=_("Making the pages"),
        retry=True,
    )


def print_printed(window: Window, owner: QObject, printed: Printed) -> None:
    """Print what was made; where there is no printer, offer to save it as a PDF."""
    try:
        chosen = _choose(window, printed.title, printed.pages.total)
    except NoPrinter as trouble:
        title, text = messages.parts(trouble)
        verbs = (Verb("close", _("Close")), Verb("save", _("Save PDF"), "pdf"))
        if messages.door().choose(title, text, verbs, kind="warn") == "save":
            save(window, owner, printed.request, ".pdf", printed.title)
        return
    if chosen is None:
        return
    printer, first, last = chosen

    def told(count: int) -> None:
        words = ngettext("{count} page was sent to the printer.", "{count} pages were sent to the printer.", count)
        window.say_done(words.format(count=count))

    window.session.jobs.run(
        lambda progress: paper_jobs.print_pages(printed.data, printer, first, last, progress),
        told,
        owner=owner,
        doing=_("Printing"),
    )


def save(window: Window, owner: QObject, request: Request, suffix: str, name: str) -> None:
    """Ask where and under which name, then write a PDF or a workbook there."""
    kinds = _("PDF files (*.pdf)") if suffix == ".pdf" else _("Sheets (*.xlsx)")
    title = _("Save PDF") if suffix == ".pdf" else _("Save XLSX")
    chosen = messages.door().save_path(title, kinds, str(_beside(window) / file_name(name, suffix)))
    if chosen is None:
        return
    target = chosen if chosen.suffix.casefold() == suffix else chosen.with_name(chosen.name + suffix)

    def work(progress: Progress) -> Path:
        from kubebuku.reports.monthly import write_document

        office = window.session.office
        told = paper_jobs.step_by_step(progress)
        write_document(office, paper_jobs.maker(office, request), target, replace=target.exists(), progress=told)
        return target

    def told(path: Path) -> None:
        window.say_done(_("Saved: {file}").format(file=path.name), _("In the folder {folder}").format(folder=path.parent.name))

    window.session.jobs.run(work, told, owner=owner, doing=_("Saving"), retry=True)


def file_name(name: str, suffix: str) -> str:
    """A file name that every system takes."""
    from kubebuku.reports.write import safe_name

    return safe_name(name, suffix)


def _beside(window: Window) -> Path:
    book = window.session.book
    return book.path.absolute().parent if book is not None else Path.home()
