"""One palette and one style sheet, both made from the tokens, for the whole application.

Widgets carry dynamic properties: ``r`` (what a frame or button is), ``t`` (text role), ``k`` (tone), ``s`` (state). Painters
ask `current()` and `colour()`. What a widget sets by hand (icons, heights) it sets again through `follow`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from kubebuku import resources
from kubebuku.ui.tokens import RADIUS, SCROLLBAR, SP, TARGET, TEXT_SIZES, THEMES, TYPE

FAMILY = "DejaVu Sans"


class Theme:
    """A row of colours and a text scale (1.0 to 2.0)."""

    def __init__(self, colours: str = "light", text: float = 1.0) -> None:
        """Raise KeyError for an unknown row of colours."""
        self.c = THEMES[colours]
        self.text = text

    def px(self, role: str) -> int:
        """The text size of a role, in px."""
        return round(TYPE[role] * self.text)

    def h(self, least: int, role: str = "body", pad: int = 18) -> int:
        """A height of at least `least` px that grows only as far as the text needs."""
        return max(least, round(TYPE[role] * self.text * 1.3) + pad)

    def w(self, at_hundred: int) -> int:
        """A width that holds text: px at 100 %, times the text scale."""
        return round(at_hundred * self.text)

    def font(self, role: str = "body", *, bold: bool = False) -> QFont:
        """The font of a role, for painters."""
        return _font(self.px(role), bold)

    def metrics(self, role: str = "body", *, bold: bool = False) -> QFontMetrics:
        """How wide the text of a role is."""
        return _metrics(self.px(role), bold)


@cache
def _font(px: int, bold: bool) -> QFont:  # noqa: FBT001 (a cache key)
    font = QFont(FAMILY)
    font.setPixelSize(px)
    font.setBold(bold)
    return font


@cache
def _metrics(px: int, bold: bool) -> QFontMetrics:  # noqa: FBT001 (a cache key)
    return QFontMetrics(_font(px, bold))


class _Notifier(QObject):
    changed = Signal()


_current = Theme()
_notifier: _Notifier | None = None


def current() -> Theme:
    """The theme in use."""
    return _current


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


def colour(role: str) -> QColor:
    """A token of the theme in use, e.g. ``colour("inn")``; raises AttributeError for an unknown role."""
    return _colour(str(getattr(_current.c, role)))


def follow(slot: Callable[[], None]) -> None:
    """Call `slot` (a method of a QObject) whenever colours or text size change."""
    global _notifier
    if _notifier is None:
        _notifier = _Notifier()
    _notifier.changed.connect(slot)


def use(theme: Theme) -> None:
    """Put `theme` on the running application and tell every widget that follows."""
    global _current
    _current = theme
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setPalette(palette(theme))
        app.setFont(theme.font())
        app.setStyleSheet(qss(theme))
    if _notifier is not None:
        _notifier.changed.emit()


def start(app: QApplication, theme: Theme | None = None) -> None:
    """Fusion, our fonts, then the theme: the same window on every system."""
    app.setStyle("Fusion")
    load_fonts()
    use(theme or Theme(system_colours()))


def load_fonts() -> int:
    """Register the packaged faces; the number loaded. A system DejaVu Sans serves where none are packaged."""
    loaded = 0
    folder = resources.path("fonts")
    for file in sorted(folder.glob("*.ttf")) if folder.is_dir() else ():
        loaded += QFontDatabase.addApplicationFont(str(file)) >= 0
    return loaded


def system_colours() -> str:
    """``contrast`` where Windows asks for high contrast, else ``light``."""
    if sys.platform == "win32":
        import ctypes  # only Windows asks

        class HighContrast(ctypes.Structure):
            _fields_ = (("size", ctypes.c_uint), ("flags", ctypes.c_uint), ("scheme", ctypes.c_wchar_p))

        asked = HighContrast(ctypes.sizeof(HighContrast), 0, None)
        if ctypes.windll.user32.SystemParametersInfoW(0x42, asked.size, ctypes.byref(asked), 0) and asked.flags & 1:
            return "contrast"
    return "light"


def next_text_size(percent: int, step: int) -> int:
    """The neighbouring text size in per cent: `step` 1 larger, -1 smaller, 0 back to 100; the ends hold."""
    if step == 0:
        return TEXT_SIZES[0]
    at = min(range(len(TEXT_SIZES)), key=lambda i: abs(TEXT_SIZES[i] - percent))
    return TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, at + step))]


def mark(widget: QWidget, **properties: str | None) -> None:
    """Set style properties (r, t, k, s) and restyle the widget if one of them changed."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed:
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()


