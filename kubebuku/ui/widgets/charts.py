"""Two charts, drawn: bars that lie down, and months side by side. Patterns and labels help the
colours, and each describes itself in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kubebuku.domain.calendar import Month
from kubebuku.i18n import _, figure, month_name, rupiah
from kubebuku.ui import icons, theme
from kubebuku.ui.tokens import SP

#: Colour token and pattern of the series, in order.
_SERIES: tuple[tuple[str, Qt.BrushStyle | None], ...] = (
    ("c1", None),
    ("c2", Qt.BrushStyle.FDiagPattern),
    ("c3", Qt.BrushStyle.BDiagPattern),
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One lying bar: a business and its result in rupiah; negative is a loss."""

    name: str
    amount: int
    icon: str | None = None


def _fill(painter: QPainter, box: QRectF, token: str, pattern: Qt.BrushStyle | None) -> None:
    """A bar in its colour; a pattern is cut into it in the ground's colour, so that the colour stays strong."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(token))
    painter.drawRoundedRect(box, 3, 3)
    if pattern is None or box.width() < 2:
        return
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(theme.colour("sheet"), 2))
    step, height = 7, box.height()
    at = box.left() - height
    while at < box.right() + height:
        if pattern == Qt.BrushStyle.FDiagPattern:
            painter.drawLine(QPointF(at, box.top()), QPointF(at + height, box.bottom()))
        else:
            painter.drawLine(QPointF(at, box.bottom()), QPointF(at + height, box.top()))
        at += step
    painter.restore()


def _say_empty(chart: QWidget, words: str) -> None:
    """A sentence where lines without a figure would only puzzle."""
    painter = QPainter(chart)
    painter.setFont(theme.current().font())
    painter.setPen(theme.colour("ink_soft"))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(chart.rect().adjusted(0, SP["xs"], 0, 0), int(flags), words)


class BarChart(QWidget):
    """Results side by side: icon and name left, bar, figure at the end. Losses go left of zero, hatched, as *rugi*."""

    def __init__(self, name: str, bars: Sequence[Bar] = ()) -> None:
        super().__init__()
        self._bars: list[Bar] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.show_bars(bars)
        theme.follow(self.updateGeometry)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Replace the bars; the same content becomes the description for screen readers."""
        self._bars = list(bars)
        self.setAccessibleDescription("; ".join(f"{bar.name} {self._figure(bar)}" for bar in bars))
        self.updateGeometry()
        self.update()

    def _figure(self, bar: Bar) -> str:
        return _("loss {amount}").format(amount=rupiah(abs(bar.amount))) if bar.amount < 0 else rupiah(bar.amount)

    def _line(self) -> int:
        return theme.current().h(44, "body", 20)

    def sizeHint(self) -> QSize:
        """A line for each bar; one for the sentence where there is nothing to draw."""
        lines = len(self._bars) if any(bar.amount for bar in self._bars) else 1
        return QSize(theme.current().w(380), self._line() * lines + 2 * SP["xs"])

    def minimumSizeHint(self) -> QSize:
        """Names and figures; the bars take what is left."""
        return QSize(theme.current().w(200), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the zero line, then the bars."""
        if not any(bar.amount for bar in self._bars):
            _say_empty(self, _("Nothing has been earned or spent here yet."))
            return
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body, strong = now.metrics(), now.metrics(bold=True)
        icon = round(22 * now.text)
        names = min(max(body.horizontalAdvance(bar.name) for bar in self._bars), self.width() // 3)
        left = (icon + SP["m"] if any(bar.icon for bar in self._bars) else 0) + names + SP["m"]
        most, least = max(0, *(int(bar.amount) for bar in self._bars)), min(0, *(int(bar.amount) for bar in self._bars))
        figures = max(strong.horizontalAdvance(self._figure(bar)) for bar in self._bars) + SP["m"]
        room = max(24.0, self.width() - left - figures)
        scale = room / max(1, most - least)
        zero = left - least * scale
        line = self.height() / len(self._bars)
        height = min(26.0 * now.text, line * 0.6)
        for number, bar in enumerate(self._bars):
            token, pattern = _SERIES[number % len(_SERIES)]
            middle = line * (number + 0.5)
            if bar.icon:
                icons.paint(painter, bar.icon, QRectF(0, middle - icon / 2, icon, icon), theme.colour(token))
            painter.setFont(now.font())
            painter.setPen(theme.colour("ink"))
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            shown = body.elidedText(bar.name, Qt.TextElideMode.ElideRight, names + 2)
            painter.drawText(QRectF(icon + SP["m"] if bar.icon else 0, middle - line / 2, names + 2, line), flags, shown)
            width = max(2.0 if bar.amount else 0.0, abs(bar.amount) * scale)
            loss = bar.amount < 0
            box = QRectF(zero - width if loss else zero, middle - height / 2, width, height)
            _fill(painter, box, token, Qt.BrushStyle.BDiagPattern if loss else pattern)
            painter.setFont(now.font(bold=True))
            painter.setPen(theme.colour("ink"))
            end = zero if loss else box.right()  # the words of a loss stand right of the zero line too, where there is room
            painter.drawText(QRectF(end + SP["s"], middle - line / 2, figures + 4, line), flags, self._figure(bar))
        painter.setPen(QPen(theme.colour("edge"), 1.5))
        painter.drawLine(QPointF(zero, 0), QPointF(zero, self.height()))


@dataclass(frozen=True, slots=True)
class Series:
    """A named row of amounts in rupiah, one a month."""

    name: str
    amounts: tuple[int, ...]


class MonthChart(QWidget):
    """One or two series over months as bars, labelled by name; the scale begins at zero."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._months: list[Month] = []
        self._series: list[Series] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        theme.follow(self.updateGeometry)

    def show_months(self, months: Sequence[Month], series: Sequence[Series]) -> None:
        """Replace the content. At most two series; each has an amount for every month, else ValueError."""
        if len(series) > 2 or any(len(one.amounts) != len(months) for one in series):
            raise ValueError("one or two series with an amount for every month")
        self._months, self._series = list(months), list(series)
        told = [
            f"{one.name}: "
            + ", ".join(f"{month_name(month)} {rupiah(amount)}" for month, amount in zip(months, one.amounts, strict=True))
            for one in series
        ]
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low; a sentence where there is nothing to draw."""
        return QSize(theme.current().w(420), theme.current().w(220 if self._figures() else 60))

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(theme.current().w(220), theme.current().w(180 if self._figures() else 60))

    def _figures(self) -> bool:
        return bool(self._months) and any(amount for one in self._series for amount in one.amounts)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scale, then the series."""
        if not self._figures():
            _say_empty(self, _("Nothing has been earned or spent here yet."))
            return
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        caption = now.metrics("caption")
        most = max(0, *(amount for one in self._series for amount in one.amounts))
        least = min(0, *(amount for one in self._series for amount in one.amounts))
        step = scale_step(most - least)
        top, bottom = -(-most // step) * step or step, least // step * step
        ticks = range(bottom, top + 1, step)
        left = max(caption.horizontalAdvance(short_amount(tick)) for tick in ticks) + SP["s"]
        head = caption.height() + SP["s"]
        plot = QRectF(
            left,
            head + caption.height() / 2,
            self.width() - left - 2,
            self.height() - head - caption.height() * 2 - SP["xs"],
        )
        for tick in ticks:
            y = self._y(tick, bottom, top, plot)
            painter.setPen(QPen(theme.colour("edge" if tick == 0 else "line"), 1.5 if tick == 0 else 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setFont(now.font("caption"))
            painter.setPen(theme.colour("ink_soft"))
            box = QRectF(0, y - caption.height() / 2, left - SP["s"], caption.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), short_amount(tick))
        self._draw_months(painter, plot)
        self._draw_bars(painter, plot, bottom, top)
        self._draw_names(painter)

    def _y(self, amount: int, bottom: int, top: int, plot: QRectF) -> float:
        return plot.bottom() - (amount - bottom) / (top - bottom) * plot.height()

    def _draw_months(self, painter: QPainter, plot: QRectF) -> None:
        now = theme.current()
        caption = now.metrics("caption")
        each = plot.width() / len(self._months)
        names = [month_name(month)[:3] for month in self._months]
        every = max(1, -(-max(caption.horizontalAdvance(name) + 6 for name in names) // max(1, int(each))))
        painter.setPen(theme.colour("ink_soft"))
        painter.setFont(now.font("caption"))
        for number, name in enumerate(names):
            if (len(names) - 1 - number) % every == 0:
                middle = plot.left() + each * (number + 0.5)
                box = QRectF(middle - 60, self.height() - caption.height() - 1, 120, caption.height())
                painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter), name)

    def _draw_bars(self, painter: QPainter, plot: QRectF, bottom: int, top: int) -> None:
        each = plot.width() / len(self._months)
        width = min(34.0, each * 0.74 / len(self._series))
        zero = self._y(0, bottom, top, plot)
        for place, one in enumerate(self._series):
            token, pattern = _SERIES[place]
            for number, amount in enumerate(one.amounts):
                if amount:
                    y = self._y(amount, bottom, top, plot)
                    left = plot.left() + each * (number + 0.5) + (place - len(self._series) / 2) * width + 1
                    loss = Qt.BrushStyle.BDiagPattern if amount < 0 else pattern
                    _fill(painter, QRectF(left, min(y, zero), width - 2, max(2.0, abs(y - zero))), token, loss)

    def _draw_names(self, painter: QPainter) -> None:
        now = theme.current()
        bold = now.metrics("caption", bold=True)
        at = float(self.width())
        painter.setFont(now.font("caption", bold=True))
        for place in reversed(range(len(self._series))):
            name, (token, pattern) = self._series[place].name, _SERIES[place]
            at -= bold.horizontalAdvance(name)
            painter.setPen(theme.colour(token))
            painter.drawText(QPointF(at, bold.ascent()), name)
            at -= 20
            _fill(painter, QRectF(at, bold.ascent() - 11, 14, 12), token, pattern)
            at -= SP["l"]


def scale_step(span: int) -> int:
    """A round step (1, 2 or 5 times a power of ten, in rupiah) that cuts `span` into at most five parts."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if span <= step * factor * 5:
                return step * factor
        step *= 10


def short_amount(amount: int) -> str:
    """An amount on a scale: 150 jt, 2,5 jt, 500 rb; in charts only."""
    for unit, words in ((10**9, _("{figure} bn")), (10**6, _("{figure} m")), (10**3, _("{figure} k"))):
        if abs(amount) >= unit:
            tenths = amount * 10 // unit
            whole = figure(tenths // 10) if tenths >= 0 else figure(-(-tenths // 10))
            return words.format(figure=whole + (f",{abs(tenths) % 10}" if tenths % 10 else ""))
    return figure(amount)
