from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from kubebuku import resources
from kubebuku.reports.render import icons
from kubebuku.reports.render.columns import LEAST_SIZE, Measure, broken, divide, type_size
from kubebuku.reports.render.fonts import BOX, Faces, clean, cut, fit, one_line, wrap
from kubebuku.reports.render.pen import INK, Pen
from kubebuku.reports.table import Column, Kind


@pytest.fixture
def faces() -> Faces:
    return Faces.of(Canvas(io.BytesIO())._doc)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ani Contoh", "Ani Contoh"),
        ("e\u0301", "é"),
        ("Ani\u200d\u202e", "Ani"),
        ("Rp\u00a01.000", "Rp 1.000"),
        ("🎉", BOX),
        ("\uff11\uff12", "12"),
        ("ﬁ", "fi"),
        ("a\x00b\x1b", "ab"),
        ("dua\nbaris", "dua\nbaris"),
        ("−5 – …", "−5 – …"),
    ],
)
def test_text_is_cleaned_for_paper(written: str, shown: str) -> None:
    assert clean(written) == shown


def test_a_cell_is_one_line() -> None:
    assert one_line("dua\nbaris") == "dua baris"


def test_figures_are_of_one_width(faces: Faces) -> None:
    assert faces.regular.em("111.111") == faces.regular.em("999.000")
    assert faces.bold.width("8", 10) == pytest.approx(6.96, abs=0.01)
    assert faces.regular.has("–")
    assert not faces.regular.has("م")
    assert faces.regular.em("\ue000") == 600


def test_words_wrap_at_spaces_and_long_ones_inside(faces: Faces) -> None:
    face = faces.regular
    assert wrap(face, "Sewa tenda satu plong", 8, 50) == ["Sewa tenda", "satu plong"]
    assert wrap(face, "dua\nbaris", 8, 500) == ["dua", "baris"]
    parts = wrap(face, "x" * 60, 8, 60)
    assert "".join(parts) == "x" * 60
    assert all(face.width(part, 8) <= 60 for part in parts)
    assert wrap(face, "a b c d e f g", 8, 12, 2)[-1].endswith("…")
    assert wrap(face, "", 8, 12) == [""]


def test_type_shrinks_before_words_are_cut(faces: Faces) -> None:
    text, size = fit(faces.regular, "Kelompok", 10, 45, least=6)
    assert text == "Kelompok"
    assert 6 < size < 10
    text, size = fit(faces.regular, "Kelompok Usaha Bersama", 10, 45, least=6)
    assert size == 6
    assert text.endswith("…")
    assert faces.regular.width(text, 6) <= 45
    assert cut(faces.regular, "Kas", 8, 100) == "Kas"


def test_figures_take_room_from_words_and_are_then_broken_at_dots(faces: Faces) -> None:
    kinds: tuple[Kind, ...] = ("text", "money", "money")
    columns = [Column(str(index), "", kind, 20) for index, kind in enumerate(kinds)]
    assert divide(columns, [0, 30, 30], 180) == [60, 60, 60]
    widths = divide(columns, [0, 64, 60], 180)
    assert sum(widths) == pytest.approx(180)
    assert widths[1] == pytest.approx(64, abs=0.1)
    assert widths[0] < 60
    crowded = divide([Column("a", "", "money", 1), Column("b", "", "money", 9)], [80, 50], 100)
    assert sum(crowded) == pytest.approx(100)
    assert crowded[0] == pytest.approx(50, abs=0.1)
    assert type_size(Measure(5000, 0), 8, 100) == 8
    assert type_size(Measure(5000, 0), 8, 10) == LEAST_SIZE
    assert broken(faces, "999.999.999.999", 6, 30) == ["999.999.", "999.999"]
    assert broken(faces, "999", 6, 30, bold=True) == ["999"]


def test_every_icon_of_the_screen_is_drawn_on_paper(faces: Faces) -> None:
    names = sorted(file.stem for file in resources.path("icons").glob("*.svg"))
    assert len(names) >= 50
    for name in names:
        pen = Pen(faces)
        assert icons.draw(pen, name, 10, 40, 12)
        assert pen.ops[0] == "q"
        assert pen.ops[-1] == "Q"
        assert sum(op == "S" or op.endswith(" S") for op in pen.ops) >= 1


def test_an_icon_that_is_not_there_is_not_drawn(faces: Faces) -> None:
    pen = Pen(faces)
    assert not icons.draw(pen, "tidak_ada", 0, 0, 12)
    assert not icons.draw(pen, "../fonts/x", 0, 0, 12)
    assert pen.ops == []


def test_paths_know_six_commands() -> None:
    assert icons.path("M2.5 11 L12 4 H5 V6 C1 2 3 4 5 6 Z") == "2.5 11 m 12 4 l 5 4 l 5 6 l 1 2 3 4 5 6 c h"
    assert icons.path("M1 2 3 4") == "1 2 m 3 4 m"
    with pytest.raises(icons.UnknownPath):
        icons.path("M1 2 A3 4 5")


def test_a_pen_writes_colour_and_weight_only_when_they_change(faces: Faces) -> None:
    pen = Pen(faces)
    pen.line(0, 0, 1, 1, 0.5, INK)
    pen.line(0, 0, 2, 2, 0.5, INK)
    pen.text(0, 0, "", 8)
    pen.hatched(0, 0, 0, 5, "solid", INK)
    assert sum("RG" in op for op in pen.ops) == 1
    assert len(pen.ops) == 4