def palette(theme: Theme) -> QPalette:
    """The palette for what no rule of the style sheet reaches."""
    c = theme.c
    role = QPalette.ColorRole
    made = QPalette()
    for where, value in {
        role.Window: c.paper,
        role.WindowText: c.ink,
        role.Base: c.sheet,
        role.AlternateBase: c.wash,
        role.Text: c.ink,
        role.Button: c.sheet,
        role.ButtonText: c.ink,
        role.Highlight: c.main,
        role.HighlightedText: c.on_main,
        role.PlaceholderText: c.ink_soft,
        role.ToolTipBase: c.ink,
        role.ToolTipText: c.sheet,
        role.Link: c.main,
        role.Mid: c.edge,
        role.Light: c.sheet,
        role.Dark: c.edge,
    }.items():
        made.setColor(where, QColor(value))
    return made


def qss(theme: Theme) -> str:
    """The one style sheet. Sizes in px (points would be scaled twice); a thick focus border takes from the
    padding, so that nothing moves.
    """
    return _text_rules(theme) + _button_rules(theme) + _field_rules(theme) + _view_rules(theme)


def _text_rules(theme: Theme) -> str:
    c, f, card = theme.c, theme.px, RADIUS["card"]
    strips = "".join(
        f"QFrame[r={name}] {{ background:{ground}; border:1px solid {edge}; border-radius:{card}px; }}\n"
        for name, ground, edge in (
            ("card", c.sheet, c.line),
            ("ok", c.inn_soft, c.inn),
            ("warn", c.warn_soft, c.warn),
            ("bad", c.bad_soft, c.bad),
            ("info", c.info_soft, c.info),
        )
    )
    tones = "".join(
        f"QLabel[k={name}] {{ color:{value}; }}\n"
        for name, value in (
            ("inn", c.inn),
            ("out", c.out),
            ("bad", c.bad),
            ("warn", c.warn),
            ("info", c.info),
            ("main", c.main),
            ("soft", c.ink_soft),
            ("ink", c.ink),
        )
    )
    return f"""
* {{ font-family:"{FAMILY}"; font-size:{f("body")}px; color:{c.ink}; }}
QMainWindow, QDialog, QWidget#page, QWidget#body, QScrollArea {{ background:{c.paper}; border:0; }}
QLabel {{ background:transparent; }}
QLabel[t=caption] {{ font-size:{f("caption")}px; color:{c.ink_soft}; }}
QLabel[t=soft] {{ color:{c.ink_soft}; }}
QLabel[t=strong] {{ font-weight:bold; }}
QLabel[t=lead] {{ font-size:{f("lead")}px; }}
QLabel[t=h2] {{ font-size:{f("h2")}px; font-weight:bold; }}
QLabel[t=h1] {{ font-size:{f("h1")}px; font-weight:bold; }}
QLabel[t=money] {{ font-size:{f("money")}px; font-weight:bold; }}
QLabel[t=total] {{ font-size:{f("total")}px; font-weight:bold; }}
QLabel[t=rp] {{ font-size:{f("amount") - 2}px; font-weight:bold; color:{c.ink_soft}; }}
QLabel[t=terbilang] {{ font-size:{f("lead")}px; color:{c.main}; }}
{tones}{strips}
QScrollArea[r=inside], QScrollArea[r=inside] > QWidget > QWidget {{ background:transparent; }}
QFrame[r=wash] {{ background:{c.wash}; border:0; border-radius:{card}px; }}
QFrame[r=rule] {{ background:{c.line}; border:0; max-height:1px; min-height:1px; }}
QFrame[r=popup] {{ background:{c.sheet}; border:1px solid {c.edge}; }}
QToolTip {{ background:{c.ink}; color:{c.sheet}; border:1px solid {c.edge}; padding:4px; }}
QWidget#practice {{ background:{c.practice}; }}
QWidget#practice QLabel {{ color:{c.on_practice}; font-weight:bold; }}
QWidget#spine, QWidget#topbar {{ background:{c.spine}; }}
QWidget#spine QLabel, QWidget#topbar QLabel {{ color:{c.on_spine}; }}
QWidget#spine QLabel[t=caption] {{ color:{c.on_spine_soft}; }}
"""


