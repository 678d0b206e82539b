"""Cards, message strips, the box preview and the empty state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, rupiah, say
from kubebuku.ui import theme
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets.acts import Act
from kubebuku.ui.widgets.buttons import Button, MainButton, QuietButton
from kubebuku.ui.widgets.flow import FlowRow, append, clear, column, page_around, row
from kubebuku.ui.widgets.labels import Icon, Label, Rule

StripKind = Literal["ok", "warn", "bad", "info"]

_STRIP_TONE: dict[StripKind, Literal["inn", "warn", "bad", "info"]] = {"ok": "inn", "warn": "warn", "bad": "bad", "info": "info"}
_STRIP_ICON: dict[StripKind, str] = {"ok": "benar", "warn": "awas", "bad": "salah", "info": "info"}


_GREEDY = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)


class Card(QFrame):
    """Groups one thing on a sheet. Fill with `add`; `flush=True` for a table that reaches the card's edges."""

    def __init__(
        self,
        title: str = "",
        aside: str = "",
        *,
        icon: str | None = None,
        act: Act | None = None,
        flush: bool = False,
        gap: int = SP["s"],
    ) -> None:
        super().__init__()
        self.setProperty("r", "card")
        self._outer = QVBoxLayout(self)
        pad = 1 if flush else SP["l"]
        self._outer.setContentsMargins(pad, pad, pad, pad)
        self._outer.setSpacing(0)
        self.body = QVBoxLayout()
        self._outer.addLayout(self.body)
        self._outer.addStretch(0)
        self.body.setSpacing(0 if flush else gap)
        self.title = Label(title, "h2")
        self.aside = Label(aside, "caption", align="right", wrap=False)
        if not aside:
            self.aside.hide()
        if title:
            self.setAccessibleName(title)
            head = row()
            if flush:
                head.setContentsMargins(15, 11, 11, 9)
            if icon:
                head.addWidget(Icon(icon, 24))
            head.addWidget(self.title, 1)
            if aside or not act:
                head.addWidget(self.aside)
            if act:
                head.addWidget(QuietButton(act[0], act[2], act[1]))
            self.body.addLayout(head)

    def say_aside(self, words: str) -> None:
        """Other small words at the right of the title."""
        self.aside.setText(words)
        self.aside.setVisible(bool(words))

    def add(self, *pieces: QWidget | QLayout, fill: bool = False) -> None:
        """Append widgets or layouts; with `fill` the last takes the spare height, which else is air at the card's foot."""
        append(self.body, pieces, fill=fill)
        greedy = (one for one in pieces if isinstance(one, QWidget) and one.sizePolicy().verticalPolicy() in _GREEDY)
        if fill or any(greedy):
            self._outer.setStretch(0, 1)


