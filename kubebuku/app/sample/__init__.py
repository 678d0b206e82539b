"""Practice books: named Kube of the papers with their figures, and for one of them a plausible year of work.

The same arguments give the same book, hashes included: nothing is drawn at random, recording times come from the dates.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select

from kubebuku.app.office import Moment, Office
from kubebuku.app.sample.chance import Chance
from kubebuku.app.sample.decided import Decided
from kubebuku.app.sample.goods import GoodsYear
from kubebuku.app.sample.hunafa import Act, Mended, Year, is_meeting
from kubebuku.app.sample.kubes import BeforeFounding, Kube, find, icon_of, units_of
from kubebuku.app.sample.lending import LendingYear
from kubebuku.app.sample.meetings import Gatherings
from kubebuku.app.sample.opening import open_with_figures
from kubebuku.app.sample.parting import Parting
from kubebuku.app.sample.people import members
from kubebuku.app.sample.savings import SavingsYear, rules
from kubebuku.books.cash.commands import CountBox
from kubebuku.books.closing.commands import BoxCounted, CloseMonth, CloseYear
from kubebuku.books.group.commands import RenameUnit, SetGroup
from kubebuku.books.members.commands import AddOutsider, AppointOfficer
from kubebuku.books.mending.commands import Amend
from kubebuku.books.solidarity.refusals import SetAsideTooMuch
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, ItemId, PersonId, UnitId
from kubebuku.ledger import balances
from kubebuku.ledger.book import NewBook, create_book
from kubebuku.ledger.tables import unit
from kubebuku.ledger.work import Reading, Work

#: The one whose whole year is told.
STORY = "Hunafa Bersama"
#: The bookkeeper of every practice book.
WRITER = "Citra Contoh"
#: A month is closed on this day of the next one, when the meeting has counted the boxes.
CLOSING_DAY = 3


#: Told how many days are written, of how many; what it raises ends the writing.
Progress = Callable[[int, int], None]


def make_sample(path: Path, *, kube: str = STORY, months: int = 12, until: date, progress: Progress | None = None) -> Path:
    """Make the practice book of the named Kube, with work in `months` months up to `until`; returns its path.

    Raises UnknownKube, BeforeFounding and BookExists. Other Kube than Hunafa Bersama are opened with their figures and people
    and wait for their first record: what they did day by day nobody has written down.
    """
    chosen = find(kube)
    begun = Month.of(until).plus(1 - months)
    if begun.year < chosen.founded:
        raise BeforeFounding(chosen.name, chosen.founded, begun)
    opened = begun.first
    seed = f"{chosen.name} {opened} {until}"
    new = NewBook(chosen.name, opened, units_of(chosen), practice=True, book_id=hashlib.sha256(seed.encode()).hexdigest()[:32])
    path = create_book(path, new)
    with Office.open(path, who=WRITER) as office:
        _Writer(office, chosen, Chance(seed), opened, progress).write(until)
    return path


def _moment(day: date, minute: int = 0) -> Moment:
    """Late morning in Indonesia, the same day in every zone that could read it."""
    return Moment(day, f"{day.isoformat()}T08:{minute:02d}:00Z")


class _Writer:
    """Carries a story into the book, a transaction a day."""

    def __init__(self, office: Office, kube: Kube, chance: Chance, opened: date, progress: Progress | None = None) -> None:
        self.office = office
        self.progress = progress
        self.kube = kube
        self.chance = chance
        self.opened = opened
        self.members: list[PersonId] = []
        self.customers: list[PersonId] = []
        self.units: dict[str, UnitId] = {}
        self.tent = ItemId(1)

    def write(self, until: date) -> None:
        self.office.moment = _moment(self.opened)
        self.office.write(self._begin)
        if self.kube.name != STORY:
            return
        year = Year(self.units["Sewa tenda"], self.units["Catering"], self.tent, self.customers, self.members, self.chance)
        decided = Decided()
        saving = SavingsYear(self.opened, self.members, self.customers[0], self.units["Sewa tenda"], self.chance, decided)
        lending = LendingYear(self.opened, self.members, self.customers[:2], self.chance, decided)
        goods = GoodsYear(self.opened, self.units["Catering"], self.members[2], decided)
        parting = Parting(self.opened, self.members, lending)
        gathering = Gatherings(self.members, self.chance, decided)
        books = (year, saving, lending, goods, parting, gathering)  # in this order decisions are numbered
        day = self.opened + timedelta(days=1)  # the opening day shows what the papers report
        while day <= until:
            if self.progress is not None:
                self.progress((day - self.opened).days, (until - self.opened).days)
            self._day(day, [act for book in books for act in book.acts(day)])
            day += timedelta(days=1)
        self.office.moment = _moment(until, 45)
        self.office.write(lambda work: [work.carry_out(act) for act in (gathering.next_meeting(until), lending.waiting(until))])

    def _begin(self, work: Work) -> None:
        work.carry_out(
            SetGroup(
                group=self.kube.name,
                founded=self.kube.founded,
                business=", ".join(self.kube.business),
                neighbourhood="RT 04",
                village="Kelurahan Contoh",
                district="Kecamatan Contoh",
                city=self.kube.city,
                companion="Wawan Contoh",
                icon=self.kube.icon,
            )
        )
        joined = date(self.kube.founded, 3, 1)
        for command in members(
            self.kube.members, joined, self.chance, city=self.kube.city.removeprefix("Kota ").removeprefix("Kab. ")
        ):
            self.members.append(PersonId(work.carry_out(command).made["person"]))
        for member, role in zip(self.members, ("ketua", "sekretaris", "bendahara"), strict=False):
            work.carry_out(AppointOfficer(person=member, role=role, since=joined))
        for name in ("Warga Contoh RT 02", "Warga Contoh RT 04", "Kantor Contoh", "Langgar Contoh", "Toko Contoh"):
            self.customers.append(PersonId(work.carry_out(AddOutsider(full_name=name)).made["person"]))
        for row in work.connection.execute(select(unit.c.id, unit.c.label).where(unit.c.kind == "usaha")):
            self.units[row.label] = UnitId(row.id)
            work.carry_out(RenameUnit(unit=UnitId(row.id), label=row.label, icon=icon_of(row.label)))
        if self.kube.name == STORY:
            for rule in rules(self.opened):
                work.carry_out(rule)
        open_with_figures(work, self.kube, self.members, self.customers[2], story=self.kube.name == STORY)

    def _day(self, day: date, acts: list[Act]) -> None:
        if day.day == CLOSING_DAY and Month.of(day).plus(-1) >= Month.of(self.opened):
            self._close(day)
        if not acts:
            return
        self.office.moment = _moment(day, 30)

        def write(work: Work) -> None:
            for act in acts:
                if isinstance(act, Mended):
                    slip = work.carry_out(act.wrong)
                    work.carry_out(Amend(entry=EntryId(slip.entry), replacement=act.right, reason="Nolnya kelebihan"))
                else:
                    with contextlib.suppress(SetAsideTooMuch):  # nothing was earned yet; refused before anything is written
                        work.carry_out(act)

            if is_meeting(day):
                for box in work.chart.boxes:
                    work.carry_out(CountBox(on=day, counted=balances.of(work.connection, box.code, at=day), box=box.code))

        self.office.write(write)

    def _close(self, day: date) -> None:
        month = Month.of(day).plus(-1)
        self.office.moment = _moment(day)
        counts = self.office.read(lambda reading: _counted(reading, month))

        def write(work: Work) -> None:
            if month.number == 12:
                work.carry_out(CloseYear(year=month.year))
            work.carry_out(CloseMonth(month=month, counts=counts))

        self.office.write(write)


def _counted(reading: Reading, month: Month) -> tuple[BoxCounted, ...]:
    """Every box as the book has it: in the practice year the counted money always fits."""
    held = [(box.code, balances.of(reading.connection, box.code, at=month.last)) for box in reading.chart.boxes]
    return tuple(BoxCounted(box=box, counted=amount) for box, amount in held)