def _button_rules(theme: Theme) -> str:
    c, f, field = theme.c, theme.px, RADIUS["field"]
    plain = theme.h(TARGET) - 4
    large, medium, small = SP["xl"], SP["l"], SP["s"]
    return f"""
QPushButton {{ background:{c.sheet}; color:{c.ink}; border:1px solid {c.edge}; border-radius:{field}px;
  outline:0; padding:1px {medium}px;
  min-height:{plain}px; }}
QPushButton:hover {{ background:{c.wash}; }}
QPushButton:pressed {{ background:{c.line}; }}
QPushButton:focus {{ border:2px solid {c.focus}; padding:0 {medium - 1}px; }}
QPushButton[r=main], QPushButton[r=big] {{ background:{c.main}; color:{c.on_main}; border:3px solid {c.main}; font-weight:bold;
  padding:0 {large - 2}px; min-height:{plain - 2}px; }}
QPushButton[r=big] {{ font-size:{f("lead")}px; min-height:{theme.h(48, "lead", 22) - 6}px; padding:0 25px; }}
QPushButton[r=main]:hover, QPushButton[r=big]:hover {{ background:{c.main_dark}; border-color:{c.main_dark}; }}
QPushButton[r=main]:focus, QPushButton[r=big]:focus {{ border:3px solid {c.focus_on}; text-decoration:underline; }}
QPushButton[r=quiet] {{ background:transparent; border:1px solid transparent; color:{c.main}; text-decoration:underline;
  padding:1px {small}px; }}
QPushButton[r=quiet]:hover {{ background:{c.main_soft}; }}
QPushButton[r=quiet]:focus {{ border:2px solid {c.focus}; padding:0 {small - 1}px; }}
QPushButton[r=tab] {{ background:transparent; border:0; border-bottom:3px solid transparent;
  border-radius:0; padding:3px {small + 2}px 0;
  min-height:{plain - 2}px; }}
QPushButton[r=tab]:hover {{ background:{c.wash}; }}
QPushButton[r=tab]:checked {{ border-bottom:3px solid {c.main}; font-weight:bold; color:{c.main}; }}
QPushButton[r=tab]:focus {{ border:2px solid {c.focus}; border-radius:{field}px; padding:1px {small}px; }}
QPushButton[r=tab]:checked:focus {{ border-bottom:3px solid {c.main}; padding:1px {small}px 0; }}
QPushButton[r=pick]:checked {{ background:{c.main_soft}; border:2px solid {c.main}; padding:0 {medium - 1}px; font-weight:bold; }}
QPushButton[r=pick]:checked:focus {{ border:2px solid {c.focus}; }}
QPushButton[s=bad] {{ border:2px solid {c.bad}; background:{c.bad_soft}; padding:0 {medium - 1}px; }}
QPushButton[r=sign] {{ padding:1px 7px; min-width:{TARGET - 16}px; }}
QPushButton[r=sign]:focus {{ padding:0 6px; }}
QPushButton:disabled, QPushButton[r=main]:disabled {{ color:{c.ink_soft}; background:{c.wash}; border:1px solid {c.line}; }}
QPushButton::menu-indicator {{ width:0; image:none; }}
"""


