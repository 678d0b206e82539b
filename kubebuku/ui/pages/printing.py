"""Paper from any page: a document made on the worker, printed through the system's dialog, or saved where there is no printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kubebuku.ui.window import Window


def print_document(window: Window, owner: QWidget, maker: str, **wanted: object) -> None:
    raise NotImplementedError
