"""Members of practice books: plainly made up, so that nobody takes them for real."""

from __future__ import annotations

from datetime import date

from kubebuku.app.sample.chance import Chance
from kubebuku.books.members.commands import AddMember

#: Every family name is "Contoh" (example). Two members share a name on purpose: it happens in every kampung.
GIVEN_NAMES = (
    "Ani",
    "Budi",
    "Citra",
    "Dedi",
    "Eka",
    "Fitri",
    "Gani",
    "Hani",
    "Indra",
    "Juli",
    "Kartini",
    "Lina",
    "Mamat",
    "Nani",
    "Oman",
    "Puji",
    "Qori",
    "Ani",
    "Rudi",
    "Sari",
    "Tono",
    "Umi",
    "Vivi",
    "Wati",
    "Xena",
    "Yanti",
    "Zaki",
    "Asih",
    "Bayu",
    "Cici",
    "Dodo",
    "Endang",
    "Faisal",
)
_MEN = frozenset({"Bayu", "Budi", "Dedi", "Dodo", "Faisal", "Gani", "Indra", "Mamat", "Oman", "Rudi", "Tono", "Zaki"})
_WORK = ("Pedagang", "Buruh tani", "Nelayan", "Pertukangan", "Peternak", "Ibu rumah tangga", "Supir")
_SCHOOL = ("Tamat SD", "Tamat SD", "Tamat SLTP", "Tamat SLTP", "Tamat SLTA")


def members(count: int, joined: date, chance: Chance, *, city: str) -> list[AddMember]:
    """The first `count` members (at most 33), each with the columns of the members' book."""
    made = []
    for number, given in enumerate(GIVEN_NAMES[:count], start=1):
        made.append(
            AddMember(
                full_name=f"{given} Contoh",
                joined=joined,
                number=number,
                sex="L" if given in _MEN else "P",
                birth_place=city,
                birth_date=date(
                    chance.number(1968, 1999, "born", number),
                    chance.number(1, 12, "month", number),
                    chance.number(1, 28, "day", number),
                ),
                education=chance.one(_SCHOOL, "school", number),
                occupation=chance.one(_WORK, "work", number),
                neighbourhood=f"RT {chance.number(1, 6, 'rt', number):02d}",
            )
        )
    return made
