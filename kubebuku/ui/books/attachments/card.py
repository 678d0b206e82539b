"""Photos and papers beside a record: a card that any page can hold. Reading and shrinking run on the worker."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kubebuku.books.attachments.commands import Owner, RemoveAttachment
from kubebuku.books.attachments.queries import AttachmentRow
from kubebuku.books.spec import Changed, Door, Field, FieldKind, Form, Outcome
from kubebuku.domain.text import N_
from kubebuku.i18n import _, ngettext, say
from kubebuku.ui import messages
from kubebuku.ui.books.attachments import work as attached_work
from kubebuku.ui.books.attachments.look import SmallPicture, look
from kubebuku.ui.books.attachments.work import Found
from kubebuku.ui.forms.dialog import ask_form, tell
from kubebuku.ui.jobs import Progress
from kubebuku.ui.paper.jobs import Request
from kubebuku.ui.paper.printing import print_document
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.wording import written
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Button, Card, FlowRow, Label, MessageStrip, QuietButton, clear, column, row
from kubebuku.ui.widgets.mnemonics import give_mnemonics
from kubebuku.ui.window import Window

REMOVING = Form(
    "remove_attachment",
    RemoveAttachment,
    Door.OTHER,
    "foto",
    N_("Take a photo or paper out"),
    "",
    (Field("reason", FieldKind.TEXT, N_("Why?"), N_("For example: belongs to another record")),),
)


class AttachedCard(Card):
    """``AttachedCard(window, Owner.PERSON)``, then `show_owner(id)` whenever the page shows a record.

    It follows changes by itself. Hidden where nothing is there and nothing can be added.
    """

    def __init__(self, window: Window, owner: Owner, id_: int = 0) -> None:
        super().__init__(_("Photos and papers"), icon="foto")
        self.main = window
        self.owner = owner
        self.id = id_
        self.found: Found | None = None
        self._known: dict[int, QImage | None] = {}
        self._folder = ""
        self.strip = MessageStrip(below=True)
        self.list = column(gap=SP["m"])
        self.adding = Button(_("Add a photo or PDF"), "tambah", self.choose)
        self.print = Button(_("Print the attachments"), "cetak", self.print_all)
        self.foot = FlowRow(self.adding, self.print)
        self.add(self.list, self.strip, self.foot)
        self.setVisible(False)
        window.session.changed.connect(self._changed)
        if id_:
            self.show_owner(id_)

    def show_owner(self, id_: int) -> None:
        """Show what belongs to that record."""
        if id_ != self.id:
            self.strip.clear()
            self._known.clear()
            self.found = None
        self.id = id_
        owner, known = self.owner, dict(self._known)
        self.main.session.read(self, lambda office: attached_work.find(office, owner, id_, known), self._show)

    def _changed(self, changed: Changed) -> None:
        if changed & Changed.RECORDS and self.id and self.found is not None and self.isVisibleTo(self.window()):
            self.show_owner(self.id)

    def _show(self, found: Found) -> None:
        self.found = found
        self._known = dict(found.small)
        writable = open_book.writable(self.main)
        clear(self.list)
        if not found.rows:
            self.list.addWidget(Label(_("None yet. What is added is kept inside the book and cannot get lost."), "soft"))
        for one in found.rows:
            self.list.addWidget(self._line(one, writable=writable))
        for one in found.gone:
            self.list.addWidget(Label(self._gone(one), "caption"))
        count = ngettext("{count} file, {size}", "{count} files, {size}", len(found.rows))
        self.say_aside(count.format(count=len(found.rows), size=found.size) if found.rows else "")
        self.adding.setVisible(writable)
        self.print.setVisible(bool(found.rows))
        self.setVisible(bool(found.rows or found.gone) or writable)
        page: QWidget | None = self
        while page is not None and page.objectName() != "page":
            page = page.parentWidget()
        if page is not None and page.isVisible():
            give_mnemonics(page)

    def _line(self, shown: AttachmentRow, *, writable: bool) -> QWidget:
        text = self._text(shown)
        press = partial(look, self.main, self, shown, text)
        picture = SmallPicture(shown.name, self._known[shown.id], shown.mime == attached_work.PDF, press)
        acts = FlowRow(QuietButton(_("Look"), None, press), gap=SP["m"])
        if writable:
            acts.add(QuietButton(_("Take out"), None, partial(self._remove, shown)))
        words = column(Label(shown.name, "strong"), Label(text, "caption"), acts, 1, gap=SP["xs"])
        piece = QWidget()
        row(picture, words, gap=SP["m"], inside=piece).setStretch(1, 1)
        return piece

    def _text(self, row: AttachmentRow) -> str:
        size = self.found.sizes[row.id] if self.found is not None else ""
        return _("{size}, added by {who}, {when}").format(size=size, who=row.who or _("somebody"), when=self._when(row.recorded))

    def _gone(self, row: AttachmentRow) -> str:
        return _("{name} was taken out by {who}, {when}: {reason}").format(
            name=row.name,
            who=row.removed_by or _("somebody"),
            when=self._when(row.removed_on or row.recorded),
            reason=row.removed,
        )

    def _when(self, recorded: str) -> str:
        return written(recorded, today=open_book.today(self.main))

    # adding

    def choose(self) -> None:
        """Ask for a file, then keep it."""
        path = choose_file(self._folder)
        if path is not None:
            self._folder = str(path.parent)
            self.keep(path)

    def keep(self, path: Path) -> None:
        """Read the file, make it small and put it into the book; a refusal stands in the card."""
        self.strip.clear()
        session, owner, id_ = self.main.session, self.owner, self.id
        self.adding.setEnabled(False)

        def work(progress: Progress) -> Outcome:
            return attached_work.add(session.office, path, owner, id_, progress)

        session.jobs.write(
            self, work, self._kept, self.strip.show_refusal, after=self._ready, doing=_("Keeping {name}").format(name=path.name)
        )

    def _ready(self) -> None:
        self.adding.setEnabled(True)

    def _kept(self, outcome: Outcome) -> None:
        self._tell(outcome)
        self.main.session.tell_changed(outcome.changed)

    # taking out, printing

    def _remove(self, row: AttachmentRow) -> None:
        text = _("The picture is erased from the book; its name and the reason stay.")
        title = _("Take {name} out?").format(name=row.name)
        ask_form(self.main, REMOVING, {"attachment": row.id}, title=title, text=text, main=_("Take out"), done=self._tell)

    def _tell(self, outcome: Outcome) -> None:
        if outcome.said is not None:
            self.strip.show_message("ok", say(outcome.said))

    def print_all(self) -> None:
        """Everything of this record, each photo on its page."""
        wanted = {"owner": self.owner, "owner_id": self.id}
        print_document(self.main, self, Request("kubebuku.reports.attachments:document", wanted))


def choose_file(folder: str = "") -> Path | None:
    """Ask for a photo or a paper, beginning in `folder`, else where photos lie."""
    start = folder or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    kinds = ";;".join((_("Photos and PDF (*.jpg *.jpeg *.png *.pdf)"), _("All files (*)")))
    return messages.door().open_path(_("Add a photo or PDF"), kinds, start)


def add_photo(window: Window, owner: Owner, id_: int) -> None:
    """Ask for a file and keep it with a record from wherever one is; what was done stands above the page."""
    path = choose_file()
    if path is None:
        return
    session = window.session

    def kept(outcome: Outcome) -> None:
        tell(window, outcome)
        session.tell_changed(outcome.changed)

    session.jobs.write(
        window,
        lambda progress: attached_work.add(session.office, path, owner, id_, progress),
        kept,
        doing=_("Keeping {name}").format(name=path.name),
    )
