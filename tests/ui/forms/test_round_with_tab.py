"""Whoever has no mouse reaches everything: Tab goes once round each form, in reading order, and comes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kubebuku.ui import places
from kubebuku.ui.forms.page import RecordPage
from tests.ui.hands.laptop import Laptop

#: More stops than any form has.
_MOST = 150


def _here() -> QWidget:
    """Where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None, "the keyboard is nowhere"
    return focused


@pytest.mark.parametrize("form", ["sale_later", "buy_equipment", "gift", "receive_aid", "shortage", "count_stock", "move"])
def test_tab_goes_once_round_the_form(desk: Laptop, form: str) -> None:
    desk.window.go(places.Form(form=form))
    desk.settle()
    page = desk.page
    assert isinstance(page, RecordPage)
    assert page.form is not None
    start = _here()
    stops: list[QWidget] = []
    for _ in range(_MOST):
        QTest.keyClick(_here(), Qt.Key.Key_Tab)
        if _here() is start:
            break
        stops.append(_here())
    assert _here() is start, "Tab never comes back to where it began"
    assert page.form.main in stops
    assert page.form.cancel in stops
