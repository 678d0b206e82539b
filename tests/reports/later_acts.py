"""What may happen to the practice book after its months were closed: every kind of act, on the rows that are there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

from kubebuku.app.office import Office
from kubebuku.books.activities.commands import StrikeActivity
from kubebuku.books.cash.commands import OtherReceipt
from kubebuku.books.closing.commands import BoxCounted, CloseMonth
from kubebuku.books.closing.queries import ClosingPreview
from kubebuku.books.group.commands import RenameAccount, RenameUnit, SetChoices, SetGroup
from kubebuku.books.guests.commands import ChangeGuest, WriteGuest
from kubebuku.books.inventory.commands import ChangeEquipment, Condition
from kubebuku.books.letters.commands import StrikeLetter
from kubebuku.books.meetings.commands import Attended, ChangeMinutes, SetMeetingRules
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.members.commands import AddMember, AppointOfficer, ChangeMember
from kubebuku.books.mending.commands import CorrectEarlier
from kubebuku.books.personal_savings.commands import SetSavingsRule
from kubebuku.books.savings_loan.commands import RescheduleLoan, SetLendingRules
from kubebuku.books.savings_loan.rules import Bands
from kubebuku.books.solidarity.commands import Every, SetSolidarityRule
from kubebuku.books.spec import Command, from_data
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah

#: The first open month of the practice book, and a day in it.
OPEN = Month(2026, 3)
TODAY = date(2026, 3, 8)

#: A command made from the book; the number chooses among its rows.
Later = Callable[[Office, int], Command]


def rows(office: Office, query: str) -> list[Any]:
    return office.read(lambda reading: reading.raw.execute(query).fetchall())


def one(office: Office, query: str, pick: int) -> Any:
    found = rows(office, query)
    return found[pick % len(found)]


def earlier(kinds: str, *, again: bool = False) -> Later:
    """*Koreksi bulan lalu* of an entry of these kinds; written anew with the same figures if `again`."""

    def make(office: Office, pick: int) -> Command:
        query = (
            "SELECT entry.id, act.command, act.data FROM entry JOIN act ON act.entry = entry.id"
            f" WHERE entry.date < '{OPEN.first}' AND kind {kinds} AND kind NOT IN ('opening', 'reversal', 'closing')"
            " AND entry.id NOT IN (SELECT reverses FROM entry WHERE reverses IS NOT NULL) ORDER BY entry.id"
        )
        id_, command, data = one(office, query, pick)
        anew = None
        if again:
            from kubebuku.books import catalog

            anew = from_data(catalog.commands_by_name()[command], data)
        return CorrectEarlier(entry=id_, on=TODAY, reason="Salah tulis", replacement=anew)

    return make


def minutes(office: Office, pick: int) -> Command:
    id_, on = one(
        office, f"SELECT id, on_date FROM meeting WHERE standing = 'held' AND on_date < '{OPEN.first}' ORDER BY id", pick
    )
    there = rows(office, f"SELECT person FROM attendance WHERE meeting = {id_} ORDER BY person")
    lines = tuple(Attended(person=person, state=Presence.PRESENT) for (person,) in there)
    return ChangeMinutes(meeting=id_, on=date.fromisoformat(on), attendance=lines, course="Ditulis ulang", conclusion="Lain")


def guest(office: Office, pick: int) -> Command:
    id_, on = one(office, "SELECT id, on_date FROM guest WHERE struck IS NULL ORDER BY id", pick)
    return ChangeGuest(guest=id_, on=date.fromisoformat(on), full_name="Tamu Lain", purpose="Pembinaan")


def member(office: Office, pick: int) -> Command:
    id_, number, joined = one(office, "SELECT person, number, joined FROM member WHERE left_on IS NULL ORDER BY person", pick)
    return ChangeMember(person=id_, full_name=f"Nama Lain {number}", joined=date.fromisoformat(joined), number=number)


def thing(office: Office, pick: int) -> Command:
    id_, label, quantity = one(office, "SELECT id, label, quantity FROM item JOIN equipment ON item = id ORDER BY id", pick)
    return ChangeEquipment(
        item=id_,
        label=f"{label} lama",
        number=f"INV-{id_}",
        quantity=quantity,
        place="Gudang lain",
        condition=Condition.HEAVY,
        life_months=99,
    )


def rescheduled(office: Office, pick: int) -> Command:
    (id_,) = one(office, "SELECT id FROM loan WHERE standing = 'running' ORDER BY id", pick)
    return RescheduleLoan(on=TODAY, loan=id_, months=5, reason="Panen gagal", decided="Rapat 8 Maret")


def closed(office: Office, _pick: int) -> Command:
    preview = office.ask(ClosingPreview(OPEN))
    return CloseMonth(month=OPEN, counts=tuple(BoxCounted(box=box.code, counted=box.book) for box in preview.boxes))


LATER: dict[str, Later] = {
    "an entry taken back": earlier("NOT IN ('loan', 'leaving', 'benefit')"),
    "an entry written anew": earlier("NOT IN ('leaving')", again=True),
    "a loan taken back": earlier("= 'loan'"),
    "a loan written anew": earlier("= 'loan'", again=True),
    "a santunan taken back": earlier("= 'benefit'"),
    "minutes changed": minutes,
    "a guest changed": guest,
    "a guest of January": lambda _office, _pick: WriteGuest(
        on=date(2026, 1, 30), full_name="Tamu Terlambat", purpose="Monitoring"
    ),
    "a letter struck out": lambda office, pick: StrikeLetter(
        letter=one(office, "SELECT id FROM letter WHERE struck IS NULL ORDER BY id", pick)[0], reason="Dua kali"
    ),
    "an activity struck out": lambda office, pick: StrikeActivity(
        activity=one(office, "SELECT id FROM activity WHERE struck IS NULL AND meeting IS NULL ORDER BY id", pick)[0],
        reason="Dua kali",
    ),
    "a member renamed": member,
    "a member joined": lambda _office, pick: AddMember(full_name=f"Baru {pick}", joined=OPEN.first),
    "another treasurer": lambda office, pick: AppointOfficer(
        person=one(office, "SELECT person FROM member WHERE left_on IS NULL ORDER BY person", pick)[0],
        role="bendahara",
        since=OPEN.first,
        in_place_of_present=True,
    ),
    "the group renamed": lambda _office, pick: SetGroup(group=f"Kube Lain {pick}", companion=f"Pendamping {pick}", city="Kupang"),
    "a business renamed": lambda office, pick: RenameUnit(
        unit=one(office, "SELECT id FROM unit ORDER BY id", pick)[0], label=f"Usaha lain {pick}"
    ),
    "a place of money renamed": lambda _office, pick: RenameAccount(account="1101", label=f"Laci {pick}"),
    "costs spread another way": lambda _office, _pick: SetChoices(general_costs="by_income", village_head_signs=True),
    "rules of saving": lambda _office, pick: SetSavingsRule(
        since=OPEN, principal=Rupiah(1_000), obligatory=Rupiah(90_000 + pick), fee_rate=Fraction(1, 10)
    ),
    "rules of IKS": lambda _office, pick: SetSolidarityRule(since=OPEN, amount=Rupiah(9_000 + pick), every=Every.YEAR),
    "rules of lending": lambda _office, _pick: SetLendingRules(since=OPEN.first, bands=Bands.COOPERATIVE),
    "rules of meetings": lambda _office, pick: SetMeetingRules(fine_absent=Rupiah(1_000 + pick)),
    "particulars of a thing": thing,
    "a loan rescheduled": rescheduled,
    "money received": lambda _office, pick: OtherReceipt(on=TODAY, description="Sumbangan", amount=Rupiah(1_000 + pick)),
    "the month closed": closed,
}
