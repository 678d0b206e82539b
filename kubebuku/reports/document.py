"""A printed document as data: what stands on paper, before anybody draws it.

Whoever writes a report builds a `Document` out of frozen pieces; `render.pdf`, `render.xlsx` and `render.sheet` only draw it.
Words are already spoken in the reader's language; money stays `Rupiah`, days stay `date`; sums are declared, so that the
sheet can write real formulas and every renderer can prove the figure that was given.

    Document(title, period, letterhead, parts, foot, check_code, paper="f4", practice=False, not_closed=False)
      Letterhead(name, address, icon)                       the kop: kicker, NAME IN CAPITALS, address, icon at the left
      Part(key, title, blocks, captions, period, landscape, sheet, heading, new_page)   a book or a page: bookmark, range, sheet
    Blocks of a part, from top to bottom:
      Cover(kicker, headline, line, summary=Summary(label, amount, words, lines))       the first page's large figures
      Heading(text, level) · Paragraph(text, bold, small) · Note(text, title) · Gap(mm) · PageBreak()
      Pairs(items, label_width)                             "Didirikan   2007"; values are text, money or a day
      Table(columns, rows, totals, opening, style, carry, numbered, empty)              see `reports.table`
      Picture(data, width, height, caption)                  a photo or a page of a paper
      BarChart(title, bars=(Bar(label, amount, icon), ...)) · Side(left, right, share)   two columns of blocks
      Signatures(place, on, parties=(Party(role, name, nip), ...), witnesses, stamp)
      KwitansiSlip(number, payer, amount, words, purpose, place, on, receiver, role)     three on a page, no kop
      Strip(name, number, caption, title, lines, total, boxes, foot)                     eight on a page, no kop
      ItemLabel(group, number, name, facts, source)         twenty-four on a page, no kop
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from kubebuku.domain.money import Rupiah
from kubebuku.reports.table import Table

Paper = Literal["a4", "f4", "slip"]
Value = str | Rupiah | date

#: What stands above the name in every kop (domain.md 4.5); a name of the programme, not a sentence to be translated.
KICKER = "KELOMPOK USAHA BERSAMA (KUBE)"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The kop. `name` is printed in capitals; `icon` names a file of resources/icons, or "" for none."""

    name: str
    address: str = ""
    icon: str = ""
    kicker: str = KICKER


# ---------------------------------------------------------------------------------------------------------------- blocks


@dataclass(frozen=True, slots=True)
class Summary:
    """The grey band of the cover: one large amount in figures and words, and a few more at its right."""

    label: str
    amount: Rupiah
    words: str
    lines: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Cover:
    """The head of the first page: "LAPORAN BULANAN", the month in large type, when it was closed, the band."""

    kicker: str
    headline: str
    line: str = ""
    summary: Summary | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 opens a section, level 2 a smaller one. Never left alone at the foot of a page."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line breaks in it are kept."""

    text: str
    bold: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Something to look at: text beside a bar, with an optional bold first line."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels and their values, one pair a line. `label_width` in millimetres."""

    items: tuple[tuple[str, Value], ...]
    label_width: float = 28


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a unit and its result, negative for a loss; `icon` as in resources/icons."""

    label: str
    amount: Rupiah
    icon: str = ""


@dataclass(frozen=True, slots=True)
class BarChart:
    """Lying bars, figures at their end, losses to the left of the zero line, hatched and named so."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo or a page of a paper: `data` JPEG or PNG of `width` x `height` points, at most `highest` millimetres on paper."""

    data: bytes = field(repr=False)
    width: int
    height: int
    caption: str = ""
    highest: float = 190


@dataclass(frozen=True, slots=True)
class Party:
    """Who signs. Without a name a dotted line is drawn; `nip` None: no such line, "": an empty one to fill in.

    With `duty` the place of the meterai is drawn where the party signs.
    """

    role: str
    name: str = ""
    nip: str | None = None
    duty: bool = False