def _field_rules(theme: Theme) -> str:
    c, f, field = theme.c, theme.px, RADIUS["field"]
    plain, pad = theme.h(TARGET) - 4, SP["m"]
    return f"""
QLineEdit, QPlainTextEdit {{ background:{c.sheet}; color:{c.ink}; border:1px solid {c.edge}; border-radius:{field}px;
  padding:1px {pad}px;
  selection-background-color:{c.main}; selection-color:{c.on_main}; }}
QLineEdit {{ min-height:{plain}px; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border:2px solid {c.focus}; padding:0 {pad - 1}px; }}
QLineEdit[s=bad], QPlainTextEdit[s=bad] {{ border:2px solid {c.bad}; background:{c.bad_soft}; padding:0 {pad - 1}px; }}
QLineEdit[t=amount] {{ font-size:{f("amount")}px; font-weight:bold; min-height:{theme.h(60, "amount", 18) - 4}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ background:{c.wash}; border:1px solid {c.line}; color:{c.ink_soft}; }}
QLineEdit[r=bare], QLineEdit[r=bare]:focus {{ border:0; background:transparent; padding:0; }}
QCheckBox, QRadioButton {{ background:transparent; }}
QSlider {{ background:transparent; min-height:{TARGET}px; }}
QSlider::groove:horizontal {{ height:8px; background:{c.wash}; border:1px solid {c.edge}; border-radius:4px; }}
QSlider::sub-page:horizontal {{ background:{c.main}; border-radius:4px; }}
QSlider::handle:horizontal {{ background:{c.sheet}; border:3px solid {c.main}; width:20px; margin:-10px 0; border-radius:13px; }}
QProgressBar {{ background:{c.wash}; border:1px solid {c.edge}; border-radius:4px; min-height:12px; max-height:12px;
  text-align:right; }}
QProgressBar::chunk {{ background:{c.main}; border-radius:3px; }}
"""


def _view_rules(theme: Theme) -> str:
    c, f, small = theme.c, theme.px, SP["s"]
    return f"""
QTableView, QListView, QTreeView {{ background:{c.sheet}; border:0; gridline-color:transparent; outline:0;
  selection-background-color:{c.main_soft}; selection-color:{c.ink}; }}
QTableView QTableCornerButton::section {{ background:{c.wash}; border:0; }}
QHeaderView {{ background:{c.wash}; border:0; }}
QHeaderView::section {{ background:{c.wash}; color:{c.ink}; font-size:{f("caption")}px; font-weight:bold; border:0;
  border-bottom:2px solid {c.edge}; padding:0 {small}px; }}
QMenu {{ background:{c.sheet}; border:1px solid {c.edge}; padding:4px; }}
QMenu::item {{ min-height:{theme.h(TARGET)}px; padding:0 {SP["xl"]}px 0 {SP["m"]}px; border:2px solid transparent; }}
QMenu::item:selected {{ background:{c.main_soft}; border:2px solid {c.main}; }}
QMenu::item:disabled {{ color:{c.ink_soft}; }}
QMenu::icon {{ padding-left:{small}px; }}
QMenu::separator {{ height:1px; background:{c.line}; margin:4px 0; }}
QScrollBar:vertical {{ background:{c.wash}; width:{SCROLLBAR}px; margin:0; border:0; }}
QScrollBar:horizontal {{ background:{c.wash}; height:{SCROLLBAR}px; margin:0; border:0; }}
QScrollBar::handle {{ background:{c.edge}; border-radius:5px; margin:2px; }}
QScrollBar::handle:vertical {{ min-height:40px; }}
QScrollBar::handle:horizontal {{ min-width:40px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width:0; height:0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background:transparent; }}
"""