class MessageStrip(QFrame):
    """A message that stays until told: ok, warn, bad or info. Buttons stand at the right, or below the text (`below`).

    Made without words it is hidden until the first message.
    """

    def __init__(
        self,
        kind: StripKind = "info",
        title: str = "",
        text: str = "",
        acts: Sequence[Act] = (),
        *,
        icon: str | None = None,
        below: bool = False,
    ) -> None:
        super().__init__()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(SP["l"] - 1, 10, SP["l"] - 1, 10)
        outer.setSpacing(SP["m"])
        self._icon = Icon("info", 24)
        outer.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop if below else Qt.AlignmentFlag.AlignVCenter)
        words = column(gap=SP["xs"])
        self.title = Label("", "strong")
        self.text = Label("")
        words.addWidget(self.title)
        words.addWidget(self.text)
        self.buttons = FlowRow(right=not below)
        if below:
            words.addSpacing(2)
            words.addWidget(self.buttons)
            outer.addLayout(words, 1)
        else:
            words.insertStretch(0, 1)
            words.addStretch(1)
            for label in (self.title, self.text):  # the buttons take what they need, up to half the strip; the words the rest
                policy = label.sizePolicy()
                policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
                label.setSizePolicy(policy)
            outer.addLayout(words, 1)
            outer.addWidget(self.buttons)
        self._below = below
        if title or text:
            self.show_message(kind, title, text, acts, icon=icon)
        else:
            self.clear()

    def show_message(
        self, kind: StripKind, title: str, text: str = "", acts: Sequence[Act] = (), *, icon: str | None = None
    ) -> None:
        """Say something else and become visible; also told to screen readers as name and description."""
        tone = _STRIP_TONE[kind]
        theme.mark(self, r=kind)
        self._icon.show_icon(icon or _STRIP_ICON[kind], tone)
        self.title.say(title, "ink" if kind == "info" else tone)
        self.title.setVisible(bool(title))
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(title or text)
        self.setAccessibleDescription(text)
        self.buttons.clear()
        for words, press, button_icon in acts:
            self.buttons.add(Button(words, button_icon, press))
        self.buttons.setVisible(bool(acts))
        if self.parentWidget() is not None or not (title or text):  # without a parent it would be a window of its own
            self.setVisible(bool(title or text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons at the right leave half of the strip to the words."""
        super().resizeEvent(event)
        if not self._below:
            self.buttons.setMaximumWidth(event.size().width() // 2)

    def show_refusal(self, refusal: RuleBroken, acts: Sequence[Act] = ()) -> None:
        """What is wrong, and what helps."""
        title, *rest = (say(sentence) for sentence in refusal.sentences)
        self.show_message("bad", title, " ".join(rest), acts)

    def clear(self) -> None:
        """Hide it until the next message."""
        self.setVisible(False)


class BoxPreview(Card):
    """What the act does to a box: now, in or out, and what it becomes. An unknown amount shows as a question mark.

    From 175 % text it becomes one line above the fields.
    """

    def __init__(self) -> None:
        super().__init__(gap=10)
        self._icon = Icon("kas", 24)
        self._name = Label("", "h2")
        self._words = (Label(_("In it now")), Label(""), Label(_("Becomes"), "strong"))
        self._figures = (
            Label("", "body", align="right", wrap=False),
            Label("", "strong", align="right", wrap=False),
            Label("", "money", align="right"),
        )
        self._whole = QWidget()
        stack = column(row(self._icon, self._name, 1), gap=10, inside=self._whole)
        for words, figure in zip(self._words, self._figures, strict=True):
            if words is self._words[2]:
                stack.addWidget(Rule())
            stack.addLayout(row(words, 1, figure))
        self._short = (Label("", "strong", wrap=False), Label("", wrap=False), Label("", "strong", wrap=False))
        self._line = FlowRow(self._short[0], self._short[1], Icon("kanan", 16, "ink_soft"), self._short[2])
        self.add(self._whole, self._line)
        self.setAccessibleName(_("What happens to the box"))
        self._fit()
        theme.follow(self._fit)

    def _fit(self) -> None:
        short = theme.current().text >= 1.75
        self._whole.setVisible(not short)
        self._line.setVisible(short)
        theme.mark(self, r=None if short else "card")
        pad = 0 if short else SP["l"]
        self._outer.setContentsMargins(pad, pad, pad, pad)

    def show_box(self, name: str, icon: str, now: int, change: int | None, *, incoming: bool) -> None:
        """Show the box `name` holding `now` rupiah, and the unsigned `change` going in (`incoming`) or out."""
        self._icon.show_icon(icon)
        self._name.setText(name)
        self._figures[0].setText(rupiah(now))
        self._words[1].setText(_("In") if incoming else _("Out"))
        direction: Literal["inn", "out", "bad"] = "bad" if change is None else "inn" if incoming else "out"
        moved, then, short_of = "?", "?", False
        if change is not None:
            signed = change if incoming else -change
            moved, then, short_of = rupiah(Rupiah(signed), sign=True), rupiah(Rupiah(now + signed)), now + signed < 0
        self._figures[1].say(moved, direction)
        self._figures[2].say(then, "bad" if short_of else None)
        self._short[0].setText(name)
        self._short[1].setText(rupiah(now))
        self._short[2].say(then, "bad" if short_of else direction)
        told = (f"{words.text()} {figure.text()}" for words, figure in zip(self._words, self._figures, strict=True))
        self.setAccessibleDescription(f"{name}. {'. '.join(told)}")


class MeterBar(QWidget):
    """A thin bar that shows a part of a whole; the figure stands beside it in words. Tones: inn, out, main."""

    def __init__(self, tone: str = "main", part: int = 0, whole: int = 0) -> None:
        super().__init__()
        self._tone, self._part, self._whole = tone, part, whole
        self.setFixedHeight(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: int, whole: int) -> None:
        """Show `part` of `whole`."""
        self._part, self._whole = part, whole
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("edge") if theme.current().c.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("wash"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 4, 4)
        if self._whole > 0 and self._part > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(self._tone))
            box.setWidth(max(8.0, box.width() * min(self._part, self._whole) / self._whole))
            painter.drawRoundedRect(box, 4, 4)


class EmptyState(QWidget):
    """Nothing here yet: a round icon, one sentence, and the act that fills it.

    The first act is the main one, unless the page has a main button already.
    """

    def __init__(self, icon: str, title: str, text: str = "", acts: Sequence[Act] = (), link: Act | None = None) -> None:
        super().__init__()
        self.main: Button | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SP["l"], SP["xl"], SP["l"], SP["xl"])
        self._column.setSpacing(SP["m"])
        self.show_state(icon, title, text, acts, link)

    def show_state(self, icon: str, title: str, text: str = "", acts: Sequence[Act] = (), link: Act | None = None) -> None:
        """Replace everything."""
        clear(self._column)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._column.addStretch(1)
        self._column.addWidget(Icon(icon, 60, ring=True), 0, middle)
        self._column.addSpacing(6)
        self._column.addWidget(Label(title, "h1", align="center"))
        if text:
            self._column.addWidget(Label(text, "lead", align="center"))
        buttons = [
            (MainButton if number == 0 else Button)(words, sign, press) for number, (words, press, sign) in enumerate(acts)
        ]
        self.main = buttons[0] if buttons else None
        if buttons:
            self._column.addSpacing(SP["xs"])
            self._column.addLayout(row(1, *buttons, 1))
        if link:
            self._column.addLayout(row(1, QuietButton(link[0], link[2], link[1]), 1))
        self._column.addStretch(1)
        if self.isVisible():
            QTimer.singleShot(0, self, self._give_way)

    def showEvent(self, event: QShowEvent) -> None:
        """Once the whole page is shown it is known whether another button is the main one."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._give_way)

    def _give_way(self) -> None:
        page = page_around(self)
        if isinstance(self.main, MainButton) and page is not None:
            filled = (button for button in page.findChildren(MainButton) if button.property("r") == button.role)
            self.main.give_way(yields=any(button.isVisible() and button is not self.main for button in filled))