@dataclass(frozen=True, slots=True)
class Signatures:
    """Place and date at the right, the parties side by side, *Mengetahui* beneath, room for the stempel at the first party.

    A sheet that lies down has *Mengetahui* at the left of them. `on` is the date in words. Never parted from the last line of
    a table that stands before it.
    """

    place: str
    on: str
    parties: tuple[Party, ...]
    witnesses: tuple[Party, ...] = ()
    stamp: bool = True
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty room."""

    mm: float = 4


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows stands on a new page."""


@dataclass(frozen=True, slots=True)
class KwitansiSlip:
    """A receipt of 215 x 110 mm. `words` without the # signs; `duty` None: the meterai box appears above Rp5.000.000."""

    number: str
    payer: str
    amount: Rupiah
    words: str
    purpose: str
    place: str
    on: str
    receiver: str
    role: str
    duty: bool | None = None

    #: Documents that acknowledge more than this need a meterai (UU 10/2020; domain.md 4.5).
    DUTY_ABOVE = 5_000_000

    @property
    def needs_duty(self) -> bool:
        """Whether the meterai box is drawn."""
        return self.amount > self.DUTY_ABOVE if self.duty is None else self.duty


@dataclass(frozen=True, slots=True)
class Strip:
    """A member's strip, eight on a page: what was paid today, what is saved and owed. At most seven lines and two boxes."""

    name: str
    number: str
    caption: str
    title: str
    lines: tuple[tuple[str, Value], ...]
    total: tuple[str, Value]
    boxes: tuple[tuple[str, Value], ...] = ()
    foot: str = ""


@dataclass(frozen=True, slots=True)
class ItemLabel:
    """A label to be stuck on a thing, 24 on a page: whose it is, its number, what it is, since when and where from."""

    group: str
    number: str
    name: str
    facts: str
    source: str = ""


Flowing = Heading | Paragraph | Note | Pairs | BarChart | Gap


@dataclass(frozen=True, slots=True)
class Side:
    """Two columns of small blocks beside each other; `share` is the left one's part of the width."""

    left: tuple[Flowing, ...]
    right: tuple[Flowing, ...]
    share: float = 0.56


Block = (
    Picture
    | Cover
    | Heading
    | Paragraph
    | Note
    | Pairs
    | Table
    | BarChart
    | Side
    | Signatures
    | Gap
    | PageBreak
    | KwitansiSlip
    | Strip
    | ItemLabel
)


# -------------------------------------------------------------------------------------------------------------- document


@dataclass(frozen=True, slots=True)
class Part:
    """A book or a page of its own: has a bookmark, a range of pages, a sheet in the workbook.

    `key` is a stable name, unique in the document. `captions` stand under the title ("Tempat uang: Kas"), `period` at its
    right (the document's, if None). `sheet` names the worksheet (the title, if empty). `heading=False` prints no title (a
    cover has its own). `new_page=False` lets a small part follow on the same page. Slips, strips and labels fill parts of their
    own.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    captions: tuple[str, ...] = ()
    period: str | None = None
    landscape: bool = False
    sheet: str = ""
    heading: bool = True
    new_page: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """All that is printed. `foot` names the report at the foot of every page; `check_code` "" prints none.

    `unsealed`: the closing of that code sealed no records, so that names and minutes may have been others then.
    """

    title: str
    period: str
    letterhead: Letterhead
    parts: tuple[Part, ...]
    foot: str = ""
    check_code: str = ""
    paper: Paper = "f4"
    practice: bool = False
    not_closed: bool = False
    unsealed: bool = False


@dataclass(frozen=True, slots=True)
class PartPages:
    """Where a part stands: first and last page, both counted from 1."""

    key: str
    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Pages:
    """What a rendering came to."""

    total: int
    parts: tuple[PartPages, ...]

    def of(self, key: str) -> PartPages:
        """The pages of the part `key`; raises KeyError if there is none."""
        for part in self.parts:
            if part.key == key:
                return part
        raise KeyError(key)

    def range_of(self, key: str) -> tuple[int, int] | None:
        """First and last page of a part of the catalogue, which may be several here ("cash-1101"); None where it has none."""
        found = [part for part in self.parts if part.key == key or part.key.startswith(f"{key}-")]
        return (min(part.first for part in found), max(part.last for part in found)) if found else None
