"""A photo or paper on screen: small in the list, large in a dialog of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kubebuku.books.attachments.queries import AttachmentData, AttachmentFile, AttachmentRow
from kubebuku.i18n import _
from kubebuku.ui import icons, messages, theme
from kubebuku.ui.books.attachments import work as attached_work
from kubebuku.ui.jobs import Progress
from kubebuku.ui.tokens import RADIUS, SP
from kubebuku.ui.widgets import Button, Dialog, FlowRow, Label, Verb
from kubebuku.ui.window import Window

_EDGE = 88  # px of the small picture at 100 % text
_WIDEST = 1100  # px of the dialog at 100 % text


class SmallPicture(QAbstractButton):
    """The photo in the list; pressed, it is shown large. A paper that cannot be drawn is its icon."""

    def __init__(self, name: str, image: QImage | None, paper: bool, press: Callable[[], object]) -> None:  # noqa: FBT001 (what it is)
        super().__init__()
        self._image = image
        self._paper = paper
        self.setAccessibleName(_("Look at {name}").format(name=name))
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: press())  # noqa: PLW0108 (without the tick that the signal carries)
        self._fit()
        theme.follow(self._fit)

    def _fit(self) -> None:
        edge = theme.current().w(_EDGE)
        self.setFixedSize(QSize(edge, edge))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture in the middle of its frame; a thick frame in the focus colour when focused."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        width = 3 if self.hasFocus() else 1
        painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "edge"), width))
        painter.setBrush(theme.colour("wash"))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, RADIUS["card"] / 2, RADIUS["card"] / 2)
        room = box.adjusted(SP["xs"], SP["xs"], -SP["xs"], -SP["xs"])
        if self._image is None:
            edge = room.width() / 2
            sign = QRectF(room.center().x() - edge / 2, room.center().y() - edge / 2, edge, edge)
            icons.paint(painter, "pdf" if self._paper else "foto", sign, theme.colour("ink_soft"))
            return
        size = self._image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.drawImage(place, self._image)


class Large(QWidget):
    """A photo or a page, as wide as its place, never larger than it is."""

    def __init__(self, image: QImage, name: str) -> None:
        super().__init__()
        self._image = image
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def height_at(self, width: int) -> int:
        """The height in px where there is room for `width`."""
        return round(self._image.height() * min(width, self._image.width()) / max(1, self._image.width()))

    @property
    def size_of_picture(self) -> QSize:
        """In points of the picture."""
        return self._image.size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """It keeps its shape."""
        super().resizeEvent(event)
        self.setFixedHeight(self.height_at(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = min(self.width(), self._image.width())
        place = QRectF((self.width() - width) / 2, 0, width, self.height_at(width))
        painter.drawImage(place, self._image)
        painter.setPen(theme.colour("edge"))
        painter.drawRect(place.adjusted(0, 0, -1, -1))


class LookDialog(Dialog):
    """The photo, or the pages of the paper, as large as the screen allows; a copy can be saved outside the book."""

    def __init__(self, window: Window, row: AttachmentRow, pages: Sequence[QImage], text: str) -> None:
        super().__init__(
            window, row.name, text, (Verb("close", _("Close")),), icon="pdf" if row.mime == attached_work.PDF else "foto"
        )
        self.pages = [
            Large(image, _("Page {page} of {name}").format(page=at, name=row.name)) for at, image in enumerate(pages, 1)
        ]
        self.copy = Button(_("Save a copy"), "simpan", partial(save_copy, window, row))
        self.add(FlowRow(self.copy))
        for page in self.pages:
            self.add(page)
        if not pages:
            self.add(Label(_("This paper cannot be shown here. Save a copy and open it with another program."), "lead"))
        elif len(pages) == attached_work.MOST_PAGES:
            self.add(
                Label(_("Only the first {count} pages are shown. Save a copy to see all.").format(count=len(pages)), "caption")
            )
        self.body.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Wider than other dialogs."""
        super().showEvent(event)
        screen = self.screen().availableGeometry()
        width = min(theme.current().w(_WIDEST), screen.width() - 40)
        self.setFixedWidth(width)
        self.resize(width, screen.height() - 60)
        self.buttons["close"].setFocus(Qt.FocusReason.OtherFocusReason)


def look(window: Window, owner: QWidget, row: AttachmentRow, text: str) -> None:
    """Fetch the bytes on the worker and show them."""

    def work(_progress: Progress) -> tuple[AttachmentFile, tuple[QImage, ...]]:
        file = window.session.office.ask(AttachmentData(row.id))
        return file, attached_work.large(row.mime, file.data)

    def show(found: tuple[AttachmentFile, tuple[QImage, ...]]) -> None:
        messages.door().show(LookDialog(window, row, found[1], text))

    window.session.jobs.run(work, show, owner=owner, doing=_("Fetching the picture"))


def save_copy(window: Window, row: AttachmentRow) -> None:
    """Ask where, then write the bytes as they are kept."""
    suffix = "." + row.name.rpartition(".")[2]
    kinds = _("PDF files (*.pdf)") if row.mime == attached_work.PDF else _("Photos (*{suffix})").format(suffix=suffix)
    chosen = messages.door().save_path(_("Save a copy"), kinds, row.name)
    if chosen is None:
        return
    target = chosen if chosen.suffix else chosen.with_name(chosen.name + suffix)
    window.session.jobs.run(
        lambda _progress: attached_work.write_copy(window.session.office, row.id, target),
        lambda path: window.say_done(_("Saved: {file}").format(file=path.name)),
        owner=window,
        doing=_("Saving"),
        retry=True,
    )
