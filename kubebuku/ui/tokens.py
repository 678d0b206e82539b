"""Every colour, size and gap of the window, as roles. Pages name a role; only this module and `theme` know a hex."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Colours:
    """One row of the palette. Text pairs reach 4.5:1 (dark 5.5, contrast 7.5); borders and signs reach 3:1."""

    name: str
    paper: str  # window ground
    sheet: str  # cards, fields, tables
    wash: str  # table head, totals, quiet panels
    line: str  # hairlines, decorative
    edge: str  # borders that carry meaning
    ink: str
    ink_soft: str
    main: str  # the one main button, links, selection
    main_dark: str
    main_soft: str
    on_main: str
    spine: str  # navigation, the cloth spine of the book
    on_spine: str
    on_spine_soft: str
    spine_sel: str
    on_spine_sel: str
    inn: str  # money in, right, current
    inn_soft: str
    out: str  # money out, doubtful
    out_soft: str
    warn: str
    warn_soft: str
    bad: str  # not possible; never for money going out
    bad_soft: str
    info: str
    info_soft: str
    focus: str  # ring on light grounds
    focus_on: str  # ring on the main button
    focus_spine: str  # ring in the navigation
    c1: str  # chart series, also told apart by pattern and label
    c2: str
    c3: str
    practice: str
    on_practice: str


LIGHT: Final = Colours(
    "light",
    paper="#F5F2EA",
    sheet="#FFFFFF",
    wash="#ECE7DB",
    line="#D8D1C2",
    edge="#857D6C",
    ink="#1E2A2B",
    ink_soft="#525C5A",
    main="#0B5F58",
    main_dark="#084740",
    main_soft="#DCEDE9",
    on_main="#FFFFFF",
    spine="#12433F",
    on_spine="#FFFFFF",
    on_spine_soft="#C9DEDA",
    spine_sel="#F5F2EA",
    on_spine_sel="#0B5F58",
    inn="#1A6B3B",
    inn_soft="#E2F1E5",
    out="#98401A",
    out_soft="#FBE9DF",
    warn="#7A4F00",
    warn_soft="#FFF1CF",
    bad="#A5182C",
    bad_soft="#FDE6E8",
    info="#22508E",
    info_soft="#E4EDF8",
    focus="#1D4ED8",
    focus_on="#FFD34E",
    focus_spine="#FFD34E",
    c1="#0B5F58",
    c2="#A85616",
    c3="#4A5FA5",
    practice="#FFD34E",
    on_practice="#3A2A00",
)

DARK: Final = Colours(
    "dark",
    paper="#161C1D",
    sheet="#1F2728",
    wash="#2A3435",
    line="#3A4546",
    edge="#8A9796",
    ink="#F0EDE6",
    ink_soft="#B5BFBC",
    main="#5CC4B6",
    main_dark="#86D8CD",
    main_soft="#1D3F3C",
    on_main="#06231F",
    spine="#0E1415",
    on_spine="#F0EDE6",
    on_spine_soft="#A9B8B5",
    spine_sel="#2A3435",
    on_spine_sel="#F0EDE6",
    inn="#7FD39A",
    inn_soft="#1D3A28",
    out="#F2A57E",
    out_soft="#43291D",
    warn="#F3C764",
    warn_soft="#40330F",
    bad="#FF9AA5",
    bad_soft="#4A1D24",
    info="#9CC2F5",
    info_soft="#1E3350",
    focus="#8FB4FF",
    focus_on="#000000",
    focus_spine="#FFD34E",
    c1="#5CC4B6",
    c2="#E8A25C",
    c3="#9DAEF0",
    practice="#FFD34E",
    on_practice="#3A2A00",
)

CONTRAST: Final = Colours(
    "contrast",
    paper="#FFFFFF",
    sheet="#FFFFFF",
    wash="#FFFFFF",
    line="#000000",
    edge="#000000",
    ink="#000000",
    ink_soft="#000000",
    main="#003D38",
    main_dark="#000000",
    main_soft="#FFFFFF",
    on_main="#FFFFFF",
    spine="#000000",
    on_spine="#FFFFFF",
    on_spine_soft="#FFFFFF",
    spine_sel="#FFFFFF",
    on_spine_sel="#003D38",
    inn="#004D1F",
    inn_soft="#FFFFFF",
    out="#6B2000",
    out_soft="#FFFFFF",
    warn="#4A2F00",
    warn_soft="#FFFFFF",
    bad="#8A0012",
    bad_soft="#FFFFFF",
    info="#00306B",
    info_soft="#FFFFFF",
    focus="#0000FF",
    focus_on="#FFD34E",
    focus_spine="#FFD34E",
    c1="#003D38",
    c2="#8A4000",
    c3="#1F2F80",
    practice="#FFD34E",
    on_practice="#000000",
)

THEMES: Final = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

#: Text sizes in px at 100 %. Text grows with the chosen size; padding does not.
TYPE: Final = {"caption": 13, "body": 15, "lead": 17, "h2": 18, "money": 22, "h1": 25, "total": 32, "amount": 34}
TEXT_SIZES: Final = (100, 125, 150, 175, 200)

SP: Final = {"xs": 4, "s": 8, "m": 12, "l": 16, "xl": 24}
RADIUS: Final = {"field": 6, "card": 10}
TARGET: Final = 40  # least height of anything that is pressed
ROW: Final = 34  # rows of a book
ROW_CHOSEN: Final = 40  # rows of a list one chooses from
SCROLLBAR: Final = 14
NAV_WIDE: Final = 196
NAV_NARROW: Final = 168
NARROW_WINDOW: Final = 1100  # below it: narrow spine, no hints, secondary head buttons behind "More"
ONE_COLUMN: Final = 860  # effective width (content width / text scale) under which columns become one
