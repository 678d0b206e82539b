"""Charts say in words what they draw, and put losses left of zero."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kubebuku.domain.calendar import Month
from kubebuku.ui import theme
from kubebuku.ui.widgets import Bar, BarChart, MonthChart, Series
from kubebuku.ui.widgets.charts import scale_step, short_amount


def test_bars_describe_themselves_and_call_a_loss_a_loss(qtbot: QtBot) -> None:
    chart = BarChart("Hasil tiap usaha", [Bar("Catering", 2_425_000, "catering"), Bar("Sewa tenda", -150_000)])
    qtbot.addWidget(chart)
    assert chart.accessibleDescription() == "Catering Rp2.425.000; Sewa tenda rugi Rp150.000"


def test_a_loss_is_drawn_left_of_the_zero_line(qtbot: QtBot) -> None:
    chart = BarChart("Hasil", [Bar("Catering", 1_000_000), Bar("Sewa tenda", -1_000_000)])
    qtbot.addWidget(chart)
    chart.resize(600, 120)
    picture = chart.grab().toImage()

    def painted(token: str, top: int, bottom: int) -> list[int]:
        wanted = theme.colour(token)
        return [x for x in range(picture.width()) for y in range(top, bottom) if picture.pixelColor(x, y) == wanted]

    gain, loss = painted("c1", 20, 40), painted("c2", 80, 100)
    assert min(gain) > max(loss) - 4


def test_months_describe_themselves(qtbot: QtBot) -> None:
    chart = MonthChart("Masuk dan keluar")
    qtbot.addWidget(chart)
    chart.show_months([Month(2026, 10), Month(2026, 11)], [Series("Masuk", (10_397_000, 9_321_000)), Series("Keluar", (-5, 0))])
    assert chart.accessibleDescription().startswith("Masuk: Oktober 2026 Rp10.397.000, November 2026 Rp9.321.000; Keluar")
    chart.resize(500, 240)
    assert not chart.grab().isNull()


def test_three_series_or_a_missing_month_are_refused(qtbot: QtBot) -> None:
    chart = MonthChart("Modal")
    qtbot.addWidget(chart)
    with pytest.raises(ValueError, match="one or two series"):
        chart.show_months([Month(2026, 11)], [Series("Masuk", ())])


@pytest.mark.parametrize(("span", "step"), [(9_000_000, 2_000_000), (100, 20), (4, 1), (51_000_000, 20_000_000)])
def test_the_scale_has_round_steps(span: int, step: int) -> None:
    assert scale_step(span) == step


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (125_500_000, "125,5 jt"),
        (2_000_000, "2 jt"),
        (500_000, "500 rb"),
        (1_500_000_000, "1,5 M"),
        (750, "750"),
        (-2_500_000, "−2,5 jt"),
    ],
)
def test_amounts_on_a_scale_are_short(amount: int, words: str) -> None:
    assert short_amount(amount) == words
